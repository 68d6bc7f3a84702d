"""``minqing notice`` and ``minqing reply``: what is told to residents, masked, from templates."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import timedelta
from typing import TYPE_CHECKING, Any

from minqing.cli.commands.common import tell_left_out, the_issue
from minqing.cli.context import Context
from minqing.domain.errors import MISUSE, NOT_FOUND, MinqingError
from minqing.messages import language, say

if TYPE_CHECKING:
    from minqing.domain.period import Period
    from minqing.workspace.saving import Target

QUARTER = timedelta(days=90)
"""How far back a notice tells, unless a period is given."""

ENDINGS = (".txt", ".md", ".docx")
"""What notices and replies are saved as."""


def show_notice(context: Context, words: Sequence[str], *, output: str | None, as_json: bool) -> int:
    """The notice for the door of the building ``words[0]``, of the period the other words name.

    Raises ``MinqingError``: no such building or place in any matter (exit 3), a period that is none.
    """
    from minqing.cli.commands.counting import period_asked
    from minqing.reports.notice import notice

    if not words or not words[0].strip():
        raise MinqingError(
            "cli.missing", MISUSE, what=say("help.arg-building"), usage=say("help_of_private.notice-usage")
        )
    where = _where(context, output)
    building, today = words[0].strip(), context.today
    period = period_asked(context, words[1:]) or _last_months(context)
    told = notice(context.diary.newest(None, period.start, today), building, period, today, _staff(context))
    if not told.raised and not _is_known(context, building):
        raise MinqingError("residents.no-building", NOT_FOUND, building=building)
    _tell(context, _filled(context, "notice", notice=told), where, as_json)
    return tell_left_out(context)


def show_reply(context: Context, words: Sequence[str], *, output: str | None, as_json: bool) -> int:
    """The sentence to send to whoever raised the issue. Raises ``MinqingError`` (exit 3) for none or several."""
    from minqing.reports.notice import matter

    where = _where(context, output)
    state = the_issue(context, " ".join(words), "any")
    _tell(context, _filled(context, "reply", matter=matter(state, _staff(context))), where, as_json)
    return tell_left_out(context)


def _where(context: Context, output: str | None) -> Target | None:
    from minqing.cli.commands.saving import target_of

    return target_of(context, output, ENDINGS) if output else None


def _last_months(context: Context) -> Period:
    from minqing.domain.period import Period

    return Period.span(context.today - QUARTER, context.today)


def _staff(context: Context) -> frozenset[str]:
    return frozenset(person.name for person in context.workspace.community.people)


def _is_known(context: Context, building: str) -> bool:
    from minqing.reports.notice import stands_at
    from minqing.text.normal import folded
    from minqing.text.search import compared

    named = (compared(folded(b.name), folded(building)) for b in context.workspace.community.buildings)
    return any(name == wanted for name, wanted in named) or any(
        stands_at(state, building) for state in context.diary.standing(context.today)
    )


def _committee(context: Context) -> str:
    """The community's name without the 居委会 that the page writes behind it."""
    name = context.workspace.community.name or say("residents.committee")
    return name.removesuffix("居民委员会").removesuffix("居委会") or name


def _filled(context: Context, name: str, **values: Any) -> str:
    committee = _committee(context)
    return context.templates.filled(f"{name}.{language()}.txt.j2", community=committee, today=context.today, **values)


def _tell(context: Context, text: str, where: Target | None, as_json: bool) -> None:
    """Save what is told to residents, or show it."""
    from minqing.reports.document import Line

    if where:
        _save(context, text, where)
    elif as_json:
        context.screen.json({"schema": 1, "text": text})
    else:
        context.screen.draw(tuple(Line(line) for line in text.rstrip("\n").split("\n")))


def _save(context: Context, text: str, where: Target) -> None:
    from minqing.cli.commands.saving import hand_out

    def document() -> bytes:
        from minqing.reports.media.letter import render_letter

        return render_letter(text, _committee(context), context.today)

    hand_out(context, where, document if where.ending == ".docx" else text.encode, "saving.saved-for-residents")
