"""How the writing commands are typed: init, log, add, edit."""

from collections.abc import Callable
from typing import Annotated

import typer

from minqing.messages import say

Json = Annotated[bool, typer.Option("--json", help=say("help.opt-json"))]
Yes = Annotated[bool, typer.Option("--yes", "-y", help=say("help.opt-yes"))]
Texts = list[str] | None


def _option(name: str, metavar: str) -> typer.models.OptionInfo:
    """An option that takes text; its help is the sentence of its name."""
    option: typer.models.OptionInfo = typer.Option(f"--{name}", metavar=metavar, help=say(f"help.opt-{name}"))
    return option


def _said(value: str | None) -> str | None:
    """A text that says something; blanks alone are nothing."""
    return value if value and value.strip() else None


def init(
    ctx: typer.Context,
    folder: Annotated[str | None, typer.Argument()] = None,
    name: Annotated[str | None, _option("name", "NAME")] = None,
    demo: Annotated[bool, typer.Option("--demo", help=say("help.opt-demo"))] = False,
    use: Annotated[bool, typer.Option("--use", help=say("help.opt-use"))] = False,
    as_json: Json = False,
) -> int:
    """Declare ``minqing init``."""
    from minqing.cli.commands.starting import init_demo, init_workspace, use_workspace

    if use:
        return use_workspace(ctx.obj, folder, as_json=as_json)
    if demo:
        return init_demo(ctx.obj, folder, name=name, as_json=as_json)
    return init_workspace(ctx.obj, folder, name=name, as_json=as_json)


def log(
    ctx: typer.Context,
    notes: Annotated[str | None, typer.Argument()] = None,
    date: Annotated[str | None, _option("date", "DATE")] = None,
    time: Annotated[str | None, _option("time", "HH:MM-HH:MM")] = None,
    weather: Annotated[str | None, _option("weather", "TEXT")] = None,
    route: Annotated[str | None, _option("route", "NAME")] = None,
    steps: Annotated[str | None, _option("steps", "N")] = None,
    km: Annotated[str | None, _option("km", "KM")] = None,
    walker: Annotated[Texts, _option("walker", "NAME")] = None,
    companion: Annotated[Texts, _option("companion", "BODY")] = None,
    visit: Annotated[Texts, _option("visit", "NAME")] = None,
    issue: Annotated[Texts, _option("issue", "TEXT")] = None,
    text: Annotated[str | None, _option("text", "BODY")] = None,
    kind: Annotated[str | None, typer.Option("--kind", metavar="KIND", help=say("help.opt-log-kind"))] = None,
    editor: Annotated[bool, typer.Option("--edit", help=say("help.opt-edit"))] = False,
    yes: Yes = False,
    append: Annotated[bool, typer.Option("--append", help=say("help.opt-append"))] = False,
    second: Annotated[bool, typer.Option("--second", help=say("help.opt-second"))] = False,
    dry_run: Annotated[bool, typer.Option("--dry-run", help=say("help.opt-dry-run"))] = False,
    as_json: Json = False,
) -> int:
    """Declare ``minqing log``."""
    from minqing.cli.commands.logging import Typed, log_walk

    typed = Typed(
        date=date, time=time, weather=_said(weather), route=_said(route), steps=steps, km=km,
        walkers=tuple(walker or ()), companions=tuple(companion or ()), visits=tuple(visit or ()),
        issues=tuple(issue or ()), text=_said(text),
    )  # fmt: skip
    way = "append" if append else "second" if second else None
    return log_walk(ctx.obj, notes, typed, editor=editor, yes=yes, dry_run=dry_run, as_json=as_json, way=way, kind=kind)


def add(
    ctx: typer.Context,
    words: Annotated[Texts, typer.Argument()] = None,
    kind: Annotated[str | None, _option("kind", "KIND")] = None,
    date: Annotated[str | None, _option("date", "DATE")] = None,
    place: Annotated[str | None, _option("place", "PLACE")] = None,
    reporter: Annotated[str | None, _option("reporter", "WHO")] = None,
    source: Annotated[str | None, _option("source", "SOURCE")] = None,
    category: Annotated[str | None, _option("category", "CATEGORY")] = None,
    tier: Annotated[str | None, _option("tier", "TIER")] = None,
    owner: Annotated[str | None, _option("owner", "OWNER")] = None,
    due: Annotated[str | None, _option("due", "DATE")] = None,
    households: Annotated[str | None, _option("households", "N")] = None,
    ticket: Annotated[str | None, _option("ticket", "NUMBER")] = None,
    yes: Yes = False,
    dry_run: Annotated[bool, typer.Option("--dry-run", help=say("help.opt-dry-run"))] = False,
    as_json: Json = False,
) -> int:
    """Declare ``minqing add``."""
    from minqing.cli.commands.adding import Given, add_issue

    given = Given(
        kind=kind, date=date, place=place, reporter=reporter, source=source, category=category,
        tier=tier, owner=owner, due=due, households=households, ticket=ticket,
    )  # fmt: skip
    return add_issue(ctx.obj, " ".join(words or ()), given, yes=yes, as_json=as_json, dry_run=dry_run)


def edit(ctx: typer.Context, what: Annotated[list[str], typer.Argument()], as_json: Json = False) -> int:
    """Declare ``minqing edit``."""
    from minqing.cli.commands.editing import edit_entry

    return edit_entry(ctx.obj, " ".join(what), as_json=as_json)


def set_(ctx: typer.Context, what: Annotated[list[str], typer.Argument()], as_json: Json = False) -> int:
    """Declare ``minqing set``."""
    from minqing.cli.commands.correcting import put_right_what

    return put_right_what(ctx.obj, what, as_json)


DECLARATIONS: dict[str, Callable[..., int]] = {"init": init, "log": log, "add": add, "set": set_, "edit": edit}


def declaration(name: str) -> Callable[..., int]:
    """The declaration of one command."""
    return DECLARATIONS[name]
