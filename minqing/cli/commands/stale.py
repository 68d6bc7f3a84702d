"""What another tier leaves behind: an owner and a due date that were only the former tier's usual ones.

A line of progress changes what the format says and nothing besides, so neither moves by itself; it is told, with the
command that moves it. What somebody chose otherwise is nobody's business.
"""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from minqing.cli.context import Context
from minqing.domain.fold import IssueState
from minqing.messages import say

if TYPE_CHECKING:
    from minqing.classify.suggest import Suggestion


def usual_due(context: Context, state: IssueState, tier: str | None, day: date) -> date | None:
    """The due date that is usual for ``tier`` from ``day`` on, where the present one was usual too and is another."""
    same = tier == state.tier and not state.closed  # only a reopening begins anew
    if same or not (tier and state.tier) or state.due != _usual(context, state, state.tier, state.raised).due:
        return None
    due = _usual(context, state, tier, day).due
    return due if due != state.due else None


def tell_stale(context: Context, before: IssueState, after: IssueState, day: date, *, due_asked: bool) -> None:
    """Say which of owner and due date stayed as the former tier had them; ``due_asked``: that one was looked at."""
    if after.closed or after.tier is None or before.tier is None:
        return
    tier = say(f"words.{after.tier}")
    owner = _usual(context, after, after.tier, day).owner
    if owner != after.owner == _usual(context, before, before.tier, day).owner:
        said = say("verbs.stale-owner", owner=after.owner, tier=tier, usual=owner, id=after.id)
        context.screen.message(said)
    due = None if due_asked or after.due != before.due else usual_due(context, before, after.tier, day)
    if due:
        context.screen.message(say("verbs.stale-due", due=after.due, tier=tier, usual=due, id=after.id))


def _usual(context: Context, state: IssueState, tier: str, day: date) -> Suggestion:
    """What is suggested for the matter in ``tier``."""
    from minqing.classify.suggest import suggest

    community, category = context.workspace.community, state.category or "other"
    return suggest(state.title, community=community, today=day, category=category, tier=tier, reasons=False)
