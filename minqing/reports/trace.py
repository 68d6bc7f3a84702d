"""Every figure of a report, and what it is made of: the entries and issues behind it, one by one.

A figure is named by where it stands in ``report --json``: ``issues.raised``, ``by_tier.small.open``,
``previous.steps``, ``hot_places.0.raised``. The figures are counted elsewhere (``domain.count``); here the things
counted are picked one by one, so that anybody can add up again.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from datetime import date
from decimal import Decimal
from typing import Any

from minqing.domain.community import Community
from minqing.domain.count import ON_FOOT, Counts, Window, category_of, counted, median, tier_of
from minqing.domain.fold import IssueState
from minqing.domain.model import BUCKETS, Entry
from minqing.domain.values import dataclass
from minqing.reports.document import Number
from minqing.reports.figures import Figures
from minqing.reports.ground import Ground
from minqing.reports.groups import COUNTED, owner_of
from minqing.reports.issue_json import number
from minqing.reports.report import ENDINGS, Handling, Report, endings, report_dict, year_up_to
from minqing.text.whereabouts import Whereabouts


@dataclass(frozen=True, slots=True)
class Item:
    """One thing behind a figure: an issue (its id) or an entry (``issue`` is empty), where it is written down.

    ``day`` is when it happened; ``amount`` what it adds: 1, or steps, kilometres, households, yuan, days.
    """

    file: str
    day: date
    issue: str = ""
    line: int = 0
    amount: Number = 1


@dataclass(frozen=True, slots=True)
class Trace:
    """A figure: its ``key``, its ``value`` as reported, and the ``items`` it is made of."""

    key: str
    value: int | float | Decimal | None
    items: tuple[Item, ...]

    @property
    def recounted(self) -> int | float | Decimal | None:
        """The figure once more, from the items alone."""
        if self.key.endswith(MEDIAN):
            days = [int(item.amount) for item in self.items]
            return median({day: days.count(day) for day in days})
        return sum((item.amount for item in self.items), start=0)

    @property
    def adds_up(self) -> bool:
        """Whether the items make the figure; if not, that is a defect of the program."""
        return number(self.recounted) == number(self.value)


MEDIAN = "median_days_to_close"

OF_ENTRY: Mapping[str, Callable[[Entry], Number]] = {
    "entries": lambda e: 1,
    "walks": lambda e: int(e.kind == "walk"),
    "visits": lambda e: int(e.kind == "visit"),
    "steps": lambda e: (e.steps or 0) if e.kind in ON_FOOT else 0,
    "km": lambda e: (e.km or 0) if e.kind in ON_FOOT else 0,
    "walker_turns": lambda e: len(e.walkers) if e.kind in ON_FOOT else 0,
    "cleaned": lambda e: e.cleaned or 0,
}
"""What each entry adds to the figures of the entries."""

ISSUE_COUNTS = ("raised", "reopened", "closed", "open", "overdue", "parked")

LISTS = ("overdue", "large", "cases", "upcoming", "last_year")
"""The lists of issues in a report; how long each is, is a figure too."""

RATES: Mapping[str, tuple[str, str]] = {
    "on_time": ("on_time", "with_due"),
    "contacted": ("contacted", "to_contact"),
    "solved": ("handled", "ended"),
    "satisfied": ("content", "answers"),
}
"""A rate to the counts it is made of: how many, out of how many."""


class _Picked:
    """The issues of a window with what each adds."""

    def __init__(self, ground: Ground) -> None:
        self.ground = ground
        self.counts = [(state, counted(state, ground.window)) for state in ground.states]

    def items(self, name: str, chosen: Callable[[IssueState], bool] | None = None) -> tuple[Item, ...]:
        """What adds to the count ``name`` (one of ``Counts``), an item for each time."""
        return tuple(
            item
            for state, counts in self.counts
            if getattr(counts, name) and (chosen is None or chosen(state))
            for item in self._times(state, name, counts)
        )

    def _times(self, state: IssueState, name: str, counts: Counts) -> Iterator[Item]:
        holds = self.ground.window.holds
        if name in ("closed", "reopened"):
            days = state.closings if name == "closed" else state.reopenings
            return (item_of(state, day) for day in days if holds(day))
        return iter([item_of(state, _day_of(state, name))] * getattr(counts, name))

    def handled(self, amount: Callable[[IssueState], Number]) -> tuple[Item, ...]:
        """The handled issues with what each of them adds to a sum."""
        return tuple(
            item_of(state, state.closed or state.day, amount(state)) for state, counts in self.counts if counts.handled
        )


def item_of(state: IssueState, day: date, amount: Number = 1) -> Item:
    """An issue as something behind a figure."""
    return Item(state.entry, day, state.id, state.issue.line, amount)


def _day_of(state: IssueState, name: str) -> date:
    """When what is counted happened."""
    if name in ("handled", "handled_again", "with_due", "on_time", "ended"):
        return state.closed or state.day
    if name in ("answers", "content"):
        return state.followed_up or state.day
    if name == "contacted":
        return state.contacted or state.day
    return state.raised


def traces(
    report: Report, ground: Ground, earlier: Sequence[tuple[str, Figures, Ground]], community: Community
) -> dict[str, Trace]:
    """Every figure of a report by its key. ``earlier`` are those of ``previous`` and ``year_ago`` with their names."""
    picked = _Picked(ground)
    behind = {
        **_of_figures(report.figures, picked, community),
        **_of_balance(picked),
        **_of_endings(ground),
        **_of_handling("handling.tier", report.by_tier, picked, tier_of),
        **_of_handling("handling.owner", report.by_owner, picked, owner_of),
        **_of_places(report, ground, Whereabouts(community)),
        **_of_rota(report, ground),
        **{name: _raised(getattr(report, name)) for name in LISTS},
    }
    for name, figures, its in earlier:
        found = _of_figures(figures, _Picked(its), community)
        behind |= {f"{name}.{key}": items for key, items in found.items()}
    values = dict(numbers(report_dict(report))) | {name: len(getattr(report, name)) for name in LISTS}
    return {key: Trace(key, values[key], items) for key, items in behind.items() if key in values}


def numbers(answer: Any, key: str = "") -> Iterator[tuple[str, int | float | None]]:
    """Every figure of an answer for programs, with its key; the issues in it are no figures."""
    if isinstance(answer, Mapping):
        if "id" in answer:
            return
        for name, value in answer.items():
            if name not in ("schema", "opening"):
                yield from numbers(value, f"{key}.{name}" if key else str(name))
    elif isinstance(answer, list):
        for place, value in enumerate(answer):
            yield from numbers(value, f"{key}.{place}")
    elif (isinstance(answer, int | float) and not isinstance(answer, bool)) or key.endswith(MEDIAN):
        yield key, answer


def _of_figures(found: Figures, picked: _Picked, community: Community) -> dict[str, tuple[Item, ...]]:
    behind = _of_entries(picked.ground, community)
    behind |= {f"issues.{name}": picked.items(name) for name in ISSUE_COUNTS}
    for tier in found.by_tier:
        for name in ("raised", "closed", "open"):
            behind[f"by_tier.{tier}.{name}"] = picked.items(name, _has(tier_of, tier))
    for category in found.by_category:
        for name in ("raised", "handled", "open"):
            behind[f"by_category.{category}.{name}"] = picked.items(name, _has(category_of, category))
    for bucket in BUCKETS:
        for name in ("raised", "handled"):
            behind[f"by_bucket.{bucket}.{name}"] = picked.items(name, _has(_bucket_of, bucket))
    for key, bucket in (("disputes_mediated", "dispute"), *((f"{b}_handled", b) for b in BUCKETS[1:3])):
        behind[key] = behind[f"by_bucket.{bucket}.handled"]
    behind |= {name: picked.items(name) for name in ("handled", "handled_again")}
    return behind | _of_handled(picked) | _of_rates("rates", picked)


def _of_handled(picked: _Picked) -> dict[str, tuple[Item, ...]]:
    helped = picked.handled(lambda s: s.issue.households or 0)
    paid = picked.handled(lambda s: s.issue.cost or 0)
    return {
        "households_helped": tuple(item for item in helped if item.amount),
        "cost": tuple(item for item in paid if item.amount),
        MEDIAN: picked.handled(lambda s: s.days_open),
    }


def _of_rates(key: str, picked: _Picked) -> dict[str, tuple[Item, ...]]:
    return {
        f"{key}.{name}.{part}": picked.items(count)
        for name, counts in RATES.items()
        for part, count in zip(("n", "of"), counts, strict=True)
    }


def _of_entries(ground: Ground, community: Community) -> dict[str, tuple[Item, ...]]:
    inside = [entry for entry in ground.entries if ground.window.holds(entry.date)]
    behind = {
        name: tuple(Item(e.path, e.date, amount=amount(e)) for e in inside if amount(e))
        for name, amount in OF_ENTRY.items()
    }
    walks = {e.date: e for e in reversed(inside) if e.kind == "walk" and e.date.weekday() == community.weekday}
    behind["mondays"] = tuple(Item(walks[day].path, day) for day in sorted(walks))
    return behind


def _of_balance(picked: _Picked) -> dict[str, tuple[Item, ...]]:
    behind = {f"balance.{name}": picked.items(name) for name in ("raised", "reopened", "closed")}
    behind["balance.open_at_start"] = tuple(item_of(state, state.raised) for state in picked.ground.opened)
    behind["balance.open_at_end"] = picked.items("open")
    return behind


def _of_endings(ground: Ground) -> dict[str, tuple[Item, ...]]:
    """The closings of the window by what became of them."""
    found = [(state, *ending) for state in ground.states for ending in endings(state, ground.window)]
    return {
        f"closed_as.{name}": tuple(item_of(state, day) for state, ending, day in found if ending == name)
        for name in ENDINGS
    }


def _of_handling(
    key: str, handlings: Iterable[Handling], picked: _Picked, of: Callable[[IssueState], str]
) -> dict[str, tuple[Item, ...]]:
    behind: dict[str, tuple[Item, ...]] = {}
    for place, handling in enumerate(handlings):
        chosen = _has(of, handling.key)
        behind |= {f"{key}.{place}.{name}": picked.items(name, chosen) for name in COUNTED}
        for part, count in zip(("n", "of"), RATES["on_time"], strict=True):
            behind[f"{key}.{place}.on_time.{part}"] = picked.items(count, chosen)
    return behind


def _of_places(report: Report, ground: Ground, places: Whereabouts) -> dict[str, tuple[Item, ...]]:
    """Issues raised at a place; and of the same category there within the year, but for those recorded in error."""
    holds, behind = ground.window.holds, {}
    for place, hot in enumerate(report.hot_places):
        there = (s for s in ground.states if places.counts(s, hot.place) and holds(s.raised))
        behind[f"hot_places.{place}.raised"] = _raised(there)
    year = Window(ground.window.day, year_up_to(ground.window))
    for place, repeat in enumerate(report.repeats):
        known = (s for s in ground.states if s.category == repeat.category and s.outcome != "withdrawn")
        again = [s for s in known if places.counts(s, repeat.place)]
        behind[f"repeats.{place}.within_year"] = _raised(s for s in again if year.holds(s.raised))
        behind[f"repeats.{place}.raised"] = _raised(s for s in again if holds(s.raised))
    return behind


def _raised(states: Iterable[IssueState]) -> tuple[Item, ...]:
    return tuple(item_of(state, state.raised) for state in states)


def _of_rota(report: Report, ground: Ground) -> dict[str, tuple[Item, ...]]:
    return {
        f"rota.{number}.made": tuple(
            Item(e.path, e.date) for e in ground.entries if ground.window.holds(e.date) and visits.name in e.visits
        )
        for number, visits in enumerate(report.rota)
    }


def _bucket_of(state: IssueState) -> str:
    return state.bucket


def _has(of: Callable[[IssueState], str], value: str) -> Callable[[IssueState], bool]:
    return lambda state: of(state) == value
