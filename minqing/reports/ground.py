"""What figures stand on: the entries and issues of a window of days, for tracing figures and drawing charts."""

from __future__ import annotations

from datetime import date

from minqing.domain.community import Community
from minqing.domain.count import NOTHING, Window, counted
from minqing.domain.fold import IssueState
from minqing.domain.model import Entry
from minqing.domain.period import ONE_DAY, Period
from minqing.domain.records import Records
from minqing.domain.values import dataclass


@dataclass(frozen=True, slots=True)
class Ground:
    """The entries of a window and the issues as they stood at its end.

    ``states`` may hold issues that add nothing; ``opened`` are those that stood open on the eve of the window.
    """

    window: Window
    entries: tuple[Entry, ...]
    states: tuple[IssueState, ...]
    opened: tuple[IssueState, ...]

    @property
    def concerned(self) -> tuple[IssueState, ...]:
        """The issues that add to any figure: the ledger (台账) of the window."""
        return tuple(state for state in self.states if counted(state, self.window) != NOTHING)


def ground_of(records: Records, period: Period, day: date, community: Community, since: date | None = None) -> Ground:
    """What the figures of a period stand on, counted up to ``day``; issues and entries from ``since`` on are kept too.

    The entries are those from ``since`` on; ``Window.holds`` tells which are the window's.
    """
    end = min(day, period.end)
    first = min(period.start, since or period.start)
    return Ground(
        window=Window(end, period.start),
        entries=tuple(records.entries(first, end)),
        states=tuple(records.states(end, first)),
        opened=tuple(s for s in records.states(min(period.start - ONE_DAY, end), date.max) if s.is_open),
    )
