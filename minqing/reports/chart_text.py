"""Charts in a terminal: bars, sparklines and shades after what they stand for, so that nothing is put out of line.

Block characters are one column wide to some Chinese terminals and two to others. They stand at the end of a line only,
where that moves nothing; labels and figures before them line up.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from minqing.messages import say
from minqing.reports.document import BARS, CALENDAR, HEAT, LINE, STACKED, Chart, Line, Number, Series
from minqing.text.normal import width

LONGEST = 40
"""Cells of the longest bar where there is room."""

SPARKS = "▁▂▃▄▅▆▇█"
SHADES = " ░▒▓█"
FILLS = "█▓▒░"
"""How the series of a stacked bar are told apart, in order."""

DAYS = {None: " ", 0: "-", 1: "#"}
"""A day of the calendar: none, missed, walked. ASCII, because a row of them is read by its places."""


def chart_lines(chart: Chart, columns: int) -> list[Line]:
    """The chart drawn in a terminal of so many columns."""
    if chart.is_empty:
        return []
    return [Line(_title(chart)), *_DRAWN[chart.kind](chart, columns)]


def chart_in_words(chart: Chart) -> list[Line]:
    """The chart where nothing can be drawn: its figures, in a line."""
    if chart.is_empty:
        return []
    if chart.kind in (HEAT, CALENDAR) or len(chart.series) > 1:
        return [Line(chart.text)] if chart.text else []
    pairs = zip(chart.labels, chart.series[0].values, strict=True)
    told = say("charts.comma").join(f"{label} {value}" for label, value in pairs if value)
    return [Line(say("charts.in-words", title=_title(chart), figures=told))]


def _title(chart: Chart) -> str:
    return say("charts.title", title=chart.title, unit=chart.unit) if chart.unit else chart.title


def _bars(chart: Chart, columns: int) -> list[Line]:
    totals = [sum(series.values[n] or 0 for series in chart.series) for n in range(len(chart.labels))]
    shown = [str(total) for total in totals]
    names, figures = _widest(chart.labels), _widest(shown)
    room = max(1, min(LONGEST, (columns - names - figures - 6) // 2))
    top = max(totals, default=0)
    lines: list[Line] = [
        Line(f"{_padded(label, names)}  {' ' * (figures - len(figure))}{figure}  {_bar(chart, n, top, room)}".rstrip(),
             indent=2)
        for n, (label, figure) in enumerate(zip(chart.labels, shown, strict=True))
    ]  # fmt: skip
    return [*lines, *_legend(chart)]


def _bar(chart: Chart, n: int, top: Number, room: int) -> str:
    """Parts are rounded where they end, so that together they are as long as their sum."""
    bar = ""
    so_far: Number = 0
    for fill, series in zip(FILLS * (len(chart.series) // len(FILLS) + 1), chart.series, strict=False):
        so_far += series.values[n] or 0
        bar += fill * (_share(so_far, top, room) - len(bar))
    return bar


def _share(value: Number, top: Number, cells: int) -> int:
    """How many of ``cells`` a value takes; at least one where it is not nought."""
    return max(1, round(cells * value / top)) if value > 0 and top else 0


def _legend(chart: Chart) -> list[Line]:
    if len(chart.series) < 2:
        return []
    told = "  ".join(f"{fill} {series.name}" for fill, series in zip(FILLS, chart.series, strict=False))
    return [Line(told, "dim", 2)]


def _sparks(chart: Chart, columns: int) -> list[Line]:
    names, totals = _widest([s.name for s in chart.series]), [str(s.total) for s in chart.series]
    figures = _widest(totals)
    lines: list[Line] = [
        Line(f"{_padded(series.name, names)}  {' ' * (figures - len(total))}{total}  {_spark(series)}", indent=2)
        for series, total in zip(chart.series, totals, strict=True)
    ]
    return [*lines, Line(say("charts.from-to", first=chart.labels[0], last=chart.labels[-1]), "dim", 2)]


def _spark(series: Series) -> str:
    top = max((value for value in series.values if value is not None), default=0)
    return "".join(" " if value is None else _level(value, top, SPARKS) for value in series.values)


def _level(value: Number, top: Number, levels: str) -> str:
    """The mark of a value: the first one for nought alone."""
    return levels[_share(value, top, len(levels) - 1)]


def _heat(chart: Chart, columns: int) -> list[Line]:
    names = _widest([s.name for s in chart.series])
    top = max((value for value in chart.values if value is not None), default=0)
    rows: list[Line] = []
    for series in chart.series:
        marks = "".join(" " if value is None else _level(value, top, SHADES) for value in series.values)
        rows.append(Line(f"{_padded(series.name, names)}  {series.total:>4}  {marks}".rstrip(), indent=2))
    return [*rows, Line(say("charts.from-to", first=chart.labels[0], last=chart.labels[-1]), "dim", 2)]


def _calendar(chart: Chart, columns: int) -> list[Line]:
    names = _widest([s.name for s in chart.series])
    rows: list[Line] = [
        Line(f"{_padded(s.name, names)}  {' '.join(DAYS.get(_day(v), ' ') for v in s.values)}".rstrip(), indent=2)
        for s in chart.series
    ]
    return [*rows, Line(say("charts.days", walked=DAYS[1], missed=DAYS[0]), "dim", 2)]


def _day(value: Number | None) -> int | None:
    return None if value is None else int(bool(value))


_DRAWN: Mapping[str, Callable[[Chart, int], list[Line]]] = {
    BARS: _bars, STACKED: _bars, LINE: _sparks, HEAT: _heat, CALENDAR: _calendar,
}  # fmt: skip


def _widest(texts: Sequence[str]) -> int:
    return max(map(width, texts), default=0)


def _padded(text: str, columns: int) -> str:
    return text + " " * (columns - width(text))
