"""Where one reading of one front matter collects what it finds: problems at their places, and mends inside lines."""

from __future__ import annotations

from collections.abc import Mapping

from minqing.domain.values import dataclass
from minqing.text.nodes import Node
from minqing.text.problems import Problem


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
        shown = self.shown[line] if line >= 0 else "---"
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
