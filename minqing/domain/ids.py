"""An issue's id ``YYYYMMDD-N`` as a number, so that ids can be compared and looked up without the year."""

from __future__ import annotations

_ROOM = 10**6
_WITHOUT_YEAR = 10**4 * _ROOM


def number_of(id: str) -> int:
    """Year, month, day and six digits for N, as one number: ``20261116-3`` is 20261116000003."""
    day, number = id.split("-")
    return int(day) * _ROOM + int(number)


def without_year(number: int) -> int:
    """Month, day and six digits for N: what the short form ``1116-3`` names."""
    return number % _WITHOUT_YEAR
