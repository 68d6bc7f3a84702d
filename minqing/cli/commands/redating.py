"""The day of what was done to an issue, put right: ``minqing set 1116-3 close 11-13``."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import TYPE_CHECKING

from minqing.cli.commands.common import answer, not_far_off, the_issue_at_a_glance
from minqing.cli.commands.verbs import AMONG, still_there
from minqing.cli.context import Context
from minqing.domain.errors import MISUSE, NOT_FOUND, MinqingError
from minqing.domain.fold import IssueState, progress_warnings
from minqing.domain.model import Entry, Issue, Progress
from minqing.domain.values import dataclass, replace
from minqing.domain.verbs import VERBS
from minqing.messages import say, speaking
from minqing.text.normal import folded, one_line
from minqing.text.vocabulary import VERBS_BY_WORD

if TYPE_CHECKING:
    from minqing.history.change import Outcome

_BETWEEN = ("日期", "时间", "改成", "改为", "改到", "到", "为", "是", "应为", "应该是", "->", "→", "date", "day", "to")
"""Words that may stand between the verb and the day, and between two days."""


@dataclass(frozen=True, slots=True)
class Asked:
    """What was typed: an issue, a verb, and the days behind it."""

    issue: str
    verb: str
    days: tuple[str, ...]


def asked_day(words: Sequence[str]) -> Asked | None:
    """What ``set`` was typed with, where its second word is a verb of progress."""
    verb = VERBS_BY_WORD.get(folded(words[1])) if len(words) > 1 else None
    if verb is None:
        return None
    return Asked(words[0], verb, tuple(word for word in words[2:] if folded(word) not in _BETWEEN))


def put_day_right(context: Context, asked: Asked, as_json: bool) -> int:
    """Write the right day of the last line of a verb, or of the one that had the day which is named first.

    Raises ``MinqingError``: no such issue or line, no day, one before the issue was raised, and a day on which the line
    would change nothing.
    """
    closed = VERBS[asked.verb].outcome is not None or AMONG.get(asked.verb) == "closed"
    state = the_issue_at_a_glance(context, asked.issue, "closed" if closed else "any")
    was, day = _days(context, asked, state.id)
    line = _line(state, asked.verb, was)
    if day < state.raised:
        raise MinqingError("verbs.before-raised", id=state.id, raised=state.raised, day=day)
    said = say("correcting.day", verb=say(f"words.{asked.verb}"), was=line.date, day=day)
    if line.date == day:
        context.screen.message(say("verbs.already"))
        said = ""
    return _written(context, state, line, day, as_json, said)


def _days(context: Context, asked: Asked, id: str) -> tuple[date | None, date]:
    """The day that the line has, where two are typed, and the right one."""
    from minqing.text.dates import parse_day

    if not asked.days:
        raise MinqingError("correcting.no-day", MISUSE, id=id, verb=say(f"words.{asked.verb}"))

    def read(*words: str) -> date:
        return not_far_off(context, parse_day(" ".join(words), context.today, prefer="done"))

    try:
        return None, read(*asked.days)
    except MinqingError as refused:
        if len(asked.days) != 2 or refused.code != "dates.not-a-day":
            raise
    return read(asked.days[0]), read(asked.days[1])


def _line(state: IssueState, verb: str, was: date | None) -> Progress:
    """The line of a verb that is meant. Raises ``MinqingError`` naming the days there are."""
    lines = [line for line in state.issue.progress if line.verb == verb]
    meant = [line for line in lines if was in (None, line.date)]
    if meant:
        return max(meant, key=lambda line: (line.date, line.line))
    days = say("stats.list-comma").join(str(line.date) for line in lines)
    code = "correcting.no-line" if not lines else "correcting.other-days"
    raise MinqingError(code, NOT_FOUND, id=state.id, verb=say(f"words.{verb}"), day=was, days=days)


def _written(context: Context, state: IssueState, line: Progress, day: date, as_json: bool, said: str) -> int:
    from minqing.history.change import Outcome

    field = VERBS[line.verb].sets
    if not said:
        return answer(context, Outcome(), state.entry, [state.id], as_json, field=field)
    outcome = _carried(context, state, line, day, said)
    if day > context.today:
        context.screen.message(say("verbs.future", day=day))
    changed = {"changed": {"date": {"from": line.date.isoformat(), "to": day.isoformat()}}}
    return answer(context, outcome, state.entry, [state.id], as_json, [said], field, changed)


def _carried(context: Context, state: IssueState, line: Progress, day: date, said: str) -> Outcome:
    from minqing.cli.withheld import carry
    from minqing.history.change import Change, Write
    from minqing.text.correct import set_day
    from minqing.text.vocabulary import category_words
    from minqing.workspace.load import read_one

    workspace = context.workspace

    def plan() -> Change:
        reading = read_one(workspace, state.entry)
        entry, issue = still_there(reading.entry, state)
        if line not in issue.progress:
            raise MinqingError("cli.issue-gone", MISUSE, id=state.id, path=state.entry)
        _refuse_without_effect(issue, entry, line, day)
        new = set_day(reading, state.id, line, day, category_words(workspace.community))
        with speaking(context.file_language):
            subject = say("correcting.commit", name=state.id, facts=f"{said} {one_line(state.title)}")
        return Change("set", subject, (Write(state.entry, new),), (state.id,))

    return carry(context, plan)


def _refuse_without_effect(issue: Issue, entry: Entry, line: Progress, day: date) -> None:
    """Raise where the line, or one behind it, would change nothing any more."""
    at = issue.progress.index(line)
    moved = tuple(replace(one, date=day) if n == at else one for n, one in enumerate(issue.progress))
    had = [code for code, _ in progress_warnings(issue, entry)]
    for code, one in progress_warnings(replace(issue, progress=moved), entry):
        if code not in had:
            raise MinqingError("correcting.no-effect", MISUSE, id=issue.id, day=day, verb=say(f"words.{one.verb}"))
