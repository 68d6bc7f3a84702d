"""What is shown, before it is drawn: headings, lines and tables without any medium's marks."""

from __future__ import annotations

from minqing.domain.values import dataclass, field


@dataclass(frozen=True, slots=True)
class Heading:
    """The title of what follows; ``level`` 1 is the whole answer's, 2 a section's."""

    text: str
    level: int = 1


@dataclass(frozen=True, slots=True)
class Line:
    """One line of text; ``tone`` is ``plain``, ``dim``, ``good``, ``warn`` or ``bad``; ``indent`` in columns."""

    text: str
    tone: str = "plain"
    indent: int = 0


@dataclass(frozen=True, slots=True)
class Column:
    """A column of a table; a ``flexible`` one takes the room that is left and wraps its text."""

    title: str
    right: bool = False
    flexible: bool = False


@dataclass(frozen=True, slots=True)
class Row:
    """The cells of one row, with the tone of the whole row."""

    cells: tuple[str, ...]
    tone: str = "plain"


@dataclass(frozen=True, slots=True)
class Table:
    """Columns and rows."""

    columns: tuple[Column, ...]
    rows: tuple[Row, ...] = field(default_factory=tuple)


Block = Heading | Line | Table
