"""Every figure of a report is made of things that can be listed, and they add up to it."""

from __future__ import annotations

from decimal import Decimal

import pytest
from diary_factory import COMMUNITY, day, entry, issue, raised
from hypothesis import given, settings
from hypothesis import strategies as st

from minqing.domain.community import FixedVisit
from minqing.domain.period import Period
from minqing.domain.records import records_of
from minqing.domain.values import replace
from minqing.messages import set_language
from minqing.reports.annex import annex_of
from minqing.reports.report import build_report, report_dict
from minqing.reports.trace import LISTS, numbers

NOVEMBER = Period.month(2026, 11)
TODAY = day("2026-12-20")
ROTA = replace(COMMUNITY, rota=(FixedVisit("高龄党员户"),))


def everything(*entries, period=NOVEMBER, today=TODAY, community=ROTA):
    set_language("zh")
    records = records_of(entries, community)
    report = build_report(records, period, None, today, community)
    return report, annex_of(records, report, community)


A_MONTH = (
    entry("2025-11-17", issue("2025-11-18 close")),
    entry("2026-10-12", issue("2026-11-03 close", "2026-11-04 reopen", "2026-11-05 close"), steps=10),
    entry(
        "2026-11-02", issue(tier="large", place="5号楼", due=day("2026-11-09")),
        issue("2026-11-02 close", "2026-11-09 followup satisfied", place="5号楼", households=3,
              cost=Decimal("12.50"), tier="small", category="dispute", due=day("2026-11-02")),
        steps=4773, km=Decimal("2.87"), walkers=("张书记", "王丽"), visits=("高龄党员户",), cleaned=2,
    ),
    entry("2026-11-02", kind="visit", steps=100, km=Decimal("0.1")),
    entry("2026-11-04", issue("2026-11-06 refer 法院", "2026-11-20 park 2027-01-05")),
)  # fmt: skip


def test_every_figure_of_the_report_has_what_it_is_made_of():
    report, annex = everything(*A_MONTH)
    figures = dict(numbers(report_dict(report)))
    assert figures["issues.closed"] == 4
    assert set(figures) | set(LISTS) <= set(annex.traces)
    wrong = {key: (t.value, t.recounted) for key, t in annex.traces.items() if not t.adds_up}
    assert wrong == {}


def test_a_figure_counts_the_things_one_by_one():
    _, annex = everything(*A_MONTH)
    found = annex.traces
    assert len(found["issues.raised"].items) == found["issues.raised"].value == 3
    twice = [item.day.isoformat() for item in found["issues.closed"].items if item.issue == "20261012-1"]
    assert twice == ["2026-11-03", "2026-11-05"]
    assert [item.amount for item in found["steps"].items] == [4773, 100]
    assert [item.amount for item in found["cost"].items] == [Decimal("12.50")]
    assert [item.issue for item in found["hot_places.0.raised"].items] == ["20261102-1", "20261102-2"]
    assert [item.file for item in found["rota.0.made"].items] == ["diaries/2026/2026-11-02.md"]
    assert [item.issue for item in found["year_ago.issues.raised"].items] == ["20251117-1"]


def test_what_adds_up_wrongly_is_noticed():
    _, annex = everything(*A_MONTH)
    trace = annex.traces["issues.raised"]
    assert trace.adds_up
    assert not replace(trace, items=trace.items[1:]).adds_up
    median = annex.traces["median_days_to_close"]
    assert median.adds_up
    assert not replace(median, value=(median.value or 0) + 1).adds_up


def test_the_ledger_holds_exactly_what_the_figures_are_made_of():
    report, annex = everything(*A_MONTH)
    own = [key for key in annex.traces if key.startswith(("issues.", "by_", "handling.", "rates.")) or key == "handled"]
    behind = {item.issue for key in own for item in annex.traces[key].items}
    assert behind == {state.id for state in annex.ledger}
    assert report.figures.issues.raised == sum(report.period.contains(s.raised) for s in annex.ledger)


@pytest.mark.parametrize(
    "period", [Period.year(2026), Period.quarter(2026, 4), Period.span(day("2026-11-01"), day("2026-11-03"))]
)
def test_the_figures_of_charts_are_made_of_what_is_listed(period):
    report, annex = everything(*A_MONTH, period=period)
    assert annex.charts
    for name, chart in annex.charts.items():
        for row, series in enumerate(chart.series):
            for column, value in enumerate(series.values):
                trace = annex.traces.get(f"charts.{name}.{row}.{column}")
                assert (len(trace.items) if trace else 0) == (value or 0)
    tiers = annex.charts["tiers"]
    assert sum(series.total for series in tiers.series) == report.figures.issues.raised
    ages = annex.charts.get("ages")
    assert (sum(s.total for s in ages.series) if ages else 0) == report.figures.issues.open


def test_an_empty_diary_has_figures_and_no_charts():
    report, annex = everything()
    assert all(trace.adds_up and not trace.items for trace in annex.traces.values())
    assert annex.charts == {}
    assert report.reconciles


VERBS = (
    "close",
    "refer 法院",
    "reopen",
    "withdraw",
    "park 2026-12-24",
    "followup satisfied",
    "note 看了",
    "contact 电话",
)
DAYS = st.dates(day("2026-09-01"), day("2026-12-31"))


@st.composite
def lives(draw):
    """An issue with up to six lines of any kind."""
    start = draw(DAYS)
    lines = sorted(draw(st.lists(DAYS.filter(lambda d: d >= start), max_size=6)))
    progress = [f"{when} {draw(st.sampled_from(VERBS))}" for when in lines]
    fields = {
        "tier": draw(st.sampled_from([None, "small", "large"])),
        "place": draw(st.sampled_from([None, "5号楼", "五栋2门", "5号楼和6号楼", "西门"])),
        "category": draw(st.sampled_from([None, "dispute"])),
        "households": draw(st.sampled_from([None, 2])),
    }
    return raised(start.isoformat(), *progress, **fields)


@settings(max_examples=40, deadline=None)
@given(st.lists(lives(), max_size=6))
def test_whatever_is_written_every_figure_adds_up(entries):
    _, annex = everything(*entries)
    assert {key: (t.value, t.recounted) for key, t in annex.traces.items() if not t.adds_up} == {}
