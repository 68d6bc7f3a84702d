"""What a single value in ``minqing.yaml`` can be: how it is read, and how it is described to a person."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from datetime import date
from decimal import Decimal

from minqing.domain.community import COMMITTEES
from minqing.domain.patterns import pattern
from minqing.domain.values import dataclass
from minqing.text.normal import folded, half_width, one_line
from minqing.text.numerals import chinese_integer

WEEKDAY_NAMES = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
"""English names of the weekdays, Monday first."""


@dataclass(frozen=True, slots=True)
class Scalar:
    """A type of single values: ``read`` raises ``ValueError`` for any other; ``zh``, ``en`` describe it."""

    read: Callable[[str], object]
    zh: str
    en: str


def _words(table: Mapping[str, object]) -> Callable[[str], object]:
    """A reader of fixed words, whatever their width and case."""
    known = {folded(word): value for words, value in table.items() for word in words.split()}

    def read(text: str) -> object:
        if folded(text) not in known:
            raise ValueError(text)
        return known[folded(text)]

    return read


def _matching(written: str, make: Callable[[str], object]) -> Callable[[str], object]:
    """A reader of what has one form once it is half-width; the limits on digits keep numbers sane."""
    form = pattern(written, re.ASCII)

    def read(text: str) -> object:
        if not form.fullmatch(half_width(text)):
            raise ValueError(text)
        return make(half_width(text))

    return read


def _clock(text: str) -> str:
    """``8:30`` as ``08:30``, each end of a span. Raises ``ValueError`` for 25:00."""
    times = [tuple(map(int, part.split(":"))) for part in text.split("-")]
    if any(hour > 23 or minute > 59 for hour, minute in times):
        raise ValueError(text)
    return "-".join(f"{hour:02d}:{minute:02d}" for hour, minute in times)


HALVES: Mapping[str, int] = {
    "凌晨": 0, "半夜": 0, "午夜": 0, "am": 0, "早上": 1, "早晨": 1, "清晨": 1, "上午": 1, "中午": 10, "下午": 12,
    "傍晚": 12, "pm": 12, "晚上": 17, "夜里": 17, "夜间": 17, "深夜": 17,
}  # fmt: skip
"""The hour from which on twelve hours are called so: 中午1点 is 13:00, 晚上12点 midnight, and 晚上1点 behind it."""

_SPOKEN = pattern(
    rf"(?P<half>{'|'.join(HALVES)})?\s*(?P<hour>\d{{1,2}}|[零一二两三四五六七八九十]{{1,3}})"
    r"(?:[点时](?P<part>半|整|一刻|三刻|\d{1,2})?分?|:(?P<minute>\d{2}))\s*(?P<after>am|pm)?"
)
_PARTS = {"半": 30, "一刻": 15, "三刻": 45, "整": 0, "": 0}
_TO = pattern(r"\s*(?:-|~|–|—|到|至)\s*")


def _time(text: str) -> str:
    """``8:30-11:40``, and as people say it: 上午9点, 8点半, 下午2点到4点. Raises ``ValueError`` for anything else."""
    said = [_SPOKEN.fullmatch(part) for part in _TO.split(half_width(text).strip().lower())]
    if not 0 < len(said) < 3 or not all(said):
        raise ValueError(text)
    times: list[tuple[int, int]] = []
    half = ""
    for one in filter(None, said):
        half = one["half"] or one["after"] or half
        part = one["minute"] or one["part"] or ""
        time = _hour(one["hour"], half), _PARTS[part] if part in _PARTS else int(part)
        own = one["half"] or one["after"] or (one["minute"] and not half)
        times.append(time if own or not times else _behind(time, times[0]))
    return _clock("-".join(f"{hour}:{minute}" for hour, minute in times))


def _hour(said: str, half: str) -> int:
    """The hour of the day that is called so in a half of it; without one as it is said."""
    hour = int(said) if said.isdigit() else chinese_integer(said)
    if hour is None:
        raise ValueError(said)
    if not half or hour > 12:
        return hour
    first = HALVES[half]
    return ((hour - first) % 12 + first) % 24


def _behind(end: tuple[int, int], start: tuple[int, int]) -> tuple[int, int]:
    """The end of a span that says no half of its own: 上午11点到1点 ends at 13:00."""
    later = end[0] + 12, end[1]
    return later if end <= start < later and later[0] < 24 else end


UNITS: Mapping[str, str] = {
    "households": "户|家", "residents": "个人|人|口", "units": "家|个单位|个", "area_km2": "平方公里|平方千米|km2|km²",
    "days": "个工作日|工作日|天|日", "mondays": "个周一|个|次|天|周", "steps": "步", "km": "公里|千米|km",
    "disputes": "起|件|个", "environment": "件|起|个", "unmanaged": "件|起|个",
}  # fmt: skip
"""The unit that may stand behind a number, by the id of its setting: ``户数: 1860户`` says what is meant."""

_GROUPED = pattern(r"\d{1,3}(?:,\d{3})+(?:\.\d+)?", re.ASCII)


def without_unit(text: str, setting: str) -> str:
    """A number without the unit that belongs to its setting, and without the commas of thousands."""
    plain = half_width(text).strip()
    number = re.sub(rf"\s*(?:{UNITS[setting]})$", "", plain, flags=re.IGNORECASE) if setting in UNITS else plain
    return number.replace(",", "") if _GROUPED.fullmatch(number) else number


_WEEKDAYS = {
    f"{en} {en[:3]} 周{zh} 星期{zh} 礼拜{zh} {zh} {number + 1}": number
    for number, (en, zh) in enumerate(zip(WEEKDAY_NAMES, "一二三四五六日", strict=True))
} | {"周天 星期天 礼拜天": 6}

SCALARS: Mapping[str, Scalar] = {
    "format": Scalar(_words({"1": 1}), "1", "1"),
    "text": Scalar(one_line, "文字", "text"),
    "integer": Scalar(
        _matching(r"\d{1,12}", int), "不小于 0 的整数,例如 4548", "a whole number from 0 on, such as 4548"
    ),
    "decimal": Scalar(
        _matching(r"\d{1,12}(\.\d{1,6})?", Decimal),
        "不小于 0 的数,例如 1.7",
        "a number from 0 on, such as 1.7",
    ),
    "date": Scalar(
        _matching(r"\d{4}-\d{2}-\d{2}", date.fromisoformat),
        "真实存在的日期,写成 2026-11-16 的样子",
        "a date that exists, written like 2026-11-16",
    ),
    "time": Scalar(
        _time,
        "时间,例如 08:30 或 08:30-11:40",
        "a time, such as 08:30 or 08:30-11:40",
    ),
    "yesno": Scalar(_words({"yes y true on 是 有": True, "no n false off 否 无 没有": False}), "是 或 否", "yes or no"),
    "weekday": Scalar(
        _words(_WEEKDAYS),
        "星期几,例如 周一(也可以写 monday 或 1)",
        "a day of the week, such as monday (周一 and 1 are read too)",
    ),
    "language": Scalar(_words({"zh 中文 汉语": "zh", "en 英文 英语": "en"}), "zh 或 en", "zh or en"),
    "bucket": Scalar(
        _words(
            {
                "dispute 民事纠纷": "dispute",
                "environment 环境问题": "environment",
                "unmanaged 无物业问题 无物业管理问题": "unmanaged",
                "other 其他": "other",
            }
        ),
        "民事纠纷、环境问题、无物业问题、其他 之一",
        "one of dispute, environment, unmanaged, other",
    ),
    "every": Scalar(
        _words(
            {
                "week 周 每周": "week",
                "month 月 每月": "month",
                "quarter 季 季度 每季 每季度": "quarter",
                "year 年 每年": "year",
            }
        ),
        "周、月、季、年 之一",
        "one of week, month, quarter, year",
    ),
}
"""The types of single values."""

NUMBERS = frozenset({"integer", "decimal"})
"""Those that a unit may stand behind."""

SHAPES: Mapping[str, tuple[str, str]] = {
    "section": ("下面缩进写的几项“名称: 值”", "indented lines of `key: value`"),
    "names": ("名单,例如 [1号楼, 2号楼]", "a list, such as [1号楼, 2号楼]"),
    "dates": ("日期的清单,例如 [2027-01-01]", "a list of dates, such as [2027-01-01]"),
    "items": (
        "清单,每项一个名称,或 {名称: …, …}",
        "a list of names or of {name: …, …}",
    ),
    "routes": ("每条路线一行:“路线名: [地点, 地点]”", "a line for each route: `name: [place, place]`"),
    "categories": ("每个类别一段:“类别: {名称: …, 口径: …}”", "a block for each: `id: {name: …, bucket: …}`"),
    "workdays": (
        "每年一段:“2027: {放假: […], 上班: […]}”",
        "a block for each year: `2027: {off: […], work: […]}`",
    ),
    "committees": (
        f"{'、'.join(COMMITTEES)} 之一,或委员会的名单",
        f"one of {', '.join(COMMITTEES)}, or a list of names",
    ),
}
"""The types of values that hold others, described in Chinese and English."""


def expected(type: str) -> tuple[str, str]:
    """What a value of ``type`` looks like, in Chinese and English."""
    if type in SHAPES:
        return SHAPES[type]
    return SCALARS[type].zh, SCALARS[type].en
