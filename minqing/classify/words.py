"""Finding the words of a table in a sentence."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cache
from operator import itemgetter
from typing import Generic, NamedTuple, TypeVar

Rule = TypeVar("Rule")


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
        self._gapped: dict[str, list[tuple[int, Rule, str, str]]] = {}
        gapped = 0
        for rule, listed in words:
            for word in listed:
                if "…" in word:
                    gapped, first = gapped + 1, word.casefold().split("…")[0]
                    self._gapped.setdefault(first[:1], []).append((gapped, rule, word, first))
                elif word:
                    self._plain.setdefault(word.casefold(), []).append(rule)
        self._lengths: dict[str, list[int]] = {}
        for first, length in sorted({(word[0], len(word)) for word in self._plain}, reverse=True):
            self._lengths.setdefault(first, []).append(length)

    def find(self, text: str) -> list[Match[Rule]]:
        """Every word in ``text`` in the order of the sentence, without those inside a longer one."""
        text = text.casefold()
        found = [*self._find_plain(text), *self._find_gapped(text)]
        if len(found) < 2:
            return found
        return sorted((m for m in found if not _is_inside(m, found)), key=lambda m: m.start)

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
        may = [each for first in begins for each in self._gapped[first] if each[3] in text]
        for _, rule, word, _ in sorted(may, key=itemgetter(0)):
            found = _gap_pattern(word).search(text)
            if found:
                yield Match(rule, word, *found.span())


@cache
def _gap_pattern(word: str) -> re.Pattern[str]:
    parts = (re.escape(part) for part in word.casefold().split("…"))
    return re.compile(r"[^,，。;；!！?？]{0,10}?".join(parts))


def _is_inside(match: Match[Rule], found: Iterable[Match[Rule]]) -> bool:
    """Whether ``match`` is a part of a longer word; a word with a gap hides nothing."""
    _, _, start, end = match
    for _, word, other_start, other_end in found:
        if other_start <= start and end <= other_end and other_end - other_start > end - start and "…" not in word:
            return True
    return False
