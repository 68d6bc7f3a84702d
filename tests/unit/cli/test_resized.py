"""How many rows a drawn question takes where the terminal became narrower."""

from __future__ import annotations

import pytest

pytest.importorskip("prompt_toolkit")
from prompt_toolkit import PromptSession
from prompt_toolkit.input import create_pipe_input
from prompt_toolkit.layout.screen import Char, Screen
from prompt_toolkit.output import DummyOutput
from prompt_toolkit.renderer import Renderer

from minqing.cli.keyboard.resized import Resized, rows_above, rows_taken, watch_width

QUESTION = ("  t 中事  c 公共设施  p 5号楼  [回车=对] ", "第2件事? 楼道灯不亮")


def drawn(*lines: str) -> Screen:
    """What is drawn for some lines, as the library has it: the second half of a 汉字 is an empty cell."""
    screen = Screen()
    for row, line in enumerate(lines):
        at = 0
        for character in line:
            char = Char(character)
            screen.data_buffer[row][at] = char
            if char.width == 2:
                screen.data_buffer[row][at + 1] = Char("")
            at += char.width
    return screen


@pytest.mark.parametrize(
    ("text", "columns", "rows"),
    [("", 9, 1), ("abcdefghi", 9, 1), ("abcdefghij", 9, 2), ("汉字汉字汉", 9, 2), ("a汉字汉", 6, 2)],
)  # fmt: skip
def test_a_row_is_broken_where_the_next_character_has_no_room(text: str, columns: int, rows: int) -> None:
    assert rows_taken((Char(c).width for c in text), columns) == rows


@pytest.mark.parametrize(
    ("columns", "above"), [(80, 1), (40, 1), (39, 2), (20, 2), (19, 3), (13, 4)],
)  # fmt: skip
def test_rows_above_the_cursor_are_those_the_terminal_made_of_them(columns: int, above: int) -> None:
    """The first line is 40 columns wide and a blank, which is drawn only with the cursor behind it."""
    assert rows_above(drawn(*QUESTION), 1, 10, columns) == above


def test_the_cursors_own_row_is_broken_too() -> None:
    assert rows_above(drawn(*QUESTION), 1, 20, 12) == rows_above(drawn(*QUESTION), 1, 0, 12) + 1


@pytest.mark.parametrize(("env", "renderer"), [({}, Resized), ({"XTERM_VERSION": "XTerm(390)"}, Renderer)])
def test_a_terminal_that_cuts_its_rows_off_is_left_alone(env: dict[str, str], renderer: type) -> None:
    with create_pipe_input() as pipe:
        session: PromptSession[str] = PromptSession(input=pipe, output=DummyOutput())
        watch_width(session, env)
        assert type(session.app.renderer) is renderer
