"""How the commands about git's history are typed: history, audit, verify."""

from collections.abc import Callable
from typing import Annotated

import typer

from minqing.messages import say

Json = Annotated[bool, typer.Option("--json", help=say("help.opt-json"))]


def history(
    ctx: typer.Context,
    words: Annotated[list[str] | None, typer.Argument()] = None,
    by: Annotated[str | None, typer.Option("--by", metavar="NAME", help=say("help.opt-by-name"))] = None,
    everything: Annotated[bool, typer.Option("--all", help=say("help.opt-all"))] = False,
    as_json: Json = False,
) -> int:
    """Declare ``minqing history``."""
    from minqing.cli.commands.history import show_history

    return show_history(ctx.obj, words or [], by=by, everything=everything, as_json=as_json)


def audit(
    ctx: typer.Context,
    days: Annotated[str | None, typer.Option("--days", metavar="N", help=say("help.opt-days"))] = None,
    as_json: Json = False,
) -> int:
    """Declare ``minqing audit``."""
    from minqing.cli.commands.auditing import show_audit

    return show_audit(ctx.obj, days=days, as_json=as_json)


def verify(
    ctx: typer.Context,
    file: Annotated[str, typer.Argument()],
    as_json: Json = False,
) -> int:
    """Declare ``minqing verify``."""
    from minqing.cli.commands.sealing import verify_file

    return verify_file(ctx.obj, file, as_json=as_json)


def undo(ctx: typer.Context, as_json: Json = False) -> int:
    """Declare ``minqing undo``."""
    from minqing.cli.commands.undoing import step_back

    return step_back(ctx.obj, as_json=as_json)


def redo(ctx: typer.Context, as_json: Json = False) -> int:
    """Declare ``minqing redo``."""
    from minqing.cli.commands.undoing import step_back

    return step_back(ctx.obj, again=True, as_json=as_json)


DECLARATIONS: dict[str, Callable[..., int]] = {
    "history": history,
    "audit": audit,
    "verify": verify,
    "undo": undo,
    "redo": redo,
}


def declaration(name: str) -> Callable[..., int]:
    """The declaration of one command."""
    return DECLARATIONS[name]
