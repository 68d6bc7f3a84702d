"""Days as ledgers write them: real ones, numbers of Excel, and texts in every style that has one reading."""

from __future__ import annotations

import re
from datetime import date, datetime, timedelta
from functools import lru_cache

from minqing.domain.patterns import pattern
from minqing.ledger.grid import Cell, as_text
from minqing.text.normal import half_width
from minqing.text.values import calendar_day, styled_date

YEARS = range(1980, 2100)
"""Years that a ledger's day can lie in."""

LONGEST_CLOCK = 60
"""Characters behind a day that can be a time and the day of the week; more of them take the pattern long to refuse."""

_FIRST, _FIRST_1904 = date(1899, 12, 30), date(1904, 1, 1)
_SERIAL = pattern(r"([2-7]\d{4})(?:\.\d+)?")
_CLOCK = pattern(r"[\sT]*(?:(?:上|下)午|晚上?|早上?|中午)?\s*"
                 r"(?:\d{1,2}\s*[:时点h]\s*(?:\d{1,2}\s*[:分]?)?(?:\d{1,2}(?:\.\d+)?秒?)?)?"
                 r"(?:Z|[+]\d\d:?\d\d)?\s*(?:[(]?(?:星期|周)[一二三四五六日天][)]?)?", re.IGNORECASE)  # fmt: skip
_SHORT = pattern(r"(\d{2})\s?[-/.年]\s?(\d{1,2})\s?[-/.月]\s?(\d{1,2})\s?[日号]?(?!\d)")
_NO_YEAR = pattern(r"(\d{1,2})\s?(?:月\s?|[-/.])(\d{1,2})\s?[日号]?(?!\d)")
_YEAR_LAST = pattern(r"(\d{1,2})[-/.](\d{1,2})[-/.](\d{4})(?!\d)")
_YEAR = pattern(r"(?<!\d)((?:19|20)\d{2})\s*年(?!\s*\d{1,2}\s*月\s*\d{1,2})|^\s*((?:19|20)\d{2})\s*$")
_NUMERALS = {c: str(i) for i, c in enumerate("〇一二三四五六七八九")} | {"零": "0", "○": "0"}
_CHINESE_BARE = pattern("([一二三四五六七八九十]{1,2})月([一二三四五六七八九十]{1,3})[日号]?(?![一二三四五六七八九十])")
_CHINESE = pattern(
    r"([〇零○一二三四五六七八九]{4})年([一二三四五六七八九十]{1,3})月([一二三四五六七八九十]{1,3})[日号]?"
)


def read_day(cell: Cell, year: int | None = None, *, from_1904: bool = False) -> date | None:
    """The day that stands in a cell; ``None`` where there is none or it could be two.

    ``year`` completes a day that names none (a heading ``2019年`` above it).
    """
    if isinstance(cell, datetime):
        return cell.date() if cell.year in YEARS else None
    return _written_day(as_text(cell), year, from_1904)


@lru_cache(maxsize=8192)
def _written_day(written: str, year: int | None, from_1904: bool) -> date | None:
    """A day from its text: many rows of a ledger are of one day."""
    text = half_width(written)
    serial = _SERIAL.fullmatch(text)
    if serial:
        return (_FIRST_1904 if from_1904 else _FIRST) + timedelta(days=int(serial[1]))
    found = _styled(text) or _chinese(text) or _shorter(text, year)
    if found is None:
        return None
    day, end = found
    is_day = day.year in YEARS and len(text) - end <= LONGEST_CLOCK and _CLOCK.fullmatch(text[end:])
    return day if is_day else None


def _styled(text: str) -> tuple[date, int] | None:
    """A day with its whole year first."""
    found = styled_date(text)
    if found is None or text[found[1] : found[1] + 1] not in ("日", "号"):
        return found
    return found[0], found[1] + 1


def _chinese(text: str) -> tuple[date, int] | None:
    """二〇一九年七月二日."""
    found = _CHINESE.match(text)
    if not found:
        return None
    day = calendar_day("".join(_NUMERALS[c] for c in found[1]), str(_small(found[2])), str(_small(found[3])))
    return (day, found.end()) if day else None


def _small(text: str) -> int:
    tens, ten, ones = text.rpartition("十")
    high = int(_NUMERALS[tens]) if tens in _NUMERALS else 1 if ten else 0
    return high * 10 + (int(_NUMERALS[ones]) if ones in _NUMERALS else 0)


def _shorter(text: str, year: int | None) -> tuple[date, int] | None:
    """A day with its year behind it, in two digits, or with none; what could be two days is none."""
    last = _YEAR_LAST.match(text)
    if last:
        a, b = int(last[1]), int(last[2])
        readings = {calendar_day(last[3], str(m), str(d)) for m, d in ((a, b), (b, a))} - {None}
        return next(((day, last.end()) for day in readings if day and len(readings) == 1), None)
    short = _SHORT.match(text)
    if short:
        day = calendar_day(f"20{short[1]}", short[2], short[3])
        return (day, short.end()) if day else None
    bare = _without_year(text)
    day = calendar_day(str(year), *bare[:2]) if bare and year else None
    return (day, bare[2]) if bare and day else None


def _without_year(text: str) -> tuple[str, str, int] | None:
    """The month and the day of 7月2日, 7.2 or 七月二号, and where they end."""
    bare = _NO_YEAR.match(text)
    if bare:
        return bare[1], bare[2], bare.end()
    said = _CHINESE_BARE.match(text)
    return (str(_small(said[1])), str(_small(said[2])), said.end()) if said else None


def lacks_year(cell: Cell) -> bool:
    """Whether a day stands in a cell that only lacks its year."""
    return read_day(cell) is None and read_day(cell, 2020) is not None


def year_in(text: str) -> int | None:
    """The year that a heading or the name of a sheet tells of: ``2019年民情台账``, ``2019``."""
    found = _YEAR.search(half_width(text))
    return int(found[1] or found[2]) if found else None


def leading_day(text: str, raised: date, today: date) -> tuple[date, str] | None:
    """The day at the start of a piece of handling, and what follows it; without a year the first one since raised."""
    plain = half_width(text)
    found = _styled(plain)
    if found is None:
        bare = _without_year(plain)
        if not bare or not re.match(r"[日号\s:,、.]|[^\d]", plain[bare[2] : bare[2] + 1] or " "):
            return None
        days = (calendar_day(str(y), *bare[:2]) for y in (raised.year, raised.year + 1))
        day = next((d for d in days if d and raised <= d <= today), None)
        found = (day, bare[2]) if day else None
    if found is None:
        return None
    return found[0], plain[found[1] :].lstrip(" \t:,.、。-—日号")
