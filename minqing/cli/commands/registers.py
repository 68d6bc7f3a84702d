"""What ``log`` does with notes that are no walk: a register of calls or of tickets goes into an entry of its kind."""

from __future__ import annotations

from minqing.cli.commands.entries import Draft
from minqing.cli.context import Context
from minqing.domain.values import replace
from minqing.messages import say

_COUNTED = frozenset({"walk", "visit"})
"""Kinds of which a day may have several, each with its own steps; of the others a day has one entry."""


def said_kind(typed: str | None) -> str | None:
    """The kind of entry as typed after ``--kind``. Raises ``MinqingError`` naming the words there are."""
    from minqing.cli.commands.adding import word_id
    from minqing.text.synonyms import KINDS_SAID

    return word_id("kind", typed, KINDS_SAID) if typed is not None else None


def is_gathered(draft: Draft) -> bool:
    """Whether all of a day of this kind is gathered in one entry, as ``add`` has it."""
    return draft.entry.kind not in _COUNTED


def of_kinds(context: Context, drafts: list[Draft], kind: str | None) -> list[Draft]:
    """The drafts with the kind that was said; where notes look like a register that is told."""
    if kind:
        return [replace(draft, entry=replace(draft.entry, kind=kind)) for draft in drafts]
    for draft in drafts:
        if is_gathered(draft):
            tell_register(context, draft)
    return drafts


def tell_register(context: Context, draft: Draft) -> None:
    """Say that notes are taken for a register, and do not count as a walk."""
    kind = say(f"words.{draft.entry.kind}")
    context.screen.message(say("log.register", day=draft.entry.date, kind=kind, count=len(draft.told)))
