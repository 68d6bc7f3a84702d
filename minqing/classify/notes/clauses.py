"""Lines without a mark that are matters by how they are built: house by house, joined on, or heard from somebody."""

from __future__ import annotations

import re

from minqing.classify.notes.chats.chat import is_address
from minqing.classify.notes.chats.senders import raises
from minqing.classify.notes.header.facts import Fact
from minqing.classify.notes.header.headers import read_header
from minqing.classify.notes.header.prose import mentioned
from minqing.classify.notes.reading import LONGEST_TITLE, Reading
from minqing.classify.notes.stations import ALSO
from minqing.classify.notes.told import dictated_parts
from minqing.classify.sentence.endings import is_settled
from minqing.classify.sentence.matters import place_within
from minqing.classify.sentence.places import find_place
from minqing.classify.sentence.remarks import asks_for, complains, is_remark
from minqing.classify.sentence.reporters import find_reporter
from minqing.classify.sentence.splits import LONGEST_SPLIT, semicolon_parts
from minqing.domain.patterns import pattern
from minqing.text.normal import aligned


def of_houses(reading: Reading, number: int, line: str) -> bool:
    """``3号楼外墙渗水;5号楼井盖响,已垫``: a matter between two semicolons, each at a place of its own."""
    if reading.sort == "aside" or len(line) > LONGEST_SPLIT or not (";" in line or "；" in line):
        return False
    head = _HEAD.match(aligned(line))
    parts = semicolon_parts(line[head.end() if head else 0 :])
    opened = [part for part in parts if _opens_with_place(part, reading)]
    if len(opened) < 2 or len(opened) < len(parts) - 1:
        return False
    told = [part for part in parts if raises(part, reading.community)]
    if len(told) < 2:
        return False
    reading.close()
    if head:
        reading.keep(number, line[: head.end()])
    elif parts[0] in told:
        reading.lenient(number, parts[0])
    for part in parts:
        if part in told:
            reading.raise_issue(number, line, part.strip().rstrip("。;；,，")).loose = True
        else:
            reading.keep_more(number, part)
            reading.lenient(number, part)
    reading.open = None
    return True


_HEAD = pattern(r"[^:;]{2,30}(?:走|巡|访|转)[^:;]{0,24}:\s*(?=\S)")
"""What the walk was, before its matters in the same line: 11.16走访,小尧、小蔚:"""


def _opens_with_place(part: str, reading: Reading) -> bool:
    place = find_place(part, reading.community)
    return place is not None and part.lstrip().startswith(place)


_SEEN = pattern(r"(?:在)?(?:回来|回去|路上|回程|途中|途经|走访中|期间)*(?:看到|看见|发现|碰到|遇到)")


def of_also(reading: Reading, number: int, line: str) -> bool:
    """``另外路上看到桥栏杆锈断一根``: one more matter below those of a list."""
    also = line.lstrip()[:1] in "另此还再除" and reading.sort != "aside" and reading.walk.issues
    found = ALSO.match(aligned(line[:40])) if also else None
    if found is None or len(line) > LONGEST_TITLE:
        return False
    text = line[found.end() :].lstrip(" ,，、:：")
    seen = _SEEN.match(aligned(text))
    if is_remark(text) or not raises(text, reading.community) or not (find_place(text, reading.community) or seen):
        return False
    reading.close()
    reading.raise_issue(number, line, text.strip().rstrip("。;；,，")).loose = True
    reading.walk.told.append(Fact("label", found[0].strip(), found[0].strip(), number))
    reading.open = None
    return True


_LED_ON = pattern(
    r"(?:^|(?<=[\s,。;、)了]))(?:先|又|再|再往后|然后|接着|随后|后来|最后|完了)(?:我们?)?(?:又|就)?(?:去了?|到了?|上|走到|来到|在|奔|转到|拐到|是)的?"
)
_FEWEST_LED = 2
_LEADS = "先又再后着了"
"""One of these letters stands in every such word; a line without any is not looked at."""


def of_itinerary(reading: Reading, number: int, line: str) -> bool:
    """``先去6#看漏水 又去锅炉房把乱贴的撕了 最后到8#``: what was met where, on one line; the line stays in the body."""
    leads = reading.sort != "aside" and len(line) <= LONGEST_SPLIT and any(word in line for word in _LEADS)
    plain = aligned(line) if leads else ""
    led = list(_LED_ON.finditer(plain))
    if len(led) < _FEWEST_LED or "。" in plain.rstrip("。 "):
        return False
    ends = [*(m.start() for m in led[1:]), len(line)]
    told = [found for m, end in zip(led, ends, strict=True) if (found := _met(reading, line[m.end() : end]))]
    if len(told) < _FEWEST_LED:
        return False
    spoken = dictated_parts(line, reading.community)
    if spoken and len(spoken.parts) > len(told):
        return False
    reading.close()
    reading.keep(number, line)
    for place, text in told:
        reading.raise_issue(number, line, text, None, place=place).loose = True
    reading.open = None
    return True


def _met(reading: Reading, piece: str) -> tuple[str, str] | None:
    """The place a piece opens with and what is told of it, without the facts of the walk behind that."""
    words = re.split(r"(?<=[\s,，])", piece.strip())
    while words and _is_fact(reading, words[-1]):
        words.pop()
    text = "".join(words).strip(" ,，。;；、")
    place = find_place(text, reading.community)
    rest = text[len(place) :].lstrip(" ,，的") if place and text.startswith(place) else ""
    if not place or not (complains(rest) or is_settled(f"{place},{rest}")) or is_remark(rest):
        return None
    return place, rest if rest.startswith(place) else f"{place},{rest}"


def _is_fact(reading: Reading, words: str) -> bool:
    """Whether some words at the end tell of the walk as a whole: 全程4300步, 十一点十分散的."""
    header = read_header(words.strip(" ,，。"), reading.around)
    return bool(header and header.facts) or any(mentioned(words, reading.around, 0))


_WHO_SAID = pattern(r"\s*(?P<who>[^\s:,。;!?]{2,12})\s*:\s*(?=\S{4})")


def of_heard(reading: Reading, number: int, line: str) -> bool:
    """``快递员:导航老指错门`` below 听到的: what somebody who is no colleague said."""
    found = _WHO_SAID.match(aligned(line[:40])) if reading.source == "heard" else None
    if found is None or reading.sort == "aside" or len(line) > LONGEST_TITLE:
        return False
    who, text = line[slice(*found.span("who"))], line[found.end() :].strip()
    if is_remark(text) or not (is_address(who) or find_reporter(f"{who}说")):
        return False
    reading.close()
    place = place_within(find_place(who, reading.community), text, reading.community)
    reading.raise_issue(number, line, text, None, reporter=who, **({"place": place} if place else {})).loose = True
    reading.open = None
    return True


_SPEAKER = pattern(r"(?P<who>[^\s:,。;!?、]{2,10})[\s\u3000]+(?=\S{4})")


def speaker_within(text: str, reading: Reading) -> tuple[str, dict[str, str]]:
    """The words of a marked line and who said them: ``3号楼门长 三单元有人养鸡``, as a list goes round in a group."""
    found = _SPEAKER.match(aligned(text[:24]))
    rest = text[found.end() :] if found else ""
    if found is None or not is_address(found["who"]) or is_remark(rest):
        return text, {}
    if not (complains(rest) or asks_for(rest) or is_settled(rest)):
        return text, {}
    who = text[slice(*found.span("who"))]
    lives = find_place(who, reading.community)
    place = place_within(lives, rest, reading.community)
    return rest, {"reporter": _without_home(who, lives)} | ({"place": place} if place else {})


def _without_home(who: str, lives: str | None) -> str:
    """How somebody is called, without where they live before it: 王大妈 of 6号楼王大妈; 3号楼门长 is called so."""
    called = find_reporter(f"{who}说", lives) if lives else None
    return called if called and who in (f"{lives}{called}", f"{lives}的{called}") else who
