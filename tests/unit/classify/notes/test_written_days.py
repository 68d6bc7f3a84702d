"""The day that a voice writes out in the first lines of its notes comes over 今天 and a weekday."""

from datetime import date

import pytest

from minqing.classify.notes.paste import Notes, read_paste
from minqing.domain.community import Community

TODAY = date(2026, 11, 23)  # a Monday
WRITTEN = date(2026, 11, 16)


def read(text: str) -> Notes:
    (notes,) = read_paste(text, TODAY, Community())
    return notes


@pytest.mark.parametrize(
    "text",
    [
        "今天是星期一啊十一月十六号我们走了5600步",
        "今天是周一啊11月16号走了一圈",
        "嗯今天是星期一十一月十六三号楼路灯坏了",
        "今天星期一二〇二六年十一月十六日走了一圈",
        "今天周一11.16走了一圈",
        "今天下午三点我跟老王走了5000步,十一月十六号的事",
        "今天我们走了一圈\n十一月十六号",
        "今天是星期一啊十一月十六号我们走了一圈三号楼二单元的路灯坏了六号楼的门禁也坏了没人修",
        "今天 晴\n11月16号走了一圈",
        "周一例行走动 11月16号的 走了一圈",
    ],
)
def test_a_day_written_anywhere_in_the_first_lines_is_the_walks(text: str) -> None:
    notes = read(text)
    assert (notes.date, notes.weekday_fits) == (WRITTEN, True)


@pytest.mark.parametrize(
    "text",
    [
        "今天走了一圈。上次11月9日说的路灯修好了。",
        "今天走了一圈,3号楼路灯11月9号就坏了",
        "今天走了5000步,物业说11月20日修好",
        "今天走了一圈,12月1号前要装好",
        "今天走了一圈,李阿姨11月9日生日,送了蛋糕",
        "今天走了一圈,跟进11月10日走访时的问题",
        "今天 晴\n11月9日的会议纪要发群里了",
        "今天走了一圈,11月9号报修的门还没修",
        "今天走了一圈\n1. 3号楼11月16号的广告",
    ],
)
def test_a_day_of_something_else_is_not_the_walks(text: str) -> None:
    assert read(text).date == TODAY


def test_a_weekday_that_is_not_that_of_the_written_day_is_told() -> None:
    notes = read("今天是周二啊11月16号走了一圈")
    assert (notes.date, notes.weekday_fits) == (WRITTEN, False)


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("今天走了7032步", TODAY),
        ("我们今天一共走了7032步", TODAY),
        ("昨天走了7032步", date(2026, 11, 22)),
        ("走了7032步,十一月十六号", WRITTEN),
        ("走了7032步", None),
        ("走了7032步\n1. 3号楼今天停水", None),
    ],
)
def test_steps_with_the_day_before_them_are_of_that_day(text: str, day: date | None) -> None:
    notes = read(text)
    assert (notes.date, notes.steps) == (day, 7032)


@pytest.mark.parametrize(
    "first", ["今天", "今天 晴", "今天走了一圈人不多", "今天和小周出去转了转", "补记：今天整理上周的走动"]
)
def test_today_above_a_day_written_out_is_that_day(first: str) -> None:
    walks = read_paste(f"{first}\n11.17 多云\n步数5012\n1. 6号楼下水堵", TODAY, Community())
    assert [walk.date for walk in walks] == [date(2026, 11, 17)]
    assert first in walks[0].body or first == "今天 晴"


def test_a_told_day_above_a_header_of_another_is_a_walk_of_its_own() -> None:
    walks = read_paste("今天是周一啊11月16号走了一圈\n11月18日 晴\n1. 6号楼下水堵", TODAY, Community())
    assert [(walk.date, len(walk.issues)) for walk in walks] == [(WRITTEN, 0), (date(2026, 11, 18), 1)]


def test_a_day_for_notes_made_up_later_is_none_of_a_walk() -> None:
    walks = read_paste("11月20号整理上周的走动,走了一圈\n11月18日 晴\n1. 6号楼下水堵", TODAY, Community())
    assert [walk.date for walk in walks] == [date(2026, 11, 18)]


def test_a_day_run_on_behind_today_begins_the_next_walk() -> None:
    walks = read_paste("11月16日 晴\n1. 3号楼灯坏\n今天11月18日\n1. 5号楼门坏", TODAY, Community())
    assert [walk.date for walk in walks] == [WRITTEN, date(2026, 11, 18)]
