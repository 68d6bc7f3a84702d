"""Writing a new entry: its number, its file, its commit."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from datetime import date
from typing import TYPE_CHECKING, Any

from minqing.cli.commands.common import category_names, first_free_number
from minqing.cli.commands.composing import Told, issues_from
from minqing.cli.commands.entry_shown import FACTS, entry_subject, fact_text
from minqing.cli.context import Context
from minqing.cli.withheld import carry
from minqing.domain.errors import DIARY, MISUSE, MinqingError
from minqing.domain.fold import IssueState
from minqing.domain.model import Entry, Issue, Progress
from minqing.domain.values import dataclass, replace
from minqing.history.change import Change, Outcome, Write
from minqing.messages import say, speaking
from minqing.text.normal import one_line

if TYPE_CHECKING:
    from minqing.classify.notes.paste import Notes
    from minqing.cli.lengths import Reckoned
    from minqing.text.read import Reading


@dataclass(frozen=True, slots=True)
class Draft:
    """A walk before it is written: the entry without issues, and what was said of each.

    ``into`` is the path of that day's entry to which issues and body are added; without it a new one is made.
    ``notes`` is what pasted notes said, with the line each fact came from; ``reckoned`` the fact that nobody told.
    """

    entry: Entry
    told: tuple[Told, ...] = ()
    into: str | None = None
    notes: Notes | None = None
    reckoned: Reckoned | None = None

    @property
    def untold(self) -> dict[str, Any]:
        """What was only reckoned, as nothing: it is another value once the diary has measured more walks."""
        return {self.reckoned.name: None} if self.reckoned else {}

    @property
    def as_told(self) -> Entry:
        """The entry without what was only reckoned."""
        return replace(self.entry, **self.untold)

    def added_to(self, there: Entry) -> Entry:
        """The entry as it would be added to ``there``: nothing reckoned beside a length that stands there."""
        return self.entry if (there.steps, there.km) == (None, None) else self.as_told


def write_entry(context: Context, draft: Draft, *, anyway: bool) -> tuple[Entry, Outcome]:
    """Write a walk and commit it; the second walk of a day gets a file of its own.

    Matters that are notes to open issues become those issues' lines in the same commit. Without ``anyway`` a walk
    that stands there to the letter is refused (``MinqingError``): it was logged twice.
    """
    entries, outcome = write_entries(context, [draft], anyway=anyway)
    return entries[0], outcome


def write_entries(
    context: Context, drafts: Sequence[Draft], *, anyway: bool, asked: str | None = None
) -> tuple[list[Entry], Outcome]:
    """Write the walks of one paste, all of them in one commit or none; see ``write_entry``.

    ``asked`` is the digest of what was typed, by which the same is known that is typed again.
    """
    last: list[_Planned] = []

    def plan() -> Change:
        last[:] = [_planned(context, drafts, anyway, asked)]
        return last[0].change

    outcome = carry(context, plan)
    written = last[0].entries
    for draft, entry in zip(drafts, written, strict=True):
        if not draft.into and _is_second(entry):
            context.screen.message(say("log.is-second", path=entry.path))
            _tell_how_to_put_right(context, draft)
    tell_reckoned(context, zip(drafts, written, strict=True))
    for sentence in last[0].standing:
        context.screen.message(sentence)
    return written, outcome


def rehearse_entries(context: Context, drafts: Sequence[Draft]) -> None:
    """Raise what ``write_entries`` would refuse (``MinqingError``), with nothing written."""
    from minqing.cli.withheld import rehearse

    rehearse(context, lambda: _planned(context, drafts, anyway=False).change)


@dataclass(frozen=True, slots=True)
class _Planned:
    """The walks of one commit, and the sentences on facts that stay as they were."""

    change: Change
    entries: list[Entry]
    standing: list[str]


def _planned(context: Context, drafts: Sequence[Draft], anyway: bool, asked: str | None = None) -> _Planned:
    """The walks as they would be written now."""
    written: list[Entry] = []
    standing: list[str] = []
    pages: dict[str, bytes] = {}
    followed: list[str] = []
    for draft in drafts:
        if not anyway:
            _refuse_repeated(context, draft)
        if draft.into:
            entry, raw, stands = _added(context, draft, written, pages)
            standing.extend(stands)
        else:
            entry, raw = _made(context, draft, written)
        written.append(entry)
        pages[entry.path] = raw
        followed += [_note(context, pages, told, draft.entry.date) for told in draft.told if told.follows]
    with speaking(context.file_language):
        subject = f"{say('log.logged')} {'; '.join(map(entry_subject, written))}"
    writes = tuple(Write(path, new) for path, new in pages.items())
    ids = (*followed, *(i.id for entry in written for i in entry.issues))
    return _Planned(Change("log", subject, writes, ids, asked=asked), written, standing)


def _tell_how_to_put_right(context: Context, draft: Draft) -> None:
    """A second walk of nothing but facts was rather meant to put the first one right: say how that is typed."""
    facts = [(name, getattr(draft.as_told, name)) for name in FACTS]
    told = [f"{say(f'show.{name}')} {fact_text(value)}" for name, value in facts if value not in (None, ())]
    if told and not draft.told and not draft.entry.body.strip():
        context.screen.message(say("correcting.tip", day=draft.entry.date, facts=" ".join(told)))


def tell_reckoned(context: Context, walks: Iterable[tuple[Draft, Entry]]) -> None:
    """Say which steps or kilometres were reckoned, of walks and what was (or would be) written of them.

    Of several walks it is said which day's they are.
    """
    pairs = list(walks)
    for draft, entry in pairs:
        if draft.reckoned and getattr(entry, draft.reckoned.name) is not None:
            told = draft.reckoned.said(entry)
            context.screen.message(say("asking.reckoned-on", day=entry.date, told=told) if len(pairs) > 1 else told)


def _is_second(entry: Entry) -> bool:
    """Whether a new entry is not the first one of its day and kind, by the name it got."""
    from minqing.workspace.names import entry_name

    name = entry_name(entry.path.rpartition("/")[2])
    return name is not None and name.number > 1


def _issues(context: Context, draft: Draft, before: Sequence[Entry]) -> tuple[Issue, ...]:
    """The new issues of a draft with their numbers, after those of the same commit; notes to others are none."""
    day, kind = draft.entry.date, draft.entry.kind
    new = [told for told in draft.told if not told.follows]
    ahead = sum(len(entry.issues) for entry in before if entry.date == day)
    first = first_free_number(context, day, ahead + len(new)) + ahead
    return issues_from(context, new, day, first, kind)


def _made(context: Context, draft: Draft, before: Sequence[Entry]) -> tuple[Entry, bytes]:
    from minqing.text.write import new_entry

    path = _free_path(context, draft, {entry.path for entry in before})
    entry = replace(draft.entry, issues=_issues(context, draft, before), path=path)
    return entry, new_entry(entry, context.file_language, category_names(context))


def _free_path(context: Context, draft: Draft, taken: Collection[str]) -> str:
    """The file of a new entry, beside those of the same commit."""
    from minqing.domain.model import KINDS
    from minqing.workspace.names import EntryName

    day, kind = draft.entry.date, draft.entry.kind
    path, number = new_path(context, day, kind), 1
    while path in taken or (number > 1 and (context.root / path).exists()):
        number += 1
        path = EntryName(day, KINDS.index(kind), number).path
    return path


def _added(
    context: Context, draft: Draft, before: Sequence[Entry], pages: Mapping[str, bytes]
) -> tuple[Entry, bytes, list[str]]:
    """The day's entry with what is added to it; answers the added part as an entry of its own, too.

    Facts that the entry has not come into its header; what it says differently stays, the other goes into the body,
    and the sentences that say so are answered. ``pages`` holds what the same commit writes besides.
    """
    from minqing.cli.commands.joining import in_the_body, joined, left_standing
    from minqing.text.body import add_remarks, sections_of
    from minqing.text.edit import add_facts, add_issues
    from minqing.text.read import read_entry
    from minqing.text.vocabulary import category_words

    path, issues = draft.into or "", _issues(context, draft, before)
    reading, words = _page(context, pages, path), category_words(context.workspace.community)
    language, names = context.file_language, category_names(context)
    raw = add_issues(reading, issues, language, names, words)
    there = reading.entry or Entry(draft.entry.date)
    more = draft.added_to(there)
    new = joined(there, more)
    raw = add_facts(read_entry(raw, path, words), new.facts, language, names, words) if new.facts else raw
    remarks = sections_of(more.body)
    with speaking(language):
        also = in_the_body(more, new.beside)
    remarks[""] = "\n".join(filter(None, (remarks.get("", "").rstrip(), also)))
    if any(remarks.values()):
        raw = add_remarks(read_entry(raw, path, words), remarks, language, words)
    added: dict[str, Any] = dict.fromkeys(new.beside)
    stands = list(left_standing(there, more, new.beside))
    if not (issues or new.facts or any(remarks.values())):
        stands = [say("editor.unchanged", path=path)]
    return replace(more, **added, issues=issues, path=path), raw, stands


def _page(context: Context, pages: Mapping[str, bytes], path: str) -> Reading:
    """An entry as it stands, with what the same commit has put into it already."""
    from minqing.text.read import read_entry
    from minqing.text.vocabulary import category_words
    from minqing.workspace.load import read_one

    raw = pages.get(path)
    if raw is None:
        return read_one(context.workspace, path)
    return read_entry(raw, path, category_words(context.workspace.community))


def as_addition(context: Context, draft: Draft) -> Draft:
    """``draft`` as something to be added to that day's first walk, where there is one that can be read."""
    from minqing.workspace.load import existing_entry, read_one

    path = existing_entry(context.workspace.root, draft.entry.date, draft.entry.kind)
    there = read_one(context.workspace, path).entry if path else None
    return draft if there is None else replace(draft, into=path)


def appended(context: Context, draft: Draft) -> Draft:
    """``draft`` as something to be added to that day's walk, or as its first one.

    Raises ``MinqingError`` where that walk cannot be read: a second one would be counted besides it.
    """
    from minqing.workspace.load import existing_entry

    added = as_addition(context, draft)
    path = None if added.into else existing_entry(context.workspace.root, draft.entry.date, draft.entry.kind)
    if path:
        raise MinqingError("edit.unreadable", DIARY, path=path)
    return added


def _note(context: Context, pages: dict[str, bytes], told: Told, day: date) -> str:
    """Put a matter into ``pages`` as a line of the issue it follows; answers that issue's id."""
    from minqing.text.edit import add_progress
    from minqing.text.vocabulary import category_words

    state = _followed(context, told)
    words = category_words(context.workspace.community)
    reading = _page(context, pages, state.entry)
    line = Progress(max(day, state.raised), "close" if told.ends else "note", None, one_line(told.title))
    pages[state.entry] = add_progress(reading, state.id, [line], context.file_language, category_names(context), words)
    return state.id


def _followed(context: Context, told: Told) -> IssueState:
    """The issue that a matter is a note to."""
    from minqing.text.naming import name_issue, typed_number

    id = told.follows or ""
    return name_issue(id, context.diary.numbered(typed_number(id) or 0, context.today), among="any")


def noted_places(context: Context, drafts: Sequence[Draft]) -> list[tuple[str, list[str]]]:
    """Where the issues stand that matters of the drafts became notes to: path and ids."""
    states = [_followed(context, told) for draft in drafts for told in draft.told if told.follows]
    return [(state.entry, [state.id]) for state in states]


def new_path(context: Context, day: date, kind: str) -> str:
    """The file a new entry of a day becomes; the second one of a kind gets a number."""
    from minqing.workspace.load import entry_path_for, existing_entry

    root = context.workspace.root
    return entry_path_for(root, day, kind, second=existing_entry(root, day, kind) is not None)


def _refuse_repeated(context: Context, draft: Draft) -> None:
    """Refuse a walk whose facts and matters all stand in an entry of that day already."""
    there = stands_already(context, draft)
    if there:
        raise MinqingError("log.repeated", MISUSE, path=there, day=draft.entry.date)


def stands_already(context: Context, draft: Draft) -> str | None:
    """The path of an entry of that day which says all of it to the letter, and nothing else."""
    from minqing.workspace.load import read_one
    from minqing.workspace.scan import scan

    titles = [told.title for told in draft.told]
    for path in scan(context.workspace.root, draft.entry.date).of_day(draft.entry.date):
        entry = read_one(context.workspace, path).entry
        if entry is None or entry.kind != draft.entry.kind or [i.title for i in entry.issues] != titles:
            continue
        same = replace(entry, issues=(), **draft.untold) == replace(draft.as_told, issues=())
        if same and _body(entry) == _body(draft.entry):
            return path
    return None


def _body(entry: Entry) -> str:
    return entry.body.replace("\r\n", "\n").strip("\n")
