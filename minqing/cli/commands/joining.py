"""A walk that is added to the one its day has already: what of it goes into the header, and what into the body."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from minqing.cli.commands.entries import Draft
from minqing.cli.commands.entry_shown import FACTS, fact_text
from minqing.cli.context import Context
from minqing.domain.model import Entry
from minqing.domain.values import dataclass
from minqing.messages import say
from minqing.reports.document import Block, Line


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


def addition_lines(context: Context, draft: Draft) -> list[Block]:
    """What of a walk would come into the header of the entry it is added to, what beside it into the body."""
    there, more = _there(context, draft), would_be(context, draft)
    new = joined(there, more)
    blocks: list[Block] = [Line(""), Line(say("log.adds-to", path=draft.into))]
    if new.facts:
        facts = ",".join(f"{say(f'show.{name}')} {fact_text(value)}" for name, value in new.facts.items())
        blocks.append(Line(say("log.adds-header", facts=facts), indent=2))
    blocks += [Line(sentence, indent=2) for sentence in left_standing(there, more, new.beside)]
    if also := in_the_body(more, new.beside):
        blocks.append(Line(say("log.adds-body", text=also), indent=2))
    if draft.entry.body.strip():
        count = len([line for line in draft.entry.body.splitlines() if line.strip()])
        blocks.append(Line(say("log.adds-lines", count=count), indent=2))
    return blocks


def addition_dict(context: Context, draft: Draft) -> dict[str, object]:
    """The same for programs: the entry, the facts that come into its header, those that go into its body."""
    new = joined(_there(context, draft), would_be(context, draft))
    return {"into": draft.into, "into_header": list(new.facts), "into_body": list(new.beside)}


def would_be(context: Context, draft: Draft) -> Entry:
    """A draft's entry as it would be written, or added to the one that is there."""
    return draft.added_to(_there(context, draft)) if draft.into else draft.entry


def _there(context: Context, draft: Draft) -> Entry:
    """The entry a walk is added to, as it stands."""
    from minqing.workspace.load import read_one

    return read_one(context.workspace, draft.into or "").entry or Entry(draft.entry.date)


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
