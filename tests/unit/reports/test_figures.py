"""The figures as a whole: what belongs to a period, and their form for programs."""

import json
from dataclasses import replace
from decimal import Decimal

from diary_factory import COMMUNITY, day, entry, issue, raised

from minqing.domain.community import Opening
from minqing.domain.period import Period
from minqing.reports.figures import figures, figures_dict, last_day, stats_dict

NOVEMBER = Period.month(2026, 11)
TODAY = day("2026-12-20")


def counted(entries, period=None, as_of=None, today=TODAY, community=COMMUNITY):
    return figures(entries, period, as_of, today, community)


def test_counted_up_to_the_earliest_of_end_as_of_and_today():
    assert last_day(NOVEMBER, None, TODAY) == day("2026-11-30")
    assert last_day(NOVEMBER, day("2026-11-15"), TODAY) == day("2026-11-15")
    assert last_day(NOVEMBER, day("2026-11-15"), day("2026-11-10")) == day("2026-11-10")
    assert last_day(None, None, TODAY) == TODAY


def test_a_period_is_provisional_while_it_is_not_over():
    assert counted([], NOVEMBER, today=day("2026-11-29")).provisional
    assert not counted([], NOVEMBER, today=day("2026-11-30")).provisional
    assert counted([], NOVEMBER, as_of=day("2026-11-15")).provisional
    assert not counted([]).provisional


def test_cumulative_figures_begin_with_the_first_entry():
    found = counted([raised("2026-11-09"), raised("2026-11-02"), raised("2027-01-04")])
    assert (found.start, found.end, found.as_of) == (day("2026-11-02"), TODAY, TODAY)
    assert found.issues.raised == 2


def test_nothing_written_yet_is_all_zeros_without_a_first_day():
    found = figures_dict(counted([]))
    assert found["from"] is None
    assert found["to"] == "2026-12-20"
    assert (found["entries"], found["km"], found["cost"], found["median_days_to_close"]) == (0, 0, 0, None)
    assert found["rates"]["on_time"] == {"n": 0, "of": 0}


def test_counts_by_tier_category_and_bucket_use_the_present_values():
    entries = [
        raised("2026-11-02", "2026-11-03 escalate 街道", tier="small", category="dispute"),
        raised("2026-11-02", "2026-11-05 close", "2026-11-06 reclassify environment", category="dispute"),
        raised("2026-10-05", "2026-11-05 close", "2026-11-06 reopen", "2026-11-07 withdraw", tier="medium"),
    ]
    found = figures_dict(counted(entries, NOVEMBER))
    assert found["by_tier"] == {
        "small": {"raised": 0, "closed": 0, "open": 0},
        "medium": {"raised": 0, "closed": 2, "open": 0},
        "large": {"raised": 1, "closed": 0, "open": 1},
        "none": {"raised": 1, "closed": 1, "open": 0},
    }
    assert found["by_category"] == {
        "dispute": {"raised": 1, "handled": 0, "open": 1},
        "environment": {"raised": 1, "handled": 1, "open": 0},
    }
    assert found["by_bucket"]["environment"] == {"raised": 1, "handled": 1}
    assert found["by_bucket"]["other"] == {"raised": 0, "handled": 0}
    assert (found["environment_handled"], found["handled"], found["issues"]["closed"]) == (1, 1, 3)


def test_parked_issues_are_open_and_not_overdue():
    entries = [raised("2026-11-02", "2026-11-03 park 2027-03-01"), raised("2026-11-02", due="2026-11-09")]
    issues = counted(entries, NOVEMBER).issues
    assert (issues.open, issues.parked, issues.overdue) == (2, 1, 1)


def test_the_june_report_printed_in_august_gives_junes_numbers():
    entries = [raised("2026-11-02", "2026-11-20 close", "2026-12-05 reopen", due="2026-11-09")]
    late = counted(entries, NOVEMBER)
    assert (late.issues.open, late.handled, late.issues.reopened) == (0, 1, 0)
    assert counted(entries).issues.open == 1


def test_households_and_cost_are_of_the_handled_and_exact():
    lines = "2026-11-05 close"
    holder = entry(
        "2026-11-02",
        issue(lines, households=12, cost=Decimal("0.10")),
        issue(lines, cost=Decimal("0.20")),
        issue(households=99, cost=Decimal("500")),
    )
    found = counted([holder], NOVEMBER)
    assert (found.households_helped, found.cost) == (12, Decimal("0.30"))
    assert figures_dict(found)["cost"] == 0.3


def test_the_opening_balance_is_told_where_it_was_added():
    opening = Opening(day("2020-11-23"), mondays=572, km=Decimal("1640.5"), disputes=1018)
    community = replace(COMMUNITY, opening=opening)
    entries = [entry("2026-11-02", issue("2026-11-02 close", category="dispute"), km="2.87", kind="walk")]
    found = figures_dict(counted(entries, community=community))
    assert found["opening"]["as_of"] == "2020-11-23"
    assert (found["opening"]["km"], found["opening"]["steps"]) == (1640.5, None)
    assert (found["mondays"], found["km"], found["disputes_mediated"], found["handled"]) == (
        573,
        1643.37,
        1019,
        1019,
    )
    assert (found["issues"]["raised"], found["rates"]["solved"]) == (1, {"n": 1, "of": 1})
    assert figures_dict(counted(entries, NOVEMBER, community=community))["opening"] is None
    assert figures_dict(counted(entries, as_of=day("2020-11-22"), community=community))["opening"] is None


def test_json_has_the_promised_keys_in_their_order():
    found = stats_dict(counted([raised("2026-11-02")]))
    assert list(found) == [
        "schema", "as_of", "from", "to", "provisional", "opening", "entries", "walks", "visits", "mondays",
        "steps", "km", "walker_turns", "cleaned", "issues", "by_tier", "by_category", "by_bucket",
        "disputes_mediated", "environment_handled", "unmanaged_handled", "handled", "handled_again",
        "households_helped", "cost", "median_days_to_close", "rates",
    ]  # fmt: skip
    assert json.loads(json.dumps(found)) == found


def test_whole_numbers_are_written_as_integers():
    entries = [entry("2026-11-02", issue("2026-11-04 close"), issue("2026-11-07 close"), km="3.00", steps=1)]
    found = figures_dict(counted(entries, NOVEMBER))
    assert (repr(found["km"]), repr(found["median_days_to_close"])) == ("3", "3.5")
