"""How the verbs of progress are typed: ``minqing VERB ISSUE [ARGUMENT] [TEXT]``."""

from collections.abc import Callable
from typing import Annotated

import typer

from minqing.cli.commands.verbs import act
from minqing.messages import say


def declaration(name: str) -> Callable[..., int]:
    """The declaration of one verb."""

    def declared(
        ctx: typer.Context,
        words: Annotated[list[str], typer.Argument()],
        on: Annotated[str | None, typer.Option("--on", metavar="DATE", help=say("help.opt-on"))] = None,
        due: Annotated[str | None, typer.Option("--due", metavar="DATE", help=say("help.opt-due"))] = None,
        as_json: Annotated[bool, typer.Option("--json", help=say("help.opt-json"))] = False,
    ) -> int:
        return act(ctx.obj, name, words, on=on, due=due, as_json=as_json)

    return declared
