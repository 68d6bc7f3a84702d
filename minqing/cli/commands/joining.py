"""A walk that is added to the one its day has already: what of it goes into the header, and what into the body."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from minqing.cli.commands.entries import FACTS, fact_text
from minqing.domain.model import Entry
from minqing.domain.values import dataclass
from minqing.messages import say


@dataclass(frozen=True, slots=True)
class Joined:
    """``facts`` that the entry does not have yet, by key; ``beside``: the keys of what it says differently."""

    facts: Mapping[str, object]
    beside: tuple[str, ...]


def joined(there: Entry, more: Entry) -> Joined:
    """How the facts of ``more`` go into ``there``: nothing that stands there changes, names join.

    Kilometres belong to their steps: beside other steps they would make a pair that nobody walked.
    """
    facts: dict[str, object] = {}
    beside: list[str] = []
    for name in FACTS:
        old, value = getattr(there, name), getattr(more, name)
        if isinstance(value, tuple):
            value = tuple(one for one in dict.fromkeys(value) if one not in old)
        if value in (None, ()) or value == old:
            continue
        if isinstance(value, tuple) or (old is None and not (name == "km" and "steps" in beside)):
            facts[name] = value
        else:
            beside.append(name)
    return Joined(facts, tuple(beside))


def in_the_body(more: Entry, beside: tuple[str, ...]) -> str:
    """What is said differently, as one line of text; nothing where nothing is."""
    said = [f"{say(f'show.{name}')} {fact_text(getattr(more, name))}" for name in beside]
    return say("asking.also", facts=",".join(said)) if said else ""


def left_standing(there: Entry, more: Entry, beside: tuple[str, ...]) -> Iterator[str]:
    """A sentence for each fact that stays as the entry has it."""
    for name in beside:
        old, value = getattr(there, name), fact_text(getattr(more, name))
        key = "asking.beside-steps" if old is None else "asking.stands"
        yield say(key, name=say(f"show.{name}"), there=old, value=value)
