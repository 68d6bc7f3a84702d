"""A merge that was being put into the folder when the program was killed: taken back, so that it can be done again.

Only files that hold exactly what the merge was to put there are touched; the merge itself is kept by git.
"""

from __future__ import annotations

import contextlib
import time
from pathlib import Path

from minqing.domain.errors import MinqingError
from minqing.history.git import git_folder, head, repository_of, run
from minqing.history.left_locks import remove_left
from minqing.history.objects import Blobs
from minqing.history.pending import content
from minqing.history.status import prefix_of
from minqing.workspace.files import inside, write_atomic

RECORD = ".minqing/merging"
"""The commit that is being put into the folder, below the workspace."""

PATIENCE = 5.0
"""Seconds that a git which is still writing is waited for."""


def begin(root: Path, commit: str) -> None:
    """Note that ``commit`` is about to be put into the folder."""
    (root / RECORD).write_text(commit, encoding="ascii")


def end(root: Path) -> None:
    """Note that it is done, or was not begun."""
    (root / RECORD).unlink(missing_ok=True)


def is_open(root: Path) -> bool:
    """Whether a merge was interrupted."""
    return (root / RECORD).exists()


def take_back(root: Path) -> None:
    """Put back what an interrupted merge has put into the folder already."""
    if not is_open(root):
        return
    target = (content(root, RECORD) or b"").decode("ascii", "replace").strip()
    _wait_for_git(root)
    now = head(root)
    if now and target and target != now and run(root, "cat-file", "-e", f"{target}^{{commit}}").code == 0:
        _restore(root, now, target)
    end(root)


def _wait_for_git(root: Path) -> None:
    """Put away the locks of a git that was killed with us; one that is still at it may finish."""
    remove_left(root)
    top = repository_of(root)
    folder = git_folder(top) if top else None
    end = time.monotonic() + PATIENCE
    while folder is not None and (folder / "index.lock").exists() and time.monotonic() < end:
        time.sleep(0.05)


def _restore(root: Path, before: str, target: str) -> None:
    listed = run(root, "diff-tree", "-r", "-z", "--no-renames", before, target).out.split("\0")
    prefix = prefix_of(root)
    blobs = Blobs(root)
    try:
        for record, path in zip(listed[0::2], listed[1::2], strict=False):
            _, _, old, new, _ = record.split(" ")
            if path.startswith(prefix):
                _put_back(root, path.removeprefix(prefix), old, new, blobs)
    finally:
        blobs.close()


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
