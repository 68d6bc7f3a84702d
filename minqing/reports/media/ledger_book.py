"""The ledger as an Excel workbook: the matters on one sheet, their totals by formula on another."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from minqing.domain.fold import IssueState
from minqing.reports.ledger import Extent
from minqing.reports.media.book import Book
from minqing.reports.media.ledger_sheet import Tell, write_ledger
from minqing.reports.media.totals_sheet import write_totals


def ledger_xlsx(states: Iterable[IssueState], extent: Extent, today: date, tell: Tell = lambda _: None) -> bytes:
    """The whole file. The matters are gone through once, so there may be more of them than fit into memory.

    Raises ``MinqingError`` where the library is not installed.
    """
    book = Book(extent.title, extent.openness, today, lean=True)
    write_totals(book, write_ledger(book, states, extent, tell), extent)
    return book.finished()
