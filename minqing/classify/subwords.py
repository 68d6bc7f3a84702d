"""Cutting a sentence into subwords, the likeliest way: what the encoder reads instead of characters and words.

A unigram model (Kudo 2018): each subword of the vocabulary has a log probability, and the cut is the one whose
subwords together are likeliest. Found character by character, as the shortest way is.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Mapping

START = "▁"
"""Stands where a blank stood, and before the sentence."""

LONGEST = 6
"""Characters of the longest subword there is in the vocabulary, ``START`` among them."""

UNHEARD = -10.0
"""Added to the likelihood of the rarest subword for a character that no subword holds."""


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
