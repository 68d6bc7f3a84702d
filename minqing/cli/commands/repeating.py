"""Saying that what was just written came up before, where nobody is asked: a line on stderr, a key of the JSON."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from typing import TYPE_CHECKING

from minqing.cli.commands.common import ONLY_OPEN
from minqing.cli.context import Context
from minqing.domain.ids import number_of
from minqing.domain.model import Entry, Issue
from minqing.messages import say
from minqing.text.normal import folded
from minqing.text.values import day_of_id

if TYPE_CHECKING:
    from minqing.classify.notes.paste import Notes
    from minqing.classify.repeats import Earlier, Repeat
    from minqing.cli.commands.entries import Draft
    from minqing.domain.fold import IssueState

SHOWN = 5
"""How many of a kind are told one by one of what is written, and how many more there are; of a trial all of them."""


def _tell(context: Context, said: Sequence[str], *, written: bool = True) -> None:
    shown = said if not written or len(said) <= SHOWN + 1 else said[:SHOWN]
    for text in shown:
        context.screen.message(text)
    if len(said) > len(shown):
        context.screen.message(say("asking.more-alike", count=len(said) - len(shown)))


def repeats_among(context: Context, issues: Sequence[Issue]) -> dict[str, Repeat]:
    """The earlier issues of each new one that has any, by the new one's id."""
    return _of(context.earlier, issues, {issue.id for issue in issues})


def _of(earlier: Earlier, issues: Sequence[Issue], new: Collection[str] = ()) -> dict[str, Repeat]:
    found = {issue.id: earlier.of(issue.title, issue.place, day_of_id(issue.id), new) for issue in issues}
    return {id: repeat for id, repeat in found.items() if repeat}


def twins(context: Context, issues: Sequence[Issue]) -> list[tuple[Issue, Issue]]:
    """The pairs of one paste that tell the same matter at the same place: the first one and its double."""
    from minqing.classify.repeats import Earlier
    from minqing.domain.fold import fold_issue

    days = [day_of_id(issue.id) for issue in issues]
    community = context.workspace.community
    told = zip(issues, days, strict=True)
    among = Earlier(fold_issue(issue, Entry(day), day, community) for issue, day in told)
    firsts = (among.first(one.title, one.place, days[n], before=n) for n, one in enumerate(issues))
    return [(issues[first], issue) for first, issue in zip(firsts, issues, strict=True) if first is not None]


def same_tickets(context: Context, issues: Iterable[Issue]) -> list[tuple[Issue, Issue]]:
    """Each of ``issues`` that has the 12345 ticket of an earlier one, behind that one."""
    told = [issue for issue in issues if issue.ticket]
    if not told:
        return []
    new = {issue.id for issue in told}
    first: dict[str, Issue] = {}
    standing = (s for s in context.diary.standing(context.today) if s.issue.ticket and s.outcome != "duplicate")
    there = sorted((s.issue for s in standing if s.id not in new), key=lambda issue: number_of(issue.id))
    for issue in (*there, *told):
        first.setdefault(folded(issue.ticket or ""), issue)
    found = ((first[folded(issue.ticket or "")], issue) for issue in told)
    return [(one, issue) for one, issue in found if one is not issue]


def tell_same_tickets(context: Context, issues: Iterable[Issue], *, written: bool = True) -> None:
    """One line for each issue whose ticket an earlier one has: often it is that one's next step."""
    told = []
    for first, issue in same_tickets(context, issues):
        said = say("asking.same-ticket", ticket=issue.ticket, first=first.id, title=first.title)
        told.append(
            said + say("asking.ticket-twin" if written else "asking.ticket-follow", id=issue.id, first=first.id)
        )
    _tell(context, told, written=written)


def tell_repeats(context: Context, issues: Sequence[Issue], *, written: bool = True) -> None:
    """One line for each that came up before, and one for each that stands twice in what was just read.

    ``written`` is false for what is only shown yet.
    """
    from minqing.cli.talk.repeats import repeat_line

    titles = {issue.id: issue.title for issue in issues}
    repeats = repeats_among(context, issues) if written else _of(context.earlier, issues)
    lines = [say("asking.repeat-of", title=titles[id], line=repeat_line(found)) for id, found in repeats.items()]
    _tell(context, lines, written=written)
    pairs = []
    for first, double in twins(context, issues):
        command = say("asking.is-twin", id=double.id, first=first.id) if written else ""
        pairs.append(say("asking.twins", title=double.title, first=first.title) + command)
    _tell(context, pairs, written=written)
    tell_same_tickets(context, issues, written=written)


def with_news_told(context: Context, notes: Notes, text: str) -> Notes:
    """Notes, read from ``text``, of which what is news of an open matter of the diary is no matter of its own."""
    from minqing.classify.notes.news import with_news

    day = notes.date or context.today

    def standing() -> list[IssueState]:
        standing = context.diary.standing(context.today, ONLY_OPEN)
        return [state for state in standing if state.is_open and state.raised <= day]

    return with_news(notes, text, standing, context.workspace.community)


def tell_news(context: Context, drafts: Iterable[Draft]) -> None:
    """One line for each line of the notes that is news of an earlier matter: which one, and how it is noted there.

    All of them are told: each waits for its command.
    """
    told = [news for draft in drafts if draft.notes for news in draft.notes.news]
    for news in told:
        verbs = [say(f"words.{verb}") for verb in (("close", "note") if news.ended else ("note", "close"))]
        said = say(
            "asking.news", line=news.line, text=news.text, id=news.id, title=news.title, likely=verbs[0], other=verbs[1]
        )
        context.screen.message(said)


def news_json(drafts: Iterable[Draft]) -> Mapping[str, object]:
    """``news``: each line that belongs to an earlier matter, with that one's id; ``ended``: it says that it is over."""
    told = [news for draft in drafts if draft.notes for news in draft.notes.news]
    return {"news": [{"line": n.line, "text": n.text, "issue": n.id, "ended": n.ended} for n in told]}


def repeats_json(context: Context, issues: Sequence[Issue], *, written: bool = True) -> Mapping[str, object]:
    """``repeats``: for each new issue that came up before the number of this time, and the earlier ids.

    ``alike``: the pairs of new issues that tell the same matter. ``tickets``: those that have an earlier one's ticket.
    """
    found_before = repeats_among(context, issues) if written else _of(context.earlier, issues)
    return {
        "alike": [{"issue": double.id, "first": first.id} for first, double in twins(context, issues)],
        "repeats": [
            {
                "issue": id,
                "count": found.count,
                "earlier": [state.id for state in found.states],
                "open": [state.id for state in found.states if state.is_open],
            }
            for id, found in found_before.items()
        ],
        "tickets": [{"issue": issue.id, "first": first.id} for first, issue in same_tickets(context, issues)],
    }
