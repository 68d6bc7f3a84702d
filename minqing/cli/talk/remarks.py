"""The afternoon's remarks: free words, or section by section 走 看 听 问 记 办."""

from __future__ import annotations

from minqing.cli.keyboard.question import Question, is_back, is_nothing
from minqing.cli.talk.desk import TalkDesk
from minqing.cli.talk.session import Session, keep
from minqing.messages import say
from minqing.text.body import SECTIONS

BY_SECTION = "z"
"""The key that opens the six sections."""


def ask_remarks(desk: TalkDesk, session: Session) -> bool:
    """Anything else to write down; ``False`` for going back."""
    given = desk.ask(Question(say("asking.body"), keys=BY_SECTION, pastes=True))
    if is_back(given):
        return False
    if given == BY_SECTION:
        return _ask_sections(desk, session)
    if given and not is_nothing(given):
        _add(desk, session, "", given)
    return True


def _ask_sections(desk: TalkDesk, session: Session) -> bool:
    """Each section in turn; Enter skips one, ``<`` goes back one and opens what was typed there."""
    at = 0
    while at < len(SECTIONS):
        section = SECTIONS[at]
        before = session.remarks.get(section, "")
        default = before if "\n" not in before else ""
        given = desk.ask(Question(say(f"asking.section-{section}"), default, pastes=True))
        if is_back(given):
            if at == 0:
                return ask_remarks(desk, session)
            at -= 1
            continue
        if given or default:
            session.remarks[section] = "" if is_nothing(given) else given
            keep(desk.context, session)
        at += 1
    return True


def _add(desk: TalkDesk, session: Session, section: str, text: str) -> None:
    before = session.remarks.get(section, "")
    session.remarks[section] = f"{before.rstrip()}\n{text}" if before.strip() else text
    keep(desk.context, session)
