"""YAML as nodes with positions: every scalar is text, nothing is guessed, nothing is constructed.

The nodes come from PyYAML's C parser. Aliases, anchors and explicit tags have no place in a diary and are
found here; so are duplicate keys, which YAML would silently let the last one win.
"""

from __future__ import annotations

import re
from typing import Any

from yaml import MappingNode, Node, ScalarNode, SequenceNode, YAMLError
from yaml.events import MappingEndEvent, MappingStartEvent, SequenceEndEvent, SequenceStartEvent
from yaml.resolver import BaseResolver

from minqing.domain.patterns import pattern
from minqing.domain.values import dataclass

__all__ = [
    "MappingNode",
    "Node",
    "ScalarNode",
    "SequenceNode",
    "Sign",
    "YAMLError",
    "compose",
    "entries",
    "signs",
    "too_deep",
]

_TAGS = {
    ScalarNode: BaseResolver.DEFAULT_SCALAR_TAG,
    SequenceNode: BaseResolver.DEFAULT_SEQUENCE_TAG,
    MappingNode: BaseResolver.DEFAULT_MAPPING_TAG,
}


def _parser_class() -> Any:
    """The C parser, or the pure one where PyYAML was built without libyaml."""
    try:
        from yaml._yaml import CParser
    except ImportError:  # pragma: no cover
        from minqing.text.slow_yaml import PureParser

        return PureParser
    return CParser


DEEPEST = 200
"""Levels that are still composed: a diary has five, and composing is recursive in C."""

_LONG_LEAD = pattern(rf"^[ \t?:-]{{{DEEPEST}}}", re.MULTILINE)
_STEPS = {MappingStartEvent: 1, SequenceStartEvent: 1, MappingEndEvent: -1, SequenceEndEvent: -1}

_Parser: Any = _parser_class()


class _Composer(_Parser, BaseResolver):  # type: ignore[misc]
    """A parser whose resolver guesses no types: every plain scalar is a string."""

    def __init__(self, text: str) -> None:
        _Parser.__init__(self, text)
        BaseResolver.__init__(self)

    def resolve(self, kind: type[Node], value: object, implicit: object) -> str:
        """The one tag of a kind of node: asked for every node, so it is looked up rather than worked out."""
        return _TAGS[kind]

    def descend_resolver(self, current_node: object, current_index: object) -> None:
        """No path of nodes changes a type."""

    def ascend_resolver(self) -> None:
        """No path of nodes changes a type."""


def compose(text: str) -> Node | None:
    """The root node of one YAML document, or ``None`` where there is none.

    Marks count lines and columns from 0 within ``text``. Raises ``YAMLError`` for what is no YAML, for aliases
    of no anchor and more than one document, and for what is nested so deep that the C code would crash.
    """
    if too_deep(text):
        raise YAMLError("nested too deep")
    parser: Any = _Composer(text)
    try:
        node: Node | None = parser.get_single_node()
    finally:
        parser.dispose()
    return node


def too_deep(text: str) -> tuple[int, int] | None:
    """0-based line and column where ``text`` is nested deeper than ``DEEPEST``.

    Only brackets and columns can nest; where there are few of either nothing is looked at.
    """
    brackets = text.count("[") + text.count("{")
    narrow = len(text) <= DEEPEST or max(map(len, text.split("\n"))) <= DEEPEST or not _LONG_LEAD.search(text)
    return None if narrow and brackets <= DEEPEST else _first_deep(text)


def _first_deep(text: str) -> tuple[int, int] | None:
    parser: Any = _Composer(text)
    depth = 0
    try:
        while parser.check_event():
            event = parser.get_event()
            depth += _STEPS.get(type(event), 0)
            if depth > DEEPEST:
                return event.start_mark.line, event.start_mark.column
    except YAMLError:
        pass
    finally:
        parser.dispose()
    return None


def entries(node: MappingNode) -> list[tuple[Node, Node]]:
    """The pairs of a mapping in file order, duplicates included."""
    return list(node.value)


@dataclass(frozen=True, slots=True)
class Sign:
    """An anchor (``&x``), alias (``*x``) or tag (``!x``) with its 0-based place."""

    line: int
    column: int
    text: str


def signs(text: str) -> list[Sign]:
    """Every anchor, alias and tag up to where ``text`` is no YAML any more."""
    parser: Any = _Composer(text)
    found: list[Sign] = []
    try:
        while parser.check_event():
            found += _signs_of(parser.get_event())
    except YAMLError:
        pass
    finally:
        parser.dispose()
    return found


def _signs_of(event: Any) -> list[Sign]:
    anchor, tag = getattr(event, "anchor", None), getattr(event, "tag", None)
    mark = event.start_mark
    alias = type(event).__name__ == "AliasEvent"
    words = [("*" if alias else "&") + str(anchor)] if anchor else []
    words += [str(tag).replace("tag:yaml.org,2002:", "!!")] if tag else []
    return [Sign(mark.line, mark.column, word) for word in words]
