"""Locks that git left behind when it was killed, together with minqing or alone: those that are surely nobody's.

Before a git that writes is started a mark is put beside its log, and taken away when it has ended by itself. A mark
that is found later tells that it did not. Its locks are those made since the mark, and nobody's once no process holds
the log open any more: git and its hooks write into it. Whatever is in doubt stays, and is named to the person.
"""

from __future__ import annotations

import contextlib
import os
import time
from collections.abc import Iterator
from pathlib import Path

from minqing.history.git import common_folder, git_folder, repository_of

LOG = ".minqing/git.log"
"""Where a git that writes says what it has to say."""

MARK = ".minqing/git.running"
"""There while such a git runs, and after it was killed."""

SECONDS = 60
"""A lock made later after the mark may be that of somebody's own git."""

KILLED = 1 << 31
"""From this exit code on Windows tells that a program did not end by itself: it crashed, or its window was closed
(0xC000013A). Elsewhere the code is that of a signal, below 0. The task manager ends a program with 1, which git's own
refusals have as well: then the mark goes, and a lock is named instead of put away."""


@contextlib.contextmanager
def marked(root: Path) -> Iterator[list[int]]:
    """Mark that git runs; the mark goes when the exit code that is put into the list is one of git's own."""
    remove_left(root)
    mark, codes = root / MARK, list[int]()
    ours = not mark.exists()
    if ours:
        with contextlib.suppress(OSError):  # without it a lock is named instead of put away
            mark.touch()
    yield codes
    if ours and codes and 0 <= codes[-1] < KILLED:
        mark.unlink(missing_ok=True)


def wait_for_left(root: Path, seconds: float = 5.0) -> None:
    """Let a git of ours that outlived the command which started it come to its end; then its locks go."""
    end = time.monotonic() + seconds
    while (root / MARK).exists() and time.monotonic() < end:
        remove_left(root)
        if (root / MARK).exists():
            time.sleep(0.05)


def remove_left(root: Path) -> bool:
    """Remove the locks of a git of ours that was killed, if there was one and all of it has ended; tells whether."""
    mark = root / MARK
    try:
        since = mark.stat().st_mtime_ns
    except OSError:
        return False
    if not _is_unused(root / LOG):
        return False
    for lock in _locks(root):
        with contextlib.suppress(OSError):
            if 0 <= lock.lstat().st_mtime_ns - since <= SECONDS * 10**9:
                lock.unlink()
    mark.unlink(missing_ok=True)
    return True


def _locks(root: Path) -> Iterator[Path]:
    top = repository_of(root)
    folder = git_folder(top) if top else None
    for place in {folder, common_folder(folder)} if folder else ():
        yield from place.glob("*.lock")
        yield from (place / "refs").rglob("*.lock")


def _is_unused(log: Path) -> bool:
    """Whether no process holds the log open: its lock is free, or (Windows) it can be moved."""
    try:
        if os.name == "nt":
            os.replace(log, log.with_suffix(".old"))
            return True
        import fcntl

        with log.open("rb") as file:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except FileNotFoundError:
        return True
    except OSError:
        return False
    return True
