"""A period's report as data: the figures, what they are compared with, and the issues worth telling."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import date, timedelta
from typing import Any

from minqing.domain.community import Community
from minqing.domain.count import NOTHING, Matters, Rate, Window, counted, counts_by, matters, tier_of, totals
from minqing.domain.fold import IssueState, lines_until
from minqing.domain.model import TIERS, Entry
from minqing.domain.period import ONE_DAY, Period
from minqing.domain.records import Records, records_of
from minqing.domain.values import asdict, dataclass
from minqing.reports.figures import Figures, figures, figures_dict, last_day, tally
from minqing.reports.groups import COUNTED, in_order, owner_of
from minqing.reports.issue_json import issue_dicts
from minqing.text.whereabouts import Whereabouts

CURRENT_FROM = 25
"""From this day of a month on the report is about that month, before about the last one."""

HOT_PLACES = 10
"""How many places a report names."""

CASES = 3
"""How many typical cases a report tells at most."""

YEAR = timedelta(days=365)
"""How far back a matter counts as the same one again."""

TOLD_FIRST = {"satisfied": 0, "fair": 1, None: 2, "dissatisfied": 3}
"""Which handled issues make a typical case: those the residents were content with."""


@dataclass(frozen=True, slots=True)
class Balance:
    """Issues carried over into the period, what happened in it, and issues carried over out of it.

    Both ends are counted from the issues as they stood, not from one another.
    """

    open_at_start: int
    raised: int
    reopened: int
    closed: int
    open_at_end: int

    @property
    def reconciles(self) -> bool:
        """Whether the balance adds up; if not, that is a defect of the program."""
        return self.open_at_start + self.raised + self.reopened - self.closed == self.open_at_end


@dataclass(frozen=True, slots=True)
class HotPlace:
    """A place and how many issues were raised there."""

    place: str
    raised: int


@dataclass(frozen=True, slots=True)
class Handling:
    """How a tier's or an owner's issues were dealt with; ``open`` and ``overdue`` stand at the end."""

    key: str
    raised: int
    handled: int
    closed: int
    open: int
    overdue: int
    on_time: Rate


REOPENED = "reopened"

ENDINGS = ("solved", "referred", "duplicate", "withdrawn", REOPENED)
"""What became of a closing: the outcome in force, or it was reopened afterwards."""


@dataclass(frozen=True, slots=True)
class Repeat:
    """The same kind of matter at the same place again: in the period, and within the year up to its end."""

    place: str
    category: str
    raised: int
    within_year: int


@dataclass(frozen=True, slots=True)
class RotaVisits:
    """A fixed visit of the rota, how often it is due, and how often it was made in the period."""

    name: str
    every: str
    made: int


@dataclass(frozen=True, slots=True)
class Report:
    """Everything a period's report tells; issues are as of ``figures.as_of``.

    ``previous`` and ``year_ago`` are ``None`` where no entry is that early. ``large`` are the large matters
    still open and those raised in the period, ``cases`` one to three typical handled issues. ``closed_as`` tells the
    closings apart by ``ENDINGS`` and adds up to all of them. ``upcoming``
    fall due (or are to be reviewed) up to the end of the month that the day after the period lies in (of the next
    month after whole months), ``last_year`` were raised in that month one year before.
    """

    period: Period
    figures: Figures
    balance: Balance
    closed_as: Mapping[str, int]
    previous: Figures | None
    year_ago: Figures | None
    hot_places: tuple[HotPlace, ...]
    overdue: tuple[IssueState, ...]
    large: tuple[IssueState, ...]
    cases: tuple[IssueState, ...]
    by_tier: tuple[Handling, ...]
    by_owner: tuple[Handling, ...]
    repeats: tuple[Repeat, ...]
    upcoming: tuple[IssueState, ...]
    last_year: tuple[IssueState, ...]
    rota: tuple[RotaVisits, ...]

    @property
    def reconciles(self) -> bool:
        """Whether the balance adds up."""
        return self.balance.reconciles


def default_report_period(today: date) -> Period:
    """The last month; from the 25th on the current one."""
    current = Period.of("month", today)
    return current if today.day >= CURRENT_FROM else current.previous()


def month_ahead(period: Period) -> Period:
    """The month of the day after ``period``: the next one after whole months, else the one it ends in."""
    return Period.of("month", period.end + ONE_DAY)


def ends_a_month(period: Period) -> bool:
    """Whether ``month_ahead`` is the next month: a week that ends on the 15th has half of its own before it."""
    return month_ahead(period).start > period.end


def build_report(
    source: Records | Sequence[Entry], period: Period, as_of: date | None, today: date, community: Community
) -> Report:
    """The report of a period, as it was on ``as_of``, or as it is today."""
    records, day = records_of(source, community), last_day(period, as_of, today)
    window = Window(day, period.start)
    a_year_ago = month_ahead(period).year_ago()
    states = list(records.states(day, min(year_up_to(window), a_year_ago.start)))
    picked, places = matters(states, window), Whereabouts(community)
    shown = places.spelled(states)
    stirred = [state for state in states if counted(state, window) != NOTHING]
    found = tally(records, totals(stirred, window), period, day, community)
    return Report(
        period=period,
        figures=found,
        balance=_balance(records, found, period),
        closed_as=_closed_as(stirred, window),
        previous=_earlier(records, period.previous(), day, community),
        year_ago=_earlier(records, period.year_ago(), day, community),
        hot_places=_hot_places(picked, places, shown),
        overdue=tuple(sorted(picked.overdue, key=_due_and_id)),
        large=_large(picked),
        cases=_cases(picked),
        by_tier=_handling(tier_of, stirred, window, TIERS),
        by_owner=_handling(owner_of, stirred, window),
        repeats=_repeats(picked, places, shown),
        upcoming=_upcoming(picked, month_ahead(period).end),
        last_year=_raised_in(states, a_year_ago),
        rota=_rota(records, window, community),
    )


def year_up_to(window: Window) -> date:
    """The first day of the year that ends with the window, or of the window where that is longer."""
    return min(window.start or date.min, window.day - YEAR + ONE_DAY)


def _balance(records: Records, found: Figures, period: Period) -> Balance:
    eve = min(period.start - ONE_DAY, found.as_of)
    return Balance(
        open_at_start=sum(state.is_open for state in records.states(eve, date.max)),
        raised=found.issues.raised,
        reopened=found.issues.reopened,
        closed=found.issues.closed,
        open_at_end=found.issues.open,
    )


def endings(state: IssueState, window: Window) -> list[tuple[str, date]]:
    """What became of each closing of an issue in the window, with its day; the sum of them all is ``closed``."""
    in_force = len(state.closings) if state.outcome else 0
    return [
        (state.outcome if number == in_force and state.outcome else REOPENED, day)
        for number, day in enumerate(state.closings, 1)
        if window.holds(day)
    ]


def _closed_as(states: Iterable[IssueState], window: Window) -> dict[str, int]:
    found = Counter(ending for state in states for ending, _ in endings(state, window))
    return {ending: found[ending] for ending in ENDINGS}


def _earlier(records: Records, period: Period, day: date, community: Community) -> Figures | None:
    """The figures of an earlier period, by what was known on ``day``."""
    if records.first_day(min(period.end, day)) is None:
        return None
    return figures(records, period, None, day, community)


def _hot_places(picked: Matters, places: Whereabouts, shown: Mapping[str, str]) -> tuple[HotPlace, ...]:
    counts = Counter(key for state in picked.raised for key in places.of(state.place))
    found = [HotPlace(shown[key], count) for key, count in counts.items()]
    return tuple(sorted(found, key=lambda hot: (-hot.raised, hot.place))[:HOT_PLACES])


def _due_and_id(state: IssueState) -> tuple[date, str]:
    return state.due or date.max, state.id


def _large(picked: Matters) -> tuple[IssueState, ...]:
    """Open ones first: they are what the street office is asked to help with."""
    holds = picked.window.holds
    large = [s for s in picked.states if s.tier == "large" and (s.is_open or holds(s.raised))]
    return tuple(sorted(large, key=lambda state: (not state.is_open, state.raised, state.id)))


def _cases(picked: Matters) -> tuple[IssueState, ...]:
    return tuple(sorted(picked.handled, key=_how_telling)[:CASES])


def _how_telling(state: IssueState) -> tuple[int, int, str]:
    story = lines_until(state.issue, state.raised, state.day)
    return TOLD_FIRST[state.satisfaction], -len(story), state.id


def _handling(
    key: Callable[[IssueState], str], states: Sequence[IssueState], window: Window, order: tuple[str, ...] = ()
) -> tuple[Handling, ...]:
    found = in_order(counts_by(key, states, window), order, keep=order)
    return tuple(
        Handling(value, on_time=counts.rates.on_time, **{name: getattr(counts, name) for name in COUNTED})
        for value, counts in found.items()
    )


def _repeats(picked: Matters, places: Whereabouts, shown: Mapping[str, str]) -> tuple[Repeat, ...]:
    """Those recorded in error (withdrawn) are no repeats."""
    since = year_up_to(picked.window)
    year: dict[tuple[str, str], list[IssueState]] = {}
    for state in picked.states:
        if state.category and state.raised >= since and state.outcome != "withdrawn":
            for key in places.of(state.place):
                year.setdefault((key, state.category), []).append(state)
    found = [
        Repeat(shown[place], category, sum(picked.window.holds(state.raised) for state in states), len(states))
        for (place, category), states in year.items()
    ]
    again = [repeat for repeat in found if repeat.raised and repeat.within_year > 1]
    return tuple(sorted(again, key=lambda repeat: (-repeat.within_year, repeat.place, repeat.category)))


def _upcoming(picked: Matters, until: date) -> tuple[IssueState, ...]:
    day = picked.window.day
    due = [state for state in picked.open if state.due is not None and day <= state.due <= until]
    return tuple(sorted(due, key=_due_and_id))


def _raised_in(states: Sequence[IssueState], period: Period) -> tuple[IssueState, ...]:
    return tuple(state for state in states if period.contains(state.raised))


def _rota(records: Records, window: Window, community: Community) -> tuple[RotaVisits, ...]:
    inside = list(records.entries(window.start, window.day)) if community.rota else []
    return tuple(
        RotaVisits(visit.name, visit.every, sum(visit.name in entry.visits for entry in inside))
        for visit in community.rota
    )


def report_dict(report: Report) -> dict[str, Any]:
    """What ``report --json`` answers."""
    return {
        "schema": 1,
        **figures_dict(report.figures),
        "balance": asdict(report.balance),
        "closed_as": dict(report.closed_as),
        "reconciles": report.reconciles,
        "previous": figures_dict(report.previous) if report.previous else None,
        "year_ago": figures_dict(report.year_ago) if report.year_ago else None,
        "hot_places": [asdict(place) for place in report.hot_places],
        "overdue": issue_dicts(report.overdue),
        "large": issue_dicts(report.large),
        "cases": issue_dicts(report.cases),
        "handling": {
            "tier": [asdict(handling) for handling in report.by_tier],
            "owner": [asdict(handling) for handling in report.by_owner],
        },
        "repeats": [asdict(repeat) for repeat in report.repeats],
        "upcoming": issue_dicts(report.upcoming),
        "last_year": issue_dicts(report.last_year),
        "rota": [asdict(visits) for visits in report.rota],
    }
