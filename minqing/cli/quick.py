"""What is typed every day without Typer: reading commands and verbs do not wait for a command-line library.

The commands are the same functions that the Typer declarations call; anything but words and the options below
(help, a misspelt option) is left to Typer.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from importlib import import_module
from typing import TYPE_CHECKING

from minqing.cli.arguments import is_text
from minqing.domain.verbs import MAKES_DUE_STALE, VERBS

if TYPE_CHECKING:
    from minqing.cli.context import Context

ANSWERS: dict[str, tuple[str, str, tuple[str, ...]]] = {
    "list": ("listing", "list_issues", ("--as-of",)),
    "show": ("showing", "show_what", ("--as-of",)),
    "stats": ("counting", "show_stats", ("--by", "--as-of")),
    "report": ("reporting", "show_report", ("--as-of",)),
}
"""Module, function and options with a value of each command that is answered here."""

NEEDS_WORDS = frozenset({"show"})
"""Commands that mean nothing without a word."""


def answered(name: str, arguments: Sequence[str], context: Context) -> int | None:
    """The exit code of a command, or ``None`` where it is not for this module to answer."""
    if name in VERBS:
        return _acted(name, arguments, context)
    if name not in ANSWERS:
        return None
    module, function, valued = ANSWERS[name]
    understood = _understood(arguments, valued)
    if understood is None or (name in NEEDS_WORDS and not understood[0]):
        return None
    words, options, as_json = understood
    answer: Callable[..., int] = getattr(import_module(f"minqing.cli.commands.{module}"), function)
    return answer(context, words, **options, as_json=as_json)


def _acted(verb: str, arguments: Sequence[str], context: Context) -> int | None:
    """A verb of progress, where it is typed with words and its own options only."""
    understood = _understood(arguments, ("--on", "--due") if verb in MAKES_DUE_STALE else ("--on",))
    if understood is None or not understood[0]:
        return None
    from minqing.cli.commands.verbs import act

    words, options, as_json = understood
    return act(context, verb, words, on=options["on"], due=options.get("due"), as_json=as_json)


def _understood(
    arguments: Sequence[str], valued: Sequence[str]
) -> tuple[list[str], dict[str, str | None], bool] | None:
    """Words, options by parameter name, and whether JSON is wanted; ``None`` where something else was typed."""
    words: list[str] = []
    options: dict[str, str | None] = {name[2:].replace("-", "_"): None for name in valued}
    as_json, waiting = False, iter(arguments)
    for token in waiting:
        name, equals, value = token.partition("=")
        if token == "--":
            words += waiting
        elif token == "--json":
            as_json = True
        elif name in valued:
            given = value if equals else next(waiting, None)
            if given is None or given.startswith("--"):
                return None
            options[name[2:].replace("-", "_")] = given
        elif token.startswith("-") and not is_text(token):
            return None
        else:
            words.append(token)
    return words, options, as_json
