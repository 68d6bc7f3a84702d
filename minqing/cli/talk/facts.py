"""The facts of a walk as they are asked for: how each is read, what is doubtful, what stands for it unasked."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import date
from decimal import Decimal
from functools import partial

from minqing.cli import lengths
from minqing.cli.commands.walk_facts import LONGEST, minutes_of, read_date, read_km, read_steps, read_time, words_beside
from minqing.cli.keyboard.question import Question, is_back, is_nothing, on_one_line
from minqing.cli.lengths import is_said, plausible
from minqing.cli.talk.ahead import are_notes
from minqing.cli.talk.desk import TalkDesk
from minqing.cli.talk.session import Session, keep, weekday_of
from minqing.domain.errors import MISUSE, MinqingError
from minqing.domain.model import MOST_STEPS as UTMOST
from minqing.messages import say

LISTS = ("walkers", "companions", "visits")
"""The facts that are several names."""

MOST_STEPS = 60_000
"""Steps of a walk that nobody asks about; 36 km are a long morning."""

MOST_KM = Decimal(40)
"""Kilometres of a walk that nobody asks about."""


def asked_facts(desk: TalkDesk) -> tuple[str, ...]:
    """The facts that are asked for, in order; fixed visits only where the settings have a rota."""
    visits = ("visits",) if desk.context.workspace.community.rota else ()
    return ("date", "walkers", "companions", *visits, "route", "weather", "time", "steps", "km")


def ask_fact(desk: TalkDesk, session: Session, name: str, default: str, doubted: str | None = None) -> bool | str:
    """Ask for one fact until it can be read: ``False`` for going back, text where whole notes were pasted.

    What is doubtful is questioned once, with the answer left standing: Enter keeps it. ``doubted`` was already.
    """
    meant, facts = doubted or "", asked_facts(desk)
    coming = facts[facts.index(name) :]
    while True:
        question = Question(
            say(f"asking.{name}"), default, desk.names(name), name in LISTS, pastes=True,
            is_paste=partial(are_notes, desk, coming),
        )  # fmt: skip
        given = desk.ask(question)
        if is_back(given):
            return False
        if _is_notes(desk, given, name in LISTS):
            return given.removeprefix(f"{default}\n") if default else given
        typed = given.removeprefix(default).lstrip() if default else given
        given = default = on_one_line(given, name in LISTS)
        try:
            read = read_fact(desk, name, "" if is_nothing(given) else given)
        except MinqingError as error:
            readable = name == "date" and error.code != "asking.future"
            day = _day_of_line(desk, session, given) if readable else None
            if day is None and readable and _is_told(typed):
                return typed
            if day is None:
                desk.refused(error)
                default = _default_behind(desk, session, name, typed, default)
                continue
            read = day
        meant = given if given != doubted else meant
        doubt = None if doubted == read else doubt_of(desk, session, name, read)
        if doubt:
            desk.tell(doubt)
            doubted = default = read
            continue
        _answer(desk, session, name, read, meant)
        if name == "date" and given != read:
            desk.tell(say("asking.day-read", day=read, weekday=weekday_of(session)))
        return True


def _default_behind(desk: TalkDesk, session: Session, name: str, typed: str, default: str) -> str:
    """What stands in the line behind an answer that was refused: a sentence among numbers is put elsewhere first."""
    from minqing.cli.talk.besides import is_sentence, placed

    if name == "date" or not is_sentence(typed) or not placed(desk, session, typed, "asking.not-a-fact"):
        return default
    return default_of(desk, session, name)


OTHER = {"steps": "km", "km": "steps"}
"""Which length stands beside which."""


def _answer(desk: TalkDesk, session: Session, name: str, read: str, given: str = "") -> None:
    """Take an answer; a length that was only reckoned from it follows, and that is said.

    Of ``given`` the words that say more than the value are kept, and that it was to be nothing.
    """
    _keep_words(desk, session, name, read, given)
    other = _reckoned_from(desk, session, name) if read != session.answers.get(name) else ""
    beside = OTHER.get(name, "")
    first = read and not session.answers.get(name)
    if first and session.answers.get(beside) == "" and beside not in session.without:
        del session.answers[beside]  # nothing was said of either: it follows now
    session.answers[name] = read
    if other:
        session.answers[other] = _reckoned(desk, other, read)
        if session.answers[other]:
            desk.tell(say(f"asking.{other}-reckoned", **{other: session.answers[other]}, length=desk.step_length))
    keep(desk.context, session)


def _keep_words(desk: TalkDesk, session: Session, name: str, read: str, given: str) -> None:
    """Remember an answer whose words say more than its value, until another one is given; and one that is ``-``."""
    session.without = [there for there in session.without if there != name] + [name] * is_nothing(given)
    if given != session.answers.get(name):  # else the value stood in the line, and was taken as it was
        session.words.pop(name, "")
        if words := words_beside(desk.context, name, given):
            session.words[name] = words
            desk.tell(say("asking.words-kept", words=words, value=read))


def take_facts(desk: TalkDesk, session: Session, given: str) -> bool:
    """Take what a line tells of the walk but its day, where it tells nothing besides; whether it did."""
    notes = desk.context.pasted(given)[0]
    told = {name: value for name in asked_facts(desk)[1:] if (value := getattr(notes, name, None)) not in (None, ())}
    roughly = len(told) == 1 and told.keys() <= set(READ_ANEW) and len(given) <= LONGEST_FACT
    if not told or notes.date or notes.issues or (notes.body.strip() and not roughly):
        return False
    for name, value in told.items():
        _answer(desk, session, name, "、".join(value) if name in LISTS else str(value), given if roughly else "")
    question_doubtful(desk, session, told)
    return True


LONGEST_FACT = 12
"""Characters of a fact that is told roughly (步数三千多); what is longer tells something besides."""


def _reckoned_from(desk: TalkDesk, session: Session, name: str) -> str:
    """Which of steps and kilometres only follows from the other, ``name``; nothing where both were said."""
    other, steps = OTHER.get(name, ""), session.answers.get("steps")
    there = session.answers.get(name)
    if not other or not there or session.answers.get(other) != _reckoned(desk, other, there):
        return ""
    said = other == "steps" and is_said(int(steps or 0))
    return "" if said else other


def _reckoned(desk: TalkDesk, name: str, from_: str) -> str:
    """Steps or kilometres as they follow from the other one; nothing from nothing."""
    if not from_:
        return ""
    return str(km_of(desk, int(from_)) if name == "km" else steps_of(desk, Decimal(from_)))


def _is_notes(desk: TalkDesk, given: str, several: bool) -> bool:
    """Whether whole notes were pasted; names may come one a line, a walk's notes have a date or matters.

    Two lines without either are answers that a slow line brought at once, or one answer that was broken.
    """
    lines = sum(bool(line.strip()) for line in given.splitlines())
    if lines < 2:
        return False
    notes = desk.context.pasted(given)[0]
    return bool(notes.issues or notes.date) or (lines > 2 and not several)


FEWEST_TOLD = 12
"""Chinese letters of an answer from which on it is no slip in a date, but a walk that is told."""


def _is_told(given: str) -> bool:
    """Whether an answer that is no date is a paragraph of notes, as a voice has it: in one line, or broken in two."""
    return sum("\u4e00" <= letter <= "\u9fff" for letter in given) >= FEWEST_TOLD


def _day_of_line(desk: TalkDesk, session: Session, given: str) -> str | None:
    """The day of a line that tells the weather, the steps or who walked as well; they stand in the questions to come.

    ``None`` where there is no day in it, or anything that answers no question.
    """
    notes = desk.context.pasted(given)[0]
    if notes.date is None or notes.date > desk.context.today or notes.issues or notes.body.strip():
        return None
    for name in asked_facts(desk)[1:]:
        value = getattr(notes, name, None)
        if value not in (None, ()):
            session.answers[name] = "、".join(value) if name in LISTS else str(value)
    return notes.date.isoformat()


def read_fact(desk: TalkDesk, name: str, given: str) -> str:
    """An answer as it is kept: dates, times and numbers in one form.

    Raises ``MinqingError`` for what is none, and for what could not be written: a day to come, a length that nobody
    walks. Such an answer must never get into a draft, which could not be finished with it.
    """
    if name == "date":
        return _day(desk, given).isoformat()
    if not given or name not in ("time", "steps", "km"):
        return given
    try:
        if name == "time":
            return read_time(desk.context, given)
        read = read_km if name == "km" else read_steps
        return str(read(desk.context, given, say(f"show.{name}")))
    except MinqingError as error:
        raise MinqingError(ASKED_AGAIN.get(error.code, error.code), MISUSE, **error.params) from None


ASKED_AGAIN = {"log.too-many-steps": "asking.too-many-steps", "log.too-many-km": "asking.too-many-km"}
"""Refusals in the words of a question that is asked again."""


def _day(desk: TalkDesk, given: str) -> date:
    today = desk.context.today
    day = read_date(desk.context, given) if given else today
    if day > today:
        raise MinqingError("asking.future", day=day, weekday=say(f"words.weekday-{day.weekday()}"))
    return day


def doubt_of(desk: TalkDesk, session: Session, name: str, read: str) -> str | None:
    """A question about an answer that can hardly be meant, in words; ``None`` where there is none."""
    doubt = DOUBTS.get(name)
    return doubt(desk, session, read) if doubt and read else None


def _doubt_date(desk: TalkDesk, session: Session, read: str) -> str | None:
    ago = (desk.context.today - date.fromisoformat(read)).days
    return say("asking.doubt-old", day=read, days=ago) if ago > LONG_AGO else None


LONG_AGO = 180
"""Days after which a walk is seldom written down: 3-1 typed in November is rather a slip than last March."""


def _doubt_steps(desk: TalkDesk, session: Session, read: str) -> str | None:
    if 0 < int(read) <= MOST_STEPS:
        follows = _reckoned_from(desk, session, "steps")
        return None if follows else _doubt_pair(desk, int(read), session.answers.get("km"))
    return say("asking.doubt-steps", steps=read, km=km_of(desk, int(read)))


def _doubt_km(desk: TalkDesk, session: Session, read: str) -> str | None:
    if 0 < Decimal(read) <= MOST_KM:
        steps = "" if _reckoned_from(desk, session, "km") else session.answers.get("steps")
        return _doubt_pair(desk, int(steps), read) if steps else None
    return say("asking.doubt-km", km=read)


def _doubt_pair(desk: TalkDesk, steps: int, km: str | None) -> str | None:
    if not km or not steps or plausible(steps, Decimal(km)):
        return None
    length = (Decimal(km) * 1000 / steps).quantize(Decimal("0.01"))
    return say("asking.doubt-pair", steps=steps, km=km, length=length, usual=desk.step_length)


def _doubt_time(desk: TalkDesk, session: Session, read: str) -> str | None:
    start, end = minutes_of(read)
    if end <= start:
        return say("asking.doubt-time-order", time=read)
    return say("asking.doubt-time-long", time=read) if end - start > LONGEST else None


DOUBTS: dict[str, Callable[[TalkDesk, Session, str], str | None]] = {
    "date": _doubt_date, "steps": _doubt_steps, "km": _doubt_km, "time": _doubt_time,
}  # fmt: skip
"""What is asked about an answer that can be read."""


def km_of(desk: TalkDesk, steps: int) -> Decimal:
    """The kilometres of so many steps."""
    return lengths.km_of(steps, desk.step_length)


def steps_of(desk: TalkDesk, km: Decimal) -> int:
    """The steps of so many kilometres."""
    return lengths.steps_of(km, desk.step_length)


def default_of(desk: TalkDesk, session: Session, name: str) -> str:
    """What stands in the line before anything is typed: what was answered before, else what the last walk had."""
    if name in session.answers:
        return session.answers[name]
    if name == "date":
        return desk.context.today.isoformat()
    if name == "km" and session.answers.get("steps"):
        return str(km_of(desk, int(session.answers["steps"])))
    last = desk.last_walk
    if name == "time" and session.way == "second" and last.date.isoformat() == session.answers["date"]:
        return ""  # nobody walks twice at one time
    if name in ("walkers", "companions"):
        return "、".join(getattr(last, name))
    return {"route": last.route, "time": last.time}.get(name) or ""


def complete_lengths(desk: TalkDesk, session: Session) -> None:
    """Steps or kilometres alone are enough: the other follows, and that is said."""
    steps, km = session.answers.get("steps"), session.answers.get("km")
    reckoned = steps_of(desk, Decimal(km)) if km and not steps and "steps" not in session.without else 0
    if 0 < reckoned <= UTMOST:
        session.answers["steps"] = str(reckoned)
        desk.tell(say("asking.steps-reckoned", steps=session.answers["steps"], length=desk.step_length))
    elif steps and km is None and int(steps):
        session.answers["km"] = str(km_of(desk, int(steps)))
        desk.tell(say("asking.km-reckoned", km=session.answers["km"], length=desk.step_length))


def ask_until_said(desk: TalkDesk, session: Session, name: str, default: str) -> None:
    """Ask for a fact that must be answered; notes that are pasted here are kept aside."""
    while (onward := ask_fact(desk, session, name, default)) is not True:
        if isinstance(onward, str):
            desk.set_aside(onward)


READ_ANEW = ("date", "time", "steps", "km")
"""Facts that are no words, and may be none that can be written."""


def ask_refused(desk: TalkDesk, session: Session) -> None:
    """Ask for what was answered and cannot be written, as in a draft that an older program kept or somebody changed."""
    for name in READ_ANEW:
        there = session.answers.get(name)
        try:
            if there:
                read_fact(desk, name, there)
        except MinqingError as error:
            desk.refused(error)
            ask_until_said(desk, session, name, there or "")


def check_all(desk: TalkDesk, session: Session) -> None:
    """Question what pasted notes or flags say that can hardly be meant; each is asked once."""
    ask_refused(desk, session)
    question_doubtful(desk, session, READ_ANEW)


def question_doubtful(desk: TalkDesk, session: Session, names: Iterable[str]) -> None:
    """Ask for those facts again that can hardly be meant, each doubt once: steps that fit no kilometres fit none."""
    told: set[str] = set()
    for name in names:
        read = session.answers.get(name)
        doubt = doubt_of(desk, session, name, read) if read else None
        if doubt and doubt not in told:
            told.add(doubt)
            desk.tell(doubt)
            ask_fact(desk, session, name, read or "", doubted=read)
