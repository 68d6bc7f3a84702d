"""How the command that shares the diary is typed: sync."""

from collections.abc import Callable
from typing import Annotated

import typer

from minqing.messages import say

Json = Annotated[bool, typer.Option("--json", help=say("help.opt-json"))]


def sync(
    ctx: typer.Context,
    mine: Annotated[bool, typer.Option("--mine", help=say("help.opt-mine"))] = False,
    theirs: Annotated[bool, typer.Option("--theirs", help=say("help.opt-theirs"))] = False,
    join: Annotated[bool, typer.Option("--join", help=say("help.opt-join"))] = False,
    as_json: Json = False,
) -> int:
    """Declare ``minqing sync``."""
    from minqing.cli.commands.syncing import sync as run

    return run(ctx.obj, mine=mine, theirs=theirs, join=join, as_json=as_json)


DECLARATIONS: dict[str, Callable[..., int]] = {"sync": sync}


def declaration(name: str) -> Callable[..., int]:
    """The declaration of one command."""
    return DECLARATIONS[name]
