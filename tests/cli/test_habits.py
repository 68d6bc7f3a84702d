"""What holds for every command: finding the workspace, the language, today, where answers go, exit codes."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from desk import Desk

from minqing.cli.table import COMMANDS

READING = (["list"], ["show", "1116-1"], ["show", "11-16"], ["stats"], ["report", "2026-11"], ["check"])


# finding the workspace


def test_dash_c_comes_before_minqing_home(desk: Desk, tmp_path: Path) -> None:
    desk.issue("2026-11-16")
    other = tmp_path / "other"
    other.mkdir()
    (other / "minqing.yaml").write_text("language: en\n")
    assert desk.run("list", "--json", MINQING_HOME=str(other)).ids == ["20261116-1"]
    assert desk.anywhere("list", "--json", MINQING_HOME=str(other)).ids == []


def test_dash_c_may_stand_behind_the_command(desk: Desk) -> None:
    desk.issue("2026-11-16")
    assert desk.anywhere("list", "--json", "-C", str(desk.root)).ids == ["20261116-1"]


def test_minqing_home_comes_before_the_folder_one_is_in(desk: Desk, tmp_path: Path) -> None:
    desk.issue("2026-11-16")
    here = tmp_path / "here"
    here.mkdir()
    (here / "minqing.yaml").write_text("")
    desk.patch.chdir(here)
    assert desk.anywhere("list", "--json", MINQING_HOME=str(desk.root)).ids == ["20261116-1"]


def test_the_nearest_parent_with_settings_is_the_workspace(desk: Desk) -> None:
    desk.issue("2026-11-16")
    desk.patch.chdir(desk.root / "diaries" / "2026")
    assert desk.anywhere("list", "--json").ids == ["20261116-1"]


def test_the_workspace_that_init_remembered_is_the_default(desk: Desk, tmp_path: Path) -> None:
    new = tmp_path / "社区"
    assert desk.anywhere("init", str(new)).code == 0
    desk.patch.chdir(tmp_path)
    assert desk.anywhere("add", "路灯坏了", "--yes").code == 0
    assert desk.anywhere("list", "--json").ids == ["20261120-1"]
    assert list((new / "diaries").rglob("*.md"))


def test_the_folder_one_is_in_comes_before_the_default(desk: Desk, tmp_path: Path) -> None:
    desk.anywhere("init", str(tmp_path / "default"))
    desk.issue("2026-11-16")
    desk.patch.chdir(desk.root)
    assert desk.anywhere("list", "--json").ids == ["20261116-1"]


def test_no_workspace_is_misuse_and_says_how_to_make_one(desk: Desk, tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()
    desk.patch.chdir(tmp_path / "empty")
    answer = desk.anywhere("list")
    assert (answer.code, answer.out) == (2, "")
    assert "minqing init" in answer.err


@pytest.mark.parametrize("folder", ["nowhere", "."])
def test_a_folder_that_is_no_workspace_is_named(desk: Desk, tmp_path: Path, folder: str) -> None:
    answer = desk.anywhere("-C", str(tmp_path / folder), "list")
    assert answer.code == 2
    assert str(tmp_path) in answer.err


# language


def test_lang_comes_before_the_variable_before_the_settings(desk: Desk) -> None:
    assert "没有未办结的事项" in desk.ok("list").out
    assert "No open issues" in desk.ok("list", MINQING_LANG="en").out
    assert "没有未办结的事项" in desk.ok("list", "--lang", "zh", MINQING_LANG="en").out
    assert "No open issues" in desk.ok("--lang", "en", "list").out
    assert "No open issues" in desk.ok("--lang=en", "list").out


@pytest.mark.parametrize(("locale", "said"), [("zh_CN.UTF-8", "没有未办结"), ("de_DE", "No open"), ("C", "No open")])
def test_without_settings_the_locale_decides(desk: Desk, locale: str, said: str) -> None:
    desk.settings("community: 幸福里\n")
    desk.patch.delenv("LC_ALL")
    assert said in desk.ok("list", LANG=locale).out
    assert said in desk.ok("list", LANG="en_GB.UTF-8", LC_ALL=locale).out


def test_another_language_is_misuse(desk: Desk) -> None:
    answer = desk.run("list", "--lang", "fr")
    assert answer.code == 2
    assert "zh" in answer.err
    assert "fr" in answer.err


def test_the_language_never_changes_what_a_file_means(desk: Desk) -> None:
    desk.issue("2026-11-16", "2026-11-17 办结 好", 层级="小事", 类别="环境卫生")
    desk.issue("2026-11-17", "2026-11-18 close well", tier="small", category="environment")
    zh, en = (desk.json("list", "state:all", "--lang", lang) for lang in ("zh", "en"))
    assert zh == en
    assert {i["tier"] for i in en["issues"]} == {"small"}
    assert {i["outcome"] for i in en["issues"]} == {"solved"}


def test_what_is_written_follows_the_settings_not_the_person(book: Desk) -> None:
    book.ok("--lang", "en", "add", "路灯坏了", "--tier", "large", "--yes")
    book.ok("--lang", "en", "close", "20261120-1", "好了")
    text = book.read("diaries/2026/2026-11-20-desk.md")
    assert "层级: 大事" in text
    assert "- 2026-11-20 办结 好了" in text


def test_an_english_workspace_writes_english(book: Desk) -> None:
    book.settings("language: en\n")
    book.ok("add", "the lamp is broken", "--tier", "large", "--yes")
    book.ok("close", "last", "mended")
    text = book.read("diaries/2026/2026-11-20-desk.md")
    assert "tier: large" in text
    assert "- 2026-11-20 close mended" in text
    assert "事由" not in text


@pytest.mark.parametrize("command", [c.name for c in COMMANDS])
@pytest.mark.parametrize("lang", ["zh", "en"])
def test_every_command_has_help_in_both_languages(desk: Desk, command: str, lang: str) -> None:
    help = desk.anywhere("--lang", lang, command, "--help")
    assert help.code == 0
    assert f"minqing {command}" in help.out
    assert ("选项" in help.out) == (lang == "zh")


def test_help_leads_with_what_is_used_every_week(desk: Desk) -> None:
    help = desk.anywhere("--lang", "en", "--help").out
    assert help.index("  log ") < help.index("  report ") < help.index("  init ")


# today


def test_a_clock_that_is_years_behind_is_told_before_anything_is_believed(book: Desk) -> None:
    book.issue("2026-11-16")
    behind = {"MINQING_TODAY": "2016-01-01"}
    for words in (("list",), ("stats",), ("report", "--brief"), ("list", "--json")):
        answer = book.run(*words, **behind, MINQING_INDEX="no" if words == ("stats",) else "")
        assert "最晚的一篇是 2026-11-16,比今天(2016-01-01)还晚" in answer.err, words
    answer = book.run("add", "井盖破了", "--yes", **behind)
    assert "电脑上的今天是 2016-01-01,可是日记里最晚的一篇是 2026-11-16" in answer.err
    answer = book.run("log", "--steps", "10", "--dry-run", **behind)
    assert "电脑上的今天是 2016-01-01" in answer.err
    refused = book.run("note", "20261116-1", "看过了", **behind)
    assert (refused.code, "调好电脑的日期" in refused.err) == (2, True)
    assert "不能更早" in book.run("note", "20261116-1", "看过了", "--on", "2026-11-01").err


def test_a_clock_that_is_years_ahead_is_told_to_whoever_writes(book: Desk) -> None:
    book.issue("2026-11-16")
    assert "电脑上的今天" not in book.run("add", "井盖破了", "--yes", MINQING_TODAY="2027-11-30").err
    assert "电脑上的今天是 2035-03-01" in book.run("add", "门坏了", "--yes", MINQING_TODAY="2035-03-01").err
    assert "电脑上的今天" not in book.run("list", MINQING_TODAY="2035-03-01").err


def test_minqing_today_stands_in_for_the_date(desk: Desk) -> None:
    desk.issue("2020-11-23", due="2020-11-29")
    found = desk.json("list", MINQING_TODAY="2020-11-30")
    assert found["today"] == "2020-11-30"
    assert found["issues"][0]["overdue"] is True
    assert found["issues"][0]["days_open"] == 7


def test_a_today_that_is_no_date_is_named(desk: Desk) -> None:
    answer = desk.run("list", MINQING_TODAY="gestern")
    assert answer.code == 2
    assert "MINQING_TODAY" in answer.err


# answers


@pytest.mark.parametrize("command", READING, ids=" ".join)
def test_data_goes_to_stdout_and_nothing_else(desk: Desk, command: list[str]) -> None:
    desk.issue("2026-11-16")
    answer = desk.ok(*command)
    assert answer.out
    assert answer.err == ""
    assert "\x1b" not in answer.out


@pytest.mark.parametrize("command", READING, ids=" ".join)
def test_json_on_every_command_that_shows_something(desk: Desk, command: list[str]) -> None:
    desk.issue("2026-11-16")
    answer = desk.ok(*command, "--json")
    assert answer.json["schema"] == 1
    assert json.dumps(answer.json)


@pytest.mark.parametrize("command", READING, ids=" ".join)
def test_an_empty_diary_is_no_error(desk: Desk, command: list[str]) -> None:
    answer = desk.run(*command, "--json")
    if command[0] == "show":
        assert (answer.code, answer.out) == (3, "")
    else:
        assert answer.code == 0
        assert answer.json["schema"] == 1


@pytest.mark.parametrize("command", READING, ids=" ".join)
def test_reading_writes_nothing(book: Desk, command: list[str]) -> None:
    book.issue("2026-11-16")
    book.commit_all()
    before = book.commits
    book.ok(*command)
    assert book.status() == []
    assert book.commits == before


def test_long_chinese_text_is_never_cut_in_a_pipe(desk: Desk) -> None:
    title = "五号楼的老爷子说窗前的路灯太亮" * 20
    desk.issue("2026-11-16", title=title)
    assert title in desk.ok("list").out
    assert title in desk.ok("show", "1116-1").out


# misuse


@pytest.mark.parametrize(
    ("typed", "nearest"),
    [
        (["lst"], "list"),
        (["clsoe", "路灯"], "close"),
        (["list", "--jsno"], "--json"),
        (["stats", "--asof", "2026-11-01"], "--as-of"),
        (["close", "路灯", "--onn", "昨天"], "--on"),
        (["add", "路灯", "--ower", "绿化队"], "--owner"),
    ],
    ids=str,
)
def test_what_is_unknown_is_misuse_and_the_nearest_is_named(desk: Desk, typed: list[str], nearest: str) -> None:
    answer = desk.run(*typed)
    assert (answer.code, answer.out) == (2, "")
    assert nearest in answer.err


@pytest.mark.parametrize(("typed", "whole"), [("--js", "--json"), ("--as", "--as-of"), ("--jso", "--json")])
def test_an_option_that_is_only_begun_names_the_whole_one(desk: Desk, typed: str, whole: str) -> None:
    for command in ("list", "stats"):
        answer = desk.run(command, typed)
        assert answer.code == 2
        assert whole in answer.err


@pytest.mark.parametrize(
    "typed",
    [
        ["frobnicate"],
        ["--frobnicate"],
        ["-x"],
        ["list", "-x"],
        ["list", "--as-of"],
        ["list", "--as-of", "soon"],
        ["show"],
        ["add"],
        ["add", ""],
        ["close"],
        ["stats", "改天"],
        ["stats", "--by", "colour"],
        ["report", "2026-13"],
        ["check", "something"],
        ["edit"],
        ["log"],
    ],
    ids=" ".join,
)
def test_misuse_is_told_on_stderr_with_2(desk: Desk, typed: list[str]) -> None:
    answer = desk.run(*typed)
    assert (answer.code, answer.out) == (2, "")
    assert answer.err.strip()


def test_an_unexpected_word_is_told_in_the_language_spoken(desk: Desk) -> None:
    assert "unexpected" not in desk.run("check", "something").err


def test_an_option_without_a_value_does_not_ask_for_one(desk: Desk) -> None:
    answer = desk.run("list", "--json=1")
    assert answer.code == 2
    assert "后面要有内容" not in answer.err


def test_no_arguments_show_the_help(desk: Desk) -> None:
    assert desk.anywhere("--lang", "zh").out == desk.anywhere("--lang", "zh", "--help").out


def test_the_version(desk: Desk) -> None:
    assert desk.anywhere("--version").out.startswith("minqing ")


# as of


def test_as_of_shows_the_diary_as_it_was(desk: Desk) -> None:
    desk.issue("2026-11-02", "2026-11-04 交办 绿化队", "2026-11-10 办结 好", due="2026-11-09")
    desk.issue("2026-11-09")
    then = desk.json("list", "--as-of", "11-05")
    assert then["today"] == "2026-11-05"
    (only,) = then["issues"]
    assert (only["state"], only["owner"], only["days_open"], only["overdue"]) == ("open", "绿化队", 3, False)
    assert [line["verb"] for line in only["progress"]] == ["assign"]
    shown = desk.json("show", "1102-1", "--as-of", "2026-11-05")["issues"][0]
    assert shown == only
    assert desk.json("stats", "--as-of", "2026-11-05")["issues"]["raised"] == 1
    assert desk.json("stats", "--as-of", "2026-11-05")["as_of"] == "2026-11-05"


def test_an_issue_not_raised_yet_is_not_there(desk: Desk) -> None:
    desk.issue("2026-11-09")
    assert desk.run("show", "1109-1", "--as-of", "11-05").code == 3


def test_an_entry_of_tomorrow_changes_no_other_issue(desk: Desk) -> None:
    desk.issue("2026-11-16", due="2026-11-20")
    desk.entry("2026-12-20")
    shown = desk.json("show", "1116-1")
    assert shown["today"] == "2026-11-20"
    assert (shown["issues"][0]["overdue"], shown["issues"][0]["days_open"]) == (False, 4)
