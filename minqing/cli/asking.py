"""Plain questions in a terminal: one line each, a default in brackets, asked again when not understood."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from datetime import date
from typing import TypeVar

from minqing.cli.context import Context
from minqing.domain.errors import INTERRUPTED, MinqingError
from minqing.messages import say
from minqing.text.normal import visible

Answer = TypeVar("Answer")


def ask(question: str, default: str = "") -> str:
    """One line from the keyboard; Enter alone takes the default. Raises ``EOFError`` at the end of input."""
    from minqing.cli.keyboard.hushed import heard

    _line_editing()
    shown = f"{question} [{visible(default)}] " if default else f"{question} "
    with heard():
        return input(shown).strip() or default


def _line_editing() -> None:
    """Let the keyboard's line be edited (arrows, backspace over 汉字) where the platform can."""
    with suppress(ImportError):
        import readline  # noqa: F401


def ask_until(question: str, read: Callable[[str], Answer], default: str = "") -> Answer:
    """Ask until ``read`` understands the answer; what it refuses is said and asked again."""
    from minqing.cli.refusals import told

    while True:
        try:
            return read(ask(question, default))
        except MinqingError as error:
            told(error)


def ask_day(context: Context, question: str, default: str = "") -> date | None:
    """A date to come, or nothing."""
    from minqing.cli.keyboard.question import is_nothing
    from minqing.text.dates import parse_until

    def read(given: str) -> date | None:
        return parse_until(given, context.today) if given and not is_nothing(given) else None

    return ask_until(question, read, default)


@contextmanager
def leaving_all() -> Iterator[None]:
    """Questions before anything is written: leaving them with Ctrl-C is said to have changed nothing (exit 130)."""
    try:
        yield
    except (KeyboardInterrupt, EOFError):
        raise MinqingError("asking.left", INTERRUPTED) from None


YES = ("y", "yes", "是", "好", "对")
NO = ("n", "no", "否", "不", "不要")


def confirmed(question: str, default: bool = True) -> bool:
    """Yes or no, asked until it is one of them; Enter alone is ``default``."""
    shown = f"{question} {say('asking.yes-no' if default else 'asking.no-yes')}"
    while (given := ask(shown).lower()) not in ("", *YES, *NO):
        shown = say("asking.yes-or-no")
    return given in YES if given else default


def pasted_rest() -> str:
    """The further lines of a paste whose first line was just read; empty where nothing more is waiting."""
    return _typed_ahead_windows() if sys.platform == "win32" else _typed_ahead()


PASTE_GAP = 0.15
"""Seconds without a further character after which a paste is over."""


def _typed_ahead() -> str:
    """What waits in the terminal, with or without an end of line: it was typed before this was asked for."""
    import os
    import select
    import termios
    import tty

    handle = sys.stdin.fileno()
    before = termios.tcgetattr(handle)
    waiting = b""
    try:
        tty.setcbreak(handle, termios.TCSANOW)
        while select.select([handle], [], [], PASTE_GAP)[0]:
            more = os.read(handle, 65536)
            if not more:
                break
            waiting += more
    finally:
        termios.tcsetattr(handle, termios.TCSANOW, before)
    return waiting.decode("utf-8", "replace").replace("\r\n", "\n").replace("\r", "\n")


def _typed_ahead_windows() -> str:  # pragma: no cover
    import msvcrt
    import time

    typed = ""
    time.sleep(PASTE_GAP)
    while msvcrt.kbhit():  # type: ignore[attr-defined]
        typed += msvcrt.getwch()  # type: ignore[attr-defined]
    return typed.replace("\r", "\n")
