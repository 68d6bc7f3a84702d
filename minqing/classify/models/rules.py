"""The words that point to a category or a tier, as ``data/rules.yaml`` lists them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cache
from typing import Any, NamedTuple

from minqing.classify.models.learned import learned
from minqing.classify.models.words import WordTable

COMMUNITY_WEIGHT = 80.0
"""Weight of a word from the settings: the community knows its own."""


class CategoryRule(NamedTuple):
    """What a word says of the category: which one, and how surely (6 nearly always, 2 a hint)."""

    category: str
    weight: float


class TierRule(NamedTuple):
    """What a word says of the tier, among matters of some categories (none given: of any).

    A word that is not ``shown`` says where, not what: it would be no reason to a reader.
    """

    tier: str
    weight: float
    among: frozenset[str] = frozenset()
    shown: bool = True


class Usual(NamedTuple):
    """The tier matters of a category have when nothing else is said, with the weight of that."""

    tier: str
    weight: float


class Rules:
    """All words, ready to be found in a sentence. ``usual`` is by category."""

    def __init__(self, data: Mapping[str, Any]) -> None:
        """Take the content of ``rules.yaml``, or of its compiled copy."""
        categories = [(CategoryRule(r["category"], float(r["weight"])), _words(r)) for r in data["categories"]]
        tiers = [(_tier_rule(r), _words(r)) for r in data["tiers"]]
        neutral = (CategoryRule("", 0.0), data["neutral"].split())
        self.categories: WordTable[CategoryRule] = WordTable([*categories, neutral])
        self.tiers: WordTable[TierRule] = WordTable(tiers)
        self.usual = {id: Usual(u["tier"], float(u["weight"])) for id, u in data["usual"].items()}

    def usual_tier(self, category: str) -> Usual:
        """Where matters of ``category`` go; one of a community's own goes where others do."""
        return self.usual.get(category, self.usual["other"])


def _tier_rule(rule: Mapping[str, Any]) -> TierRule:
    return TierRule(rule["tier"], float(rule["weight"]), frozenset(rule.get("among", ())), rule.get("shown", True))


def _words(rule: Mapping[str, Any]) -> Sequence[str]:
    found: Sequence[str] = rule["words"].split()
    return found


@cache
def builtin_rules() -> Rules:
    """The rules that are shipped."""
    return Rules(learned()["rules"])
