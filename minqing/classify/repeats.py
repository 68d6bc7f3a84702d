"""Whether a matter came up before: the same thing at the same place.

The numbers of a place are compared exactly (5号楼 is never 15号楼 or 6号楼, 五号楼 is 5号楼, 5栋 is 5号楼), words
loosely: a likeness of letters alone would rank 6号楼 above a true repeat. What is spoken of is compared by the tables
of ``alike``; where they do not know a sentence, by the pairs of characters it shares with the other.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date
from functools import lru_cache
from typing import NamedTuple

from minqing.classify.alike import ALWAYS, Sense, same_matter, sense_of
from minqing.classify.numbers import chinese_integer
from minqing.classify.places import spelt_out
from minqing.domain.fold import IssueState
from minqing.domain.values import dataclass, replace
from minqing.text.normal import aligned

LIKE = 0.4
"""Part of the shorter sentence's pairs of characters that the other one must hold too."""

VERY_LIKE = 0.6
"""The part that is asked for where no place is named, or only a single pair is shared."""

NOT_COUNTED = ("duplicate", "withdrawn")
"""Closings of what was no matter of its own."""

_NUMERAL = r"(?:[0-9]{1,5}|[零〇一二两三四五六七八九十百]{1,5})"
_NUMBERED = re.compile(
    rf"(?P<first>{_NUMERAL})(?P<more>(?:号?(?:楼|栋)?[、,和与及到至~-]{_NUMERAL})*)"
    r"(?P<kind>号楼|号院|#楼?|栋|幢|座|楼(?!上|下|道|梯|顶|长)|单元|楼门|门|层|室|户|号)"
)
_ROOM = re.compile(r"(?<=[元楼栋幢门号层#-])(?<![0-9])([0-9]{3,4})(?![0-9个块元人户年月米])")
_ENGLISH = re.compile(
    r"(?<![a-z])(?:building|bldg\.?|block)\s?([0-9]{1,3})(?:,?\s?(?:unit|entrance)\s?([0-9]{1,2}))?(?![0-9a-z])",
    re.IGNORECASE,
)
_TRIPLE = re.compile(r"(?<![0-9])([0-9]{1,3})-([0-9]{1,2})-([0-9]{3,4})(?![0-9])")
_JOINT = re.compile(r"号?(?:楼|栋)?([、,和与及到至~-])")
_KINDS = {
    "号楼": "building", "#": "building", "#楼": "building", "栋": "building", "幢": "building", "座": "building",
    "楼": "building", "号": "building",
    "号院": "yard", "单元": "unit", "楼门": "unit", "门": "unit", "层": "floor", "室": "room", "户": "room",
}  # fmt: skip
"""What is numbered: 5栋, 5幢 and 5号楼 are one building, 2门 and 2单元 one unit."""

_ESTATE = re.compile(r"^[\u4e00-\u9fff]{1,8}?(?:小区|家园|花园|嘉园|苑|园|里|村|大院|公寓|街|路|巷|胡同)")
_MOST_IN_RANGE = 60
_FILLERS = re.compile(
    "老爷子|老太太|阿姨|大爷|大妈|奶奶|爷爷|师傅|先生|女士|居民|住户|业主|反映|反应|希望|要求|建议|"
    "[的了说又也很都在有把被是就和与还再没人家们个着，。、；：,.;:!?！？()（）\"'“”\\s]"
)


@dataclass(frozen=True, slots=True)
class Spot:
    """A place for comparing: its numbers by kind, and the words around them."""

    numbers: tuple[tuple[str, frozenset[int]], ...]
    words: str


@dataclass(frozen=True, slots=True)
class Repeat:
    """How often the matter was raised before. ``states`` are those earlier issues, the newest first; of one day the
    most alike goes before. ``alike`` says of each how much of its sentence is the same, in tenths."""

    states: tuple[IssueState, ...]
    alike: tuple[int, ...]

    @property
    def count(self) -> int:
        """The number of this time: 3 for what was raised twice before."""
        return len(self.states) + 1

    @property
    def last(self) -> IssueState:
        """The newest of the earlier ones."""
        return self.states[0]

    @property
    def open(self) -> IssueState | None:
        """The one that is still open and most alike, else the newest of several: a note to it may do instead."""
        still = [(-alike, at) for at, (state, alike) in enumerate(zip(self.states, self.alike, strict=True))
                 if state.is_open]  # fmt: skip
        return self.states[min(still)[1]] if still else None


class _Told(NamedTuple):
    """An earlier issue, and where it was."""

    state: IssueState
    spot: Spot


class Earlier:
    """The issues there are, prepared for being asked again and again while a person types."""

    def __init__(self, states: Iterable[IssueState]) -> None:
        self._by_number: dict[tuple[str, int], list[_Told]] = {}
        self._unnumbered: list[_Told] = []
        spots: dict[str, Spot] = {}
        for state in states:
            if state.outcome in NOT_COUNTED:
                continue
            text = state.place or state.title
            spot = spots.get(text) or spots.setdefault(text, spot_of(text))
            kept = [self._by_number.setdefault(key, []) for key in _keys(spot)] or [self._unnumbered]
            for group in kept:
                group.append(_Told(state, spot))

    def of(self, title: str, place: str | None, day: date | None = None) -> Repeat | None:
        """The issues of the same matter at the same place, raised up to ``day``; ``None`` where there are none.

        A walk of some days ago that is written down only now does not repeat what was raised since.
        """
        spot = spot_of(place or title)
        keys = _keys(spot)
        near = [s for key in keys for s in self._by_number.get(key, ())] if keys else self._unnumbered
        near = [told for told in near if day is None or told.state.raised <= day]
        found = {told.state.id: told.state for told in near if _is_repeat(title, place, spot, told)}
        if not found:
            return None
        alike = {state.id: _tenths_alike(title, place, state) for state in found.values()}
        newest = sorted(found.values(), key=lambda s: (s.raised, alike[s.id], len(s.id), s.id), reverse=True)
        return Repeat(tuple(newest), tuple(alike[state.id] for state in newest))


def _keys(spot: Spot) -> list[tuple[str, int]]:
    """What an issue is looked up by: each of its buildings, else each of its yards."""
    for kind in ("building", "yard"):
        numbers = dict(spot.numbers).get(kind)
        if numbers:
            return [(kind, number) for number in numbers]
    return []


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
    return Spot(listed, _ROOM.sub("", _NUMBERED.sub("", plain)).strip())


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
    return int(text) if text.isdigit() and text.isascii() else chinese_integer(text) or 0


def same_place(a: Spot, b: Spot) -> bool:
    """Whether two places can be one: no number may differ; without numbers the names must agree.

    One of them may name more of the same kind: what is at 5号楼和8号楼 is at 8号楼, but not at 8号楼和15号楼.
    """
    ours, theirs = dict(a.numbers), dict(b.numbers)
    shared = ours.keys() & theirs.keys()
    if any(not (ours[kind] <= theirs[kind] or theirs[kind] <= ours[kind]) for kind in shared):
        return False
    if "building" in shared or "yard" in shared:
        return _same_estate(a.words, b.words)
    return not (ours or theirs) and bool(a.words and b.words) and (a.words in b.words or b.words in a.words)


def _same_estate(a: str, b: str) -> bool:
    """5号楼 of one estate is not 5号楼 of another; where one of them names none, it is taken for the same."""
    ours, theirs = _ESTATE.search(a), _ESTATE.search(b)
    return not (ours and theirs) or ours[0] in theirs[0] or theirs[0] in ours[0]


def _is_repeat(title: str, place: str | None, spot: Spot, told: _Told) -> bool:
    state = told.state
    if _keys(spot) or (place and state.place):
        return same_place(spot, told.spot) and _same_words(title, place, state)
    return not (place or state.place) and _like(title, place, state, VERY_LIKE)


def _same_words(title: str, place: str | None, state: IssueState) -> bool:
    """Whether both tell of one matter: by what the tables know of them, else by their letters."""
    ours, theirs = _sense(title, place), _sense(state.title, state.place)
    known = same_matter(ours, theirs) if ours and theirs else None
    return known if known is not None else _like(title, place, state, LIKE)


@lru_cache(maxsize=8192)
def _sense(title: str, place: str | None) -> Sense:
    """What a title tells of; a thing that is a place as well (楼顶) counts where no other is told, 消防通道 always."""
    rest, whole = sense_of(_bare(title, place)), sense_of(_bare(title, None))
    return replace(rest, things=rest.things | (whole.things & ALWAYS), kinds=whole.kinds) if rest.things else whole


def _like(title: str, place: str | None, state: IssueState, least: float) -> bool:
    """Whether the sentences, without their places, share enough pairs of characters."""
    shared, shorter = _shared(title, place, state)
    return bool(shorter) and shared / shorter >= (least if shared > 1 else VERY_LIKE)


def _tenths_alike(title: str, place: str | None, state: IssueState) -> int:
    shared, shorter = _shared(title, place, state)
    return 10 * shared // shorter if shorter else 0


def _shared(title: str, place: str | None, state: IssueState) -> tuple[int, int]:
    """The pairs of characters that both sentences have, and how many the shorter one has."""
    ours, theirs = _pairs(title, place), _pairs(state.title, state.place)
    return len(ours & theirs), min(len(ours), len(theirs))


def _pairs(title: str, place: str | None) -> frozenset[str]:
    chunks = _FILLERS.sub(" ", _bare(title, place)).split()
    return frozenset(chunk[i : i + 2] for chunk in chunks for i in range(len(chunk) - 1))


@lru_cache(maxsize=8192)
def _bare(title: str, place: str | None) -> str:
    """A title in half-width forms without its place and without numbers of places."""
    plain = aligned(title)
    if place:
        plain = plain.replace(aligned(place), " ")
    return _ROOM.sub(" ", _NUMBERED.sub(" ", plain))
