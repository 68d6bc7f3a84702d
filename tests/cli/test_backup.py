"""``minqing backup`` and ``restore``: everything shared in one file, and the way back."""

from __future__ import annotations

import json
import os
import shutil
import stat
import subprocess
import zipfile
from collections.abc import Callable
from hashlib import sha256
from pathlib import Path
from typing import Any

import pytest
from desk import Answer, Desk

from minqing.workspace.find import remember_default

DAY = "diaries/2026/2026-11-16.md"
ID = "20261116-1"


@pytest.fixture
def lamp(book: Desk) -> Desk:
    """A diary with a story, a resident's number and a photo."""
    book.issue("2026-11-16", place="5号楼", due="2026-11-23")
    book.commit_all()
    book.ok("办结", "路灯", "已加灯罩")
    book.ok("contact-card", "add", "5号楼老爷子", "--phone", "13812345678")
    book.write("photos/2026/灯 1.jpg", bytes(range(256)) * 9)
    return book


@pytest.fixture
def stick(tmp_path: Path) -> Path:
    folder = tmp_path / "U盘"
    folder.mkdir()
    return folder


def restored(desk: Desk, file: Path, folder: Path, *more: str) -> Answer:
    return desk.anywhere("--lang", "zh", "restore", str(file), str(folder), *more)


def names(file: Path) -> set[str]:
    with zipfile.ZipFile(file) as archive:
        return set(archive.namelist())


def test_there_and_back(lamp: Desk, stick: Path, tmp_path: Path) -> None:
    told = lamp.ok("备份", str(stick))
    (file,) = stick.iterdir()
    assert file.name == "民情备份-2026-11-20.zip"
    assert "日记 1 篇、事项 1 件" in told.out
    assert "没有放进去: private/" in told.out
    assert names(file) == {"diary.bundle", "manifest.json", "怎么恢复.txt"}
    answer = restored(lamp, file, tmp_path / "新", "--json").json
    there = Path(answer["root"])
    assert (answer["entries"], answer["issues"], answer["differing"]) == (1, 1, [])
    assert (there / DAY).read_bytes() == (lamp.root / DAY).read_bytes()
    said = subprocess.run(["git", "log", "--format=%H %an %s"], cwd=there, capture_output=True, check=True)
    assert said.stdout.decode() == lamp.git("log", "--format=%H %an %s")
    assert subprocess.run(["git", "status", "--porcelain"], cwd=there, capture_output=True).stdout == b""
    assert list((there / "private").iterdir()) == [there / "private" / ".gitignore"]
    assert lamp.anywhere("-C", str(there), "undo").code == 0  # it is a diary like any other


def test_a_folder_beside_the_diary_is_named_from_within_it(lamp: Desk, stick: Path, tmp_path: Path) -> None:
    lamp.ok("backup", str(stick / "b.zip"))
    beside = lamp.root / ".." / "旁边"
    assert restored(lamp, stick / "b.zip", beside).code == 0
    assert (lamp.root.parent / "旁边" / DAY).exists()


def test_what_stays_on_this_computer_goes_in_when_it_is_asked_for(lamp: Desk, stick: Path, tmp_path: Path) -> None:
    told = lamp.ok("backup", str(stick / "全"), "--private", "--photos")
    assert "没有加密" in told.err
    file = stick / "全.zip"
    assert {"private/contacts.txt", "photos/2026/灯 1.jpg"} <= names(file)
    assert "居民电话" in restored(lamp, file, tmp_path / "新").out
    for path in ("private/contacts.txt", "photos/2026/灯 1.jpg"):
        assert (tmp_path / "新" / path).read_bytes() == (lamp.root / path).read_bytes()
    assert stat.S_IMODE((tmp_path / "新" / "private/contacts.txt").stat().st_mode) == 0o600


@pytest.mark.skipif(os.name == "nt", reason="no such names there")
def test_names_that_windows_does_not_take_are_told(lamp: Desk, stick: Path, tmp_path: Path) -> None:
    assert "Windows" not in lamp.ok("备份", str(stick / "一.zip"), "--photos").err
    for name in ("10:30.jpg", "nul.jpg", "尾.", "什么?.jpg"):
        lamp.write(f"photos/2026/{name}", name)
    said = lamp.ok("备份", str(stick / "二.zip"), "--photos").err
    assert "有 4 个文件的名字 Windows 不认" in said
    assert "    photos/2026/10:30.jpg\n" in said
    assert restored(lamp, stick / "二.zip", tmp_path / "新").code == 0
    assert (tmp_path / "新/photos/2026/10:30.jpg").read_text() == "10:30.jpg"


def test_git_alone_can_read_it(lamp: Desk, stick: Path, tmp_path: Path) -> None:
    lamp.ok("backup", str(stick / "a.zip"))
    with zipfile.ZipFile(stick / "a.zip") as archive:
        archive.extract("diary.bundle", tmp_path)
    subprocess.run(["git", "clone", "-q", str(tmp_path / "diary.bundle"), str(tmp_path / "clone")], check=True)
    assert (tmp_path / "clone" / DAY).read_text("utf-8") == lamp.read(DAY)


def test_what_is_not_committed_is_committed_first(lamp: Desk, stick: Path) -> None:
    lamp.write(DAY, lamp.read(DAY) + "居民都说好。\n")
    assert "已先单独提交" in lamp.ok("backup", str(stick / "a.zip")).err
    assert lamp.trailers("Minqing-Action") == ["hand-edit"]
    lamp.write(DAY, lamp.read(DAY) + "半句\n")
    lamp.git("add", DAY)  # what the user has staged is his to commit
    refused = lamp.run("backup", str(stick / "b.zip"))
    assert refused.code == 4
    assert DAY in refused.err
    assert not (stick / "b.zip").exists()


def test_an_older_backup_of_the_same_diary_is_replaced_and_nothing_else(
    lamp: Desk, stick: Path, tmp_path: Path
) -> None:
    file = stick / "a.zip"
    lamp.ok("backup", str(file))
    lamp.ok("跟进", ID, "再看")
    lamp.ok("backup", str(file))
    restored(lamp, file, tmp_path / "新")
    assert "再看" in (tmp_path / "新" / DAY).read_text("utf-8")
    lamp.ok("backup", str(file), "--private")
    before = file.read_bytes()
    assert lamp.run("backup", str(file)).code == 2  # it holds what the new one would not
    other = stick / "照片.zip"
    other.write_bytes(b"PK other")
    refused = lamp.run("backup", str(other))
    assert refused.code == 2
    assert "--yes" in refused.err
    assert (file.read_bytes(), other.read_bytes()) == (before, b"PK other")
    lamp.ok("backup", str(other), "--yes")
    assert "diary.bundle" in names(other)


@pytest.mark.skipif(os.geteuid() == 0, reason="root may write anywhere")
def test_a_stick_that_cannot_be_written(lamp: Desk, stick: Path) -> None:
    stick.chmod(0o500)
    refused = lamp.run("backup", str(stick / "a.zip"))
    stick.chmod(0o700)
    assert refused.code == 1
    assert list(stick.iterdir()) == []


def test_a_disk_that_fills_up_leaves_nothing_and_the_old_one(
    lamp: Desk, stick: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    lamp.ok("backup", str(stick / "a.zip"))
    before = (stick / "a.zip").read_bytes()

    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("minqing.workspace.archive.Writer.add", full)
    refused = lamp.run("backup", str(stick / "a.zip"))
    assert "磁盘满了" in refused.err
    assert [one.name for one in stick.iterdir()] == ["a.zip"]
    assert (stick / "a.zip").read_bytes() == before


@pytest.mark.parametrize("place", ["diaries/a.zip", "photos", "没有/a.zip", "a.rar"])
def test_places_where_no_backup_goes(lamp: Desk, place: str) -> None:
    assert lamp.run("backup", str(lamp.root / place)).code == 2


def test_without_history(desk: Desk, stick: Path) -> None:
    assert desk.run("backup", str(stick)).code == 4
    assert list(stick.iterdir()) == []


def test_branches_no_branch_and_a_shallow_clone(lamp: Desk, stick: Path, tmp_path: Path) -> None:
    lamp.git("branch", "旁")
    lamp.git("checkout", "-q", "--detach")
    lamp.ok("backup", str(stick / "a.zip"))
    assert restored(lamp, stick / "a.zip", tmp_path / "新").code == 0
    listed = subprocess.run(["git", "branch", "-a"], cwd=tmp_path / "新", capture_output=True, check=True).stdout
    assert "旁" in listed.decode()
    lamp.git("checkout", "-q", "main")
    lamp.git("clone", "-q", "--depth", "1", f"file://{lamp.root}", str(tmp_path / "浅"))
    assert lamp.anywhere("-C", str(tmp_path / "浅"), "backup", str(stick / "b.zip")).code == 0
    assert restored(lamp, stick / "b.zip", tmp_path / "新浅").code == 0
    assert (tmp_path / "新浅" / DAY).exists()


def test_a_diary_in_a_larger_repository(lamp: Desk, stick: Path, tmp_path: Path) -> None:
    top = tmp_path / "大仓库"
    shutil.copytree(lamp.root, top / "社区 [1]")
    shutil.rmtree(top / "社区 [1]" / ".git")
    for typed in (["init", "-q"], ["add", "."], ["commit", "-qm", "x"]):
        subprocess.run(["git", *typed], cwd=top, check=True)
    assert lamp.anywhere("-C", str(top / "社区 [1]"), "backup", str(stick / "a.zip"), "--private").code == 0
    answer = restored(lamp, stick / "a.zip", tmp_path / "新", "--json").json
    assert answer["root"] == str(tmp_path / "新" / "社区 [1]")
    assert (tmp_path / "新" / "社区 [1]" / "private" / "contacts.txt").exists()


# restoring


def test_never_over_anything(lamp: Desk, stick: Path, tmp_path: Path) -> None:
    file = stick / "a.zip"
    lamp.ok("backup", str(file))
    assert restored(lamp, file, lamp.root).code == 2
    assert restored(lamp, file, lamp.root / "diaries" / "新").code == 2
    (tmp_path / "满").mkdir()
    (tmp_path / "满" / "x").write_text("x")
    assert restored(lamp, file, tmp_path / "满").code == 2
    assert restored(lamp, file, tmp_path / "满" / "x" / "y").code == 2
    (tmp_path / "空").mkdir()
    assert restored(lamp, file, tmp_path / "空").code == 0


def test_into_a_folder_called_like_the_file(lamp: Desk, stick: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    lamp.ok("backup", str(stick / "十一月.zip"))
    monkeypatch.chdir(stick)
    assert lamp.anywhere("--lang", "zh", "恢复", "十一月.zip").code == 0
    assert (stick / "十一月" / DAY).exists()


def test_on_a_new_computer_it_is_the_one_that_is_worked_on(
    lamp: Desk, stick: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    lamp.ok("backup", str(stick / "日记.zip"))
    first, second = tmp_path / "新电脑", tmp_path / "只看一看"
    assert remember_default(tmp_path / "没有了")
    answer = restored(lamp, stick / "日记.zip", first)
    assert "从现在起,在任何文件夹里输入 minqing" in answer.err
    monkeypatch.chdir(stick)
    assert lamp.anywhere("list", "state:all", "--json").ids == [ID]
    answer = restored(lamp, stick / "日记.zip", second)
    assert f"用的仍是 {first}" in answer.err
    assert lamp.anywhere("add", "门口积水", "--yes").code == 0
    assert [Desk(root, lamp.patch, lamp.capsys).commits - lamp.commits for root in (first, second)] == [1, 0]


def test_figures_that_are_not_what_they_were_are_told(lamp: Desk, stick: Path, tmp_path: Path) -> None:
    lamp.ok("backup", str(stick / "a.zip"))
    made = forged(stick / "a.zip", lambda about, pieces: about["figures"].update(entries=7))
    answer = restored(lamp, made, tmp_path / "新")
    assert answer.code == 1
    assert "entries" in answer.out
    assert (tmp_path / "新" / DAY).exists()


Pieces = dict[str, bytes]


def forged(file: Path, change: Callable[[dict[str, Any], Pieces], object], **info: Any) -> Path:
    """The backup with ``change`` done to its list and pieces; sizes and checksums are those of the new pieces."""
    about = json.loads(zipfile.ZipFile(file).read("manifest.json"))
    pieces = {one["name"]: zipfile.ZipFile(file).read(one["name"]) for one in about["pieces"]}
    change(about, pieces)
    if "pieces" in about:
        about["pieces"] = [
            {"name": name, "size": len(raw), "sha256": sha256(raw).hexdigest()} for name, raw in pieces.items()
        ]
    made = file.with_name("改过.zip")
    with zipfile.ZipFile(made, "w") as archive:
        for name, raw in {**pieces, "manifest.json": json.dumps(about).encode()}.items():
            member = zipfile.ZipInfo(name)
            for key, value in info.items():
                setattr(member, key, value if name in pieces else getattr(member, key))
            archive.writestr(member, raw)
    return made


def add(name: str, raw: bytes = b"x") -> Callable[[dict[str, Any], Pieces], object]:
    return lambda about, pieces: pieces.update({name: raw})


def said(**what: object) -> Callable[[dict[str, Any], Pieces], object]:
    return lambda about, pieces: about.update(what)


@pytest.mark.parametrize(
    "change",
    [
        add("../../逃.txt"),
        add("private/../../逃.txt"),
        add("/tmp/逃.txt"),
        add(".git/hooks/post-checkout", b"#!/bin/sh\ntouch /tmp/owned\n"),
        add("minqing.yaml"),
        add("private/a\nb"),
        add("private/"),
        said(place="../"),
        said(place="/tmp/"),
        said(branch="refs/heads/../../x"),
        said(branch="refs/heads/没有"),
        said(head="0" * 40),
        said(head="--upload-pack=touch /tmp/owned"),
        said(shallow=["x"]),
        said(format=2),
        said(figures=None),
        said(today="somewhen"),
        said(head=[]),
        lambda about, pieces: about.pop("head"),
        lambda about, pieces: about.pop("pieces"),
        lambda about, pieces: pieces.pop("diary.bundle"),
        lambda about, pieces: pieces.update({"diary.bundle": pieces["diary.bundle"][:-40]}),
        lambda about, pieces: pieces.update({"diary.bundle": b"# v2 git bundle\n\n"}),
    ],
)
def test_a_backup_that_was_made_up_is_refused_and_leaves_nothing(
    lamp: Desk, stick: Path, tmp_path: Path, change: Callable[[dict[str, Any], Pieces], object]
) -> None:
    lamp.ok("backup", str(stick / "a.zip"))
    made = forged(stick / "a.zip", change)
    there = sorted(tmp_path.rglob("*"))
    answer = restored(lamp, made, tmp_path / "深" / "新")
    assert answer.code == 1
    assert "什么都没有恢复" in answer.err or "升级" in answer.err
    assert sorted(tmp_path.rglob("*")) == there
    assert not Path("/tmp/owned").exists()


def test_links_and_devices_in_it_are_refused(lamp: Desk, stick: Path, tmp_path: Path) -> None:
    lamp.ok("backup", str(stick / "a.zip"))
    made = forged(stick / "a.zip", add("photos/x", b"/etc/passwd"), external_attr=(stat.S_IFLNK | 0o777) << 16)
    assert restored(lamp, made, tmp_path / "新").code == 1
    assert not (tmp_path / "新").exists()


def test_a_bomb_is_not_unpacked(lamp: Desk, stick: Path, tmp_path: Path) -> None:
    lamp.ok("backup", str(stick / "a.zip"))
    made = forged(stick / "a.zip", add("photos/x", b"\0" * 5_000_000), compress_type=zipfile.ZIP_DEFLATED)
    raw = made.read_bytes().replace((5_000_000).to_bytes(4, "little"), (50).to_bytes(4, "little"))
    small = raw.replace(b'"size": 5000000', b'"size": 50     ')
    made.write_bytes(small)
    assert restored(lamp, made, tmp_path / "新").code == 1
    assert not (tmp_path / "新").exists()


def test_what_a_bundle_brings_runs_nothing_and_leads_nowhere(lamp: Desk, stick: Path, tmp_path: Path) -> None:
    outside = tmp_path / "外"
    outside.mkdir()
    (lamp.root / "photos2").symlink_to(outside)
    shutil.rmtree(lamp.root / "private")
    (lamp.root / "private").symlink_to(outside)
    lamp.write(".gitignore", "")
    lamp.write(".gitattributes", "*.md filter=evil\n")
    lamp.git("add", "-A", "-f")
    lamp.git("commit", "-qm", "x")
    lamp.git("config", "filter.evil.smudge", f"touch {outside}/owned")
    lamp.run("backup", str(stick / "a.zip"))
    made = forged(stick / "a.zip", add("private/x"))
    assert restored(lamp, made, tmp_path / "新").code == 1
    assert list(outside.iterdir()) == []


@pytest.mark.parametrize("raw", [b"", b"PK", b"\0" * 100, b"# v2 git bundle\n"])
def test_what_is_no_backup(lamp: Desk, stick: Path, tmp_path: Path, raw: bytes) -> None:
    (stick / "x.zip").write_bytes(raw)
    answer = restored(lamp, stick / "x.zip", tmp_path / "新")
    assert answer.code == 1
    assert "不是 minqing 的备份" in answer.err
    assert restored(lamp, stick / "没有.zip", tmp_path / "新").code == 2


def test_every_byte_counts(lamp: Desk, stick: Path, tmp_path: Path) -> None:
    """One byte changed anywhere in a piece is noticed."""
    lamp.ok("backup", str(stick / "a.zip"), "--photos")
    raw = (stick / "a.zip").read_bytes()
    for at in (100, 400, raw.index(bytes(range(200))) + 5):
        (stick / "b.zip").write_bytes(raw[:at] + bytes([raw[at] ^ 1]) + raw[at + 1 :])
        assert restored(lamp, stick / "b.zip", tmp_path / "新").code == 1
        assert not (tmp_path / "新").exists()
