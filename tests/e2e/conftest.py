"""The installed program in processes of its own, in a pipe and in a real terminal."""

from __future__ import annotations

import os
import re
import signal
import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest
from desk import AUTHOR, TODAY

pexpect = pytest.importorskip("pexpect", reason="a terminal is needed")
if not hasattr(pexpect, "spawn"):
    pytest.skip("this platform has no pseudo-terminals", allow_module_level=True)

MINQING = str(Path(sys.executable).parent / "minqing")
SETTINGS = "语言: zh\n社区: 幸福里社区\n"
ESCAPES = re.compile(r"\x1b\[[0-9;?]*[A-Za-z]|\x1b[=>]")
PATIENCE = 8
"""Seconds until a question that does not come fails a test."""


def _with_ctrl_c() -> None:
    """Tests that run in the background ignore Ctrl-C, and so would what they start; a terminal's program does not."""
    signal.signal(signal.SIGINT, signal.default_int_handler)


@dataclass
class Terminal:
    """A program that runs in a terminal: what it says is waited for, what a person types is sent."""

    child: pexpect.spawn

    def says(self, text: str) -> str:
        """Wait until ``text`` is shown; answers what was shown before it."""
        self.child.expect_exact(text, timeout=PATIENCE)
        return str(self.child.before)

    def types(self, line: str) -> None:
        """A line and Enter."""
        self.child.sendline(line)

    def answers(self, *pairs: tuple[str, str]) -> None:
        """Wait for each question and type its answer."""
        for question, answer in pairs:
            self.says(question)
            self.types(answer)

    def pastes(self, text: str) -> None:
        """Text as the terminal hands over a paste: all at once."""
        self.child.send(text)

    def interrupts(self) -> None:
        """Ctrl-C."""
        self.child.sendintr()

    def breaks_off(self) -> str:
        """Ctrl-C, which ends it as interrupted; answers what was shown last."""
        self.interrupts()
        code, said = self.ends()
        assert code == 130, said
        return said

    def ends(self) -> tuple[int | None, str]:
        """The exit code, and what was shown since the last wait."""
        self.child.expect(pexpect.EOF, timeout=PATIENCE)
        self.child.wait()  # to its own end, so that closing has nobody left to wait for
        self.child.close()
        return self.child.exitstatus, str(self.child.before).replace("\r\n", "\n")


class Machine:
    """A computer with a workspace on it."""

    def __init__(self, folder: Path) -> None:
        self.root = folder / "日记"
        home = folder / "home"
        home.mkdir()
        (home / ".gitconfig").write_text(AUTHOR, encoding="utf-8")
        kept = {name: os.environ[name] for name in ("PATH", "SYSTEMROOT", "TMPDIR") if name in os.environ}
        self.env = kept | {
            "HOME": str(home), "XDG_CONFIG_HOME": str(home / ".config"), "GIT_CONFIG_GLOBAL": str(home / ".gitconfig"),
            "GIT_CONFIG_NOSYSTEM": "1", "LC_ALL": "C.UTF-8", "TERM": "xterm-256color", "MINQING_TODAY": TODAY,
            "MINQING_HOME": str(self.root), "MINQING_LANG": "zh",
        }  # fmt: skip
        (self.root / "diaries" / "2026").mkdir(parents=True)
        (self.root / "minqing.yaml").write_text(SETTINGS, encoding="utf-8")
        (self.root / ".gitignore").write_text(".minqing/\n")
        for words in (["init", "-q"], ["add", "."], ["commit", "-qm", "开始"]):
            subprocess.run(["git", *words], cwd=self.root, env=self.env, check=True)

    def run(self, *typed: str, stdin: bytes = b"", **env: str) -> subprocess.CompletedProcess[bytes]:
        """The program in a pipe."""
        return subprocess.run(
            [MINQING, *typed], cwd=self.root, env=self.env | env, input=stdin, capture_output=True, timeout=60
        )

    def shell(self, line: str) -> subprocess.CompletedProcess[str]:
        """A line of bash; ``$M`` is the program."""
        return subprocess.run(
            ["bash", "-c", line],
            cwd=self.root,
            env=self.env | {"M": MINQING},
            capture_output=True,
            text=True,
            timeout=60,
        )

    def terminal(self, *typed: str, columns: int = 100, **env: str) -> Terminal:
        """The program in a terminal."""
        child = pexpect.spawn(
            MINQING, list(typed), cwd=str(self.root), env=self.env | env, encoding="utf-8", dimensions=(60, columns),
            preexec_fn=_with_ctrl_c,
        )  # fmt: skip
        child.delaybeforesend = None  # a question is waited for before it is answered
        child.ptyproc.delayafterclose = 0
        return Terminal(child)

    def shown(self, *typed: str, columns: int = 100, **env: str) -> str:
        """What a command shows in a terminal, with its escapes."""
        code, said = self.terminal(*typed, columns=columns, **env).ends()
        assert code == 0, said
        return said

    def write(self, path: str, text: str) -> None:
        place = self.root / path
        place.parent.mkdir(parents=True, exist_ok=True)
        place.write_bytes(text.encode())

    def read(self, path: str) -> str:
        return (self.root / path).read_bytes().decode()

    @property
    def diaries(self) -> list[str]:
        """The names of all diary files."""
        return sorted(p.name for p in (self.root / "diaries").rglob("*.md"))

    def git(self, *words: str) -> str:
        done = subprocess.run(["git", *words], cwd=self.root, env=self.env, capture_output=True, check=True)
        return done.stdout.decode()

    def editor(self, script: str) -> str:
        """An editor that runs a shell script on its file ``$1``."""
        place = self.root.parent / "editor.sh"
        place.write_text(f"#!/bin/sh\n{script}\n", encoding="utf-8")
        place.chmod(0o755)
        return str(place)


@pytest.fixture
def machine(tmp_path: Path) -> Machine:
    """A computer with an empty workspace."""
    return Machine(tmp_path)


@pytest.fixture
def plain() -> Callable[[str], str]:
    """Takes the escapes of a terminal off."""
    return lambda text: ESCAPES.sub("", text)
