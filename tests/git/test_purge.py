"""The script that ``purge-private`` prepares, run word for word: git-filter-repo has to be there for it."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
from pathlib import Path

import pytest
from team import DAY, Person, Team

from minqing.__main__ import run

if shutil.which("git-filter-repo") is None:
    pytest.skip("git-filter-repo is not installed", allow_module_level=True)

NUMBERS = ("13812345678", "１３８-１２３４ ５６７８", "13912345678", "13712345678", "13612345677")


@pytest.fixture
def leaking(tmp_path: Path) -> Person:
    """Numbers in a page (in several forms), in the words of commits, in the names of files and in a list."""
    person = Team(tmp_path).people[1]
    for old, new in (
        ("打了电话", "打了 13812345678"),
        ("打了 13812345678", "打了 １３８-１２３４ ５６７８"),
        ("打了 １３８-１２３４ ５６７８", "打了 138****5678"),
    ):
        text = person.read().replace(old, new)
        person.by_hand(DAY, text)
        person.git("commit", "-qam", f"改成 {new}\n\n又说 13912345678")
    person.by_hand("名单.csv", "居民,13612345677\n工单,9136123456780001\n")
    (person.root / "旧名单.txt").write_bytes("居民 13812345678\r\n".encode("utf-16"))
    person.by_hand("photos/2026/13712345678.jpg", "x")
    person.by_hand(DAY, person.read().replace("事由: 小广告", "事由: 小广告\n    照片: [photos/2026/13712345678.jpg]"))
    person.git("add", "-f", ".")
    person.git("commit", "-qm", "名单")
    person.git("tag", "有号码的")
    return person


def prepared(person: Person, capsys: pytest.CaptureFixture[str]) -> dict[str, object]:
    capsys.readouterr()
    assert run(["-C", str(person.root), "--lang", "zh", "purge-private", "--json"]) == 0
    return dict(json.loads(capsys.readouterr().out))


def purged(person: Person) -> subprocess.CompletedProcess[bytes]:
    return subprocess.run(["sh", "private/purge/purge.sh"], cwd=person.root, capture_output=True, check=False)


def holding(person: Person) -> list[str]:
    """The objects of git's store that hold one of the numbers, referred to or not."""
    ids = person.git("cat-file", "--batch-all-objects", "--batch-check=%(objectname)").split()
    raw = {
        id: subprocess.run(
            ["git", "-C", str(person.root), "cat-file", "-p", id], capture_output=True, check=True
        ).stdout
        for id in ids
    }
    forms = [number.encode(code) for number in NUMBERS for code in ("utf-8", "utf-16-le")]
    return [id for id, held in raw.items() if any(form in held for form in forms)]


def test_what_nobody_else_has_is_rewritten_alone_and_can_be_sent(
    leaking: Person, capsys: pytest.CaptureFixture[str]
) -> None:
    shared = leaking.git("rev-parse", "origin/main")
    said = prepared(leaking, capsys)
    assert said["only_here"] is True
    assert holding(leaking)
    done = purged(leaking)
    assert done.returncode == 0, done.stderr.decode()
    assert holding(leaking) == []
    assert leaking.git("rev-parse", "origin/main") == shared
    assert leaking.git("merge-base", "HEAD", "origin/main") == shared
    assert leaking.git("status", "--porcelain") == ""
    assert leaking.read("名单.csv") == "居民,136****5677\n工单,9136123456780001\n"
    assert (leaking.root / "旧名单.txt").read_bytes().decode("utf-16") == "居民 138****5678\r\n"
    assert leaking.exists("photos/2026/137xxxx5678.jpg")
    assert "照片: [photos/2026/137xxxx5678.jpg]" in leaking.read()
    assert leaking.problems() == []
    assert prepared(leaking, capsys)["found"] == []
    assert leaking.sync().pushed
    assert run(["-C", str(leaking.root), "audit"]) == 1  # the line was changed by hand, before and after
    assert "history_rewritten" not in capsys.readouterr().out


def test_what_is_shared_is_rewritten_whole(leaking: Person, capsys: pytest.CaptureFixture[str]) -> None:
    leaking.git("push", "-q", "origin", "HEAD:main")
    address = leaking.git("remote", "get-url", "origin")
    assert prepared(leaking, capsys)["only_here"] is False
    done = purged(leaking)
    assert done.returncode == 0, done.stderr.decode()
    assert holding(leaking) == []
    leaking.git("remote", "add", "origin", address)
    leaking.git("push", "-q", "--force", "--all", "origin")
    anew = leaking.root.parent / "重新克隆"
    subprocess.run(["git", "clone", "-q", address, str(anew)], check=True)
    clone = Person(anew, "李楼长")
    assert clone.diary() == leaking.diary()
    assert clone.sync().dropped == []


def test_the_copy_made_before_brings_everything_back(leaking: Person, capsys: pytest.CaptureFixture[str]) -> None:
    before = leaking.head
    prepared(leaking, capsys)
    assert purged(leaking).returncode == 0
    (bundle,) = (leaking.root / "private/purge").glob("before-*.bundle")
    assert os.name == "nt" or bundle.stat().st_mode & 0o077 == 0
    leaking.git("fetch", "-q", str(bundle), "HEAD")
    assert leaking.git("rev-parse", "FETCH_HEAD") == before


def test_with_something_uncommitted_or_a_draft_nothing_is_lost(
    leaking: Person, capsys: pytest.CaptureFixture[str]
) -> None:
    leaking.by_hand(".minqing/drafts/walk.json", "没写完的")
    prepared(leaking, capsys)
    leaking.by_hand(DAY, leaking.read() + "还没提交的一句\n")
    stopped = purged(leaking)
    assert stopped.returncode == 1
    assert "还没有提交" in stopped.stderr.decode()
    assert holding(leaking)
    leaking.git("commit", "-qam", "一句")
    assert purged(leaking).returncode == 0
    assert "还没提交的一句" in leaking.read()
    assert leaking.read(".minqing/drafts/walk.json") == "没写完的"


def test_in_a_folder_of_a_larger_repository(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    person = Team(
        tmp_path, seed={"社区/minqing.yaml": "语言: zh\n", f"社区/{DAY}": "---\n日期: 2026-11-16\n---\n走了。\n"}
    ).people[0]
    top, person.root = person.root, person.root / "社区"
    person.by_hand("photos/13712345678.jpg", "x")
    person.by_hand(DAY, person.read() + "13812345678\n")
    person.git("add", "-f", ".")
    person.git("commit", "-qm", "号码")
    prepared(person, capsys)
    done = purged(person)
    assert done.returncode == 0, done.stderr.decode()
    assert holding(person) == []
    assert (top / "社区/photos/137xxxx5678.jpg").exists()
    assert "138****5678" in person.read()
