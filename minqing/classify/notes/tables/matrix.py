"""A table that says of each house how things stand there, a column each: 楼栋 环境 安全 设施.

Its cells are 正常, 良好, 无, or what is wrong there: then they are a matter at the row's place.
"""

from __future__ import annotations

from minqing.classify.notes.header.facts import Fact
from minqing.classify.notes.reading import Reading
from minqing.classify.notes.tables.columns import column_of
from minqing.classify.notes.tables.sheets import IN_ORDER, Sheet, cells, house_of, sheet_of
from minqing.classify.sentence.matters import sounds_like_one
from minqing.classify.sentence.places import find_place
from minqing.classify.sentence.remarks import is_remark

_AMISS = frozenset("× ✗ ✘ ❌ ✖ 坏 差 不合格 异常 有问题".split())  # noqa: SIM905
"""Cells that say that what the heading names is not in order, and no more."""

_FEWEST_IN_ORDER = 2


def of_matrix(reading: Reading, number: int, line: str) -> bool:
    """A row of such a table, or its headings."""
    row = cells(line)
    if row is None or reading.sort == "aside":
        reading.matrix = None
        return False
    if reading.matrix is None:
        return _opens(reading, number, line, row)
    where = reading.matrix.columns.index("place")
    house = house_of(row[where]) if where < len(row) else ""
    if not house or find_place(house, reading.community) != house:
        reading.matrix = None
        return False
    _take_row(reading, number, line, row, house)
    return True


def _opens(reading: Reading, number: int, line: str, row: list[str]) -> bool:
    """Whether a row holds the headings of such a table: a house, and below what mostly is in order."""
    below = cells(reading.lines[number]) if number < len(reading.lines) else None
    names = tuple("place" if column_of(cell) == "place" else "" for cell in row)
    if below is None or "place" not in names or len(below) > len(row):
        return False
    known = sheet_of(row)
    of_none = [cell for at, cell in enumerate(below) if cell and not (known and known.columns[at])]
    if sum(IN_ORDER.fullmatch(cell) is not None for cell in of_none) < _FEWEST_IN_ORDER:
        return False
    reading.close()
    reading.matrix = Sheet(names, tuple(row))
    reading.walk.told.append(Fact("table", line.strip(), line, number))
    return True


def _take_row(reading: Reading, number: int, line: str, row: list[str], house: str) -> None:
    """The matters of one house; what is neither one nor in order stays in the body with the house."""
    rest: list[str] = []
    reading.close()
    headings = reading.matrix.headings if reading.matrix else ()
    for heading, cell in zip(headings, row, strict=False):
        if IN_ORDER.fullmatch(cell) or house_of(cell) == house:
            continue
        if cell in _AMISS or (sounds_like_one(cell, None) and not is_remark(cell)):
            title = f"{heading}{cell}" if cell in _AMISS else cell
            reading.raise_issue(number, line, title, place=house)
        else:
            rest.append(cell)
    reading.open = None
    if rest:
        reading.walk.body[number] = " ".join([house, *rest])
    reading.walk.told.append(Fact("table", line.strip(), line, number))
