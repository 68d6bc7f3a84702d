"""``minqing list``: the open issues, or those a filter finds."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from minqing.cli.commands.common import ONLY_OPEN, category_names, day_asked, state_word, tell_left_out
from minqing.cli.context import Context
from minqing.domain.fold import IssueState
from minqing.messages import language, say
from minqing.reports.document import Block, Column, Line, Row, Table
from minqing.text.normal import width


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
        context.screen.draw(_blocks(context, found, bool(terms)))
        if not found:
            _tell_meant(context, terms, day)
    return tell_left_out(context)


def _blocks(context: Context, found: list[IssueState], filtered: bool) -> list[Block]:
    if not found:
        return [Line(say("list.none-filtered" if filtered else "list.none"))]
    return [*issue_blocks(context, found), Line(_footer(found), "dim")]


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


def issue_blocks(context: Context, states: Sequence[IssueState]) -> Sequence[Block]:
    """Issues as a table; in a narrow terminal as one that leaves room for the matter, or as some lines each."""
    from minqing.cli.drawing import ROOMY, SQUEEZED, as_lines, column_widths

    columns, table = context.screen.columns, issue_table(states)
    if not columns:
        return (table,)
    longest = max(width(row.cells[MATTER]) for row in table.rows)
    for tried, enough in ((table, ROOMY), (issue_table(states, NARROW), SQUEEZED)):
        if column_widths(tried, columns)[MATTER] >= min(enough, longest):
            return (tried,)
    return tuple(as_lines(issue_table(states, LINES).rows, columns))


WIDE = ("id", "due", "tier", "title", "owner", "state")
NARROW = ("id", "due_state", "tier", "title", "owner")
LINES = ("id", "title", "due", "tier", "owner", "state")
"""What is told of an issue: in a table, in one without a column for the state, and in some lines."""

MATTER = WIDE.index("title")
"""Where the matter stands in a table of issues, a wide or a narrow one."""

MOST = {"owner": 10}
"""Columns that a part keeps to where there is not room for all."""


def issue_table(states: Sequence[IssueState], told: Sequence[str] = WIDE) -> Table:
    """The usual table of issues: number, due date, tier, matter, who is responsible, state."""
    columns = tuple(_column(part) for part in told)
    closed = any(s.closed for s in states)
    return Table(columns, tuple(_row(s, told, closed) for s in states))


def _column(part: str) -> Column:
    title = say(f"list.{part.partition('_')[0]}")
    return Column(title, flexible=part in ("title", "owner"), most=MOST.get(part, 0))


def _row(state: IssueState, told: Sequence[str], among_closed: bool) -> Row:
    """A row of ``told``; that a matter is being worked on goes without saying where none is closed."""
    due = state.due.isoformat() if state.due else "-"
    brief = f"{state.due:%m-%d}" if state.due and state.due.year == state.day.year else due
    told_of = among_closed or state.overdue or state.state != "open"
    parts = {
        "id": state.id,
        "due": due,
        "tier": say(f"words.{state.tier}") if state.tier else "-",
        "title": _matter(state),
        "owner": state.owner or "-",
        "state": _state(state),
        "due_state": f"{brief} {_state(state)}" if told_of else brief,
    }
    return Row(tuple(parts[part] for part in told), tone_of(state))


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
