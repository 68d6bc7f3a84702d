"""A workspace in a real repository, with the words a test needs."""

from __future__ import annotations

import subprocess
from dataclasses import dataclass, field
from pathlib import Path

from minqing.domain.community import Community
from minqing.history.change import Change, Outcome, Write, carry_out
from minqing.workspace.load import Workspace

DAY = "diaries/2026/2026-11-16.md"
ISSUE = "20261116-3"

ENTRY = """---
日期: 2026-11-16
类型: 走动
事项:
  - 编号: 20261116-3
    事由: 窗前的路灯太亮
    办理:
      - 2026-11-17 联系 给老爷子打了电话
---

## 走
"""


@dataclass
class Place:
    """A workspace in a repository: what a person or a command does there, and what is seen."""

    root: Path
    community: Community = field(default_factory=lambda: Community(language="zh"))

    @property
    def workspace(self) -> Workspace:
        return Workspace(self.root, self.community)

    def git(self, *args: str) -> str:
        done = subprocess.run(["git", *args], cwd=self.root, capture_output=True, check=True)
        return done.stdout.decode("utf-8")

    def write(self, path: str, text: str) -> None:
        place = self.root / path
        place.parent.mkdir(parents=True, exist_ok=True)
        place.write_bytes(text.encode("utf-8"))

    def read(self, path: str) -> str:
        return (self.root / path).read_bytes().decode("utf-8")

    def change(self, path: str = DAY, line: str = "新的一行", **words: object) -> Outcome:
        """One command: append a line to a file."""

        def plan() -> Change:
            before = (self.root / path).read_bytes() if (self.root / path).exists() else b""
            return self._change(path, before + f"{line}\n".encode(), words)

        return carry_out(self.workspace, plan)

    @staticmethod
    def _change(path: str, new: bytes, words: dict[str, object]) -> Change:
        given = {"action": "close", "subject": "办结 20261116-3 路灯", "issues": (ISSUE,)} | words
        return Change(writes=(Write(path, new),), **given)  # type: ignore[arg-type]

    def message(self, commit: str = "HEAD") -> str:
        return self.git("log", "-1", "--format=%B", commit).rstrip("\n") + "\n"

    def subjects(self) -> list[str]:
        return self.git("log", "--format=%s").splitlines()

    def files(self, commit: str = "HEAD") -> list[str]:
        listed = self.git("show", "--format=", "--name-only", "-z", "--no-renames", commit)
        return [path for path in listed.split("\0") if path]

    def status(self) -> str:
        return self.git("-c", "core.quotepath=false", "status", "--porcelain", "--untracked-files=all")

    def recorded(self, path: str = DAY, commit: str = "HEAD") -> str:
        return self.git("show", f"{commit}:./{path}")

    def hook(self, name: str, script: str) -> None:
        place = self.root / ".git" / "hooks" / name
        place.parent.mkdir(exist_ok=True)
        place.write_text(f"#!/bin/sh\n{script}\n", encoding="utf-8")
        place.chmod(0o755)


def started(place: Place) -> Place:
    place.write("minqing.yaml", "语言: zh\n")
    place.write(".gitattributes", "diaries/**/*.md -text\n")
    place.write(DAY, ENTRY)
    place.git("add", ".")
    place.git("commit", "-qm", "开始")
    return place
