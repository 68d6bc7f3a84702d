"""Chance that falls the same way on every machine and with every version of Python, and phrases it composes."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Mapping, Sequence
from itertools import accumulate
from typing import TypeVar
from zlib import crc32

T = TypeVar("T")

_WORD = (1 << 64) - 1
_CHOICE = re.compile(r"\{([^{}]*)\}")
_SLOT = re.compile(r"\$([a-z]+)")


class Chance:
    """A stream of numbers (splitmix64) that depends on nothing but the name it was made with."""

    __slots__ = ("_state",)

    def __init__(self, name: str) -> None:
        self._state = crc32(name.encode()) * 0x9E3779B97F4A7C15 & _WORD

    def _next(self) -> int:
        self._state = (self._state + 0x9E3779B97F4A7C15) & _WORD
        mixed = self._state
        mixed = (mixed ^ (mixed >> 30)) * 0xBF58476D1CE4E5B9 & _WORD
        mixed = (mixed ^ (mixed >> 27)) * 0x94D049BB133111EB & _WORD
        return mixed ^ (mixed >> 31)

    def below(self, bound: int) -> int:
        """An integer from 0 up to but not including ``bound``."""
        return (self._next() * bound) >> 64

    def between(self, low: int, high: int) -> int:
        """An integer from ``low`` to ``high``, both included."""
        return low + self.below(high - low + 1)

    def happens(self, percent: float) -> bool:
        """Whether something of this probability (in percent) happens."""
        return self.below(10_000) < percent * 100

    def one(self, choices: Sequence[T]) -> T:
        """One of ``choices``."""
        return choices[self.below(len(choices))]

    def some(self, choices: Sequence[T], count: int) -> list[T]:
        """``count`` different ones of ``choices`` (all where there are fewer), in their own order."""
        picked = list(range(len(choices)))
        while len(picked) > max(count, 0):
            picked.pop(self.below(len(picked)))
        return [choices[i] for i in picked]

    def phrase(self, text: str, slots: Mapping[str, str] | None = None) -> str:
        """``text`` with one word of each ``{this|that}`` chosen, from the inside out, and its ``$slots`` filled."""
        while "{" in text:
            text = _CHOICE.sub(lambda found: self.one(found[1].split("|")), text)
        return _SLOT.sub(lambda found: slots[found[1]], text) if slots else text


def fitting(phrases: Sequence[str], about: str) -> list[str]:
    """Those of ``phrases`` that fit what they are about.

    ``this/that>phrase`` is for a text that holds one of the words before the sign; where such a one fits, the
    phrases for anything are left out.
    """
    parts = [phrase.rpartition(">") for phrase in phrases]
    own = [phrase for words, sign, phrase in parts if sign and any(word in about for word in words.split("/"))]
    return own or [phrase for _, sign, phrase in parts if not sign] or [phrase for _, _, phrase in parts]


class Lots:
    """Things to be drawn again and again, each as often as its weight says."""

    __slots__ = ("_sums", "_things")

    def __init__(self, things: Sequence[object], weights: Sequence[int]) -> None:
        self._things = things
        self._sums = list(accumulate(weights))

    def draw(self, chance: Chance) -> int:
        """The position of one of the things."""
        return bisect_right(self._sums, chance.below(self._sums[-1]))


def weighted(chance: Chance, table: Mapping[T, int]) -> T:
    """One key of a table of weights."""
    keys = list(table)
    return keys[Lots(keys, list(table.values())).draw(chance)]


def shares(total: int, weights: Sequence[int]) -> list[int]:
    """``total`` split into whole parts in the proportion of ``weights``; the parts add up exactly."""
    whole = sum(weights)
    ends = [total * done // whole for done in accumulate(weights)]
    return [end - start for start, end in zip([0, *ends], ends, strict=False)]
