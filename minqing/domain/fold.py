"""An issue as it stands on a day: its raised fields with every line of progress up to that day applied.

The state, owner, tier, due date and satisfaction of an issue are stored nowhere; they are what this fold
says. Only lines dated up to the day count: what was true on a past day stays true whatever is written later.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from minqing.domain.community import Community
from minqing.domain.model import Entry, Issue, Progress
from minqing.domain.values import dataclass
from minqing.domain.verbs import MOVES_DUE, VERBS, Verb


@dataclass(frozen=True, slots=True)
class IssueState:
    """An issue on ``day``, with the present tier, category, owner and due date.

    ``entry`` is the path and ``kind`` the kind of its entry, ``raised`` the entry's date. ``state`` is
    ``open``, ``parked`` or ``closed``; ``outcome`` (``solved``, ``referred``, ``duplicate``, ``withdrawn``)
    and ``closed`` tell of the closing in force. ``contacted`` is the day the resident was first answered,
    ``followed_up`` the day of the last follow-up. ``closings`` and ``reopenings`` are the days the state
    really changed, ``solved_days`` the days of every ``close`` line.
    """

    issue: Issue
    entry: str
    kind: str
    raised: date
    day: date
    state: str
    outcome: str | None
    closed: date | None
    contacted: date | None
    tier: str | None
    category: str | None
    owner: str | None
    due: date | None
    satisfaction: str | None
    bucket: str
    closings: tuple[date, ...] = ()
    reopenings: tuple[date, ...] = ()
    solved_days: tuple[date, ...] = ()
    followed_up: date | None = None

    @property
    def id(self) -> str:
        """The issue's permanent id."""
        return self.issue.id

    @property
    def title(self) -> str:
        """What was said or seen."""
        return self.issue.title

    @property
    def place(self) -> str | None:
        """Where it is."""
        return self.issue.place

    @property
    def source(self) -> str:
        """Where the matter was met: seen, heard, asked, else the entry's kind."""
        return self.issue.source or self.kind

    @property
    def is_open(self) -> bool:
        """Whether it still counts as open in a balance; a parked issue does."""
        return self.state != "closed"

    @property
    def overdue(self) -> bool:
        """Whether it is open, not parked, and its due date has passed."""
        return self.state == "open" and self.due is not None and self.due < self.day

    @property
    def days_open(self) -> int:
        """Calendar days since it was raised; of a closed issue up to its closing."""
        return ((self.closed or self.day) - self.raised).days


class _Life:
    """An issue while its lines are applied one by one."""

    __slots__ = (
        "category", "closed", "closings", "contacted", "due", "followed_up", "outcome", "owner", "parked",
        "reopenings", "satisfaction", "solved_days", "tier",
    )  # fmt: skip

    def __init__(self, issue: Issue) -> None:
        self.tier = issue.tier
        self.category = issue.category
        self.owner = issue.owner
        self.due = issue.due
        self.parked = False
        self.outcome: str | None = None
        self.closed: date | None = None
        self.contacted: date | None = None
        self.followed_up: date | None = None
        self.satisfaction: str | None = None
        self.closings: tuple[date, ...] = ()
        self.reopenings: tuple[date, ...] = ()
        self.solved_days: tuple[date, ...] = ()

    def apply(self, line: Progress, on: date) -> None:
        """Let one line take effect on the day it counts from."""
        verb = VERBS[line.verb]
        if verb.answers and self.contacted is None:
            self.contacted = on
        if verb.outcome is not None:
            self._close(verb.outcome, on)
        elif verb.id == "reopen":
            self._reopen(on)
        elif line.argument is not None:
            self._set(verb, line.argument, on)

    def _close(self, outcome: str, on: date) -> None:
        if self.outcome is None:
            self.closings += (on,)
        if outcome == "solved":
            self.solved_days += (on,)
        self.outcome, self.closed, self.parked = outcome, on, False

    def _reopen(self, on: date) -> None:
        if self.outcome is not None:
            self.reopenings += (on,)
        self.outcome = self.closed = None
        self.parked = False

    def _set(self, verb: Verb, argument: str, on: date) -> None:
        if verb.id in MOVES_DUE:
            self._move_due(verb.id, argument)
        elif verb.sets is not None:
            setattr(self, verb.sets, argument)
        if verb.id == "escalate":
            self.tier = "large"
        elif verb.id == "followup":
            self.followed_up = on

    def _move_due(self, verb: str, argument: str) -> None:
        if self.outcome is None:
            self.due, self.parked = date.fromisoformat(argument), verb == "park"

    def waits(self, day: date) -> bool:
        """Whether it is parked on ``day``; the review date itself still counts as parked."""
        return self.parked and self.due is not None and day <= self.due

    def state(self, day: date) -> str:
        """``open``, ``parked`` or ``closed``."""
        if self.outcome is not None:
            return "closed"
        return "parked" if self.waits(day) else "open"


def effective_lines(issue: Issue, entry: Entry) -> list[Progress]:
    """The lines in the order they apply: by date, equal dates in file order.

    A line dated before its entry is an error in the diary and sorts as if dated on the entry's date; the line
    itself is handed back as written.
    """
    lines = list(issue.progress)
    if len(lines) > 1:
        lines.sort(key=lambda line: max(line.date, entry.date))
    return lines


def lines_until(issue: Issue, entry_date: date, day: date) -> list[Progress]:
    """The lines in effect on ``day``, in the order they apply, as written."""
    lines = [line for line in issue.progress if max(line.date, entry_date) <= day]
    lines.sort(key=lambda line: max(line.date, entry_date))
    return lines


def fold_issue(issue: Issue, entry: Entry, day: date, community: Community) -> IssueState:
    """The issue as it stands on ``day`` (which must not be before its entry)."""
    life = _Life(issue)
    raised = entry.date
    for line in effective_lines(issue, entry):
        on = line.date if line.date > raised else raised
        if on > day:
            break
        life.apply(line, on)
    return IssueState(
        issue, entry.path, entry.kind, raised, day, life.state(day), life.outcome, life.closed,
        life.contacted, life.tier, life.category, life.owner, life.due, life.satisfaction,
        community.bucket_of(life.category), life.closings, life.reopenings, life.solved_days,
        life.followed_up,
    )  # fmt: skip


def as_on(state: IssueState, day: date, community: Community) -> IssueState:
    """The same issue as it stood on another day, which must not be before its entry."""
    entry = Entry(state.raised, state.kind, path=state.entry)
    return fold_issue(state.issue, entry, day, community)


def fold_entries(entries: Iterable[Entry], day: date, community: Community) -> list[IssueState]:
    """Every issue raised up to ``day``, as it stood that day, in the order of the entries."""
    return [
        fold_issue(issue, entry, day, community) for entry in entries if entry.date <= day for issue in entry.issues
    ]


def progress_warnings(issue: Issue, entry: Entry) -> list[tuple[str, Progress]]:
    """Lines that do not do what they look like, each with its problem code.

    ``progress-close-closed``: a closing of a closed issue; ``progress-reopen-open``: a reopening of an issue
    neither closed nor parked; ``progress-no-effect``: a new due date for a closed issue.
    """
    life = _Life(issue)
    found: list[tuple[str, Progress]] = []
    for line in effective_lines(issue, entry):
        on = max(line.date, entry.date)
        code = _warning(life, line, on)
        if code is not None:
            found.append((code, line))
        life.apply(line, on)
    return found


def _warning(life: _Life, line: Progress, on: date) -> str | None:
    if life.outcome is None:
        return "progress-reopen-open" if line.verb == "reopen" and not life.waits(on) else None
    if VERBS[line.verb].outcome is not None:
        return "progress-close-closed"
    return "progress-no-effect" if line.verb in MOVES_DUE else None
