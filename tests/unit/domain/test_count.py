"""Counting entries and issues within a window of days."""

from dataclasses import replace
from decimal import Decimal

import pytest
from diary_factory import COMMUNITY, day, entry, issue, raised

from minqing.domain.community import Opening
from minqing.domain.count import Rate, Window, matters, median, opening_within, totals
from minqing.domain.count import handled_by_bucket as by_bucket
from minqing.domain.fold import fold_entries
from minqing.domain.records import Loaded, walked_and_besides, walked_within

NOVEMBER = Window(day("2026-11-30"), day("2026-11-01"))


def picked(entries, window=NOVEMBER):
    return matters(fold_entries(entries, window.day, COMMUNITY), window)


def added_up(entries, window=NOVEMBER):
    return totals(fold_entries(entries, window.day, COMMUNITY), window)


def counts(entries, window=NOVEMBER):
    return added_up(entries, window).counts


def count_entries(entries, window, community):
    return walked_within(Loaded(entries, community), window, community)


def handled_by_bucket(entries, window, community):
    opening = opening_within(window, community)
    states = fold_entries(entries, window.day, community)
    return by_bucket(totals(states, window, opening.as_of if opening else None), opening, community)


def test_walks_and_visits_count_steps_and_walkers_other_kinds_do_not():
    walked = count_entries(
        [
            entry("2026-11-02", kind="walk", steps=4000, km="2.50", walkers=("张书记", "王丽"), cleaned=3),
            entry("2026-11-03", kind="visit", steps=500, km="0.30", walkers=("王丽",)),
            entry("2026-11-04", kind="desk", steps=9999, km="9.99", walkers=("王丽",), cleaned=1),
        ],
        NOVEMBER,
        COMMUNITY,
    )
    assert (walked.entries, walked.walks, walked.visits) == (3, 1, 1)
    assert (walked.steps, walked.km, walked.walker_turns, walked.cleaned) == (4500, Decimal("2.80"), 3, 4)


def test_walk_days_are_distinct_mondays_with_a_walk():
    entries = [
        entry("2026-11-02", kind="walk"),
        entry("2026-11-02", kind="walk"),
        entry("2026-11-03", kind="walk"),
        entry("2026-11-09", kind="visit"),
        entry("2026-11-16", kind="walk"),
    ]
    assert count_entries(entries, NOVEMBER, COMMUNITY).mondays == 2
    assert count_entries(entries, NOVEMBER, replace(COMMUNITY, weekday=1)).mondays == 1


def test_the_opening_balance_stands_in_for_the_entries_it_covers_key_by_key():
    opening = Opening(day("2026-11-09"), mondays=572, steps=1000)
    entries = [
        entry("2026-11-09", kind="walk", steps=10, km="1.5"),
        entry("2026-11-16", kind="walk", steps=20, km="2.5"),
    ]
    walked = count_entries(entries, Window(day("2026-11-30")), replace(COMMUNITY, opening=opening))
    assert (walked.mondays, walked.steps) == (573, 1020)
    assert (walked.km, walked.walks, walked.entries) == (Decimal("4.0"), 2, 2), "not carried over: all count"


def test_outings_besides_the_walk_days_are_those_that_the_steps_are_of():
    diary = [
        entry("2026-11-09", kind="walk"),
        entry("2026-11-09", kind="visit"),
        entry("2026-11-16", kind="walk"),
        entry("2026-11-16", kind="walk"),
        entry("2026-11-17", kind="walk"),
        entry("2026-11-18", kind="desk"),
    ]

    def besides(opening=None):
        community = replace(COMMUNITY, opening=opening)
        return walked_and_besides(Loaded(diary, community), Window(day("2026-11-30")), community)[1]

    assert besides() == 3
    assert besides(Opening(day("2026-11-09"), mondays=572, steps=1000)) == 2, "the visit is in what was carried over"
    assert besides(Opening(day("2026-11-09"), mondays=572)) == 3, "steps are counted from the diary"


@pytest.mark.parametrize("window", [Window(day("2026-11-08")), NOVEMBER])
def test_no_opening_balance_in_a_period_or_before_its_date(window):
    community = replace(COMMUNITY, opening=Opening(day("2026-11-09"), steps=1000, disputes=7))
    assert count_entries([entry("2026-11-02", steps=10)], window, community).steps == 10
    assert handled_by_bucket([], window, community)["dispute"] == 0


def test_the_opening_balance_of_a_bucket_stands_in_for_closings_up_to_its_date():
    community = replace(COMMUNITY, opening=Opening(day("2026-11-09"), disputes=100))
    entries = [
        raised("2026-11-02", "2026-11-09 close", category="dispute"),
        raised("2026-11-02", "2026-11-10 close", category="dispute"),
        raised("2026-11-02", "2026-11-03 close", category="environment"),
    ]
    handled = handled_by_bucket(entries, Window(day("2026-11-30")), community)
    assert handled == {"dispute": 101, "environment": 1, "unmanaged": 0, "other": 0}


def test_handled_are_the_solved_with_the_closing_in_force_in_the_window():
    entries = [
        raised("2026-10-05", "2026-11-03 close"),
        raised("2026-10-05", "2026-10-20 close"),
        raised("2026-11-02", "2026-11-03 refer 派出所"),
        raised("2026-11-02", "2026-11-03 close", "2026-11-04 reopen"),
        raised("2026-11-02", "2026-12-03 close"),
    ]
    counted = picked(entries)
    assert [s.raised for s in counted.handled] == [day("2026-10-05")]
    assert (len(counted.raised), len(counted.open)) == (3, 2)
    assert (counts(entries).closed, counts(entries).reopened) == (3, 1)


def test_handled_again_had_a_solved_closing_before_the_window():
    entries = [
        raised("2026-10-05", "2026-10-20 close", "2026-11-03 reopen", "2026-11-10 close"),
        raised("2026-10-05", "2026-10-20 refer 派出所", "2026-11-03 reopen", "2026-11-10 close"),
        raised("2026-10-05", "2026-10-20 close", "2026-11-10 close"),
        raised("2026-10-05", "2026-11-10 close"),
    ]
    assert counts(entries).handled_again == 2
    assert counts(entries, Window(day("2026-11-30"))).handled_again == 0


def test_on_time_asks_the_present_due_date_and_skips_issues_without_one():
    entries = [
        raised("2026-11-02", "2026-11-09 close", due="2026-11-09"),
        raised("2026-11-02", "2026-11-10 close", due="2026-11-09"),
        raised("2026-11-02", "2026-11-05 extend 2026-11-12", "2026-11-10 close", due="2026-11-09"),
        raised("2026-11-02", "2026-11-10 close"),
    ]
    assert counts(entries).rates.on_time == Rate(2, 3)


def test_contacted_asks_the_due_date_as_raised():
    entries = [
        raised("2026-11-02", "2026-11-09 contact", due="2026-11-09"),
        raised("2026-11-02", "2026-11-03 extend 2026-12-31", "2026-11-10 contact", due="2026-11-09"),
        raised("2026-11-02", due="2026-11-09"),
        raised("2026-11-02", due="2026-11-30"),
        raised("2026-11-02", due="2026-12-01"),
        raised("2026-11-02", "2026-11-03 contact", due="2026-12-01"),
        raised("2026-11-02", "2026-11-03 contact"),
        raised("2026-10-05", "2026-11-03 contact", due="2026-11-09"),
    ]
    assert counts(entries).rates.contacted == Rate(2, 5)


def test_solved_is_of_the_solved_and_the_referred():
    entries = [
        raised("2026-11-02", "2026-11-09 close"),
        raised("2026-11-02", "2026-11-09 refer 派出所"),
        raised("2026-11-02", "2026-11-09 duplicate 20261101-1"),
        raised("2026-11-02", "2026-11-09 withdraw"),
        raised("2026-11-02", "2026-11-09 close", "2026-11-10 reopen"),
    ]
    assert counts(entries).rates.solved == Rate(1, 2)


def test_satisfied_asks_the_last_followup_of_any_issue():
    entries = [
        raised("2026-10-05", "2026-10-09 close", "2026-11-09 followup satisfied"),
        raised("2026-10-05", "2026-11-09 followup fair"),
        raised("2026-11-02", "2026-11-08 followup satisfied", "2026-11-09 followup dissatisfied"),
        raised("2026-10-05", "2026-10-09 close", "2026-10-12 followup satisfied"),
        raised("2026-11-02", "2026-11-09 followup fair", "2026-12-09 followup dissatisfied"),
    ]
    assert counts(entries).rates.satisfied == Rate(3, 4)


@pytest.mark.parametrize(
    ("closings", "middle"), [([], None), (["05"], 3.0), (["03", "10"], 4.5), (["03", "20", "06"], 4.0)]
)
def test_the_median_is_the_middle_or_the_mean_of_both(closings, middle):
    holder = entry("2026-11-02", *(issue(f"2026-11-{d} close") for d in closings))
    assert median(added_up([holder]).days) == middle
