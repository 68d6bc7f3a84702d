"""Notes written into a telephone on the way, read as walks: facts, issues, and the diary's body.

Every line becomes exactly one thing: facts of the walk, an issue (or a further line of one), the heading of a list
of issues, or a line of the body, in its order and as it was written. Nothing of a paste is lost. The order of the
questions asked of a line is ``kinds.QUESTIONS``.
"""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from minqing.classify.notes.header.facts import Fact, Surroundings
from minqing.domain.community import Community
from minqing.domain.values import dataclass


@dataclass(frozen=True, slots=True)
class NotedIssue:
    """One issue of the notes. ``closed``: settled the same day, ``ending`` the words that say so.

    ``category``, ``tier`` and ``owner`` are what the line's own marks (``#绿化 !大事 @绿化队``) say; ``place``,
    ``reporter`` and ``source`` what a table's columns or a heading say, ``ticket`` the number
    of the 12345 ticket it opens with. ``line`` counts from 1 within the notes,
    ``lines`` are all the issue was read from. ``doubted``: by its words alone it may be none.
    """

    title: str
    category: str | None = None
    tier: str | None = None
    owner: str | None = None
    closed: bool = False
    line: int = 0
    ending: str = ""
    place: str | None = None
    reporter: str | None = None
    source: str | None = None
    ticket: str | None = None
    lines: tuple[int, ...] = ()
    doubted: bool = False


@dataclass(frozen=True, slots=True)
class News:
    """A line of the body that tells of a matter of the diary that is open still.

    ``id`` and ``title`` are that matter's; ``ended``: it says that the matter is over.
    """

    line: int
    text: str
    id: str
    title: str
    ended: bool = False


@dataclass(frozen=True, slots=True)
class Notes:
    """What the notes of one walk say; ``None`` and empty where they say nothing. ``body`` ends with a line break.

    ``weekday_fits`` is false when the header's weekday is not that of its date: its line is in the body then.
    ``facts`` are all facts with the words and the line each was read from, ``body_lines`` the lines of the body;
    ``first`` is the line on which the walk begins; ``kind`` is ``hotline`` or ``call`` where the notes are no walk but
    a register of such; ``news`` are lines of the body that belong to matters of the diary.
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
    cleaned: int | None = None
    issues: tuple[NotedIssue, ...] = ()
    body: str = ""
    weekday_fits: bool = True
    facts: tuple[Fact, ...] = ()
    body_lines: tuple[int, ...] = ()
    first: int = 1
    kind: str = "walk"
    news: tuple[News, ...] = ()


def read_notes(text: str, today: date, community: Community) -> Notes:
    """The notes of one walk, pasted on ``today``: the first one where the text holds several."""
    return read_paste(text, today, community)[0]


def read_paste(text: str, today: date, community: Community) -> tuple[Notes, ...]:
    """The walks of a paste, one or more; a date without a year is the latest such day in the past."""
    from minqing.classify.notes.kinds import read_walks

    return read_walks(text, surroundings(today, community), community)


def read_matters(text: str, today: date, community: Community) -> tuple[NotedIssue, ...]:
    """Issues alone, one a line, as ``add`` takes them."""
    from minqing.classify.notes.singly import listed

    return listed(text, surroundings(today, community), community)


def read_facts_alone(text: str, today: date, community: Community) -> tuple[Fact, ...]:
    """What such lines tell of a walk instead, on lines that say nothing else."""
    from minqing.classify.notes.singly import facts_alone

    return facts_alone(text, surroundings(today, community))


def surroundings(today: date, community: Community) -> Surroundings:
    """What the settings and the day tell a reader of notes; the longest route names first."""
    routes = tuple(sorted(community.routes, key=len, reverse=True))
    return Surroundings(today, routes, tuple(p.name for p in community.people), community.name or "")
