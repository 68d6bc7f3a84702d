"""Which days are working days: those of the settings, then China's published holidays and make-up workdays."""

from __future__ import annotations

from datetime import date, timedelta

from minqing.domain.community import Community


def working_days_after(day: date, days: int, community: Community) -> tuple[date, bool]:
    """The ``days``-th working day after ``day``, and whether Monday to Friday stood in for a calendar."""
    guessed = False
    while days > 0 and day < date.max:
        day += timedelta(days=1)
        works, unsure = is_working(day, community)
        guessed = guessed or unsure
        days -= works
    return day, guessed


def is_working(day: date, community: Community) -> tuple[bool, bool]:
    """Whether ``day`` is a working day, and whether that is only Monday to Friday, for lack of a calendar.

    The days of the settings come first, then China's published holidays and make-up workdays.
    """
    year = community.workdays.get(day.year)
    if year and (day in year.work or day in year.off):
        return day in year.work, False
    published = _published(day)
    if published is not None:
        return published, False
    return day.weekday() < 5, year is None


def _published(day: date) -> bool | None:
    """What the published calendar says of a day; ``None`` for years it does not hold."""
    from chinese_calendar import is_workday

    try:
        return bool(is_workday(day))
    except NotImplementedError:
        return None
