"""Whether a commit that says it takes a change back really does: the text decides, not its words."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from minqing.history.fingerprint import digest
from minqing.history.logbook import Commit
from minqing.text.differences import Difference

UNDO, REDO = "undo", "redo"
"""Actions of commits that take the author's last change back, or make it again."""

REMEMBERED = 100
"""So many changes of one author can be taken back."""

A_DAY = 86_400
"""Seconds: a change further back than this from the author's last one is not taken back but rewritten."""

Made = list[Any]  # [digest of the change, digest of what takes it back, seconds]


class Steps:
    """The last changes of each author, and what was taken back of them.

    ``minqing undo`` takes back the last change of whoever calls it, as a commit of its own. A commit that says so
    counts as one only when by meaning it is exactly the reverse of that author's last change that still stands,
    or of one of the day before that; ``redo`` likewise of what was last taken back.
    """

    def __init__(self, done: dict[str, list[Made]] | None = None, undone: dict[str, list[Made]] | None = None) -> None:
        self.done = done or {}
        self.undone = undone or {}

    def takes_back(self, commit: Commit, own: Sequence[Difference]) -> bool:
        """Take note of a commit's differences; whether it is an ``undo`` or ``redo`` as its words say."""
        if not own:
            return False
        done, undone = self.done.setdefault(commit.email, []), self.undone.setdefault(commit.email, [])
        change = digest(own)
        if UNDO in commit.actions and _moved(done, undone, 1, change):
            return True
        if REDO in commit.actions and _moved(undone, done, 0, change):
            return True
        done.append([change, digest(one.reversed for one in own), commit.recorded.seconds])
        del done[:-REMEMBERED], undone[:]
        return False


def _moved(source: list[Made], target: list[Made], which: int, change: str) -> bool:
    """Move the last made change whose digest is ``change`` over; whether there is one that is recent enough."""
    for at in range(len(source) - 1, -1, -1):
        if abs(source[-1][2] - source[at][2]) > A_DAY:
            return False
        if source[at][which] == change:
            target.append(source.pop(at))
            return True
    return False
