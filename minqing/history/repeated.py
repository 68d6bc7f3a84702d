"""The same command typed again after one that was killed: its change stands already, and is not made twice.

A command that is killed behind its writing has answered nobody; who typed it types it again. What it was asked is kept
with its change on record (a digest), so that the second one finishes the first. See decision 0046.
"""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING

from minqing.domain.values import dataclass, replace
from minqing.history.pending import Pending, all_held, recorded

if TYPE_CHECKING:
    from minqing.history.change import Outcome
    from minqing.workspace.opened import Workspace


@dataclass(frozen=True, slots=True)
class Repeated:
    """A change that was made before, with what became of it now; ``outcome.commit`` is its own commit."""

    change: Pending
    outcome: Outcome


def digest_of(asked: Iterable[object]) -> str:
    """What was typed, as it is compared: equal for the same values alone."""
    from hashlib import sha256

    return sha256(repr(tuple(asked)).encode("utf-8", "surrogatepass")).hexdigest()


def left_behind(root: Path) -> list[Pending]:
    """The changes on record that stand whole in their files, whether they have got their commit or not.

    Costs nothing unless there is a record. One that another process is making just now is among them.
    """
    from minqing.history.part_written import in_part

    known = recorded(root)
    return [one for one in all_held(root, known) if one in known and not in_part(root, one)]


def is_on_record(root: Path, asked: str) -> bool:
    """Whether something that was asked for in the same words is on record, whole or not. Costs next to nothing."""
    return any(one.asked == asked for one in recorded(root))


def finish_repeated(workspace: Workspace, asked: str) -> Repeated | None:
    """Finish the change that was asked for in the same words and is on record still; ``None`` where there is none.

    What is on record was made by a command that could not tell of it, or told that it is not to be repeated.
    """
    from minqing.history.change import told
    from minqing.history.settle import finish
    from minqing.workspace.files import locked

    root = workspace.root
    with locked(root):  # a process that is making the change just now ends first, and has answered
        found = next((one for one in left_behind(root) if one.asked == asked), None)
        if found is None:
            return None
        outcome = told(finish(workspace))
        is_left = is_on_record(root, asked)
    return Repeated(found, replace(outcome, commit=None if is_left else _last_of(root, found), finished=None))


def _last_of(root: Path, change: Pending) -> str | None:
    """The commit that holds a change, made just now or before the command was killed."""
    from minqing.history.logbook import commits

    newest = next(commits(root, "--max-count=1", "HEAD", paths=change.paths), None)
    return newest.id if newest else None
