"""Single values of a diary from their text: dates, numbers, times of day, ids. Nothing is guessed.

Each function takes the text of a scalar and answers ``None`` for what it cannot read; it never raises.
"""

from __future__ import annotations

import re
from datetime import date
from decimal import Decimal
from functools import lru_cache

from minqing.domain.patterns import pattern
from minqing.text.normal import half_width

_ISO = pattern(r"(\d{4})-(\d{2})-(\d{2})", re.ASCII)
_STYLED = pattern(
    r"(\d{4})\s?[-/.‐‑–—−]\s?(\d{1,2})\s?[-/.‐‑–—−]\s?(\d{1,2})(?!\d)(?:[日号](?=[\s:：,，。]|$))?"
    r"|(\d{4})\s?年\s?(\d{1,2})\s?月\s?(\d{1,2})(?!\d)\s?[日号]?"
    r"|(\d{4})(\d{2})(\d{2})(?![-\d])",
    re.ASCII,
)
_HALF = str.maketrans("０１２３４５６７８９－／．", "0123456789-/.")
_INTEGER = pattern(r"[0-9]{1,12}|[0-9]{1,3}(?:,[0-9]{3}){1,3}")
_DECIMAL = pattern(r"[0-9]{1,12}(?:\.[0-9]{1,9})?")
_TIME = pattern(r"([01]?\d|2[0-4]):([0-5]\d)\s?[-‐‑–—−~〜至到]\s?([01]?\d|2[0-4]):([0-5]\d)", re.ASCII)
_ID = pattern(r"(\d{4})(\d{2})(\d{2})-([1-9]\d{0,5})", re.ASCII)


def calendar_day(year: str, month: str, day: str) -> date | None:
    """The day of these numbers, ``None`` where the calendar has none (2026-02-30)."""
    try:
        return date(int(year), int(month), int(day))
    except ValueError:
        return None


@lru_cache(maxsize=4096)
def iso_date(text: str) -> date | None:
    """A date written as the format says, ``YYYY-MM-DD``. A diary has the same days again and again."""
    found = _ISO.fullmatch(text)
    return calendar_day(*found.groups()) if found else None


def styled_date(text: str) -> tuple[date, int] | None:
    """A date at the start of ``text`` in another style that has one reading, and where it ends.

    ``2019/10/21``, ``2019.10.21``, ``2019年10月21日``, ``2019-1-5``, ``20191021`` and full-width digits.
    """
    found = _STYLED.match(text.translate(_HALF))
    if not found:
        return None
    year, month, number = (group for group in found.groups() if group)
    read = calendar_day(year, month, number)
    return (read, found.end()) if read else None


def any_date(text: str) -> tuple[date, bool] | None:
    """The date that ``text`` is as a whole, and whether it is in the format's own style."""
    exact = iso_date(text)
    if exact:
        return exact, True
    styled = styled_date(text)
    return (styled[0], False) if styled and styled[1] == len(text) else None


def whole_number(text: str) -> int | None:
    """A count ≥ 0; full-width digits and thousands in groups of three (``4,773``) are read, nothing else is."""
    folded = half_width(text)
    return int(folded.replace(",", "")) if _INTEGER.fullmatch(folded) else None


def decimal_number(text: str) -> Decimal | None:
    """A decimal ≥ 0 with a point. A comma is refused: ``2,870`` may be thousands or a fraction."""
    folded = half_width(text)
    return Decimal(folded) if _DECIMAL.fullmatch(folded) else None


def time_span(text: str) -> str | None:
    """``HH:MM-HH:MM`` from ``8:30-11:40``, also with full-width or long dashes."""
    found = _TIME.fullmatch(half_width(text))
    if not found:
        return None
    h1, m1, h2, m2 = found.groups()
    return f"{h1:0>2}:{m1}-{h2:0>2}:{m2}"


def issue_id(text: str) -> str | None:
    """An issue's id ``YYYYMMDD-N`` with a day that exists, full-width forms included."""
    folded = half_width(text)
    found = _ID.fullmatch(folded)
    return folded if found and calendar_day(*found.groups()[:3]) else None


def day_of_id(id: str) -> date:
    """The day an id that ``issue_id`` has read was given on."""
    return date(int(id[:4]), int(id[4:6]), int(id[6:8]))
