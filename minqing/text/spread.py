"""Issues written in brackets and braces laid out line by line, word for word, so that they can be merged by key."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence

from minqing.domain.model import Entry
from minqing.domain.values import dataclass, replace
from minqing.text.fences import Parts, parts_of
from minqing.text.nodes import MappingNode, Node, ScalarNode, SequenceNode, compose
from minqing.text.normal import folded
from minqing.text.read import Reading, read_entry
from minqing.text.vocabulary import ENTRY_BY_WORD
from minqing.text.write import encoded


@dataclass(frozen=True, slots=True)
class _Edit:
    """Text for what stands from one offset to another."""

    start: int
    end: int
    text: str


def spread(reading: Reading, wanted: Collection[str] | None, categories: Mapping[str, str]) -> Reading:
    """The reading with the whole front matter, the list of issues and those issues whose numbers are ``wanted``
    (``None``: not the list either) laid out a key a line where they are not; the same reading where nothing is to
    be done or it cannot be.
    """
    for step in (_root, _list, _items):
        text = step(reading, wanted)
        source, entry = reading.source, reading.entry
        if text is None or source is None or entry is None:
            continue
        again = read_entry(encoded(text, source.encoding, source.path), source.path, categories)
        if again.entry != entry or again.entry.body != entry.body or _remarks(text) < _remarks(reading.repaired):
            return reading
        reading = replace(again, problems=reading.problems)
    return reading


def _remarks(text: str) -> int:
    return parts_of(text).front.count("#")


def _root(reading: Reading, wanted: Collection[str] | None) -> str | None:
    """The front matter, where all of it is one ``{mapping}``."""
    parts, root = _front(reading)
    if not isinstance(root, MappingNode) or not root.flow_style:
        return None
    lines = _pairs(root, parts.front, 0)
    return None if lines is None else _put(reading, parts, [_Edit(0, len(parts.front), "\n".join((*lines, "")))])


def _list(reading: Reading, wanted: Collection[str] | None) -> str | None:
    """The list of issues, where it is a ``[list]``."""
    parts, root = _front(reading)
    found = _issues(root)
    if wanted is None or found is None or not found[1].flow_style:
        return None
    key, listed = found
    items = [f"{' ' * key.start_mark.column}  - {_slice(parts.front, item)}" for item in listed.value]
    edit = _Edit(_at(parts.front, key.end_mark), _at(parts.front, listed.end_mark), "\n".join((":", *items)))
    return _put(reading, parts, [edit]) if items else None


def _items(reading: Reading, wanted: Collection[str] | None) -> str | None:
    """The wanted issues that are a ``{mapping}``."""
    parts, root = _front(reading)
    found = _issues(root)
    if not wanted or found is None or reading.entry is None or len(found[1].value) != len(reading.entry.issues):
        return None
    edits = []
    for node, name in zip(found[1].value, issue_names(reading.entry), strict=True):
        if name in wanted and isinstance(node, MappingNode) and node.flow_style:
            column = node.start_mark.column
            lines = _pairs(node, parts.front, column)
            if lines is None:
                return None
            text = "\n".join(lines).lstrip(" ")
            edits.append(_Edit(_at(parts.front, node.start_mark), _at(parts.front, node.end_mark), text))
    return _put(reading, parts, edits) if edits else None


def issue_names(entry: Entry) -> list[str]:
    """What the issues of an entry are known by: their numbers, else their titles."""
    return [issue.id or f"?{issue.title}" for issue in entry.issues]


def _front(reading: Reading) -> tuple[Parts, Node | None]:
    parts = parts_of(reading.repaired)
    known = reading.entry is not None and reading.source is not None
    return parts, compose(parts.front) if known and ("{" in parts.front or "[" in parts.front) else None


def _issues(root: Node | None) -> tuple[ScalarNode, SequenceNode] | None:
    """The key and the list of the issues."""
    for key, value in root.value if isinstance(root, MappingNode) else ():
        known = ENTRY_BY_WORD.get(folded(key.value)) if isinstance(key, ScalarNode) else None
        if known and known.id == "issues" and isinstance(value, SequenceNode):
            return key, value
    return None


def _pairs(node: MappingNode, front: str, column: int) -> list[str] | None:
    """The pairs of a mapping, one a line; ``None`` where a blank line within a value means something."""
    lines = []
    for key, value in node.value:
        written = [_slice(front, part) for part in (key, value)]
        if any("\n\n" in part.replace("\r", "") for part in written):
            return None
        lines.append(f"{' ' * column}{written[0]}: {' '.join(written[1].split())}".rstrip())
    return lines


def _slice(front: str, node: Node) -> str:
    return front[_at(front, node.start_mark) : _at(front, node.end_mark)]


def _at(front: str, mark: object) -> int:
    """The offset of a mark, in characters."""
    return int(getattr(mark, "index", 0))


def _put(reading: Reading, parts: Parts, edits: Sequence[_Edit]) -> str:
    """The whole text with the edits made in its front matter, with its own line ends."""
    front = parts.front
    for edit in sorted(edits, key=lambda one: -one.start):
        front = front[: edit.start] + edit.text + front[edit.end :]
    text = reading.repaired
    newline = reading.source.newline if reading.source else "\n"
    laid = front.replace("\r\n", "\n").replace("\n", newline) if newline != "\n" else front
    return text[: parts.start] + laid + text[parts.start + len(parts.front) :]
