"""A question in a terminal that becomes narrower and wider, looked at as it stands on the screen."""

from __future__ import annotations

import shutil
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

pytestmark = pytest.mark.skipif(shutil.which("tmux") is None, reason="a terminal that breaks its rows is needed")
MINQING = str(Path(sys.executable).parent / "minqing")
PATIENCE = 8
"""Seconds until a screen that does not come fails a test."""

MATTER = "6号楼楼道灯不亮,一到晚上黑乎乎的老人上下楼都害怕摔跤请物业来修"


class Screen:
    """A window of tmux, which breaks rows anew as most terminals do."""

    def __init__(self, machine: Any, socket: Path) -> None:
        self._machine, self._socket = machine, socket

    def tmux(self, *words: str) -> str:
        done = subprocess.run(
            ["tmux", "-S", str(self._socket), "-f", "/dev/null", *words],
            env=self._machine.env, cwd=self._machine.root, capture_output=True, text=True, check=False,
        )  # fmt: skip
        return done.stdout

    def begins(self, *typed: str) -> None:
        """The program below some other lines: what is pushed off the screen nobody can clear."""
        command = " ".join(["seq", "9;", MINQING, *typed, ";", "sleep", "60"])
        self.tmux("new-session", "-d", "-x", "80", "-y", "24", command)

    def types(self, text: str) -> None:
        self.tmux("send-keys", "-l", text)

    def presses(self, key: str) -> None:
        self.tmux("send-keys", key)

    def is_wide(self, columns: int) -> None:
        self.tmux("resize-window", "-x", str(columns))

    def shows(self, *lines: str) -> None:
        """Wait until exactly these lines are the last ones on the screen."""
        until = time.monotonic() + PATIENCE
        while (shown := self.lines())[-len(lines) :] != list(lines):
            assert time.monotonic() < until, "\n".join(shown)
            time.sleep(0.05)

    def lines(self) -> list[str]:
        return [line.rstrip() for line in self.tmux("capture-pane", "-p", "-S", "-50").split("\n") if line.strip()]


@pytest.fixture
def screen(machine: Any, tmp_path: Path) -> Iterator[Screen]:
    window = Screen(machine, tmp_path / "tmux")
    yield window
    window.tmux("kill-server")


def test_a_narrower_window_leaves_no_stray_line(screen: Screen) -> None:
    screen.begins("add")
    screen.shows("什么事?")
    screen.types(MATTER)
    screen.shows(f"什么事? {MATTER}")
    screen.is_wide(41)
    screen.shows("什么事? 6号楼楼道灯不亮,一到晚上黑乎乎的", "老人上下楼都害怕摔跤请物业来修")
    screen.is_wide(80)
    screen.shows(f"什么事? {MATTER}")
    assert sum("什么事" in line for line in screen.lines()) == 1
    screen.presses("Enter")
    screen.shows("  t 中事  c 物业服务  p 6号楼  o 物业管理委员会  d 11-27  k 接待  [回车=写入]")
    screen.is_wide(50)
    screen.shows("  t 中事  c 物业服务  p 6号楼  o 物业管理委员会", "  d 11-27  k 接待  [回车=写入]")
    screen.is_wide(80)
    screen.shows("  t 中事  c 物业服务  p 6号楼  o 物业管理委员会  d 11-27  k 接待  [回车=写入]")
    assert sum("物业管理委员会" in line for line in screen.lines()) == 1
