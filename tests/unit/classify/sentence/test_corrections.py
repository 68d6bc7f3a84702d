"""What a voice takes back: facts follow the correction, the words of the matter stay as they were typed."""

from datetime import date

import pytest

from minqing.classify.notes.paste import read_notes
from minqing.classify.sentence.corrections import corrected
from minqing.classify.sentence.endings import is_settled
from minqing.classify.sentence.places import find_place
from minqing.classify.sentence.reporters import find_reporter
from minqing.domain.community import Community

MONDAY = date(2026, 11, 23)
HERE = Community()


@pytest.mark.parametrize(
    ("said", "meant"),
    [
        ("五号楼哦不对是六号楼二单元的灯不亮", "六号楼二单元的灯不亮"),
        ("8号楼，不是，9号楼3单元门口堆杂物", "9号楼3单元门口堆杂物"),
        ("三个不是四个楼门的灯不亮", "四个楼门的灯不亮"),
        ("东门，哦，是西门的道闸抬不起来", "西门的道闸抬不起来"),
        ("王阿姨不对是李阿姨说电梯老停", "李阿姨说电梯老停"),
        ("11月16号啊不对17号走了一圈", "11月17号走了一圈"),
        ("步数3800，打错了，是4800", "步数4800"),
        ("幸福里5号楼2单元不对3单元漏水", "幸福里5号楼3单元漏水"),
        ("五号楼的灯，不对，六号楼的灯不亮", "六号楼的灯不亮"),
        ("五号楼。哦，不对，是六号楼。灯不亮。", "六号楼。灯不亮。"),
        ("五号楼不对,六", "六号楼"),
        ("五,不对,六号楼灯不亮", "六号楼灯不亮"),
        ("五号楼不对六号楼不对七号楼的门坏了", "七号楼的门坏了"),
        ("不是5号楼是6号楼的灯不亮", "6号楼的灯不亮"),
        ("后门下水道堵了 不对 是侧门不是后门", "侧门下水道堵了"),
        ("八点半不对九点出门", "九点出门"),
    ],
)
def test_a_value_is_taken_back_for_one_of_its_kind(said: str, meant: str) -> None:
    assert corrected(said) == meant


@pytest.mark.parametrize(
    "said",
    [
        "3号楼不对劲，墙皮掉了",
        "7号楼的垃圾桶不是满了是倒了",
        "不是5号楼的人扔的是外面的人在5号楼扔的",
        "是5号楼不是6号楼的灯坏了",
        "灯坏的是5号楼不是6号楼",
        "住5号楼不是6号楼",
        "5号楼不是一般的吵",
        "4号楼嗯，5号楼都没水",
        "3楼不是漏水是渗水",
        "路灯不是坏了，是没人开",
    ],
)
def test_words_that_only_look_like_a_correction_take_nothing_back(said: str) -> None:
    assert corrected(said) == said


def test_place_speaker_and_ending_follow_the_correction() -> None:
    said = "五号楼哦不对是六号楼，王阿姨不对是李阿姨说门口的小广告14张不对15张，已撕"
    assert find_place(said, HERE) == "六号楼"
    assert find_reporter(said) == "李阿姨"
    assert is_settled(said)


def test_the_matter_stays_as_it_was_typed() -> None:
    notes = read_notes("11月17日\n1. 8号楼，不是，9号楼门口堆杂物", MONDAY, HERE)
    assert [issue.title for issue in notes.issues] == ["8号楼，不是，9号楼门口堆杂物"]


def test_a_header_that_corrects_itself_stays_in_the_body() -> None:
    notes = read_notes("11月17日\n步数3800，打错了，是4800\n1. 灯坏", MONDAY, HERE)
    assert (notes.steps, notes.body) == (4800, "步数3800，打错了，是4800\n")


def test_no_sentence_ends_within_a_correction() -> None:
    notes = read_notes("11月18号走了一圈。五号楼。哦不对。是六号楼的灯不亮。7号楼井盖响。", MONDAY, HERE)
    assert [find_place(issue.title, HERE) for issue in notes.issues] == ["六号楼", "7号楼"]


def test_a_dictation_keeps_both_houses_in_the_words_and_the_right_one_as_the_place() -> None:
    said = "然后14栋哦不对是15栋15栋楼下那个杂物间门口堆了好多旧家具我们叫了环卫的车来当场就拖走了"
    (issue,) = read_notes(f"11月18日\n{said}", MONDAY, HERE).issues
    assert issue.title.startswith("14栋哦不对是15栋")
    assert (find_place(issue.title, HERE) or "").startswith("15栋")
    assert issue.closed


def test_today_beside_another_weekday_is_that_weekday() -> None:
    assert read_notes("今天周二啊不对今天周三走的，2号楼漏水", MONDAY, HERE).date == date(2026, 11, 18)
