"""What a sentence speaks of, by the thesaurus of the field: 跑水, 爆管 and 喷水 are one concept.

``data/concepts.tsv`` lists the words of each concept.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache, lru_cache

from minqing.classify.models.learned import learned
from minqing.classify.models.words import Match, WordTable

Spoken = Mapping[str, Match[str]]
"""The concepts of a sentence, each with the first word that names it."""


@lru_cache(maxsize=1024)  # a ledger weighs hundreds of rows, and comes back to the doubtful ones
def concepts(plain: str) -> Spoken:
    """The concepts of a sentence in half-width forms (see ``aligned``), in the order of the sentence."""
    found: dict[str, Match[str]] = {}
    for match in _table().find(plain):
        found.setdefault(match.rule, match)
    return found


@cache
def _table() -> WordTable[str]:
    return WordTable((name, words.split(" ")) for name, words in learned()["concepts"].items())
