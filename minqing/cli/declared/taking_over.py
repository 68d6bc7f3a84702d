"""How the commands that take over what was there before are typed: import, opening."""

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
    year: Annotated[Text, typer.Option("--year", metavar="YEAR", help=say("help.opt-year"))] = None,
    contacts: Annotated[bool, typer.Option("--contacts", help=say("help.opt-contacts"))] = False,
    dry_run: DryRun = False,
    yes: Yes = False,
    as_json: Json = False,
) -> int:
    """Declare ``minqing import``."""
    from minqing.cli.commands.importing import Asked, import_ledger

    asked = Asked(map, tuple(sheet or ()), community, rejected, contacts, yes, dry_run, as_json, year)
    return import_ledger(ctx.obj, ledger, asked)


def _number(name: str) -> typer.models.OptionInfo:
    """An option that takes a number of the balance."""
    option: typer.models.OptionInfo = typer.Option(f"--{name}", metavar="N", help=say(f"help.opt-opening-{name}"))
    return option


def opening(
    ctx: typer.Context,
    balance: Annotated[list[str] | None, typer.Argument()] = None,
    until: Annotated[Text, typer.Option("--until", metavar="DATE", help=say("help.opt-until"))] = None,
    walks: Annotated[Text, _number("walks")] = None,
    steps: Annotated[Text, _number("steps")] = None,
    km: Annotated[Text, _number("km")] = None,
    disputes: Annotated[Text, _number("disputes")] = None,
    environment: Annotated[Text, _number("environment")] = None,
    unmanaged: Annotated[Text, _number("unmanaged")] = None,
    clear: Annotated[bool, typer.Option("--clear", help=say("help.opt-clear"))] = False,
    dry_run: DryRun = False,
    yes: Yes = False,
    as_json: Json = False,
) -> int:
    """Declare ``minqing opening``."""
    from minqing.cli.commands.opening import opening_balance

    given = {
        "as_of": until, "mondays": walks, "steps": steps, "km": km,
        "disputes": disputes, "environment": environment, "unmanaged": unmanaged,
    }  # fmt: skip
    return opening_balance(ctx.obj, balance or (), given, clear=clear, yes=yes, dry_run=dry_run, as_json=as_json)


DECLARATIONS: dict[str, Callable[..., int]] = {"import": import_, "opening": opening}


def declaration(name: str) -> Callable[..., int]:
    """The declaration of one command."""
    return DECLARATIONS[name]
