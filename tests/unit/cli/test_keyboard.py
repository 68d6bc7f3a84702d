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


LONG = 1.0
"""Seconds in which an Esc alone has been taken for what it is."""


def typed_slowly(question: Question, *pieces: str, pause: float = LONG) -> str:
    """What is answered when a person types these with a pause before each but the first."""
    with create_pipe_input() as pipe:
        keyboard = PromptedKeyboard(pipe, DummyOutput())
        timers = [threading.Timer(pause * at, pipe.send_text, [piece]) for at, piece in enumerate(pieces)]
        for timer in timers:
            timer.start()
        answer = keyboard.ask(question)
        for timer in timers:
            timer.join()
    return answer


def test_esc_goes_back_where_nothing_was_typed() -> None:
    assert is_back(typed_slowly(DAY, "", "\x1b"))
    assert is_back(typed_slowly(Question("还想记?", keys="z"), "", "\x1b\x1b"))
    assert is_back(answers("\x1b", DAY)[0]), "pressed before the question could be seen"


def test_esc_takes_nothing_that_was_typed_and_leaves_no_question_that_has_no_way_back() -> None:
    assert typed_slowly(DAY, "昨", "\x1b", "天\r") == "昨天"
    assert typed_slowly(Question("哪天?", "1", back=False), "", "\x1b", "\r") == "1"


def test_esc_leaves_the_names_that_are_offered_and_not_the_question() -> None:
    who = Question("谁?", choices=("张书记", "张老师"))
    assert typed_slowly(who, "张", "\x1b[B", "\x1b", "三\r") == "张三"


@pytest.mark.parametrize("behind", ["b", "t", "1", "-", "走"])
def test_what_is_typed_soon_behind_esc_is_typed(behind: str) -> None:
    assert answers(f"甲乙 丙丁\x1b{behind}\r", Question("?")) == [f"甲乙 丙丁{behind}"]
    assert typed_slowly(Question("?"), "\x1b", f"{behind}\r", pause=0.2) == behind


def test_an_arrow_whose_bytes_come_apart_is_an_arrow() -> None:
    assert typed_slowly(DAY, "\x1b", "[D", "\x7f1\r", pause=0.2) == "2026-11-10"
    assert typed_slowly(DAY, "\x1b[", "D\x7f1\r", pause=0.2) == "2026-11-10"


def test_text_with_esc_in_it_goes_back_nowhere() -> None:
    assert answers("\x1b[31m楼道灯\x1b[0m不亮\r", Question("?")) == ["楼道灯不亮"]
    assert answers("\x1b楼道灯不亮\r", Question("?")) == ["楼道灯不亮"]


SENTENCE = Question("第2件?", default="6号楼灯不亮", edited=True, pastes=True)


@pytest.mark.parametrize(
    ("typed", "answer"),
    [
        ("\r", "6号楼灯不亮"), ("了\r", "6号楼灯不亮了"), ("\x7f坏\r", "6号楼灯不坏"), ("\x15甲\r", "甲"),
        ("<", "<"), ("《", "《"), ("<\r", "<"), ("了<\r", "6号楼灯不亮了<"),
        ("\x1b[200~甲\n乙\x1b[201~\r", "6号楼灯不亮\n甲\n乙"),
    ],
)  # fmt: skip
def test_a_sentence_is_edited_as_an_ordinary_line(typed: str, answer: str) -> None:
    assert answers(typed, SENTENCE) == [answer]


def test_a_key_within_a_text_is_text() -> None:
    assert answers("at\r", Question("?", keys="t")) == ["at"]


@pytest.mark.parametrize("paste", ["甲\r乙\r丙\r", "甲\n乙\n丙", "\x1b[200~甲\r\n乙\n丙\x1b[201~"])
def test_a_paste_of_many_lines_is_one_answer(paste: str) -> None:
    typed = paste if paste.endswith("\r") else paste + "\r"
    assert answers(typed, Question("?", pastes=True)) == ["甲\n乙\n丙"]


TABLE = "日期\t地点\t问题\n11.16\t5号楼\t灯不亮\n\t6号楼\t门禁坏"


@pytest.mark.parametrize("paste", [f"\x1b[200~{TABLE}\x1b[201~\r", TABLE.replace("\n", "\r") + "\r", TABLE + "\n"])
def test_a_table_keeps_its_tabs_however_it_comes(paste: str) -> None:
    notes = Question("日期?", default="2026-11-20", choices=("日期表", "日期册"), pastes=True)
    assert answers(paste, notes) == [TABLE]
    assert typed_slowly(notes, "", paste) == TABLE


def test_a_tab_alone_still_picks_a_name() -> None:
    assert typed_slowly(Question("谁?", choices=("张书记",), pastes=True), "书", "\t", "\r") == "张书记"


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
        later = threading.Timer(0.4, pipe.send_text, ["2\r"])
        later.start()
        assert keyboard.ask(Question("1接着记 2扔掉?", keys="12", later=True)) == "2"
        assert keyboard.ask(Question("日期?", pastes=True)) == "11月16日 晴\n1. 6号楼灯不亮"


def test_the_first_figure_of_a_date_typed_early_throws_no_draft_away() -> None:
    with create_pipe_input() as pipe:
        pipe.send_text("2026-")
        threading.Timer(0.4, pipe.send_text, ["11-16\r"]).start()
        keyboard = PromptedKeyboard(pipe, DummyOutput())
        assert keyboard.ask(Question("1接着记 2扔掉?", keys="12", later=True)) == "2026-11-16"


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
