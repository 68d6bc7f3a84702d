"""What was typed where something else was asked for, or not finished: put where it belongs instead of being lost."""

from __future__ import annotations

from collections.abc import Iterable

from minqing.cli.talk.desk import TalkDesk
from minqing.cli.talk.lines import matters_in, settle_many
from minqing.cli.talk.session import Session, keep
from minqing.domain.errors import MinqingError
from minqing.messages import say

AS_SENTENCE = 4
"""Chinese letters of an answer from which on it tells something, and is no slip in a number."""


def is_sentence(given: str) -> bool:
    """Whether an answer that cannot be read tells something that would be a pity to lose."""
    return sum("\u4e00" <= letter <= "\u9fff" for letter in given) >= AS_SENTENCE


def placed(desk: TalkDesk, session: Session, text: str, question: str) -> bool:
    """Ask whether ``text`` is a matter or a remark, and keep it as that; ``False`` where it is neither."""
    decision = desk.chosen(say(question, given=text), "12", "")
    if decision == "1":
        return _as_matter(desk, session, text)
    if decision == "2":
        before = session.remarks.get("", "").rstrip()
        session.remarks[""] = f"{before}\n{text}" if before else text
        keep(desk.context, session)
    return bool(decision)


def _as_matter(desk: TalkDesk, session: Session, text: str) -> bool:
    """Put a sentence behind the matters there are: it is seen, and may be changed, in the review."""
    try:
        found = matters_in(desk, session, text)
    except MinqingError as error:
        desk.refused(error)
        return False
    first = len(session.matters)
    session.matters.extend(found)
    for number, told in enumerate(found, first + 1):
        desk.tell(say("asking.now-matter", number=number, title=told.title))
    if session.answers.get("date"):
        settle_many(desk, session, range(first, len(session.matters)))
    keep(desk.context, session)
    return True


def place_unfinished(desk: TalkDesk, session: Session) -> None:
    """Ask about each line that was not finished when the conversation ended, and whose question did not come again."""
    left, desk.half = desk.half, {}
    for text in _told(left.values(), session):
        placed(desk, session, text, "asking.half-left")


def _told(texts: Iterable[str], session: Session) -> list[str]:
    """Those that tell something, and that nothing holds already."""
    there = {told.title for told in session.matters} | set(session.answers.values())
    return [text for text in texts if is_sentence(text) and text not in there]
