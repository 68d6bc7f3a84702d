"""Facts of a walk that need no label because of their form: a date, a time, 4773步, 2.9公里, 晴, 顺时针一圈."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from datetime import date
from decimal import Decimal

from minqing.classify.sentence.clocks import SPAN, START, read_span
from minqing.classify.sentence.numbers import NUMERAL, amount, chinese_integer
from minqing.domain.errors import MinqingError
from minqing.domain.model import MOST_KM, MOST_STEPS
from minqing.domain.values import dataclass
from minqing.text.compiled import compiled
from minqing.text.dates import parse_day

Value = object


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What reading notes needs to know: the day they are pasted on, and the names the settings hold."""

    today: date
    routes: tuple[str, ...] = ()
    people: tuple[str, ...] = ()
    community: str = ""


@dataclass(frozen=True, slots=True)
class Fact:
    """One fact as it was found: its name, its value, the words it was read from, and their line (from 1).

    ``whole`` is false where the words say more than the value (三千多步, 早上八点开始): they stay in the body too.
    """

    name: str
    value: Value
    text: str
    line: int = 0
    whole: bool = True


class Step:
    """A fact in the middle of a line: where it ends."""

    __slots__ = ("end", "name", "value", "whole")

    def __init__(self, name: str, value: Value, end: int, whole: bool = True) -> None:
        self.name, self.value, self.end, self.whole = name, value, end, whole


_HAN_YEAR = "[二〇零一三四五六七八九]{4}年"
_DAY_NUMBER = r"(?:\d{1,2}|[一二三四五六七八九十]{1,3})"
_MIXED_DATE = rf"(?:\d{{4}}\s?年|{_HAN_YEAR})\s?{_DAY_NUMBER}\s?月\s?{_DAY_NUMBER}(?!\d)\s?[日号]?"
WEEKDAY = r"(?:周|星期\s?:?\s?|礼拜)[一二三四五六日天](?![,、]?[一二三四五六])"
_RELATIVE = r"大?前天|昨[天日儿]|今[天日儿早晨朝]|(?:上|本|这)(?:个)?(?:周|星期|礼拜)[一二三四五六日天]|today|yesterday"
_MONTH = (
    "(?i:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|"
    "nov(?:ember)?|dec(?:ember)?)"
)
_ENGLISH_DATE = (
    rf"{_MONTH}\.?\s?\d{{1,2}}(?:st|nd|rd|th)?(?![\d:])(?:,?\s?\d{{4}}(?!\d))?"
    rf"|\d{{1,2}}(?:st|nd|rd|th)?\s(?:of\s)?{_MONTH}(?![a-z])\.?(?:,?\s?\d{{4}}(?!\d))?"
)
_ENGLISH_WEEKDAY = "(?i:mon|tues?|wed(?:nes)?|thu(?:rs?)?|fri|sat(?:ur)?|sun)(?:day)?(?![a-z])"
DATE = (
    rf"{_MIXED_DATE}|{_ENGLISH_DATE}|"
    r"(?:0[1-9]|1[0-2])(?:[0-2]\d|3[01])(?=\s+[^\s步]|[一二三四五六日][/\s]|[晴阴多小中大雨雪])|(?:20)?\d{2}\s?年\s?\d{1,2}\s?月\s?\d{1,2}\s?[日号]?|\d{4}\s?[-./]\s?\d{1,2}\s?[-./]\s?\d{1,2}(?!\d)\s?日?|20\d{6}(?!\d)"
    rf"|\d{{1,2}}\s?月\s?\d{{1,2}}(?!\d)\s?[日号]?|(?:{_HAN_YEAR})?[一二三四五六七八九十]{{1,2}}月[一二三四五六七八九十]{{1,3}}[日号]?"
    rf"|\d{{1,2}}[-./]\d{{1,2}}(?!\d|\s?(?:公里|千米|km|里|万|步|米|度|℃|[-:.%]))|\d{{1,2}}[日号](?!楼|院|线|路|门)|[一二三四五六七八九十]{{1,3}}[号日](?=\s?(?:礼拜|星期|周)[一二三四五六日天])|{_RELATIVE}"
)
SKY = (
    "晴空万里|大部晴朗|晴间多云|晴朗|晴|多云|阴天|阴|[小中大暴阵]?(?:到[中大暴])?雷?阵?雨(?:夹雪)?|[小中大暴阵]雪|雪|"
    "[薄大]?雾霾?|霾|沙尘暴?|扬沙|浮尘|雷电|冰雹"
)
_DEGREES = r"(?:气温|零下|最高|最低)?-?\d{1,2}\s?(?:℃|度)?(?:[~到至/—–-]\s?(?:零下)?-?\d{1,2}\s?)?(?:℃|°C|°|度)"
_FEEL = (
    "有点?(?:冷|热|雾|风|霾)|[很较闷炎寒]?[冷热凉](?:爽|快)?|降温|"
    "回暖|[无没]风|风(?:有点|[很挺真])?[大小]|雨停|天气[很不]?[好错差晴阴冷热]{1,2}|阳光[很真]?好"
)
_ENGLISH_SKY = (
    "(?i:(?:partly |mostly |light |heavy )?"
    "(?:sunny|clear|cloudy|overcast|rainy?|showers|snowy?|foggy|fog|windy|hazy|haze))"
)
_FORCE = r"(?:\d{1,2}(?:\s?[-~到至]\s?\d{1,2})?|[一二三四五六七八九]{1,2})"
WEATHER = (
    rf"{_ENGLISH_SKY}|(?:有|下着?|转)?(?:{SKY})天?(?:\s?[转间有到]\s?(?:{SKY}))*|(?:[东南西北偏]{{1,3}}|微|大|有)风(?:{_FORCE}级)?"
    rf"|{_FORCE}级风?|风力?\s?{_FORCE}级|{_DEGREES}|(?:{_FEEL})"
)
_SO = (
    "(?:我们|大家)?(?:今天|今日|本次|上午|一上午)?(?:一共|总共|共计|共|总计|累计|合计|全程|约合|折合|合){0,2}"
    "(?:行走|步行|走路|走访|走动|巡查|巡逻|走)?(?:了)?(?:大约|大概|差不多|将近|近|约|快)?"
)
_MORE = "(?:多|余|来|几)"
_ROUGHLY = "(?:左右|上下)?"
ROUND = r"(?:顺时针|逆时针)[^\s,，。;；:、\d]{0,10}|[^\s,，。;；:、\d和跟与同陪]{0,8}[一二两三半]圈"
PICTURES = "\u2600-\u27bf\U0001f300-\U0001faff\ufe0f\u200d"
"""Characters of the class of pictures: they part what stands beside them."""

END = rf"(?=$|[\s,。;、|/()!:*\[\]【】《》{PICTURES}]|\.(?=\s|$))"
_UNIT_KM = "公里|千米|km|KM|Km|㎞|华里|里地|里路(?=$|[^\u4e00-\u9fff])|里(?=$|[^\u4e00-\u9fff])|米|m(?![a-zA-Z])"
STEPS = rf"{_SO}\s?(?P<n>{NUMERAL})\s?(?P<more>{_MORE})?(?P<half>[万千])?\s?(?:步|steps)(?![行道梯]){_ROUGHLY}"
KM = rf"{_SO}\s?(?P<n>{NUMERAL})\s?(?P<more>{_MORE})?\s?(?P<unit>{_UNIT_KM})(?P<tail>半|多|左右|上下)?"
CLEANED = (
    r"(?:顺手|随手|沿途|一路)(?:清理|清除|清掉|清|撕掉|撕|铲除|铲|捡起?|拾)了?(?P<what>(?:小广告|狗粪|犬粪|狗屎|烟头|白色垃圾|垃圾|广告|杂物|[、和]){0,6})"
    rf"(?:共|约)?\s?(?P<n>{NUMERAL})\s?(?P<more>{_MORE})?\s?[张处个条堆袋件起](?:小广告|狗粪|犬粪|狗屎|烟头|垃圾|广告)?"
)

_Reader = Callable[[str, "re.Match[str]", Surroundings], "tuple[Value, bool] | None"]


def read_date(text: str, around: Surroundings) -> date | None:
    """The day ``text`` names, the latest one up to today where it leaves the year out."""
    if re.search(rf"{_MONTH}", text):
        text = re.sub(r"(?<=[a-z])(?=\d)", " ", re.sub(r"[\s.,]+|\sof\s", " ", text.strip().lower()))
        return _day_of(re.sub(r"(?<=\d)(?:st|nd|rd|th)\b", "", text), around)
    plain = (
        re.sub(r"\s|(?<=周)个", "", text)
        .replace("今儿", "今天")
        .replace("今早", "今天")
        .replace("今晨", "今天")
        .replace("今朝", "今天")
        .replace("昨儿", "昨天")
    )
    plain = re.sub(r"^(\d{2})年", r"20\1年", plain)
    plain = re.sub(r"^(1[3-9]|2\d|3[01])/(\d{1,2})$", r"\2/\1", plain)  # 23/11, as forms from abroad have it
    if re.search(r"\d", plain):
        plain = re.sub(r"[〇零一二三四五六七八九十]+(?=[年月日号]|$)", _in_digits, plain)
    return _day_of(plain, around)


def _day_of(text: str, around: Surroundings) -> date | None:
    try:
        return parse_day(text, around.today, prefer="past")
    except MinqingError:
        return None


def _in_digits(found: re.Match[str]) -> str:
    """The numerals of a year digit by digit, those of a month or a day by their value."""
    numerals = found[0]
    value = numerals.translate(_DIGIT) if len(numerals) == 4 else chinese_integer(numerals)
    return numerals if value is None else str(value)


_DIGIT = str.maketrans("〇零一二三四五六七八九", "00123456789")


def _date(text: str, found: re.Match[str], around: Surroundings) -> tuple[Value, bool] | None:
    day = read_date(found[0], around)
    return (day, True) if day else None


def _time(text: str, found: re.Match[str], around: Surroundings) -> tuple[Value, bool] | None:
    span = read_span(re.sub("^(?:我们)?走了", "", found[0]))
    return (span, True) if span else None


def read_steps(found: re.Match[str]) -> tuple[int, bool] | None:
    """Steps, and whether the number says all (三千多步 says more)."""
    value = amount(found["n"])
    if value is not None and found["half"]:
        value *= 10000 if found["half"] == "万" else 1000
    if value is None or value != int(value) or value > MOST_STEPS:
        return None
    return int(value), not found["more"]


def read_km(found: re.Match[str]) -> tuple[Decimal, bool] | None:
    """Kilometres of a distance in 公里, 里 (half a kilometre) or 米, and whether the number says all."""
    value = amount(found["n"])
    if value is None:
        return None
    unit, tail = found["unit"] or "公里", found["tail"] or ""
    value += Decimal("0.5") if tail == "半" else 0
    if unit in ("里", "里地", "里路", "华里"):
        value /= 2
    elif unit in ("米", "m"):
        value /= 1000
    return (
        (value.quantize(Decimal("0.001")).normalize() + 0, not found["more"] and tail != "多")
        if value <= MOST_KM
        else None
    )


def _steps(text: str, found: re.Match[str], around: Surroundings) -> tuple[Value, bool] | None:
    return read_steps(found)


def _km(text: str, found: re.Match[str], around: Surroundings) -> tuple[Value, bool] | None:
    short = found["unit"] in ("米", "m") and (amount(found["n"]) or 0) < 100
    return None if short else read_km(found)


def _words(text: str, found: re.Match[str], around: Surroundings) -> tuple[Value, bool] | None:
    return re.sub(rf"^(?:天气(?={SKY})|(?:今天|{WEEKDAY})(?=[走转巡绕]))", "", text.strip()), True


def _weekday(text: str, found: re.Match[str], around: Surroundings) -> tuple[Value, bool] | None:
    day = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"].index(found[0][:3].lower())
    return f"周{'一二三四五六日'[day]}", True


def _part(text: str, found: re.Match[str], around: Surroundings) -> tuple[Value, bool] | None:
    return text.strip(), False


def _cleaned(text: str, found: re.Match[str], around: Surroundings) -> tuple[Value, bool] | None:
    value = amount(found["n"])
    return (int(value), False) if value is not None and value == int(value) else None


_FORMS: tuple[tuple[str, str, _Reader], ...] = (
    ("time", rf"(?:(?:我们)?走了)?(?:{SPAN})(?:{END}|(?={SKY}|[顺逆]时针))", _time),
    ("start", rf"(?:{START}){END}", _part),
    ("steps", rf"{STEPS}(?:{END}|(?=\d))", _steps),
    ("km", rf"{KM}{END}", _km),
    (
        "date",
        rf"(?:{DATE})(?={END}|[一二三四五六日][\s,/]|\s?(?:{WEEKDAY}|{SKY}|上午|下午|早上|早晨|[走巡夜]|(?:\d{{1,2}}|[一二两三四五六七八九十]{{1,3}})[:点时]|\d{{1,2}}月\d))",
        _date,
    ),
    (
        "weekday",
        rf"{WEEKDAY}(?={END}|(?:{SKY})|\s?(?:上午|下午|早上|走动|走访|巡查|\d{{1,2}}(?:月\d|[:点时])))",
        _words,
    ),
    ("weekday", rf"{_ENGLISH_WEEKDAY}{END}", _weekday),
    ("weather", rf"(?:{WEATHER})(?:{END}|(?=\d|气温|天气))", _words),
    ("route", rf"(?:{ROUND}){END}", _words),
    ("cleaned", rf"{CLEANED}{END}", _cleaned),
    ("half-day", rf"(?:上午|下午|早上|早晨){END}", _part),
)
NAMES = frozenset({"walkers", "companions", "visits"})
"""Facts that are lists of names; several lines of them add up."""

STRONG = NAMES | {"date", "time", "steps", "km"}
"""Facts that nothing but a walk has; weather and the like may stand in any sentence."""

NUMBERS: Mapping[str, str] = {"steps": STEPS, "km": KM}


def free_fact(plain: str, line: str, position: int, around: Surroundings) -> Step | None:
    """The fact that begins at ``position`` of a line; ``plain`` is the line in half-width forms."""
    for route in around.routes:
        if line.startswith(route, position) and compiled(END).match(plain, position + len(route)):
            return Step("route", route, position + len(route))
    for name, found, read in _matches(plain, position):
        value = read(line[slice(*found.span())], found, around)
        if value is not None:
            return Step(name, value[0], found.end(), value[1])
    return None


def _matches(plain: str, position: int) -> Iterator[tuple[str, re.Match[str], _Reader]]:
    for name, pattern, read in _FORMS:
        found = compiled(pattern).match(plain, position)
        if found and found.end() > position:
            yield name, found, read
