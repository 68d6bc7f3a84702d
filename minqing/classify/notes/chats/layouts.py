"""Where a messenger puts who sent a message and when, as each copies it: on one line or on two, either one first.

``3-1-502 孙丽  08:21``, ``王阿姨5号楼 09:40``; ``11号楼大军`` above ``10:12``, ``10:12`` above ``11号楼大军``;
``08:21 王阿姨``, ``2026-11-16 08:21:33 昵称(12345)``. A clock beside some words proves nothing by itself: a person, a
door with a name behind it, or several lines of the same layout do.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from minqing.classify.notes.chats.chat import CLOCKED, Envelope, Sender, callers, day_of, is_address
from minqing.classify.notes.header.facts import Surroundings
from minqing.classify.sentence.people import looks_like_a_person
from minqing.classify.sentence.remarks import complains
from minqing.domain.patterns import pattern
from minqing.text.normal import aligned

_HOUSE = r"(?:(?:\d{1,3}|[一二三四五六七八九十]{1,3})(?:号楼|号院|[栋幢座弄]|#楼?)|[A-Z]\d?[座栋])"
_DOOR = (
    rf"(?:{_HOUSE}(?:\s?-?\s?\d{{1,2}}(?:单元|门|楼|层|-))?(?:\s?-?\s?\d{{3,4}})?室?|\d{{1,3}}[-/]\d{{1,2}}[-/]\d{{3,4}}室?"
    r"|(?:\d{1,2}|[A-Z])[-/]\d{3,4}室?|\d{1,2}单元\d{3,4}室?|\d{3,4}室)"
)
_NAME = r"[^\W\d_](?:[^\s\d,。;:!?|()<>]{0,7})"
_NICK = pattern(
    rf"(?:(?P<before>{_DOOR})[\s_·-]*(?P<who>{_NAME})|(?P<named>{_NAME}?)[\s_·-]*[(]?(?P<behind>{_DOOR})[)]?)"
)
"""A name with a door before it or behind it."""

_NUMBERED = pattern(r"(?P<who>[^,。;:!?|<]{1,16}?)[(<](?:\d{5,12}|[\w.]+@[\w.]+)[)>]")
"""The number or address that a messenger keeps behind a name."""

_NO_NAME = pattern(r"[门口梯层楼道灯管井窗墙棚库池坛处边侧]|单元|车")
"""What stands behind a house and is a part of it or a thing there, not who lives in it."""

_WHEN_FIRST = pattern(rf"\s*(?P<when>{CLOCKED})\s+(?P<who>\S[^,。;:!?|]{{0,23}}?)\s*")
_WHEN_LAST = pattern(rf"\s*(?P<who>\S[^,。;!?|]{{0,23}}?)\s+(?P<when>{CLOCKED})\s*")
_WHEN_ALONE = pattern(rf"\s*(?P<when>{CLOCKED})\s*")
_TO_THE_SECOND = pattern(r"\d{4}[-/.年].*\d:\d{2}:\d{2}")
_LONGEST = 60
"""Characters of a line that says who sent something and when."""

_FEWEST = 2
"""Lines of one layout from which on a paste is held to be a chat."""


class Nick(NamedTuple):
    """What somebody is called in a group, and the door or house they call themselves by."""

    who: str
    place: str | None = None


def nick_of(word: str) -> Nick | None:
    """Who ``word`` is, where it is what somebody is called in a group; ``None`` for anything else."""
    numbered = _NUMBERED.fullmatch(aligned(word).strip())
    plain = numbered["who"].strip() if numbered else aligned(word).strip()
    found = _NICK.fullmatch(plain)
    if found:
        who = found["who"] or found["named"]
        if complains(who) or _NO_NAME.search(who):
            return None
        place = found["before"] or found["behind"]
        return (
            Nick(plain, None)
            if is_address(plain) and not {"-", "/"} & {*place} and found["before"]
            else Nick(who, place)
        )
    return Nick(plain) if numbered or looks_like_a_person(plain) or is_address(plain) else None


class _Line(NamedTuple):
    """A line that may say who sent what stands below; ``stamp`` is the line of its clock, where that is another one."""

    number: int
    nick: Nick
    when: str
    stamp: int = 0


def layout_of(lines: Sequence[str], around: Surroundings) -> tuple[Mapping[int, Envelope], Mapping[int, int]]:
    """The lines (from 1) that a messenger made, with who sent what stands below; and each clock's line with theirs."""
    found: dict[int, Envelope] = {n: Envelope(None, sender=s) for n, s in callers(lines, around).items()}
    clocks: dict[int, int] = {}
    for layout in (_on_one(lines), _on_two(lines, -1), _on_two(lines, 1)):
        several = [line for line in layout if line.number not in found and line.stamp not in clocks]
        if len(several) < _FEWEST:
            continue
        for number, nick, when, stamp in several:
            sender = Sender(nick.who, len(lines[number - 1]), nick.place)
            found[number] = Envelope(day_of(when, around), sender=sender)
            clocks |= {stamp: number} if stamp else {}
    return found, clocks


def _on_one(lines: Sequence[str]) -> Iterator[_Line]:
    """Lines of who and when: 王阿姨5号楼 09:40, 08:21 王阿姨, 2026-11-16 08:21:33 昵称(12345)."""
    for number, line in enumerate(lines, 1):
        plain = aligned(line) if line.strip() and len(line) <= _LONGEST and ":" in aligned(line) else ""
        for form in (_WHEN_LAST, _WHEN_FIRST) if plain else ():
            found = form.fullmatch(plain)
            nick = nick_of(line[slice(*found.span("who"))]) if found else None
            if found and nick is None and form is _WHEN_FIRST and _TO_THE_SECOND.search(found["when"]):
                nick = Nick(found["who"])
            if found and nick:
                yield _Line(number, nick, found["when"])
                break


def _on_two(lines: Sequence[str], far: int) -> list[_Line]:
    """Clocks alone on their line, who sent it on the line before (``far`` -1) or behind them (1).

    Where most of these are surely people, or write again, so are the others of a few letters.
    """
    written = [n for n, line in enumerate(lines, 1) if line.strip()]
    told: list[_Line] = []
    named = Counter(line.strip() for line in lines)
    sure = 0
    for at, number in enumerate(written):
        stamp = _WHEN_ALONE.fullmatch(aligned(lines[number - 1])) if len(lines[number - 1]) <= _LONGEST else None
        beside = written[at + far] if stamp and 0 <= at + far < len(written) else 0
        word = lines[beside - 1].strip() if beside else ""
        if stamp is None or not 0 < len(word) <= _LONGEST_NICK or not _ALONE.fullmatch(aligned(word)):
            continue
        nick = nick_of(word)
        sure += nick is not None or named[word] > 1
        told.append(_Line(beside, nick or Nick(word), stamp["when"], number))
    return told if 2 * sure > len(told) else []


_LONGEST_NICK = 16
_ALONE = pattern(r"[^,。;:!?]*[^\W\d_][^,。;:!?]*")
