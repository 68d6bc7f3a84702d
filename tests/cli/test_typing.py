"""Dashes, full-width input, and dates as people type them."""

from __future__ import annotations

import pytest
from desk import Desk


@pytest.fixture
def lamp(book: Desk) -> Desk:
    book.issue("2026-11-16", place="5号楼", tier="medium")
    return book


# dashes


@pytest.mark.parametrize("text", ["-坏了", "- 还没修", "--还没修", "-x y", "--bad thing", "-绿化队说: 周五来", "——等"])
def test_a_token_with_a_blank_or_a_chinese_character_is_text(lamp: Desk, text: str) -> None:
    written = lamp.ok("note", "1116-1", text, "--json").issue
    assert written["progress"][0]["text"] == text


@pytest.mark.parametrize("text", ["-坏了", "- 还没修", "--还 没修"])
def test_a_dash_led_text_is_a_title_too(lamp: Desk, text: str) -> None:
    assert lamp.ok("add", text, "--yes", "--json").issue["title"] == text


@pytest.mark.parametrize("option", ["-bad", "--bad", "-x", "--lampe"])
def test_an_unknown_option_is_misuse(lamp: Desk, option: str) -> None:
    answer = lamp.run("note", "1116-1", option)
    assert (answer.code, answer.out) == (2, "")
    assert "--" in answer.err
    assert option in answer.err


def test_two_dashes_end_the_options(lamp: Desk) -> None:
    written = lamp.ok("note", "1116-1", "--json", "--", "-bad", "--json").issue
    assert written["progress"][0]["text"] == "-bad --json"


def test_a_dash_led_value_of_an_option_is_kept(lamp: Desk) -> None:
    written = lamp.ok("add", "树密", "--owner", "-绿化队", "--place", "- 五号楼", "--yes", "--json").issue
    assert (written["owner"], written["place"]) == ("-绿化队", "- 五号楼")


def test_an_option_may_take_its_value_behind_an_equals_sign(lamp: Desk) -> None:
    written = lamp.ok("add", "树密", "--owner=绿化队", "--place=5号楼 东", "--yes", "--json").issue
    assert (written["owner"], written["place"]) == ("绿化队", "5号楼 东")


def test_a_dash_led_filter_is_text(lamp: Desk) -> None:
    lamp.ok("add", "- 还没修", "--yes")
    assert lamp.ok("list", "- 还没修", "--json").ids == ["20261120-1"]


# full-width input


@pytest.mark.parametrize(
    "typed",
    [
        ["list", "ｔｉｅｒ：ｍｅｄｉｕｍ"],
        ["list", "层级：中事"],
        ["list", "层级：　中事"],
        ["list", "raised：２０２６－１１"],
        ["list", "天数：４"],
        ["list", "天数：３．．１０"],
        ["list", "５号楼"],
        ["list", "非：层级：小事"],
        ["ｌｉｓｔ"],
        ["show", "１１１６－１"],
        ["show", "２０２６１１１６－１"],
        ["show", "1116－1"],
        ["show", "５号楼　路灯"],
    ],
    ids=" ".join,
)
def test_full_width_names_and_filters_mean_the_same(lamp: Desk, typed: list[str]) -> None:
    lamp.issue("2026-10-12", tier="small", title="树")
    everything = ["20261012-1", "20261116-1"]
    ids = lamp.ok(*typed, "--json").ids
    assert sorted(ids) == (everything if typed == ["ｌｉｓｔ"] else ["20261116-1"])


def test_full_width_dates_numbers_and_commas_mean_the_same(book: Desk) -> None:
    book.ok(
        "log", "--date", "１１月１６日", "--time", "８：３０－１１：４０", "--steps", "４７７３", "--km", "２．８７",
        "--walker", "张书记，王丽", "--text", "好",
    )  # fmt: skip
    (entry,) = book.json("show", "11-16")["entries"]
    assert entry["time"] == "08:30-11:40"
    assert (entry["steps"], entry["km"], entry["walkers"]) == (4773, 2.87, ["张书记", "王丽"])


def test_full_width_arguments_mean_the_same(lamp: Desk) -> None:
    assert lamp.ok("regrade", "1116-1", "ｌａｒｇｅ", "--json").issue["tier"] == "large"
    assert lamp.ok("extend", "1116-1", "２０２６－１２－０１", "--json").issue["due"] == "2026-12-01"
    assert lamp.ok("promise", "1116-1", "１２月５日", "--json").issue["due"] == "2026-12-05"


def test_a_full_width_comma_joins_bodies_like_a_half_width_one(lamp: Desk) -> None:
    (line,) = lamp.ok("whistle", "1116-1", "城管，消防", "周五到场", "--json").issue["progress"]
    assert line["text"] == "周五到场"
    assert line["argument"].replace("，", ",").replace("、", ",") == "城管,消防"


def test_text_keeps_its_full_width_forms(lamp: Desk) -> None:
    text = "Ａ座１２号:（“太吵”），要处理！"
    assert lamp.ok("note", "1116-1", text, "--json").issue["progress"][0]["text"] == text


# dates


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("2026-11-18", "2026-11-18"),
        ("11-18", "2026-11-18"),
        ("1118", "2026-11-18"),
        ("11月18日", "2026-11-18"),
        ("今天", "2026-11-20"),
        ("昨天", "2026-11-19"),
        ("前天", "2026-11-18"),
        ("大前天", "2026-11-17"),
        ("周一", "2026-11-16"),
        ("周五", "2026-11-20"),
        ("本周三", "2026-11-18"),
        ("三天前", "2026-11-17"),
        ("today", "2026-11-20"),
        ("yesterday", "2026-11-19"),
        ("monday", "2026-11-16"),
        ("last monday", "2026-11-16"),
    ],
)
def test_dates_of_a_line_of_progress(lamp: Desk, typed: str, meant: str) -> None:
    assert lamp.ok("note", "1116-1", "看过", "--on", typed, "--json").issue["progress"][0]["date"] == meant


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("下周五", "2026-11-27"),
        ("3天后", "2026-11-23"),
        ("in 3 days", "2026-11-23"),
        ("月底", "2026-11-30"),
        ("下月底", "2026-12-31"),
        ("周一", "2026-11-23"),
        ("1-5", "2027-01-05"),
        ("12月1日", "2026-12-01"),
    ],
)
def test_dates_to_come(lamp: Desk, typed: str, meant: str) -> None:
    assert lamp.ok("extend", "1116-1", typed, "--json").issue["due"] == meant
    assert lamp.ok("add", "树密", "--due", typed, "--yes", "--json").issue["due"] == meant


def test_a_date_argument_may_be_several_words(lamp: Desk) -> None:
    written = lamp.ok("extend", "1116-1", "in", "3", "days", "waiting", "--json").issue
    assert written["due"] == "2026-11-23"
    assert written["progress"][0]["text"] == "waiting"


@pytest.mark.parametrize("typed", ["12月1日,等配件", "2026-12-01:等配件", "12-01，等配件"])
def test_a_date_argument_ends_at_a_separator_as_in_the_files(lamp: Desk, typed: str) -> None:
    written = lamp.ok("extend", "1116-1", typed, "--json").issue
    assert written["due"] == "2026-12-01"
    assert written["progress"][0]["text"] == "等配件"


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("周一", "2026-11-16"),
        ("周六", "2026-11-14"),
        ("周五", "2026-11-20"),
        ("上周一", "2026-11-09"),
        ("12-25", "2025-12-25"),
    ],
)
def test_a_bare_weekday_in_log_is_the_latest_past_one(book: Desk, typed: str, meant: str) -> None:
    assert book.ok("log", "--date", typed, "--text", "好", "--json").json["entry"] == f"diaries/{meant[:4]}/{meant}.md"


@pytest.mark.parametrize("typed", ["2026-02-30", "13-45", "下下周", "周八", "soon", "5号楼", ""])
def test_what_is_no_date_is_refused_rather_than_guessed(lamp: Desk, typed: str) -> None:
    assert lamp.run("note", "1116-1", "看过", "--on", typed).code in ((2,) if typed else (0, 2))
    assert lamp.run("log", "--date", typed or "x", "--text", "好").code == 2


@pytest.mark.parametrize(
    ("typed", "start", "end"),
    [
        ("2026", "2026-01-01", "2026-12-31"),
        ("2026-11", "2026-11-01", "2026-11-30"),
        ("2026-q4", "2026-10-01", "2026-12-31"),
        ("本月", "2026-11-01", "2026-11-30"),
        ("上月", "2026-10-01", "2026-10-31"),
        ("今年", "2026-01-01", "2026-12-31"),
        ("去年", "2025-01-01", "2025-12-31"),
        ("本周", "2026-11-16", "2026-11-22"),
        ("上周", "2026-11-09", "2026-11-15"),
        ("三季度", "2026-07-01", "2026-09-30"),
        ("上半年", "2026-01-01", "2026-06-30"),
        ("2026-01-01..2026-06-30", "2026-01-01", "2026-06-30"),
        ("last month", "2026-10-01", "2026-10-31"),
        ("this year", "2026-01-01", "2026-12-31"),
        ("２０２６－１１", "2026-11-01", "2026-11-30"),
    ],
)
def test_periods(desk: Desk, typed: str, start: str, end: str) -> None:
    for command in ("stats", "report"):
        found = desk.json(command, *typed.split())
        assert (found["from"], found["to"]) == (start, end)
