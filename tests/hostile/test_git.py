"""What git finds in a clone runs nothing."""

from __future__ import annotations

from pathlib import Path

import pytest
from desk import Desk

FILE = "diaries/2026/2026-11-16.md"


@pytest.fixture
def attack(tmp_path: Path) -> Path:
    """A script that leaves a trace."""
    script = tmp_path / "hooks" / "pre-commit"
    script.parent.mkdir()
    script.write_text(f'#!/bin/sh\ntouch "{tmp_path}/ran"\ncat\n')
    script.chmod(0o755)
    return script


@pytest.mark.parametrize("bare", ["true", "false"])
def test_a_folder_that_looks_like_a_repository_brings_no_configuration(clone: Desk, attack: Path, bare: str) -> None:
    """A workspace below the top of a clone, made to look like a repository: git would obey its configuration."""
    clone.write("社区/minqing.yaml", "语言: zh\n")
    clone.write(f"社区/{FILE}", clone.read(FILE))
    worktree = "" if bare == "true" else f"\tworktree = {clone.root}/社区\n"
    clone.write(
        "社区/config",
        f"[core]\n\trepositoryformatversion = 0\n\tbare = {bare}\n{worktree}\thooksPath = {attack.parent}\n"
        f'\tfsmonitor = {attack}\n\tpager = {attack}\n[filter "x"]\n\tclean = {attack}\n',
    )
    clone.write("社区/HEAD", "ref: refs/heads/main\n")
    clone.write("社区/.gitattributes", "*.md filter=x\n")
    for folder in ("objects", "refs"):
        clone.write(f"社区/{folder}/.keep", "")
    clone.commit_all()
    for typed in (("note", "20261116-1", "看过"), ("history",), ("audit",), ("check",), ("list",)):
        clone.anywhere("-C", str(clone.root / "社区"), *typed)
        assert not (attack.parents[1] / "ran").exists(), typed
    assert "看过" in clone.read(f"社区/{FILE}")


def test_attributes_and_modules_run_nothing(clone: Desk, attack: Path) -> None:
    clone.write(".gitattributes", "* filter=x diff=x merge=x text eol=crlf\n")
    clone.write(".gitmodules", f'[submodule "x"]\n\tpath = x\n\turl = ext::{attack}\n\tupdate = !{attack}\n')
    clone.commit_all()
    assert clone.ok("note", "20261116-1", "看过", "--json").json["commit"]
    assert "看过" in clone.read(FILE)
    assert not (attack.parents[1] / "ran").exists()


@pytest.mark.parametrize(
    "attribute", ["working-tree-encoding=UTF-16", "ident", "text eol=crlf", "export-subst", "-diff"]
)
def test_attributes_that_change_bytes_lose_no_line(clone: Desk, attribute: str) -> None:
    clone.commit_all()
    clone.write(".gitattributes", f"diaries/**/*.md {attribute}\n")
    answer = clone.run("note", "20261116-1", "看过")
    assert answer.code in (0, 4)
    assert answer.code == 0 or "不要重复" in answer.err
    assert clone.json("list")["issues"][0]["progress"][0]["text"] == "看过"


def test_a_repository_inside_the_diaries_loses_no_line(clone: Desk) -> None:
    clone.commit_all()
    clone.git("init", "-q", "diaries/2025")
    clone.issue("2025-12-30", place="大门")
    answer = clone.run("note", "20251230-1", "看过")
    assert answer.code in (0, 4)
    assert "看过" in clone.read("diaries/2025/2025-12-30.md")
    assert clone.ok("note", "20261116-1", "后来").code == 0


def test_words_of_a_commit_do_no_harm_where_the_history_is_told(clone: Desk) -> None:
    clone.git("config", "user.name", "\x1b]0;坏\x07\u202e王[red]")
    clone.git("add", "-A")
    words = ("-m", "\x1b[2J坏\u202e\x9b31m [bold]x", "-m", "Minqing-Action: \x1b[31mclose\nMinqing-Issue: ../x")
    clone.git("commit", "-q", *words)
    for typed in (("history",), ("audit",), ("history", "--by", "王"), ("history", "20261116-1")):
        answer = clone.run(*typed)
        assert not {"\x1b", "\x9b", "\x07", "\u202e"} & set(answer.out + answer.err), typed
