"""The period's report as data."""

import json
from dataclasses import replace

import pytest
from diary_factory import COMMUNITY, day, entry, issue, raised

from minqing.domain.community import FixedVisit
from minqing.domain.period import Period
from minqing.reports.report import build_report, default_report_period, report_dict

NOVEMBER = Period.month(2026, 11)
TODAY = day("2026-12-20")


def report(*entries, period=NOVEMBER, as_of=None, today=TODAY, community=COMMUNITY):
    return build_report(entries, period, as_of, today, community)


@pytest.mark.parametrize(
    ("today", "month"),
    [
        ("2026-11-24", "2026-10"),
        ("2026-11-25", "2026-11"),
        ("2026-01-01", "2025-12"),
        ("2026-01-31", "2026-01"),
    ],
)
def test_by_default_the_last_month_and_from_the_25th_the_current_one(today, month):
    assert default_report_period(day(today)).key == month


def test_the_balance_carries_over_and_reconciles():
    found = report(
        raised("2026-10-05"),
        raised("2026-10-05", "2026-10-06 close", "2026-11-03 reopen"),
        raised("2026-10-05", "2026-11-03 close", "2026-11-04 refer 派出所"),
        raised("2026-11-02", "2026-11-03 withdraw"),
        raised("2026-11-02", "2026-12-03 close"),
    )
    assert report_dict(found)["balance"] == {
        "open_at_start": 2, "raised": 2, "reopened": 1, "closed": 2, "open_at_end": 3,
    }  # fmt: skip
    assert found.reconciles


def test_closings_are_told_apart_by_what_became_of_them():
    found = report(
        raised("2026-10-05", "2026-11-03 close", "2026-11-04 reopen", "2026-11-09 close"),
        raised("2026-10-05", "2026-11-03 refer 派出所"),
        raised("2026-11-02", "2026-11-03 withdraw"),
        raised("2026-11-02", "2026-11-03 duplicate 20261005-1"),
        raised("2026-11-02", "2026-11-03 close", "2026-11-05 reopen"),
    )
    assert found.closed_as == {"solved": 1, "referred": 1, "duplicate": 1, "withdrawn": 1, "reopened": 2}
    assert sum(found.closed_as.values()) == found.figures.issues.closed == 6
    assert found.figures.handled == 1


def test_told_again_counts_among_places_and_repeats_and_recorded_in_error_only_where_it_was_raised():
    said = [
        issue("2026-11-03 duplicate 20261102-2", place="5号楼", category="facility"),
        issue(place="5号楼", category="facility"),
        issue("2026-11-03 withdraw", place="5号楼", category="facility"),
    ]
    found = report(entry("2026-11-02", *said))
    assert [(hot.place, hot.raised) for hot in found.hot_places] == [("5号楼", 3)]
    assert [(repeat.raised, repeat.within_year) for repeat in found.repeats] == [(2, 2)]


def test_a_report_as_of_a_day_before_its_period_still_reconciles():
    balance = report(raised("2026-10-05"), raised("2026-10-26"), as_of=day("2026-10-10")).balance
    assert (balance.open_at_start, balance.raised, balance.open_at_end) == (1, 0, 1)


def test_earlier_periods_are_null_where_no_entry_is_that_early():
    assert report(raised("2026-11-02")).previous is None
    since_october = report(raised("2026-10-31"), raised("2026-11-02"))
    assert since_october.previous is not None
    assert since_october.previous.issues.raised == 1
    assert since_october.year_ago is None
    assert report(raised("2025-11-30")).year_ago is not None
    long_before = report(raised("2024-01-01")).previous
    assert long_before is not None
    assert (long_before.issues.raised, long_before.issues.open) == (0, 1)


def test_earlier_periods_have_the_numbers_of_their_own_end():
    found = report(raised("2026-10-05", "2026-11-03 close"))
    assert found.previous is not None
    assert (found.previous.issues.open, found.figures.issues.open) == (1, 0)


def test_hot_places_are_the_ten_with_most_raised():
    places = ["5号楼", "5号楼", *(f"{n}号楼" for n in range(10, 20)), None]
    found = report(entry("2026-11-02", *(issue(place=place) for place in places)))
    assert (found.hot_places[0].place, found.hot_places[0].raised) == ("5号楼", 2)
    assert [hot.place for hot in found.hot_places[1:]] == [f"{n}号楼" for n in range(10, 19)]


def test_overdue_issues_come_longest_overdue_first():
    found = report(
        raised("2026-11-02", due="2026-11-20"),
        raised("2026-11-03", due="2026-11-10"),
        raised("2026-11-04", "2026-11-05 park 2027-01-01"),
        raised("2026-11-05", due="2026-11-30"),
    )
    assert [str(state.due) for state in found.overdue] == ["2026-11-10", "2026-11-20"]


def test_large_matters_are_those_open_and_those_raised_in_the_period():
    found = report(
        raised("2026-11-02", "2026-11-03 close", tier="large"),
        raised("2026-10-05", tier="large"),
        raised("2026-10-12", "2026-11-03 close", tier="large"),
        raised("2026-11-09", "2026-11-10 escalate 街道", tier="small"),
        raised("2026-11-16", tier="small"),
    )
    assert [str(state.raised) for state in found.large] == ["2026-10-05", "2026-11-09", "2026-11-02"]


def test_cases_are_three_at_most_the_satisfied_first_then_the_longest_story():
    found = report(
        raised("2026-11-02", "2026-11-03 close"),
        raised("2026-11-03", "2026-11-03 note 看过", "2026-11-04 note 再看", "2026-11-05 close"),
        raised("2026-11-04", "2026-11-05 close", "2026-11-06 followup satisfied"),
        raised("2026-11-05", "2026-11-06 close", "2026-11-07 note a", "2026-11-08 followup dissatisfied"),
        raised("2026-11-06", "2026-11-07 refer 派出所"),
    )
    assert [state.raised.day for state in found.cases] == [4, 3, 2]


def test_handling_by_owner_tells_open_overdue_and_on_time():
    found = report(
        raised("2026-11-02", "2026-11-05 close", owner="绿化队", due="2026-11-04"),
        raised("2026-11-02", "2026-11-04 assign 绿化队", due="2026-11-04"),
    )
    (crew,) = found.by_owner
    assert (crew.key, crew.raised, crew.handled, crew.open, crew.overdue) == ("绿化队", 2, 1, 1, 1)
    assert (crew.on_time.n, crew.on_time.of) == (0, 1)
    assert [handling.key for handling in found.by_tier] == ["small", "medium", "large", "none"]


def test_upcoming_fall_due_up_to_the_end_of_the_next_month():
    found = report(
        raised("2026-11-02", due="2026-12-31"),
        raised("2026-11-02", "2026-11-03 park 2026-12-15"),
        raised("2026-11-02", due="2027-01-01"),
        raised("2026-11-02", due="2026-11-29"),
        raised("2026-11-02", "2026-11-03 close", due="2026-12-01"),
    )
    assert [str(state.due) for state in found.upcoming] == ["2026-12-15", "2026-12-31"]


def test_hot_places_and_repeats_are_houses_however_they_are_spelled():
    same = {"category": "environment"}
    found = report(
        raised("2026-03-02", place="三号楼", **same),
        raised("2026-11-02", place="3号楼2门", **same),
        raised("2026-11-09", place="10栋和3号楼", **same),
        raised("2026-11-10", place="13号楼", **same),
    )
    assert [(hot.place, hot.raised) for hot in found.hot_places] == [("3号楼", 2), ("10栋", 1), ("13号楼", 1)]
    assert [(r.place, r.raised, r.within_year) for r in found.repeats] == [("3号楼", 2, 3)]


def test_repeats_are_the_same_matter_at_the_same_place_within_a_year():
    same = {"place": "3号楼", "category": "environment"}
    found = report(
        raised("2026-02-02", "2026-02-03 close", **same),
        raised("2026-11-02", **same),
        raised("2026-11-03", "2026-11-04 withdraw", **same),
        raised("2025-11-30", **same),
        raised("2026-11-02", place="3号楼", category="dispute"),
    )
    assert [(r.place, r.raised, r.within_year) for r in found.repeats] == [("3号楼", 1, 2)]


def test_the_same_month_last_year_and_the_rota_help_to_plan():
    community = replace(COMMUNITY, rota=(FixedVisit("高龄党员户"), FixedVisit("六小门店")))
    found = report(
        raised("2025-12-08", title="水管冻裂"),
        entry("2026-11-02", visits=("高龄党员户",)),
        entry("2026-12-07", visits=("六小门店",)),
        community=community,
    )
    assert [state.title for state in found.last_year] == ["水管冻裂"]
    assert [(visit.name, visit.made) for visit in found.rota] == [("高龄党员户", 1), ("六小门店", 0)]


def test_json_has_the_promised_keys_and_can_be_written():
    found = report_dict(report(raised("2026-11-02", "2026-11-05 close", due="2026-11-09", tier="large")))
    promised = {
        "schema",
        "balance",
        "previous",
        "year_ago",
        "hot_places",
        "overdue",
        "large",
        "cases",
        "rates",
    }
    assert promised <= found.keys()
    assert found["cases"][0]["closed"] == "2026-11-05"
    assert json.loads(json.dumps(found)) == found
