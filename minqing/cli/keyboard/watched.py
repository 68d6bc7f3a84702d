"""A line that is looked at while it is typed: kept against a closed window, and answered with a hint below it."""

from __future__ import annotations

import asyncio
from collections.abc import Callable

from prompt_toolkit import PromptSession
from prompt_toolkit.application import get_app
from prompt_toolkit.buffer import Buffer
from prompt_toolkit.filters import Condition, is_done
from prompt_toolkit.layout import ConditionalContainer, FormattedTextControl, HSplit, Window

from minqing.cli.keyboard.question import Question
from minqing.text.normal import visible

EVERY = 0.4
"""Seconds after which a line that is being typed is kept."""

RESTS = 0.25
"""Seconds without a key after which something may be made ready."""


def watch(session: PromptSession[str], question: Question) -> None:
    """Tell ``question`` what is being typed at ``session``, and show what it has to say of it."""
    buffer = session.default_buffer
    if question.typing:
        buffer.on_text_changed += _Keeper(question)
    if question.idle:
        session.app.pre_run_callables.append(_Idle(session, question.idle).begin)
    if question.hint:
        hint = _Hint(question)
        below = Window(FormattedTextControl(lambda: hint.of(buffer.text)), wrap_lines=True, dont_extend_height=True)
        shown = Condition(lambda: bool(hint.of(buffer.text))) & ~is_done
        layout = session.app.layout
        layout.container = HSplit([layout.container, ConditionalContainer(below, filter=shown)])


class _Keeper:
    """Keeps what stands in the line: at the end of each stretch of time in which it changed, not at every key."""

    def __init__(self, question: Question) -> None:
        self._question, self._waits = question, False

    def __call__(self, buffer: Buffer) -> None:
        if not self._waits and buffer.text != self._question.default:
            self._waits = True
            asyncio.get_running_loop().call_later(EVERY, self._keep, buffer)

    def _keep(self, buffer: Buffer) -> None:
        self._waits = False
        if self._question.typing and not get_app().is_done:
            self._question.typing(buffer.text)


class _Idle:
    """Makes something ready, a piece at a time, while the fingers rest: later no key has to wait for it."""

    def __init__(self, session: PromptSession[str], work: Callable[[], bool]) -> None:
        self._session, self._work, self._seen = session, work, ""

    def begin(self) -> None:
        """Look again in a while."""
        self._seen = self._session.default_buffer.text
        asyncio.get_running_loop().call_later(RESTS, self._look)

    def _look(self) -> None:
        if self._session.app.is_done:
            return
        if self._session.default_buffer.text != self._seen or self._work():
            self.begin()


class _Hint:
    """The hint to a line, worked out once for each text that stands in it."""

    def __init__(self, question: Question) -> None:
        self._question, self._text, self._said = question, "", ""

    def of(self, text: str) -> str:
        """What to show below ``text``."""
        if text != self._text and self._question.hint:
            self._text, self._said = text, visible(self._question.hint(text))
        return self._said
