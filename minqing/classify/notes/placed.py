"""Lists whose lines open with a place each: ``4号楼 窗户进风``, ``浴池后身 烟囱冒烟``, ``1-3 灯不亮``, ``菜站:称不准``.

That a paste keeps this form up is what makes places of words that no table knows, and matters of lines without a mark.
"""

from __future__ import annotations

import re
from collections.abc import Container, Iterator, Mapping, Sequence
from itertools import pairwise

from minqing.classify.notes.chats.chat import is_address
from minqing.classify.notes.header.facts import DATE, WEEKDAY, Surroundings, read_date
from minqing.classify.notes.header.headers import read_header
from minqing.classify.notes.sections import heading
from minqing.classify.sentence.corrections import corrected
from minqing.classify.sentence.markers import issue_marker
from minqing.classify.sentence.matters import sounds_like_one
from minqing.classify.sentence.people import looks_like_a_person
from minqing.classify.sentence.places import find_place
from minqing.classify.sentence.remarks import complains, is_remark
from minqing.domain.community import Community
from minqing.domain.patterns import pattern
from minqing.domain.values import dataclass
from minqing.text.normal import aligned
from minqing.text.spots import spot_of

_FIRST = pattern(
    r"\s*(?P<place>[^\s,。;:!?、…()\[\]【】|—–→]{1,12})(?P<beside>\([^()]{2,14}\))?(?P<by>\s*[:|]\s*|\s*[—–]{1,2}\s*|\s+)(?=\S)"
)
"""The first word of a line and what parts it from the rest."""

_CODE = pattern(
    r"(?:[A-Za-z]?\d{1,2}|[东南西北])[-—–]\d{1,3}(?:[-—–]\d{1,4})?"
    r"|(?!第|[上中下]午|.{0,3}[月周])[\u4e00-\u9fff]{2,6}\d{1,3}(?:号院?|弄|栋|座|幢)?|[A-Za-z]\d{1,2}|(?:\d{1,2}|[一二三四五六七八九十]{1,3})(?:组|队|社|巷|排|弄)"
)
"""A house as a list of one estate or lane has it: 1-3, 梅园2号, 三巷13号, A5."""

_JOINED_CODE = pattern(
    r"\s*(?P<place>\d{1,2}[-—–]\d{1,2}(?:[-—–]\d{3,4})?)(?P<beside>(?!))?(?P<by>)"
    r"(?=[\u4e00-\u9fff])(?![层楼号栋幢座室月日点人天户年岁米步个级度时次辆条元名位里家公千多]|单元|门(?![口前外厅禁锁卫把玻铃坏]))"
)
"""Such a house with two numbers and what is wrong there, nothing between: 3-2灯不亮."""

_MORE = pattern(r"(?P<room>\d{1,2}(?:单元|门|层|楼)|\d{3,4}(?:室|(?![\d.个块元人户年月米步])))\s+(?=\S)")
"""The unit or room behind a house and a blank: 6栋 1803."""

_UNHEARD = pattern(r"[\u4e00-\u9fff][\u4e00-\u9fff\d]{1,6}")
_NO_PLACE = pattern(
    rf"(?:{DATE}|{WEEKDAY}|今|昨|明|后天|上午|下午|晚|早|中午|另|还|再|又|其|最后|然后|然而|已|未|待|没|不|有|无|在|从|回来|大家|我|他|她|"
    "群(?!众)|微信|网上|电话|居民|群众|业主|住户|物业|书记|主任|社区|总|共|全|走|巡|看|听|问|记|办|发|送|帮|给|慰问|清|报|联系|通知|处理|办理|整改|进展|结果|备注|天气|路线|步数|时间)"
)
"""First words of a line that are no place, whatever stands behind them."""

_LONGEST = 200
"""Characters of a line of such a list."""
_FEWEST = 3
"""Lines that open with a known place from which on a paste keeps the form up."""
_FARTHEST = 2
"""Lines between two of a list, without blank ones, at the most."""


@dataclass(frozen=True, slots=True)
class Placed:
    """The place a line of such a list opens with, its length with what parts it from the words, whether it is known.

    ``by`` is the sign between both, ``who`` the person named with the place: 八巷甘叔:问补贴.
    """

    place: str
    length: int
    known: bool
    by: str
    who: str = ""

    def said(self, text: str) -> str:
        """What ``text``, which opens with the place, says behind it."""
        return text.lstrip()[self.length :].strip()


def placed_of(
    lines: Sequence[str], around: Surroundings, community: Community, without: Container[int]
) -> Mapping[int, Placed]:
    """The lines (from 1) of lists whose lines open with a place, those with a number or bullet too."""
    read = {n: line for n, line in enumerate(lines, 1) if line.strip() and n not in without and len(line) <= _LONGEST}
    found = {n: one for n, line in read.items() if (one := _placed(line, community))}
    log = any(_is_day_before_a_house(one, read[n], around, community) for n, one in found.items())
    found = {n: one for n, one in found.items() if not (_is_day(one.place, around, log) or _is_fact(read[n], around))}
    return {n: one for run in _runs(found, list(read)) for n, one in run.items()}


def _runs(found: Mapping[int, Placed], written: Sequence[int]) -> Iterator[dict[int, Placed]]:
    """Lines that stand together and keep the form up: three known places at least, and half of them all."""
    for by in dict.fromkeys(one.by for one in found.values()):
        rows = [n for n, one in found.items() if one.by == by]
        at = {n: place for place, n in enumerate(written)}
        cuts = [0, *(i + 1 for i, (a, b) in enumerate(pairwise(rows)) if at[b] - at[a] > _FARTHEST + 1), len(rows)]
        for start, end in pairwise(cuts):
            run = {n: found[n] for n in rows[start:end]}
            known = sum(one.known for one in run.values())
            if known >= _FEWEST and 2 * known >= len(run):
                yield run


def _placed(line: str, community: Community) -> Placed | None:
    """The place ``line`` opens with, behind its number or bullet, so far as its form and its words go."""
    marker = issue_marker(line, 1) if not _CODE.match(aligned(line[:20]).lstrip()) else None
    plain = aligned(line)
    start = marker.length if marker else 0
    found = _JOINED_CODE.match(plain, start) or _FIRST.match(plain, start)
    if found is None or (_NO_PLACE.match(found["place"]) and not _CODE.fullmatch(found["place"])):
        return None
    if found["beside"]:
        typed = found["place"] + found["beside"]
        return _known(corrected(typed), found, community) if corrected(typed) != typed else None
    return (
        _with_room(plain, found, community)
        or _known(found["place"], found, community)
        or _unheard(found, line, community)
    )


def _with_room(plain: str, found: re.Match[str], community: Community) -> Placed | None:
    """A house and, behind a blank, its unit or room: 6栋 1803."""
    room = _MORE.match(plain, found.end()) if found["by"].isspace() else None
    if room is None or find_place(found["place"], community) != found["place"]:
        return None
    return Placed(plain[found.start("place") : room.end("room")], room.end() - found.start("place"), True, "")


def _unheard(found: re.Match[str], line: str, community: Community) -> Placed | None:
    """A word that no table knows, which may be a place: no person, no trouble, no heading, before something wrong."""
    word = found["place"]
    if not _UNHEARD.fullmatch(word) or complains(word) or is_remark(word) or heading(f"{word}:"):
        return None
    if looks_like_a_person(word) or is_address(word) or not sounds_like_one(line[found.end() :], None):
        return None
    return Placed(word, found.end() - found.start("place"), False, found["by"].strip()[:1])


def _known(word: str, found: re.Match[str], community: Community) -> Placed | None:
    """The place a word is, or is with a person behind it (八巷甘叔), by its form or the tables."""
    place = word if _CODE.fullmatch(word) else find_place(word, community)
    who = word[len(place) :] if place and word.startswith(place) else ""
    if who and _SIDE.fullmatch(who):
        place, who = word, ""
    if not place or not (word == place or (who and _is_called(who))):
        return None
    return Placed(place, found.end() - found.start("place"), True, found["by"].strip()[:1], who)


def _is_called(word: str) -> bool:
    return is_address(word) or bool(_KIN.fullmatch(word))


_KIN = pattern("[\u4e00-\u9fff][伯嫂婆爷奶]")
_SIDE = pattern("[东南西北前后左右里外内]{1,2}[侧边面口头角]?|[口边旁]")


def _is_day(word: str, around: Surroundings, log: bool) -> bool:
    """Whether a code is a day of late: 11-16 in a log of days, which is a house nowhere else; any day in such a log."""
    day = read_date(word, around) if word[:1].isdigit() else None
    return day is not None and (log or 0 <= (around.today - day).days <= _LATELY)


_WENT = pattern(r"\s*(?:走了?|去了?|到了?|在|看了?|巡[查视]?了?)?\s*")


def _is_day_before_a_house(one: Placed, line: str, around: Surroundings, community: Community) -> bool:
    """Whether a code that may be a day stands before a house, as none of a house does: 9-1 6号楼门坏."""
    if not (_CODE.fullmatch(one.place) and _is_day(one.place, around, log=True)):
        return False
    said = one.said(line)
    went = _WENT.match(said)
    place = find_place(said, community)
    if not place or not said[went.end() if went else 0 :].startswith(place):
        return False
    return any(kind in ("building", "yard") for kind, _ in spot_of(place).numbers)


_LATELY = 45


def _is_fact(line: str, around: Surroundings) -> bool:
    header = read_header(line, around)
    return bool(header and header.facts and header.whole)
