"""Esc: leaves the list of names, and goes back a question where nothing was typed; what was typed it never takes.

Arrows and other keys begin with the same byte, and an input method whose Esc has left a composition passes a second
one on: so it counts only where nothing comes behind it for a while.
"""

from __future__ import annotations

import asyncio
import string

from prompt_toolkit.application import Application, get_app
from prompt_toolkit.document import Document
from prompt_toolkit.filters import Condition, Filter
from prompt_toolkit.input import Input
from prompt_toolkit.key_binding import KeyBindings, KeyPressEvent
from prompt_toolkit.keys import Keys

from minqing.cli.keyboard.question import BACK

ALONE = 0.1
"""Seconds for which nothing comes behind an Esc that means itself, beside those in which a key of several bytes is
waited for (half a second: a slow line may bring it in two pieces)."""

PRINTED = string.printable.rstrip()
"""Keys that type something; soon behind Esc they still do, and are no Alt with that key."""


def bind_escape(keys: KeyBindings, untouched: Filter, back: bool) -> None:
    """Let Esc close the list of names, and answer ``<`` where the line is ``untouched`` and goes ``back``."""

    @keys.add(Keys.Escape, filter=Condition(_is_alone))
    def _(event: KeyPressEvent) -> None:
        buffer = event.current_buffer
        if buffer.complete_state:
            buffer.cancel_completion()
        elif back and untouched():
            buffer.exit_selection()
            buffer.document = Document(BACK[0])
            event.app.exit(result=BACK[0])

    for key in PRINTED:
        keys.add(Keys.Escape, key)(_without_escape)


def _is_alone() -> bool:
    processor = get_app().key_processor
    return len(processor.key_buffer) == 1 and not processor.input_queue


def _without_escape(event: KeyPressEvent) -> None:
    event.app.key_processor.feed(event.key_sequence[-1], first=True)


def finish_later(app: Application[str], source: Input) -> None:
    """Read a byte that came before ``app`` did as the Esc it is where it begins no longer key."""

    def finish() -> None:
        if app.is_running and not app.is_done:
            app.key_processor.feed_multiple(source.flush_keys())
            app.key_processor.process_keys()

    asyncio.get_running_loop().call_later(app.ttimeoutlen, finish)
