"""The figures of a period, or of everything so far: what ``stats`` and the report print, as plain values."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from decimal import Decimal
from typing import Any

from minqing.domain.community import Community, Opening
from minqing.domain.count import (
    NONE,
    NOTHING,
    Counts,
    Rates,
    Totals,
    Walked,
    Window,
    added,
    handled_by_bucket,
    median,
    opening_within,
)
from minqing.domain.model import BUCKETS, TIERS, Entry
from minqing.domain.period import Period
from minqing.domain.records import Records, records_of, walked_and_besides
from minqing.domain.values import asdict, dataclass
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
    figures of the entries (steps, kilometres…), ``besides`` tells how many outings but the walk days these are of.
    ``handled`` sums the buckets, ``handled_again`` had been handled before the period; ``cost`` is in yuan;
    ``median_days_to_close`` in calendar days.
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
    besides: int = 0

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
    source: Records | Sequence[Entry], period: Period | None, as_of: date | None, today: date, community: Community
) -> Figures:
    """The figures of a period, or the cumulative ones (``period`` is ``None``) with the opening balance."""
    records, day = records_of(source, community), last_day(period, as_of, today)
    window = Window(day, period.start if period else None)
    opening = opening_within(window, community)
    return tally(records, records.totals(window, opening.as_of if opening else None), period, day, community)


def tally(records: Records, found: Totals, period: Period | None, day: date, community: Community) -> Figures:
    """The figures of issues that are already added up."""
    window = Window(day, period.start if period else None)
    opening = opening_within(window, community)
    walked, besides = walked_and_besides(records, window, community)
    return Figures(
        as_of=day,
        start=period.start if period else records.first_day(day),
        end=period.end if period else day,
        provisional=period is not None and period.end > day,
        opening=opening,
        walked=walked,
        issues=count_issues(found.counts),
        by_tier=by_tier(found),
        by_category=by_category(found, community),
        by_bucket=by_bucket(found, opening, community),
        handled_again=found.counts.handled_again,
        households_helped=found.households,
        cost=found.cost,
        median_days_to_close=median(found.days),
        rates=found.counts.rates,
        besides=besides,
    )


def count_issues(counts: Counts) -> IssueCounts:
    """How many were raised, reopened, closed; how many stand open, overdue, parked."""
    return IssueCounts(counts.raised, counts.reopened, counts.closed, counts.open, counts.overdue, counts.parked)


def _named(found: Mapping[str | None, Counts]) -> dict[str, Counts]:
    """The counts with ``none`` as the key of what has none."""
    named: dict[str, Counts] = {}
    for key, counts in found.items():
        named[key or NONE] = added(named.get(key or NONE, NOTHING), counts)
    return named


def by_tier(found: Totals) -> dict[str, TierCounts]:
    """Counts of every tier, and of issues without one."""
    counts = _named(found.by(0))
    tiers = ((tier, counts.get(tier, NOTHING)) for tier in (*TIERS, NONE))
    return {tier: TierCounts(c.raised, c.closed, c.open) for tier, c in tiers}


def by_category(found: Totals, community: Community) -> dict[str, CategoryCounts]:
    """Counts of every category that has any, in the order of the settings."""
    counts = _named(found.by(1))
    known = [*community.categories, *sorted(counts.keys() - community.categories.keys() - {NONE}), NONE]
    used = ((category, counts[category]) for category in dict.fromkeys(known) if category in counts)
    return {id: CategoryCounts(c.raised, c.handled, c.open) for id, c in used if c.raised or c.handled or c.open}


def by_bucket(found: Totals, opening: Opening | None, community: Community) -> dict[str, BucketCounts]:
    """Counts of every bucket, with the opening balance where it belongs."""
    raised = dict.fromkeys(BUCKETS, 0)
    for category, counts in found.by(1).items():
        raised[community.bucket_of(category)] += counts.raised
    handled = handled_by_bucket(found, opening, community)
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
