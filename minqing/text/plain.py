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

from minqing.domain.model import MOST_KM, MOST_STEPS, Entry, Issue, Progress
from minqing.domain.patterns import pattern
from minqing.text.progress import parse_line
from minqing.text.source import name_of
from minqing.text.values import decimal_number, iso_date, issue_id, time_span, whole_number
from minqing.text.vocabulary import ENTRY_BY_WORD, ISSUE_BY_WORD, KINDS_BY_WORD, SOURCES_BY_WORD, TIERS_BY_WORD, Key

if TYPE_CHECKING:
    from minqing.text.fences import Parts
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


class _Level:
    """One mapping of the format: what its lines begin with, its keys by their words, and lines that were read before.

    A diary says the same again and again (this tier, that owner, the people who walk): such a line is looked up.
    """

    __slots__ = ("known", "lead", "readers", "width")

    def __init__(self, lead: str, keys: Mapping[str, Key]) -> None:
        self.lead = lead
        self.width = len(lead)
        self.readers = {word: (key.id, _READERS.get(key.type)) for word, key in keys.items()}
        self.known: dict[str, tuple[str, object]] = {}

    def keep(self, line: str, key: str, value: object) -> None:
        """Know a line, and what is read from it, when it comes again."""
        if key not in _NEVER_TWICE and len(self.known) < _MOST and line.startswith(self.lead):
            self.known[line] = key, value


_MOST = 4096
"""Lines of a level that are known at most: a few hundred kilobytes."""

_NEVER_TWICE = frozenset(("id", "title", "ticket", "category", "issues", "progress"))
"""Keys whose lines are not kept: they differ in every issue, or are read after the categories of the settings."""


def read_plain(path: str, parts: Parts, categories: Mapping[str, str]) -> Entry | None:
    """The entry of a file whose front matter is wholly plain and right; ``None`` for every other.

    The front matter must have been looked through for what YAML reads in silence as something else (comments
    behind text, anchors, tags).
    """
    name, text = name_of(path), parts.front.replace("\r\n", "\n")
    if name is None or " \n" in text or not text.replace("\n", "").isprintable():
        return None
    lines = text.split("\n")
    if lines.pop():
        return None
    try:
        return Entry(**_Plain(lines, parts.line, name, categories).entry(), path=path, body=parts.body)  # type: ignore[arg-type]
    except _Odd:
        return None


class _Plain:
    """Lines of a front matter while they are read from the first to the last."""

    __slots__ = ("_at", "_categories", "_first", "_lines", "_name")

    def __init__(self, lines: list[str], first: int, name: Name, categories: Mapping[str, str]) -> None:
        self._lines = lines
        self._first = first
        self._name = name
        self._categories = categories
        self._at = 0

    def entry(self) -> dict[str, object]:
        """The fields of all of it, agreeing with the file's name and with itself."""
        values, name = self._values(_ENTRY_LEVEL), self._name
        if values.get("date") != name.day or values.setdefault("kind", name.kind) != name.kind:
            raise _Odd
        if self._at < len(self._lines) or _is_beyond(values):
            raise _Odd
        return values

    def _values(self, level: _Level) -> dict[str, object]:
        """The keys of one mapping, from a line that begins one up to the first that does not belong to it."""
        values: dict[str, object] = {}
        lines, lead, known = self._lines, level.lead, level.known
        while self._at < len(lines):
            line = lines[self._at]
            said = known.get(line)
            if said is None and values and not line.startswith(lead):
                break
            self._at += 1
            key, value = said or self._read(line, level)
            if key in values:
                raise _Odd
            values[key] = value
        return values

    def _read(self, line: str, level: _Level) -> tuple[str, object]:
        """The key and the value of a line, or of that line and those below it."""
        word, sign, written = line[level.width :].partition(": ")
        key, reader = level.readers.get(word if sign else word[:-1], _UNKNOWN)
        if reader is None:
            value = self._list(key) if not sign and word[-1:] == ":" else None
        else:
            value = reader(written, self._categories) if written else None
        if value is None:
            raise _Odd
        level.keep(line, key, value)
        return key, value

    def _list(self, key: str) -> object:
        """The issues or lines of progress that follow their key."""
        return self._issues() if key == "issues" else self._progress() if key == "progress" else None

    def _issues(self) -> tuple[Issue, ...]:
        found: list[Issue] = []
        lines, day = self._lines, self._name.day.isoformat().replace("-", "") + "-"
        while self._at < len(lines) and lines[self._at].startswith(_ISSUE):
            number = self._first + self._at + 1
            values = self._values(_ISSUE_LEVEL)
            if "title" not in values or not str(values.get("id")).startswith(day):
                raise _Odd
            found.append(Issue(line=number, **values))  # type: ignore[arg-type]
        if not found:
            raise _Odd
        return tuple(found)

    def _progress(self) -> tuple[Progress, ...]:
        found: list[Progress] = []
        lines, width, day = self._lines, len(_LINE), self._name.day
        while self._at < len(lines) and lines[self._at].startswith(_LINE):
            written = _text(lines[self._at][width:], {})
            self._at += 1
            read, odd, _ = parse_line(written, self._categories, self._first + self._at)
            if read is None or odd or read.date < day:
                raise _Odd
            found.append(read)
        if not found:
            raise _Odd
        return tuple(found)


def _is_beyond(values: Mapping[str, object]) -> bool:
    """Whether nobody walks that far, which is to be named."""
    steps, km = values.get("steps"), values.get("km")
    return (isinstance(steps, int) and steps > MOST_STEPS) or (isinstance(km, Decimal) and km > MOST_KM)


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


_UNKNOWN: tuple[str, _Reader | None] = ("", None)
_ENTRY_LEVEL, _ISSUE_LEVEL = _Level("", ENTRY_BY_WORD), _Level(_FIELD, ISSUE_BY_WORD)
