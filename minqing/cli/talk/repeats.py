"""The same matter at the same place: shown while it is written down, and a note offered instead of a new issue."""

from __future__ import annotations

from datetime import date

from minqing.classify.repeats import Repeat
from minqing.cli.commands.composing import Told, repeat_of
from minqing.cli.talk.desk import TalkDesk
from minqing.cli.talk.numbers import asked_numbers
from minqing.cli.talk.session import Session
from minqing.domain.fold import IssueState
from minqing.domain.values import replace
from minqing.messages import say

LEAST, MOST = 4, 200
"""Characters of a matter between which it is looked for while it is typed."""

CLOSING_VERBS = {"solved": "close", "referred": "refer"}
"""The verb that tells of an outcome."""


def repeat_line(found: Repeat) -> str:
    """``第3次:上次 2026-07-02 办结(20260625-1)``."""
    last = found.last
    return say("asking.repeat", count=found.count, id=last.id, what=_fate(last))


def _fate(last: IssueState) -> str:
    if last.closed:
        return f"{last.closed} {say('words.' + CLOSING_VERBS.get(last.outcome or '', 'close'))}"
    return say("asking.repeat-open", day=last.raised)


def hint_of_repeat(desk: TalkDesk, typed: str, day: date | None = None) -> str:
    """What is shown below a matter while it is typed: that it came up before, and as what."""
    if not LEAST <= len(typed) <= MOST or "\n" in typed:
        return ""
    found = repeat_of(desk.context, Told(typed), day)
    return f"  {repeat_line(found)} {found.last.title}" if found else ""


def offer_repeat(desk: TalkDesk, told: Told, day: date, kind: str) -> Told | None:
    """Show that a matter came up before; an open one may be followed by a note instead of a second issue.

    ``None`` where the person goes back to its sentence.
    """
    found = repeat_of(desk.context, told, day)
    if found is None or told.follows is not None:
        return told
    desk.tell("  " + repeat_line(found))
    old = found.open
    if old is None:
        return replace(told, follows="")
    decision = desk.chosen(say("asking.follow", id=old.id, title=old.title), "yn", "n", back=True)
    return None if decision == "<" else replace(told, follows=old.id if decision == "y" else "")


def offer_repeats(desk: TalkDesk, session: Session, those: range) -> None:
    """The same for matters that came together: where several follow open ones, they are asked about at once."""
    day = date.fromisoformat(session.answers["date"])
    followed = {at: old for at in those if (old := _open_before(desk, session.matters[at], at, day))}
    if not followed:
        return
    chosen = _those_followed(desk, session, followed)
    for at, old in followed.items():
        session.matters[at] = replace(session.matters[at], follows=old.id if at in chosen else "")


def _open_before(desk: TalkDesk, told: Told, at: int, day: date) -> IssueState | None:
    """The open issue that a matter may be a note to; that it came up before is said."""
    found = None if told.follows is not None or not told.stands else repeat_of(desk.context, told, day)
    if found:
        desk.tell(f"{at + 1}  {told.title}\n  {repeat_line(found)}")
    return found.open if found else None


def _those_followed(desk: TalkDesk, session: Session, followed: dict[int, IssueState]) -> set[int]:
    """Which of them are notes to the open issues, as the person says."""
    if len(followed) == 1:
        ((at, old),) = followed.items()
        decision = desk.chosen(say("asking.follow", id=old.id, title=old.title), "yn", "n", back=True)
        return {at} if decision == "y" else set()
    for at, old in followed.items():
        desk.context.screen.line(say("asking.follow-one", number=at + 1, id=old.id, title=old.title))
    numbers = asked_numbers(desk, say("asking.follow-many"), [at + 1 for at in followed], nothing=True)
    return {number - 1 for number in numbers}
