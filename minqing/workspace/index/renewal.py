"""Reading the files that changed into the index."""

from __future__ import annotations

import gc
import marshal
import os
import sqlite3
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from minqing.domain.count import ON_FOOT, Counts
from minqing.domain.ids import number_of, without_year
from minqing.domain.model import Entry, Issue
from minqing.text.read import Reading, read_entry
from minqing.workspace.index.codec import dumped, plain_entry
from minqing.workspace.index.pages import Writer
from minqing.workspace.index.schema import KEY
from minqing.workspace.index.shares import settle, whole_and_parts
from minqing.workspace.index.signatures import bytes_of, digest
from minqing.workspace.load import reading_of
from minqing.workspace.names import entry_name

BATCH = 500
"""Files that are read before what they hold is written."""

Tell = Callable[[int, int], None]
"""Told how many files of how many are read."""

Row = tuple[object, ...]

_KEPT = "SELECT id, digest FROM file WHERE path = ?"


class Renewal:
    """One filling of the index's tables with files."""

    def __init__(self, connection: sqlite3.Connection, root: Path, words: dict[str, str], writer: Writer) -> None:
        self._connection = connection
        self._root = root
        self._words = words
        self._writer = writer
        kinds = connection.execute("SELECT tier, category, counts, id FROM kind")
        self._kinds: dict[Row, int] = {(tier, category, marshal.loads(raw)): id for tier, category, raw, id in kinds}
        spots = connection.execute("SELECT place, keys, id FROM spot")
        self._spots: dict[str | tuple[str], int] = {place or (keys,): id for place, keys, id in spots}
        self._touched: set[int] = set()
        self._next = 1 + (connection.execute("SELECT max(id) FROM file").fetchone()[0] or 0)
        self._is_empty = self._next == 1
        self._rows: dict[str, list[Row]] = {}
        self.unread: list[str] = []
        """Paths that the system did not hand over; no signature tells when it will."""

    def renew(self, read: Sequence[str], gone: Iterable[str], tell: Tell | None) -> None:
        """Forget the files that are gone, and read the others anew where their bytes are other ones."""
        with _without_collecting():
            for path in gone:
                self._forget(path)
            for done, path in enumerate(read):
                if done % BATCH == 0:
                    self._write()
                    if tell:
                        tell(done, len(read))
                self._renew_one(path)
            self._write()
            if tell:
                tell(len(read), len(read))

    def count_twice(self, *, all: bool) -> None:
        """Note the ids that several issues have: those of the files that were renewed, or ``all``."""
        run = self._connection.execute
        if all:
            run("INSERT INTO twice SELECT number FROM issue GROUP BY short, number HAVING count(*) > 1")
            return
        for number in self._touched:
            run("DELETE FROM twice WHERE number = ?", (number,))
            found = run("SELECT count(*) FROM issue WHERE short = ? AND number = ?", (without_year(number), number))
            if found.fetchone()[0] > 1:
                run("INSERT INTO twice VALUES (?)", (number,))

    def _renew_one(self, path: str) -> None:
        told, reading = self._reading(path)
        kept = None if self._is_empty else self._connection.execute(_KEPT, (path,)).fetchone()
        if kept and told is not None and kept[1] == told:
            return
        if kept:
            self._forget(path)
        if told is None:
            self.unread.append(path)
        self._add(path, told, reading())

    def _reading(self, path: str) -> tuple[bytes | None, Callable[[], Reading]]:
        """A digest of the file's bytes, and what they say; the file is opened once."""
        try:
            raw = bytes_of(os.path.join(self._root, path))
        except OSError:
            return None, lambda: reading_of(self._root, path, self._words)
        return digest(raw), lambda: read_entry(raw, path, self._words)

    def _forget(self, path: str) -> None:
        run = self._connection.execute
        for id, day in run("SELECT id, day FROM file WHERE path = ?", (path,)).fetchall():
            self._touched.update(n for (n,) in run("SELECT number FROM issue WHERE file = ?", (id,)))
            run("DELETE FROM share WHERE file = ?", (id,))
            run("DELETE FROM issue WHERE file = ?", (id,))
            run("DELETE FROM entry WHERE day = ? AND file = ?", (day, id))
            run("DELETE FROM file WHERE id = ?", (id,))

    def _add(self, path: str, told: bytes | None, reading: Reading) -> None:
        id, self._next = self._next, self._next + 1
        name = entry_name(path.rpartition("/")[2])
        assert name is not None  # only such files are read
        errors = tuple(problem for problem in reading.problems if problem.is_error)
        place = self._writer.add(plain_entry(reading.entry)) if reading.entry else (None, None, None)
        facts = (id, path, name.day.toordinal(), name.rank, name.number, told)
        self._keep("file", (*facts, *place, dumped(errors) if errors else None))
        if reading.entry:
            self._add_entry(id, reading.entry)

    def _add_entry(self, id: int, entry: Entry) -> None:
        on_foot = entry.kind in ON_FOOT
        km = whole_and_parts(entry.km) if on_foot and entry.km is not None else (0, 0)
        steps, turns = (entry.steps or 0, len(entry.walkers)) if on_foot else (0, 0)
        kind = (int(entry.kind == "walk"), int(entry.kind == "visit"))
        self._keep("entry", (entry.date.toordinal(), id, *kind, steps, *km, turns, entry.cleaned or 0))
        for place, issue in enumerate(entry.issues):
            self._add_issue(id, place, issue, entry)

    def _add_issue(self, id: int, place: int, issue: Issue, entry: Entry) -> None:
        settled, number = settle(issue, entry), number_of(issue.id)
        self._touched.add(number)
        told = (number, entry.date.toordinal(), settled.day, int(settled.open), self._spot(issue))
        self._keep("issue", (id, place, without_year(number), *told))
        for share in settled.shares:
            kind = self._kind((*share.kind, share.counts))
            days = -1 if share.days is None else share.days
            span = (share.since, share.until, share.closed)
            self._keep("share", (kind, days, id, place, *span, share.households, *whole_and_parts(share.cost)))

    def _kind(self, key: tuple[str | None, str | None, Counts]) -> int:
        found = self._kinds.get(key)
        if found is None:
            found = self._kinds[key] = len(self._kinds) + 1
            raw = marshal.dumps(tuple(key[2]))
            self._connection.execute("INSERT INTO kind VALUES (?, ?, ?, ?)", (found, *key[:2], raw))
        return found

    def _spot(self, issue: Issue) -> int:
        """Where it was: its place, or what its title says of one."""
        place = issue.place
        known = place or (_keys(issue.title),)
        found = self._spots.get(known)
        if found is None:
            found = self._spots[known] = len(self._spots) + 1
            keys = _keys(place) if place else known[0]
            self._connection.execute("INSERT INTO spot VALUES (?, ?, ?)", (found, place or None, keys))
        return found

    def _keep(self, table: str, row: Row) -> None:
        self._rows.setdefault(table, []).append(row)

    def _write(self) -> None:
        """Write what is waiting: the pages first, for only then is known where they lie."""
        begin = self._writer.flush()
        for table, rows in self._rows.items():
            if table == "file":
                rows = [_placed(row, begin) for row in rows]
            marks = ", ".join("?" * len(rows[0]))
            self._connection.executemany(f"INSERT INTO {table} VALUES ({marks})", rows)
        self._rows = {}


def _keys(text: str) -> str:
    from minqing.text.spots import spot_of

    return KEY.join(spot_of(text).keys)


_START = 6


def _placed(row: Row, begin: int) -> Row:
    start = row[_START]
    return row if start is None else (*row[:_START], begin + int(str(start)), *row[_START + 1 :])


@contextmanager
def _without_collecting() -> Iterator[None]:
    """Thousands of entries hold no rings of references; looking for them takes a third of the time."""
    was = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was:
            gc.enable()
