"""The counting rules: what walks and issues add up to within a window of days.

Everything here takes issues folded to the window's day and counts; the opening balance from the paper diaries
is added to cumulative windows only, key by key, in place of what the diaries hold up to its date.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from minqing.domain.community import Community, Opening
from minqing.domain.fold import IssueState
from minqing.domain.model import BUCKETS, Entry

ON_FOOT = frozenset({"walk", "visit"})
"""Kinds of entry whose steps, kilometres and walkers count."""

NONE = "none"
"""The key under which issues without a tier, category, place or owner are counted."""

OPENING_OF_BUCKET = {"dispute": "disputes", "environment": "environment", "unmanaged": "unmanaged"}
"""Bucket to the key of the opening balance that carries its handled matters over."""


@dataclass(frozen=True, slots=True)
class Window:
    """The days counted: from ``start`` (``None``: from the first one) up to ``day``, both included."""

    day: date
    start: date | None = None

    def holds(self, day: date) -> bool:
        """Whether something that happened on ``day`` counts."""
        return day <= self.day and (self.start is None or self.start <= day)


@dataclass(frozen=True, slots=True)
class Walked:
    """What the entries themselves add up to.

    ``mondays`` are walk days: distinct dates on the walk's weekday with a walk. ``steps``, ``km`` and
    ``walker_turns`` (the walkers of each outing added up) are over walks and visits, ``cleaned`` over all.
    """

    entries: int
    walks: int
    visits: int
    mondays: int
    steps: int
    km: Decimal
    walker_turns: int
    cleaned: int


@dataclass(frozen=True, slots=True)
class Rate:
    """A rate with both its counts: ``n`` out of ``of``."""

    n: int
    of: int


@dataclass(frozen=True, slots=True)
class Rates:
    """The self-assessed rates; the formulas are this project's, the official ones are not public."""

    on_time: Rate
    contacted: Rate
    solved: Rate
    satisfied: Rate


@dataclass(frozen=True, slots=True)
class Matters:
    """The issues of a window, picked by what happened to them in it.

    ``states`` are all issues folded to the window's day; ``raised`` those of entries in the window;
    ``handled`` those closed as solved with the closing in force in the window; ``open`` those open (or
    parked) at its end.
    """

    window: Window
    states: Sequence[IssueState]
    raised: Sequence[IssueState]
    handled: Sequence[IssueState]
    open: Sequence[IssueState]

    @property
    def overdue(self) -> list[IssueState]:
        """The open ones past their due date."""
        return [state for state in self.open if state.overdue]

    @property
    def parked(self) -> int:
        """How many of the open ones wait for outside conditions."""
        return sum(state.state == "parked" for state in self.open)

    @property
    def handled_again(self) -> int:
        """Handled ones that had been closed as solved before the window; cumulatively none."""
        start = self.window.start
        if start is None:
            return 0
        return sum(any(day < start for day in state.solved_days) for state in self.handled)

    def closings(self, key: Callable[[IssueState], str]) -> Counter[str]:
        """Closings in the window by ``key``; an issue closed twice counts twice."""
        return self._changes(key, lambda state: state.closings)

    def reopenings(self, key: Callable[[IssueState], str]) -> Counter[str]:
        """Reopenings in the window by ``key``."""
        return self._changes(key, lambda state: state.reopenings)

    def _changes(
        self, key: Callable[[IssueState], str], days: Callable[[IssueState], tuple[date, ...]]
    ) -> Counter[str]:
        holds = self.window.holds
        return Counter(key(state) for state in self.states for day in days(state) if holds(day))


def matters(states: Sequence[IssueState], window: Window) -> Matters:
    """Pick the issues of a window; ``states`` must be folded to the window's day."""
    holds = window.holds
    return Matters(
        window,
        states,
        [state for state in states if holds(state.raised)],
        [state for state in states if state.outcome == "solved" and state.closed and holds(state.closed)],
        [state for state in states if state.is_open],
    )


def opening_within(window: Window, community: Community) -> Opening | None:
    """The opening balance when it belongs to the window: cumulative, and not before its date."""
    opening = community.opening
    if opening is None or window.start is not None or window.day < opening.as_of:
        return None
    return opening


def count_entries(entries: Iterable[Entry], window: Window, community: Community) -> Walked:
    """Add up the entries of a window, with the opening balance where it belongs."""
    inside = [entry for entry in entries if window.holds(entry.date)]
    on_foot = [entry for entry in inside if entry.kind in ON_FOOT]
    walks = [entry for entry in inside if entry.kind == "walk"]
    opening = opening_within(window, community)
    return Walked(
        entries=len(inside),
        walks=len(walks),
        visits=len(on_foot) - len(walks),
        mondays=int(_carried(opening, "mondays")) + _walk_days(_later(walks, opening, "mondays"), community),
        steps=int(_carried(opening, "steps")) + sum(e.steps or 0 for e in _later(on_foot, opening, "steps")),
        km=sum((e.km for e in _later(on_foot, opening, "km") if e.km is not None), _carried(opening, "km")),
        walker_turns=sum(len(entry.walkers) for entry in on_foot),
        cleaned=sum(entry.cleaned or 0 for entry in inside),
    )


def _carried(opening: Opening | None, key: str) -> Decimal:
    value = getattr(opening, key) if opening else None
    return Decimal(value or 0)


def _later(entries: list[Entry], opening: Opening | None, key: str) -> list[Entry]:
    """The entries that count for a key: all, or those after the opening balance that carries the key over."""
    if opening is None or getattr(opening, key) is None:
        return entries
    return [entry for entry in entries if entry.date > opening.as_of]


def _walk_days(walks: Iterable[Entry], community: Community) -> int:
    return len({walk.date for walk in walks if walk.date.weekday() == community.weekday})


def handled_by_bucket(picked: Matters, community: Community) -> dict[str, int]:
    """Handled issues by bucket, with the opening balance where it belongs."""
    opening = opening_within(picked.window, community)
    return {bucket: _handled_in(bucket, picked.handled, opening) for bucket in BUCKETS}


def _handled_in(bucket: str, handled: Iterable[IssueState], opening: Opening | None) -> int:
    mine = [state for state in handled if state.bucket == bucket]
    carried = getattr(opening, OPENING_OF_BUCKET.get(bucket, ""), None)
    if opening is None or carried is None:
        return len(mine)
    return int(carried) + sum(state.closed is not None and state.closed > opening.as_of for state in mine)


def rates(picked: Matters) -> Rates:
    """The rates of a window, over the issues in the diaries; the opening balance has no part in them."""
    return Rates(on_time(picked.handled), _contacted(picked), _solved(picked), _satisfied(picked))


def on_time(handled: Sequence[IssueState]) -> Rate:
    """Handled issues closed no later than their due date, out of those that have one."""
    kept = [state.closed <= state.due for state in handled if state.due and state.closed]
    return Rate(sum(kept), len(kept))


def _contacted(picked: Matters) -> Rate:
    """Against the due date as raised: a later extension does not make a late answer early."""
    kept = []
    for state in picked.raised:
        due = state.issue.due
        if due is not None and (state.contacted is not None or due <= picked.window.day):
            kept.append(state.contacted is not None and state.contacted <= due)
    return Rate(sum(kept), len(kept))


def _solved(picked: Matters) -> Rate:
    holds = picked.window.holds
    ended = sum(
        state.outcome in ("solved", "referred") and state.closed is not None and holds(state.closed)
        for state in picked.states
    )
    return Rate(len(picked.handled), ended)


def _satisfied(picked: Matters) -> Rate:
    holds = picked.window.holds
    answers = [s.satisfaction for s in picked.states if s.followed_up is not None and holds(s.followed_up)]
    return Rate(sum(answer in ("satisfied", "fair") for answer in answers), len(answers))


def median_days(handled: Iterable[IssueState]) -> float | None:
    """The middle of the days from raising to closing; of an even count the mean of the two middle ones."""
    days = sorted(state.days_open for state in handled)
    if not days:
        return None
    middle = len(days) // 2
    return float(days[middle]) if len(days) % 2 else (days[middle - 1] + days[middle]) / 2
