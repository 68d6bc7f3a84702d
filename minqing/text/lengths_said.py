"""How long something took, as people say it: 30天以上, 超过30天, 一周内, 7到30天."""

from __future__ import annotations

import re

from minqing.domain.patterns import pattern
from minqing.text.numerals import chinese_integer

Days = tuple[int | None, int | None]
"""The fewest and the most days; ``None`` where there is no such bound."""

_N = "(?P<n>[0-9]{1,6}|[零〇一二两三四五六七八九十百]+|半)(?P<more>多)?(?P<unit>天|日|个?星期|个?礼拜|周|个?月|年)?"
_UNITS = {"天": 1, "日": 1, "周": 7, "期": 7, "拜": 7, "月": 30, "年": 365}
_ROWS = tuple(
    (pattern(form.format(n=_N)), low, high)
    for form, low, high in (
        ("{n}(?:及?以上|或以上|\\+|往上|开外)", 0, None),
        ("(?:至少|不少于|最少|>=|≥){n}", 0, None),
        ("(?:超过|大于|多于|过了|>){n}(?:了)?", 1, None),
        ("{n}(?:(?:以|之)?内|及?以下|或以下)", None, 0),
        ("(?:不超过|至多|最多|<=|≤){n}", None, 0),
        ("(?:不到|不足|少于|小于|<){n}", None, -1),
        ("{n}", 0, 0),
    )
)
"""Each form, and what is added to its number for the fewest and for the most days."""
_BETWEEN = pattern("(?P<low>.+?)(?:到|至|-|~|—)(?P<high>.+)")


def days_said(text: str) -> Days | None:
    """The days that ``text`` (folded) names; ``None`` where it is no length of time. A month is 30 days."""
    plain = "".join(text.split())
    found = next(((match, low, high) for form, low, high in _ROWS if (match := form.fullmatch(plain))), None)
    between = None if found else _BETWEEN.fullmatch(plain)
    if between:
        unit = "" if between["low"][-1] in _UNITS else plain[-1] if plain[-1] in _UNITS else ""
        low, high = days_said(between["low"] + unit), days_said(between["high"])
        return (low[0], high[1]) if low and high and low[0] == low[1] and high[0] == high[1] else None
    return _bounds(*found) if found else None


def _bounds(found: re.Match[str], low: int | None, high: int | None) -> Days:
    unit = _UNITS[(found["unit"] or "天")[-1]]
    number = found["n"]
    days = unit // 2 if number == "半" else (int(number) if number.isascii() else chinese_integer(number) or 0) * unit
    if found["more"]:
        return days + 1, None
    return None if low is None else days + low, None if high is None else days + high
