"""Charts in a terminal: labels and figures line up, bars are as long as their figures, a pipe gets figures alone."""

from __future__ import annotations

import pytest

from minqing.messages import speaking
from minqing.reports.chart_text import chart_in_words, chart_lines
from minqing.reports.document import BARS, CALENDAR, HEAT, LINE, STACKED, Chart, Series
from minqing.text.normal import width


@pytest.fixture(autouse=True)
def zh():
    with speaking("zh"):
        yield


def chart(kind, labels, *values, names="提出 办结 挂账", unit="件"):
    series = tuple(Series(name, tuple(row)) for name, row in zip(names.split(), values, strict=False))
    return Chart(kind, "标题", tuple(labels), series, unit, "一句话。")


def lines(made, columns=80):
    return [line.text for line in chart_lines(made, columns)]


def test_bars_line_up_whatever_the_labels():
    found = lines(chart(BARS, ["路灯", "a", "环境卫生"], [10, 5, 100]))
    assert found[0] == "标题(件)"
    starts = [width(line[: line.index("█")]) for line in found[1:]]
    assert len(set(starts)) == 1
    assert [line.count("█") for line in found[1:]] == [3, 2, 31]


def test_a_bar_of_nought_has_none_and_of_one_has_one():
    found = lines(chart(BARS, ["a", "b", "c"], [0, 1, 10000]))
    assert [line.count("█") for line in found[1:]][:2] == [0, 1]


def test_the_parts_of_a_bar_are_as_long_as_the_whole():
    whole = lines(chart(BARS, ["a", "b"], [31, 17]))
    parts = lines(chart(STACKED, ["a", "b"], [10, 5], [11, 6], [10, 6]))
    for one, other in zip(whole[1:], parts[1:3], strict=True):
        assert one.count("█") == sum(other.count(mark) for mark in "█▓▒")
    assert "▓ 办结" in parts[-1]


@pytest.mark.parametrize("columns", [40, 60, 100])
@pytest.mark.parametrize("kind", [BARS, STACKED])
def test_no_bar_is_wrapped_even_where_a_block_takes_two_columns(kind, columns):
    made = chart(kind, ["环境卫生", "b"], [12345, 3], [7, 3])
    for line in lines(made, columns)[1:3]:
        assert width(line) + sum(line.count(mark) for mark in "█▓▒░") + 2 <= columns


def test_a_sparkline_has_a_mark_for_each_label():
    found = lines(chart(LINE, ["2026-01", "2026-02", "2026-03"], [0, 5, 10], [1, None, 1]))
    assert found[1].endswith("▁▅█")
    assert found[2].endswith("█ █")
    assert found[3] == "2026-01 至 2026-03"


def test_a_calendar_tells_walked_from_missed_by_the_mark():
    found = lines(chart(CALENDAR, ["2026-01", "2026-02", "2026-03"], [1, 0, None], unit=""))
    assert found[1].endswith("# -")


def test_shades_of_a_heat_map_grow_with_the_figure():
    assert lines(chart(HEAT, list("abcde"), [0, 1, 4, 7, 10]))[1][-5:] == " ░▒▓█"


def test_a_pipe_is_told_the_figures():
    assert [line.text for line in chart_in_words(chart(BARS, ["灯", "树"], [3, 0]))] == ["标题(件): 灯 3"]
    assert [line.text for line in chart_in_words(chart(HEAT, ["灯", "树"], [3, 1]))] == ["一句话。"]


@pytest.mark.parametrize(
    ("kind", "told"), [(BARS, "标题: 一句话。"), (LINE, "标题: 一句话。"), (HEAT, "一句话。"), (CALENDAR, "一句话。")]
)
def test_a_picture_that_is_not_there_is_not_announced(kind, told):
    assert chart(kind, ["灯", "树"], [3, 1]).told == told
    assert chart(kind, [], []).told == ""


def test_nothing_is_drawn_of_nothing():
    empty = chart(BARS, ["a"], [0])
    assert empty.is_empty
    assert lines(empty) == []
    assert chart_in_words(empty) == []
    assert not chart(CALENDAR, ["a"], [0]).is_empty
