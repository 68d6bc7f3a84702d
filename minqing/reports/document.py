"""What is shown, before it is drawn: headings, lines, tables and charts without any medium's marks."""

from __future__ import annotations

from decimal import Decimal

from minqing.domain.values import dataclass, field
from minqing.messages import say

Number = int | Decimal
"""A figure of a chart; sums of kilometres are exact decimals."""


@dataclass(frozen=True, slots=True)
class Heading:
    """The title of what follows; ``level`` 1 is the whole answer's, 2 a section's, 3 a part's."""

    text: str
    level: int = 1


@dataclass(frozen=True, slots=True)
class Line:
    """One line of text; ``tone`` is ``plain``, ``dim``, ``good``, ``warn`` or ``bad``; ``indent`` in columns.

    ``figures`` are the keys of the figures it tells (see ``reports.trace``), for media that lead to what is behind.
    """

    text: str
    tone: str = "plain"
    indent: int = 0
    figures: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Column:
    """A column of a table; a ``flexible`` one takes the room that is left and wraps its text.

    ``most``: where the screen is too narrow for the table, the column keeps to so many columns of it.
    """

    title: str
    right: bool = False
    flexible: bool = False
    most: int = 0


@dataclass(frozen=True, slots=True)
class Row:
    """The cells of one row, with the tone of the whole row.

    ``figures`` holds the key of the figure in each cell (``""``: none) or nothing; ``issue`` the id of the issue
    that the row is about.
    """

    cells: tuple[str, ...]
    tone: str = "plain"
    figures: tuple[str, ...] = ()
    issue: str = ""


@dataclass(frozen=True, slots=True)
class Table:
    """Columns and rows; ``title`` says what the table holds, for media that name their tables."""

    columns: tuple[Column, ...]
    rows: tuple[Row, ...] = field(default_factory=tuple)
    title: str = ""


@dataclass(frozen=True, slots=True)
class Series:
    """One run of figures of a chart, one for each label; ``None`` where there is none to show."""

    name: str
    values: tuple[Number | None, ...]

    @property
    def total(self) -> Number:
        """All of them together."""
        return sum((value for value in self.values if value is not None), start=0)


BARS, STACKED, LINE, HEAT, CALENDAR = "bars", "stacked", "line", "heat", "calendar"
"""Kinds of chart.

``bars`` and ``stacked``: a bar for each label, of one series or of several on top of each other. ``line``: each series
along the labels, which are points in time. ``heat``: a row for each series, a column for each label, dark where the
figure is high. ``calendar``: likewise, and a figure says 1 (it was so), 0 (it was missed) or ``None`` (no such day).
"""


@dataclass(frozen=True, slots=True)
class Chart:
    """Figures to be drawn: ``kind`` is one of the kinds above, ``unit`` what is counted (件, 步).

    ``text`` is the alternative: what the picture tells, in a sentence, for whoever does not see it. ``name`` is what
    its figures are traced by (see ``reports.charts``).
    """

    kind: str
    title: str
    labels: tuple[str, ...]
    series: tuple[Series, ...]
    unit: str = ""
    text: str = ""
    name: str = ""

    @property
    def is_empty(self) -> bool:
        """Whether there is nothing to draw: no label, or no figure but nought."""
        return not self.labels or not any(
            value is not None and (value or self.kind == CALENDAR) for value in self.values
        )

    @property
    def told(self) -> str:
        """The sentence that stands for the picture where it cannot be drawn; it names no map that is not there."""
        if self.is_empty or self.kind in (HEAT, CALENDAR) or not self.text:
            return "" if self.is_empty else self.text
        return say("charts.in-words", title=self.title, figures=self.text)

    @property
    def values(self) -> tuple[Number | None, ...]:
        """The figures of all series."""
        return tuple(value for series in self.series for value in series.values)


@dataclass(frozen=True, slots=True)
class Pictures:
    """Photographs side by side, before and after: their paths in the workspace (``photos/…``), what they show in words,
    and what stands below each of them."""

    paths: tuple[str, ...]
    text: str = ""
    captions: tuple[str, ...] = ()

    def told(self, place: int) -> str:
        """What the picture at a place shows, for whoever does not see it."""
        return ": ".join(filter(None, (self.text, *self.captions[place : place + 1])))


Block = Heading | Line | Table | Chart | Pictures
