"""No room, no right: what cannot be written is told in words, and what was there is there."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

if sys.platform == "win32":
    pytest.skip("processes are forked here", allow_module_level=True)

from deeds import DEEDS, FIRST, NOTE, SAMPLE, Deed
from desk import isolate
from killing import Scene, finished, git, goes_on, handed_out, heals, litter, openable, texts, whole
from processes import ended

ALL = os.environ.get("MINQING_KILLS") == "all"
LEFT = (0, 4096, 12288, 32768, 131072)
"""Bytes that are left on the disk; of each command one of them is tried, unless all are wanted."""

NEWER = [deed for deed in (DEEDS if ALL else SAMPLE) if deed.again and not deed.beside]
FULL = [(deed, left) for n, deed in enumerate(NEWER) for m, left in enumerate(LEFT) if ALL or n % len(LEFT) == m]

NOTED = Deed("note", NOTE)
ADDED = Deed("add", ("add", "楼道灯不亮", "--yes", "--date", "2025-12-30"))


@pytest.fixture(scope="module")
def scene(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Scene]:
    with pytest.MonkeyPatch.context() as patch:
        isolate(tmp_path_factory.mktemp("home"), patch)
        yield Scene(tmp_path_factory.mktemp("room"))


@pytest.fixture
def root(scene: Scene) -> Path:
    return scene.copy(NOTED)


@pytest.fixture
def small(tmp_path: Path, scene: Scene) -> Iterator[Path]:
    """A workspace on a disk of one megabyte."""
    for disk in _mounted(tmp_path, "size=1m,nr_inodes=400"):
        root = disk / "日记"
        subprocess.run(["cp", "-r", str(scene.copy(NOTED)), str(root)], check=True)
        yield root


def _mounted(folder: Path, options: str) -> Iterator[Path]:
    disk = folder / "disk"
    disk.mkdir()
    made = subprocess.run(["mount", "-t", "tmpfs", "-o", options, "tmpfs", str(disk)], capture_output=True)
    if made.returncode:
        pytest.skip("no disk can be mounted here")
    try:
        yield disk
    finally:
        subprocess.run(["umount", str(disk)], check=True)


def _filled(disk: Path, left: int) -> Path:
    """A file that leaves ``left`` bytes of the disk."""
    filler = disk / "filler"
    free = os.statvfs(disk).f_bavail * os.statvfs(disk).f_frsize
    with filler.open("wb") as file:
        if free > left:
            os.posix_fallocate(file.fileno(), 0, free - left)
    return filler


@pytest.mark.parametrize("left", [0, 8192, 16384, 40960])
@pytest.mark.parametrize("deed", [NOTED, ADDED], ids=lambda deed: deed.name)
def test_a_full_disk(small: Path, scene: Scene, tmp_path: Path, deed: Deed, left: int) -> None:
    before, after = texts(small), scene.after(deed)
    filler = _filled(small.parent, left)
    said = ended(["-C", str(small), *deed.typed], tmp_path)
    now = texts(small)
    whole(small, before, after)
    assert said.code in (0, 1, 4)
    assert said.code != 0 or now == after
    assert said.code != 4 or (now == after and "不要重复" in said.err)
    assert said.code != 1 or (now == before and "满" in said.err)
    reading = ended(["-C", str(small), "list", "--json"], tmp_path)
    assert '"20261116-1"' in reading.out
    filler.unlink()
    heals(small)


@pytest.fixture
def disk(tmp_path: Path) -> Iterator[Path]:
    """A disk of a few megabytes."""
    yield from _mounted(tmp_path, "size=64m,nr_inodes=20000")


@pytest.mark.parametrize(("deed", "left"), FULL, ids=lambda one: getattr(one, "name", str(one)))
def test_a_full_disk_is_told_and_the_command_goes_through_when_there_is_room(
    disk: Path, scene: Scene, deed: Deed, left: int
) -> None:
    root = scene.copy(deed, disk)
    before, given, after = texts(root), handed_out(root), scene.after(deed)
    filler = _filled(disk, left)
    said = scene.done(deed, root)
    whole(root, before, after)
    openable(root, given)
    assert said.code in (0, 1, 4, *deed.again), said.err
    assert said.code in (0, *deed.again) or "满" in said.err or "空间" in said.err, said.err
    assert litter(root.parent) == []
    filler.unlink()
    if deed.name != "init --demo":
        if not deed.is_done(root) and "请不要重复操作" not in said.err:
            finished(scene, deed, root, after)
        (heals if (root / FIRST).exists() else goes_on)(root)


@pytest.mark.parametrize("deed", NEWER, ids=lambda deed: deed.name)
def test_a_disk_that_can_only_be_read_is_told(disk: Path, scene: Scene, deed: Deed) -> None:
    root = scene.copy(deed, disk)
    before, given, after = texts(root), handed_out(root), scene.after(deed)
    subprocess.run(["mount", "-o", "remount,ro", str(disk)], check=True)
    try:
        said = scene.done(deed, root)
    finally:
        subprocess.run(["mount", "-o", "remount,rw", str(disk)], check=True)
    assert (said.code, "只读" in said.err or "Read-only" in said.err) == (1, True), said.err
    assert (texts(root), handed_out(root), litter(root.parent)) == (before, given, [])
    finished(scene, deed, root, after)


def test_no_names_left_on_the_disk(small: Path, tmp_path: Path) -> None:
    before = texts(small)
    taken = 0
    try:
        for taken in range(1000):
            (small.parent / f"f{taken}").touch()
    except OSError:
        pass
    said = ended(["-C", str(small), *NOTE], tmp_path)
    assert said.code in (1, 4)
    assert (texts(small) == before) is (said.code == 1)
    for number in range(taken):
        (small.parent / f"f{number}").unlink()
    heals(small)


@pytest.mark.parametrize("largest", [0, 40, 300, 1000])
def test_no_file_may_grow(root: Path, scene: Scene, largest: int) -> None:
    """A quota of so many bytes a file stands in for a disk that is full where none can be mounted."""
    before, after = texts(root), scene.after(NOTED)
    said = ended(["-C", str(root), *NOTE], root.parent, largest=largest)
    whole(root, before, after)
    assert said.code in (0, 1, 4), said.err
    assert (texts(root) == after) is (said.code != 1)
    heals(root)


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="root may write everywhere")
def test_a_folder_that_may_not_be_written(root: Path) -> None:
    folder = (root / FIRST).parent
    folder.chmod(0o500)
    before = texts(root)
    said = ended(["-C", str(root), *NOTE], root.parent)
    folder.chmod(0o700)
    assert said.code == 1
    assert texts(root) == before
    heals(root)


def test_a_disk_for_reading_only(small: Path, tmp_path: Path) -> None:
    before = texts(small)
    subprocess.run(["mount", "-o", "remount,ro", str(small.parent)], check=True)
    try:
        said = ended(["-C", str(small), *NOTE], tmp_path)
        read = ended(["-C", str(small), "list", "--json"], tmp_path)
    finally:
        subprocess.run(["mount", "-o", "remount,rw", str(small.parent)], check=True)
    assert said.code == 1
    assert "只读" in said.err
    assert read.code == 0
    assert '"20261116-1"' in read.out
    assert texts(small) == before
    heals(small)


def test_nothing_is_left_beside_a_file_that_could_not_be_written(root: Path) -> None:
    ended(["-C", str(root), *NOTE], root.parent, largest=300)
    assert litter(root / "diaries") == []
    assert git(root, "status", "--porcelain") == ""
