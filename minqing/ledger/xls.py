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
    _make_careful(needed("xlrd.compdoc"))
    try:
        return list(_sheets(xlrd, raw))
    except MinqingError:
        raise
    except Exception as damage:  # a damaged file makes it raise nearly anything
        locked = "encrypted" in str(damage).lower() or "password" in str(damage).lower()
        code = "importing.password" if locked else "importing.damaged"
        raise MinqingError(code, DIARY, why=str(damage)) from damage


def _make_careful(container: Any) -> None:
    """Have the library follow each chain of sectors once: one that leads back into itself it would follow for ever,
    and folders that share what they hold it would go through anew for each of them.
    """
    plain = container.CompDoc
    if hasattr(plain, "is_careful"):
        return

    class Careful(plain):  # type: ignore[misc, valid-type, unused-ignore]
        is_careful = True

        def _get_stream(self, mem: Any, base: int, sat: Any, size: int, first: int, *more: Any, **named: Any) -> Any:
            at, steps = first, 0
            while 0 <= at < len(sat):
                at, steps = sat[at], steps + 1
                if steps > len(sat):
                    raise container.CompDocError("sectors in a circle")
            return super()._get_stream(mem, base, sat, size, first, *more, **named)

    container.CompDoc, container._build_family_tree = Careful, _family


def _family(entries: Any, parent: int, child: int) -> None:
    """Give each entry of a container's directory its children, which stand in a tree of the parent's."""
    waiting, seen = [(parent, child)], set[int]()
    while waiting:
        above, number = waiting.pop()
        if number < 0 or number in seen:
            continue
        seen.add(number)
        entry = entries[number]
        entries[above].children.append(number)
        entry.parent = above
        waiting += [(above, entry.left_DID), (above, entry.right_DID)]
        if entry.etype == 1:  # a folder
            waiting.append((number, entry.root_DID))


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
