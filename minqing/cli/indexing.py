"""A line on a terminal while something long is made, where that takes long enough to wonder."""

from __future__ import annotations

import sys
import time

PATIENCE = 1.0
"""Seconds that pass before anything is said."""


class Progress:
    """How far the reading of the files has come; taken off the terminal at the end.

    ``sentence`` is what is said beside the bar, with ``done`` of ``total``.
    """

    def __init__(self, sentence: str = "cli.indexing") -> None:
        self._sentence = sentence
        self._began = time.monotonic()
        self._shown = False

    def close(self) -> None:
        """Take the line off again."""
        if self._shown:
            print("\r\x1b[K", end="", file=sys.stderr, flush=True)

    def tell(self, done: int, total: int) -> None:
        """Show that ``done`` of ``total`` are done."""
        if not sys.stderr.isatty() or time.monotonic() - self._began < PATIENCE:
            return
        from minqing.messages import say

        self._shown = True
        bar = "#" * (20 * done // total) if total else ""
        print(f"\r{say(self._sentence, done=done, total=total)} [{bar:<20}]", end="", file=sys.stderr, flush=True)
