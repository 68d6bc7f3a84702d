"""How the commands that take over what was there before are typed: import."""

from collections.abc import Callable
from typing import Annotated

import typer

from minqing.messages import say

Json = Annotated[bool, typer.Option("--json", help=say("help.opt-json"))]
Yes = Annotated[bool, typer.Option("--yes", "-y", help=say("help.opt-yes"))]
DryRun = Annotated[bool, typer.Option("--dry-run", help=say("help.opt-dry-run"))]
Text = str | None


def import_(
    ctx: typer.Context,
    ledger: Annotated[str, typer.Argument()],
    map: Annotated[Text, typer.Option("--map", metavar="FILE", help=say("help.opt-map"))] = None,
    sheet: Annotated[list[str] | None, typer.Option("--sheet", metavar="NAME", help=say("help.opt-sheet"))] = None,
    community: Annotated[Text, typer.Option("--community", metavar="NAME", help=say("help.opt-community"))] = None,
    rejected: Annotated[Text, typer.Option("--rejected", metavar="FILE", help=say("help.opt-rejected"))] = None,
    contacts: Annotated[bool, typer.Option("--contacts", help=say("help.opt-contacts"))] = False,
    dry_run: DryRun = False,
    yes: Yes = False,
    as_json: Json = False,
) -> int:
    """Declare ``minqing import``."""
    from minqing.cli.commands.importing import Asked, import_ledger

    asked = Asked(map, tuple(sheet or ()), community, rejected, contacts, yes, dry_run, as_json)
    return import_ledger(ctx.obj, ledger, asked)


DECLARATIONS: dict[str, Callable[..., int]] = {"import": import_}


def declaration(name: str) -> Callable[..., int]:
    """The declaration of one command."""
    return DECLARATIONS[name]
