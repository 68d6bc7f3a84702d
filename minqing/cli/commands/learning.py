"""What the diary teaches the suggestions: the matters of the last years, as they are judged today."""

from __future__ import annotations

from datetime import timedelta

from minqing.classify.experience import REMEMBERED, Confirmed, Experience
from minqing.cli.context import Context
from minqing.domain.fold import IssueState

LOOKED_BACK = 730
"""Days that are learned from; older habits may have changed."""

CHANGED_BY_HAND = frozenset({"reclassify", "regrade"})


def experience_of(context: Context) -> Experience:
    """The experience of the context's diary; none where it cannot be read, since suggestions go on without."""
    since = context.today - timedelta(days=LOOKED_BACK)
    states = context.diary.newest(REMEMBERED, since, context.today)
    return Experience(_confirmed(state) for state in sorted(states, key=lambda s: s.raised))


def _confirmed(state: IssueState) -> Confirmed:
    changed = any(line.verb in CHANGED_BY_HAND for line in state.issue.progress)
    return Confirmed(state.title, state.category, state.tier, changed)
