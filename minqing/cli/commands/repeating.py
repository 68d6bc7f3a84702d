"""Saying that what was just written came up before, where nobody is asked: a line on stderr, a key of the JSON."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from minqing.cli.context import Context
from minqing.domain.model import Issue
from minqing.messages import say
from minqing.text.values import day_of_id

if TYPE_CHECKING:
    from minqing.classify.repeats import Repeat

SHOWN = 5
"""How many matters are said to be repeats; a walk with more is better read in the list."""


def repeats_among(context: Context, issues: Sequence[Issue]) -> dict[str, Repeat]:
    """The earlier issues of each new one that has any, by the new one's id."""
    from minqing.classify.repeats import Earlier

    new = {issue.id for issue in issues}
    earlier = Earlier(s for s in context.diary.standing(context.today) if s.id not in new)
    found = {issue.id: earlier.of(issue.title, issue.place, day_of_id(issue.id)) for issue in issues}
    return {id: repeat for id, repeat in found.items() if repeat}


def tell_repeats(context: Context, issues: Sequence[Issue]) -> None:
    """One line for each that came up before."""
    from minqing.cli.talk.repeats import repeat_line

    titles = {issue.id: issue.title for issue in issues}
    for id, found in list(repeats_among(context, issues).items())[:SHOWN]:
        context.screen.message(say("asking.repeat-of", title=titles[id], line=repeat_line(found)))


def repeats_json(context: Context, issues: Sequence[Issue]) -> Mapping[str, object]:
    """``repeats``: for each new issue that came up before the number of this time, and the earlier ids."""
    return {
        "repeats": [
            {
                "issue": id,
                "count": found.count,
                "earlier": [state.id for state in found.states],
                "open": [state.id for state in found.states if state.is_open],
            }
            for id, found in repeats_among(context, issues).items()
        ]
    }
