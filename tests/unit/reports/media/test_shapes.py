"""Charts as shapes: everything lies on the sheet, is as large as its figure, and can be traced."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from minqing.reports.document import BARS, CALENDAR, HEAT, LINE, STACKED, Chart, Series
from minqing.reports.media.shapes import WIDE, drawn

FIGURES = st.one_of(st.none(), st.integers(0, 10**6))


def chart(kind, labels, *rows):
    series = tuple(Series(f"系列{n}", tuple(row)) for n, row in enumerate(rows))
    return Chart(kind, "标题", tuple(labels), series, "件", "", "some")


@st.composite
def charts(draw):
    kind = draw(st.sampled_from([BARS, STACKED, LINE, HEAT, CALENDAR]))
    count = draw(st.integers(1, 60 if kind in (HEAT, LINE) else 12))
    labels = [f"20{10 + n // 12}-{n % 12 + 1:02}" for n in range(count)]
    values = st.sampled_from([None, 0, 1]) if kind == CALENDAR else FIGURES
    rows = draw(st.integers(1, 1 if kind == BARS else 3))
    return chart(kind, labels, *(draw(st.lists(values, min_size=count, max_size=count)) for _ in range(rows)))


@given(charts())
def test_everything_lies_on_the_sheet(made):
    sheet = drawn(made)
    for box in sheet.boxes:
        assert box.wide > 0
        assert box.high > 0
        assert -1 <= box.x <= box.x + box.wide <= WIDE + 4
        assert -1 <= box.y <= box.y + box.high <= sheet.high + 1
    for word in sheet.words:
        assert 0 <= word.x <= WIDE
        assert 0 <= word.y <= sheet.high
    for stroke in sheet.strokes:
        assert not re.search(r"nan|inf|e\+", stroke.path)


def test_bars_are_as_long_as_their_figures():
    one, half = drawn(chart(BARS, ["a", "b"], [100, 50])).boxes
    assert half.wide + 1 == pytest.approx((one.wide + 1) / 2)


def test_the_parts_of_a_bar_follow_each_other():
    first, second = drawn(chart(STACKED, ["a"], [30], [10])).boxes
    assert second.x == pytest.approx(first.x + first.wide + 1)
    assert (first.look, second.look) == ("s0", "s1")


def test_the_highest_point_of_a_line_is_the_highest_figure():
    boxes = drawn(chart(LINE, ["2026-01", "2026-02", "2026-03"], [3, 9, 1])).boxes
    assert min(boxes, key=lambda box: box.y).tip.endswith("2026-02 系列0: 9")


def test_a_heat_map_is_darkest_where_most_is():
    looks = [box.look for box in drawn(chart(HEAT, list("abcd"), [0, 1, 5, 8])).boxes]
    assert looks == ["h0", "h1", "h3", "h4"]


def test_a_missed_day_is_told_by_a_mark_as_well():
    sheet = drawn(chart(CALENDAR, ["2026-01", "2026-02", "2026-03"], [1, 0, None]))
    assert [box.look for box in sheet.boxes] == ["walked", "missed"]
    assert [stroke.look for stroke in sheet.strokes] == ["tick", "cross"]
    assert [box.tip[-1] for box in sheet.boxes] == ["✓", "✗"]


def test_a_figure_can_be_traced_from_its_shape():
    assert {box.key for box in drawn(chart(STACKED, ["a", "b"], [1, 2], [3, 0])).boxes} == {
        "charts.some.0.0", "charts.some.0.1", "charts.some.1.0",
    }  # fmt: skip


def test_a_long_label_is_shortened_in_the_picture_alone():
    sheet = drawn(chart(BARS, ["北门外便道东侧的垃圾分类站点"], [1]))
    assert sheet.words[0].text.endswith("…")
    assert "北门外便道东侧的垃圾分类站点" in sheet.boxes[0].tip
