"""Former states of diary files as readings, and what changed between them by meaning."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import islice
from pathlib import Path

from minqing.history.logbook import Commit, FileChange, is_diary
from minqing.history.objects import Blobs
from minqing.text.differences import Difference, Side, between
from minqing.text.read import Reading, read_entry

KEPT = 6000
"""So many readings are kept; a file is mostly changed again soon after."""

KEPT_BYTES = 32 * 1024 * 1024
"""What the readings that are kept may have had for a text; a diary has a few thousand bytes."""

FIRST = 30
"""So many commits at first: often no more are asked for."""

TOGETHER = 200
"""So many commits are looked at before the files they need are fetched."""


class Versions:
    """Readings by content and path, until it is closed. ``words`` are the categories as written."""

    def __init__(self, root: Path, words: Mapping[str, str]) -> None:
        self._words = words
        self._blobs = Blobs(root)
        self._raw: dict[str, bytes] = {}
        self._readings: dict[tuple[str, str], Reading] = {}
        self._held = 0

    def close(self) -> None:
        """Let go of git."""
        self._blobs.close()

    def ahead(self, commits: Iterable[Commit]) -> Iterator[Commit]:
        """``commits`` in order, with what their files held fetched some commits ahead."""
        waiting, count = iter(commits), FIRST
        while some := list(islice(waiting, count)):
            self._raw = self._blobs.read(self._unread(some))
            yield from some
            count = TOGETHER

    def _unread(self, commits: Sequence[Commit]) -> Iterator[str]:
        for commit in commits:
            for change in (change for changes in commit.changes for change in changes):
                for id, path in ((change.old, change.old_path), (change.new, change.new_path)):
                    if id and (id, path) not in self._readings:
                        yield id

    def reading(self, id: str, path: str) -> Reading:
        """What the file ``path`` held when its content was ``id``."""
        known = self._readings.get((id, path))
        if known is not None:
            return known
        raw = self.raw(id)
        if len(self._readings) >= KEPT or self._held > KEPT_BYTES:
            for oldest in list(islice(self._readings, len(self._readings) // 2 + 1)):
                del self._readings[oldest]
            self._held //= 2
        self._held += len(raw)
        self._readings[id, path] = found = read_entry(raw, path, self._words)
        return found

    def raw(self, id: str) -> bytes:
        """The content of an id; nothing for what is too large to be a diary or not to be had."""
        return self._raw[id] if id in self._raw else self._blobs.read((id,))[id]

    def text(self, id: str | None) -> str:
        """A content as text, whatever bytes it has; none of what is not there."""
        return self.raw(id).decode("utf-8", "replace") if id else ""

    def holds(self, id: str | None, path: str, issue: str) -> bool:
        """Whether the file ``path`` held an issue of this number."""
        entry = self.side(id, path).entry
        return entry is not None and any(one.id == issue for one in entry.issues)

    def side(self, id: str | None, path: str) -> Side:
        """A file on one side of a comparison; what is no diary is no file here."""
        return Side(path, self.reading(id, path) if id and is_diary(path) else None)

    def pair(self, change: FileChange) -> tuple[Side, Side]:
        """A file before and after a change."""
        return self.side(change.old, change.old_path), self.side(change.new, change.new_path)

    def differences(self, changes: Iterable[FileChange]) -> tuple[Difference, ...]:
        """What changed in the diaries among ``changes``."""
        return between(map(self.pair, diaries(changes)))


def diaries(changes: Iterable[FileChange]) -> list[FileChange]:
    """Those of ``changes`` that are about an entry, before or after."""
    return [one for one in changes if is_diary(one.old_path) or is_diary(one.new_path)]
