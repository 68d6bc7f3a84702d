"""One process from start to end: its time, its memory, what it said, in a pipe or in a terminal."""

from __future__ import annotations

import os
import pty
import resource
import struct
import sys
import termios
import time
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from fcntl import ioctl

LINES, COLUMNS = 40, 120
"""The size of the terminal."""

RSS_UNIT = 1 if sys.platform == "darwin" else 1024
"""Bytes in which the system counts the memory of a process."""


@dataclass(frozen=True, slots=True)
class Run:
    """One finished process: seconds on the wall, most memory in bytes, exit code, output.

    ``floor`` is the memory this process had itself: the kernel never tells less of one that it starts.
    """

    seconds: float
    peak: int
    floor: int
    code: int
    output: bytes


def run(command: Sequence[str], folder: str, env: Mapping[str, str], terminal: bool = False) -> Run:
    """Start ``command`` in ``folder`` and take all it says.

    The output goes into a pipe, or, with ``terminal``, all three streams are one.
    """
    with _inside(folder), _ends(terminal) as (ours, theirs):
        actions: list[tuple[int, ...] | tuple[int, int, str, int, int]]
        actions = [(os.POSIX_SPAWN_DUP2, theirs, 1), (os.POSIX_SPAWN_DUP2, theirs, 2)]
        if terminal:
            actions.append((os.POSIX_SPAWN_DUP2, theirs, 0))
        else:
            actions.append((os.POSIX_SPAWN_OPEN, 0, os.devnull, os.O_RDONLY, 0))
        start = time.perf_counter()
        pid = os.posix_spawnp(command[0], list(command), env, file_actions=actions, setsid=terminal)
        os.close(theirs)
        output = _all_of(ours)
        _, status, used = os.wait4(pid, 0)
        seconds = time.perf_counter() - start
    return Run(seconds, used.ru_maxrss * RSS_UNIT, own_peak(), os.waitstatus_to_exitcode(status), output)


def own_peak() -> int:
    """The most memory of this process so far, in bytes."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * RSS_UNIT


@contextmanager
def _inside(folder: str) -> Iterator[None]:
    before = os.getcwd()
    os.chdir(folder)
    try:
        yield
    finally:
        os.chdir(before)


@contextmanager
def _ends(terminal: bool) -> Iterator[tuple[int, int]]:
    """Our end and theirs of a terminal or a pipe; theirs is closed by whoever gave it away."""
    ours, theirs = pty.openpty() if terminal else os.pipe()
    os.set_inheritable(ours, False)
    if terminal:
        ioctl(theirs, termios.TIOCSWINSZ, struct.pack("HHHH", LINES, COLUMNS, 0, 0))
    try:
        yield ours, theirs
    finally:
        os.close(ours)


def _all_of(ours: int) -> bytes:
    """Everything until the other end is closed; a terminal ends with an error instead of an end of file."""
    parts = []
    while True:
        try:
            part = os.read(ours, 1 << 16)
        except OSError:
            break
        if not part:
            break
        parts.append(part)
    return b"".join(parts)
