"""The ledger as an Excel workbook: the matters on one sheet, their totals by formula on another."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from minqing.domain.fold import IssueState
from minqing.reports.ledger import Extent
from minqing.reports.media.book import Book
from minqing.reports.media.ledger_sheet import write_ledger
from minqing.reports.media.totals_sheet import write_totals


def ledger_xlsx(states: Iterable[IssueState], extent: Extent, today: date, folder: str | None = None) -> bytes:
    """The whole file. The matters are gone through once; with a ``folder`` for temporary files only one of them is
    held at a time, so there may be more of them than fit into memory.

    Raises ``MinqingError`` where the library is not installed.
    """
    book = Book(extent.title, extent.openness, today, folder)
    write_totals(book, write_ledger(book, states, extent), extent)
    return book.finished()
