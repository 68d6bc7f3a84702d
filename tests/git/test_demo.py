"""The sample as ``minqing init --demo`` leaves it: files, history, and what it refuses."""

from __future__ import annotations

import re
import shutil
import subprocess
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from desk import Answer, Desk, desk, home, isolate

from minqing.__main__ import run

__all__ = ["desk", "home"]


@dataclass(frozen=True)
class Change:
    """One commit: its id, author, seconds, zone, whole message and number of files."""

    id: str
    name: str
    mail: str
    seconds: int
    zone: str
    words: str

    @property
    def action(self) -> str:
        return re.findall(r"^Minqing-Action: (\S+)$", self.words, re.MULTILINE)[0]

    @property
    def issues(self) -> list[str]:
        return re.findall(r"^Minqing-Issue: (\S+)$", self.words, re.MULTILINE)


@pytest.fixture(scope="module")
def demo(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """The sample, written once and only looked at."""
    with pytest.MonkeyPatch.context() as patch:
        isolate(tmp_path_factory.mktemp("home"), patch)
        root = tmp_path_factory.mktemp("demo") / "示例"
        assert run(["--lang", "zh", "init", "--demo", str(root)]) == 0
        yield root


def git(root: Path, *args: str) -> str:
    done = subprocess.run(["git", "-c", "core.quotepath=false", *args], cwd=root, capture_output=True, check=True)
    return done.stdout.decode()


@pytest.fixture(scope="module")
def changes(demo: Path) -> list[Change]:
    """Its commits, oldest first."""
    told = git(demo, "log", "--reverse", "-z", "--format=%H%x01%an%x01%ae%x01%ad%x01%B", "--date=raw")
    rows = [record.split("\x01") for record in told.split("\0") if record]
    return [Change(h, n, m, int(when.split()[0]), when.split()[1], words) for h, n, m, when, words in rows]


def at(desk: Desk, root: Path, *typed: str) -> Answer:
    return desk.anywhere("-C", str(root), *typed)


def copied(demo: Path, to: Path) -> Path:
    shutil.copytree(demo, to)
    git(to, "reset", "--quiet")
    return to


def test_stats_say_the_published_totals(demo: Path, desk: Desk) -> None:
    for day in ((), ("--as-of", "2020-11-23")):
        told = at(desk, demo, "stats", "--json", *day).json
        assert {key: told[key] for key in ("mondays", "steps", "km", "opening")} == {
            "mondays": 572, "steps": 2_730_000, "km": 1640, "opening": None,
        }  # fmt: skip
        assert (told["disputes_mediated"], told["environment_handled"], told["unmanaged_handled"]) == (1018, 972, 1580)


def test_check_finds_nothing(demo: Path, desk: Desk) -> None:
    answer = at(desk, demo, "check", "--json")
    assert answer.code == 0
    assert answer.json["problems"] == []


def test_the_folder_is_what_git_holds(demo: Path) -> None:
    assert git(demo, "status", "--porcelain", "--untracked-files=all") == ""
    assert git(demo, "fsck", "--no-progress", "--no-dangling") == ""
    assert len(git(demo, "ls-files").splitlines()) == len(list(demo.glob("diaries/*/*.md"))) + 4


def test_every_change_is_a_commit_with_its_trailers(demo: Path, changes: list[Change]) -> None:
    files = "\n".join(path.read_text(encoding="utf-8") for path in demo.glob("diaries/*/*.md"))
    lines = re.findall(r"^      - \d{4}-\d\d-\d\d ", files, re.MULTILINE)
    actions = Counter(change.action for change in changes)
    walks = len(re.findall(r"^类型: (?:走动|走访|议事会)$", files, re.MULTILINE))
    assert actions["init"] == 1
    assert actions["log"] == walks
    raised = re.findall(r"^  - 编号: (\S+)$", files, re.MULTILINE)
    named = [id for change in changes if change.action in ("log", "add") for id in change.issues]
    assert sorted(named) == sorted(raised)
    settled = sum(len(re.findall("办结", c.words)) for c in changes if c.action == "log")
    assert settled == 0
    steps = sum(n for action, n in actions.items() if action not in ("init", "log", "add", "hand-edit"))
    assert 6000 < steps < len(lines)


def test_a_commit_touches_one_file(demo: Path, changes: list[Change]) -> None:
    told = git(demo, "log", "--reverse", "--format=%x00", "--name-only", "--skip=0")
    touched = [record.split() for record in told.split("\0")[1:]]
    assert len(touched) == len(changes)
    assert sorted(touched[0]) == [".gitattributes", ".gitignore", "diaries/README.md", "minqing.yaml"]
    assert {len(paths) for paths in touched[1:]} == {1}


def test_commits_are_dated_on_their_day_in_beijing(demo: Path, changes: list[Change]) -> None:
    seconds = [change.seconds for change in changes]
    assert seconds == sorted(seconds)
    assert {change.zone for change in changes} == {"+0800"}
    last = changes[-1]
    assert git(demo, "log", "-1", "--format=%cd", "--date=short", last.id).strip() == "2020-11-23"
    for change in changes:
        if change.action == "log" and " 走动 " in change.words:
            day = re.findall(r"\d{4}-\d\d-\d\d", change.words)[0]
            local = (change.seconds + 8 * 3600) // 86400
            assert f"{day}" == _day(local)
            assert (change.seconds + 8 * 3600) % 86400 >= 14 * 3600


def _day(number: int) -> str:
    from datetime import date, timedelta

    return (date(1970, 1, 1) + timedelta(days=number)).isoformat()


def test_authors_are_roles_at_example_org(changes: list[Change]) -> None:
    names = {change.name for change in changes}
    assert {"张书记", "王丽", "李楼长"} <= names
    assert {change.mail.partition("@")[2] for change in changes} == {"example.org"}


def test_the_first_commit_says_that_it_is_synthetic(demo: Path, changes: list[Change]) -> None:
    assert "合成数据" in changes[0].words
    assert "Synthetic" in changes[0].words
    assert "合成数据" in (demo / "diaries/README.md").read_text(encoding="utf-8")
    assert (demo / "minqing.yaml").read_text(encoding="utf-8").startswith("# 合成数据")


def test_the_next_command_commits_in_the_same_words(demo: Path, desk: Desk, tmp_path: Path) -> None:
    root = copied(demo, tmp_path / "copy")
    before = int(git(root, "rev-list", "--count", "HEAD"))
    by_demo = git(root, "log", "-1", "--format=%B", "--grep=^Minqing-Action: note$")
    issue = re.findall(r"Minqing-Issue: (\S+)", by_demo)[0]
    answer = at(desk, root, "note", issue, "再看一次", "--json")
    assert answer.code == 0
    assert git(root, "log", "-1", "--format=%B") == by_demo
    assert int(git(root, "rev-list", "--count", "HEAD")) == before + 1
    assert git(root, "status", "--porcelain") == ""


def test_the_default_workspace_stays_what_it_was(demo: Path, desk: Desk, home: Path) -> None:
    assert not (home / ".config" / "minqing").exists()


def test_a_folder_that_holds_something_is_refused(desk: Desk, tmp_path: Path) -> None:
    root = tmp_path / "full"
    root.mkdir()
    (root / "账本.txt").write_text("自己的", encoding="utf-8")
    answer = desk.anywhere("--lang", "zh", "init", "--demo", str(root))
    assert answer.code != 0
    assert "空文件夹" in answer.err
    assert [path.name for path in root.iterdir()] == ["账本.txt"]


def test_a_workspace_is_refused_and_so_is_a_folder_in_one(desk: Desk) -> None:
    for place in (desk.root, desk.root / "里面"):
        answer = desk.anywhere("--lang", "zh", "init", "--demo", str(place))
        assert answer.code != 0
        assert "已经是一个民情日记" in answer.err
    assert not (desk.root / "里面").exists()


def test_without_git_the_files_are_written_all_the_same(
    demo: Path, desk: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PATH", str(tmp_path / "nothing"))
    root = tmp_path / "bare"
    answer = desk.anywhere("--lang", "zh", "init", "--demo", str(root))
    assert answer.code == 4
    assert "git" in answer.err
    assert not (root / ".git").exists()
    for path in ("minqing.yaml", "diaries/2018/2018-07-02.md"):
        assert (root / path).read_bytes() == (demo / path).read_bytes()


def test_what_git_refuses_leaves_nothing_behind(desk: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from minqing.demo import record, write
    from minqing.demo.book import Commit

    def broken(commit: Commit, branch: str) -> Iterator[bytes]:
        yield b"nonsense\n"

    monkeypatch.setattr(record, "_command", broken)
    monkeypatch.setattr(write, "_commits", _two_commits)
    root = tmp_path / "here"
    answer = desk.anywhere("--lang", "en", "init", "--demo", str(root))
    assert answer.code == 4
    assert "nonsense" in answer.err
    assert not root.exists()


def _two_commits(root: Path, *_: object) -> Iterator[tuple[object, int]]:
    from minqing.demo.book import first_commit

    yield first_commit("a\n", [("a", b"a")]), 2
    yield first_commit("b\n", [("b", b"b")]), 2
