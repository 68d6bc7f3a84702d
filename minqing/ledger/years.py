"""The year of a sheet whose days name none."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date

from minqing.domain.values import dataclass
from minqing.ledger.days import lacks_year, read_day, year_in
from minqing.ledger.grid import Cell
from minqing.ledger.layout import Layout


@dataclass(frozen=True, slots=True)
class MissingYear:
    """``count`` days without a year in the column of the days, and the ``year`` they are likely of."""

    count: int
    year: int


def missing_year(layouts: Sequence[Layout], today: date) -> MissingYear | None:
    """The year that days need and nothing tells: neither a title, a row nor the name of the sheet.

    The one that other days of the sheets have; else this year, or the last one where a day would be yet to come.
    """
    cells = [cell for layout in layouts if not _is_told(layout) for cell in _days_of(layout)]
    bare = [cell for cell in cells if lacks_year(cell)]
    if not bare:
        return None
    years = {day.year for cell in cells if (day := read_day(cell))}
    if len(years) == 1:
        return MissingYear(len(bare), years.pop())
    ahead = any((day := read_day(cell, today.year)) and day > today for cell in bare)
    return MissingYear(len(bare), today.year - ahead)


def _is_told(layout: Layout) -> bool:
    return any(year_in(text) for text in (*layout.above, layout.sheet.name))


def _days_of(layout: Layout) -> Iterator[Cell]:
    """The days up to the first row that is itself a year."""
    places = [column.place for column in layout.of("raised")]
    for _, cells in layout.data():
        filled = [cell for cell in cells if cell not in (None, "")]
        if len(filled) == 1 and year_in(str(filled[0])):
            return
        yield from (cells[place] for place in places if place < len(cells) and cells[place] not in (None, ""))
