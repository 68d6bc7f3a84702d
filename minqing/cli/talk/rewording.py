"""A matter's sentence typed anew: what was read out of the old one follows the new one, what was chosen stays."""

from __future__ import annotations

from datetime import date
from difflib import SequenceMatcher
from typing import Any

from minqing.cli.commands.composing import Told, hint_for, told_from_text
from minqing.cli.context import Context
from minqing.domain.errors import MinqingError
from minqing.domain.values import asdict, replace

SAME_MATTER = 0.4
"""How much of two sentences must be alike for the second to be the first one put better, and not another matter."""

READ = ("place", "reporter")
"""Parts that are read out of a sentence where nobody says otherwise."""


def reworded(context: Context, old: Told, new: Told, day: date, kind: str) -> Told:
    """``old`` with the sentence of ``new`` and the marks it brought (``!`` ``#`` ``@``, a closing word).

    The sentence of another matter altogether takes nothing over; the same one lets everything stand, and only asks
    again whether it is a note to an earlier matter.
    """
    if replace(new, closed=False) == Told(old.title):
        return replace(old, follows=None) if old.follows else old
    if SequenceMatcher(None, old.title, new.title, autojunk=False).ratio() < SAME_MATTER:
        return new
    said: dict[str, Any] = {name: value for name, value in asdict(new).items() if value}
    by_hand = old.closed != _is_closed(context, old.title)
    closed = old.closed if by_hand else new.closed
    said |= {"closed": closed, "unsettled": old.unsettled and not closed, "follows": None}
    return replace(_chosen(context, old, day, kind), **said)


def unsuggested(told: Told, *names: str) -> Told:
    """``told`` without the suggestions of ``names`` that were taken as they came: they are suggested anew."""
    dropped = [name for name in names if name in told.suggested]
    left = tuple(name for name in told.suggested if name not in dropped)
    nothing: dict[str, Any] = dict.fromkeys(dropped)
    return replace(told, suggested=left, **nothing)


def _chosen(context: Context, old: Told, day: date, kind: str) -> Told:
    """What a person said of a matter beside its sentence."""
    hint = hint_for(context, old, day, kind)
    read: dict[str, Any] = {name: None for name in READ if getattr(old, name) == getattr(hint, name)}
    return replace(unsuggested(old, *old.suggested), **read)


def _is_closed(context: Context, title: str) -> bool:
    try:
        return told_from_text(context, title).closed
    except MinqingError:  # nothing but marks is left of it
        return False
