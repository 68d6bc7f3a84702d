"""The questions of figures and lists, answered from the index."""

from __future__ import annotations

import marshal
import os
import sqlite3
from collections.abc import Collection, Iterable, Iterator, Sequence
from contextlib import suppress
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

from minqing.domain.community import Community
from minqing.domain.count import Counts, Kind, Totals, Walked, Window, sum_of, together, totals
from minqing.domain.fold import IssueState, fold_issue
from minqing.domain.ids import number_of, without_year
from minqing.domain.model import Entry
from minqing.text.problems import Problem
from minqing.workspace.files import OWN_FOLDER
from minqing.workspace.index.codec import ISSUES, NAMED_BY, Plain, entry_of, issue_of, restored
from minqing.workspace.index.image import INDEX_FILE, Damaged
from minqing.workspace.index.pages import Pages
from minqing.workspace.index.schema import KEY
from minqing.workspace.index.shares import decimal_of

if TYPE_CHECKING:
    from minqing.text.naming import Wanted
    from minqing.text.spots import Sighting, Spot

T = TypeVar("T")

Row = tuple[int, ...]
"""The file of an issue, and its place in it."""

# Issues that can be found open, or with a line, on or after a day: the others are closed for good.
_OPEN = "SELECT file, place FROM issue WHERE open AND settled <= :day"
_LATER = "SELECT file, place FROM issue WHERE settled > :day AND raised <= :until"
_CLOSED = "SELECT file, place FROM issue WHERE settled BETWEEN :since AND :day AND NOT open"

# The day from which on there are so many issues.
_NEWEST = """
SELECT entry.day FROM entry JOIN issue USING (file) WHERE entry.day >= ? ORDER BY entry.day DESC LIMIT 1 OFFSET ?
"""
_RAISED = "SELECT issue.file, place FROM entry JOIN issue USING (file) WHERE entry.day >= ?"

_SHARES = """
SELECT kind, days, count(*), sum(closed > :after), sum(households), sum(cost), sum(cost_parts)
FROM share WHERE since <= :day AND until > :day GROUP BY kind, days
"""
_WALKED = """
SELECT count(*), total(walks), total(visits), total(steps), sum(km), sum(km_parts), total(turns), total(cleaned)
FROM entry WHERE day BETWEEN ? AND ?
"""
_WALK_DAYS = "SELECT count(DISTINCT day) FROM entry WHERE day BETWEEN ? AND ? AND walks AND (day + 6) % 7 = ?"
_IN_ORDER = "ORDER BY day, rank, number, path"
_AT = "SELECT file, place FROM issue WHERE spot IN ({})"
_IDS = "SELECT path, id FROM file WHERE path IN ({})"
_FACTS = "id, path, start, length, checksum"


class IndexedRecords:
    """Entries and issues as the index keeps them; see ``domain.records.Records``."""

    def __init__(
        self,
        root: Path,
        connection: sqlite3.Connection,
        pages: Pages,
        community: Community,
        settings_problems: tuple[Problem, ...],
        misplaced: tuple[Problem, ...],
    ) -> None:
        self.community = community
        self.settings_problems = settings_problems
        self._root = root
        self._connection = connection
        self._run = connection.execute
        self._pages = pages
        self._misplaced = misplaced
        self._is_discarded = False

    def __del__(self) -> None:
        """Let go of the files."""
        self._connection.close()
        self._pages.close()
        if self._is_discarded:
            self._remove()

    # what is wrong

    def left_out(self) -> tuple[str, ...]:
        """The paths of what cannot be counted."""
        unread = {path for (path,) in self._run("SELECT path FROM file WHERE start IS NULL")}
        return tuple(sorted(unread | {problem.file for problem in self._misplaced if problem.leaves_out}))

    def errors(self) -> list[Problem]:
        """Every error of the diary, by file and line."""
        kept = self._run(f"SELECT errors FROM file WHERE errors IS NOT NULL {_IN_ORDER}")
        found = [*self._misplaced, *(problem for (raw,) in kept for problem in restored(raw)), *self._twice()]
        return sorted(found, key=lambda p: (p.file, p.line, p.column))

    def _twice(self) -> list[Problem]:
        """Ids that a second issue carries too; told with the lines of the files, which are read for that."""
        numbers = "SELECT file FROM issue JOIN twice USING (number) WHERE short = number % 10000000000"
        paths = [path for (path,) in self._run(f"SELECT path FROM file WHERE id IN ({numbers}) {_IN_ORDER}")]
        if not paths:
            return []
        from minqing.text.vocabulary import category_words
        from minqing.workspace.load import duplicate_ids, reading_of

        words = category_words(self.community)
        return list(duplicate_ids(reading_of(self._root, path, words) for path in paths))

    # entries

    def first_day(self, until: date) -> date | None:
        """See ``Records``."""
        (first,) = self._run("SELECT min(day) FROM entry").fetchone()
        return date.fromordinal(first) if first is not None and first <= until.toordinal() else None

    def last_day(self) -> date | None:
        """See ``Records``."""
        (last,) = self._run("SELECT max(day) FROM entry").fetchone()
        return date.fromordinal(last) if last is not None else None

    def entries(self, start: date | None, end: date) -> Iterator[Entry]:
        """See ``Records``."""
        days = (start or date.min).toordinal(), end.toordinal()
        files = f"SELECT {_FACTS} FROM file WHERE start IS NOT NULL AND day BETWEEN ? AND ? {_IN_ORDER}"
        rows = self._run(files, days).fetchall()
        return (entry_of(self._page(path, place), path) for _, path, *place in rows)

    def walked(self, start: date | None, end: date, weekday: int) -> Walked:
        """See ``Records``."""
        days = (start or date.min).toordinal(), end.toordinal()
        entries, walks, visits, steps, km, km_parts, turns, cleaned = self._run(_WALKED, days).fetchone()
        (walk_days,) = self._run(_WALK_DAYS, (*days, weekday)).fetchone()
        kilometres = decimal_of(km, km_parts)
        return Walked(entries, int(walks), int(visits), walk_days, int(steps), kilometres, int(turns), int(cleaned))

    # issues

    def states(self, day: date, since: date | None = None) -> Iterator[IssueState]:
        """See ``Records``."""
        number = day.toordinal()
        return self._folded(self._rows(number, number, (since or date.min).toordinal()), day)

    def standing(self, today: date, since: date | None = None) -> Iterator[IssueState]:
        """Every issue as it stands today; those of entries dated in the future as on their own day.

        With ``since`` those may be missing that are closed and have no line from that day on.
        """
        rows = self._rows(today.toordinal(), date.max.toordinal(), (since or date.min).toordinal())
        return self._folded(rows, today)

    def where(self, wanted: Wanted, today: date) -> list[IssueState]:
        """The issues whose words (see ``text.naming``) are ``wanted``, as they stand today; no other one is folded."""
        found: list[IssueState] = []
        files = self._run(f"SELECT {_FACTS} FROM file WHERE start IS NOT NULL {_IN_ORDER}").fetchall()
        for _, path, *place in files:
            plain = self._page(path, place)
            at = [n for n, issue in enumerate(plain[ISSUES]) if wanted(*NAMED_BY(issue))]
            found += self._folded_of(path, plain, at, today)
        return found

    def with_ids(self, ids: Collection[str], today: date) -> list[IssueState]:
        """The issues of these ids, as they stand today."""
        numbers = sorted(map(number_of, ids))
        asked = "SELECT file, place FROM issue WHERE short = ? AND number = ?"
        rows = (row for number in numbers for row in self._run(asked, (without_year(number), number)))
        return [state for state in self._folded(rows, today) if state.id in ids]

    def numbered(self, short: int, today: date) -> list[IssueState]:
        """The issues of any year with this month, day and number, as they stand today."""
        rows = self._run("SELECT file, place FROM issue WHERE short = ?", (short,)).fetchall()
        return list(self._folded(rows, today))

    def newest(self, count: int | None, since: date, today: date) -> list[IssueState]:
        """The newest issues raised since a day, as they stand today: ``count`` of them (``None``: all) or some more."""
        first = (since.toordinal(),)
        found = self._run(_NEWEST, (*first, count - 1)).fetchone() if count else None
        rows = self._run(_RAISED, found or first).fetchall()
        return list(self._folded(rows, today))

    def near(self, spot: Spot, placed: bool) -> list[Sighting]:
        """What may have been raised where ``spot`` is (see ``text.spots.may_meet``)."""
        from minqing.text.spots import Sighting, may_meet

        kept = self._run("SELECT id, place, keys FROM spot").fetchall()
        wanted = [id for id, place, keys in kept if may_meet(spot, placed, place, keys.split(KEY))]
        rows = (row for some in _parts(wanted) for row in self._run(_AT.format(_marks(some)), some))
        return [
            Sighting(plain[ISSUES][at][1], plain[ISSUES][at][2], date.fromordinal(plain[0]), path, at)
            for path, plain, places in self._pages_of(rows)
            for at in places
        ]

    def standing_of(self, seen: Sequence[Sighting], today: date) -> list[IssueState]:
        """The issues of these sightings as they stand today."""
        chosen: dict[str, list[int]] = {}
        for one in seen:
            chosen.setdefault(one.path, []).append(one.at)
        ids = (row for some in _parts(list(chosen)) for row in self._run(_IDS.format(_marks(some)), some))
        return list(self._folded(((id, at) for path, id in ids for at in chosen[path]), today))

    def totals(self, window: Window, after: date | None) -> Totals:
        """See ``Records``. What issues add after their last line is kept; only the others are folded."""
        if window.start is not None:
            return totals(self.states(window.day, window.start), window, after)
        day = window.day.toordinal()
        later = self._run(_LATER, {"day": day, "until": day}).fetchall()
        return together([self._shares(day, after), totals(self._folded(later, window.day), window, after)])

    def _shares(self, day: int, after: date | None) -> Totals:
        kinds: dict[int, int] = {}
        days: dict[int, int] = {}
        closed_later: dict[int, int] = {}
        households = cost = parts = 0
        asked = {"day": day, "after": after.toordinal() if after else 0}
        for kind, took, number, later, *helped in self._run(_SHARES, asked):
            kinds[kind] = kinds.get(kind, 0) + number
            if took >= 0:
                days[took] = days.get(took, 0) + number
                closed_later[kind] = closed_later.get(kind, 0) + later
                households, cost, parts = households + helped[0], cost + helped[1], parts + helped[2]
        found, later_by = self._kinds(kinds, closed_later)
        return Totals(found, days, later_by, households, decimal_of(cost, parts))

    def _kinds(
        self, numbers: dict[int, int], closed_later: dict[int, int]
    ) -> tuple[dict[Kind, Counts], dict[str | None, int]]:
        """The counts of issues that add the same, by tier and category; and how many were closed later, by category."""
        found: dict[Kind, list[Counts]] = {}
        later: dict[str | None, int] = {}
        for kind, tier, category, raw in self._run("SELECT id, tier, category, counts FROM kind"):
            number = numbers.get(kind)
            if number:
                each = Counts(*[number * count for count in marshal.loads(raw)])
                found.setdefault((tier, category), []).append(each)
            if kind in closed_later:
                later[category] = later.get(category, 0) + closed_later[kind]
        return {kind: sum_of(counts) for kind, counts in found.items()}, later

    def _rows(self, day: int, until: int, since: int) -> list[Row]:
        asked = {"day": day, "until": until, "since": since}
        return self._run(f"{_OPEN} UNION ALL {_LATER} UNION ALL {_CLOSED}", asked).fetchall()

    def _folded(self, rows: Iterable[Row], day: date) -> Iterator[IssueState]:
        """These issues in the order of their entries, each as on ``day``, or on its own where that comes later."""
        for path, plain, places in self._pages_of(rows):
            yield from self._folded_of(path, plain, places, day)

    def _folded_of(self, path: str, plain: Plain, places: Sequence[int], day: date) -> Iterator[IssueState]:
        if places:
            entry = entry_of(plain, path, issues=False)
            on = max(day, entry.date)
            for place in places:
                yield fold_issue(issue_of(plain[ISSUES][place]), entry, on, self.community)

    def _pages_of(self, rows: Iterable[Row]) -> Iterator[tuple[str, Plain, list[int]]]:
        """The entries of these issues in their order: path, page, and the places of the issues in it."""
        places: dict[int, list[int]] = {}
        for file, place in rows:
            places.setdefault(file, []).append(place)
        for file, path, *page in self._files(places):
            yield path, self._page(path, page), sorted(places[file])

    def _files(self, wanted: Iterable[int]) -> list[Any]:
        """Where the pages of these files lie, in the order of their entries."""
        found: list[Any] = []
        for some in _parts(sorted(wanted)):
            found += self._run(f"SELECT day, rank, number, path, {_FACTS} FROM file WHERE id IN ({_marks(some)})", some)
        return [row[4:] for row in sorted(found)]

    def _page(self, path: str, place: Iterable[int]) -> Plain:
        """The entry at ``path``; read from its file where what was kept of it is damaged or gone."""
        start, length, checksum = place
        try:
            page: Plain = self._pages.read((start, length, checksum))
        except (OSError, Damaged):
            self.discard()
            page = self._read_again(path)
        return page

    def _read_again(self, path: str) -> Plain:
        from minqing.text.vocabulary import category_words
        from minqing.workspace.index.codec import plain_entry
        from minqing.workspace.load import reading_of

        entry = reading_of(self._root, path, category_words(self.community)).entry
        if entry is None:
            raise Damaged(path)
        return plain_entry(entry)

    def discard(self) -> None:
        """Let the next command make the index anew: something is wrong with it.

        Windows removes nothing that is open: it goes with the last question there.
        """
        if os.name == "nt":
            self._is_discarded = True
        else:
            self._remove()

    def _remove(self) -> None:
        with suppress(OSError):
            (self._root / OWN_FOLDER / INDEX_FILE).unlink()


_MANY = 500
"""Files that are asked for at once; older SQLite takes no more than 999 numbers."""


def _parts(asked: list[T]) -> Iterator[list[T]]:
    """What is asked for, in as many questions as SQLite takes."""
    return (asked[first : first + _MANY] for first in range(0, len(asked), _MANY))


def _marks(some: Sequence[object]) -> str:
    return ", ".join("?" * len(some))
