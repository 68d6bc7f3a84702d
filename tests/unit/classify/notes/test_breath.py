"""Two matters told in one breath, and what only goes on with the one before."""

from __future__ import annotations

from datetime import date

import pytest

from minqing.classify.notes.paste import read_notes
from minqing.domain.community import Community

MONDAY = date(2026, 11, 23)


def told(text: str) -> list[tuple[str, str | None, str | None]]:
    notes = read_notes(f"11月23日\n{text}\n", MONDAY, Community())
    return [(issue.title, issue.place, issue.reporter) for issue in notes.issues]


@pytest.mark.parametrize(
    ("line", "matters"),
    [
        (
            "1. 楼门长赵姐抱怨:3号楼路灯不亮;垃圾没人清",
            [("楼门长赵姐抱怨:3号楼路灯不亮", None, None), ("垃圾没人清", "3号楼", "楼门长赵姐")],
        ),
        (
            "楼门长赵姐抱怨:3号楼路灯不亮;垃圾没人清",
            [("3号楼路灯不亮", None, "楼门长赵姐"), ("垃圾没人清", "3号楼", "楼门长赵姐")],
        ),
        ("1. 5号楼灯坏了,还有垃圾没人清", [("5号楼灯坏了", None, None), ("垃圾没人清", "5号楼", None)]),
        (
            "1. 2号楼王大爷说暖气不热,另外电梯老停",
            [("2号楼王大爷说暖气不热", None, None), ("电梯老停", "2号楼", "王大爷")],
        ),
    ],
)
def test_two_things_that_are_wrong_are_two_matters_of_one_person_at_one_place(
    line: str, matters: list[tuple[str, str | None, str | None]]
) -> None:
    assert told(line) == matters


@pytest.mark.parametrize(
    "line",
    [
        "1. 5号楼灯坏了,还有点闪",
        "1. 楼道里堆着自行车,还有纸箱没人管",
        "1. 5号楼灯坏了;已报物业",
        "1. 5号楼灯坏了;希望尽快修",
        "1. 5号楼下水堵了,还有老人滑倒",
        "1. 5号楼电梯坏了,还有三个人困在电梯里",
    ],
)
def test_what_goes_on_with_a_matter_stays_with_it(line: str) -> None:
    assert len(told(line)) == 1


def test_short_lines_below_one_house_alone_are_matters_there_and_praise_is_none() -> None:
    lines = "2号楼\n灯坏\n门禁刷不开\n电动车上楼\n3号楼\n楼道干净\n7号楼\n没啥事\n车棚\n充电口坏了俩\n老郭说明天换"
    assert [(title, place) for title, place, _ in told(lines)] == [
        ("灯坏", "2号楼"),
        ("门禁刷不开", "2号楼"),
        ("电动车上楼", "2号楼"),
        ("充电口坏了俩,老郭说明天换", "车棚"),
    ]


@pytest.mark.parametrize(
    ("lines", "found"),
    [
        ("3号楼\n灯坏\n明天来修\n5号楼\n门坏", [("灯坏,明天来修", "3号楼"), ("门坏", "5号楼")]),
        (
            "3幢\n楼道灯不亮\n老郭说明天换\n4幢\n单元门坏了\n物业讲下周来修",
            [("楼道灯不亮,老郭说明天换", "3幢"), ("单元门坏了,物业讲下周来修", "4幢")],
        ),
        ("【3号楼】\n楼道灯不亮\n老郭说明天换", [("楼道灯不亮,老郭说明天换", "3号楼")]),
        ("3号楼\n水管漏\n明天来修\n下周换\n5号楼\n门坏", [("水管漏,明天来修,下周换", "3号楼"), ("门坏", "5号楼")]),
        ("3号楼\n灯坏\n明天处理\n1. 5号楼\n2. 6号楼", []),
    ],
)
def test_a_promise_below_a_matter_is_kept_with_it_and_heads_no_plan(lines: str, found: list[tuple[str, str]]) -> None:
    assert [(title, place) for title, place, _ in told(lines)] == found


def test_one_house_is_enough_above_two_short_lines_of_what_is_wrong() -> None:
    assert [place for _, place, _ in told("2号楼\n灯坏\n门禁刷不开")] == ["2号楼", "2号楼"]
    assert told("幸福里小区\n今天走访了五户\n3单元\n楼道干净") == []


def test_what_became_of_earlier_matters_is_none_of_today() -> None:
    line = "一、上周交办事项落实情况。一是8栋屋面渗漏,施工队已进场;二是2栋飞线充电,已剪除。"
    assert told(line) == []
