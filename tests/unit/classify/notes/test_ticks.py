"""Lists of ticks: in order or settled, by the form the list keeps up."""

from datetime import date

import pytest

from minqing.classify.notes.paste import Notes, read_notes
from minqing.domain.community import Community

FRIDAY = date(2026, 11, 20)


def read(text: str) -> Notes:
    return read_notes(text, FRIDAY, Community())


def matters(text: str) -> list[tuple[str, bool]]:
    return [(issue.title, issue.closed) for issue in read(text).issues]


def test_a_tick_behind_a_thing_means_in_order_and_is_told_so() -> None:
    notes = read("门禁 ×\n井盖 √\n路灯 √\n消防通道 ×")
    assert [(i.title, i.closed) for i in notes.issues] == [("门禁 ×", False), ("消防通道 ×", False)]
    assert notes.body == "井盖 √\n路灯 √\n"
    assert [(f.line, f.text) for f in notes.facts if f.name == "in-order"] == [(2, "井盖 √"), (3, "路灯 √")]


def test_a_tick_behind_a_trouble_means_settled() -> None:
    told = "3号楼小广告 √\n5号楼路灯不亮 ×\n7号楼垃圾没清 √"
    assert [closed for _, closed in matters(told)] == [True, False, True]


def test_what_is_told_behind_the_sign_belongs_to_the_matter() -> None:
    told = "7幢前面晾衣绳拴树上了 √解掉了\n10幢地库入口积水 ×\n快递柜旁边车倒一片 √扶好了"
    assert matters(told) == [
        ("7幢前面晾衣绳拴树上了,解掉了", True),
        ("10幢地库入口积水 ×", False),
        ("快递柜旁边车倒一片,扶好了", True),
    ]


def test_a_trouble_without_a_sign_beside_those_with_one_is_open() -> None:
    assert matters("东门岗亭玻璃碎了一块\n3号楼小广告 √\n5号楼路灯不亮 ×")[0] == ("东门岗亭玻璃碎了一块", False)


def test_a_thing_in_order_in_spite_of_its_name() -> None:
    assert [title for title, _ in matters("灭火器:√\n漏电保护器:√\n疏散指示:×(3层)")] == ["疏散指示(3层)"]


def test_words_for_in_order_are_no_matter_whatever_the_list_is() -> None:
    assert matters("小卖部消防 合格√\n理发店消防 不合格×") == [("理发店消防 不合格×", False)]


@pytest.mark.parametrize("sign", ["√", "✓", "✔", "✅"])
def test_signs_before_things_are_the_same_list(sign: str) -> None:
    assert [title for title, _ in matters(f"{sign} 门禁\n{sign} 路灯\n× 井盖")] == ["井盖×"]


def test_signs_before_troubles_say_that_they_were_settled() -> None:
    told = "[x] 3号楼楼顶广告布被风刮下来,已割掉\n[ ] 6号楼对讲不响"
    assert [closed for _, closed in matters(told)] == [True, False]


@pytest.mark.parametrize(
    ("legend", "expected"),
    [("√正常 ×异常", [("井盖 ×", False)]), ("√已处理 ×未处理", [("门禁", True), ("井盖 ×", False)])],
)
def test_a_legend_says_what_the_signs_mean(legend: str, expected: list[tuple[str, bool]]) -> None:
    assert matters(f"说明:{legend}\n门禁 √\n井盖 ×") == expected


def test_several_things_of_a_line_each_have_their_sign() -> None:
    notes = read("11月19日 6号楼\n门禁√ 路灯√ 井盖× 电梯√\n7号楼\n门禁× 路灯√")
    assert [(i.title, i.place) for i in notes.issues] == [("井盖×", "6号楼"), ("门禁×", "7号楼")]
    assert "门禁√ 路灯√ 电梯√" in notes.body


def test_one_tick_alone_is_no_list() -> None:
    assert matters("1. 小广告 √") == [("小广告", True)]


@pytest.mark.parametrize(
    ("added", "expected"),
    [
        (
            "3号楼门口摆摊,已劝离\n4号楼楼道杂物,当场解决\n6号楼灯不亮,报修了\n5号楼单元门关不上 √",
            [
                ("3号楼门口摆摊,已劝离", True),
                ("4号楼楼道杂物,当场解决", True),
                ("6号楼灯不亮,报修了", False),
                ("5号楼单元门关不上", True),
            ],
        ),
        ("9号楼垃圾多", [("9号楼垃圾多", False)]),
        ("2号楼旁边野广告\n7号楼门口乱停车,已劝走", [("2号楼旁边野广告", False), ("7号楼门口乱停车,已劝走", True)]),
    ],
)
def test_matters_right_below_boxes_are_matters_too(added: str, expected: list[tuple[str, bool]]) -> None:
    boxes = [("5号楼垃圾清了", True), ("6号楼井盖响", False)]
    assert matters(f"[x] 5号楼垃圾清了\n[ ] 6号楼井盖响\n{added}") == boxes + expected


@pytest.mark.parametrize("added", ["6号楼物业看过,已联系", "走完回来,大家都累了", "8号楼的老党员夸社区办事快"])
def test_what_names_no_further_matter_below_boxes_is_none(added: str) -> None:
    notes = read(f"[x] 5号楼垃圾清了\n[ ] 6号楼井盖响\n{added}")
    assert [i.title for i in notes.issues] == ["5号楼垃圾清了", "6号楼井盖响"]
    assert added in notes.body


def test_below_boxes_of_a_plan_nothing_is_a_matter() -> None:
    notes = read("1. 3号楼灯坏\n明天计划:\n[ ] 5号楼修门\n[ ] 6号楼换灯\n9号楼垃圾多,要清")
    assert [i.title for i in notes.issues] == ["3号楼灯坏"]
    assert "9号楼垃圾多,要清" in notes.body
