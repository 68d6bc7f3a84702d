"""The values of the schema from YAML nodes: text, dates, numbers, fixed words, lists of names.

Every reader answers ``None`` for a value that is absent, and for a wrong one, which it names on the desk.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date
from decimal import Decimal
from typing import Any

from minqing.domain.patterns import pattern
from minqing.text.desk import Desk
from minqing.text.mends import key_at
from minqing.text.nodes import Node, ScalarNode, SequenceNode
from minqing.text.normal import folded
from minqing.text.progress import parse_line
from minqing.text.values import any_date, decimal_number, issue_id, time_span, whole_number
from minqing.text.vocabulary import (
    KIND_WORDS,
    KINDS_BY_WORD,
    SOURCE_WORDS,
    SOURCES_BY_WORD,
    TIER_WORDS,
    TIERS_BY_WORD,
    Key,
)

Reader = Callable[[Any, Key, Desk], Any]

NULLS = frozenset(("", "~", "null", "Null", "NULL"))
"""Plain scalars that stand for nothing where no text is due; a text may well be ``~``."""

_LONGEST_SHOWN = 60
_SPLIT = pattern("[、，,;；]")
_INPUT_COMMA = pattern("[、，；;]")
_DATE = r"(?:\d{4}\s?[-/.年]\s?\d{1,2}\s?[-/.月]\s?\d{1,2}日?)"
_LINE_OF_ITS_OWN = pattern(rf"\s*(?:[-－–—]\s*)?{_DATE}|\s*[-－–—]\s+\S")


def scalar(node: Any, key: Key, desk: Desk) -> str | None:
    """The trimmed text of a scalar where no free text is due."""
    if node.__class__ is not ScalarNode:
        desk.add("text-expected", node, key=key.zh, key_en=key.id, value=desk.raw(node))
        return None
    value: str = node.value.strip()
    if value in NULLS and not node.style:
        return None
    if not value and node.style in ("|", ">"):
        _name_empty_block(node, desk)
    return value or None


def text(node: Any, key: Key, desk: Desk) -> str | None:
    """Free text, trimmed; ``no``, ``12:30`` and ``~`` are texts like any other."""
    if node.__class__ is not ScalarNode:
        return scalar(node, key, desk)
    if node.start_mark.line != node.end_mark.line:
        _check_lines(node, desk)
    value: str = node.value.strip()
    if not value and node.style in ("|", ">"):
        _name_empty_block(node, desk)
    return value or None


def _name_empty_block(node: Node, desk: Desk) -> None:
    """``>`` with nothing below it was meant as text; the reader's second look recovers it."""
    desk.add("text-unquoted", node, text=desk.raw(node), mend="")


def _check_lines(node: Any, desk: Desk) -> None:
    """Name lines that YAML runs together with the text before them although they look like lines of their own.

    In quotes only such lines as are indented no deeper than the line the quotes open on: an unclosed quote.
    """
    if node.style in ("|", ">"):
        return
    first = desk.lines[node.start_mark.line]
    least = len(first) - len(first.lstrip(" "))
    last = node.end_mark.line if node.end_mark.column else node.end_mark.line - 1
    for number in range(node.start_mark.line + 1, min(last, len(desk.lines) - 1) + 1):
        line = desk.lines[number]
        if not node.style or len(line) - len(line.lstrip(" ")) <= least:
            _check_line(line, number, desk)


def _check_line(line: str, number: int, desk: Desk) -> None:
    bare = line.strip()
    indent = len(line) - len(line.lstrip())
    if _LINE_OF_ITS_OWN.match(line):
        read = parse_line(bare.lstrip("-－–— \t"), desk.categories)[0]
        lost = read is not None and (read.verb != "note" or bare[0] in "-－–—")
        desk.add_at("progress-joined" if lost else "lines-joined", number, indent, text=bare)
    elif (found := key_at(bare)) and found.key:
        desk.add_at("lines-joined", number, indent, text=bare)


def _wrong(desk: Desk, code: str, node: Node, key: Key, value: str, **params: str) -> None:
    desk.add(code, node, key=key.zh, key_en=key.id, value=value[:_LONGEST_SHOWN], **params)


def day(node: Any, key: Key, desk: Desk) -> date | None:
    """A date; another style that has one reading is named and mended."""
    written = scalar(node, key, desk)
    read = None if written is None else any_date(written)
    if written is None or read is None:
        if written is not None:
            _wrong(desk, "date-bad", node, key, written)
        return None
    if not read[1]:
        desk.add("date-style", node, text=written, mend=read[0].isoformat())
        desk.mend(node, written, read[0].isoformat())
    return read[0]


def count(node: Any, key: Key, desk: Desk) -> int | None:
    """A whole number ≥ 0."""
    written = scalar(node, key, desk)
    number = None if written is None else whole_number(written)
    if written is not None and number is None:
        _wrong(desk, "number-bad", node, key, written, kind_zh="整数", kind_en="a whole number")
    return number


def decimal(node: Any, key: Key, desk: Desk) -> Decimal | None:
    """A decimal number ≥ 0."""
    written = scalar(node, key, desk)
    number = None if written is None else decimal_number(written)
    if written is not None and number is None:
        _wrong(desk, "number-bad", node, key, written, kind_zh="数字", kind_en="a number")
    return number


def _checked(code: str, read: Callable[[str], str | None]) -> Reader:
    """A reader of a value that ``read`` knows or not."""

    def reader(node: Any, key: Key, desk: Desk) -> str | None:
        written = scalar(node, key, desk)
        value = None if written is None else read(written)
        if written is not None and value is None:
            _wrong(desk, code, node, key, written)
        return value

    return reader


def _word(code: str, words: Mapping[str, str], named: Mapping[str, str]) -> Reader:
    """A reader of one of some fixed words."""
    known = {"known_zh": "、".join(named.values()), "known_en": ", ".join(named)}

    def reader(node: Any, key: Key, desk: Desk) -> str | None:
        written = scalar(node, key, desk)
        id = None if written is None else words.get(written) or words.get(folded(written))
        if written is not None and id is None:
            _wrong(desk, code, node, key, written, **known)
        return id

    return reader


def category(node: Any, key: Key, desk: Desk) -> str | None:
    """The id of a category of the settings."""
    written = scalar(node, key, desk)
    id = None if written is None else desk.categories.get(written) or desk.categories.get(folded(written))
    if written is not None and id is None:
        named: dict[str, str] = {}
        for word, known in desk.categories.items():
            named.setdefault(known, word)
        _wrong(desk, "category-unknown", node, key, written, known="、".join(named.values()))
    return id


def names(node: Any, key: Key, desk: Desk) -> tuple[str, ...] | None:
    """A list of texts; a scalar is split at commas of either width."""
    if node.__class__ is ScalarNode:
        whole = text(node, key, desk) or ""
        if not node.style and whole[:1] in ("［", "【"):
            desk.add("full-width", node, text=whole, mend=_half_brackets(whole))
            whole = whole[1:].rstrip("］】]")
        parts = [] if whole in NULLS and not node.style else [part.strip() for part in _SPLIT.split(whole)]
        listed = [part for part in parts if part]
    elif node.__class__ is SequenceNode:
        in_flow = bool(node.flow_style)
        listed = [name for item in node.value if (name := _name(item, in_flow, key, desk))]
    else:
        _wrong(desk, "list-expected", node, key, desk.raw(node))
        return None
    if key.id == "photos":
        _check_photos(listed, node, desk)
    return tuple(listed) or None


def _half_brackets(listed: str) -> str:
    """A list in an input method's brackets as YAML has it."""
    return "[" + ", ".join(part.strip() for part in _SPLIT.split(listed[1:].rstrip("］】]"))) + "]"


def _name(item: Any, in_flow: bool, key: Key, desk: Desk) -> str | None:
    name = text(item, key, desk)
    if name and in_flow and not item.style and _INPUT_COMMA.search(name):
        desk.add("full-width", item, text=name, mend=_INPUT_COMMA.sub(", ", name))
    return name


def _check_photos(paths: list[str], node: Any, desk: Desk) -> None:
    """Photos are below ``photos/``: no absolute path, no drive, no address, no step upwards."""
    for path in paths:
        steps = path.replace("\\", "/").split("/")
        if ".." in steps or steps[0] in ("", "~") or ":" in steps[0]:
            items = node.value if node.__class__ is SequenceNode else []
            place = next((i for i in items if getattr(i, "value", None) == path), node)
            desk.add("photo-path", place, value=path[:_LONGEST_SHOWN])


TYPED: Mapping[str, Reader] = {
    "text": text,
    "date": day,
    "integer": count,
    "decimal": decimal,
    "time": _checked("time-bad", time_span),
    "id": _checked("id-bad", issue_id),
    "kind": _word("kind-unknown", KINDS_BY_WORD, KIND_WORDS),
    "source": _word("source-unknown", SOURCES_BY_WORD, {**SOURCE_WORDS, **KIND_WORDS}),
    "tier": _word("tier-unknown", TIERS_BY_WORD, TIER_WORDS),
    "category": category,
    "names": names,
}
"""The readers of single values and of lists of names, by the type of a key."""
