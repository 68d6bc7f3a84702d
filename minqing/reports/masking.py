"""Issues and reports as they may be handed out: numbers, doors and full names masked, all figures as they were.

Staff are named in their office, as their names hang on the door of the building they look after; so whoever is
responsible stays, and names of ``staff`` stay in texts. The ticket stays: its number names a matter, not a person.
"""

from __future__ import annotations

from collections.abc import Collection
from typing import Any

from minqing.domain.fold import IssueState
from minqing.domain.model import Progress
from minqing.domain.values import replace
from minqing.reports.report import HotPlace, Repeat, Report
from minqing.text.privacy import masked, masked_name

ISSUES = ("overdue", "large", "cases", "upcoming", "last_year")
"""The fields of a report that are issues."""


def masked_issue(state: IssueState, staff: Collection[str] = ()) -> IssueState:
    """``state`` with its title, place, reporter, progress and owner masked; its figures and dates stay."""
    issue = state.issue
    hidden = replace(
        issue,
        title=masked(issue.title, staff),
        place=_masked(issue.place, staff),
        reporter=masked_name(issue.reporter, staff) if issue.reporter else issue.reporter,
        owner=_masked(issue.owner, staff),
        progress=tuple(masked_line(line, staff) for line in issue.progress),
    )
    if hidden == issue:
        return state
    return replace(state, issue=hidden, owner=_masked(state.owner, staff))


def masked_line(line: Progress, staff: Collection[str] = ()) -> Progress:
    """A line of progress with its text masked, and its argument where that is text (an owner, a body)."""
    return replace(line, argument=_masked(line.argument, staff), text=masked(line.text, staff))


def masked_report(report: Report, staff: Collection[str] = ()) -> Report:
    """``report`` with every issue and place masked; the figures stay, so it reconciles as before."""
    issues: dict[str, Any] = {
        name: tuple(masked_issue(state, staff) for state in getattr(report, name)) for name in ISSUES
    }
    places = tuple(HotPlace(masked(hot.place, staff), hot.raised) for hot in report.hot_places)
    repeats = tuple(_repeat(repeat, staff) for repeat in report.repeats)
    owners = tuple(replace(handling, key=masked(handling.key, staff)) for handling in report.by_owner)
    return replace(report, hot_places=places, repeats=repeats, by_owner=owners, **issues)


def _repeat(repeat: Repeat, staff: Collection[str]) -> Repeat:
    return replace(repeat, place=masked(repeat.place, staff))


def _masked(text: str | None, staff: Collection[str]) -> str | None:
    return masked(text, staff) if text else text
