"""What git sees changed in the workspace, from one call."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

from minqing.domain.values import dataclass
from minqing.history.git import repository_of, run_on, slices

_ABSENT = "0" * 40


@dataclass(frozen=True, slots=True)
class Changed:
    """One path that differs between HEAD, index and folder.

    ``path`` is relative to the workspace. ``staged``: the user put something of it into the index himself;
    ``tracked``: the index knows it; ``unmerged``: a conflict is not settled. ``head`` is the id of its
    content in HEAD, ``None`` where HEAD has no such file.
    """

    path: str
    staged: bool = False
    tracked: bool = True
    unmerged: bool = False
    head: str | None = None


def changed(root: Path, paths: Sequence[str]) -> list[Changed]:
    """Everything at or below ``paths`` that is not exactly as in HEAD; ignored files are left out.

    Raises ``MinqingError`` (exit code 4) when git cannot tell.
    """
    found: list[Changed] = []
    for some in slices(paths):  # git status takes no list of paths from a file
        found += _changed(root, some)
    return found


def _changed(root: Path, paths: Sequence[str]) -> list[Changed]:
    from minqing.history.refusal import explained

    # without optional locks: looking must not stand in another git's way
    asked = run_on(
        root, paths, "--no-optional-locks", "status", "--porcelain=v2", "-z",
        "--untracked-files=all", "--no-renames", "--ignore-submodules=all",
    )  # fmt: skip
    if asked.code:
        raise explained(root, asked)
    return list(_merged(_parsed(asked.out, prefix_of(root))))


def prefix_of(root: Path) -> str:
    """The workspace's place in its repository: empty at the top, else ``sub/folder/``."""
    top = repository_of(root)
    inside = root.resolve().relative_to(top).as_posix() if top else "."
    return "" if inside == "." else f"{inside}/"


def _parsed(listing: str, prefix: str) -> Iterator[Changed]:
    for record in listing.split("\0"):
        if record.startswith("? "):
            yield Changed(record[2:].removeprefix(prefix), tracked=False)
        elif record.startswith("1 "):
            _, xy, _, _, _, _, head, _, path = record.split(" ", 8)
            yield _tracked(xy, head, path.removeprefix(prefix))
        elif record.startswith("u "):
            path = record.split(" ", 10)[10]
            yield Changed(path.removeprefix(prefix), unmerged=True)


def _tracked(xy: str, head: str, path: str) -> Changed:
    known = None if head.startswith(_ABSENT) else head
    # a deletion in the index means that the index does not know the path any more
    return Changed(path, staged=xy[0] != ".", tracked=xy[0] != "D", head=known)


def _merged(found: Iterator[Changed]) -> Iterator[Changed]:
    """One record for each path: a file taken out of the index but kept in the folder is listed twice."""
    known: dict[str, Changed] = {}
    for one in found:
        before = known.get(one.path)
        twice = Changed(one.path, staged=True, tracked=False, head=before.head) if before else None
        known[one.path] = twice or one
    yield from known.values()
