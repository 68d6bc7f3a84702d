"""Pages of the diary that were deleted with some other program: git has them still, and the figures lack them."""

from __future__ import annotations

from pathlib import Path

from minqing.domain.errors import MinqingError
from minqing.history.git import repository_of, run
from minqing.history.hand_edits import as_in_head
from minqing.history.status import changed
from minqing.workspace.names import DIARIES


def gone_from_folder(root: Path) -> list[str]:
    """The entries that the last commit has and the folder has not; one that was only renamed is not gone.

    None where there is no git, or git cannot tell.
    """
    if repository_of(root) is None:
        return []
    try:
        found = changed(root, (DIARIES,))
    except MinqingError:
        return []
    new = [one.path for one in found if one.head is None]
    lost = [one for one in found if one.head and one.path.endswith(".md") and not (root / one.path).exists()]
    return [one.path for one in lost if not any(as_in_head(root, one, at) for at in new)]


def gone_with(root: Path, commit: str) -> list[str]:
    """The entries that ``commit`` has deleted, and not renamed."""
    told = run(root, "diff-tree", "-r", "-M", "-z", "--root", "--relative", "--no-commit-id", "--name-only",
               "--diff-filter=D", commit, "--", DIARIES)  # fmt: skip
    return [path for path in told.out.split("\0") if path.endswith(".md")]
