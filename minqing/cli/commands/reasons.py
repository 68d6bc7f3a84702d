"""Why something is suggested of a matter: in words for people, and beside each matter of a trial."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import TYPE_CHECKING, Any

from minqing.classify.verdict import Reason
from minqing.cli.commands.composing import Told, hints_for
from minqing.cli.context import Context
from minqing.messages import say
from minqing.reports.document import Block, Line

if TYPE_CHECKING:
    from minqing.classify.suggest import Suggestion

READ = ("place", "place-own", "reporter")
"""Reasons that only name the words something was read from: a line is enough for them."""

_OF = {"place": "place", "reporter": "reporter", "owner": "owner", "due": "due-"}
"""The reasons of each part of a matter that may be said, by how their codes begin."""


def reasons_said(because: Sequence[Reason]) -> list[str]:
    """Each reason in words."""
    return [say(f"classify.{code}", **params) for code, params in because]


def reason_lines(because: Sequence[Reason]) -> list[Block]:
    """The reasons for people, one a line; the words that place and reporter were read from share theirs."""
    read = [(code, params) for code, params in because if code in READ]
    others = [reason for reason in because if reason not in read]
    at = sum(not code.startswith("unsure") for code, _ in others)
    said = reasons_said(others)
    shared = [say("stats.comma").join(reasons_said(read))] if read else []
    return [Line(say("classify.because", reason=one), "dim", indent=2) for one in (*said[:at], *shared, *said[at:])]


def reasons_of(told: Told, hint: Suggestion) -> list[Reason]:
    """The reasons for what was suggested of a matter; what was said of it needs none."""
    said = tuple(code for part, code in _OF.items() if getattr(told, part) is not None)
    return [(code, params) for code, params in hint.because if not (said and code.startswith(said))]


def suggested_dicts(context: Context, several: Sequence[Told], day: date, kind: str) -> list[dict[str, Any]]:
    """How sure and why each matter is suggested as it is, with the keys that ``classify --json`` has."""
    hints = hints_for(context, several, day, kind)
    return [
        {
            "confidence": {"category": hint.confidence_category, "tier": hint.confidence_tier},
            "because": reasons_said(reasons_of(told, hint)),
            "unsure": list(hint.unsure),
        }
        for told, hint in zip(several, hints, strict=True)
    ]


def why_blocks(context: Context, several: Sequence[Told], day: date, kind: str) -> list[Block]:
    """Why the matters of a trial are suggested as they are: of a lone one all reasons, of several those of guesses.

    The rest is better asked matter by matter; how is told.
    """
    hints = hints_for(context, several, day, kind)
    if len(several) == 1:
        return reason_lines(reasons_of(several[0], hints[0]))
    blocks: list[Block] = []
    for number, (told, hint) in enumerate(zip(several, hints, strict=True), 1):
        if hint.unsure:
            reasons = say("stats.comma").join(reasons_said(_guessed(reasons_of(told, hint))))
            blocks.append(Line(say("log.why-unsure", number=number, reasons=reasons), "dim"))
    return [*blocks, Line(say("log.why-others"), "dim")]


def _guessed(because: Sequence[Reason]) -> list[Reason]:
    """What a guess rests on: the reasons for category and tier."""
    return [(code, params) for code, params in because if not code.startswith(("owner", "due", "unsure", *READ))]
