"""One program at a time: the lock that a writing command holds, let go by the system whatever becomes of the process.

Where the system has ``flock`` it is asked directly: the library that does so (filelock) takes 10 ms to load, as long
as a whole Python takes to start, which the shortest note would wait for. Elsewhere (Windows) the library does it.
"""

from __future__ import annotations

import contextlib
import os
import time
from collections.abc import Callable, Iterator
from pathlib import Path

try:
    import fcntl
except ImportError:  # Windows
    fcntl = None  # type: ignore[assignment]

_PAUSE = 0.05
"""Seconds between two attempts."""

_held: set[Path] = set()


class Busy(Exception):
    """Another program held the lock for as long as was waited."""


def take(place: Path, seconds: float) -> Callable[[], None]:
    """Take the lock at ``place``, waiting up to ``seconds``; answers what lets go of it.

    The process that holds it may take it again; the first one to take it keeps it until it lets go. Raises ``Busy``,
    and ``OSError`` where the file cannot be made or the file system knows no locks.
    """
    if fcntl is None:
        return _taken_by_library(place, seconds)
    if place in _held:
        return lambda: None
    handle = os.open(place, os.O_RDWR | os.O_CREAT, 0o666)
    try:
        _wait(handle, seconds)
    except BaseException:
        os.close(handle)
        raise
    _held.add(place)

    def let_go() -> None:
        _held.discard(place)
        os.close(handle)

    return let_go


def _wait(handle: int, seconds: float) -> None:
    end = time.monotonic() + seconds
    while True:
        try:
            return fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            if time.monotonic() >= end:
                raise Busy from None
        time.sleep(_PAUSE)


def _taken_by_library(place: Path, seconds: float) -> Callable[[], None]:
    from filelock import FileLock, Timeout

    lock = FileLock(place, is_singleton=True)
    try:
        lock.acquire(timeout=seconds)
    except Timeout:
        raise Busy from None
    return lock.release


@contextlib.contextmanager
def held(place: Path) -> Iterator[None]:
    """Hold a folder that this program is making, so that another one can tell that it is no left-over.

    Where the system knows no such hold (Windows: what is open cannot be removed there), nothing is done.
    """
    if fcntl is None:
        yield
        return
    handle = os.open(place, os.O_RDONLY)
    try:
        with kept(handle):
            yield
    finally:
        os.close(handle)


@contextlib.contextmanager
def kept(handle: int) -> Iterator[None]:
    """The same for a file that is open; it may be closed meanwhile."""
    if fcntl is None:
        yield
        return
    own = os.dup(handle)
    try:
        with contextlib.suppress(OSError):
            fcntl.flock(own, fcntl.LOCK_EX | fcntl.LOCK_NB)
        yield
    finally:
        os.close(own)


def is_held(place: Path) -> bool:
    """Whether a program is still at work on a file or folder that it holds."""
    if fcntl is None:
        return False
    try:
        handle = os.open(place, os.O_RDONLY | os.O_NOFOLLOW)
    except OSError:
        return False
    try:
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        return True
    except OSError:
        return False
    finally:
        os.close(handle)
    return False
