"""Where in a sheet the ledger begins: its heading below titles, over one row or two, and what its columns mean."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import islice

from minqing.domain.community import Community
from minqing.domain.values import dataclass, replace
from minqing.ledger.fields import BY_ID, LEAVE, REMARK, field_named
from minqing.ledger.grid import Cell, GridRow, NoValue, Sheet, as_text, filled, is_blank
from minqing.ledger.looks import looked_like
from minqing.text.normal import one_line, visible

LOOKED_AT = 40
"""Rows in which the heading is looked for."""

SAMPLED = 60
"""Rows whose values are looked at to tell what a column is."""

SHOWN = 3
"""Values that are shown of each column."""

LONGEST_SAMPLE = 24

LONGEST_NAME = 8
"""Characters of a word that may be a heading although nobody knows it."""

SHORTEST_MATTER = 4
"""Characters that matters have on the average, at the least."""

NO_COMMUNITY = Community()


@dataclass(frozen=True, slots=True)
class LedgerField:
    """A column: its place from 0 on, its heading, what it means (the id of a field) and why that is thought.

    ``ground`` is ``name``, ``values``, ``map`` (the mapping says so) or ``unknown``. ``fits``: its values look like it.
    """

    place: int
    heading: str
    field: str
    ground: str
    samples: tuple[str, ...] = ()
    fits: bool = False


@dataclass(frozen=True, slots=True)
class Layout:
    """A sheet that is a ledger: its columns, the first row of data, what stands above it, and its own name.

    ``headings`` are the texts of the heading by column: a row that repeats them is none.
    """

    sheet: Sheet
    columns: tuple[LedgerField, ...]
    first: int
    above: tuple[str, ...]
    headings: tuple[str, ...] = ()

    def of(self, field: str) -> list[LedgerField]:
        """The columns that tell of a field."""
        return [column for column in self.columns if column.field == field]

    @property
    def is_own(self) -> bool:
        """Whether it is a ledger that this program made: nothing in it has to be suggested."""
        known = {column.field for column in self.columns if column.ground in ("name", "map")}
        return {"id", "raised", "title", "handling", "state", "first_due", "followed_up"} <= known

    def data(self) -> Iterator[GridRow]:
        """The rows below the heading."""
        return (row for row in filled(self.sheet) if row[0] >= self.first)


def layout_of(sheet: Sheet, community: Community, chosen: Mapping[str, str] | None = None) -> Layout | None:
    """How a sheet is laid out, ``None`` where it is no ledger: it tells of no matter.

    ``chosen`` says by heading what a column means, whatever it looks like.
    """
    head = list(islice(sheet.rows(), LOOKED_AT))
    at = _heading(head, chosen or {})
    at = _unknown_heading(head) if at is None else at
    headings, first = _texts(sheet, head, at) if at is not None else (_letters(head), 1)
    above = tuple(as_text(cell) for _, cells in head[: at or 0] for cell in cells if not is_blank(cell))
    bare = Layout(sheet, (), first, above if at is not None else (), tuple(headings))
    sample = [cells for _, cells in islice(bare.data(), SAMPLED)]
    columns = _meant(headings, sample, community, chosen or {}, named=at is not None)
    found = {column.field for column in columns}
    if "title" not in found or (at is None and "raised" not in found):
        return None
    return replace(bare, columns=columns)


def _score(cells: Sequence[Cell], chosen: Mapping[str, str]) -> int:
    """How much a row looks like a heading: the fields it names."""
    found: dict[str, int] = {}
    for cell in cells:
        if isinstance(cell, str):
            named = field_named(cell)
            if cell.strip() in chosen:
                found[f"chosen {cell}"] = 4
            elif named:
                found[named[0].id] = max(found.get(named[0].id, 0), named[1])
    return sum(found.values()) if len(found) > 1 else 0


def _heading(head: Sequence[GridRow], chosen: Mapping[str, str]) -> int | None:
    """The row in ``head`` that is the heading; the first one where several look alike."""
    scores = [_score(cells, chosen) for _, cells in head]
    best = max(scores, default=0)
    return scores.index(best) if best >= 4 else None


def _unknown_heading(head: Sequence[GridRow]) -> int | None:
    """The first row that fills several cells, where it is all short words and a column of days begins below it."""
    at = next((n for n, (_, cells) in enumerate(head) if sum(not is_blank(cell) for cell in cells) > 1), None)
    if at is None or not all(is_blank(cell) or _may_name(cell) for cell in head[at][1]):
        return None
    below = [cells for _, cells in head[at + 1 :]]
    for place in range(len(head[at][1])):
        values = [cells[place] for cells in below if place < len(cells) and not is_blank(cells[place])]
        if values and looked_like([*values, *values], NO_COMMUNITY) == "raised":
            return at
    return None


def _may_name(cell: Cell) -> bool:
    text = as_text(cell)
    return isinstance(cell, str) and len(text) <= LONGEST_NAME and not any(c.isdigit() for c in text)


def _texts(sheet: Sheet, head: Sequence[GridRow], at: int) -> tuple[list[str], int]:
    """The headings, taken together where they run over two rows, and the number of the first row of data."""
    number, cells = head[at]
    upper = [one_line(as_text(cell)) for cell in cells]
    below = head[at + 1] if at + 1 < len(head) else None
    if below and _is_second(sheet, number, cells, below):
        return _joined(sheet, number, upper, [one_line(as_text(cell)) for cell in below[1]]), below[0] + 1
    above = head[at - 1] if at else None
    if above and _is_second(sheet, above[0], above[1], head[at]) and sum(not is_blank(c) for c in above[1]) > 1:
        return _joined(sheet, above[0], [one_line(as_text(cell)) for cell in above[1]], upper), number + 1
    return upper, number + 1


def _is_second(sheet: Sheet, number: int, cells: Sequence[Cell], below: GridRow) -> bool:
    """Whether the row below is the second row of a heading: short texts, at places merged with it or left free."""
    spans = [s for s in sheet.merged if s.top == number - 1]
    across = any(span.right > span.left for span in spans)
    down = any(span.bottom > span.top for span in spans)
    filled_below = [cell for cell in below[1] if not is_blank(cell)]
    if not filled_below or not all(isinstance(cell, str) and len(cell) <= 12 for cell in filled_below):
        return False
    free = any(is_blank(c) and not is_blank(b) for c, b in zip([*cells, *[None] * 50], below[1], strict=False))
    named = sum(field_named(str(cell)) is not None for cell in filled_below)
    return below[0] == number + 1 and (across or free) and (down or named * 2 >= len(filled_below)) and named > 0


def _joined(sheet: Sheet, number: int, upper: list[str], lower: list[str]) -> list[str]:
    """Two rows of a heading as one: the lower word where it tells enough, with the upper one where it does not."""
    width = max(len(upper), len(lower))
    upper += [""] * (width - len(upper))
    lower += [""] * (width - len(lower))
    for span in sheet.merged:
        if span.top == number - 1 and span.left < width:
            upper[span.left : span.right + 1] = [upper[span.left]] * (min(span.right + 1, width) - span.left)
    return [_one(up, low) for up, low in zip(upper, lower, strict=True)]


def _one(up: str, low: str) -> str:
    if not low or low == up:
        return up
    both = f"{up}{low}"
    exact = field_named(low)
    return low if not up or (exact and exact[1] == 3 and low not in ("时间", "日期", "内容", "类型")) else both


def _letters(head: Sequence[GridRow]) -> list[str]:
    """The columns' letters, where nothing names them."""
    width = max((len(cells) for _, cells in head), default=0)
    return [_letter(n) for n in range(width)]


def _letter(place: int) -> str:
    high, low = divmod(place, 26)
    return (_letter(high - 1) if high else "") + chr(65 + low)


def _meant(
    headings: Sequence[str], sample: Sequence[Sequence[Cell]], community: Community, chosen: Mapping[str, str], *,
    named: bool,
) -> tuple[LedgerField, ...]:  # fmt: skip
    """What each column means: as chosen, by its name, by what stands in it; each field goes to the likeliest."""
    columns = []
    values = {n: [c[n] for c in sample if n < len(c) and not is_blank(c[n])] for n in range(_width(headings, sample))}
    for n, found in values.items():
        heading = headings[n] if n < len(headings) and headings[n] else _letter(n)
        if (n >= len(headings) or not headings[n]) and not found:
            continue
        columns.append(_column(n, heading, found, community, chosen, named=named))
    return tuple(_with_title(list(_told_apart(columns, values)), values))


def _with_title(columns: list[LedgerField], values: Mapping[int, Sequence[Cell]]) -> list[LedgerField]:
    """Where there are days and nothing is a sentence (灯坏了): the longest words of no other kind are the matter."""
    fields = {column.field for column in columns}
    free = {c.place: _length(values[c.place]) for c in columns if c.field == REMARK and c.ground == "unknown"}
    at = max(free, key=lambda place: free[place], default=None)
    if "title" in fields or "raised" not in fields or at is None or free[at] < SHORTEST_MATTER:
        return columns
    return [replace(c, field="title", ground="values") if c.place == at else c for c in columns]


def _length(values: Sequence[Cell]) -> float:
    """How many characters the texts have on the average; 0 for numbers."""
    texts = [value for value in values if isinstance(value, str) and not value.isascii()]
    return sum(map(len, texts)) / len(values) if values else 0


def _width(headings: Sequence[str], sample: Sequence[Sequence[Cell]]) -> int:
    return max([len(headings), *map(len, sample)], default=0)


def _column(
    n: int, heading: str, values: Sequence[Cell], community: Community, chosen: Mapping[str, str], *, named: bool
) -> LedgerField:
    samples = tuple(dict.fromkeys(_sample(value) for value in values if not isinstance(value, NoValue)))[:SHOWN]
    if heading in chosen:
        return LedgerField(n, heading, chosen[heading], "map", samples)
    by_name = field_named(heading) if named else None
    seen = looked_like(values, community)
    if by_name and not _belied(by_name[0].id, by_name[1], seen):
        return LedgerField(n, heading, by_name[0].id, "name", samples, seen == by_name[0].id)
    return LedgerField(n, heading, seen or REMARK, "values" if seen else "unknown", samples)


_UNLIKELY = {
    "source": ("category", "tier", "state", "satisfaction"),
    "category": ("source", "tier"),
    "handling": ("state", "raised"),
    "state": ("raised",),
    "id": ("ticket",),
    "title": ("raised",),
    "closed": ("state",),
    "ticket": ("phone",),
    "reporter": ("phone",),
}
"""What the values of a column show, and its name does not: ``类型`` over categories, ``是否办结`` over days."""


def _belied(field: str, sure: int, seen: str | None) -> bool:
    if sure < 3 and seen in ("phone", "identity", "category") and seen != field:
        return True
    return seen in _UNLIKELY.get(field, ())


def _sample(value: Cell) -> str:
    text = visible(one_line(as_text(value)))
    return text if len(text) <= LONGEST_SAMPLE else text[: LONGEST_SAMPLE - 1] + "…"


def _told_apart(columns: Sequence[LedgerField], values: Mapping[int, Sequence[Cell]]) -> Iterator[LedgerField]:
    """Each field by one column, the fullest of the surest; the others are kept as remarks."""
    best: dict[str, tuple[int, ...]] = {}
    for column in columns:
        rank = _rank(column, len(values[column.place]))
        best[column.field] = min(best.get(column.field, rank), rank)
    taken: set[str] = set()
    for column in columns:
        rank = _rank(column, len(values[column.place]))
        field = BY_ID.get(column.field)
        free = column.field == LEAVE or (field and field.many)
        if free or (rank == best[column.field] and column.field not in taken):
            taken.add(column.field)
            yield column
        else:
            yield replace(column, field=REMARK, ground="unknown")


_GROUNDS = ("map", "name", "values", "unknown")


def _rank(column: LedgerField, filled_cells: int) -> tuple[int, ...]:
    """How good a column is for its field, the best one lowest: why, how exact, by its values, how full, how usual."""
    words = BY_ID[column.field].words if column.field in BY_ID else ()
    usual = words.index(column.heading) if column.heading in words else len(words)
    return _GROUNDS.index(column.ground), -_exactness(column), -column.fits, -filled_cells, usual


def _exactness(column: LedgerField) -> int:
    found = field_named(column.heading)
    return found[1] if found and found[0].id == column.field else 0
