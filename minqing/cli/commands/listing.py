"""``minqing list``: the open issues, or those a filter finds."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from minqing.cli.commands.common import ONLY_OPEN, category_names, day_asked, state_word, tell_left_out
from minqing.cli.context import Context
from minqing.domain.fold import IssueState
from minqing.messages import language, say
from minqing.reports.document import Block, Column, Line, Row, Table


def list_issues(context: Context, terms: Sequence[str], *, as_of: str | None, as_json: bool) -> int:
    """Show the issues that all ``terms`` find on the day asked, most urgent first.

    Raises ``MinqingError`` for a filter that cannot be read.
    """
    from minqing.text.filters import parse_filters, sort_by_urgency

    diary, day = context.diary, day_asked(context, as_of)
    wanted = parse_filters(terms, day, diary.workspace.community)
    states = diary.states(day, ONLY_OPEN if wanted.default_state == "open" else None)
    found = sort_by_urgency(s for s in states if wanted.matches(s))
    if as_json:
        from minqing.reports.issue_json import issue_dict

        issues = [issue_dict(s) for s in found]
        context.screen.json({"schema": 1, "today": day.isoformat(), "issues": issues})
    else:
        context.screen.draw(_blocks(found, bool(terms)))
        if not found:
            _tell_meant(context, terms, day)
    return tell_left_out(context)


def _blocks(found: list[IssueState], filtered: bool) -> list[Block]:
    if not found:
        return [Line(say("list.none-filtered" if filtered else "list.none"))]
    return [issue_table(found), Line(_footer(found), "dim")]


def _tell_meant(context: Context, terms: Sequence[str], day: date) -> None:
    """Tell how a filter is typed where words alone found nothing."""
    from minqing.text.filter_hints import meant_by

    for typed, key, value in meant_by(terms, day, context.workspace.community):
        named = key.zh if language() == "zh" else key.id
        context.screen.message(say("list.meant", typed=typed, key=named, value=value))


def _footer(found: list[IssueState]) -> str:
    overdue = sum(s.overdue for s in found)
    parked = sum(s.state == "parked" for s in found)
    return say("list.footer", count=len(found), overdue=overdue, parked=parked)


def issue_table(states: Sequence[IssueState]) -> Table:
    """The usual table of issues: number, due date, tier, matter, who is responsible, state."""
    titles = ("id", "due", "tier", "title", "owner", "state")
    columns = tuple(Column(say(f"list.{t}"), flexible=t in ("title", "owner")) for t in titles)
    return Table(columns, tuple(_row(s) for s in states))


def _row(state: IssueState) -> Row:
    cells = (
        state.id,
        state.due.isoformat() if state.due else "-",
        say(f"words.{state.tier}") if state.tier else "-",
        _matter(state),
        state.owner or "-",
        _state(state),
    )
    return Row(cells, tone_of(state))


def _matter(state: IssueState) -> str:
    if state.place and state.place not in state.title:
        return f"{state.title} ({state.place})"
    return state.title


def _state(state: IssueState) -> str:
    if state.overdue and state.due:
        return say("list.overdue-days", days=(state.day - state.due).days)
    return state_word(state)


def tone_of(state: IssueState) -> str:
    """The tone a whole row is shown in: overdue stands out, closed and parked step back."""
    if state.overdue:
        return "bad"
    return "plain" if state.state == "open" else "dim"


def category_of(context: Context, state: IssueState) -> str:
    """The present category's name."""
    return category_names(context).get(state.category or "", say("words.none"))
