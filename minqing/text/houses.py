"""The numbers of houses by their value: 三号楼 and 3栋 are 3号楼, 3、4号楼 are two, 十三号楼 is none of them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise
from typing import NamedTuple

from minqing.domain.patterns import pattern
from minqing.text.numerals import DIGITS, chinese_integer

BUILDING = "号楼"
"""What every sign of a building is written as: 5栋, 5幢 and 5# are 5号楼; 两栋 and 三栋楼 are so many buildings."""

_MOST_IN_RANGE = 60
_DASHES = "~—-"
_RANGES = f"到至{_DASHES}"
_NUMERAL = "(?:[0-9]{1,9}|[零〇一二两三四五六七八九十百]+)"
_SIGN = "[ ]?(?:号楼|#楼?|[栋幢](?!楼(?![上下前后道梯门长])))"
_JOINT = "号?[ ]?(?:[、,和与及跟]|[到至~—-]+)[ ]?"
_ROW = pattern(f"(?P<first>{_NUMERAL})(?:(?:{_SIGN})?{_JOINT}{_NUMERAL})*(?<!两)(?P<sign>{_SIGN})")
_MEMBER = pattern(f"(?P<joint>{_JOINT})?(?P<number>{_NUMERAL})(?P<sign>{_SIGN})?")
_DOOR = pattern(f"{_NUMERAL}(?=[ ]?(?:号院|号房|[栋幢座楼门层室户]|单元))")


class House(NamedTuple):
    """A building: its ``number``, and how the text writes it (``written``: 三栋)."""

    number: str
    written: str

    @property
    def name(self) -> str:
        """What every spelling of it is compared as: 3号楼."""
        return self.number + BUILDING


class Houses(NamedTuple):
    """Buildings that stand together from ``start`` to ``end`` of a text: 5号楼, 3、4号楼, 10栋和12栋, 3-5号楼."""

    start: int
    end: int
    each: tuple[House, ...]


def by_value(text: str) -> str:
    """``text`` (folded) with every number of a house, an entrance, a floor or a door in plain digits.

    Buildings that stand together are told one by one. Numerals in a row that make no number (一二三单元, 周一三单元)
    are a list: the last one numbers the house.
    """
    parts, at = list[str](), 0
    for found in houses(text):
        parts += (text[at : found.start], "、".join(house.name for house in found.each))
        at = found.end
    return _DOOR.sub(lambda found: _plain(found[0]), "".join((*parts, text[at:])))


def houses(text: str) -> Iterator[Houses]:
    """The buildings that ``text`` (in half-width forms) numbers; a range is each building of it."""
    for row in _ROW.finditer(text):
        start, each = row.start(), list[House]()
        for member in _MEMBER.finditer(text, row.start(), row.end()):
            sign, numerals = (member["sign"] or row["sign"]).strip(), _numerals(member["number"])
            here = [House(_plain(numeral), numeral + sign) for numeral in numerals]
            between = _between(each, here[0], member)
            if between is None:
                start, each = member.end("number") - len("".join(numerals)), here
            else:
                each += [*between, *here]
        yield Houses(start, row.end(), tuple(each))


def _numerals(written: str) -> list[str]:
    """The numerals of what stands before the sign of a house: 三四 are two in a row, of 一三 only 三 is one."""
    if _plain(written).isdigit():
        return [written]
    values = [DIGITS.get(character, 0) for character in written]
    return list(written) if all(b - a == 1 for a, b in pairwise(values)) else [written[-1]]


def _between(before: list[House], house: House, member: re.Match[str]) -> list[House] | None:
    """The houses of a range between the last one and ``house``; ``None`` where a row begins with it: of 5-2号楼 the
    five is no house."""
    joint = (member["joint"] or "").lstrip("号 ")
    if not before:
        return None
    low, high = int(before[-1].number), int(house.number)
    if joint[0] not in _RANGES or not low < high <= low + _MOST_IN_RANGE:
        return None if joint[0] in _DASHES else []
    return [House(str(number), f"{number}{BUILDING}") for number in range(low + 1, high)]


def _plain(numeral: str) -> str:
    if numeral.isascii():
        return numeral.lstrip("0") or numeral
    value = chinese_integer(numeral)
    if value is not None:
        return str(value)
    if numeral[0] not in "零〇" and all(c in DIGITS for c in numeral) and any(c in "零〇" for c in numeral):
        return "".join(str(DIGITS[c]) for c in numeral)
    return numeral[:-1] + str(DIGITS.get(numeral[-1], numeral[-1]))
