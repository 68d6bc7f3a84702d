"""Charts that Word and Excel draw themselves, so that the person can change them; drawn once for both.

XlsxWriter describes the chart; for Word the same description becomes a part of the document, with the figures in a
workbook of its own inside it (which "edit data" opens).
"""

from __future__ import annotations

import io
import re
from datetime import datetime
from decimal import Decimal
from typing import Any

from minqing.domain.values import dataclass
from minqing.messages import language, say
from minqing.reports.document import BARS, LINE, STACKED, Chart, Number
from minqing.reports.media.package import parts_of, settled
from minqing.reports.media.printed import as_printed
from minqing.text.normal import fit_for_files
from minqing.workspace.extras import needed

KINDS = {
    BARS: {"type": "column"},
    STACKED: {"type": "column", "subtype": "stacked"},
    LINE: {"type": "line"},
}
"""The kinds of chart that office programs know; the others are drawn as tables."""

MANY = 8
"""From so many labels on bars lie, so that the labels can be read."""

FEW = 5
"""Up to so many, the figures beside a chart go up by one: half a matter is none."""

COLOURS = ("#1F4E79", "#C55A11", "#7F7F7F", "#548235", "#7030A0", "#BF9000")
"""Of the series, in order; dark enough to be told apart on a black and white print."""

SHEET = "data"
NEVER = datetime(2000, 1, 1)
"""When a chart's workbook says it was made, so that the same figures give the same bytes."""


@dataclass(frozen=True, slots=True)
class NativeChart:
    """A chart for a document: its XML without its figures' workbook, and that workbook."""

    xml: bytes
    workbook: bytes


def is_native(chart: Chart) -> bool:
    """Whether office programs can draw it."""
    return chart.kind in KINDS and not chart.is_empty


def native_chart(chart: Chart) -> NativeChart:
    """The chart as a part of a document. Raises ``MinqingError`` where the library is not installed."""
    drawn = parts_of(_workbook(chart, drawn=True))["xl/charts/chart1.xml"].decode()
    return NativeChart(_for_word(drawn).encode(), settled(_workbook(chart, drawn=False)))


def _workbook(chart: Chart, *, drawn: bool) -> bytes:
    out = io.BytesIO()
    workbook: Any = needed("xlsxwriter").Workbook(out, {"in_memory": True, "strings_to_formulas": False})
    workbook.set_properties({"created": NEVER})
    sheet = workbook.add_worksheet(SHEET)
    write_data(sheet, chart, 0, 0)
    if drawn:
        sheet.insert_chart(0, len(chart.series) + 2, described(workbook, chart, SHEET, 0, 0))
    workbook.close()
    return out.getvalue()


def write_data(sheet: Any, chart: Chart, row: int, column: int, head: Any = None) -> None:
    """Write the figures of a chart: its labels below each other, a column for each series."""
    for place, series in enumerate(chart.series, column + 1):
        sheet.write_string(row, place, fit_for_files(series.name), head)
        for at, value in enumerate(series.values, row + 1):
            if value is not None:
                sheet.write_number(at, place, _plain(value))
    for at, label in enumerate(chart.labels, row + 1):
        sheet.write_string(at, column, fit_for_files(label))


def _plain(value: Number) -> int | float:
    return float(value) if isinstance(value, Decimal) else value


def described(workbook: Any, chart: Chart, sheet: str, row: int, column: int) -> Any:
    """The chart as XlsxWriter describes it, of figures that ``write_data`` wrote."""
    lying = chart.kind != LINE and len(chart.labels) > MANY
    kind = {**KINDS[chart.kind], **({"type": "bar"} if lying else {})}
    made = workbook.add_chart(kind)
    last = row + len(chart.labels)
    for place in range(len(chart.series)):
        at = column + 1 + place
        colour = COLOURS[place % len(COLOURS)]
        shown = {"value": True, "font": _font(9)} if len(chart.series) == 1 and len(chart.labels) <= 2 * MANY else None
        look: dict[str, Any] = {"line": {"color": colour, "width": 2}} if chart.kind == LINE else {
            "fill": {"color": colour}, "gap": 60}  # fmt: skip
        made.add_series({
            "name": [sheet, row, at], "categories": [sheet, row + 1, column, last, column],
            "values": [sheet, row + 1, at, last, at], **look, **({"data_labels": shown} if shown else {}),
        })  # fmt: skip
    _dress(made, chart, lying)
    return made


def _dress(made: Any, chart: Chart, lying: bool) -> None:
    title = say("charts.title", title=chart.title, unit=chart.unit) if chart.unit else chart.title
    made.set_title(
        {"name": fit_for_files(as_printed(title)), "name_font": {**_font(12), "bold": False}, "overlay": False}
    )
    lines = {"visible": True, "line": {"color": "#D9D9D9"}}
    figures = {"num_font": _font(9), "major_gridlines": lines, **({"major_unit": 1} if _top(chart) <= FEW else {})}
    made.set_x_axis(figures if lying else {"num_font": _font(9), "reverse": False})
    made.set_y_axis({"num_font": _font(9), "reverse": True} if lying else figures)
    made.set_legend({"position": "bottom", "font": _font(9)} if len(chart.series) > 1 else {"none": True})
    made.set_chartarea({"border": {"none": True}})


def _top(chart: Chart) -> Number:
    """The highest point: of one bar, or of bars on top of each other."""
    columns = zip(*(series.values for series in chart.series), strict=True)
    together = sum if chart.kind == STACKED else max
    return max((together(value or 0 for value in column) for column in columns), default=0)


def _font(size: int) -> dict[str, Any]:
    return {"name": "宋体" if language() == "zh" else "Calibri", "size": size}


_PRINTING = re.compile(r"<c:printSettings>.*?</c:printSettings>", re.DOTALL)
_LATIN = re.compile(r'<a:latin typeface="([^"]*)"/>')
_SHOWN = '<c:showLegendKey val="0"/><c:showVal val="1"/>' + "".join(
    f'<c:show{what} val="0"/>' for what in ("CatName", "SerName", "Percent", "BubbleSize")
)
"""What labels say: the figure alone. What is not said programs take as they please."""
_EXTERNAL = '<c:externalData r:id="rId1"><c:autoUpdate val="0"/></c:externalData>'


def _for_word(drawn: str) -> str:
    """The part of a workbook as one of a document: its figures are elsewhere, it is not printed by itself.

    XlsxWriter names a font for Latin letters only; Chinese must stand in it as well.
    """
    if "<c:lineChart>" in drawn:  # without a word about it some programs draw curves
        drawn = drawn.replace("</c:ser>", '<c:smooth val="0"/></c:ser>')
    drawn = drawn.replace('<c:showVal val="1"/>', _SHOWN)
    both = _LATIN.sub(r'<a:latin typeface="\1"/><a:ea typeface="\1"/>', drawn)
    return _PRINTING.sub("", both).replace("</c:chartSpace>", f"{_EXTERNAL}</c:chartSpace>")


def chart_size(chart: Chart) -> tuple[int, int]:
    """Width and height in millimetres: as wide as the text, higher the more bars lie below each other."""
    lying = chart.kind != LINE and len(chart.labels) > MANY
    return 150, min(200, 30 + 7 * len(chart.labels)) if lying else 75
