"""Whether two spots of one house lie apart: 东侧 and 西侧, 门口 and 楼后, 2单元 and the house as a whole.

``text.spots`` tells whether two places can be of one house at all, which is as much as the owner and the index ask for.
A repeat is counted and printed, so what is told as one must be one: sides that differ are two, and so is one entrance,
floor or door beside the house. A place that names no side may be any of them: 5号楼路灯, and later 5号楼东侧路灯.
"""

from __future__ import annotations

from functools import lru_cache

from minqing.domain.patterns import pattern
from minqing.text.normal import aligned
from minqing.text.numerals import number_of
from minqing.text.spots import Spot, names_agree, names_estate

_COMPASS = pattern(
    "(?P<way>[东西][南北]|[东南西北])(?=[大侧]?门|[侧边面头段口角区墙院半座栋楼]|围墙|外墙|山墙|单元|立面|出口|入口|出入口)"
)
"""A side by the compass: 北门 is not 西北门, 南侧 is 南边."""

_WAYS = {
    "before": pattern("门[口前外]|楼前|前[面边侧]|正门|前$"),
    "behind": pattern("楼后|后[面边侧身门墙]|后$|背[后面]"),
    "across": pattern("对[面过]"),
    "above": pattern("楼顶|屋顶|房顶|天台|顶层|顶楼"),
    "below": pattern("地下|地库|负[一二三]|车库"),
}
"""Where of a house something is, where words of two rows are two places."""

_ENTRANCE = pattern("[东南西北中左右](?:单元|门洞)")
"""An entrance by its side, which has no number."""

_INNER = ("unit", "floor", "room")
"""What is numbered within a house, from the widest."""


def stand_apart(a: Spot, b: Spot, placed: bool = False) -> bool:
    """Whether two spots that can be of one house are two: by their sides, or as only one tells which entrance.

    ``placed``: both are places and no sentences; then what stands before the number is a name, of whatever kind.
    """
    if placed and names_estate(a.name) and names_estate(b.name) and not names_agree(a.name, b.name):
        return True
    return _inner(a) != _inner(b) or any(
        ours and theirs and not ours & theirs for ours, theirs in zip(_sides(a.words), _sides(b.words), strict=True)
    )


def _inner(spot: Spot) -> str | None:
    """The narrowest part of the house that a place numbers: a door, whatever entrance is told with it."""
    told = [kind for kind, _ in spot.numbers if kind in _INNER]
    return max(told, key=_INNER.index) if told else "unit" if _ENTRANCE.search(spot.words) else None


@lru_cache(maxsize=4096)
def _sides(words: str) -> tuple[frozenset[str], frozenset[str]]:
    """The sides that a place names: by the compass, and as one stands before the house."""
    compass = frozenset(found["way"] for found in _COMPASS.finditer(words))
    return compass, frozenset(way for way, told in _WAYS.items() if told.search(words))


_NUMBERED_THING = pattern(
    "(?P<number>[0-9]{1,4}|[一二三四五六七八九十]{1,3})[号#](?P<thing>电?梯|[水雨污窨]?井|灯?杆|[电充]电?桩|车位|车库|柜|泵|变压器|岗|出?入?口)"
)


def are_others(a: str, b: str) -> bool:
    """Whether two sentences tell of things of one kind that have numbers, and of others: 1号电梯, 2号电梯."""
    ours, theirs = _things(a), _things(b)
    return any(ours[thing].isdisjoint(theirs[thing]) for thing in ours.keys() & theirs.keys())


@lru_cache(maxsize=4096)
def _things(text: str) -> dict[str, set[int | None]]:
    """The things with numbers that a sentence names, by their kind."""
    found: dict[str, set[int | None]] = {}
    for each in _NUMBERED_THING.finditer(aligned(text)):
        found.setdefault(each["thing"], set()).add(number_of(each["number"]))
    return found
