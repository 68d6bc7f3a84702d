"""Labels that an input method wrote with a wrong letter."""

from __future__ import annotations

from datetime import date

import pytest

from minqing.classify.notes.paste import read_notes
from minqing.classify.notes.typos import with_label_mended
from minqing.classify.sentence.places import find_place
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
        ("参加人园:张书记、王丽等5人", "参加人员:张书记、王丽等5人"),
        ("参加人园:张书记、王丽 步树4773", "参加人员:张书记、王丽 步树4773"),
        ("参加人园:", "参加人员:"),
        ("事件:灯坏", "事件:灯坏"),
        ("公园:水管漏", "公园:水管漏"),
        ("感应:不灵", "感应:不灵"),
        ("居民反应5号楼灯坏", "居民反应5号楼灯坏"),
    ],
)
def test_a_label_of_a_wrong_letter_is_read_as_it_was_meant(typed: str, meant: str) -> None:
    assert with_label_mended(typed) == meant


@pytest.mark.parametrize(
    "line",
    [
        "寻人：王奶奶、穿红衣服",
        "寻人：王奶奶",
        "同时：王丽、李强去了6号楼",
        "同时：王丽、李强",
        "通行：消防通道",
        "通行：张强、王丽",
        "通行人员：张强、王丽",
        "同性：张强、王丽",
        "通走：3号楼",
        "随性：小李",
        "全城：5公里",
        "投宿：3号楼",
        "店位：6号楼底商",
        "检察员：王丽",
        "参加人园：3号楼",
        "参家：环保活动",
    ],
)
def test_a_word_there_is_and_a_label_of_people_before_none_stay_as_they_are(line: str) -> None:
    assert with_label_mended(line) == line


def test_a_word_below_a_matter_stays_with_it_and_names_nobody() -> None:
    text = "参加:张书记\n1. 6号楼杂物堆着\n通行：消防通道\n同时：王丽、李强去了6号楼\n"
    notes = read_notes(text, MONDAY, Community())
    assert notes.walkers == ("张书记",)
    assert notes.companions == ()
    assert "消防通道" in notes.body


def test_what_stands_behind_such_labels_is_understood() -> None:
    text = "参加人园:张书记、王丽\n时问:8:30-11:00\n居民反应:\n5号楼路灯不亮\n"
    notes = read_notes(text, MONDAY, Community())
    assert notes.walkers == ("张书记", "王丽")
    assert notes.time == "08:30-11:00"
    assert [issue.title for issue in notes.issues] == ["5号楼路灯不亮"]


def test_the_word_of_reporting_written_wrong_is_no_part_of_the_place() -> None:
    assert find_place("居民反应5号楼灯不亮", Community()) == "5号楼"
    assert find_place("居民反应东门灯不亮", Community()) == "东门"
