"""The help, from the command table and the declarations, in the person's language."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from minqing.cli.table import COMMANDS, OFTEN, SELDOM, WEEKLY, Command
from minqing.messages import language, say
from minqing.reports.document import Block, Heading, Line
from minqing.text.normal import width

EVERYWHERE = ("-C DIR", "--lang zh|en", "--allow-private REASON")
"""The options that hold for every command."""


def overview() -> list[Block]:
    """What ``minqing --help`` shows: the weekly commands first, then the rest, then what holds everywhere."""
    blocks: list[Block] = [Heading(say("help.what"))]
    for section in (WEEKLY, OFTEN, SELDOM):
        rows = [(_names(c), say(f"help.{c.name}-short")) for c in COMMANDS if c.section == section]
        blocks += [Line(""), Heading(say(f"help.section-{section}"), 2), *_pairs(rows)]
    everywhere = [(o, say(f"help.opt-{o.lstrip('-')}")) for o in (*EVERYWHERE, "--json", "--help")]
    blocks += [Line(""), Heading(say("help.everywhere"), 2), *_pairs(everywhere)]
    return [*blocks, Line(""), *(Line(text) for text in say("help.more").split("\n"))]


def told(command: Command, part: str) -> str:
    """A part of a command's help: its ``usage``, what it does at length (``long``), its ``examples``."""
    return say(f"help_of_{command.module}.{command.name}-{part}")


def command_help(command: Command, params: Iterable[Any]) -> list[Block]:
    """The help of one command: how it is typed, what it does, its options, examples."""
    blocks: list[Block] = [Heading(told(command, "usage")), *_also(command), Line("")]
    blocks += [Line(text) for text in told(command, "long").split("\n")]
    if command.module == "verbs":
        blocks += [Line(text) for text in say("help.naming").split("\n")]
    rows = [(_option_names(p), str(getattr(p, "help", "") or "")) for p in params if _is_option(p)]
    blocks += [Line(""), Heading(say("help.options"), 2), *_pairs([*rows, ("--help", say("help.opt-help"))])]
    examples = told(command, "examples").split("\n")
    return [*blocks, Line(""), Heading(say("help.examples"), 2), *(Line(e, indent=2) for e in examples)]


def _also(command: Command) -> list[Block]:
    """The English name, where the command is told by its Chinese one."""
    return [Line(say("help.also", name=command.name), "dim")] if language() == "zh" and command.zh else []


def _names(command: Command) -> str:
    if language() == "zh" and command.zh:
        return f"{command.name} {command.zh[0]}"
    return command.name


def _is_option(param: Any) -> bool:
    return any(str(o).startswith("-") for o in param.opts) and not param.hidden and "--help" not in param.opts


def _option_names(param: Any) -> str:
    metavar = "" if getattr(param, "is_flag", False) else f" {param.metavar or (param.name or '').upper()}"
    return ", ".join(param.opts) + metavar


def _pairs(rows: Sequence[tuple[str, str]]) -> list[Block]:
    """Name and meaning in two aligned columns."""
    wide = max((width(name) for name, _ in rows), default=0)
    return [Line(name + " " * (wide - width(name) + 2) + text, indent=2) for name, text in rows]
