"""Manners of writing notes that have their own signs: numbers before any sign, labels beside each other, letters."""

from __future__ import annotations

from datetime import date

import pytest

from minqing.classify.notes.paste import Notes, read_notes
from minqing.domain.community import Community

HEAD = "11月30日 晴 5000步\n"
MATTERS = ("3号楼灯不亮", "5号楼后头有人种菜", "北门快递车乱停,劝走了")


def read(text: str) -> Notes:
    return read_notes(text, date(2026, 11, 30), Community())


@pytest.mark.parametrize(
    "number", ["{}》", "{}~ ", "{}/", "{}> ", "NO.{}:", "{},", "<{}>", "{}】", "({}/3)", "{}= ", "{}--"]
)
def test_a_number_before_any_sign_that_goes_up_makes_a_list(number: str) -> None:
    notes = read(HEAD + "\n".join(number.format(n) + text for n, text in enumerate(MATTERS, 1)))
    assert [(issue.title, issue.closed) for issue in notes.issues] == list(
        zip(MATTERS, (False, False, True), strict=True)
    )


@pytest.mark.parametrize(
    "lines", ["1》3号楼\n2》5号楼", "1》3号楼\n4》5号楼\n6》7号楼", "1:30 出发\n2:15 集合\n3:40 回"]
)
def test_two_such_numbers_or_numbers_that_do_not_go_up_are_no_list(lines: str) -> None:
    assert read(HEAD + lines).issues == ()


@pytest.mark.parametrize("sign", ["▍", "★", "◆", ""])
def test_a_card_may_hold_several_labels_in_a_line(sign: str) -> None:
    notes = read(
        f"{sign}事项1 地点:A1大堂 反映人:黄姨\n内容:外卖柜占了坡道\n处理:已清走\n"
        f"{sign}事项2 地点:5号楼 反映人:无\n内容:井盖松动\n处理:报市政\n备注:电梯里的画很漂亮,业主点赞\n"
    )
    told = [(issue.place, issue.reporter, issue.closed) for issue in notes.issues]
    assert told == [("A1大堂", "黄姨", True), ("5号楼", None, False)]
    assert "业主点赞" in notes.body


def test_a_letter_tells_the_day_of_the_walk_above_the_day_it_is_signed_with() -> None:
    notes = read("兹将11月23日入户情况汇报如下:\n3号楼灯不亮,已报修。\n社区居委会\n11月24日")
    assert notes.date == date(2026, 11, 23)
    assert "11月24日" in notes.body
    assert read("1. 3号楼灯不亮\n11月24日").date == date(2026, 11, 24)


@pytest.mark.parametrize("sky", ["转晴", "风五级", "风力三级", "北风五六级", "4-5级风"])
def test_wind_and_a_sky_that_turns_are_weather(sky: str) -> None:
    notes = read(f"11月30日 {sky} 小李 小王 4000步\n1. 3号楼灯不亮")
    assert (notes.weather, notes.walkers, notes.steps) == (sky, ("小李", "小王"), 4000)


def test_what_stands_below_a_house_may_be_two_sentences() -> None:
    notes = read(
        HEAD + "7弄12号\n大门闭门器坏了,关门砰一声。报修了,物业说等配件。\n电表箱门敞开,当场关好\n7弄15号\n蛮好\n"
    )
    assert [(issue.place, issue.closed) for issue in notes.issues] == [("7弄12号大门", False), ("7弄12号", True)]


@pytest.mark.parametrize("line", ["8栋 正常", "山水家园8号楼 没敲开门", "(划掉)"])
def test_a_numbered_line_that_says_there_was_nothing_is_no_matter(line: str) -> None:
    assert [issue.title for issue in read(f"{HEAD}1. 3号楼灯不亮\n2. {line}\n3. 5号楼堆物").issues] == [
        "3号楼灯不亮",
        "5号楼堆物",
    ]


def test_this_morning_in_wu_is_today() -> None:
    assert read("今朝 阴 4108步\n1. 3号楼灯不亮").date == date(2026, 11, 30)
