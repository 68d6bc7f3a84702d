"""Who takes a matter: by tier and category from the settings, and by who manages the building."""

from __future__ import annotations

import re
from collections.abc import Mapping

from minqing.domain.community import CATEGORIES, COMMITTEES, Building, Category, Community
from minqing.domain.patterns import pattern
from minqing.text.normal import aligned, aligned_name

COMPANY = "物业公司"
"""Owner of a matter of property or facilities in a building that has property management."""

MANAGED_MATTERS = frozenset({"property", "facility"})
"""Categories that are the property company's where there is one."""

RESIDENTS_COMMITTEE = "居委会"
"""Takes a medium matter when no sub-committee's name fits."""

COMMITTEE_CLUES: Mapping[str, tuple[str, ...]] = {
    "dispute": ("调解", "治安"),
    "environment": ("环境", "卫生"),
    "property": ("物业", "环境", "综合治理", "共治"),
    "facility": ("物业", "环境", "综合治理", "共治"),
    "safety": ("治安", "综合治理", "安全"),
    "illegal_build": ("共治", "综合治理", "城管", "环境", "治安"),
    "welfare": ("福利", "保障", "民政"),
    "service": ("共建", "保障", "服务", "福利"),
    "other": ("文体", "文化", "共建"),
}
"""Parts of a sub-committee's name that fit a category, best first: for presets and a community's own lists."""


def owner_for(tier: str | None, category: str | None, community: Community) -> str | None:
    """Who takes a matter of this tier and category; ``None`` without a tier.

    What the settings say of the category comes first, as it is said more closely; then the tier's own owner; then a
    medium matter goes to the category's sub-committee, a large one to the body outside.
    """
    rule = community.tiers.get(tier or "")
    if rule is None:
        return None
    found = community.categories.get(category or "") or community.categories.get("other")
    own = _own_part(found, tier)
    if rule.owner and not own:
        return rule.owner
    if tier == "large":
        return found.body if found and found.body else "街道办事处"
    return own or committee_for(found.id if found else "other", community)


def _own_part(category: Category | None, tier: str | None) -> str | None:
    """The sub-committee or body that the settings themselves name for the matters of this tier of a category."""
    part = _PART.get(tier or "")
    if category is None or part is None:
        return None
    builtin, chosen = CATEGORIES.get(category.id), getattr(category, part)
    return None if builtin and getattr(builtin, part) == chosen else chosen


_PART: Mapping[str, str] = {"medium": "committee", "large": "body"}
"""What of a category says who takes its matters of a tier."""


def committee_for(category: str, community: Community) -> str:
    """The sub-committee of a category: one of a preset by its full name (``治安和调解委员会``), another as the settings
    have it (``环境委``, ``调解室``)."""
    found = community.categories.get(category)
    named = found.committee if found else None
    if not named or not _is_chosen(category, named, community):
        named = _by_clue(category, community.committees) or RESIDENTS_COMMITTEE
    return named + "委员会" if named in _PRESET else named


_PRESET = frozenset(name for names in COMMITTEES.values() for name in names)
"""Names that the program itself gives, short of their last word."""


def _is_chosen(category: str, named: str, community: Community) -> bool:
    """Whether a category's committee exists here: it is in the list, or the settings gave it themselves."""
    builtin = CATEGORIES.get(category)
    return named in community.committees or builtin is None or builtin.committee != named


def _by_clue(category: str, committees: tuple[str, ...]) -> str | None:
    fitting = (c for clue in COMMITTEE_CLUES.get(category, ()) for c in committees if clue in c)
    return next(fitting, None)


_BEYOND = pattern("对[面过]|旁边|附近|周[边围]|之间|中间|马路|路[边口]")
"""What lies beside a building and is not its company's: 2号楼对面."""


def managed_building(place: str | None, community: Community) -> Building | None:
    """The building with property management that ``place`` is in, if any: 八栋 is 8号楼, 15号楼 not 5号楼.

    What lies beside one is not in it (2号楼对面), nor is a building of another estate (海棠轩2号楼).
    """
    managed = [building for building in community.buildings if building.managed] if place else []
    plain = aligned(place or "")
    if not managed or _BEYOND.search(plain) or _of_another_estate(plain, community):
        return None
    return next((b for b in managed if _names(plain, aligned_name(b.name)) or _is_within(plain, b.name)), None)


def _of_another_estate(place: str, community: Community) -> bool:
    """Whether a place names an estate before its number that is nowhere in the settings (海棠里 is in 海棠里社区)."""
    from minqing.text.spots import names_agree, names_estate, spot_of_place

    estate = spot_of_place(place).name
    own = _COMMITTEE.sub("", community.name or "")
    known = (own, *community.places, *(building.name for building in community.buildings))
    return names_estate(estate) and not any(name and names_agree(estate, aligned_name(name)) for name in known)


_COMMITTEE = pattern("社区?(?:居委会|居民委员会)?$|居委会$|居民委员会$")


def _names(place: str, building: str) -> bool:
    pattern = rf"(?<![0-9A-Za-z一二三四五六七八九十百]){re.escape(building)}"
    return building in place and re.search(pattern, place) is not None


def _is_within(place: str, building: str) -> bool:
    """Whether a place is in the building of that number, however both are written."""
    from minqing.text.spots import same_place, spot_of_place

    house = spot_of_place(building)
    return bool(house.numbers) and same_place(house, spot_of_place(place))
