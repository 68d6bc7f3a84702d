"""The secretary's desk for tests: a workspace, the program run in process, and what it answered.

``Desk.run("办结", "路灯")`` runs a command as typed and hands back its exit code, stdout and stderr;
``Desk.diary({...})`` writes entries the short way.
"""

from __future__ import annotations

import io
import json
import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from minqing.__main__ import run

TODAY = "2026-11-20"
"""Friday 20 November 2026: the day on which every test is run, unless it says otherwise."""

AUTHOR = "[user]\n\tname = 王丽\n\temail = wangli@example.com\n[init]\n\tdefaultBranch = main\n\ttemplateDir =\n"


@dataclass(frozen=True)
class Answer:
    """What a command answered."""

    code: int
    out: str
    err: str

    @property
    def json(self) -> Any:
        """The answer for programs; fails the test where stdout is not one JSON document."""
        return json.loads(self.out)

    @property
    def issue(self) -> dict[str, Any]:
        """The one issue of the answer."""
        (only,) = self.json["issues"]
        return dict(only)

    @property
    def ids(self) -> list[str]:
        """The ids of the answer's issues, in order."""
        return [issue["id"] for issue in self.json["issues"]]


class Desk:
    """A workspace and the environment its commands run in."""

    def __init__(self, root: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
        self.root = root
        self.patch = monkeypatch
        self.capsys = capsys

    # what a person does

    def run(self, *typed: str, stdin: str | bytes | None = None, **env: str) -> Answer:
        """One command as typed, ``-C`` the workspace; ``env`` holds for this call alone."""
        return self.anywhere("-C", str(self.root), *typed, stdin=stdin, **env)

    def anywhere(self, *typed: str, stdin: str | bytes | None = None, **env: str) -> Answer:
        """One command as typed, nothing added."""
        _forget_languages()
        with self.patch.context() as patch:
            for name, value in env.items():
                patch.setenv(name, value)
            if stdin is not None:
                raw = stdin.encode() if isinstance(stdin, str) else stdin
                patch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(raw), encoding="utf-8"))
            self.capsys.readouterr()
            code = run(typed)
        said = self.capsys.readouterr()
        assert "Traceback" not in said.err
        return Answer(code, said.out, said.err)

    def ok(self, *typed: str, **env: str) -> Answer:
        """A command that must end with 0."""
        answer = self.run(*typed, **env)
        assert answer.code == 0, f"{typed}: {answer.code} {answer.err}"
        return answer

    def json(self, *typed: str, **env: str) -> Any:
        """The JSON of a command that must end with 0."""
        return self.ok(*typed, "--json", **env).json

    def write(self, path: str, text: str | bytes) -> None:
        """A file of the workspace, byte for byte."""
        place = self.root / path
        place.parent.mkdir(parents=True, exist_ok=True)
        place.write_bytes(text if isinstance(text, bytes) else text.encode())

    def settings(self, text: str) -> None:
        """``minqing.yaml`` as given."""
        self.write("minqing.yaml", text)

    def entry(self, day: str, front: str = "", issues: str = "", body: str = "", name: str = "") -> str:
        """An entry of ``day``: further front matter, the text below ``事项``, the body. Answers its path."""
        path = f"diaries/{day[:4]}/{name or day}.md"
        listed = f"事项:\n{issues}" if issues else ""
        self.write(path, f"---\n日期: {day}\n{front}{listed}---\n{body}")
        return path

    def issue(self, day: str, *progress: str, number: int = 1, front: str = "", name: str = "", **fields: str) -> str:
        """An entry of ``day`` with one issue of which only the fields given are written. Answers its id."""
        id = f"{day.replace('-', '')}-{number}"
        self.entry(day, front, issue_yaml(id, *progress, **fields), name=name)
        return id

    def read(self, path: str) -> str:
        """A file of the workspace."""
        return (self.root / path).read_bytes().decode()

    # git

    def git(self, *args: str) -> str:
        """What git says in the workspace."""
        done = subprocess.run(["git", *args], cwd=self.root, capture_output=True, check=True)
        return done.stdout.decode()

    def commit_all(self) -> None:
        """All files committed by hand."""
        self.git("add", "-A")
        self.git("commit", "-qm", "准备")

    @property
    def commits(self) -> int:
        """How many commits there are."""
        return int(self.git("rev-list", "--count", "HEAD"))

    def message(self, commit: str = "HEAD") -> str:
        """The words of a commit."""
        return self.git("log", "-1", "--format=%B", commit).strip()

    def trailers(self, key: str, commit: str = "HEAD") -> list[str]:
        """The values of a trailer of a commit."""
        form = f"%(trailers:key={key},valueonly)"
        return self.git("log", "-1", f"--format={form}", commit).split()

    def committed(self, commit: str = "HEAD") -> list[str]:
        """The files of a commit."""
        return self.git("-c", "core.quotepath=false", "show", "--format=", "--name-only", commit).split()

    def status(self) -> list[str]:
        """What git calls changed, staged or unknown."""
        return self.git("-c", "core.quotepath=false", "status", "--porcelain").splitlines()


def issue_yaml(id: str, *progress: str, **fields: str) -> str:
    """One item of ``事项``; the title stands in for one not given. ``progress`` are lines as they stand in a file."""
    fields.setdefault("title", "窗前的路灯太亮")
    lines = [f"  - id: {id}\n", *(f"    {key}: {value}\n" for key, value in fields.items())]
    if progress:
        lines += ["    progress:\n", *(f"      - {line}\n" for line in progress)]
    return "".join(lines)


def _forget_languages() -> None:
    """Option helps are spoken when their module is loaded: in one process each run must load it anew."""
    for name in [name for name in sys.modules if name.startswith("minqing.cli.declared.")]:
        del sys.modules[name]


def isolate(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Nothing of the person who runs the tests: a home, a git configuration and a day of their own."""
    for name in [n for n in os.environ if n.startswith(("GIT_", "MINQING_", "LC_")) or n in ("NO_COLOR", "LANG")]:
        monkeypatch.delenv(name)
    for name in ("EDITOR", "VISUAL", "EMAIL"):
        monkeypatch.delenv(name, raising=False)
    home.mkdir(parents=True, exist_ok=True)
    (home / ".gitconfig").write_text(AUTHOR, encoding="utf-8")
    monkeypatch.setenv("HOME", str(home))
    monkeypatch.setenv("XDG_CONFIG_HOME", str(home / ".config"))
    monkeypatch.setenv("GIT_CONFIG_GLOBAL", str(home / ".gitconfig"))
    monkeypatch.setenv("GIT_CONFIG_NOSYSTEM", "1")
    monkeypatch.setenv("LC_ALL", "C.UTF-8")
    monkeypatch.setenv("MINQING_TODAY", TODAY)
    monkeypatch.setenv("COLUMNS", "100")


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The home of nobody in particular."""
    isolate(tmp_path / "home", monkeypatch)
    return tmp_path / "home"


@pytest.fixture
def desk(home: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Desk:
    """A workspace without git: for reading."""
    root = home.parent / "民情 日记"
    (root / "diaries").mkdir(parents=True)
    (root / "minqing.yaml").write_text("语言: zh\ngit: {提交: 否}\n", encoding="utf-8")
    return Desk(root, monkeypatch, capsys)


@pytest.fixture(scope="session")
def fresh_repository(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """What ``minqing init`` makes, made once and copied for each test."""
    with pytest.MonkeyPatch.context() as patch:
        isolate(tmp_path_factory.mktemp("home"), patch)
        root = tmp_path_factory.mktemp("fresh") / "w"
        code = run(["--lang", "zh", "init", str(root), "--name", "幸福里社区"])
        assert code == 0
        yield root


@pytest.fixture
def book(desk: Desk, fresh_repository: Path) -> Desk:
    """A workspace in a git repository, as ``minqing init`` makes it."""
    shutil.rmtree(desk.root)
    shutil.copytree(fresh_repository, desk.root)
    return desk


@pytest.fixture
def lamp(book: Desk) -> Desk:
    """A diary with one open issue, the lamp that is too bright, all committed."""
    book.issue("2026-11-16", place="5号楼", due="2026-11-23")
    book.commit_all()
    return book
