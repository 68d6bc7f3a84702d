"""Lines of ``add`` that are no matters: a date above them says when they came in, a walk's facts belong to ``log``."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from minqing.classify.notes.gathered import fits
from minqing.classify.notes.header.facts import Fact
from minqing.classify.notes.paste import read_facts_alone
from minqing.classify.notes.reading import split_lines
from minqing.cli.context import Context
from minqing.domain.errors import MISUSE, MinqingError
from minqing.messages import say

ABOUT_A_DAY = ("date", "weekday", "title")
"""Facts that say on which day matters came in; all others are those of a walk."""


def day_of_lines(context: Context, lines: str, said: date | None) -> date | None:
    """The day the matters of ``lines`` came in: as ``said``, else as a date alone above them says.

    Raises ``MinqingError`` for notes of a walk, and for a date anywhere else, or of another day: nobody may guess
    which lines it means.
    """
    facts = read_facts_alone(lines, context.today, context.workspace.community)
    if any(fact.name not in ABOUT_A_DAY for fact in facts):
        raise MinqingError("log.add-walk-notes", MISUSE, lines=_shown(lines, facts))
    if not facts:
        return said
    day = _only_day(facts)
    if day is None or {fact.line for fact in facts} != {_first(lines)} or said not in (None, day):
        raise MinqingError("log.add-dates", MISUSE, lines=_shown(lines, facts))
    context.screen.message(say("log.add-dated", line=split_lines(lines)[facts[0].line - 1].strip(), day=day))
    return day


def _only_day(facts: Sequence[Fact]) -> date | None:
    """The one day that is named, where a weekday beside it is that day's."""
    days = [fact.value for fact in facts if fact.name == "date"]
    day = days[0] if len(days) == 1 else None
    if not isinstance(day, date):
        return None
    return day if all(fits(day, str(fact.value)) for fact in facts if fact.name == "weekday") else None


def _first(lines: str) -> int:
    """The number of the first line that has words."""
    return next((n for n, line in enumerate(split_lines(lines), 1) if any(map(str.isalnum, line))), 0)


def _shown(lines: str, facts: Sequence[Fact]) -> str:
    """The lines the facts stand on, each with its number."""
    written = split_lines(lines)
    return "\n".join(f"  {n}  {written[n - 1].strip()}" for n in dict.fromkeys(fact.line for fact in facts))
