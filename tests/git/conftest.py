"""Real repositories, untouched by the git configuration of whoever runs the tests."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

import pytest
from git_place import Place, started
from team import Person, Team


@pytest.fixture(autouse=True)
def home(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A home of its own whose git configuration knows one author."""
    folder = tmp_path_factory.mktemp("home")
    for name in [name for name in os.environ if name.startswith("GIT_") or name == "EMAIL"]:
        monkeypatch.delenv(name)
    monkeypatch.setenv("HOME", str(folder))
    monkeypatch.setenv("XDG_CONFIG_HOME", str(folder / ".config"))
    monkeypatch.setenv("GIT_CONFIG_GLOBAL", str(folder / ".gitconfig"))
    monkeypatch.setenv("GIT_CONFIG_NOSYSTEM", "1")
    text = "[user]\n\tname = 王丽\n\temail = wangli@example.com\n[init]\n\tdefaultBranch = main\n"
    (folder / ".gitconfig").write_text(text, encoding="utf-8")
    return folder


@pytest.fixture
def empty(tmp_path: Path) -> Place:
    """A repository before its first commit."""
    place = Place(tmp_path / "日记 本")
    place.root.mkdir()
    place.git("init", "-q")
    return place


@pytest.fixture
def place(empty: Place) -> Place:
    """A workspace with one entry, all committed."""
    return started(empty)


@pytest.fixture
def nested(tmp_path: Path) -> Place:
    """A workspace in a sub-folder of a larger repository."""
    top = Place(tmp_path / "大仓库")
    top.root.mkdir()
    top.git("init", "-q")
    top.write("README", "别的东西\n")
    return started(Place(_made(top.root / "社区 [1]" / "日记")))


def _made(folder: Path) -> Path:
    folder.mkdir(parents=True)
    return folder


@pytest.fixture
def team(tmp_path: Path) -> Team:
    """Two colleagues with a computer each, and the place they synchronise with."""
    return Team(tmp_path)


@pytest.fixture
def a(team: Team) -> Person:
    """The first of them."""
    return team.people[0]


@pytest.fixture
def b(team: Team) -> Person:
    """The second."""
    return team.people[1]


@pytest.fixture
def no_author(home: Path) -> Callable[[], None]:
    """Takes the author out of the configuration."""
    return lambda: (home / ".gitconfig").write_text("", encoding="utf-8") and None
