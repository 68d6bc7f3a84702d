"""Writing a new entry: its number, its file, its commit."""

from __future__ import annotations

from datetime import date

from minqing.cli.commands.common import category_names, first_free_number
from minqing.cli.commands.composing import Told, issue_from
from minqing.cli.context import Context
from minqing.domain.errors import MISUSE, MinqingError
from minqing.domain.model import Entry
from minqing.domain.values import dataclass, replace
from minqing.history.change import Change, Outcome, Write, carry_out
from minqing.messages import say, speaking
from minqing.reports.document import Block, Heading, Line


@dataclass(frozen=True, slots=True)
class Draft:
    """A walk before it is written: the entry without issues, and what was said of each."""

    entry: Entry
    told: tuple[Told, ...] = ()


def write_entry(context: Context, draft: Draft, *, anyway: bool) -> tuple[Entry, Outcome]:
    """Write a new entry and commit it; the second walk of a day gets a file of its own.

    Without ``anyway`` a walk that stands there to the letter is refused (``MinqingError``): it was logged twice.
    """
    from minqing.text.write import new_entry

    workspace = context.workspace
    written: list[Entry] = []

    def plan() -> Change:
        day, kind = draft.entry.date, draft.entry.kind
        if not anyway:
            _refuse_repeated(context, draft)
        first = first_free_number(context, day, len(draft.told))
        issues = tuple(issue_from(context, t, day, first + n, kind) for n, t in enumerate(draft.told))
        path = new_path(context, day, kind)
        entry = replace(draft.entry, issues=issues, path=path)
        written[:] = [entry]
        new = new_entry(entry, context.file_language, category_names(context))
        with speaking(context.file_language):
            subject = f"{say('log.logged')} {entry_subject(entry)}"
        return Change("log", subject, (Write(path, new),), tuple(i.id for i in issues))

    outcome = carry_out(workspace, plan)
    if not written[0].path.endswith(f"{written[0].date}.md"):
        context.screen.message(say("log.is-second", path=written[0].path))
    return written[0], outcome


def new_path(context: Context, day: date, kind: str) -> str:
    """The file a new entry of a day becomes; the second one of a kind gets a number."""
    from minqing.workspace.load import entry_path_for, existing_entry

    root = context.workspace.root
    return entry_path_for(root, day, kind, second=existing_entry(root, day, kind) is not None)


def _refuse_repeated(context: Context, draft: Draft) -> None:
    """Refuse a walk whose facts and matters all stand in an entry of that day already."""
    from minqing.workspace.load import load_diary

    titles = [told.title for told in draft.told]
    for entry in load_diary(context.workspace).entries:
        if entry.date != draft.entry.date or entry.kind != draft.entry.kind:
            continue
        same_facts = replace(entry, issues=()) == replace(draft.entry, issues=())
        if same_facts and [i.title for i in entry.issues] == titles and _body(entry) == _body(draft.entry):
            raise MinqingError("log.repeated", MISUSE, path=entry.path)


def _body(entry: Entry) -> str:
    return entry.body.replace("\r\n", "\n").strip("\n")


def entry_subject(entry: Entry) -> str:
    """An entry in a few words: day, kind, steps, kilometres, number of issues."""
    parts = [entry.date.isoformat(), say(f"words.{entry.kind}")]
    if entry.steps is not None:
        parts.append(say("log.steps", steps=entry.steps))
    if entry.km is not None:
        parts.append(say("log.km", km=entry.km))
    parts.append(say("log.issues", count=len(entry.issues)))
    return " ".join(parts)


FACTS = ("time", "weather", "route", "steps", "km", "walkers", "companions", "visits", "cleaned")
"""What is shown of an entry, where it is known, in this order."""


def walk_lines(entry: Entry) -> list[Block]:
    """An entry as it is shown: its day and kind, its facts, its body."""
    weekday = say(f"words.weekday-{entry.date.weekday()}")
    blocks: list[Block] = [Heading(f"{entry.date} {weekday}  {say(f'words.{entry.kind}')}")]
    for name in FACTS:
        value = getattr(entry, name)
        if value not in (None, ()):
            text = "、".join(value) if isinstance(value, tuple) else str(value)
            blocks.append(Line(say("show.fact", name=say(f"show.{name}"), value=text), indent=2))
    if entry.path:
        blocks.append(Line(entry.path, "dim", 2))
    body = entry.body.strip("\r\n")
    return [*blocks, *([Line("")] if body else []), *(Line(t) for t in body.splitlines())]
