"""Periods a figure can be asked for: day, week, month, quarter, half, year, or from one day to another."""

from __future__ import annotations

from datetime import date, timedelta
from types import MappingProxyType

from minqing.domain.values import dataclass

KINDS = ("day", "week", "month", "quarter", "half", "year", "range")
"""Kinds of period; a week runs from Monday to Sunday, ``range`` is any other stretch of days."""

MONTHS_OF = MappingProxyType({"month": 1, "quarter": 3, "half": 6, "year": 12})
"""How many calendar months the kinds take that are made of whole months."""

ONE_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Period:
    """The days from ``start`` to ``end``, both included.

    ``kind`` is one of ``KINDS``. A part that ``split`` had to cut at the edge of a longer period keeps the
    kind it is a part of, and its ``key``. Raises ``ValueError`` when the end lies before the start.
    """

    start: date
    end: date
    kind: str = "range"

    def __post_init__(self) -> None:
        """Refuse a reversed period."""
        if self.end < self.start:
            raise ValueError(f"{self.start}..{self.end} ends before it starts")

    @classmethod
    def of(cls, kind: str, day: date) -> Period:
        """The period of ``kind`` (any but ``range``) that ``day`` lies in."""
        if kind == "day":
            return cls(day, day, kind)
        if kind == "week":
            monday = day - timedelta(days=day.weekday())
            return cls(monday, monday + timedelta(days=6), kind)
        months = MONTHS_OF[kind]
        first = (day.month - 1) // months * months + 1
        return cls(date(day.year, first, 1), _month_end(day.year, first + months - 1), kind)

    @classmethod
    def of_day(cls, day: date) -> Period:
        """A single day."""
        return cls.of("day", day)

    @classmethod
    def week_of(cls, day: date) -> Period:
        """The week, Monday to Sunday, that ``day`` lies in."""
        return cls.of("week", day)

    @classmethod
    def month(cls, year: int, month: int) -> Period:
        """A calendar month, 1 to 12."""
        return cls.of("month", date(year, month, 1))

    @classmethod
    def quarter(cls, year: int, quarter: int) -> Period:
        """A quarter, 1 to 4."""
        return cls.of("quarter", date(year, quarter * 3, 1))

    @classmethod
    def half(cls, year: int, half: int) -> Period:
        """The first (1) or second (2) half of a year."""
        return cls.of("half", date(year, half * 6, 1))

    @classmethod
    def year(cls, year: int) -> Period:
        """A calendar year."""
        return cls.of("year", date(year, 1, 1))

    @classmethod
    def span(cls, first: date, last: date) -> Period:
        """From one day to another, both included. Raises ``ValueError`` when they are reversed."""
        return cls(first, last, "range")

    @property
    def days(self) -> int:
        """How many days it has."""
        return (self.end - self.start).days + 1

    @property
    def key(self) -> str:
        """How it is typed: ``2026-11-16``, ``2026-11``, ``2026-q4``, ``2026-h2``, ``2026``, ``from..to``."""
        style = _KEYS.get(self.kind, "{0.start}..{0.end}")
        months = MONTHS_OF.get(self.kind, 1)
        return style.format(self, (self.start.month - 1) // months + 1)

    def contains(self, day: date) -> bool:
        """Whether ``day`` lies in it."""
        return self.start <= day <= self.end

    def previous(self) -> Period:
        """The period of the same kind before; of a range, as many days, or months when it has whole ones."""
        if self.kind in MONTHS_OF or self.kind == "week":
            return Period.of(self.kind, Period.of(self.kind, self.start).start - ONE_DAY)
        last = self.start - ONE_DAY
        if self.kind == "range" and self._whole_months:
            return Period.span(_months_before(self.start, self._month_count), last)
        return Period(last - timedelta(days=self.days - 1), last, self.kind)

    def year_ago(self) -> Period:
        """The same period one year before; of a week the one 52 weeks before, so that weekdays agree."""
        if self.kind == "week":
            back = timedelta(weeks=52)
            return Period(self.start - back, self.end - back, self.kind)
        if self.kind in MONTHS_OF:
            return Period.of(self.kind, _months_before(self.start.replace(day=1), 12))
        end = _years_before(self.end)
        if self.kind == "range" and self._whole_months:
            end = _month_end(end.year, end.month)
        return Period(_years_before(self.start), end, self.kind)

    def split(self, by: str) -> list[Period]:
        """Its parts of kind ``by`` (``month``, ``quarter``, ``year``…) in order, cut at its own edges."""
        parts: list[Period] = []
        day = self.start
        while True:
            end = min(Period.of(by, day).end, self.end)
            parts.append(Period(day, end, by))
            if end == self.end:
                return parts
            day = end + ONE_DAY

    @property
    def _whole_months(self) -> bool:
        return self.start.day == 1 and self.end == _month_end(self.end.year, self.end.month)

    @property
    def _month_count(self) -> int:
        return (self.end.year - self.start.year) * 12 + self.end.month - self.start.month + 1


_KEYS = MappingProxyType(
    {
        "day": "{0.start}",
        "month": "{0.start.year:04}-{0.start.month:02}",
        "quarter": "{0.start.year:04}-q{1}",
        "half": "{0.start.year:04}-h{1}",
        "year": "{0.start.year:04}",
    }
)


def _month_end(year: int, month: int) -> date:
    return date(year, 12, 31) if month == 12 else date(year, month + 1, 1) - ONE_DAY


def _months_before(first: date, months: int) -> date:
    """The first day of the month ``months`` before that of ``first``, itself the first of a month."""
    index = first.year * 12 + first.month - 1 - months
    return date(index // 12, index % 12 + 1, 1)


def _years_before(day: date) -> date:
    """The same day one year before; the 28th for a 29 February."""
    leap = (day.month, day.day) == (2, 29)
    return day.replace(year=day.year - 1, day=28 if leap else day.day)
