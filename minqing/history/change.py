"""The one way a diary changes: under the lock, written whole, then one commit of exactly what was written.

When git refuses, the text stays written and is remembered for the next command.
"""

from __future__ import annotations

import contextlib
import functools
from collections.abc import Callable, Iterator, Sequence
from itertools import groupby
from pathlib import Path
from typing import TYPE_CHECKING

from minqing.domain.errors import MinqingError
from minqing.domain.values import dataclass, replace
from minqing.history.commit import commit, message
from minqing.history.pending import (
    INTERRUPTED,
    RECORD,
    Pending,
    WrittenFile,
    content,
    digest,
    pending,
    record,
    recorded,
)
from minqing.history.refusal import refusal
from minqing.history.settle import Settled, finish, recover, settle, settle_all
from minqing.history.trail import last_issue
from minqing.history.withheld import REFUSE, Permission, cautions, masked_file, numbers_added
from minqing.history.withheld import refusal as withheld
from minqing.workspace.files import locked, refusals_told, remove, settle_folders, write_atomic, write_together

if TYPE_CHECKING:
    from minqing.text.private_lines import Place
    from minqing.workspace.load import Workspace

NEVER_COMMITTED = (".minqing/", "private/")
"""Folders that hide themselves from git; what is written there is no part of the commit."""

REPLANNED = 3
"""How often a plan is made anew when its files change under it (a hook that mends files, an open editor)."""


@dataclass(frozen=True, slots=True)
class Write:
    """A file (relative path, forward slashes) and its whole new content; ``None``: the file goes."""

    path: str
    new: bytes | None


@dataclass(frozen=True, slots=True)
class Change:
    """What one command does: its action (a verb's id, ``log``, ``add``, ``init`` …), one line of words in the
    workspace's language, the files it writes and the issues it touches (the last one is what ``last`` means).

    A write of what the file holds already is committed with the change and is no hand edit: so ``init`` can
    name the files it has made. ``undoes`` is the commit that it takes back, if it does; ``asked`` the digest of what
    was typed (``history.repeated``).
    """

    action: str
    subject: str
    writes: tuple[Write, ...] = ()
    issues: tuple[str, ...] = ()
    undoes: str | None = None
    asked: str | None = None


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of a change in git; every commit by its full id.

    ``problem`` tells that the text is written and not committed, and why. ``hand_problem`` tells that the
    change is committed and other files, edited by hand or left by a former command, could not be.
    ``finished`` is the commit of what a former command had left, ``hand_commit`` that of hand edits.
    ``withheld`` are the numbers of persons in files edited by hand, which were left uncommitted for them;
    ``cautions`` are doors and sensitive words that the change has brought in. ``put_back`` are the subjects of changes
    that were killed half-way through their files, which hold again what they held before; ``finished_words`` those of
    what ``finished`` has committed.
    """

    commit: str | None = None
    problem: MinqingError | None = None
    hand_commit: str | None = None
    finished: str | None = None
    hand_problem: MinqingError | None = None
    withheld: tuple[Place, ...] = ()
    cautions: tuple[Place, ...] = ()
    put_back: tuple[str, ...] = ()
    finished_words: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class _Planned:
    """A change with what its files held when it was planned, and why the numbers in it are allowed."""

    change: Change
    before: dict[str, bytes | None]
    allowed: str | None = None

    def writes(self, *, changing: bool = True) -> list[Write]:
        """The writes that change something, or those that do not."""
        return [w for w in self.change.writes if (w.new != self.before[w.path]) is changing]


def carry_out(workspace: Workspace, plan: Callable[[], Change], private: Permission = REFUSE) -> Outcome:
    """Make the change that ``plan`` tells, under the workspace's lock, as one commit.

    Committed before it, each on its own: what a former command had to leave, and what was edited by hand.
    ``plan`` is called under the lock and reads the files it changes; should they change before they are
    written it is called again. What it raises passes through with nothing written or committed. A number of a
    person in what is new is refused (exit code 5) unless ``private`` permits it. Raises
    ``MinqingError`` when a file cannot be written (nothing is changed then); what git refuses is told in the
    outcome instead.
    """
    with locked(workspace.root):
        back = recover(workspace.root)
        make = functools.partial(_planned, workspace, plan, private)
        planned = make()
        if not workspace.community.commit:
            record(workspace.root, ())
            _write_all(workspace.root, planned)
            return Outcome(cautions=_cautions(planned))
        targets = [w.path for w in planned.change.writes if _committable(workspace, w.path)]
        settled = settle(workspace, targets, [w.path for w in planned.writes(changing=False)], private)
        settled.put_back = back
        return _write_and_commit(workspace, _current(workspace.root, planned, make), settled)


def rehearsed(workspace: Workspace, plan: Callable[[], Change], private: Permission = REFUSE) -> Change:
    """The change as ``carry_out`` would make it; nothing is locked or written.

    Raises ``MinqingError`` (exit code 5) for a number of a person in what is new that ``private`` does not permit.
    """
    return _planned(workspace, plan, private).change


def take_back_halves(workspace: Workspace) -> Outcome:
    """Put back what was killed half-way, for a command that reads the diary before it makes its change."""
    if not recorded(workspace.root):
        return Outcome()
    with locked(workspace.root):
        return Outcome(put_back=recover(workspace.root))


def commit_pending(workspace: Workspace) -> Outcome:
    """Commit what former commands had to leave uncommitted, under its own words."""
    with locked(workspace.root):
        return told(finish(workspace))


def commit_waiting(workspace: Workspace) -> Outcome:
    """Commit what former commands had to leave and what was edited by hand, each on its own, and nothing else."""
    with locked(workspace.root):
        return told(settle_all(workspace))


def told(settled: Settled) -> Outcome:
    """What was committed of what waited, where no change is made besides."""
    problem = settled.problem or settled.hand_problem
    waited = Outcome(None, problem, settled.hand_commit, settled.finished, withheld=settled.withheld)
    return replace(waited, put_back=settled.put_back, finished_words=settled.finished_words)


def _planned(workspace: Workspace, plan: Callable[[], Change], private: Permission) -> _Planned:
    """The plan with what its files hold now. Raises the refusal of a number that is not permitted."""
    change = plan()
    before = {write.path: content(workspace.root, write.path) for write in change.writes}
    found = {write.path: numbers_added(write.path, before[write.path], write.new) for write in change.writes}
    places = [place for path in found for place in found[path]]
    if not places:
        return _Planned(change, before)
    if private.masked:
        return _Planned(_masked(workspace, change, found), before)
    if private.reason is None:
        raise withheld(places)
    return _Planned(change, before, private.reason)


def _masked(workspace: Workspace, change: Change, found: dict[str, tuple[Place, ...]]) -> Change:
    """The same change with every number in it masked, in its words too."""
    from minqing.text.privacy import numbers_masked
    from minqing.text.vocabulary import category_words

    words = category_words(workspace.community)
    writes = (
        replace(w, new=masked_file(w.path, w.new, found[w.path], words)) if w.new and found[w.path] else w
        for w in change.writes
    )
    return replace(change, subject=numbers_masked(change.subject), writes=tuple(writes))


def _cautions(planned: _Planned) -> tuple[Place, ...]:
    return tuple(p for w in planned.writes() for p in cautions(w.path, planned.before[w.path], w.new))


def _current(root: Path, planned: _Planned, make: Callable[[], _Planned]) -> _Planned:
    """``planned``, made anew when a file is no longer what it was planned for."""
    for _ in range(REPLANNED):
        if all(content(root, path) == raw for path, raw in planned.before.items()):
            break
        planned = make()
    return planned


def _write_and_commit(workspace: Workspace, planned: _Planned, settled: Settled) -> Outcome:
    """Write the change and commit it; on record in between, to be finished after an interruption."""
    root, left = workspace.root, recorded(workspace.root)
    change = _pending_of(workspace, planned, settled)
    if change is None:
        _write_all(root, planned)
        return _outcome(planned, settled, None, None)
    with _on_record(root, left, change):
        _write_all(root, planned)
        done, problem = _committed(root, change, settled)
    with contextlib.suppress(OSError):  # a full disk: the record then still tells of the change, as on its way
        record(root, [*left, replace(change, why=problem.code)] if problem else left)
    return _outcome(planned, settled, done, problem)


@contextlib.contextmanager
def _on_record(root: Path, left: Sequence[Pending], change: Pending) -> Iterator[None]:
    """Keep ``change`` on record during a step; Ctrl-C leaves it there, a failure to write takes it off."""
    with refusals_told(RECORD):
        record(root, [*left, change])
    try:
        yield
    except BaseException as stopped:
        with contextlib.suppress(OSError):
            failed = isinstance(stopped, Exception)
            record(root, left if failed else [*left, replace(change, why=INTERRUPTED)])
        raise


def _outcome(planned: _Planned, settled: Settled, done: str | None, problem: MinqingError | None) -> Outcome:
    hand_problem = settled.hand_problem if problem is None else None
    left = settled.hand_commit, settled.finished, hand_problem, settled.withheld
    return Outcome(done, problem, *left, _cautions(planned), settled.put_back, settled.finished_words)


def _pending_of(workspace: Workspace, planned: _Planned, settled: Settled) -> Pending | None:
    """What is to be committed, as a record; ``None`` where nothing is."""
    changing = {write.path for write in planned.writes()}
    files = tuple(
        WrittenFile(write.path, digest(planned.before[write.path]), digest(write.new))
        for write in planned.change.writes
        if _committable(workspace, write.path) and (settled.problem or write.path in changing | settled.dirty)
    )
    change = planned.change
    if not files:
        return None
    more = {"allowed": planned.allowed, "undoes": change.undoes, "asked": change.asked}
    return Pending(change.action, change.subject, change.issues, files, **more)


def _committable(workspace: Workspace, path: str) -> bool:
    photos = workspace.community.commit_photos
    return not path.startswith(NEVER_COMMITTED) and (photos or not path.startswith("photos/"))


def _committed(root: Path, change: Pending, settled: Settled) -> tuple[str | None, MinqingError | None]:
    """Commit a written change; its id, or why not."""
    if settled.problem or not settled.blocked.isdisjoint(change.paths):
        return None, settled.problem or settled.hand_problem
    allowed, undoes = [change.allowed], [change.undoes]
    words = message(change.subject, [change.action], change.issues, allowed=allowed, undoes=undoes)
    # hand edits are committed by now: git knows what was there before, but for what ``init`` has just made
    new = [file.path for file in change.files if file.before is None or file.path in settled.unknown]
    try:
        return commit(root, words, change.paths, new), None
    except MinqingError as refused:
        return None, refused
    except OSError as refused:  # the text is written: whatever the system refuses now, it is not to be typed again
        return None, refusal("git.failed", root, output=f"    {refused.strerror or refused}")


def _write_all(root: Path, planned: _Planned) -> None:
    """Write every file, or none: when one cannot be written the others get their former content back."""
    done: list[str] = []
    writes = planned.writes()
    try:
        if len(writes) == 1:
            return _put(root, writes[0].path, writes[0].new)
        _write_several(root, writes, done)
    except Exception:
        for path in done:
            with contextlib.suppress(MinqingError, OSError):
                _put(root, path, planned.before[path])
        raise


def _write_several(root: Path, writes: Sequence[Write], done: list[str]) -> None:
    for gone, some in groupby(writes, key=lambda write: write.new is None):
        if not gone:
            write_together(root, [(write.path, write.new or b"") for write in some], done)
            continue
        for write in some:
            remove(root, write.path, settle=False)
            done.append(write.path)
    settle_folders(root, done)


def _put(root: Path, path: str, new: bytes | None) -> None:
    if new is None:
        remove(root, path)
    else:
        write_atomic(root, path, new)


__all__ = ["Change", "Outcome", "Write", "carry_out", "commit_pending", "commit_waiting", "last_issue", "pending"]
