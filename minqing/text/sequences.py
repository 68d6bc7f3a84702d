"""Three-way merging of what stands in an order: names of people, lines of progress, issues, paragraphs.

All of it gives the same whichever side is called ours.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Hashable, Iterable, Sequence
from difflib import SequenceMatcher
from typing import Any, TypeVar

Item = TypeVar("Item", bound=Hashable)
Rank = Callable[[Any], Any]


def united(base: Sequence[Item], ours: Sequence[Item], theirs: Sequence[Item], rank: Rank) -> list[Item]:
    """The items both sides leave standing and those either has added, each once.

    Those of the base keep their order (where one side alone has changed it, the order of that side); new ones
    stand behind what they were put behind, and among themselves as ``rank`` sorts them, but for what one side
    has put one behind the other.
    """
    gone = {item for item in base if item not in ours or item not in theirs}
    trunk = _trunk(base, ours, theirs)
    new_ours, new_theirs = (_by_place(side, set(base), set(trunk)) for side in (ours, theirs))
    result: list[Item] = []
    for place in (None, *trunk):
        if place is not None and place not in gone:
            result.append(place)
        result += zipped(new_ours.get(place, []), new_theirs.get(place, []), rank)
    return list(dict.fromkeys(result))


def _trunk(base: Sequence[Item], ours: Sequence[Item], theirs: Sequence[Item]) -> list[Item]:
    """The items of the base in the order that was last given to them; without those that went, where it changed."""
    common = [item for item in base if item in ours and item in theirs]
    orders = [[item for item in side if item in set(common)] for side in (ours, theirs)]
    changed = [order for order in orders if order != common]
    return min(changed, key=repr) if changed else list(base)


def _by_place(side: Sequence[Item], known: set[Item], trunk: set[Item]) -> dict[Item | None, list[Item]]:
    """The new items of a side, by the item of the trunk they stand behind."""
    place: Item | None = None
    found: dict[Item | None, list[Item]] = {}
    for item in side:
        if item in trunk:
            place = item
        elif item not in known:
            found.setdefault(place, []).append(item)
    return found


def zipped(one: Sequence[Item], other: Sequence[Item], rank: Rank) -> list[Item]:
    """Two sequences as one in which each keeps its own order; ``rank`` chooses between their first items."""
    left, right = list(one), list(other)
    result: list[Item] = []
    while left and right:
        take = left if _goes_first(left, right, rank) else right
        result.append(take.pop(0))
        _drop(left, result[-1])
        _drop(right, result[-1])
    return [*result, *left, *right]


def _goes_first(left: Sequence[Item], right: Sequence[Item], rank: Rank) -> bool:
    if left[0] == right[0] or (right[0] in left and left[0] not in right):
        return True
    if left[0] in right and right[0] not in left:
        return False
    return bool(rank(left[0]) <= rank(right[0]))


def _drop(items: list[Item], item: Item) -> None:
    if item in items:
        items.remove(item)


def regions(
    base: Sequence[str], ours: Sequence[str], theirs: Sequence[str]
) -> Iterable[tuple[Sequence[str], Sequence[str], Sequence[str]]]:
    """The three texts side by side in pieces, each piece (base, ours, theirs); a stable piece is the same in all."""
    left, right = _matches(base, ours), _matches(base, theirs)
    b = o = t = 0
    for at in range(len(base)):
        if at in left and at in right and at >= b:
            if b < at or o < left[at] or t < right[at]:
                yield base[b:at], ours[o : left[at]], theirs[t : right[at]]
            yield base[at : at + 1], ours[left[at] : left[at] + 1], theirs[right[at] : right[at] + 1]
            b, o, t = at + 1, left[at] + 1, right[at] + 1
    if b < len(base) or o < len(ours) or t < len(theirs):
        yield base[b:], ours[o:], theirs[t:]


def _matches(base: Sequence[str], side: Sequence[str]) -> dict[int, int]:
    """Index in the base to index in the side of the lines that stayed."""
    matcher = SequenceMatcher(None, base, side, autojunk=False)
    return {i + n: j + n for i, j, size in matcher.get_matching_blocks() for n in range(size)}


def counted(items: Iterable[Item]) -> list[tuple[Item, int]]:
    """Items made different where they are equal: with which of the equal ones each is."""
    seen: Counter[Item] = Counter()
    found = []
    for item in items:
        found.append((item, seen[item]))
        seen[item] += 1
    return found
