"""Writing a new entry: its number, its file, its commit."""

from __future__ import annotations

from datetime import date

from minqing.cli.commands.common import category_names, first_free_number
from minqing.cli.commands.composing import Told, issue_from
from minqing.cli.context import Context
from minqing.domain.errors import MISUSE, MinqingError
from minqing.domain.model import Entry, Issue, Progress
from minqing.domain.values import dataclass, replace
from minqing.history.change import Change, Outcome, Write, carry_out
from minqing.messages import say, speaking
from minqing.reports.document import Block, Heading, Line
from minqing.text.normal import one_line


@dataclass(frozen=True, slots=True)
class Draft:
    """A walk before it is written: the entry without issues, and what was said of each.

    ``into`` is the path of that day's entry to which issues and body are added; without it a new one is made.
    """

    entry: Entry
    told: tuple[Told, ...] = ()
    into: str | None = None


def write_entry(context: Context, draft: Draft, *, anyway: bool) -> tuple[Entry, Outcome]:
    """Write a walk and commit it; the second walk of a day gets a file of its own.

    Matters that are notes to open issues become those issues' lines in the same commit. Without ``anyway`` a walk
    that stands there to the letter is refused (``MinqingError``): it was logged twice.
    """
    workspace = context.workspace
    written: list[Entry] = []

    def plan() -> Change:
        if not anyway:
            _refuse_repeated(context, draft)
        entry, raw = _added(context, draft) if draft.into else _made(context, draft)
        written[:] = [entry]
        pages = {entry.path: raw}
        followed = [_note(context, pages, told, draft.entry.date) for told in draft.told if told.follows]
        with speaking(context.file_language):
            subject = f"{say('log.logged')} {entry_subject(entry)}"
        writes = tuple(Write(path, new) for path, new in pages.items())
        return Change("log", subject, writes, (*followed, *(i.id for i in entry.issues)))

    outcome = carry_out(workspace, plan)
    if not draft.into and not written[0].path.endswith(f"{written[0].date}.md"):
        context.screen.message(say("log.is-second", path=written[0].path))
    return written[0], outcome


def _issues(context: Context, draft: Draft) -> tuple[Issue, ...]:
    """The new issues of a draft with their numbers; matters that are notes to others are none."""
    day, kind = draft.entry.date, draft.entry.kind
    new = [told for told in draft.told if not told.follows]
    first = first_free_number(context, day, len(new))
    return tuple(issue_from(context, t, day, first + n, kind) for n, t in enumerate(new))


def _made(context: Context, draft: Draft) -> tuple[Entry, bytes]:
    from minqing.text.write import new_entry

    path = new_path(context, draft.entry.date, draft.entry.kind)
    entry = replace(draft.entry, issues=_issues(context, draft), path=path)
    return entry, new_entry(entry, context.file_language, category_names(context))


def _added(context: Context, draft: Draft) -> tuple[Entry, bytes]:
    """The day's entry with what is added to it; answers the added part as an entry of its own."""
    from minqing.text.body import add_remarks, sections_of
    from minqing.text.edit import add_issues
    from minqing.text.read import read_entry
    from minqing.text.vocabulary import category_words
    from minqing.workspace.load import read_one

    path, issues = draft.into or "", _issues(context, draft)
    reading, words = read_one(context.workspace, path), category_words(context.workspace.community)
    raw = add_issues(reading, issues, context.file_language, category_names(context), words)
    if draft.entry.body.strip():
        raw = add_remarks(read_entry(raw, path, words), sections_of(draft.entry.body), context.file_language, words)
    return replace(draft.entry, issues=issues, path=path), raw


def _note(context: Context, pages: dict[str, bytes], told: Told, day: date) -> str:
    """Put a matter into ``pages`` as a line of the issue it follows; answers that issue's id."""
    from minqing.text.edit import add_progress
    from minqing.text.naming import name_issue, typed_number
    from minqing.text.read import read_entry
    from minqing.text.vocabulary import category_words
    from minqing.workspace.load import read_one

    id = told.follows or ""
    state = name_issue(id, context.diary.numbered(typed_number(id) or 0, context.today), among="any")
    words = category_words(context.workspace.community)
    raw = pages.get(state.entry)
    reading = read_one(context.workspace, state.entry) if raw is None else read_entry(raw, state.entry, words)
    line = Progress(max(day, state.raised), "note", None, one_line(told.title))
    pages[state.entry] = add_progress(reading, state.id, [line], context.file_language, category_names(context), words)
    return state.id


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
