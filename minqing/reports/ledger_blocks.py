"""The ledger as the annex of a report (附: 民情台账), in the media that have no place of their own for it."""

from __future__ import annotations

from datetime import date

from minqing.messages import say
from minqing.reports.document import Block, Column, Heading, Line, Row, Table
from minqing.reports.handout import Handout
from minqing.reports.ledger import PLACES, Cell, report_extent, row_of

COLUMNS = (
    "id", "raised", "place", "title", "category", "tier", "owner", "due", "state", "closed", "overdue", "satisfaction",
)  # fmt: skip
"""Columns of the ledger that is an annex; the ledger by itself has all."""

COUNTS = ("overdue",)


def ledger_blocks(handout: Handout) -> list[Block]:
    """The heading, how many there are, and a row a matter; nothing where there are none."""
    extent = report_extent(handout.report, handout.community, internal=not handout.masked)
    rows = []
    for state in handout.ledger():
        cells = row_of(state, extent)
        shown = tuple(_shown(cells[PLACES[id]]) for id in COLUMNS)
        rows.append(Row(shown, "bad" if state.overdue else "plain", issue=state.id))
    if not rows:
        return []
    columns = tuple(Column(say(f"ledger.col-{id}"), right=id in COUNTS, flexible=id == "title") for id in COLUMNS)
    count = Line(say("report.annex-count", count=len(rows)))
    return [Line(""), Heading(say("report.annex"), 2), count, Table(columns, tuple(rows), extent.title)]


def stamp(handout: Handout) -> Line:
    """Whether personal details are masked, and the day it was made."""
    extent = report_extent(handout.report, handout.community, internal=not handout.masked)
    text = say("report.stamp", openness=extent.openness, day=handout.today)
    return Line(text, "dim" if handout.masked else "warn")


def with_annex(handout: Handout) -> list[Block]:
    """Everything a file tells: the title with its stamp, the sections, the ledger."""
    return [*handout.blocks[:1], stamp(handout), *handout.blocks[1:], *ledger_blocks(handout)]


def _shown(cell: Cell) -> str:
    if cell is None:
        return ""
    return cell.isoformat() if isinstance(cell, date) else str(cell)
