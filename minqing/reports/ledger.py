"""The ledger (民情台账): one row a matter, as a street office asks for it; pure data, whatever it is written into.

Everything about a column stands in one table. What a column means exactly is told in ``docs/ledger.md``; together
they hold what is needed to make the diary's issues from a ledger again.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import date
from decimal import Decimal

from minqing.domain.community import Community
from minqing.domain.count import NOTHING, Window, counted
from minqing.domain.fold import IssueState, as_on, fold_issue, lines_until
from minqing.domain.model import Entry
from minqing.domain.period import ONE_DAY, Period
from minqing.domain.values import dataclass
from minqing.messages import language, say
from minqing.reports.report import Report
from minqing.reports.words import period_in_words
from minqing.text.normal import one_line
from minqing.text.privacy import masked
from minqing.text.progress import format_line

Cell = str | int | Decimal | date | None
"""What stands in a cell: a text, a count, yuan, a day, or nothing."""

TEXT, DAY, COUNT, MONEY = "text", "day", "count", "money"
"""Kinds of column."""


@dataclass(frozen=True, slots=True)
class Extent:
    """What a ledger is about: the community, the days it counts, the period's name if it has one.

    With a ``period`` it holds the matters that the period's report counts, without one every matter raised up to
    the window's day. ``terms`` are the filter as typed, ``masked`` tells whether personal data is covered.
    """

    community: Community
    window: Window
    period: Period | None = None
    terms: tuple[str, ...] = ()
    masked: bool = True

    @property
    def title(self) -> str:
        """The ledger's name: the community and the period, or the day it goes up to."""
        name = self.community.name or ""
        if self.period:
            return say("ledger.title", community=name, period=period_in_words(self.period))
        return say("ledger.title-all", community=name, day=self.window.day)

    @property
    def openness(self) -> str:
        """Whether personal data is covered, in words that go into the file."""
        return say("ledger.masked" if self.masked else "ledger.internal")

    @property
    def filtered(self) -> str:
        """The filter in words; nothing where there is none."""
        terms = " ".join(self.terms)
        return say("ledger.filtered", terms=masked(terms) if self.masked else terms) if terms else ""


def report_extent(report: Report, community: Community, *, internal: bool) -> Extent:
    """What the ledger beside a period's report is about."""
    return Extent(community, Window(report.figures.as_of, report.period.start), report.period, masked=not internal)


Value = Callable[[IssueState, Extent], Cell]


@dataclass(frozen=True, slots=True)
class LedgerColumn:
    """One column: its ``id`` in JSON, its kind, its width in half-width characters, and what stands in it.

    ``printed`` columns go onto paper; the others stand to the right of them for the totals.
    """

    id: str
    kind: str
    width: float
    value: Value
    printed: bool = True

    @property
    def title(self) -> str:
        """The column's heading."""
        return say(f"ledger.col-{self.id}")


def _word(id: str | None) -> str | None:
    return say(f"words.{id}") if id else None


def _category(state: IssueState, extent: Extent) -> str | None:
    return _category_name(state.category, extent)


def _category_name(id: str | None, extent: Extent) -> str | None:
    category = extent.community.categories.get(id or "")
    return category.name if category else id


def _handling(state: IssueState, extent: Extent) -> str | None:
    """Every line of progress up to the day, one event a line, in the words of the diary."""
    names = {id: category.name for id, category in extent.community.categories.items()}
    lines = lines_until(state.issue, state.raised, state.day)
    return "\n".join(one_line(format_line(line, language(), names)) for line in lines) or None


def _overdue(state: IssueState, _: Extent) -> int | None:
    return (state.day - state.due).days if state.overdue and state.due else None


def _closings(state: IssueState, extent: Extent) -> int | None:
    return sum(map(extent.window.holds, state.closings)) or None


def _reopenings(state: IssueState, extent: Extent) -> int | None:
    return sum(map(extent.window.holds, state.reopenings)) or None


def _open_at_start(state: IssueState, extent: Extent) -> int | None:
    """1 where it stood open when the period began; with no period nothing was there before."""
    start = extent.window.start
    if start is None or state.raised >= start:
        return None
    return int(as_on(state, start - ONE_DAY, extent.community).is_open) or None


def _remark(state: IssueState, extent: Extent) -> str | None:
    """What no column holds: the kind of entry, fields that were changed since, the photographs."""
    said = [
        say("ledger.remark", name=say(f"ledger.remark-{name}"), value=one_line(value))
        for name, value in _remarks(state, extent)
        if value
    ]
    return say("ledger.remark-stop").join(said) or None


def _remarks(state: IssueState, extent: Extent) -> Iterator[tuple[str, str | None]]:
    issue = state.issue
    if state.kind not in (issue.source or state.kind, "walk"):
        yield "kind", _word(state.kind)
    if issue.tier != state.tier:
        yield "tier", _word(issue.tier or "none")
    if issue.category != state.category:
        yield "category", _category_name(issue.category, extent) or say("words.none")
    if issue.owner != state.owner:
        yield "owner", issue.owner or say("words.none")
    yield "photos", say("ledger.remark-comma").join(issue.photos)


COLUMNS: tuple[LedgerColumn, ...] = (
    LedgerColumn("id", TEXT, 11.5, lambda s, _: s.id),
    LedgerColumn("raised", DAY, 10.5, lambda s, _: s.raised),
    LedgerColumn("source", TEXT, 6.5, lambda s, _: _word(s.source)),
    LedgerColumn("place", TEXT, 9, lambda s, _: s.place),
    LedgerColumn("reporter", TEXT, 8, lambda s, _: s.issue.reporter),
    LedgerColumn("title", TEXT, 28, lambda s, _: s.title),
    LedgerColumn("category", TEXT, 9, _category),
    LedgerColumn("tier", TEXT, 5.5, lambda s, _: _word(s.tier)),
    LedgerColumn("owner", TEXT, 11, lambda s, _: s.owner),
    LedgerColumn("due", DAY, 10.5, lambda s, _: s.due),
    LedgerColumn("contacted", DAY, 10.5, lambda s, _: s.contacted),
    LedgerColumn("handling", TEXT, 42, _handling),
    LedgerColumn("state", TEXT, 7.5, lambda s, _: _word(s.outcome or s.state)),
    LedgerColumn("closed", DAY, 10.5, lambda s, _: s.closed),
    LedgerColumn("overdue", COUNT, 6, _overdue),
    LedgerColumn("satisfaction", TEXT, 8.5, lambda s, _: _word(s.satisfaction)),
    LedgerColumn("households", COUNT, 6, lambda s, _: s.issue.households),
    LedgerColumn("cost", MONEY, 9, lambda s, _: s.issue.cost),
    LedgerColumn("ticket", TEXT, 13, lambda s, _: s.issue.ticket),
    LedgerColumn("remark", TEXT, 16, _remark),
    LedgerColumn("first_due", DAY, 10.5, lambda s, _: s.issue.due, printed=False),
    LedgerColumn("followed_up", DAY, 10.5, lambda s, _: s.followed_up, printed=False),
    LedgerColumn("bucket", TEXT, 14, lambda s, _: say(f"ledger.{s.bucket}"), printed=False),
    LedgerColumn("open_at_start", COUNT, 8.5, _open_at_start, printed=False),
    LedgerColumn("closings", COUNT, 8.5, _closings, printed=False),
    LedgerColumn("reopenings", COUNT, 8.5, _reopenings, printed=False),
)
"""Every column, in the order they stand."""

PLACES: Mapping[str, int] = {column.id: place for place, column in enumerate(COLUMNS)}
"""Where each column stands, counted from 0."""


def row_of(state: IssueState, extent: Extent) -> tuple[Cell, ...]:
    """The cells of one matter, in the order of ``COLUMNS``."""
    return tuple(column.value(state, extent) for column in COLUMNS)


def ledger_states(
    entries: Iterable[Entry], extent: Extent, chosen: Callable[[IssueState], bool]
) -> Iterator[IssueState]:
    """The matters of a ledger as they stood on its day, one after the other, in the order of the entries.

    ``entries`` are those up to the window's day. Nothing is kept, so that a ledger may be longer than memory.
    """
    day, community = extent.window.day, extent.community
    for entry in entries:
        for issue in entry.issues:
            state = fold_issue(issue, entry, day, community)
            if belongs(state, extent) and chosen(state):
                yield state


def belongs(state: IssueState, extent: Extent) -> bool:
    """Whether a matter is in the ledger of the period: where it adds to any figure of the period's report."""
    return extent.period is None or counted(state, extent.window) != NOTHING


def ledger_dict(states: Iterable[IssueState], extent: Extent) -> dict[str, object]:
    """What ``ledger --json`` answers: the rows under the English ids of the columns; days are ISO texts."""
    window = extent.window
    return {
        "schema": 1,
        "from": window.start.isoformat() if window.start else None,
        "to": window.day.isoformat(),
        "masked": extent.masked,
        "rows": [
            {column.id: _plain(cell) for column, cell in zip(COLUMNS, row_of(state, extent), strict=True)}
            for state in states
        ],
    }


def _plain(cell: Cell) -> str | int | float | None:
    if isinstance(cell, date):
        return cell.isoformat()
    if isinstance(cell, Decimal):
        return int(cell) if cell == int(cell) else float(cell)
    return cell
