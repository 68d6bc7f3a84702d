"""A merge that plain git began and could not finish: what its files come from, and finishing it."""

from __future__ import annotations

from pathlib import Path

from minqing.history.git import git_folder, head, repository_of, run, run_on
from minqing.history.objects import Blobs
from minqing.history.status import prefix_of


def is_merging(root: Path) -> bool:
    """Whether a merge is under way."""
    top = repository_of(root)
    folder = git_folder(top) if top else None
    return folder is not None and (folder / "MERGE_HEAD").exists()


def bases(root: Path) -> dict[str, bytes]:
    """What the files in conflict come from, by path in the workspace; nothing for one that both sides have made."""
    listed = run(root, "ls-files", "--unmerged", "-z", "--full-name").out.split("\0")
    prefix = prefix_of(root)
    found = {}
    for record in filter(None, listed):
        words, _, path = record.partition("\t")
        _, id, stage = words.split(" ")
        if stage == "1" and path.startswith(prefix):
            found[path.removeprefix(prefix)] = id
    blobs = Blobs(root)
    try:
        contents = blobs.read(found.values())
    finally:
        blobs.close()
    return {path: contents[id] for path, id in found.items() if id in contents}


def finish(root: Path, mended: list[str]) -> str | None:
    """Finish the merge once nothing in it is in conflict any more; the commit, ``None`` where something still is.

    ``mended`` are the files whose conflict has just been settled, and those that were written for that.
    """
    if not is_merging(root) or run_on(root, mended, "add").code:
        return None
    if run(root, "ls-files", "--unmerged", "-z", "--full-name", ":/").out:
        return None
    return head(root) if run(root, "commit", "--quiet", "--no-edit").code == 0 else None
