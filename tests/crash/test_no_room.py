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

from desk import isolate
from killing import FIRST, NOTE, Deed, Scene, ended, git, heals, litter, texts, whole

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
    disk = tmp_path / "disk"
    disk.mkdir()
    made = subprocess.run(
        ["mount", "-t", "tmpfs", "-o", "size=1m,nr_inodes=400", "tmpfs", str(disk)], capture_output=True
    )
    if made.returncode:
        pytest.skip("no disk can be mounted here")
    try:
        root = disk / "日记"
        subprocess.run(["cp", "-r", str(scene.copy(NOTED)), str(root)], check=True)
        yield root
    finally:
        subprocess.run(["umount", str(disk)], check=True)


def _filled(disk: Path, left: int) -> Path:
    """A file that leaves ``left`` bytes of the disk."""
    filler = disk / "filler"
    free = os.statvfs(disk).f_bavail * os.statvfs(disk).f_frsize
    filler.write_bytes(b"x" * max(0, free - left))
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
