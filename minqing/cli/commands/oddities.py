"""What is odd in a walk that is written without asking: said on stderr, so that a slip shows at once."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta

from minqing.cli.commands.entries import Draft
from minqing.cli.commands.walk_facts import is_odd_time
from minqing.cli.context import Context
from minqing.domain.errors import MISUSE, MinqingError
from minqing.domain.patterns import pattern
from minqing.messages import say
from minqing.text.normal import half_width

MANY = 40
"""Issues of one walk from which on they are to be looked at again: more than a morning has minutes for."""

LONG_AGO = timedelta(days=300)
"""A day without a year that is read as so long ago was perhaps one to come."""

STRIDES = (0.3, 1.3)
"""Metres a step between which steps and kilometres fit each other."""

_WORDS = pattern(r"[\u4e00-\u9fff]{2}|[^\W\d_]{4}")
"""The least that a body holds which says anything."""


def oddities(context: Context, draft: Draft) -> Iterator[str]:
    """Sentences on what can hardly be meant; the walk is written all the same."""
    entry = draft.entry
    if entry.steps == 0:
        yield say("log.no-steps")
    if entry.steps and entry.km is not None and not STRIDES[0] <= float(entry.km) * 1000 / entry.steps <= STRIDES[1]:
        yield say("log.odd-pair", steps=entry.steps, km=entry.km)
    if entry.time and is_odd_time(entry.time):
        yield say("log.odd-time", time=entry.time, day=entry.date)
    if len(draft.told) >= MANY:
        yield say("log.many-issues", count=len(draft.told))
    if draft.notes is None:
        return
    from minqing.classify.notes.unmarked import unmarked_matters

    yield from unread_lengths(draft)
    yield from second_values(context, draft)
    if draft.notes.date == entry.date and context.today - entry.date > LONG_AGO:
        yield say("log.long-ago", day=entry.date)
    if doubted := [told for told in draft.told if told.doubted]:
        yield say("log.doubted", count=len(doubted), first=doubted[0].title)
    if lines := unmarked_matters(draft.notes, context.today, context.workspace.community):
        yield say("log.unmarked", count=len(lines), first=lines[0])
    elif not draft.told and _WORDS.search(entry.body):
        yield say("log.no-matter-found")
    if not draft.notes.weekday_fits:
        yield say("log.weekday", day=entry.date, weekday=say(f"words.weekday-{entry.date.weekday()}"))


def unread_lengths(draft: Draft) -> Iterator[str]:
    """Sentences on steps and kilometres that no walk has: they stay in the text, where nobody would look for them."""
    from minqing.classify.notes.header.beyond import beyond_a_walk

    for name, told in beyond_a_walk(draft.entry.body):
        if getattr(draft.as_told, name) is None:
            yield say(f"log.{name}-unread", told=told)


_LINES_LOOKED_AT = 200


def second_values(context: Context, draft: Draft) -> Iterator[str]:
    """A sentence on the first line of the text that tells another time, steps or kilometres than were taken."""
    from minqing.classify.notes.header.headers import ONE_OF_EACH, read_header
    from minqing.classify.notes.paste import surroundings

    around = surroundings(context.today, context.workspace.community)
    for line in draft.entry.body.splitlines()[:_LINES_LOOKED_AT]:
        header = read_header(line, around)
        if header is None or not header.whole:
            continue
        for fact in header.facts:
            taken = getattr(draft.as_told, fact.name) if fact.name in ONE_OF_EACH else None
            if taken is not None and taken != fact.value:
                yield say("log.second-value", told=fact.text, taken=taken)
                return


_NUMBER = "[0-9〇一二三四五六七八九十]{1,4}"
_LIKE_A_DATE = pattern(rf"\s*(?:{_NUMBER}年)?{_NUMBER}月{_NUMBER}[日号]|\s*\d{{4}}[-/.]\d{{1,2}}[-/.]\d{{1,2}}")


def unread_date(notes: str) -> MinqingError | None:
    """What is wrong with the first line of notes that name no day, where it begins like a date and is none."""
    first = next((line for line in notes.splitlines() if line.strip()), "")
    found = _LIKE_A_DATE.match(half_width(first))
    return MinqingError("log.date-unread", MISUSE, text=found[0].strip(), line=first.strip()) if found else None
