"""The lines of a front matter on the mender's desk: as they stand in the file, and as they are mended so far."""

from __future__ import annotations

from collections.abc import Sequence

from minqing.domain.patterns import pattern
from minqing.domain.values import dataclass
from minqing.text.mends import BLANKS

_ODD_INDENT = pattern(rf" *[\t\u3000\u00a0][{BLANKS}]*")
_WIDTHS = str.maketrans({"\t": "  ", "\u3000": "  ", "\u00a0": " "})
_BLOCK_LINE = pattern(r" *(?:- +)*(?:[^\s:]+ *: +)?[|>][-+0-9]{0,2}[ \t]*(?:#.*)?")


@dataclass(frozen=True, slots=True)
class Repair:
    """One mend: 0-based line, 0-based column in the line as it stands in the file, and its code."""

    line: int
    column: int
    code: str


class Sheet:
    """``given`` are the lines as they stand, ``out`` the lines as mended so far, ``repairs`` what was done."""

    def __init__(self, lines: Sequence[str]) -> None:
        self.given = list(lines)
        self.out = list(lines)
        self.repairs: list[Repair] = []

    def note(self, at: int, code: str, piece: str = "") -> None:
        """Remember a mend of the line ``at``, at the place of ``piece`` in the file's own line."""
        given = self.given[at]
        column = given.find(piece) if piece else -1
        self.repairs.append(Repair(at, column if column >= 0 else len(given) - len(given.lstrip(BLANKS)), code))

    def indent(self, at: int) -> int:
        """How many blanks a line begins with."""
        return len(self.out[at]) - len(self.out[at].lstrip(" "))

    def move(self, at: int, column: int) -> None:
        """Put a line in the column it belongs to."""
        self.out[at] = " " * column + self.out[at].lstrip(" ")
        self.note(at, "indent-odd")

    def mend_indents(self) -> None:
        """Tabs and full-width blanks at the start of lines, except in the text of a ``|`` block."""
        block: int | None = None
        for at, line in enumerate(self.out):
            blank = not line.strip(BLANKS)
            if block is not None and (blank or self.indent(at) > block):
                continue
            block = None
            odd = _ODD_INDENT.match(line)
            if odd and not (blank and line.isascii()):
                self.out[at] = odd[0].translate(_WIDTHS) * (not blank) + line[odd.end() :]
                self.note(at, "indent-odd")
            if _BLOCK_LINE.fullmatch(self.out[at]):
                block = self.indent(at)

    def deep_end(self, at: int, column: int) -> int:
        """The end of the lines below ``at`` that are indented deeper than ``column``."""
        end = last = at + 1
        while end < len(self.out) and (not self.out[end].strip() or self.indent(end) > column):
            end += 1
            last = end if self.out[end - 1].strip() else last
        return last
