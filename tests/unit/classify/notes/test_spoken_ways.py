"""A walk spoken without a stop: cut at houses and where they went on, and freed of how the walk ended."""

from datetime import date

import pytest

from minqing.classify.notes.paste import Notes, read_notes
from minqing.domain.community import Community

MONDAY = date(2026, 11, 23)


def read(text: str) -> Notes:
    return read_notes(text, MONDAY, Community())


def told(text: str) -> list[tuple[str, bool]]:
    return [(issue.title, issue.closed) for issue in read(text).issues]


def test_a_place_that_is_no_house_has_its_own_matter() -> None:
    spoken = (
        "先到一号楼一号楼二单元的王阿姨说楼道灯坏了一个礼拜了然后走到三号楼后面看见一堆装修垃圾没人管再往前"
        "五号楼门口有人卖菜占道劝走了然后到小广场张大爷说漫步机一边踏板掉了后来又去了八号楼楼道里堆的纸箱子让住户自己搬回家了走了大概五千多步"
    )
    assert told(spoken) == [
        ("一号楼二单元的王阿姨说楼道灯坏了一个礼拜了", False),
        ("三号楼后面看见一堆装修垃圾没人管", False),
        ("五号楼门口有人卖菜占道劝走了", True),
        ("小广场张大爷说漫步机一边踏板掉了", False),
        ("八号楼楼道里堆的纸箱子让住户自己搬回家了", True),
    ]
    assert read(spoken).steps == 5000
    assert spoken in read(spoken).body


def test_a_gate_named_twice_is_one_place_and_the_end_of_the_walk_is_no_part_of_its_matter() -> None:
    spoken = (
        "上午先到二号楼二号楼三单元的张大妈说楼道灯不亮晚上看不见后来去了五号楼后面有人种菜让他自己拔了"
        "再到西门西门口停了好几辆面包车把路都堵了给交警打了电话十点半就回来了一共走了四千多步"
    )
    assert told(spoken)[-1] == ("西门口停了好几辆面包车把路都堵了给交警打了电话", False)


def test_the_first_of_the_houses_is_not_lost_where_the_others_have_words_before_them() -> None:
    spoken = (
        "今天跟老李去了七号楼七号楼楼顶漏水三楼的周叔说墙都发霉了接着到八号楼八号楼没什么事然后到广场上"
        "有人放音响太吵后来又去了九号楼门口垃圾没人收叫保洁来收走了"
    )
    assert any(title.startswith("七号楼楼顶漏水") for title, _ in told(spoken))


@pytest.mark.parametrize("went_on", ["然后到了", "后来又去了", "再走到", "接着我们去"])
def test_they_go_on_to_a_place_and_not_to_a_deed(went_on: str) -> None:
    spoken = f"一号楼楼道灯坏了好几天了没人修{went_on}小广场健身器材踏板掉了三号楼门口垃圾堆着没人管味道很大走了五千步"
    assert told(spoken)[:2] == [("一号楼楼道灯坏了好几天了没人修", False), ("小广场健身器材踏板掉了", False)]
    plain = "一号楼楼道灯坏了好几天了然后找物业来看了一下说没有灯泡三号楼门口垃圾堆着没人管味道很大走了五千步"
    assert told(plain)[0] == ("一号楼楼道灯坏了好几天了然后找物业来看了一下说没有灯泡", False)
