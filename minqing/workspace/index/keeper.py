"""Opening the index, as it is, renewed, or made anew; whatever is wrong with it, the files can still answer."""

from __future__ import annotations

import marshal
import os
import sqlite3
import time
from collections.abc import Callable, Iterator, Sequence
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from minqing.domain.community import Community
from minqing.domain.fold import IssueState, fold_issue
from minqing.domain.ids import number_of, without_year
from minqing.domain.values import dataclass
from minqing.text.problems import Problem
from minqing.workspace.files import OWN_FOLDER, own_folder, read_bytes
from minqing.workspace.find import SETTINGS_FILE
from minqing.workspace.index import image, schema
from minqing.workspace.index.codec import dumped, restored
from minqing.workspace.index.pages import Pages, sweep
from minqing.workspace.index.records import IndexedRecords
from minqing.workspace.index.signatures import Listing, bytes_of, changed_paths, digest, look, same_names, trusted
from minqing.workspace.names import entry_name

if TYPE_CHECKING:
    from minqing.workspace.index.renewal import Renewal, Tell

Settings = tuple[Community, tuple[Problem, ...]]

_ROOM = 8 << 20
"""Bytes of pages that nobody knows any more, beyond as many as are in use, before the index is made anew."""


_FEW = 20
"""So many changed files are read beside an index that is left as it is."""


@dataclass(frozen=True, slots=True)
class Glance:
    """The settings, what is wrong with them, and the issues that were looked for."""

    community: Community
    problems: tuple[Problem, ...]
    states: tuple[IssueState, ...]


class Keeper:
    """The index of one workspace while it is opened."""

    def __init__(self, root: Path, tell: Tell | None = None) -> None:
        self._root = root
        self._folder = root / OWN_FOLDER
        self._tell = tell
        self._now = time.time_ns()
        self._found = look(root)
        self._raw = read_bytes(root, SETTINGS_FILE)
        self._identity = schema.identity().encode()

    def records(self) -> IndexedRecords:
        """The index as the files stand now.

        Raises whatever there is to raise where it can neither be read nor be made.
        """
        connection = self._kept()
        if connection is None:
            return self._made(None, {})
        meta = _meta(connection)
        kept = _listings(connection)
        if meta["settings"] == self._raw and (kept == self._found or self._says_the_same(connection, kept)):
            return self._answering(connection, meta)
        connection.close()
        return self._made(meta, kept)

    def glance(self, short: int, today: date) -> Glance | None:
        """The issues with this number, without renewing the index: from it and from the few files that changed.

        ``None`` where there is no index, the settings changed, or so much that it is better renewed.
        """
        connection = self._kept()
        if connection is None:
            return None
        meta = _meta(connection)
        changed = changed_paths(_listings(connection), self._found)
        if meta["settings"] != self._raw or len(changed) > _FEW or any(path.endswith("/") for path in changed):
            connection.close()
            return None
        records = self._answering(connection, meta)
        kept = (state for state in records.numbered(short, today) if state.entry not in changed)
        words = restored(meta["words"])
        fresh = (state for path in changed for state in _numbered_in(self._root, path, words, short, today, records))
        return Glance(records.community, records.settings_problems, (*kept, *fresh))

    def _says_the_same(self, connection: sqlite3.Connection, kept: dict[str, Listing]) -> bool:
        """Whether only files that are not trusted are in doubt, still are not, and have the bytes they had."""
        if not same_names(kept, self._found) or self._trusted(kept, ()) != kept:
            return False
        for path in changed_paths(kept, self._found):
            found = connection.execute("SELECT digest FROM file WHERE path = ?", (path,)).fetchone()
            if not found or not found[0] or found[0] != self._digest(path):
                return False
        return True

    def _digest(self, path: str) -> bytes | None:
        try:
            return digest(bytes_of(os.path.join(self._root, path)))
        except OSError:
            return None

    def _kept(self) -> sqlite3.Connection | None:
        """The index as it was left; ``None`` where it is damaged or another program's."""
        try:
            connection = image.opened(self._folder)
            if _meta(connection).get("identity") == self._identity:
                return connection
            connection.close()
        except (OSError, sqlite3.Error, image.Damaged):
            pass
        return None

    def _made(self, meta: dict[str, bytes] | None, kept: dict[str, Listing]) -> IndexedRecords:
        """The index renewed; made anew where there is none, or where categories are spelled in another way."""
        from minqing.text.vocabulary import category_words

        settings = self._settings(meta)
        words = category_words(settings[0])
        folder = own_folder(self._root)
        pages = Pages(folder, meta["pages"].decode()) if meta else Pages.new(folder)
        anew = meta is None or restored(meta["words"]) != words or self._is_crowded(pages, meta)
        if anew:
            meta, kept, pages = {}, {}, Pages.new(folder)
        assert meta is not None
        change = self._change(meta, kept, pages, settings, words)
        connection = image.replaced(folder, change, anew=anew)
        if anew:
            sweep(folder, pages.name)
        return self._answering(connection, _meta(connection))

    def _settings(self, meta: dict[str, bytes] | None) -> Settings:
        if meta and meta["settings"] == self._raw:
            kept: Settings = restored(meta["community"])
            return kept
        from minqing.workspace.settings import read_settings

        return read_settings(self._raw)

    def _is_crowded(self, pages: Pages, meta: dict[str, bytes]) -> bool:
        return pages.size > 2 * int(meta["live"]) + _ROOM

    def _change(
        self, meta: dict[str, bytes], kept: dict[str, Listing], pages: Pages, settings: Settings, words: dict[str, str]
    ) -> Callable[[sqlite3.Connection], None]:
        from minqing.workspace.index.renewal import Renewal

        def change(connection: sqlite3.Connection) -> None:
            if not meta:
                _run_all(connection, schema.TABLES)
            writer = pages.adding()
            try:
                renewal = Renewal(connection, self._root, words, writer)
                scanned = self._renew(renewal, meta, kept)
            finally:
                writer.close()
            if not meta:
                _run_all(connection, schema.INDEXES)
            renewal.count_twice(all=not meta)
            _keep_listings(connection, kept, self._trusted(kept, renewal.unread))
            live = connection.execute("SELECT total(length) FROM file").fetchone()[0]
            told = {
                "identity": self._identity, "settings": self._raw, "community": dumped(settings),
                "words": dumped(words), "pages": pages.name.encode(), "live": b"%d" % int(live),
                "scan": scanned,
            }  # fmt: skip
            connection.executemany("INSERT OR REPLACE INTO meta VALUES (?, ?)", told.items())

        return change

    def _renew(self, renewal: Renewal, meta: dict[str, bytes], kept: dict[str, Listing]) -> bytes:
        """Read what changed; answers the errors of names and places."""
        changed = changed_paths(kept, self._found)
        if meta and same_names(kept, self._found):
            renewal.renew([path for path in changed if entry_name(path.rpartition("/")[2])], (), self._tell)
            return meta["scan"]
        from minqing.workspace.scan import scan

        found = scan(self._root)
        named = set(found.paths)
        read = [path for path in found.paths if path in set(changed)] if meta else found.paths
        renewal.renew(read, [path for path in changed if path not in named], self._tell)
        return dumped(tuple(problem for problem in found.problems if problem.is_error))

    def _trusted(self, kept: dict[str, Listing], unread: Sequence[str]) -> dict[str, Listing]:
        """The listings to keep, without the signatures of files that are too young or could not be read."""
        found = {
            folder: listing if kept.get(folder) == listing else trusted(listing, self._now)
            for folder, listing in self._found.items()
        }
        for path in unread:
            folder, _, name = path.rpartition("/")
            found[folder] = {**found.get(folder, {}), name: None}
        return found

    def _answering(self, connection: sqlite3.Connection, meta: dict[str, bytes]) -> IndexedRecords:
        community, problems = restored(meta["community"])
        pages = Pages(self._folder, meta["pages"].decode())
        return IndexedRecords(self._root, connection, pages, community, problems, restored(meta["scan"]))


def _numbered_in(
    root: Path, path: str, words: dict[str, str], short: int, today: date, records: IndexedRecords
) -> Iterator[IssueState]:
    """The issues of a file with this number, as it says now; none where it is gone, or no entry."""
    from minqing.workspace.load import reading_of

    entry = reading_of(root, path, words).entry if entry_name(path.rpartition("/")[2]) else None
    for issue in entry.issues if entry else ():
        if entry and without_year(number_of(issue.id)) == short:
            yield fold_issue(issue, entry, max(today, entry.date), records.community)


def _run_all(connection: sqlite3.Connection, statements: str) -> None:
    for statement in filter(str.strip, statements.split(";")):
        connection.execute(statement)


def _meta(connection: sqlite3.Connection) -> dict[str, bytes]:
    return dict(connection.execute("SELECT key, value FROM meta"))


def _listings(connection: sqlite3.Connection) -> dict[str, Listing]:
    return {path: marshal.loads(raw) for path, raw in connection.execute("SELECT path, listing FROM folder")}


def _keep_listings(connection: sqlite3.Connection, old: dict[str, Listing], new: dict[str, Listing]) -> None:
    for path in old.keys() | new.keys():
        if path not in new:
            connection.execute("DELETE FROM folder WHERE path = ?", (path,))
        elif old.get(path) != new[path]:
            connection.execute("INSERT OR REPLACE INTO folder VALUES (?, ?)", (path, marshal.dumps(new[path])))
