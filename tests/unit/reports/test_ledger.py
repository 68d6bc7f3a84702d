"""The ledger as data: what stands in its columns, and which matters belong to a period."""

from datetime import date
from decimal import Decimal

import pytest
from diary_factory import day, issue, raised
from ledgers import ENTRIES, NAMED, NOVEMBER, TODAY, extent, states

from minqing.domain.period import Period
from minqing.messages import speaking
from minqing.reports.figures import figures
from minqing.reports.ledger import COLUMNS, PLACES, ledger_dict, row_of


@pytest.fixture(autouse=True)
def chinese():
    with speaking("zh"):
        yield


def row(id, of=None):
    of = of or extent()
    (state,) = [s for s in states(of) if s.id == id]
    cells = row_of(state, of)
    return {column.id: cells[PLACES[column.id]] for column in COLUMNS}


def test_the_columns_stand_in_the_order_of_the_field():
    assert [column.title for column in COLUMNS if column.printed] == [
        "编号", "日期", "来源", "地点", "反映人", "事由", "类别", "层级", "责任", "期限", "答复日期", "办理情况",
        "状态", "办结日期", "逾期天数", "回访", "户数", "资金(元)", "工单", "备注",
    ]  # fmt: skip


def test_a_matter_that_was_closed_again():
    found = row("20260907-1")
    assert found["raised"] == date(2026, 9, 7)
    assert found["handling"] == "2026-09-10 办结 换了灯泡\n2026-10-12 重开\n2026-11-16 办结 换了灯罩"
    assert (found["state"], found["closed"], found["contacted"]) == ("已办结", date(2026, 11, 16), date(2026, 9, 10))
    assert (found["category"], found["bucket"], found["tier"]) == ("公共设施", "无物业管理问题", "小事")
    assert (found["households"], found["cost"]) == (12, Decimal("85.50"))
    assert (found["open_at_start"], found["closings"], found["reopenings"]) == (1, 1, None)
    assert found["overdue"] is None


def test_an_overdue_matter_and_where_it_was_heard():
    found = row("20261102-1")
    assert found["overdue"] == 21
    assert (found["source"], found["reporter"], found["remark"]) == ("听", "老爷子", "类型: 走访")
    assert (found["handling"], found["closed"], found["satisfaction"]) == (None, None, None)


def test_what_was_changed_since_stands_in_the_remark():
    found = row("20261102-2")
    assert (found["tier"], found["state"]) == ("大事", "已转出")
    assert found["remark"] == "原层级: 小事"


def test_a_parked_matter_keeps_its_first_due_date_and_its_ticket():
    found = row("20261120-1")
    assert (found["due"], found["first_due"], found["state"]) == (date(2026, 12, 31), date(2026, 11, 27), "挂账")
    assert (found["ticket"], found["source"]) == ("GD-0001", "12345")


def test_lines_after_the_day_are_not_there_yet():
    before = Period(day("2026-10-01"), day("2026-10-11"))
    found = row("20260907-1", extent(before, today=day("2026-10-11")))["handling"] if states(extent(before)) else None
    assert found is None  # closed since September, reopened on the 12th: nothing of it counts in these days


def test_a_period_has_the_matters_that_its_report_counts():
    ids = {state.id for state in states(extent())}
    assert ids == {"20260907-1", "20261012-1", "20261102-1", "20261102-2", "20261120-1"}
    counted = figures(ENTRIES, NOVEMBER, None, TODAY, NAMED)
    listed = figures([e for e in ENTRIES if any(i.id in ids for i in e.issues)], NOVEMBER, None, TODAY, NAMED)
    assert listed == counted


def test_without_a_period_every_matter_is_there():
    assert len(states(extent(None))) == 6


def test_a_text_of_several_lines_is_one_line_of_the_handling():
    entry = raised("2026-11-02", "2026-11-03 note 看过")
    two = entry.issues[0].progress[0]
    entry = raised("2026-11-02")
    of = extent()
    from dataclasses import replace

    told = replace(entry, issues=(replace(issue(), progress=(replace(two, text="看过\n再约"),)),))
    (state,) = states(of, [told])
    assert row_of(state, of)[PLACES["handling"]] == "2026-11-03 跟进 看过 再约"


def test_json_has_english_keys_and_plain_values():
    answer = ledger_dict(states(extent()), extent())
    assert (answer["from"], answer["to"], answer["masked"]) == ("2026-11-01", "2026-11-30", True)
    first = answer["rows"][0]
    assert list(first) == [column.id for column in COLUMNS]
    assert (first["raised"], first["cost"], first["due"]) == ("2026-09-07", 85.5, "2026-09-07")


def test_in_english():
    with speaking("en"):
        found = row("20261102-2")
        assert found["handling"].splitlines()[1] == "2026-11-04 regrade large"
        assert found["remark"] == "first tier: small"
