"""One change, one commit; hand edits first; what git refuses (exit 4)."""

from __future__ import annotations

import os
import shutil
import subprocess
from pathlib import Path

import pytest
from desk import Desk

ID = "20261116-1"
FILE = "diaries/2026/2026-11-16.md"


def hook(desk: Desk, script: str, name: str = "pre-commit") -> Path:
    place = desk.root / ".git" / "hooks" / name
    place.parent.mkdir(exist_ok=True)
    place.write_text(f"#!/bin/sh\n{script}\n")
    place.chmod(0o755)
    return place


@pytest.mark.parametrize(
    ("typed", "action"),
    [
        (["close", ID, "好了"], "close"),
        (["办结", ID, "好了"], "close"),
        (["note", ID, "看过"], "note"),
        (["escalate", ID, "街道", "--due", "12-01"], "escalate"),
        (["add", "树密", "--date", "11-16", "--kind", "visit", "--yes"], "add"),
        (["log", "--date", "11-17", "--issue", "树密"], "log"),
    ],
    ids=str,
)
def test_every_change_is_one_commit_in_words_with_trailers(lamp: Desk, typed: list[str], action: str) -> None:
    before = lamp.commits
    answer = lamp.ok(*typed, "--json")
    assert lamp.commits == before + 1
    assert answer.json["commit"] == lamp.git("rev-parse", "HEAD").strip()
    assert lamp.trailers("Minqing-Action") == [action]
    assert lamp.trailers("Minqing-Issue") == answer.ids
    assert lamp.committed() == [answer.json["entry"]]
    assert lamp.status() == []
    subject = lamp.message().splitlines()[0]
    assert any("\u4e00" <= c <= "\u9fff" for c in subject)


def test_the_author_is_who_git_knows(lamp: Desk) -> None:
    lamp.ok("close", ID)
    assert lamp.git("log", "-1", "--format=%an <%ae>").strip() == "王丽 <wangli@example.com>"


def test_what_else_is_staged_stays_staged(lamp: Desk) -> None:
    lamp.write("other.txt", "x")
    lamp.write("minqing.yaml", lamp.read("minqing.yaml") + "# 我的\n")
    lamp.git("add", "other.txt", "minqing.yaml")
    lamp.ok("close", ID)
    assert lamp.committed() == [FILE]
    assert lamp.status() == ["A  other.txt", "M  minqing.yaml"] or lamp.status() == ["M  minqing.yaml", "A  other.txt"]


def test_files_that_are_not_ours_are_left_alone(lamp: Desk) -> None:
    lamp.write("报表.xlsx", "x")
    lamp.ok("close", ID)
    assert lamp.committed() == [FILE]
    assert lamp.status() == ["?? 报表.xlsx"]


def test_hand_edits_go_into_a_commit_of_their_own_first(lamp: Desk) -> None:
    lamp.write(FILE, lamp.read(FILE).replace("太亮", "太暗"))
    lamp.issue("2026-11-17")
    before = lamp.commits
    lamp.ok("close", ID)
    assert lamp.commits == before + 2
    assert lamp.trailers("Minqing-Action", "HEAD~1") == ["hand-edit"]
    assert sorted(lamp.trailers("Minqing-Issue", "HEAD~1")) == ["20261116-1", "20261117-1"]
    assert sorted(lamp.committed("HEAD~1")) == [FILE, "diaries/2026/2026-11-17.md"]
    assert lamp.trailers("Minqing-Action") == ["close"]
    assert lamp.git("show", "--numstat", "--format=").split() == ["2", "0", FILE]


def test_a_file_deleted_by_hand_is_a_hand_edit(lamp: Desk) -> None:
    lamp.issue("2026-11-17")
    lamp.commit_all()
    (lamp.root / "diaries/2026/2026-11-17.md").unlink()
    lamp.ok("close", ID)
    assert lamp.committed("HEAD~1") == ["diaries/2026/2026-11-17.md"]
    assert lamp.status() == []


def test_hand_edits_are_kept_when_the_command_is_refused(lamp: Desk) -> None:
    lamp.write(FILE, lamp.read(FILE).replace("太亮", "太暗"))
    assert lamp.run("close", "井盖").code == 3
    assert "太暗" in lamp.read(FILE)


def test_settings_may_leave_commits_to_the_people(lamp: Desk) -> None:
    lamp.settings("语言: zh\ngit: {commit: no}\n")
    before = lamp.commits
    answer = lamp.ok("close", ID, "--json")
    assert (answer.json["commit"], answer.err) == (None, "")
    assert lamp.commits == before
    assert "办结" in lamp.read(FILE)


def test_git_runs_without_fsmonitor_and_hooks_run(lamp: Desk, tmp_path: Path) -> None:
    monitor = tmp_path / "fsmonitor.sh"
    monitor.write_text(f"#!/bin/sh\ntouch '{tmp_path}/asked'\n")
    monitor.chmod(0o755)
    lamp.git("config", "core.fsmonitor", str(monitor))
    hook(lamp, f"touch '{tmp_path}/hooked'")
    lamp.ok("close", ID)
    assert not (tmp_path / "asked").exists()
    assert (tmp_path / "hooked").exists()


# what git refuses


def refused(desk: Desk) -> None:
    """A close that git refuses: written, told, exit 4, JSON still valid."""
    before = desk.read(FILE)
    answer = desk.run("close", ID, "好了", "--json")
    assert answer.code == 4
    assert answer.json["commit"] is None
    assert answer.issue["state"] == "closed"
    assert desk.read(FILE).count("办结 好了") == before.count("办结 好了") + 1
    assert "不要重复" in answer.err


def settled(desk: Desk) -> None:
    """The next change commits what was left, once, before its own."""
    assert desk.ok("note", ID, "后来").code == 0
    assert desk.trailers("Minqing-Action") == ["note"]
    assert desk.trailers("Minqing-Action", "HEAD~1") == ["close"]
    assert desk.read(FILE).count("办结 好了") == 1
    assert desk.status() == []


def test_a_failing_hook(lamp: Desk) -> None:
    place = hook(lamp, "echo 不许 >&2; exit 1")
    refused(lamp)
    place.unlink()
    settled(lamp)


def test_the_words_of_a_failing_hook_are_shown(lamp: Desk) -> None:
    hook(lamp, "echo 期限没写 >&2; exit 1")
    assert "期限没写" in lamp.run("close", ID).err


def test_a_locked_index(lamp: Desk) -> None:
    lock = lamp.root / ".git" / "index.lock"
    lock.write_text("")
    refused(lamp)
    lock.unlink()
    settled(lamp)


def test_no_author(lamp: Desk, home: Path) -> None:
    config = (home / ".gitconfig").read_text(encoding="utf-8")
    (home / ".gitconfig").write_text("")
    refused(lamp)
    assert "user.name" in lamp.run("note", ID, "x").err
    (home / ".gitconfig").write_text(config, encoding="utf-8")
    assert lamp.run("note", ID, "y").code == 0
    assert lamp.status() == []


def test_a_merge_in_progress(lamp: Desk) -> None:
    lamp.git("checkout", "-qb", "theirs")
    lamp.write("a.txt", "1")
    lamp.commit_all()
    lamp.git("checkout", "-q", "main")
    lamp.write("a.txt", "2")
    lamp.commit_all()
    subprocess.run(["git", "merge", "theirs"], cwd=lamp.root, capture_output=True)
    refused(lamp)
    assert "merge" in lamp.run("note", ID, "x").err
    assert lamp.git("status").count("both added") == 1


def test_no_repository(lamp: Desk) -> None:
    shutil.rmtree(lamp.root / ".git")
    refused(lamp)
    assert lamp.run("list", "state:all", "--json").ids == [ID]


def test_no_git(lamp: Desk, tmp_path: Path) -> None:
    (tmp_path / "bin").mkdir()
    lamp.patch.setenv("PATH", str(tmp_path / "bin"))
    refused(lamp)
    assert lamp.run("list", "state:all", "--json").ids == [ID]


def test_reading_reminds_of_what_is_not_committed(lamp: Desk) -> None:
    hook(lamp, "exit 1")
    refused(lamp)
    answer = lamp.run("list", "state:all", "--json")
    assert answer.code == 0
    assert answer.ids == [ID]
    assert "提交" in answer.err


def test_a_log_that_git_refuses_is_written_once(lamp: Desk) -> None:
    place = hook(lamp, "exit 1")
    typed = ("log", "--date", "11-17", "--issue", "树密")
    assert lamp.run(*typed).code == 4
    again = lamp.run(*typed)
    assert again.code == 4
    assert "这次没有再写一遍" in again.err
    place.unlink()
    lamp.ok("note", "树密", "看过")
    assert lamp.trailers("Minqing-Action", "HEAD~1") == ["log"]


@pytest.mark.skipif(os.geteuid() == 0, reason="root may write everywhere")
def test_a_folder_that_cannot_be_written_changes_nothing(lamp: Desk) -> None:
    folder = (lamp.root / FILE).parent
    folder.chmod(0o555)
    try:
        answer = lamp.run("close", ID)
    finally:
        folder.chmod(0o755)
    assert answer.code
    assert "办结" not in lamp.read(FILE)


def test_an_environment_of_another_repository_is_not_ours(lamp: Desk, tmp_path: Path) -> None:
    subprocess.run(["git", "init", "-q", str(tmp_path / "other")], check=True)
    lamp.ok("close", ID, GIT_DIR=str(tmp_path / "other/.git"), GIT_WORK_TREE=str(tmp_path / "other"))
    assert lamp.trailers("Minqing-Action") == ["close"]
