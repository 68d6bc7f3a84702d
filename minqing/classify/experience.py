"""What the community itself has decided before: a new matter is likened to the confirmed ones it resembles.

The nearest earlier sentences vote for their category and tier, the more the more alike they are; one that the
secretary reclassified or regraded votes ``CORRECTED`` times as much. Likeness is that of the pieces two sentences
share (``grams``), a piece weighing the more the fewer sentences have it, so that 5号楼阿姨说 makes nothing alike.
"""

from __future__ import annotations

import math
from collections.abc import Iterable
from typing import NamedTuple

from minqing.classify.models.grams import grams

NEIGHBOURS, ALIKE = 5, 0.35
"""How many earlier matters vote at most, and how much alike (0 to 1) one must be to vote at all."""

CORRECTED = 3.0
"""How many times a matter counts whose category or tier a person changed afterwards."""

REMEMBERED = 3000
"""The newest so many matters are looked at: habits change, and nobody waits for an archive."""

COMMON = 0.1
"""A pair of characters that this part of the matters or more share tells nothing; it is not looked up."""

FEW = 20
"""So many matters may share a pair in any case."""


class Confirmed(NamedTuple):
    """An earlier matter with the category and tier it has now; ``corrected``: a person changed one of them."""

    title: str
    category: str | None
    tier: str | None
    corrected: bool = False


class Neighbour(NamedTuple):
    """An earlier matter that resembles a sentence; ``weight`` is its vote, 0 to ``CORRECTED``."""

    matter: Confirmed
    weight: float


class Experience:
    """The confirmed matters of a community, the newest last, ready to be compared with."""

    def __init__(self, matters: Iterable[Confirmed] = ()) -> None:
        """Keep the newest ``REMEMBERED`` of ``matters``."""
        self._matters = list(matters)[-REMEMBERED:]
        self._holders: dict[str, list[int]] = {}
        for n, matter in enumerate(self._matters):
            for gram in _pairs(matter.title):
                self._holders.setdefault(gram, []).append(n)
        common = max(FEW, COMMON * len(self._matters))
        self._common = {gram for gram, held in self._holders.items() if len(held) > common}
        self._holders = {gram: held for gram, held in self._holders.items() if gram not in self._common}
        self._rarity = {g: math.log(1 + len(self._matters) / len(held)) for g, held in self._holders.items()}
        self._unknown = math.log(1 + len(self._matters))
        self._lengths = [sum(self._rarity.get(g, 0.0) ** 2 for g in _pairs(m.title)) ** 0.5 for m in self._matters]

    def neighbours(self, text: str) -> list[Neighbour]:
        """The earlier matters most like ``text``, the one with the most weight first."""
        if not self._matters:
            return []
        shared: dict[int, float] = {}
        pieces = _pairs(text)
        for gram in pieces:
            for n in self._holders.get(gram, ()):
                shared[n] = shared.get(n, 0.0) + self._rarity[gram] ** 2
        length = sum(self._rarity.get(g, self._unknown) ** 2 for g in pieces if g not in self._common) ** 0.5
        alike = ((total / (length * self._lengths[n]), n) for n, total in shared.items())
        nearest = sorted((pair for pair in alike if pair[0] >= ALIKE), reverse=True)[:NEIGHBOURS]
        voting = [Neighbour(self._matters[n], _weight(likeness, self._matters[n])) for likeness, n in nearest]
        return sorted(voting, key=lambda neighbour: -neighbour.weight)


def _weight(likeness: float, matter: Confirmed) -> float:
    return likeness**2 * (CORRECTED if matter.corrected else 1.0)


def _pairs(text: str) -> list[str]:
    return [gram for gram in grams(text) if len(gram) == 2]
