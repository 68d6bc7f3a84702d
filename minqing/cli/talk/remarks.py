"""The afternoon's remarks: free words, or section by section 走 看 听 问 记 办."""

from __future__ import annotations

from minqing.cli.keyboard.question import Question, is_back, is_nothing
from minqing.cli.talk.desk import TalkDesk
from minqing.cli.talk.session import Session, keep
from minqing.domain.values import replace
from minqing.messages import say
from minqing.text.body import SECTIONS

BY_SECTION = "z"
"""The key that opens the six sections."""


def ask_remarks(desk: TalkDesk, session: Session) -> bool:
    """Anything else to write down; ``False`` for going back."""
    left = [at for at, section in enumerate(SECTIONS) if say(f"asking.section-{section}") in desk.half]
    if left:  # the window was closed in the midst of it
        return _ask_sections(desk, session, left[0])
    question = Question(say("asking.body"), keys=f"{BY_SECTION}<", pastes=True)
    while _is_slip(desk, given := desk.ask(question), question):
        question = replace(question, default=given, keys="")
    if is_back(given):
        return False
    if given == BY_SECTION and not question.default:
        return _ask_sections(desk, session)
    if given and not is_nothing(given):
        _add(desk, session, "", given)
    return True


def _is_slip(desk: TalkDesk, given: str, question: Question) -> bool:
    """Whether a letter or a number stands where a sentence was asked for: it is questioned once."""
    slip = given not in ("", BY_SECTION, question.default) and len(given) == 1 and given.isalnum()
    if slip:
        desk.tell(say("asking.doubt-remark", given=given))
    return slip


def _ask_sections(desk: TalkDesk, session: Session, at: int = 0) -> bool:
    """Each section in turn, from ``at``; Enter skips one, ``<`` goes back one and opens what was typed there."""
    while at < len(SECTIONS):
        section = SECTIONS[at]
        before = session.remarks.get(section, "")
        default = before if "\n" not in before else ""
        question = Question(say(f"asking.section-{section}"), default, pastes=True, edited=bool(default))
        while _is_slip(desk, given := desk.ask(question), question):
            question = replace(question, default=given)
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
