"""How the commands that hand something out are typed: ledger."""

from collections.abc import Callable
from typing import Annotated

import typer

from minqing.messages import say

Json = Annotated[bool, typer.Option("--json", help=say("help.opt-json"))]
AsOf = Annotated[str | None, typer.Option("--as-of", metavar="DATE", help=say("help.opt-as-of"))]


def ledger(
    ctx: typer.Context,
    terms: Annotated[list[str] | None, typer.Argument()] = None,
    out: Annotated[str | None, typer.Option("--output", "-o", metavar="FILE", help=say("help.opt-output"))] = None,
    internal: Annotated[bool, typer.Option("--internal", help=say("help.opt-internal"))] = False,
    as_of: AsOf = None,
    as_json: Json = False,
) -> int:
    """Declare ``minqing ledger``."""
    from minqing.cli.commands.ledger import show_ledger

    return show_ledger(ctx.obj, terms or [], out=out, as_of=as_of, internal=internal, as_json=as_json)


DECLARATIONS: dict[str, Callable[..., int]] = {"ledger": ledger}


def declaration(name: str) -> Callable[..., int]:
    """The declaration of one command."""
    return DECLARATIONS[name]
