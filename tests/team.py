"""Colleagues with a computer each, and the place they synchronise with: real clones of a real bare repository."""

from __future__ import annotations

import os
import shutil
import subprocess
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from minqing.domain.community import Community
from minqing.history.change import Change, Outcome, Write, carry_out
from minqing.history.sync import Synced, Words, synchronise
from minqing.text.merge import Contradiction
from minqing.workspace.load import Workspace, load_diary

WORDS = Words(
    lambda names: f"与 {'、'.join(names)} 的记录合并", lambda numbers, moved: "让出编号", lambda count: "允许"
)
DAY = "diaries/2026/2026-11-16.md"
ENTRY = """---
日期: 2026-11-16
类型: 走动
天气: 晴
参加: [张书记, 王丽]
# 走了一上午
事项:
  - 编号: 20261116-1
    事由: 5号楼的老爷子说路灯太亮
    责任: 物业
    期限: 2026-11-23
    办理:
      - 2026-11-16 联系 打了电话
  - 编号: 20261116-2
    事由: 小广告
---

## 走

走了一圈。
"""


@dataclass
class Person:
    """A colleague at her computer."""

    root: Path
    name: str

    @property
    def workspace(self) -> Workspace:
        return Workspace(self.root, Community(language="zh"))

    def git(self, *args: str) -> str:
        done = subprocess.run(["git", *args], cwd=self.root, capture_output=True, check=True)
        return done.stdout.decode("utf-8").strip()

    def read(self, path: str = DAY) -> str:
        return (self.root / path).read_bytes().decode("utf-8")

    def exists(self, path: str) -> bool:
        return (self.root / path).exists()

    def edit(self, *pairs: tuple[str, str], path: str = DAY) -> None:
        """Words for others in a file, in one commit."""
        text = self.read(path)
        for old, new in pairs:
            assert old in text, old
            text = text.replace(old, new, 1)
        self.write(path, text)

    def write(self, path: str, text: str | None) -> Outcome:
        """A file with this text (``None``: no file), in one commit."""
        new = None if text is None else text.encode("utf-8")
        outcome = carry_out(self.workspace, lambda: Change("edit", f"编辑 {path}", (Write(path, new),)))
        assert outcome.problem is None, outcome.problem
        return outcome

    def by_hand(self, path: str, text: str) -> None:
        """A file written without any program of ours, and not committed."""
        (self.root / path).parent.mkdir(parents=True, exist_ok=True)
        (self.root / path).write_bytes(text.encode("utf-8"))

    def sync(self, side: str | None = None, ask: Any = None, join: bool = False) -> Synced:
        """Synchronise; ``side`` is what is taken of every contradiction."""

        def chosen(found: list[Contradiction], ours: str, theirs: str) -> dict[tuple[str, str, str], str]:
            return {one.key: str(side) for one in found}

        return synchronise(self.workspace, WORDS, ask or (chosen if side else None), 60, join=join)

    def problems(self) -> list[str]:
        return [p.code for p in load_diary(self.workspace).problems]

    def diary(self) -> dict[str, str]:
        return {p.relative_to(self.root).as_posix(): p.read_bytes().decode() for p in self.root.glob("diaries/**/*.md")}

    @property
    def head(self) -> str:
        return self.git("rev-parse", "HEAD")


class Team:
    """Colleagues and what they share."""

    NAMES = ("王丽", "张书记", "李楼长")

    def __init__(self, folder: Path, seed: dict[str, str] | None = None, size: int = 2) -> None:
        self.folder = folder
        self.origin = folder / "共享.git"
        subprocess.run(["git", "init", "-q", "--bare", str(self.origin)], check=True)
        first = self._person(0)
        first.root.mkdir()
        first.git("init", "-q")
        self._named(first)
        first.git("remote", "add", "origin", str(self.origin))
        files = {"minqing.yaml": "语言: zh\n", ".gitattributes": "diaries/**/*.md -text merge=minqing\n"}
        for path, text in (files | (seed if seed is not None else {DAY: ENTRY})).items():
            first.by_hand(path, text)
        first.git("add", ".")
        first.git("commit", "-qm", "开始")
        first.sync()
        self.people = [first]
        for number in range(1, size):
            self.join(number)

    def apart(self, number: int, files: dict[str, str]) -> Person:
        """A colleague who began a diary of her own, and was given the place to share it later."""
        person = self._person(number)
        person.root.mkdir()
        person.git("init", "-q")
        self._named(person)
        for path, text in ({"minqing.yaml": "语言: zh\n"} | files).items():
            person.by_hand(path, text)
        person.git("add", ".")
        person.git("commit", "-qm", "另一个开始")
        person.git("remote", "add", "origin", str(self.origin))
        self.people.append(person)
        return person

    def _person(self, number: int) -> Person:
        return Person(self.folder / f"电脑 {number + 1}", self.NAMES[number])

    def _named(self, person: Person) -> None:
        person.git("config", "user.name", person.name)
        person.git("config", "user.email", f"{person.name}@example.com")

    def join(self, number: int, *options: str) -> Person:
        person = self._person(number)
        subprocess.run(["git", "clone", "-q", *options, str(self.origin), str(person.root)], check=True)
        self._named(person)
        self.people.append(person)
        return person

    def unplug(self) -> None:
        """The stick is taken out."""
        self.origin.rename(self.origin.with_name("拔掉"))

    def plug(self) -> None:
        self.origin.with_name("拔掉").rename(self.origin)

    def copied(self, folder: Path) -> Team:
        """The same team somewhere else."""
        shutil.copytree(self.folder, folder, symlinks=True)
        made = object.__new__(Team)
        made.folder, made.origin = folder, folder / self.origin.name
        made.people = [Person(folder / person.root.name, person.name) for person in self.people]
        for person in made.people:
            person.git("remote", "set-url", "origin", str(made.origin))
        return made


def progress(*lines: str) -> tuple[str, str]:
    """Lines behind the first issue's first line of progress, as ``edit`` takes them."""
    first = "      - 2026-11-16 联系 打了电话\n"
    return first, first + "".join(f"      - {line}\n" for line in lines)


def environment(**more: str) -> dict[str, str]:
    return {**os.environ, **more}
