"""Which place a sentence names, for comparing: 五号楼, 5栋 and 5号楼 are one, 15号楼 and 6号楼 are others.

Numbers are compared exactly; a likeness of letters alone would rank 6号楼 above a true repeat.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date
from functools import lru_cache
from typing import NamedTuple

from minqing.domain.model import Entry
from minqing.domain.patterns import pattern
from minqing.domain.values import dataclass
from minqing.text.normal import aligned
from minqing.text.numerals import number_of

_NUMERAL = r"(?:[0-9]{1,5}|[零〇一二两三四五六七八九十百]{1,6})"
_THINGS = "车位|车?库|网格|线|电?梯|充?电?桩|桌|箱|柜|机|井|杆|灯|泵|变压器|闸|岗|出?入?口|地块|地铁|公交|晚|早"
"""What has a number of its own; 3号车位 is not in building 3."""
_NUMBERED = pattern(
    rf"(?P<first>{_NUMERAL})(?P<more>(?:号?(?:楼|栋)?[、,和与及到至~-]{_NUMERAL})*)"
    r"(?P<kind>号楼|号院|#楼?|栋|幢|座|楼(?!上|下|道|梯|顶|长)|单元|楼门|门|层|室|户|"
    rf"号(?!{_THINGS}))"
)
_ROOM = pattern(r"(?<=[元楼栋幢门号层#-])(?<![0-9])([0-9]{3,4})(?![0-9个块元人户年月米])")
_ENGLISH = pattern(
    r"(?<![a-z])(?:building|bldg\.?|block)\s?([0-9]{1,3})(?:,?\s?(?:unit|entrance)\s?([0-9]{1,2}))?(?![0-9a-z])",
    re.IGNORECASE,
)
_TRIPLE = pattern(r"(?<![0-9])([0-9]{1,3})-([0-9]{1,2})-([0-9]{3,4})(?![0-9])")
_JOINT = pattern(r"号?(?:楼|栋)?([、,和与及到至~-])")
_KINDS = {
    "号楼": "building", "#": "building", "#楼": "building", "栋": "building", "幢": "building", "座": "building",
    "楼": "building", "号": "building",
    "号院": "yard", "单元": "unit", "楼门": "unit", "门": "unit", "层": "floor", "室": "room", "户": "room",
}  # fmt: skip
"""What is numbered: 5栋, 5幢 and 5号楼 are one building, 2门 and 2单元 one unit."""

HOUSE_AND_DOOR = pattern(r"(?P<house>[0-9]{1,2})-(?P<door>[0-9]{3,4})室?")
"""A house and its door with a stroke between."""

_NAME = pattern("[\\w()]{2,12}$")
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
    found = HOUSE_AND_DOOR.fullmatch(aligned(place)) if place else None
    return f"{found['house']}号楼{found['door']}" if found else place


def spot_of(text: str) -> Spot:
    """The place in ``text`` (a place, or a sentence that names one) for comparing."""
    plain = spelt_out(aligned(text)) or ""
    numbers: dict[str, set[int]] = {}
    plain = _ENGLISH.sub(lambda found: f"{found[1]}号楼" + (f"{found[2]}单元" if found[2] else ""), plain)
    plain = _TRIPLE.sub(r"\1号楼\2单元\3", plain)
    for found in _NUMBERED.finditer(plain):
        kind = "floor" if found["kind"] == "楼" and numbers else _KINDS[found["kind"]]
        numbers.setdefault(kind, set()).update(_listed(found))
    rooms = {int(room[1]) for room in _ROOM.finditer(plain)}
    if numbers and rooms:
        numbers.setdefault("room", set()).update(rooms)
    listed = tuple((kind, frozenset(values)) for kind, values in sorted(numbers.items()))
    first = _NUMBERED.search(plain)
    name = _NAME.search(plain, 0, first.start()) if first else None
    return Spot(listed, without_numbers(plain, "").strip(), _PHASE.sub(_by_figure, name[0]) if name else "")


spot_of_place = lru_cache(maxsize=8192)(spot_of)
"""As ``spot_of``; for places, which a diary names again and again."""


def without_numbers(plain: str, gap: str = " ") -> str:
    """A text in half-width forms with ``gap`` for every number of a place in it."""
    return _ROOM.sub(gap, _NUMBERED.sub(gap, plain))


def _listed(found: re.Match[str]) -> set[int]:
    """Every number of 10、12 or 3-5."""
    parts = _JOINT.split(found["first"] + found["more"])
    numbers = {_integer(parts[0])}
    for joint, before, after in zip(parts[1::2], parts[0::2], parts[2::2], strict=False):
        low, high = _integer(before), _integer(after)
        wide = joint in "到至~-" and low < high <= low + _MOST_IN_RANGE
        numbers.update(range(low, high + 1) if wide else (high,))
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
