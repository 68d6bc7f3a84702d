"""Chinese numerals by their value, and the numbers of houses: 三号楼 and 3栋 are 3号楼, 十三号楼 is not."""

from __future__ import annotations

from minqing.domain.patterns import pattern

DIGITS = {"〇": 0, "两": 2} | {numeral: value for value, numeral in enumerate("零一二三四五六七八九")}
"""What each numeral of one digit is worth."""

_UNITS = {"十": 10, "百": 100, "千": 1000}
_NUMERALS = pattern("[零〇一二两三四五六七八九十百千]+")
_HOUSE = pattern(
    "(?P<number>[0-9]+|[零〇一二两三四五六七八九十百]+)"
    "(?:(?P<building>(?<!两)[ ]?(?:号楼|#楼?|[栋幢](?!楼(?![上下前后道梯门长]))))"
    "|(?=[ ]?(?:号院|号房|[栋幢座楼门层室户]|单元)))"
)
BUILDING = "号楼"
"""What every sign of a building is written as: 5栋, 5幢 and 5# are 5号楼; 两栋 and 三栋楼 are so many buildings."""


def by_value(text: str) -> str:
    """``text`` (folded) with every number of a house, an entrance, a floor or a door in plain digits.

    Numerals in a row that make no number (一二三单元, 周一三单元) are a list: the last one numbers the house.
    """
    return _HOUSE.sub(lambda found: _plain(found["number"]) + (BUILDING if found["building"] else ""), text)


def _plain(numeral: str) -> str:
    if numeral.isascii():
        return numeral.lstrip("0") or numeral
    value = chinese_integer(numeral)
    if value is not None:
        return str(value)
    if numeral[0] not in "零〇" and all(c in DIGITS for c in numeral) and any(c in "零〇" for c in numeral):
        return "".join(str(DIGITS[c]) for c in numeral)
    return numeral[:-1] + str(DIGITS.get(numeral[-1], numeral[-1]))


def chinese_integer(text: str) -> int | None:
    """十一 → 11, 四千七百七十三 → 4773, 一万二 → 12000, 五千二 → 5200; ``None`` for anything else."""
    high, wan, low = text.rpartition("万")
    if not wan:
        return _below_wan(low)
    tens = _below_wan(high)
    rest = _below_wan(low) if low else 0
    if tens is None or rest is None:
        return None
    return tens * 10000 + (rest * 1000 if len(low) == 1 else rest)


def _below_wan(text: str) -> int | None:
    """A numeral below 万; a last digit without its unit counts tenths of the unit before (五千二)."""
    if not _NUMERALS.fullmatch(text):
        return None
    total, digit, unit, zero = 0, 0, 1, False
    for character in text:
        if character in _UNITS:
            unit = _UNITS[character]
            total += (digit or 1) * unit
            digit, zero = 0, False
        elif DIGITS[character] == 0:
            zero = True
        elif digit:
            return None
        else:
            digit = DIGITS[character]
    return total + (digit * unit // 10 if unit > 10 and not zero else digit)
