"""Blocks as lines for a terminal: columns that line up, Chinese that wraps and is never cut, one colour a row.

What Rich draws costs 45 ms a list, 17 of them to load it: four times a bare Python. Consoles of Windows, which
differ, are left to it (see ``screen``).
"""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, Mapping, Sequence

from minqing.reports.document import Heading, Line, Table
from minqing.text.normal import visible, width

COLOURS = {"dim": "2", "good": "32", "warn": "33", "bad": "31", "title": "1;36", "section": "1"}
"""The codes of each tone (ECMA-48, select graphic rendition); a tone that is not here is not marked."""

GAP = "   "
NARROW = 70
"""Below so many columns every cell may wrap, so that none is cut."""

_CLOSING = frozenset(",.;:!?)]、，。；：！？）】》”’…")
"""Marks that begin no line while there is room for them on the one before."""

_LEAST = 2
"""Columns that a cell keeps in any case: one Chinese character."""


def terminal_columns(env: Mapping[str, str], handle: int) -> int:
    """The columns of the terminal behind ``handle``; ``COLUMNS`` goes before what it says, and 80 stands for none."""
    given = env.get("COLUMNS", "")
    if given.isdecimal() and int(given):
        return int(given)
    try:
        return os.get_terminal_size(handle).columns or 80
    except OSError:
        return 80


def drawn(
    blocks: Iterable[Heading | Line | Table], columns: int, colours: Mapping[str, str], rule: str = "─"
) -> Iterator[str]:
    """The lines of ``blocks``, each with its end; ``rule`` is what the line below a table's head is made of."""
    for block in blocks:
        if isinstance(block, Table):
            yield from _table(block, columns, colours, rule)
            continue
        tone, indent = _manner(block)
        for line in wrapped(visible(block.text), columns - len(indent)):
            yield _marked(line, colours.get(tone), indent)


def _manner(block: Heading | Line) -> tuple[str, str]:
    """The tone of a heading or a line, and what stands before it."""
    if isinstance(block, Heading):
        return ("section" if block.level > 1 else "title"), ""
    return block.tone, " " * block.indent


def _marked(line: str, colour: str | None, indent: str = "") -> str:
    return f"{indent}\x1b[{colour}m{line}\x1b[0m\n" if colour and line else f"{indent}{line}\n"


def _table(table: Table, columns: int, colours: Mapping[str, str], rule: str) -> Iterator[str]:
    rows = [[visible(cell) for cell in row.cells] for row in table.rows]
    head = [visible(column.title) for column in table.columns]
    widths = _widths(table, [head, *rows], columns)
    sides = [column.right for column in table.columns]
    for line in _row(head, widths, sides):
        yield _marked(line, colours.get("section"))
    yield rule * (sum(widths) + len(GAP) * (len(widths) - 1)) + "\n"
    for cells, row in zip(rows, table.rows, strict=True):
        for line in _row(cells, widths, sides):
            yield _marked(line, colours.get(row.tone))


def _widths(table: Table, rows: Sequence[Sequence[str]], columns: int) -> list[int]:
    """As wide as the widest cell of each column; where that is too much, the widest that may wrap give way."""
    widths = [max(map(width, cells)) for cells in zip(*rows, strict=True)]
    room = columns - len(GAP) * (len(widths) - 1)
    may_wrap = [column.flexible or columns < NARROW for column in table.columns]
    for shrinking in (may_wrap, [True] * len(widths)):
        while sum(widths) > room:
            places = [i for i, may in enumerate(shrinking) if may and widths[i] > _LEAST]
            if not places:
                break
            widths[max(places, key=widths.__getitem__)] -= 1
    return widths


def _row(cells: Sequence[str], widths: Sequence[int], sides: Sequence[bool]) -> Iterator[str]:
    """The lines of one row: as many as its highest cell has."""
    parts = [wrapped(cell, room) for cell, room in zip(cells, widths, strict=True)]
    for number in range(max(map(len, parts))):
        line = [part[number] if number < len(part) else "" for part in parts]
        filled = (_filled(*each) for each in zip(line, widths, sides, strict=True))
        yield GAP.join(filled).rstrip()


def _filled(text: str, room: int, right: bool) -> str:
    gap = " " * (room - width(text))
    return gap + text if right else text + gap


def wrapped(text: str, room: int) -> list[str]:
    """``text`` in lines of at most ``room`` columns: broken at blanks and between Chinese characters.

    A word of letters and digits is broken only where it is longer than a line. Blanks at a break are left out,
    nothing else is.
    """
    if width(text) <= room:
        return [text]
    lines, line, used = [], "", 0
    for piece in _pieces(text, max(room, _LEAST)):
        takes = width(piece)
        if used + width(piece.rstrip(" ")) > max(room, _LEAST):
            lines += [line.rstrip(" ")] if line.strip(" ") else []
            line, used = "", 0
            piece = piece.lstrip(" ")
            takes = width(piece)
        line, used = line + piece, used + takes
    return [*lines, line.rstrip(" ")]


def fitted(text: str, columns: int) -> list[str]:
    """A line said in a terminal, in as many as it takes: each further one indented as the first is."""
    bare = text.lstrip(" ")
    indent = text[: len(text) - len(bare)]
    return [indent + line for line in wrapped(bare, columns - len(indent))]


def packed(parts: Iterable[str], columns: int, indent: str = "  ") -> str:
    """Parts beside each other, in as few lines as hold them; none is broken unless it is longer than a line."""
    lines = [""]
    for part in parts:
        beside = f"{lines[-1]}  {part}" if lines[-1] else part
        if width(beside) <= columns - len(indent):
            lines[-1] = beside
        else:
            lines[-1:] = [*filter(None, lines[-1:]), part]
    return "\n".join(indent + line for line in lines)


def table_width(table: Table) -> int:
    """The columns ``table`` takes where no cell of it wraps."""
    rows = [[column.title for column in table.columns], *(row.cells for row in table.rows)]
    widths = [max(width(visible(cell)) for cell in cells) for cells in zip(*rows, strict=True)]
    return sum(widths) + len(GAP) * (len(widths) - 1)


def _pieces(text: str, room: int) -> Iterator[str]:
    """What stays together: a Chinese character with the mark behind it, a word with its blanks, part of a long one."""
    piece = ""
    for character in text:
        takes = width(character)
        ends = piece.endswith(" ") and character != " "
        beside = character not in _CLOSING and (takes == 2 or width(piece[-1:]) == 2)
        if piece and character != " " and (ends or (takes and (beside or width(piece) + takes > room))):
            yield piece
            piece = ""
        piece += character
    if piece:
        yield piece
