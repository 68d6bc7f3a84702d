"""The diary as commands ask it: by its index where that can be had, else by its files; the answers are the same."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from datetime import date
from functools import cached_property
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from minqing.domain.count import Totals, Walked, Window
from minqing.domain.fold import IssueState
from minqing.domain.model import Entry
from minqing.text.problems import Problem
from minqing.workspace.opened import Workspace, open_workspace

if TYPE_CHECKING:
    from minqing.text.naming import Wanted
    from minqing.text.spots import Sighting, Spot
    from minqing.workspace.fresh import FreshRecords
    from minqing.workspace.index.records import IndexedRecords

T = TypeVar("T")
Tell = Callable[[int, int], None]


class DiaryRecords:
    """The diary of a workspace as the files stand now; see ``domain.records.Records``.

    The index is only an accelerator: whatever goes wrong with it, the files are read instead. ``tell`` is told
    how many files of how many are read where an index has to be made.
    """

    def __init__(self, root: Path, *, index: bool = True, tell: Tell | None = None) -> None:
        self._root = root
        self._indexed = _indexed(root, tell) if index else None

    @property
    def is_indexed(self) -> bool:
        """Whether it is the index that answers."""
        return self._indexed is not None

    @cached_property
    def workspace(self) -> Workspace:
        """The workspace with its settings."""
        indexed = self._indexed
        if indexed is None:
            return open_workspace(self._root)
        return Workspace(self._root, indexed.community, indexed.settings_problems)

    @cached_property
    def _fresh(self) -> FreshRecords:
        from minqing.workspace.fresh import FreshRecords

        return FreshRecords(self.workspace)

    def _ask(self, question: Callable[[IndexedRecords | FreshRecords], T]) -> T:
        if self._indexed is not None:
            try:
                return question(self._indexed)
            except Exception:
                self._indexed.discard()
                self._indexed = None
        return question(self._fresh)

    def _told(self, question: Callable[[IndexedRecords | FreshRecords], Iterable[T]]) -> Iterator[T]:
        """The answers one by one, so that not all of a large diary is held; the files go on where the index fails."""
        told = 0
        if self._indexed is not None:
            try:
                for one in question(self._indexed):
                    yield one
                    told += 1
            except Exception:
                self._indexed.discard()
                self._indexed = None
        if self._indexed is None:
            yield from islice(question(self._fresh), told, None)

    @cached_property
    def left_out(self) -> tuple[str, ...]:
        """The paths of what could not be counted; a total that misses them must say so."""
        return self._ask(lambda records: records.left_out())

    @cached_property
    def errors(self) -> list[Problem]:
        """Every error of the entries and of their places, by file and line."""
        return self._ask(lambda records: records.errors())

    def entries(self, start: date | None = None, end: date = date.max) -> Iterator[Entry]:
        """See ``Records``."""
        return self._told(lambda records: records.entries(start, end))

    def first_day(self, until: date) -> date | None:
        """See ``Records``."""
        return self._ask(lambda records: records.first_day(until))

    def last_day(self) -> date | None:
        """See ``Records``."""
        return self._ask(lambda records: records.last_day())

    def walked(self, start: date | None, end: date, weekday: int) -> Walked:
        """See ``Records``."""
        return self._ask(lambda records: records.walked(start, end, weekday))

    def states(self, day: date, since: date | None = None) -> Iterator[IssueState]:
        """See ``Records``."""
        return self._told(lambda records: records.states(day, since))

    def totals(self, window: Window, after: date | None) -> Totals:
        """See ``Records``."""
        return self._ask(lambda records: records.totals(window, after))

    def standing(self, today: date, since: date | None = None) -> Iterator[IssueState]:
        """Every issue as it stands today; those of entries dated in the future as on their own day.

        With ``since`` those may be missing that are closed and have no line from that day on.
        """
        return self._told(lambda records: records.standing(today, since))

    def where(self, wanted: Wanted, today: date) -> list[IssueState]:
        """The issues whose words (see ``text.naming``) are ``wanted``, as they stand today."""
        return self._ask(lambda records: records.where(wanted, today))

    def with_ids(self, ids: Collection[str], today: date) -> list[IssueState]:
        """The issues of these ids, as they stand today."""
        return self._ask(lambda records: records.with_ids(ids, today))

    def newest(self, count: int | None, since: date, today: date) -> list[IssueState]:
        """The newest issues raised since a day, as they stand today: ``count`` of them (``None``: all) or some more."""
        return self._ask(lambda records: records.newest(count, since, today))

    def near(self, spot: Spot, placed: bool) -> list[Sighting]:
        """What may have been raised where ``spot`` is (see ``text.spots.may_meet``), in any order."""
        return self._ask(lambda records: records.near(spot, placed))

    def standing_of(self, seen: Sequence[Sighting], today: date) -> list[IssueState]:
        """The issues of these sightings as they stand today."""
        return self._ask(lambda records: records.standing_of(seen, today))

    def numbered(self, short: int, today: date) -> list[IssueState]:
        """The issues of any year with this month, day and number (see ``domain.ids``), as they stand today."""
        return self._ask(lambda records: records.numbered(short, today))


def glance(root: Path, short: int, today: date) -> tuple[Workspace, tuple[IssueState, ...]] | None:
    """The workspace and its issues with this number, as the files stand now, with the index left as it is.

    ``None`` where that cannot be had more cheaply than by ``DiaryRecords``.
    """
    from minqing.workspace.index.keeper import Keeper

    try:
        found = Keeper(root).glance(short, today)
    except Exception:  # whatever is wrong with the index: the usual way knows what to do
        return None
    return (Workspace(root, found.community, found.problems), found.states) if found else None


def _indexed(root: Path, tell: Tell | None) -> IndexedRecords | None:
    """The index as the files stand now; ``None`` where it can neither be read nor made."""
    from minqing.workspace.index.keeper import Keeper

    try:
        return Keeper(root, tell).records()
    except Exception:  # a full disk, a folder that may not be written, links, a damage: the files can answer
        return None
