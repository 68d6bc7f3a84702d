"""What a messenger puts around messages: ``王丽 14:03``, a date between dashes, ``王丽: 文字``, ``[图片]``."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from functools import lru_cache
from typing import NamedTuple

from minqing.classify.notes.header.facts import DATE, Surroundings, read_date
from minqing.classify.sentence.people import NICKNAME, looks_like_a_person
from minqing.domain.patterns import pattern
from minqing.text.compiled import compiled
from minqing.text.normal import aligned
from minqing.text.people import COMPOUND_SURNAMES, SELDOM_SURNAMES, SURNAMES, TITLES

_CLOCK = r"(?:凌晨|早上|上午|中午|下午|晚上)?\s?\d{1,2}:\d{2}(?::\d{2})?"
_DAY = rf"(?:{DATE}|(?:周|星期)[一二三四五六日天])"
_WHEN = rf"(?:{_DAY}\s?)?{_CLOCK}"
CLOCKED = _WHEN
"""When a message was sent, as messengers write it: 14:03, 2026/11/16 14:03, 星期一 下午 2:03."""
_ADDRESSED = (
    rf"[^\s:,。;、|]{{2,12}}(?:{TITLES}|楼长|门长|院长|租户|业主|住户|居民|[姐哥叔姨婶嫂伯]|[小老阿][一-龥]{{1,2}})"
)
_WHO = rf"(?P<who>(?:[^\s\d:,。;、|]{{1,12}}|{_ADDRESSED})(?:\([^()]{{1,12}}\))?)"
_SENDER = rf"\s*{_WHO}\s*:?\s+(?P<when>{_WHEN})\s*"
_SENDER_OF_A_BODY = rf"\s*(?P<body>[^\s\d:,。;、|]{{2,8}})\s(?P<who>[^\s\d:,。;、|]{{2,8}})\s*:?\s+(?P<when>{_WHEN})\s*"
"""居委 小毛  09:21: whose name in the group begins with their body."""

_TIMED = rf"\s*\[(?P<when>{_WHEN})\]\s*{_WHO}\s*:\s*"
_STAMP = rf"\s*(?P<when>{_WHEN}|(?:{DATE})\s+{_CLOCK})\s*"
_RULE = rf"\s*[—–―\-─━=_*~ ]{{3,}}\s*(?P<when>{_DAY})(?:\s*{_CLOCK})?\s*[—–―\-─━=_*~ ]{{3,}}\s*"
_NAME = r"[^\s\d:,。;、|「」\[\]【】#]{1,12}"
_SAID = pattern(rf"\s*(?:(?P<who>{_NAME}) ?: ?|[【\[](?P<framed>{_NAME})[】\]]\s?:?\s?)(?=\S)")
_THING = pattern(r"\s*\[[^\[\]\d]{1,6}\]\s*(?:\d{1,3}[\"”″秒]?)?\s*$")
_QUOTE = pattern(r"\s*[「『]|\s*>(?!>)|\s*引用|\s*回复\s?\S{1,8}:|\s*(?:- ){3,}-?\s*$|\s*[—–\-─━=_*]{3,}\s*$")
_OPENING = 80
"""Characters of a line that are looked at; a messenger's own lines are shorter."""

_NO_SENDER = frozenset(
    [
        "时间",
        "出发",
        "集合",
        "开始",
        "结束",
        "日期",
        "走动",
        "走访",
        "巡查",
        "返回",
        "到达",
        "回来",
        "今天",
        "昨天",
        "前天",
    ]
) | frozenset(["凌晨", "早晨", "早上", "上午", "中午", "下午", "傍晚", "晚上"])


class Sender(NamedTuple):
    """Who sent a message, and where in that line the message itself begins.

    ``place`` is the door or house that stands with their name, as residents call themselves in a group.
    ``in_line``: the message stands behind the name in its line (``王丽: 文字``).
    """

    who: str
    end: int
    place: str | None = None
    in_line: bool = False

    @property
    def is_resident(self) -> bool:
        """Whether they are called as residents are, or name their door: 3号楼李阿姨, 6-2-101 老秦."""
        return self.place is not None or is_address(self.who)

    @property
    def reporter(self) -> str | None:
        """What they are called where they raise something; ``None`` for staff, and for a full name."""
        called = self.place and len(self.who) > 1 and not _FULL_NAME.fullmatch(self.who)
        return self.who if called or is_address(self.who) else None


class Envelope(NamedTuple):
    """A line that a messenger made; ``day``: the day it names, ``rule``: a date that stands for the messages below.

    ``sender``: who sent what stands below, or behind it in the same line.
    """

    day: date | None
    rule: bool = False
    sender: Sender | None = None


def envelope(line: str, around: Surroundings) -> Envelope | None:
    """What the messenger's line says, or ``None`` for a line that a person wrote."""
    plain = aligned(line[:_OPENING])
    if len(line) > _OPENING:
        return _timed(plain, line, around)
    ruled = compiled(_RULE).fullmatch(plain)
    if ruled:
        return Envelope(day_of(ruled["when"], around), rule=True)
    found = compiled(_SENDER).fullmatch(plain)
    if found and found["who"] not in _NO_SENDER:
        return Envelope(day_of(found["when"], around), sender=Sender(line[slice(*found.span("who"))], len(line)))
    both = compiled(_SENDER_OF_A_BODY).fullmatch(plain)
    if both and looks_like_a_person(both["who"]) and not {both["body"], both["who"]} & _NO_SENDER:
        return Envelope(day_of(both["when"], around), sender=Sender(line[slice(*both.span("who"))], len(line)))
    stamp = compiled(_STAMP).fullmatch(plain)
    return Envelope(day_of(stamp["when"], around)) if stamp else _timed(plain, line, around)


def _timed(plain: str, line: str, around: Surroundings) -> Envelope | None:
    """``[14:03] 王丽: 文字``: the time first, then who, then the message or nothing."""
    found = compiled(_TIMED).match(plain)
    if found is None or found["who"] in _NO_SENDER:
        return None
    return Envelope(day_of(found["when"], around), sender=Sender(line[slice(*found.span("who"))], found.end()))


def day_of(text: str, around: Surroundings) -> date | None:
    """The day that a messenger's ``when`` names, if it does."""
    found = compiled(_DAY).match(text)
    return read_date(found[0], around) if found else None


@lru_cache(maxsize=256)
def said_by(line: str, around: Surroundings, called: frozenset[str] = frozenset()) -> Sender | None:
    """Who says it and where the words begin in ``王丽: 文字``, where the line begins with a person and a colon.

    ``called`` are words that people of the talk are known by besides (``talkers``).
    """
    found = _SAID.match(aligned(line[:40]))
    if found is None:
        return _resident(line)
    part = "who" if found["who"] else "framed"
    known = found[part] in around.people or looks_like_a_person(found[part]) or found[part] in called
    if not known:
        return _resident(line)
    return Sender(line[slice(*found.span(part))], found.end(), in_line=True)


def _resident(line: str) -> Sender | None:
    """Who is called by where they live or what they do: ``12号楼收废品的老秦:``, ``葛姨(12号楼):``."""
    found = _VOICE.match(aligned(line[:40]))
    if found is None or not is_address(found["who"]) or _NO_VOICE.search(found["who"]):
        return None
    place = line[slice(*found.span("place"))] if found["place"] else None
    return Sender(line[slice(*found.span("who"))], found.end(), place, in_line=True)


_VOICE = pattern(
    r"\s*(?:[一有][个位名])?(?P<who>[^\s:,。;、|「」()\[\]【】#]{2,16})"
    r"(?:\((?P<place>[^()]{1,12}(?:楼|栋|幢|号|院|弄|单元|室|层))\))?\s?:\s?(?=\S)"
)
_NO_VOICE = pattern(
    "反映|受访|联系|走访|慰问|看望|关于|涉及|通知|参加|同行|陪同|人员|问题|诉求|[说问讲]$|"
    "^(?:居民|业主|住户|租户|商户|群众)$"
)
"""What stands before a colon with people in it and is a label."""


def talkers(lines: Sequence[str], around: Surroundings) -> frozenset[str]:
    """Words that open several lines of a talk with a colon behind them, as those do whose names nothing tells: 幺妹."""
    if not is_talk(lines, around):
        return frozenset()
    opened = [found["who"] for line in lines if (found := _SAID.match(aligned(line[:40]))) and found["who"]]
    return frozenset(w for w in opened if opened.count(w) > 1 and _NICKNAME.fullmatch(w) and w not in _NO_SENDER)


_NICKNAME = pattern(
    "(?!.*(?:问题|情况|位置|地点|处[理置]|结果|反映|备注|措施|时间|楼|栋|幢|门|区|院))[\u4e00-\u9fff]{2,4}|[A-Za-z]{2,10}"
)


def is_talk(lines: Sequence[str], around: Surroundings) -> bool:
    """Whether people talk to each other in the paste, a line each behind their names: 王丽: 东门那个坑谁填?"""
    said = [found.who for line in lines if (found := said_by(line, around))]
    return len(said) >= _FEWEST_SAID and len(set(said)) > 1


_FEWEST_SAID = 3
"""Lines behind a name and a colon from which on they are a talk."""


def callers(lines: Sequence[str], around: Surroundings) -> dict[int, Sender]:
    """Who is named with a colon alone on several lines, as a messenger on a computer copies messages; lines from 1."""
    found = {n: m for n, line in enumerate(lines, 1) if (m := _CALLER.match(aligned(line[:40])))}
    named = {m["who"] for m in found.values()}
    known = {who for who in named if who in around.people or looks_like_a_person(who) or _CALLED_SO.fullmatch(who)}
    senders = {
        n: Sender(lines[n - 1][slice(*m.span("who"))], len(lines[n - 1])) for n, m in found.items() if m["who"] in known
    }
    return senders if len(senders) > 1 else {}


_CALLER = pattern(rf"\s*(?P<who>{_NAME}|{_ADDRESSED})\s*:\s*$")
_CALLED_SO = pattern(_ADDRESSED)
_FULL_NAME = pattern(
    rf"(?!(.)\1$)(?:{COMPOUND_SURNAMES}|[{SURNAMES}{SELDOM_SURNAMES}])[\u4e00-\u9fff]{{1,2}}(?<![姐哥叔婶姨妈爸嫂伯爷奶娘])"
)


def is_thing(line: str) -> bool:
    """Whether the line stands for a picture, a voice message or the like, or belongs to a quotation."""
    return bool(_THING.match(aligned(line)) or _QUOTE.match(aligned(line[:40])))


_NICK = rf"(?:{NICKNAME}|小(?!黄车|白菜|金库)[{SURNAMES}][一-龥])"
_ADDRESS = pattern(
    rf"(?:{TITLES}|[大老]?[姐哥叔婶姨妈爸]|小伙|大夫|[小老]?两口子?|大学生|居民|租户|业主|住户|商户|店主|房东|楼门长|楼院长|楼长|门长|院长|"
    rf"[\u4e00-\u9fff]的[老小](?![房路车石])[{SURNAMES}]|"
    rf"(?:居民|租户|业主|住户|隔壁|对门|楼[上下]|号楼|[栋幢座室]|单元|门)(?:{_NICK}|老(?![房旧楼小鼠化年式])[一-龥]{{1,2}}|阿[一-龥]{{1,2}}))"
    r"(?:\(.*\))?$"
)
"""How residents are called; 3号楼小广告 and 2栋老房子 are things."""


def is_address(name: str) -> bool:
    """Whether a sender is called as a resident is: 3号楼李阿姨, 赵大爷, 502租户; not by a full name."""
    return bool(_ADDRESS.search(aligned(name)))
