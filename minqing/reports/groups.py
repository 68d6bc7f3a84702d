"""Figures side by side: ``stats --by`` month, quarter, year, tier, category, place, owner or weekday."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from typing import Any

from minqing.domain.community import Community
from minqing.domain.count import NONE, Matters, Window, count_entries, matters
from minqing.domain.fold import IssueState, effective_lines, fold_entries, fold_issue
from minqing.domain.model import TIERS, Entry, Issue
from minqing.domain.period import Period
from minqing.reports.figures import (
    Figures,
    category_of,
    figures_dict,
    last_day,
    tally,
    tally_by,
    tier_of,
)
from minqing.reports.issue_json import number

TIMES = ("month", "quarter", "year")
"""What groups by time are made of."""

WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
"""Keys of the groups by weekday, in the order of ``date.weekday``."""


def place_of(state: IssueState) -> str:
    """The place as written, or ``none``."""
    return state.place or NONE


def owner_of(state: IssueState) -> str:
    """The present owner, or ``none``."""
    return state.owner or NONE


KEYS: Mapping[str, Callable[[IssueState], str]] = {
    "tier": tier_of,
    "category": category_of,
    "place": place_of,
    "owner": owner_of,
}
"""What issues can be grouped by, with the values of the day counted up to."""

BYS = (*TIMES, *KEYS, "weekday")
"""Everything ``--by`` takes."""


@dataclass(frozen=True, slots=True)
class Group:
    """One group: all ``figures`` of a stretch of time, else the ``counts`` that make sense."""

    key: str
    figures: Figures | None = None
    counts: Mapping[str, int | Decimal] = field(default_factory=dict)


def groups(
    by: str,
    entries: Sequence[Entry],
    period: Period | None,
    as_of: date | None,
    today: date,
    community: Community,
) -> list[Group]:
    """The figures of a period (``None``: of everything so far) by one of ``BYS``.

    The opening balance has no months, tiers or places and is in none of the groups.
    """
    day = last_day(period, as_of, today)
    if by in TIMES:
        return _by_time(by, entries, period, day, community)
    window = Window(day, period.start if period else None)
    picked = matters(fold_entries(entries, day, community), window)
    if by == "weekday":
        return _by_weekday(entries, picked, community)
    counted = counts_by(KEYS[by], picked, _fixed_order(by, community), keep=TIERS if by == "tier" else ())
    return [Group(value, counts=counts) for value, counts in counted.items()]


def _fixed_order(by: str, community: Community) -> tuple[str, ...]:
    return {"tier": TIERS, "category": tuple(community.categories)}.get(by, ())


def counts_by(
    key: Callable[[IssueState], str], picked: Matters, order: tuple[str, ...] = (), keep: tuple[str, ...] = ()
) -> dict[str, dict[str, int]]:
    """Raised, handled, closed, open and overdue for each value of ``key`` that has any.

    Values in ``order`` come first in that order, then the others, most raised first; ``none`` comes last.
    Values in ``keep`` are there even when nothing was counted.
    """
    counts = {
        "raised": tally_by(key, picked.raised),
        "handled": tally_by(key, picked.handled),
        "closed": picked.closings(key),
        "open": tally_by(key, picked.open),
        "overdue": tally_by(key, picked.overdue),
    }
    used = set().union(keep, *counts.values())
    ranks = {value: rank for rank, value in enumerate(order)}
    raised = counts["raised"]
    in_order = sorted(used, key=lambda v: (v == NONE, ranks.get(v, len(ranks)), -raised[v], v))
    return {value: {name: count[value] for name, count in counts.items()} for value in in_order}


def _by_weekday(entries: Sequence[Entry], picked: Matters, community: Community) -> list[Group]:
    raised = Counter(state.raised.weekday() for state in picked.raised)
    # with a first day the window is not cumulative, so that no weekday gets the opening balance
    window = Window(picked.window.day, picked.window.start or date.min)
    found = []
    for weekday, name in enumerate(WEEKDAYS):
        walked = count_entries((e for e in entries if e.date.weekday() == weekday), window, community)
        counts = {key: getattr(walked, key) for key in ("entries", "walks", "visits", "steps", "km")}
        found.append(Group(name, counts={**counts, "raised": raised[weekday]}))
    return found


def _by_time(by: str, entries: Sequence[Entry], period: Period | None, day: date, community: Community) -> list[Group]:
    within = period or _so_far(by, entries, day)
    if within is None:
        return []
    parts = [part for part in within.split(by) if part.start <= day]
    return [Group(found.key, figures=figures) for found, figures in _each(parts, entries, day, community)]


def _so_far(by: str, entries: Sequence[Entry], day: date) -> Period | None:
    """From the first entry's month (quarter, year) to that of ``day``, both whole."""
    first = min((entry.date for entry in entries if entry.date <= day), default=None)
    return Period.span(Period.of(by, first).start, Period.of(by, day).end) if first else None


@dataclass(slots=True)
class _Pending:
    """An issue that may still change: its last line is not in effect yet, or it is open."""

    issue: Issue
    entry: Entry
    last_change: date


def _each(
    parts: Sequence[Period], entries: Sequence[Entry], day: date, community: Community
) -> Iterator[tuple[Period, Figures]]:
    """The figures of consecutive parts.

    An issue that is closed for good is dropped after the part in which that happened, so that many months
    cost little more than one.
    """
    in_order = sorted(entries, key=lambda entry: entry.date)
    at, pending = 0, list[_Pending]()
    for part in parts:
        until, begin = min(part.end, day), at
        while at < len(in_order) and in_order[at].date <= until:
            pending.extend(_pending(in_order[at]))
            at += 1
        states = [fold_issue(p.issue, p.entry, until, community) for p in pending]
        yield part, tally(in_order[begin:at], states, part, until, community)
        pending = [p for p, state in zip(pending, states, strict=True) if state.is_open or p.last_change > until]


def _pending(entry: Entry) -> Iterable[_Pending]:
    for issue in entry.issues:
        lines = effective_lines(issue, entry)
        yield _Pending(issue, entry, lines[-1].date if lines else entry.date)


def group_dict(group: Group) -> dict[str, Any]:
    """A group for programs: its key and the figures that make sense for it."""
    if group.figures is not None:
        return {"key": group.key, **figures_dict(group.figures)}
    return {"key": group.key, **{name: number(value) for name, value in group.counts.items()}}
