"""The ledger as a sheet of a workbook: a row a matter, real dates and numbers, ready to filter and to print."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from math import ceil
from typing import Any

from minqing.domain.count import Totals, opening_within, together, totals
from minqing.domain.fold import IssueState
from minqing.domain.values import dataclass
from minqing.messages import say
from minqing.reports.ledger import COLUMNS, PLACES, Cell, Extent, row_of
from minqing.reports.media.book import Book
from minqing.text.normal import width

A_BATCH = 500
"""Matters that are added up at once."""

LANDSCAPE_A4 = 9
WIDTHS = tuple(column.width for column in COLUMNS)
PRINTED = sum(column.printed for column in COLUMNS)

LINE_HEIGHT, HIGHEST = 13.5, 409
"""Points of a line of text, and of the highest row that Excel knows."""


@dataclass(frozen=True, slots=True)
class Listed:
    """What a sheet holds: its name, how many matters, what they add up to.

    ``open_at_start`` of them were open when the period began; the first one was raised on ``first_day``.
    """

    sheet: str
    count: int
    found: Totals
    open_at_start: int
    first_day: date | None = None


def write_ledger(book: Book, states: Iterable[IssueState], extent: Extent) -> Listed:
    """Write the sheet of a ledger; the matters are gone through once."""
    name = say("ledger.sheet" if extent.masked else "ledger.sheet-internal")
    sheet = book.sheet(name)
    _columns(book, sheet)
    opening = opening_within(extent.window, extent.community)
    parts, count, open_before = [], 0, 0
    first: date | None = None
    for batch in _batches(states):
        first = first or (batch[0].raised if batch else None)
        for state in batch:
            count += 1
            open_before += _row(book, sheet, count, state, extent)
        parts.append(totals(batch, extent.window, opening.as_of if opening else None))
    _finish(book, sheet, count, extent)
    return Listed(name, count, together(parts), open_before, first)


def _batches(states: Iterable[IssueState]) -> Iterable[list[IssueState]]:
    waiting: list[IssueState] = []
    for state in states:
        waiting.append(state)
        if len(waiting) == A_BATCH:
            yield waiting
            waiting = []
    yield waiting


def _columns(book: Book, sheet: Any) -> None:
    for place, column in enumerate(COLUMNS):
        sheet.set_column(place, place, column.width, book.formats[column.kind])
        sheet.write_string(0, place, column.title, book.formats["head"])
    sheet.set_row(0, 30)


def _row(book: Book, sheet: Any, row: int, state: IssueState, extent: Extent) -> int:
    """Write one matter; answers whether it was open at the start, as 1 or 0."""
    cells = row_of(state, extent)
    sheet.set_row(row, height(cells, WIDTHS))
    for place, cell in enumerate(cells):
        if cell is not None:
            book.write(sheet, row, place, cell, COLUMNS[place].kind, state.id)
    return int(bool(cells[PLACES["open_at_start"]]))


def height(cells: Iterable[Cell], widths: Iterable[float]) -> float:
    """Points that a row needs so that all of it is seen, also where a program does not fit rows to wrapped text.

    ``widths`` are those of the columns in half-width characters; cells beyond them are not measured.
    """
    lines = max(
        (_lines(cell, wide) for cell, wide in zip(cells, widths, strict=False) if isinstance(cell, str)), default=1
    )
    return min(HIGHEST, lines * LINE_HEIGHT + 2)


def _lines(text: str, wide: float) -> int:
    """How many lines a text takes in so many half-width characters."""
    if len(text) * 2 < wide:
        return 1
    return sum(max(1, ceil(width(line) / wide)) for line in text.split("\n"))


def _finish(book: Book, sheet: Any, count: int, extent: Extent) -> None:
    """What makes the sheet handy: a heading that stays, filters, colour for overdue, the printed page."""
    last = max(count, 1)
    sheet.freeze_panes(1, PLACES["raised"])
    sheet.autofilter(0, 0, last, len(COLUMNS) - 1)
    overdue = f"=N(${_letter(PLACES['overdue'])}2)>0"
    look = {"type": "formula", "criteria": overdue, "format": book.formats["overdue"]}
    sheet.conditional_format(1, 0, last, PRINTED - 1, look)
    _page(sheet, last, extent)


def _page(sheet: Any, last: int, extent: Extent) -> None:
    sheet.set_landscape()
    sheet.set_paper(LANDSCAPE_A4)
    sheet.set_margins(left=0.4, right=0.4, top=0.7, bottom=0.6)
    sheet.fit_to_pages(1, 0)
    sheet.repeat_rows(0)
    sheet.print_area(0, 0, last, PRINTED - 1)
    sheet.hide_gridlines(0)
    sheet.set_header("&C&14 " + _in_header(extent.title))
    sheet.set_footer("&L" + _in_header(extent.openness) + "&R" + say("ledger.page"))


def _in_header(text: str) -> str:
    """A text for a header, which takes 255 characters and reads ``&`` as a mark."""
    return text[:100].replace("&", "&&")


def _letter(place: int) -> str:
    """The letters of a column, counted from 0."""
    first, last = divmod(place, 26)
    return (chr(ord("A") + first - 1) if first else "") + chr(ord("A") + last)


def cells_of(listed: Listed, id: str) -> str:
    """All cells of a column, as a formula on another sheet names them."""
    letter = _letter(PLACES[id])
    sheet = listed.sheet.replace("'", "''")
    return f"'{sheet}'!${letter}$2:${letter}${max(listed.count, 1) + 1}"
