"""Domain to diary text: issues, lines of progress and new entries in the layout of the format."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from datetime import date
from decimal import Decimal

from minqing.domain.errors import DIARY, MinqingError
from minqing.domain.model import Entry, Issue, Progress
from minqing.domain.patterns import pattern
from minqing.domain.values import dataclass
from minqing.text.normal import folded
from minqing.text.progress import format_line
from minqing.text.read import read_entry
from minqing.text.scalar import quoted
from minqing.text.vocabulary import (
    ENTRY_KEYS,
    ISSUE_KEYS,
    KIND_WORDS,
    SOURCE_WORDS,
    TIER_WORDS,
    Key,
    key_word,
    spelled,
)

__all__ = [
    "Item",
    "Spelling",
    "encoded",
    "issue_item",
    "name_item",
    "new_entry",
    "progress_item",
    "quoted",
    "spelling_of",
]

_TYPED = pattern(r"[0-9:\-]+")


@dataclass(frozen=True, slots=True)
class Spelling:
    """How a community writes: the language of keys and fixed words, and the names of its categories by id."""

    language: str
    names: Mapping[str, str]

    def key(self, key: Key) -> str:
        """A key as it is written."""
        return key_word(key, self.language)

    def line(self, progress: Progress, flow: bool = False) -> str:
        """A line of progress as a scalar."""
        return quoted(format_line(progress, self.language, self.names), flow)

    def value(self, key: Key, value: object, flow: bool = False) -> str:
        """A single value as a scalar; what is typed by the schema is left plain."""
        return _WRITERS[key.type](self, value, flow)

    def list(self, key: Key, values: Sequence[object]) -> str:
        """Several values as a flow list."""
        inner = (self.line(v, True) if isinstance(v, Progress) else quoted(str(v), True) for v in values)
        return f"[{', '.join(inner)}]"

    def behind(self, key: Key, value: object, flow: bool = False) -> str:
        """What stands behind the colon: a single value, or names in one line."""
        return self.list(key, value) if isinstance(value, tuple) else self.value(key, value, flow)

    def pair(self, key: Key, value: object, flow: bool = False) -> str:
        """A key with its value on one line."""
        return f"{self.key(key)}: {self.behind(key, value, flow)}"


def spelling_of(language: str, names: Mapping[str, str]) -> Spelling:
    """How to write for a community; a category whose name another one has too is written as its id."""
    often = Counter(folded(name) for name in names.values())
    return Spelling(language, {id: name for id, name in names.items() if often[folded(name)] == 1})


def _typed(spelling: Spelling, value: object, flow: bool) -> str:
    text = value.isoformat() if isinstance(value, date) else str(value)
    return text if _TYPED.fullmatch(text) else quoted(text, flow)


def _decimal(spelling: Spelling, value: object, flow: bool) -> str:
    return format(value, "f") if isinstance(value, Decimal) else str(value)


def _text(spelling: Spelling, value: object, flow: bool) -> str:
    return quoted(str(value), flow)


def _category(spelling: Spelling, value: object, flow: bool) -> str:
    id = str(value)
    return quoted(spelling.names.get(id, id) if spelling.language == "zh" else id, flow)


def _word(words: Mapping[str, str]) -> Callable[[Spelling, object, bool], str]:
    return lambda spelling, value, flow: spelled(words, str(value), spelling.language)


_WRITERS: Mapping[str, Callable[[Spelling, object, bool], str]] = {
    "text": _text,
    "date": _typed,
    "time": _typed,
    "id": _typed,
    "integer": _typed,
    "decimal": _decimal,
    "category": _category,
    "kind": _word(KIND_WORDS),
    "source": _word({**KIND_WORDS, **SOURCE_WORDS}),
    "tier": _word(TIER_WORDS),
}


@dataclass(frozen=True, slots=True)
class Item:
    """One item of a list in both layouts: ``block`` lines (the first begins with the dash) or ``flow``."""

    block: tuple[str, ...]
    flow: str


def progress_item(progress: Progress, spelling: Spelling) -> Item:
    """A line of progress as an item of the list ``progress``."""
    return Item((f"- {spelling.line(progress)}",), spelling.line(progress, True))


def name_item(name: str) -> Item:
    """A name or a path as an item of a list."""
    return Item((f"- {quoted(name)}",), quoted(name, True))


def issue_item(issue: Issue, spelling: Spelling) -> Item:
    """An issue as an item of the list ``issues``, keys in the order of the format."""
    lines = _lines(ISSUE_KEYS, issue, spelling)
    block = tuple(("- " if n == 0 else "  ") + line for n, line in enumerate(lines))
    given = _given(ISSUE_KEYS, issue)
    flow = ", ".join(spelling.pair(key, value, True) for key, value in given)
    return Item(block, f"{{{flow}}}")


def _given(keys: Sequence[Key], record: Entry | Issue) -> list[tuple[Key, object]]:
    """The keys that hold something, in the order of the format."""
    pairs = [(key, getattr(record, key.id)) for key in keys]
    return [(key, value) for key, value in pairs if value is not None and value not in ("", ())]


def _lines(keys: Sequence[Key], record: Entry | Issue, spelling: Spelling) -> list[str]:
    """The lines of a block mapping."""
    return [line for key, value in _given(keys, record) for line in _pair(key, value, spelling)]


def _pair(key: Key, value: object, spelling: Spelling) -> list[str]:
    """The lines of one key: issues and progress as a block, other lists in one line."""
    if isinstance(value, tuple) and key.type in ("issues", "progress"):
        return [f"{spelling.key(key)}:", *("  " + line for item in value for line in _block(item, spelling))]
    return [spelling.pair(key, value)]


def _block(item: Issue | Progress, spelling: Spelling) -> tuple[str, ...]:
    made = issue_item(item, spelling) if isinstance(item, Issue) else progress_item(item, spelling)
    return made.block


def new_entry(entry: Entry, language: str, names: Mapping[str, str]) -> bytes:
    """The bytes of a new diary file that holds ``entry`` (UTF-8, ``\\n``), the body kept as it is.

    ``names`` are the community's names of the categories by id. The text is read again; raises
    ``MinqingError("edit.unsafe")`` when it would not hold exactly ``entry``, ``edit.encoding`` for text that
    is none (half a surrogate pair, as undecodable command lines have).
    """
    front = _lines(ENTRY_KEYS, entry, spelling_of(language, names))
    raw = encoded("\n".join(("---", *front, "---", "")) + _below(entry.body), "utf-8", entry.path)
    again = read_entry(raw, entry.path, _categories(entry, names)).entry
    if again != entry or again.body.strip("\r\n") != entry.body.strip("\r\n"):
        raise MinqingError("edit.unsafe", DIARY, path=entry.path, line=1)
    return raw


def _categories(entry: Entry, names: Mapping[str, str]) -> dict[str, str]:
    """The words by which the written categories are read again."""
    ids = {issue.category for issue in entry.issues if issue.category}
    named = {folded(word): id for id, name in names.items() for word in (id, name)}
    return {folded(id): id for id in ids} | named


def _below(body: str) -> str:
    """The body as it follows the fence: one blank line before it, one line break at its end."""
    if not body.strip("\r\n"):
        return ""
    kept = body.rstrip("\r\n")
    ending = "\r\n" if body[len(kept) :].startswith("\r\n") else "\n"
    return ("" if kept[0] in "\r\n" else "\n") + kept + ending


def encoded(text: str, encoding: str, path: str) -> bytes:
    """``text`` in its file's encoding; raises ``MinqingError("edit.encoding")`` for what it cannot write."""
    try:
        return text.encode(encoding)
    except UnicodeEncodeError as error:
        bad = "".join(f"U+{ord(c):04X}" for c in text[error.start : error.start + 1])
        raise MinqingError("edit.encoding", DIARY, path=path, character=bad) from None
