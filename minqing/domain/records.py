"""What figures are counted from: the entries and their issues, whether they lie in memory or in an index."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date, timedelta
from typing import Protocol

from minqing.domain.community import Community
from minqing.domain.count import CARRIED, Totals, Walked, Window, add_up, opening_within, totals
from minqing.domain.fold import IssueState, fold_entries
from minqing.domain.model import Entry
from minqing.domain.values import replace


class Records(Protocol):
    """The questions that figures ask. Entries come in order of date, issues in the order of their entries."""

    def first_day(self, until: date) -> date | None:
        """The day of the first entry, if there is one up to ``until``."""

    def last_day(self) -> date | None:
        """The day of the last entry, be it to come yet."""

    def entries(self, start: date | None, end: date) -> Iterable[Entry]:
        """The entries of the days from ``start`` (``None``: from the first one) up to ``end``."""

    def walked(self, start: date | None, end: date, weekday: int) -> Walked:
        """What these entries add up to, without an opening balance; ``weekday`` is that of the walk."""

    def states(self, day: date, since: date | None = None) -> Iterable[IssueState]:
        """Issues raised up to ``day`` as they stood that day.

        All of them; with ``since`` those may be missing that are closed and have no line from that day on.
        """

    def totals(self, window: Window, after: date | None) -> Totals:
        """What the issues of a window add up to, see ``count.totals``."""


class Loaded:
    """Entries in memory."""

    def __init__(self, entries: Iterable[Entry], community: Community) -> None:
        self._entries = sorted(entries, key=lambda entry: entry.date)
        self._community = community

    def first_day(self, until: date) -> date | None:
        """See ``Records``."""
        first = self._entries[0].date if self._entries else None
        return first if first and first <= until else None

    def last_day(self) -> date | None:
        """See ``Records``."""
        return self._entries[-1].date if self._entries else None

    def entries(self, start: date | None, end: date) -> list[Entry]:
        """See ``Records``."""
        window = Window(end, start)
        return [entry for entry in self._entries if window.holds(entry.date)]

    def walked(self, start: date | None, end: date, weekday: int) -> Walked:
        """See ``Records``."""
        return add_up(self.entries(start, end), weekday)

    def states(self, day: date, since: date | None = None) -> list[IssueState]:
        """See ``Records``; here there are always all of them."""
        return fold_entries(self._entries, day, self._community)

    def totals(self, window: Window, after: date | None) -> Totals:
        """See ``Records``."""
        return totals(self.states(window.day), window, after)


def records_of(source: Records | Sequence[Entry], community: Community) -> Records:
    """``source``, with plain entries as records."""
    return Loaded(source, community) if isinstance(source, Sequence) else source


def walked_within(records: Records, window: Window, community: Community) -> Walked:
    """What the entries of a window add up to, with the opening balance where it belongs.

    It stands for the entries up to its date, key by key where it carries a key over.
    """
    return walked_and_besides(records, window, community)[0]


def walked_and_besides(records: Records, window: Window, community: Community) -> tuple[Walked, int]:
    """As ``walked_within``, and how many outings besides the walk days its steps and kilometres are of, too.

    Those before an opening balance that carries the steps over have no part in them.
    """
    found = records.walked(window.start, window.day, community.weekday)
    opening = opening_within(window, community)
    if opening is None:
        return found, found.besides
    later = records.walked(opening.as_of + timedelta(days=1), window.day, community.weekday)
    carried = {key: getattr(opening, key) for key in CARRIED if getattr(opening, key) is not None}
    whole = replace(found, **{key: number + getattr(later, key) for key, number in carried.items()})
    return whole, (later if "steps" in carried else found).besides
