"""Whether a line that no number or heading marks sounds like a matter: by what is wrong, or by what it is about."""

from __future__ import annotations

import re

from minqing.classify.models.rules import builtin_rules
from minqing.classify.sentence.endings import is_settled
from minqing.classify.sentence.people import looks_like_a_person
from minqing.classify.sentence.places import find_place
from minqing.classify.sentence.remarks import asks_for, complains
from minqing.domain.community import Community
from minqing.domain.patterns import pattern
from minqing.text.normal import aligned
from minqing.text.people import TITLES
from minqing.text.spots import spot_of

SURE = 3.0
"""Weight of a category's word from which on a place and that word are a matter: 2号楼井盖; 32户 is none."""


def sounds_like_one(text: str, place: str | None) -> bool:
    """Whether ``text``, which may open with ``place``, tells what is wrong, settled or the business of a category.

    A place and somebody who lives or works there (``3号楼李奶奶``, ``1号楼 王丽``) are none, nor is what is put on for
    people (``送了春联``).
    """
    if complains(text) or is_settled(text) or asks_for(text):
        return True
    bare = text.strip()
    rest = aligned(bare[len(place) :] if place and bare.startswith(place) else bare).strip(" 的:,、")
    if not rest or looks_like_a_person(rest) or re.match(rf"[^,。;]{{0,2}}(?:{TITLES})", rest):
        return False
    found = builtin_rules().categories.find(rest)
    return any(match.rule.weight >= SURE and match.rule.category != "other" for match in found)


_FLOOR = pattern("(?:[0-9]{1,2}|[一二三四五六七八九十]{1,3})楼(?!院)")
"""What is a floor where a house is named already: 一楼 at 1号楼."""


def place_within(outer: str | None, text: str, community: Community) -> str | None:
    """The place of a matter told below or by ``outer`` (5号楼): what the words name may be a part of that.

    ``None`` where the words name a house of their own, or there is nothing to add.
    """
    own = find_place(text, community)
    if outer is None or own is None:
        return outer
    if own.startswith(outer):
        return own
    if any(kind in ("building", "yard") for kind, _ in spot_of(own).numbers) and not _FLOOR.match(aligned(own)):
        return None
    both = f"{outer}{own}"
    return both if find_place(both, community) == both else outer
