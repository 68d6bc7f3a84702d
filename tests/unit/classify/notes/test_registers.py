"""Registers of calls and of tickets: no walk, but an entry of their kind."""

from datetime import date

import pytest

from minqing.classify.notes.paste import Notes, read_notes
from minqing.domain.community import Community

FRIDAY = date(2026, 11, 20)


def read(text: str) -> Notes:
    return read_notes(text, FRIDAY, Community())


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("12345热线登记 11月16日\n1. 5号楼暖气不热\n2. 8号楼树密遮光", "hotline"),
        ("11月16日\n工单号20261116001 5号楼暖气不热\n工单号20261116002 8号楼树密遮光", "hotline"),
        ("1. 【202611170031】 9号楼垃圾桶满溢\n2. 【202611170045】 10号楼停车堵路", "hotline"),
        ("11月17日来电登记\n9:10 王女士来电 3号楼灯不亮\n9:35 李先生来电,反映楼上漏水", "call"),
        ("8:45 来电:3号楼井盖响\n9:20 来电:5号楼夜里狗叫", "call"),
        ("时间\t来电人\t内容\n8:50\t刘女士\t2号楼下水堵\n9:30\t赵先生\t4号楼门禁坏", "call"),
        ("工单编号\t诉求内容\t地点\nBJ20261118-012\t停车难\t1号楼\nBJ20261118-013\t漏水\t2号楼", "hotline"),
        ("11月16日 走访\n1. 5号楼暖气不热\n2. 居民来电说8号楼树密", "walk"),
        ("11月16日 4773步\n12345工单\n1. 5号楼暖气不热", "walk"),
        ("11月16日\n1. 5号楼暖气不热\n2. 8号楼树密遮光", "walk"),
        ("11月16日 回访12345工单 走了一圈\n1. 5号楼暖气不热", "walk"),
    ],
)
def test_the_kind_of_notes_is_known_by_what_they_are_made_of(text: str, kind: str) -> None:
    assert read(text).kind == kind


def test_a_register_has_no_hours_of_a_walk() -> None:
    notes = read("来电登记 11月17日\n9:10 王女士来电 3号楼灯不亮\n10:35 李先生来电,楼上漏水")
    assert (notes.time, notes.date) == (None, date(2026, 11, 17))


def test_who_called_raised_it_and_a_call_is_a_matter_by_itself() -> None:
    (only,) = read("11.16\n8点半 5号楼老爷子打来 说灯太亮").issues
    assert (only.title, only.place, only.reporter) == ("5号楼老爷子打来 说灯太亮", "5号楼", "老爷子")


def test_a_ticket_is_kept_with_its_matter() -> None:
    told = "编号:BJ20261118-012 诉求:1号楼停车难 来电人:周先生\n【202611170031】 9号楼垃圾桶满溢"
    assert [(i.ticket, i.title) for i in read(told).issues] == [
        ("BJ20261118-012", "1号楼停车难"),
        ("202611170031", "9号楼垃圾桶满溢"),
    ]


@pytest.mark.parametrize("line", ["来电登记", "11月17日来电登记", "【13800000000】 9号楼王女士"])
def test_a_heading_or_a_telephone_is_no_call(line: str) -> None:
    assert not any(issue.ticket or issue.title == "来电登记" for issue in read(f"{line}\n走访").issues)


def test_when_a_call_came_in_is_told_before_its_columns() -> None:
    notes = read("值班电话记录\n11-18 08:40 来电人:张阿姨 内容:6号楼电梯停了")
    assert [(i.title, i.reporter) for i in notes.issues] == [("6号楼电梯停了", "张阿姨")]
    assert (notes.date, notes.kind) == (date(2026, 11, 18), "call")
