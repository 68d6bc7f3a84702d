"""What tier, category, place, reporter, owner and date a sentence suggests, and why."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from functools import cache

from minqing.classify.deadlines import Deadline, deadline
from minqing.classify.endings import settled, without_tick
from minqing.classify.owners import COMPANY, MANAGED_MATTERS, managed_building, owner_for
from minqing.classify.places import find_place
from minqing.classify.reporters import find_reporter
from minqing.classify.rules import (
    CATEGORY_RULES,
    COMMUNITY_WEIGHT,
    DESK_ADVICE_WEIGHT,
    NEUTRAL_WORDS,
    TIER_RULES,
    USUAL_TIER,
    TierRule,
)
from minqing.classify.words import WordTable
from minqing.domain.community import Community
from minqing.domain.model import TIERS
from minqing.domain.values import dataclass
from minqing.text.normal import aligned
from minqing.text.vocabulary import TIER_WORDS

Reason = tuple[str, Mapping[str, object]]
"""The code of a sentence in ``messages.classify`` and what fills it."""

SURE = 0.5
"""Confidence below which a person is asked; where nobody can be asked, the suggestion is said to be unsure."""

OFFERED = 4
"""Categories that are offered when the first one is unsure."""

LONGEST_READ = 1000
"""Characters of a text that are looked at; a sentence is far shorter, a pasted book is not worth the wait."""


@dataclass(frozen=True, slots=True)
class Suggestion:
    """What is suggested for one matter; confidences run from 0 (a guess) to 1 (given by hand).

    ``because`` holds the reasons as (code, parameters) in the order category, tier, owner, due.
    ``categories`` and ``tiers`` begin with the suggested one, the next likely after it: what to offer when a person
    is asked. ``unsure`` names which of ``category`` and ``tier`` are less certain than ``SURE``: those are asked.
    """

    place: str | None
    reporter: str | None
    category: str
    tier: str
    owner: str | None
    due: date | None
    because: tuple[Reason, ...]
    confidence_category: float
    confidence_tier: float
    categories: tuple[str, ...] = ()
    tiers: tuple[str, ...] = ()
    unsure: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Verdict:
    """A choice with its confidence and the reason for it; ``ranked`` are all choices, the likeliest first."""

    choice: str
    confidence: float
    reason: Reason | None
    ranked: tuple[str, ...]


def suggest(
    text: str,
    *,
    community: Community,
    today: date,
    kind: str = "walk",
    category: str | None = None,
    tier: str | None = None,
    done: bool = False,
    households: int | None = None,
    repeats: int = 0,
) -> Suggestion:
    """The suggestion for a matter raised on ``today``, brought in by an entry of ``kind``.

    A ``category`` or ``tier`` that is given is taken as it is, and owner and due date follow it. ``done``: it is
    known to be settled already (a tick that was cut off the text). ``households`` counts those who raise it,
    ``repeats`` how often the same matter came up at the same place before: both speak for a larger tier. A sentence
    in which no word is known is a medium matter of category other, with little confidence.
    """
    text = text[:LONGEST_READ]
    place = find_place(text, community)
    about = _given(category) or _choose_category(text, community)
    size = _given(tier) or _choose_tier(text, about.choice, kind, done)
    del households, repeats  # weighed with the tier's tests
    owner, owner_reason = _choose_owner(size.choice, about.choice, place, community)
    due = deadline(size.choice, about.choice, today, community, text)
    reasons = (about.reason, size.reason, owner_reason, *_due_reasons(due, size.choice, about.choice))
    return Suggestion(
        place=place,
        reporter=find_reporter(text, place),
        category=about.choice,
        tier=size.choice,
        owner=owner,
        due=due.due if due else None,
        because=tuple(_named(reason, community) for reason in reasons if reason),
        confidence_category=about.confidence,
        confidence_tier=size.confidence,
        categories=about.ranked[:OFFERED],
        tiers=size.ranked,
        unsure=tuple(n for n, v in (("category", about), ("tier", size)) if v.confidence < SURE),
    )


def _given(choice: str | None) -> Verdict | None:
    return Verdict(choice, 1.0, None, (choice,)) if choice else None


@cache
def _builtin_categories() -> WordTable[tuple[str, float]]:
    voting = [((rule.category, rule.weight), rule.words.split()) for rule in CATEGORY_RULES]
    return WordTable([*voting, (("", 0.0), NEUTRAL_WORDS.split())])


@cache
def _builtin_tiers() -> WordTable[TierRule]:
    return WordTable((rule, rule.words.split()) for rule in TIER_RULES)


def _choose_category(text: str, community: Community) -> Verdict:
    """The category whose words weigh most; the first named in the sentence among equals."""
    own = WordTable(((c.id, COMMUNITY_WEIGHT), map(aligned, c.words)) for c in community.categories.values())
    plain = aligned(text)
    votes: list[tuple[str, float, str]] = []
    for match in (*own.find(plain), *_builtin_categories().find(plain)):
        if match.rule[0] in community.categories:
            votes.append((*match.rule, match.word))
    if not votes:
        return Verdict("other", 0.2, ("no-category", {"category": "other"}), _with_other(community))
    ranked, confidence = _weigh((id, weight) for id, weight, _ in votes)
    words = _distinct(word for id, _, word in votes if id == ranked[0])
    return Verdict(ranked[0], confidence, ("category", {"words": words, "category": ranked[0]}), ranked)


def _with_other(community: Community) -> tuple[str, ...]:
    """All categories, other first: where nothing is known, nothing is likelier."""
    return "other", *(id for id in community.categories if id != "other")


def _choose_tier(text: str, category: str, kind: str, done: bool) -> Verdict:
    """The tier by how it ended, by its words, and by where matters of its category usually go."""
    ending = _ending(text) or ("√" if done else None)
    if ending:
        return Verdict("small", 0.95, ("tier-settled", {"words": ending, "tier": "small"}), TIERS)
    found = [m for m in _builtin_tiers().find(aligned(text)) if not m.rule.among or category in m.rule.among]
    usual, weight = USUAL_TIER.get(category, USUAL_TIER["other"])
    votes = [(usual, weight), *((m.rule.tier, m.rule.weight) for m in found)]
    if category == "service" and kind in ("desk", "call"):
        votes.append(("small", DESK_ADVICE_WEIGHT))
    ranked, confidence = _weigh([*votes, *((tier, 0.0) for tier in TIERS)])
    words = _distinct(m.word for m in found if m.rule.tier == ranked[0])
    if words:
        return Verdict(ranked[0], confidence, ("tier-words", {"words": words, "tier": ranked[0]}), ranked)
    return Verdict(ranked[0], confidence, ("tier-usual", {"category": category, "tier": ranked[0]}), ranked)


def _ending(text: str) -> str | None:
    """The words or the tick by which the sentence says that it was settled on the spot."""
    rest, ticked = without_tick(text)
    return settled(rest) or ("√" if ticked else None)


def _weigh(votes: Iterable[tuple[str, float]]) -> tuple[tuple[str, ...], float]:
    """The choices by their sums, highest first; the first one's part of all (and of 2 more, for what is left open)."""
    sums: dict[str, float] = {}
    for choice, weight in votes:
        sums[choice] = sums.get(choice, 0.0) + weight
    ranked = sorted(sums, key=lambda choice: -sums[choice])
    return tuple(ranked), round(sums[ranked[0]] / (sum(sums.values()) + 2), 2)


def _distinct(words: Iterable[str]) -> str:
    """At most three different words, as shown in a reason."""
    return "、".join(list(dict.fromkeys(words))[:3])


def _choose_owner(
    tier: str, category: str, place: str | None, community: Community
) -> tuple[str | None, Reason | None]:
    building = managed_building(place, community) if category in MANAGED_MATTERS else None
    if building:
        return COMPANY, ("owner-managed", {"building": building.name, "owner": COMPANY})
    owner = owner_for(tier, category, community)
    return owner, ("owner", {"tier": tier, "category": category, "owner": owner}) if owner else None


def _due_reasons(due: Deadline | None, tier: str, category: str) -> Sequence[Reason]:
    """Why it is due then; one more reason where the days off of a year are not known yet."""
    if due is None:
        return ()
    code = f"due-{due.ground}"
    if due.ground in ("tier", "category"):
        code += "-same-day" if due.days == 0 else "-working" if due.working else ""
    reason: Reason = (code, {"days": due.days, "due": due.due.isoformat(), "tier": tier, "category": category})
    return (reason, ("due-guessed", {"year": due.due.year})) if due.guessed else (reason,)


def _named(reason: Reason, community: Community) -> Reason:
    """A reason with the names of the tier and the category it speaks of."""
    code, params = reason
    named = dict(params)
    if "category" in params:
        known = community.categories.get(str(params["category"]))
        named["category_name"] = known.name if known else params["category"]
    if "tier" in params:
        named["tier_name"] = TIER_WORDS.get(str(params["tier"]), params["tier"])
    return code, named
