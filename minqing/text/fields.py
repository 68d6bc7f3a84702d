"""From YAML nodes to an entry: every scalar is text and typed by the schema, every oddity a problem at its place."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any

from minqing.domain.model import Entry, Issue, Progress
from minqing.text.nodes import MappingNode, Node, ScalarNode, SequenceNode
from minqing.text.normal import folded, near
from minqing.text.problems import Problem
from minqing.text.progress import parse_line
from minqing.text.source import Name
from minqing.text.values import (
    any_date,
    day_of_id,
    decimal_number,
    issue_id,
    styled_date,
    time_span,
    whole_number,
)
from minqing.text.vocabulary import (
    ENTRY_BY_WORD,
    ENTRY_KEYS,
    ISSUE_BY_WORD,
    ISSUE_KEYS,
    KIND_WORDS,
    KINDS_BY_WORD,
    SOURCE_WORDS,
    SOURCES_BY_WORD,
    TIER_WORDS,
    TIERS_BY_WORD,
    Key,
)

_NULLS = frozenset(("", "~", "null", "Null", "NULL"))
_SPLIT = re.compile("[、，,;；]")
_FULL_WIDTH_COMMA = re.compile("[、，；;]")
_DATE = r"(?:\d{4}\s?[-/.年]\s?\d{1,2}\s?[-/.月]\s?\d{1,2}日?)"
_JOINED_LINE = re.compile(rf"\s*(?:[-－–—]\s*)?{_DATE}|\s*[-－–—]\s+\S")
_JOINED_KEY = re.compile(r"\s*([^\s:：]{1,10})\s?[:：]")


@dataclass(frozen=True, slots=True)
class Edit:
    """A mend inside one line of the text that was read: columns ``start`` to ``end`` become ``text``."""

    line: int
    start: int
    end: int
    text: str


class Desk:
    """What one reading of one front matter goes by, and where its problems and mends are collected.

    ``lines`` are the lines of the text that is read (0-based as in YAML's marks), ``shown`` the same lines as
    they stand in the file, where the first has the 0-based number ``first``.
    """

    __slots__ = ("categories", "edits", "first", "lines", "path", "problems", "shown")

    def __init__(
        self, path: str, categories: Mapping[str, str], lines: list[str], shown: list[str], first: int
    ) -> None:
        self.path = path
        self.categories = categories
        self.lines = lines
        self.shown = shown
        self.first = first
        self.problems: list[Problem] = []
        self.edits: list[Edit] = []

    def add(self, code: str, node: Node, **params: str) -> None:
        """Name a problem at the start of ``node``."""
        mark = node.start_mark
        self.add_at(code, mark.line, mark.column, **params)

    def add_at(self, code: str, line: int, column: int, **params: str) -> None:
        """Name a problem at a place of the text that is read."""
        if line >= len(self.lines):
            line, column = len(self.lines) - 1, 0
        shown = self.shown[line] if line >= 0 else ""
        if line >= 0 and shown != self.lines[line]:
            column = _column_in(shown, self.lines[line], column)
        self.problems.append(Problem(code, self.path, line + self.first + 1, column + 1, shown, params))

    def mend(self, node: Node, old: str, new: str) -> None:
        """Note that ``old``, where it first stands in the one-line ``node``, is to be ``new``."""
        mark, end = node.start_mark, node.end_mark
        if mark.line == end.line:
            at = self.lines[mark.line].find(old, mark.column, end.column)
            if at >= 0:
                self.edits.append(Edit(mark.line, at, at + len(old), new))

    def raw(self, node: Node) -> str:
        """A node as it is written on its first line, for telling about it."""
        mark, end = node.start_mark, node.end_mark
        line = self.lines[mark.line] if mark.line < len(self.lines) else ""
        return line[mark.column : end.column if end.line == mark.line else None].strip()[:60]


def _column_in(shown: str, line: str, column: int) -> int:
    """Where the text at ``column`` of a mended line stands in the line of the file."""
    start = line[column : column + 4].lstrip('"')
    found = shown.find(start) if start else -1
    return found if found >= 0 else len(shown) - len(shown.lstrip(" \t\u3000"))


def build_entry(root: Node | None, name: Name | None, desk: Desk) -> Entry | None:
    """The entry a front matter holds as far as it can be read; ``desk.problems`` tells whether that is all of it.

    ``None`` where there is no date to count it under.
    """
    if root is None or (isinstance(root, ScalarNode) and root.value in _NULLS):
        desk.add_at("date-missing", -1, 0)
        return None
    if not isinstance(root, MappingNode):
        desk.add("not-a-mapping", root)
        return None
    values: dict[str, Any] = {}
    nodes: dict[str, Node] = {}
    _fill(root, ENTRY_BY_WORD, ENTRY_LEVEL, values, nodes, desk)
    _check_date(values, nodes, name, desk)
    _check_kind(values, nodes, name, desk)
    if "date" not in values:
        return None
    entry = Entry(**values)
    _check_issue_dates(entry, nodes.get("issues"), desk)
    return entry


ENTRY_LEVEL = [k for k in ENTRY_KEYS]
ISSUE_LEVEL = [k for k in ISSUE_KEYS]


def _fill(
    mapping: MappingNode,
    by_word: Mapping[str, Key],
    level: list[Key],
    values: dict[str, Any],
    nodes: dict[str, Node],
    desk: Desk,
) -> None:
    """Read every key of a mapping into ``values``, and its node into ``nodes``."""
    unknown: list[tuple[Node, Node]] = []
    for key_node, node in mapping.value:
        word = key_node.value if key_node.__class__ is ScalarNode else None
        key = by_word.get(word) or (by_word.get(folded(word)) if word else None)
        if key is None:
            unknown.append((key_node, node))
        elif key.id in nodes:
            desk.add("key-duplicate", key_node, key=str(word), first=_line_of(nodes[key.id], desk))
        else:
            nodes[key.id] = node
            value = _READERS[key.type](node, key, desk)
            if value is not None:
                values[key.id] = value
    for key_node, node in unknown:
        _unknown_key(key_node, node, level, values, nodes, desk)


def _line_of(node: Node, desk: Desk) -> str:
    return str(node.start_mark.line + desk.first + 1)


def _unknown_key(
    key_node: Node, node: Node, level: list[Key], values: dict[str, Any], nodes: dict[str, Node], desk: Desk
) -> None:
    """A key that is a typo of one that is not there is read as that one; any other is named."""
    word = str(key_node.value) if isinstance(key_node, ScalarNode) else desk.raw(key_node)
    if word == "<<":
        desk.add("yaml-anchor", key_node, text=word)
        return
    meant = meant_key(word, level)
    key = meant[0] if meant and meant[0].id not in nodes else None
    known, edited = len(desk.problems), len(desk.edits)
    value = _READERS[key.type](node, key, desk) if key else None
    if not meant or not key or value is None or any(p.is_error for p in desk.problems[known:]):
        del desk.problems[known:], desk.edits[edited:]
        known_words = "、".join(k.zh for k in level), ", ".join(k.id for k in level)
        desk.add("key-unknown", key_node, key=word, known_zh=known_words[0], known_en=known_words[1])
        return
    desk.add("key-typo", key_node, key=word, mend=meant[1])
    desk.mend(key_node, word, meant[1])
    nodes[key.id] = node
    values[key.id] = value


def meant_key(word: str, level: list[Key]) -> tuple[Key, str] | None:
    """The key of ``level`` that ``word`` is a slip of, and its right spelling.

    A Chinese key has two characters: one wrong one could as well be another word (人数 is no slip of 步数), so a
    number is never taken from such a key.
    """
    bare = folded(word).strip("\"'“”‘’*_#【】[]() ").removesuffix("s")
    found = near(folded(word), [w for k in level for w in (k.id, k.zh)]) or (bare if bare else None)
    key = next((k for k in level if found in (k.id, k.zh)), None)
    if not key or not found:
        return None
    replaced = not found.isascii() and len(found) == len(word) and sorted(found) != sorted(word)
    return None if replaced and key.type in ("integer", "decimal") else (key, found)


def _scalar(node: Node, key: Key, desk: Desk) -> str | None:
    """The trimmed text of a scalar, ``None`` for nothing there and, named, for a list or mapping."""
    if node.__class__ is not ScalarNode:
        desk.add("text-expected", node, key=key.zh, key_en=key.id, value=desk.raw(node))
        return None
    value: str = node.value.strip()
    return None if value in _NULLS and (not value or not node.style) else value


def _text(node: Node, key: Key, desk: Desk) -> str | None:
    if node.__class__ is not ScalarNode:
        return _scalar(node, key, desk)
    if node.start_mark.line != node.end_mark.line:
        _check_lines(node, desk)
    return node.value.strip() or None


def _check_lines(node: Node, desk: Desk) -> None:
    """Name lines that YAML runs together with the text before them although they look like lines of their own."""
    if node.style in ("|", ">"):
        return
    last = node.end_mark.line if node.end_mark.column else node.end_mark.line - 1
    for number in range(node.start_mark.line + 1, min(last, len(desk.lines) - 1) + 1):
        line = desk.lines[number]
        indent = len(line) - len(line.lstrip())
        if node.style and indent > _indent(desk.lines[node.start_mark.line]):
            continue
        if _JOINED_LINE.match(line):
            verb = parse_line(line.strip(" \t-－–—"), desk.categories)[0]
            told = verb is not None and (verb.verb != "note" or line.lstrip()[0] in "-－–—")
            desk.add_at("progress-joined" if told else "lines-joined", number, indent, text=line.strip())
        elif (found := _JOINED_KEY.match(line)) and _is_key(found[1]):
            desk.add_at("lines-joined", number, indent, text=line.strip())


def _indent(line: str) -> int:
    return len(line) - len(line.lstrip(" "))


def _is_key(word: str) -> bool:
    key = folded(word)
    return key in ISSUE_BY_WORD or key in ENTRY_BY_WORD


def _date(node: Node, key: Key, desk: Desk) -> date | None:
    text = _scalar(node, key, desk)
    if text is None:
        return None
    read = any_date(text)
    if read is None:
        desk.add("date-bad", node, key=key.zh, key_en=key.id, value=text[:60])
        return None
    if not read[1]:
        desk.add("date-style", node, text=text, mend=read[0].isoformat())
        desk.mend(node, text, read[0].isoformat())
    return read[0]


def _integer(node: Node, key: Key, desk: Desk) -> int | None:
    text = _scalar(node, key, desk)
    number = None if text is None else whole_number(text)
    if text is not None and number is None:
        desk.add(
            "number-bad", node, key=key.zh, key_en=key.id, value=text[:60], kind_zh="整数", kind_en="a whole number"
        )
    return number


def _decimal(node: Node, key: Key, desk: Desk) -> Decimal | None:
    text = _scalar(node, key, desk)
    number = None if text is None else decimal_number(text)
    if text is not None and number is None:
        desk.add("number-bad", node, key=key.zh, key_en=key.id, value=text[:60], kind_zh="数", kind_en="a number")
    return number


def _time(node: Node, key: Key, desk: Desk) -> str | None:
    text = _scalar(node, key, desk)
    span = None if text is None else time_span(text)
    if text is not None and span is None:
        desk.add("time-bad", node, value=text[:60])
    return span


def _id(node: Node, key: Key, desk: Desk) -> str | None:
    text = _scalar(node, key, desk)
    id = None if text is None else issue_id(text)
    if text is not None and id is None:
        desk.add("id-bad", node, value=text[:60])
    return id


def _word(code: str, words: Mapping[str, str], named: Mapping[str, str]) -> Callable[[Node, Key, Desk], str | None]:
    """A reader of one of some fixed words."""
    known = {"known_zh": "、".join(named.values()), "known_en": ", ".join(named)}

    def read(node: Node, key: Key, desk: Desk) -> str | None:
        text = _scalar(node, key, desk)
        id = None if text is None else words.get(text) or words.get(folded(text))
        if text is not None and id is None:
            desk.add(code, node, value=text[:60], **known)
        return id

    return read


def _category(node: Node, key: Key, desk: Desk) -> str | None:
    text = _scalar(node, key, desk)
    id = None if text is None else desk.categories.get(text) or desk.categories.get(folded(text))
    if text is not None and id is None:
        words = [word for word, id in desk.categories.items() if word != id]
        desk.add("category-unknown", node, value=text[:60], known="、".join(words[:12]))
    return id


def _names(node: Node, key: Key, desk: Desk) -> tuple[str, ...] | None:
    if node.__class__ is ScalarNode:
        _text(node, key, desk)
        parts = [] if node.value in _NULLS else [part.strip() for part in _SPLIT.split(node.value)]
        names = [part for part in parts if part]
    elif node.__class__ is SequenceNode:
        names = [name for item in node.value if (name := _name(item, bool(node.flow_style), key, desk))]
    else:
        desk.add("list-expected", node, key=key.zh, key_en=key.id, value=desk.raw(node))
        return None
    if key.id == "photos":
        _check_photos(names, node, desk)
    return tuple(names) or None


def _name(item: Node, in_flow: bool, key: Key, desk: Desk) -> str | None:
    name = _text(item, key, desk)
    if name and in_flow and not item.style and _FULL_WIDTH_COMMA.search(name):
        desk.add("full-width", item, mend=_FULL_WIDTH_COMMA.sub(", ", name))
    return name


def _check_photos(names: list[str], node: Node, desk: Desk) -> None:
    for path in names:
        steps = path.replace("\\", "/").split("/")
        if ".." in steps or not steps[0] or ":" in steps[0] or steps[0] == "~":
            items = node.value if isinstance(node, SequenceNode) else []
            place = next((i for i in items if isinstance(i, ScalarNode) and i.value.strip() == path), node)
            desk.add("photo-path", place, value=path[:80])


def _progress(node: Node, key: Key, desk: Desk) -> tuple[Progress, ...] | None:
    if node.__class__ is ScalarNode:
        items = [] if node.value in _NULLS else [node]
    elif node.__class__ is SequenceNode:
        items = node.value
    else:
        desk.add("list-expected", node, key=key.zh, key_en=key.id, value=desk.raw(node))
        return None
    return tuple([line for item in items if (line := _line(item, key, desk))]) or None


def _line(node: Node, key: Key, desk: Desk) -> Progress | None:
    """One line of progress, with its number in the file."""
    text = _text(node, key, desk)
    if text is None:
        return None
    read, code, params = parse_line(text, desk.categories)
    if code:
        desk.add(code, node, **params)
        if code == "date-style":
            desk.mend(node, params["text"], params["mend"])
    if read is None:
        return None
    number = node.start_mark.line + (node.style in ("|", ">")) + desk.first + 1
    return Progress(read.date, read.verb, read.argument, read.text, number)


def _issues(node: Node, key: Key, desk: Desk) -> tuple[Issue, ...] | None:
    if node.__class__ is ScalarNode and node.value in _NULLS:
        return None
    if node.__class__ is not SequenceNode:
        desk.add("issue-expected", node, value=desk.raw(node))
        return None
    return tuple([issue for item in node.value if (issue := _issue(item, desk))]) or None


def _issue(node: Node, desk: Desk) -> Issue | None:
    """One issue; what is missing of id and title is named and left empty."""
    if node.__class__ is not MappingNode:
        if not (isinstance(node, ScalarNode) and node.value in _NULLS):
            desk.add("issue-expected", node, value=desk.raw(node))
        return None
    values: dict[str, Any] = {"id": "", "title": "", "line": node.start_mark.line + desk.first + 1}
    nodes: dict[str, Node] = {}
    _fill(node, ISSUE_BY_WORD, ISSUE_LEVEL, values, nodes, desk)
    if not values["title"]:
        desk.add("title-missing", nodes.get("title", node), id=values["id"] or "?")
    if not values["id"] and not any(p.code == "id-bad" and p.line >= values["line"] for p in desk.problems[-8:]):
        desk.add("id-missing", nodes.get("id", node), title=values["title"][:30] or "?")
    return Issue(**values)


_READERS: Mapping[str, Callable[[Node, Key, Desk], Any]] = {
    "text": _text,
    "date": _date,
    "integer": _integer,
    "decimal": _decimal,
    "time": _time,
    "id": _id,
    "kind": _word("kind-unknown", KINDS_BY_WORD, KIND_WORDS),
    "source": _word("source-unknown", SOURCES_BY_WORD, {**SOURCE_WORDS, **KIND_WORDS}),
    "tier": _word("tier-unknown", TIERS_BY_WORD, TIER_WORDS),
    "category": _category,
    "names": _names,
    "issues": _issues,
    "progress": _progress,
}


def _check_date(values: dict[str, Any], nodes: dict[str, Node], name: Name | None, desk: Desk) -> None:
    """The date must be there and agree with the file's name, which stands in for it where it cannot be read."""
    node = nodes.get("date")
    if "date" not in values:
        if not any(p.code in ("date-bad", "text-expected", "key-duplicate") for p in desk.problems) or not node:
            desk.add_at("date-missing", node.start_mark.line if node else -1, 0)
        if name:
            values["date"] = name.day
    elif name and node and values["date"] != name.day:
        desk.add("date-mismatch", node, date=values["date"].isoformat(), name=name.day.isoformat())


def _check_kind(values: dict[str, Any], nodes: dict[str, Node], name: Name | None, desk: Desk) -> None:
    """Without a kind of its own an entry has the one of its name; where both differ the field counts."""
    if not name:
        return
    node = nodes.get("kind")
    if "kind" not in values:
        values["kind"] = name.kind
    elif values["kind"] != name.kind and node:
        zh, en = KIND_WORDS, name.kind
        params = {"kind": zh[values["kind"]], "kind_en": values["kind"], "name": zh[en], "name_en": en}
        desk.add("kind-mismatch", node, **params)


def _check_issue_dates(entry: Entry, node: Node | None, desk: Desk) -> None:
    """Ids of another day, and lines dated before the entry."""
    for issue in entry.issues:
        if issue.id and day_of_id(issue.id) != entry.date:
            _at_line(desk, "id-date", issue.line, id=issue.id, date=entry.date.isoformat())
        for line in issue.progress:
            if line.date < entry.date:
                params = {"date": line.date.isoformat(), "entry": entry.date.isoformat()}
                _at_line(desk, "progress-before-entry", line.line, **params)


def _at_line(desk: Desk, code: str, number: int, **params: str) -> None:
    line = number - desk.first - 1
    text = desk.lines[line] if line < len(desk.lines) else ""
    desk.add_at(code, line, len(text) - len(text.lstrip(" -")), **params)
