"""A merge that was being put into the folder when the program was killed: taken back, so that it can be done again.

Only files that hold exactly what the merge was to put there are touched; the merge itself is kept by git.
"""

from __future__ import annotations

import contextlib
import os
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

from minqing.domain.errors import MinqingError
from minqing.history.commit import insist
from minqing.history.git import head, run
from minqing.history.left_locks import remove_left, wait_for_left
from minqing.history.objects import Blobs
from minqing.history.pending import content
from minqing.history.status import prefix_of
from minqing.workspace.files import inside, made_here, settle_folders, settle_tree, write_atomic

RECORD = ".minqing/merging"
"""The commit that is being put into the folder, below the workspace, and that this was begun here."""


def begin(root: Path, commit: str) -> None:
    """Note that ``commit`` is about to be put into the folder."""
    write_atomic(root, RECORD, f"{commit} {made_here(root)}".encode("ascii"))


def keep(root: Path, before: str | None, commit: str) -> None:
    """Make what git has put into the folder survive a power cut: git itself writes only its history through."""
    if before is None:
        settle_tree(root)
        return
    paths = [path for path, _, _ in _between(root, before, commit) if (root / path).is_file()]
    for path in paths:
        with contextlib.suppress(OSError, MinqingError), inside(root, path).open("rb+") as file:
            os.fsync(file.fileno())
    settle_folders(root, paths)


def end(root: Path) -> None:
    """Note that it is done, or was not begun."""
    (root / RECORD).unlink(missing_ok=True)


def is_open(root: Path) -> bool:
    """Whether a merge was interrupted."""
    return (root / RECORD).exists()


def take_back(root: Path) -> None:
    """Put back what an interrupted merge has put into the folder already; a note that a clone brought is none.

    Where it was a commit that git was killed in, its index gets to know what the branch has.
    """
    if not is_open(root):
        if remove_left(root):
            _catch_up(root, head(root) or "")
        return
    target, _, here = (content(root, RECORD) or b"").decode("ascii", "replace").partition(" ")
    if here == made_here(root):
        wait_for_left(root)
        _settle(root, head(root), target)
    end(root)


def _settle(root: Path, now: str | None, target: str) -> None:
    if now and now == target:
        _catch_up(root, target, lost=True)
    elif now and target and run(root, "cat-file", "-e", f"{target}^{{commit}}").code == 0:
        _restore(root, now, target)


def _restore(root: Path, before: str, target: str) -> None:
    """The files as they were before, and git's index with them, which may have been put in place already."""
    with closing(Blobs(root)) as blobs:
        found = list(_between(root, before, target))
        for path, old, new in found:
            _put_back(root, path, old, new, blobs)
    _reset(root, [path for path, _, _ in found])


def _catch_up(root: Path, target: str, *, lost: bool = False) -> None:
    """Let git's index know of a commit that the branch and the folder have: git was killed before it had told it.

    With ``lost`` a file that a power cut has left empty, or without its name, is written again: git had put it there,
    and nobody has emptied it by hand.
    """
    with closing(Blobs(root)) as blobs:
        found = list(_between(root, f"{target}^1", target))
        for path, _, new in found:
            gone = lost and new.strip("0") and not (content(root, path) or b"").strip(b"\0")
            if gone and (raw := blobs.read([new])[new]):
                write_atomic(root, path, raw)
        held = [path for path, _, new in found if _holds(root, path, new, blobs)]
    _reset(root, held)


def _reset(root: Path, paths: list[str]) -> None:
    """Git's index as HEAD has it; nothing of the user's is staged in a file that a merge was to change."""
    if paths:
        insist(root, paths, "reset", "--quiet")


def _between(root: Path, before: str, target: str) -> Iterator[tuple[str, str, str]]:
    """The files of the workspace that a merge changes: the path, and the ids of what it held and what it holds."""
    listed = run(root, "diff-tree", "-r", "-z", "--no-renames", before, target).out.split("\0")
    prefix = prefix_of(root)
    for record, path in zip(listed[0::2], listed[1::2], strict=False):
        _, _, old, new, _ = record.split(" ")
        if path.startswith(prefix):
            yield path.removeprefix(prefix), old, new


def _holds(root: Path, path: str, id: str, blobs: Blobs) -> bool:
    return content(root, path) == (blobs.read([id])[id] if id.strip("0") else None)


def _put_back(root: Path, path: str, old: str, new: str, blobs: Blobs) -> None:
    """One file as it was, where it holds what the merge was to put there."""
    raws = [blobs.read([id])[id] if id.strip("0") else None for id in (old, new)]
    with contextlib.suppress(MinqingError, OSError):
        if content(root, path) != raws[1] or raws[0] == raws[1]:
            return
        if raws[0] is None:
            inside(root, path).unlink(missing_ok=True)
        else:
            write_atomic(root, path, raws[0])
