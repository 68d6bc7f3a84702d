"""A mapping (对照表): what the columns of one office's ledger mean, written down once and used again."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

from minqing.domain.errors import DIARY, MinqingError
from minqing.domain.patterns import pattern
from minqing.domain.values import dataclass, field
from minqing.ledger.fields import BY_ID, LEAVE, field_meant
from minqing.ledger.layout import LedgerField
from minqing.text.nodes import MappingNode, Node, ScalarNode, YAMLError, compose, entries
from minqing.text.normal import folded
from minqing.text.scalar import quoted
from minqing.text.source import decode

_COLON = pattern("^(?P<key>[ \t]*[^\\s:：#\"'-][^:：\n]*)：[ \t\u3000]*", re.MULTILINE)
"""A colon that an input method typed behind a name."""

SECTIONS = {"columns": "列", "values": "值", "year": "年份", "community": "社区"}
"""The keys of a mapping in both spellings."""


@dataclass(frozen=True, slots=True)
class Meanings:
    """What a mapping says: fields by heading, words of cells by field, the year of days without one, the community.

    Everything in it goes before what is guessed.
    """

    columns: Mapping[str, str] = field(default_factory=dict)
    values: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    year: int | None = None
    community: str | None = None

    def word(self, id: str, text: str) -> str:
        """The word that stands for what a cell says, where the mapping has one."""
        return self.values.get(id, {}).get(folded(text), text)


def read_meanings(raw: bytes, path: str) -> Meanings:
    """The mapping in a file. Raises ``MinqingError`` with the line of what cannot be understood."""
    source, _ = decode(raw, path)
    if source is None:
        raise MinqingError("importing.map-unreadable", DIARY, path=path, line=1, why="")
    try:
        root = compose(_COLON.sub(r"\g<key>: ", source.text))
    except YAMLError as error:
        line = getattr(getattr(error, "problem_mark", None), "line", 0) + 1
        raise MinqingError(
            "importing.map-unreadable", DIARY, path=path, line=line, why=getattr(error, "problem", None) or ""
        ) from error
    if root is None:
        return Meanings()
    found = {_section(key, path): (key, value) for key, value in _pairs(root, path)}
    columns = {_text(k, path): _field(v, path) for k, v in _under(found, "columns", path)}
    values = {_field(k, path): _words(v, path) for k, v in _under(found, "values", path)}
    return Meanings(columns, values, _year(found, path), _plain(found, "community", path))


Found = Mapping[str, tuple[Node, Node]]


def _wrong(code: str, node: Node, path: str, text: str) -> MinqingError:
    return MinqingError(f"importing.{code}", DIARY, path=path, line=node.start_mark.line + 1, text=text)


def _pairs(node: Node, path: str) -> Iterable[tuple[Node, Node]]:
    if not isinstance(node, MappingNode):
        raise _wrong("map-shape", node, path, "")
    return list(entries(node))


def _under(found: Found, name: str, path: str) -> Iterable[tuple[Node, Node]]:
    """The pairs of a section; none where it is missing or empty."""
    value = found[name][1] if name in found else None
    if value is None or (isinstance(value, ScalarNode) and not value.value.strip()):
        return ()
    return _pairs(value, path)


def _text(node: Node, path: str) -> str:
    if not isinstance(node, ScalarNode):
        raise _wrong("map-shape", node, path, "")
    return str(node.value).strip()


def _section(node: Node, path: str) -> str:
    text = _text(node, path)
    found = next((id for id, zh in SECTIONS.items() if folded(text) in (id, zh)), None)
    if found is None:
        raise _wrong("map-key", node, path, text)
    return found


def _field(node: Node, path: str) -> str:
    text = _text(node, path)
    found = field_meant(text)
    if found is None:
        raise _wrong("map-field", node, path, text)
    return found


def _words(node: Node, path: str) -> dict[str, str]:
    return {folded(_text(k, path)): _text(v, path) for k, v in _pairs(node, path)}


def _plain(found: Found, name: str, path: str) -> str | None:
    return (_text(found[name][1], path) or None) if name in found else None


def _year(found: Found, path: str) -> int | None:
    text = _plain(found, "year", path)
    if text is not None and not (text.isdigit() and len(text) == 4):
        raise _wrong("map-year", found["year"][1], path, text)
    return int(text) if text else None


def written_meanings(columns: Iterable[LedgerField], meanings: Meanings, head: str, language: str) -> bytes:
    """The mapping as a file, with a comment that tells what it is for; what it said besides columns is kept."""
    zh = language == "zh"
    lines = [*(f"# {line}" for line in head.splitlines()), f"{SECTIONS['columns'] if zh else 'columns'}:"]
    told = {column.heading: column.field for column in columns}
    lines += [f"  {quoted(name)}: {_word(id, zh)}" for name, id in {**meanings.columns, **told}.items()]
    if meanings.values:
        lines.append(f"{SECTIONS['values'] if zh else 'values'}:")
        for id, words in meanings.values.items():
            lines.append(f"  {_word(id, zh)}:")
            lines += [f"    {quoted(word)}: {quoted(instead)}" for word, instead in words.items()]
    lines += [f"{SECTIONS['year'] if zh else 'year'}: {meanings.year}"] if meanings.year else []
    lines += (
        [f"{SECTIONS['community'] if zh else 'community'}: {quoted(meanings.community)}"] if meanings.community else []
    )
    return ("\n".join(lines) + "\n").encode()


def _word(id: str, zh: bool) -> str:
    if id == LEAVE:
        return "不要" if zh else LEAVE
    return BY_ID[id].zh if zh else id
