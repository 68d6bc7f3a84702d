"""Typer at work: one declared command is parsed and called; its complaints become our sentences."""

from __future__ import annotations

import re
from importlib import import_module
from itertools import pairwise, zip_longest
from typing import Any

import typer
from typer.core import TyperCommand
from typer.exceptions import TyperException
from typer.main import get_command

from minqing.cli.arguments import before_dashes, spread, unprotected
from minqing.cli.context import Context
from minqing.cli.help import command_help, told
from minqing.cli.table import Command
from minqing.domain.errors import MinqingError
from minqing.messages import say
from minqing.text.normal import near


class SpokenCommand(TyperCommand):
    """A command whose help is spoken in the person's language, and whose dash-led texts are given back whole."""

    def parse_args(self, ctx: Any, args: list[str]) -> list[str]:
        """Parse, then take off the marks that kept texts from being read as options."""
        rest: list[str] = super().parse_args(ctx, args)
        for name, value in ctx.params.items():
            ctx.params[name] = unprotected(value)
        return rest


def run_declared(command: Command, arguments: list[str], context: Context) -> int:
    """Parse ``arguments`` by the command's declaration and run it; answers its exit code.

    Raises ``MinqingError`` for misuse.
    """
    if "--help" in before_dashes(arguments) or "-h" in before_dashes(arguments):
        context.screen.draw(command_help(command, declared(command).params))
        return 0
    parser = declared(command)
    arguments = with_left_out_values(arguments, import_module(_declares(command)))
    _refuse_options_as_values(parser, before_dashes(arguments))
    repeated = [o for p in parser.params if getattr(p, "multiple", False) for o in p.opts]
    try:
        call = parser.make_context(command.name, spread(arguments, repeated), obj=context)
    except TyperException as error:
        raise misuse(error, command, parser, arguments) from error
    with call:
        return int(parser.invoke(call) or 0)


def _refuse_options_as_values(parser: Any, arguments: list[str]) -> None:
    """``--walker --yes`` forgets the name; Typer would take ``--yes`` for it."""
    options = {o: getattr(p, "is_flag", False) for p in parser.params for o in p.opts if o.startswith("-")}
    for option, value in pairwise(arguments):
        if options.get(option) is False and value in options:
            raise MinqingError("cli.option-not-value", option=option, value=value)


def _declares(command: Command) -> str:
    return f"minqing.cli.declared.{command.module}"


def with_left_out_values(arguments: list[str], module: object) -> list[str]:
    """``--explain`` alone as ``--explain=``: Typer wants a value, some options can do without (``OPTIONAL``)."""
    optional: dict[str, str] = getattr(module, "OPTIONAL", {})
    ahead = before_dashes(arguments)
    said = [
        f"{token}={optional[token]}" if token in optional and (after is None or after.startswith("-")) else token
        for token, after in zip_longest(ahead, ahead[1:])
    ]
    return said + arguments[len(ahead) :]


def declared(command: Command) -> Any:
    """The parser of one command, built from its declaration alone."""
    module = import_module(_declares(command))
    app = typer.Typer(add_completion=False, rich_markup_mode=None)
    app.command(command.name, cls=SpokenCommand)(module.declaration(command.name))
    return get_command(app)


def misuse(error: TyperException, command: Command, parser: Any, arguments: list[str]) -> MinqingError:
    """What Typer complains of, as a sentence of ours that names the nearest option or what is missing."""
    kind, said, usage = type(error).__name__, error.format_message(), told(command, "usage")
    if kind == "NoSuchOption":
        return _unknown_option(str(getattr(error, "option_name", "")), command, parser, arguments)
    if kind == "MissingParameter":
        missing = getattr(getattr(error, "param", None), "name", "") or ""
        code = "cli.missing-withdraw" if command.name == "withdraw" else "cli.missing"  # 撤销 means undo elsewhere
        return MinqingError(code, what=say(f"help.arg-{missing}"), usage=usage)
    if kind == "BadOptionUsage":
        code = "cli.option-no-value" if "not take a value" in said else "cli.option-value"
        return MinqingError(code, option=str(getattr(error, "option_name", "")))
    extra = re.search(r"extra argument\(?s?\)? \((.*)\)", said)
    if extra:
        return MinqingError("cli.extra", words=str(unprotected(extra[1])), usage=usage)
    return MinqingError("cli.misuse", usage=usage, what=said)


def _unknown_option(option: str, command: Command, parser: Any, arguments: list[str]) -> MinqingError:
    typed = next((a for a in arguments if not a.startswith("--") and a.startswith(option)), option)
    options = [o for p in parser.params for o in getattr(p, "opts", []) if o.startswith("--")]
    known = [*options, "--lang", "--help"]
    nearest = near(option, known) or next((o for o in known if len(option) > 3 and o.startswith(option)), None)
    code = "cli.unknown-option-near" if nearest else "cli.unknown-option"
    return MinqingError(code, option=typed, nearest=nearest or "", command=command.name)
