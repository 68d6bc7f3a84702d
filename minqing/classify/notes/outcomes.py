"""What came of a matter, told far from it: below 处理情况 or 【办】 a line finds its matter once the walk is read.

It is found by its number in the list above, by the person it names, by its place, its thing or its words. What finds
no matter, or two, stays in the body: a matter that is wrongly settled is worse than one left open.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from functools import cache

from minqing.classify.models.alike import sense_of
from minqing.classify.notes.gathered import Gathered, Raw
from minqing.classify.notes.header.facts import Fact
from minqing.classify.notes.wraps import joined
from minqing.classify.sentence.places import find_place
from minqing.classify.sentence.remarks import complains
from minqing.domain.community import Community
from minqing.domain.patterns import pattern
from minqing.domain.values import dataclass
from minqing.text.normal import aligned
from minqing.text.people import SELDOM_SURNAMES, SURNAMES, TITLES
from minqing.text.spots import spot_of

_MOST = 200
"""Matters and outcomes of a walk that are compared with each other; of more nothing is gained by it."""

_PERSON = pattern(rf"[{SURNAMES}{SELDOM_SURNAMES}](?:{TITLES}|[姐哥叔婶姨伯嫂])")
_IN_WORDS = pattern(r"[\u4e00-\u9fff]+")
_SAY_NOTHING = frozenset(
    (  # noqa: SIM905
        "已经 联系 居民 社区 物业 处理 解决 当场 现场 问题 反映 师傅 上门 明天 下午 上午 进行 要求 我们 工作 人员 "
        "告知 通知 老人 大家 及时 情况 完成 门口 楼下 楼上 附近 旁边 小区 社区 业主 住户 商户 业委 街道"
    ).split()
)
"""Pairs of letters that stand in any outcome."""

_SURE = 2


@dataclass(frozen=True, slots=True)
class Sense:
    """What some words speak of, by which an outcome and its matter are known to belong together."""

    houses: frozenset[int]
    people: frozenset[str]
    things: frozenset[str]
    pairs: frozenset[str]


Senses = Callable[[str], Sense]
"""Words that were looked at once are known: every outcome of a walk is compared with every matter."""


def senses_of(community: Community) -> Senses:
    """What words speak of in ``community``."""

    @cache
    def sense(text: str) -> Sense:
        plain = aligned(text)
        place = find_place(text, community)
        people = frozenset(_PERSON.findall(plain))
        return Sense(_houses(place), people, sense_of(plain).things, _pairs(text.replace(place or " ", " ")))

    return sense


def take_outcomes(walk: Gathered, community: Community, senses: Senses) -> None:
    """Put what came of them to the matters of a walk; what was told of none stays where it is, or is one itself."""
    matters = list(walk.issues)
    few = walk.outcomes[:_MOST] if len(matters) <= _MOST else []
    matter_lines = {line for raw in matters for line in raw.lines}
    for line in sorted(({outcome.line for outcome in few} & {*walk.body}) - matter_lines):
        told = [(o, matter_of(o.text, matters, senses, o.number)) for o in few if o.line == line]
        for outcome, raw in told:
            if raw:
                raw.text = joined(raw.text.rstrip("。;；"), outcome.text.rstrip("。;；"), clause=True)
                raw.lines.append(line)
            elif outcome.marked and (not matters or _is_one(outcome.text, community)):
                walk.issues.append(Raw(outcome.text, walk.body.pop(line), [line]))
        if all(raw for _, raw in told):
            told_line = walk.body.pop(line).strip()
            walk.told.append(Fact("label", told_line, told_line, line))
    walk.issues.sort(key=lambda raw: raw.lines[0])


def _is_one(text: str, community: Community) -> bool:
    """Whether an outcome that belongs to no matter is one of its own: what is wrong, and where."""
    return bool(find_place(text, community)) and complains(text)


def matter_of(
    text: str, matters: Sequence[Raw], senses: Senses, number: int | None = None, least: int = 0
) -> Raw | None:
    """The one matter of some that ``text`` tells the outcome of; ``None`` where none or several fit as well.

    ``least``: how well it must fit, though nothing else fits at all.
    """
    told = senses(text)
    fits = sorted(((_likeness(told, raw, senses, number), at) for at, raw in enumerate(matters)), reverse=True)
    if not fits or fits[0][0] <= max(least - 1, 0) or (len(fits) > 1 and fits[1][0] == fits[0][0]):
        return None
    return matters[fits[0][1]] if fits[0][0] >= _SURE or len(fits) == 1 or fits[1][0] <= 0 else None


def _likeness(told: Sense, raw: Raw, senses: Senses, number: int | None) -> int:
    """How well an outcome fits a matter; below zero where they are of two houses.

    Of two things that are not the same only the number in the list speaks for it: one person, or one house, has more
    than one matter.
    """
    matter = senses(f"{raw.values.get('place', '')}{raw.text}")
    if told.houses and matter.houses and not told.houses & matter.houses:
        return -1
    listed = 2 * (number is not None and number == raw.number)
    same = told.things & matter.things
    if told.things and matter.things and not same:
        return listed
    people = told.people & (matter.people | {*_PERSON.findall(raw.values.get("reporter", ""))})
    alike = 3 * bool(people) + 2 * bool(told.houses & matter.houses) + 2 * bool(same)
    return alike + min(len(told.pairs & matter.pairs), 2) + listed


def _houses(place: str | None) -> frozenset[int]:
    numbers = spot_of(place).numbers if place else ()
    return frozenset(n for kind, several in numbers if kind in ("building", "yard") for n in several)


def _pairs(text: str) -> frozenset[str]:
    """The pairs of letters that stand side by side, without those of every outcome."""
    runs = _IN_WORDS.findall(re.sub(r"[了的是把被给让我]", " ", text))
    return frozenset(run[at : at + 2] for run in runs for at in range(len(run) - 1)) - _SAY_NOTHING
