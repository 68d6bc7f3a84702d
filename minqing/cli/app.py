"""From what was typed to the command that does it; only that command's declaration is loaded."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from pathlib import Path

from minqing.cli.arguments import Everywhere, before_dashes, protected, readable, split_everywhere
from minqing.cli.context import Context, choose_language
from minqing.cli.quick import answered
from minqing.cli.table import BY_NAME, Command
from minqing.domain.errors import MISUSE, MinqingError
from minqing.messages import say, set_language
from minqing.text.normal import folded, near

HELP = ("--help", "-h", "help", "帮助")
_HELP_OPTIONS = frozenset(word for word in HELP if word.startswith("-"))
"""What asks for help behind any command; help and 帮助 are text there, which may be looked for."""

_WRITE_ANY_WORD = ("add", "init", "log")
"""Commands that would make something of the one word help: a matter, a folder. It asks for their help instead."""


def dispatch(arguments: Sequence[str]) -> int:
    """Do what ``arguments`` (without the program's name) ask for; answers the exit code.

    Raises ``MinqingError`` for everything a person must be told.
    """
    try:
        everywhere, rest = split_everywhere(readable(arguments))
    except MinqingError:
        set_language(choose_language(Context()))
        raise
    context = _context(everywhere)
    set_language(choose_language(context))
    if not rest or rest[0] in HELP:
        return _help(context, rest[1:])
    if rest[0] in ("--version", "-V"):
        return _version()
    command = named(rest[0])
    if command.name in _WRITE_ANY_WORD and len(rest) == 2 and folded(rest[1]) in HELP:
        return _help(context, rest[:1])
    _tell_which(context, command, rest)
    code = answered(command.name, rest[1:], context)
    if code is not None:
        return code
    from minqing.cli.typing import run_declared

    return run_declared(command, protected(rest[1:]), context)


_IN_ANY_FOLDER = ("init", "restore", "classify")
"""Commands that do not work on the diary that is found, or change nothing by it."""


def _tell_which(context: Context, command: Command, typed: list[str]) -> None:
    """Name the remembered diary where it is taken in a folder that holds others: one could be meant."""
    if context.folder or context.env.get("MINQING_HOME") or command.name in _IN_ANY_FOLDER:
        return
    if not _HELP_OPTIONS.isdisjoint(before_dashes(typed)):
        return
    try:
        root, here = context.root, Path.cwd()
    except (MinqingError, OSError):
        return  # the command will say so
    if here.is_relative_to(root):
        return
    from minqing.workspace.find import workspaces_in

    others = [name for name in workspaces_in(here) if here / name != root]
    if others:
        context.screen.message(say("cli.which-diary", root=str(root), count=len(others), example=others[0]))


def _context(everywhere: Everywhere) -> Context:
    return Context(everywhere.folder, everywhere.language, allow_private=everywhere.allow_private)


def named(word: str) -> Command:
    """The command of a name in either language. Raises ``MinqingError`` naming the nearest for an unknown one."""
    command = BY_NAME.get(folded(word))
    if command:
        return command
    if word.startswith("-"):
        raise MinqingError("cli.option-before-command", option=word)
    from minqing.cli.meant import commands_meant

    nearest = commands_meant(folded(word)) or near(folded(word), list(BY_NAME))
    code = "cli.no-such-command-near" if nearest else "cli.no-such-command"
    raise MinqingError(code, MISUSE, word=word, nearest=nearest or "")


def _help(context: Context, topic: list[str]) -> int:
    if topic:
        from minqing.cli.typing import run_declared

        return run_declared(named(topic[0]), ["--help"], context)
    from minqing.cli.help import overview

    context.screen.draw(overview())
    return 0


def _version() -> int:
    from minqing import __version__

    sys.stdout.write(f"minqing {__version__}\n")
    return 0
