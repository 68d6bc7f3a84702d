"""Which place a sentence names, for comparing: 五号楼, 5栋 and 5号楼 are one, 15号楼 and 6号楼 are others.

Numbers are compared exactly; a likeness of letters alone would rank 6号楼 above a true repeat.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from datetime import date
from functools import lru_cache
from typing import NamedTuple

from minqing.domain.model import Entry
from minqing.domain.patterns import pattern
from minqing.domain.values import dataclass
from minqing.text.houses import HOUSE_AND_DOOR, NUMERAL, Houses, houses, in_words, rows
from minqing.text.normal import aligned
from minqing.text.numerals import number_of

_THINGS = "车位|车?库|网格|线|电?梯|充?电?桩|桌|箱|柜|机|井|杆|灯|泵|变压器|闸|岗|出?入?口|地块|地铁|公交|晚|早"
"""What has a number of its own; 3号车位 is not in building 3."""
_NUMBERED = pattern("[0-9零〇一二两三四五六七八九十百][ ]?[号#栋幢座楼单门层室户]")
_PART = pattern(
    rf"(?P<number>{NUMERAL})"
    rf"(?P<sign>[ ]?(?:号院|单元|层(?![油灰土冰霜毛厚])|室)|座|楼(?!上|下|道|梯|顶|长)|门|户|号(?!楼|{_THINGS}))?"
    rf"(?P<joint>(?<![院座元门层室户])[、,和与及到至~-](?={NUMERAL}))?"
)
_MARK = "\0"
"""Stands in a text where a house, an entrance or a floor was."""
_ROOM = pattern(r"(?<=[元楼栋幢门号层#\0-])(?<![0-9])([0-9]{3,4})(?![0-9个块元人户年月米])")
_KINDS = {
    "座": "building", "楼": "building", "号": "building", "号院": "yard", "单元": "unit", "门": "unit",
    "层": "floor", "室": "room", "户": "room",
}  # fmt: skip
"""What is numbered besides the houses that ``text.houses`` reads: 2门 and 2单元 are one unit."""

_NAME = pattern("[\\w()]{2,12}$")
_LONGEST_NAME = 40
_HALF_A_ROW = pattern("(?:[0-9]+[~—-])+$")
"""What stands before the house of 27-1号楼."""
_ESTATE = pattern(r"^[\u4e00-\u9fff]{1,8}?(?:小区|家园|花园|嘉园|苑|园|里|村|大院|公寓|街|路|巷|胡同)")
_MOST_IN_RANGE = 60


@dataclass(frozen=True, slots=True)
class Spot:
    """A place for comparing: its numbers by kind, the words around them, and what stands before the first (翠湖轩)."""

    numbers: tuple[tuple[str, frozenset[int]], ...]
    words: str
    name: str = ""

    @property
    def keys(self) -> tuple[str, ...]:
        """What an issue is looked up by: each of its buildings, else each of its yards."""
        for kind in ("building", "yard"):
            numbers = dict(self.numbers).get(kind)
            if numbers:
                return tuple(f"{kind} {number}" for number in sorted(numbers))
        return ()


class Sighting(NamedTuple):
    """A matter as far as it takes to tell whether another one is the same: where it stands (the ``path`` of its entry
    and its place ``at`` there), and when it was raised."""

    title: str
    place: str | None
    raised: date
    path: str
    at: int


class Sightings:
    """Sightings in memory, looked up by their places."""

    def __init__(self, seen: Iterable[Sighting]) -> None:
        self._by_key: dict[str, dict[str | None, list[Sighting]]] = {}
        for one in seen:
            for key in spot_of_place(one.place or one.title).keys or ("",):
                self._by_key.setdefault(key, {}).setdefault(one.place, []).append(one)

    def near(self, spot: Spot, placed: bool) -> list[Sighting]:
        """Those that ``may_meet`` what is at ``spot``, in any order; a place that many are at is compared once."""
        keys = spot.keys
        some = [ones for key in keys or ("",) for ones in self._by_key.get(key, {}).items()]
        met = (ones for place, ones in some if may_meet(spot, placed, place, keys))
        return list({(one.path, one.at): one for ones in met for one in ones}.values())


def sightings_of(entries: Iterable[Entry]) -> list[Sighting]:
    """The issues of ``entries`` as sightings."""
    return [
        Sighting(issue.title, issue.place, entry.date, entry.path, at)
        for entry in entries
        for at, issue in enumerate(entry.issues)
    ]


def spelt_out(place: str | None) -> str | None:
    """A place with the house and door of 3-501 in words, 3号楼501; any other as it stands."""
    return in_words(aligned(place)) if place and HOUSE_AND_DOOR.fullmatch(aligned(place)) else place


def spot_of(text: str) -> Spot:
    """The place in ``text`` (a place, or a sentence that names one) for comparing."""
    plain = in_words(aligned(text))
    numbered, rest, parts = _read(plain)
    numbers: dict[str, set[int]] = {}
    if numbered:
        numbers["building"] = {int(house.number) for row in numbered for house in row.each}
    for row in parts:
        sign = row[-1]["sign"].strip()
        numbers.setdefault("floor" if sign == "楼" and numbers else _KINDS[sign], set()).update(_listed(row))
    rooms = {int(room[1]) for room in _ROOM.finditer(rest)} if numbers else _flats(plain)
    if rooms:
        numbers.setdefault("room", set()).update(rooms)
    listed = tuple((kind, frozenset(values)) for kind, values in sorted(numbers.items()))
    return Spot(listed, _words(rest, parts, "").strip(), _name(plain, numbered, parts))


_FLAT = pattern("[1-9][0-9]?0[1-9]")


def _flats(plain: str) -> set[int]:
    """The flat that a place is which is nothing but its number: 102 is 102室."""
    return {int(plain)} if _FLAT.fullmatch(plain) else set()


spot_of_place = lru_cache(maxsize=8192)(spot_of)
"""As ``spot_of``; for places, which a diary names again and again."""


def without_numbers(plain: str, gap: str = " ") -> str:
    """A text in half-width forms with ``gap`` for every number of a place in it."""
    _, rest, parts = _read(in_words(plain))
    return _words(rest, parts, gap)


Part = Sequence[re.Match[str]]
"""Numbers of one kind that stand together: 4-5层."""


def _read(plain: str) -> tuple[Sequence[Houses], str, Sequence[Part]]:
    """The houses of a text, the text with marks in their stead, and what else is numbered in that."""
    if not _NUMBERED.search(plain):
        return (), plain, ()
    numbered = tuple(houses(plain))
    rest = _without([(row.start, row.end) for row in numbered], plain) if numbered else plain
    return numbered, rest, tuple(rows(_PART.finditer(rest))) if _NUMBERED.search(rest) else ()


def _words(rest: str, parts: Sequence[Part], gap: str) -> str:
    """What is left of a text without its numbers."""
    bare = _without([(row[0].start(), row[-1].end("sign")) for row in parts], rest) if parts else rest
    return _ROOM.sub("", bare).replace(_MARK, gap)


def _name(plain: str, numbered: Sequence[Houses], parts: Sequence[Part]) -> str:
    """What stands before the first number of a place."""
    first = min((*(row.start for row in numbered[:1]), *(row[0].start() for row in parts[:1])), default=0)
    name = _NAME.search(_HALF_A_ROW.sub("", plain[max(first - _LONGEST_NAME, 0) : first])) if first else None
    return _PHASE.sub(_by_figure, name[0]) if name else ""


def _without(spans: Iterable[tuple[int, int]], plain: str) -> str:
    """A text with a mark for each of its ``spans``."""
    parts, at = list[str](), 0
    for start, end in spans:
        parts += (plain[at:start], _MARK)
        at = end
    return "".join((*parts, plain[at:]))


def _listed(row: Sequence[re.Match[str]]) -> set[int]:
    """Every number of 10、12 or 3-5."""
    numbers: set[int] = set()
    before, joint = 0, ""
    for member in row:
        number = _integer(member["number"])
        wide = joint and joint in "到至~-" and before < number <= before + _MOST_IN_RANGE
        numbers.update(range(before, number + 1) if wide else (number,))
        before, joint = number, member["joint"] or ""
    return numbers


def _integer(text: str) -> int:
    return number_of(text) or 0


def same_place(a: Spot, b: Spot) -> bool:
    """Whether two places can be one: no number may differ; without numbers the names must agree.

    One of them may name more of the same kind: what is at 5号楼和8号楼 is at 8号楼, but not at 8号楼和15号楼.
    """
    ours, theirs = dict(a.numbers), dict(b.numbers)
    shared = ours.keys() & theirs.keys()
    if any(not (ours[kind] <= theirs[kind] or theirs[kind] <= ours[kind]) for kind in shared):
        return False
    if "building" in shared or "yard" in shared:
        return _same_estate(a, b)
    if not (ours or theirs):
        return bool(a.words and b.words) and names_agree(a.words, b.words)
    housed = {"building", "yard"} & (ours.keys() | theirs.keys())
    return not housed and ours == theirs and names_agree(_JOINED.sub("", a.words), _JOINED.sub("", b.words))


_JOINED = pattern("^[和与及、的]+|[和与及、的]+$")


def names_agree(a: str, b: str) -> bool:
    """Whether one of two names holds the other, and no number is cut by that: 3号车位 is not in 13号车位."""
    short, long = sorted((a, b), key=len)
    at = long.find(short)
    while at >= 0:
        before, behind = long[max(at - 1, 0) : at], long[at + len(short) :][:1]
        if not (short[:1].isdigit() and before.isdigit()) and not (short[-1:].isdigit() and behind.isdigit()):
            return True
        at = long.find(short, at + 1)
    return False


def _same_estate(a: Spot, b: Spot) -> bool:
    """5号楼 of one estate is not 5号楼 of another; where one of them names none, it is taken for the same."""
    ours, theirs = _ESTATE.search(a.words), _ESTATE.search(b.words)
    if ours and theirs and not names_agree(ours[0], theirs[0]):
        return False
    return not (_IS_NAME.search(a.name) and _IS_NAME.search(b.name)) or names_agree(a.name, b.name)


_PHASE = pattern("[一二三四五六七八九十]+(?=[期区组片])")
_IS_NAME = pattern(
    "(?:[苑园里村湾郡邸墅轩坊府庭阁庄屯寨城居台寓座岸汇弄院街路巷社期]|小区|社区|新区|大院|公寓|胡同|[东南西北中0-9A-Z]区)$"
)
"""How names of estates end; what stands before a number in a whole sentence (昨晚5号楼) is none."""


def _by_figure(found: re.Match[str]) -> str:
    return str(number_of(found[0]) or found[0])


def names_estate(name: str) -> bool:
    """Whether what stands before the number of a house in a place names an estate: 翠湖轩, not 小区."""
    return name not in ("小区", "社区", "本小区", "院里", "我们小区", "")


def may_meet(spot: Spot, placed: bool, place: str | None, keys: Iterable[str]) -> bool:
    """Whether a matter at ``spot`` may be where another one was, by that one's ``place`` and its keys alone.

    ``placed`` tells that the spot is a place and not a whole sentence. A sentence without a place and a number is
    only compared with such.
    """
    if ours := spot.keys:
        return not set(keys).isdisjoint(ours) and (not place or same_place(spot, spot_of_place(place)))
    if any(keys) or bool(place) != placed:
        return False
    return not place or same_place(spot, spot_of_place(place))
