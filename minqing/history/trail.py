"""What the commits tell about issues."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from minqing.domain.errors import MinqingError
from minqing.domain.patterns import pattern
from minqing.history.commit import ISSUE

LOOKED_AT = 50
"""How many commits are looked at for one that touched an issue."""

COMPARED = 20
"""How many files of a commit made by hand are compared; the last ones hold the latest issues."""

_ID = pattern(r"\d{8}-\d+")


def last_issue(root: Path) -> str | None:
    """The issue that the newest commit touching one has touched last, of this workspace alone.

    The commits of the commands name it; of a commit made without them the diaries before and after are compared.
    ``None`` where no commit did, where there is no repository and where there is no git program.
    """
    try:
        return next((id for id in map(str, _touched(root)) if id), None)
    except MinqingError:
        return None


def _touched(root: Path) -> Iterator[str]:
    """The issue each commit that changed a diary has touched last, newest first; empty where it touched none."""
    from minqing.history.git import repository_of, run

    if repository_of(root) is None:
        return
    form = f"--format=%x00%H%x01%(trailers:key={ISSUE},valueonly)"
    for count, skip in ((1, 0), (LOOKED_AT, 1)):
        found = run(root, "log", f"--max-count={count}", f"--skip={skip}", "--no-color", form, "--", "diaries")
        for commit in found.out.split("\0")[1:]:
            sha, _, named = commit.partition("\x01")
            ids = _ID.findall(named)
            yield ids[-1] if ids else _by_comparing(root, sha)


def _by_comparing(root: Path, sha: str) -> str:
    """The last issue that differs between a commit and the one before it."""
    from minqing.history.git import run
    from minqing.history.hand_edits import issues_between
    from minqing.text.vocabulary import category_words
    from minqing.workspace.load import open_workspace

    listed = run(
        root, "diff-tree", "-r", "-z", "--root", "--no-commit-id", "--name-only", "--relative", sha, "--", "diaries"
    )
    paths = [path for path in listed.out.split("\0") if path.endswith(".md")]
    pairs = ((path, _blob(root, f"{sha}~", path), _blob(root, sha, path)) for path in sorted(paths)[-COMPARED:])
    ids = issues_between(pairs, category_words(open_workspace(root).community))
    return ids[-1] if ids else ""


def _blob(root: Path, commit: str, path: str) -> bytes | None:
    from minqing.history.git import run

    found = run(root, "cat-file", "blob", f"{commit}:./{path}")
    return found.out.encode("utf-8", "surrogateescape") if found.code == 0 else None
