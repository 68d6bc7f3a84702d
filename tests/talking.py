"""A conversation answered by a scripted person."""

from __future__ import annotations

from contextlib import AbstractContextManager, nullcontext
from datetime import date
from pathlib import Path

from minqing.cli.commands.composing import Told
from minqing.cli.context import Context
from minqing.cli.keyboard.question import Question
from minqing.cli.talk.desk import TalkDesk

DAY = date(2026, 11, 16)
LAMP = Told("6号楼的阿姨说楼道灯不亮", category="property", tier="medium")


class Person:
    """Answers from a list; a question without an answer left fails the test."""

    def __init__(self, *answers: str) -> None:
        self.answers = list(answers)
        self.asked: list[Question] = []

    def held(self) -> AbstractContextManager[None]:
        return nullcontext()

    def ask(self, question: Question) -> str:
        self.asked.append(question)
        assert self.answers, f"nobody expected: {question.text}"
        given = self.answers.pop(0)
        return question.default if given == "ENTER" else given


def desk(root: Path, *answers: str) -> tuple[TalkDesk, Person]:
    """A conversation in the workspace ``root``, on the Friday after ``DAY``."""
    person = Person(*answers)
    context = Context(str(root), env={"MINQING_TODAY": "2026-11-20", "MINQING_INDEX": "no"})
    return TalkDesk(context, person), person
