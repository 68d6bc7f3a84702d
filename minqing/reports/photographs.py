"""The photographs of issues in a report: in rows of two, before the work beside after it, each with its day."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import zip_longest

from minqing.domain.fold import IssueState
from minqing.domain.period import Period
from minqing.domain.values import replace
from minqing.messages import say
from minqing.reports.document import Pictures
from minqing.reports.media.printed import as_told
from minqing.text.photos import Named, photo_path, told_by_name

MOST_OF_A_CASE = 4
"""How many pictures of one case are shown: what was found and what became of it, twice."""

MOST_PAIRS = 8
"""How many issues besides the cases are shown before and after."""

Told = tuple[str, Named]
"""Where a photo lies, and what its name tells."""


def pictures_of(state: IssueState) -> list[Pictures]:
    """The pictures of an issue up to the day it is looked at, in rows."""
    before, after, other = _by_stage(state)
    rows = [tuple(each for each in pair if each) for pair in zip_longest(before, after)]
    rows += [tuple(other[at : at + 2]) for at in range(0, len(other), 2)]
    return [_row(state, row) for row in rows[: MOST_OF_A_CASE // 2]]


def pairs_besides(states: Iterable[IssueState], cases: Iterable[IssueState], period: Period) -> list[IssueState]:
    """Issues handled in the period, other than the cases, of which there is a picture before and one after."""
    told = {state.id for state in cases}
    return [s for s in states if s.id not in told and _was_handled(s, period) and all(_by_stage(s)[:2])]


def pair_of(state: IssueState) -> Pictures:
    """The first picture before the work and the last one after it."""
    before, after, _ = _by_stage(state)
    row = _row(state, (before[0], after[-1]))
    return replace(row, text=say("report.pair", id=state.id, title=as_told(state.title), closed=state.closed))


def _was_handled(state: IssueState, period: Period) -> bool:
    return state.outcome == "solved" and state.closed is not None and period.start <= state.closed <= period.end


def _by_stage(state: IssueState) -> tuple[list[Told], list[Told], list[Told]]:
    """Before, after and neither, each by day; a picture that was taken later is in no report of an earlier day."""
    photos = [(photo_path(written), told_by_name(written)) for written in state.issue.photos]
    known = [(path, named) for path, named in photos if named.day is None or named.day <= state.day]
    before, after, other = ([each for each in known if each[1].stage == stage] for stage in ("before", "after", None))
    return before, after, other


def _row(state: IssueState, row: tuple[Told, ...]) -> Pictures:
    return Pictures(tuple(path for path, _ in row), as_told(state.title), tuple(_caption(named) for _, named in row))


def _caption(named: Named) -> str:
    stage = say(f"report.photo-{named.stage or 'other'}")
    return f"{stage} {named.day}" if named.day else stage
