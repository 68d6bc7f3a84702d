"""A change of several files that was killed while they were being written: put back whole, or finished whole.

Half an import, or half of one taken back, is no change that anybody made. What was there before is in HEAD, as hand
edits are committed before a change; where it is not, the files stay and are committed as they are.
"""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import closing
from pathlib import Path

from minqing.history.objects import Blobs
from minqing.history.pending import INTERRUPTED, Pending, WrittenFile, content, digest
from minqing.history.status import changed
from minqing.workspace.files import remove, write_atomic


def in_part(root: Path, change: Pending) -> list[WrittenFile]:
    """The files that are written already of a change that was interrupted; none where all are, or none is."""
    if change.why not in (None, INTERRUPTED):
        return []
    files = [file for file in change.files if file.before != file.written]
    now = {file.path: digest(content(root, file.path)) for file in files} if len(files) > 1 else {}
    if not any(now[file.path] == file.before for file in files if file.path in now):
        return []
    return [file for file in files if now.get(file.path) == file.written]


def put_back(root: Path, changes: Sequence[Pending]) -> list[Pending]:
    """Give the files of what is written in part their former content; answers the changes they were of.

    Raises ``MinqingError`` where git cannot tell or a file cannot be written: the next command tries again.
    """
    parts = [(change, files) for change in changes if (files := in_part(root, change))]
    return [change for change, files in parts if _restored(root, files)]


def _restored(root: Path, files: Sequence[WrittenFile]) -> bool:
    """Whether the former content of all of them was to be had; they hold it then."""
    heads = {one.path: one.head for one in changed(root, [file.path for file in files])}
    with closing(Blobs(root)) as blobs:
        found = {file.path: _former(blobs, file, heads.get(file.path)) for file in files}
    if any(digest(found[file.path]) != file.before for file in files):
        return False
    for file in files:
        former = found[file.path]
        if former is None:
            remove(root, file.path)
        else:
            write_atomic(root, file.path, former)
    return True


def _former(blobs: Blobs, file: WrittenFile, head: str | None) -> bytes | None:
    return blobs.read([head]).get(head) if head and file.before is not None else None
