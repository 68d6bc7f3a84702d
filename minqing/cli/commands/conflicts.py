"""The part of ``minqing check --fix`` that settles what git's conflict markers tear apart."""

from __future__ import annotations

from minqing.cli.commands.happened import field_word
from minqing.cli.context import Context
from minqing.domain.values import replace
from minqing.history.change import Outcome, Write, commit_pending
from minqing.history.sides import unmarked
from minqing.history.unfinished import bases, finish, is_merging
from minqing.messages import language, say
from minqing.text.merge import WHOLE, Contradiction
from minqing.workspace.files import read_bytes
from minqing.workspace.load import load_diary


class Conflicts:
    """The entries with conflict markers: what they become, and what is to be said of them."""

    def __init__(self, context: Context) -> None:
        self._context = context
        self._written: list[str] = []
        self._left: dict[str, tuple[Contradiction, ...]] = {}

    def writes(self) -> tuple[Write, ...]:
        """What is to be written; contradictions stay as they are."""
        workspace = self._context.workspace
        files = sorted({p.file for p in load_diary(workspace).problems if p.code == "conflict-marker"})
        known = bases(workspace.root) if files and is_merging(workspace.root) else {}
        new: dict[str, bytes] = {}
        for file in files:
            made = unmarked(workspace, file, read_bytes(workspace.root, file), known.get(file))
            if made is None or made.contradictions:
                self._left[file] = made.contradictions if made else ()
            else:
                new |= made.files
        self._written = sorted(new)
        return tuple(Write(file, raw) for file, raw in new.items())

    def finished(self, outcome: Outcome) -> Outcome:
        """What became of it: a merge that was waiting for this is finished."""
        if not self._written or outcome.problem is None or outcome.problem.code != "git.merge":
            return outcome
        commit = finish(self._context.root, self._written)
        if commit is None:
            return outcome
        commit_pending(self._context.workspace)
        self._context.screen.message(say("sync.merge-finished", commit=commit[:8]))
        return replace(outcome, commit=commit, problem=None)

    def tell(self) -> None:
        """Say which conflicts were left, and over what."""
        for file, found in self._left.items():
            if not found:
                continue
            words = [say("sync.whole-text") if c.field == WHOLE else field_word(c.field, language()) for c in found]
            fields = say("sync.commit-joint").join(dict.fromkeys(words))
            self._context.screen.message(say("sync.left", path=file, fields=fields))
