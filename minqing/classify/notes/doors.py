"""Lists of doors, as they are written on the stairs: ``202 马先生 反映灯不亮``, ``3-501 没人``, a house above them.

What is a door is known by the form the list keeps up: one number of a flat alone is no list. The place of a matter is
its house, written with the door or above the list, and the door; what stands behind it is read in ``behind_doors``.
"""

from __future__ import annotations

import re
from collections.abc import Container, Iterator, Mapping, Sequence
from itertools import pairwise

from minqing.classify.notes.header.facts import DATE, Surroundings
from minqing.classify.notes.header.headers import read_header
from minqing.classify.sentence.markers import issue_marker
from minqing.classify.sentence.remarks import complains
from minqing.domain.community import Community
from minqing.domain.patterns import pattern
from minqing.domain.values import dataclass
from minqing.text.compiled import compiled
from minqing.text.normal import aligned
from minqing.text.spots import spelt_out

_N = r"(?:\d{1,3}|[一二三四五六七八九十]{1,3})"
_HOUSE = rf"(?:{_N}弄{_N}号|{_N}(?:号楼|号院|[栋幢座弄]|#楼?)|[A-Z]\d?[座栋])"
_UNIT = rf"{_N}(?:单元|门(?![口前卫锁禁外])|梯(?!间))"
_ROOM = r"(?P<room>[1-9]\d?(?:0[1-9]|1\d|2[0-4])[A-Da-d]?)(?P<of_room>室|房(?!间|东|主|顶)|号(?=[\s:,]))?"
_NO_COUNT = (
    r"(?![\d%℃*]|[.:/~-]\s?\d|\s?(?:步|公里|千米|km|米(?!女|先|奶|大|阿)|元|人|户(?!主)|万(?!女|先|奶|大|阿)|个)|"
    r"块|年|月|日|点|时|份|张[^\s\u4e00-\u9fff]?(?:纸|表|单|传|贴|照)|次|条|台|只|度|分|多|余|平方|岁|路|层|[栋幢]|号楼|号院|斤|件|盏|处|"
    r"名|位|辆|国道|省道|房间|房东)"
)
_DOOR = pattern(
    rf"(?:\d{{1,2}}[F层楼][\s:]+)?(?:(?P<house>{_HOUSE})\s?-?\s?)?(?:(?P<unit>{_UNIT})\s?-?\s?|(?P<first>\d{{1,2}}|[A-Z])\s?[-/]\s?(?:(?P<second>\d{{1,2}})\s?[-/]\s?)?)?"
    rf"{_ROOM}{_NO_COUNT}(?:[\s:,、.·)]|-(?!\d))*"
)
"""A door at the beginning of a line: 202, 202室, 3-501, 3-2-501, 2单元301, 3号楼402."""

_HOUSE_ABOVE = pattern(rf"(?<![\d一二三四五六七八九十]){_HOUSE}(?:\s?{_UNIT})?")
_UNIT_ALONE = pattern(rf"[\s【\[(]*(?P<unit>{_UNIT})[\s】\]):]*")
_CLOCK_LIKE = pattern(r"\s*(?:0\d|1\d|2[0-3])[0-5]\d(?=\D|$)")
"""Four digits that may be a time of day: 0830 集合."""

_LONGEST = 300
"""Characters of a line of such a list."""

_LONGEST_ABOVE = 40
_FEWEST_OF_HOUR = 3
_LONGEST_LIST = 40
"""Lines up to which a house is looked for above a list."""

_FARTHEST = 4
"""Lines between two doors of a list at the most."""


@dataclass(frozen=True, slots=True)
class Door:
    """A door that a line opens with: its place, and where the words behind it begin.

    ``numbered``: a number or bullet stands before it.
    """

    place: str
    end: int
    numbered: bool = False


def doors_of(
    lines: Sequence[str], around: Surroundings, community: Community, without: Container[int] = ()
) -> Mapping[int, Door]:
    """The lines (from 1) that are doors of a list; one that names its house is one by itself if it has company.

    ``without`` are lines known to be none, such as those of whoever sent a message.
    """
    found = {n: opening for n, opening in _openings(lines, around) if n not in without}
    listed = {n for a, b in pairwise(found) if b - a <= _FARTHEST + 1 for n in (a, b)}
    listed |= {n for n in found if n > 1 and is_house_alone(lines[n - 2])}
    if not listed:
        return {}
    above = _houses_above(lines, {*found}, community)
    repeated = _repeats_house(found, above)
    return {
        n: Door(_place(door, above.get(n, ""), repeated), door.end(), numbered)
        for n, (door, numbered) in found.items()
        if n in listed
    }


def _openings(lines: Sequence[str], around: Surroundings) -> Iterator[tuple[int, tuple[re.Match[str], bool]]]:
    """Every line that opens with a door, and whether a number or bullet stands before it."""
    clocks = any(_CLOCK_LIKE.match(line) and not _DOOR.match(aligned(line[:40].strip())) for line in lines)
    expected = 1
    for number, line in enumerate(lines, 1):
        head = line[:60]
        if len(line) > _LONGEST or not any(c.isdigit() for c in head):
            continue
        marker = issue_marker(head, expected)
        expected = (marker.number or expected - 1) + 1 if marker else expected
        start = marker.length if marker else len(head) - len(head.lstrip())
        door = _DOOR.match(aligned(head), start)
        hour = door and clocks and _is_bare(door) and len(door["room"]) > _FEWEST_OF_HOUR
        if door and not hour and not (marker and door["house"]) and not is_fact(line, around):
            yield number, (door, marker is not None)


def _is_bare(door: re.Match[str]) -> bool:
    return not (door["house"] or door["unit"] or door["first"] or door["of_room"])


def is_fact(line: str, around: Surroundings) -> bool:
    """Whether a line is nothing but facts of the walk."""
    header = read_header(line, around)
    return bool(header and header.facts and header.whole)


def _houses_above(lines: Sequence[str], doors: set[int], community: Community) -> dict[int, str]:
    """The house that stands above each door, with its unit where that has a line of its own or stands with it."""
    above: dict[int, str] = {}
    house, unit = "", ""
    for number, line in enumerate(lines, 1):
        if number in doors:
            above[number] = house + unit
            continue
        plain = aligned(line[: _LONGEST_ABOVE + 1]).strip()
        alone = _UNIT_ALONE.fullmatch(plain)
        if alone:
            unit = alone["unit"] if not _HOUSE_ABOVE.fullmatch(house) or "单元" not in house else unit
        elif plain and len(plain) <= _LONGEST_ABOVE and (named := _named(plain, community)) is not None:
            house, unit = named, ""
    return above


def names_a_house(plain: str, community: Community) -> bool:
    """Whether a line names one house and no matter, as what stands above a list of doors does."""
    return bool(_named(plain, community))


def _named(plain: str, community: Community) -> str | None:
    """The one house a line names that tells of no matter; ``""`` for two of them, or a day without any."""
    named = {m[0] for m in _HOUSE_ABOVE.finditer(plain)}
    named = named or {b.name for b in community.buildings if b.name and b.name in plain}
    if not named:
        return "" if compiled(DATE).match(plain) else None
    if complains(plain):
        return None
    return named.pop() if len(named) == 1 else ""


def _repeats_house(found: Mapping[int, tuple[re.Match[str], bool]], above: Mapping[int, str]) -> bool:
    """Whether doors such as 3-501 below 3号楼 say its number again; 1-201, 2-101 below it are of its units."""
    two = [(door["first"], above.get(n, "")) for n, (door, _) in found.items() if door["first"] and not door["second"]]
    return all(house.startswith(first) for first, house in two if house)


def _place(door: re.Match[str], house: str, repeated: bool) -> str:
    """The whole place of a door."""
    room = door["room"] + (door["of_room"] or "")
    if door["house"]:
        return f"{door['house']}{door['unit'] or (door['first'] + '-' if door['first'] else '')}{room}"
    if door["first"]:
        own = f"{door['first']}-{door['second'] + '-' if door['second'] else ''}{room}"
        return spelt_out(own) or own if repeated or door["second"] or not house else f"{house}{door['first']}单元{room}"
    if door["unit"] and "单元" in house:
        house = house[: re.search(_UNIT, house).start()]  # type: ignore[union-attr]
    return f"{house}{door['unit'] or ''}{room}"


_ONLY_A_HOUSE = (
    rf"[\s【\[<《(■▲◆●★#*]*(?:(?:{DATE})[\s,]*)?(?:(?:周|星期)[一二三四五六日天][\s,]*)?(?:巡查|检查|走访|查看|排查|到|在)?\s?(?P<house>{_HOUSE}(?:\s?{_UNIT})?)"
    r"(?:的|楼内|公共|安全|消防|设施|设备|日常|巡查|检查|点检|排查|情况|清单|记录|表|如下)*[\s】\]>》):]*"
)


def is_house_alone(line: str) -> bool:
    """Whether a line, behind its bullet, is a house and no more: the door below it is one of that house."""
    marker = issue_marker(line[: _LONGEST_ABOVE + 1], 1)
    plain = aligned(line[marker.length if marker else 0 :][: _LONGEST_ABOVE + 1])
    return bool(compiled(_ONLY_A_HOUSE).fullmatch(plain))


def house_above(lines: Sequence[str], number: int) -> str | None:
    """The house that a line above ``number`` consists of, down to the next line that is blank or begins a day."""
    for line in reversed(lines[max(number - 1 - _LONGEST_LIST, 0) : number - 1]):
        plain = aligned(line[: _LONGEST_ABOVE + 1])
        found = compiled(_ONLY_A_HOUSE).fullmatch(plain)
        if found:
            return found["house"]
        if not plain.strip() or compiled(DATE).match(plain):
            return None
    return None
