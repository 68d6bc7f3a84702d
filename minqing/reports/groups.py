"""Figures side by side: ``stats --by`` month, quarter, year, tier, category, place, owner or weekday."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from datetime import date
from decimal import Decimal
from typing import Any

from minqing.domain.community import Community
from minqing.domain.count import (
    NONE,
    NOTHING,
    Counts,
    Window,
    add_up,
    category_of,
    counts_by,
    counts_by_each,
    tier_of,
    totals,
)
from minqing.domain.fold import IssueState, effective_lines, fold_issue
from minqing.domain.model import TIERS, Entry, Issue
from minqing.domain.period import Period
from minqing.domain.records import Records, records_of
from minqing.domain.values import dataclass, field, replace
from minqing.reports.figures import Figures, figures_dict, last_day, tally
from minqing.reports.issue_json import number
from minqing.text.whereabouts import Whereabouts

TIMES = ("month", "quarter", "year")
"""What groups by time are made of."""

WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
"""Keys of the groups by weekday, in the order of ``date.weekday``."""


def owner_of(state: IssueState) -> str:
    """The present owner, or ``none``."""
    return state.owner or NONE


KEYS: Mapping[str, Callable[[IssueState], str]] = {
    "tier": tier_of,
    "category": category_of,
    "owner": owner_of,
}
"""What issues can be grouped by, with the one value each has on the day counted up to."""

BYS = (*TIMES, "tier", "category", "place", "owner", "weekday")
"""Everything ``--by`` takes."""


@dataclass(frozen=True, slots=True)
class Group:
    """One group: all ``figures`` of a stretch of time, else the ``counts`` that make sense."""

    key: str
    figures: Figures | None = None
    counts: Mapping[str, int | Decimal] = field(default_factory=dict)


COUNTED = ("raised", "handled", "closed", "open", "overdue")
"""What is counted of each tier, category, place or owner."""


def groups(
    by: str,
    source: Records | Sequence[Entry],
    period: Period | None,
    as_of: date | None,
    today: date,
    community: Community,
) -> list[Group]:
    """The figures of a period (``None``: of everything so far) by one of ``BYS``.

    The opening balance has no months, tiers or places and is in none of the groups.
    """
    records, day = records_of(source, community), last_day(period, as_of, today)
    if by in TIMES:
        return _by_time(by, records, period, day, community)
    window = Window(day, period.start if period else None)
    if by == "weekday":
        return _by_weekday(records.entries(window.start, day), community)
    states = records.states(day, window.start)
    found = _by_place(states, window, community) if by == "place" else counts_by(KEYS[by], states, window)
    return [
        Group(value, counts={name: getattr(counts, name) for name in COUNTED})
        for value, counts in in_order(found, _fixed_order(by, community), keep=TIERS if by == "tier" else ()).items()
    ]


def _by_place(states: Iterable[IssueState], window: Window, community: Community) -> dict[str, Counts]:
    """The counts of each place that issues count under; of several houses one is counted for each."""
    known, whereabouts = list(states), Whereabouts(community)
    shown = whereabouts.spelled(known) | {NONE: NONE}
    found = counts_by_each(lambda state: tuple(whereabouts.of(state.place)) or (NONE,), known, window)
    return {shown[key]: counts for key, counts in found.items()}


def _fixed_order(by: str, community: Community) -> tuple[str, ...]:
    return {"tier": TIERS, "category": tuple(community.categories)}.get(by, ())


def in_order(found: Mapping[str, Counts], order: tuple[str, ...] = (), keep: tuple[str, ...] = ()) -> dict[str, Counts]:
    """The counts of each value that has any of ``COUNTED``.

    Values in ``order`` come first in that order, then the others, most raised first; ``none`` comes last.
    Values in ``keep`` are there even when nothing was counted.
    """
    used = {value for value, counts in found.items() if any(getattr(counts, name) for name in COUNTED)}
    counts = {value: found.get(value, NOTHING) for value in used.union(keep)}
    ranks = {value: rank for rank, value in enumerate(order)}
    ordered = sorted(counts, key=lambda v: (v == NONE, ranks.get(v, len(ranks)), -counts[v].raised, v))
    return {value: counts[value] for value in ordered}


def _by_weekday(entries: Iterable[Entry], community: Community) -> list[Group]:
    days: list[list[Entry]] = [[] for _ in WEEKDAYS]
    raised = [0] * len(WEEKDAYS)
    for entry in entries:
        days[entry.date.weekday()].append(replace(entry, issues=(), body=""))
        raised[entry.date.weekday()] += len(entry.issues)
    found = []
    for name, mine, issues in zip(WEEKDAYS, days, raised, strict=True):
        walked = add_up(mine, community.weekday)
        counts = {key: getattr(walked, key) for key in ("entries", "walks", "visits", "steps", "km")}
        found.append(Group(name, counts={**counts, "raised": issues}))
    return found


def _by_time(by: str, records: Records, period: Period | None, day: date, community: Community) -> list[Group]:
    within = period or _so_far(by, records, day)
    if within is None:
        return []
    parts = [part for part in within.split(by) if part.start <= day]
    return [Group(found.key, figures=figures) for found, figures in _each(parts, records, day, community)]


def _so_far(by: str, records: Records, day: date) -> Period | None:
    """From the first entry's month (quarter, year) to that of ``day``, both whole."""
    first = records.first_day(day)
    return Period.span(Period.of(by, first).start, Period.of(by, day).end) if first else None


@dataclass(frozen=True, slots=True)
class _Pending:
    """An issue that may still change: its last line is not in effect yet, or it is open."""

    issue: Issue
    entry: Entry
    last_change: date


def _each(
    parts: Sequence[Period], records: Records, day: date, community: Community
) -> Iterator[tuple[Period, Figures]]:
    """The figures of consecutive parts.

    An issue that is closed for good is dropped after the part in which that happened, so that many months
    cost little more than one.
    """
    coming = iter(records.entries(None, day))
    entry, pending = next(coming, None), list[_Pending]()
    for part in parts:
        until = min(part.end, day)
        while entry is not None and entry.date <= until:
            pending.extend(_pending(entry))
            entry = next(coming, None)
        states = [fold_issue(p.issue, p.entry, until, community) for p in pending]
        yield part, tally(records, totals(states, Window(until, part.start)), part, until, community)
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
