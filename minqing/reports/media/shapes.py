"""Charts as plain shapes on a narrow sheet, for a template to draw: the same on a phone, a screen and paper.

The sheet is as wide as a phone, so that its letters stay legible where it is not scaled up. Colours are names of
classes; what they look like, by day and by night, is the style sheet's. No figure is told by colour alone.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence

from minqing.domain.values import dataclass, field
from minqing.reports.document import BARS, CALENDAR, HEAT, LINE, STACKED, Chart, Number
from minqing.text.normal import width

WIDE = 360.0
"""Units of the sheet: about the pixels of a phone."""

LETTER = 11.0
"""Height of a letter; a Chinese one is as wide."""

HALF = 0.57
"""What a Latin letter takes of that at most, on the average of a word."""

ROW = 22.0
TOP = 8.0


@dataclass(frozen=True, slots=True)
class Box:
    """A rectangle: its ``look`` is a class of the style sheet, ``tip`` what is told of it, ``key`` its figure's."""

    x: float
    y: float
    wide: float
    high: float
    look: str
    tip: str = ""
    key: str = ""


@dataclass(frozen=True, slots=True)
class Word:
    """A text at a point: ``anchor`` is ``start``, ``middle`` or ``end``."""

    x: float
    y: float
    text: str
    anchor: str = "start"
    look: str = ""


@dataclass(frozen=True, slots=True)
class Stroke:
    """A line through points, given as a path."""

    path: str
    look: str


@dataclass(frozen=True, slots=True)
class Drawing:
    """A chart as shapes, ``high`` units high."""

    chart: Chart
    high: float
    boxes: tuple[Box, ...] = field(default_factory=tuple)
    words: tuple[Word, ...] = field(default_factory=tuple)
    strokes: tuple[Stroke, ...] = field(default_factory=tuple)

    @property
    def wide(self) -> float:
        """Units of its width."""
        return WIDE


def drawn(chart: Chart) -> Drawing:
    """The shapes of a chart."""
    return _DRAWN[chart.kind](chart)


def _bars(chart: Chart) -> Drawing:
    """A bar a label, its parts in a row; the sum behind it."""
    labels = [_shortened(label, 12) for label in chart.labels]
    left = _room(labels)
    totals = [sum(s.values[n] or 0 for s in chart.series) for n in range(len(labels))]
    space = WIDE - left - _long(str(max(totals))) - 14
    unit = space / float(max(*totals, 1))
    top = TOP + (20 if len(chart.series) > 1 else 0)
    boxes = [box for n in range(len(labels)) for box in _parts(chart, n, left, top + n * ROW, unit)]
    words = list(_legend(chart)) if len(chart.series) > 1 else []
    for n, (label, total) in enumerate(zip(labels, totals, strict=True)):
        middle = top + n * ROW + ROW / 2 + 1
        words.append(Word(left - 6, middle, label, "end"))
        words.append(Word(left + float(total) * unit + 5, middle, str(total), "start", "value"))
    return Drawing(chart, top + len(labels) * ROW + 4, tuple(boxes), tuple(words))


def _parts(chart: Chart, n: int, left: float, y: float, unit: float) -> Iterator[Box]:
    x = left
    for row, series in enumerate(chart.series):
        value = series.values[n] or 0
        if value:
            tip = f"{chart.labels[n]} {series.name}: {value}"
            yield Box(x, y + 3, max(float(value) * unit - 1, 1), ROW - 7, f"s{row}", tip, _key(chart, row, n))
            x += float(value) * unit


def _legend(chart: Chart) -> Iterator[Word]:
    """The names of the series after a mark of their look."""
    x = 8.0
    for row, series in enumerate(chart.series):
        yield Word(x, TOP + 6, "■", "start", f"t{row}")
        yield Word(x + 14, TOP + 6, series.name)
        x += 14 + _long(series.name) + 12


def _line(chart: Chart) -> Drawing:
    """A line a series; the points of each have a form of their own."""
    left, right, top, bottom = 30.0, WIDE - 12, TOP + 26, TOP + 166
    peak = _round_up(max((v for v in chart.values if v is not None), default=0))
    step = (right - left) / max(len(chart.labels) - 1, 1)
    words, strokes, boxes = list(_legend(chart)), [], []
    for share in (0, 0.5, 1):
        y = bottom - (bottom - top) * share
        strokes.append(Stroke(f"M{left:.0f} {y:.1f}H{right:.0f}", "grid"))
        words.append(Word(left - 5, y, f"{peak * share:g}", "end"))
    for row, series in enumerate(chart.series):
        points = [
            (left + n * step, bottom - (bottom - top) * float(value) / peak, value, n)
            for n, value in enumerate(series.values) if value is not None
        ]  # fmt: skip
        strokes.append(Stroke("M" + "L".join(f"{x:.1f} {y:.1f}" for x, y, *_ in points), f"l{row}"))
        for x, y, value, n in points:
            tip = f"{chart.labels[n]} {series.name}: {value}"
            boxes.append(Box(x - 3, y - 3, 6, 6, f"s{row} p{row}", tip, _key(chart, row, n)))
    words += _along(chart.labels, left, step, bottom + 14)
    return Drawing(chart, bottom + 24, tuple(boxes), tuple(words), tuple(strokes))


def _round_up(peak: Number) -> int:
    """A round even number above a peak, for the scale."""
    scale = 2
    for factor in (2, 5, 10, 20, 50, 100, 200, 500, 1000, 2000, 5000, 10000):
        scale = factor
        if peak <= factor * 5:
            break
    return max(2, -(-int(peak + 1) // scale) * scale)


def _along(labels: Sequence[str], left: float, step: float, y: float) -> Iterator[Word]:
    """Labels along the bottom, as many as there is room for; months of a year tell the year with the first one."""
    every = max(1, -(-int(len(labels) * 38) // int(WIDE - 40)))
    for n in range(0, len(labels), every):
        anchor = "middle" if 0 < n < len(labels) - 1 else "start" if n == 0 and step > 20 else "middle"
        yield Word(left + n * step, y, _point(labels, n, every), anchor)


def _point(labels: Sequence[str], n: int, every: int) -> str:
    """A label along the bottom: 2020-05 as 5, and the year where it begins."""
    year, _, month = labels[n].partition("-")
    if not month:
        return year
    before = labels[n - every].partition("-")[0] if n >= every else ""
    return f"{year[2:]}-{month[:2]}" if year != before else month[:2].lstrip("0")


def _heat(chart: Chart) -> Drawing:
    """A row a series, a column a label; figures stand in the cells where these are wide enough."""
    names = [_shortened(series.name, 12) for series in chart.series]
    left = _room(names)
    cell = (WIDE - left - 6) / len(chart.labels)
    high = 20.0 if cell > 14 else max(LETTER + 1, cell)
    top = TOP + 16
    peak = max((v for v in chart.values if v is not None), default=0)
    boxes, words = [], list(_along(chart.labels, left + cell / 2, cell, TOP + 5))
    for row, series in enumerate(chart.series):
        y = top + row * (high + 2)
        words.append(Word(left - 6, y + high / 2 + 1, names[row], "end"))
        for n, value in enumerate(series.values):
            level = _level(value, peak)
            tip = f"{series.name} {chart.labels[n]}: {value}" if value else ""
            key = _key(chart, row, n) if value else ""
            boxes.append(Box(left + n * cell, y, cell - 1, high, f"h{level}", tip, key))
            if value and cell > 14:
                words.append(Word(left + (n + 0.5) * cell - 0.5, y + high / 2 + 1, str(value), "middle", f"on{level}"))
    return Drawing(chart, top + len(names) * (high + 2) + 4, tuple(boxes), tuple(words))


def _level(value: Number | None, peak: Number) -> int:
    """How dark a cell is: 0 for nought, up to 4."""
    if not value or not peak:
        return 0
    return max(1, min(4, -(-int(value) * 4 // int(peak))))


def _calendar(chart: Chart) -> Drawing:
    """Walked days are full and ticked, missed ones empty and crossed."""
    names = [series.name for series in chart.series]
    left = _room(names)
    cell = (WIDE - left - 6) / len(chart.labels)
    size = min(cell - 2, 18.0)
    top = TOP + 16
    boxes, strokes = [], []
    words = list(_along(chart.labels, left + size / 2, cell, TOP + 5))
    for row, series in enumerate(chart.series):
        y = top + row * (size + 4)
        words.append(Word(left - 6, y + size / 2 + 1, names[row], "end"))
        for n, value in enumerate(series.values):
            if value is not None:
                x = left + n * cell
                tip = f"{chart.labels[n]} {series.name}: {'✓' if value else '✗'}"
                boxes.append(Box(x, y, size, size, "walked" if value else "missed", tip, _key(chart, row, n)))
                strokes.append(_mark(x, y, size, bool(value)))
    return Drawing(chart, top + len(names) * (size + 4) + 4, tuple(boxes), tuple(words), tuple(strokes))


def _mark(x: float, y: float, size: float, walked: bool) -> Stroke:
    """A tick or a cross within a square."""
    a, b, c = size * 0.25, size * 0.5, size * 0.75
    if walked:
        return Stroke(f"M{x + a:.1f} {y + b:.1f}L{x + b * 0.9:.1f} {y + c:.1f}L{x + c:.1f} {y + a * 1.2:.1f}", "tick")
    path = f"M{x + a:.1f} {y + a:.1f}L{x + c:.1f} {y + c:.1f}M{x + c:.1f} {y + a:.1f}L{x + a:.1f} {y + c:.1f}"
    return Stroke(path, "cross")


_DRAWN: Mapping[str, Callable[[Chart], Drawing]] = {
    BARS: _bars, STACKED: _bars, LINE: _line, HEAT: _heat, CALENDAR: _calendar,
}  # fmt: skip


def _key(chart: Chart, series: int, label: int) -> str:
    return f"charts.{chart.name}.{series}.{label}"


def _long(text: str) -> float:
    """How long a text is, in units."""
    return width(text) * LETTER * HALF


def _room(texts: Sequence[str]) -> float:
    """Where the sheet begins to the right of texts."""
    return max(map(_long, texts), default=0) + 12


def _shortened(text: str, columns: int) -> str:
    """A label that fits; the whole of it stands in the table below the chart."""
    if width(text) <= columns:
        return text
    while width(text) > columns - 1:
        text = text[:-1]
    return text + "…"
