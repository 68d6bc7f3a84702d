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
    from minqing.history.pending import Pending
    from minqing.history.undo import Step

SHOWN = 10
"""So many lines are shown of what was taken back, and of what stands now."""


def step_back(context: Context, *, again: bool = False, as_json: bool = False) -> int:
    """Take back the last change of whoever works here, or make ``again`` what was taken back last.

    What was edited by hand and is not committed yet is committed first, and is then the last change. A step that was
    interrupted and never told of is finished, and is the step that was asked for: nobody meant two. Raises
    ``MinqingError`` where there is nothing, and where a later change is in the way: nothing is written then.
    """
    from minqing.cli.withheld import carry
    from minqing.history.undo import next_step, reversal

    interrupted = _interrupted(context, again)
    waiting = _commit_what_waits(context)
    if interrupted and waiting.finished:
        return _finished(context, interrupted, waiting.finished, again, as_json)
    made: list[tuple[Step, Change]] = []

    def plan() -> Change:
        step = next_step(context.workspace, again=again)
        with speaking(context.file_language):
            subject = say(f"{step.action}.subject", subject=step.original)
        made[:] = [(step, reversal(context.workspace, step, subject))]
        return made[0][1]

    outcome = carry(context, plan)
    (step, change) = made[0]
    _told(context, step, change.writes, outcome.commit, as_json)
    return told_outcome(context, outcome)


def _told(context: Context, step: Step, writes: Sequence[Write], commit: str | None, as_json: bool) -> None:
    if as_json:
        context.screen.json(_answer(context, commit, step, writes))
    else:
        _tell(context, step, writes)


def _interrupted(context: Context, again: bool) -> Pending | None:
    """The same kind of step, written and killed before its commit."""
    from minqing.history.pending import INTERRUPTED, recorded
    from minqing.history.taken_back import REDO, UNDO

    action = REDO if again else UNDO
    steps = (one for one in recorded(context.root) if one.action == action and one.why in (None, INTERRUPTED))
    return next((one for one in steps if one.undoes), None)


def _finished(context: Context, left: Pending, commit: str, again: bool, as_json: bool) -> int:
    """Tell of a step that a former command had begun."""
    from minqing.history.change import Write
    from minqing.history.pending import content
    from minqing.history.undo import step_of

    step = step_of(context.workspace, left.undoes or "", again=again)
    writes = [Write(path, content(context.root, path)) for path in left.paths]
    _told(context, step, writes, commit, as_json)
    return 0


def _commit_what_waits(context: Context) -> Outcome:
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
    return waiting


def _standing(context: Context, step: Step, writes: Sequence[Write]) -> list[IssueState]:
    """The issues it was about, as the files that were written hold them now."""
    paths = [write.path for write in writes if write.path.startswith("diaries/") and write.new is not None]
    issues = set(step.issues)
    return [state for path in paths for state in states_written(context, path, issues)]


def _answer(context: Context, commit: str | None, step: Step, writes: Sequence[Write]) -> dict[str, object]:
    """What ``--json`` answers."""
    from minqing.reports.issue_json import issue_dict

    states = _standing(context, step, writes)
    there = {state.id for state in states}
    return {
        "schema": 1,
        "entry": next((write.path for write in writes if write.path.startswith("diaries/")), None),
        "issues": [issue_dict(state) for state in states],
        "commit": commit,
        "undoes": step.commit.id,
        "action": next(iter(step.commit.actions), None),
        "said": list(_said(context, step)),
        "gone": [id for id in step.issues if id not in there],
        "files": [write.path for write in writes],
    }


def _tell(context: Context, step: Step, writes: Sequence[Write]) -> None:
    screen = context.screen
    screen.line(say(f"{step.action}.did", day=step.commit.written.day))
    history = say("undo.see-history", day=step.commit.written.day)
    for line in _first(list(_said(context, step)) or [step.original], history):
        screen.line(f"  {line}")
    screen.line(say("undo.now"))
    for line in _first(list(_now(context, step, writes)), _where_it_stands(context, step, writes) or history):
        screen.line(f"  {line}")
    screen.message(say(f"{step.action}.next"))


def _first(lines: Sequence[str], command: str) -> list[str]:
    """The first of many lines, and the ``command`` that shows all of them."""
    more = len(lines) - SHOWN
    return [*lines[:SHOWN], say("undo.more", count=more, command=command)] if more > 1 else list(lines)


def _where_it_stands(context: Context, step: Step, writes: Sequence[Write]) -> str:
    """The command that shows the issues as they stand now, where they are all of one day; else nothing."""
    days = {state.raised for state in _standing(context, step, writes)}
    return say("undo.see-day", day=days.pop()) if len(days) == 1 else ""


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
    yield from _gone([id for id in step.issues if id not in there])
    was_there = {one.new_path for one in step.changes if one.new}
    for write in writes:
        if write.new is None:
            yield say("undo.file-gone", path=write.path)
        elif write.path not in was_there:
            yield say("undo.file-back", path=write.path)
        elif not step.issues:
            yield say("undo.file", path=write.path)


def _gone(ids: Sequence[str]) -> Iterator[str]:
    """The issues that are not there any more; those numbered one after another in one line."""
    starts = [n for n, id in enumerate(ids) if not n or id != _after(ids[n - 1])]
    for first, end in zip(starts, [*starts[1:], len(ids)], strict=False):  # one end more where there is none
        if end - first > 2:
            yield say("undo.gone-several", first=ids[first], last=ids[end - 1], count=end - first)
        else:
            yield from (say("undo.gone", id=id) for id in ids[first:end])


def _after(id: str) -> str:
    """The next issue of the same day."""
    day, _, number = id.partition("-")
    return f"{day}-{int(number) + 1}"
