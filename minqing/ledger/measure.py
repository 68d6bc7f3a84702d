"""How much a ledger may hold: beyond that a file is no ledger, and reading on would keep a computer busy for hours."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from minqing.domain.errors import DIARY, MinqingError
from minqing.domain.values import replace
from minqing.ledger.grid import GridRow, Sheet, is_blank

MOST_ROWS = 200_000
"""Rows of a sheet; eleven years of a community have five thousand."""

MOST_COLUMNS = 1_000
"""Columns with anything in them."""

MOST_CELLS = 10_000_000
"""Cells of a sheet, the empty ones before the last of each row counted in."""

MOST_SHEETS = 500
"""Sheets of a file."""

LONGEST_CELL = 32_767
"""Characters in a cell, as Excel has it; a quotation mark that is never closed makes a cell of all that follows."""


def measured(sheets: Iterable[Sheet]) -> list[Sheet]:
    """The sheets, whose rows refuse to be more than a ledger has.

    Raises ``MinqingError``, and so do the rows while they are read.
    """
    found: list[Sheet] = []
    for sheet in sheets:
        if len(found) == MOST_SHEETS:
            raise MinqingError("importing.too-many-sheets", DIARY, most=MOST_SHEETS)
        found.append(replace(sheet, rows=_Measured(sheet)))
    return found


def refuse_wide(row: int, count: int) -> None:
    """Raise ``MinqingError`` where a row has too many cells."""
    if count > MOST_COLUMNS:
        raise MinqingError("importing.too-wide", DIARY, row=row, count=count, most=MOST_COLUMNS)


MOST_KEPT = 200_000
"""Cells of a sheet that are kept once they are read: it is gone through three times, and unpacking costs the most."""


class _Measured:
    """The rows of a sheet, counted; of too many cells the last blank ones are left out. Begins anew with every call."""

    def __init__(self, sheet: Sheet) -> None:
        self._rows = sheet.rows
        self._kept: list[GridRow] | None = None

    def __call__(self) -> Iterator[GridRow]:
        return self._read() if self._kept is None else iter(self._kept)

    def _read(self) -> Iterator[GridRow]:
        rows = cells = 0
        kept: list[GridRow] | None = []
        for number, row in self._rows():
            while len(row) > MOST_COLUMNS and is_blank(row[-1]):
                row.pop()
            rows, cells = rows + 1, cells + len(row)
            if rows > MOST_ROWS or cells > MOST_CELLS:
                raise MinqingError("importing.too-many-rows", DIARY, most=MOST_ROWS)
            refuse_wide(number, len(row))
            if any(isinstance(cell, str) and len(cell) > LONGEST_CELL for cell in row):
                raise MinqingError("importing.long-cell", DIARY, row=number, most=LONGEST_CELL)
            if cells > MOST_KEPT:
                kept = None
            elif kept is not None:
                kept.append((number, row))
            yield number, row
        self._kept = kept
