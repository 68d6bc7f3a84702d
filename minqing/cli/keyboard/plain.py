"""Plain questions for where no line can be drawn: a dumb terminal, a console of another kind."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import AbstractContextManager, nullcontext

from minqing.cli.asking import ask, pasted_rest
from minqing.cli.keyboard.question import Question, key_of, shown
from minqing.text.normal import visible, width

WIDEST = 24
"""Columns of a question with its default before the answer; a longer one gets lines of its own.

A dumb terminal shows one line of what is edited: it would push a long question out of sight.
"""


class PlainKeyboard:
    """Asks with ``input()``; a key is answered with Enter behind it. ``rest`` reads what else of a paste waits."""

    def __init__(self, rest: Callable[[], str] = pasted_rest) -> None:
        self._rest = rest
        self._ahead: list[str] = []

    def held(self) -> AbstractContextManager[None]:
        """See ``Keyboard``; the terminal itself shows and edits these lines, so it stays as it is."""
        return nullcontext()

    def ask(self, question: Question) -> str:
        """See ``Keyboard``."""
        *above, last = shown(question.text).split("\n")
        default = visible(question.default)
        if width(f"{last} [{default}]") > WIDEST:
            above, last, default = [*above, last, *([f"[{default}]"] if default else [])], ">", ""
        for line in above:
            print(line)
        given = self._line(last, default) or question.default
        if len(given) == 1 and key_of(given) in question.keys:
            return key_of(given)
        if question.pastes and given:
            return self._with_rest(given, question)
        return given

    def _line(self, text: str, default: str) -> str:
        """The next line that was typed ahead, shown with its question; else one that is typed now."""
        if not self._ahead:
            return ask(text, default)
        given = self._ahead.pop(0).strip()
        print(f"{text} {visible(given)}")
        return given

    def _with_rest(self, given: str, question: Question) -> str:
        """The answer with the further lines of a paste; what is no paste answers the questions to come."""
        rest = "" if self._ahead else self._rest()
        together = f"{given}\n{rest}".strip()
        if rest.strip() and question.typing:
            question.typing(together)  # before it is read, which takes a while
        if "\n" not in together or question.is_paste is None or question.is_paste(f"{given}\n{rest}"):
            return together
        self._ahead = rest.removesuffix("\n").split("\n")
        return given
