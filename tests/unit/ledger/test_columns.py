"""What columns and words of a ledger mean."""

from __future__ import annotations

from datetime import date

import pytest

from minqing.domain.community import Community
from minqing.ledger.fields import FIELDS, field_meant, field_named
from minqing.ledger.grid import Sheet, Span
from minqing.ledger.handling import told_lines
from minqing.ledger.layout import layout_of
from minqing.ledger.mapping import Meanings, read_meanings, written_meanings
from minqing.ledger.words import kind_of, satisfaction_of, sounds_settled, state_of, tier_of
from minqing.messages import set_language
from minqing.reports.ledger import COLUMNS
from minqing.text.synonyms import category_of
from minqing.text.vocabulary import category_words


def sheet(*rows: list[object], merged: tuple[Span, ...] = (), name: str = "表") -> Sheet:
    return Sheet(name, lambda: ((n, list(cells)) for n, cells in enumerate(rows, 1)), merged=merged)


def fields(*rows: list[object], **more: object) -> dict[str, str]:
    found = layout_of(sheet(*rows, **more), Community())  # type: ignore[arg-type]
    return {column.heading: column.field for column in found.columns} if found else {}


@pytest.mark.parametrize("language", ["zh", "en"])
def test_every_column_of_our_own_ledger_is_known(language: str) -> None:
    set_language(language)
    known = {field.id for field in FIELDS}
    for column in COLUMNS:
        named = field_named(column.title)
        assert named is not None
        assert named[0].id == (column.id if column.id in known else "ignored")
    set_language("zh")


@pytest.mark.parametrize(
    ("heading", "field"),
    [
        ("诉 求 内 容", "title"), ("反映人（已隐去）", "reporter"), ("*反映时间:", "raised"), ("具体诉求内容", "title"),
        ("反映人联系电话", "phone"), ("最终办结时间", "closed"), ("本月件数", None), ("居民满意度", "satisfaction"),
        ("12345工单编号", "ticket"), ("是否办结(是/否)", "state"), ("天气", None), ("资金(元)", "cost"),
        ("完结日期", "closed"), ("备注（是否满意）", "satisfaction"), ("备注(联系电话)", "phone"),
        ("备注（如有）", "remark"),
    ],
)  # fmt: skip
def test_a_heading_is_matched_loosely(heading: str, field: str | None) -> None:
    found = field_named(heading)
    assert (found[0].id if found else None) == field


def test_values_tell_what_no_heading_does() -> None:
    found = fields(
        ["2019-07-02", "5号楼窗前的路灯太亮晚上睡不着", "GD20190702001", "环境卫生", "13812345678"],
        ["2019-07-03", "3号楼门口小广告没有人清理", "GD20190703002", "公共设施", "13912345678"],
    )
    assert found == {"A": "raised", "B": "title", "C": "ticket", "D": "category", "E": "phone"}


def test_values_belie_a_heading() -> None:
    rows = [["2019-07-02", "路灯", "环境卫生", "是"], ["2019-07-03", "井盖", "公共设施", "否"]]
    found = fields(["日期", "事由", "类型", "办结"], *rows)
    assert found == {"日期": "raised", "事由": "title", "类型": "category", "办结": "state"}


def test_a_heading_of_two_rows_is_read_together() -> None:
    rows = [
        ["日期", "事由", "办理", None],
        [None, None, "责任人", "时间"],
        ["2019-07-02", "路灯", "王丽", "2019-07-03"],
    ]
    merged = (Span(0, 2, 0, 3), Span(0, 0, 1, 0))
    assert fields(*rows, merged=merged) == {"日期": "raised", "事由": "title", "责任人": "owner", "办理时间": "closed"}


def test_two_columns_of_one_field_keep_the_second_as_a_remark() -> None:
    found = fields(["日期", "诉求内容", "主题"], ["2019-07-02", "路灯太亮", "照明"])
    assert sorted(found.values()) == ["raised", "remark", "title"]


def test_a_sheet_of_totals_is_no_ledger() -> None:
    assert fields(["提出", "办结"], [12, 10]) == {}


@pytest.mark.parametrize(
    ("text", "state"),
    [("已办结", "closed"), ("√", "closed"), ("当场办结", "closed"), ("未办结", "open"),
     ("正在协调", "open"), ("否", "open"),
     ("已转物业", "referred"), ("挂账", "parked"), ("重复件", "duplicate"), ("作废", "withdrawn"),
     ("问题已解决", "closed"),
     ("部分解决", "open"), ("另议", None)],
)  # fmt: skip
def test_states_in_offices_words(text: str, state: str | None) -> None:
    assert state_of(text) == state


def test_other_words() -> None:
    words, ids = category_words(Community()), tuple(Community().categories)
    assert [tier_of(t) for t in ("小", "中事", "3", "大型", "x")] == ["small", "medium", "large", "large", None]
    assert category_of("一、环境卫生类", words) == "environment"
    assert (category_of("2", words, ids), category_of("12", words, ids)) == (ids[1], None)
    assert [satisfaction_of(t) for t in ("非常满意", "一般", "不太满意", "?")] == [
        "satisfied",
        "fair",
        "dissatisfied",
        None,
    ]
    assert kind_of("12345热线") == ("hotline", None)
    assert kind_of("看") == ("walk", "seen")
    assert kind_of("微信") is None
    assert field_meant("不要") == "leave"


def test_pieces_of_handling_go_on_their_days() -> None:
    raised, today = date(2019, 10, 21), date(2026, 1, 1)
    lines, undated = told_lines("10.23联系绿化队;10月31日修剪了\n居民很高兴", raised, today, raised)
    assert [(line.date.isoformat(), line.text) for line in lines] == [
        ("2019-10-23", "联系绿化队"),
        ("2019-10-31", "修剪了;居民很高兴"),
    ]
    assert not undated
    assert told_lines("量了3.5米", raised, today, raised)[1]


def test_a_mapping_comes_back_as_it_was_written() -> None:
    meant = Meanings({"流水: 号": "leave", "诉求": "title"}, {"state": {"已答复": "已办结"}}, 2019, "幸福里")
    for language in ("zh", "en"):
        assert read_meanings(written_meanings((), meant, "说明\n第二行", language), "m.yaml") == meant


def test_of_several_columns_for_a_field_the_best_is_taken() -> None:
    head = ["工单编号", "派单时间", "来电时间", "诉求类型", "问题分类", "主要内容", "办结时限", "是否解决"]
    rows = [
        ["2021070100012", "2021-07-01", "2021-06-30", "投诉", "环境卫生", "5号楼垃圾没人清运", "2021-07-08", "是"],
        ["2021070100013", "2021-07-01", "2021-06-30", "求助", "公共设施", "6号楼路灯不亮没人修", "2021-07-08", "否"],
    ]
    found = fields(head, *rows)
    assert {f: h for h, f in found.items() if f != "remark"} == {
        "ticket": "工单编号",
        "raised": "来电时间",
        "category": "问题分类",
        "title": "主要内容",
        "due": "办结时限",
        "state": "是否解决",
    }


@pytest.mark.parametrize("text", ["物业已修好", "居民满意,办结", "2019-07-09 换好了灯泡", "已联系物业,问题解决了"])
def test_what_sounds_settled(text: str) -> None:
    assert sounds_settled(text)


@pytest.mark.parametrize(
    "text", ["未解决", "居民不满意", "待物业修好", "已联系物业", "部分完成", "正在办理", "计划下月完成", ""]
)
def test_what_does_not(text: str) -> None:
    assert not sounds_settled(text)
