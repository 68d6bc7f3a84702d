"""Two matters told in one breath, and what only goes on with the one before."""

from __future__ import annotations

from datetime import date

import pytest

from minqing.classify.notes import read_notes
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
