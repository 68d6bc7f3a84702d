"""Which category and which tier: what rules, model and the community's own experience say, weighed together."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import lru_cache
from typing import NamedTuple

from minqing.classify.experience import Confirmed, Neighbour
from minqing.classify.models.concepts import concepts
from minqing.classify.models.encoder import meaning
from minqing.classify.models.linear import (
    builtin_model,
    builtin_tier_model,
    category_pieces,
    tier_pieces,
)
from minqing.classify.models.rules import COMMUNITY_WEIGHT, builtin_rules
from minqing.classify.models.words import WordTable
from minqing.classify.passages import distinct, telling_pieces
from minqing.classify.sentence.endings import ending_of
from minqing.classify.sentence.likely import likely_ending
from minqing.classify.sentence.places import within_names
from minqing.domain.community import Category, Community
from minqing.domain.model import TIERS
from minqing.domain.values import dataclass
from minqing.text.normal import aligned

Reason = tuple[str, Mapping[str, object]]
"""The code of a sentence in ``messages.classify`` and what fills it."""

RULE_SHARE = 0.3
"""Log odds that one point of a rule's weight is worth beside the model; found by cross-validation."""

TIER_MODEL_SHARE = 4.0
"""Points of a rule's weight that a log odd of the model of tiers is worth: who owns a thing is said by few words."""

EXPERIENCE_SHARE = 4.0
"""Log odds of one earlier matter that is wholly alike."""

CATEGORY_SHARPNESS = 0.5
TIER_SHARPNESS = 0.14
"""What scores are multiplied with before they become confidences, so that these are right as often as they say."""

CLEAR, CLEAR_TIER = 0.75, 0.65
"""Confidence from which on the words leave no doubt, and the encoder need not be asked what the sentence means."""

ENCODER_SHARE, ENCODER_TIER_SHARE = 1.0, 2.0
"""What a log odd of the encoder is worth beside one of the words; found on sentences that it had not learned."""

TIER_LEANING = (("small", 2.0), ("large", 2.0))
"""Points of a rule's weight against medium, where most matters of the examples lie: chosen with a look at the fifth
set of ``docs/decisions/0053-examples-read-by-two.md``; four for small are no worse there, but leave more in doubt."""

SETTLED_SURE = 0.95
"""Confidence that a matter which ends with 已清理 or a tick is a small one."""

SETTLED_LIKELY = 0.8
"""The same where its words are in no table, and only sound like those that settle a matter."""

MANY_HOUSEHOLDS, MANY_WEIGHT = 10, 60.0
"""From so many households on a matter is widely felt, one test of a large one; and what that weighs."""

OFTEN, OFTEN_WEIGHT = 3, 60.0
"""A matter that came up so often before at the same place was not to be settled on the spot."""

GUESS, GUESS_OF_NOTHING = 0.25, 0.5
"""Confidence below which a sentence without a known word is nobody's: category other, to be corrected. More is wanted
where it speaks of nothing the thesaurus knows, and where the guess is ``other`` itself: that would be no finding."""

MERE_TIMES = frozenset({"now", "nightly"})
"""Concepts of time; whoever says 今天 alone speaks of nothing yet."""

PUBLIC_MATTERS, PUBLIC_WEIGHT = ("facility",), 4.0
"""Matters that belong to a body of the town where the place is a road, not an estate; and what that weighs."""

DESK_ADVICE_WEIGHT = 1.0
"""A question of public service asked at the desk or on the telephone is mostly answered there and then."""


@dataclass(frozen=True, slots=True)
class Verdict:
    """A choice with its confidence (0 to 1); ``ranked`` are all choices, the likeliest first.

    ``reason`` answers why: nobody asks for that while a whole ledger is read, and finding it out takes a while.
    """

    choice: str
    confidence: float
    reason: Callable[[], Reason | None]
    ranked: tuple[str, ...]


class Circumstances(NamedTuple):
    """What is known of a matter besides its words.

    ``done``: it is settled already; ``households``: so many raise it; ``repeats``: so often it came up at the same
    place before; ``public``: the place is a road or a crossing, not somebody's ground; ``unsettled``: a person has said
    that it is not settled, whatever its words.
    """

    kind: str = "walk"
    done: bool = False
    households: int | None = None
    repeats: int = 0
    public: bool = False
    unsettled: bool = False


class Vote(NamedTuple):
    """A word of the sentence and what it speaks for."""

    choice: str
    weight: float
    word: str


def given(choice: str) -> Verdict:
    """What a person has said already."""
    return Verdict(choice, 1.0, lambda: None, (choice,))


@dataclass(frozen=True, slots=True)
class CategoryWeighed:
    """A sentence weighed by its words and the earlier matters like it: the categories, the likeliest first."""

    text: str
    votes: Sequence[Vote]
    near: Sequence[Neighbour]
    scores: dict[str, float]
    ranked: tuple[str, ...]
    confidence: float

    @property
    def doubtful(self) -> bool:
        """Whether the words leave a doubt, so that what the sentence means is asked for."""
        return self.confidence < CLEAR

    def verdict(self) -> Verdict:
        """The category, with what the sentence means where its words leave a doubt."""
        text, votes, near, ranked, confidence = self.text, self.votes, self.near, self.ranked, self.confidence
        if self.doubtful and (meant := meaning(text)):
            scores = dict(self.scores)
            _add(scores, _shares(meant.categories, scores, ENCODER_SHARE))
            ranked, confidence = _ranked(scores, CATEGORY_SHARPNESS)
        if not votes and not near and confidence < _least(text, ranked[0]):
            others = tuple(id for id in ranked if id != "other")
            return Verdict("other", confidence, lambda: ("no-category", {"category": "other"}), ("other", *others))
        if ranked[0] != self.ranked[0]:
            return Verdict(ranked[0], confidence, lambda: ("category-meaning", {"category": ranked[0]}), ranked)
        return Verdict(ranked[0], confidence, lambda: _category_reason(text, ranked[0], votes, near), ranked)


def _least(text: str, category: str) -> float:
    """How sure a category must be that no known word speaks for."""
    speaks = concepts(aligned(text)).keys() - MERE_TIMES
    return GUESS if speaks and category != "other" else GUESS_OF_NOTHING


def weigh_category(text: str, community: Community, near: Sequence[Neighbour]) -> CategoryWeighed:
    """How much words, model and the earlier matters ``near`` it speak for each category of ``text``."""
    votes = category_votes(text, community)
    scores = _category_scores(text, community, votes, near)
    return CategoryWeighed(text, votes, near, scores, *_ranked(scores, CATEGORY_SHARPNESS))


def _category_scores(
    text: str, community: Community, votes: Sequence[Vote], near: Sequence[Neighbour]
) -> dict[str, float]:
    """How much the words of a sentence, and earlier matters like it, speak for each category of the community."""
    scores = dict(_shares(builtin_model().scores(category_pieces(text)), community.categories))
    _add(scores, ((vote.choice, RULE_SHARE * vote.weight) for vote in votes))
    _add(scores, ((n.matter.category, EXPERIENCE_SHARE * n.weight) for n in near))
    return scores


def _shares(said: Mapping[str, float], choices: Iterable[str], share: float = 1.0) -> Iterator[tuple[str, float]]:
    """What is said of each choice; of one that was never heard of, such as a community's own, the average."""
    unknown = sum(said.values()) / len(said)
    return ((choice, share * said.get(choice, unknown)) for choice in choices)


def category_votes(text: str, community: Community) -> list[Vote]:
    """The words of ``text`` that point to a category of the community, in the order of the sentence."""
    plain = aligned(text)
    own = _own_words(tuple(community.categories.values()))
    found = [(Vote(*each.rule, each.word), each.start, each.end) for each in own.find(plain)]
    found += [(Vote(*each.rule, each.word), each.start, each.end) for each in builtin_rules().categories.find(plain)]
    is_named = within_names(text, community) if found else None
    votes = (vote for vote, start, end in found if not (is_named and is_named(start, end)))
    return [vote for vote in votes if vote.choice in community.categories]


@lru_cache(maxsize=4)
def _own_words(categories: tuple[Category, ...]) -> WordTable[tuple[str, float]]:
    return WordTable(((c.id, COMMUNITY_WEIGHT), map(aligned, c.words)) for c in categories)


def _category_reason(text: str, choice: str, votes: Sequence[Vote], near: Sequence[Neighbour]) -> Reason:
    """The words that decided; else the earlier matter; else the pieces that weighed most for the model."""
    words = distinct(vote.word for vote in votes if vote.choice == choice)
    like = next((n.matter.title for n in near if n.matter.category == choice), None)
    if words:
        return "category", {"words": words, "category": choice}
    if like:
        return "category-like", {"title": like, "category": choice}
    pieces = telling_pieces(text, choice, builtin_model(), category_pieces(text))
    return "category-model", {"words": pieces or text, "category": choice}


@dataclass(frozen=True, slots=True)
class TierWeighed:
    """A matter of ``category`` weighed by its words and what is known around it: the tiers, the likeliest first.

    ``ending`` are the words or the tick by which it says that it was settled on the spot: then it is a small one;
    ``likely``: it only sounds so.
    """

    text: str
    category: str
    votes: Sequence[Vote]
    near: Sequence[Neighbour]
    around: Circumstances
    ending: str | None
    scores: dict[str, float]
    ranked: tuple[str, ...]
    confidence: float
    likely: bool = False

    @property
    def doubtful(self) -> bool:
        """Whether the words leave a doubt, so that what the sentence means is asked for."""
        return self.confidence < CLEAR_TIER and self.category != "other"

    def verdict(self) -> Verdict:
        """The tier, with what the sentence means where its words leave a doubt."""
        ranked, confidence = self.ranked, self.confidence
        if self.doubtful and (meant := meaning(self.text)):
            scores = dict(self.scores)
            _add(scores, _shares(meant.tiers, scores, ENCODER_TIER_SHARE))
            ranked, confidence = _ranked(scores, TIER_SHARPNESS)
        return Verdict(ranked[0], confidence, lambda: self._reason(ranked[0]), ranked)

    def _reason(self, tier: str) -> Reason:
        if self.ending:
            return "tier-settled-likely" if self.likely else "tier-settled", {"words": self.ending, "tier": tier}
        if tier != self.ranked[0]:
            return "tier-meaning", {"tier": tier}
        told = _tier_reason(tier, self.category, self.votes, self.near, self.around)
        return told or _tier_by_model(self.text, self.category, tier)


def weigh_tier(
    text: str, category: str, community: Community, near: Sequence[Neighbour], around: Circumstances
) -> TierWeighed:
    """The tier by the three tests: settled at once; within the committee's remit; beyond its powers."""
    sure = None if around.unsettled else ending_of(text)
    likely = None if sure or around.unsettled else likely_ending(text)
    ending = sure or likely or ("√" if around.done else None)
    if ending:
        confidence = SETTLED_LIKELY if likely and not around.done else SETTLED_SURE
        return TierWeighed(text, category, (), (), around, ending, {}, TIERS, confidence, likely=bool(likely))
    votes = tier_votes(text, category, community, around)
    near = [one for one in near if one.matter.category == category and _still_tells(one.matter, around)]
    scores = _tier_scores(text, category, votes, near)
    return TierWeighed(text, category, votes, near, around, None, scores, *_ranked(scores, TIER_SHARPNESS))


def _still_tells(earlier: Confirmed, around: Circumstances) -> bool:
    """Whether what an earlier matter was tells of this one: what came back often, or many raise, has outgrown it.

    A tier that somebody set by hand still does.
    """
    outgrown = around.repeats >= OFTEN and earlier.tier == "small"
    outgrown |= (around.households or 0) >= MANY_HOUSEHOLDS and earlier.tier != "large"
    return earlier.corrected or not outgrown


def _tier_scores(text: str, category: str, votes: Sequence[Vote], near: Sequence[Neighbour]) -> dict[str, float]:
    """How much the words of a matter of ``category``, and earlier matters like it, speak for each tier."""
    scores = learned_tiers(text, category)
    _add(scores, [builtin_rules().usual_tier(category), *((vote.choice, vote.weight) for vote in votes)])
    _add(scores, TIER_LEANING if category != "other" else ())
    _add(scores, ((n.matter.tier, EXPERIENCE_SHARE / TIER_SHARPNESS * n.weight) for n in near))
    return scores


def learned_tiers(text: str, category: str) -> dict[str, float]:
    """What the examples say of the tier; nothing of what has no category, for they are read by category."""
    if category == "other":
        return dict.fromkeys(TIERS, 0.0)
    found = builtin_tier_model().scores(tier_pieces(text, category))
    return {tier: TIER_MODEL_SHARE * log_odds for tier, log_odds in found.items()}


def tier_votes(text: str, category: str, community: Community, around: Circumstances) -> list[Vote]:
    """What in the sentence and around it speaks for a tier; a vote without a word has its ground in ``around``."""
    plain = aligned(text)
    votes = [Vote(m.rule, COMMUNITY_WEIGHT, m.word) for m in _own_tier_words(community).find(plain)]
    for match in builtin_rules().tiers.find(plain):
        if not match.rule.among or category in match.rule.among:
            votes.append(Vote(match.rule.tier, match.rule.weight, match.word if match.rule.shown else ""))
    if category == "service" and around.kind in ("desk", "call"):
        votes.append(Vote("small", DESK_ADVICE_WEIGHT, ""))
    if (around.households or 0) >= MANY_HOUSEHOLDS:
        votes.append(Vote("large", MANY_WEIGHT, ""))
    if around.public and category in PUBLIC_MATTERS:
        votes.append(Vote("large", PUBLIC_WEIGHT, ""))
    if around.repeats >= OFTEN:
        votes.append(Vote("medium", OFTEN_WEIGHT, ""))
    return votes


def _own_tier_words(community: Community) -> WordTable[str]:
    return _tier_table(tuple((tier, rule.words) for tier, rule in community.tiers.items()))


@lru_cache(maxsize=4)
def _tier_table(words: tuple[tuple[str, tuple[str, ...]], ...]) -> WordTable[str]:
    return WordTable((tier, map(aligned, listed)) for tier, listed in words)


def _tier_reason(
    tier: str, category: str, votes: Sequence[Vote], near: Sequence[Neighbour], around: Circumstances
) -> Reason | None:
    """What was said of the tier, or is known of the matter; none where nothing but examples speaks."""
    words = distinct(vote.word for vote in votes if vote.choice == tier and vote.word)
    words = "" if tier == "medium" and around.repeats >= OFTEN else words
    like = next((n.matter.title for n in near if n.matter.tier == tier), None)
    if words:
        return "tier-words", {"words": words, "tier": tier}
    if tier == "large" and (around.households or 0) >= MANY_HOUSEHOLDS:
        return "tier-households", {"households": around.households, "tier": tier}
    if tier == "medium" and around.repeats >= OFTEN:
        return "tier-repeats", {"times": around.repeats + 1, "tier": tier}
    if like:
        return "tier-like", {"title": like, "tier": tier}
    if tier == "large" and around.public and category in PUBLIC_MATTERS:
        return "tier-public", {"tier": tier}
    return None


def _tier_by_model(text: str, category: str, tier: str) -> Reason:
    """Where matters of the category usually go; else the passages by which the model went another way."""
    pieces = telling_pieces(text, tier, builtin_tier_model(), tier_pieces(text, category))
    if tier == builtin_rules().usual_tier(category)[0] or not pieces:
        return "tier-usual", {"category": category, "tier": tier}
    return "tier-model", {"words": pieces, "tier": tier}


def _add(scores: dict[str, float], votes: Iterable[tuple[str | None, float]]) -> None:
    for choice, weight in votes:
        if choice in scores:
            scores[choice] += weight


def _ranked(scores: Mapping[str, float], sharpness: float) -> tuple[tuple[str, ...], float]:
    """The choices by score, the highest first, and how probable the first one is."""
    ranked = sorted(scores, key=lambda choice: -scores[choice])
    parts = [math.exp(sharpness * (scores[choice] - scores[ranked[0]])) for choice in ranked]
    return tuple(ranked), round(min(1 / sum(parts), 0.99), 2)
