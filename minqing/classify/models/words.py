"""Finding the words of a table in a sentence."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from operator import itemgetter
from typing import Generic, NamedTuple, TypeVar

Rule = TypeVar("Rule")

GAP = 10
"""Characters that ``…`` in a word may stand for at most."""

_STOPS = frozenset(",，。;；!！?？")


class Match(NamedTuple, Generic[Rule]):
    """A word that stands in the sentence: the rule it belongs to, the word as in the table, and where."""

    rule: Rule
    word: str
    start: int
    end: int


class WordTable(Generic[Rule]):
    """The words of many rules, compiled once and searched together."""

    def __init__(self, words: Iterable[tuple[Rule, Iterable[str]]]) -> None:
        """Take every rule with its words; ``…`` in a word is a gap of up to ten characters of one clause."""
        self._plain: dict[str, list[Rule]] = {}
        self._gapped: dict[str, list[tuple[int, Rule, str, list[str]]]] = {}
        gapped = 0
        for rule, listed in words:
            for word in listed:
                if "…" in word:
                    gapped, parts = gapped + 1, word.casefold().split("…")
                    self._gapped.setdefault(parts[0][:1], []).append((gapped, rule, word, parts))
                elif word:
                    self._plain.setdefault(word.casefold(), []).append(rule)
        self._lengths: dict[str, list[int]] = {}
        for first, length in sorted({(word[0], len(word)) for word in self._plain}, reverse=True):
            self._lengths.setdefault(first, []).append(length)

    def find(self, text: str) -> list[Match[Rule]]:
        """Every word in ``text`` in the order of the sentence, without those inside a longer one."""
        if not (self._plain or self._gapped):  # a community without words of its own
            return []
        text = text.casefold()
        found = [*self._find_plain(text), *self._find_gapped(text)]
        if len(found) < 2:
            return found
        hidden = _inside(found)
        return sorted((m for m in found if m[2:] not in hidden), key=itemgetter(2))

    def _find_plain(self, text: str) -> Iterator[Match[Rule]]:
        lengths, rules = self._lengths, self._plain
        for start, first in enumerate(text):
            if first in lengths:
                for length in lengths[first]:
                    word = text[start : start + length]
                    if word in rules and len(word) == length:
                        yield from (Match(rule, word, start, start + length) for rule in rules[word])

    def _find_gapped(self, text: str) -> Iterator[Match[Rule]]:
        """The words with a gap, in the order of the table; only those are looked for whose first character is there."""
        begins = self._gapped.keys() & {"", *text}
        ends = (each for first in begins for each in self._gapped[first] if each[3][-1] in text)  # most go here
        may = [each for each in ends if all(part in text for part in each[3])]
        for _, rule, word, parts in sorted(may, key=itemgetter(0)):
            if span := _span(text, parts):
                yield Match(rule, word, *span)


def _span(text: str, parts: Sequence[str]) -> tuple[int, int] | None:
    """Where the parts first stand after one another; without a pattern, which costs more to make than to search."""
    start = text.find(parts[0])
    while start >= 0:
        end = _reached(text, start + len(parts[0]), parts[1:])
        if end is not None:
            return start, end
        start = text.find(parts[0], start + 1)
    return None


def _reached(text: str, at: int, parts: Sequence[str]) -> int | None:
    """Where the last of ``parts`` ends, each beginning at most a gap within the clause after the one before."""
    if not parts:
        return at
    for begin in range(at, min(at + GAP, len(text)) + 1):
        if text.startswith(parts[0], begin):
            end = _reached(text, begin + len(parts[0]), parts[1:])
            if end is not None:
                return end
        if text[begin : begin + 1] in _STOPS:
            return None
    return None


def _inside(found: Sequence[Match[Rule]]) -> set[tuple[int, int]]:
    """The spans that are a part of a longer word's; a word with a gap hides nothing.

    In one pass over the spans by their start, the longest first: a pasted book has tens of thousands of words.
    """
    inside: set[tuple[int, int]] = set()
    reach, reached_by = -1, (-1, -1)
    for start, back, gapped in sorted({(start, -end, "…" in word) for _, word, start, end in found}):
        span = start, -back
        if -back <= reach and span != reached_by:
            inside.add(span)
        if not gapped and -back > reach:
            reach, reached_by = -back, span
    return inside
