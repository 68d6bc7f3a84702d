"""Matters one a line, typed or pasted: each agreed on as it comes, and opened again by going back."""

from __future__ import annotations

from datetime import date

from minqing.cli.commands.composing import Told, told_from_note, told_from_text
from minqing.cli.context import Context
from minqing.cli.keyboard.question import Question, is_back, is_nothing
from minqing.cli.talk.ahead import are_matters
from minqing.cli.talk.desk import TalkDesk
from minqing.cli.talk.matters import agree, field_key, meant_behind, only_marks, suggestion_line
from minqing.cli.talk.repeats import hint_of_repeat, offer_repeats
from minqing.cli.talk.rewording import reworded
from minqing.cli.talk.session import Session, keep
from minqing.domain.errors import MinqingError
from minqing.domain.values import dataclass, replace
from minqing.messages import say

FEWEST = 2
"""Letters or 汉字 of a matter; less is a slip, or a number that was meant for something else."""


@dataclass(frozen=True, slots=True)
class _Next:
    """Which matter is asked for next; what was typed of it already, or is to be typed again."""

    at: int
    given: str = ""
    again: str = ""


def ask_matters(desk: TalkDesk, session: Session, typed: str = "") -> bool | str:
    """Matters one a line until an empty one; ``<`` opens the one before again, or goes back where there is none.

    A matter that is open again stays in the draft as it was until it is taken anew. Notes of a whole walk that are
    pasted here are answered as they are. ``typed`` stands in the line as the next one.
    """
    desk.be_ready()
    next_one = _Next(len(session.matters), again=typed) if typed else _Next(_left_at(desk, session))
    while True:
        at, new = next_one.at, next_one.at == len(session.matters)
        given = next_one.given or desk.ask(_question(desk, session, next_one))
        given = given if new else meant_behind(given, session.matters[at].title)
        if is_back(given):
            before = _before(session, at)
            if before is None:
                return False
            next_one = _Next(before)
        elif new and (not given or is_nothing(given)):
            return True
        elif not given:
            desk.tell(say("asking.not-emptied"))
        elif is_nothing(given):
            take_out(desk, session, at)
            next_one = _Next(len(session.matters))
        elif (last := _before(session, at) if new else at) is not None and (key := field_key(given)):
            next_one = _take_again(desk, session, last, key)
        elif new and _is_walk(desk.context, given):
            return given
        else:
            next_one = _take(desk, session, at, given)


def _is_walk(context: Context, given: str) -> bool:
    """Whether several lines tell of a walk, not of its matters alone: they have a day, people or steps."""
    return "\n" in given and bool(context.pasted(given)[0].facts)


def _before(session: Session, at: int) -> int | None:
    """The matter before ``at`` that still is one; ``None`` where there is none."""
    return next((n for n in range(at - 1, -1, -1) if session.matters[n].stands), None)


def _left_at(desk: TalkDesk, session: Session) -> int:
    """Where to go on: behind the last matter, or at one that was open again when the conversation ended."""
    texts = {_text(session, at): at for at in range(len(session.matters))}
    return next((at for text, at in texts.items() if text in desk.half), len(session.matters))


def _text(session: Session, at: int) -> str:
    return say("asking.issue" if at == len(session.matters) else "asking.matter-again", number=at + 1)


def _question(desk: TalkDesk, session: Session, next_one: _Next) -> Question:
    day, at = date.fromisoformat(session.answers["date"]), next_one.at
    old = session.matters[at].title if at < len(session.matters) else ""
    hint = None if old else lambda typed: hint_of_repeat(desk, typed, day)
    text = _text(session, at)
    return Question(text, next_one.again or old, pastes=True, is_paste=are_matters, hint=hint, edited=bool(old))


def take_out(desk: TalkDesk, session: Session, at: int) -> None:
    """A matter that is not to be written after all; the others keep their numbers."""
    desk.tell(say("asking.taken-out", title=session.matters[at].title))
    session.matters[at] = replace(session.matters[at], instead="out")
    keep(desk.context, session)


def _take(desk: TalkDesk, session: Session, at: int, given: str) -> _Next:
    """What was typed as a matter, or as many, in place of the one ``at``, where one is there."""
    try:
        _refuse_no_sentence(desk.context, given)
        found = matters_in(desk, session, given)
    except MinqingError as error:
        desk.refused(error)
        return _Next(at, again=given)
    old, day = session.matters[at : at + 1], date.fromisoformat(session.answers["date"])
    if old and len(found) == 1:
        found = [reworded(desk.context, old[0], found[0], day, "walk")]
    session.matters[at : at + 1] = found
    keep(desk.context, session)
    if len(found) == 1:
        return _agree_on(desk, session, at)
    settle_many(desk, session, range(at, at + len(found)))
    _tell_many(desk, session, range(at, at + len(found)))
    return _Next(len(session.matters))


def _refuse_no_sentence(context: Context, given: str) -> None:
    """Raise ``MinqingError`` for marks alone, and for a letter or a number: they tell of no matter."""
    if only_marks(context, given):
        raise MinqingError("log.only-marks", given=given)
    if sum(map(str.isalpha, given)) < FEWEST:
        raise MinqingError("asking.no-matter", given=given)


def sentence(context: Context, given: str) -> Told:
    """The matter of one typed sentence. Raises ``MinqingError`` for what tells of none."""
    _refuse_no_sentence(context, given)
    return told_from_text(context, given)


def _take_again(desk: TalkDesk, session: Session, at: int, key: str) -> _Next:
    """A key that came after the matter had been taken, or where its sentence is open, changes that matter.

    No matter has one letter. Of a note to another one it is asked again whether it is that.
    """
    last = session.matters[at]
    desk.tell(f"{at + 1}  {last.title}")
    session.matters[at] = replace(last, follows=None if last.follows else "")
    return _agree_on(desk, session, at, first=key)


def _agree_on(desk: TalkDesk, session: Session, at: int, first: str = "") -> _Next:
    """The matter ``at`` until it is taken; going back opens its sentence."""

    def kept(told: Told) -> None:
        session.matters[at] = told
        keep(desk.context, session)

    day = date.fromisoformat(session.answers["date"])
    agreed = agree(desk, session.matters[at], day, "walk", kept=kept, first=first)
    kept(agreed.told)
    return _Next(at) if agreed.back else _Next(len(session.matters), agreed.following)


def settle_many(desk: TalkDesk, session: Session, those: range) -> None:
    """Matters that came together: only what may be a repeat is asked, all of it at once.

    What is unsure is marked in the review, where a key asks for it: a question each would be gone through unread.
    """
    offer_repeats(desk, session, those)
    keep(desk.context, session)


def _tell_many(desk: TalkDesk, session: Session, those: range) -> None:
    day = date.fromisoformat(session.answers["date"])
    for at in those:
        told = session.matters[at]
        desk.context.screen.line(f"{at + 1}  {told.title}")
        if not told.follows:
            for line in suggestion_line(desk, told, day, "walk").split("\n"):
                desk.context.screen.line(line)


def matters_in(desk: TalkDesk, session: Session, given: str) -> list[Told]:
    """The matters of one line or of many pasted ones; numbers before them are no part of them.

    Where a paste has numbered lines, its other lines go on with the diary's text. Raises ``MinqingError`` for a
    line that has nothing but marks.
    """
    from minqing.classify.notes.paste import Notes

    context = desk.context
    notes = context.pasted(given)[0]
    if notes.issues and replace(notes, issues=(), body="") == Notes():
        if notes.body.strip():
            session.remarks[""] = "\n".join(filter(None, (session.remarks.get("", "").rstrip(), notes.body.rstrip())))
        return [told_from_note(noted) for noted in notes.issues]
    return [told_from_text(context, line) for line in given.splitlines() if line.strip()]
