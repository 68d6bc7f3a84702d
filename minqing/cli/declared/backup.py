"""How backing up and restoring are typed."""

from collections.abc import Callable
from typing import Annotated

import typer

from minqing.messages import say

Json = Annotated[bool, typer.Option("--json", help=say("help.opt-json"))]


def backup(
    ctx: typer.Context,
    target: Annotated[str, typer.Argument()],
    private: Annotated[bool, typer.Option("--private", help=say("help.opt-private"))] = False,
    photos: Annotated[bool, typer.Option("--photos", help=say("help.opt-photos"))] = False,
    yes: Annotated[bool, typer.Option("--yes", help=say("help.opt-replace"))] = False,
    as_json: Json = False,
) -> int:
    """Declare ``minqing backup``."""
    from minqing.cli.commands.backing_up import back_up

    return back_up(ctx.obj, target, private=private, photos=photos, yes=yes, as_json=as_json)


def restore(
    ctx: typer.Context,
    source: Annotated[str, typer.Argument()],
    folder: Annotated[str | None, typer.Argument()] = None,
    as_json: Json = False,
) -> int:
    """Declare ``minqing restore``."""
    from minqing.cli.commands.restoring import restore as restored

    return restored(ctx.obj, source, folder, as_json=as_json)


DECLARATIONS: dict[str, Callable[..., int]] = {"backup": backup, "restore": restore}


def declaration(name: str) -> Callable[..., int]:
    """The declaration of one command."""
    return DECLARATIONS[name]
