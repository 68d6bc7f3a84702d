"""One issue of ``minqing add`` at the keyboard: a line of suggestion, every part behind its key."""

from __future__ import annotations

from datetime import date

from minqing.cli.commands.composing import Told, told_from_text
from minqing.cli.context import Context
from minqing.cli.keyboard.question import Question, is_back
from minqing.cli.talk.desk import TalkDesk
from minqing.cli.talk.matters import agree, listed_choice
from minqing.domain.model import KINDS
from minqing.domain.values import replace
from minqing.messages import say

KIND_KEY, LEAVE_KEY, WRITE_KEY = "k", "n", "y"
"""What changes the kind, leaves the issue unwritten, and writes it as Enter does."""


def asked_matter(context: Context) -> str:
    """What the matter is, where it was not typed on the command line."""
    return TalkDesk(context).ask(Question(say("log.ask-matter")))


def agreed_single(context: Context, told: Told, day: date, kind: str) -> tuple[Told, str] | None:
    """The issue and its kind as the person wants them; ``None`` where it is not to be written."""
    desk = TalkDesk(context)
    desk.explain("asking.keys-of-one")
    while True:
        told = _with_ticket(desk, told, kind)
        prompt = f"  {KIND_KEY} {say(f'words.{kind}')}{say('asking.add-it')}"
        agreed = agree(desk, told, day, kind, prompt=prompt, keys=KIND_KEY + LEAVE_KEY + WRITE_KEY)
        if agreed.key == LEAVE_KEY:
            return None
        if agreed.told is None:
            told = _reworded(desk, told)
        elif agreed.key == KIND_KEY:
            told, kind = agreed.told, _asked_kind(desk, kind)
        else:
            return agreed.told, kind


def _with_ticket(desk: TalkDesk, told: Told, kind: str) -> Told:
    """A hotline issue is asked once for the number of its ticket."""
    if kind != "hotline" or told.ticket is not None:
        return told
    return replace(told, ticket=desk.ask(Question(say("asking.ticket"))))


def _reworded(desk: TalkDesk, told: Told) -> Told:
    given = desk.ask(Question(say("log.ask-matter"), told.title))
    if is_back(given) or not given or given == told.title:
        return told
    return replace(told, title=told_from_text(desk.context, given).title, follows=None)


def _asked_kind(desk: TalkDesk, kind: str) -> str:
    words = {say(f"words.{id}"): id for id in KINDS if id != "walk"}
    return listed_choice(desk, "asking.kind", words, say(f"words.{kind}")) or kind
