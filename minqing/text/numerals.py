"""Chinese numerals by their value: 十三 is 13."""

from __future__ import annotations

from minqing.domain.patterns import pattern

DIGITS = {"〇": 0, "两": 2} | {numeral: value for value, numeral in enumerate("零一二三四五六七八九")}
"""What each numeral of one digit is worth."""

_UNITS = {"十": 10, "百": 100, "千": 1000}
_NUMERALS = pattern("[零〇一二两三四五六七八九十百千]+")


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


def number_of(numeral: str) -> int | None:
    """What a numeral is worth as the number of a house or a door: 103, 一百零三, and digit by digit 一〇三, 六零二."""
    if numeral.isascii():
        return int(numeral) if numeral.isdigit() else None
    value = chinese_integer(numeral)
    if value is None and len(numeral) > 2 and numeral[0] not in "零〇" and all(c in DIGITS for c in numeral):
        return int("".join(str(DIGITS[c]) for c in numeral))
    return value
