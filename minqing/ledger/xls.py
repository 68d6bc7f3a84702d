"""Old workbooks (.xls, and .et of WPS), by the library that still reads them."""

from __future__ import annotations

import io
from collections.abc import Iterator
from datetime import time
from typing import Any

from minqing.domain.errors import DIARY, MinqingError
from minqing.ledger.grid import Cell, GridRow, NoValue, Sheet, Span
from minqing.ledger.measure import MOST_ROWS
from minqing.workspace.extras import needed


def read_xls(raw: bytes) -> list[Sheet]:
    """The sheets of an old workbook.

    Raises ``MinqingError`` for a damaged or locked one, and where the library is not installed.
    """
    xlrd = needed("xlrd")
    try:
        return list(_sheets(xlrd, raw))
    except MinqingError:
        raise
    except Exception as damage:  # a damaged file makes it raise nearly anything
        locked = "encrypted" in str(damage).lower() or "password" in str(damage).lower()
        code = "importing.password" if locked else "importing.damaged"
        raise MinqingError(code, DIARY, why=str(damage)) from damage


def _sheets(xlrd: Any, raw: bytes) -> Iterator[Sheet]:
    """One sheet after the other: a few bytes can say that each has a million empty cells, which would be kept."""
    book = xlrd.open_workbook(
        file_contents=raw, formatting_info=True, logfile=io.StringIO(), on_demand=True, ragged_rows=True
    )
    rows = 0
    for number in range(book.nsheets):
        sheet = book.sheet_by_index(number)
        rows += sheet.nrows
        if rows > MOST_ROWS:
            raise MinqingError("importing.too-many-rows", DIARY, most=MOST_ROWS)
        yield _sheet(xlrd, book, sheet)


def _sheet(xlrd: Any, book: Any, sheet: Any) -> Sheet:
    merged = tuple(Span(top, left, bottom - 1, right - 1) for top, bottom, left, right in sheet.merged_cells)

    def rows() -> Iterator[GridRow]:
        for n in range(sheet.nrows):
            cells = [_value(xlrd, cell, book.datemode) for cell in sheet.row(n)]
            if any(cell is not None for cell in cells):
                yield n + 1, cells

    return Sheet(sheet.name, rows, sheet.visibility != 0, bool(book.datemode), merged)


def _value(xlrd: Any, cell: Any, datemode: int) -> Cell:
    kind, value = cell.ctype, cell.value
    if kind in (xlrd.XL_CELL_EMPTY, xlrd.XL_CELL_BLANK) or value == "":
        return None
    if kind == xlrd.XL_CELL_DATE:
        try:
            return time(*_clock(value)) if value < 1 else xlrd.xldate_as_datetime(value, datemode)
        except (ValueError, OverflowError):
            return float(value)
    if kind == xlrd.XL_CELL_BOOLEAN:
        return "是" if value else "否"
    if kind == xlrd.XL_CELL_ERROR:
        return NoValue(xlrd.error_text_from_code.get(value, "#?"))
    return str(value) if kind == xlrd.XL_CELL_TEXT else float(value)


def _clock(part: float) -> tuple[int, int]:
    minutes = round(part * 1440) % 1440
    return minutes // 60, minutes % 60
