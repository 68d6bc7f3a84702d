"""How a diary is read: both spellings, scalars as text, lines of progress, recovery of what YAML misreads."""

from __future__ import annotations

from typing import Any

import pytest
from desk import Desk

DAY = "diaries/2026/2026-11-16.md"
HEAD = "---\n日期: 2026-11-16\n"
ISSUE = HEAD + "事项:\n  - 编号: 20261116-1\n    事由: 路灯太亮\n"
LINES = ISSUE + "    办理:\n"


def read(desk: Desk, text: str) -> dict[str, Any]:
    """The first issue of an entry written as ``text``, which must be readable without errors."""
    desk.write(DAY, text + "---\n")
    answer = desk.run("list", "state:all", "--json")
    assert answer.code == 0, desk.run("check").out
    return dict(answer.json["issues"][0])


def line(desk: Desk, written: str) -> dict[str, Any]:
    """One line of progress as it is understood."""
    (only,) = read(desk, f"{LINES}      - {written}\n")["progress"]
    return dict(only)


def problems(desk: Desk) -> list[dict[str, Any]]:
    return list(desk.run("check", "--json").json["problems"])


# spellings and scalars


def test_both_spellings_also_mixed(desk: Desk) -> None:
    desk.write(
        DAY,
        "---\ndate: 2026-11-16\n类型: walk\nsteps: 1\n公里: 2\nwalkers: [甲]\nissues:\n  - id: 20261116-1\n"
        "    事由: 灯\n    tier: 大事\n    层级以外: x\n    办理:\n      - 2026-11-17 close 好\n"
        "      - 2026-11-18 回访 fair 好\n---\n",
    )
    (issue,) = desk.json("list", "state:all")["issues"]
    assert (issue["tier"], issue["satisfaction"], issue["outcome"]) == ("large", "fair", "solved")
    assert [p["code"] for p in problems(desk)] == ["key-unknown"]


def test_no_guesses_of_yaml(desk: Desk) -> None:
    issue = read(desk, ISSUE + "    地点: no\n    反映人: 12:30\n    工单: 012345\n    责任: 2019-10-21\n")
    assert (issue["place"], issue["reporter"], issue["ticket"], issue["owner"]) == (
        "no", "12:30", "012345", "2019-10-21",
    )  # fmt: skip
    issue = read(desk, ISSUE + "    地点: 0x1F\n    反映人: 1e3\n    工单: 1_000\n    责任: yes\n")
    assert (issue["place"], issue["reporter"], issue["ticket"], issue["owner"]) == ("0x1F", "1e3", "1_000", "yes")


@pytest.mark.parametrize(
    "written",
    [
        "[张书记, 王丽]",
        "张书记、王丽",
        "张书记,王丽",
        "张书记，王丽",
        "张书记; 王丽",
        "张书记；王丽",
        "[张书记， 王丽]",
    ],
)
def test_a_list_is_a_list_or_split_at_its_separators(desk: Desk, written: str) -> None:
    desk.write(DAY, f"{HEAD}参加: {written}\n---\n")
    (entry,) = desk.run("show", "11-16", "--json").json["entries"]
    assert [name.strip() for name in entry["walkers"]] == ["张书记", "王丽"]


def test_numbers_may_be_full_width(desk: Desk) -> None:
    desk.write(DAY, f"{HEAD}步数: ４７７３\n公里: ２．８７\n---\n")
    found = desk.json("stats")
    assert (found["steps"], found["km"]) == (4773, 2.87)


# lines of progress


@pytest.mark.parametrize(
    ("written", "verb", "argument", "text"),
    [
        ("2026-11-17 办结 修好了", "close", None, "修好了"),
        ("2026-11-17 办结:修好了", "close", None, "修好了"),
        ("2026-11-17 办结：修好了", "close", None, "修好了"),
        ("2026-11-17 办结,修好了", "close", None, "修好了"),
        ("2026-11-17 办结，修好了", "close", None, "修好了"),
        ("2026-11-17 办结。修好了", "close", None, "修好了"),
        ("2026-11-17　办结　修好了", "close", None, "修好了"),
        ("2026-11-17   办结   修好了", "close", None, "修好了"),
        ("2026-11-17 close", "close", None, ""),
        ("2026-11-17 CLOSE fixed", "close", None, "fixed"),
        ("2026-11-17 看过现场", "note", None, "看过现场"),
        ("2026-11-17 办结后又亮了", "note", None, "办结后又亮了"),
        ("2026-11-17 回访 满意 老人说好", "followup", "satisfied", "老人说好"),
        ("2026-11-17 回访:满意,谢谢", "followup", "satisfied", "谢谢"),
        ("2026-11-17 回访：基本满意。还行", "followup", "fair", "还行"),
        ("2026-11-17 交办 绿化队 先看", "assign", "绿化队", "先看"),
        ("2026-11-17 交办:绿化队:先看", "assign", "绿化队", "先看"),
        ("2026-11-17 吹哨 城管、消防 周五", "whistle", "城管、消防", "周五"),
        ("2026-11-17 吹哨 城管,消防 周五", "whistle", "城管,消防", "周五"),
        ("2026-11-17 改级 大事 超出权限", "regrade", "large", "超出权限"),
        ("2026-11-17 改类 环境卫生", "reclassify", "environment", ""),
        ("2026-11-17 改类 facility", "reclassify", "facility", ""),
        ("2026-11-17 延期 2026-12-01 等配件", "extend", "2026-12-01", "等配件"),
        ("2026-11-17 重复 20261109-1", "duplicate", "20261109-1", ""),
    ],
)
def test_a_line_is_date_verb_argument_text(
    desk: Desk, written: str, verb: str, argument: str | None, text: str
) -> None:
    assert line(desk, f'"{written}"') == {"date": "2026-11-17", "verb": verb, "argument": argument, "text": text}
    assert line(desk, written) == {"date": "2026-11-17", "verb": verb, "argument": argument, "text": text}


@pytest.mark.parametrize(
    "written", ["2026-11-17 回访 没人接", "2026-11-17 延期 再说", "2026-11-17 改级 很大", "2026-11-17 交办"]
)
def test_an_argument_that_is_missing_is_a_warning_and_a_note(desk: Desk, written: str) -> None:
    found = line(desk, written)
    assert (found["verb"], found["argument"]) == ("note", None)
    assert found["text"] == written.removeprefix("2026-11-17 ")
    (problem,) = problems(desk)
    assert (problem["severity"], problem["line"], problem["file"]) == ("warning", 7, DAY)
    assert problem["fix"]


@pytest.mark.parametrize("written", ["2026-11-17 已办结", "2026-11-17 已解决,谢谢", "2026-11-17 办结了"])
def test_a_note_that_begins_like_a_closing_is_a_warning(desk: Desk, written: str) -> None:
    assert line(desk, written)["verb"] == "note"
    (problem,) = problems(desk)
    assert problem["severity"] == "warning"


def test_a_second_closing_and_an_idle_reopening_are_warnings(desk: Desk) -> None:
    steps = ["2026-11-17 重开", "2026-11-18 办结", "2026-11-19 转出 法院", "2026-11-19 延期 2026-12-01"]
    read(desk, LINES + "".join(f"      - {s}\n" for s in steps))
    assert [(p["line"], p["severity"]) for p in problems(desk)] == [(7, "warning"), (9, "warning"), (10, "warning")]


def test_a_reopening_of_a_parked_issue_is_no_warning(desk: Desk) -> None:
    read(desk, LINES + "      - 2026-11-17 挂账 2026-12-01\n      - 2026-11-18 重开\n")
    assert problems(desk) == []


def test_a_line_before_its_entry_is_an_error_and_counted(desk: Desk) -> None:
    desk.write(DAY, f"{LINES}      - 2026-11-10 办结\n---\n")
    (problem,) = problems(desk)
    assert (problem["severity"], problem["line"]) == ("error", 7)
    answer = desk.run("list", "state:all", "--json")
    assert answer.code == 1
    assert answer.json["issues"][0]["closed"] == "2026-11-16"


def test_an_id_of_another_day_is_a_warning(desk: Desk) -> None:
    read(desk, ISSUE.replace("20261116-1", "20261115-1"))
    (problem,) = problems(desk)
    assert (problem["severity"], problem["line"]) == ("warning", 4)


# recovery


@pytest.mark.parametrize(
    ("written", "text"),
    [
        ("2026-11-17 王丽: 看过: 好", "王丽: 看过: 好"),
        ('2026-11-17 他说: "太吵", 要处理', '他说: "太吵", 要处理'),
        ("2026-11-17 王丽: @绿化队", "王丽: @绿化队"),
        ("2026-11-17 看过 # 下午 3 点", "看过 # 下午 3 点"),
        ("2026-11-17 跟进 {急} [红]", "{急} [红]"),
    ],
)
def test_a_line_that_yaml_misreads_is_recovered_named_and_mended(desk: Desk, written: str, text: str) -> None:
    found = line(desk, written)
    assert (found["verb"], found["text"]) == ("note", text)
    named = [p for p in problems(desk) if p["line"] == 7]
    if written.startswith("2026-11-17 跟进"):
        return
    assert named
    assert named[0]["severity"] == "warning"
    assert desk.run("check", "--fix").code == 0
    assert problems(desk) == []
    assert desk.run("list", "--json").json["issues"][0]["progress"][0]["text"] == text


@pytest.mark.parametrize(
    "value",
    [
        "[急] 灯坏", "{急} 灯坏", "- 灯坏", "? 灯坏", "@物业 灯坏", "%灯坏", "*灯坏", "&灯坏", "!灯坏", "|灯坏",
        ">灯坏", "'灯坏", '"灯坏', "王丽: 灯: 坏", '他说: "太吵", 要处理', "灯坏 # 下午", "`灯坏`", "[灯坏",
    ],
)  # fmt: skip
def test_a_title_that_yaml_misreads_is_recovered_named_and_mended(desk: Desk, value: str) -> None:
    text = HEAD + f"事项:\n  - 编号: 20261116-1\n    事由: {value}\n    地点: 5号楼\n"
    issue = read(desk, text)
    assert (issue["title"], issue["place"]) == (value, "5号楼")
    named = [p for p in problems(desk) if p["line"] == 5]
    assert [p["severity"] for p in named] == ["warning"]
    assert desk.run("check", "--fix").code == 0
    assert problems(desk) == []
    assert desk.json("list")["issues"][0]["title"] == value


def test_a_missing_blank_after_a_colon_is_recovered(desk: Desk) -> None:
    issue = read(desk, HEAD + "事项:\n  - 编号:20261116-1\n    事由:路灯太亮\n    地点:5号楼\n")
    assert (issue["id"], issue["title"], issue["place"]) == ("20261116-1", "路灯太亮", "5号楼")
    assert desk.run("check", "--fix").code == 0
    assert problems(desk) == []


@pytest.mark.parametrize(
    "text",
    [
        "---\n日期：2026-11-16\n步数：4773\n---\n",
        "———\n日期: 2026-11-16\n步数: 4773\n———\n",
        "---\n日期: 2026/11/16\n步数: 4773\n---\n",
        "---\n日期: 2026-11-16\n步数 : 4773\n---\n",
        "---\n日期: 2026-11-16\nstpes: 4773\n---\n",
    ],
    ids=["full-width colon", "long fence", "slashes", "blank before colon", "typo"],
)
def test_what_has_one_safe_mend_is_read_named_and_mended(desk: Desk, text: str) -> None:
    desk.write(DAY, text)
    assert desk.json("stats")["steps"] == 4773
    if "步数 :" not in text:
        assert problems(desk)
        assert {p["severity"] for p in problems(desk)} == {"warning"}
    answer = desk.run("check", "--fix", "--json")
    assert (answer.code, answer.json["problems"]) == (0, [])
    assert desk.read(DAY) == "---\n日期: 2026-11-16\n步数: 4773\n---\n" or "stpes" in text or "步数 :" in text


@pytest.mark.parametrize("newline", ["\n", "\r\n"])
@pytest.mark.parametrize("bom", ["", "\ufeff"])
def test_a_bom_and_crlf_are_simply_accepted(desk: Desk, newline: str, bom: str) -> None:
    desk.write(DAY, bom + (ISSUE + "---\n\n## 走\n").replace("\n", newline))
    assert problems(desk) == []
    assert desk.ok("list", "--json").ids == ["20261116-1"]


def test_gbk_is_read_and_named(desk: Desk) -> None:
    desk.write(DAY, (ISSUE + "---\n\n今天好。\n").encode("gb18030"))
    assert desk.json("list")["issues"][0]["title"] == "路灯太亮"
    (problem,) = problems(desk)
    assert problem["severity"] == "warning"


# check itself


def test_the_keys_of_a_problem_are_a_promise(desk: Desk) -> None:
    desk.write(DAY, ISSUE.replace("20261116-1", "十六日") + "---\n")
    answer = desk.run("check", "--json")
    assert answer.code == 1
    (problem,) = answer.json["problems"]
    assert set(problem) >= {"code", "severity", "file", "line", "column", "title", "detail", "fix"}
    assert (problem["severity"], problem["file"], problem["line"]) == ("error", DAY, 4)
    assert problem["column"] > 1
    for key in ("title", "detail", "fix"):
        assert problem[key].strip()


def test_check_says_file_line_column_the_line_itself_and_the_mend(desk: Desk) -> None:
    desk.write(DAY, HEAD + "步数: 很多\n---\n")
    answer = desk.run("check")
    assert answer.code == 1
    assert f"{DAY}:3:" in answer.out
    assert "步数: 很多" in answer.out
    assert "很多" in answer.out


def test_all_problems_are_told_at_once(desk: Desk) -> None:
    desk.write(DAY, HEAD + "步数: 很多\n公里: 远\n时间: 早上\n" + "事项:\n  - 编号: x\n    层级: 巨事\n---\n")
    desk.write("diaries/2026/2026-11-17.md", "---\n日期: 2026-11-18\n---\n")
    found = [(p["file"][-5:], p["line"]) for p in problems(desk)]
    assert found[:3] == [("16.md", 3), ("16.md", 4), ("16.md", 5)]
    assert {("16.md", 7), ("16.md", 8), ("17.md", 2)} <= set(found)


def test_problems_are_told_in_both_languages(desk: Desk) -> None:
    desk.write(DAY, HEAD + "步数: 很多\n---\n")
    zh, en = (desk.run("check", "--json", "--lang", lang).json["problems"][0] for lang in ("zh", "en"))
    assert zh["code"] == en["code"]
    assert zh["title"] != en["title"]
    assert en["title"].isascii()


def test_warnings_alone_are_0(desk: Desk) -> None:
    read(desk, LINES + "      - 2026-11-17 已办结\n")
    for command in (["check"], ["list"], ["stats"], ["show", "11-16"]):
        assert desk.run(*command).code == 0


def test_fix_is_one_commit(book: Desk) -> None:
    book.write(DAY, "---\n日期：2026-11-16\n---\n")
    book.write("diaries/2026/2026-11-17.md", "---\n日期: 2026/11/17\n---\n")
    book.commit_all()
    before = book.commits
    book.ok("check", "--fix")
    assert book.commits == before + 1
    assert book.trailers("Minqing-Action") == ["fix"]
    assert len(book.committed()) == 2
    book.ok("check", "--fix")
    assert book.commits == before + 1


def test_fix_reads_what_notepad_saved_as_unicode(book: Desk) -> None:
    """UTF-16 is text for Windows and none for git: it is named, and one command makes it text for both."""
    text = (ISSUE + "---\n\n𠮷家的门😀\n").replace("\n", "\r\n")
    book.write(DAY, text.encode("utf-16"))
    settings = book.read("minqing.yaml")
    book.write("minqing.yaml", settings.encode("utf-16"))
    answer = book.run("check")
    assert answer.code == 1
    assert answer.out.count("文件存成了 Unicode") == 2
    assert "检查 --fix" in answer.out
    assert book.ok("check", "--fix", "--json").json["problems"] == []
    assert (book.read(DAY), book.read("minqing.yaml")) == (text, settings)
    assert book.status() == []


def test_a_number_does_not_slip_into_the_history_in_what_git_takes_for_no_text(book: Desk) -> None:
    book.write(DAY, (ISSUE + "---\n\n电话13812345678\n").encode("utf-16"))
    before = book.commits
    answer = book.run("check", "--fix")
    assert (answer.code, book.commits) == (5, before)
    assert "138****5678" in answer.err


def test_fix_leaves_alone_what_is_not_safe(desk: Desk) -> None:
    text = HEAD + "步数: 很多\n天气：晴\n---\n"
    desk.write(DAY, text)
    answer = desk.run("check", "--fix")
    assert answer.code == 1
    assert "步数: 很多" in desk.read(DAY)


# settings


@pytest.mark.parametrize(
    ("settings", "severity"),
    [
        ("foo: 1\n", "warning"),
        ("户数: 很多\n", "error"),
        ("语言: fr\n", "error"),
        ("走动: {星期: 周八}\n", "error"),
        ("类别: {environment: {口径: 天气}}\n", "error"),
        ("期初: {截至: 2026-02-30}\n", "error"),
        ("格式: 2\n", "error"),
        ("户数: [\n", "error"),
        ("户数: 1\n户数: 2\n", "error"),
    ],
)
def test_settings_are_checked_too(desk: Desk, settings: str, severity: str) -> None:
    desk.settings("社区: 幸福里\n" + settings)
    found = problems(desk)
    assert found
    assert found[0]["file"] == "minqing.yaml"
    assert found[0]["severity"] == severity
    assert found[0]["line"] in (2, 3)
    assert desk.run("list").code == (1 if severity == "error" else 0)


def test_settings_in_both_spellings(desk: Desk) -> None:
    desk.settings("language: en\n社区: Happy Lane\nopening: {截至: 2026-01-01, steps: 5}\n")
    assert problems(desk) == []
    assert desk.json("stats")["steps"] == 5
