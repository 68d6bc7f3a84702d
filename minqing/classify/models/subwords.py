"""Cutting a sentence into subwords, the likeliest way: what the encoder reads instead of characters and words.

A unigram model (Kudo 2018): each subword of the vocabulary has a log probability, and the cut is the one whose
subwords together are likeliest. Found character by character, as the shortest way is.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Mapping, Sequence

START = "▁"
"""Stands where a blank stood, and before the sentence."""

LONGEST = 6
"""Characters of the longest subword there is in the vocabulary, ``START`` among them."""

MARKS = 4
"""Rows of the vocabulary that are no subword: beginning, filling, end, unknown."""

FIRST, FILLING, LAST, UNKNOWN = range(MARKS)
"""The marks by their row: before a sentence, beside a shorter one, behind it, in place of what no subword holds."""

LONGEST_READ = 60
"""Subwords that are read of a sentence; matters have 15 or so."""

UNHEARD = -10.0
"""Added to the likelihood of the rarest subword for a character that no subword holds."""


class Vocabulary:
    """Subwords with the log probability of each, in the order of their rows."""

    def __init__(self, subwords: Sequence[str], likely: Sequence[float]) -> None:
        self.likely = dict(zip(subwords, likely, strict=True))
        self.numbers = {subword: n + MARKS for n, subword in enumerate(subwords)}
        self.unheard = min(likely) + UNHEARD

    def parts(self, text: str) -> list[str]:
        """The subwords of a sentence that are read."""
        return cut(normal(text), self.likely, self.unheard)[:LONGEST_READ]

    def numbered(self, text: str) -> list[int]:
        """The rows of a sentence's subwords, between the marks of its beginning and end."""
        return [FIRST, *(self.numbers.get(part, UNKNOWN) for part in self.parts(text)), LAST]


def normal(text: str) -> str:
    """``text`` as the vocabulary writes it: half-width, in small letters, blanks as ``START``."""
    return START + START.join(unicodedata.normalize("NFKC", text).lower().split())


def cut(text: str, likely: Mapping[str, float], unheard: float) -> list[str]:
    """``text`` (``normal``) in subwords; a character that none holds stands alone and counts ``unheard``."""
    best = [0.0] + [float("-inf")] * len(text)
    since = [0] * (len(text) + 1)
    for start in range(len(text)):
        for end in range(start + 1, min(start + LONGEST, len(text)) + 1):
            found = likely.get(text[start:end], unheard if end == start + 1 else None)
            if found is not None and best[start] + found > best[end]:
                best[end], since[end] = best[start] + found, start
    return _backwards(text, since)


def _backwards(text: str, since: list[int]) -> list[str]:
    parts, end = [], len(text)
    while end:
        parts.append(text[since[end] : end])
        end = since[end]
    return parts[::-1]
