"""Trying out rules, model and both: on examples none of them was trained on, and on the real sentences.

Cross-validation keeps families together: sentences that share much of their wording are in the same fold, so that
no near-copy of a tested sentence was learned from. The rules were written with the examples in sight; on these
their figures are too good; those of the real sentences too, since their mistakes were looked at.
"""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from benchmarks.classify.training import Example, category_cases, tier_cases, trained
from minqing.classify import verdict
from minqing.classify.models.grams import grams
from minqing.classify.models.linear import Model, category_pieces, model_from, tier_pieces
from minqing.classify.models.rules import builtin_rules
from minqing.classify.sentence.endings import ending_of
from minqing.classify.sentence.places import find_place, on_public_ground
from minqing.domain.community import CATEGORIES, Community
from minqing.domain.model import TIERS

FOLDS = 5
FAMILY = 0.3
"""Part of their pieces two sentences of a family share."""

COMMUNITY = Community()
Scores = dict[str, float]


@dataclass(frozen=True, slots=True)
class Trial:
    """One sentence: what it is, and the score of every choice by each means."""

    right: str
    rules: Scores
    model: Scores
    both: Scores


def families(examples: Sequence[Example]) -> list[int]:
    """For each example the number of its family: the first sentence it is linked to by shared wording."""
    pieces = [{g for g in grams(e.text) if len(g) == 2} for e in examples]
    common = Counter(piece for mine in pieces for piece in mine)
    family = list(range(len(examples)))
    holding: dict[str, list[int]] = defaultdict(list)
    for n, mine in enumerate(pieces):
        rarest = sorted(mine, key=lambda piece: (common[piece], piece))
        telling = rarest[: len(rarest) - math.ceil(FAMILY * len(rarest)) + 1]  # one of these is shared, or too few are
        for m in {m for piece in telling for m in holding[piece]}:
            if len(mine & pieces[m]) >= FAMILY * len(mine | pieces[m]):
                _join(family, n, m)
        for piece in telling:
            holding[piece].append(n)
    return [_root(family, n) for n in range(len(family))]


def _root(family: list[int], n: int) -> int:
    while family[n] != n:
        n = family[n]
    return n


def _join(family: list[int], n: int, m: int) -> None:
    first, second = sorted((_root(family, n), _root(family, m)))
    family[second] = first


def cross_validated(examples: Sequence[Example]) -> tuple[list[Trial], list[Trial]]:
    """A trial of the category and one of the tier for every example, by models that never saw its family."""
    folds = [root * 7919 % 104729 % FOLDS for root in families(examples)]
    categories, tiers = [], []
    for fold in range(FOLDS):
        known = [e for e, f in zip(examples, folds, strict=True) if f != fold]
        tested = [e for e, f in zip(examples, folds, strict=True) if f == fold]
        one, other = trials(tested, known)
        categories += one
        tiers += other
    return categories, tiers


def trials(tested: Sequence[Example], known: Sequence[Example]) -> tuple[list[Trial], list[Trial]]:
    """Trials of ``tested`` by models of ``known``."""
    about = model_from(trained(category_cases(known), tuple(CATEGORIES)))
    size = model_from(trained(tier_cases(known), TIERS))
    categories = [category_trial(e, about) for e in tested]
    tiers = [tier_trial(e, best(t.both), size) for e, t in zip(tested, categories, strict=True)]
    return categories, tiers


def category_trial(example: Example, model: Model) -> Trial:
    """The scores of the category; by rules alone, a sentence without a known word is other."""
    learned = model.scores(category_pieces(example.text))
    rules = dict.fromkeys(CATEGORIES, 0.0) | {"other": 0.01}
    for vote in verdict.category_votes(example.text, COMMUNITY):
        rules[vote.choice] += verdict.RULE_SHARE * vote.weight
    return Trial(example.category, rules, learned, {id: rules[id] + learned[id] for id in CATEGORIES})


def tier_trial(example: Example, category: str, model: Model) -> Trial:
    """The scores of the tier; a sentence that says it was settled is small by every means."""
    learned = model.scores(tier_pieces(example.text, category))
    rules = dict.fromkeys(TIERS, 0.0)
    usual, weight = builtin_rules().usual_tier(category)
    rules[usual] += weight
    around = verdict.Circumstances(public=on_public_ground(find_place(example.text, COMMUNITY)))
    for vote in verdict.tier_votes(example.text, category, COMMUNITY, around):
        rules[vote.choice] += vote.weight
    if ending_of(example.text):
        learned = rules = {"small": 6.0, "medium": 0.0, "large": 0.0}
    share = 0.0 if category == "other" else verdict.TIER_MODEL_SHARE
    both = {tier: rules[tier] + share * learned[tier] for tier in TIERS}
    return Trial(example.tier, rules, learned, both)


def best(scores: Scores) -> str:
    """The choice with the highest score."""
    return max(scores, key=lambda choice: scores[choice])


def accuracy(found: Iterable[Trial], means: str) -> float:
    """The part that ``means`` (rules, model or both) got right."""
    results = [best(getattr(trial, means)) == trial.right for trial in found]
    return sum(results) / len(results)
