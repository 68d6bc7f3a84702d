"""An entry as it is shown, and in a few words; nothing of how one is made."""

from __future__ import annotations

from minqing.domain.model import Entry
from minqing.messages import say
from minqing.reports.document import Block, Heading, Line

FACTS = ("time", "weather", "route", "steps", "km", "walkers", "companions", "visits", "cleaned")
"""What is shown of an entry, where it is known, in this order."""


def fact_text(value: object) -> str:
    """The value of a fact as it is shown."""
    return "、".join(value) if isinstance(value, tuple) else str(value)


def entry_subject(entry: Entry) -> str:
    """An entry in a few words: day, kind, steps, kilometres, number of issues."""
    parts = [entry.date.isoformat(), say(f"words.{entry.kind}")]
    if entry.steps is not None:
        parts.append(say("log.steps", steps=entry.steps))
    if entry.km is not None:
        parts.append(say("log.km", km=entry.km))
    parts.append(say("log.issues", count=len(entry.issues)))
    return " ".join(parts)


def walk_lines(entry: Entry) -> list[Block]:
    """An entry as it is shown: its day and kind, its facts, its body."""
    weekday = say(f"words.weekday-{entry.date.weekday()}")
    blocks: list[Block] = [Heading(f"{entry.date} {weekday}  {say(f'words.{entry.kind}')}")]
    for name in FACTS:
        value = getattr(entry, name)
        if value not in (None, ()):
            blocks.append(Line(say("show.fact", name=say(f"show.{name}"), value=fact_text(value)), indent=2))
    if entry.path:
        blocks.append(Line(entry.path, "dim", 2))
    body = entry.body.strip("\r\n")
    return [*blocks, *([Line("")] if body else []), *(Line(t) for t in body.splitlines())]
