"""The whole entry once more before it is written; any part of it can still be changed."""

from __future__ import annotations

from datetime import date

from minqing.cli.commands.composing import Told, issue_from, issue_preview, told_from_text
from minqing.cli.commands.entries import Draft, walk_lines
from minqing.cli.commands.logging import Typed, draft_from
from minqing.cli.keyboard.question import Question, is_back, is_nothing
from minqing.cli.talk.desk import TalkDesk
from minqing.cli.talk.facts import ask_fact, asked_facts, default_of
from minqing.cli.talk.lines import ask_matters, take_out
from minqing.cli.talk.matters import agree
from minqing.cli.talk.remarks import ask_remarks
from minqing.cli.talk.rewording import reworded
from minqing.cli.talk.session import Session, keep, weekday_of
from minqing.domain.errors import MinqingError
from minqing.domain.values import replace
from minqing.messages import say
from minqing.reports.document import Line
from minqing.text.body import with_remarks
from minqing.text.normal import half_width

KINDS_OF_CHANGE = "fabe"
"""A fact, a matter more, remarks, the editor."""

STOP = ("n", "no", "否", "不", "不要")
WRITE = ("y", "yes", "是", "好", "对", "")


def draft_of(desk: TalkDesk, session: Session) -> Draft:
    """What a conversation has come to, as a walk that can be written."""
    answers = session.answers
    typed = Typed(
        date=answers.get("date"), time=answers.get("time") or None, weather=answers.get("weather") or None,
        route=answers.get("route") or None, steps=answers.get("steps") or None, km=answers.get("km") or None,
        walkers=_names(answers, "walkers"), companions=_names(answers, "companions"),
        visits=_names(answers, "visits"),
    )  # fmt: skip
    entry = draft_from(desk.context, typed, None).entry
    cleaned = int(answers["cleaned"]) if answers.get("cleaned") else None
    body = with_remarks("", session.remarks, desk.context.file_language)
    return Draft(replace(entry, body=body, cleaned=cleaned), tuple(session.matters))


def _names(answers: dict[str, str], name: str) -> tuple[str, ...]:
    return (answers[name],) if answers.get(name) else ()


def reviewed(desk: TalkDesk, session: Session) -> str:
    """Show the entry until it is to be written (``write``), to be opened in the editor (``edit``), left (``stop``), or
    the last question is wanted again (``back``).

    Raises ``MinqingError`` where what was kept cannot be read any more.
    """
    show(desk, session)
    while True:
        given = desk.ask(Question(_asked(session), keys=KINDS_OF_CHANGE + "n<", fresh=True))
        word = half_width(given).lower()
        if word in WRITE:
            return "write"
        if word in STOP:
            return "stop"
        if word == "e":
            return "edit"
        if is_back(given):
            return "back"
        if not _changed(desk, session, word):
            desk.tell(say("asking.review-how"))
            continue
        keep(desk.context, session)
        show(desk, session)


def _asked(session: Session) -> str:
    """The question, with the day: of a long walk it has left the screen by then."""
    return say("asking.review", day=session.answers["date"], weekday=weekday_of(session))


def show(desk: TalkDesk, session: Session) -> None:
    """The entry as it would be written: facts, matters, body, and which facts nothing was said of."""
    context, draft = desk.context, draft_of(desk, session)
    day = draft.entry.date
    context.screen.draw(walk_lines(draft.entry))
    told = [session.matters[at] for at in _order(session)]
    issues = tuple(issue_from(context, t, day, n, "walk") for n, t in enumerate(told, 1) if not t.follows)
    if issues:
        context.screen.draw([*([Line("")] if draft.entry.body.strip() else []), *issue_preview(context, issues)])
    for number, each in enumerate(told, 1):
        if each.follows:
            context.screen.line(say("asking.follows", number=number, id=each.follows, text=each.title))
    missing = [say(f"show.{n}") for n in asked_facts(desk) if n not in ("date",) and not session.answers.get(n)]
    if missing and session.way != "add":
        desk.tell(say("asking.not-said", names=say("stats.list-comma").join(missing)))


def _order(session: Session) -> list[int]:
    """Where the matters are in the order they are shown and numbered: new issues, then notes to others."""
    return sorted(range(len(session.matters)), key=lambda at: bool(session.matters[at].follows))


def _changed(desk: TalkDesk, session: Session, word: str) -> bool:
    """Do what a key or a number stands for; ``False`` where it stands for nothing."""
    if word == "f":
        _change_fact(desk, session)
    elif word == "a":
        ask_matters(desk, session)
    elif word == "b":
        ask_remarks(desk, session)
    elif word.isascii() and word.isdigit() and 0 < int(word) <= len(session.matters):
        change_matter(desk, session, _order(session)[int(word) - 1])
    else:
        return False
    return True


def _change_fact(desk: TalkDesk, session: Session) -> None:
    names = {say(f"show.{name}") if name != "date" else say("asking.date-word"): name for name in asked_facts(desk)}
    offered = " ".join(f"{n}{word}" for n, word in enumerate(names, 1))
    given = half_width(desk.ask(Question(say("asking.which-fact", offered=offered), choices=tuple(names))))
    if given.isascii() and given.isdigit() and 0 < int(given) <= len(names):
        name = list(names.values())[int(given) - 1]
    elif given in names:
        name = names[given]
    else:
        return
    default = session.answers.get(name, "") or ("" if name == "km" else default_of(desk, session, name))
    ask_fact(desk, session, name, default)
    if name == "date" and session.answers["date"] != default:
        session.way = ""  # what was decided was another day's


def change_matter(desk: TalkDesk, session: Session, at: int) -> None:
    """One matter's sentence and suggestion again; ``-`` takes it out, ``<`` leaves it as it is."""
    day = date.fromisoformat(session.answers["date"])

    def kept(changed: Told) -> None:
        session.matters[at] = changed
        keep(desk.context, session)

    typed = ""
    while True:
        old, number = session.matters[at], _order(session).index(at) + 1
        given = desk.ask(Question(say("asking.matter-again", number=number), typed or old.title))
        if is_back(given):
            return
        if is_nothing(given) or not given:
            take_out(desk, session, at)
            return
        try:
            told = reworded(desk.context, old, told_from_text(desk.context, given), day, "walk")
        except MinqingError as error:
            desk.refused(error)
            typed = given
            continue
        agreed = agree(desk, told, day, "walk", kept=kept, prompt=(say("asking.take-it"),))
        kept(agreed.told)
        typed = agreed.following
        if not agreed.back:
            return
