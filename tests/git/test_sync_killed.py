"""A synchronisation that is killed at every step: the next command finds the diary as it was, or finishes it."""

from __future__ import annotations

import os
import random
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest
from team import DAY, Team, progress

from minqing.history import remote
from minqing.history.halfway import RECORD
from minqing.workspace.files import made_here

KILLS = int(os.environ.get("MINQING_SYNC_KILLS", "4"))
END = "    事由: 小广告\n"
MINE, THEIRS = "2026-11-19 办结 乙", "2026-11-18 跟进 甲"
DYING = """
import os, signal, subprocess, sys
from minqing.__main__ import run
left = int(sys.argv[2])
before = subprocess.Popen.__init__
def started(self, *given, **named):
    global left
    left -= 1
    if left == 0:
        os.kill(os.getpid(), signal.SIGKILL)
    before(self, *given, **named)
subprocess.Popen.__init__ = started
code = run(["-C", sys.argv[1], "sync"])
sys.exit(code)
"""


@pytest.fixture
def apart(tmp_path_factory: pytest.TempPathFactory) -> Team:
    """Both have written; one has shared it."""
    team = Team(tmp_path_factory.mktemp("apart"))
    a, b = team.people
    new = END + "  - 编号: 20261116-3\n    事由: {}\n"
    a.edit(progress(THEIRS), (END, new.format("井盖")))
    a.write("diaries/2026/2026-11-17.md", "---\n日期: 2026-11-17\n---\n")
    b.edit(progress(MINE), (END, new.format("垃圾")))
    b.by_hand("diaries/2026/2026-11-18.md", "---\n日期: 2026-11-18\n---\n")
    a.sync()
    return team


def whole(team: Team) -> None:
    """After the next synchronisation everything is there once, and nobody counts as having edited by hand."""
    a, b = team.people
    b.sync()
    a.sync()
    assert a.head == b.head
    for person in (a, b):
        text = person.read()
        assert [text.count(word) for word in (MINE, THEIRS, "井盖", "垃圾")] == [1, 1, 1, 1]
        assert person.exists("diaries/2026/2026-11-17.md")
        assert person.exists("diaries/2026/2026-11-18.md")
        assert person.git("status", "--porcelain") == ""
        assert person.problems() == []
    assert a.git("log", "--format=%s").count("手工修改") == 1
    assert not b.exists(RECORD)


def test_killed_before_each_git(apart: Team, tmp_path: Path) -> None:
    step, done = 1, False
    while not done:
        team = apart.copied(tmp_path / str(step))
        root = str(team.people[1].root)
        code = subprocess.run(
            [sys.executable, "-c", DYING, root, str(step)], capture_output=True, check=False
        ).returncode
        assert code in (0, -signal.SIGKILL)
        done = code == 0
        whole(team)
        step += 7 if KILLS < 10 else 1
    assert step > 15


def test_killed_at_any_moment_with_all_it_started(apart: Team, tmp_path: Path) -> None:
    chance = random.Random(7)
    for number in range(KILLS):
        team = apart.copied(tmp_path / str(number))
        command = [sys.executable, "-m", "minqing", "-C", str(team.people[1].root), "sync"]
        quiet = {"stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL}
        process = subprocess.Popen(command, start_new_session=True, **quiet)  # type: ignore[call-overload]
        time.sleep(chance.uniform(0.05, 0.6))
        os.killpg(process.pid, signal.SIGKILL)
        process.wait()
        whole(team)


@pytest.mark.skipif(not Path("/proc/self/fd").is_dir(), reason="which file is meant is read from /proc")
def test_a_merge_is_on_the_disk_before_it_counts_as_done(
    apart: Team, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    b = apart.copied(tmp_path / "x").people[1]
    kept: list[str] = []
    real = os.fsync

    def fsync(handle: int) -> None:
        place = Path(os.readlink(f"/proc/self/fd/{handle}"))
        if b.exists(RECORD) and place.is_relative_to(b.root / "diaries"):
            kept.append(place.relative_to(b.root).as_posix())
        real(handle)

    monkeypatch.setattr("os.fsync", fsync)
    b.sync()
    assert {"diaries/2026/2026-11-16.md", "diaries/2026/2026-11-17.md", "diaries/2026"} <= set(kept)
    assert kept.index("diaries/2026") > kept.index("diaries/2026/2026-11-17.md")


def test_a_page_that_a_power_cut_has_emptied_is_written_again(apart: Team, tmp_path: Path) -> None:
    b = apart.copied(tmp_path / "x").people[1]
    b.sync()
    whole_page = b.read()
    (b.root / RECORD).write_text(f"{b.head} {made_here(b.root)}")
    (b.root / "diaries/2026/2026-11-16.md").write_bytes(b"\0" * len(whole_page.encode()))
    (b.root / "diaries/2026/2026-11-17.md").unlink()
    b.write("diaries/2026/2026-11-19.md", "---\n日期: 2026-11-19\n---\n")
    assert b.read() == whole_page
    assert b.exists("diaries/2026/2026-11-17.md")
    assert b.git("status", "--porcelain") == ""
    assert b.git("log", "-1", "--format=%s", "--", "diaries/2026/2026-11-17.md") != b.git("log", "-1", "--format=%s")


def test_a_folder_that_is_half_way(apart: Team, tmp_path: Path) -> None:
    """git was killed while it wrote: one file is new, one is not, its lock is left."""
    team = apart.copied(tmp_path / "x")
    b = team.people[1]
    b.git("fetch", "-q", "origin")
    b.git("add", ".")
    b.git("commit", "-qm", "手工修改 2026-11-18")
    merge = b.git("commit-tree", "origin/main^{tree}", "-p", "HEAD", "-p", "origin/main", "-m", "合并")
    b.by_hand("diaries/2026/2026-11-17.md", "---\n日期: 2026-11-17\n---\n")
    (b.root / ".minqing").mkdir(exist_ok=True)
    (b.root / RECORD).write_text(f"{merge} {made_here(b.root)}")
    lock = b.root / ".git/index.lock"
    (b.root / ".minqing/git.running").touch()
    lock.touch()
    b.edit(("天气: 晴", "天气: 阴"))  # any command that writes clears up first
    assert not b.exists("diaries/2026/2026-11-17.md")
    assert not lock.exists()
    whole(team)


def test_what_somebody_wrote_meanwhile_is_not_touched(apart: Team, tmp_path: Path) -> None:
    team = apart.copied(tmp_path / "x")
    b = team.people[1]
    b.git("fetch", "-q", "origin")
    (b.root / ".minqing").mkdir(exist_ok=True)
    (b.root / RECORD).write_text(f"{b.git('rev-parse', 'origin/main')} {made_here(b.root)}")
    b.by_hand(DAY, b.read().replace("天气: 晴", "天气: 大风"))
    whole(team)
    assert "天气: 大风" in team.people[0].read()


def test_on_windows_git_is_ended_with_all_that_it_started(monkeypatch: pytest.MonkeyPatch) -> None:
    """A process there has no group; the tree must be told to end before its head is gone."""
    done: list[object] = []

    class Git:
        pid = 4711

        def kill(self) -> None:
            done.append("killed")

    monkeypatch.setattr(subprocess, "call", lambda typed, **_: done.append(typed[1:]))
    remote._end_tree(Git())  # type: ignore[arg-type]
    assert done == [["/F", "/T", "/PID", "4711"], "killed"]


def test_on_windows_git_is_ended_without_that_program_too(monkeypatch: pytest.MonkeyPatch) -> None:
    with subprocess.Popen([sys.executable, "-c", "import time; time.sleep(60)"]) as git:
        monkeypatch.setattr(subprocess, "call", refused)
        remote._end_tree(git)
        assert git.wait(10) != 0


def refused(*_: object, **__: object) -> int:
    raise FileNotFoundError("taskkill.exe")
