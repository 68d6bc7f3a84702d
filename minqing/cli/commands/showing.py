"""``minqing show``: one issue with its whole story, or a day."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from minqing.cli.commands.common import day_asked, state_word, tell_left_out, the_issue
from minqing.cli.commands.listing import category_of, issue_blocks
from minqing.cli.context import Context
from minqing.domain.errors import NOT_FOUND, MinqingError
from minqing.domain.fold import IssueState, as_on, lines_until
from minqing.domain.model import Entry, Progress
from minqing.messages import say
from minqing.reports.document import Block, Heading, Line
from minqing.reports.words import progress_in_words


def show_what(context: Context, words: Sequence[str], *, as_of: str | None, as_json: bool) -> int:
    """Show the issue or the day that ``words`` name.

    A date is a day, unless it also is the short form of an issue. Raises ``MinqingError`` (exit 3) when it is
    neither.
    """
    what = " ".join(words)
    day = _as_day(context, what)
    if day is not None:
        return _show_day(context, day, as_of, as_json)
    return _show_issue(context, what, as_of, as_json)


def _as_day(context: Context, what: str) -> date | None:
    from minqing.text.dates import parse_day
    from minqing.text.naming import is_id, typed_number

    if is_id(what):
        return None
    try:
        return parse_day(what, context.today, prefer="past")
    except MinqingError as error:
        if error.code == "dates.no-such-day" and typed_number(what) is None:
            raise
        return None


def _show_issue(context: Context, what: str, as_of: str | None, as_json: bool) -> int:
    from minqing.reports.issue_json import issue_dict

    named = the_issue(context, what, "any")
    state = _as_of(context, named, as_of) if as_of is not None else named
    if as_json:
        issue = issue_dict(state)
        context.screen.json({"schema": 1, "today": state.day.isoformat(), "issue": issue, "issues": [issue]})
    else:
        context.screen.draw(_story(context, state))
    return tell_left_out(context)


def _as_of(context: Context, named: IssueState, as_of: str) -> IssueState:
    day = day_asked(context, as_of)
    if day < named.raised:
        raise MinqingError("show.not-yet", NOT_FOUND, id=named.id, day=day, raised=named.raised)
    return as_on(named, day, context.diary.workspace.community)


CARDS = "private/contacts.txt"
"""Without this file there are no contact cards."""

FACTS = ("place", "reporter", "source", "category", "tier", "owner", "due", "households", "cost", "ticket", "photos")
"""What is shown of an issue above its story, in this order, where it is known."""


def _story(context: Context, state: IssueState) -> list[Block]:
    blocks: list[Block] = [Heading(f"{state.id}  {state.title}"), Line(_standing(state), _tone(state))]
    for name in FACTS:
        value = _fact(context, state, name)
        if value:
            blocks.append(Line(say("show.fact", name=say(f"show.{name}"), value=value), indent=2))
    blocks += [Line(say("cards.shown", card=card), indent=2) for card in _cards(context, state)]
    blocks.append(Line(f"{state.entry}:{state.issue.line}", "dim", 2))
    blocks += [Line(""), Heading(say("show.progress"), 2)]
    community = context.workspace.community
    blocks.append(Line(say("show.raised-line", day=state.raised), indent=2))
    blocks += [Line(progress_in_words(p, community), indent=2) for p in _lines(state)]
    for line in _still_to_come(context, state):
        blocks.append(Line(say("show.to-come", line=progress_in_words(line, community)), "dim", 2))
    return blocks


def _cards(context: Context, state: IssueState) -> list[str]:
    """The contact cards of whoever raised it: on the screen of this computer, never in JSON."""
    if not (context.root / CARDS).exists():
        return []
    from minqing.cli.commands.cards import lines_for

    return lines_for(context, state)


def _lines(state: IssueState) -> list[Progress]:
    return lines_until(state.issue, state.raised, state.day)


def _still_to_come(context: Context, state: IssueState) -> list[Progress]:
    """Lines dated after today: they are written and in no figure yet. None of a past day that is looked back on."""
    if state.day < context.today:
        return []
    return [p for p in state.issue.progress if p.date > state.day]


def _standing(state: IssueState) -> str:
    said = state_word(state)
    if state.closed:
        return say("show.closed", state=said, closed=state.closed, days=state.days_open)
    if state.overdue and state.due:
        return say("show.overdue", state=said, late=(state.day - state.due).days, days=state.days_open)
    return say("show.open", state=said, days=state.days_open)


def _tone(state: IssueState) -> str:
    if state.overdue:
        return "bad"
    return "good" if state.outcome == "solved" else "plain"


def _fact(context: Context, state: IssueState, name: str) -> str:
    if name == "category":
        return category_of(context, state) if state.category else ""
    if name == "tier":
        return say(f"words.{state.tier}") if state.tier else ""
    if name == "source":
        return say(f"words.{state.source}")
    if name == "photos":
        return "、".join(state.issue.photos)
    value = getattr(state, name, None) if name in ("owner", "due", "place") else getattr(state.issue, name)
    return "" if value is None else str(value)


def _show_day(context: Context, day: date, as_of: str | None, as_json: bool) -> int:
    """A day: its diary pages, what was raised, and what was done on it."""
    asked = day_asked(context, as_of)
    entries = list(context.diary.entries(day, day)) if day <= asked else []
    states = list(context.diary.states(asked, day))
    raised = [s for s in states if s.raised == day]
    done = [(s, p) for s in states for p in _lines(s) if max(p.date, s.raised) == day]
    if not entries and not done:
        tell_left_out(context)
        raise MinqingError("show.nothing", NOT_FOUND, day=day)
    if as_json:
        context.screen.json(_day_dict(day, entries, raised, done))
    else:
        context.screen.draw(_day_blocks(context, day, entries, raised, done))
    return tell_left_out(context)


def _day_dict(
    day: date, entries: list[Entry], raised: list[IssueState], done: list[tuple[IssueState, Progress]]
) -> dict[str, object]:
    from minqing.reports.issue_json import entry_dict, issue_dict, progress_dict

    return {
        "schema": 1,
        "date": day.isoformat(),
        "entries": [entry_dict(e) for e in entries],
        "issues": [issue_dict(s) for s in raised],
        "progress": [{"issue": s.id, "title": s.title, **progress_dict(p)} for s, p in done],
    }


def _day_blocks(
    context: Context,
    day: date,
    entries: list[Entry],
    raised: list[IssueState],
    done: list[tuple[IssueState, Progress]],
) -> list[Block]:
    from minqing.cli.commands.entry_shown import walk_lines

    blocks: list[Block] = []
    for entry in entries:
        blocks += [*([Line("")] if blocks else []), *walk_lines(entry)]
    if raised:
        blocks += [Line(""), Heading(say("show.raised", count=len(raised)), 2), *issue_blocks(context, raised)]
    if done:
        blocks += [Line(""), Heading(say("show.done", count=len(done)), 2)]
        blocks += [
            Line(f"{s.id}  {s.title}: {progress_in_words(p, context.workspace.community)}", indent=2) for s, p in done
        ]
    return blocks
