"""What a ledger's file is made of, whatever its form: sheets, rows, cells."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import datetime, time

from minqing.domain.values import dataclass


@dataclass(frozen=True, slots=True)
class NoValue:
    """A cell without a value of its own: a formula that was never calculated, or an error (``#N/A``)."""

    text: str


Cell = str | int | float | datetime | time | NoValue | None
"""What stands in a cell; ``None`` where nothing does."""

GridRow = tuple[int, list[Cell]]
"""A row by its number in the sheet, from 1 on, and its cells from the first column on."""


@dataclass(frozen=True, slots=True)
class Span:
    """Merged cells, rows and columns from 0 on, both ends included."""

    top: int
    left: int
    bottom: int
    right: int


HANDED_OUT = ("台账", "ledger")
"""How this program names the sheet of a ledger made for handing out; one for the committee says so in its name."""


@dataclass(frozen=True, slots=True)
class Sheet:
    """One sheet. ``rows`` begins anew with every call, and leaves out rows in which nothing stands.

    ``from_1904`` tells that numbers of days count from 1904 (workbooks of old Macs). ``masked``: it is named, or says,
    what a ledger of this program's does that was made for handing out.
    """

    name: str
    rows: Callable[[], Iterator[GridRow]]
    hidden: bool = False
    from_1904: bool = False
    merged: tuple[Span, ...] = ()
    masked: bool = False


def is_blank(cell: Cell) -> bool:
    """Whether nothing stands in a cell."""
    return cell is None or (isinstance(cell, str) and not cell.strip())


def as_text(cell: Cell) -> str:
    """A cell as a person reads it: ``12`` for 12.0, days as ``2019-07-02``."""
    if cell is None:
        return ""
    if isinstance(cell, str):
        return cell.strip()
    if isinstance(cell, NoValue):
        return cell.text
    if isinstance(cell, float):
        return str(int(cell)) if cell.is_integer() and abs(cell) < 1e18 else repr(cell)
    if isinstance(cell, datetime):
        return str(cell.date()) if (cell.hour, cell.minute) == (0, 0) else f"{cell:%Y-%m-%d %H:%M}"
    return f"{cell:%H:%M}" if isinstance(cell, time) else str(cell)


def filled(sheet: Sheet) -> Iterator[GridRow]:
    """The rows of a sheet with what stands in merged cells told in each row they run over (fill down)."""
    running = {(span.top, span.left): span for span in sheet.merged if span.bottom > span.top}
    if not running:
        yield from sheet.rows()
        return
    kept: dict[int, tuple[int, Cell]] = {}
    for number, given in sheet.rows():
        cells = list(given)
        for column, cell in enumerate(cells):
            span = running.get((number - 1, column))
            if span and not is_blank(cell):
                kept[column] = (span.bottom, cell)
        for column, (bottom, cell) in kept.items():
            if number - 1 <= bottom:
                cells.extend([None] * (column + 1 - len(cells)))
                cells[column] = cell if is_blank(cells[column]) else cells[column]
        yield number, cells
