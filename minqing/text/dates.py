"""Days and periods as people type them, in Chinese and English; whatever could mean two things is refused.

``parse_day``, ``parse_period`` and ``parse_range`` (a filter's, with open ends) read what the table ``ROWS``
of ``minqing.text.date_rows`` lists, and nothing else.

What a range's second end leaves out, it takes from the first where people mean it so: ``2025年9月至11月``
ends in 2025, ``10月1日到15日`` in October, ``上周一到周五`` in the same week. Where both readings are open
(``2025..6月``) it is refused.
"""

from __future__ import annotations

import re
from datetime import date

from minqing.domain.errors import MISUSE, MinqingError
from minqing.domain.patterns import pattern
from minqing.domain.period import Period
from minqing.domain.values import replace
from minqing.text.date_rows import CALENDAR, EDGE, ROWS, WEEKDAY, Frame, Row
from minqing.text.normal import folded

YEARS = range(1949, 2200)
"""Years a typed date may lie in; anything else is a slip of the finger."""

_SAME = str.maketrans({**dict.fromkeys("‐‑‒–—―−", "-"), **dict.fromkeys("〜∼", "~"), "。": ".", "○": "〇", "零": "〇"})
_LOOSE_BLANK = pattern(r"(?<![0-9a-z]) | (?![0-9a-z])")
_BETWEEN = pattern(r"\.\.|~|[到至]|(?<=[日号])-{1,2}|(?<=[月度])-{1,2}(?=.*[月度]$)")
_SINCE = pattern(r"(?:自从?|从)?(?P<begins>.+?)(?:以来|起|开始)|since (?P<en>.+)")
_OPEN = pattern(r"\.\.|~")
_INHERITS = frozenset({(CALENDAR, CALENDAR), (WEEKDAY, WEEKDAY), (CALENDAR, EDGE)})


def parse_day(text: str, today: date, prefer: str | None = None) -> date:
    """The one day ``text`` names.

    Without a year it is the year of ``today``, a bare weekday that of the week from Monday to Sunday;
    ``prefer`` chooses the latest such day up to today (``past``) or the first from today on (``future``); with
    ``done`` it is the latest one as well, but one of the next weeks is handed back for the caller to refuse.
    Raises ``MinqingError``: ``dates.not-a-day``, ``dates.no-such-day``.
    """
    found = _match(_normal(text))
    period = _read(*found, Frame(today, today, prefer)) if found else None
    if period is None or period.kind != "day":
        raise MinqingError("dates.not-a-day", MISUSE, text=text.strip())
    return period.start


_BY = pattern(r"(.+?)(?:之|以)?前")
"""What is put behind a day by which something is to be done: 月底前, 周五之前."""


def parse_until(text: str, today: date, *, first: bool = False) -> date:
    """The day to come that something is put off to: as ``parse_day``, or the last day of a period (明年3月, 下周).

    月底前 and 周五之前 are that day, too. With ``first`` it is the first day of a period that has not begun. A
    month without a year is the next one. Raises as ``parse_day`` does.
    """
    by = _BY.fullmatch(text.strip())
    found = _match(_normal(text)) or (_match(_normal(by[1])) if by else None)
    period = _read(*found, Frame(today, today, "future")) if found else None
    if found is None or period is None or (period.kind == "range" and period.end <= today):
        raise MinqingError("dates.not-a-day", MISUSE, text=text.strip())
    if period.end < today and period.kind != "day":
        period = _read(*found, Frame(today, date(today.year + 1, 1, 1), "future"))
        if period.end < today:
            raise MinqingError("dates.not-a-day", MISUSE, text=text.strip())
    return period.start if first and period.start > today else period.end


def parse_period(text: str, today: date) -> Period:
    """The period ``text`` names, a single day included.

    ``A..B`` runs from the first day of A to the last of B. A month, quarter or half without a year is the one
    of this year, even if it has not begun. Raises ``MinqingError``: ``dates.not-a-period``,
    ``dates.no-such-day``, ``dates.reversed``.
    """
    start, end = _ends(text, Frame(today, today))
    if start is None or end is None:
        raise _no_period(text)
    if start is end:
        return start
    return Period.span(start.start, end.end)


def parse_range(text: str, today: date, prefer: str | None = None) -> tuple[date | None, date | None]:
    """First and last day of what a filter asks for; an open end is ``None`` (``..周五``, ``2026-11-20..``).

    Raises as ``parse_period`` does.
    """
    start, end = _ends(text, Frame(today, today, prefer))
    return (start.start if start else None, end.end if end else None)


def _ends(text: str, frame: Frame) -> tuple[Period | None, Period | None]:
    """The periods a range begins and ends with; twice the same for a single one, ``None`` for an open end."""
    typed = _normal(text)
    if since := _SINCE.fullmatch(typed):
        begun = _begun(since["begins"] or since["en"], frame.today)
        if begun:
            return begun, Period.of_day(frame.today)
    parts = _BETWEEN.split(typed)
    if len(parts) == 1:
        only = _period(typed, text, frame)[1]
        return only, only
    if len(parts) > 2 or not any(parts) or (not all(parts) and not _OPEN.search(typed)):
        raise _no_period(text)
    if not parts[0]:
        return None, _period(parts[1], text, frame)[1]
    row, start = _period(parts[0], text, frame)
    if not parts[1]:
        return start, None
    return start, _in_order(start, _second(parts[1], text, frame, row, start), text)


def _begun(part: str, today: date) -> Period | None:
    """What something has gone on since: a day that is past or a period that has begun, of last year where need be."""
    found = _match(part)
    if found is None:
        return None
    years = (today, date(today.year - 1, 12, 31)) if found[0].family == CALENDAR else (today,)
    periods = (_read(*found, Frame(today, base, "past")) for base in years)
    return next((one for one in periods if one.start < today or (one.start == today and one.kind != "day")), None)


def _second(part: str, text: str, frame: Frame, first: Row, start: Period) -> Period:
    """The period a range ends with, as part of what its beginning says."""
    found = _match(part)
    if found is None:
        raise _no_period(text)
    anchored = replace(frame, base=start.start, prefer=None)
    if (first.family, found[0].family) not in _INHERITS:
        return _read(*found, frame)
    end = _read(*found, anchored)
    unsure = found[0].family == EDGE or start.kind == "year"
    if unsure and end != _read(*found, frame):
        raise _no_period(text)
    return end


def _in_order(start: Period, end: Period, text: str) -> Period:
    if end.end < start.start:
        raise MinqingError("dates.reversed", MISUSE, text=text.strip(), start=start.start, end=end.end)
    return end


def _period(part: str, text: str, frame: Frame) -> tuple[Row, Period]:
    found = _match(part)
    if found is None:
        raise _no_period(text)
    return found[0], _read(*found, frame)


def _no_period(text: str) -> MinqingError:
    return MinqingError("dates.not-a-period", MISUSE, text=text.strip())


def _match(typed: str) -> tuple[Row, re.Match[str]] | None:
    """The one row that reads the whole of ``typed``."""
    return next(((row, found) for row in ROWS if (found := re.fullmatch(row.pattern, typed))), None)


def _read(row: Row, found: re.Match[str], frame: Frame) -> Period:
    """What the row makes of it. Raises ``dates.no-such-day`` for 30 February and for the year 1234."""
    try:
        period = row.read(found, frame)
        if period.start.year in YEARS and period.end.year in YEARS:
            return period
    except (ValueError, OverflowError):
        pass
    raise MinqingError("dates.no-such-day", MISUSE, text=found.string)


def _normal(text: str) -> str:
    """``text`` as the rows read it: half-width, small letters, one kind of dash, no blank that means nothing.

    A blank between two digits or letters stays: ``11 16`` is not ``1116``.
    """
    typed = re.sub(r"\s+", " ", folded(text).translate(_SAME))
    return _LOOSE_BLANK.sub("", typed.replace(" to ", ".."))
