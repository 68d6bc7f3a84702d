from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from minqing.domain.period import Period

D = date
KINDS_IN_THE_CALENDAR = ("day", "week", "month", "quarter", "half", "year")


@pytest.mark.parametrize(
    ("period", "start", "end", "key"),
    [
        (Period.of_day(D(2026, 11, 16)), D(2026, 11, 16), D(2026, 11, 16), "2026-11-16"),
        (Period.week_of(D(2026, 11, 22)), D(2026, 11, 16), D(2026, 11, 22), "2026-11-16..2026-11-22"),
        (Period.month(2024, 2), D(2024, 2, 1), D(2024, 2, 29), "2024-02"),
        (Period.month(2026, 12), D(2026, 12, 1), D(2026, 12, 31), "2026-12"),
        (Period.quarter(2026, 3), D(2026, 7, 1), D(2026, 9, 30), "2026-q3"),
        (Period.half(2026, 1), D(2026, 1, 1), D(2026, 6, 30), "2026-h1"),
        (Period.half(2026, 2), D(2026, 7, 1), D(2026, 12, 31), "2026-h2"),
        (Period.year(2026), D(2026, 1, 1), D(2026, 12, 31), "2026"),
        (Period.span(D(2026, 1, 5), D(2026, 2, 3)), D(2026, 1, 5), D(2026, 2, 3), "2026-01-05..2026-02-03"),
    ],
)
def test_a_period_has_its_days_and_its_name(period: Period, start: date, end: date, key: str) -> None:
    assert (period.start, period.end, period.key) == (start, end, key)
    assert period.contains(start)
    assert period.contains(end)
    assert not period.contains(start - timedelta(days=1))
    assert not period.contains(end + timedelta(days=1))


@pytest.mark.parametrize(
    ("period", "before"),
    [
        (Period.of_day(D(2026, 3, 1)), Period.of_day(D(2026, 2, 28))),
        (Period.week_of(D(2026, 11, 16)), Period.week_of(D(2026, 11, 9))),
        (Period.month(2026, 1), Period.month(2025, 12)),
        (Period.quarter(2026, 1), Period.quarter(2025, 4)),
        (Period.half(2026, 1), Period.half(2025, 2)),
        (Period.year(2026), Period.year(2025)),
        (Period.span(D(2026, 11, 11), D(2026, 11, 20)), Period.span(D(2026, 11, 1), D(2026, 11, 10))),
        (Period.span(D(2026, 1, 1), D(2026, 6, 30)), Period.span(D(2025, 7, 1), D(2025, 12, 31))),
        (Period.span(D(2026, 2, 1), D(2026, 3, 31)), Period.span(D(2025, 12, 1), D(2026, 1, 31))),
    ],
)
def test_the_period_before(period: Period, before: Period) -> None:
    assert period.previous() == before


@pytest.mark.parametrize(
    ("period", "then"),
    [
        (Period.of_day(D(2024, 2, 29)), Period.of_day(D(2023, 2, 28))),
        (Period.week_of(D(2026, 11, 16)), Period.week_of(D(2025, 11, 17))),
        (Period.month(2025, 2), Period.month(2024, 2)),
        (Period.quarter(2026, 4), Period.quarter(2025, 4)),
        (Period.half(2026, 2), Period.half(2025, 2)),
        (Period.year(2026), Period.year(2025)),
        (Period.span(D(2026, 11, 11), D(2026, 11, 20)), Period.span(D(2025, 11, 11), D(2025, 11, 20))),
        (Period.span(D(2025, 1, 1), D(2025, 2, 28)), Period.span(D(2024, 1, 1), D(2024, 2, 29))),
    ],
)
def test_the_same_period_a_year_ago(period: Period, then: Period) -> None:
    assert period.year_ago() == then


def test_a_period_splits_at_its_own_edges() -> None:
    parts = Period.span(D(2025, 11, 16), D(2026, 2, 3)).split("month")
    assert [(p.key, p.start, p.end) for p in parts] == [
        ("2025-11", D(2025, 11, 16), D(2025, 11, 30)),
        ("2025-12", D(2025, 12, 1), D(2025, 12, 31)),
        ("2026-01", D(2026, 1, 1), D(2026, 1, 31)),
        ("2026-02", D(2026, 2, 1), D(2026, 2, 3)),
    ]
    assert [p.key for p in Period.year(2026).split("quarter")] == ["2026-q1", "2026-q2", "2026-q3", "2026-q4"]
    assert [p.key for p in Period.span(D(2025, 3, 1), D(2026, 3, 1)).split("year")] == ["2025", "2026"]


def test_the_last_days_there_are_can_be_split() -> None:
    assert [p.key for p in Period.span(D(9999, 11, 30), date.max).split("month")] == ["9999-11", "9999-12"]


def test_a_reversed_period_is_refused() -> None:
    with pytest.raises(ValueError, match="before"):
        Period.span(D(2026, 1, 2), D(2026, 1, 1))


days = st.dates(D(1949, 1, 1), D(2199, 12, 31))


@given(day=days, kind=st.sampled_from(KINDS_IN_THE_CALENDAR))
def test_neighbours_touch(day: date, kind: str) -> None:
    period = Period.of(kind, day)
    assert period.contains(day)
    assert period.previous().end == period.start - timedelta(days=1)
    assert period.previous() == Period.of(kind, period.previous().start)


@given(first=days, length=st.integers(0, 900), by=st.sampled_from(KINDS_IN_THE_CALENDAR))
def test_parts_cover_every_day_once(first: date, length: int, by: str) -> None:
    whole = Period.span(first, first + timedelta(days=length))
    parts = whole.split(by)
    assert parts[0].start == whole.start
    assert parts[-1].end == whole.end
    assert sum(p.days for p in parts) == whole.days
