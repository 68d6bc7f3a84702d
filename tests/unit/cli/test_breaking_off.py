"""Ctrl-C at any instant of a conversation: between two questions, behind pasted lines, where Python tidies up."""

from __future__ import annotations

import os
import signal
from contextlib import suppress
from pathlib import Path
from typing import Any

import pytest
from talking import desk

from minqing.cli.keyboard.breaking_off import BreakingOff
from minqing.cli.keyboard.question import Question
from minqing.cli.talk import facts, walk
from minqing.cli.talk.desk import TalkDesk
from minqing.cli.talk.session import kept_as, new_session

pytest.importorskip("prompt_toolkit")
from prompt_toolkit.application import Application
from prompt_toolkit.input import create_pipe_input
from prompt_toolkit.output import DummyOutput

from minqing.cli.keyboard.prompted import PromptedKeyboard


def press() -> None:
    """Ctrl-C, as the terminal sends it while no question is asked."""
    os.kill(os.getpid(), signal.SIGINT)


class Tidied:
    """Something that Python takes away, in which Ctrl-C is pressed: what it raises there goes nowhere."""

    def __del__(self) -> None:
        press()


def test_ctrl_c_while_a_question_is_put_away_ends_the_conversation(monkeypatch: pytest.MonkeyPatch) -> None:
    tidy_up = Application.cancel_and_wait_for_background_tasks

    async def pressed_meanwhile(self: Any) -> None:
        press()
        await tidy_up(self)

    monkeypatch.setattr(Application, "cancel_and_wait_for_background_tasks", pressed_meanwhile)
    with create_pipe_input() as pipe:
        pipe.send_text("昨天\r")
        keyboard = PromptedKeyboard(pipe, DummyOutput())
        with pytest.raises(KeyboardInterrupt), keyboard.held():
            keyboard.ask(Question("日期?"))


def test_a_ctrl_c_that_was_swallowed_is_passed_on_at_the_next_question(capsys: pytest.CaptureFixture[str]) -> None:
    with create_pipe_input() as pipe:
        keyboard = PromptedKeyboard(pipe, DummyOutput())
        with suppress(KeyboardInterrupt), keyboard.held():
            Tidied()
            with pytest.raises(KeyboardInterrupt):
                keyboard.ask(Question("日期?"))
    assert capsys.readouterr().err == ""


def test_a_ctrl_c_that_was_swallowed_behind_the_last_question_is_passed_on_at_the_end() -> None:
    usual = signal.getsignal(signal.SIGINT)
    with pytest.raises(KeyboardInterrupt), BreakingOff().noticed():
        Tidied()
    assert signal.getsignal(signal.SIGINT) is usual


def test_ctrl_c_ends_a_conversation_in_a_terminal_that_was_told_to_ignore_it(monkeypatch: pytest.MonkeyPatch) -> None:
    usual = signal.signal(signal.SIGINT, signal.SIG_IGN)
    try:
        with pytest.raises(KeyboardInterrupt), BreakingOff().noticed():
            press()
        assert signal.getsignal(signal.SIGINT) is signal.SIG_IGN
    finally:
        signal.signal(signal.SIGINT, usual)


def test_ctrl_c_behind_pasted_lines_ends_the_conversation_once_they_are_taken() -> None:
    with create_pipe_input() as pipe:
        pipe.send_text("昨天\r晴\r4773步\r\x03")
        keyboard = PromptedKeyboard(pipe, DummyOutput())
        assert keyboard.ask(Question("日期?", pastes=True)) == "昨天\n晴\n4773步"
        with pytest.raises(KeyboardInterrupt):
            keyboard.ask(Question("谁?"))


@pytest.mark.parametrize("reading", ["are_notes", "_is_notes"])
def test_a_paste_is_kept_while_it_is_read(
    root: Path, reading: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def broken_off(*_: object) -> bool:
        raise KeyboardInterrupt

    monkeypatch.setattr(facts, reading, broken_off)
    with create_pipe_input() as pipe:
        pipe.send_text("11月16日 晴\r1. 6号楼楼道灯不亮\r2. 东门地锁\r")
        talk = TalkDesk(desk(root)[0].context, PromptedKeyboard(pipe, DummyOutput()))
        session = new_session(talk.context)
        walk._keep_half(talk, session)
        with pytest.raises(KeyboardInterrupt), walk._told_of_draft(talk, session):
            walk.ask_step(talk, session, "date")
    kept = kept_as(talk.context, session.file)
    assert "\n2. 东门地锁" in "".join(kept.half.values())
    assert "都留着" in capsys.readouterr().err
