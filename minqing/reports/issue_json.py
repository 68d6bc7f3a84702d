"""Issues as programs read them: the keys are a promise, see ``list --json`` in the contract."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from decimal import Decimal
from typing import Any

from minqing.domain.fold import IssueState, lines_until
from minqing.domain.model import Entry, Issue, Progress


def issue_dict(state: IssueState) -> dict[str, Any]:
    """One issue as of the day it was folded to; dates are ISO texts, absent values ``None``.

    ``progress`` holds the lines in effect that day, in the order they apply.
    """
    issue = state.issue
    return {
        "id": issue.id,
        "title": issue.title,
        "place": issue.place,
        "reporter": issue.reporter,
        "source": state.source,
        "category": state.category,
        "bucket": state.bucket,
        "tier": state.tier,
        "state": state.state,
        "owner": state.owner,
        "raised": state.raised.isoformat(),
        "due": day_text(state.due),
        "overdue": state.overdue,
        "days_open": state.days_open,
        "contacted": day_text(state.contacted),
        "closed": day_text(state.closed),
        "outcome": state.outcome,
        "satisfaction": state.satisfaction,
        "households": issue.households,
        "cost": number(issue.cost),
        "ticket": issue.ticket,
        "photos": list(issue.photos),
        "walk": state.entry,
        "line": issue.line,
        "progress": [progress_dict(line) for line in lines_until(issue, state.raised, state.day)],
    }


def issue_dicts(states: Iterable[IssueState]) -> list[dict[str, Any]]:
    """Several issues, in the order given."""
    return [issue_dict(state) for state in states]


def progress_dict(line: Progress) -> dict[str, Any]:
    """One line of progress; the verb and arguments from a fixed list are the English words."""
    return {
        "date": line.date.isoformat(),
        "verb": line.verb,
        "argument": line.argument,
        "text": line.text,
    }


def entry_dict(entry: Entry) -> dict[str, Any]:
    """The facts of one entry and its body; its issues are given beside it."""
    facts = ("kind", "time", "weather", "route", "steps", "cleaned", "body")
    return {
        "path": entry.path,
        "date": entry.date.isoformat(),
        **{name: getattr(entry, name) for name in facts},
        "km": number(entry.km),
        **{name: list(getattr(entry, name)) for name in ("walkers", "companions", "visits")},
    }


def draft_dict(entry: Entry) -> dict[str, Any]:
    """An entry that is not written yet: its facts, and its issues as they would be written."""
    facts = {**entry_dict(entry), "path": None}
    return {"entry": None, "facts": facts, "issues": [raised_dict(issue) for issue in entry.issues]}


def raised_dict(issue: Issue) -> dict[str, Any]:
    """An issue's fields as it is raised."""
    names = ("id", "title", "place", "reporter", "source", "category", "tier", "owner", "households", "ticket")
    return {
        **{name: getattr(issue, name) for name in names},
        "due": day_text(issue.due),
        "progress": [progress_dict(line) for line in issue.progress],
    }


def day_text(day: date | None) -> str | None:
    """A date as ISO text."""
    return day.isoformat() if day is not None else None


def number(value: Decimal | float | None) -> int | float | None:
    """A number for JSON: an integer where it is whole. Sums are exact decimals up to here."""
    if value is None:
        return None
    whole = int(value)
    return whole if whole == value else float(value)
