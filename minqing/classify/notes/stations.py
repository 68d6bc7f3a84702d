"""Lines without number or bullet that are matters by the company they keep, found once a walk is read to its end.

Two lines and more in a row that each open with a place (``2号楼——井盖响``), with a time (``8:45 小花园杂草高``) or
stand below a place as their heading (``【6号楼】``) are the stations of a walk: what is told of them are its matters.
One such line alone proves nothing and stays in the body, where the conversation offers it.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Container, Iterator

from minqing.classify.notes.above import LONGEST_PLACE, announces, ground_alone, place_alone, place_framed
from minqing.classify.notes.gathered import Gathered, Raw
from minqing.classify.notes.header.facts import Fact
from minqing.classify.notes.wraps import joined
from minqing.classify.sentence.clocks import CLOCK, SPAN, read_span
from minqing.classify.sentence.endings import is_settled
from minqing.classify.sentence.matters import place_within, sounds_like_one
from minqing.classify.sentence.places import find_place
from minqing.classify.sentence.remarks import asks_for, complains, is_promise, is_remark
from minqing.classify.sentence.tickets import ticket_of
from minqing.domain.community import Community
from minqing.domain.patterns import pattern
from minqing.domain.values import dataclass, replace
from minqing.text.compiled import compiled
from minqing.text.normal import aligned

LONGEST = 80
"""Characters of the longest line that is a station; a longer one is a paragraph of the diary."""

LONGEST_WITH_WAY = 160
"""Characters of one before which the way there is told: 走访1-3号楼,再到东门."""

_WHEN = rf"\s*(?P<when>{SPAN}|{CLOCK})(?:[\s,、:]|(?=[\u4e00-\u9fff]))\s*"
_ON_THE_WAY = "走到|来到|又到|路过|出发|回到|走访|看望|慰问|入户|没事|正常|良好|都好|集合|收工|往回"
_STORY = pattern(rf"我们|回来|开始|结束|{_ON_THE_WAY}|[。!?;].")
_STORY_BELOW = pattern(_ON_THE_WAY)
"""What makes a line one of a story; fewer words do where a house stands above it and the line says what is wrong."""

_WORDS = pattern(r"[\u4e00-\u9fff].*[\u4e00-\u9fff].*[\u4e00-\u9fff]|[\d#].*[\u4e00-\u9fff]")
"""The least a matter says: 井盖响, 2#灯."""

_FRAMED = pattern(r"[<【\[(《](?P<place>[^<>【】\[\]()《》]{1,12})[>】\])》]\s*:?\s*(?=\S)")
"""A place between brackets before what is wrong there: <1号楼>大门门轴异响."""

ALSO = pattern(
    r"\s*(?:另[外有]|另(?![外有])|还有(?:就是|一[个件](?:事情?)?|(?!就是))|再有|再就是|此外|除此之外|其次)(?:\s*[,:、]|\s*(?=[\u4e00-\u9fff\d]))"
)
"""What joins one more matter to those above: 另外3号楼…, 还有就是…"""

_SPOKEN_FIRST = pattern(r"^(?:嗯|啊|呃|哦|那个|然后|就是|还有|再有|另外?|再就是|此外|呢|:|[,、 ])+")
"""What a voice says before it says where."""

_HAN = pattern(r"[\u4e00-\u9fff]")

_LOOKED_AT = pattern(r"(?:今天|上午|下午)?(?:走访|巡查|走了?|巡了?|看了?|检查)了?[^,。;:!?]{2,12}[,。:]\s*(?=\S)")
"""What was looked at in all, before what was found there: 走访1-3号楼,2号楼下水堵."""

_CAME = pattern(
    r"(?:(?:先|又|再|然后|接着|随后|后来|最后|完了)?(?:我们)?(?:一?进了?|走到|来到|到了?|路过|经过|拐到|转到|绕到|去了?)"
    r"|(?:先|又|再|接着)?往[里外前后回东南西北]走)[\s,、]*(?=\S{4})"
)
"""How they came to a station: 走到东门, 路过配电室, 往里走."""

_FEWEST_BELOW = 4
"""Letters of a line below a place, from which on it is taken for what is the matter there."""

_SHORTEST_SPAN = 20
"""Minutes from the first station to the last, from which on they tell when the walk was."""


@dataclass(frozen=True, slots=True)
class Station:
    """One line in question: whether it opens as a station does, and the place of the heading above it.

    ``before`` is what was looked at in all, told in the same line; it stays in the body. ``more`` are lines below it
    that tell what comes of it, with their numbers.
    """

    number: int
    line: str
    opens: bool
    place: str | None = None
    before: str = ""
    more: tuple[tuple[int, str], ...] = ()


def take_stations(
    walk: Gathered,
    community: Community,
    *,
    spaced: bool = False,
    days: bool = False,
    beside: Container[int] = (),
    known: Collection[int] = (),
) -> None:
    """Turn the stations among the lines of the body into issues; a walk with a list of its own has none.

    ``days``: the paste is a log of days; a single station speaks for itself there. ``beside`` are lines that are
    matters by a form of their own, such as a door or a tick, and keep nothing else from being one; those ``known`` for
    what they are become none.
    """
    if any(not raw.loose and not _stands_beside(raw, beside) for raw in walk.issues):
        return
    taken = [station for run in _Rows(walk, community, spaced, days, known).found() for station in run]
    for station in taken:
        walk.body[station.number] = station.before
        if not station.before:
            del walk.body[station.number]
        walk.issues.append(_raw(station))
        for number, _ in station.more:
            del walk.body[number]
    walk.issues.sort(key=lambda raw: raw.lines[0])
    _tell_when(walk, taken)


def _raw(station: Station) -> Raw:
    """The matter of a station, with what comes of it."""
    values = {"place": station.place} if station.place else {}
    raw = Raw(station.line.strip(), station.line, [station.number], loose=True, values=values)
    for number, line in station.more:
        raw.text = joined(raw.text, line, clause=True)
        raw.lines.append(number)
    return raw


class _Rows:
    """The rows of stations of a walk: two that open as one at least, or one beside a matter with a mark.

    A line above that announces them (``情况跟您说下:``) is enough. One line that is none may stand
    between two; it stays in the body. ``sure`` counts what speaks for the row, as a promise below a matter does, and
    ``passed`` the lines between.
    """

    def __init__(
        self, walk: Gathered, community: Community, spaced: bool, days: bool, known: Collection[int] = ()
    ) -> None:
        self.walk, self.community, self.spaced, self.days = walk, community, spaced, days
        self.marked = {raw.lines[0] for raw in walk.issues}
        facts = (*walk.facts.values(), *walk.weak.values())
        self.no_station = walk.aside | {*known} | ({fact.line for fact in facts if fact.name != "time"} - self.marked)
        places = [n for n, line in walk.body.items() if len(line) <= LONGEST_PLACE and place_alone(line, community)]
        self.often = len(places) > 1 or any(self._heads_troubles(number) for number in places)
        self._begin(int(days))

    def _begin(self, sure: int) -> None:
        self.run: list[Station] = []
        self.sure, self.passed = sure, 0
        self.heading: str | None = None

    def _heads_troubles(self, number: int) -> bool:
        """Whether a house or gate alone on its line has two short lines of what is wrong right below it."""
        below = [self.walk.body.get(number + far, "") for far in (1, 2)]
        named = bool(_AT_A_HOUSE.match(aligned(self.walk.body[number]))) or self.walk.body[number].rstrip()[-1:] == "门"
        return named and all(0 < len(line.strip()) <= _LONGEST_BARE and complains(line) for line in below)

    def found(self) -> Iterator[list[Station]]:
        """Each row, in its order."""
        for number in sorted({*self.walk.body, *self.marked}):
            if number in self.marked:
                self.sure += 1
            else:
                yield from self._line(number, self.walk.body[number])
        yield from self._end()

    def _line(self, number: int, line: str) -> list[list[Station]]:
        """What a line of the body adds to the row; the row it ends, if it does."""
        if not line.strip():
            self.heading = self.heading if self.spaced else None
        elif place := self._heading_in(line):
            self.heading = place
        elif announces(line) and number not in self.walk.aside:
            return self._end(sure=2)
        else:
            return self._below(number, line)
        return []

    def _heading_in(self, line: str) -> str | None:
        """The place a line consists of, as a heading has it; without a mark where several lines are places alone."""
        if not self.often:
            return place_framed(line, self.community)
        return place_alone(line, self.community) or ground_alone(line) or None

    def _below(self, number: int, line: str) -> list[list[Station]]:
        station = None if number in self.no_station else _station(number, line, self.heading, self.community)
        if self.heading and self.run and _comes_of_it(number, line, self.run[-1]):
            self.run[-1] = replace(self.run[-1], more=(*self.run[-1].more, (number, line)))
            self.sure, self.passed = self.sure + 1, 0
        elif station:
            self.run.append(station)
            self.sure, self.passed = self.sure + station.opens, 0
        elif not (is_remark(line) or (self.run and self.sure and not self.passed)):
            return self._end()
        else:
            self.passed += not is_remark(line)
        return []

    def _end(self, sure: int | None = None) -> list[list[Station]]:
        """The row that is over, where it is one; what follows begins the next."""
        rows = [self.run] if _is_row(self.run, self.sure) else []
        self._begin(int(self.days) if sure is None else sure)
        return rows


_LONGEST_BARE = 14
"""Letters of a bare line below a house that is the only one alone on its line."""


def _comes_of_it(number: int, line: str, above: Station) -> bool:
    """Whether a line right below a matter names no trouble and only tells what is, or will be, done about that."""
    last = above.more[-1][0] if above.more else above.number
    return number == last + 1 and is_promise(line)


def _is_row(run: list[Station], sure: int) -> bool:
    """Whether lines are a row of stations: two of them open as such, or one at a house with more trouble beside it."""
    at_a_house = any(station.opens and _AT_A_HOUSE.match(aligned(station.line)) for station in run)
    return sure > 1 or (at_a_house and len(run) > 1)


def _stands_beside(raw: Raw, beside: Container[int]) -> bool:
    """Whether a matter is no item of a list: a door, or a station by its hour that is ticked besides."""
    return raw.number is None and (raw.lines[0] in beside or bool(compiled(_WHEN).match(aligned(raw.above))))


_AT_A_HOUSE = pattern(r"\D{0,8}?[0-9一二三四五六七八九十]{1,3}(?:号|栋|幢|#|座|单元|院|-)")


def _framed(number: int, line: str, community: Community) -> Station | None:
    """``<1号楼>大门门轴异响``: what stands behind a place in brackets is the matter there."""
    found = _FRAMED.match(aligned(line).lstrip())
    if found is None or found["place"] != find_place(found["place"], community):
        return None
    text = line.lstrip()[found.end() :]
    return Station(number, text, True, line.lstrip()[slice(*found.span("place"))]) if _WORDS.search(text) else None


def _station(number: int, line: str, heading: str | None, community: Community) -> Station | None:
    """The line as a station; ``None`` for a story, praise, a plan, a line that no place or trouble is in."""
    plain = aligned(line).strip()
    if len(plain) > LONGEST_WITH_WAY:
        return None
    if looked := _LOOKED_AT.match(plain):
        rest = _station(number, line.strip()[looked.end() :], heading, community)
        return rest and replace(rest, before=line.strip()[: looked.end()].rstrip(" ,，。"))
    if came := _CAME.match(plain):
        rest = _station(number, line.strip()[came.end() :], heading, community)
        return replace(rest, line=line.strip()) if rest and rest.opens else None
    if not number or len(plain) > LONGEST or is_remark(line) or _is_story(plain, heading) or plain.endswith(":"):
        return None
    if framed := _framed(number, line, community):
        return framed
    when = compiled(_WHEN).match(plain)
    joined_on = ALSO.match(plain)
    ticket = ticket_of(plain)
    text = plain[when.end() if when else ticket.end if ticket and ticket.named else 0 :]
    text = _SPOKEN_FIRST.sub("", text)
    place = find_place(text, community)
    if not (_WORDS.search(text) or (heading and complains(text))):
        return None
    at_start = bool(place and text.startswith(place) and any(c.isalnum() for c in text[len(place) :]))
    trouble = len(_HAN.findall(text)) > 2 and (complains(text) or is_settled(text) or asks_for(text))
    about = trouble or sounds_like_one(text, place)
    about = about or bool(heading and len(_HAN.findall(text)) >= _FEWEST_BELOW)
    opens = about and (at_start or bool(heading or when or joined_on))
    return (
        Station(number, line, opens, heading and place_within(heading, text, community)) if opens or trouble else None
    )


def without_hour(line: str) -> str:
    """A line without the hour it opens with."""
    found = compiled(_WHEN).match(aligned(line))
    return line[found.end() :] if found else line


def _is_story(plain: str, heading: str | None) -> bool:
    return bool((_STORY_BELOW if heading and complains(plain) else _STORY).search(plain))


def _tell_when(walk: Gathered, taken: list[Station]) -> None:
    """The walk's time by its first and its last station, where no header tells it."""
    numbers = {station.number for station in taken}
    if walk.weak.get("time") and walk.weak["time"].line in numbers:
        del walk.weak["time"]
    if "out" in walk.weak and "back" in walk.weak:
        return
    timed = {s.number: s.line for s in taken}
    if sum(bool(_clocks(line)) for line in timed.values()) > 1:
        timed |= {n: line for n, line in walk.body.items() if len(line) <= LONGEST}
    clocks = [(n, clock) for n in sorted(timed) for clock in _clocks(timed[n])]
    if len({number for number, _ in clocks}) < 2 or "time" in walk.facts:
        return
    span = read_span(f"{clocks[0][1]}-{clocks[-1][1]}")
    if span and _minutes(span) >= _SHORTEST_SPAN:
        walk.weak.setdefault("time", Fact("time", span, f"{clocks[0][1]}…{clocks[-1][1]}", clocks[0][0], False))


def _clocks(line: str) -> list[str]:
    found = compiled(_WHEN).match(aligned(line))
    return [m[0] for m in re.finditer(CLOCK, found["when"])] if found else []


def _minutes(span: str) -> int:
    begin, end = ([int(n) for n in clock.split(":")] for clock in span.split("-"))
    return (end[0] - begin[0]) * 60 + end[1] - begin[1]
