"""What must hold for any diary: balances reconcile, parts sum to totals, a past day stays as it was."""

from dataclasses import replace
from datetime import date, timedelta

from diary_factory import COMMUNITY
from hypothesis import given
from hypothesis import strategies as st
from verb_arguments import verb_arguments

from minqing.domain.fold import fold_entries
from minqing.domain.model import KINDS, TIERS, Entry, Issue, Progress
from minqing.domain.period import Period
from minqing.domain.verbs import VERBS
from minqing.reports.figures import figures
from minqing.reports.groups import KEYS, TIMES, groups
from minqing.reports.report import build_report

FIRST, LAST = date(2026, 1, 1), date(2026, 6, 30)
LATE = date(2027, 1, 1)

days = st.dates(FIRST, LAST)
maybe_day = st.none() | days
periods = st.tuples(days, days).map(lambda pair: Period.span(min(pair), max(pair))) | days.map(
    lambda day: Period.of("month", day)
)

ARGUMENTS = verb_arguments(days)
often = ["close", "reopen", "park", "close", "reopen"]


@st.composite
def lines(draw):
    verb = VERBS[draw(st.sampled_from([*often, *VERBS]))]
    return Progress(draw(days), verb.id, draw(ARGUMENTS[verb.argument]))


issues = st.builds(
    Issue,
    id=st.just("20260101-1"),
    title=st.just("路灯"),
    tier=st.none() | st.sampled_from(TIERS),
    category=st.none() | st.sampled_from(["dispute", "facility"]),
    place=st.none() | st.sampled_from(["3号楼", "5号楼"]),
    due=maybe_day,
    progress=st.lists(lines(), max_size=6).map(tuple),
)
entries = st.builds(Entry, date=days, kind=st.sampled_from(KINDS), issues=st.lists(issues, max_size=3).map(tuple))
diaries = st.lists(entries, max_size=5)


@given(diaries, periods, maybe_day, days)
def test_the_balance_always_reconciles(diary, period, as_of, today):
    assert build_report(diary, period, as_of, today, COMMUNITY).reconciles


@given(diaries, periods, periods)
def test_what_is_carried_out_of_a_period_is_carried_into_the_next(diary, period, other):
    following = Period.span(period.end + timedelta(days=1), max(other.end, period.end + timedelta(days=1)))
    first = build_report(diary, period, None, LATE, COMMUNITY)
    second = build_report(diary, following, None, LATE, COMMUNITY)
    assert first.balance.open_at_end == second.balance.open_at_start


@given(diaries, days)
def test_months_add_up_to_the_total(diary, today):
    total = figures(diary, None, None, today, COMMUNITY).issues
    months = [group.figures.issues for group in groups("month", diary, None, None, today, COMMUNITY)]
    assert sum(month.raised for month in months) == total.raised
    assert sum(month.closed for month in months) == total.closed
    assert sum(month.reopened for month in months) == total.reopened


@given(diaries, st.none() | periods, days, st.sampled_from(TIMES))
def test_groups_of_time_are_the_figures_of_their_periods(diary, period, today, by):
    within = period or Period.span(FIRST, LAST)
    for part, group in zip(within.split(by), groups(by, diary, within, None, today, COMMUNITY), strict=False):
        expected = figures(diary, part, None, min(today, within.end), COMMUNITY)
        assert (group.key, group.figures) == (part.key, expected)


@given(diaries, st.none() | periods, days)
def test_parts_sum_to_their_totals(diary, period, today):
    found = figures(diary, period, None, today, COMMUNITY)
    tiers, categories, buckets = (
        list(counts.values()) for counts in (found.by_tier, found.by_category, found.by_bucket)
    )
    issues = found.issues
    assert {sum(c.raised for c in counts) for counts in (tiers, categories, buckets)} == {issues.raised}
    assert {sum(c.open for c in counts) for counts in (tiers, categories)} == {issues.open}
    assert sum(c.closed for c in tiers) == issues.closed
    assert sum(c.handled for c in categories) == found.handled
    assert issues.overdue + issues.parked <= issues.open
    for by in KEYS:
        parts = [group.counts for group in groups(by, diary, period, None, today, COMMUNITY)]
        for name in ("raised", "closed", "open", "overdue"):
            assert sum(part[name] for part in parts) == getattr(issues, name)


@given(diaries, st.none() | periods, days)
def test_rates_are_never_above_one(diary, period, today):
    rates = figures(diary, period, None, today, COMMUNITY).rates
    for rate in (rates.on_time, rates.contacted, rates.solved, rates.satisfied):
        assert 0 <= rate.n <= rate.of


def known_on(diary, day):
    """The diary without anything that was written about the days after ``day``."""
    return [
        replace(entry, issues=tuple(without_later(issue, entry, day) for issue in entry.issues))
        for entry in diary
        if entry.date <= day
    ]


def without_later(issue, entry, day):
    kept = tuple(line for line in issue.progress if max(line.date, entry.date) <= day)
    return replace(issue, progress=kept)


@given(diaries, st.none() | periods, days)
def test_a_past_day_does_not_depend_on_what_came_later(diary, period, day):
    then = figures(known_on(diary, day), period, None, day, COMMUNITY)
    assert figures(diary, period, day, LATE, COMMUNITY) == then


@given(diaries, days)
def test_state_and_changes_of_state_agree(diary, day):
    for state in fold_entries(diary, day, COMMUNITY):
        assert len(state.closings) - len(state.reopenings) == (0 if state.is_open else 1)
        assert (state.closed is None, state.outcome is None) == (state.is_open, state.is_open)
        assert state.days_open >= 0
        assert not (state.overdue and state.state != "open")
