"""The counting rules: what walks and issues add up to within a window of days.

Each rule says what one issue, folded to the window's day, adds to the figures (``counted``); everything else is
adding up. So an index may keep what an issue adds and never needs to know the rules. The opening balance from
the paper diaries is added to cumulative windows only, key by key, in place of what the diaries hold up to its date.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import date
from decimal import Decimal
from typing import NamedTuple, TypeVar

from minqing.domain.community import Community, Opening
from minqing.domain.fold import IssueState
from minqing.domain.model import BUCKETS, Entry
from minqing.domain.values import dataclass, field

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

    @property
    def besides(self) -> int:
        """Outings besides one walk each walk day: visits, walks on other days, the second walk of a day."""
        return self.walks + self.visits - self.mondays


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


class Counts(NamedTuple):
    """What an issue, or several, add to the counts of a window.

    ``raised``, ``reopened``, ``closed`` (changes of state) and ``handled`` happened in it; ``handled_again`` had
    been closed as solved before it. ``open`` (with ``overdue`` and ``parked``) stand at its end. Then the rates,
    each as what it is of and what was kept: ``with_due`` and ``on_time``, ``to_contact`` and ``contacted``,
    ``ended`` (solved or referred; the rate is of ``handled``), ``answers`` of a follow-up and ``content`` ones.
    A tuple, because it is added up a hundred thousand times.
    """

    raised: int = 0
    reopened: int = 0
    closed: int = 0
    handled: int = 0
    handled_again: int = 0
    open: int = 0
    overdue: int = 0
    parked: int = 0
    with_due: int = 0
    on_time: int = 0
    to_contact: int = 0
    contacted: int = 0
    ended: int = 0
    answers: int = 0
    content: int = 0

    @property
    def rates(self) -> Rates:
        """The rates these counts make; the opening balance has no part in them."""
        return Rates(
            on_time=Rate(self.on_time, self.with_due),
            contacted=Rate(self.contacted, self.to_contact),
            solved=Rate(self.handled, self.ended),
            satisfied=Rate(self.content, self.answers),
        )


NOTHING = Counts()
"""What no issue adds."""


def added(one: Counts, other: Counts) -> Counts:
    """Both together."""
    return Counts(*map(int.__add__, one, other))


def is_handled(state: IssueState, window: Window) -> bool:
    """Whether it is closed as solved, with the closing in force in the window."""
    return state.outcome == "solved" and state.closed is not None and window.holds(state.closed)


def counted(state: IssueState, window: Window) -> Counts:
    """What one issue, folded to the window's day, adds."""
    holds, start = window.holds, window.start
    raised, closed = holds(state.raised), state.closed is not None and holds(state.closed)
    handled = closed and state.outcome == "solved"
    ended = handled or (closed and state.outcome == "referred")
    to_contact = raised and _to_contact(state, window.day)
    answered = state.followed_up is not None and holds(state.followed_up)
    return Counts(
        raised=int(raised),
        reopened=sum(map(holds, state.reopenings)),
        closed=sum(map(holds, state.closings)),
        handled=int(handled),
        handled_again=int(handled and start is not None and any(day < start for day in state.solved_days)),
        open=int(state.is_open),
        overdue=int(state.overdue),
        parked=int(state.state == "parked"),
        with_due=int(handled and state.due is not None),
        on_time=int(handled and _closed_in_time(state)),
        to_contact=int(to_contact),
        contacted=int(to_contact and _contacted_in_time(state)),
        ended=int(ended),
        answers=int(answered),
        content=int(answered and state.satisfaction in CONTENT),
    )


CONTENT = ("satisfied", "fair")
"""Answers of a follow-up that count as satisfied: 满意 and 基本满意."""


def _closed_in_time(state: IssueState) -> bool:
    return state.closed is not None and state.due is not None and state.closed <= state.due


def _to_contact(state: IssueState, day: date) -> bool:
    """Whether the resident has been answered, or should have been, by the due date the issue was raised with."""
    due = state.issue.due
    return due is not None and (state.contacted is not None or due <= day)


def _contacted_in_time(state: IssueState) -> bool:
    """Against the due date as raised: a later extension does not make a late answer early."""
    due = state.issue.due
    return due is not None and state.contacted is not None and state.contacted <= due


def tier_of(state: IssueState) -> str:
    """The present tier, or ``none``."""
    return state.tier or NONE


def category_of(state: IssueState) -> str:
    """The present category, or ``none``."""
    return state.category or NONE


def counts_by(key: Callable[[IssueState], str], states: Iterable[IssueState], window: Window) -> dict[str, Counts]:
    """The counts of each value of ``key`` that any issue has."""
    return counts_by_each(lambda state: (key(state),), states, window)


def counts_by_each(
    keys: Callable[[IssueState], Iterable[str]], states: Iterable[IssueState], window: Window
) -> dict[str, Counts]:
    """The counts of each value of which an issue may have several; it is counted for each of them."""
    found: dict[str, Counts] = {}
    for state in states:
        one = counted(state, window)
        for value in keys(state):
            found[value] = added(found.get(value, NOTHING), one)
    return found


K = TypeVar("K")

Kind = tuple[str | None, str | None]
"""A present tier and category."""


@dataclass(frozen=True, slots=True)
class Totals:
    """What the issues of a window add up to.

    ``kinds`` are the counts by present tier and category. Of the handled issues: ``days`` from raising to
    closing, with how many took that long; ``households`` and ``cost`` (yuan) together; ``later`` how many of a
    category were closed after the opening balance (all of them where none is asked for).
    """

    kinds: Mapping[Kind, Counts] = field(default_factory=dict)
    days: Mapping[int, int] = field(default_factory=dict)
    later: Mapping[str | None, int] = field(default_factory=dict)
    households: int = 0
    cost: Decimal = Decimal(0)

    @property
    def counts(self) -> Counts:
        """The counts of all kinds together."""
        return sum_of(self.kinds.values())

    def by(self, part: int) -> dict[str | None, Counts]:
        """The counts by tier (``part`` 0) or by category (``part`` 1)."""
        found: dict[str | None, Counts] = {}
        for kind, counts in self.kinds.items():
            found[kind[part]] = added(found.get(kind[part], NOTHING), counts)
        return found


def sum_of(all: Iterable[Counts]) -> Counts:
    """All of them together."""
    return Counts(*map(sum, zip(*all, strict=True))) if (all := list(all)) else NOTHING


def totals(states: Iterable[IssueState], window: Window, after: date | None = None) -> Totals:
    """Add up issues folded to the window's day; ``after`` is the date of the opening balance, if it has a part."""
    kinds: dict[Kind, Counts] = {}
    days: dict[int, int] = {}
    later: dict[str | None, int] = {}
    households, cost = 0, Decimal(0)
    for state in states:
        one, kind = counted(state, window), (state.tier, state.category)
        kinds[kind] = added(kinds.get(kind, NOTHING), one)
        if one.handled and state.closed:
            days[state.days_open] = days.get(state.days_open, 0) + 1
            later[kind[1]] = later.get(kind[1], 0) + (after is None or state.closed > after)
            households += state.issue.households or 0
            cost += state.issue.cost or 0
    return Totals(kinds, days, later, households, cost)


def together(parts: Sequence[Totals]) -> Totals:
    """The totals of issues that were added up apart."""
    return Totals(
        {kind: sum_of(p.kinds[kind] for p in parts if kind in p.kinds) for part in parts for kind in part.kinds},
        _merged(part.days for part in parts),
        _merged(part.later for part in parts),
        sum(part.households for part in parts),
        sum((part.cost for part in parts), Decimal(0)),
    )


def _merged(counts: Iterable[Mapping[K, int]]) -> dict[K, int]:
    found: dict[K, int] = {}
    for count in counts:
        for key, number in count.items():
            found[key] = found.get(key, 0) + number
    return found


@dataclass(frozen=True, slots=True)
class Matters:
    """The issues of a window, picked by what happened to them in it.

    ``states`` are issues folded to the window's day; ``raised`` those of entries in the window; ``handled``
    those closed as solved with the closing in force in the window; ``open`` those open (or parked) at its end.
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


def matters(states: Sequence[IssueState], window: Window) -> Matters:
    """Pick the issues of a window; ``states`` must be folded to the window's day."""
    return Matters(
        window,
        states,
        [state for state in states if window.holds(state.raised)],
        [state for state in states if is_handled(state, window)],
        [state for state in states if state.is_open],
    )


def opening_within(window: Window, community: Community) -> Opening | None:
    """The opening balance when it belongs to the window: cumulative, and not before its date."""
    opening = community.opening
    if opening is None or window.start is not None or window.day < opening.as_of:
        return None
    return opening


def add_up(entries: Iterable[Entry], weekday: int) -> Walked:
    """What entries add up to; ``weekday`` is that of the walk (0 for Monday)."""
    inside = list(entries)
    on_foot = [entry for entry in inside if entry.kind in ON_FOOT]
    walks = [entry for entry in inside if entry.kind == "walk"]
    return Walked(
        entries=len(inside),
        walks=len(walks),
        visits=len(on_foot) - len(walks),
        mondays=len({walk.date for walk in walks if walk.date.weekday() == weekday}),
        steps=sum(entry.steps or 0 for entry in on_foot),
        km=sum((entry.km for entry in on_foot if entry.km is not None), Decimal(0)),
        walker_turns=sum(len(entry.walkers) for entry in on_foot),
        cleaned=sum(entry.cleaned or 0 for entry in inside),
    )


CARRIED = ("mondays", "steps", "km")
"""Keys of the opening balance that stand for what entries add up to."""


def handled_by_bucket(found: Totals, opening: Opening | None, community: Community) -> dict[str, int]:
    """Handled issues by bucket, with the opening balance where it belongs."""
    buckets = dict.fromkeys(BUCKETS, 0)
    for category, counts in found.by(1).items():
        bucket = community.bucket_of(category)
        later = found.later.get(category, 0)
        buckets[bucket] += counts.handled if carried_over(opening, bucket) is None else later
    return {bucket: number + (carried_over(opening, bucket) or 0) for bucket, number in buckets.items()}


def carried_over(opening: Opening | None, bucket: str) -> int | None:
    """The handled matters of a bucket that the opening balance carries over; ``None`` where it does not."""
    number: int | None = getattr(opening, OPENING_OF_BUCKET.get(bucket, ""), None)
    return number


def median(days: Mapping[int, int]) -> float | None:
    """The middle of days by how many took that long; of an even count the mean of the two middle ones."""
    count = sum(days.values())
    if not count:
        return None
    low, high = _nth(days, (count - 1) // 2), _nth(days, count // 2)
    return float(low) if low == high else (low + high) / 2


def _nth(days: Mapping[int, int], n: int) -> int:
    """The one at place ``n``, counted from 0, when all are in order."""
    for day in sorted(days):
        n -= days[day]
        if n < 0:
            break
    return day
