"""Keyboards that bring their keys in pieces, and terminals that a conversation leaves as it found them."""

from __future__ import annotations

import os
import time
from typing import Any

import pytest

pexpect, termios = pytest.importorskip("pexpect"), pytest.importorskip("termios")

PIECE = 0.003
"""Seconds between two bytes of a slow line."""


def test_bytes_of_a_character_may_come_one_by_one_in_any_locale(machine: Any) -> None:
    """Over ssh the locale often stays behind: Chinese is typed, taken back and shown all the same."""
    add = machine.terminal("add", LC_ALL="POSIX", LANG="C")
    add.says("什么事")
    for byte in "6号楼3单元楼道灯坏\x7f不亮了\x1b[D\x1b[C\x7f\r".encode():
        os.write(add.child.fileno(), bytes([byte]))
        time.sleep(PIECE)
    add.answers(("回车=写入", ""))
    assert add.ends()[0] == 0
    assert "事由: 6号楼3单元楼道灯不亮\n" in machine.read("diaries/2026/2026-11-20-desk.md")


def test_a_terminal_shows_what_is_typed_again_after_a_conversation(machine: Any) -> None:
    log = machine.terminal("log")
    before = termios.tcgetattr(log.child.fileno())
    log.answers(("日期", ""))
    log.says("参加")
    log.interrupts()
    log.child.expect(pexpect.EOF)
    assert termios.tcgetattr(log.child.fileno()) == before
    assert before[3] & termios.ECHO


def test_a_key_that_comes_late_changes_the_matter_before(machine: Any) -> None:
    log = machine.terminal("log", "--date", "周一")
    log.answers(
        ("参加", ""), ("同行", ""), ("路线", ""), ("天气", ""), ("时间", ""), ("步数", ""), ("公里", ""),
        ("第1件", "6号楼楼道灯不亮"), ("回车=对", ""), ("第2件", "ｔ"), ("层级", "大"), ("t 大事", ""),
        ("第2件", ""), ("还想记", ""), ("写入", ""),
    )  # fmt: skip
    assert log.ends()[0] == 0
    text = machine.read("diaries/2026/2026-11-16.md")
    assert "层级: 大事" in text
    assert text.count("编号:") == 1


def test_an_enter_pressed_out_of_habit_behind_a_key_ends_nothing(machine: Any) -> None:
    """``y``, and Enter a moment later: it says yes once more, not that there are no more matters."""
    machine.run("add", "6号楼楼道灯不亮", "--yes", "--date", "周一")
    log = machine.terminal("log", "--date", "昨天")
    log.answers(
        ("参加", ""), ("同行", ""), ("路线", ""), ("天气", ""), ("时间", ""), ("步数", ""), ("公里", ""),
        ("第1件", "6号楼楼道灯还是不亮"),
    )  # fmt: skip
    log.says("记成它的跟进")
    log.pastes("y")
    time.sleep(0.2)
    log.pastes("\r")
    log.says("第2件")
    time.sleep(0.2)
    log.types("8号楼树密晒不到阳光")
    log.answers(("回车=对", ""), ("第3件", ""), ("还想记", ""), ("写入", ""))
    assert log.ends()[0] == 0
    assert "8号楼树密" in machine.read("diaries/2026/2026-11-19.md")
