"""What is told to residents: the notice for a building's door, and the sentence that answers one of them. As data.

Both are masked: a door is read by everybody, and an answer is passed on.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterable
from datetime import date

from minqing.domain.fold import IssueState, lines_until
from minqing.domain.model import Progress
from minqing.domain.period import Period
from minqing.domain.values import dataclass
from minqing.reports.masking import masked_issue
from minqing.reports.media.printed import as_told
from minqing.text.normal import folded
from minqing.text.search import compared

BEHIND = {"open": "promise", "parked": "park", "solved": "close", "referred": "refer", "withdrawn": "withdraw"}
"""The line whose words tell a resident how an issue stands: what was done, promised or waited for.

The words of all other lines (跟进, 联系, 交办, 吹哨, 上报) are the committee's to itself and to other bodies, quoted
to nobody; whom it called to the spot and who is at it is told by name.
"""

_SPEECH = re.compile(
    r"(?P<who>[^,，。;；:：]{1,16}?)们?[都又也还来]*"
    r"(?:说(?!话|不[了清出上明])|反映(?!强烈|很|大,)|反应(?![慢迟快过灵强很]|大,)|提到|讲(?![座课究话])|称(?![体重呼])|投诉(?!无门|电话)|抱怨)"
    r"[,，:：]?(?P<said>.{4,})"
)

UNTOLD = ("withdrawn", "duplicate")
"""Outcomes of what never was a matter of its own."""


@dataclass(frozen=True, slots=True)
class Matter:
    """One matter as residents are told it: when it was raised, what was said, how it stands, what was done.

    ``title`` is a sentence without who said it and to whom; ``last`` what was done, promised or is waited for, never an
    internal note.
    ``state`` is the outcome of a closed one, else ``open`` or ``parked``; ``closed`` and ``due`` are days, ``called``
    the bodies called to the spot last. A due date that has passed is none: nobody is told to expect something on a
    day gone by.
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
    called: str | None = None


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
    """Whether an issue is at ``building`` (5号楼 is 五号楼 and not 15号楼)."""
    place, name = compared(folded(state.place or state.title), folded(building))
    return re.search(rf"(?<![0-9a-z]){re.escape(name)}", place) is not None


def matter(state: IssueState, staff: Collection[str] = ()) -> Matter:
    """An issue as it is told to residents, masked."""
    shown = masked_issue(state, staff)
    lines = _since_reopened(lines_until(shown.issue, shown.raised, shown.day))
    return Matter(
        raised=shown.raised,
        title=_said(as_told(shown.title), shown.issue.reporter),
        state=shown.outcome or shown.state,
        last=_done(
            _newest(_still_true(lines, shown), BEHIND.get(shown.outcome or shown.state), lambda line: line.text)
        ),
        closed=shown.closed,
        due=shown.due if shown.due and shown.due >= shown.day else None,
        owner=shown.owner,
        place=shown.place,
        reporter=shown.issue.reporter,
        called=_newest(lines, "whistle", lambda line: line.argument or "") or None if shown.state == "open" else None,
    )


def _said(title: str, reporter: str | None) -> str:
    """What the resident said, without who it was: 「8号楼的阿姨说晒不到阳光」 is 「晒不到阳光」."""
    found = _SPEECH.fullmatch(title)
    return found["said"] if found and reporter and found["who"].endswith(reporter[-2:]) else title


def _done(text: str) -> str:
    """What was done, as the middle of a sentence."""
    return as_told(text).rstrip("!！")


def _still_true(lines: list[Progress], state: IssueState) -> list[Progress]:
    """The lines without promises for a day that has passed or was put off: their words name that day, too."""
    due = state.due.isoformat() if state.due and state.due >= state.day else None
    return [line for line in lines if line.verb != "promise" or line.argument == due]


def _newest(lines: list[Progress], verb: str | None, of: Callable[[Progress], str]) -> str:
    return next((text for line in reversed(lines) if line.verb == verb and (text := of(line))), "")


def _since_reopened(lines: list[Progress]) -> list[Progress]:
    """What was said before a reopening is told to nobody: "repaired" is not so any more."""
    reopened = [at for at, line in enumerate(lines) if line.verb == "reopen"]
    return lines[reopened[-1] + 1 :] if reopened else lines
