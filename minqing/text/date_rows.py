"""The table of everything that can be typed for a day or a period: one row a form, a pattern and its reader.

Readers raise ``ValueError`` (or ``OverflowError``) for what does not exist, such as 30 February.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from datetime import date, timedelta

from minqing.domain.period import Period
from minqing.domain.values import dataclass

CALENDAR = "calendar"
"""Family of forms that name months and days of a year."""
WEEKDAY = "weekday"
"""Family of forms that name a day of the week."""
EDGE = "edge"
"""Family of the bare ``月底`` and ``年初``: of today's month or year, or of that of a range's beginning."""
RELATIVE = "relative"
"""Family of forms counted from today alone."""


AT_HAND = timedelta(days=31)
"""How far ahead a month and day typed for something done is taken as it stands, and not for last year's: on 23 November
``11-30`` is a slip, and last year's would be one that nobody sees."""


@dataclass(frozen=True, slots=True)
class Frame:
    """What a form is read against.

    ``base`` lends the year, month or week that was left out: today, or the beginning of a range. ``prefer``
    is ``past`` (the latest day up to today is meant), ``future`` (the first from today on), ``done`` (as ``past``, but
    a day of this year that is at hand is rather too early than a year old) or ``None``.
    """

    today: date
    base: date
    prefer: str | None = None

    def suits(self, day: date, late: timedelta = timedelta(0)) -> bool:
        """Whether ``day`` is on the preferred side of today (today is on both).

        Where ``late`` is given the year was left out: a day to come may have gone by, by up to as much (on the 17th
        ``11-16`` is yesterday, not next year), and one on which something was done may be at hand.
        """
        if self.prefer is None or day == self.today:
            return True
        if self.prefer == "future":
            return day >= self.today - late
        return day <= self.today + (AT_HAND if late and self.prefer == "done" else timedelta(0))

    @property
    def steps(self) -> tuple[int, ...]:
        """Years, months or weeks from ``base`` in which a day may be looked for, best first."""
        return {"past": (0, -1), "done": (0, -1), "future": (0, 1)}.get(self.prefer or "", (0,))


Reader = Callable[[re.Match[str], Frame], Period]
"""Makes a period of what a pattern matched."""


@dataclass(frozen=True, slots=True)
class Row:
    """One form: ``read`` makes a period of what ``pattern`` matched.

    Patterns are compiled when a text is first held against them: most commands read one date, or none.
    """

    family: str
    pattern: str
    read: Reader


_DIGITS = {c: i for i, c in enumerate("〇一二三四五六七八九")} | {"两": 2}
_COUNTS = {
    "a": 1, "an": 1, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8,
    "nine": 9, "ten": 10,
}  # fmt: skip
_DAYS = {
    "今天": 0, "今日": 0, "今": 0, "现在": 0, "目前": 0, "昨天": -1, "昨日": -1, "前天": -2, "大前天": -3,
    "明天": 1, "明日": 1, "后天": 2, "大后天": 3,
    "today": 0, "yesterday": -1, "tomorrow": 1,
    "day before yesterday": -2, "day after tomorrow": 2,
    "the day before yesterday": -2, "the day after tomorrow": 2,
}  # fmt: skip
_YEARS = {"今年": 0, "本年": 0, "去年": -1, "前年": -2, "明年": 1, "后年": 2}
_STEPS = {
    "上上": -2, "上上个": -2, "上": -1, "上个": -1, "本": 0, "这": 0, "这个": 0, "下": 1, "下个": 1, "下下": 2,
    "下下个": 2, "last": -1, "this": 0, "next": 1,
}  # fmt: skip
_WEEKDAYS = {c: i for s in ("一二三四五六日", "123456", "一二三四五六天") for i, c in enumerate(s)}
_WEEKDAYS |= {"mon": 0, "tue": 1, "wed": 2, "thu": 3, "fri": 4, "sat": 5, "sun": 6}
_MONTHS = {
    "jan": 1, "feb": 2, "mar": 3, "apr": 4, "may": 5, "jun": 6, "jul": 7, "aug": 8, "sep": 9, "oct": 10,
    "nov": 11, "dec": 12,
}  # fmt: skip
_UNITS = {
    "天": "day", "周": "week", "星期": "week", "个星期": "week", "礼拜": "week", "个礼拜": "week",
    "季度": "quarter", "个月": "month", "月": "month", "年": "year",
    "day": "day", "week": "week", "month": "month", "quarter": "quarter", "year": "year",
}  # fmt: skip
_LENGTHS = {"month": 1, "quarter": 3, "year": 12}


def number(text: str) -> int:
    """A count as typed: ``12``, ``十二``, ``两``, ``二〇二六``, ``two``."""
    if text.isascii():
        return _COUNTS[text] if text in _COUNTS else int(text)
    if "十" in text:
        tens, ones = text.split("十")
        return _DIGITS.get(tens, 1) * 10 + _DIGITS.get(ones, 0)
    return int("".join(str(_DIGITS[c]) for c in text))


def _shifted(day: date, months: int) -> tuple[int, int]:
    """Year and month, ``months`` from the month of ``day``."""
    index = day.year * 12 + day.month - 1 + months
    return index // 12, index % 12 + 1


HALF_A_YEAR = timedelta(days=182)
"""How far back a month and day typed for a day to come still mean this year: ``1-5`` in December does not."""


def _first_that_suits(
    candidates: Sequence[tuple[int, int, int]], frame: Frame, late: timedelta = timedelta(0)
) -> Period:
    """The first of some (year, month, day) that exists on the preferred side of today."""
    for year, month, day in candidates:
        try:
            found = date(year, month, day)
        except ValueError:
            continue
        if frame.suits(found, late):
            return Period.of_day(found)
    raise ValueError("no such day")


def _year(found: re.Match[str], frame: Frame) -> int | None:
    """The year that was typed, if one was."""
    parts = found.groupdict()
    if parts.get("y"):
        return number(parts["y"])
    return frame.today.year + _YEARS[parts["ry"]] if parts.get("ry") else None


def _month_number(found: re.Match[str]) -> int:
    parts = found.groupdict()
    return _MONTHS[parts["em"][:3]] if parts.get("em") else number(parts["m"])


def _day(found: re.Match[str], frame: Frame) -> Period:
    """A month and a day, with or without a year."""
    month, day, year = _month_number(found), number(found["d"]), _year(found, frame)
    if year is not None:
        return Period.of_day(date(year, month, day))
    return _first_that_suits([(frame.base.year + step, month, day) for step in frame.steps], frame, HALF_A_YEAR)


def _day_of_month(found: re.Match[str], frame: Frame) -> Period:
    """A day alone: of this month, or of the one before or after as preferred."""
    day = number(found["d"])
    return _first_that_suits([(*_shifted(frame.base, step), day) for step in frame.steps], frame)


def _day_of_near_month(found: re.Match[str], frame: Frame) -> Period:
    return Period.of_day(date(*_shifted(frame.today, _STEPS[found["rel"]]), number(found["d"])))


def _whole_year(found: re.Match[str], frame: Frame) -> Period:
    return Period.year(_year(found, frame) or frame.base.year)


def _whole_month(found: re.Match[str], frame: Frame) -> Period:
    return Period.month(_year(found, frame) or frame.base.year, _month_number(found))


def _whole_quarter(found: re.Match[str], frame: Frame) -> Period:
    return Period.quarter(_year(found, frame) or frame.base.year, number(found["q"]))


def _whole_half(found: re.Match[str], frame: Frame) -> Period:
    return Period.half(_year(found, frame) or frame.base.year, 1 if found["h"] in "上1" else 2)


def _near(found: re.Match[str], frame: Frame) -> Period:
    """The period of a kind before, around or after today."""
    kind, step = _UNITS[found["u"]], _STEPS[found["rel"]]
    if kind == "week":
        return Period.week_of(frame.today + timedelta(weeks=step))
    return Period.of(kind, date(*_shifted(frame.today, step * _LENGTHS[kind]), 1))


def _edge(whole: Period, found: re.Match[str]) -> Period:
    """The first or the last day of a period."""
    return Period.of_day(whole.start if found["edge"] in ("初", "beginning", "start") else whole.end)


def _edge_of(read: Reader) -> Reader:
    return lambda found, frame: _edge(read(found, frame), found)


def _bare_edge(found: re.Match[str], frame: Frame) -> Period:
    return _edge(Period.of(_UNITS[found["u"]], frame.base), found)


def _weekday(found: re.Match[str], frame: Frame) -> Period:
    """A bare weekday: of the week of ``base``, or of the one before or after as preferred."""
    day = Period.week_of(frame.base).start + timedelta(days=_WEEKDAYS[found["w"][:3]])
    near = (day + timedelta(weeks=step) for step in frame.steps)
    return Period.of_day(next(d for d in near if frame.suits(d)))


def _weekday_of_week(found: re.Match[str], frame: Frame) -> Period:
    monday = Period.week_of(frame.today).start
    return Period.of_day(monday + timedelta(weeks=_STEPS[found["rel"]], days=_WEEKDAYS[found["w"][:3]]))


def _weekday_beside(found: re.Match[str], frame: Frame) -> Period:
    """English ``last monday`` and ``next friday``: the nearest one strictly before or after today."""
    ahead = (_WEEKDAYS[found["w"][:3]] - frame.today.weekday()) % 7
    days = ahead - 7 if found["rel"] == "last" else ahead or 7
    return Period.of_day(frame.today + timedelta(days=days))


def _named_day(found: re.Match[str], frame: Frame) -> Period:
    return Period.of_day(frame.today + timedelta(days=_DAYS[found[0]]))


def _offset(found: re.Match[str], frame: Frame) -> Period:
    """So many days, weeks, months or years from today; months and years only to a day that exists."""
    count, unit = number(found["n"]), _UNITS[found["u"]]
    count = -count if found["to"][-1] in "前o" else count
    if unit in _LENGTHS:
        return Period.of_day(date(*_shifted(frame.today, count * _LENGTHS[unit]), frame.today.day))
    return Period.of_day(frame.today + timedelta(days=count * (7 if unit == "week" else 1)))


def _up_to_today(found: re.Match[str], frame: Frame) -> Period:
    """So many days, weeks, months or years that end with today (最近7天), or begin with it (未来7天)."""
    half = found.groupdict().get("half")
    count, unit = (6, "month") if half else (number(found["n"]), _UNITS[found["u"]])
    ahead = found["to"] in ("未来", "今后", "接下来", "往后", "next")
    count = count if ahead else -count
    if unit in _LENGTHS:
        far = _same_day(frame.today, count * _LENGTHS[unit])
    else:
        far = frame.today + timedelta(days=count * (7 if unit == "week" else 1))
    day = timedelta(days=1)
    return Period.span(frame.today, far - day) if ahead else Period.span(far + day, frame.today)


def _same_day(day: date, months: int) -> date:
    """The day of that number some months on, or the last of a shorter month."""
    year, month = _shifted(day, months)
    return min(date(year, month, 1) + timedelta(days=day.day - 1), Period.month(year, month).end)


_PART_OF_MONTH = {
    "上旬": (1, 10), "中旬": (11, 20), "下旬": (21, 31), "上中旬": (1, 20), "中下旬": (11, 31), "上半月": (1, 15),
    "下半月": (16, 31),
}  # fmt: skip
"""The first and the last day of a third or a half of a month, if it has so many."""


def _part_of(read: Reader) -> Reader:
    """A third or a half of a month."""

    def part(found: re.Match[str], frame: Frame) -> Period:
        month, (first, last) = read(found, frame), _PART_OF_MONTH[found["part"]]
        days = timedelta(days=first - 1), timedelta(days=last - 1)
        return Period.span(month.start + days[0], min(month.start + days[1], month.end))

    return part


def _this_month(found: re.Match[str], frame: Frame) -> Period:
    return Period.of("month", frame.base)


_PARTS = {
    "Y": r"(?:(?P<y>[0-9]{4}|[〇一二三四五六七八九]{4})(?:年|(?=[^0-9]))|(?P<ry>今年|本年|[去前明后]年))",
    "y": r"(?P<y>[0-9]{4})",
    "M": r"(?P<m>[0-9]{1,2}|十[一二]?|[一二三四五六七八九])",
    "D": r"(?P<d>[0-9]{1,2}|[一二三]?十[一二三四五六七八九]?|[一二三四五六七八九])",
    "N": r"(?P<n>[0-9]{1,4}|[一二三四五六七八九]?十[一二三四五六七八九]?|[一二两三四五六七八九])",
    "W": r"(?:周|星期|礼拜)(?P<w>[一二三四五六日天1-6])",
    "R": r"(?P<rel>(?:上上?|下下?)个?|本|这个?)",
    "EDGE": r"(?P<edge>底|末|初)",
    "PART": f"(?P<part>{'|'.join(_PART_OF_MONTH)})",
    "em": r"(?P<em>jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|"
    r"sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)",
    "ew": r"(?P<w>mon(?:day)?|tue(?:s(?:day)?)?|wed(?:nesday)?|thu(?:rs?(?:day)?)?|fri(?:day)?|sat(?:urday)?|"
    r"sun(?:day)?)",
    "en": rf"(?P<n>[0-9]{{1,4}}|{'|'.join(_COUNTS)})",
    "eu": r"(?P<u>day|week|month|year)s?",
    "er": r"(?P<rel>last|this|next)",
    "DAYS": f"(?:{'|'.join(_DAYS)})",
}


def _row(family: str, pattern: str, read: Reader) -> Row:
    return Row(family, pattern % _PARTS, read)


ROWS: tuple[Row, ...] = (
    # what programs and habit write: first, so that nothing else is compiled for them
    _row(CALENDAR, r"%(y)s[-/.](?P<m>[0-9]{1,2})", _whole_month),
    _row(CALENDAR, r"(?P<y>(?:19|20|21)[0-9]{2})", _whole_year),
    # days of the calendar
    _row(CALENDAR, r"%(y)s(?P<s>[-/.])(?P<m>[0-9]{1,2})(?P=s)(?P<d>[0-9]{1,2})", _day),
    _row(CALENDAR, r"%(y)s(?P<m>[0-9]{2})(?P<d>[0-9]{2})", _day),
    _row(CALENDAR, r"%(Y)s?%(M)s月%(D)s[日号]?", _day),
    _row(CALENDAR, r"(?P<m>[0-9]{1,2})[-/.](?P<d>[0-9]{1,2})", _day),
    _row(CALENDAR, r"(?P<m>0[0-9]|1[0-2])(?P<d>[0-9]{2})", _day),
    _row(CALENDAR, r"%(D)s[日号]", _day_of_month),
    _row(CALENDAR, r"%(R)s月%(D)s[日号]", _day_of_near_month),
    _row(CALENDAR, r"%(em)s (?P<d>[0-9]{1,2})(?:st|nd|rd|th)?(?:[, ]%(y)s)?", _day),
    _row(CALENDAR, r"(?P<d>[0-9]{1,2})(?:st|nd|rd|th)? %(em)s(?: %(y)s)?", _day),
    _row(CALENDAR, r"%(Y)s?%(M)s月%(EDGE)s", _edge_of(_whole_month)),
    _row(CALENDAR, r"%(Y)s年?%(EDGE)s", _edge_of(_whole_year)),
    # periods of the calendar
    _row(CALENDAR, r"%(Y)s(?:度|全年)?", _whole_year),
    _row(CALENDAR, r"%(Y)s?%(M)s月份?", _whole_month),
    _row(CALENDAR, r"%(Y)s?%(M)s月份?%(PART)s", _part_of(_whole_month)),
    _row(CALENDAR, r"%(em)s(?: %(y)s)?", _whole_month),
    _row(CALENDAR, r"(?:%(y)s[- ]?)?q(?P<q>[1-4])", _whole_quarter),
    _row(CALENDAR, r"%(Y)s?第?(?P<q>[1-4一二三四])季度", _whole_quarter),
    _row(CALENDAR, r"(?:%(y)s[- ]?)?h(?P<h>[12])", _whole_half),
    _row(CALENDAR, r"%(Y)s?(?P<h>[上下])半年", _whole_half),
    # around today
    _row(RELATIVE, r"%(DAYS)s", _named_day),
    _row(RELATIVE, r"%(N)s(?P<u>天|周|个?星期|个?礼拜|个月|年)(?:之|以)?(?P<to>[前后])", _offset),
    _row(RELATIVE, r"(?P<to>in) %(en)s %(eu)s", _offset),
    _row(RELATIVE, r"%(en)s %(eu)s (?P<to>ago|from now)", _offset),
    _row(RELATIVE, r"%(R)s(?P<u>周|星期|礼拜|月|季度)", _near),
    _row(RELATIVE, r"%(er)s (?P<u>week|month|quarter|year)", _near),
    _row(RELATIVE, r"%(R)s(?P<u>月)%(PART)s", _part_of(_near)),
    _row(
        RELATIVE,
        r"(?P<to>最?近|过去)(?:%(N)s(?P<u>天|周|个?星期|个?礼拜|个月|年)|(?P<half>半)年)(?:以?[来内])?",
        _up_to_today,
    ),
    _row(
        RELATIVE, r"(?P<to>未来|今后|接下来|往后)%(N)s(?P<u>天|周|个?星期|个?礼拜|个月|年)(?:[之以]?内)?", _up_to_today
    ),
    _row(RELATIVE, r"(?P<to>last|past|next) %(en)s %(eu)s", _up_to_today),
    _row(RELATIVE, r"(?P<to>)(?:%(N)s(?P<u>天|周|个?星期|个?礼拜|个月|年)|(?P<half>半)年)以?来", _up_to_today),
    _row(RELATIVE, r"%(R)s(?P<u>月)月?%(EDGE)s", _edge_of(_near)),
    _row(RELATIVE, r"(?P<edge>end|start|beginning) of %(er)s (?P<u>month|year)", _edge_of(_near)),
    _row(EDGE, r"%(PART)s", _part_of(_this_month)),
    _row(EDGE, r"(?P<u>月|年)%(EDGE)s", _bare_edge),
    _row(EDGE, r"(?P<edge>end|start|beginning) of (?:the )?(?P<u>month|year)", _bare_edge),
    # days of the week
    _row(WEEKDAY, r"%(W)s", _weekday),
    _row(WEEKDAY, r"%(ew)s", _weekday),
    _row(WEEKDAY, r"%(R)s%(W)s", _weekday_of_week),
    _row(WEEKDAY, r"(?P<rel>this) %(ew)s", _weekday_of_week),
    _row(WEEKDAY, r"(?P<rel>last|next) %(ew)s", _weekday_beside),
)
"""Every form; no text is read by two rows. Blanks, widths and dashes were made the same before."""
