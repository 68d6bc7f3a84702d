"""A terminal that keeps still between two questions: what is typed meanwhile waits, and leaves no ghosts."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager

try:
    import termios
except ImportError:  # a console of Windows shows nothing that nobody reads
    termios = None  # type: ignore[assignment]


@contextmanager
def hushed() -> Iterator[None]:
    """Keys typed while nothing is asked are neither shown nor edited by the terminal; the next question has them.

    Else they would stand on the screen where the next question is drawn, and a backspace over a 汉字 would take
    away one byte of it. Ctrl-C works as ever.
    """
    with _changed(off=True):
        yield


@contextmanager
def heard() -> Iterator[None]:
    """The terminal as a plain question needs it, in the midst of a hush too."""
    with _changed(off=False):
        yield


@contextmanager
def _changed(*, off: bool) -> Iterator[None]:
    try:
        handle = sys.stdin.fileno()
        before = termios.tcgetattr(handle)
    except (AttributeError, OSError, ValueError, *_REFUSED):
        yield
        return
    _set_echo(handle, off)
    try:
        yield
    finally:
        termios.tcsetattr(handle, termios.TCSANOW, before)


_REFUSED = (termios.error,) if termios else ()


def _set_echo(handle: int, off: bool) -> None:
    modes = termios.tcgetattr(handle)
    lines = termios.ECHO | termios.ICANON
    modes[3] = modes[3] & ~lines if off else modes[3] | lines
    termios.tcsetattr(handle, termios.TCSANOW, modes)
