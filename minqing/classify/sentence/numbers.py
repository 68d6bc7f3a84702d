"""Numbers as people write them: half- or full-width digits, Chinese numerals, 万."""

from __future__ import annotations

from decimal import Decimal, InvalidOperation

from minqing.domain.patterns import pattern
from minqing.text.numerals import DIGITS, chinese_integer

__all__ = ["NUMERAL", "amount", "chinese_integer"]


NUMERAL = (
    r"(?:\d{1,4}万\d千(?:\d百?)?(?!\d)|\d[万千]\d(?:[千百](?!\d)|(?!\d))|"
    r"\d ?[万千] ?\d ?[千百](?!\d)|(?:\d{1,3}(?:,\d{3})+(?!\d)|"
    r"\d{1,3}(?: \d{3}){1,2}(?=\s?(?:步|公里|$))|\d+)"
    r"(?:\.\d+|点\d(?=\s?(?:公里|千米|km|里|万|千)))?(?:[万千]|[wWkK](?![a-zA-Z]))?|"
    r"[零〇一二两三四五六七八九十百千万]+(?:点[零〇一二三四五六七八九]+)?)"
)
"""Pattern of a number in a line of half-width text; ``amount`` reads what it finds."""


_HAN_DIGITS = {str(value): numeral for numeral, value in DIGITS.items() if numeral not in "〇两"}
_BY_UNITS = pattern(r"\d[万千]\d[千百]?|(?P<wan>\d{1,4})万(?P<rest>\d千(?:\d百?)?)")
"""Digits with the units of a voice between them: 6千8百, 1万2, 86万5千, 4 千 6 百."""

_SCALES = {"千": 1000, "k": 1000, "万": 10000, "w": 10000}


def amount(text: str) -> Decimal | None:
    """The number ``text`` writes: ``4,773``, ``1.2万``, ``5千``, 四千七百, 二点九; ``None`` when it is none."""
    whole, point, tenths = text.partition("点")
    number = chinese_integer(whole)
    if number is not None:
        digits = "".join(str(DIGITS[c]) for c in tenths if c in DIGITS)
        return Decimal(f"{number}.{digits}") if digits else None if point else Decimal(number)
    spaceless = text.replace(" ", "")
    if spoken := _BY_UNITS.fullmatch(spaceless):
        number = chinese_integer("".join(_HAN_DIGITS.get(c, c) for c in spoken["rest"] or spaceless))
        return None if number is None else Decimal(number + int(spoken["wan"] or 0) * 10000)
    plain = text.replace(",", "").replace(" ", "").replace("点", ".")
    scale = _SCALES.get(plain[-1:].lower())
    try:
        value = Decimal(plain[:-1] if scale else plain)
    except InvalidOperation:
        return None
    return value * (scale or 1) if value.is_finite() else None
