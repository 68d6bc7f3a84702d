"""``minqing report --explain``: what a figure is made of, entry by entry and issue by issue."""

from __future__ import annotations

from minqing.cli.context import Context
from minqing.domain.fold import IssueState
from minqing.messages import say
from minqing.reports.annex import annex_of
from minqing.reports.document import Block, Column, Heading, Line, Row, Table
from minqing.reports.figure_names import Names
from minqing.reports.issue_json import number
from minqing.reports.report import Report
from minqing.reports.trace import MEDIAN, Item, Trace
from minqing.reports.words import amount

EXPLAINED = frozenset(f"means-{name}" for name in ("raised", "closed", "handled", "open", "overdue", "within_year"))
"""Figures whose definition is said above what they are made of."""


def explain(context: Context, report: Report, figure: str, as_json: bool) -> None:
    """Every item behind a figure with its file and line; without a figure, the names of all.

    Raises ``MinqingError`` where no figure, or several, are called that.
    """
    community = context.workspace.community
    annex = annex_of(context.diary, report, community)
    names = Names(report, annex.charts, community)
    traces = {key: trace for key, trace in annex.traces.items() if not key.startswith("charts.")}
    chosen = [traces[names.meant(figure, traces)]] if figure else list(traces.values())
    if as_json:
        context.screen.json(_answer(chosen, bool(figure)))
    elif figure:
        ids = {item.issue for item in chosen[0].items if item.issue}
        titles = {state.id: state for state in context.diary.with_ids(ids, context.today)}
        context.screen.draw(_one(chosen[0], names, titles))
    else:
        context.screen.draw(_all(chosen, names))


def _all(traces: list[Trace], names: Names) -> list[Block]:
    columns = (
        Column(say("figures.key")),
        Column(say("report.figure"), flexible=True),
        Column(say("report.now"), right=True),
    )
    rows = tuple(Row((trace.key, names.name(trace.key), amount(trace.value))) for trace in traces)
    return [Line(say("figures.all")), Line(""), Table(columns, rows)]


def _one(trace: Trace, names: Names, issues: dict[str, IssueState]) -> list[Block]:
    blocks: list[Block] = [Heading(say("figures.named", name=names.name(trace.key), value=amount(trace.value)))]
    repeated = trace.key.startswith("repeats.")  # those withdrawn are none
    meant = f"means-{'within_year' if repeated else trace.key.rpartition('.')[2]}"
    blocks += [Line(say(f"figures.{meant}"), "dim")] if meant in EXPLAINED else []
    if not trace.items:
        return [*blocks, Line(say("figures.nothing", value=amount(trace.value)))]
    rows = tuple(Row(_cells(item, issues)) for item in trace.items)
    columns = (
        *(Column(say(f"ledger.col-{name}")) for name in ("id", "raised")),
        Column("+", right=True),
        *(Column(title, flexible=True) for title in (say("ledger.col-title"), say("figures.where"))),
    )
    return [*blocks, Table(columns, rows), Line(_sum(trace), "good" if trace.adds_up else "bad")]


def _cells(item: Item, issues: dict[str, IssueState]) -> tuple[str, ...]:
    where = say("figures.place", file=item.file, line=item.line) if item.line else item.file
    title = issues[item.issue].title if item.issue in issues else ""
    return item.issue or "-", item.day.isoformat(), amount(item.amount), title, where


def _sum(trace: Trace) -> str:
    value = amount(trace.value)
    if not trace.adds_up:
        return say("figures.not-adding-up", value=value, recounted=amount(trace.recounted))
    key = "figures.median" if trace.key.endswith(MEDIAN) else "figures.adds-up"
    return say(key if len(trace.items) > 1 else f"{key}-one", count=len(trace.items), value=value)


def _answer(traces: list[Trace], with_items: bool) -> dict[str, object]:
    return {"schema": 1, "figures": [_plain(trace, with_items) for trace in traces]}


def _plain(trace: Trace, with_items: bool) -> dict[str, object]:
    plain: dict[str, object] = {"key": trace.key, "value": number(trace.value), "count": len(trace.items)}
    if with_items:
        plain["items"] = [
            {
                "issue": item.issue or None,
                "file": item.file,
                "line": item.line or None,
                "date": item.day.isoformat(),
                "amount": number(item.amount),
            }
            for item in trace.items
        ]
    return plain
