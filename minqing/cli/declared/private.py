"""How the commands about residents are typed: contact-card, notice, reply, purge-private."""

from collections.abc import Callable
from typing import Annotated

import typer

from minqing.messages import say

Json = Annotated[bool, typer.Option("--json", help=say("help.opt-json"))]
Words = Annotated[list[str] | None, typer.Argument()]
Output = Annotated[str | None, typer.Option("--output", "-o", metavar="FILE", help=say("help.opt-output"))]


def contact_card(
    ctx: typer.Context,
    words: Words = None,
    phone: Annotated[str | None, typer.Option("--phone", metavar="NUMBER", help=say("help.opt-phone"))] = None,
    note: Annotated[str | None, typer.Option("--note", metavar="TEXT", help=say("help.opt-note"))] = None,
    as_json: Json = False,
) -> int:
    """Declare ``minqing contact-card``."""
    from minqing.cli.commands import cards

    return cards.contact_card(ctx.obj, words or (), phone=phone, note=note, as_json=as_json)


def notice(ctx: typer.Context, words: Words = None, output: Output = None, as_json: Json = False) -> int:
    """Declare ``minqing notice``."""
    from minqing.cli.commands.residents import show_notice

    return show_notice(ctx.obj, words or (), output=output, as_json=as_json)


def reply(
    ctx: typer.Context,
    what: Annotated[list[str], typer.Argument()],
    output: Output = None,
    as_json: Json = False,
) -> int:
    """Declare ``minqing reply``."""
    from minqing.cli.commands.residents import show_reply

    return show_reply(ctx.obj, what, output=output, as_json=as_json)


def purge_private(ctx: typer.Context, words: Words = None, as_json: Json = False) -> int:
    """Declare ``minqing purge-private``."""
    from minqing.cli.commands import purging

    return purging.purge_private(ctx.obj, words or (), as_json=as_json)


DECLARATIONS: dict[str, Callable[..., int]] = {
    "contact-card": contact_card, "notice": notice, "reply": reply, "purge-private": purge_private,
}  # fmt: skip


def declaration(name: str) -> Callable[..., int]:
    """The declaration of one command."""
    return DECLARATIONS[name]
