"""Labels that an input method wrote with a wrong letter."""

from __future__ import annotations

from datetime import date

import pytest

from minqing.classify.notes import read_notes
from minqing.classify.places import find_place
from minqing.classify.typos import with_label_mended
from minqing.domain.community import Community

MONDAY = date(2026, 11, 23)


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("参加人园:张书记", "参加人员:张书记"),
        ("走仿人员:王丽", "走访人员:王丽"),
        ("时问:8:30-11:00", "时间:8:30-11:00"),
        ("居民反应:", "居民反映:"),
        ("【走访时问】9点到11点", "【走访时间】9点到11点"),
        ("步树:4773", "步数:4773"),
        ("事件:灯坏", "事件:灯坏"),
        ("公园:水管漏", "公园:水管漏"),
        ("感应:不灵", "感应:不灵"),
        ("居民反应5号楼灯坏", "居民反应5号楼灯坏"),
    ],
)
def test_a_label_of_a_wrong_letter_is_read_as_it_was_meant(typed: str, meant: str) -> None:
    assert with_label_mended(typed) == meant


def test_what_stands_behind_such_labels_is_understood() -> None:
    text = "参加人园:张书记、王丽\n时问:8:30-11:00\n居民反应:\n5号楼路灯不亮\n"
    notes = read_notes(text, MONDAY, Community())
    assert notes.walkers == ("张书记", "王丽")
    assert notes.time == "08:30-11:00"
    assert [issue.title for issue in notes.issues] == ["5号楼路灯不亮"]


def test_the_word_of_reporting_written_wrong_is_no_part_of_the_place() -> None:
    assert find_place("居民反应5号楼灯不亮", Community()) == "5号楼"
    assert find_place("居民反应东门灯不亮", Community()) == "东门"
