"""Header lines of pasted notes: date, weather, people, time, route, steps, kilometres.

A line is a header only when it is made wholly of facts; a line that holds anything else is left to the body, and
so is one that says something different from what was read before.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from datetime import date
from decimal import Decimal
from typing import Any

from minqing.classify.numbers import NUMERAL, amount
from minqing.domain.community import Community
from minqing.domain.errors import MinqingError
from minqing.domain.values import dataclass, replace
from minqing.text.dates import parse_day
from minqing.text.normal import aligned


@dataclass(frozen=True, slots=True)
class Header:
    """What the header lines said. ``weekday`` is a bare 周一 as written, ``time`` is ``HH:MM-HH:MM``."""

    date: date | None = None
    weekday: str | None = None
    time: str | None = None
    weather: str | None = None
    route: str | None = None
    steps: int | None = None
    km: Decimal | None = None
    walkers: tuple[str, ...] = ()
    companions: tuple[str, ...] = ()
    visits: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What reading a header needs to know: the day it is pasted on, the names of the routes."""

    today: date
    routes: tuple[str, ...] = ()


Value = object
Reader = Callable[[str, Surroundings], Value | None]

LABELS: Mapping[str, tuple[str, ...]] = {
    "date": ("日期", "date"),
    "time": ("时间", "time"),
    "weather": ("天气", "weather"),
    "route": ("路线", "走动路线", "route"),
    "steps": ("步数", "steps"),
    "km": ("公里数", "公里", "里程", "路程", "km"),
    "walkers": (
        "参加人员", "参加人", "参加", "参与人员", "参与", "参走人员", "走访人员", "巡查人员", "人员", "walkers",
    ),
    "companions": ("同行人员", "同行单位", "同行", "随行", "陪同", "companions"),
    "visits": ("走访对象", "固定走访", "走访", "visits"),
}  # fmt: skip
"""What may stand before a fact's value, with a colon or (for all but names) a blank."""

NAMES = frozenset({"walkers", "companions", "visits"})
"""Facts that are lists of names; several lines of them add up."""

LONGEST_LINE = 300
"""Characters of a line beyond which it is no header but a text."""

_NONE = frozenset({"无", "没有", "none", "-"})
_WEEKDAY = r"(?:周|星期|礼拜)[一二三四五六日天]"
_DATE = (
    r"\d{4}\s?[-年./]\s?\d{1,2}\s?[-月./]\s?\d{1,2}\s?日?|\d{8}|\d{1,2}\s?月\s?\d{1,2}\s?[日号]?"
    r"|\d{1,2}[-./]\d{1,2}(?!\d|\s?(?:公里|千米|km|里|万|步|[-:.]))|\d{1,2}[日号]"
    r"|[一二三四五六七八九十]{1,2}月[一二三四五六七八九十]{1,3}[日号]?"
    r"|大?前天|昨天|今天|(?:上|本|这)(?:个)?(?:周|星期|礼拜)[一二三四五六日天]|today|yesterday"
)
_CLOCK = r"(?:上午|早上|早晨|下午|中午|晚上)?\s?(?:\d{1,2}:\d{2}|\d{1,2}点(?:半|一刻|三刻|\d{1,2}分?|钟)?)"
_TIME = rf"{_CLOCK}\s?(?:-|—+|–|~|〜|至|到)\s?{_CLOCK}"
_SKY = (
    "大部晴朗|晴间多云|晴朗|晴|多云|阴天|阴|[小中大暴阵]?(?:到[中大暴])?雷?阵?雨(?:夹雪)?|[小中大暴阵]雪|雪|"
    "薄?雾|霾|沙尘|扬沙|雷电|冰雹"
)
_WEATHER = (
    rf"(?:{_SKY})天?(?:[转间有到]\s?(?:{_SKY}))*|(?:[东南西北]{{1,2}}|微|大)风(?:\d(?:[-~到至]\d)?级)?|\d(?:[-~到至]\d)?级风?"
    r"|(?:气温|零下)?-?\d{1,2}\s?(?:[~到至/-]\s?-?\d{1,2}\s?)?(?:℃|°C|度)"
)
_ABOUT = "(?:约|大约|共|共计|走了|全程|总计)?"
_ROUND = r"(?:顺时针|逆时针)[^\s,，。;；:、\d]{0,10}|[^\s,，。;；:、\d]{0,8}[一二两三半]圈"
_END = r"(?=$|[\s,。;、|/()])"
_SEPARATORS = re.compile(r"[\s,。;、|/()]*")


def read_header(line: str, so_far: Header, around: Surroundings) -> Header | None:
    """``so_far`` with the facts of ``line``, or ``None`` when the line is not made wholly of new facts."""
    if len(line) > LONGEST_LINE:
        return None
    plain = aligned(line)
    header: Header | None = so_far
    position = _skip(plain, 0)
    if position == len(plain):
        return None
    while header is not None and position < len(plain):
        step = _labelled(plain, line, position, around) or _free(plain, line, position, around)
        if step is None:
            return None
        name, value, end = step
        header = _with(header, name, value, so_far)
        position = _skip(plain, end)
    return header


def settle_date(header: Header, today: date) -> tuple[date | None, bool]:
    """The day the header means, and whether its weekday fits (周二 next to a Monday's date does not)."""
    if header.weekday is None:
        return header.date, True
    if header.date is None:
        return parse_day(header.weekday, today, prefer="past"), True
    return header.date, "一二三四五六日".index(header.weekday[-1].replace("天", "日")) == header.date.weekday()


def _skip(plain: str, position: int) -> int:
    found = _SEPARATORS.match(plain, position)
    return found.end() if found else position


def _with(header: Header, name: str, value: Value, before: Header) -> Header | None:
    """``header`` with one more fact; ``None`` when a former one says something else."""
    old = getattr(header, name)
    if isinstance(value, tuple):
        value = (*old, *(v for v in value if v not in old))
    elif name == "weather" and old is not None and before.weather is None:
        value = f"{old} {value}"
    elif old is not None and old != value:
        return None
    change: dict[str, Any] = {name: value}
    return replace(header, **change)


_LABEL = re.compile(
    "(?:" + "|".join(f"(?P<{name}>{'|'.join(words)})" for name, words in LABELS.items()) + r")(?P<colon>\s*:\s*|\s+)",
    re.IGNORECASE,
)


def _labelled(plain: str, line: str, position: int, around: Surroundings) -> tuple[str, Value, int] | None:
    """A fact with its label: ``参加:张书记、王丽``, ``步数 4773``."""
    label = _LABEL.match(plain, position)
    if label is None:
        return None
    name = next(n for n in LABELS if label[n])
    if name in NAMES:
        return _names(name, plain, line, label.end(), around) if ":" in label["colon"] else None
    if name in ("weather", "route") and ":" in label["colon"]:
        return _rest(name, plain, line, label.end(), around)
    found = _VALUES[name].match(plain, label.end())
    value = _READERS[name](found[0], around) if found else None
    return None if found is None or value is None else (name, value, found.end())


def _names(name: str, plain: str, line: str, start: int, around: Surroundings) -> tuple[str, Value, int] | None:
    """Names up to the next label or free fact; what stands apart by a blank must look like a name."""
    position, read = start, []
    while position < len(plain):
        stop = _NAME.match(plain, position)
        if stop is None:
            break
        word = line[stop.start() : stop.end()].strip(" 。.\u3000")
        if _next_is_fact(plain, line, position, around):
            break
        if _SENTENCE.search(word) or len(word) > 16:
            return None
        read += [] if word.lower() in _NONE else [word]
        position = _skip_in_list(plain, stop.end())
    return (name, tuple(read), position) if read or position > start else None


_NAME = re.compile(r"[^\s,、;|/。:]+(?:\([^()]*\))?")
_BETWEEN_NAMES = re.compile(r"[\s,、;/。]*")
_SENTENCE = re.compile(r"[说了很都没被把!?]|的.")


def _skip_in_list(plain: str, position: int) -> int:
    found = _BETWEEN_NAMES.match(plain, position)
    return found.end() if found else position


def _next_is_fact(plain: str, line: str, position: int, around: Surroundings) -> bool:
    return bool(_LABEL.match(plain, position)) or _free(plain, line, position, around) is not None


def _rest(name: str, plain: str, line: str, start: int, around: Surroundings) -> tuple[str, Value, int] | None:
    """Free text after a label: up to a wide gap, a semicolon, the next fact or the end of the line."""
    end = next((b.start() for b in _BREAK.finditer(plain, start) if _ends_text(plain, line, b, around)), len(plain))
    value = line[start:end].strip(" ,，。\u3000")
    return (name, value, end) if value else None


_BREAK = re.compile(r";|\s+")


def _ends_text(plain: str, line: str, found: re.Match[str], around: Surroundings) -> bool:
    if found[0] == ";" or len(found[0]) > 1 or _LABEL.match(plain, found.end()):
        return True
    free = _free(plain, line, found.end(), around)
    return free is not None and free[0] not in ("weather", "route")


def _free(plain: str, line: str, position: int, around: Surroundings) -> tuple[str, Value, int] | None:
    """A fact that needs no label because of its form: a date, a time, ``4773步``, ``2.9公里``, 晴, 顺时针一圈."""
    for route in around.routes:
        if line.startswith(route, position) and re.compile(_END).match(plain, position + len(route)):
            return "route", route, position + len(route)
    for name, pattern in _FREE:
        found = pattern.match(plain, position)
        if found is None:
            continue
        value = _READERS[name](line[slice(*found.span())] if name in _AS_WRITTEN else found[0], around)
        if value is not None:
            return name, value, found.end()
    return None


def _read_date(text: str, around: Surroundings) -> date | None:
    try:
        return parse_day(re.sub(r"\s|(?<=周)个", "", text), around.today, prefer="past")
    except MinqingError:
        return None


def _read_time(text: str, around: Surroundings) -> str | None:
    clocks = [_clock(m) for m in re.finditer(_CLOCK, text)]
    minutes = [c for c in clocks if c is not None]
    if len(minutes) != 2:
        return None
    if minutes[1] < minutes[0] and minutes[1] + 720 < 1440 and "午" in text:
        minutes[1] += 720
    return "-".join(f"{m // 60:02d}:{m % 60:02d}" for m in minutes)


def _clock(found: re.Match[str]) -> int | None:
    """Minutes since midnight of one clock time, ``None`` when there is no such time."""
    text = found[0]
    hour, _, rest = re.sub(r"[^\d:点半刻一三]", "", text).replace("点", ":").partition(":")
    minute = {"": "0", "半": "30", "一刻": "15", "三刻": "45"}.get(rest, rest)
    total = int(hour) * 60 + int(minute)
    if text.startswith(("下午", "晚上")) and int(hour) < 12:
        total += 720
    return total if int(hour) <= 23 and int(minute) <= 59 and total < 1440 else None


def _read_steps(text: str, around: Surroundings) -> int | None:
    found = re.search(NUMERAL, text)
    value = amount(found[0]) if found else None
    return int(value) if value is not None and value == int(value) else None


def _read_km(text: str, around: Surroundings) -> Decimal | None:
    found = re.search(NUMERAL, text)
    value = amount(found[0]) if found else None
    if value is None:
        return None
    return value / 2 if re.search(r"(?<!公)里$", text) else value


def _as_written(text: str, around: Surroundings) -> str | None:
    return text.strip() or None


_READERS: Mapping[str, Reader] = {
    "date": _read_date,
    "weekday": _as_written,
    "time": _read_time,
    "weather": _as_written,
    "route": _as_written,
    "steps": _read_steps,
    "km": _read_km,
}
_AS_WRITTEN = frozenset({"weather", "route", "weekday"})
_FREE: tuple[tuple[str, re.Pattern[str]], ...] = (
    ("time", re.compile(rf"(?:{_TIME}){_END}")),
    ("steps", re.compile(rf"{_ABOUT}\s?{NUMERAL}\s?(?:步|steps)")),
    ("km", re.compile(rf"{_ABOUT}\s?{NUMERAL}\s?(?:公里|千米|km|KM|Km|㎞|里(?={_END}))")),
    ("date", re.compile(rf"(?:{_DATE})(?={_END}|\s?{_WEEKDAY})")),
    ("weekday", re.compile(rf"{_WEEKDAY}{_END}")),
    ("weather", re.compile(rf"(?:{_WEATHER}){_END}")),
    ("route", re.compile(rf"(?:{_ROUND}){_END}")),
)
_VALUES: Mapping[str, re.Pattern[str]] = {
    "date": re.compile(rf"(?:{_DATE}|\d{{4}})(?={_END}|\s?{_WEEKDAY})"),
    "time": re.compile(rf"(?:{_TIME}){_END}"),
    "weather": re.compile(rf"(?:{_WEATHER}){_END}"),
    "route": re.compile(rf"(?:{_ROUND}){_END}"),
    "steps": re.compile(rf"{NUMERAL}\s?步?{_END}"),
    "km": re.compile(rf"{NUMERAL}\s?(?:公里|千米|km|里)?{_END}"),
}


def surroundings(today: date, community: Community) -> Surroundings:
    """What the settings and the day tell a reader of headers; the longest route names first."""
    return Surroundings(today, tuple(sorted(community.routes, key=len, reverse=True)))
