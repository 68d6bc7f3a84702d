"""The days of the sample: its Mondays, days on which an office works, weather by the month."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, timedelta

from minqing.demo.chance import Chance, weighted
from minqing.demo.ground import FIRST, LAST

MONDAYS: tuple[date, ...] = tuple(FIRST + timedelta(days=7 * n) for n in range((LAST - FIRST).days // 7 + 1))
"""Every Monday of the sample; there was a walk on each."""

NEW_YEARS: Mapping[int, date] = {
    2010: date(2010, 2, 14), 2011: date(2011, 2, 3), 2012: date(2012, 1, 23), 2013: date(2013, 2, 10),
    2014: date(2014, 1, 31), 2015: date(2015, 2, 19), 2016: date(2016, 2, 8), 2017: date(2017, 1, 28),
    2018: date(2018, 2, 16), 2019: date(2019, 2, 5), 2020: date(2020, 1, 25),
}  # fmt: skip
"""The first day of the Spring Festival by year."""

_SKIES: tuple[str, ...] = (
    "晴:9 多云:5 阴:3 小雪:1 晴,北风四级:3 雾:1 晴,最低零下十度:2",
    "晴:8 多云:5 阴:3 小雪:1 晴,北风三级:3 雾:1 多云转晴:2",
    "晴:8 多云:6 阴:2 小雨:1 大风:3 扬沙:1 晴,风大:2",
    "晴:8 多云:6 阴:2 小雨:2 晴,柳絮:2 阵雨:1 大风:2",
    "晴:9 多云:6 阴:2 阵雨:2 晴,有点热:3 雷阵雨:1",
    "晴:6 多云:6 阴:3 雷阵雨:3 晴,三十四度:3 闷热:2 小雨:1",
    "晴:4 多云:5 阴:4 雷阵雨:4 中雨:2 晴,三十五度:3 闷热:4 大雨:1",
    "晴:5 多云:6 阴:4 雷阵雨:3 小雨:2 闷热:3 晴,三十二度:3",
    "晴:8 多云:6 阴:3 小雨:2 秋高气爽:2 多云转阴:2",
    "晴:9 多云:5 阴:2 小雨:1 晴,早晚凉:3 雾:1",
    "晴:8 多云:5 阴:3 小雪:1 晴,北风四级:3 雾:1 小雨:1",
    "晴:9 多云:5 阴:3 小雪:1 晴,北风四级:4 晴,最低零下七度:2",
)
"""The weather of each month, with weights."""

_TABLES = tuple({word: int(n) for word, n in (w.split(":") for w in table.split())} for table in _SKIES)

_HAZE = (2013, 2017)
"""Years in which there was haze in winter."""


def weather(chance: Chance, day: date) -> str:
    """The weather of a day."""
    hazy = _HAZE[0] <= day.year <= _HAZE[1] and day.month in (11, 12, 1, 2)
    if hazy and chance.happens(22):
        return chance.one(("霾", "霾,戴着口罩走", "轻度霾"))
    return weighted(chance, _TABLES[day.month - 1])


def is_wet(sky: str) -> bool:
    """Whether it rains or snows."""
    return "雨" in sky or "雪" in sky


def at_work(day: date) -> bool:
    """Whether offices work on a day: not on week-ends, around the Spring Festival and the National Day."""
    new_year = NEW_YEARS.get(day.year)
    festive = new_year is not None and -1 <= (day - new_year).days <= 5
    return day.weekday() < 5 and not festive and not (day.month == 10 and day.day <= 7)


def working_day(day: date) -> date:
    """``day``, or the next one on which offices work."""
    while not at_work(day):
        day += timedelta(days=1)
    return day
