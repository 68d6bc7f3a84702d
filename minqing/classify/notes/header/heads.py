"""The first lines of a walk's notes, where facts stand between words of any kind: 周三11.18走A区 书记带队 小孟跟着.

Each piece between blanks, stops and brackets is asked by itself; the line stays in the body, and what a header says
elsewhere comes before it.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

from minqing.classify.notes.header.facts import DATE, WEEKDAY, Fact, Surroundings, read_date
from minqing.classify.notes.header.headers import read_header
from minqing.classify.sentence.people import people_of
from minqing.domain.patterns import pattern
from minqing.text.compiled import compiled
from minqing.text.normal import aligned

LONGEST = 60
"""Letters of a line that can be a head; a longer one is a text."""

_PIECE = pattern(r"[^\s,。;:!?()\[\]【】|/<>《》]+")
_OF_A_WALK = pattern("走|巡|访|转|日记|日志|记录|通报|汇报|夜查|值班")
_ALONG = pattern(r"(?:带队|牵头|领着|跟着|陪着?|一起走?的?|一道|同去|同行|参加|都在|我们?[几两二三四五]个?人?)$")
_HALF = "(?:[上下中]午|早上|晚上|晚|早)?"
_FROM = rf"(?P<weekday>{WEEKDAY})?(?P<day>{DATE})?(?={_HALF}(?:例行|集中|入户|社区)?[走巡转访夜记汇通])"
_RECENT = timedelta(days=45)
_TAKEN = ("date", "weekday", "weather", "steps", "km", "time")


def head_facts(line: str, around: Surroundings, number: int) -> Iterator[Fact]:
    """The facts of a line that speaks of a walk or names a day; none of any other line."""
    plain = aligned(line)
    if len(plain) > LONGEST or not (_OF_A_WALK.search(plain) or compiled(DATE).search(plain)):
        return
    if len(compiled(DATE).findall(plain)) > 1:
        return
    yield from _row_of_names(plain, line, around, number)
    for piece in _PIECE.finditer(plain):
        words = line[slice(*piece.span())]
        header = read_header(words, around, number)
        if header and header.whole:
            yield from (_weak(f, number) for f in header.facts if f.name in _TAKEN and _is_recent(f.value, around))
            continue
        yield from _day_before_words(piece[0], around, number)
        along = _ALONG.sub("", words)
        names = people_of(along, around.people)
        signs = piece.end() == len(plain.rstrip()) and compiled(DATE).search(plain)
        if names and (len(names) > 1 or along != words or signs):
            yield Fact("walkers", names, words, number, False)


def _row_of_names(plain: str, line: str, around: Surroundings, number: int) -> Iterator[Fact]:
    """Names side by side, a piece each, before or behind other words: 张主任 小雷 走家属院, 4100步."""
    row: list[str] = []
    for words in [*(line[slice(*piece.span())] for piece in _PIECE.finditer(plain)), ""]:
        names = people_of(words, around.people) if words else ()
        if len(names) == 1:
            row += names
            continue
        if len(row) > 1:
            yield Fact("walkers", tuple(row), " ".join(row), number, False)
        row = []


def _weak(fact: Fact, number: int) -> Fact:
    return Fact(fact.name, fact.value, fact.text, number, False)


def _is_recent(value: object, around: Surroundings) -> bool:
    return not isinstance(value, date) or around.today - _RECENT <= value <= around.today


def _day_before_words(plain: str, around: Surroundings, number: int) -> Iterator[Fact]:
    """11.16走访, 周三11.18走A: the day that a word of walking stands behind."""
    found = compiled(_FROM).match(plain)
    if found is None or not found[0]:
        return
    day = read_date(found["day"], around) if found["day"] else None
    if day and _is_recent(day, around):
        yield Fact("date", day, found["day"], number, False)
    elif found["weekday"] and not found["day"]:
        yield Fact("weekday", found["weekday"], found["weekday"], number, False)
