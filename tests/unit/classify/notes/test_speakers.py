"""Who says something in a paste without a messenger's times: residents by what they are called, a talk by nicknames."""

from datetime import date

import pytest

from minqing.classify.notes.paste import Notes, read_notes
from minqing.domain.community import Community

MONDAY = date(2026, 11, 23)


def read(text: str) -> Notes:
    return read_notes(text, MONDAY, Community())


@pytest.mark.parametrize(
    ("who", "reporter", "place"),
    [
        ("7号楼收废品的老秦", "7号楼收废品的老秦", "7号楼"),
        ("袁姨(9号楼)", "袁姨", "9号楼"),
        ("3号楼二单元的大学生", "3号楼二单元的大学生", "3号楼二单元"),
        ("一个骑车大哥", "骑车大哥", None),
        ("开小卖部的小两口", "开小卖部的小两口", None),
    ],
)
def test_a_resident_is_known_by_where_they_live_or_what_they_do(who: str, reporter: str, place: str | None) -> None:
    notes = read(f"今天大家说的\n\n{who}:下水道堵了,一下雨就倒灌\n")
    (issue,) = notes.issues
    assert (issue.title, issue.reporter, issue.place) == ("下水道堵了,一下雨就倒灌", reporter, place)


@pytest.mark.parametrize("label", ["反映居民", "联系业主", "居民", "走访住户"])
def test_a_label_of_people_says_nothing_itself(label: str) -> None:
    assert all(issue.reporter != label for issue in read(f"11月16日 晴\n{label}:楼道灯坏了\n").issues)


def test_what_stands_below_a_heading_was_said_by_nobody_above() -> None:
    notes = read("方老师:群里天天有人吵架,能不能管管\n\n另外看到的:3号楼门口灭火器过期了;4号楼楼道堆纸箱\n")
    assert [(issue.title, issue.reporter) for issue in notes.issues] == [
        ("群里天天有人吵架,能不能管管", "方老师"),
        ("3号楼门口灭火器过期了", None),
        ("4号楼楼道堆纸箱", None),
    ]


TALK = "老曾:菜市口那家卖鱼的把污水往外泼,滑得很\n幺妹:我喊他冲干净了哈\n王书记:辛苦 拍照没有\n老曾:拍了的\n"


def test_a_nickname_that_opens_several_lines_of_a_talk_is_a_person() -> None:
    notes = read(f"{TALK}幺妹:5栋车库进口那个灯箱要掉了\n")
    assert [(issue.title, issue.closed) for issue in notes.issues] == [
        ("菜市口那家卖鱼的把污水往外泼,滑得很,我喊他冲干净了哈", True),
        ("5栋车库进口那个灯箱要掉了", False),
    ]
    assert "王书记:辛苦 拍照没有" in notes.body


def test_a_list_below_its_heading_goes_on_to_no_measure_and_no_promise() -> None:
    notes = read("另外看到的:\n3号楼门口灭火器过期了\n书记说灭火器明天统一换\n6234步 晴 18度 舒服\n")
    assert [issue.title for issue in notes.issues] == ["3号楼门口灭火器过期了"]
    assert notes.steps == 6234
    assert "书记说灭火器明天统一换" in notes.body
