"""Plain git, with and without minqing's merge driver: nothing is lost, and ``check --fix`` settles what git left."""

from __future__ import annotations

import subprocess
import sys

import pytest
from team import DAY, ENTRY, Person, Team, progress

from minqing.__main__ import run
from minqing.history.merge_driver import driver_command, install
from minqing.history.sides import driven, unmarked

END = "    事由: 小广告\n"
OTHER = END + "  - 编号: 20261116-3\n    事由: {}\n"


@pytest.fixture
def apart(team: Team) -> Person:
    """Two have written; the second one has fetched and not merged yet."""
    a, b = team.people
    a.edit(progress("2026-11-18 跟进 甲"), (END, OTHER.format("井盖")))
    b.edit(progress("2026-11-19 办结 乙"), (END, OTHER.format("垃圾")), ("天气: 晴", "天气: 阴"))
    a.sync()
    b.git("fetch", "-q")
    return b


def without_driver(person: Person) -> None:
    person.git("config", "--unset", "merge.minqing.driver")


def merge(person: Person, *options: str) -> int:
    command = ["git", *options, "merge", "-q", "--no-edit", "origin/main"]
    return subprocess.run(command, cwd=person.root, capture_output=True, check=False).returncode


def united(text: str) -> None:
    assert "      - 2026-11-18 跟进 甲\n      - 2026-11-19 办结 乙\n" in text
    assert "编号: 20261116-3\n    事由: 井盖\n  - 编号: 20261116-4\n    事由: 垃圾\n" in text
    assert "天气: 阴" in text


def test_a_clone_is_set_up_by_sync_alone(team: Team) -> None:
    b = team.people[1]
    assert "minqing" not in b.git("config", "--local", "--list")
    b.sync()
    assert b.git("config", "merge.minqing.driver") == driver_command()
    assert b.git("check-attr", "merge", DAY).endswith(": minqing")


def test_an_older_diary_gets_attributes_that_are_not_shared(team: Team) -> None:
    b = team.people[1]
    b.write(".gitattributes", "*.jpg binary\n")
    install(b.root)
    install(b.root)
    assert b.git("check-attr", "merge", DAY).endswith(": minqing")
    assert (b.root / ".git/info/attributes").read_text().count("minqing") == 1
    assert b.git("status", "--porcelain") == ""


def test_git_merge_with_the_driver_merges_by_meaning(apart: Person) -> None:
    install(apart.root)
    assert merge(apart) == 0
    united(apart.read())
    assert apart.problems() == []


def test_git_rebase_renumbers_what_is_not_shared(apart: Person) -> None:
    install(apart.root)
    apart.git("rebase", "-q", "origin/main")
    united(apart.read())


def test_the_driver_leaves_marks_around_a_contradiction_alone(team: Team) -> None:
    a, b = team.people
    a.edit(("期限: 2026-11-23", "期限: 2026-11-25"), progress("2026-11-18 跟进 甲"))
    b.edit(("期限: 2026-11-23", "期限: 2026-12-01"), progress("2026-11-19 办结 乙"))
    a.sync()
    b.git("fetch", "-q")
    install(b.root)
    assert merge(b) == 1
    text = b.read()
    assert "<<<<<<< ours\n    期限: 2026-12-01\n=======\n    期限: 2026-11-25\n>>>>>>> theirs\n" in text
    assert "- 2026-11-18 跟进 甲\n      - 2026-11-19 办结 乙\n" in text
    b.by_hand(DAY, text.replace("<<<<<<< ours\n    期限: 2026-12-01\n=======\n", "").replace(">>>>>>> theirs\n", ""))
    assert b.problems() == []


def test_a_driver_that_is_gone_leaves_both_sides(apart: Person) -> None:
    apart.git("config", "merge.minqing.driver", driver_command().replace(sys.executable, "/nowhere/python"))
    assert merge(apart) == 1
    assert "跟进 甲" in apart.read()
    assert "办结 乙" in apart.read()
    assert "conflict-marker" in apart.problems()


def test_a_folder_named_like_the_program_is_not_run(apart: Person) -> None:
    install(apart.root)
    for name in ("minqing", "yaml"):
        (apart.root / name).mkdir()
        (apart.root / name / "__init__.py").write_text("open('HIT', 'w')\n")
    assert merge(apart) == 0
    united(apart.read())
    assert not apart.exists("HIT")


@pytest.mark.parametrize("style", ["merge", "diff3", "zdiff3"])
def test_marks_of_a_plain_merge_are_settled_and_the_merge_finished(apart: Person, style: str) -> None:
    assert merge(apart, "-c", f"merge.conflictStyle={style}") == 1
    assert "conflict-marker" in apart.problems()
    assert run(["-C", str(apart.root), "check", "--fix"]) == 0
    united(apart.read())
    assert apart.git("status", "--porcelain") == ""
    assert len(apart.git("log", "-1", "--format=%P").split()) == 2
    assert not (apart.root / ".minqing/pending.json").exists()
    assert apart.sync().pushed


@pytest.mark.parametrize("style", ["merge", "diff3"])
def test_marks_that_were_committed(apart: Person, style: str) -> None:
    merge(apart, "-c", f"merge.conflictStyle={style}")
    apart.git("commit", "-qam", "合并")
    assert run(["-C", str(apart.root), "check", "--fix"]) == 0
    text = apart.read()
    assert "办结 乙" in text
    assert "跟进 甲" in text
    assert "井盖" in text
    assert "垃圾" in text
    assert apart.problems() == []


def test_marks_around_a_contradiction_are_left(team: Team, capsys: pytest.CaptureFixture[str]) -> None:
    b = team.people[1]
    text = ENTRY.replace(
        "    期限: 2026-11-23\n", "<<<<<<< a\n    期限: 2026-11-24\n=======\n    期限: 2026-11-25\n>>>>>>> b\n"
    )
    b.by_hand(DAY, text)
    assert run(["--lang", "zh", "-C", str(b.root), "check", "--fix"]) == 1
    assert "两边把“期限”改得不一样" in capsys.readouterr().err
    assert b.read() == text


def test_marks_are_not_sent(team: Team, capsys: pytest.CaptureFixture[str]) -> None:
    b = team.people[1]
    b.by_hand(DAY, ENTRY.replace("天气: 晴\n", "<<<<<<< a\n天气: 晴\n=======\n天气: 阴\n>>>>>>> b\n"))
    assert run(["--lang", "zh", "-C", str(b.root), "sync"]) == 1
    assert DAY in capsys.readouterr().err
    assert b.git("ls-remote", "origin", "main").split()[0] != b.head


def test_sync_during_a_merge_of_git_tells_the_way_out(apart: Person, capsys: pytest.CaptureFixture[str]) -> None:
    merge(apart)
    assert run(["--lang", "zh", "-C", str(apart.root), "sync"]) == 4
    assert "minqing 检查 --fix" in capsys.readouterr().err


def test_two_walks_held_apart_by_marks_become_two_files(team: Team) -> None:
    b = team.people[1]
    path = "diaries/2026/2026-11-17.md"
    walks = [f"---\n日期: 2026-11-17\n参加: [{who}]\n事项:\n  - 编号: 20261117-1\n    事由: {what}\n---\n"
             for who, what in (("王丽", "甲"), ("张书记", "乙"))]  # fmt: skip
    text = f"<<<<<<< ours\n{walks[0]}=======\n{walks[1]}>>>>>>> theirs\n"
    settled = unmarked(b.workspace, path, text.encode())
    assert settled is not None
    assert settled.files[path].decode() == walks[1]
    assert settled.files["diaries/2026/2026-11-17-2.md"].decode() == walks[0].replace("17-1", "17-2")
    raw, is_settled = driven(b.workspace, path, None, walks[0].encode(), walks[1].encode())
    assert not is_settled
    assert b"<<<<<<<" in raw
