"""How the reading commands are typed: list, show, stats, report, check."""

from collections.abc import Callable
from typing import Annotated

import typer

from minqing.messages import say

Json = Annotated[bool, typer.Option("--json", help=say("help.opt-json"))]
AsOf = Annotated[str | None, typer.Option("--as-of", metavar="DATE", help=say("help.opt-as-of"))]


def list_(
    ctx: typer.Context,
    terms: Annotated[list[str] | None, typer.Argument()] = None,
    as_of: AsOf = None,
    as_json: Json = False,
) -> int:
    """Declare ``minqing list``."""
    from minqing.cli.commands.listing import list_issues

    return list_issues(ctx.obj, terms or [], as_of=as_of, as_json=as_json)


def show(
    ctx: typer.Context,
    what: Annotated[list[str], typer.Argument()],
    as_of: AsOf = None,
    as_json: Json = False,
) -> int:
    """Declare ``minqing show``."""
    from minqing.cli.commands.showing import show_what

    return show_what(ctx.obj, what, as_of=as_of, as_json=as_json)


def stats(
    ctx: typer.Context,
    period: Annotated[list[str] | None, typer.Argument()] = None,
    by: Annotated[str | None, typer.Option("--by", metavar="GROUP", help=say("help.opt-by"))] = None,
    as_of: AsOf = None,
    as_json: Json = False,
) -> int:
    """Declare ``minqing stats``."""
    from minqing.cli.commands.counting import show_stats

    return show_stats(ctx.obj, period or [], by=by, as_of=as_of, as_json=as_json)


def report(
    ctx: typer.Context,
    period: Annotated[list[str] | None, typer.Argument()] = None,
    output: Annotated[str | None, typer.Option("-o", "--output", metavar="FILE", help=say("help.opt-output"))] = None,
    internal: Annotated[bool, typer.Option("--internal", help=say("help.opt-internal"))] = False,
    brief: Annotated[bool, typer.Option("--brief", help=say("help.opt-brief"))] = False,
    explain: Annotated[str | None, typer.Option("--explain", metavar="[FIGURE]", help=say("help.opt-explain"))] = None,
    sealed: Annotated[bool, typer.Option("--sealed", help=say("help.opt-sealed"))] = False,
    as_of: AsOf = None,
    as_json: Json = False,
) -> int:
    """Declare ``minqing report``."""
    from minqing.cli.commands.reporting import show_report

    return show_report(
        ctx.obj, period or [], output=output, internal=internal, brief=brief, explain=explain, sealed=sealed,
        as_of=as_of, as_json=as_json,
    )  # fmt: skip


def check(
    ctx: typer.Context,
    fix: Annotated[bool, typer.Option("--fix", help=say("help.opt-fix"))] = False,
    as_json: Json = False,
) -> int:
    """Declare ``minqing check``."""
    from minqing.cli.commands.checking import check_diary

    return check_diary(ctx.obj, fix=fix, as_json=as_json)


OPTIONAL = {"--explain": ""}
"""Options whose value may be left out, and what that means."""

DECLARATIONS: dict[str, Callable[..., int]] = {
    "list": list_, "show": show, "stats": stats, "report": report, "check": check,
}  # fmt: skip


def declaration(name: str) -> Callable[..., int]:
    """The declaration of one command."""
    return DECLARATIONS[name]
