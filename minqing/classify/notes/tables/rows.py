"""The rows of a pasted table as lines of a paste: headings, rows below them, numbered rows without any."""

from __future__ import annotations

from itertools import pairwise

from minqing.classify.notes.behind_doors import is_called, is_nothing
from minqing.classify.notes.gathered import settled_day
from minqing.classify.notes.header.facts import Fact, read_date
from minqing.classify.notes.header.headers import read_header
from minqing.classify.notes.reading import LONGEST_TITLE, Reading
from minqing.classify.notes.tables.guessed import guessed_sheet
from minqing.classify.notes.tables.sheets import (
    IN_ORDER,
    Sheet,
    SheetRow,
    cells,
    filled,
    headed_without_tabs,
    is_in_order,
    is_rule,
    labelled_row,
    plain_row,
    read_row,
    row_without_tabs,
    sheet_of,
)
from minqing.classify.sentence.endings import is_settled, leaves_open
from minqing.domain.patterns import pattern


def of_table(reading: Reading, number: int, line: str) -> bool:
    """A row of a table, its row of headings, or the stroke below that."""
    sheet, row = _table_row(reading, number, line)
    if row is None:
        reading.sheet = None
        return False
    if sheet and not sheet.headed:
        reading.sheet, reading.row_above, sheet = sheet, [], None
    if sheet or (reading.sheet and is_rule(row)):
        reading.close()
        reading.sheet, reading.row_above = sheet or reading.sheet, []
        reading.walk.told.append(Fact("table", line.strip(), line, number))
        return True
    if reading.sheet and _SUM.fullmatch(next(filter(None, row), "")):
        return _of_sum(reading, number, line, row)
    if reading.sheet:
        row = reading.row_above = filled(reading.sheet, row, reading.row_above)
        facts, row = _facts_of(reading.sheet, row, reading, number)
        if is_in_order(reading.sheet, row) or _says_nothing(reading.sheet, row):
            reading.close()
            reading.walk.body[number] = line
            return True
        read = _with_who_said_it(reading.sheet, read_row(reading.sheet, row))
        if read is None or len(read.title) > LONGEST_TITLE:
            return False
        reading.close()
        _begin_walk(reading, number, facts, read.values.get("date", ""))
        reading.walk.take(facts)
        title = _dated(reading, number, read.title, read.values.pop("date", ""))
        reading.raise_issue(number, line, title, None, **read.values).ticked = read.settled
        reading.open = None
        return True
    return _of_plain_row(reading, number, line, row)


_SUM = pattern("(?:合计|总计|小计|共计|汇总)[:：]?")


def _of_sum(reading: Reading, number: int, line: str, row: list[str]) -> bool:
    """The last row of a table, which says what there was in all: no matter, but perhaps the steps; it stays."""
    reading.close()
    for label, value in pairwise(row):
        header = read_header(f"{label}:{value}", reading.around, number) if label and value else None
        if header and header.whole and not reading.walk.contradicts(header.facts):
            reading.walk.take(header.facts)
    reading.walk.body[number] = line
    return True


def _table_row(reading: Reading, number: int, line: str) -> tuple[Sheet | None, list[str] | None]:
    """The cells of a line of a table, and the table that begins with it where they are its headings."""
    row = cells(line, within=reading.sheet is not None and not reading.sheet.parted)
    if row is not None:
        return sheet_of(row) or _guessed(reading, number, row), row
    pasted = reading.pasted[number - 1]
    if reading.sheet and (row := row_without_tabs(reading.sheet, line) or row_without_tabs(reading.sheet, pasted)):
        return None, row
    headed = headed_without_tabs(line) if reading.sort != "aside" else None
    return headed, list(headed.headings) if headed else None


def _guessed(reading: Reading, number: int, row: list[str]) -> Sheet | None:
    """The table that begins with a row whose headings, if it has any, do not say where the matter is."""
    if reading.sheet or reading.sort == "aside" or number < reading.no_table_before or _tells_facts(reading, number):
        return None
    rows = [row]
    for line in reading.lines[number : number + _LOOKED_AT]:
        below = cells(line)
        if below is None or not len(row) - 1 <= len(below) <= len(row) + 1:
            break
        rows.append(below)
    sheet = guessed_sheet([r for r in rows if not is_rule(r)], reading.community)
    if sheet is None:
        reading.no_table_before = number + len(rows)
    return sheet


def _tells_facts(reading: Reading, number: int) -> bool:
    """Whether the line is the head of a form, as 日期:… 天气:… 步数:… side by side: no row of what is below it."""
    header = read_header(reading.lines[number - 1], reading.around, number)
    return bool(header and header.whole)


_LOOKED_AT = 60
"""Rows by which the columns of a table are known."""


def of_pairs(reading: Reading, number: int, line: str) -> bool:
    """``描述:菜市场北口污水横流 状态:已上报``: a matter with its headings in the line."""
    found = labelled_row(line) if reading.sort != "aside" else None
    read = read_row(*found) if found else None
    if read is None or not any(c.isalnum() for c in read.title):
        return False
    reading.close()
    reading.walk.told.append(Fact("label", line.strip(), line.strip(), number))
    title = _dated(reading, number, read.title, read.values.pop("date", ""))
    reading.raise_issue(number, line, title, None, **read.values).ticked = read.settled
    reading.open = None
    return True


def _says_nothing(sheet: Sheet, row: list[str]) -> bool:
    """Whether nobody was in, or all was well, in every column that could hold a matter: 没人, 身体好."""
    told = [cell for name, cell in zip(sheet.columns, row, strict=False) if name in ("title", "outcome") and cell]
    return bool(told) and all(is_nothing(cell) for cell in told)


def _with_who_said_it(sheet: Sheet, read: SheetRow | None) -> SheetRow | None:
    """A row of a table without headings; what stands among people and is nobody (楼道) belongs to the matter."""
    who = read.values.get("reporter", "") if read and not sheet.headed else ""
    if read is None or not who or is_called(who):
        return read
    return SheetRow(f"{read.title},{who}", {k: v for k, v in read.values.items() if k != "reporter"}, read.settled)


def _facts_of(sheet: Sheet, row: list[str], reading: Reading, number: int) -> tuple[list[Fact], list[str]]:
    """What the columns of the walk itself say (``人员``, ``步数``), and the row without them."""
    found: list[Fact] = []
    rest = list(row)
    for position, (name, heading) in enumerate(zip(sheet.columns, sheet.headings, strict=True)):
        cell = row[position] if position < len(row) else ""
        header = read_header(f"{heading}:{cell}", reading.around, number) if cell and not name and heading else None
        if header and header.whole and all(fact.name != "date" for fact in header.facts):
            found += header.facts
            rest[position] = ""
    return found, rest


def _begin_walk(reading: Reading, number: int, facts: list[Fact], text: str) -> None:
    """A row with another day is the first of the next walk: with what belongs to a walk, or below days of walks."""
    day = read_date(text, reading.around) if text else None
    known = settled_day(reading.walk, reading.around.today)
    if day and known and (day != known if facts else day > known and _days_of_walks(reading)):
        sheet = reading.sheet
        reading.next_walk(number)
        reading.sheet = sheet


def _days_of_walks(reading: Reading) -> bool:
    """Whether the walk's day was read from a row above, of a column that does not say when things were found."""
    day, sheet = reading.walk.facts.get("date"), reading.sheet
    row = cells(reading.lines[day.line - 1]) if day and sheet and day.line else None
    headings = dict(zip(sheet.columns, sheet.headings, strict=True)) if sheet else {}
    return row is not None and "发" not in headings.get("date", "发")


def _dated(reading: Reading, number: int, title: str, text: str) -> str:
    """A row's title; its date is the walk's where the walk has none, and stays in the title where it is another one."""
    day = read_date(text, reading.around) if text else None
    known = settled_day(reading.walk, reading.around.today)
    if day and known is None:
        reading.walk.take([Fact("date", day, text, number)])
    return title if not text or (day and known in (None, day)) else f"{title},{text}"


def _of_plain_row(reading: Reading, number: int, line: str, row: list[str]) -> bool:
    text = plain_row(row)
    if text is None or reading.sort == "aside" or any(cell and IN_ORDER.fullmatch(cell) for cell in row[1:]):
        return False
    reading.close()
    settled = [is_settled(cell) for cell in row[1:]]
    reading.raise_issue(number, line, text).settled |= any(settled) and not leaves_open(text)
    reading.open = None
    return True
