"""The rows of a pasted table as lines of a paste: headings, rows below them, numbered rows without any."""

from __future__ import annotations

from minqing.classify.facts import Fact, read_date
from minqing.classify.gathered import settled_day
from minqing.classify.reading import LONGEST_TITLE, Reading
from minqing.classify.sheets import cells, is_rule, plain_row, read_row, sheet_of


def of_table(reading: Reading, number: int, line: str) -> bool:
    """A row of a table, its row of headings, or the stroke below that."""
    row = cells(line)
    if row is None:
        reading.sheet = None
        return False
    sheet = sheet_of(row)
    if sheet or (reading.sheet and is_rule(row)):
        reading.close()
        reading.sheet = sheet or reading.sheet
        reading.walk.told.append(Fact("table", line.strip(), line, number))
        return True
    if reading.sheet:
        read = read_row(reading.sheet, row)
        if read is None or len(read.title) > LONGEST_TITLE:
            return False
        reading.close()
        title = _dated(reading, number, read.title, read.values.pop("date", ""))
        reading.raise_issue(number, line, title, None, **read.values).ticked = read.settled
        reading.open = None
        return True
    return _of_plain_row(reading, number, line, row)


def _dated(reading: Reading, number: int, title: str, text: str) -> str:
    """A row's title; its date is the walk's where the walk has none, and stays in the title where it is another one."""
    day = read_date(text, reading.around) if text else None
    known = settled_day(reading.walk, reading.around.today)
    if day and known is None:
        reading.walk.take([Fact("date", day, text, number)])
    return title if not text or (day and known in (None, day)) else f"{title},{text}"


def _of_plain_row(reading: Reading, number: int, line: str, row: list[str]) -> bool:
    text = plain_row(row)
    if text is None or reading.sort == "aside":
        return False
    reading.close()
    reading.raise_issue(number, line, text)
    reading.open = None
    return True
