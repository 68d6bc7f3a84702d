"""Who sent a message, however a messenger copies it; the door in their name is where their matter is."""

from __future__ import annotations

from datetime import date
from time import process_time

import pytest

from minqing.classify.notes.chats.layouts import Nick, nick_of
from minqing.classify.notes.paste import Notes, read_notes
from minqing.domain.community import Community

MONDAY = date(2026, 11, 23)


def read(text: str) -> Notes:
    return read_notes(text, MONDAY, Community())


def told(text: str) -> list[tuple[str, str | None, str | None]]:
    return [(issue.title, issue.place, issue.reporter) for issue in read(text).issues]


BOTH = [("楼道灯又不亮了", "3-1-502", None), ("下水道返味", "5号楼", "王阿姨")]


@pytest.mark.parametrize(
    "paste",
    [
        "3-1-502 孙丽  08:21\n楼道灯又不亮了\n王阿姨5号楼 09:40\n下水道返味\n",
        "孙丽3-1-502 08:21\n楼道灯又不亮了\n王阿姨(5号楼) 09:40\n下水道返味\n",
        "2026/11/23\n08:21\n3-1-502 孙丽\n楼道灯又不亮了\n09:40\n王阿姨5号楼\n下水道返味\n",
        "3-1-502 孙丽\n08:21\n楼道灯又不亮了\n王阿姨5号楼\n09:40\n下水道返味\n",
        "08:21 3-1-502 孙丽\n楼道灯又不亮了\n09:40 王阿姨5号楼\n下水道返味\n",
        "2026-11-23 08:21:33 孙丽3-1-502(33123456)\n楼道灯又不亮了\n"
        "2026-11-23 09:40:02 王阿姨5号楼<w@example.com>\n下水道返味\n",
        "3-1-502 孙丽  08:21\n\n楼道灯又不亮了\n\n王阿姨5号楼  09:40\n\n下水道返味\n",
    ],
    ids=["one-line", "door-behind", "clock-above", "clock-below", "clock-first", "to-the-second", "spaced"],
)
def test_a_residents_message_is_theirs_and_at_their_door_in_every_layout(paste: str) -> None:
    assert told(paste) == BOTH


def test_a_full_name_stays_where_it_was_pasted_and_is_no_reporter() -> None:
    notes = read("08:21\n3-1-502 孙丽\n楼道灯又不亮了\n09:40\n王阿姨5号楼\n下水道返味\n")
    assert notes.body == "08:21\n3-1-502 孙丽\n"
    assert all("孙丽" not in (issue.reporter or "") for issue in notes.issues)


def test_what_staff_answer_is_no_matter_and_nothing_is_lost() -> None:
    paste = "11号楼大军\n10:12\n水表箱的门掉了\n物业张经理\n10:30\n水表箱门下午装\n网格员-小方\n10:31\n收到\n"
    notes = read(paste)
    assert [(i.title, i.reporter, i.place) for i in notes.issues] == [("水表箱的门掉了", "大军", "11号楼")]
    for line in ("物业张经理", "10:30", "水表箱门下午装", "网格员-小方", "收到"):
        assert line in notes.body


def test_ground_of_all_that_a_message_names_is_not_at_the_senders_door() -> None:
    paste = "2-3-301 小米妈妈  09:20\n那个快递柜旁边的路灯不亮好几天了\n8-1-204 乐乐  09:50\n东门道闸坏了\n"
    assert [(i.place, i.reporter) for i in read(paste).issues] == [("快递柜旁边", "小米妈妈"), (None, "乐乐")]


def test_a_wish_asked_as_a_question_is_a_residents_matter() -> None:
    paste = "3-1-502 老秦  08:21\n楼道灯又不亮了\n8-1-204 乐乐  09:50\n咱小区能不能装个直饮水机呀\n"
    assert [i.title for i in read(paste).issues] == ["楼道灯又不亮了", "咱小区能不能装个直饮水机呀"]


@pytest.mark.parametrize(
    ("word", "nick"),
    [
        ("3-1-502 孙丽", Nick("孙丽", "3-1-502")),
        ("11号楼大军", Nick("大军", "11号楼")),
        ("5号楼王阿姨", Nick("5号楼王阿姨")),
        ("王阿姨5号楼", Nick("王阿姨", "5号楼")),
        ("王书记", Nick("王书记")),
        ("2号楼灯坏", None),
        ("5号楼门口", None),
        ("小花园", None),
        ("3号楼", None),
    ],
)
def test_what_somebody_is_called_in_a_group(word: str, nick: Nick | None) -> None:
    assert nick_of(word) == nick


@pytest.mark.parametrize(
    "paste",
    [
        "8:40 小花园\n杂草高\n8:50 3号楼\n单元门坏\n",
        "8:30\n2号楼\n灯坏\n9:10\n南门\n乱停车\n",
        "8:30 王书记 出发\n1. 5号楼灯坏\n",
    ],
)
def test_the_hours_of_a_walk_are_no_messages(paste: str) -> None:
    notes = read(paste)
    assert all(issue.reporter is None for issue in notes.issues)
    assert not any(fact.name == "sender" for fact in notes.facts)


LONG = [
    "08:21\n3-1-502 孙丽\n楼道灯又不亮了\n",
    "2026-11-16 08:21:33 王阿姨5号楼(123456)\n楼道灯又不亮了\n",
    "2号楼\n灯坏\n门禁刷不开\n",
    "5号楼灯不亮;垃圾没人清;还有",
    "今天转的有周书记,我,",
    "-" * 40,
    " 说" + " " * 40,
]


@pytest.mark.parametrize("piece", LONG)
def test_ten_times_as_much_costs_no_hundred_times_as_much(piece: str) -> None:
    def seconds(times: int) -> float:
        began = process_time()
        read(piece * times)
        return process_time() - began

    seconds(20)
    assert seconds(1000) < 30 * seconds(100) + 0.3
