"""Whether git has been given what it must never see."""

from __future__ import annotations

from pathlib import Path

from minqing.domain.errors import MinqingError
from minqing.history.git import repository_of, run
from minqing.text.problems import Problem

KEPT_OUT = "private"
"""The folder of names and telephone numbers."""


def tracked_problems(root: Path) -> list[Problem]:
    """The files of the private folder that git knows, as problems; none where there is no git."""
    if repository_of(root) is None:
        return []
    try:
        listed = run(root, "ls-files", "-z", "--", KEPT_OUT)
    except MinqingError:
        return []
    paths = [path for path in listed.out.split("\0") if path]
    return [Problem("privacy-folder-tracked", path, params={"path": path}) for path in paths]
