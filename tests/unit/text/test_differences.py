"""What changed between two texts of an entry, by meaning and with the lines of both."""

from __future__ import annotations

from datetime import date

import pytest

from minqing.domain.community import Community
from minqing.domain.model import Issue, Progress
from minqing.text.differences import Difference, Side, between, differences
from minqing.text.read import Reading, read_entry
from minqing.text.vocabulary import category_words

WORDS = category_words(Community())
PATH = "diaries/2026/2026-11-16.md"
PAGE = """---
日期: 2026-11-16
类型: 走动
步数: 4773
事项:
  - 编号: 20261116-1
    事由: 窗前的路灯太亮
    层级: 中事
    期限: 2026-11-23
    办理:
      - 2026-11-17 联系 给老爷子打了电话
      - 2026-11-20 办结 加了灯罩
  - 编号: 20261116-2
    事由: 楼道堆了纸箱
---

## 走
"""


def reading(text: str, path: str = PATH) -> Reading:
    return read_entry(text.encode(), path, WORDS)


def changed(old: str, new: str) -> tuple[Difference, ...]:
    """What the replacement of ``old`` by ``new`` in the page means."""
    assert old in PAGE
    return differences(reading(PAGE), reading(PAGE.replace(old, new)))


def only(old: str, new: str) -> Difference:
    (one,) = changed(old, new)
    return one


def test_another_spelling_is_no_difference() -> None:
    spelled = (
        PAGE.replace("期限: 2026-11-23", "due: '2026-11-23'")
        .replace("层级: 中事", "tier: medium")
        .replace("2026-11-20 办结 加了灯罩", '"2026-11-20 close 加了灯罩"')
    )
    assert spelled != PAGE
    assert differences(reading(PAGE), reading(spelled)) == ()


def test_a_field_of_an_issue() -> None:
    one = only("期限: 2026-11-23", "期限: 2026-12-05")
    assert (one.kind, one.issue, one.field) == ("field_changed", "20261116-1", "due")
    assert (one.old, one.new) == (date(2026, 11, 23), date(2026, 12, 5))
    assert (one.old_line, one.new_line, one.old_file, one.new_file) == (9, 9, PATH, PATH)


def test_a_field_of_the_entry() -> None:
    one = only("步数: 4773", "步数: 9000")
    assert (one.kind, one.issue, one.field, one.old, one.new) == ("field_changed", "", "steps", 4773, 9000)
    assert (one.old_line, one.new_line) == (4, 4)


def test_a_field_that_was_taken_out() -> None:
    one = only("    层级: 中事\n", "")
    assert (one.field, one.old, one.new, one.old_line, one.new_line) == ("tier", "medium", None, 8, 6)


@pytest.mark.parametrize(
    ("old", "new", "kind", "lines"),
    [
        ("      - 2026-11-20 办结 加了灯罩\n", "", "line_deleted", (12, 0)),
        ("加了灯罩\n", "加了灯罩\n      - 2026-11-27 回访 满意\n", "line_added", (0, 13)),
        ("2026-11-20 办结 加了灯罩", "2026-11-18 办结 加了灯罩", "line_changed", (12, 12)),
        ("2026-11-20 办结 加了灯罩", "2026-11-20 办结 换了一盏灯", "line_changed", (12, 12)),
        ("打了电话\n", "打了电话\n      - 2026-11-18 跟进 去看了\n", "line_added", (0, 12)),
    ],
)
def test_a_line_of_progress(old: str, new: str, kind: str, lines: tuple[int, int]) -> None:
    one = only(old, new)
    assert (one.kind, one.issue, one.old_line, one.new_line) == (kind, "20261116-1", *lines)


def test_one_line_gone_and_quite_another_come_is_no_rewriting() -> None:
    found = changed("2026-11-20 办结 加了灯罩", "2026-11-25 上报 街道办事处 要换灯杆")
    assert sorted(one.kind for one in found) == ["line_added", "line_deleted"]


def test_lines_of_one_day_that_changed_places() -> None:
    page = PAGE.replace("2026-11-17 联系", "2026-11-20 联系")
    lines = ("      - 2026-11-20 联系 给老爷子打了电话\n", "      - 2026-11-20 办结 加了灯罩\n")
    turned = page.replace("".join(lines), "".join(reversed(lines)))
    (one,) = differences(reading(page), reading(turned))
    assert one.kind == "line_moved"


def test_lines_of_two_days_that_changed_places_mean_the_same() -> None:
    lines = ("      - 2026-11-17 联系 给老爷子打了电话\n", "      - 2026-11-20 办结 加了灯罩\n")
    assert changed("".join(lines), "".join(reversed(lines))) == ()


def test_an_issue_that_vanished_and_one_that_came() -> None:
    one = only("  - 编号: 20261116-2\n    事由: 楼道堆了纸箱\n", "")
    assert (one.kind, one.issue, one.old_line, one.new_file) == ("issue_vanished", "20261116-2", 13, "")
    assert one.reversed.kind == "issue_added"
    assert one.reversed.new == Issue("20261116-2", "楼道堆了纸箱")


def test_a_new_number_is_one_field_and_keeps_what_was_added() -> None:
    issue = "编号: 20261116-2\n    事由: 楼道堆了纸箱\n"
    number, line = changed(issue, issue.replace("16-2", "16-3") + "    办理:\n      - 2026-11-18 跟进 看了\n")
    assert (number.kind, number.field, number.old, number.new) == ("field_changed", "id", "20261116-2", "20261116-3")
    assert line.kind == "line_added"


def test_numbers_that_stand_twice_are_told_apart() -> None:
    twice = PAGE.replace("20261116-2", "20261116-1")
    (one,) = differences(reading(twice), reading(twice.replace("楼道堆了纸箱", "楼道堆了杂物")))
    assert (one.field, one.old_line) == ("title", 14)


def test_an_issue_moved_to_another_file() -> None:
    other = "diaries/2026/2026-11-16-2.md"
    moved = "  - 编号: 20261116-2\n    事由: 楼道堆了纸箱\n"
    second = "---\n日期: 2026-11-16\n事项:\n" + moved + "    期限: 2026-12-01\n---\n"
    found = between(
        (
            (Side(PATH, reading(PAGE)), Side(PATH, reading(PAGE.replace(moved, "")))),
            (Side(other), Side(other, reading(second, other))),
        )
    )
    assert [one.kind for one in found] == ["issue_moved", "field_changed", "entry_added"]
    assert (found[0].old_file, found[0].new_file, found[0].old_line, found[0].new_line) == (PATH, other, 13, 4)


def test_a_moved_entry() -> None:
    other = "diaries/2026/2026-11-16-2.md"
    found = between(((Side(PATH, reading(PAGE)), Side(other, reading(PAGE, other))),))
    assert [(one.kind, one.old, one.new) for one in found] == [("entry_moved", PATH, other)]


def test_a_file_that_came_and_one_that_went() -> None:
    came = differences(None, reading(PAGE))
    assert [one.kind for one in came] == ["entry_added", "issue_added", "issue_added"]
    assert [one.kind for one in differences(reading(PAGE), None)] == [
        "entry_vanished", "issue_vanished", "issue_vanished",
    ]  # fmt: skip


def test_the_body() -> None:
    one = only("## 走\n", "## 走\n\n天很冷。\n")
    assert (one.kind, one.old_line, one.new_line) == ("body_changed", 18, 18)


def test_text_that_cannot_be_read_is_compared_line_by_line() -> None:
    broken = PAGE.replace("---\n\n## 走\n", "\n## 走\n").replace("4773", "4774")
    found = differences(reading(PAGE), reading(broken))
    assert ("text_deleted", "步数: 4773", 4) in [(one.kind, one.old, one.old_line) for one in found]
    assert ("text_added", "步数: 4774", 4) in [(one.kind, one.new, one.new_line) for one in found]


def test_an_entry_with_errors_is_still_compared_by_meaning() -> None:
    wrong = PAGE.replace("步数: 4773", "步数: 很多")
    assert reading(wrong).entry is None
    (one,) = differences(reading(PAGE), reading(wrong))
    assert (one.field, one.old, one.new) == ("steps", 4773, None)


def test_taking_back_is_the_other_way_round() -> None:
    one = only("期限: 2026-11-23", "期限: 2026-12-05").reversed
    assert (one.old, one.new) == (date(2026, 12, 5), date(2026, 11, 23))
    line = only("      - 2026-11-20 办结 加了灯罩\n", "").reversed
    assert line.kind == "line_added"
    assert line.new == Progress(date(2026, 11, 20), "close", None, "加了灯罩")


def test_thousands_of_rewritten_lines_are_not_compared_with_each_other() -> None:
    def page(word: str) -> Reading:
        lines = "".join(f"      - 2026-11-20 跟进 {word}{n}\n" for n in range(3000))
        return reading(f"---\n日期: 2026-11-16\n事项:\n  - 编号: 20261116-1\n    事由: 灯\n    办理:\n{lines}---\n")

    assert len(differences(page("一"), page("二"))) == 6000
