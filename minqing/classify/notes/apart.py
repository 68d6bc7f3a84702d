"""Two matters told in one breath: 楼门长赵姐抱怨:路灯不亮;垃圾没人清, 5号楼灯坏了,还有垃圾没人清.

They are two only where each half says what is wrong on its own, of another thing; what was done about it, what is
wished for and what is only enumerated (堆着自行车,还有纸箱) goes on with the half before it.
"""

from __future__ import annotations

from minqing.classify.models.alike import sense_of
from minqing.classify.notes.gathered import Raw
from minqing.classify.notes.wraps import is_clause
from minqing.classify.sentence.matters import place_within
from minqing.classify.sentence.places import find_place
from minqing.classify.sentence.remarks import complains, is_remark
from minqing.classify.sentence.reporters import find_reporter
from minqing.domain.community import Community
from minqing.domain.patterns import pattern
from minqing.domain.values import replace
from minqing.text.normal import aligned

_LONGEST = 400
_JOINS = pattern(
    r";\s*(?:(?:另?外?还?有?一[个件处](?:事情?)?(?:就?是)|还有|另外(?![的一])|再有|再就是|以及)(?:就是)?[,:]?\s*)?|[,。]\s*(?:还有(?:就是|一[个件]事?|(?![点些人时几个]))|另外(?![的一])|再就是|再有|以及|此外)[,:]?\s*"
)
_SPOKEN = pattern(r"[^;。]{1,20}:")
"""Somebody and a colon before what they said."""

_OF_IT = pattern(
    r"[这那它其]|导致|所以|因此|结果|原因|说是|要求|希望|建议|不然|否则|要不|怕|担心|已|没人管|一直|多次|反映|老|(?:小区|社区|[楼上下]*)?(?:物业|居民|住户|邻居|家属|子女|孩子|大家|大伙|老人|消防车|救护车|楼下|墙皮|墙面|地面|天花板)|被|"
    r"一个|还是|至今|迟迟|到现在|报了|说了|找了|打了"
)
"""A half that opens so goes on with the one before it."""

_HAN = pattern(r"[\u4e00-\u9fff]")
_FEWEST = 4


def apart(raw: Raw, community: Community) -> list[Raw]:
    """The matters ``raw`` holds, itself alone for the most part; they share who told them and where."""
    edges = _edges(raw.text)
    if len(edges) < 3:
        return [raw]
    parts = [raw.text[a:b].strip(" ,，;；。、") for a, b in zip(edges[::2], edges[1::2], strict=True)]
    place = raw.values.get("place") or find_place(parts[0], community)
    reporter = raw.values.get("reporter") or find_reporter(parts[0], place)
    return [_part(raw, parts[0], {}), *(_part(raw, p, _shared(p, place, reporter, community)) for p in parts[1:])]


def apart_all(raws: list[Raw], community: Community) -> list[Raw]:
    """Every matter of some, those that are two taken apart."""
    return [part for raw in raws for part in apart(raw, community)]


def _part(raw: Raw, text: str, more: dict[str, str]) -> Raw:
    return replace(raw, text=text, lines=[*raw.lines], values=raw.values | more)


def _shared(text: str, place: str | None, reporter: str | None, community: Community) -> dict[str, str]:
    """What a later half has of the first: where it is, unless it names a house of its own, and who said it."""
    within = place_within(place, text, community)
    told = {"reporter": reporter} if reporter and not find_reporter(text) else {}
    return told | ({"place": within} if within else {})


def _edges(text: str) -> list[int]:
    """Where each matter of ``text`` begins and ends, in turn."""
    plain = aligned(text)
    if len(plain) > _LONGEST or not (";" in plain or _JOINS.search(plain)):
        return []
    spoken = _SPOKEN.match(plain)
    edges, start = [0], spoken.end() if spoken else 0
    for joint in _JOINS.finditer(plain):
        end = next((j.start() for j in _JOINS.finditer(plain, joint.end())), len(plain))
        first, second = plain[start : joint.start()], plain[joint.end() : end]
        sure = bool(spoken)
        if _stands(first) and _stands(second) and not _OF_IT.match(second) and _differ(first, second, sure):
            edges += [joint.start(), joint.end()]
            start = joint.end()
    return [*edges, len(text)]


def _stands(half: str) -> bool:
    """Whether a half says what is wrong by itself."""
    enough = len(_HAN.findall(half)) >= _FEWEST
    return enough and complains(half) and not is_remark(half) and not is_clause(half)


def _differ(first: str, second: str, sure: bool) -> bool:
    """Whether two halves are about two things.

    What no table lists is one too where somebody tells them in a row; behind a row of what lies about
    (堆着自行车,还有纸箱没人管) it is one thing more of that row.
    """
    one, other = sense_of(first).things, sense_of(second).things
    if one & other or _LIES_ABOUT.search(first):
        return False
    return sure or bool(one and other)


_LIES_ABOUT = pattern(r"[堆放扔停摆晾挂][着满][^,;。]*$")
