"""A line of facts of a walk: what it tells, and whether it begins the next walk."""

from __future__ import annotations

import re
from typing import Literal

from minqing.classify.notes.gathered import fits, settled_day
from minqing.classify.notes.header.facts import STRONG, Fact
from minqing.classify.notes.header.headers import ONE_OF_EACH, Header, label_at, read_header
from minqing.classify.notes.header.prose import one_end
from minqing.classify.notes.header.written_days import HEAD_LINES, walked_on
from minqing.classify.notes.reading import Reading, indented
from minqing.classify.sentence.corrections import corrected
from minqing.classify.sentence.endings import is_settled
from minqing.classify.sentence.markers import Marker, issue_marker
from minqing.classify.sentence.places import find_place
from minqing.classify.sentence.remarks import complains, wishes
from minqing.domain.patterns import pattern
from minqing.domain.values import replace
from minqing.text.normal import aligned


def of_facts(reading: Reading, number: int, line: str) -> bool:
    """A line of facts, with a bullet or number before them or without; one that corrects itself stays in the body."""
    typed, line = line, corrected(line)
    marker = issue_marker(line, reading.expected)
    header = read_header(line, reading.around, number) if marker is None or marker.style in ("dot", "sub") else None
    if marker and not (header and header.whole and any(fact.name == "date" for fact in header.facts)):
        header = read_header(line[marker.length :], reading.around, number)
    if header is None or not _believed(reading, header, marker, line):
        return False
    reading.settle_doubt()
    header = _of_that_day(reading, header)
    if _only_today(reading) and any(fact.name == "date" for fact in header.facts):
        _untell_today(reading)
    against = reading.walk.contradicts(header.facts)
    begins = _begins(reading, header, against)
    if begins:
        reading.next_walk(number, same_day=begins == "half")
    elif against:
        return header.whole and against.name in ONE_OF_EACH and _keep_second(reading, number, typed)
    reading.open = None
    reading.walk.take(header.facts)
    if not header.whole or line != typed or not _weekday_fits(reading):
        reading.walk.body[number] = typed
        reading.walk.mention(fact for fact in one_end(aligned(line[:_LONGEST_END]), number))
    return True


def _keep_second(reading: Reading, number: int, line: str) -> bool:
    """Keep a line that tells another length than was told before; it goes on with no matter above it."""
    reading.open, reading.walk.body[number] = None, line
    return True


_LONGEST_END = 100
"""Letters of a line of facts within which one end of the walk is told: 10:40 回 3900步."""


def _begins(reading: Reading, header: Header, against: Fact | None) -> Literal["day", "half"] | None:
    """Whether a line of facts begins the next walk: of another day, or of the other half of this one."""
    if not reading.walk.has_content or _only_today(reading):
        return None
    dated = next((fact for fact in header.facts if fact.name == "date"), None)
    if dated and "date" not in reading.walk.facts and _told_of(reading, dated):
        return "day"
    if against and dated and against.name in ("date", "weekday", "time", "steps"):
        return "day"
    if against and against.name == "weekday" and _heads_a_weekday(reading, header):
        return "day"
    session = against is not None and against.name == "time" and (_is_session(header) or _is_later(reading, header))
    return "half" if session or _other_half(reading, header) else None


def _of_that_day(reading: Reading, header: Header) -> Header:
    """A header without its 今天 where the notes are of a day written out and tell no matter yet: it is that day."""
    day = reading.walk.facts.get("date")
    today = next((fact for fact in header.facts if fact.name == "date" and _says_today(fact)), None)
    if today is None or day is None or _says_today(day) or reading.walk.issues:
        return header
    return replace(header, facts=tuple(fact for fact in header.facts if fact is not today), whole=False)


def _says_today(day: Fact) -> bool:
    """Whether a day is told by the word for it alone: 今天, 今早; that is the day of the notes."""
    return bool(_TODAY.match(day.text))


_TODAY = pattern("今[天日儿早晨朝]")


def _heads_a_weekday(reading: Reading, header: Header) -> bool:
    """Whether a line begins with the weekday of another walk: 周三 below the matters of 周一, without a date."""
    return (
        header.facts[0].name == "weekday"
        and "date" not in reading.walk.facts
        and reading.walk.facts.get("weekday") is not None
        and reading.walk.has_content
    )


def _told_of(reading: Reading, dated: Fact) -> bool:
    """Whether the lines above tell of a walk on another written day: 11月16号走了一圈 above 11月18日 晴."""
    lines = [(n, reading.lines[n - 1]) for n in sorted(reading.walk.body) if reading.walk.body[n].strip()]
    days = {fact.value for n, line in lines[:HEAD_LINES] for fact in walked_on(line, n, reading.around)}
    return bool(days) and dated.value not in days


_SAID_WITH_A_DAY = frozenset({"date", "weekday", "weather", "title", "walkers"})


def _only_today(reading: Reading) -> bool:
    """Whether all above is of the kind of 今天 晴: a day written below it says which day that was."""
    walk = reading.walk
    day = walk.facts.get("date")
    told = any(line.strip() for line in walk.body.values()) or walk.issues
    return bool(day and _says_today(day) and not told and _SAID_WITH_A_DAY.issuperset(walk.facts))


def _untell_today(reading: Reading) -> None:
    """今天 above a day written out: the line goes to the body, the day is the written one."""
    today = reading.walk.facts.pop("date")
    reading.walk.told.remove(today)
    reading.walk.body.setdefault(today.line, reading.lines[today.line - 1])


def _other_half(reading: Reading, header: Header) -> bool:
    """Whether the line names the afternoon below a morning: 11.16 下午 below 11.16 上午."""
    known = reading.walk.facts.get("half-day")
    half = next((fact for fact in header.facts if fact.name == "half-day"), None)
    return bool(known and half and known.value != half.value)


def _is_later(reading: Reading, header: Header) -> bool:
    """Whether a line with a length and hours after those above tells of another round: 14:00-15:30 3000步."""
    told = {fact.name: fact.value for fact in header.facts}
    before = reading.walk.fact("time")
    return bool({"steps", "km"} & {*told}) and str(told.get("time", ""))[:5] >= str(before)[-5:]


def _is_session(header: Header) -> bool:
    """Whether the line opens the other half of the day: 下午 14:00-16:10."""
    return header.facts[0].name == "half-day" or aligned(header.facts[0].text).startswith(("上午", "下午", "晚"))


def _believed(reading: Reading, header: Header, marker: Marker | None, line: str) -> bool:
    """Whether the line is made of facts alone (some of which may say more than their value)."""
    read = sum(len(fact.text) for fact in header.facts)
    several = header.passed > 0 and sum(f.name in STRONG for f in header.facts) > 1
    letters = len(re.sub(r"[\W_]", "", line[marker.length if marker else 0 :]))
    alone = header.whole or read + (header.passed if several else 0) >= letters
    alone = alone or _is_day_and_a_word(reading, header, line)
    named = any(f.name in STRONG for f in header.facts)
    if reading.open and not named and not reading.blank and not indented(line):
        halved = header.facts[0].name == "half-day" and not _DAY_LACKS_ITS_HALF.search(aligned(reading.open.above))
        opens = halved or header.facts[0].name in ("weather", "route", "cleaned") or _heads_a_weekday(reading, header)
        return alone and opens
    labelled = marker is not None and label_at(aligned(line), marker.length) is not None
    return alone and (marker is None or named or labelled or marker.number is None or reading.sort == "aside")


_DAY_LACKS_ITS_HALF = pattern(r"(?:[今明后昨前]天|[周期拜][一二三四五六日天]|[日号]|[,、;:])\s*$")
"""The end of a line that 下午 on the next one goes on with: 物业说明天 / 下午."""


_MEASURES = frozenset({"weather", "steps", "km"})
_LONGEST_WORD = 10
"""Letters behind the facts of a day that are of no kind a header has: 我一个人, 老样子."""


def _is_day_and_a_word(reading: Reading, header: Header, line: str) -> bool:
    """Whether a line opens with a day and how long or in what weather, and ends in a word that tells no matter."""
    named = {fact.name for fact in header.facts}
    if header.facts[0].name != "date" or not named & _MEASURES or header.passed:
        return False
    last = header.facts[-1].text
    tail = line[line.rfind(last) + len(last) :].strip(" ,，、。;；")
    tells = complains(tail) or is_settled(tail) or wishes(tail) or find_place(tail, reading.community)
    return 0 < len(tail) <= _LONGEST_WORD and not tells


def _weekday_fits(reading: Reading) -> bool:
    day, weekday = settled_day(reading.walk, reading.around.today), reading.walk.facts.get("weekday")
    if not reading.walk.weekday_fits or day is None or weekday is None:
        return True
    reading.walk.weekday_fits = fits(day, str(weekday.value))
    return reading.walk.weekday_fits
