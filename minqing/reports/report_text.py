"""The month's report for reading: the sections a street office expects, as headings, lines, tables and charts.

On the screen it is compact; made for a file it holds everything, with the ledger as an annex.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence
from decimal import Decimal
from typing import TypeVar

from minqing.domain.community import Community
from minqing.domain.fold import IssueState, lines_until
from minqing.domain.values import dataclass, field
from minqing.messages import say
from minqing.reports.annex_values import Annex
from minqing.reports.document import Block, Chart, Column, Heading, Line, Row, Table
from minqing.reports.figures import Figures
from minqing.reports.media.printed import as_told
from minqing.reports.photographs import MOST_PAIRS, pair_of, pairs_besides, pictures_of
from minqing.reports.report import Handling, Report, ends_a_month, month_ahead
from minqing.reports.stats_text import category_name, category_table, handled_again_lines, rate_lines
from minqing.reports.summary import balance_in_words, not_begun, summary_told
from minqing.reports.words import amount, change, period_in_words, progress_in_words, rate, tier_or_owner

COMPARED: tuple[tuple[str, str, Callable[[Figures], int | Decimal]], ...] = (
    ("mondays", "mondays", lambda f: f.walked.mondays),
    ("walks", "walks", lambda f: f.walked.walks),
    ("visits", "visits", lambda f: f.walked.visits),
    ("steps", "steps", lambda f: f.walked.steps),
    ("km", "km", lambda f: f.walked.km),
    ("raised", "issues.raised", lambda f: f.issues.raised),
    ("closed", "issues.closed", lambda f: f.issues.closed),
    ("handled", "handled", lambda f: f.handled),
    ("open", "issues.open", lambda f: f.issues.open),
)
"""What stands beside the period before and the year before: its word, its key, and the figure."""

NAMED = ("week", "month", "quarter", "half", "year")
"""Periods whose report has a name of its own."""

SCREEN_CHARTS = ("trend", "ages")
"""Charts a terminal draws."""

CHARTS_OF = (("trend", "walks", "calendar"), ("tiers", "places"), ("closing", "ages"))
"""The charts of the first three sections."""

TABLES = ("figures", "category", "tier", "owner", "overdue", "large", "upcoming")
"""The tables of a report in the order of the page; each but the first may be missing where there is nothing to list."""


Shown = TypeVar("Shown")


@dataclass(frozen=True, slots=True)
class Extent:
    """How much a report tells: how many of a list at most, the charts and the ledger.

    ``fully`` is for files: issues stand in tables, and the last section is the ledger.
    """

    most: int = 5
    repeats: int = 3
    owners: int = 6
    annex: Annex = field(default_factory=Annex)
    fully: bool = False


ON_SCREEN = Extent()


def report_blocks(report: Report, community: Community, extent: Extent = ON_SCREEN) -> list[Block]:
    """The whole report; a section without content says so in a line."""
    return _Telling(report, community, extent).blocks()


def in_its_place(blocks: Sequence[Block], kind: str, number: int) -> Block | None:
    """The ``number``-th ``chart`` or ``table`` of a whole report, counted from 1, whichever this one has none of.

    One that has nothing to show this time is the line that says so; ``None`` is for a number that no report has.
    """
    titles = [say(f"report.table-{name}") for name in TABLES]
    places = titles if kind == "table" else [name for names in CHARTS_OF for name in names]
    if not 0 < number <= len(places):
        return None
    named = {b.name if isinstance(b, Chart) else b.title: b for b in blocks if isinstance(b, Chart | Table)}
    return named.get(places[number - 1]) or Line(say(f"report.no-{kind}"))


class _Telling:
    """A report while it is put into words."""

    def __init__(self, report: Report, community: Community, extent: Extent) -> None:
        self.report, self.community, self.extent = report, community, extent

    def blocks(self) -> list[Block]:
        """The title and every section."""
        if not_begun(self.report):
            return [*self._title(), *self._summary()]
        sections = (self._overall(), self._kinds(), self._handling(), self._cases(), self._large(), self._plans())
        blocks = self._title()
        for number, section in enumerate(sections, 1):
            other = number == 6 and self.report.period.kind != "month"
            ahead = "section-6-other" if other else f"section-{number}"
            charts = self._charts(number - 1)
            blocks += [Line(""), Heading(say(f"report.{ahead}"), 2), *section, *charts]
        return blocks

    def _charts(self, section: int) -> list[Block]:
        drawn = self.extent.annex.charts
        wanted = CHARTS_OF[section] if section < len(CHARTS_OF) else ()
        found: list[Chart] = [drawn[n] for n in wanted if n in drawn and (self.extent.fully or n in SCREEN_CHARTS)]
        return [Line(""), *found] if found else []

    def _title(self) -> list[Block]:
        report = self.report
        kind = report.period.kind if report.period.kind in NAMED else "range"
        name, period = self.community.name or "", period_in_words(report.period)
        blocks: list[Block] = [Heading(say(f"report.title-{kind}", community=name, period=period).strip())]
        if not report.figures.walked.entries:
            hint = Line(say("report.no-entries", period=period), "warn")
            blocks += [] if self.extent.fully else [hint]
        elif report.figures.provisional:
            blocks.append(Line(say("report.provisional", day=report.figures.as_of), "warn"))
        return blocks

    # the sections

    def _overall(self) -> list[Block]:
        report, balance = self.report, balance_in_words(self.report)
        names = ("now", "previous") if report.period.kind == "year" else ("now", "previous", "year-ago")
        columns = (
            Column(say("report.figure"), flexible=True),
            *(Column(say(f"report.{n}"), right=True) for n in names),
        )
        rows = tuple(_compared(report, *each) for each in COMPARED)
        keys = tuple(f"balance.{name}" for name in ("open_at_start", "raised", "reopened", "closed", "open_at_end"))
        said = Line(balance, figures=keys)
        if not report.reconciles:
            said = Line(say("report.unbalanced", balance=balance), "bad", figures=keys)
        table = Table(columns, rows, say("report.table-figures"))
        return [*self._summary(), table, said, *_closed_lines(report), *handled_again_lines(report.figures)]

    def _summary(self) -> list[Block]:
        tone = "warn" if self.report.figures.issues.overdue else "plain"
        return [Line(text, tone if keys else "plain", figures=keys) for text, keys in summary_told(self.report)]

    def _kinds(self) -> list[Block]:
        report, found = self.report, self.report.figures
        blocks: list[Block] = [_bucket(found, bucket) for bucket in found.by_bucket]
        if found.by_category:
            blocks.append(category_table(found, self.community))
        often = [place for place in report.hot_places if place.raised > 1]
        if often:
            places = say("stats.list-comma").join(f"{p.place}({p.raised})" for p in often)
            keys = tuple(f"hot_places.{n}.raised" for n in range(len(often)))
            blocks.append(Line(say("report.hot", places=places), figures=keys))
        return [*blocks, *self._repeats()]

    def _repeats(self) -> list[Block]:
        blocks: list[Block] = []
        for place, repeat in enumerate(_few(self.report.repeats, self.extent.repeats)):
            name = category_name(self.community, repeat.category)
            text = say("report.repeat", place=repeat.place, category=name, count=repeat.within_year)
            blocks.append(Line(text, indent=2, figures=(f"repeats.{place}.within_year",)))
        return [*blocks, *_more(len(self.report.repeats) - len(blocks), "report.more-repeats")]

    def _handling(self) -> list[Block]:
        report = self.report
        tiers = [(n, h) for n, h in enumerate(report.by_tier) if h.key != "none" or h.raised or h.open or h.closed]
        blocks: list[Block] = [_handling_table("tier", tiers)]
        owners = list(enumerate(report.by_owner))
        if owners:
            shown = owners if self.extent.fully else _few(owners, self.extent.owners)
            blocks += [Line(""), _handling_table("owner", shown)]
            blocks += _more(len(owners) - len(shown), "report.more-owners")
        blocks += [Line(""), *rate_lines(report.figures)]
        if report.overdue:
            title = Line(say("report.overdue", count=len(report.overdue)), "bad", figures=("overdue",))
            blocks += [title, *self._issues(report.overdue, say("report.table-overdue"), "bad")]
        return blocks

    def _cases(self) -> list[Block]:
        if not self.report.cases:
            return [Line(say("report.no-cases"))]
        blocks: list[Block] = []
        for number, state in enumerate(self.report.cases, 1):
            blocks.append(Line(say("report.case", number=number, raised=state.raised, title=as_told(state.title))))
            story = lines_until(state.issue, state.raised, state.day)
            blocks += [Line(progress_in_words(line, self.community), indent=2) for line in story]
            if self.extent.fully:
                blocks += pictures_of(state)
        return [*blocks, *self._pairs()]

    def _pairs(self) -> list[Block]:
        """What became of other matters, to be seen; in files only."""
        found = pairs_besides(self.extent.annex.ledger, self.report.cases, self.report.period)
        return [*map(pair_of, found[:MOST_PAIRS]), *_more(len(found) - MOST_PAIRS, "report.more-pairs")]

    def _large(self) -> list[Block]:
        still_open = [s for s in self.report.large if s.is_open]
        if not still_open:
            return [Line(say("report.no-large"))]
        return self._issues(still_open, say("report.table-large"))

    def _plans(self) -> list[Block]:
        report = self.report
        blocks: list[Block] = []
        if report.upcoming:
            blocks.append(Line(_upcoming(report), figures=("upcoming",)))
            blocks += self._issues(report.upcoming, say("report.table-upcoming"))
        for place, visits in enumerate(report.rota):
            text = say("report.rota", name=visits.name, made=visits.made)
            blocks.append(Line(text, indent=2, figures=(f"rota.{place}.made",)))
        if report.last_year:
            blocks.append(Line(_last_year(report, self.community), figures=("last_year",)))
        return blocks or [Line(say("report.no-plans"))]

    def _issues(self, states: Sequence[IssueState], title: str, tone: str = "plain") -> list[Block]:
        """A table in a file; a few lines on the screen."""
        if self.extent.fully:
            return [issue_table(states, title)]
        lines: list[Block] = [Line(_issue_line(s), tone, 2) for s in _few(states, self.extent.most)]
        return [*lines, *_more(len(states) - len(lines), "report.more-issues")]


def _closed_lines(report: Report) -> list[Block]:
    """What the closings were, where not all of them are solved: the two figures are told apart."""
    told = {name: count for name, count in report.closed_as.items() if count}
    if set(told) <= {"solved"} and report.figures.handled == report.figures.issues.closed:
        return []
    more = Line(say("report.closed-more"), "dim")
    if report.closed_as["solved"] != report.figures.handled:  # a later line replaced a closing of another period
        return [more]
    parts = [say("report.closed-part", name=say(f"figures.ended-{name}"), count=count) for name, count in told.items()]
    text = say("report.closed-as", closed=report.figures.issues.closed, parts=" + ".join(parts))
    return [Line(text, figures=tuple(f"closed_as.{name}" for name in told)), more]


def _compared(report: Report, name: str, key: str, of: Callable[[Figures], int | Decimal]) -> Row:
    """The period before a year is the year before: it stands there once."""
    now, earlier = of(report.figures), [("previous", report.previous), ("year_ago", report.year_ago)]
    if report.period.kind == "year":
        earlier.pop()
    before = [change(now, of(found) if found else None) for _, found in earlier]
    keys = [f"{when}.{key}" for when, _ in earlier]
    return Row((say(f"report.fig-{name}"), amount(now), *before), figures=("", key, *keys))


def _bucket(found: Figures, bucket: str) -> Line:
    counts = found.by_bucket[bucket]
    keys = (f"by_bucket.{bucket}.raised", f"by_bucket.{bucket}.handled")
    return Line(say(f"stats.bucket-{bucket}", handled=counts.handled, raised=counts.raised), figures=keys)


HANDLED = ("raised", "handled", "closed", "open", "overdue")


def _handling_table(by: str, handlings: Sequence[tuple[int, Handling]]) -> Table:
    """``handlings`` with their places in the report."""
    title = say("stats.tier" if by == "tier" else "list.owner")
    columns = [Column(title, flexible=True), *(Column(say(f"stats.col-{n}"), right=True) for n in HANDLED)]
    columns.append(Column(say("stats.on-time"), right=True))
    rows = []
    for place, handling in handlings:
        cells = (tier_or_owner(handling.key), *(str(getattr(handling, n)) for n in HANDLED), rate(handling.on_time))
        key = f"handling.{by}.{place}"
        rows.append(Row(cells, figures=("", *(f"{key}.{n}" for n in HANDLED), f"{key}.on_time.n")))
    return Table(tuple(columns), tuple(rows), say(f"report.table-{by}"))


def issue_table(states: Sequence[IssueState], title: str) -> Table:
    """Issues with whoever is responsible and until when, for a file."""
    columns = (Column(say("list.id")), Column(say("list.title"), flexible=True), Column(say("list.owner")),
               Column(say("list.due")))  # fmt: skip
    rows = (
        Row((s.id, as_told(s.title), s.owner or "-", s.due.isoformat() if s.due else "-"), issue=s.id) for s in states
    )
    return Table(columns, tuple(rows), title)


def _issue_line(state: IssueState) -> str:
    due = state.due.isoformat() if state.due else "-"
    return say("report.issue", id=state.id, title=as_told(state.title), owner=state.owner or "-", due=due)


def _few(found: Sequence[Shown], most: int) -> Sequence[Shown]:
    """The first ``most``; a last one more takes no more room than a line that says there is one."""
    return found if len(found) <= most + 1 else found[:most]


def _more(count: int, key: str) -> list[Line]:
    return [Line(say(key, count=count), "dim", 2)] if count > 0 else []


def _upcoming(report: Report) -> str:
    """How many fall due, up to a day that is named unless it is the end of next month."""
    key = "upcoming" if ends_a_month(report.period) else "upcoming-until"
    return say(f"report.{key}", count=len(report.upcoming), until=month_ahead(report.period).end)


def _last_year(report: Report, community: Community) -> str:
    """What came up in the same month last year, by category, the most frequent first."""
    counts = Counter(category_name(community, state.category or "none") for state in report.last_year)
    kinds = say("stats.list-comma").join(f"{name} {count}" for name, count in counts.most_common())
    month = month_ahead(report.period).year_ago().start.strftime("%Y-%m")
    return say("report.last-year", month=month, count=len(report.last_year), kinds=kinds)
