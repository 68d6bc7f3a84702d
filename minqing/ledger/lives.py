"""How a matter went on, from the cells that tell of it: the lines of progress, without contradiction or refused."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date

from minqing.domain.fold import IssueState, fold_issue
from minqing.domain.model import Entry, Issue, Progress
from minqing.domain.values import dataclass, replace
from minqing.ledger.handling import own_lines, safe, told_lines
from minqing.ledger.rows import Ground
from minqing.ledger.words import is_settled_word, sounds_settled
from minqing.text.synonyms import CLOSED, DUPLICATE, OPEN, PARKED, REFERRED, WITHDRAWN

Tell = Callable[[str, str, str], None]
"""Takes a code, the field and what stands there."""


@dataclass(frozen=True, slots=True)
class Life:
    """What the cells of a row say: the text of the handling, the state, the days.

    ``own``: the ledger was made by this program. ``has_state``: a column tells the state, so that an empty cell means
    open.
    """

    day: date
    handling: str = ""
    state: str | None = None
    contacted: date | None = None
    closed: date | None = None
    due: date | None = None
    satisfied: str | None = None
    followed_up: date | None = None
    own: bool = False
    has_state: bool = False
    categories: Mapping[str, str] = {}


ENDINGS = {CLOSED: "close", REFERRED: "refer", DUPLICATE: "withdraw", WITHDRAWN: "withdraw"}
"""The verb that closes a matter so; a duplicate whose first one is not named is withdrawn with that word."""


def lines_of(issue: Issue, life: Life, ground: Ground, wrong: Tell, note: Tell) -> Issue:
    """``issue`` with the lines of its life. What cannot be is told to ``wrong``, what was assumed to ``note``."""
    for field in ("contacted", "closed", "followed_up"):
        _check_day(life, field, ground.today, wrong)
    own = own_lines(life.handling, life.categories) if life.handling or life.own else None
    if own is None:
        return _told(issue, life, ground, wrong, note)
    if any(line.date < life.day for line in own):
        wrong("before-raised", "handling", str(min(line.date for line in own)))
    return _completed(replace(issue, progress=own), life, ground, wrong, note)


def _check_day(life: Life, field: str, today: date, wrong: Tell) -> None:
    day = getattr(life, field)
    if day and day < life.day:
        wrong("before-raised", field, str(day))
    elif day and day > today:
        wrong("future", field, str(day))


def _told(issue: Issue, life: Life, ground: Ground, wrong: Tell, note: Tell) -> Issue:
    """A text in an office's own words: notes on their days, the last of them the closing where it is closed."""
    state = _state(life)
    otherwise = life.closed or life.contacted or life.day
    lines, undated = told_lines(life.handling, life.day, ground.today, otherwise)
    if undated and state == OPEN and not life.contacted:
        note("handled-when", "handling", str(otherwise))
    if state == OPEN and not life.has_state and sounds_settled(life.handling):
        note("sounds-settled", "handling", "")
    if any(line.date < life.day for line in lines):
        wrong("before-raised", "handling", str(min(line.date for line in lines)))
    ends = state in ENDINGS
    day = life.closed or (lines[-1].date if lines else life.contacted or life.day)
    last = lines[-1].text if ends and lines and lines[-1].date == day else ""
    kept = lines[:-1] if last else lines
    issue = replace(issue, progress=tuple(safe(line) for line in kept))
    if ends and not life.closed:
        note("closed-when", "state" if life.has_state else "handling", str(day))
    return _completed(issue, life, ground, wrong, note, last)


def _state(life: Life) -> str:
    """What the cells say: a day of closing without a word means closed, and so does 已解决 as the whole handling,
    where no column tells the state."""
    told = not life.has_state and not life.own and is_settled_word(life.handling)
    return life.state or (CLOSED if life.closed or told else OPEN)


def _completed(issue: Issue, life: Life, ground: Ground, wrong: Tell, note: Tell, last: str = "") -> Issue:
    """The lines that the other cells add to those there are; refused where they contradict."""
    state = _state(life)
    if state == OPEN and life.closed and life.state:
        wrong("open-and-closed", "closed", str(life.closed))
        return issue
    answered = _now(issue, life, ground).contacted
    if life.contacted and (answered is None or answered > life.contacted):
        issue = _with(issue, Progress(life.contacted, "contact"))
    now = _now(issue, life, ground)
    if state in ENDINGS and now.is_open:
        issue = _with(issue, _ending(issue, life, state, last))
    elif state == OPEN and not now.is_open and (life.state or life.own):
        wrong("handled-but-open", "state", life.state or "")
    elif state == PARKED:
        issue = _parked(issue, life, now, note)
    return _followed_up(issue, life, ground)


def _now(issue: Issue, life: Life, ground: Ground) -> IssueState:
    return fold_issue(issue, Entry(life.day), ground.today, ground.community)


def _with(issue: Issue, line: Progress) -> Issue:
    """A further line, behind those of its day."""
    at = next((n for n, other in enumerate(issue.progress) if other.date > line.date), len(issue.progress))
    return replace(issue, progress=(*issue.progress[:at], line, *issue.progress[at:]))


def _ending(issue: Issue, life: Life, state: str, last: str) -> Progress:
    day = life.closed or max((line.date for line in issue.progress), default=life.contacted or life.day)
    verb = ENDINGS[state]
    if state == DUPLICATE:
        last = f"重复;{last}".rstrip(";")
    return Progress(day, verb, _body(issue) if verb == "refer" else None, last)


def _body(issue: Issue) -> str:
    """Whom a matter was handed to, as one word."""
    owner = (issue.owner or "").split()
    return owner[0].rstrip(":：,，。") if len(owner) == 1 else "有关部门"


def _parked(issue: Issue, life: Life, now: IssueState, note: Tell) -> Issue:
    """Waiting for outside conditions, to be looked at again on the due day; without one it cannot wait."""
    if now.state == "parked" or (now.due == life.due is not None and any(p.verb == "park" for p in issue.progress)):
        return issue
    day = max((line.date for line in issue.progress), default=life.day)
    if life.due is None or life.due < day:
        note("parked-until", "state", "")
        return _with(issue, safe(Progress(day, "note", None, "挂账,台账没有写复查日期")))
    return _with(issue, Progress(day, "park", life.due.isoformat()))


def _followed_up(issue: Issue, life: Life, ground: Ground) -> Issue:
    if not life.satisfied or _now(issue, life, ground).satisfaction == life.satisfied:
        return issue
    last = max((line.date for line in issue.progress), default=life.day)
    return _with(issue, Progress(life.followed_up or last, "followup", life.satisfied))
