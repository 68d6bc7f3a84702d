"""The blocks of a report as Word draws them: XML for a place in a document, whoever's document it is."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from itertools import pairwise, zip_longest

from minqing.domain.fold import IssueState
from minqing.domain.values import dataclass, replace
from minqing.messages import say
from minqing.reports.document import Block, Chart, Column, Heading, Line, Pictures, Table
from minqing.reports.ledger import PLACES, Extent, row_of
from minqing.reports.media.native_chart import is_native
from minqing.reports.media.ooxml import Grid, Look, filled_paragraph, kept, paragraph, prose, table
from minqing.text.normal import width

Drawing = Callable[[Chart], str]
"""Puts a chart into the document's package; answers the run that shows it."""
Photographs = Callable[[Pictures], tuple[str, list[str]]]
"""Puts photographs into the document's package; answers the runs that show them (none: no picture was found) and
the lines below them."""


@dataclass(frozen=True, slots=True)
class Looks:
    """How the parts of a report look in a document: by its styles, or like the place they are put into."""

    title: Look = Look("Title")
    heading: Look = Look("Heading1")
    part: Look = Look("Heading2")
    text: Look = Look("Normal")
    note: Look = Look("Note")
    caption: Look = Look("Caption")
    figure: Look = Look("Figure")
    table_head: Look = Look("TableHead")
    table_text: Look = Look("TableText")
    ledger_head: Look = Look("LedgerHead")
    ledger_text: Look = Look("LedgerText")
    table_style: str = "TableGrid"

    def of_heading(self, level: int) -> Look:
        """The look of a heading; the deepest levels look alike."""
        return {1: self.title, 2: self.heading}.get(level, self.part)


@dataclass(frozen=True, slots=True)
class Place:
    """Where blocks are drawn: the looks there, the width of the text in twips, what draws charts and photographs."""

    looks: Looks
    room: int
    drawing: Drawing
    photographs: Photographs


def blocks_xml(blocks: Iterable[Block], place: Place) -> str:
    """The blocks one after another; an empty line only parts lines on a screen and is left out.

    A line before a table introduces it and stays on its page.
    """
    listed = list(blocks)
    leading = replace(place, looks=replace(place.looks, text=kept(place.looks.text)))
    return "".join(
        _DRAWN[type(block)](block, leading if isinstance(block, Line) and isinstance(after, Table) else place)
        for block, after in zip_longest(listed, listed[1:])
    )


def _heading(block: Heading, place: Place) -> str:
    text = "\n".join(balanced(block.text)) if block.level == 1 else block.text
    return prose(text, place.looks.of_heading(block.level))


TITLE_ROOM = 38
"""Half-width characters of a title in two-size type that a line takes."""


def balanced(title: str) -> list[str]:
    """A title in one line, or in two of like length broken at a blank: no word of it is torn apart."""
    words = title.split(" ")
    if width(title) <= TITLE_ROOM or len(words) == 1:
        return [title]
    broken = [[" ".join(words[:at]), " ".join(words[at:])] for at in range(1, len(words))]
    return min(broken, key=lambda lines: abs(width(lines[0]) - width(lines[1])))


def _line(block: Line, place: Place) -> str:
    return prose(block.text.strip(), place.looks.text) if block.text.strip() else ""


def _chart(block: Chart, place: Place) -> str:
    if is_native(block):
        return filled_paragraph(place.drawing(block), place.looks.figure)
    return prose(block.told, place.looks.text) if block.told else ""


def _pictures(block: Pictures, place: Place) -> str:
    runs, captions = place.photographs(block)
    if not runs:
        return ""
    shown = filled_paragraph(runs, place.looks.figure.with_paragraph(KEEP_WITH_NEXT))
    last = place.looks.caption.with_paragraph(END_OF_FIGURE)
    looks = [place.looks.caption] * (len(captions) - 1) + [last]
    return shown + "".join(map(prose, captions, looks))


KEEP_WITH_NEXT = "<w:keepNext/>"
END_OF_FIGURE = '<w:keepNext w:val="0"/>'
"""A caption stands above a table and keeps to it; below pictures it belongs to what is above."""


def _table(block: Table, place: Place) -> str:
    looks = place.looks
    caption = prose(block.title, kept(looks.caption)) if block.title else ""
    right = tuple(column.right for column in block.columns)
    grid = Grid(_widths(block, place.room), looks.table_head, looks.table_text, right, looks.table_style)
    gap = paragraph("", looks.figure)
    return caption + table([c.title for c in block.columns], (row.cells for row in block.rows), grid) + gap


_DRAWN: Mapping[type, Callable[..., str]] = {
    Heading: _heading, Line: _line, Table: _table, Chart: _chart, Pictures: _pictures,
}  # fmt: skip

CHARACTER = 120
"""Twips of a half-width character in the size of tables, 12 points."""

NARROWEST, WIDEST, FLEXIBLE = 5, 26, 52
"""Half-width characters that a column is taken to need at least and at most; the most of one that wraps its text."""


def _widths(block: Table, room: int) -> list[int]:
    """The room shared out by what stands in the columns; where it is scarce, those give way that wrap their text."""
    needs = [_need(column, [row.cells[n] for row in block.rows]) for n, column in enumerate(block.columns)]
    spare = room / CHARACTER - sum(needs)
    yielding = sum(need for need, column in zip(needs, block.columns, strict=True) if column.flexible)
    if spare < 0 and yielding + spare >= FLEXIBLE / 4:
        shrunk = (yielding + spare) / yielding
        needs = [need * shrunk if column.flexible else need for need, column in zip(needs, block.columns, strict=True)]
    return shared(needs, room)


def _need(column: Column, cells: Sequence[str]) -> float:
    """Half-width characters; a heading may take two lines, what wraps anyway needs less than it holds."""
    longest = max((max(map(width, cell.split("\n"))) for cell in cells), default=0)
    return min(max(longest, width(column.title) / 2, NARROWEST), FLEXIBLE if column.flexible else WIDEST) + 2


def shared(needs: Sequence[float], room: int) -> list[int]:
    """Whole twips that add up to ``room``, in proportion to the needs."""
    total, so_far, edges = sum(needs), 0.0, [0]
    for need in needs:
        so_far += need
        edges.append(round(room * so_far / total))
    return [right - left for left, right in pairwise(edges)]


LEDGER: Mapping[str, float] = {
    "id": 13, "raised": 12, "place": 10, "reporter": 8, "title": 28, "category": 7, "tier": 6, "owner": 12,
    "due": 12, "handling": 44, "state": 8, "satisfaction": 7,
}  # fmt: skip
"""The columns of the ledger that a turned page has room for, with the half-width characters they need."""


def ledger_xml(states: Iterable[IssueState], extent: Extent, place: Place) -> str:
    """The ledger as a table; a line where it is empty."""
    rows = [_ledger_row(state, extent) for state in states]
    if not rows:
        return prose(say("ledger.none"), place.looks.text)
    looks = place.looks
    grid = Grid(shared([*LEDGER.values()], place.room), looks.ledger_head, looks.ledger_text, (), looks.table_style)
    return table([say(f"ledger.col-{id}") for id in LEDGER], rows, grid)


def _ledger_row(state: IssueState, extent: Extent) -> list[str]:
    cells = row_of(state, extent)
    return ["" if cells[PLACES[id]] is None else str(cells[PLACES[id]]) for id in LEDGER]
