"""Lines that open with a day to come: done about a matter then, said by somebody, or a plan."""

from __future__ import annotations

import pytest

from minqing.classify.sentence.ahead import heads_nothing, is_done_then, is_plan, is_said_then


@pytest.mark.parametrize("line", ["下周清走", "明天联系物业", "后天师傅来修", "下礼拜三换新的"])
def test_a_day_and_a_deed_go_on_with_the_matter_above(line: str) -> None:
    assert is_done_then(line)


@pytest.mark.parametrize(
    "line", ["下周工作", "明天计划", "下次需要做", "明天走访3号楼", "下周三开会", "明天:联系物业", "已清走"]
)
def test_headings_and_plans_of_those_who_walk_do_not(line: str) -> None:
    assert not is_done_then(line)


@pytest.mark.parametrize(
    ("line", "said"),
    [("老郭说明天换", True), ("三天内修", True), ("老郭说换过了", False), ("明天走北区,带传单", False)],
)
def test_who_does_something_and_when_is_the_whole_line(line: str, said: bool) -> None:
    assert is_said_then(line) is said


@pytest.mark.parametrize(
    ("line", "plan"),
    [
        ("明天下午开会", True),
        ("打算下周走北区", True),
        ("16日例会", True),
        ("16日楼道灯坏", False),
        ("3号院宣传栏坏", False),
    ],
)
def test_what_those_who_walk_mean_to_do_is_a_plan(line: str, plan: bool) -> None:
    assert is_plan(line) is plan


@pytest.mark.parametrize(
    ("line", "nothing"), [("下次走访5号楼", True), ("下周清走", True), ("下周工作安排", False), ("明天", False)]
)
def test_a_line_that_tells_what_is_done_then_heads_no_list(line: str, nothing: bool) -> None:
    assert heads_nothing(line) is nothing
