"""Where a sentence of a story comes to another place or to somebody else: each such part may be a matter of its own.

A voice joins with commas what belongs together and what does not: …停了两辆车,找到车主挪走了,又在6号楼碰到张大妈,她说….
"""

from __future__ import annotations

import re
from itertools import pairwise
from typing import NamedTuple

from minqing.classify.notes.header.facts import DATE, WEEKDAY
from minqing.classify.sentence.corrections import corrected, taken_back
from minqing.classify.sentence.places import find_place
from minqing.classify.sentence.remarks import complains
from minqing.classify.sentence.reporters import find_reporter
from minqing.domain.community import Community
from minqing.domain.patterns import pattern
from minqing.text.normal import aligned

_PAUSE = pattern(r"[,:]\s*|(?<=[\u4e00-\u9fff])\s+(?=[\u4e00-\u9fff])")
_LEAD = pattern(
    rf"(?:[,、:\s]|{DATE}|{WEEKDAY}|[上下中]午|早[上晨]|晚上|傍晚|[\d一二三四五六七八九十]{{1,3}}点(?:半|多|左右|钟|\d{{1,2}}分?)*|"
    r"另外|此外|还有(?:就是|一[个件](?:事情?)?)?|再就是|再有|再(?:往[里前后]走?|[到去])?|又|同时|其次|接着|随后|后来|然后呢?|最后|完了|先|就|也|刚|才|"
    r"顺[便路]|(?:在)?回来的?(?:路上|时候?)?|一?路上|途中|往[里外前后回东西南北]+走|第[一二三四五六七八九十]个?(?:是|呢)?|"
    r"走到|来到|到了?|转到|路过|经过|去了?|拐到|绕到|进了?|从|快到|在|"
    r"看到了?|看见了?|发现了?|听到|碰[到上见]|遇[到上见]|查看了?|看了看|听说|"
    r"我们?|大家|巡查|走访|走动|走了一圈|转了一圈|情况|期间|[时中]候?(?=[,发看]))*"
)
"""How a story comes to a place: what stands before it and is no part of the matter."""

INDOORS = pattern(
    r"(?:[\da-zA-Z一二三四五六七八九十]{1,4}(?:单元|层|楼(?!院)|室|门)|楼[道梯上下门前后顶里]|门[口洞厅前]|单元|电梯|大厅|地下室|顶[层楼]|阳台|[屋家院]|外?墙|窗|隔壁|对[门面]|旁边|附近)"
)
"""A part of the house the story has come to; anything else is another place."""

_JOINS_ON = pattern(r"(?:另外|此外|还有|再就是|再有|其次)")
_AS_WELL = pattern(r"也(?:是|一样|有|同样|坏|不|没)|同样")


class Part(NamedTuple):
    """A part of a sentence: its words as written, the place they come to, and from where on they tell of it."""

    text: str
    told: int = 0
    place: str | None = None


def parts_of(sentence: str, community: Community) -> list[Part]:
    """The parts of a sentence, each but the first opened by another place, by somebody else who speaks, or 另外."""
    plain = aligned(sentence)
    cuts, here = [0], _opening(sentence, plain, 0, community)
    who = find_reporter(sentence[: _clause_end(plain, 0)])
    within = taken_back(sentence)
    for pause in _PAUSE.finditer(plain):
        at = pause.end()
        if pause.start() in within:
            continue
        place = _opening(sentence, plain, at, community)
        clause = sentence[_lead_end(plain, at) : _clause_end(plain, at)]
        speaker = find_reporter(clause) if clause else None
        if place and place != here and not INDOORS.match(aligned(place)) and not _goes_on(clause, place):
            cuts.append(at)
            here = place
        elif (
            speaker and clause.startswith(speaker) and speaker != who and (who or complains(sentence[cuts[-1] : at]))
        ) or (_JOINS_ON.match(plain, at) and complains(clause)):
            cuts.append(at)
        who = speaker or who
    edges = [*cuts, len(sentence)]
    return [_part(sentence, plain, a, b, community) for a, b in pairwise(edges)]


def _part(sentence: str, plain: str, start: int, end: int, community: Community) -> Part:
    place = _opening(sentence, plain, start, community)
    return Part(sentence[start:end], _lead_end(plain, start) - start if place else 0, place)


def _goes_on(clause: str, place: str) -> bool:
    """Whether a clause only says that it is the same at another place: 10号楼也是."""
    return bool(_AS_WELL.match(aligned(clause[len(place) :])))


def _lead_end(plain: str, at: int) -> int:
    found = _LEAD.match(plain, at, at + _FARTHEST)
    return found.end() if found else at


def _clause_end(plain: str, at: int) -> int:
    found = _PAUSE.search(plain, at)
    return found.start() if found else len(plain)


_FARTHEST = 60
"""Letters in which a clause comes to its place."""


def _opening(sentence: str, plain: str, at: int, community: Community) -> str | None:
    """The place a clause comes to, behind how it gets there."""
    start = _lead_end(plain, at)
    clause = corrected(sentence[start : max(_clause_end(plain, start), start)])
    place = find_place(clause, community)
    return place if place and clause.startswith(place) else None


def counted_clauses(sentence: str) -> tuple[str, list[str]] | None:
    """``在3号楼听到三件事,路灯坏了,狗没人管,楼上天天吵``: as many clauses as the number says, and what is before."""
    found = _SO_MANY.search(aligned(sentence))
    if found is None:
        return None
    clauses = [c for c in re.split("[,，;；]", sentence[found.end() :].rstrip("。.!！")) if c.strip()]
    number = "一二三四五六七八九".find(found["n"].replace("两", "二")) + 1 or int(found["n"]) if found["n"] else 0
    return (sentence[: found.end()], clauses) if len(clauses) == number > 1 else None


_SO_MANY = pattern(r"(?P<n>[两二三四五六七八九2-9])(?:件事情?|个问题|点意见|个事情?|条意见|处问题|个情况)[,:]\s*")
