"""From YAML nodes to an entry: every scalar is text and typed by the schema, every oddity a problem at its place."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from minqing.domain.model import MOST_KM, MOST_STEPS, Entry, Issue, Progress
from minqing.domain.values import dataclass, field
from minqing.text.desk import Desk
from minqing.text.keys import ENTRY_LEVEL, ISSUE_LEVEL, meant_key
from minqing.text.nodes import MappingNode, Node, ScalarNode, SequenceNode
from minqing.text.normal import folded
from minqing.text.progress import parse_line
from minqing.text.source import Name
from minqing.text.typed import NULLS, TYPED, Reader, text
from minqing.text.values import day_of_id
from minqing.text.vocabulary import ENTRY_BY_WORD, ISSUE_BY_WORD, KIND_WORDS, Key


@dataclass(slots=True)
class Filled:
    """What a mapping holds: values and value nodes by the English key."""

    values: dict[str, Any] = field(default_factory=dict)
    nodes: dict[str, Node] = field(default_factory=dict)


def build_entry(root: Node | None, name: Name | None, desk: Desk) -> Entry | None:
    """The entry a front matter holds as far as it can be read; ``desk.problems`` tells whether that is all of it.

    ``None`` where there is no date to count it under.
    """
    if root is None or (isinstance(root, ScalarNode) and root.value in NULLS):
        desk.add_at("date-missing", -1, 0)
        return None
    if not isinstance(root, MappingNode):
        desk.add("not-a-mapping", root)
        return None
    filled = Filled()
    _fill(root, ENTRY_BY_WORD, ENTRY_LEVEL, filled, desk)
    _check_date(filled, name, desk)
    _check_kind(filled, name, desk)
    _check_lengths(filled, desk)
    if "date" not in filled.values:
        return None
    entry = Entry(**filled.values)
    _check_issue_dates(entry, desk)
    return entry


def _fill(mapping: Any, by_word: Mapping[str, Key], level: list[Key], filled: Filled, desk: Desk) -> None:
    """Read every key of a mapping; unknown ones last, when it is known which keys are there."""
    unknown: list[tuple[Any, Any]] = []
    nodes = filled.nodes
    for key_node, node in mapping.value:
        word = key_node.value if key_node.__class__ is ScalarNode else ""
        key = by_word.get(word) or by_word.get(folded(word))
        if key is None:
            unknown.append((key_node, node))
        elif key.id in nodes:
            first = str(nodes[key.id].start_mark.line + desk.first + 1)
            desk.add("key-duplicate", key_node, key=word, first=first)
        else:
            nodes[key.id] = node
            value = _READERS[key.type](node, key, desk)
            if value is not None:
                filled.values[key.id] = value
    for key_node, node in unknown:
        _unknown_key(key_node, node, level, filled, desk)


def _unknown_key(key_node: Node, node: Node, level: list[Key], filled: Filled, desk: Desk) -> None:
    """A key that is a slip of one that is not there is read as that one; any other is named."""
    word = str(key_node.value) if isinstance(key_node, ScalarNode) else desk.raw(key_node)
    if word == "<<":
        desk.add("yaml-anchor", key_node, text=word)
        return
    meant = meant_key(word, level)
    value = None
    if meant and meant[0].id not in filled.nodes:
        value = _attempt(node, meant[0], desk)
    if not meant or value is None:
        known = {"known_zh": "、".join(k.zh for k in level), "known_en": ", ".join(k.id for k in level)}
        desk.add("key-unknown", key_node, key=word, **known)
        return
    desk.add("key-typo", key_node, key=word, mend=meant[1])
    desk.mend(key_node, word, meant[1])
    filled.nodes[meant[0].id] = node
    filled.values[meant[0].id] = value


def _attempt(node: Node, key: Key, desk: Desk) -> Any:
    """The value under a misspelt key; ``None``, and nothing named, where it is no value of that key."""
    problems, edits = len(desk.problems), len(desk.edits)
    value = _READERS[key.type](node, key, desk)
    if any(p.is_error for p in desk.problems[problems:]):
        del desk.problems[problems:], desk.edits[edits:]
        return None
    return value


def _progress(node: Any, key: Key, desk: Desk) -> tuple[Progress, ...] | None:
    """The lines of progress; a scalar is one line."""
    if node.__class__ is ScalarNode:
        items = [] if node.value in NULLS and not node.style else [node]
    elif node.__class__ is SequenceNode:
        items = node.value
    else:
        desk.add("list-expected", node, key=key.zh, key_en=key.id, value=desk.raw(node))
        return None
    return tuple([line for item in items if (line := _line(item, key, desk))]) or None


def _line(node: Any, key: Key, desk: Desk) -> Progress | None:
    """One line of progress, with its number in the file."""
    written = text(node, key, desk)
    if written is None:
        return None
    number = node.start_mark.line + (node.style in ("|", ">")) + desk.first + 1
    read, code, params = parse_line(written, desk.categories, number)
    if code:
        desk.add(code, node, **params)
        if code == "date-style":
            desk.mend(node, params["written"], params["instead"])
    return read


def _issues(node: Any, key: Key, desk: Desk) -> tuple[Issue, ...] | None:
    if node.__class__ is ScalarNode and node.value in NULLS:
        return None
    if node.__class__ is not SequenceNode:
        desk.add("issue-expected", node, value=desk.raw(node))
        return None
    return tuple([issue for item in node.value if (issue := _issue(item, desk))]) or None


def _issue(node: Any, desk: Desk) -> Issue | None:
    """One issue; a missing id or title is named and left empty."""
    if node.__class__ is not MappingNode:
        if node.__class__ is not ScalarNode or node.value not in NULLS:
            desk.add("issue-expected", node, value=desk.raw(node))
        return None
    line = node.start_mark.line + desk.first + 1
    filled = Filled({"id": "", "title": "", "line": line})
    before = len(desk.problems)
    _fill(node, ISSUE_BY_WORD, ISSUE_LEVEL, filled, desk)
    values = filled.values
    told = {p.code for p in desk.problems[before:]}
    if not values["title"] and not ("text-expected" in told and "title" in filled.nodes):
        desk.add("title-missing", filled.nodes.get("title", node), id=values["id"] or "?")
    if not values["id"] and not ("id" in filled.nodes and told & {"id-bad", "text-expected"}):
        desk.add("id-missing", filled.nodes.get("id", node), title=values["title"][:30] or "?")
    return Issue(**values)


_READERS: dict[str, Reader] = {**TYPED, "issues": _issues, "progress": _progress}


def _check_date(filled: Filled, name: Name | None, desk: Desk) -> None:
    """The date must be there and agree with the file's name, which stands in for it where it cannot be read."""
    node = filled.nodes.get("date")
    if "date" not in filled.values:
        if not node or not any(p.code in ("date-bad", "text-expected") for p in desk.problems):
            desk.add_at("date-missing", node.start_mark.line if node else -1, 0)
        if name:
            filled.values["date"] = name.day
    elif name and node and filled.values["date"] != name.day:
        desk.add("date-mismatch", node, date=filled.values["date"].isoformat(), name=name.day.isoformat())


def _check_kind(filled: Filled, name: Name | None, desk: Desk) -> None:
    """Without a kind of its own an entry has the one of its name; where both differ the field counts."""
    if not name:
        return
    node = filled.nodes.get("kind")
    kind = filled.values.setdefault("kind", name.kind)
    if kind != name.kind and node:
        params = {"kind": KIND_WORDS[kind], "kind_en": kind, "name": KIND_WORDS[name.kind], "name_en": name.kind}
        desk.add("kind-mismatch", node, **params)


_LENGTHS: Mapping[str, tuple[int, str, str]] = {
    "steps": (MOST_STEPS, "步", "steps"),
    "km": (MOST_KM, "公里", "kilometres"),
}
"""The most of each length that one walk can have, and its unit."""


def _check_lengths(filled: Filled, desk: Desk) -> None:
    """More than anybody walks is counted, as it stands in the diary, and named."""
    for key, (most, zh, en) in _LENGTHS.items():
        value = filled.values.get(key)
        if value is not None and value > most:
            desk.add("length-beyond", filled.nodes[key], value=str(value), most=str(most), unit_zh=zh, unit_en=en)


def _check_issue_dates(entry: Entry, desk: Desk) -> None:
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
    shown = desk.lines[line] if line < len(desk.lines) else ""
    desk.add_at(code, line, len(shown) - len(shown.lstrip(" -")), **params)
