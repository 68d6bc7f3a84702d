"""How the command about photographs is typed: photo."""

from collections.abc import Callable
from typing import Annotated

import typer

from minqing.messages import say


def photo(
    ctx: typer.Context,
    words: Annotated[list[str] | None, typer.Argument()] = None,
    before: Annotated[bool, typer.Option("--before", help=say("help.opt-before"))] = False,
    after: Annotated[bool, typer.Option("--after", help=say("help.opt-after"))] = False,
    on: Annotated[str | None, typer.Option("--on", metavar="DATE", help=say("help.opt-taken-on"))] = None,
    as_json: Annotated[bool, typer.Option("--json", help=say("help.opt-json"))] = False,
) -> int:
    """Declare ``minqing photo``."""
    from minqing.cli.commands.photographing import add_photos

    return add_photos(ctx.obj, words or (), before=before, after=after, on=on, as_json=as_json)


def declaration(name: str) -> Callable[..., int]:
    """The declaration of the one command."""
    return photo
