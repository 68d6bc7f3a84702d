"""What is committed before a change, so that its commit holds the change alone."""

from __future__ import annotations

import contextlib
from collections.abc import Collection, Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from minqing.domain.errors import GIT, MinqingError
from minqing.domain.values import dataclass, field, replace
from minqing.history import hand_edits
from minqing.history.commit import commit, message
from minqing.history.pending import Pending, all_paths, held, record, recorded, together
from minqing.history.refusal import EVERYWHERE, obstacle, refusal
from minqing.history.status import Changed, changed

if TYPE_CHECKING:
    from minqing.workspace.load import Workspace


@dataclass(slots=True)
class Settled:
    """What was committed, and what could not be.

    ``problem`` would meet any other commit too; ``hand_problem`` only the files in ``blocked``, which a
    commit must not name, as it would swallow their changes. ``dirty`` are files that were not as in HEAD,
    ``unknown`` those that git does not know.
    """

    problem: MinqingError | None = None
    hand_problem: MinqingError | None = None
    hand_commit: str | None = None
    finished: str | None = None
    blocked: set[str] = field(default_factory=set)
    dirty: set[str] = field(default_factory=set)
    unknown: set[str] = field(default_factory=set)

    @contextlib.contextmanager
    def noting(self, paths: Collection[str] = ()) -> Iterator[None]:
        """Keep what git refuses about ``paths`` instead of raising it."""
        try:
            yield
        except MinqingError as refused:
            if refused.exit_code != GIT:
                raise
            self.blocked |= set(paths)
            if refused.code in EVERYWHERE:
                self.problem = refused
            else:
                self.hand_problem = refused


def settle(workspace: Workspace, targets: Collection[str], untouched: Collection[str]) -> Settled:
    """Commit a change left pending, then hand edits, before a change of ``targets``.

    ``untouched`` are the targets that hold already what is to be written: no hand edits.
    """
    settled = finish(workspace.root)
    if targets and settled.problem is None:
        with settled.noting():
            _commit_hand_edits(workspace, targets, untouched, settled)
    return settled


def finish(root: Path) -> Settled:
    """Commit what is on record as written and not committed; what no file holds any more is dropped."""
    settled = Settled(problem=obstacle(root))
    known = recorded(root)
    left = [change for change in (held(root, one) for one in known) if change]
    if left and settled.problem is None:
        with settled.noting(all_paths(left)):
            left = _finish(root, left, settled)
    if left != known:
        record(root, left)
    return settled


def _finish(root: Path, changes: Sequence[Pending], settled: Settled) -> list[Pending]:
    """Commit ``changes`` as far as git lets; answers those that are left."""
    dirty = changed(root, all_paths(changes))
    left = _still_dirty(changes, dirty)
    for group in together(left):
        with settled.noting(all_paths(group)):
            settled.finished = _commit_group(root, group, dirty)
            left = [change for change in left if change not in group]
        if settled.problem:
            break
    return left


def _still_dirty(changes: Sequence[Pending], dirty: Sequence[Changed]) -> list[Pending]:
    """``changes`` without the files that have been committed by other means."""
    paths = {one.path for one in dirty}
    kept = (replace(c, files=tuple(f for f in c.files if f.path in paths)) for c in changes)
    return [change for change in kept if change.files]


def _commit_group(root: Path, group: Sequence[Pending], dirty: Sequence[Changed]) -> str | None:
    """One commit for changes that share a file; the words of the later ones follow the first one's."""
    issues = [issue for change in group for issue in change.issues]
    body = [change.subject for change in group[1:]]
    words = message(group[0].subject, [change.action for change in group], issues, body)
    paths = all_paths(group)
    return commit(root, words, paths, _unknown(dirty, paths))


def _unknown(found: Sequence[Changed], paths: Collection[str]) -> list[str]:
    return [one.path for one in found if not one.tracked and one.path in paths]


def _commit_hand_edits(
    workspace: Workspace, targets: Collection[str], untouched: Collection[str], settled: Settled
) -> None:
    root = workspace.root
    found = changed(root, list(dict.fromkeys((*hand_edits.SCOPE, *targets))))
    settled.dirty = {one.path for one in found}
    settled.unknown = set(_unknown(found, settled.dirty))
    if any(one.unmerged and one.path in targets for one in found):
        raise refusal("git.unmerged", root)
    edits = hand_edits.select(root, found, targets, {*untouched, *settled.blocked})
    paths = [edit.path for edit in edits]
    if not edits:
        return
    with settled.noting(paths):
        issues = hand_edits.issues_changed(workspace, edits)
        words = message(hand_edits.subject(paths, workspace.language), [hand_edits.ACTION], issues)
        settled.hand_commit = commit(root, words, paths, _unknown(edits, paths))
        settled.unknown -= set(paths)
