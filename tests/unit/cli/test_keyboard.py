"""The editable line: defaults, one-key answers, pastes, completion, input methods; typed through a pipe."""

from __future__ import annotations

import os
import subprocess
import sys
import threading

import pytest

from minqing.cli.keyboard.question import Question, is_back, is_nothing, matching

pytest.importorskip("prompt_toolkit")
from prompt_toolkit.completion import CompleteEvent
from prompt_toolkit.document import Document
from prompt_toolkit.input import create_pipe_input
from prompt_toolkit.output import DummyOutput

from minqing.cli.keyboard import prompted, watched
from minqing.cli.keyboard.hushed import heard, hushed
from minqing.cli.keyboard.plain import PlainKeyboard
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


@pytest.mark.parametrize(
    ("behind", "second"),
    [("\r", "好"), ("\r\r", "好"), ("大事\r", "大事"), ("\x1b[200~大事\x1b[201~\r", "大事"), ("\x7f\r", "")],
    ids=["a habit", "a habit and an answer", "the next answer", "a paste", "a backspace"],
)
def test_an_enter_soon_behind_a_key_belongs_to_it_and_answers_no_other_question(behind: str, second: str) -> None:
    with create_pipe_input() as pipe:
        keyboard = PromptedKeyboard(pipe, DummyOutput())
        pipe.send_text("t")
        soon = threading.Timer(prompted.LINGERS / 2, pipe.send_text, [behind])
        late = threading.Timer(prompted.LINGERS * 2, pipe.send_text, ["\r"])
        for timer in (soon, late):
            timer.start()
        asked = [keyboard.ask(Question("改什么?", keys="tc")), keyboard.ask(Question("层级?", default="好"))]
        late.join()
    assert asked == ["t", second]


def test_a_key_may_be_left_with_control_c() -> None:
    with pytest.raises(KeyboardInterrupt):
        answers("t\x03", Question("改什么?", keys="tc"))


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


@pytest.mark.parametrize("given", ["-", "－", "——", "无", "没有"])
def test_ways_to_leave_a_question_empty(given: str) -> None:
    assert is_nothing(given)


def test_the_line_is_not_loaded_where_nobody_is_asked() -> None:
    loaded = (
        "import sys, minqing.cli.commands.logging, minqing.cli.commands.adding; print('prompt_toolkit' in sys.modules)"
    )
    assert subprocess.run([sys.executable, "-c", loaded], capture_output=True, check=True).stdout == b"False\n"


def test_what_is_typed_ahead_answers_one_question_a_line() -> None:
    """Only a paste comes in lines after a question was shown; fast fingers come before it."""
    with create_pipe_input() as pipe:
        keyboard = PromptedKeyboard(pipe, DummyOutput())
        pipe.send_text("\r")
        asked = [keyboard.ask(DAY)]
        pipe.send_text("王丽\r顺时针\r晴\r4773步\r")
        asked += [keyboard.ask(Question("?", pastes=True)) for _ in range(4)]
    assert asked == ["2026-11-20", "王丽", "顺时针", "晴", "4773步"]


@pytest.mark.parametrize(
    ("typed", "first", "second"),
    [("\r张书记\r", "2026-11-20", "张书记"), ("\r\r", "2026-11-20", "")],
    ids=["one line", "enter"],
)
def test_enter_on_a_default_and_an_answer_behind_it_are_two_answers(typed: str, first: str, second: str) -> None:
    day = Question("日期?", default="2026-11-20", pastes=True)
    assert answers(typed, day, Question("?", pastes=True)) == [first, second]


def test_a_paste_that_came_before_a_question_could_be_seen_answers_the_next_one() -> None:
    with create_pipe_input() as pipe:
        keyboard = PromptedKeyboard(pipe, DummyOutput())
        pipe.send_text("11月16日 晴\n1. 6号楼灯不亮\n")
        later = threading.Timer(0.4, pipe.send_text, ["2"])
        later.start()
        assert keyboard.ask(Question("1接着记 2扔掉?", keys="12", later=True)) == "2"
        assert keyboard.ask(Question("日期?", pastes=True)) == "11月16日 晴\n1. 6号楼灯不亮"


def test_something_is_made_ready_while_the_fingers_rest(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(watched, "RESTS", 0.01)
    left, ready = [1, 2, 3], threading.Event()
    with create_pipe_input() as pipe:

        def typed() -> None:
            ready.wait(30)
            pipe.send_text("好\r")

        def work() -> bool:
            left.pop()
            if not left:
                ready.set()
            return bool(left)

        threading.Thread(target=typed).start()

        assert PromptedKeyboard(pipe, DummyOutput()).ask(Question("?", idle=work)) == "好"
    assert left == []


def test_a_long_question_stays_in_sight_on_a_dumb_terminal(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    prompts: list[str] = []
    monkeypatch.setattr("builtins.input", lambda prompt: prompts.append(prompt) or "")
    names = "张书记、刘主任、郑楼长、冯楼长、杨支书"
    assert PlainKeyboard(lambda: "").ask(Question("参加的人(用、隔开)?", names)) == names
    assert capsys.readouterr().out == f"参加的人(用、隔开)?\n[{names}]\n"
    assert prompts == ["> "]


def test_nothing_is_echoed_between_two_questions_but_in_a_plain_one(monkeypatch: pytest.MonkeyPatch) -> None:
    termios, pty = pytest.importorskip("termios"), pytest.importorskip("pty")
    outside, inside = pty.openpty()

    def echoes() -> bool:
        return bool(termios.tcgetattr(inside)[3] & termios.ECHO)

    with os.fdopen(outside), os.fdopen(inside) as terminal:
        monkeypatch.setattr(sys, "stdin", terminal)
        with hushed():
            assert not echoes()
            with heard():
                assert echoes()
            assert not echoes()
        assert echoes()


def test_lines_that_are_no_paste_answer_a_question_each() -> None:
    first = Question("日期?", pastes=True, is_paste=lambda text: "步" in text)
    assert answers("昨天\r\r晴\r", first, Question("谁?", default="王丽"), Question("天气?")) == ["昨天", "王丽", "晴"]
    assert answers("昨天\r晴\r4773步\r", first) == ["昨天\n晴\n4773步"]
    assert answers("昨天\r\x1b[200~甲\n乙\x1b[201~\r", first, Question("?", pastes=True)) == ["昨天", "甲\n乙"]


def test_lines_typed_ahead_at_a_dumb_terminal_answer_a_question_each(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("builtins.input", lambda *_: "昨天")
    keyboard = PlainKeyboard(lambda: "\n晴\n")
    first = Question("日期?", pastes=True, is_paste=lambda text: "步" in text)
    asked = [keyboard.ask(first), keyboard.ask(Question("谁?", default="王丽")), keyboard.ask(Question("天气?"))]
    assert asked == ["昨天", "王丽", "晴"]
