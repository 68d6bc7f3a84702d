"""How long a step is here, and what steps or kilometres alone come to."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import timedelta
from decimal import Decimal
from typing import TYPE_CHECKING, Any

from minqing.cli.context import Context
from minqing.domain.model import Entry
from minqing.domain.values import dataclass, replace
from minqing.messages import say

if TYPE_CHECKING:
    from minqing.cli.commands.entries import Draft

STEP_LENGTH = Decimal("0.60")
"""Metres a step, where the community's own walks do not tell: 2.87 km are about 4770 steps in the published account."""

USUAL_STEP = (Decimal("0.3"), Decimal("1.2"))
"""Metres a step that nobody asks about."""

MEASURED = 3
"""Walks with both steps and kilometres from which on their average is trusted."""

REMEMBERED = timedelta(days=400)
"""How far back names, routes and steps are taken from."""


def walks_of(context: Context) -> list[Entry]:
    """The walks of the last year, the newest first."""
    walks = [e for e in context.diary.entries(context.today - REMEMBERED) if e.kind == "walk"]
    return sorted(walks, key=lambda e: (e.date, len(e.path), e.path), reverse=True)  # the second one is -2.md


def plausible(steps: int, km: Decimal) -> bool:
    """Whether so many steps can be so many kilometres."""
    return USUAL_STEP[0] <= km * 1000 / steps <= USUAL_STEP[1]


def step_length(walks: Sequence[Entry]) -> Decimal:
    """Metres a step: what the community's own walks measure, else the usual."""
    both = [e for e in walks if e.steps and e.km and plausible(e.steps, e.km)]
    if len(both) < MEASURED:
        return STEP_LENGTH
    metres = sum((e.km or Decimal(0) for e in both), Decimal(0)) * 1000
    return (metres / sum(e.steps or 0 for e in both)).quantize(Decimal("0.001"))


def km_of(steps: int, length: Decimal) -> Decimal:
    """The kilometres of so many steps."""
    return (steps * length / 1000).quantize(Decimal("0.01"))


def steps_of(km: Decimal, length: Decimal) -> int:
    """The steps of so many kilometres."""
    return round(km * 1000 / length)


_ROUND = 50
"""Steps that people say; those worked out from kilometres of two places are a multiple of it one time in three."""


def is_said(steps: int) -> bool:
    """Whether steps were said, not worked out: kilometres come to a round number such as 5000 by chance alone."""
    return not steps % _ROUND


@dataclass(frozen=True, slots=True)
class Reckoned:
    """A fact that nobody told: ``name`` is ``steps`` or ``km``, reckoned from the other at ``length`` metres a step."""

    name: str
    length: Decimal

    def said(self, entry: Entry) -> str:
        """The sentence that tells it."""
        value: dict[str, Any] = {self.name: getattr(entry, self.name)}
        return say(f"asking.{self.name}-reckoned", **value, length=self.length)


def measured(context: Context, draft: Draft) -> Draft:
    """A walk with the kilometres of its steps, or the steps of its kilometres."""
    steps, km = draft.entry.steps, draft.entry.km
    if not (steps or km) or None not in (steps, km):
        return draft
    name, length = "km" if km is None else "steps", step_length(walks_of(context))
    value: Any = km_of(steps or 0, length) if km is None else steps_of(km, length)
    if not value:  # a few steps are no kilometre, and 0.00 is no measure
        return draft
    return replace(draft, entry=replace(draft.entry, **{name: value}), reckoned=Reckoned(name, length))
