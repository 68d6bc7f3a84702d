"""Many files put into git's objects at once, before the commit that names them.

A commit writes each file it finds changed as an object of its own, compressed, settled on the disk and named alone: of
an import of 1600 walks that is most of git's time. Here they become one pack, settled once; the commit then finds them
there. Nothing points at them before it does, so whatever comes in between leaves the repository as it was.
"""

from __future__ import annotations

import contextlib
import os
from collections.abc import Iterator, Sequence
from pathlib import Path
from subprocess import DEVNULL
from tempfile import TemporaryDirectory

from minqing.history.git import common_folder, git_folder, repository_of, started
from minqing.history.pending import content
from minqing.workspace.files import settle_folder

LARGEST = 1 << 20
"""Bytes of a file that is taken along; a photo would only be compressed in vain."""

APART = "tmp_objdir-minqing-"
"""How the folder begins in which the pack is made; git takes such a folder for a left-over and clears it away."""


def store(root: Path, paths: Sequence[str]) -> None:
    """Put the present contents of ``paths`` into git's objects.

    It is only done ahead: what cannot be stored here (no room, an old git) is left to the commit, which tells why.
    """
    top = repository_of(root)
    folder = git_folder(top) if top else None
    if folder is None:
        return
    objects = common_folder(folder) / "objects"
    with contextlib.suppress(OSError), TemporaryDirectory(prefix=APART, dir=objects) as apart:
        if _packed(root, paths, Path(apart), objects, folder):
            _taken_over(Path(apart) / "pack", objects / "pack")


def _packed(root: Path, paths: Sequence[str], apart: Path, objects: Path, folder: Path) -> bool:
    """Whether git has made a pack of them in the folder ``apart``."""
    places = {"GIT_OBJECT_DIRECTORY": str(apart), "GIT_ALTERNATE_OBJECT_DIRECTORIES": str(objects)}
    whole = ("fastimport.unpackLimit=0",)
    words = ("fast-import", "--quiet")
    with started(root, *words, feed=True, out=DEVNULL, err=DEVNULL, settings=whole, variables=places) as git:
        assert git.stdin is not None
        with contextlib.suppress(BrokenPipeError):
            git.stdin.writelines(_stream(root, paths))
            git.stdin.close()
        if git.wait() == 0:
            return True
    (folder / f"fast_import_crash_{git.pid}").unlink(missing_ok=True)
    return False


def _stream(root: Path, paths: Sequence[str]) -> Iterator[bytes]:
    for path in paths:
        raw = content(root, path)
        if raw is not None and len(raw) <= LARGEST:
            yield b"blob\ndata %d\n" % len(raw)
            yield raw
            yield b"\n"


def _taken_over(made: Path, packs: Path) -> None:
    """Give git the pack and then its table of contents, without which it does not look at a pack."""
    packs.mkdir(exist_ok=True)
    for place in sorted(made.glob("pack-*.*"), key=lambda place: place.suffix == ".idx"):
        os.replace(place, packs / place.name)
    settle_folder(packs)
