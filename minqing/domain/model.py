"""What a diary holds: entries (a walk, a visit, a desk day), their issues, the lines of progress.

The values are as written in the files; the present state of an issue is derived by ``fold``.
"""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from minqing.domain.values import dataclass, field

KINDS = ("walk", "visit", "desk", "call", "hotline", "meeting")
"""Kinds of entry; only ``walk`` makes a walk day, only walks and visits count steps and kilometres."""

SOURCES = ("seen", "heard", "asked")
"""Where a walker met the matter (看, 听, 问); any other issue's source is its entry's kind."""

TIERS = ("small", "medium", "large")
"""小事, 中事, 大事: where a matter goes, not how bad it is."""

BUCKETS = ("dispute", "environment", "unmanaged", "other")
"""The three published figures, plus other."""

SATISFACTIONS = ("satisfied", "fair", "dissatisfied")
"""Answers of a follow-up: 满意, 基本满意, 不满意."""


@dataclass(frozen=True, slots=True)
class Progress:
    """One dated line of an issue's life.

    ``verb`` is the English id (see ``verbs``). ``argument`` is canonical: an ISO date for ``due`` verbs, the
    English word for tiers and satisfaction, the category's id, else the text as written; ``None`` where the
    verb takes none. ``line`` is the 1-based line in the file and no part of equality.
    """

    date: date
    verb: str
    argument: str | None = None
    text: str = ""
    line: int = field(default=0, compare=False)


@dataclass(frozen=True, slots=True)
class Issue:
    """A matter as it was raised, with every line of progress in file order.

    ``category`` is an id of the settings, ``tier`` one of ``TIERS``, ``due`` the date it was raised with.
    ``households`` counts households; ``cost`` is in yuan; ``photos`` are paths below ``photos/``.
    """

    id: str
    title: str
    place: str | None = None
    reporter: str | None = None
    source: str | None = None
    category: str | None = None
    tier: str | None = None
    owner: str | None = None
    due: date | None = None
    households: int | None = None
    ticket: str | None = None
    cost: Decimal | None = None
    photos: tuple[str, ...] = ()
    progress: tuple[Progress, ...] = ()
    line: int = field(default=0, compare=False)


MOST_STEPS = 100_000
"""Steps nobody walks in a morning; more is a slip (or a whole year's sum)."""

MOST_KM = 80
"""Kilometres nobody walks in a morning."""


@dataclass(frozen=True, slots=True)
class Entry:
    """One diary file: a walk, or what came in another way on one day.

    ``path`` is relative to the workspace, with forward slashes; ``time`` is ``HH:MM-HH:MM``; ``km`` kilometres;
    ``cleaned`` counts small things settled on the way. ``body`` is the free Markdown below the front matter.
    """

    date: date
    kind: str = "walk"
    time: str | None = None
    weather: str | None = None
    route: str | None = None
    steps: int | None = None
    km: Decimal | None = None
    walkers: tuple[str, ...] = ()
    companions: tuple[str, ...] = ()
    visits: tuple[str, ...] = ()
    cleaned: int | None = None
    issues: tuple[Issue, ...] = ()
    path: str = field(default="", compare=False)
    body: str = field(default="", compare=False)
