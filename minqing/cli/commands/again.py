"""The same command typed again after it was killed: answered as what was done then, and not done twice."""

from __future__ import annotations

from typing import TYPE_CHECKING

from minqing.cli.commands.common import answer_several, states_written
from minqing.cli.context import Context
from minqing.history.pending import INTERRUPTED
from minqing.history.repeated import finish_repeated, is_on_record, left_behind
from minqing.messages import say

if TYPE_CHECKING:
    from minqing.history.pending import Pending
    from minqing.history.repeated import Repeated


def answered_again(context: Context, asked: str, as_json: bool, field: str | None = None) -> int | None:
    """Answer a command that was typed before and is on record still; ``None`` where it was not, and is to be done."""
    found = finish_repeated(context.workspace, asked) if is_on_record(context.root, asked) else None
    if found is None:
        return None
    code = _answer(context, found, as_json, field)
    done = "git.again-walk" if found.change.action == "log" else "git.again"  # one like it would be refused
    context.screen.message(say(done if found.outcome.commit else "git.again-left"))
    return code


def tell_left(context: Context) -> None:
    """Say before a person begins to type what a killed command has written already.

    What git refused was told as that, and nobody types the making of a diary again.
    """
    left = [one for one in left_behind(context.root) if one.why in (None, INTERRUPTED) and one.action != "init"]
    subjects = [change.subject for change in left]
    if subjects:
        context.screen.message(say("cli.left-written", subject=say("git.joint").join(subjects)))


def _answer(context: Context, found: Repeated, as_json: bool, field: str | None) -> int:
    from minqing.cli.commands.repeating import repeats_json

    change = found.change
    places = [(path, change.issues) for path in change.paths if path.startswith("diaries/")]
    more: dict[str, object] = {}
    if as_json and change.action in ("add", "log"):
        written = [state.issue for path, ids in places for state in states_written(context, path, set(ids))]
        more = dict(repeats_json(context, written))
    if change.action == "log":
        more["entries"] = [path for path, _ in places]
    return answer_several(context, found.outcome, places, as_json, _said(context, change), field, more)


def _said(context: Context, change: Pending) -> list[str]:
    """The walks that were logged, as ``log`` tells of them."""
    from minqing.cli.commands.entry_shown import entry_subject
    from minqing.workspace.load import read_one

    if change.action != "log":
        return []
    entries = [read_one(context.workspace, path).entry for path in change.paths]
    return [f"{entry.path}  {entry_subject(entry)}" for entry in entries if entry]
