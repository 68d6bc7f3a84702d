"""Matters told in running text: dictation without a stop, and a story whose sentences say who brought what up.

A story stays in the body as it was written; what it tells is raised besides, for the review to keep or drop.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise
from typing import NamedTuple

from minqing.classify.notes.gathered import Gathered, Raw
from minqing.classify.notes.header.facts import DATE, STEPS, WEEKDAY
from minqing.classify.notes.scenes import Part, counted_clauses, parts_of
from minqing.classify.notes.wraps import is_clause
from minqing.classify.sentence.corrections import taken_back
from minqing.classify.sentence.endings import is_settled
from minqing.classify.sentence.matters import place_within
from minqing.classify.sentence.places import find_place
from minqing.classify.sentence.remarks import complains, is_remark
from minqing.classify.sentence.reporters import find_reporter
from minqing.domain.community import Community
from minqing.domain.patterns import pattern
from minqing.text.normal import aligned

_STOPS = pattern(r"[,。;:!?、]")
_HOUSE = pattern(r"(?:\d{1,3}|(?<![零一二三四五六七八九十百千])[一二三四五六七八九十]{1,3})(?:号楼|栋|幢|#)")
_SHORTEST_DICTATION = 30
_SHORTEST_PART = 6
"""Letters of a piece between two houses that can be a matter of its own."""

_ASKS = pattern(r"[问说](?!好|没事)")
_SENTENCE = pattern(r"[^。!?;\n]+[。!?;]*\n?")
_BROUGHT_UP = pattern(r"反映|发现|看到|看见|说|诉说|投诉|提出|抱怨|称|听到|有人|有户")
_MEETING = pattern(r"会上|开会|会议|研究|讨论|要求各|强调|下一步|计划|打算|^[^,。;]{0,8}(?:去年|上[次周月]|以前)")
_ON_THE_WAY = pattern(
    r"(?:^|,)\s*(?:我们|今天|上午|下午|早上|接着|然后|随后|后来|再|又|先)*(?:走到|来到|到了?|转到|路过|快到|经过|去)(?P<where>[^,。]{1,20}?)(?:的时候|时)?[,]\s*"
)
_FIRST_WORDS = pattern(rf"^(?:{DATE}|{WEEKDAY}|[上下中]午|早上|[,、:\s])+")
"""When it was, before they set out: 11月20日上午走到7号楼."""

_SHORTEST_STORY = 50


class Dictation(NamedTuple):
    """A line spoken without a stop: what stands before the first house, and a piece for each house.

    ``story``: the pieces are not all there is; the line as it was spoken must stay in the body.
    """

    before: str
    parts: list[str]
    story: bool = False


def dictated_parts(line: str, community: Community) -> Dictation | None:
    """The dictation ``line`` is; ``None`` where there are stops, fewer than two houses, or nothing wrong at any."""
    plain = aligned(line)
    if not _SHORTEST_DICTATION <= len(plain) <= _LONGEST_STORY or _STOPS.search(plain):
        return None
    houses = list(_HOUSE.finditer(plain))
    back = taken_back(line)
    houses = [m for m in houses if m.start() not in back]
    starts = [_start(m, back) for before, m in zip([None, *houses], houses, strict=False) if not _again(before, m)]
    parts = [line[a:b] for a, b in zip(starts, [*starts[1:], len(line)], strict=False)]
    wrong = [p for p in parts if complains(p) or is_settled(p) or _ASKS.search(p)]
    if len(parts) + bool(back) < 2 or not wrong:
        return None
    if all(len(p) >= _SHORTEST_PART and not _ON_TO.search(aligned(p)) for p in parts) and 2 * len(wrong) >= len(parts):
        return Dictation(line[: starts[0]], parts)
    there = [_said_there(step) for p in wrong for step in _steps_on(p, community)]
    told = [said for said in there if len(said) >= _SHORTEST_PART and not is_remark(said)]
    enough = len(plain) >= _SHORTEST_STORY or len(told) >= len(parts)
    return Dictation(line[: starts[0]], told, story=True) if told and enough else None


def _start(house: re.Match[str], back: frozenset[int]) -> int:
    """Where the piece of a house begins: with what was taken back before it."""
    start = house.start()
    while start - 1 in back:
        start -= 1
    return start


def _again(before: re.Match[str] | None, house: re.Match[str]) -> bool:
    """Whether a house is only named a second time: 先到的三号楼三号楼二单元."""
    return before is not None and before[0] == house[0]


def _steps_on(part: str, community: Community) -> list[str]:
    """A piece cut where they went on to a place that is no house: 劝走了|然后到小广场张大爷说…"""
    ways = [m for m in _STEP_ON.finditer(aligned(part)) if _opens_with_a_place(part[m.end() :], community)]
    starts, ends = [0, *(m.end() for m in ways)], [*(m.start() for m in ways), len(part)]
    steps = [part[a:b] for a, b in zip(starts, ends, strict=True)]
    return [step for step in steps if complains(step) or is_settled(step) or _ASKS.search(step)] or [part]


def _opens_with_a_place(text: str, community: Community) -> bool:
    place = find_place(text, community)
    return bool(place and text.startswith(place))


_STEP_ON = pattern(
    r"(?:然后|接着|之后|最后|后来|随后|再|又)(?:我们?)?(?:又|再|就)?(?:往前)?(?:走到|来到|去到|转到|走|到|去|在|路过)了?(?:那个)?"
)
"""How they went on within a piece: 然后到, 后来又去了."""


def _said_there(part: str) -> str:
    """A piece without the house named twice at its start, and without how they went on from there."""
    plain = aligned(part)
    twice = _HOUSE.match(plain) or _TWICE.match(plain)
    start = plain.rfind(twice[0], 0, _SHORTEST_PART + 2 * len(twice[0])) if twice else 0
    while way := _ON_TO.search(plain, start):
        plain = plain[: way.start()]
    return part[start : len(plain)].strip()


_TWICE = pattern(r"([\u4e00-\u9fff]{2,6})(?=\1)")
"""A place that is named twice in a row: 到西门西门口停了车."""


_ON_TO = pattern(
    r"(?:(?:然后|接着|之后|最后|后来|随后)(?:我们?)?(?:又|再|就)?|我们?(?:又|再|就)?|又|再)(?:去了?|到了?|走到了?|来到了?|在|看了?|往前走?)?$|"
    rf"(?:(?:今天|一上午|一圈|一共|总共|全程|我们)*(?:下来|走了?)*(?:大概|大约|差不多|将近|一共|有)*{STEPS}(?:吧|的样子)?)$|"
    r"(?:上午|中午)?(?:\d{1,2}|[一二三四五六七八九十]{1,3})点[半零一二三四五六七八九十\d分]{0,4}(?:左右)?(?:就|才)?(?:回|结束|收工)\S{0,4}$"
)
"""How a piece of a story leads to the next one, or ends: 然后我们去了, 十一点回来的."""


def take_stories(walk: Gathered, community: Community) -> None:
    """Raise what the stories of a walk tell, where nothing but what was told the same way is a matter of it."""
    if any(not raw.loose for raw in walk.issues) or (walk.issues and walk.senders):
        return
    taken = {line for raw in walk.issues for line in raw.lines}
    shortest = _SHORTEST_PARAGRAPH if sum(map(_is_paragraph, walk.body.values())) > 1 else _SHORTEST_STORY
    for number, line in _paragraphs(walk):
        least = _SHORTEST_PARAGRAPH if _is_told(line) else shortest
        if least <= len(line) <= _LONGEST_STORY and number not in taken:
            walk.issues += _matters(number, line, community)
    walk.issues.sort(key=lambda raw: raw.lines[0])


def _paragraphs(walk: Gathered) -> Iterator[tuple[int, str]]:
    """The lines of the body with their numbers; those that a window broke in the middle of a word as one."""
    first, text, last = 0, "", 0
    for number in [*sorted(set(walk.body) - walk.aside), 0]:
        line = walk.body.get(number, "")
        below = first and number == last + 1 and _goes_on(walk.body[last])
        if below and line.strip() and _STOPS.search(aligned(line)) and not _OPENS_ITEM.match(aligned(line)):
            text, last = text + line.strip(), number
            continue
        if first:
            yield first, text
        first, text, last = number, line, number


_OPENS_ITEM = pattern(r"\s*(?:第?\d{1,2}(?:[站处家户、.)]|\s)|[A-Za-z][、.)]|[【\[<(]|[^\s,。;:]{2,12}(?:——|:))")
"""What opens an item of a list, and goes on with no line above it: 第2站 4#, 刘婶家(4-101)——."""

_SHORTEST_BROKEN = 15
"""Letters of a line from which on a window may have broken it."""


def _goes_on(line: str) -> bool:
    plain = aligned(line).rstrip()
    return len(plain) >= _SHORTEST_BROKEN and bool(_STOPS.search(plain)) and plain[-1] not in "。!?;:"


_LONGEST_STORY = 2000
_SHORTEST_PARAGRAPH = 14
"""Letters of a paragraph of a diary that is written in several."""


_FEWEST_SENTENCES = 2
"""Sentences from which on a line is a story, however short."""


def _is_told(line: str) -> bool:
    """Whether a short line is a story: of several sentences, of houses one behind the other, or of 三件事."""
    several = len(_sentences(line)) >= _FEWEST_SENTENCES or counted_clauses(line)
    plain = aligned(line)
    spoken = not _STOPS.search(plain) and len(_BREATH.findall(plain)) >= _FEWEST_BREATHS
    return bool(several or spoken or _BEFORE_A_HOUSE.search(plain))


_BREATH = pattern(r"(?<=[\u4e00-\u9fff])\s+(?=[\u4e00-\u9fff])")
_FEWEST_BREATHS = 2
"""Blanks in a line without a stop from which on they are where a voice took breath."""


_BEFORE_A_HOUSE = pattern(rf"[,](?=\s*(?:还有|然后|再有|另外)?,?{_HOUSE.pattern})")


def _sentences(line: str) -> list[str]:
    """The sentences of a story."""
    within = taken_back(line)
    ends = [m.end() for m in _SENTENCE.finditer(aligned(line)) if m.end() - 1 not in within]
    return [line[a:b] for a, b in pairwise([0, *ends]) if line[a:b].strip()]


def _is_paragraph(line: str) -> bool:
    return len(line) >= _SHORTEST_PARAGRAPH and aligned(line[-2:]).rstrip()[-1:] in "。!"


def _matters(number: int, line: str, community: Community) -> list[Raw]:
    sentences = _sentences(line)
    raised: list[Raw] = []
    here: str | None = None
    goes_on = False
    for sentence in sentences:
        if alone := _place_alone(aligned(sentence), community):
            here = alone
            continue
        if counted := counted_clauses(sentence):
            before, clauses = counted
            raised += [_raw(c, line, number, find_place(before, community) or here, community) for c in clauses]
            continue
        if raw := _said_as_well(sentence, goes_on, raised, line, number, community):
            raised.append(raw)
            continue
        goes_on = False
        before = ""
        for part in parts_of(sentence, community):
            last = _place_of(raised[-1], community) if raised else None
            here, raw = _matter(part, here, last, line, number, community)
            if raw:
                raised.append(_with_speaker(raw, before))
            before += part.text
            if raw:
                goes_on = aligned(sentence).rstrip().endswith(";")
    return raised


_SAID_IT = pattern(r"(?:说|讲|反[映应]|抱怨|问|提到|提出)[\s,:]*$")


def _with_speaker(raw: Raw, before: str) -> Raw:
    """A matter with who tells it, where the words right before it say so: 李叔说 花坛边那个铁架子倒了."""
    who = find_reporter(before) if _SAID_IT.search(aligned(before)) and not find_reporter(raw.text) else None
    raw.values |= {"reporter": who} if who and "reporter" not in raw.values else {}
    return raw


def _said_as_well(
    sentence: str, goes_on: bool, raised: list[Raw], line: str, number: int, community: Community
) -> Raw | None:
    """What is wrong besides, behind a semicolon: said by whoever told the matter before it, at its place."""
    own = find_place(sentence, community) or find_reporter(sentence)
    if not goes_on or own or not complains(sentence) or is_clause(sentence) or is_remark(sentence.rstrip(_ENDS)):
        return None
    before = raised[-1]
    raw = _raw(sentence, line, number, _place_of(before, community), community)
    who = (
        before.values.get("reporter") or find_reporter(line[: line.find(before.text[:4])]) or find_reporter(before.text)
    )
    raw.values |= {"reporter": who} if who else {}
    return raw


def _place_of(raw: Raw, community: Community) -> str | None:
    return raw.values.get("place") or find_place(raw.text, community)


_STANDS = pattern(
    "停[着满]|停了[^,。;]{0,2}[两一几三四五六\\d]|堆[着了满]|扔[着了]|占着|拉线|飞线|充电(?!桩|站|棚|柜)|晾[着了]|拴[着了]"
)
"""What stands or hangs where it was met, and is told for that."""

_SAME_HOUSE = pattern(r"(?:也是)?(?:同[楼栋幢]|同一?个?(?:单元|院)|[本该这]栋?楼)的?")


def _matter(
    part: Part, here: str | None, last: str | None, line: str, number: int, community: Community
) -> tuple[str | None, Raw | None]:
    """What one part of a sentence tells, and the place the next one is about; ``last`` is that of the matter before."""
    plain = aligned(part.text)
    first = len(plain) - len(_FIRST_WORDS.sub("", plain))
    way = _ON_THE_WAY.search(plain[first:])
    place = find_place(way["where"], community) if way else here
    place = place or (last if _SAME_HOUSE.match(plain) else None)
    here = here if _is_part(place, here, part.text, community) else None
    text = part.text[first + way.end() :] if way and place else part.text[part.told :]
    brought = place or part.place or _BROUGHT_UP.search(plain) or find_reporter(text) or _HOUSE.search(plain)
    if not brought or _MEETING.search(plain) or is_remark(text.rstrip(_ENDS)):
        return here, None
    who = find_reporter(text)
    known = place or find_place(text, community) or (who and text.startswith(who))
    if known and (complains(text) or _STANDS.search(plain) or is_settled(text)):
        raw = _raw(text, line, number, place, community)
        raw.values |= _met(way and way["where"], text) or _told_by(part, who)
        return here, raw
    return here, None


_ENDS = ",，。;；!！ "


def _raw(text: str, line: str, number: int, place: str | None, community: Community) -> Raw:
    """A matter of a story, at the place they had come to; a part of it that the words name joins that."""
    within = place_within(place, text, community)
    values = {"place": within} if within else {}
    return Raw(text.strip().rstrip(_ENDS), line, [number], loose=True, values=values)


_BEFORE_A_PLACE = pattern(r"^(?:嗯|啊|那个|这个|还有|然后|就是|再有|到了?|接着|[,、 ])+|[。!?;,、 ]+$")


def _place_alone(plain: str, community: Community) -> str | None:
    """The place that is all a sentence says, as a machine that writes down a voice cuts it: 那个4号楼。"""
    bare = _BEFORE_A_PLACE.sub("", _BEFORE_A_PLACE.sub("", plain))
    return bare if bare and find_place(bare, community) == bare else None


def _is_part(place: str | None, here: str | None, sentence: str, community: Community) -> bool:
    """Whether a sentence is still about the place named alone before it."""
    return place is not None and place == here and place_within(here, sentence, community) is not None


def _met(way: str | None, text: str) -> dict[str, str]:
    """Who was met on the way and says it."""
    who = find_reporter(f"{way.rsplit('的', 1)[-1]}说") if way and _SAYS.match(aligned(text)) else None
    return {"reporter": who} if who else {}


def _told_by(part: Part, who: str | None) -> dict[str, str]:
    """Who says it before the place it is about: 楼门长赵姐抱怨:3号楼路灯不亮."""
    said = find_reporter(part.text[: part.told]) if part.told and not who else None
    return {"reporter": said} if said else {}


_SAYS = pattern(r"\s*(?:[他她]|老人家?)(?:们|就|跟我们?|对我们?|又|还|也|老)*(?:说|反映|问|讲)")
