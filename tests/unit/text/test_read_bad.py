"""Files that are no diary, or a damaged one: named, at their line, all at once, and left out."""

from __future__ import annotations

import pytest
from readings import codes, entry_of, front, raised, reading

GOOD = "---\n日期: 2019-10-21\n天气: 晴\n---\n\n走了一圈,没有下雨。\n"


@pytest.mark.parametrize(
    ("raw", "code", "line"),
    [
        (b"", "file-empty", 0),
        (b"\xef\xbb\xbf", "file-empty", 0),
        (b" \r\n\n", "file-empty", 0),
        (b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR", "file-binary", 0),
        (GOOD.replace("晴", "晴\0").encode(), "file-nul", 0),
        (GOOD.encode() + b"\0" * 4000, "file-nul", 0),
        (b"\xef\xbb\xbf" + GOOD.encode() + b"\0", "file-nul", 0),
        (GOOD.replace("晴", "晴\0\x01").encode(), "file-binary", 0),
        (b"\0" * 4000, "encoding-unknown", 0),
        (GOOD.encode("utf-16"), "encoding-utf16", 0),
        (b"\xff\xfe" + GOOD.encode("utf-16-le")[:-1], "encoding-unknown", 0),
        (b"\xff\xfe" + GOOD.replace("晴", "晴\0").encode("utf-16-le"), "encoding-unknown", 0),
        (GOOD.encode("utf-32"), "encoding-unknown", 0),
        (GOOD.encode("utf-16-le"), "encoding-unknown", 0),
        (GOOD.replace("晴", "晴@").encode().replace(b"@", b"\xff"), "encoding-unknown", 3),
        (b"x" * (9 * 1024 * 1024), "file-too-large", 0),
        ("日期: 2019-10-21\n".encode(), "front-matter-missing", 1),
        ("# 标题\n\n---\n日期: 2019-10-21\n---\n".encode(), "fence-late", 1),
        ("\n---\n日期: 2019-10-21\n天气: 晴\n".encode(), "fence-open", 2),
        (b"---\n---\n", "date-missing", 1),
        (b"---\n- a\n---\n", "not-a-mapping", 2),
    ],
)
def test_no_diary(raw: bytes, code: str, line: int) -> None:
    found = reading(raw)
    assert found.entry is None
    assert [(p.code, p.line) for p in found.problems] == [(code, line)]


def test_gbk_is_read_and_named() -> None:
    found = reading(GOOD.encode("gb18030"))
    assert entry_of(found).weather == "晴"
    assert [(p.code, p.line, p.shown) for p in found.problems] == [("encoding-gbk", 2, "日期: 2019-10-21")]


@pytest.mark.parametrize("fence", ["———", "——", "----", "－－－", "–––"])
def test_odd_fences_are_read_and_named(fence: str) -> None:
    found = reading(GOOD.replace("---", fence))
    assert (entry_of(found).weather, codes(found)) == ("晴", ["fence-odd", "fence-odd"])
    assert found.repaired == GOOD


def test_an_odd_fence_before_more_keys_is_no_fence() -> None:
    found = reading("---\n日期: 2019-10-21\n———\n天气: 晴\n---\n")
    assert [(p.code, p.line) for p in found.problems] == [("yaml-syntax", 3)]


def test_a_rule_in_the_body_is_no_fence() -> None:
    found = reading(GOOD.replace("---", "———") + "\n---\n\n完。\n")
    assert entry_of(found).body.endswith("---\n\n完。\n")


def test_conflicts_are_named_at_every_marker() -> None:
    found = reading("---\n日期: 2019-10-21\n<<<<<<< 我\n天气: 晴\n=======\n天气: 雨\n>>>>>>> 你\n---\n标题\n=======\n")
    assert found.entry is None
    assert [(p.code, p.line) for p in found.problems] == [("conflict-marker", n) for n in (3, 5, 7)]


def test_conflicts_in_the_body_too() -> None:
    assert codes(reading(GOOD + "<<<<<<< 我\n好\n=======\n不好\n>>>>>>> 你\n")) == ["conflict-marker"] * 3


def test_an_issue_below_the_fence_is_not_silent() -> None:
    found = reading(GOOD + "事项:\n  - 编号: 20191021-1\n    事由: 灯\n")
    assert [(p.code, p.line) for p in found.problems] == [("issue-below-fence", 8)]


def test_all_problems_of_a_file_are_told_at_once() -> None:
    found = front(
        "天气：晴", "步数: 很多", "心情: 好", "weather: 雨", "事项:", "  - 编号: 20191021-1", "    事由: [急] 灯",
        "    层级: 超大", "    类别: 飞碟", "    期限: 2019-13-01", "    办理:", "      - 没有日期",
        "      - 2019-10-01 跟进 早",
        "  - 事由: 没有编号", "  - 编号: 20191020-2",
    )  # fmt: skip
    assert [(p.code, p.line) for p in found.problems] == [
        ("full-width", 3), ("number-bad", 4), ("key-unknown", 5), ("key-duplicate", 6), ("text-unquoted", 9),
        ("tier-unknown", 10), ("category-unknown", 11), ("date-bad", 12), ("progress-undated", 14),
        ("progress-before-entry", 15), ("id-missing", 16), ("title-missing", 17), ("id-date", 17),
    ]  # fmt: skip
    assert found.entry is None
    assert found.draft is not None
    assert len(found.draft.issues) == 3


def test_problems_show_their_line_and_column() -> None:
    (problem,) = front("事项:", "  - 编号: 20191021-1", "    事由: 灯", "    层级: 超大 # 真的").problems
    assert (problem.file, problem.line, problem.column) == ("diaries/2019/2019-10-21.md", 6, 9)
    assert problem.shown == "    层级: 超大 # 真的"


@pytest.mark.parametrize(
    ("line", "code"),
    [
        ("日期: 2019-02-30", "key-duplicate"),
        ("date: 2019-10-21", "key-duplicate"),
        ("类型: 散步", "kind-unknown"),
        ("时间: 上午", "time-bad"),
        ("时间: 25:00-26:00", "time-bad"),
        ("参加: {书记: 张}", "list-expected"),
        ("事项: 无", "issue-expected"),
        ("步数: !!int 3", "yaml-tag"),
        ("步数: &a 3", "yaml-anchor"),
        ("类型: *a", "yaml-anchor"),
        ("<<: {天气: 晴}", "yaml-anchor"),
        ("今天很热", "yaml-syntax"),
        ("走访: " + "[" * 3000 + "]" * 3000, "nested-too-deep"),
        ("走访: " + "[" * 300000, "nested-too-deep"),
        ("备注:\n  " + "- " * 100000, "nested-too-deep"),
        ("参加: [张书记, 王丽", "yaml-syntax"),
        ("天\x07气: 晴", "control-character"),
    ],
)
def test_errors_of_a_line(line: str, code: str) -> None:
    found = front(line)
    assert (found.entry, codes(found)) == (None, [code])
    assert found.problems[0].line == 3 + line.count("\n")


def test_an_anchor_that_is_used_is_refused_even_in_a_text() -> None:
    assert codes(front("天气: &w 晴", "路线: *w")) == ["yaml-anchor", "yaml-anchor"]


@pytest.mark.parametrize("tag", ["!!str 灯", "!<tag:x> 灯"])
def test_tags_are_refused_by_name(tag: str) -> None:
    (problem,) = raised("事由: " + tag).problems
    assert (problem.code, problem.params["text"]) == ("yaml-tag", tag.split()[0])


@pytest.mark.parametrize("path", ["../a.jpg", "/a.jpg", "C:\\a.jpg", "2019/../../a.jpg", "https://x/a.jpg", "~/a.jpg"])
def test_photos_stay_below_their_folder(path: str) -> None:
    found = raised("事由: 灯", f"照片: ['{path}', 好.jpg]")
    assert codes(found) == ["photo-path"]


def test_two_lines_that_run_together_are_an_error() -> None:
    found = raised("事由: 灯", "办理:", "  - 2019-10-23 跟进 报修", "    2019-10-24 办结 修好")
    assert [(p.code, p.line) for p in found.problems] == [("progress-joined", 8)]


def test_a_line_before_its_entry_is_an_error_that_still_counts() -> None:
    found = raised("事由: 灯", "办理: 2019-01-23 跟进 报修")
    assert codes(found) == ["progress-before-entry"]
    assert found.problems[0].is_error
    assert found.entry is not None
