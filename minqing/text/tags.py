"""HTML in one pass: its tags and its texts, in order, however damaged it is.

A page from anywhere may hold anything. The standard library's reader begins anew at every tag that never ends, so
that a megabyte of ``<a <a <a`` keeps it busy for an hour; here each character is looked at a few times at most.
"""

from __future__ import annotations

import html
import re
from collections.abc import Iterator

from minqing.domain.patterns import pattern
from minqing.domain.values import dataclass

_START = pattern(r"<(?:(/?)([A-Za-z][^\s/>]*)|[!?])")
_STOP = pattern("[>\"']")
_GIVEN = pattern(r"([^\s=/\"'>]+)(?:\s*=\s*(?:\"([^\"]*)\"|'([^']*)'|([^\s>]*)))?")
_RAW = {name: pattern(rf"<(/)({name})(?=[\s/>])", re.IGNORECASE) for name in ("script", "style")}
"""Elements in which nothing but their own end is a tag."""

LONGEST_TAG = 10_000
"""Characters of a tag whose attributes are read."""


@dataclass(frozen=True, slots=True)
class Tag:
    """A tag by its name in small letters: whether it ends an element, and what stands in it behind the name."""

    name: str
    ends: bool = False
    words: str = ""

    def given(self) -> dict[str, str]:
        """Its attributes."""
        found = _GIVEN.finditer(self.words) if len(self.words) <= LONGEST_TAG else ()
        return {each[1].lower(): _read(each[2] or each[3] or each[4] or "") for each in found}


def pieces(text: str) -> Iterator[Tag | str]:
    """Tags, and between them texts with their character references read. Comments and declarations are left out."""
    at, raw = 0, ""
    while start := (_RAW[raw] if raw else _START).search(text, at):
        if start.start() > at:
            between = text[at : start.start()]
            yield between if raw else _read(between)
        if start[2] is None:
            at = _behind_declaration(text, start.start())
            continue
        at = _end(text, start.end())
        tag = Tag(start[2].lower(), start[1] == "/", text[start.end() : at - 1])
        raw = tag.name if tag.name in _RAW and not tag.ends else ""
        yield tag
    if at < len(text):
        yield text[at:] if raw else _read(text[at:])


def _end(text: str, at: int) -> int:
    """Where a tag that has begun is over: behind its ``>``, those in quotation marks left aside."""
    while stop := _STOP.search(text, at):
        at = stop.end()
        if stop[0] == ">":
            return at
        if text[max(stop.start() - 3, 0) : stop.start()].rstrip().endswith("="):
            at = text.find(stop[0], at) + 1 or at
    return len(text) + 1


def _behind_declaration(text: str, start: int) -> int:
    ending = "-->" if text.startswith("<!--", start) else ">"
    found = text.find(ending, start + 2)
    return found + len(ending) if found >= 0 else len(text)


def _read(text: str) -> str:
    try:
        return html.unescape(text)
    except ValueError:  # the number of a character with thousands of digits
        return text
