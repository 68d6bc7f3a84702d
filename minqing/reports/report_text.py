"""The month's report for reading: the sections a street office expects, as headings, lines and tables."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence
from decimal import Decimal

from minqing.domain.community import Community
from minqing.domain.fold import IssueState, lines_until
from minqing.messages import say
from minqing.reports.document import Block, Column, Heading, Line, Row, Table
from minqing.reports.figures import Figures
from minqing.reports.report import Handling, Report
from minqing.reports.stats_text import category_name, category_table, issue_lines, rate_lines
from minqing.reports.words import amount, change, period_in_words, progress_in_words, rate

COMPARED: tuple[tuple[str, Callable[[Figures], int | Decimal]], ...] = (
    ("mondays", lambda f: f.walked.mondays),
    ("walks", lambda f: f.walked.walks),
    ("visits", lambda f: f.walked.visits),
    ("steps", lambda f: f.walked.steps),
    ("km", lambda f: f.walked.km),
    ("raised", lambda f: f.issues.raised),
    ("closed", lambda f: f.issues.closed),
    ("handled", lambda f: f.handled),
    ("open", lambda f: f.issues.open),
)
"""What stands beside the period before and the year before."""


NAMED = ("week", "month", "quarter", "half", "year")
"""Periods whose report has a name of its own."""


def report_blocks(report: Report, community: Community) -> list[Block]:
    """The whole report; a section without content says so in a line."""
    sections = (
        _overall(report),
        _kinds(report, community),
        _handling(report, community),
        _cases(report, community),
        _large(report),
        _plans(report, community),
    )
    blocks: list[Block] = _title(report, community)
    for number, section in enumerate(sections, 1):
        ahead = "section-6-other" if number == 6 and report.period.kind != "month" else f"section-{number}"
        blocks += [Line(""), Heading(say(f"report.{ahead}"), 2), *section]
    return blocks


def _title(report: Report, community: Community) -> list[Block]:
    kind = report.period.kind if report.period.kind in NAMED else "range"
    name = say(f"report.title-{kind}", community=community.name or "", period=period_in_words(report.period)).strip()
    blocks: list[Block] = [Heading(name)]
    if not report.figures.walked.entries:
        blocks.append(Line(say("report.no-entries", period=period_in_words(report.period)), "warn"))
    elif report.figures.provisional:
        blocks.append(Line(say("report.provisional", day=report.figures.as_of), "warn"))
    return blocks


def _overall(report: Report) -> list[Block]:
    b = report.balance
    columns = (Column(say("report.figure"), flexible=True), *(Column(say(f"report.{n}"), right=True) for n in (
        "now", "previous", "year-ago")))  # fmt: skip
    rows = tuple(Row(_compared(report, name, of)) for name, of in COMPARED)
    balance = say(
        "report.balance",
        start=b.open_at_start, raised=b.raised, reopened=b.reopened, closed=b.closed, end=b.open_at_end,
    )  # fmt: skip
    said = Line(balance) if b.reconciles else Line(say("report.unbalanced", balance=balance), "bad")
    return [Table(columns, rows), said, *issue_lines(report.figures)[1:]]


def _compared(report: Report, name: str, of: Callable[[Figures], int | Decimal]) -> tuple[str, str, str, str]:
    now = of(report.figures)
    before = [change(now, of(f) if f else None) for f in (report.previous, report.year_ago)]
    return say(f"report.fig-{name}"), amount(now), before[0], before[1]


def _kinds(report: Report, community: Community) -> list[Block]:
    found = report.figures
    blocks: list[Block] = [
        Line(say(f"stats.bucket-{bucket}", handled=c.handled, raised=c.raised)) for bucket, c in found.by_bucket.items()
    ]
    if found.by_category:
        blocks.append(category_table(found, community))
    if report.hot_places:
        places = say("stats.list-comma").join(f"{p.place}({p.raised})" for p in report.hot_places)
        blocks.append(Line(say("report.hot", places=places)))
    for repeat in report.repeats:
        name = category_name(community, repeat.category)
        text = say("report.repeat", place=repeat.place, category=name, count=repeat.within_year)
        blocks.append(Line(text, indent=2))
    return blocks


def _handling(report: Report, community: Community) -> list[Block]:
    tiers = [h for h in report.by_tier if h.key != "none" or h.raised or h.open or h.closed]
    blocks: list[Block] = [_handling_table("stats.tier", tiers)]
    if report.by_owner:
        blocks += [Line(""), _handling_table("list.owner", report.by_owner)]
    blocks += [Line(""), *rate_lines(report.figures)]
    if report.overdue:
        blocks += [Line(say("report.overdue", count=len(report.overdue)), "bad"), *_issues(report.overdue, "bad")]
    return blocks


HANDLED = ("raised", "handled", "closed", "open", "overdue")


def _handling_table(title: str, handlings: Sequence[Handling]) -> Table:
    columns = [Column(say(title), flexible=True), *(Column(say(f"stats.col-{n}"), right=True) for n in HANDLED)]
    columns.append(Column(say("stats.on-time"), right=True))
    return Table(tuple(columns), tuple(Row(_handling_cells(h)) for h in handlings))


def _handling_cells(handling: Handling) -> tuple[str, ...]:
    known = handling.key in ("small", "medium", "large", "none")
    name = say(f"words.{handling.key}") if known else handling.key
    return (name, *(str(getattr(handling, n)) for n in HANDLED), rate(handling.on_time))


def _issues(states: Sequence[IssueState], tone: str = "plain") -> list[Block]:
    return [Line(_issue_line(s), tone, 2) for s in states]


def _issue_line(state: IssueState) -> str:
    due = state.due.isoformat() if state.due else "-"
    return say("report.issue", id=state.id, title=state.title, owner=state.owner or "-", due=due)


def _cases(report: Report, community: Community) -> list[Block]:
    if not report.cases:
        return [Line(say("report.no-cases"))]
    blocks: list[Block] = []
    for number, state in enumerate(report.cases, 1):
        blocks.append(Line(say("report.case", number=number, raised=state.raised, title=state.title)))
        story = lines_until(state.issue, state.raised, state.day)
        blocks += [Line(progress_in_words(line, community), indent=2) for line in story]
    return blocks


def _large(report: Report) -> list[Block]:
    still_open = [s for s in report.large if s.is_open]
    return _issues(still_open) or [Line(say("report.no-large"))]


def _plans(report: Report, community: Community) -> list[Block]:
    blocks: list[Block] = []
    if report.upcoming:
        blocks += [Line(say("report.upcoming", count=len(report.upcoming))), *_issues(report.upcoming)]
    for visits in report.rota:
        blocks.append(Line(say("report.rota", name=visits.name, made=visits.made), indent=2))
    if report.last_year:
        blocks.append(Line(_last_year(report.last_year, community)))
    return blocks or [Line(say("report.no-plans"))]


def _last_year(raised: Sequence[IssueState], community: Community) -> str:
    """What came up in the same month last year, by category, the most frequent first."""
    counts = Counter(category_name(community, state.category or "none") for state in raised)
    kinds = say("stats.list-comma").join(f"{name} {count}" for name, count in counts.most_common())
    return say("report.last-year", count=len(raised), kinds=kinds)
