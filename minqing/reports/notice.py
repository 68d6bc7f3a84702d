"""What is told to residents: the notice for a building's door, and the sentence that answers one of them. As data.

Both are masked: a door is read by everybody, and an answer is passed on.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable
from datetime import date

from minqing.domain.fold import IssueState, lines_until
from minqing.domain.period import Period
from minqing.domain.values import dataclass
from minqing.reports.masking import masked_issue
from minqing.text.normal import folded

TOLD = frozenset({"note", "contact", "whistle", "promise", "escalate", "close", "refer", "park", "assign"})
"""Lines of progress that tell a resident something."""


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
    lines = [line for line in lines_until(shown.issue, shown.raised, shown.day) if line.verb in TOLD]
    return Matter(
        raised=shown.raised,
        title=shown.title,
        state=shown.outcome or shown.state,
        last=lines[-1].text if lines else "",
        closed=shown.closed,
        due=shown.due if shown.due and shown.due >= shown.day else None,
        owner=shown.owner,
        place=shown.place,
        reporter=shown.issue.reporter,
    )
