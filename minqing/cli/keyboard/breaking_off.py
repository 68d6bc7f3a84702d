"""A Ctrl-C between two questions: it ends the conversation, whatever code it fell into."""

from __future__ import annotations

import signal
import sys
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from types import FrameType

from prompt_toolkit.application import Application

UNTAKEN = (signal.default_int_handler, signal.SIG_IGN)
"""What has Ctrl-C where nobody else wants it; where it is ignored it is a key at each question all the same."""


class BreakingOff:
    """Remembers that Ctrl-C was pressed: what it interrupts may be in no state to pass that on."""

    def __init__(self) -> None:
        self._pressed = False
        self._end: Callable[[], None] | None = None

    @contextmanager
    def noticed(self) -> Iterator[None]:
        """Ctrl-C raises ``KeyboardInterrupt`` where it comes, and at the end at the latest."""
        with _handled_by(self._press), _unraised_kept_quiet():
            yield
        self.pass_on()

    def pass_on(self) -> None:
        """Raise ``KeyboardInterrupt`` where Ctrl-C was pressed before."""
        if self._pressed:
            raise KeyboardInterrupt

    @contextmanager
    def put_off(self, app: Application[str]) -> Iterator[None]:
        """Ctrl-C ends ``app`` and is raised behind it: an event loop that is left in its midst may wait for ever."""

        def end() -> None:
            if app.is_running and not app.is_done:
                app.exit(exception=KeyboardInterrupt)

        def soon() -> None:
            if app.loop:
                app.loop.call_soon_threadsafe(end)

        app.pre_run_callables.append(lambda: end() if self._pressed else None)
        self._end = soon
        try:
            yield
        finally:
            self._end = None
            self.pass_on()

    def _press(self, _signal: int, _frame: FrameType | None) -> None:
        again, self._pressed = self._pressed, True
        if again or self._end is None:
            raise KeyboardInterrupt
        self._end()


@contextmanager
def _handled_by(handler: Callable[[int, FrameType | None], None]) -> Iterator[None]:
    before = signal.getsignal(signal.SIGINT)
    if before not in UNTAKEN or threading.current_thread() is not threading.main_thread():
        yield
        return
    signal.signal(signal.SIGINT, handler)
    try:
        yield
    finally:
        signal.signal(signal.SIGINT, before)


@contextmanager
def _unraised_kept_quiet() -> Iterator[None]:
    """Python prints what is raised while it tidies up and can pass on to nobody; this is passed on later."""
    usual = sys.unraisablehook

    def hook(unraisable: sys.UnraisableHookArgs) -> None:
        if unraisable.exc_type is not KeyboardInterrupt:
            usual(unraisable)

    sys.unraisablehook = hook
    try:
        yield
    finally:
        sys.unraisablehook = usual
