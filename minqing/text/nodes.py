"""YAML as nodes with positions: every scalar is text, nothing is guessed, nothing is constructed.

The nodes come from PyYAML's C parser. Aliases, anchors and explicit tags have no place in a diary and are
found here; so are duplicate keys, which YAML would silently let the last one win.
"""

from __future__ import annotations

from typing import Any

from yaml import MappingNode, Node, ScalarNode, SequenceNode, YAMLError
from yaml.resolver import BaseResolver

try:
    from yaml.cyaml import CParser as _Parser
except ImportError:  # pragma: no cover - PyYAML without libyaml
    from minqing.text.slow_yaml import PureParser as _Parser

__all__ = ["MappingNode", "Node", "ScalarNode", "SequenceNode", "YAMLError", "compose", "entries"]

STANDARD_TAGS = frozenset("tag:yaml.org,2002:" + t for t in ("str", "seq", "map"))
_TAGS = {
    ScalarNode: BaseResolver.DEFAULT_SCALAR_TAG,
    SequenceNode: BaseResolver.DEFAULT_SEQUENCE_TAG,
    MappingNode: BaseResolver.DEFAULT_MAPPING_TAG,
}


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

    Marks count lines and columns from 0 within ``text``. Raises ``YAMLError`` for what is no YAML, and for
    aliases, anchors that are used, and more than one document.
    """
    parser: Any = _Composer(text)
    try:
        node: Node | None = parser.get_single_node()
    finally:
        parser.dispose()
    return node


def entries(node: MappingNode) -> list[tuple[Node, Node]]:
    """The pairs of a mapping in file order, duplicates included."""
    return list(node.value)
