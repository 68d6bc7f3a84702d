"""The figures of a period, or of everything so far: what ``stats`` and the report print, as plain values."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import asdict, dataclass
from datetime import date
from decimal import Decimal
from typing import Any

from minqing.domain.community import Community, Opening
from minqing.domain.count import (
    NONE,
    Matters,
    Rates,
    Walked,
    Window,
    count_entries,
    handled_by_bucket,
    matters,
    median_days,
    opening_within,
    rates,
)
from minqing.domain.fold import IssueState, fold_entries
from minqing.domain.model import BUCKETS, TIERS, Entry
from minqing.domain.period import Period
from minqing.reports.issue_json import day_text, number


@dataclass(frozen=True, slots=True)
class IssueCounts:
    """``raised``, ``reopened`` and ``closed`` happened in the period; the others stand at its end.

    ``parked`` ones are part of ``open``.
    """

    raised: int
    reopened: int
    closed: int
    open: int
    overdue: int
    parked: int


@dataclass(frozen=True, slots=True)
class TierCounts:
    """A tier's issues raised and closings in the period, and those open at its end."""

    raised: int
    closed: int
    open: int


@dataclass(frozen=True, slots=True)
class CategoryCounts:
    """A category's issues raised and handled in the period, and those open at its end."""

    raised: int
    handled: int
    open: int


@dataclass(frozen=True, slots=True)
class BucketCounts:
    """A bucket's issues raised and handled in the period; ``handled`` holds the opening balance."""

    raised: int
    handled: int


@dataclass(frozen=True, slots=True)
class Figures:
    """All figures up to ``as_of``: of a period, or cumulative when ``opening`` can be part of them.

    ``start`` is ``None`` when nothing was written yet; ``end`` is the period's end, ``provisional`` tells
    that it lies after ``as_of``. ``opening`` is the balance that was added, if any. ``walked`` holds the
    figures of the entries (steps, kilometres…). ``handled`` sums the buckets, ``handled_again`` had been
    handled before the period; ``cost`` is in yuan; ``median_days_to_close`` in calendar days.
    """

    as_of: date
    start: date | None
    end: date
    provisional: bool
    opening: Opening | None
    walked: Walked
    issues: IssueCounts
    by_tier: Mapping[str, TierCounts]
    by_category: Mapping[str, CategoryCounts]
    by_bucket: Mapping[str, BucketCounts]
    handled_again: int
    households_helped: int
    cost: Decimal
    median_days_to_close: float | None
    rates: Rates

    @property
    def disputes_mediated(self) -> int:
        """Handled matters of the dispute bucket (民事纠纷)."""
        return self.by_bucket["dispute"].handled

    @property
    def environment_handled(self) -> int:
        """Handled matters of the environment bucket (环境问题)."""
        return self.by_bucket["environment"].handled

    @property
    def unmanaged_handled(self) -> int:
        """Handled matters that come from lacking property management (无物业管理问题)."""
        return self.by_bucket["unmanaged"].handled

    @property
    def handled(self) -> int:
        """Handled matters of all buckets."""
        return sum(bucket.handled for bucket in self.by_bucket.values())


def last_day(period: Period | None, as_of: date | None, today: date) -> date:
    """The day figures are counted up to: the earliest of the period's end, ``as_of`` and today."""
    return min(today, as_of or today, period.end if period else today)


def figures(
    entries: Sequence[Entry], period: Period | None, as_of: date | None, today: date, community: Community
) -> Figures:
    """The figures of a period, or the cumulative ones (``period`` is ``None``) with the opening balance."""
    day = last_day(period, as_of, today)
    return tally(entries, fold_entries(entries, day, community), period, day, community)


def tally(
    entries: Sequence[Entry],
    states: Sequence[IssueState],
    period: Period | None,
    day: date,
    community: Community,
) -> Figures:
    """The figures of issues that are already folded to ``day``."""
    window = Window(day, period.start if period else None)
    picked = matters(states, window)
    first = min((entry.date for entry in entries if entry.date <= day), default=None)
    return Figures(
        as_of=day,
        start=period.start if period else first,
        end=period.end if period else day,
        provisional=period is not None and period.end > day,
        opening=opening_within(window, community),
        walked=count_entries(entries, window, community),
        issues=count_issues(picked),
        by_tier=by_tier(picked),
        by_category=by_category(picked, community),
        by_bucket=by_bucket(picked, community),
        handled_again=picked.handled_again,
        households_helped=sum(state.issue.households or 0 for state in picked.handled),
        cost=sum((state.issue.cost or Decimal(0) for state in picked.handled), Decimal(0)),
        median_days_to_close=median_days(picked.handled),
        rates=rates(picked),
    )


def count_issues(picked: Matters) -> IssueCounts:
    """How many were raised, reopened, closed; how many stand open, overdue, parked."""
    return IssueCounts(
        raised=len(picked.raised),
        reopened=picked.reopenings(_one).total(),
        closed=picked.closings(_one).total(),
        open=len(picked.open),
        overdue=len(picked.overdue),
        parked=picked.parked,
    )


def _one(state: IssueState) -> str:
    return "all"


def tier_of(state: IssueState) -> str:
    """The present tier, or ``none``."""
    return state.tier or NONE


def category_of(state: IssueState) -> str:
    """The present category, or ``none``."""
    return state.category or NONE


def tally_by(key: Callable[[IssueState], str], states: Iterable[IssueState]) -> Counter[str]:
    """How many issues have each value of ``key``."""
    return Counter(map(key, states))


def by_tier(picked: Matters) -> dict[str, TierCounts]:
    """Counts of every tier, and of issues without one."""
    raised, closed = tally_by(tier_of, picked.raised), picked.closings(tier_of)
    still_open = tally_by(tier_of, picked.open)
    return {t: TierCounts(raised[t], closed[t], still_open[t]) for t in (*TIERS, NONE)}


def by_category(picked: Matters, community: Community) -> dict[str, CategoryCounts]:
    """Counts of every category that has any, in the order of the settings."""
    raised, handled = tally_by(category_of, picked.raised), tally_by(category_of, picked.handled)
    still_open = tally_by(category_of, picked.open)
    used = raised + handled + still_open
    known = [*community.categories, *sorted(used.keys() - community.categories.keys() - {NONE}), NONE]
    return {c: CategoryCounts(raised[c], handled[c], still_open[c]) for c in known if used[c]}


def by_bucket(picked: Matters, community: Community) -> dict[str, BucketCounts]:
    """Counts of every bucket, with the opening balance where it belongs."""
    raised = tally_by(lambda state: state.bucket, picked.raised)
    handled = handled_by_bucket(picked, community)
    return {bucket: BucketCounts(raised[bucket], handled[bucket]) for bucket in BUCKETS}


def figures_dict(found: Figures) -> dict[str, Any]:
    """The figures under the keys that programs rely on."""
    return {
        "as_of": found.as_of.isoformat(),
        "from": day_text(found.start),
        "to": found.end.isoformat(),
        "provisional": found.provisional,
        "opening": opening_dict(found.opening),
        **asdict(found.walked),
        "km": number(found.walked.km),
        "issues": asdict(found.issues),
        "by_tier": {key: asdict(counts) for key, counts in found.by_tier.items()},
        "by_category": {key: asdict(counts) for key, counts in found.by_category.items()},
        "by_bucket": {key: asdict(counts) for key, counts in found.by_bucket.items()},
        "disputes_mediated": found.disputes_mediated,
        "environment_handled": found.environment_handled,
        "unmanaged_handled": found.unmanaged_handled,
        "handled": found.handled,
        "handled_again": found.handled_again,
        "households_helped": found.households_helped,
        "cost": number(found.cost),
        "median_days_to_close": number(found.median_days_to_close),
        "rates": asdict(found.rates),
    }


def stats_dict(found: Figures) -> dict[str, Any]:
    """What ``stats --json`` answers; ``groups`` are added where they were asked for."""
    return {"schema": 1, **figures_dict(found)}


def opening_dict(opening: Opening | None) -> dict[str, Any] | None:
    """The opening balance that was added; keys that are not carried over are ``None``."""
    if opening is None:
        return None
    return {**asdict(opening), "as_of": opening.as_of.isoformat(), "km": number(opening.km)}
