"""Changes that are written in the folder but not committed yet, remembered so that nobody types them twice.

The record is made before the first file is written and removed after the commit, so an interruption at any
moment leaves either nothing or a change that the next command finishes under its own words.
"""

from __future__ import annotations

import time
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any

from minqing.domain.errors import MinqingError
from minqing.domain.values import asdict, dataclass, replace
from minqing.workspace.files import made_here, read_bytes, replace_file

RECORD = ".minqing/pending.json"
"""Where the record is, below the workspace."""

INTERRUPTED = "git.interrupted"
"""Why a change is without its commit that Ctrl-C has stopped."""

SETTLED_SECONDS = 60.0
"""A change that is still being written after so long was interrupted."""


@dataclass(frozen=True, slots=True)
class WrittenFile:
    """One file of a change: the SHA-256 of its content before and after (``None``: there is no file)."""

    path: str
    before: str | None
    written: str | None


@dataclass(frozen=True, slots=True)
class Pending:
    """A change without its commit: the words it is to have, its files, and why git refused.

    ``why`` is the code of a sentence (``git.no-author``); ``None`` while the change is on its way. ``allowed`` is the
    reason for which it may hold a number of a person, ``undoes`` the commit that it takes back, ``asked`` the digest of
    what was typed for it, by which the same command is known that is typed again.
    """

    action: str
    subject: str
    issues: tuple[str, ...]
    files: tuple[WrittenFile, ...]
    why: str | None = None
    allowed: str | None = None
    undoes: str | None = None
    asked: str | None = None

    @property
    def paths(self) -> tuple[str, ...]:
        """The files, relative to the workspace."""
        return tuple(file.path for file in self.files)


def digest(content: bytes | None) -> str | None:
    """The SHA-256 of a file's content, ``None`` for no file."""
    if content is None:
        return None
    from hashlib import sha256

    return sha256(content).hexdigest()


def content(root: Path, path: str) -> bytes | None:
    """What the file holds, ``None`` where there is none that can be read, or only outside the workspace."""
    try:
        return read_bytes(root, path)
    except (OSError, MinqingError):
        return None


def recorded(root: Path) -> list[Pending]:
    """Every change in the record, oldest first; an unreadable record is none, and so is one from elsewhere."""
    raw = content(root, RECORD)
    if raw is None:
        return []
    import json

    try:
        told = json.loads(raw)
        return [_read(one) for one in told["changes"]] if told["here"] == made_here(root) else []
    except (ValueError, KeyError, TypeError, RecursionError):
        return []


def _read(one: dict[str, Any]) -> Pending:
    files = tuple(WrittenFile(file["path"], file["before"], file["written"]) for file in one["files"])
    more = one.get("allowed"), one.get("undoes"), one.get("asked")
    return Pending(one["action"], one["subject"], tuple(one["issues"]), files, one["why"], *more)


def record(root: Path, changes: Sequence[Pending]) -> None:
    """Replace the record; without changes it is removed."""
    place = root / RECORD
    if not changes:
        place.unlink(missing_ok=True)
        return
    import json

    told = {"schema": 1, "here": made_here(root), "changes": [asdict(c) for c in changes]}
    # should the power fail just now, the text is still there and counts as a hand edit
    replace_file(place, json.dumps(told).encode("ascii"), durable=any(len(change.files) > 1 for change in changes))


def all_held(root: Path, changes: Sequence[Pending]) -> list[Pending]:
    """Those of ``changes``, oldest first, that the folder holds, each with the files that hold it.

    A file edited by hand since still counts when the change is known to have been written: it is committed
    together with that edit. One that is back to what it was, or gone, does not. What a later one was built upon was
    written, though its record could not say so any more (a full disk).
    """
    found: list[Pending] = []
    built_on: set[tuple[str, str | None]] = set()
    for change in reversed(changes):
        surely = change.why is not None
        files = tuple(f for f in change.files if (f.path, f.written) in built_on or _holds(root, f, surely))
        if files:
            found.append(replace(change, files=files))
            built_on |= {(file.path, file.before) for file in files}
    return found[::-1]


def _holds(root: Path, file: WrittenFile, surely_written: bool) -> bool:
    now = digest(content(root, file.path))
    if now == file.written:
        return True
    return surely_written and now is not None and now != file.before


def pending(root: Path) -> list[Pending]:
    """The changes a command should mention: written, not committed, and not on their way just now.

    Costs nothing unless there is a record. Where git can tell that they were committed otherwise since, they
    are left out; without git they stay.
    """
    waiting = [change for change in all_held(root, recorded(root)) if change.why or _settled(root)]
    if not waiting:
        return []
    from minqing.history.status import changed

    try:
        dirty = {one.path for one in changed(root, all_paths(waiting))}
    except MinqingError:
        return waiting
    return [change for change in waiting if not dirty.isdisjoint(change.paths)]


def _settled(root: Path) -> bool:
    try:
        return time.time() - (root / RECORD).stat().st_mtime > SETTLED_SECONDS
    except OSError:
        return False


def all_paths(changes: Iterable[Pending]) -> list[str]:
    """Every file of ``changes``, once."""
    return list(dict.fromkeys(path for change in changes for path in change.paths))


def together(changes: Iterable[Pending]) -> list[list[Pending]]:
    """``changes`` in groups that can be committed apart: those that share a file go together."""
    groups: list[list[Pending]] = []
    for change in changes:
        touching = [group for group in groups if not set(all_paths(group)).isdisjoint(change.paths)]
        groups = [group for group in groups if group not in touching]
        groups.append([one for group in touching for one in group] + [change])
    return groups
