"""The ledger as CSV: UTF-8 with a byte order mark and CRLF, as Excel opens it; what could be calculated is text."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable
from datetime import date
from decimal import Decimal

from minqing.domain.fold import IssueState
from minqing.messages import say
from minqing.reports.ledger import COLUMNS, Cell, Extent, row_of
from minqing.text.calculated import csv_text


def ledger_csv(states: Iterable[IssueState], extent: Extent) -> bytes:
    """The whole file. The heading of the reporters says whether they are masked: a CSV has no other place for it."""
    raw = io.BytesIO()
    with io.TextIOWrapper(raw, encoding="utf-8-sig", newline="") as out:
        writer = csv.writer(out, lineterminator="\r\n")
        writer.writerow([_heading(column.id, column.title, extent) for column in COLUMNS])
        writer.writerows([_written(cell) for cell in row_of(state, extent)] for state in states)
        out.flush()
        return raw.getvalue()


def _heading(id: str, title: str, extent: Extent) -> str:
    if id != "reporter":
        return title
    return say("ledger.reporter-masked" if extent.masked else "ledger.reporter-internal")


def _written(cell: Cell) -> str:
    if cell is None:
        return ""
    if isinstance(cell, str):
        return csv_text(cell)
    return cell.isoformat() if isinstance(cell, date) else format(cell, "f" if isinstance(cell, Decimal) else "d")
