"""``minqing stats``: the figures, counted from the files and never guessed."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from minqing.cli.commands.common import day_asked, tell_left_out
from minqing.cli.context import Context
from minqing.domain.errors import MISUSE, MinqingError
from minqing.domain.period import Period
from minqing.text.normal import folded

BYS_ZH = ("月", "季度", "年", "层级", "类别", "地点", "责任", "星期")
"""What ``--by`` takes in Chinese, in the order of ``reports.groups.BYS``."""


def show_stats(context: Context, period: Sequence[str], *, by: str | None, as_of: str | None, as_json: bool) -> int:
    """The totals so far, or of a period. Raises ``MinqingError`` for what is no period, day or group."""
    from minqing.reports.figures import figures, stats_dict
    from minqing.reports.groups import group_dict, groups
    from minqing.reports.stats_text import group_blocks, place_notes, stats_blocks

    asked, day = period_asked(context, period), as_of_asked(context, as_of)
    by = _group(by) if by else None
    diary, community = context.diary, context.diary.workspace.community
    found = figures(diary, asked, day, context.today, community)
    parts = groups(by, diary, asked, day, context.today, community) if by else []
    if as_json:
        answer = stats_dict(found)
        context.screen.json({**answer, "groups": [group_dict(g) for g in parts]} if by else answer)
    else:
        context.screen.draw(stats_blocks(found, asked, community))
        if by:
            context.screen.draw(group_blocks(by, parts, community))
        if by == "place" and parts:
            context.screen.draw(place_notes(parts, found.issues.raised, ever=asked is None and not as_of))
    return tell_left_out(context)


def period_asked(context: Context, words: Sequence[str]) -> Period | None:
    """The period that was typed, if any. Raises ``MinqingError`` for what is none."""
    from minqing.text.dates import parse_period

    text = " ".join(words)
    return parse_period(text, context.today) if text.strip() else None


def is_period(context: Context, word: str) -> bool:
    """Whether a word is a period."""
    try:
        return period_asked(context, [word]) is not None
    except MinqingError:
        return False


def as_of_asked(context: Context, text: str | None) -> date | None:
    """The day of ``--as-of``, if it was given."""
    return day_asked(context, text) if text else None


def _group(word: str) -> str:
    from minqing.reports.groups import BYS
    from minqing.text.filters import KEYS_BY_WORD

    typed = folded(word).removeprefix("按")
    spelled = dict(zip(BYS_ZH, BYS, strict=True)) | {b: b for b in BYS}
    key = KEYS_BY_WORD.get(typed)
    found = spelled.get(typed) or (key.id if key else None)
    if found not in BYS:
        raise MinqingError("stats.no-group", MISUSE, value=word)
    return found
