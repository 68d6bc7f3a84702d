"""Carrying out a change with an eye on privacy: what is refused, what is offered instead, what is only warned of."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Sequence
from typing import TYPE_CHECKING

from minqing.cli.context import Context
from minqing.domain.errors import PRIVACY, MinqingError
from minqing.history.withheld import REFUSED, Permission
from minqing.messages import say
from minqing.text.normal import visible

if TYPE_CHECKING:
    from minqing.history.change import Change, Outcome
    from minqing.text.private_lines import Place
    from minqing.workspace.opened import Workspace

SHOWN = 8
"""How many places are named."""


def carry(context: Context, plan: Callable[[], Change], workspace: Workspace | None = None) -> Outcome:
    """Make the change that ``plan`` tells, by the one way there is (``history.change.carry_out``).

    A number of a person in it is refused (``MinqingError``, exit code 5) unless ``--allow-private`` gives a reason;
    in a terminal the masked one is offered, and written where that is wanted. A person whose name git does not know
    is asked for it there.
    """
    from minqing.history.change import carry_out

    workspace = workspace or context.workspace
    try:
        outcome = carry_out(workspace, plan, permission(context))
    except MinqingError as error:
        if error.code != REFUSED or not context.asks:
            raise
        _offer_masked(context, error)
        outcome = carry_out(workspace, plan, Permission(masked=True))
    if outcome.problem is None:
        return outcome
    from minqing.cli.authorship import with_author

    return with_author(context, workspace, outcome)


def rehearse(context: Context, plan: Callable[[], Change]) -> None:
    """Raise what ``carry`` would refuse of a change (``MinqingError``, exit code 5), with nothing written."""
    from minqing.history.change import rehearsed

    rehearsed(context.workspace, plan, permission(context))


def permission(context: Context) -> Permission:
    """What ``--allow-private`` allows."""
    return Permission(_reason(context))


def _reason(context: Context) -> str | None:
    """The reason as it goes into the history, which holds no number either."""
    if context.allow_private is None:
        return None
    from minqing.text.privacy import numbers_masked

    return numbers_masked(context.allow_private)


def _offer_masked(context: Context, error: MinqingError) -> None:
    from minqing.cli.asking import confirmed

    context.screen.message(_refused(error))
    try:
        agreed = confirmed(say("privacy.write-masked"))
    except (KeyboardInterrupt, EOFError):
        agreed = False
    if not agreed:
        raise MinqingError("privacy.not-written", PRIVACY)


def refused_in_words(error: MinqingError, arguments: Sequence[str]) -> str:
    """The refusal with the command to type instead, where what was typed holds the number."""
    from minqing.text.privacy import numbers_masked

    masked = [numbers_masked(one) for one in arguments]
    typed = say("privacy.type-instead", command=_command(masked)) if masked != list(arguments) else ""
    return "\n".join((_refused(error), typed or say("privacy.mask-it"), say("privacy.or-allow")))


def _refused(error: MinqingError) -> str:
    places: Iterable[Place] = error.params["places"]  # type: ignore[assignment]
    return say("privacy.number", places=place_lines(places))


def place_lines(places: Iterable[Place]) -> str:
    """Where something of a person stands, one place a line, masked."""
    found = list(places)
    lines = [f"  {p.path}:{p.line}:{p.column}  {say(f'privacy.{p.finding.kind}')}  {_masked(p)}" for p in found[:SHOWN]]
    more = len(found) - SHOWN
    return "\n".join([*lines, say("privacy.more", count=more)] if more > 0 else lines)


def _masked(place: Place) -> str:
    return visible(place.finding.masked)


def _command(arguments: Sequence[str]) -> str:
    return " ".join(["minqing", *map(_quoted, arguments)])


def _quoted(argument: str) -> str:
    """An argument as it is typed; characters outside ASCII need no quotes, signs of the shell do."""
    if os.name == "nt":
        return f'"{argument}"' if " " in argument or not argument else argument
    import shlex

    bare = "".join(c for c in argument if c.isascii())
    return argument if argument and shlex.quote(bare or "x") == (bare or "x") else shlex.quote(argument)


def tell_outcome(context: Context, outcome: Outcome) -> None:
    """Say what privacy has kept back, and what it only warns of."""
    if outcome.withheld:
        context.screen.message(say("privacy.withheld", places=place_lines(outcome.withheld)))
    if outcome.cautions:
        in_order = sorted(outcome.cautions, key=lambda place: (place.path, place.line, place.column), reverse=True)
        once = {(place.finding.kind, place.finding.masked): place for place in in_order}
        context.screen.message(say("privacy.caution", places=place_lines(reversed(once.values()))))
