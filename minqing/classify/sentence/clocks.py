"""Times of day as people write them: 8:30-11:40, 8:30-11, 8.30到11.40, 上午8点半到11点40, 下午2点到4点."""

from __future__ import annotations

import re

from minqing.classify.sentence.numbers import chinese_integer
from minqing.domain.patterns import pattern

_PART = "(?:凌晨|清晨|一早|早上|早晨|早|上午|中午|下午|傍晚|晚上|晚)"
_COUNT = r"(?:\d{1,2}|[零一二两三四五六七八九十]{1,3})"
_AFTER_HOUR = rf"(?:半|一刻|三刻|整|钟|过?{_COUNT}(?!(?<=一)共)分?)?"
CLOCK = rf"{_PART}?\s?(?:\d{{1,2}}:\d{{2}}(?!\d)(?:\s?[aApP][mM])?|{_COUNT}[点时]{_AFTER_HOUR})"
"""Pattern of one time of day, in a line of half-width text."""

LEAVES = "出发|集合|开始|出去|出门|出来|动身"
RETURNS = "结束|散的|散了|回来|返回|收工|收队|收$|走完|巡完|解散|到家"
"""What is said of one end of the walk and of the other."""

_BEGIN = "(?:开始|出发|集合|起|走的?)?"
_END = f"(?:{RETURNS}|为止|止|回(?![访复]))?"
_DASH = r"\s?(?:-{1,2}|—+|–|~|〜|至|走?到|[,;]?\s?(?=(?:上午|中午|下午)?\s?[\d一二两三四五六七八九十]))\s?"
_STROKE = r"\s?(?:-{1,2}|—+|–|~|〜|至|走?到)\s?"
_HOUR_ALONE = r"\d{1,2}(?=$|[\s,。;、|/()!*\[\]【】《》])"
_DOTTED = rf"\d{{1,2}}\.\d{{2}}{_STROKE}\d{{1,2}}\.\d{{2}}(?![\d.])"
SPAN = (
    rf"(?:{CLOCK}{_BEGIN}{_DASH}(?:到|至)?(?:快|将近|差不多)?{CLOCK}{_END}|{_DOTTED}|{CLOCK}{_STROKE}{_HOUR_ALONE}|"
    rf"{_PART}?\s?\d{{1,2}}\s?[-–—~至到]\s?\d{{1,2}}[点时]{_AFTER_HOUR})"
)
"""Pattern of a span of time; ``read_span`` reads what it finds."""

START = rf"{CLOCK}(?:左右|前后)?(?:{LEAVES}|{RETURNS})|(?:出门|出发|动身|集合|回来|到家|收工|返回|结束)\s?:?\s?{CLOCK}"
"""Pattern of only one end of the walk: understood, but a span has two; the other may stand elsewhere."""

_ONE = pattern(
    rf"(?P<part>{_PART})?\s?(?:(?P<h>\d{{1,2}}):(?P<m>\d{{2}})(?:\s?(?P<half>[aApP])[mM])?|(?P<hour>{_COUNT})(?:[点时](?P<rest>{_AFTER_HOUR})|(?=\s?[-–—~至到])))"
)
_QUARTERS = {"": 0, "半": 30, "一刻": 15, "三刻": 45, "整": 0, "钟": 0}
_LATE = ("下午", "傍晚", "晚上", "晚")
_NOON = 720
_EARLIEST = 300
"""Minutes since midnight before which nobody walks: 2点到4点 is the afternoon."""

_SET_OUT, _LONGEST_WALK = 420, 360
"""Minutes from which on a walk begins, and lasts at most, where no part of the day is said: 11:40-8:30 is a slip, and
which end is right nobody knows."""


def read_span(text: str) -> str | None:
    """``HH:MM-HH:MM``, or ``None`` where ``text`` holds no two times that follow each other."""
    found = [(m["part"] or "", _minutes(m)) for m in _ONE.finditer(_spelt_out(text))]
    ends = [(part, minutes) for part, minutes in found if minutes is not None]
    if len(ends) != 2:
        return None
    (part, start), (later, end) = ends
    if not part and not later and start < _EARLIEST and end < _NOON:
        start += _NOON
    if _SET_OUT <= end < start and end + _NOON - start > _LONGEST_WALK:
        return None
    if end < start and end + _NOON < 2 * _NOON:
        end += _NOON
    if end < start:
        return None
    return "-".join(f"{m // 60:02d}:{m % 60:02d}" for m in (start, end))


def _spelt_out(text: str) -> str:
    """``text`` with the minutes an end was written without, and colons for the dots of 8.30到11.40."""
    if _DOTS.fullmatch(text):
        return "" if _are_days(text) else text.replace(".", ":")
    return _BARE_END.sub(r"\1:00", text)


def _are_days(text: str) -> bool:
    """Whether both ends of a dotted span can be days: 10.20-11.15 is rather a month than a morning."""
    ends = [tuple(map(int, end.split("."))) for end in _DOTTED_END.findall(text)]
    return all(1 <= month <= 12 and 1 <= day <= 31 for month, day in ends) and "到" not in text


_DOTS = pattern(_DOTTED)
_DOTTED_END = pattern(r"\d{1,2}\.\d{2}")
_BARE_END = pattern(rf"({_STROKE}\d{{1,2}})$")


def _minutes(found: re.Match[str]) -> int | None:
    """Minutes since midnight, ``None`` when there is no such time."""
    hour = _number(found["h"] or found["hour"])
    minute = int(found["m"]) if found["m"] else _rest(found["rest"] or "")
    if hour is None or minute is None or hour > 23 or minute > 59:
        return None
    late = (found["part"] in _LATE or (found["half"] or "").lower() == "p") and hour < 12
    return hour * 60 + minute + (_NOON if late else 0)


def _rest(text: str) -> int | None:
    return _QUARTERS[text] if text in _QUARTERS else _number(text.removeprefix("过").removesuffix("分"))


def _number(text: str) -> int | None:
    if text.isascii() and text.isdigit():
        return int(text)
    return chinese_integer(text.removeprefix("零") or "零")
