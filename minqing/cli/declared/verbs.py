"""How the verbs of progress are typed: ``minqing VERB ISSUE [ARGUMENT] [TEXT]``."""

from collections.abc import Callable
from typing import Annotated

import typer

from minqing.cli.commands.verbs import act
from minqing.domain.verbs import MAKES_DUE_STALE
from minqing.messages import say

Words = Annotated[list[str], typer.Argument()]
On = Annotated[str | None, typer.Option("--on", metavar="DATE", help=say("help.opt-on"))]
Due = Annotated[str | None, typer.Option("--due", metavar="DATE", help=say("help.opt-new-due"))]
Json = Annotated[bool, typer.Option("--json", help=say("help.opt-json"))]


def declaration(name: str) -> Callable[..., int]:
    """The declaration of one verb; those that make the due date stale take a new one."""

    def plain(ctx: typer.Context, words: Words, on: On = None, as_json: Json = False) -> int:
        return act(ctx.obj, name, words, on=on, due=None, as_json=as_json)

    def with_due(ctx: typer.Context, words: Words, on: On = None, due: Due = None, as_json: Json = False) -> int:
        return act(ctx.obj, name, words, on=on, due=due, as_json=as_json)

    return with_due if name in MAKES_DUE_STALE else plain
