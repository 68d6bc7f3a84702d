"""The report as an Excel workbook: what it says, native charts with their figures, the ledger and its totals."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any

from minqing.messages import say
from minqing.reports.document import Block, Chart, Heading, Line, Pictures, Table
from minqing.reports.handout import Handout
from minqing.reports.ledger import report_extent
from minqing.reports.media.book import Book
from minqing.reports.media.cells import cell_text
from minqing.reports.media.ledger_sheet import height, write_ledger
from minqing.reports.media.native_chart import chart_size, described, is_native, write_data
from minqing.reports.media.totals_sheet import write_totals

WIDTHS = (18, 30, 18, 14, 12, 12, 18)
"""Half-width characters of the first columns of the report's sheet."""

_NUMBER = re.compile(r"-?\d{1,3}(,\d{3})+(\.\d+)?|-?\d+(\.\d+)?")

PIXELS = 96 / 25.4
"""Pixels of a millimetre, in which Excel measures charts."""

ROW_PIXELS = 20
"""Pixels of a row."""


def render(handout: Handout) -> bytes:
    """The ``.xlsx``. Raises ``MinqingError`` where the library is not installed."""
    extent = report_extent(handout.report, handout.community, internal=not handout.masked)
    title = next((block.text for block in handout.blocks if isinstance(block, Heading)), extent.title)
    book = Book(title, extent.openness, handout.today)
    _Report(book, handout.blocks, extent.openness).write()
    charts = [block for block in handout.blocks if isinstance(block, Chart) and is_native(block)]
    if charts:
        _write_charts(book, charts)
    write_totals(book, write_ledger(book, handout.ledger(), extent), extent)
    return book.finished()


class _Report:
    """The sheet of the report itself, from top to bottom; tables hold real numbers."""

    def __init__(self, book: Book, blocks: Sequence[Block], openness: str) -> None:
        self.book, self.blocks, self.openness = book, blocks, openness
        self.sheet: Any = book.sheet(say("ledger.sheet-report"))
        self.row = 0

    def write(self) -> None:
        """Write every block."""
        for place, wide in enumerate(WIDTHS):
            self.sheet.set_column(place, place, wide)
        write: Mapping[type, Callable[[Any], None]] = {Heading: self._heading, Line: self._line, Table: self._table}
        for block in self.blocks:
            if not isinstance(block, Chart | Pictures):
                write[type(block)](block)
        self.sheet.set_paper(9)
        self.sheet.fit_to_pages(1, 0)

    def _heading(self, block: Heading) -> None:
        if block.level > 1:
            self.row += 1
        self._text(block.text, "title" if block.level == 1 else "section")
        if block.level == 1:
            self._text(self.openness, "note")

    def _line(self, block: Line) -> None:
        if block.text.strip():
            self._text(block.text.strip(), "plain")

    def _text(self, text: str, look: str) -> None:
        """A text that runs on over the empty cells beside it."""
        self.sheet.write_string(self.row, 0, cell_text(text, ""), self.book.formats[look])
        self.row += 1

    def _table(self, block: Table) -> None:
        if block.title:
            self._text(block.title, "section")
        for place, column in enumerate(block.columns):
            self.sheet.write_string(self.row, place, cell_text(column.title, ""), self.book.formats["head"])
        for row in block.rows:
            self.row += 1
            self.sheet.set_row(self.row, height(row.cells, WIDTHS))
            for place, cell in enumerate(row.cells):
                self._cell(place, cell, block.columns[place].right)
        self.row += 2

    def _cell(self, place: int, cell: str, counts: bool) -> None:
        if counts and _NUMBER.fullmatch(cell):
            self.sheet.write_number(self.row, place, float(cell.replace(",", "")), self.book.formats["number"])
        elif counts:
            self.sheet.write_string(self.row, place, cell_text(cell, ""), self.book.formats["right"])
        else:
            self.book.write(self.sheet, self.row, place, cell, "text")


def _write_charts(book: Book, charts: Iterable[Chart]) -> None:
    """A sheet of charts, each beside its figures: whoever changes a figure changes the chart."""
    name = say("ledger.sheet-charts")
    sheet, row = book.sheet(name), 0
    sheet.set_column(0, 0, 16)
    sheet.set_paper(9)
    sheet.fit_to_pages(1, 0)
    for chart in charts:
        write_data(sheet, chart, row, 0, book.formats["head"])
        drawn = described(book.workbook, chart, name, row, 0)
        wide, high = (round(size * PIXELS) for size in chart_size(chart))
        drawn.set_size({"width": wide, "height": high})
        sheet.insert_chart(row, len(chart.series) + 2, drawn, {"description": chart.text or chart.title})
        row += max(len(chart.labels), high // ROW_PIXELS) + 3
