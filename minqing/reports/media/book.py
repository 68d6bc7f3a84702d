"""A workbook in the making: its properties, its formats, and cells that are what they look like."""

from __future__ import annotations

import io
from collections.abc import Mapping
from datetime import date, datetime
from decimal import Decimal
from typing import Any

from minqing.messages import language
from minqing.reports.ledger import Cell
from minqing.reports.media.cells import cell_text
from minqing.text.calculated import like_formula
from minqing.workspace.extras import needed

BODY: Mapping[str, Any] = {"font_name": "宋体", "font_size": 10, "valign": "top"}
"""What every cell looks like."""

FORMATS: Mapping[str, Mapping[str, Any]] = {
    "text": {"text_wrap": True, "num_format": "@"},
    "typed": {"text_wrap": True, "num_format": "@", "quote_prefix": True},
    "day": {"num_format": "yyyy-mm-dd", "align": "center"},
    "count": {"num_format": "0"},
    "money": {"num_format": "#,##0.00"},
    "percent": {"num_format": "0.0%"},
    "decimal": {"num_format": "0.0"},
    "number": {"num_format": "General", "align": "right"},
    "right": {"num_format": "@", "align": "right"},
    "plain": {"num_format": "@"},
    "section": {"font_name": "黑体", "font_size": 12},
    "head": {"font_name": "黑体", "bold": True, "text_wrap": True, "valign": "vcenter", "align": "center",
             "bg_color": "#D9E2F3", "bottom": 1},
    "title": {"font_name": "黑体", "font_size": 14},
    "note": {"font_color": "#595959"},
    "overdue": {"bg_color": "#FCE4D6", "font_color": "#9C0006"},
}  # fmt: skip
"""Formats by name; ``typed`` is of a text that would be calculated if somebody typed it again."""

FIRST_DAY = date(1900, 3, 1)
"""Before this day Excel counts days that never were; earlier dates are written as texts."""

LARGEST = 10**15
"""Numbers from here on lose digits in a spreadsheet and are written as texts."""


class Book:
    """An Excel workbook that is written into memory.

    With a ``folder`` for temporary files only one row at a time is kept there instead, for long ledgers.
    """

    def __init__(self, title: str, openness: str, today: date, folder: str | None = None) -> None:
        self._bytes = io.BytesIO()
        xlsxwriter = needed("xlsxwriter")
        options = {
            "constant_memory": folder is not None, "in_memory": folder is None, "tmpdir": folder,
            "strings_to_formulas": False, "strings_to_urls": False,
            "strings_to_numbers": False, "default_date_format": "yyyy-mm-dd",
        }  # fmt: skip
        self.workbook: Any = xlsxwriter.Workbook(self._bytes, options)
        made = datetime(today.year, today.month, today.day)
        self.workbook.set_properties({"title": title, "comments": openness, "status": openness, "created": made})
        font = BODY if language() == "zh" else {**BODY, "font_name": "Calibri"}
        self.formats = {name: self.workbook.add_format({**font, **_of(look)}) for name, look in FORMATS.items()}
        self.formats["overdue"] = self.workbook.add_format(FORMATS["overdue"])

    def sheet(self, name: str) -> Any:
        """A new sheet."""
        return self.workbook.add_worksheet(name)

    def write(self, sheet: Any, row: int, column: int, cell: Cell, kind: str, id: str = "") -> None:
        """One cell as what it is: a text never becomes a formula, a link or a number. ``id`` is of its issue."""
        if cell is None:
            return
        if isinstance(cell, str):
            self.text(sheet, row, column, cell_text(cell, id))
        elif isinstance(cell, date):
            self._day(sheet, row, column, cell)
        elif -LARGEST < cell < LARGEST:
            sheet.write_number(row, column, float(cell) if isinstance(cell, Decimal) else cell, self.formats[kind])
        else:
            self.text(sheet, row, column, str(cell))

    def text(self, sheet: Any, row: int, column: int, text: str) -> None:
        """A text that fits."""
        sheet.write_string(row, column, text, self.formats["typed" if like_formula(text) else "text"])

    def _day(self, sheet: Any, row: int, column: int, day: date) -> None:
        if day < FIRST_DAY:
            self.text(sheet, row, column, day.isoformat())
        else:
            sheet.write_datetime(row, column, day, self.formats["day"])

    def finished(self) -> bytes:
        """The file."""
        self.workbook.close()
        return self._bytes.getvalue()


def _of(look: Mapping[str, Any]) -> Mapping[str, Any]:
    """A format in the person's language: Chinese fonts only where Chinese is written."""
    return look if language() == "zh" else {key: value for key, value in look.items() if key != "font_name"}
