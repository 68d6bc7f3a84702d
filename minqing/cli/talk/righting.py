"""A walk that is in the diary already, put right at the keyboard: which fact, and what it should say."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from minqing.cli.commands.correcting import entry_of_day, put_right, read_value
from minqing.cli.commands.entry_shown import FACTS, fact_text
from minqing.cli.keyboard.question import Question, is_back
from minqing.cli.talk.desk import TalkDesk
from minqing.cli.talk.facts import LISTS, km_of
from minqing.cli.talk.session import Session, keep
from minqing.domain.errors import MinqingError
from minqing.domain.model import Entry
from minqing.messages import say
from minqing.text.normal import half_width


def put_right_by_talking(desk: TalkDesk, session: Session) -> int:
    """What was told of the day's walk, else what is asked, written over what it says; answers the exit code.

    Where nothing is changed that is said. The facts are answered with that, and no more of this conversation.
    """
    from minqing.workspace.load import read_one

    day = session.answers["date"]
    path = entry_of_day(desk.context, day)
    entry = read_one(desk.context.workspace, path).entry or Entry(date.fromisoformat(day))
    given = _told(desk, session) or _asked(desk, entry)
    session.answers = {"date": day}
    keep(desk.context, session)
    if given:
        return put_right(desk.context, path, given, as_json=False)
    desk.tell(say("editor.unchanged", path=path))
    return 0


def _told(desk: TalkDesk, session: Session) -> dict[str, tuple[str, ...]]:
    """The facts that notes or flags told; kilometres that only follow from the steps are not told."""
    answers = {name: value for name, value in session.answers.items() if name in FACTS and value}
    steps, km = answers.get("steps"), answers.get("km")
    if steps and km and km_of(desk, int(steps)) == Decimal(km):
        del answers["km"]
    return {name: (value,) for name, value in answers.items()}


def _asked(desk: TalkDesk, entry: Entry) -> dict[str, tuple[str, ...]]:
    """One fact after the other, with what stands there in the line, until Enter alone."""
    given: dict[str, tuple[str, ...]] = {}
    while name := _which(desk):
        there = getattr(entry, name)
        default = given[name][0] if name in given else "" if there in (None, ()) else fact_text(there)
        question = Question(say(f"show.{name}") + "?", default, desk.names(name), name in LISTS)
        while not is_back(text := desk.ask(question) or "-"):
            try:
                read_value(desk.context, name, (text,))
            except MinqingError as error:
                desk.refused(error)
                continue
            given[name] = (text,)
            break
    return given


def _which(desk: TalkDesk) -> str:
    """The fact that is to be put right next; nothing where the person is done."""
    names = {say(f"show.{name}"): name for name in FACTS}
    offered = " ".join(f"{n}{word}" for n, word in enumerate(names, 1))
    question = Question(say("correcting.ask-which", offered=offered), choices=tuple(names))
    while (typed := half_width(desk.ask(question))) and not is_back(typed):
        if typed.isascii() and typed.isdigit() and 0 < int(typed) <= len(names):
            return list(names.values())[int(typed) - 1]
        if typed in names:
            return names[typed]
        desk.tell(say("correcting.which-number", count=len(names)))
    return ""
