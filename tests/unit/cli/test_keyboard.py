"""The editable line: defaults, one-key answers, pastes, completion, input methods; typed through a pipe."""

from __future__ import annotations

import subprocess
import sys

import pytest

from minqing.cli.keyboard.question import Question, is_back, is_nothing, matching

pytest.importorskip("prompt_toolkit")
from prompt_toolkit.completion import CompleteEvent
from prompt_toolkit.document import Document
from prompt_toolkit.input import create_pipe_input
from prompt_toolkit.output import DummyOutput

from minqing.cli.keyboard.prompted import Anywhere, PromptedKeyboard

DAY = Question("日期?", default="2026-11-20")


def answers(typed: str, *questions: Question) -> list[str]:
    """What is answered to the questions when a person types this."""
    with create_pipe_input() as pipe:
        pipe.send_text(typed)
        keyboard = PromptedKeyboard(pipe, DummyOutput())
        return [keyboard.ask(question) for question in questions]


@pytest.mark.parametrize(
    ("typed", "answer"),
    [
        ("\r", "2026-11-20"),
        ("昨天\r", "昨天"),
        ("\x7f\r", ""),
        ("\x1b[D\x7f1\r", "2026-11-10"),
        ("\x1b[200~昨天\x1b[201~\r", "昨天"),
        ("２０\r", "２０"),
    ],
    ids=["enter takes it", "typing replaces it", "backspace empties it", "arrows edit it", "paste", "full width"],
)
def test_a_default_stands_in_the_line(typed: str, answer: str) -> None:
    assert answers(typed, DAY) == [answer]


@pytest.mark.parametrize("typed", ["t", "T", "ｔ", "Ｔ", "t\r", "ｔ\r"])
def test_one_key_answers_at_once_whatever_the_input_method_makes_of_it(typed: str) -> None:
    keyed, next_one = Question("改什么?", keys="tc"), Question("层级?")
    assert answers(f"{typed}大事\r", keyed, next_one) == ["t", "大事"]


def test_a_key_within_a_text_is_text() -> None:
    assert answers("at\r", Question("?", keys="t")) == ["at"]


@pytest.mark.parametrize("paste", ["甲\r乙\r丙\r", "甲\n乙\n丙", "\x1b[200~甲\r\n乙\n丙\x1b[201~"])
def test_a_paste_of_many_lines_is_one_answer(paste: str) -> None:
    typed = paste if paste.endswith("\r") else paste + "\r"
    assert answers(typed, Question("?", pastes=True)) == ["甲\n乙\n丙"]


def test_a_paste_where_one_line_is_wanted_becomes_one() -> None:
    assert answers("\x1b[200~张书记\n王丽\n\x1b[201~\r", Question("?", several=True)) == ["张书记、王丽"]


def test_enter_twice_answers_two_questions() -> None:
    assert answers("\r\r", Question("?", pastes=True), Question("?", default="好")) == ["", "好"]


def test_an_enter_typed_before_a_review_is_seen_does_not_accept_it() -> None:
    assert answers("\r\r\rn", Question("?"), Question("写入?", keys="n", fresh=True)) == ["", "n"]


@pytest.mark.parametrize(("typed", "raised"), [("\x03", KeyboardInterrupt), ("\x04", EOFError)])
def test_control_c_and_control_d_leave(typed: str, raised: type[BaseException]) -> None:
    with pytest.raises(raised):
        answers(typed, DAY)


def offered(typed: str, choices: tuple[str, ...], several: bool = False) -> list[str]:
    completer = Anywhere(choices, several)
    return [c.text for c in completer.get_completions(Document(typed), CompleteEvent())]


def test_completion_matches_anywhere_in_a_name() -> None:
    assert offered("丽", ("张书记", "王丽", "丽丽")) == ["丽丽", "王丽"]
    assert offered("王丽、书", ("张书记", "王丽"), several=True) == ["张书记"]
    assert offered("王丽、", ("张书记", "王丽"), several=True) == ["张书记"]
    assert matching(("ＡＢ座", "c"), "ab") == ["ＡＢ座"]


@pytest.mark.parametrize("given", ["<", "＜", "《", "返回", " < "])
def test_ways_back(given: str) -> None:
    assert is_back(given)


@pytest.mark.parametrize("given", ["-", "－", "无", "没有"])
def test_ways_to_leave_a_question_empty(given: str) -> None:
    assert is_nothing(given)


def test_the_line_is_not_loaded_where_nobody_is_asked() -> None:
    loaded = (
        "import sys, minqing.cli.commands.logging, minqing.cli.commands.adding; print('prompt_toolkit' in sys.modules)"
    )
    assert subprocess.run([sys.executable, "-c", loaded], capture_output=True, check=True).stdout == b"False\n"
