"""The whole entry once more before it is written; any part of it can still be changed."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from datetime import date

from minqing.cli.commands.composing import Told, hints_for, issue_from, issue_preview
from minqing.cli.commands.entries import Draft
from minqing.cli.commands.entry_shown import walk_lines
from minqing.cli.commands.full_names import names_of, tell_names
from minqing.cli.commands.logging import Typed, draft_from
from minqing.cli.commands.walk_facts import told_in_words
from minqing.cli.drawing import packed
from minqing.cli.keyboard.question import Question, is_back, is_nothing
from minqing.cli.talk.desk import TalkDesk
from minqing.cli.talk.facts import ask_fact, asked_facts, complete_lengths, default_of, take_facts
from minqing.cli.talk.lines import ask_matters, sentence
from minqing.cli.talk.matters import (
    AS_ANOTHER,
    FIELD_KEYS,
    WIDEST,
    agree,
    by_word,
    change_field,
    field_key,
    meant_behind,
)
from minqing.cli.talk.numbers import numbers_in
from minqing.cli.talk.remarks import ask_remarks
from minqing.cli.talk.rewording import reworded
from minqing.cli.talk.session import Session, keep, weekday_of
from minqing.cli.talk.sorting import (
    INSTEAD,
    INSTEAD_SAID,
    OUT,
    TEXT,
    as_text,
    ask_all_unsure,
    deed_last,
    doubtful,
    into_matters,
    into_text,
    put_back,
    put_instead,
    standing,
    unsure,
)
from minqing.domain.errors import MinqingError
from minqing.domain.model import Issue
from minqing.domain.values import replace
from minqing.messages import say
from minqing.reports.document import Line
from minqing.text.body import with_remarks
from minqing.text.normal import half_width

STOP = ("n", "no", "否", "不", "不要", "q", "quit", "退出")
WRITE = ("y", "yes", "是", "好", "对", "写入", "")


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
    moved = [as_text(told) for told in session.matters if told.instead == TEXT]
    in_words = told_in_words(desk.context, session.words)
    free = "\n".join(filter(None, (*in_words, session.remarks.get("", "").rstrip("\r\n"), *moved)))
    body = with_remarks("", {**session.remarks, "": free}, desk.context.file_language)
    matters = tuple(session.matters[at] for at in standing(session))
    return Draft(replace(entry, body=body, cleaned=cleaned), matters)


def _names(answers: dict[str, str], name: str) -> tuple[str, ...]:
    return (answers[name],) if answers.get(name) else ()


def reviewed(desk: TalkDesk, session: Session) -> str:
    """Show the entry until it is to be written (``write``), to be opened in the editor (``edit``), left (``stop``), or
    the last question is wanted again (``back``).

    Raises ``MinqingError`` where what was kept cannot be read any more.
    """
    show(desk, session)
    while True:
        given = desk.ask(Question(_asked(desk, session), keys=KEYS, fresh=True, pastes=True))
        word = half_width(given).lower()
        if word in WRITE:
            return "write"
        if word in STOP:
            return "stop"
        if word == "e":
            return "edit"
        if is_back(given):
            return "back"
        if not _changed(desk, session, word) and not _told_more(desk, session, given):
            desk.tell(_not_understood(session, given))
            continue
        keep(desk.context, session)
        show(desk, session)


def _asked(desk: TalkDesk, session: Session) -> str:
    """The question, with the day: of a long walk it has left the screen by then."""
    keys = packed(say("asking.review-keys").split("|"), (desk.context.screen.columns or WIDEST) - 1, indent="")
    return f"{keys}\n{say('asking.review', day=session.answers['date'], weekday=weekday_of(session))}"


def show(desk: TalkDesk, session: Session) -> None:
    """The entry as it would be written: facts, matters, body; and what nothing was said of, or is only a guess.

    Every matter keeps its number until the entry is written, whatever becomes of the others.
    """
    context, draft = desk.context, draft_of(desk, session)
    context.screen.draw(walk_lines(draft.entry))
    _show_issues(desk, session, draft)
    for number, each in enumerate(session.matters, 1):
        if not each.stands:
            context.screen.line(say(f"asking.was-{each.instead}", number=number, title=each.title))
        elif each.follows:
            context.screen.line(
                say("asking.ends" if each.ends else "asking.follows", number=number, id=each.follows, text=each.title)
            )
    _tell_missing(desk, session)
    tell_names(context, names_of(context, draft), written=False)
    for key, those in (("guesses", unsure(desk, session)), ("doubtful", doubtful(session))):
        if those:
            desk.tell(say(f"asking.{key}", numbers="、".join(str(at + 1) for at in those)))


def _show_issues(desk: TalkDesk, session: Session, draft: Draft) -> None:
    """The new issues, each with its number; a question mark stands behind what is a guess."""
    context, day = desk.context, draft.entry.date
    new = [(at + 1, session.matters[at]) for at in standing(session) if not session.matters[at].follows]
    hints = hints_for(context, [told for _, told in new], day, "walk")
    issues = tuple(issue_from(context, told, day, n, "walk", hint) for (n, told), hint in zip(new, hints, strict=True))
    if issues:
        blocks = issue_preview(context, issues, [n for n, _ in new], [hint.unsure for hint in hints])
        context.screen.draw([*([Line("")] if draft.entry.body.strip() else []), *blocks])
        _tell_twins(desk, issues)


def _tell_twins(desk: TalkDesk, issues: Sequence[Issue]) -> None:
    """Which of the new issues look like one matter told twice: the second one may be taken out."""
    from minqing.cli.commands.repeating import twins

    for first, double in twins(desk.context, issues):
        numbers = {"number": double.id.rpartition("-")[2], "first": first.id.rpartition("-")[2]}
        desk.tell(say("asking.twin-numbers", **numbers))


def _tell_missing(desk: TalkDesk, session: Session) -> None:
    """The facts nothing was said of, and what the last walk had for them."""
    missing = [name for name in asked_facts(desk) if name != "date" and not session.answers.get(name)]
    if not missing or session.way == "add":
        return
    desk.tell(say("asking.not-said", names=say("stats.list-comma").join(say(f"show.{n}") for n in missing)))
    usual = _as_last_time(desk, session)
    if usual:
        told = [f"{say(f'show.{name}')} {value}" for name, value in usual.items()]
        desk.tell(say("asking.last-time", facts=say("stats.list-comma").join(told)))


def _as_last_time(desk: TalkDesk, session: Session) -> dict[str, str]:
    """People and route of the last walk, where nothing was said of them now, not even that there are none."""
    if session.way == "add":
        return {}
    open_ones = [name for name in USUAL if name not in session.answers]
    return {name: value for name in open_ones if (value := default_of(desk, session, name))}


def _take_last_time(desk: TalkDesk, session: Session) -> None:
    session.answers.update(_as_last_time(desk, session))


def _changed(desk: TalkDesk, session: Session, word: str) -> bool:
    """Do what a key, a number or a number with a key (``4r``) stands for; ``False`` where it stands for nothing."""
    if word in ACTIONS:
        ACTIONS[word](desk, session)
        return True
    named = _NUMBERED.fullmatch(deed_last(word))
    numbers = numbers_in(named[1], len(session.matters)) if named and session.matters else None
    if named is None or not numbers or not (named[2] in ("", *INSTEAD_SAID) or field_key(named[2])):
        return False
    if named[2] in INSTEAD_SAID:
        put_instead(desk, session, [number - 1 for number in numbers], INSTEAD_SAID[named[2]])
        return True
    for number in numbers:
        change_matter(desk, session, number - 1, first=field_key(named[2]))
    return True


def _told_more(desk: TalkDesk, session: Session, given: str) -> bool:
    """Take a fact that is typed outright (步数 5200); let any other sentence stand in the line as the next matter."""
    if len(given) < AS_ANOTHER or (given.isascii() and " " not in given):
        return False
    if not take_facts(desk, session, given):
        _ask_more(desk, session, given)
    return True


def _not_understood(session: Session, given: str) -> str:
    """What to say of a key that is none: which there are, or how many matters."""
    number = _NUMBERED.fullmatch(half_width(given))
    if number and session.matters:
        last = len(session.matters)
        return say("asking.review-numbers", given=given, numbers=f"1-{last}" if last > 1 else "1")
    return say("asking.review-how", given=given, keys=" ".join(KEYS))


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
    if session.way != "add":
        complete_lengths(desk, session)
    if name == "date" and session.answers["date"] != default:
        session.way = ""  # what was decided was another day's


def change_matter(desk: TalkDesk, session: Session, at: int, first: str = "") -> None:
    """One matter's suggestion again: a key changes a part, ``r`` makes it a remark, ``-`` takes it out.

    ``<``, or another sentence typed at once, puts it in other words. ``first``: the part that is asked for at once.
    One that was taken out is put back.
    """
    if not session.matters[at].stands:
        put_back(desk, session, at)
        return
    day = date.fromisoformat(session.answers["date"])

    def kept(changed: Told) -> None:
        session.matters[at] = changed
        keep(desk.context, session)

    desk.tell(f"{at + 1}  {session.matters[at].title}")
    if session.matters[at].follows and _stays_note(desk, session, at):
        return
    while True:
        agreed = agree(desk, session.matters[at], day, "walk", kept=kept, first=first, prompt=(say("asking.or-none"),),
                       keys="".join(INSTEAD), guesses=False)  # fmt: skip
        first = ""
        kept(agreed.told)
        if agreed.key:
            put_instead(desk, session, [at], INSTEAD[agreed.key])
        if not agreed.back or not _reworded(desk, session, at, agreed.following):
            return


def _stays_note(desk: TalkDesk, session: Session, at: int) -> bool:
    """Whether a note to another issue is one still, perhaps in other words; ``n`` makes it an issue of its own."""
    old = session.matters[at]
    decision = desk.chosen(say("asking.follow-still", id=old.follows), "yn", "y", back=True)
    if decision == "n":
        session.matters[at] = replace(old, follows="")
    return decision == "y" or (decision == "<" and not _reworded(desk, session, at, ""))


def _reworded(desk: TalkDesk, session: Session, at: int, typed: str) -> bool:
    """The sentence of a matter typed anew (``typed`` already); ``False`` where it was taken out, or stays a note.

    A key, a tier or a day alone is no sentence: it changes the part that it plainly means.
    """
    day, old = date.fromisoformat(session.answers["date"]), session.matters[at]
    default = old.title
    text = say("asking.matter-again", number=at + 1)
    while not is_back(given := typed or desk.ask(Question(text, default, edited=True))):
        given = meant_behind(given, old.title)
        if is_nothing(given):
            put_instead(desk, session, [at], OUT)
            return False
        if not given:
            desk.tell(say("asking.not-emptied"))
            continue
        if old.follows and given == old.title:
            return False
        key, typed = field_key(given), ""
        try:
            told = change_field(desk, old, FIELD_KEYS[key], day, "walk") if key else by_word(desk, old, given, day)
            told = told or reworded(desk.context, old, sentence(desk.context, given), day, "walk")
        except MinqingError as error:
            desk.refused(error)
            default = given
            continue
        session.matters[at] = told
        break
    return True


def _ask_more(desk: TalkDesk, session: Session, typed: str = "") -> None:
    """More matters; notes of a whole walk that are pasted here are kept aside: this one has been told."""
    while isinstance(pasted := ask_matters(desk, session, typed), str):
        desk.set_aside(pasted)
        typed = ""


USUAL = ("walkers", "companions", "route")
"""What a walk has mostly in common with the last one."""

_NUMBERED = re.compile(r"(.*\d)\s*(\D?|[\u4e00-\u9fff]{2,4}|[a-z]{2,8})")
"""Numbers of matters, and perhaps what is to be done with them: 4, 4r, 3 5-7 -, 4层级."""

ACTIONS: dict[str, Callable[[TalkDesk, Session], object]] = {
    "r": into_text, "m": into_matters, "?": ask_all_unsure, "l": _take_last_time,
    "f": _change_fact, "a": _ask_more, "b": ask_remarks,
}  # fmt: skip
"""What each key of the review does."""

KEYS = "".join(ACTIONS) + "en<"
"""All of its keys."""
