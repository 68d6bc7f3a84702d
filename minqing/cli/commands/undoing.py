"""``minqing undo`` and ``minqing redo``: one step back or forward, told in words before and after."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from minqing.cli.commands.common import category_names, state_word, states_written, told_outcome
from minqing.cli.context import Context
from minqing.domain.errors import GIT, MinqingError
from minqing.domain.fold import IssueState
from minqing.messages import say, speaking

if TYPE_CHECKING:
    from minqing.history.change import Change, Outcome, Write
    from minqing.history.undo import Step

SHOWN = 10
"""So many lines are shown of what was taken back, and of what stands now."""


def step_back(context: Context, *, again: bool = False, as_json: bool = False) -> int:
    """Take back the last change of whoever works here, or make ``again`` what was taken back last.

    What was edited by hand and is not committed yet is committed first, and is then the last change. Raises
    ``MinqingError`` where there is nothing, and where a later change is in the way: nothing is written then.
    """
    from minqing.cli.withheld import carry
    from minqing.history.undo import next_step, reversal

    _commit_what_waits(context)
    made: list[tuple[Step, Change]] = []

    def plan() -> Change:
        step = next_step(context.workspace, again=again)
        with speaking(context.file_language):
            subject = say(f"{step.action}.subject", subject=step.original)
        made[:] = [(step, reversal(context.workspace, step, subject))]
        return made[0][1]

    outcome = carry(context, plan)
    (step, change) = made[0]
    if as_json:
        context.screen.json(_answer(context, outcome, step, change.writes))
    else:
        _tell(context, step, change.writes)
    return told_outcome(context, outcome)


def _commit_what_waits(context: Context) -> None:
    from minqing.history.change import commit_waiting
    from minqing.history.git import repository_of

    if not context.workspace.community.commit:
        raise MinqingError("undo.off")
    if repository_of(context.root) is None:
        raise MinqingError("git.no-history", GIT, root=str(context.root))
    waiting = commit_waiting(context.workspace)
    if waiting.problem:
        raise waiting.problem
    told_outcome(context, waiting)


def _standing(context: Context, step: Step, writes: Sequence[Write]) -> list[IssueState]:
    """The issues it was about, as the files that were written hold them now."""
    paths = [write.path for write in writes if write.path.startswith("diaries/") and write.new is not None]
    return [state for path in paths for state in states_written(context, path, set(step.issues))]


def _answer(context: Context, outcome: Outcome, step: Step, writes: Sequence[Write]) -> dict[str, object]:
    """What ``--json`` answers."""
    from minqing.reports.issue_json import issue_dict

    states = _standing(context, step, writes)
    there = {state.id for state in states}
    return {
        "schema": 1,
        "entry": next((write.path for write in writes if write.path.startswith("diaries/")), None),
        "issues": [issue_dict(state) for state in states],
        "commit": outcome.commit,
        "undoes": step.commit.id,
        "action": next(iter(step.commit.actions), None),
        "said": list(_said(context, step)),
        "gone": [id for id in step.issues if id not in there],
        "files": [write.path for write in writes],
    }


def _tell(context: Context, step: Step, writes: Sequence[Write]) -> None:
    screen = context.screen
    screen.line(say(f"{step.action}.did", day=step.commit.written.day))
    for line in _first(list(_said(context, step)) or [step.original]):
        screen.line(f"  {line}")
    screen.line(say("undo.now"))
    for line in _first(list(_now(context, step, writes))):
        screen.line(f"  {line}")
    screen.message(say(f"{step.action}.next"))


def _first(lines: Sequence[str]) -> list[str]:
    more = len(lines) - SHOWN
    return [*lines[:SHOWN], say("undo.more", count=more)] if more > 1 else list(lines)


def _said(context: Context, step: Step) -> Iterator[str]:
    """What the change did, an issue or a file a line."""
    from minqing.cli.commands.happened import about
    from minqing.text.telling import Telling

    telling = Telling(context.workspace.language, category_names(context))
    for event in step.events:
        yield about(event, telling)


def _now(context: Context, step: Step, writes: Sequence[Write]) -> Iterator[str]:
    """How the issues stand, and the files that came or went or are no diary."""
    states = _standing(context, step, writes)
    there = {state.id for state in states}
    yield from (f"{state.id}  {state.title}  {state_word(state)}" for state in states)
    yield from (say("undo.gone", id=id) for id in step.issues if id not in there)
    was_there = {one.new_path for one in step.changes if one.new}
    for write in writes:
        if write.new is None:
            yield say("undo.file-gone", path=write.path)
        elif write.path not in was_there:
            yield say("undo.file-back", path=write.path)
        elif not step.issues:
            yield say("undo.file", path=write.path)
