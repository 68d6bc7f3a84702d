"""One issue of ``minqing add`` at the keyboard: a line of suggestion, every part behind its key."""

from __future__ import annotations

from datetime import date
from functools import partial

from minqing.cli.commands.composing import Told
from minqing.cli.commands.full_names import full_names, tell_names
from minqing.cli.commands.verbs import fixed_word
from minqing.cli.context import Context
from minqing.cli.keyboard.question import Question, is_back, is_nothing
from minqing.cli.talk.ahead import are_matters
from minqing.cli.talk.desk import TalkDesk
from minqing.cli.talk.lines import sentence
from minqing.cli.talk.matters import FIELD_KEYS, agree, change_field, field_key, listed_choice, meant_behind
from minqing.cli.talk.repeats import hint_of_repeat
from minqing.cli.talk.rewording import reworded
from minqing.cli.talk.session import Session, forget, keep, kept_as, throw_away
from minqing.domain.errors import MinqingError
from minqing.domain.model import KINDS, Issue
from minqing.domain.values import replace
from minqing.messages import say
from minqing.text.normal import one_line
from minqing.text.synonyms import KINDS_SAID

KIND_KEY, LEAVE_KEY, WRITE_KEY = "k", "n", "y"
"""What changes the kind, leaves the issue unwritten, and writes it as Enter does."""


DRAFT = "add.json"
"""The draft of an issue that was not written, beside those of walks."""


def asked_matter(context: Context) -> str:
    """What the matter is, where it was not typed on the command line; one that was left unwritten stands in the line.

    Several pasted lines are several matters.
    """
    desk, kept = TalkDesk(context), kept_as(context, DRAFT)
    desk.keep_half = lambda half: keep(context, Session(half=half, file=DRAFT)) if half else None
    begun = not kept.matters
    left = "".join(kept.half.values()) if begun else kept.matters[0].title
    text = say("log.ask-matter")
    question = Question(
        text, left, pastes=True, is_paste=are_matters, hint=lambda typed: hint_of_repeat(desk, typed),
        begun=begun and bool(left),
    )  # fmt: skip
    with desk.keyboard.held():
        desk.prepare()
        given = desk.ask(question)
    if kept.matters and given and left not in given:
        _put_aside(context, kept)
    return given


def _put_aside(context: Context, kept: Session) -> None:
    """Keep what was left unwritten beside the draft of the other matter that is typed now."""
    keep(context, kept)
    throw_away(context, kept)


def left_unwritten(context: Context, title: str) -> tuple[Told, str] | None:
    """What had been said of the issue ``title`` when it was left unwritten, and its kind."""
    kept = kept_as(context, DRAFT)
    same = kept.matters and kept.matters[0].title == title and kept.answers.get("kind") in KINDS
    return (kept.matters[0], kept.answers["kind"]) if same else None


def agreed_single(context: Context, told: Told, kind: str, day: date) -> tuple[Told, str] | None:
    """The issue and its kind as the person wants them; ``None`` where it is not to be written.

    Until it is written it is kept as a draft: ``forget_single``.
    """
    desk = TalkDesk(context)
    try:
        with desk.keyboard.held():
            return _agreed(desk, told, day, kind)
    except (KeyboardInterrupt, EOFError):
        desk.tell("")
        return None


def _kept(context: Context, kind: str, told: Told) -> None:
    keep(context, Session({"kind": kind}, [told], file=DRAFT))


def forget_single(context: Context) -> None:
    """The issue is written; its draft may go."""
    forget(context, Session(file=DRAFT))


def _agreed(desk: TalkDesk, told: Told, day: date, kind: str) -> tuple[Told, str] | None:
    tell_names(desk.context, full_names(desk.context, [told.title]), written=False)
    warned: str | None = None
    while True:
        told = _with_ticket(desk, told, kind)
        if told.ticket != warned:
            warned = told.ticket
            _tell_ticket(desk, told, day)
        kept = partial(_kept, desk.context, kind)
        prompt = (f"{KIND_KEY} {say(f'words.{kind}')}", say("asking.add-it"))
        agreed = agree(desk, told, day, kind, kept=kept, prompt=prompt, keys=KIND_KEY + LEAVE_KEY + WRITE_KEY)
        if agreed.key == LEAVE_KEY:
            return None
        told = agreed.told
        if agreed.back:
            told = _asked_again(desk, told, day, kind, agreed.following)
        elif agreed.key == KIND_KEY:
            kind = _asked_kind(desk, kind)
        else:
            return told, kind


def _with_ticket(desk: TalkDesk, told: Told, kind: str) -> Told:
    """A hotline issue is asked once for the number of its ticket."""
    if kind != "hotline" or told.ticket is not None:
        return told
    given = desk.ask(Question(say("asking.ticket"), back=False))
    return replace(told, ticket="" if is_back(given) or is_nothing(given) else given)


def _tell_ticket(desk: TalkDesk, told: Told, day: date) -> None:
    """Say before it is written that an earlier issue has the same ticket."""
    from minqing.cli.commands.repeating import tell_same_tickets

    tell_same_tickets(desk.context, [Issue(f"{day:%Y%m%d}-0", told.title, ticket=told.ticket)], written=False)


def _asked_again(desk: TalkDesk, told: Told, day: date, kind: str, typed: str) -> Told:
    """The matter with its sentence typed anew; ``typed`` already, to be looked at."""
    default = typed or told.title
    while (given := desk.ask(Question(say("log.ask-matter"), default, edited=True))) and not is_back(given):
        given = meant_behind(given, told.title)
        if key := field_key(given):
            return change_field(desk, told, FIELD_KEYS[key], day, kind)
        try:
            new = replace(sentence(desk.context, given), title=one_line(given))
            return reworded(desk.context, told, new, day, kind)
        except MinqingError as error:
            desk.refused(error)
            default = given
    return told


def _asked_kind(desk: TalkDesk, kind: str) -> str:
    words = {say(f"words.{id}"): id for id in KINDS if id != "walk"}
    called = {word: id for word, id in KINDS_SAID.items() if id != "walk"}
    read = partial(fixed_word, "kind", words=called)
    return listed_choice(desk, "asking.kind", words, say(f"words.{kind}"), read) or kind
