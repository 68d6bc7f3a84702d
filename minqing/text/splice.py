"""Insertions into a diary file at the positions of its YAML nodes, with every other byte left as it is.

Nodes come from the repaired text (full-width colons and the like read as YAML); the file keeps its own. A
repair never moves a line break, so a new line goes between the same two lines of the file, while inside a
line an insertion is only possible where nothing before it had to be repaired.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence

from minqing.domain.errors import DIARY, MinqingError
from minqing.domain.patterns import pattern
from minqing.domain.values import dataclass
from minqing.text.nodes import MappingNode, Node, ScalarNode, SequenceNode
from minqing.text.source import Source
from minqing.text.write import encoded

_END_OF_LINE = pattern(r"\r\n|\n|\r")


@dataclass(frozen=True, slots=True)
class Change:
    """``text`` takes the place of the characters from ``start`` to ``end`` of the file's text."""

    start: int
    end: int
    text: str


class Page:
    """A file's own lines beside the repaired ones; positions are those of the repaired text."""

    def __init__(self, source: Source, repaired: str, base: int) -> None:
        """``base`` is where the front matter's YAML starts in the repaired text."""
        self.source = source
        self.repaired = repaired
        self._base = base
        self._starts = _line_starts(repaired)
        self._own_starts = self._starts if repaired == source.text else _line_starts(source.text)
        if len(self._starts) != len(self._own_starts):  # pragma: no cover - against the reader's promise
            raise MinqingError("edit.unsafe", DIARY, path=source.path, line=1)

    def start(self, node: Node) -> int:
        """Where a node starts in the repaired text."""
        return self._base + int(node.start_mark.index)

    def end(self, node: Node) -> int:
        """Where a node's own text ends in the repaired text, without blank lines or comments behind it."""
        last = _deepest_last(node)
        end = self._base + int(last.end_mark.index)
        if isinstance(last, ScalarNode) and last.style in ("|", ">"):
            start = self.start(last)
            return start + len(self.repaired[start:end].rstrip(" \t\r\n"))
        return end

    def line_number(self, index: int) -> int:
        """The 1-based line of a position."""
        return bisect_right(self._starts, index)

    def column(self, index: int) -> int:
        """The characters before a position in its line."""
        return index - self._starts[self.line_number(index) - 1]

    def indent(self, index: int) -> str:
        """The blanks that lead to the column of ``index``; refuses where they had to be repaired."""
        number = self.line_number(index)
        own = _blanks(self._own_line(number))
        repaired = _blanks(self._line(number))
        if own != repaired:
            raise self._repair_first(number)
        return " " * self.column(index)

    def inline(self, start: int, end: int, text: str) -> Change:
        """A change inside a line; refuses with ``edit.repair-first`` where the line was repaired before it."""
        return Change(self._own_place(start), self._own_place(end), text)

    def lines_after(self, index: int, lines: Sequence[str]) -> Change:
        """New lines below the line of ``index``, with that line's own line ending."""
        number = self.line_number(index)
        line = self._own_line(number)
        place = self._own_starts[number - 1] + len(line)
        newline = self.newline(index)
        added = newline.join(lines)
        return Change(place, place, added + newline if line.endswith(newline) else newline + added)

    def without_lines(self, first: int, last: int) -> Change:
        """The lines from that of ``first`` to that of ``last``, taken out."""
        start, end = self._own_starts[self.line_number(first) - 1], self.line_number(last)
        behind = self._own_starts[end] if end < len(self._own_starts) else len(self.source.text)
        return Change(start, behind, "")

    def newline(self, index: int) -> str:
        """The line ending of the line of ``index`` in the file."""
        ending = _END_OF_LINE.search(self._own_line(self.line_number(index)))
        return ending[0] if ending else self.source.newline

    def spliced(self, changes: Sequence[Change]) -> bytes:
        """The file's bytes with the changes made."""
        parts: list[bytes] = []
        raw, done = self.source.raw, 0
        codec = "gb18030" if self.source.encoding == "gb18030" else "utf-8"
        for change in sorted(changes, key=lambda c: c.start):
            start, end = (self._byte(offset, codec) for offset in (change.start, change.end))
            parts += raw[done:start], encoded(change.text, codec, self.source.path)
            done = end
        return b"".join((*parts, raw[done:]))

    def _byte(self, offset: int, codec: str) -> int:
        mark = 3 if self.source.encoding == "utf-8-sig" else 0
        return mark + len(self.source.text[:offset].encode(codec))

    def _own_place(self, index: int) -> int:
        """A position in the file's own text; what stands before it in its line must be as it was."""
        number, column = self.line_number(index), self.column(index)
        own, repaired = self._own_line(number), self._line(number)
        if own != repaired and own[:column] != repaired[:column]:
            raise self._repair_first(number)
        return self._own_starts[number - 1] + column

    def _repair_first(self, number: int) -> MinqingError:
        return MinqingError("edit.repair-first", DIARY, path=self.source.path, line=number)

    def _line(self, number: int) -> str:
        return _slice(self.repaired, self._starts, number)

    def _own_line(self, number: int) -> str:
        return _slice(self.source.text, self._own_starts, number)


def _line_starts(text: str) -> list[int]:
    return [0, *(found.end() for found in _END_OF_LINE.finditer(text))]


def _slice(text: str, starts: list[int], number: int) -> str:
    return text[starts[number - 1] : starts[number] if number < len(starts) else len(text)]


def _blanks(line: str) -> str:
    return line[: len(line) - len(line.lstrip())]


def _deepest_last(node: Node) -> Node:
    """The last node written inside a block collection; a flow collection ends with its own bracket."""
    while isinstance(node, MappingNode | SequenceNode) and not node.flow_style and node.value:
        last = node.value[-1]
        node = last[1] if isinstance(last, tuple) else last
    return node
