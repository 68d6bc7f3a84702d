"""Which line of progress of an older list is which line of a newer one."""

from __future__ import annotations

from collections import defaultdict, deque
from collections.abc import Iterator, Sequence
from datetime import date

from minqing.domain.model import Progress
from minqing.domain.values import dataclass

ALIKE = 0.6
"""How much of the words of two lines must be the same for one to be the other rewritten, where nothing else is."""

MOST = 2000
"""So many pairs of lines are compared; a list in which more was rewritten is told as lines that went and came."""

COMPARED = 200
"""Characters of a line that are compared with another one's."""


@dataclass(frozen=True, slots=True)
class Pair:
    """A line before and after; ``kind`` is ``added``, ``deleted``, ``changed`` or ``moved``."""

    kind: str
    old: Progress | None
    new: Progress | None


def matched(old: Sequence[Progress], new: Sequence[Progress]) -> list[Pair]:
    """How the lines ``new`` came from ``old``, in the order of the file; lines that stayed are left out.

    Lines apply in the order of their dates, so that a line has moved only where it changed places with another
    one of its day.
    """
    if tuple(new[: len(old)]) == tuple(old):
        return [Pair("added", None, line) for line in new[len(old) :]]
    kept = _kept(old, new)
    gone = [line for at, line in enumerate(old) if at not in kept]
    came = [line for at, line in enumerate(new) if at not in kept.values()]
    changed = _rewritten(gone, came)
    pairs = [Pair("changed", was, now) for was, now in changed]
    pairs += [Pair("deleted", line, None) for line in gone if not any(line is was for was, _ in changed)]
    pairs += [Pair("added", None, line) for line in came if not any(line is now for _, now in changed)]
    pairs += [Pair("moved", old[i], new[kept[i]]) for i in _out_of_order(old, kept)]
    return sorted(pairs, key=lambda pair: (pair.new or pair.old or _NO_LINE).line)


_NO_LINE = Progress(date.min, "note")


def _kept(old: Sequence[Progress], new: Sequence[Progress]) -> dict[int, int]:
    """Index before to index after of the lines that are still there, the same word for word."""
    places: dict[Progress, deque[int]] = defaultdict(deque)
    for at, line in enumerate(new):
        places[line].append(at)
    return {at: places[line].popleft() for at, line in enumerate(old) if places[line]}


def _rewritten(gone: Sequence[Progress], came: Sequence[Progress]) -> list[tuple[Progress, Progress]]:
    """The lines that went, each with the one that came in its stead: the likest first."""
    if len(gone) * len(came) > MOST:
        return []
    scored = sorted(
        ((_likeness(was, now), -i, -j) for i, was in enumerate(gone) for j, now in enumerate(came)), reverse=True
    )
    found: list[tuple[int, int]] = []
    for score, i, j in scored:
        if score >= 1 and all(-i != a and -j != b for a, b in found):
            found.append((-i, -j))
    return [(gone[i], came[j]) for i, j in sorted(found)]


def _likeness(was: Progress, now: Progress) -> float:
    """From 1 on two lines count as one that was rewritten: two of day, verb and words are alike, or all words."""
    from difflib import SequenceMatcher

    words = SequenceMatcher(None, was.text[:COMPARED], now.text[:COMPARED], autojunk=False).ratio()
    same = (was.date == now.date) + (was.verb == now.verb) + (was.argument == now.argument is not None)
    return words + same / 2 if words >= ALIKE or same >= 2 else 0


def _out_of_order(old: Sequence[Progress], kept: dict[int, int]) -> Iterator[int]:
    """Lines that stand behind one of their day that they stood before."""
    last: dict[date, int] = {}
    for i, j in kept.items():
        day = old[i].date
        if j < last.get(day, -1):
            yield i
        last[day] = max(j, last.get(day, -1))
