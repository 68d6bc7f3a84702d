"""A folder that is put together out of sight and takes its place whole: a diary that is restored, the sample.

It grows inside the folder it is to become, so that this may be the top of a disk; what marks it as a diary comes last.
"""

from __future__ import annotations

import contextlib
import os
import shutil
import stat
from collections.abc import Iterator
from pathlib import Path

from minqing.domain.errors import MISUSE, MinqingError
from minqing.workspace.files import TEMPORARY, settle_folder, settle_tree
from minqing.workspace.lock import held, is_held

STAGING = f"{TEMPORARY}restore"
"""Where it grows; gone afterwards, and cleared away by the next one after a program that was killed."""


def is_free(target: Path) -> bool:
    """Whether a folder is not there or empty, but for what a program that was killed has left; that is removed.

    Raises ``MinqingError("workspace.half-made")`` where it was killed when part of the folder had its place already, or
    is still at work.
    """
    there = list(target.iterdir()) if target.is_dir() else []
    left = [place for place in there if place.name.startswith(TEMPORARY)]
    if left and (len(left) < len(there) or any(map(is_held, left))):
        raise MinqingError("workspace.half-made", MISUSE, path=str(target))
    for place in left:
        _take_away(place)
    return len(left) == len(there)


@contextlib.contextmanager
def put_together(target: Path, last: str, *, durable: bool = True) -> Iterator[Path]:
    """A folder whose content is moved into ``target`` at the end, ``last`` of all what makes it a diary.

    When the work does not come to its end nothing of it is left, nor of the folders that were made for it. What is not
    ``durable`` may be lost in a power cut: what can be made again.
    """
    made = next((p for p in (*reversed(target.parents), target) if not p.exists()), None)
    staging = target / STAGING
    moved: list[Path] = []
    try:
        staging.mkdir(parents=True)
        with held(staging):
            yield staging
            if durable:
                settle_tree(staging)
            _move(staging, target, last, moved)
    except BaseException:
        for place in (staging, *moved):
            _take_away(place)
        if made:
            _take_away(made)
        raise
    settle_folder(target.parent)


def _move(staging: Path, target: Path, last: str, moved: list[Path]) -> None:
    """Everything out of ``staging``; at no moment is there a diary with something of it still elsewhere."""
    half = target / f"{TEMPORARY}last"
    for child in sorted(staging.iterdir(), key=lambda child: child.name == last):
        moved.append(half if child.name == last else target / child.name)
        child.rename(moved[-1])
    staging.rmdir()
    settle_folder(target)
    if half.exists():
        moved.append(half.rename(target / last))
        settle_folder(target)


def _take_away(place: Path) -> None:
    if place.is_dir() and not place.is_symlink():
        _make_removable(place)
        shutil.rmtree(place, ignore_errors=True)
    else:
        with contextlib.suppress(OSError):
            place.unlink(missing_ok=True)


def _make_removable(top: Path) -> None:
    """Windows removes no file that is marked read-only, as git marks whatever it keeps."""
    if os.name == "nt":
        for folder, _, files in os.walk(top):
            for name in files:
                with contextlib.suppress(OSError):
                    os.chmod(os.path.join(folder, name), stat.S_IWRITE)
