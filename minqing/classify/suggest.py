"""What tier, category, place, reporter, owner and date a sentence suggests, and why."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import NamedTuple

from minqing.classify.bodies import body_for
from minqing.classify.deadlines import Deadline, deadline
from minqing.classify.experience import Experience, Neighbour
from minqing.classify.models.encoder import read_ahead
from minqing.classify.owners import COMPANY, MANAGED_MATTERS, managed_building, owner_for
from minqing.classify.sentence.endings import ending_of, is_settled
from minqing.classify.sentence.likely import likely_ending, likely_settled
from minqing.classify.sentence.places import find_place, on_public_ground
from minqing.classify.sentence.reporters import find_reporter
from minqing.classify.verdict import (
    CategoryWeighed,
    Circumstances,
    Reason,
    TierWeighed,
    Verdict,
    given,
    weigh_category,
    weigh_tier,
)
from minqing.domain.community import Community
from minqing.domain.values import dataclass
from minqing.text.spots import spelt_out
from minqing.text.vocabulary import TIER_WORDS

SURE = 0.6
"""Confidence below which a person is asked; where nobody can be asked, the suggestion is said to be unsure."""

OFFERED = 4
"""Categories that are offered when the first one is unsure."""

LONGEST_READ = 1000
"""Characters of a text that are looked at; a sentence is far shorter, a pasted book is not worth the wait."""

SHORTEST, STOPS = 3, " \u3000,，。.;；、:："
"""Characters of a matter that is left without its ending, and what stood between them."""

AT_ONCE = 500
"""Matters that are weighed together, so that the doubtful ones are read together."""

NOTHING_KNOWN = Experience()
"""The experience of a community that has none yet."""


@dataclass(frozen=True, slots=True)
class Suggestion:
    """What is suggested for one matter; confidences run from 0 (a guess) to 1 (given by hand).

    ``because`` holds the reasons as (code, parameters) in the order category, tier, owner, due, place, reporter,
    doubts.
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
class Asked:
    """A matter raised on ``day`` in an entry of ``kind``, for which something is to be suggested.

    A ``category`` or ``tier`` that is given is taken as it is, and owner and due date follow it. ``done``: it is known
    to be settled already (a tick that was cut off the text), ``unsettled``: that it is not, whatever the text says.
    ``households`` counts those who raise it, ``repeats`` how
    often the same matter came up at the same place before: both speak for a larger tier.
    """

    text: str
    day: date
    kind: str = "walk"
    category: str | None = None
    tier: str | None = None
    done: bool = False
    households: int | None = None
    repeats: int = 0
    unsettled: bool = False


class _Weighed(NamedTuple):
    """A matter after its words were weighed; ``size`` is open while its category is in doubt."""

    asked: Asked
    text: str
    place: str | None
    near: Sequence[Neighbour]
    around: Circumstances
    about: CategoryWeighed | None
    size: TierWeighed | None

    @property
    def doubtful(self) -> bool:
        return bool((self.about and self.about.doubtful) or (self.size and self.size.doubtful))


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
    experience: Experience = NOTHING_KNOWN,
    reasons: bool = True,
) -> Suggestion:
    """The suggestion for one matter raised on ``today``; see ``Asked`` and ``suggest_all``."""
    asked = Asked(text, today, kind, category, tier, done, households, repeats)
    return suggest_all((asked,), community=community, experience=experience, reasons=reasons)[0]


def suggest_all(
    asked: Sequence[Asked], *, community: Community, experience: Experience = NOTHING_KNOWN, reasons: bool = True
) -> list[Suggestion]:
    """The suggestion for each of many matters; what the words of any leave in doubt is read together.

    ``experience`` is what the community decided before of matters like these. Without ``reasons`` it is not told why.
    """
    found: list[Suggestion] = []
    for start in range(0, len(asked), AT_ONCE):
        several = asked[start : start + AT_ONCE]
        likely_settled([one.text[:LONGEST_READ] for one in several if not one.tier])
        weighed = [_weighed(one, community, experience) for one in several]
        read_ahead(each.text for each in weighed if each.doubtful)
        found += [_judged(each, community, reasons) for each in weighed]
    return found


def _weighed(asked: Asked, community: Community, experience: Experience) -> _Weighed:
    """What the words of a matter say; of a tier only where the category is known by them."""
    text = _as_open(asked.text[:LONGEST_READ]) if asked.unsettled else asked.text[:LONGEST_READ]
    place = find_place(text, community)
    public = on_public_ground(place)
    around = Circumstances(asked.kind, asked.done, asked.households, asked.repeats, public, asked.unsettled)
    near = [] if asked.category and asked.tier else experience.neighbours(text)
    about = None if asked.category else weigh_category(text, community, near)
    known = asked.category or (about.ranked[0] if about and not about.doubtful else None)
    size = weigh_tier(text, known, community, near, around) if known and not asked.tier else None
    return _Weighed(asked, text, place, near, around, about, size)


def _as_open(text: str) -> str:
    """``text`` without the words that settle it, where any are left: what is open is judged by the trouble alone."""
    while ending := ending_of(text) or likely_ending(text):
        left = text[: max(0, text.rfind(ending))].rstrip(STOPS)
        if len(left) < SHORTEST:
            break
        text = left
    return text


def _judged(weighed: _Weighed, community: Community, reasons: bool) -> Suggestion:
    """The suggestion, with what the sentence means where its words left a doubt."""
    asked, text = weighed.asked, weighed.text
    about = weighed.about.verdict() if weighed.about else given(asked.category or "")
    if asked.tier:
        size = given(asked.tier)
    else:
        known = weighed.size or weigh_tier(text, about.choice, community, weighed.near, weighed.around)
        size = known.verdict()
    return _suggestion(asked, text, weighed.place, about, size, community, reasons)


def _suggestion(
    asked: Asked, text: str, place: str | None, about: Verdict, size: Verdict, community: Community, reasons: bool
) -> Suggestion:
    """What follows from a category and a tier that are judged."""
    owner, owner_reason = _choose_owner(text, size.choice, about.choice, place, community)
    done = asked.done or (is_settled(text) and not asked.unsettled)
    due = deadline(size.choice, about.choice, asked.day, community, text, done=done)
    unsure = tuple(name for name, verdict in (("category", about), ("tier", size)) if verdict.confidence < SURE)
    reporter = find_reporter(text, place)
    because: tuple[Reason | None, ...] = ()
    if reasons:
        doubt: Sequence[Reason] = [(f"unsure-{name}", {}) for name in unsure]
        read = _read_reasons(place, reporter, community)
        dated = _due_reasons(due, size.choice, about.choice)
        because = (about.reason(), size.reason(), owner_reason, *dated, *read, *doubt)
    return Suggestion(
        place=spelt_out(place),
        reporter=reporter,
        category=about.choice,
        tier=size.choice,
        owner=owner,
        due=due.due if due else None,
        because=tuple(_named(reason, community) for reason in because if reason),
        confidence_category=about.confidence,
        confidence_tier=size.confidence,
        categories=about.ranked[:OFFERED],
        tiers=size.ranked,
        unsure=unsure,
    )


def _choose_owner(
    text: str, tier: str, category: str, place: str | None, community: Community
) -> tuple[str | None, Reason | None]:
    building = managed_building(place, community) if category in MANAGED_MATTERS else None
    if building:
        return COMPANY, ("owner-managed", {"building": building.name, "owner": COMPANY})
    owner = body_for(text, owner_for(tier, category, community), category)
    return owner, ("owner", {"tier": tier, "category": category, "owner": owner}) if owner else None


def _read_reasons(place: str | None, reporter: str | None, community: Community) -> Sequence[Reason]:
    """The words that a place and a reporter were read from; a place of the settings is named as such."""
    own = next((name for name in community.places if place and name in place), None)
    found: list[Reason] = [("place-own" if own else "place", {"words": place, "name": own})] if place else []
    return (*found, ("reporter", {"words": reporter})) if reporter else found


def _due_reasons(due: Deadline | None, tier: str, category: str) -> Sequence[Reason]:
    """Why it is due then; one more reason where the days off of a year are not known yet."""
    if due is None:
        return ()
    code = f"due-{due.ground}"
    if due.ground in ("tier", "category"):
        code += "-same-day" if due.days == 0 else "-working" if due.working else ""
    reason: Reason = (
        code,
        {"words": due.words, "days": due.days, "due": due.due.isoformat(), "tier": tier, "category": category},
    )
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
