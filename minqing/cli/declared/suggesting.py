"""How ``classify`` is typed."""

from collections.abc import Callable
from typing import Annotated

import typer

from minqing.messages import say


def classify(
    ctx: typer.Context,
    texts: Annotated[list[str] | None, typer.Argument()] = None,
    as_json: Annotated[bool, typer.Option("--json", help=say("help.opt-json"))] = False,
) -> int:
    """Declare ``minqing classify``."""
    from minqing.cli.commands.classifying import classify_texts

    return classify_texts(ctx.obj, texts or [], as_json=as_json)


def declaration(name: str) -> Callable[..., int]:
    """The declaration of one command."""
    return {"classify": classify}[name]
