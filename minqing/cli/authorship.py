"""Asking who writes the diary, where git was never told: a change without a name is written and not committed."""

from __future__ import annotations

from pathlib import Path

from minqing.cli.context import Context
from minqing.domain.values import replace
from minqing.history.change import Outcome, commit_pending
from minqing.messages import say
from minqing.workspace.opened import Workspace

NAMELESS = "git.no-author"
"""Why git refused a commit that nobody's name could be put on."""


def ask_author(root: Path) -> bool:
    """Ask who writes, and keep it in this repository's git configuration; whether a name was given."""
    from minqing.cli.asking import ask
    from minqing.history import git

    name = ask(say("init.ask-author"))
    if name:
        git.set_author(root, name, ask(say("init.ask-email"), "secretary@localhost"))
    return bool(name)


def with_author(context: Context, workspace: Workspace, outcome: Outcome, *, made: bool = True) -> Outcome:
    """What became of a change once its author was asked for, where git refused it for the want of one.

    ``made``: it is the change of this command, and not one that a former command had left.
    """
    if outcome.problem is None or outcome.problem.code != NAMELESS or not context.asks:
        return outcome
    try:
        given = ask_author(workspace.root)
    except (KeyboardInterrupt, EOFError):
        given = False
        context.screen.message("")
    if not given:
        return outcome
    done = commit_pending(workspace)
    if not made:
        return done
    return replace(outcome, commit=outcome.commit or done.finished, problem=done.problem)
