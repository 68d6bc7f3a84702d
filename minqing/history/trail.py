"""What the commits tell about issues."""

from __future__ import annotations

import re
from pathlib import Path

from minqing.domain.errors import MinqingError
from minqing.history.commit import ISSUE

_ID = re.compile(r"\d{8}-\d+")


def last_issue(root: Path) -> str | None:
    """The issue named last in the newest commit that touched one, of this workspace alone.

    ``None`` where no commit did, where there is no repository and where there is no git program.
    """
    try:
        # a message may quote a trailer without having one: only then look further
        return _newest(root, 1) or _newest(root, 200)
    except MinqingError:
        return None


def _newest(root: Path, commits: int) -> str | None:
    from minqing.history.git import repository_of, run

    top = repository_of(root)
    if top is None:
        return None
    within = [] if top == root.resolve() else ["--", "."]
    trailers = f"--format=%(trailers:key={ISSUE},valueonly)%x00"
    naming = ("--fixed-strings", f"--grep={ISSUE}: ")
    found = run(root, "log", f"--max-count={commits}", "--no-color", *naming, trailers, *within)
    named = (_ID.findall(listed) for listed in found.out.split("\0"))
    return next((str(ids[-1]) for ids in named if ids), None)
