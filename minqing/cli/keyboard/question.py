"""A question to a person, and reading what was answered."""

from __future__ import annotations

import re
from collections.abc import Callable
from contextlib import AbstractContextManager
from typing import Protocol

from minqing.domain.values import dataclass
from minqing.text.normal import folded, half_width, visible

BACK = ("<", "《", "〈", "返回", "back", "\x1b")
"""What goes back a question, in half-width forms; Esc where a line is read plainly."""

NOTHING = ("-", "—", "——", "无", "没有", "none")
"""What leaves a question empty in spite of its default, in half-width forms."""

SEPARATORS = "、,，;；"
"""Between the names of an answer that holds several."""


@dataclass(frozen=True, slots=True)
class Question:
    """One question. ``default`` is what Enter alone answers; ``choices`` are offered while typing.

    ``several``: the answer is a list of names. ``keys`` answer at once when they are the first on the line (lower
    case, half-width); ``pastes``: an answer of several lines is wanted as it is, else it is made one line. ``fresh``:
    an Enter that was typed before the question could be seen does not answer it. ``begun``: the default is the
    beginning of an answer, to be gone on with. ``later``: a paste that came before the question could be seen answers
    the next one, and a key wants Enter behind it, as it may be the first letter of such an answer. ``is_paste`` says
    whether several lines that came at once, without the marks of a paste, are one answer; else each answers a question
    of its own. ``typing`` is told now and then, and when the line is left, what stands in it; ``hint`` says something
    of it, shown below the line. ``idle`` is called while nobody types, until it answers that there is no more to do.
    ``back``: ``<`` is an answer, and so is Esc where nothing was typed. ``edited``: the default is a sentence to be put
    better: typing goes on behind it, and ``<`` alone goes back at once.
    """

    text: str
    default: str = ""
    choices: tuple[str, ...] = ()
    several: bool = False
    keys: str = ""
    pastes: bool = False
    fresh: bool = False
    begun: bool = False
    later: bool = False
    is_paste: Callable[[str], bool] | None = None
    typing: Callable[[str], None] | None = None
    hint: Callable[[str], str] | None = None
    idle: Callable[[], bool] | None = None
    back: bool = True
    edited: bool = False


class Keyboard(Protocol):
    """Somebody who can be asked."""

    def ask(self, question: Question) -> str:
        """The answer without blanks around it. Raises ``EOFError``, ``KeyboardInterrupt``."""

    def held(self) -> AbstractContextManager[None]:
        """The terminal for the length of a conversation: what is typed between two questions waits unseen."""


def is_back(given: str) -> bool:
    """Whether the person wants to go back a question."""
    return half_width(given).lower() in BACK


def is_nothing(given: str) -> bool:
    """Whether the question is to be left empty."""
    return half_width(given).lower() in NOTHING


def matching(choices: tuple[str, ...], typed: str) -> list[str]:
    """The choices that hold what was typed anywhere; those that begin with it come first."""
    wanted = folded(typed)
    found = [(not folded(choice).startswith(wanted), at, choice) for at, choice in enumerate(choices)]
    return [choice for _, _, choice in sorted(found) if wanted in folded(choice)]


def last_name(typed: str) -> str:
    """What has been typed of the last of several names."""
    return re.split(f"[{SEPARATORS}]", typed)[-1].lstrip()


def on_one_line(pasted: str, several: bool) -> str:
    """Pasted lines as one answer: several names, or one text."""
    lines = [line.strip() for line in re.split(r"[\r\n]+", pasted) if line.strip()]
    return ("、" if several else " ").join(lines)


def shown(text: str) -> str:
    """A question as the terminal may have it: what residents said in it can move no cursor."""
    return "\n".join(map(visible, text.split("\n")))


def key_of(character: str) -> str:
    """The key a character means: an input method may have made it full-width or upper case."""
    return half_width(character).lower()
