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
from minqing.history.halfway import take_back
from minqing.history.part_written import put_back
from minqing.history.pending import Pending, all_held, all_paths, content, digest, record, recorded, together
from minqing.history.refusal import EVERYWHERE, obstacle, refusal
from minqing.history.status import Changed, changed
from minqing.history.withheld import REFUSE, Permission, masked_file
from minqing.history.withheld import refusal as withheld
from minqing.workspace.files import ABANDONED, OWN_FOLDER, sweep, write_atomic

if TYPE_CHECKING:
    from minqing.text.private_lines import Place
    from minqing.workspace.load import Workspace


@dataclass(slots=True)
class Settled:
    """What was committed, and what could not be.

    ``problem`` would meet any other commit too; ``hand_problem`` only the files in ``blocked``, which a
    commit must not name, as it would swallow their changes. ``dirty`` are files that were not as in HEAD,
    ``unknown`` those that git does not know. ``withheld`` are numbers of persons in hand edits that were left
    uncommitted for them, ``put_back`` the subjects of changes that were written in part and are taken back,
    ``finished_words`` those of what ``finished`` and others before it hold.
    """

    problem: MinqingError | None = None
    hand_problem: MinqingError | None = None
    hand_commit: str | None = None
    finished: str | None = None
    blocked: set[str] = field(default_factory=set)
    dirty: set[str] = field(default_factory=set)
    unknown: set[str] = field(default_factory=set)
    withheld: tuple[Place, ...] = ()
    put_back: tuple[str, ...] = ()
    finished_words: tuple[str, ...] = ()

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


def settle(
    workspace: Workspace, targets: Collection[str], untouched: Collection[str], private: Permission = REFUSE
) -> Settled:
    """Commit a change left pending, then hand edits, before a change of ``targets``.

    ``untouched`` are the targets that hold already what is to be written: no hand edits. Raises ``MinqingError``
    (exit code 5) where a target was edited by hand and holds a number of a person that is not permitted.
    """
    settled = finish(workspace, targets, private)
    if targets and settled.problem is None:
        with settled.noting():
            _commit_hand_edits(workspace, targets, untouched, settled, private)
    return settled


def settle_all(workspace: Workspace) -> Settled:
    """Commit a change left pending, then hand edits wherever they are but in what the user has staged himself."""
    settled = finish(workspace)
    if settled.problem is None:
        with settled.noting():
            _commit_hand_edits(workspace, (), (), settled, REFUSE)
    return settled


def recover(root: Path) -> tuple[str, ...]:
    """Take back what was put into the folder in part and then killed; answers the subjects of such changes.

    To be called before the diary is read for a change: half of another one would be taken for what is there. What git
    has to tell for it and cannot stays as it is.
    """
    take_back(root)
    known = recorded(root)
    _sweep(root, known)
    if not known or obstacle(root):
        return ()
    with contextlib.suppress(MinqingError):
        back = put_back(root, known)
        if back:
            record(root, [change for change in known if change not in back])
        return tuple(change.subject for change in back)
    return ()


def finish(workspace: Workspace, targets: Collection[str] = (), private: Permission = REFUSE) -> Settled:
    """Commit what is on record as written and not committed; what no file holds any more is dropped.

    What a synchronisation that was killed has put into the folder is no change of anybody here: it is taken back, and
    so is a change of which only some files are written. Raises ``MinqingError`` (exit code 5) where one of ``targets``
    has got a number of a person since it was written.
    """
    root = workspace.root
    settled = Settled(put_back=recover(root), problem=obstacle(root))
    known = recorded(root)
    left = all_held(root, known)
    if left and settled.problem is None:
        with settled.noting(all_paths(left)):
            left = _finish(workspace, left, settled, targets, private)
    if left != known:
        record(root, left)
    return settled


def _sweep(root: Path, known: Sequence[Pending]) -> None:
    """Take away what is half written beside the files of changes that were not finished, and what long is so."""
    for folder in {(root / path).parent for path in all_paths(known)}:
        sweep(folder)
    sweep(root / OWN_FOLDER, older_than=ABANDONED)


def _finish(
    workspace: Workspace,
    changes: Sequence[Pending],
    settled: Settled,
    targets: Collection[str],
    private: Permission,
) -> list[Pending]:
    """Commit ``changes`` as far as git lets, but none with a number in it that came by hand; answers those left."""
    root = workspace.root
    dirty = changed(root, all_paths(changes)) if changes else []
    left = _still_dirty(changes, dirty)
    for group in together(left):
        edited = _edited(root, group, dirty)
        good, allowed = _without_numbers(workspace, edited, targets, settled, private)
        if len(good) < len(edited):
            settled.blocked |= set(all_paths(group))
            continue
        with settled.noting(all_paths(group)):
            group = [replace(group[0], allowed=group[0].allowed or allowed), *group[1:]]
            settled.finished = _commit_group(root, group, dirty)
            settled.finished_words += tuple(change.subject for change in group)
            left = [change for change in left if set(change.paths).isdisjoint(all_paths(group))]
        if settled.problem:
            break
    return left


def _edited(root: Path, group: Sequence[Pending], dirty: Sequence[Changed]) -> list[Changed]:
    """The files of a group in which a number can have come by hand: after it was written, or, as no hand edit can be
    committed while git refuses, before. Where the changes themselves were allowed to hold one it is the former only."""
    written = {file.path: file.written for change in group for file in change.files}
    found = [one for one in dirty if one.path in written]
    if any(change.allowed for change in group):
        return [one for one in found if digest(content(root, one.path)) != written[one.path]]
    return found


def _still_dirty(changes: Sequence[Pending], dirty: Sequence[Changed]) -> list[Pending]:
    """``changes`` without the files that have been committed by other means."""
    paths = {one.path for one in dirty}
    kept = (replace(c, files=tuple(f for f in c.files if f.path in paths)) for c in changes)
    return [change for change in kept if change.files]


def _commit_group(root: Path, group: Sequence[Pending], dirty: Sequence[Changed]) -> str | None:
    """One commit for changes that share a file; the words of the later ones follow the first one's."""
    issues = [issue for change in group for issue in change.issues]
    body = [change.subject for change in group[1:]]
    allowed = [change.allowed for change in group]
    undoes = [change.undoes for change in group]
    words = message(group[0].subject, [change.action for change in group], issues, body, allowed, undoes)
    paths = all_paths(group)
    return commit(root, words, paths, _unknown(dirty, paths))


def _unknown(found: Sequence[Changed], paths: Collection[str]) -> list[str]:
    return [one.path for one in found if not one.tracked and one.path in paths]


def _commit_hand_edits(
    workspace: Workspace,
    targets: Collection[str],
    untouched: Collection[str],
    settled: Settled,
    private: Permission,
) -> None:
    root = workspace.root
    found = changed(root, list(dict.fromkeys((*hand_edits.SCOPE, *targets))))
    settled.dirty = {one.path for one in found}
    settled.unknown = set(_unknown(found, settled.dirty))
    if any(one.unmerged and one.path in targets for one in found):
        raise refusal("git.unmerged", root)
    edits = hand_edits.select(root, found, targets, {*untouched, *settled.blocked})
    edits, allowed = _without_numbers(workspace, edits, targets, settled, private)
    paths = [edit.path for edit in edits]
    if not edits:
        return
    with settled.noting(paths):
        issues = hand_edits.issues_changed(workspace, edits)
        words = message(hand_edits.subject(paths, workspace.language), [hand_edits.ACTION], issues, allowed=[allowed])
        settled.hand_commit = commit(root, words, paths, _unknown(edits, paths))
        settled.unknown -= set(paths)


def _without_numbers(
    workspace: Workspace,
    edits: list[Changed],
    targets: Collection[str],
    settled: Settled,
    private: Permission,
) -> tuple[list[Changed], str | None]:
    """The edits that may be committed, and the reason for which numbers in them are allowed.

    A file that the change does not touch stays uncommitted and is told of; a target is refused, or masked where
    that is wanted, as its commit would take the number along.
    """
    found = hand_edits.numbers_added_by(workspace.root, edits)
    if not found or private.reason is not None:
        return edits, private.reason if found else None
    asked = {path: places for path, places in found.items() if path in targets}
    if asked and not private.masked:
        raise withheld(place for places in asked.values() for place in places)
    for path, places in asked.items():
        _mask(workspace, path, places)
    settled.withheld += tuple(place for path, places in found.items() if path not in asked for place in places)
    return [edit for edit in edits if edit.path in asked or edit.path not in found], None


def _mask(workspace: Workspace, path: str, places: tuple[Place, ...]) -> None:
    from minqing.text.vocabulary import category_words

    raw = content(workspace.root, path)
    if raw is not None:
        write_atomic(workspace.root, path, masked_file(path, raw, places, category_words(workspace.community)))
