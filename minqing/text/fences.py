"""Where the front matter of a diary file starts and ends: its fences, also those that an input method made."""

from __future__ import annotations

import re

from minqing.domain.patterns import pattern
from minqing.domain.values import dataclass
from minqing.text.normal import folded
from minqing.text.vocabulary import ENTRY_BY_WORD, ISSUE_BY_WORD

FENCE = pattern(r"^(?:---|[ \ufeff]{0,3}(-{3,}|[—–―─━－‐‑−ー\-]{2,}|\.{3}))[ \t\u3000]*\r?$", re.MULTILINE)
_FENCE_LINE = pattern("\n[—–―─━－‐‑−ー\\-.\ufeff]")
_LINE_END = pattern(r"\r\n|\n|\r")
_NOT_BLANK = pattern(r"[^ \t\r\n\u3000]")
_KEY = pattern(r"^[ \u3000]{0,3}(?:-[ ]+)?([^\s:：#]{1,20})[ \u3000]*[:：]", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Fence:
    """One fence: where its line starts and ends (without the line end), and whether it is not plainly ``---``."""

    start: int
    end: int
    odd: bool


@dataclass(frozen=True, slots=True)
class Parts:
    """A file's text at its fences.

    ``front`` starts at the offset ``start`` of the text, on line ``line`` (0-based); ``body`` follows the
    closing fence's line. ``opening`` or ``closing`` is ``None`` where there is no such fence.
    """

    front: str
    body: str
    start: int
    line: int
    opening: Fence | None
    closing: Fence | None


def parts_of(text: str) -> Parts:
    """``text`` at its fences, with positions."""
    return _plain_parts(text) or _parts(text)


def _plain_parts(text: str) -> Parts | None:
    """The parts of a text between two lines ``---``, where no line between them can be a fence: as they are written."""
    end = text.find("\n---\n", 3) if text.startswith("---\n") else -1
    if end < 0 or _FENCE_LINE.search(text, 3, end):
        return None
    return Parts(text[4 : end + 1], text[end + 5 :], 4, 1, Fence(0, 3, False), Fence(end + 1, end + 4, False))


def _parts(text: str) -> Parts:
    """The parts of any text: fences may be odd, blank lines may stand above them."""
    opening = _opening(text)
    if not opening:
        return Parts("", text, 0, 0, None, None)
    start = _next_line(text, opening.end)
    closing = _closing(text, start)
    end = closing.start if closing else len(text)
    body = text[_next_line(text, closing.end) :] if closing else ""
    line = len(_LINE_END.findall(text, 0, start))
    return Parts(text[start:end], body, start, line, opening, closing)


def _next_line(text: str, at: int) -> int:
    end = _LINE_END.match(text, at)
    return end.end() if end else len(text)


def _fence(found: re.Match[str]) -> Fence:
    return Fence(found.start(), found.end() - found[0].endswith("\r"), found[1] is not None)


def _opening(text: str) -> Fence | None:
    """A fence on the first line that is not blank."""
    first = _NOT_BLANK.search(text)
    found = FENCE.search(text)
    if not found or not first or first.start() < found.start():
        return None
    return _fence(found)


def _closing(text: str, start: int) -> Fence | None:
    """The fence that ends the front matter: an odd one only where no keys follow before a plain one."""
    odd: Fence | None = None
    at = start
    while (line := _FENCE_LINE.search(text, max(at - 1, 0))) is not None:
        at = line.end()
        found = FENCE.match(text, line.start() + 1)
        if not found:
            continue
        fence = _fence(found)
        if not fence.odd:
            return odd if odd and not holds_keys(text[odd.end : fence.start]) else fence
        if text[fence.start] != " ":
            odd = odd or fence
    return odd


def holds_keys(text: str) -> bool:
    """Whether a line of ``text`` begins with a key of the diary and a colon."""
    return any(known_key(found[1]) for found in _KEY.finditer(text))


def known_key(word: str) -> bool:
    """Whether ``word`` is a key of an entry or an issue in either spelling."""
    key = folded(word)
    return key in ENTRY_BY_WORD or key in ISSUE_BY_WORD


def late_fence(text: str) -> int | None:
    """Where front matter starts that does not stand at the top, if there is any."""
    for found in FENCE.finditer(text):
        if holds_keys(text[found.end() : found.end() + 400].partition("\n\n")[0]):
            return found.start()
    return None
