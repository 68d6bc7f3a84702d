"""The pieces of a sentence that are learned from: its characters and pairs of neighbouring characters.

Numbers all look alike, so that nothing is learned from a house number, and no pair reaches over a blank or a comma.
"""

from __future__ import annotations

from functools import lru_cache
from itertools import pairwise

from minqing.domain.patterns import pattern
from minqing.text.normal import aligned

_NUMBER = pattern("[0-9]+")
_GAP = pattern(r"[\W_]+")


@lru_cache(maxsize=4)
def grams(text: str) -> tuple[str, ...]:
    """The distinct characters and pairs of ``text`` in the order in which they first stand there."""
    clauses = _GAP.split(_NUMBER.sub("0", aligned(text).casefold()))
    found: dict[str, None] = {}
    for clause in clauses:
        found.update(dict.fromkeys(clause))
        found.update(dict.fromkeys(map("".join, pairwise(clause))))
    return tuple(found)
