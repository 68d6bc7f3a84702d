"""What is told to residents: the notice for a building's door, and the sentence that answers one of them. As data.

Both are masked: a door is read by everybody, and an answer is passed on.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable
from datetime import date

from minqing.domain.fold import IssueState, lines_until
from minqing.domain.model import Progress
from minqing.domain.period import Period
from minqing.domain.values import dataclass
from minqing.reports.masking import masked_issue
from minqing.text.normal import folded

TOLD = frozenset({"note", "contact", "whistle", "promise", "escalate", "close", "refer", "park", "assign"})
"""Lines of progress that tell a resident something."""

BEHIND = {"parked": "park", "solved": "close", "referred": "refer", "withdrawn": "withdraw"}
"""The line that tells why an issue stands as it does; the steps around it tell something else."""

UNTOLD = ("withdrawn", "duplicate")
"""Outcomes of what never was a matter of its own."""


@dataclass(frozen=True, slots=True)
class Matter:
    """One matter as a notice tells it: when it was raised, what it is, how it stands, what was last done.

    ``state`` is the outcome of a closed one, else ``open`` or ``parked``; ``closed`` and ``due`` are days. A due date
    that has passed is none: nobody is told to expect something on a day gone by.
    """

    raised: date
    title: str
    state: str
    last: str
    closed: date | None
    due: date | None
    owner: str | None
    place: str | None = None
    reporter: str | None = None


@dataclass(frozen=True, slots=True)
class Notice:
    """A building's door: what was raised there in the period, and how it stands on ``today``."""

    building: str
    period: Period
    today: date
    done: tuple[Matter, ...]
    doing: tuple[Matter, ...]

    @property
    def raised(self) -> int:
        """How many matters it tells of."""
        return len(self.done) + len(self.doing)


def notice(states: Iterable[IssueState], building: str, period: Period, today: date, staff: Collection[str]) -> Notice:
    """The masked notice of a building; what was withdrawn or recorded in error is not told."""
    inside = (s for s in states if period.contains(s.raised) and s.outcome not in UNTOLD)
    here = [s for s in inside if stands_at(s, building)]
    told = sorted(here, key=lambda s: (s.raised, s.id))
    done = tuple(matter(s, staff) for s in told if not s.is_open)
    return Notice(building, period, today, done, tuple(matter(s, staff) for s in told if s.is_open))


def stands_at(state: IssueState, building: str) -> bool:
    """Whether an issue is at ``building`` (5号楼 is not 15号楼)."""
    wanted = re.compile(rf"(?<![0-9a-z]){re.escape(folded(building))}")
    return wanted.search(folded(state.place or state.title)) is not None


def matter(state: IssueState, staff: Collection[str] = ()) -> Matter:
    """An issue as it is told to residents, masked."""
    shown = masked_issue(state, staff)
    return Matter(
        raised=shown.raised,
        title=shown.title,
        state=shown.outcome or shown.state,
        last=_last(shown),
        closed=shown.closed,
        due=shown.due if shown.due and shown.due >= shown.day else None,
        owner=shown.owner,
        place=shown.place,
        reporter=shown.issue.reporter,
    )


def _last(state: IssueState) -> str:
    """What was last said of how the issue stands: why it is parked, how it ended, else the newest step.

    What was said before a reopening is told to nobody: "repaired" is not so any more.
    """
    lines = _since_reopened(lines_until(state.issue, state.raised, state.day))
    wanted = BEHIND.get(state.outcome or state.state)
    said = [line.text for line in lines if line.verb == wanted and line.text]
    if wanted == "park" or said:
        return said[-1] if said else ""
    return next((line.text for line in reversed(lines) if line.verb in TOLD and line.text), "")


def _since_reopened(lines: list[Progress]) -> list[Progress]:
    reopened = [at for at, line in enumerate(lines) if line.verb == "reopen"]
    return lines[reopened[-1] + 1 :] if reopened else lines
