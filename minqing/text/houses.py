"""The numbers of houses by their value: 三号楼 and 3栋 are 3号楼, 3、4号楼 are two, 十三号楼 is none of them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import pairwise
from typing import NamedTuple

from minqing.domain.patterns import pattern
from minqing.text.numerals import DIGITS, chinese_integer

BUILDING = "号楼"
"""What every sign of a building is written as: 5栋, 5幢 and 5# are 5号楼; 两栋 and 三栋楼 are so many buildings."""

_MOST_IN_RANGE = 60
_DASHES = "~—-"
_RANGES = f"到至{_DASHES}"
_HAN = "零〇一二两三四五六七八九十百"
NUMERAL = f"(?:(?<![0-9])[0-9]{{1,9}}(?![0-9])|(?<![{_HAN}])[{_HAN}]+)"
"""A number in figures or numerals, the whole of it; no house, door or floor has more than nine figures."""

_SIGN = "[ ]?(?:号楼|#楼?|[栋幢](?!楼(?![上下前后道梯门长顶])))"
_JOINT = "号?[ ]?(?:[、,和与及跟]|[到至~—-]+)[ ]?"
_MEMBER = pattern(f"(?P<number>{NUMERAL})(?P<sign>(?<!两){_SIGN})?(?P<joint>{_JOINT}(?=[0-9{_HAN}]))?")
_DOOR = pattern(f"{NUMERAL}(?=[ ]?(?:号院|号房|[栋幢座楼门层室户]|单元))")

_ENGLISH = pattern(
    r"(?<![a-z])(?:building|bldg\.?|block)\s?(?P<house>[0-9]{1,3})(?:,?\s?(?:unit|entrance)\s?(?P<unit>[0-9]{1,2}))?(?![0-9a-z])",
    re.IGNORECASE,
)
_DASHED = pattern(r"(?<![0-9-])(?P<house>[0-9]{1,3})-(?P<unit>[0-9]{1,2})-(?P<door>[0-9]{3,4})(?![0-9-])")
_NTH = pattern(f"第(?={NUMERAL}{_SIGN})")
HOUSE_AND_DOOR = pattern(r"(?P<house>[0-9]{1,2})-(?P<door>[0-9]{3,4})室?")
"""A house and its door with a stroke between; a place that is nothing else."""


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
    plain = in_words(text)
    parts, at = list[str](), 0
    for found in houses(plain):
        parts += (plain[at : found.start], "、".join(house.name for house in found.each))
        at = found.end
    return _DOOR.sub(lambda found: _plain(found[0]), "".join((*parts, plain[at:])))


def in_words(text: str) -> str:
    """``text`` (in half-width forms) with its houses as most tell them: 3-2-501 is 3号楼2单元501, Building 5 5号楼.

    3-501 is a house and its door where it is the whole text: elsewhere it may be anything.
    """
    if not any(mark in text for mark in "-第bB"):
        return text
    if door := HOUSE_AND_DOOR.fullmatch(text):
        return f"{door['house']}{BUILDING}{door['door']}"
    dashed = _DASHED.sub(rf"\g<house>{BUILDING}\g<unit>单元\g<door>", _NTH.sub("", text))
    return _ENGLISH.sub(
        lambda found: found["house"] + BUILDING + (f"{found['unit']}单元" if found["unit"] else ""), dashed
    )


def houses(text: str) -> Iterator[Houses]:
    """The buildings that ``text`` (as ``in_words`` has it) numbers; a range is each building of it."""
    for row in rows(_MEMBER.finditer(text)):
        start, each, joint = row[0].start(), list[House](), ""
        for member in row:
            sign, numerals = (member["sign"] or row[-1]["sign"]).strip(), _numerals(member["number"])
            here = [House(_plain(numeral), numeral + sign) for numeral in numerals]
            between = _between(each, here[0], joint)
            if between is None:
                start, each = member.end("number") - len("".join(numerals)), here
            else:
                each += [*between, *here]
            joint = member["joint"] or ""
        yield Houses(start, row[-1].end("sign"), tuple(each))


def rows(members: Iterable[re.Match[str]]) -> Iterator[list[re.Match[str]]]:
    """Numbers that stand together, each with its ``sign`` and its ``joint`` to the next, up to the last signed one."""
    row: list[re.Match[str]] = []
    for member in members:
        if row and not (row[-1]["joint"] and row[-1].end() == member.start()):
            yield from _signed(row)
            row = []
        row.append(member)
    yield from _signed(row)


def _signed(row: list[re.Match[str]]) -> Iterator[list[re.Match[str]]]:
    while row and not row[-1]["sign"]:
        row.pop()
    if row:
        yield row


def _numerals(written: str) -> list[str]:
    """The numerals of what stands before the sign of a house: 三四 are two in a row, of 一三 only 三 is one."""
    if _plain(written).isdigit():
        return [written]
    values = [DIGITS.get(character, 0) for character in written]
    return list(written) if all(b - a == 1 for a, b in pairwise(values)) else [written[-1]]


def _between(before: list[House], house: House, joint: str) -> list[House] | None:
    """The houses of a range between the last one and ``house``; ``None`` where a row begins with it: of 5-2号楼 the
    five is no house."""
    joint = joint.lstrip("号 ")
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
