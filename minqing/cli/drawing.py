"""Blocks as lines for a terminal: columns that line up, Chinese that wraps and is never cut, one colour a row.

What Rich draws costs 45 ms a list, 17 of them to load it: four times a bare Python. Consoles of Windows, which
differ, are left to it (see ``screen``).
"""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, Mapping, Sequence

from minqing.reports.document import Heading, Line, Row, Table
from minqing.text.normal import visible, width

COLOURS = {"dim": "2", "good": "32", "warn": "33", "bad": "31", "title": "1;36", "section": "1"}
"""The codes of each tone (ECMA-48, select graphic rendition); a tone that is not here is not marked."""

GAP, NARROW_GAP = "   ", "  "
"""Between two columns, and where the table would be too wide with it."""

NARROW = 70
"""Below so many columns every cell may wrap, so that none is cut."""

ROOMY, SQUEEZED = 36, 26
"""Columns below which a text is squeezed, eighteen Chinese characters a line, and below which it is left alone."""

LOOKED_AT = 60
"""Rows by which the widths of a table are chosen: more stand on no screen."""

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
    widths = column_widths(table, columns)
    gap = GAP if sum(widths) + len(GAP) * (len(widths) - 1) <= columns else NARROW_GAP
    sides = [column.right for column in table.columns]
    for line in _row(head, widths, sides, gap):
        yield _marked(line, colours.get("section"))
    yield rule * (sum(widths) + len(gap) * (len(widths) - 1)) + "\n"
    for cells, row in zip(rows, table.rows, strict=True):
        for line in _row(cells, widths, sides, gap):
            yield _marked(line, colours.get(row.tone))


def column_widths(table: Table, columns: int) -> list[int]:
    """As wide as the widest cell of each column.

    Where that is too much the widest that may wrap give way; where a text is left less than ``ROOMY`` by that, columns
    that have a measure (``most``) keep to it, or to as much more as makes the fewest lines of the table.
    """
    widths = _natural_widths(table)
    if sum(widths) + len(GAP) * (len(widths) - 1) <= columns:
        return widths
    shrunk = _shrunk(table, widths, columns)
    texts = [at for at, column in enumerate(table.columns) if column.flexible and not column.most]
    if all(shrunk[at] >= min(widths[at], ROOMY) for at in texts):
        return shrunk
    kept = [_kept_to(table, at, wide) for at, wide in enumerate(widths)]
    least, *wider = _between(table, kept, widths, columns)
    if not wider:
        return least
    rows = [[visible(cell) for cell in row.cells] for row in table.rows[:LOOKED_AT]]
    open_to = [one for one in wider if all(one[at] >= SQUEEZED for at in texts)]
    return min((least, *open_to), key=lambda tried: _lines_of(rows, tried))


def _between(table: Table, kept: Sequence[int], widths: Sequence[int], columns: int) -> list[list[int]]:
    """The widths with the measured columns as they were kept, and with a little more for them, up to all they want."""
    most = max(wide - low for wide, low in zip(widths, kept, strict=True))
    tried = ([min(wide, low + more) for wide, low in zip(widths, kept, strict=True)] for more in range(most + 1))
    return [_shrunk(table, one, columns) for one in tried]


def _lines_of(rows: Iterable[Sequence[str]], widths: Sequence[int]) -> int:
    """How many lines rows take in columns of such widths."""
    return sum(max(len(wrapped(cell, room)) for cell, room in zip(row, widths, strict=True)) for row in rows)


def _shrunk(table: Table, widths: Sequence[int], columns: int) -> list[int]:
    widths, room = list(widths), columns - len(NARROW_GAP) * (len(widths) - 1)
    may_wrap = [column.flexible or columns < NARROW for column in table.columns]
    for shrinking in (may_wrap, [True] * len(widths)):
        while sum(widths) > room:
            places = [i for i, may in enumerate(shrinking) if may and widths[i] > _LEAST]
            if not places:
                break
            widths[max(places, key=widths.__getitem__)] -= 1
    return widths


def _natural_widths(table: Table) -> list[int]:
    rows = [[column.title for column in table.columns], *(row.cells for row in table.rows)]
    return [max(width(visible(cell)) for cell in cells) for cells in zip(*rows, strict=True)]


def _kept_to(table: Table, at: int, wide: int) -> int:
    """The width of a column that keeps to its measure; no word of it is broken for that."""
    most = table.columns[at].most
    if not most or wide <= most:
        return wide
    words = (piece.rstrip(" ") for row in table.rows for piece in _pieces(visible(row.cells[at]), wide))
    return max(most, *map(width, words))


def _row(cells: Sequence[str], widths: Sequence[int], sides: Sequence[bool], gap: str) -> Iterator[str]:
    """The lines of one row: as many as its highest cell has."""
    parts = [wrapped(cell, room) for cell, room in zip(cells, widths, strict=True)]
    for number in range(max(map(len, parts))):
        line = [part[number] if number < len(part) else "" for part in parts]
        filled = (_filled(*each) for each in zip(line, widths, sides, strict=True))
        yield gap.join(filled).rstrip()


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
    widths = _natural_widths(table)
    return sum(widths) + len(GAP) * (len(widths) - 1)


def as_lines(rows: Iterable[Row], room: int) -> Iterator[Line]:
    """Rows of a table that the screen is too narrow for: the second cell behind the first, all others below it."""
    for row in rows:
        first, second, *others = row.cells
        indent = width(first) + 2
        lines = wrapped(visible(second), room - indent)
        yield Line(f"{first}  {lines[0]}", row.tone)
        yield from (Line(line, row.tone, indent) for line in lines[1:])
        told = packed((cell for cell in others if cell != "-"), room - indent, indent="")
        yield from (Line(line, "dim", indent) for line in told.split("\n"))


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
