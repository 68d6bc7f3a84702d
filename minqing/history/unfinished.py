"""A merge that plain git began and could not finish: what its files come from, and finishing it."""

from __future__ import annotations

from collections.abc import Collection
from contextlib import closing
from pathlib import Path

from minqing.history.git import git_folder, head, repository_of, run, run_on
from minqing.history.logbook import is_diary
from minqing.history.objects import Blobs
from minqing.history.pending import content
from minqing.history.status import prefix_of
from minqing.workspace.find import SETTINGS_FILE

KEPT_TWICE = ("templates/", "photos/")
"""Folders of files of which both versions stay where they cannot be united."""


def is_merging(root: Path) -> bool:
    """Whether a merge is under way."""
    top = repository_of(root)
    folder = git_folder(top) if top else None
    return folder is not None and (folder / "MERGE_HEAD").exists()


def bases(root: Path) -> dict[str, bytes]:
    """What the files in conflict come from, by path in the workspace; nothing for one that both sides have made."""
    found = {path: ids["1"] for path, ids in unmerged(root).items() if "1" in ids}
    blobs = Blobs(root)
    try:
        contents = blobs.read(found.values())
    finally:
        blobs.close()
    return {path: contents[id] for path, id in found.items() if id in contents}


def unmerged(root: Path) -> dict[str, dict[str, str]]:
    """The files of the workspace that a merge, rebase or the like has left in conflict, by path: the ids of what
    they come from (``1``), of the version here (``2``) and of the other one (``3``), as far as there is one."""
    listed = run(root, "ls-files", "--unmerged", "-z", "--full-name").out.split("\0")
    prefix = prefix_of(root)
    found: dict[str, dict[str, str]] = {}
    for record in filter(None, listed):
        words, _, path = record.partition("\t")
        _, id, stage = words.split(" ")
        if path.startswith(prefix):
            found.setdefault(path.removeprefix(prefix), {})[stage] = id
    return found


def kept(root: Path) -> list[str]:
    """The files that one side has deleted and the other has gone on with, as they stand in the folder: they stay."""
    return [path for path, ids in unmerged(root).items() if len({*ids} & {"2", "3"}) == 1 and (root / path).is_file()]


def by_hand(root: Path, torn: Collection[str]) -> list[str]:
    """What is in conflict and of this program's, but not ``torn`` by marks any more: somebody has settled it."""
    own = (SETTINGS_FILE, *KEPT_TWICE)
    mine = (path for path in unmerged(root) if path.startswith(own) or is_diary(path))
    return [path for path in mine if path not in torn and (root / path).is_file()]


def twice(root: Path) -> dict[str, tuple[bytes, bytes]]:
    """Templates and pictures of which two versions are in conflict, and nobody has put a third in their place: the one
    that counts on (the colleagues', as far as git tells it) and the other one."""
    pulled = is_merging(root)
    found = {
        path: (ids["3"], ids["2"]) if pulled else (ids["2"], ids["3"])
        for path, ids in unmerged(root).items()
        if {"2", "3"} <= {*ids} and path.startswith(KEPT_TWICE)
    }
    with closing(Blobs(root)) as blobs:
        contents = blobs.read({id for ids in found.values() for id in ids})
    both = {path: (contents[first], contents[other]) for path, (first, other) in found.items()}
    return {path: pair for path, pair in both.items() if _is_undecided(root, path, pair)}


def _is_undecided(root: Path, path: str, pair: tuple[bytes, bytes]) -> bool:
    now = content(root, path)
    return now is None or now in pair or (b"<<<<<<< " in now and b">>>>>>> " in now)


def whose(root: Path, path: str) -> str:
    """Who has changed a file on this computer since the merge that waits; nothing where none does."""
    if not is_merging(root):
        return ""
    asked = ("log", "-1", "--no-merges", "--format=%an", "HEAD", "^MERGE_HEAD")
    return run_on(root, [path], *asked).out.strip()


def settled(root: Path, mended: list[str]) -> None:
    """Tell git that nothing in these files is in conflict any more."""
    if mended:
        run_on(root, mended, "add")


def finish(root: Path, mended: list[str]) -> str | None:
    """Finish the merge once nothing in it is in conflict any more; the commit, ``None`` where something still is.

    ``mended`` are the files whose conflict has just been settled, and those that were written for that.
    """
    settled(root, mended)
    if not is_merging(root) or run(root, "ls-files", "--unmerged", "-z", "--full-name", ":/").out:
        return None
    return head(root) if run(root, "commit", "--quiet", "--no-edit").code == 0 else None
