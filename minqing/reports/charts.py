"""The charts of a report, and what stands behind each of their figures.

Every figure of a chart is made by sorting entries and issues into boxes, so what is behind it is known by the way:
its trace has the key ``charts.NAME.SERIES.LABEL`` with the numbers of the series and the label.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date, timedelta

from minqing.domain.community import Community
from minqing.domain.count import ON_FOOT, counted, is_handled
from minqing.domain.fold import IssueState
from minqing.domain.model import TIERS
from minqing.domain.period import Period
from minqing.domain.values import dataclass
from minqing.messages import say
from minqing.reports.document import BARS, CALENDAR, HEAT, LINE, STACKED, Chart, Number, Series
from minqing.reports.ground import Ground
from minqing.reports.groups import WEEKDAYS
from minqing.reports.report import Report
from minqing.reports.stats_text import category_name
from minqing.reports.trace import Item, Trace, item_of
from minqing.text.whereabouts import Whereabouts

YEARS_FROM = 36
"""A trend of more months than this goes by years."""

PLACES_SHOWN = 12

CLOSING_DAYS = (0, 3, 7, 15, 30, 90)
"""The last day of each span a closing may take; the last span has no end."""

AGES = (7, 30, 90, 180, 365)

Box = tuple[int, int]
"""The numbers of the series and of the label."""


@dataclass(frozen=True, slots=True)
class Drawn:
    """A chart, and what is behind its figures; ``name`` is its name in keys."""

    name: str
    chart: Chart
    traces: Mapping[str, Trace]


def drawn_charts(report: Report, ground: Ground, community: Community) -> list[Drawn]:
    """Every chart that has something to show; ``ground`` reaches back as far as ``trend_start``."""
    if report.period.start > report.figures.as_of:  # it has not begun
        return []
    makers = (_trend, _walks, _calendar, _tiers, _places, _closing, _ages)
    drawn = (make(report, ground, community) for make in makers)
    return [each for each in drawn if not each.chart.is_empty]


def trend_start(report: Report) -> date:
    """The first day of the months or years a trend shows."""
    return _parts(report)[0].start


def recent_start(report: Report) -> date:
    """The first day of what is shown day by day: that of the trend, but a year back where the trend goes by years."""
    parts = _parts(report)
    return parts[0].start if parts[0].kind == "month" else _a_year_back(report)


def _a_year_back(report: Report) -> date:
    end = Period.of("month", report.period.end).start
    return date(end.year - (end.month < 12), end.month % 12 + 1, 1)


def _parts(report: Report) -> list[Period]:
    """The months up to the period's end, or the years of a long period."""
    end = Period.of("month", report.period.end)
    first = Period.of("month", report.period.start).start
    if (end.end - first).days > YEARS_FROM * 31:
        return Period.span(Period.of("year", first).start, Period.of("year", end.end).end).split("year")
    return Period.span(min(first, _a_year_back(report)), end.end).split("month")


def _trend(report: Report, ground: Ground, community: Community) -> Drawn:
    parts = [part for part in _parts(report) if part.start <= report.figures.as_of]
    boxes: dict[Box, list[Item]] = {}
    for state in ground.states:
        _put(boxes, 0, _part(parts, state.raised), item_of(state, state.raised))
        for day in state.closings:
            _put(boxes, 1, _part(parts, day), item_of(state, day))
    labels = tuple(part.key for part in parts)
    names = (say("charts.raised"), say("charts.closed"))
    return _drawn("trend", LINE, boxes, names, labels, say("charts.issues"))


def _part(parts: Sequence[Period], day: date) -> int | None:
    """Which part a day lies in; parts are of one kind and without gaps."""
    if not parts or not parts[0].start <= day <= parts[-1].end:
        return None
    by = 1 if parts[0].kind == "year" else 12
    first = parts[0].start
    return (day.year - first.year) * by + (day.month - first.month if by == 12 else 0)


def _walks(report: Report, ground: Ground, community: Community) -> Drawn:
    """The outings of the months of the trend: a row a weekday, a column a week."""
    first = recent_start(report)
    monday = first - timedelta(days=first.weekday())
    weeks = (ground.window.day - monday).days // 7 + 1
    boxes: dict[Box, list[Item]] = {}
    for entry in ground.entries:
        if entry.kind in ON_FOOT and first <= entry.date:
            _put(boxes, entry.date.weekday(), (entry.date - monday).days // 7, Item(entry.path, entry.date))
    labels = tuple((monday + timedelta(weeks=n)).isoformat() for n in range(weeks))
    names = tuple(say(f"words.{name}") for name in WEEKDAYS)
    return _drawn("walks", HEAT, boxes, names, labels, say("charts.outings"))


def _calendar(report: Report, ground: Ground, community: Community) -> Drawn:
    """The walk days of recent months, walked or missed: a column a month, a row for its first to fifth."""
    months = Period.span(recent_start(report), Period.of("month", ground.window.day).end).split("month")
    walks = {entry.date: entry for entry in reversed(ground.entries) if entry.kind == "walk"}
    values: list[list[Number | None]] = [[None] * len(months) for _ in range(5)]
    traces = []
    for column, month in enumerate(months):
        for row, day in enumerate(_weekdays(month, community.weekday)):
            if min(walks, default=date.max) <= day <= ground.window.day:
                values[row][column] = int(day in walks)
                traces.append(_trace("calendar", (row, column), [Item(walks[day].path, day)] if day in walks else []))
    series = [Series(say("charts.nth", number=n), tuple(row)) for n, row in enumerate(values, 1)]
    weekday = say(f"words.{WEEKDAYS[community.weekday]}")
    done, days = sum(each.total for each in series), len(traces)
    text = say("charts.calendar-text", weekday=weekday, walked=done, days=days, missed=days - done)
    labels = tuple(month.key for month in months) if days else ()
    chart = Chart(CALENDAR, say("charts.calendar", weekday=weekday), labels, tuple(series), "", text, "calendar")
    return Drawn("calendar", chart, {trace.key: trace for trace in traces})


def _weekdays(month: Period, weekday: int) -> list[date]:
    first = month.start + timedelta(days=(weekday - month.start.weekday()) % 7)
    return [day for n in range(5) if (day := first + timedelta(weeks=n)) <= month.end]


def _tiers(report: Report, ground: Ground, community: Community) -> Drawn:
    raised = [state for state in ground.states if ground.window.holds(state.raised)]
    categories = [id for id in report.figures.by_category if any((s.category or "none") == id for s in raised)]
    tiers = [tier for tier in (*TIERS, "none") if any((s.tier or "none") == tier for s in raised)]
    boxes: dict[Box, list[Item]] = {}
    for state in raised:
        label = categories.index(state.category or "none")
        _put(boxes, tiers.index(state.tier or "none"), label, item_of(state, state.raised))
    names = tuple(say(f"words.{tier}") for tier in tiers)
    labels = tuple(category_name(community, id) for id in categories)
    return _drawn("tiers", STACKED, boxes, names, labels, say("charts.issues"))


def _places(report: Report, ground: Ground, community: Community) -> Drawn:
    """Where most was raised in the months of the trend: a row a place, a column a month."""
    parts = [part for part in _parts(report) if part.start <= report.figures.as_of]
    places, found = Whereabouts(community), dict[str, list[IssueState]]()
    named = (hot.place for hot in report.hot_places)
    shown = places.spelled(ground.states) | {key: name for name in named for key in places.of(name)}
    for state in ground.states:
        if _part(parts, state.raised) is not None:
            for key in places.of(state.place):
                found.setdefault(key, []).append(state)
    most = sorted(found, key=lambda key: (-len(found[key]), shown[key]))[:PLACES_SHOWN]
    boxes: dict[Box, list[Item]] = {}
    for row, place in enumerate(most):
        for state in found[place]:
            _put(boxes, row, _part(parts, state.raised), item_of(state, state.raised))
    names, labels = [shown[key] for key in most], tuple(part.key for part in parts)
    return _drawn("places", HEAT, boxes, names, labels, say("charts.issues"))


def _closing(report: Report, ground: Ground, community: Community) -> Drawn:
    boxes: dict[Box, list[Item]] = {}
    for state in ground.states:
        if is_handled(state, ground.window):
            _put(boxes, 0, _span(CLOSING_DAYS, state.days_open), item_of(state, state.closed or state.day))
    return _drawn("closing", BARS, boxes, (say("charts.handled"),), _spans(CLOSING_DAYS), say("charts.issues"))


def _ages(report: Report, ground: Ground, community: Community) -> Drawn:
    """How long open issues have been open: those in time, those overdue, those parked."""
    series = ("in-time", "overdue", "parked")
    boxes: dict[Box, list[Item]] = {}
    for state in ground.states:
        counts = counted(state, ground.window)
        if counts.open:
            kind = 1 if counts.overdue else 2 if counts.parked else 0
            _put(boxes, kind, _span(AGES, state.days_open), item_of(state, state.raised))
    names = tuple(say(f"charts.{name}") for name in series)
    return _drawn("ages", STACKED, boxes, names, _spans(AGES), say("charts.issues"))


def _span(ends: Sequence[int], days: int) -> int:
    return sum(days > end for end in ends)


def _spans(ends: Sequence[int]) -> tuple[str, ...]:
    """Names of the spans: the same day, 1–3 days, …, over 90 days."""
    starts = (0, *(end + 1 for end in ends))
    named = [
        say("charts.same-day") if not end else say("charts.days-from-to", first=first, last=end)
        for first, end in zip(starts, ends, strict=False)
    ]
    return (*named, say("charts.days-over", last=ends[-1]))


def _put(boxes: dict[Box, list[Item]], series: int, label: int | None, item: Item) -> None:
    if label is not None:
        boxes.setdefault((series, label), []).append(item)


def _drawn(
    name: str, kind: str, boxes: Mapping[Box, list[Item]], names: Iterable[str], labels: tuple[str, ...], unit: str
) -> Drawn:
    series = tuple(
        Series(title, tuple(len(boxes.get((row, column), ())) for column in range(len(labels))))
        for row, title in enumerate(names)
    )
    title = say(f"charts.{name}")
    chart = Chart(kind, title, labels, series, unit, _in_words(name, kind, series, labels, unit), name)
    return Drawn(name, chart, {trace.key: trace for trace in (_trace(name, box, boxes[box]) for box in boxes)})


def _trace(name: str, box: Box, items: list[Item]) -> Trace:
    return Trace(f"charts.{name}.{box[0]}.{box[1]}", len(items), tuple(items))


def _in_words(name: str, kind: str, series: Sequence[Series], labels: Sequence[str], unit: str) -> str:
    """What the picture tells: how many in all, and where most are."""
    if kind == HEAT:
        totals = [(each.total, each.name) for each in series]
    else:
        first = series[:1] if kind == LINE else series
        totals = [(sum(each.values[n] or 0 for each in first), label) for n, label in enumerate(labels)]
    if not totals:
        return ""
    value, label = max(totals, key=lambda pair: pair[0])
    if kind == HEAT:
        return say(f"charts.most-{name}", label=label, value=value, unit=unit)
    sums = [say("charts.sum", name=each.name, total=each.total, unit=unit) for each in series if each.total]
    return say("charts.words", sums=say("charts.comma").join(sums), label=label, value=value, unit=unit)
