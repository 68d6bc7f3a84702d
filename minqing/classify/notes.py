"""Notes written into a telephone on the way, read as a walk: facts, issues, and the diary's body.

Numbered and bulleted lines are issues; lines before the first of them that are made wholly of facts are the header;
every other line is the body, in its order and as it was written. Nothing of a paste is lost.
"""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from minqing.classify.endings import settled
from minqing.classify.headers import Header, Surroundings, read_header, settle_date, surroundings
from minqing.classify.markers import Marker, issue_marker
from minqing.classify.marks import marks
from minqing.domain.community import Community
from minqing.domain.values import dataclass


@dataclass(frozen=True, slots=True)
class NotedIssue:
    """One numbered or bulleted line. ``closed``: settled the same day, ``ending`` the words that say so.

    ``category``, ``tier`` and ``owner`` are what the line's own marks (``#绿化 !大事 @绿化队``) say. ``line`` counts
    from 1 within the notes.
    """

    title: str
    category: str | None = None
    tier: str | None = None
    owner: str | None = None
    closed: bool = False
    line: int = 0
    ending: str = ""


@dataclass(frozen=True, slots=True)
class Notes:
    """What pasted notes say; ``None`` and empty where they say nothing. ``body`` ends with a line break if any.

    ``weekday_fits`` is false when the header's weekday is not that of its date: its line is in the body then.
    """

    date: date | None = None
    time: str | None = None
    weather: str | None = None
    route: str | None = None
    steps: int | None = None
    km: Decimal | None = None
    walkers: tuple[str, ...] = ()
    companions: tuple[str, ...] = ()
    visits: tuple[str, ...] = ()
    issues: tuple[NotedIssue, ...] = ()
    body: str = ""
    weekday_fits: bool = True


def read_notes(text: str, today: date, community: Community) -> Notes:
    """The notes of one walk, pasted on ``today``; a date without a year is the latest such day in the past."""
    lines = text.removeprefix("\ufeff").replace("\r\n", "\n").split("\n")
    around = surroundings(today, community)
    header, issues, body = Header(), list[NotedIssue](), list[str]()
    expected, fits = 1, True
    for number, line in enumerate(lines, 1):
        marker = issue_marker(line, expected)
        facts = None if issues else _facts(line, marker, header, around)
        if facts is not None:
            header = facts
            if fits and not settle_date(header, today)[1]:
                fits = False
                body.append(line)
        elif marker:
            issues.append(_noted(line, marker, number, community))
            expected = (marker.number or expected - 1) + 1
        else:
            body.append(line)
    return _notes(header, issues, body, fits, today)


def _facts(line: str, marker: Marker | None, header: Header, around: Surroundings) -> Header | None:
    """The header with a line that is nothing but facts; a bullet before them does not make them an issue."""
    if marker and marker.number is not None:
        return None
    return read_header(line[marker.length :] if marker else line, header, around)


def _noted(line: str, marker: Marker, number: int, community: Community) -> NotedIssue:
    """One line as an issue: its marks read, its ending understood."""
    read = marks(line[marker.length :], community)
    return NotedIssue(
        title=read.title,
        category=read.category,
        tier=read.tier,
        owner=read.owner,
        closed=read.closed or marker.ticked,
        line=number,
        ending=settled(read.title) or "",
    )


def _notes(header: Header, issues: list[NotedIssue], body: list[str], fits: bool, today: date) -> Notes:
    return Notes(
        date=settle_date(header, today)[0],
        time=header.time,
        weather=header.weather,
        route=header.route,
        steps=header.steps,
        km=header.km,
        walkers=header.walkers,
        companions=header.companions,
        visits=header.visits,
        issues=tuple(issues),
        body=_joined(body),
        weekday_fits=fits,
    )


def _joined(lines: list[str]) -> str:
    """The lines of the body without the blank ones around them, each with its line break."""
    worded = [i for i, line in enumerate(lines) if line.strip()]
    if not worded:
        return ""
    return "".join(f"{line}\n" for line in lines[worded[0] : worded[-1] + 1])
