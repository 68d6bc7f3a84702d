"""What of a walk is a matter and what a remark: turned into each other with a key, until the walk is written."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from datetime import date

from minqing.classify.notes.unmarked import without_lines
from minqing.classify.sentence.whether import may_be_none
from minqing.cli.commands.composing import Told, hints_for
from minqing.cli.talk.desk import TalkDesk
from minqing.cli.talk.matters import ask_unsure
from minqing.cli.talk.numbers import asked_numbers
from minqing.cli.talk.session import Session
from minqing.cli.talk.unmarked import told_from_line
from minqing.domain.errors import MinqingError
from minqing.domain.values import replace
from minqing.messages import say

OUT, TEXT = "out", "text"
"""What a line that was taken for a matter is instead: nothing, or a remark in the diary's text (``Told.instead``)."""

INSTEAD = {"-": OUT, "r": TEXT}
"""The key for each."""

INSTEAD_SAID = {**INSTEAD, **dict.fromkeys(("删掉", "删除", "删", "去掉", "不要", "out"), OUT),
                **dict.fromkeys(("正文", "放进正文", "放正文", "text"), TEXT)}  # fmt: skip
"""The same in words."""

_DEED_FIRST = re.compile(rf"({'|'.join(map(re.escape, INSTEAD_SAID))})\s*(?:第)?(\d[^\u4e00-\u9fff]*)件?")


def deed_last(typed: str) -> str:
    """What was typed of some matters with their numbers first, as keys are: 删掉4 is 4删掉."""
    found = _DEED_FIRST.fullmatch(typed)
    return f"{found[2]}{found[1]}" if found else typed


def standing(session: Session) -> list[int]:
    """Where the matters are that still are some."""
    return [at for at, told in enumerate(session.matters) if told.stands]


def doubtful(session: Session) -> list[int]:
    """Where the matters are that may be none: praise, a plan, news of an older one, by their words or to the reader.

    What follows another is one, and what a person has made one.
    """
    told = ((at, session.matters[at]) for at in standing(session))
    return [at for at, t in told if not (t.follows or t.instead) and (t.doubted or may_be_none(t.title))]


def unsure(desk: TalkDesk, session: Session) -> list[int]:
    """Where the matters are whose category or tier is a guess."""
    day = date.fromisoformat(session.answers["date"])
    new = [at for at in standing(session) if not session.matters[at].follows]
    hints = hints_for(desk.context, [session.matters[at] for at in new], day, "walk")
    return [at for at, hint in zip(new, hints, strict=True) if hint.unsure]


def put_instead(desk: TalkDesk, session: Session, those: Iterable[int], what: str) -> None:
    """Matters that are none: ``OUT`` or ``TEXT``. Each keeps its number, by which it is put back."""
    for at in those:
        session.matters[at] = replace(session.matters[at], instead=what)
        desk.tell(say(f"asking.now-{what}", number=at + 1, title=session.matters[at].title))


def put_back(desk: TalkDesk, session: Session, at: int) -> None:
    """A line that was no matter any more is one again."""
    session.matters[at] = replace(session.matters[at], instead="matter")
    desk.tell(say("asking.now-matter", number=at + 1, title=session.matters[at].title))


def into_text(desk: TalkDesk, session: Session) -> None:
    """The matters that may be none go into the text at once; where none is doubtful, which of them is asked."""
    there = doubtful(session)
    if not there and (all_of_them := standing(session)):
        numbers = asked_numbers(desk, say("asking.which-into-text"), [at + 1 for at in all_of_them], nothing=True)
        there = [number - 1 for number in numbers]
    put_instead(desk, session, there, TEXT)


def into_matters(desk: TalkDesk, session: Session) -> None:
    """Lines of the text become matters: the only one at once, else those that are picked."""
    lines = text_lines(session)
    if not lines:
        desk.tell(say("asking.no-text"))
        return
    numbers = [1] if len(lines) == 1 else _picked(desk, lines)
    for line in [lines[number - 1] for number in numbers]:
        _make_matter(desk, session, line, lines)


def text_lines(session: Session) -> list[str]:
    """The lines of the text that stand in no section."""
    return [line.strip() for line in session.remarks.get("", "").split("\n") if line.strip()]


def _picked(desk: TalkDesk, lines: Sequence[str]) -> list[int]:
    for number, line in enumerate(lines, 1):
        desk.context.screen.line(f"{number}  {line}")
    return asked_numbers(desk, say("asking.which-into-matters"), range(1, len(lines) + 1), nothing=True)


def _make_matter(desk: TalkDesk, session: Session, line: str, beside: Sequence[str]) -> None:
    try:
        told = told_from_line(desk.context, line, beside)
    except MinqingError as error:
        desk.refused(error)
        return
    session.remarks[""] = without_lines(session.remarks[""], (line,))
    session.matters.append(replace(told, instead="matter"))
    desk.tell(say("asking.now-matter", number=len(session.matters), title=told.title))


def ask_all_unsure(desk: TalkDesk, session: Session) -> None:
    """Each category and tier that is a guess, asked for one after another."""
    day = date.fromisoformat(session.answers["date"])
    for at in unsure(desk, session):
        desk.about = f"{at + 1}  {session.matters[at].title}"
        session.matters[at] = ask_unsure(desk, session.matters[at], day, "walk")
        desk.about = ""


def as_text(told: Told) -> str:
    """A matter as a remark: its sentence, and who was called on."""
    return f"{told.title} @{told.owner}" if told.owner else told.title
