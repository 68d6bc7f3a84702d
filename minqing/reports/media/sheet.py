"""The report as CSV: one figure a row, for a spreadsheet; with a BOM, so that Excel reads the Chinese."""

from __future__ import annotations

import csv
import io

from minqing.reports.document import Heading, Line, Table
from minqing.reports.handout import Handout
from minqing.reports.ledger_blocks import with_annex
from minqing.text.calculated import csv_text


def render(handout: Handout) -> bytes:
    """Headings, lines and tables below each other; text is never a formula."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\r\n")
    for block in with_annex(handout):
        if isinstance(block, Table):
            writer.writerow([column.title for column in block.columns])
            writer.writerows([csv_text(cell) for cell in row.cells] for row in block.rows)
        elif isinstance(block, Heading | Line):
            writer.writerow([csv_text(block.text)] if block.text else [])
    return out.getvalue().encode("utf-8-sig")
