"""What is drawn in a terminal: as Rich draws it where all fits, nothing cut and nothing too wide where not."""

from __future__ import annotations

import io
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.console import Console

from minqing.cli.drawing import (
    COLOURS,
    as_lines,
    column_widths,
    drawn,
    fitted,
    packed,
    table_width,
    terminal_columns,
    wrapped,
)
from minqing.cli.screen import TONES, _draw_rich
from minqing.reports.document import Column, Heading, Line, Row, Table
from minqing.text.normal import width

TITLE = "5号楼的老爷子说窗前的路灯太亮,晚上睡不着觉,已经连着反映了三次"
TABLE = Table(
    (Column("编号"), Column("事由", flexible=True), Column("户数", right=True)),
    (Row(("20261116-1", TITLE, "12"), "bad"), Row(("20261116-2", "灯坏 on floor 3", "3"))),
)
BLOCKS: tuple[Heading | Line | Table, ...] = (
    Heading("标题"), Line("一行 [red]字[/red]", "dim", 4), TABLE, Heading("小节", 2), Line("完"),
)  # fmt: skip


def lines(columns: int, colours: dict[str, str] | None = None) -> list[str]:
    return "".join(drawn(BLOCKS, columns, colours or {})).splitlines()


def plain(text: str) -> list[str]:
    return [line.rstrip() for line in re.sub(r"\x1b\[[0-9;]*m", "", text).splitlines()]


def test_it_looks_as_rich_draws_it_where_all_fits() -> None:
    out = io.StringIO()
    _draw_rich(BLOCKS, Console(file=out, width=120, highlight=False, markup=False, emoji=False), TONES)
    assert plain("\n".join(lines(120, dict(COLOURS)))) == plain(out.getvalue())


@pytest.mark.parametrize("columns", [12, 30, 69, 70, 80])
def test_what_does_not_fit_wraps_and_nothing_is_lost(columns: int) -> None:
    shown = lines(columns)
    assert max(map(width, shown)) <= columns
    letters = "".join(shown).replace(" ", "")
    assert all(letters.count(c) >= TITLE.count(c) for c in TITLE)


def test_numbers_and_days_stay_whole_while_another_column_can_give_way() -> None:
    assert any("20261116-1" in line and "12" in line for line in lines(75))


def test_a_row_has_one_colour_and_ends_it_on_each_line() -> None:
    red = [line for line in lines(75, dict(COLOURS)) if line.startswith("\x1b[31m")]
    assert len(red) == 2
    assert all(line.endswith("\x1b[0m") for line in red)
    assert not any("\x1b" in line for line in lines(75))


def test_words_and_marks_stay_together() -> None:
    assert wrapped("lamp broken again", 12) == ["lamp broken", "again"]
    assert wrapped("灯坏了,请来", 6) == ["灯坏", "了,请", "来"]
    assert wrapped("abcdefgh", 3) == ["abc", "def", "gh"]


@given(st.text(st.sampled_from("灯坏了,。a1-b  e\u0301😀\u200d（"), max_size=40), st.integers(1, 20))
def test_lines_hold_all_but_blanks_and_are_never_too_wide(text: str, room: int) -> None:
    found = wrapped(text, room)
    assert "".join(found).replace(" ", "") == text.replace(" ", "")
    assert all(width(line) <= max(room, 2) for line in found)


def test_the_width_is_what_is_asked_for_or_said(monkeypatch: pytest.MonkeyPatch) -> None:
    assert terminal_columns({"COLUMNS": "66"}, 1) == 66
    with open("/dev/null") as nothing:
        assert terminal_columns({"COLUMNS": "x"}, nothing.fileno()) == 80


def test_a_message_keeps_its_indentation_and_begins_no_line_with_a_mark() -> None:
    said = "  没有写入日记。回答过的内容都留着,下次 minqing 记录 可以接着记。"
    shown = fitted(said, 28)
    assert [line[:2] for line in shown] == ["  "] * len(shown)
    assert "".join(line.strip() for line in shown).replace(" ", "") == said.replace(" ", "")
    assert not any(line.strip().startswith((",", "。")) for line in shown)
    assert max(map(width, shown)) <= 28


def test_parts_stand_beside_each_other_until_a_line_is_full() -> None:
    assert packed(("t 中事", "c 物业服务", "p 6号楼"), 80) == "  t 中事  c 物业服务  p 6号楼"
    assert packed(("t 中事", "c 物业服务", "p 6号楼"), 20) == "  t 中事  c 物业服务\n  p 6号楼"
    assert packed(("很长很长的一个部分", "短"), 10) == "  很长很长的一个部分\n  短"


def test_the_width_of_a_table_is_what_it_is_drawn_with() -> None:
    table = list(drawn([TABLE], table_width(TABLE), {}))
    assert len(table) == 2 + len(TABLE.rows)
    closer = list(drawn([TABLE], table_width(TABLE) - 2, {}))
    assert len(closer) == len(table)
    assert max(map(width, closer)) == table_width(TABLE) - 2 + 1  # its line breaks
    assert len(list(drawn([TABLE], table_width(TABLE) - 3, {}))) > len(table)


OWNED = Table(
    (Column("编号"), Column("事由", flexible=True), Column("责任", flexible=True, most=10), Column("状态")),
    (Row(("20261116-1", TITLE, "治安和调解委员会", "办理中")), Row(("20261116-2", "灯坏", "maintenance", "办理中"))),
)


@pytest.mark.parametrize(
    ("columns", "widths"),
    [(110, [10, 61, 16, 6]), (80, [10, 42, 16, 6]), (74, [10, 36, 16, 6]), (72, [10, 39, 11, 6])],
    ids=["all fits", "the text wraps", "it is just roomy", "the owner keeps to its longest word"],
)
def test_a_column_with_a_measure_keeps_to_it_only_where_a_text_would_be_squeezed(
    columns: int, widths: list[int]
) -> None:
    assert column_widths(OWNED, columns) == widths


def test_a_measured_column_gets_more_where_that_makes_fewer_lines() -> None:
    """One long matter alone makes nobody's owner break over two lines."""
    rows = (OWNED.rows[0], *(Row((f"20261116-{n}", "楼道灯不亮", "治安和调解委员会", "办理中")) for n in range(2, 9)))
    assert column_widths(Table(OWNED.columns, rows), 68) == [10, 30, 16, 6]


def test_rows_as_lines_hold_every_cell_and_hang_below_the_first() -> None:
    shown = list(as_lines(OWNED.rows, 40))
    assert shown[0].text == "20261116-1  5号楼的老爷子说窗前的路灯太"
    assert all(width(line.text) + line.indent <= 40 for line in shown)
    assert {line.indent for line in shown[1:3]} == {12}
    told = "".join(line.text.replace(" ", "") for line in shown)
    assert told == "".join(cell for row in OWNED.rows for cell in row.cells)
