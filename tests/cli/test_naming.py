"""Naming an issue: full id, short form, the last one, words of its title and place."""

from __future__ import annotations

import pytest
from desk import Desk, issue_yaml


@pytest.fixture
def street(desk: Desk) -> Desk:
    """Two lamps, one of them closed, and a tree; the tree has a namesake of the year before."""
    lamps = issue_yaml("20261116-1", title="窗前的路灯太亮", place="5号楼")
    lamps += issue_yaml("20261116-2", "2026-11-17 close", title="路灯不亮", place="3号楼")
    lamps += issue_yaml("20261116-3", title="树密 Tree", place="8号楼")
    desk.entry("2026-11-16", issues=lamps)
    desk.issue("2025-11-16", number=3, title="前一年的树", place="8号楼")
    desk.issue("2025-11-17", "2025-11-18 close", title="前一年的事")
    return desk


@pytest.mark.parametrize(
    ("typed", "id"),
    [
        ("20261116-1", "20261116-1"),
        ("20251116-3", "20251116-3"),
        ("1116-3", "20261116-3"),
        ("1117-1", "20251117-1"),
        ("20261116-2", "20261116-2"),
        ("太亮", "20261116-1"),
        ("5号楼", "20261116-1"),
        ("5号楼 路灯", "20261116-1"),
        ("路灯 5号楼", "20261116-1"),
        ("tree", "20261116-3"),
        ("ＴＲＥＥ", "20261116-3"),
    ],
)
def test_an_issue_is_named(street: Desk, typed: str, id: str) -> None:
    assert street.json("show", typed)["issues"][0]["id"] == id


def test_an_issue_is_named_by_whoever_raised_it_and_by_its_ticket(street: Desk) -> None:
    street.ok("add", "门禁坏了", "--reporter", "张大爷", "--ticket", "2026111600012345", "--kind", "hotline", "--yes")
    noted = street.ok("跟进", "张大爷", "问过了", "--json").issue
    assert noted["title"] == "门禁坏了"
    assert street.ok("办结", "工单2026111600012345", "修好了", "--json").issue["id"] == noted["id"]
    assert street.ok("回访", "张大爷", "满意", "--json").issue["id"] == noted["id"]


def test_show_looks_among_the_open_ones_first_then_the_closed(street: Desk) -> None:
    assert street.json("show", "路灯")["issues"][0]["id"] == "20261116-1"
    assert street.json("show", "不亮")["issues"][0]["id"] == "20261116-2"


@pytest.mark.parametrize("verb", ["note", "close", "assign"])
def test_other_verbs_look_among_the_open_ones(street: Desk, verb: str) -> None:
    assert street.run(verb, "路灯", "绿化队", "--json").issue["id"] == "20261116-1"
    assert street.run(verb, "不亮", "绿化队").code == 3


def test_reopen_and_followup_look_among_the_closed_ones(street: Desk) -> None:
    assert street.ok("followup", "路灯", "满意", "--json").issue["id"] == "20261116-2"
    assert street.ok("reopen", "路灯", "--json").issue["id"] == "20261116-2"
    assert street.run("reopen", "太亮").code == 3


@pytest.mark.parametrize(("verb", "rest"), [("note", "x"), ("followup", "满意")])
def test_an_id_names_an_issue_in_any_state(street: Desk, verb: str, rest: str) -> None:
    for id in ("1116-1", "1116-2"):
        assert street.run(verb, id, rest).code == 0


def test_several_matches_are_listed_with_3(street: Desk) -> None:
    street.issue("2026-11-17", title="路灯歪了")
    answer = street.run("close", "路灯")
    assert (answer.code, answer.out) == (3, "")
    assert "20261116-1" in answer.err
    assert "20261117-1" in answer.err
    assert "20261116-2" not in answer.err
    assert street.json("list", "state:closed", "closed:2026")["issues"][0]["id"] == "20261116-2"


@pytest.mark.parametrize("typed", ["井盖", "1116-9", "20261116-9", "last", "上一件", "路灯 井盖", ""])
def test_no_match_is_3(street: Desk, typed: str) -> None:
    answer = street.run("close", typed)
    assert answer.code == 3
    assert answer.err
    assert street.run("show", typed).code in (2, 3)


def test_a_date_shows_the_day_and_a_short_id_the_issue(street: Desk) -> None:
    assert "entries" in street.json("show", "1116")
    assert street.json("show", "1116-1")["issues"][0]["id"] == "20261116-1"


@pytest.mark.parametrize("last", ["last", "上一件"])
def test_last_is_the_issue_of_the_newest_commit_that_touched_one(book: Desk, last: str) -> None:
    book.ok("add", "路灯太亮", "--yes")
    book.ok("add", "树密", "--yes")
    book.ok("note", "路灯", "看过")
    assert book.json("show", last)["issues"][0]["title"] == "路灯太亮"
    book.write("README", "别的")
    book.commit_all()
    assert book.ok("close", last, "好了", "--json").issue["title"] == "路灯太亮"


def test_duplicate_names_the_other_issue_in_every_way(street: Desk) -> None:
    written = street.ok("duplicate", "太亮", "不亮", "--json").issue
    assert written["outcome"] == "duplicate"
    assert written["progress"][0]["argument"] == "20261116-2"


def test_an_issue_is_no_duplicate_of_itself_nor_of_none(street: Desk) -> None:
    assert street.run("duplicate", "1116-1", "1116-1").code == 2
    assert street.run("duplicate", "1116-1", "1116-9").code == 3
