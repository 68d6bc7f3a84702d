"""Front matter in the very layout that the program writes, read line by line: four times as fast as by way of YAML.

Nearly every file of a diary looks like this, and reading them is what a first command waits for. Nothing is
decided here: one line that is not plainly what it seems (another indentation, an escape, a comment, an unknown
word, a date in another style) and the answer is ``None``, whereupon YAML reads the whole and names what is odd.
What is answered is what YAML would have made of it; ``tests/property/test_plain.py`` compares the two.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING

from minqing.domain.model import Entry, Issue, Progress
from minqing.domain.patterns import pattern
from minqing.text.progress import parse_line
from minqing.text.values import decimal_number, iso_date, issue_id, time_span, whole_number
from minqing.text.vocabulary import ENTRY_BY_WORD, ISSUE_BY_WORD, KINDS_BY_WORD, SOURCES_BY_WORD, TIERS_BY_WORD, Key

if TYPE_CHECKING:
    from minqing.text.source import Name

Value = str | int | date | Decimal | tuple[str, ...]
_Reader = Callable[[str, Mapping[str, str]], Value | None]

_INDICATORS = frozenset("-?:,[]{}#&*!|>'\"%@`~")
"""What may begin something else than the text that stands there."""

_NULLS = frozenset(("null", "Null", "NULL"))
_ISSUE, _FIELD, _LINE = "  - ", "    ", "      - "
_NAME = pattern(r"\w[\w./()-]*(?: [\w./()-]+)*")
"""A name in a list that needs no look at the rules of lists."""

_SEVERAL = pattern("[、，,;；［【]")


class _Odd(Exception):
    """Something is not in the plain layout."""


def read_plain(front: str, first: int, name: Name | None, categories: Mapping[str, str]) -> Entry | None:
    """The entry of a front matter that is wholly plain and right; ``None`` for every other.

    ``first`` is the 0-based number of its first line in the file. It must have been looked through for what YAML
    reads in silence as something else (comments behind text, anchors, tags).
    """
    text = front.replace("\r\n", "\n")
    if name is None or " \n" in text or not text.replace("\n", "").isprintable():
        return None
    lines = text.split("\n")
    if lines.pop():
        return None
    try:
        return _Plain(lines, first, categories).entry(name)
    except _Odd:
        return None


class _Plain:
    """Lines of a front matter while they are read from the first to the last."""

    __slots__ = ("_at", "_categories", "_first", "_lines")

    def __init__(self, lines: list[str], first: int, categories: Mapping[str, str]) -> None:
        self._lines = lines
        self._first = first
        self._categories = categories
        self._at = 0

    def entry(self, name: Name) -> Entry:
        """All of it, agreeing with the file's name and with itself."""
        values = self._values("", _ENTRY_READERS)
        if values.get("date") != name.day or values.setdefault("kind", name.kind) != name.kind:
            raise _Odd
        if self._at < len(self._lines):
            raise _Odd
        entry = Entry(**values)  # type: ignore[arg-type]
        day = name.day.isoformat().replace("-", "") + "-"
        for issue in entry.issues:
            if not issue.id.startswith(day) or any(line.date < name.day for line in issue.progress):
                raise _Odd
        return entry

    def _values(self, lead: str, readers: Mapping[str, tuple[str, _Reader | None]]) -> dict[str, object]:
        """The keys of one mapping, whose lines begin with ``lead``, up to the first line that does not."""
        values: dict[str, object] = {}
        lines, categories, width = self._lines, self._categories, len(lead)
        while self._at < len(lines):
            line = lines[self._at]
            if not line.startswith(lead) and values:
                break
            word, sign, written = line[width:].partition(": ")
            key, reader = readers.get(word if sign else word[:-1], _UNKNOWN)
            self._at += 1
            if reader is None:
                value = self._list(key) if not sign and word[-1:] == ":" else None
            else:
                value = reader(written, categories) if written else None
            if value is None or key in values:
                raise _Odd
            values[key] = value
        return values

    def _list(self, key: str) -> object:
        """The issues or lines of progress that follow their key."""
        return self._issues() if key == "issues" else self._progress() if key == "progress" else None

    def _issues(self) -> tuple[Issue, ...]:
        found: list[Issue] = []
        lines = self._lines
        while self._at < len(lines) and lines[self._at].startswith(_ISSUE):
            number = self._first + self._at + 1
            values = self._values(_FIELD, _ISSUE_READERS)
            if "id" not in values or "title" not in values:
                raise _Odd
            found.append(Issue(line=number, **values))  # type: ignore[arg-type]
        if not found:
            raise _Odd
        return tuple(found)

    def _progress(self) -> tuple[Progress, ...]:
        found: list[Progress] = []
        lines, width = self._lines, len(_LINE)
        while self._at < len(lines) and lines[self._at].startswith(_LINE):
            read, odd, _ = parse_line(_text(lines[self._at][width:], {}), self._categories)
            self._at += 1
            if read is None or odd:
                raise _Odd
            found.append(Progress(read.date, read.verb, read.argument, read.text, self._first + self._at))
        if not found:
            raise _Odd
        return tuple(found)


def _text(written: str, _: Mapping[str, str]) -> str:
    """A scalar on one line: plain, or in double quotes with nothing escaped."""
    if written[:1] in _INDICATORS:
        return _unquoted(written)
    if not written or ": " in written or written[-1] == ":" or written[0] == " " or written in _NULLS:
        raise _Odd
    return written


def _unquoted(written: str) -> str:
    inner = written[1:-1]
    if not inner or written[0] != '"' or written[-1] != '"' or '"' in inner or "\\" in inner or inner != inner.strip():
        raise _Odd
    return inner


def _names(written: str, _: Mapping[str, str]) -> tuple[str, ...]:
    if written[0] == "[" and written[-1] == "]":
        names = tuple(written[1:-1].split(", "))
        if all(map(_NAME.fullmatch, names)) and not any(".." in name for name in names):
            return names
        raise _Odd
    if _SEVERAL.search(written) or not _NAME.fullmatch(written):
        raise _Odd
    return (_text(written, _),)


def _typed(read: Callable[[str], Value | None]) -> _Reader:
    return lambda written, _: read(_text(written, _))


def _word(words: Mapping[str, str]) -> _Reader:
    return lambda written, _: words.get(_text(written, _))


_READERS: Mapping[str, _Reader] = {
    "text": _text,
    "date": _typed(iso_date),
    "integer": _typed(whole_number),
    "decimal": _typed(decimal_number),
    "time": _typed(time_span),
    "id": _typed(issue_id),
    "kind": _word(KINDS_BY_WORD),
    "source": _word(SOURCES_BY_WORD),
    "tier": _word(TIERS_BY_WORD),
    "category": lambda written, categories: categories.get(_text(written, categories)),
    "names": _names,
}


def _by_word(keys: Mapping[str, Key]) -> dict[str, tuple[str, _Reader | None]]:
    return {word: (key.id, _READERS.get(key.type)) for word, key in keys.items()}


_UNKNOWN: tuple[str, _Reader | None] = ("", None)
_ENTRY_READERS = _by_word(ENTRY_BY_WORD)
_ISSUE_READERS = _by_word(ISSUE_BY_WORD)
