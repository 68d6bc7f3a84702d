"""``minqing log`` as a conversation: every answer kept at once, everything shown again before it is written."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager, suppress
from datetime import date
from typing import Any

from minqing.cli.commands.entries import Draft, as_addition, stands_already
from minqing.cli.commands.logging import Typed, draft_from
from minqing.cli.context import Context
from minqing.cli.talk.besides import place_unfinished
from minqing.cli.talk.desk import TalkDesk
from minqing.cli.talk.facts import (
    LISTS,
    ask_fact,
    ask_refused,
    ask_until_said,
    asked_facts,
    check_all,
    complete_lengths,
    default_of,
)
from minqing.cli.talk.lines import ask_matters, settle_many
from minqing.cli.talk.remarks import ask_remarks
from minqing.cli.talk.repeats import offer_repeats
from minqing.cli.talk.review import draft_of, reviewed
from minqing.cli.talk.session import Session, forget, hold, keep, kept_as, kept_sessions, new_session, throw_away
from minqing.cli.talk.unmarked import offer_lines, offer_news
from minqing.domain.errors import MinqingError
from minqing.domain.values import replace
from minqing.messages import say

MOST_SHOWN = 8
"""Lines of a draft that are shown when it is offered."""


_WAYS = {"append": "add", "second": "second"}
"""What ``--append`` and ``--second`` say before it is asked."""


class SeveralWalks(Exception):
    """Several walks, or a register, were pasted: they are written together, not talked through as one walk."""

    def __init__(self, session: Session) -> None:
        super().__init__()
        self.session = session


class PutRight(Exception):
    """What the day's walk says was put right instead of a new one; ``code`` is what that came to."""

    def __init__(self, code: int) -> None:
        super().__init__()
        self.code = code


class Stopped(KeyboardInterrupt):
    """The person does not want to go on."""


def talked(
    context: Context, typed: Typed, notes: str | None, one: Draft | None = None, way: str | None = None
) -> tuple[Session, Draft, str]:
    """A walk by conversation, ready to be written (``write``) or to be opened in the editor (``edit``).

    ``notes`` and flags are taken for what was answered already; ``one`` is what they say, where they are one walk of
    several; ``way`` is ``append`` or ``second`` where that need not be asked. Raises ``KeyboardInterrupt`` and
    ``EOFError`` with a draft kept, ``SeveralWalks`` for a paste of several, ``MinqingError`` for flags or notes that
    cannot be read.
    """
    desk = TalkDesk(context)
    with desk.keyboard.held():
        return _talked(desk, typed, notes, one, way)


def _talked(
    desk: TalkDesk, typed: Typed, notes: str | None, one: Draft | None, way: str | None = None
) -> tuple[Session, Draft, str]:
    context, conversed = desk.context, notes is None and typed.is_empty
    desk.prepare()
    session = _resumed(desk) if conversed else new_session(context)
    _keep_half(desk, session)
    with _told_of_draft(desk, session):
        session.way = _WAYS.get(way or "", session.way)
        if conversed:
            _converse(desk, session, typed)
        else:
            _take(desk, session, one or _read_notes(desk, session, typed, notes), notes or "")
        session.way = _WAYS.get(way or "", session.way)
        _settle_way(desk, session)
        decision = _decided(desk, session, conversed or one is not None)
    return session, _as_decided(desk, session), decision


@contextmanager
def _told_of_draft(desk: TalkDesk, session: Session) -> Iterator[None]:
    """Say what became of the answers where the conversation is broken off."""
    try:
        yield
    except (KeyboardInterrupt, EOFError):
        if session.half:  # perhaps it was about to be written down
            keep(desk.context, session)
        left = session if session.says_something else kept_as(desk.context, session.file)  # what is being read
        kept = session.kept and left.says_something
        desk.tell("\n" + say("log.kept" if kept else "log.not-written"))
        raise


def reviewed_again(context: Context, session: Session) -> tuple[Draft, str]:
    """The review of a conversation once more, and what it came to. Raises as ``talked`` does."""
    desk = TalkDesk(context)
    with desk.keyboard.held(), _told_of_draft(desk, session):
        _keep_half(desk, session)
        decision = _decided(desk, session, conversed=True)
    return _as_decided(desk, session), decision


def _keep_half(desk: TalkDesk, session: Session) -> None:
    """Go on with the line that was not finished, and keep the one that is being typed with the session."""

    def keep_half(half: dict[str, str]) -> None:
        session.half = {**desk.half, **half}  # what is to be gone on with at a question to come is kept as well
        if half:
            keep(desk.context, session)

    desk.half, desk.keep_half = dict(session.half), keep_half


def _decided(desk: TalkDesk, session: Session, conversed: bool) -> str:
    """What the review came to. What still stands in a file or on the command line is not kept a second time."""
    before = draft_of(desk, session)
    session.looked_over = True
    keep(desk.context, session)
    while (decision := reviewed(desk, session)) == "back":
        _ask_from(desk, session, len(_steps(desk)) - 1)
    if decision != "stop":
        _settle_way(desk, session)  # of another day than before the review
        return decision
    if not conversed and draft_of(desk, session) == before:
        forget(desk.context, session)
        session.answers, session.matters, session.remarks, session.words, session.notes = {}, [], {}, {}, ""
    raise Stopped


def _resumed(desk: TalkDesk) -> Session:
    """A conversation that was not finished last time, where the person wants to go on with it; else a new one."""
    for kept in kept_sessions(desk.context):
        if _is_written(desk, kept):
            continue
        desk.tell(say("asking.kept", day=kept.begun, said=_said_so_far(kept)))
        decision = desk.chosen(say("asking.go-on"), "123yn", "1", later=True)
        if decision in "1y" and hold(desk.context, kept):
            return kept
        if decision in "2n":
            throw_away(desk.context, kept)
    return new_session(desk.context)


def _is_written(desk: TalkDesk, kept: Session) -> bool:
    """Put away a draft whose walk stands in the diary to the letter: a command was killed behind writing it."""
    unread = kept.notes and not (kept.matters or kept.remarks)
    if unread or kept.way == "add" or kept.half or not kept.answers.get("date"):
        return False
    with suppress(MinqingError, ValueError):
        there = stands_already(desk.context, draft_of(desk, kept))
        if there:
            desk.tell(say("asking.was-written", path=there))
            forget(desk.context, kept)
            return True
    return False


def _said_so_far(kept: Session) -> str:
    """What a draft holds, in a few lines: the rest of a long one is seen when it is gone on with."""
    facts = "  ".join(_fact_said(name, value) for name, value in kept.answers.items() if value)
    matters = [f"{n}  {m.title}" for n, m in enumerate(kept.matters, 1) if m.stands]
    told = "\n".join([facts, *kept.words.values(), *matters, *kept.remarks.values()])
    read = kept.notes and not (kept.matters or kept.remarks)
    lines = [line for line in (kept.notes if read else told).splitlines() if line.strip()]
    more = [say("asking.more-lines", count=len(lines) - MOST_SHOWN)] if len(lines) > MOST_SHOWN else []
    half = [say("asking.half", said=text) for text in kept.half.values()]
    return "\n".join([*lines[:MOST_SHOWN], *more, *half])


def _fact_said(name: str, value: str) -> str:
    """A number of a draft with what it counts; the other facts tell that themselves."""
    return f"{say(f'show.{name}')} {value}" if name in ("steps", "km") else value


def _converse(desk: TalkDesk, session: Session, typed: Typed) -> None:
    """Ask what is not answered yet, and what cannot be written as it was; ``<`` goes back a question."""
    ask_refused(desk, session)
    if session.answers.get("date"):
        offer_repeats(desk, session, range(len(session.matters)))
    if session.looked_over and not session.half and session.answers.get("date"):
        return
    desk.tell(say("asking.how"))
    if typed.date and "date" not in session.answers:
        session.answers["date"] = _flag_date(desk, typed)
        if pasted := _settle_way(desk, session):
            _take_paste(desk, session, pasted)
            return
    steps = _steps(desk)
    at = next((i for i, name in enumerate(steps) if name not in session.answers), 0) if session.answers else 0
    if session.notes:
        if not (session.matters or session.remarks):  # ended before the paste was read
            _take_paste(desk, session, session.notes)
            return
        if not session.half:
            return
        at = steps.index("matters")
    _ask_from(desk, session, at)
    place_unfinished(desk, session)


def _steps(desk: TalkDesk) -> tuple[str, ...]:
    return (*asked_facts(desk), "matters", "remarks")


def _ask_from(desk: TalkDesk, session: Session, at: int) -> None:
    """The questions from the one ``at`` on, back and forth, until none is left or notes were pasted.

    What is added to a day's walk has a day and matters alone.
    """
    steps, notes = _steps(desk), session.notes
    onward = True
    while at < len(steps):
        if session.way == "add" and steps[at] not in ("date", "matters", "remarks"):
            at = steps.index("matters" if onward else "date")
        onward = ask_step(desk, session, steps[at])
        if session.notes != notes:
            return
        at = at + 1 if onward else max(at - 1, 0)


def _flag_date(desk: TalkDesk, typed: Typed) -> str:
    day = draft_from(desk.context, typed, None).entry.date
    if day > desk.context.today:
        raise MinqingError("log.future", day=day)
    return day.isoformat()


def ask_step(desk: TalkDesk, session: Session, name: str) -> bool:
    """Ask for one fact, the matters or the remarks: ``False`` for going back. A paste answers what is left."""
    if name == "matters":
        complete_lengths(desk, session) if session.way != "add" else None
    if name == "remarks":
        return ask_remarks(desk, session)
    asked = ask_matters(desk, session) if name == "matters" else None
    onward = ask_fact(desk, session, name, default_of(desk, session, name)) if asked is None else asked
    if isinstance(onward, str):
        _take_paste(desk, session, onward)
        return True
    if onward and name == "date":
        session.way = ""
        pasted = _settle_way(desk, session)
        if pasted:
            _take_paste(desk, session, pasted)
    return onward


def _take_paste(desk: TalkDesk, session: Session, text: str) -> None:
    """Notes pasted at a question: they answer what was not answered yet."""
    from minqing.cli.commands.several_walks import is_no_walk

    session.notes = text
    keep(desk.context, session)
    if is_no_walk(desk.context, text):
        raise SeveralWalks(session)
    answered = dict(session.answers)
    draft = _read_notes(desk, session, Typed(date=answered.get("date")), text)
    answered.setdefault("date", draft.entry.date.isoformat())
    if _agree_on_day(desk, session, answered, draft):
        draft = _read_notes(desk, session, Typed(date=answered["date"]), text)
    _take(desk, session, draft, text)
    session.answers.update(answered)


def _read_notes(desk: TalkDesk, session: Session, typed: Typed, text: str | None) -> Draft:
    """The walk of flags and notes; where these name no day that can be read, it is asked."""
    from minqing.cli.commands.oddities import unread_date

    if text is None or typed.date is not None:
        return draft_from(desk.context, typed, text)
    draft = draft_from(desk.context, replace(typed, date=desk.context.today.isoformat()), text)
    if draft.notes is None or draft.notes.date is not None:
        return draft_from(desk.context, typed, text)
    unread = unread_date(text)
    desk.tell(say("log.no-such-day", **unread.params) if unread else say("log.no-date"))
    ask_until_said(desk, session, "date", default_of(desk, session, "date"))
    return replace(draft, entry=replace(draft.entry, date=date.fromisoformat(session.answers["date"])))


def _agree_on_day(desk: TalkDesk, session: Session, answered: dict[str, str], draft: Draft) -> bool:
    """Where the notes name another day than the one that was answered, often by Enter alone, ask which it is.

    Whether it is the notes' day.
    """
    named = draft.notes.date.isoformat() if draft.notes and draft.notes.date else None
    said = answered.get("date")
    if named is None or said is None or named == said:
        return False
    changed = desk.chosen(say("asking.which-day", named=named, said=said), "12", "1") == "1"
    if changed:
        answered["date"] = session.answers["date"] = named
        session.way = ""
    return changed


def _take(desk: TalkDesk, session: Session, draft: Draft, notes: str) -> None:
    """What flags or notes say, as if it had been answered; what is doubtful or unsure in it is asked."""
    if draft.notes:
        from minqing.cli.commands.oddities import unread_lengths
        from minqing.cli.commands.understood import understood_blocks

        desk.context.screen.draw(understood_blocks(draft.notes))
        for sentence in unread_lengths(draft):
            desk.tell(sentence)
        draft = offer_news(desk, offer_lines(desk, draft))
    entry = draft.entry
    facts: dict[str, Any] = {name: getattr(entry, name) for name in (*asked_facts(desk), "visits", "cleaned")}
    for name, value in facts.items():
        if value not in (None, ()):
            session.answers[name] = "、".join(value) if name in LISTS else str(value)
    session.notes = notes
    if entry.body:
        session.remarks[""] = entry.body
    session.matters.extend(draft.told)
    keep(desk.context, session)
    check_all(desk, session)
    complete_lengths(desk, session)
    settle_many(desk, session, range(len(session.matters)))


def _settle_way(desk: TalkDesk, session: Session) -> str:
    """A day that has a walk already: add to it, a second one, or stop; else the notes pasted instead of an answer."""
    if session.way or "date" not in session.answers:
        return ""
    from minqing.workspace.load import existing_entry, read_one

    day = date.fromisoformat(session.answers["date"])
    there = existing_entry(desk.context.workspace.root, day, "walk")
    if there is None:
        return ""
    decision = desk.chosen(say("asking.already", day=day, path=there), "1234", "1", pastes=not session.notes)
    if "\n" in decision:
        return decision
    if decision in "14" and read_one(desk.context.workspace, there).entry is None:
        desk.tell(say("asking.spoilt", path=there))
        decision = desk.chosen(say("asking.already-spoilt"), "23", "3")
    if decision == "3":
        raise Stopped
    if decision == "4":
        _put_right(desk, session)
    session.way = "second" if decision == "2" else "add"
    keep(desk.context, session)
    return ""


def _put_right(desk: TalkDesk, session: Session) -> None:
    """Facts of the day's walk put right; matters and remarks that were told as well are added to it afterwards.

    Raises ``PutRight`` where there are none.
    """
    from minqing.cli.talk.righting import put_right_by_talking

    code = put_right_by_talking(desk, session)
    if not (session.matters or session.remarks or session.words):
        forget(desk.context, session)
        raise PutRight(code)


def _as_decided(desk: TalkDesk, session: Session) -> Draft:
    """The draft with the entry it is added to, where it is."""
    draft = draft_of(desk, session)
    return as_addition(desk.context, draft) if session.way == "add" else draft
