"""Rows of a ledger made into matters of the diary, or refused with the reason; nothing is passed over in silence."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from itertools import islice
from typing import TYPE_CHECKING, TypeAlias

from minqing.domain.community import Community
from minqing.domain.model import Issue
from minqing.domain.patterns import pattern
from minqing.domain.values import dataclass
from minqing.ledger.days import year_in
from minqing.ledger.grid import Cell, GridRow, as_text, is_blank
from minqing.ledger.layout import Layout
from minqing.ledger.mapping import Meanings
from minqing.text.normal import folded, one_line

if TYPE_CHECKING:
    from minqing.ledger.matter import Reading

_TOTAL = pattern(
    r"(?:本?[页月年季周]?\s*)?(?:合\s*计|总\s*计|小\s*计|共\s*计|累\s*计|total|subtotal)(?:[\s:(\d].*)?", 2
)
_FOOT = pattern(
    r"\s*(?:填表|制表|审核|统计|报送|负责|联系|填报|备\s*注|说\s*明|注)[人单位日期时间]*\s*[:：].*|第.{1,4}页.*"
)


@dataclass(frozen=True, slots=True)
class Told:
    """Something to say of a row: the ``code`` of a sentence, the heading of its column and what stands there."""

    code: str
    column: str = ""
    value: str = ""


@dataclass(frozen=True, slots=True)
class Contact:
    """Who brought a matter in, as it must not stand in the diary: full name, telephone, identity number, address."""

    name: str = ""
    phone: str = ""
    identity: str = ""
    address: str = ""


@dataclass(frozen=True, slots=True)
class Matter:
    """A row that became a matter of ``day``, in an entry of ``kind``.

    ``issue.id`` is the row's own id, or nothing where it is to be given one. ``remarks`` are what the format has no
    key for; ``notes`` what was assumed; ``suggested`` the fields that no cell told; ``placed`` whether a column told
    the place. ``contact`` is what was kept out of the issue.
    """

    row: int
    day: date
    kind: str
    issue: Issue
    remarks: tuple[str, ...] = ()
    notes: tuple[Told, ...] = ()
    suggested: tuple[str, ...] = ()
    placed: bool = False
    contact: Contact | None = None
    cells: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Refused:
    """A row that could not be understood, with every reason."""

    row: int
    why: tuple[Told, ...]
    cells: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Passed:
    """A row that is no matter of this community's ledger: ``total``, ``heading``, ``lone`` text, ``year``,
    ``community`` (another one's)."""

    row: int
    code: str
    text: str


AT_ONCE = 500
"""Rows that are held together, so that what has to be suggested for them is read together."""

Row: TypeAlias = Matter | Refused | Passed


@dataclass(frozen=True, slots=True)
class Ground:
    """What rows are read with: the settings, today, the mapping, whose rows are wanted, the year where none is told."""

    community: Community
    today: date
    meanings: Meanings
    wanted: str | None = None
    year: int | None = None


def read_rows(layout: Layout, ground: Ground) -> Iterator[Row]:
    """Every row below the heading as what it is, in order."""
    from minqing.ledger.matter import RowReader

    years = [
        ground.meanings.year,
        *(year_in(text) for text in reversed(layout.above)),
        year_in(layout.sheet.name),
        ground.year,
    ]
    reader = RowReader(layout, ground, next((year for year in years if year), None))
    for some in _slices(layout.data()):
        begun: list[Row | Reading] = []
        for number, cells in some:
            passed = _passed(layout, number, cells)
            if passed and passed.code == "year":
                reader.year = year_in(passed.text)
            begun.append(passed or reader.begun(number, cells))
        yield from reader.ended(begun)


def _slices(rows: Iterator[GridRow]) -> Iterator[list[GridRow]]:
    return iter(lambda: list(islice(rows, AT_ONCE)), [])


def _passed(layout: Layout, number: int, cells: list[Cell]) -> Passed | None:
    """Whether a row is none of the ledger: a total, the heading again, a year or a signature over the page."""
    texts = [as_text(cell) for cell in cells if not is_blank(cell)]
    shown = one_line(" ".join(texts))[:80]
    if any(_TOTAL.fullmatch(folded(text)) for text in texts[:2]):
        return Passed(number, "total", shown)
    same = sum(isinstance(c, str) and one_line(c) == h != "" for c, h in zip(cells, layout.headings, strict=False))
    if same > 1 and same * 2 >= len(texts):
        return Passed(number, "heading", shown)
    if len(set(texts)) == 1:
        return Passed(number, "year" if year_in(texts[0]) and len(texts[0]) <= 30 else "lone", shown)
    return Passed(number, "lone", shown) if len(texts) <= 4 and all(map(_FOOT.fullmatch, texts[:1])) else None
