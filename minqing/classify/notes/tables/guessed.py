"""A table whose headings say little or are not there: what its columns hold, by what stands in them.

Rows of as many cells below each other are a table. A column of houses and spots holds the places, one of people who
said so, one of 已办结 and 未完 what came of it; the matter stands where most cells say what is wrong.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from minqing.classify.notes.behind_doors import is_called
from minqing.classify.notes.header.facts import DATE
from minqing.classify.notes.tables.columns import column_of
from minqing.classify.notes.tables.sheets import Sheet, is_outcome
from minqing.classify.sentence.places import find_place
from minqing.classify.sentence.remarks import complains
from minqing.domain.community import Community
from minqing.domain.patterns import pattern
from minqing.text.compiled import compiled
from minqing.text.normal import aligned

_FEWEST_ROWS, _FEWEST_COLUMNS = 2, 3
_MOST = 0.6
_SOME = 0.4
_FEWEST_WORDS = 5
_LONGEST_HEADING = 8

_NUMBER = pattern(r"\d{1,3}[.、)]?")
_SPOT = pattern(r"\S{0,14}(?:[号栋幢楼院门室口库房棚场站园亭巷弄路边角侧]|\d{3,4})")
_OF_STAFF = pattern("走访|巡查|检查|记录|登记|填报|填表|网格|发现|社工|责任|负责|承办|处理|谁去|谁管")
"""What the columns of those who walk are called."""

_SIGNS = frozenset("√✓✔✅×✗✘❌✖")


def guessed_sheet(rows: Sequence[Sequence[str]], community: Community) -> Sheet | None:
    """The table some rows make; ``None`` where nothing that is the matter stands in most of them."""
    headed = len(rows) > _FEWEST_ROWS and _is_head(rows[0])
    told = rows[1:] if headed else rows
    width = len(told[0]) if told else 0
    if len(told) < _FEWEST_ROWS or width < _FEWEST_COLUMNS:
        return None
    columns = [[row[at] for row in told if at < len(row) and row[at]] for at in range(width)]
    named = [column_of(cell) for cell in rows[0][:width]] if headed else []
    names = [*named, *[""] * (width - len(named))]
    for at, cells in enumerate(columns):
        if not names[at] and cells:
            found = _held(cells, community)
            found = "" if found == "reporter" and headed and _OF_STAFF.search(rows[0][at]) else found
            names[at] = found if found not in names else ""
    matter = _matter(names, columns)
    if matter is None:
        return None
    names[matter] = "title"
    headings = tuple(rows[0]) if headed else ("",) * width
    sheet = Sheet(tuple(names), headings, headed=headed)
    return sheet if {*names} & {"place", "reporter", "outcome"} else None


def _is_head(row: Sequence[str]) -> bool:
    """Whether a row can be one of headings: short words, no numbers, nothing that is wrong."""
    told = [cell for cell in row if cell]
    return len({*told}) == len(row) and all(
        len(cell) <= _LONGEST_HEADING and not any(c.isdigit() for c in cell) and not is_outcome(cell) for cell in told
    )


def _held(cells: Sequence[str], community: Community) -> str:
    """What a column holds; ``""`` for text of any kind."""

    def mostly(test: Callable[[str], object]) -> bool:
        return sum(bool(test(cell)) for cell in cells) >= _MOST * len(cells)

    tests: tuple[tuple[str, Callable[[str], object]], ...] = (
        ("outcome", lambda cell: is_outcome(cell) or cell in _SIGNS),
        ("number", lambda cell: _NUMBER.fullmatch(aligned(cell))),
        ("date", lambda cell: compiled(DATE).fullmatch(aligned(cell))),
        ("reporter", is_called),
        ("place", lambda cell: _is_spot(cell, community)),
    )
    return next((name for name, test in tests if mostly(test)), "")


def _is_spot(cell: str, community: Community) -> bool:
    if complains(cell) or len(cell) > 16:
        return False
    return find_place(cell, community) == cell or bool(_SPOT.fullmatch(aligned(cell)))


def _matter(names: Sequence[str], columns: Sequence[Sequence[str]]) -> int | None:
    """Which column holds the matter: the one that has it by name, else where most cells say what is wrong.

    Where the other columns make it plain that this is a table of matters it is the one that says most.
    """
    if "title" in names:
        return list(names).index("title")
    texts = {at: cells for at, cells in enumerate(columns) if cells and not names[at]}
    wrong = {at: sum(map(complains, cells)) / len(cells) for at, cells in texts.items()}
    best = max(wrong, key=lambda at: (wrong[at], -at), default=None)
    if best is not None and wrong[best] >= _SOME:
        return best
    if "outcome" not in names or not {*names} & {"place", "reporter"}:
        return None
    says = {at: sum(map(len, cells)) / len(cells) for at, cells in texts.items()}
    longest = max(says, key=lambda at: (says[at], -at), default=None)
    return longest if longest is not None and says[longest] >= _FEWEST_WORDS else None
