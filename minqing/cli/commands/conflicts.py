"""The part of ``minqing check --fix`` that settles what git's conflict markers tear apart."""

from __future__ import annotations

import os

from minqing.cli.commands.happened import field_word
from minqing.cli.context import Context
from minqing.domain.values import replace
from minqing.history.change import Outcome, Write, commit_pending
from minqing.history.git import repository_of
from minqing.history.making_room import beside
from minqing.history.refusal import IN_PROGRESS
from minqing.history.sides import Settlement, unmarked, unmarked_settings
from minqing.history.unfinished import bases, by_hand, finish, kept, twice, whose
from minqing.messages import language, say
from minqing.text.merge import WHOLE, Contradiction
from minqing.workspace.files import read_bytes
from minqing.workspace.find import SETTINGS_FILE
from minqing.workspace.load import problems_of

UNDER_WAY = frozenset({"git.unmerged", *(code for _, code in IN_PROGRESS)})
"""What git says while something of its own is half done."""


class Conflicts:
    """The entries with conflict markers: what they become, and what is to be said of them."""

    def __init__(self, context: Context) -> None:
        self._context = context
        self._written: list[str] = []
        self._kept: list[str] = []
        self._beside: list[tuple[str, str]] = []
        self._settled: list[str] = []
        self._left: dict[str, tuple[Contradiction, ...]] = {}

    def writes(self) -> tuple[Write, ...]:
        """What is to be written; contradictions stay as they are."""
        workspace = self._context.workspace
        problems = (*workspace.settings_problems, *problems_of(workspace))
        files = sorted({p.file for p in problems if p.code == "conflict-marker"})
        in_git = repository_of(workspace.root) is not None
        known = bases(workspace.root) if files and in_git else {}
        self._kept = kept(workspace.root) if in_git else []
        new = self._kept_twice() if in_git else {}
        self._settled = by_hand(workspace.root, [*files, *new]) if in_git else []
        for file in files:
            made = self._unmarked(file, known.get(file))
            if made is None or made.contradictions:
                self._left[file] = made.contradictions if made else ()
            else:
                new |= made.files
        self._written = sorted(new)
        return tuple(Write(file, raw) for file, raw in new.items())

    def _kept_twice(self) -> dict[str, bytes]:
        """Templates and pictures with two versions: the second one under a name of its own."""
        root, new = self._context.root, dict[str, bytes]()
        self._beside.clear()
        for path, (first, other) in twice(root).items():
            folder = path.rpartition("/")[0]
            taken = {*new, *(f"{folder}/{name}" for name in os.listdir(root / folder))}
            copy = beside(path, whose(root, path), taken)
            self._beside.append((path, copy))
            new |= {path: first, copy: other}
        return new

    def _unmarked(self, file: str, base: bytes | None) -> Settlement | None:
        workspace = self._context.workspace
        raw = read_bytes(workspace.root, file)
        if file == SETTINGS_FILE:
            return unmarked_settings(workspace, raw, base)
        return unmarked(workspace, file, raw, base)

    def finished(self, outcome: Outcome) -> Outcome:
        """What became of it: a merge that was waiting for this is finished."""
        mended = [*self._written, *self._kept, *self._settled]
        if not mended or (outcome.problem and outcome.problem.code not in UNDER_WAY):
            return outcome
        commit = finish(self._context.root, mended)
        if commit is None and outcome.problem and outcome.problem.code == "git.unmerged":
            done = commit_pending(self._context.workspace)  # of a stash: there is nothing else to finish
            return replace(outcome, commit=done.finished, problem=done.problem)
        if commit is None:
            return outcome
        commit_pending(self._context.workspace)
        self._context.screen.message(say("sync.merge-finished", commit=commit[:8]))
        return replace(outcome, commit=commit, problem=None)

    def tell(self) -> None:
        """Say which files stay although one side has deleted them; which conflicts were left, and over what."""
        for file in self._kept:
            self._context.screen.message(say("sync.kept", file=file))
        for file, copy in self._beside:
            self._context.screen.message(say("sync.beside", file=file, copy=copy))
        for file, found in self._left.items():
            if not found:
                continue
            words = [say("sync.whole-text") if c.field == WHOLE else field_word(c.field, language()) for c in found]
            fields = say("sync.commit-joint").join(dict.fromkeys(words))
            self._context.screen.message(say("sync.left", path=file, fields=fields))
