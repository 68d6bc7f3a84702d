"""Where answers go: data to stdout, messages to stderr; drawn with colour in a terminal, plain in a pipe.

Rich draws in the consoles of Windows, which it knows; elsewhere it would only cost its loading (see ``drawing``).
"""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator, Mapping
from typing import TYPE_CHECKING, Literal, TextIO

from minqing.reports.document import Block, Chart, Heading, Line, Pictures, Table
from minqing.text.normal import visible, width

if TYPE_CHECKING:
    from rich.console import Console

TONES = {
    "plain": "", "dim": "dim", "good": "green", "warn": "yellow", "bad": "red", "title": "bold cyan", "section": "bold",
}  # fmt: skip
PLAIN_TONES = dict.fromkeys(TONES, "")
"""With ``NO_COLOR`` nothing is marked at all."""

Drawn = Heading | Line | Table
"""What is drawn as it is; everything else is said in lines first."""


class Screen:
    """Draws blocks on stdout and says messages on stderr. ``env`` tells of ``NO_COLOR``."""

    def __init__(self, env: Mapping[str, str]) -> None:
        self.env = env

    def draw(self, blocks: Iterable[Block]) -> None:
        """Show blocks: with colour and wrapping in a terminal, one row a line in a pipe."""
        out = sys.stdout
        if not out.isatty():
            _draw_plain(_without_pictures(blocks, 0), out)
        elif sys.platform == "win32":
            console, tones = self._console(), PLAIN_TONES if self.env.get("NO_COLOR") else TONES
            _draw_rich(_without_pictures(blocks, console.width if _shows_blocks(out) else 0), console, tones)
        else:
            self._draw_lines(blocks, out)

    def _draw_lines(self, blocks: Iterable[Block], out: TextIO) -> None:
        """Draw in a terminal that knows the usual codes, or, being dumb, gets none."""
        from minqing.cli.drawing import COLOURS, drawn

        bare = self.env.get("NO_COLOR") or self.env.get("TERM", "dumb") in ("dumb", "unknown")
        columns, whole = self._columns_of(out), _shows_blocks(out)
        shown = _without_pictures(blocks, columns if whole else 0)
        out.writelines(drawn(shown, columns, {} if bare else COLOURS, "─" if whole else "-"))

    @property
    def draws_charts(self) -> bool:
        """Whether a chart is drawn; elsewhere it would only repeat the figures."""
        return sys.stdout.isatty() and _shows_blocks(sys.stdout)

    def json(self, answer: object) -> None:
        """Print an answer for programs; escaped to ASCII where stdout is no UTF-8.

        What would act on a terminal or turn the reading direction is escaped too: a program reads the same text.
        """
        import json

        ascii_only = (sys.stdout.encoding or "").lower().replace("-", "") != "utf8"
        told = json.dumps(answer, ensure_ascii=ascii_only, indent=1)
        print("\n".join(map(_in_json, told.split("\n"))))

    def line(self, text: str, tone: str = "plain") -> None:
        """One line of answer."""
        self.draw((Line(text, tone),))

    def message(self, text: str) -> None:
        """Tell the person something beside the answer, on stderr."""
        sys.stdout.flush()
        print(self.said(text), file=sys.stderr)
        sys.stderr.flush()

    def said(self, text: str) -> str:
        """``text`` as stderr shows it: nothing in it moves a cursor, and in a terminal no word breaks at the edge."""
        columns = self._columns_of(sys.stderr)
        return "\n".join(part for line in text.split("\n") for part in _fitted(visible(line), columns))

    @property
    def columns(self) -> int:
        """The columns of the terminal that answers go to; 0 where they go into a pipe."""
        return self._columns_of(sys.stdout)

    def _columns_of(self, out: TextIO) -> int:
        if not out.isatty():
            return 0
        from minqing.cli.drawing import terminal_columns

        return terminal_columns(self.env, out.fileno())

    def _console(self) -> Console:
        from rich.console import Console

        return Console(highlight=False, markup=False, emoji=False)


def _fitted(line: str, columns: int) -> list[str]:
    """A message in lines of a terminal, no mark at the beginning of one."""
    if not columns or width(line) <= columns:
        return [line]
    from minqing.cli.drawing import fitted

    return fitted(line, columns)


def _shows_blocks(out: TextIO) -> bool:
    """Whether a bar can be drawn: a GBK console has half of the characters for it."""
    return (out.encoding or "").lower().replace("-", "") == "utf8"


def _without_pictures(blocks: Iterable[Block], columns: int) -> Iterator[Drawn]:
    """Charts as lines, drawn in so many columns (0: told in figures); photographs as the paths they lie at."""
    for block in blocks:
        if isinstance(block, Chart):
            from minqing.reports.chart_text import chart_in_words, chart_lines

            yield from chart_lines(block, columns) if columns else chart_in_words(block)
        elif isinstance(block, Pictures):
            yield from (Line(f"{block.told(n)}  {path}", "dim", 2) for n, path in enumerate(block.paths))
        else:
            yield block


def _draw_plain(blocks: Iterable[Drawn], out: TextIO) -> None:
    for block in blocks:
        if isinstance(block, Table):
            _plain_table(block, out)
        elif isinstance(block, Heading):
            out.write(visible(block.text) + "\n")
        else:
            out.write(" " * block.indent + visible(block.text) + "\n")


def _plain_table(table: Table, out: TextIO) -> None:
    rows = [tuple(c.title for c in table.columns), *(row.cells for row in table.rows)]
    shown = [[visible(cell) for cell in row] for row in rows]
    widths = [max(width(row[i]) for row in shown) for i in range(len(table.columns))]
    for row in shown:
        cells = [_padded(cell, widths[i], table.columns[i].right) for i, cell in enumerate(row)]
        out.write("  ".join(cells).rstrip() + "\n")


def _padded(cell: str, columns: int, right: bool) -> str:
    gap = " " * (columns - width(cell))
    return gap + cell if right else cell + gap


def _draw_rich(blocks: Iterable[Drawn], console: Console, tones: Mapping[str, str]) -> None:
    from rich.padding import Padding
    from rich.text import Text

    for block in blocks:
        if isinstance(block, Table):
            _rich_table(block, console, tones)
        elif isinstance(block, Heading):
            console.print(Text(visible(block.text), style=tones["section" if block.level > 1 else "title"]))
        else:
            text = Text(visible(block.text), style=tones[block.tone], overflow="fold")
            console.print(Padding(text, (0, 0, 0, block.indent)) if block.indent else text)


def _rich_table(table: Table, console: Console, tones: Mapping[str, str]) -> None:
    from rich import box
    from rich.table import Table as RichTable
    from rich.text import Text

    from minqing.cli.drawing import NARROW

    drawn = RichTable(box=box.SIMPLE_HEAD, pad_edge=False, show_edge=False, header_style=tones["section"])
    wide = console.width >= NARROW
    for column in table.columns:
        side: Literal["left", "right"] = "right" if column.right else "left"
        drawn.add_column(column.title, justify=side, overflow="fold", no_wrap=wide and not column.flexible)
    for row in table.rows:
        drawn.add_row(*(Text(visible(cell), style=tones[row.tone], overflow="fold") for cell in row.cells))
    console.print(drawn)


def _in_json(line: str) -> str:
    """A line of JSON with every character that is not printed as itself escaped as JSON has it."""
    if line.isprintable():
        return line
    return "".join(c if c.isprintable() or c in _SEEN else _escaped(c) for c in line)


def _escaped(character: str) -> str:
    raw = character.encode("utf-16-be", "surrogatepass")
    return "".join(f"\\u{raw[at]:02x}{raw[at + 1]:02x}" for at in range(0, len(raw), 2))


_SEEN = frozenset("\u3000\u200d\ufe0f")
"""Blanks and joiners that change nothing but the text they stand in."""
