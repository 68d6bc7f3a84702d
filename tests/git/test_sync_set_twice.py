"""Two people put one matter off to different days: both lines stay, and nobody has to find out which one holds."""

from __future__ import annotations

import json

import pytest
from team import Person, Team

from minqing.__main__ import run

LINE = "      - 2026-11-16 联系 打了电话\n"


@pytest.fixture
def team(team: Team) -> Team:
    for person in team.people:
        person.sync()
    return team


def add(person: Person, line: str) -> None:
    person.edit((LINE, f"{LINE}      - {line}\n"))


def told(done: object) -> list[tuple[str, str, str, str, str]]:
    return [(one.issue, one.field, one.ours, one.theirs, one.holds) for one in done.set_twice]  # type: ignore[attr-defined]


def test_two_due_dates_are_told_with_the_one_that_holds(team: Team) -> None:
    a, b = team.people
    add(a, "2026-11-18 延期 2026-12-10 等材料")
    add(b, "2026-11-17 承诺 2026-12-05")
    a.sync()
    done = b.sync()
    assert told(done) == [("20261116-1", "due", "2026-12-05", "2026-12-10", "2026-12-10")]
    assert b.read().index("承诺 2026-12-05") < b.read().index("延期 2026-12-10")
    assert b.sync().set_twice == []


@pytest.mark.parametrize(
    ("mine", "other"),
    [
        ("2026-11-18 延期 2026-12-10", "2026-11-18 延期 2026-12-10 等材料"),
        ("2026-11-18 延期 2026-12-10", "2026-11-18 交办 王丽"),
        ("2026-11-18 跟进 去看了", "2026-11-18 延期 2026-12-10"),
        ("2026-11-18 回访 满意", "2026-11-18 回访 不满意"),
    ],
    ids=["the same day", "another field", "one side alone", "what is asked anew each time"],
)
def test_nothing_is_told_where_nothing_differs(team: Team, mine: str, other: str) -> None:
    a, b = team.people
    add(a, other)
    add(b, mine)
    a.sync()
    done = b.sync()
    assert done.merge
    assert done.set_twice == []


def test_the_command_tells_it_in_words_and_in_json(team: Team, capsys: pytest.CaptureFixture[str]) -> None:
    a, b = team.people
    add(a, "2026-11-18 改级 大事")
    add(b, "2026-11-18 改级 小事")
    a.sync()
    assert run(["-C", str(b.root), "sync", "--json"]) == 0
    found = json.loads(capsys.readouterr().out)["set_twice"]
    assert [(one["issue"], one["field"], {one["ours"], one["theirs"]}) for one in found] == [
        ("20261116-1", "tier", {"small", "large"})
    ]
    add(a, "2026-11-19 交办 王丽")
    add(b, "2026-11-20 交办 李楼长")
    a.sync()
    assert run(["-C", str(b.root), "sync"]) == 0
    said = capsys.readouterr().out
    assert "你的是 李楼长,同事的是 王丽" in said
    assert "现在算 李楼长" in said
