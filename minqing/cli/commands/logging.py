"""``minqing log``: a walk is written down, from flags, notes, questions or the editor."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from typing import TYPE_CHECKING, Any

from minqing.cli.commands.clock import tell_doubtful_date
from minqing.cli.commands.common import (
    answer_several,
    told_outcome,
)
from minqing.cli.commands.composing import tell_unsure, told_from_note, told_from_text
from minqing.cli.commands.entries import Draft, noted_places, rehearse_entries, write_entries, write_entry
from minqing.cli.commands.entry_shown import entry_subject
from minqing.cli.commands.note_files import STDIN, is_piped, kept_when_refused, read_notes_file
from minqing.cli.commands.walk_facts import READERS, read_date, read_names, told_in_words, words_beside
from minqing.cli.context import Context
from minqing.cli.refusals import told as say_refusal
from minqing.domain.errors import INTERRUPTED, MISUSE, MinqingError
from minqing.domain.model import Entry
from minqing.domain.values import dataclass, replace
from minqing.messages import say

if TYPE_CHECKING:
    from minqing.classify.notes.paste import Notes
    from minqing.cli.talk.session import Session


@dataclass(frozen=True, slots=True)
class Typed:
    """The flags of ``log`` as typed."""

    date: str | None = None
    time: str | None = None
    weather: str | None = None
    route: str | None = None
    steps: str | None = None
    km: str | None = None
    walkers: tuple[str, ...] = ()
    companions: tuple[str, ...] = ()
    visits: tuple[str, ...] = ()
    issues: tuple[str, ...] = ()
    text: str | None = None

    @property
    def is_empty(self) -> bool:
        """Whether nothing but perhaps the date was given."""
        return replace(self, date=None) == Typed()


def log_walk(
    context: Context,
    notes: str | None,
    typed: Typed,
    *,
    editor: bool,
    yes: bool,
    dry_run: bool,
    as_json: bool,
    way: str | None = None,
    kind: str | None = None,
) -> int:
    """Write a walk down as a new entry in one commit; several walks of one paste in one commit, too.

    ``way``: what to do where that day has a walk already, ``append`` or ``second``; asked for in a terminal, else a
    second one. ``kind``: the kind of entry as typed, over what the notes look like.
    Raises ``MinqingError``: a flag that cannot be read, notes that are no text, nothing to write.
    """
    from minqing.cli.commands.registers import said_kind

    tell_doubtful_date(context)
    kind = said_kind(kind)
    if editor and not dry_run:
        from minqing.cli.commands.editing import log_in_editor

        text = None if notes is None else read_notes_file(notes)
        return log_in_editor(context, draft_from(context, typed, text), as_json)
    if context.asks and not yes and not as_json and not (dry_run and (notes or not typed.is_empty)):
        return _by_talking(context, notes, typed, dry_run, way, kind)
    name, text = _taken(context, notes, typed)
    if dry_run:
        context.tells_why = True
        drafts = _placed(context, _told(context, _read(context, typed, text, kind), piped=False), way)
        return _shown_first(context, drafts, as_json)
    with kept_when_refused(context, text if name in (None, STDIN) else None):
        drafts = _read(context, typed, text, kind)
        drafts = _told(context, drafts, piped=name is None and typed.is_empty)
        return write_walks(context, _placed(context, drafts, way), as_json)


def _shown_first(context: Context, drafts: list[Draft], as_json: bool) -> int:
    """What ``log --dry-run`` shows of walks that are not written, and what writing them would refuse."""
    from minqing.cli.commands.previewing import preview, tell_lengths

    tell_lengths(context, drafts)
    preview(context, drafts, as_json)
    rehearse_entries(context, drafts)
    return 0


def _read(context: Context, typed: Typed, text: str | None, kind: str | None) -> list[Draft]:
    """The walks of notes and flags as they would be written, nobody being asked."""
    from minqing.cli.commands.registers import of_kinds
    from minqing.cli.lengths import measured

    drafts = of_kinds(context, drafts_from(context, typed, text, asking=False), kind)
    return [measured(context, draft) for draft in drafts]


def _by_talking(
    context: Context, notes: str | None, typed: Typed, dry_run: bool, way: str | None, kind: str | None
) -> int:
    """A person is asked for what is missing, shown what was understood, and only then it is written."""
    from minqing.cli.commands.again import tell_left
    from minqing.cli.commands.several_walks import pasted_agreed, several_pasted
    from minqing.cli.talk.walk import PutRight, SeveralWalks, talked

    tell_left(context)
    text = _notes_of(context, notes, typed)
    try:
        code = pasted_agreed(context, typed, text, dry_run, way, kind) if text or kind else None
        if code is not None:
            return code
        session, draft, decision = talked(context, typed, text, way=way)
    except SeveralWalks as pasted:
        return several_pasted(context, typed, pasted.session, dry_run)
    except PutRight as done:
        return done.code
    except (KeyboardInterrupt, EOFError):
        return INTERRUPTED
    if dry_run:
        context.screen.message(say("log.kept"))
        return 0
    return as_decided(context, session, draft, decision)


def as_decided(context: Context, session: Session, draft: Draft, decision: str) -> int:
    """The walk written, in the editor where that was asked for; its draft may go then.

    An editor that leaves the text as it was has decided nothing: the person is asked again.
    """
    from minqing.cli.talk.session import forget
    from minqing.cli.talk.walk import reviewed_again

    code = None
    while decision == "edit" and (code := _in_editor(context, draft)) is None:
        context.screen.message(say("asking.as-it-was"))
        try:
            draft, decision = reviewed_again(context, session)
        except (KeyboardInterrupt, EOFError):
            return INTERRUPTED
    if code is None:
        code = write_walks(context, [draft], as_json=False, asked=True)
    forget(context, session)
    return code


NO_EDITOR = ("editor.no-editor", "editor.editor-failed")
"""Refusals of an editor that did not come up, or failed: the walk can still be written as it is."""


def _in_editor(context: Context, draft: Draft) -> int | None:
    """The entry in the editor, and written as it was left there; ``None`` where that wrote nothing.

    One that touches other issues too is written first and opened then, where the person agrees.
    """
    from minqing.cli.asking import confirmed
    from minqing.cli.commands.editing import edit_entry, written_in_editor

    if draft.into is None and not any(told.follows for told in draft.told):
        try:
            return written_in_editor(context, draft, as_json=False, unchanged=False)
        except MinqingError as error:
            if error.code not in NO_EDITOR:
                raise
            say_refusal(error)
            return None
    try:
        agreed = confirmed(say("asking.write-first"))
    except (KeyboardInterrupt, EOFError):
        agreed = False
    if not agreed:
        return None
    entry, outcome = write_entry(context, draft, anyway=True)
    told_outcome(context, outcome)
    return edit_entry(context, entry.path, as_json=False)


def _notes_of(context: Context, name: str | None, typed: Typed) -> str | None:
    """The text of a notes file. Raises ``MinqingError`` where there is nothing to write."""
    text = None if name is None else read_notes_file(name, context)
    if text is not None and not text.strip() and typed.is_empty:
        raise MinqingError("log.empty-notes", MISUSE, path=name)
    return text


def _taken(context: Context, name: str | None, typed: Typed) -> tuple[str | None, str | None]:
    """The name and the text of the notes, those that come over a bare pipe too; ``None`` where there are none."""
    if name is None and typed.is_empty:
        text = read_notes_file(STDIN, context) if is_piped() else ""
        if not text.strip():
            raise MinqingError("log.nothing", MISUSE)
        return None, text
    return name, _notes_of(context, name, typed)


def drafts_from(context: Context, typed: Typed, notes: str | None, *, asking: bool = True) -> list[Draft]:
    """The walks of the notes, one or several, with the flags over the one they can mean.

    Raises ``MinqingError``: flags beside several walks, a day to come.
    """
    walks = _walks(context, notes)
    if len(walks) < 2:
        drafts = [_first(context, typed, notes, walks, asking)]
    elif typed != Typed():
        raise MinqingError("log.several-flags", MISUSE, count=len(walks), days=_days(walks))
    else:
        named = all(walk.date for walk in walks)
        day = context.today if named else _undated(context, notes or "", asking and context.asks)
        drafts = [_draft_of(walk, walk.date or day) for walk in walks]
    for draft in drafts:
        if draft.entry.date > context.today:
            raise MinqingError("log.future", MISUSE, day=draft.entry.date)
    return drafts


def _days(walks: Iterable[Notes]) -> str:
    return "、".join(walk.date.isoformat() for walk in walks if walk.date)


def draft_from(context: Context, typed: Typed, notes: str | None, *, asking: bool = True) -> Draft:
    """The walk as the notes have it, with the flags over it; a person may be asked for its day where ``asking``."""
    return _first(context, typed, notes, _walks(context, notes), asking)


def _walks(context: Context, notes: str | None) -> Sequence[Notes]:
    """The walks that notes tell of; none where there are no notes."""
    if notes is None:
        return ()
    from minqing.cli.commands.repeating import with_news_told

    return [with_news_told(context, walk, notes) for walk in context.pasted(notes)]


def _first(context: Context, typed: Typed, notes: str | None, walks: Sequence[Notes], asking: bool) -> Draft:
    """The first of the walks of ``notes`` with the flags over it."""
    draft = Draft(Entry(context.today))
    if notes is not None:
        draft = _noted(context, notes, walks, typed.date is not None, asking and context.asks)
    entry = draft.entry
    facts: dict[str, Any] = {
        name: read(context, value) for name, read in READERS.items() if (value := getattr(typed, name)) is not None
    }
    lists: dict[str, Any] = {
        name: read_names(context, name, value)
        for name in ("walkers", "companions", "visits")
        if (value := getattr(typed, name))
    }
    told = tuple(told_from_text(context, text) for text in typed.issues)
    said = {name: words for name in facts if (words := words_beside(context, name, getattr(typed, name)))}
    body = "\n".join(part for part in (entry.body, *told_in_words(context, said), typed.text) if part)
    return replace(draft, entry=replace(entry, **facts, **lists, body=body), told=(*draft.told, *told))


def _noted(context: Context, text: str, walks: Sequence[Notes], dated: bool, asking: bool) -> Draft:
    """The one walk that is asked for; further ones of the same paste stay in its body, and that is said."""
    from minqing.classify.notes.reading import split_lines

    walk, *others = walks
    draft = _draft_of(walk, walk.date or (context.today if dated else _undated(context, text, asking)))
    if not others:
        return draft
    context.screen.message(say("log.several-walks", count=len(others) + 1, days=_days(others)))
    rest = "\n".join(split_lines(text)[others[0].first - 1 :])
    return replace(draft, entry=replace(draft.entry, body=f"{draft.entry.body}{rest}\n"))


def _draft_of(notes: Notes, day: date) -> Draft:
    entry = Entry(
        day, time=notes.time, weather=notes.weather, route=notes.route, steps=notes.steps, km=notes.km,
        walkers=notes.walkers, companions=notes.companions, visits=notes.visits, cleaned=notes.cleaned,
        body=notes.body, kind=notes.kind,
    )  # fmt: skip
    return Draft(entry, tuple(told_from_note(n) for n in notes.issues), notes=notes)


def _undated(context: Context, notes: str, asking: bool) -> date:
    """The day of notes that name none: asked for where a person is, else today, and that is said.

    A first line that begins like a date and is none is refused (``MinqingError``).
    """
    from minqing.cli.commands.oddities import unread_date

    unread = unread_date(notes)
    if unread:
        raise unread
    if asking:
        from minqing.cli.asking import ask_until

        return ask_until(say("log.ask-date"), lambda given: read_date(context, given), context.today.isoformat())
    context.screen.message(say("log.undated", day=context.today))
    return context.today


def _told(context: Context, drafts: list[Draft], *, piped: bool) -> list[Draft]:
    """Say what is odd in walks that are written unasked. Raises ``MinqingError`` where a bare pipe said nothing."""
    from minqing.cli.commands.oddities import oddities

    if piped and not any(d.told or replace(d.entry, body="") != Entry(d.entry.date) for d in drafts):
        raise MinqingError("log.nothing", MISUSE)
    for draft in drafts:
        for sentence in oddities(context, draft):
            context.screen.message(sentence)
    return drafts


def _placed(context: Context, drafts: list[Draft], way: str | None) -> list[Draft]:
    """Walks of days that have one already, as ``--append`` or ``--second`` want them.

    What came in by telephone goes into that day's entry of its kind, as ``add`` has it.
    """
    from minqing.cli.commands.entries import appended
    from minqing.cli.commands.registers import is_gathered

    def joins(draft: Draft) -> bool:
        return way == "append" or (is_gathered(draft) and way != "second")

    return [appended(context, draft) if joins(draft) else draft for draft in drafts]


def write_walks(context: Context, drafts: list[Draft], as_json: bool, *, asked: bool = False) -> int:
    """Write walks and answer them. ``asked``: a person has seen them, their repeats too."""
    from minqing.cli.commands.again import answered_again
    from minqing.cli.commands.repeating import news_json, repeats_json, tell_news, tell_repeats
    from minqing.history.repeated import digest_of

    typed = digest_of(("log", *((draft.as_told, draft.told, draft.into) for draft in drafts)))
    again = answered_again(context, typed, as_json)
    if again is not None:
        return again
    entries, outcome = write_entries(context, drafts, anyway=asked, asked=typed)
    if not asked:
        from minqing.cli.commands.full_names import names_of, tell_names

        for draft in drafts:
            tell_unsure(context, draft.told, draft.entry.date, draft.entry.kind)
        tell_names(context, [name for draft in drafts for name in names_of(context, draft)], written=True)
    issues = [issue for entry in entries for issue in entry.issues]
    said = [f"{entry.path}  {entry_subject(entry)}" for entry in entries]
    told = {**repeats_json(context, issues), **news_json(drafts)} if as_json else {}
    more = {**told, "entries": [e.path for e in entries]} if as_json else None
    places = [(entry.path, [issue.id for issue in entry.issues]) for entry in entries] + noted_places(context, drafts)
    code = answer_several(context, outcome, places, as_json, said, more=more)
    if not asked and not as_json:
        tell_repeats(context, issues)
        tell_news(context, drafts)
    return code
