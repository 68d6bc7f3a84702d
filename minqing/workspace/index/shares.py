"""What an issue adds to the figures from the day of its last line on: kept, so that adding up is all that is left.

The rules stay in ``domain``: an issue is folded there and counted there; here is only asked on which days the
answer can change although no line is added: when it falls due, or is to be reviewed.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from decimal import Decimal

from minqing.domain.community import Community
from minqing.domain.count import Counts, Kind, Window, counted
from minqing.domain.fold import IssueState, fold_issue
from minqing.domain.model import Entry, Issue
from minqing.domain.values import dataclass

FOREVER = date.max.toordinal() + 1
"""The day, as a number, on which nothing changes any more."""

_PLAIN = Community()
_BILLION = 10**9


@dataclass(frozen=True, slots=True)
class Share:
    """What an issue adds on the days ``since`` to before ``until`` (as numbers); cumulatively, without a period.

    Of a handled one also the day it was closed, the ``days`` that took, its ``households`` and ``cost``.
    """

    since: int
    until: int
    kind: Kind
    counts: Counts
    closed: int | None = None
    days: int | None = None
    households: int = 0
    cost: Decimal = Decimal(0)


@dataclass(frozen=True, slots=True)
class Settled:
    """An issue after its last line: the day of that, whether it is open then, and its shares from then on."""

    day: int
    open: bool
    shares: tuple[Share, ...]


def settle(issue: Issue, entry: Entry) -> Settled:
    """Fold an issue over all its lines."""
    last = max([entry.date, *(line.date for line in issue.progress)])
    state = fold_issue(issue, entry, last, _PLAIN)
    days = sorted({last, *(day for day in _turning_days(state) if day > last)})
    states = [state, *(fold_issue(issue, entry, day, _PLAIN) for day in days[1:])]
    return Settled(last.toordinal(), state.is_open, tuple(_shares(days, states)))


def _turning_days(state: IssueState) -> Iterator[date]:
    """Days on which what it adds may become another, from this day on."""
    dues = [state.due] if state.is_open else []
    dues += [state.issue.due] if state.contacted is None else []
    for due in dues:
        if due is not None:
            yield due
            if due < date.max:
                yield due + timedelta(days=1)


def _shares(days: list[date], states: list[IssueState]) -> Iterator[Share]:
    numbers = [day.toordinal() for day in days]
    for since, until, state in zip(numbers, [*numbers[1:], FOREVER], states, strict=True):
        counts, kind = counted(state, Window(state.day)), (state.tier, state.category)
        if not counts.handled or state.closed is None:
            yield Share(since, until, kind, counts)
            continue
        issue, closed = state.issue, state.closed.toordinal()
        households, cost = issue.households or 0, issue.cost or Decimal(0)
        yield Share(since, until, kind, counts, closed, state.days_open, households, cost)


def whole_and_parts(number: Decimal) -> tuple[int, int]:
    """A decimal of at most nine places as two whole numbers (the second in billionths), so that sums are exact."""
    return divmod(int(number * _BILLION), _BILLION) if number else (0, 0)


def decimal_of(whole: int | None, parts: int | None) -> Decimal:
    """The decimal of such sums."""
    return Decimal(whole or 0) + Decimal(parts or 0) / _BILLION
