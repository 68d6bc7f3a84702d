"""The diary as a commit holds it, in a folder of its own: to count anew from exactly that."""

from __future__ import annotations

import os
from contextlib import closing
from pathlib import Path

from minqing.domain.errors import GIT, MinqingError
from minqing.history.git import head, last_words, repository_of, run
from minqing.history.objects import Blobs
from minqing.history.status import changed
from minqing.workspace.find import SETTINGS_FILE
from minqing.workspace.names import DIARIES

HELD = (DIARIES, SETTINGS_FILE, "templates")
"""What figures and reports are made from."""

AT_ONCE = 200
"""So many files are held in memory."""


def committed(root: Path) -> str:
    """The commit that holds exactly what the folder holds.

    Raises ``MinqingError`` (exit code 4): ``seal.uncommitted`` with the first file that differs, or what git says.
    """
    if repository_of(root) is None:
        raise MinqingError("git.no-history", GIT, root=str(root))
    differing = changed(root, HELD)
    tip = head(root)
    if differing or tip is None:
        path = differing[0].path if differing else SETTINGS_FILE
        raise MinqingError("seal.uncommitted", GIT, path=path, count=len(differing))
    return tip


def is_held(root: Path, commit: str) -> bool:
    """Whether the history as it stands holds this commit; raises ``seal.no-commit`` where nobody here knows it."""
    if run(root, "cat-file", "-e", f"{commit}^{{commit}}").code:
        raise MinqingError("seal.no-commit", GIT, commit=commit)
    return run(root, "merge-base", "--is-ancestor", commit, "HEAD").code == 0


def unpack(root: Path, commit: str, folder: Path) -> None:
    """Write what ``commit`` holds of the diary into ``folder``; no links, nothing outside it."""
    listed = run(root, "--no-replace-objects", "ls-tree", "-r", "-z", commit, "--", *HELD)
    if listed.code:
        raise MinqingError("git.failed", GIT, output=last_words(listed.err))
    files = [
        (words[2], path) for words, path in map(_parts, filter(None, listed.out.split("\0"))) if _plain(words, path)
    ]
    with closing(Blobs(root)) as blobs:
        for start in range(0, len(files), AT_ONCE):
            some = files[start : start + AT_ONCE]
            contents = blobs.read(id for id, _ in some)
            for id, path in some:
                place = folder / path
                place.parent.mkdir(parents=True, exist_ok=True)
                place.write_bytes(contents[id] if id in contents else blobs.read((id,))[id])


def _parts(line: str) -> tuple[list[str], str]:
    words, _, path = line.partition("\t")
    return words.split(" "), path


def _plain(words: list[str], path: str) -> bool:
    """Whether it is a file, at a place below the folder that any system can have."""
    steps = path.replace("\\", "/").split("/")
    safe = all(step not in ("", ".", "..") for step in steps) and not os.path.isabs(path) and ":" not in path
    return words[0] in ("100644", "100755") and safe and path.isprintable()
