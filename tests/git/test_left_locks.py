"""Locks of a git that was killed are put away by the next command; anybody else's are left alone and named."""

from __future__ import annotations

import os
import re
import subprocess
import sys
import time
from pathlib import Path

import pytest
from git_place import DAY, Place

from minqing.history import commit as commits
from minqing.history.change import Change, Write, carry_out, commit_waiting, pending
from minqing.history.left_locks import LOG, MARK, marked


@pytest.fixture(autouse=True)
def impatient(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(commits, "PAUSES", (0.01,))


def killed(place: Place, hook: str = "pre-commit") -> None:
    """A change whose git is killed when it calls the hook."""
    place.hook(hook, "kill -9 $PPID")
    outcome = place.change()
    assert outcome.commit is None
    assert outcome.problem
    (place.root / ".git/hooks" / hook).unlink()


def test_the_lock_of_a_killed_git_is_put_away(place: Place) -> None:
    killed(place)
    assert (place.root / ".git/index.lock").exists()
    assert place.change(subject="第二").commit
    assert place.subjects() == ["第二", "办结 20261116-3 路灯", "开始"]
    assert place.status() == ""
    assert list((place.root / ".git").rglob("*.lock")) == []


@pytest.mark.skipif(sys.platform == "win32", reason="a lock of the system tells who still runs")
def test_while_a_hook_of_it_still_runs_nothing_is_touched(place: Place) -> None:
    place.hook("pre-commit", "sleep 5 & echo $! > ../sleeper; kill -9 $PPID")
    place.change()
    (place.root / ".git/hooks/pre-commit").unlink()
    sleeper = int((place.root.parent / "sleeper").read_text())
    again = place.change(subject="第二")
    assert again.problem
    assert again.problem.code == "git.locked"
    assert (place.root / ".git/index.lock").exists()
    os.kill(sleeper, 9)
    time.sleep(0.05)
    assert place.change(subject="第三").problem is None


def test_a_lock_that_was_there_before_is_somebody_elses(place: Place) -> None:
    killed(place)
    lock = place.root / ".git/index.lock"
    old = time.time() - 3600
    os.utime(lock, (old, old))
    outcome = place.change(subject="第二")
    assert outcome.problem
    assert outcome.problem.code == "git.locked"
    assert lock.exists()


def test_so_is_one_made_long_after(place: Place) -> None:
    killed(place)
    before = time.time() - 3600
    os.utime(place.root / MARK, (before, before))
    assert place.change(subject="第二").problem
    assert (place.root / ".git/index.lock").exists()


def test_a_commit_of_hand_edits_that_was_killed_then_is_no_staging_of_the_user(place: Place) -> None:
    """Git and minqing were killed together: no record tells of hand edits, only the mark does."""
    index = place.root / ".git/index"
    before = index.read_bytes()
    place.write(DAY, place.read(DAY) + "手工添的\n")
    place.git("commit", "-qam", "手工修改 2026-11-16")
    index.write_bytes(before)
    (place.root / ".minqing").mkdir(exist_ok=True)
    (place.root / MARK).touch()
    assert place.git("status", "--porcelain").startswith("MM")
    commit_waiting(place.workspace)
    assert place.status() == ""
    assert place.subjects() == ["手工修改 2026-11-16", "开始"]


def test_a_commit_that_git_could_not_note_in_its_index_is_understood(place: Place) -> None:
    """Killed after the branch moved and before the index was put in place."""
    place.hook("reference-transaction", 'test "$1" = committed && kill -9 $PPID; exit 0')
    place.change()
    (place.root / ".git/hooks/reference-transaction").unlink()
    assert place.subjects() == ["办结 20261116-3 路灯", "开始"]
    outcome = place.change(subject="第二")
    assert outcome.problem is None
    assert place.subjects() == ["第二", "办结 20261116-3 路灯", "开始"]
    assert place.status() == ""
    assert pending(place.root) == []


@pytest.mark.parametrize("longest", [100_000, 2_000], ids=["on one line", "in a file"])
def test_so_is_one_of_more_files_than_a_command_line_takes(
    place: Place, monkeypatch: pytest.MonkeyPatch, longest: int
) -> None:
    monkeypatch.setattr("minqing.history.git.LONGEST", longest)
    writes = tuple(Write(f"diaries/2025/第{n}个.md", b"x\n") for n in range(120))
    place.hook("reference-transaction", 'test "$1" = committed && kill -9 $PPID; exit 0')
    carry_out(place.workspace, lambda: Change("import", "导入", writes))
    (place.root / ".git/hooks/reference-transaction").unlink()
    assert place.subjects() == ["导入", "开始"]
    outcome = place.change(subject="第二")
    assert outcome.problem is None
    assert place.subjects() == ["第二", "导入", "开始"]
    assert place.status() == ""
    assert pending(place.root) == []


def test_no_mark_stays_after_a_git_that_ended_by_itself(place: Place) -> None:
    place.change()
    assert not (place.root / MARK).exists()
    place.hook("pre-commit", "exit 1")
    place.change()
    assert not (place.root / MARK).exists()
    assert (place.root / LOG).exists()


def test_a_git_folder_that_may_not_be_written_is_no_lock(place: Place) -> None:
    """There is no file to delete, but a right to be had; that of another computer is quoted."""
    from minqing.history.git import Completed
    from minqing.history.refusal import explained

    words = f"fatal: Unable to create '{place.root}/.git/index.lock': Permission denied"
    assert explained(place.root, Completed(128, "", words)).code == "git.no-right"
    assert explained(place.root, Completed(128, "", f"remote: {words}")).code == "git.failed"
    ref = f"fatal: cannot lock ref 'HEAD': Unable to create '{place.root}/.git/HEAD.lock': File exists."
    assert explained(place.root, Completed(128, "", ref)).params["path"] == f"{place.root}/.git/HEAD.lock"


def test_every_file_is_on_the_disk_before_git_is_told_of_it(place: Place, tmp_path: Path) -> None:
    """Power loss: content before name, name and every new folder before the commit, git's objects before its branch."""
    trace = tmp_path / "trace"
    strace = _strace()
    script = (
        "import sys; sys.path[:0] = sys.argv[1:3]\n"
        "from pathlib import Path; from git_place import Place\n"
        "assert Place(Path(sys.argv[3])).change('diaries/2027/2027-01-04.md').commit"
    )
    calls = "trace=fsync,rename,renameat,renameat2,mkdir,mkdirat,execve"
    tests = Path(__file__).parents[1]
    typed = [sys.executable, "-c", script, str(tests), str(tests.parent), str(place.root)]
    subprocess.run([strace, "-f", "-y", "-qq", "-s", "300", "-e", calls, "-o", str(trace), *typed], check=True)
    seen = trace.read_text().splitlines()
    folder, file = "diaries/2027", "diaries/2027/2027-01-04.md"
    order = [
        rf'mkdir\w*\(.*{folder}"',
        r"fsync\(.*/diaries>",
        rf"fsync\(.*{folder}/.minqing-tmp-",
        rf"rename\w*\(.*{file}",
        rf"fsync\(.*{folder}>",
        r'execve.*"--only"',
        r"fsync\(.*/objects/.*tmp_obj",
        r"fsync\(.*/refs/heads/main.lock",
        r'rename\w*\(.*/refs/heads/main"',
    ]
    at = 0
    for step in order:
        at = _next(seen, at, step)


def _strace() -> str:
    from shutil import which

    return which("strace") or pytest.skip("there is no strace to look over its shoulder")


def _next(lines: list[str], start: int, wanted: str) -> int:
    found = next((at for at in range(start, len(lines)) if re.search(wanted, lines[at])), None)
    assert found is not None, f"{wanted} is not after line {start} of\n" + "\n".join(lines)
    return found + 1


@pytest.mark.parametrize(("code", "stays"), [(0, False), (1, False), (128, False), (-9, True), (0xC000013A, True)])
def test_the_mark_stays_where_git_did_not_end_by_itself(place: Place, code: int, stays: bool) -> None:
    """Below 0 it was a signal; Windows tells of a program that crashed, or went with its window, from 0x80000000 on."""
    (place.root / MARK).parent.mkdir(exist_ok=True)
    with marked(place.root) as codes:
        codes.append(code)
    assert (place.root / MARK).exists() is stays
