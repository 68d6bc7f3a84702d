"""A question that is drawn anew where its terminal becomes narrower: the rows it took meanwhile are all cleared.

Most terminals break a row again that has become too long for them, so that what was drawn stands on more rows than
were drawn; prompt_toolkit goes up by those it drew, and what is above stays as a stray line.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from prompt_toolkit import PromptSession
from prompt_toolkit.layout.screen import Char, Screen
from prompt_toolkit.renderer import Renderer

CUTS_ROWS = ("XTERM_VERSION",)
"""What stands in the environment of a terminal that cuts a row off instead of breaking it."""


def watch_width(session: PromptSession[str], env: Mapping[str, str]) -> None:
    """Let ``session`` draw its question so that a narrower terminal keeps nothing of what was drawn before."""
    app = session.app
    if not any(name in env for name in CUTS_ROWS):
        app.renderer = Resized(
            app.renderer.style, app.output, cpr_not_supported_callback=app.cpr_not_supported_callback
        )  # fmt: skip


def rows_taken(widths: Iterable[int], columns: int) -> int:
    """On how many rows characters of such widths stand, where a row has so many columns."""
    rows, used = 1, 0
    for wide in widths:
        if used + wide > columns:
            rows, used = rows + 1, 0
        used += wide
    return rows


def _cells(row: Mapping[int, Char], end: int) -> Iterator[int]:
    """The widths of what was drawn in a row before the column ``end``."""
    at = 0
    while at < end:
        wide = max(1, row[at].width if at in row else 1)
        yield wide
        at += wide


def _end(row: Mapping[int, Char]) -> int:
    """The column behind the last character of a row; blanks at its end are not drawn."""
    return max((at + max(1, char.width) for at, char in row.items() if char.char.strip()), default=0)


def rows_above(screen: Screen, cursor_row: int, cursor_column: int, columns: int) -> int:
    """How many rows what is drawn takes above the cursor, in a terminal of so many columns."""
    above = (screen.data_buffer[at] for at in range(cursor_row))
    before = sum(rows_taken(_cells(row, _end(row)), columns) for row in above)
    beside = (*_cells(screen.data_buffer[cursor_row], cursor_column), 1)
    return before + rows_taken(beside, columns) - 1


class Resized(Renderer):
    """Draws as its parent does, and knows on how many rows that stands in a terminal that has become narrower."""

    def erase(self, leave_alternate_screen: bool = True) -> None:
        """Clear what is drawn, wherever the terminal has broken it."""
        screen, drawn = self.last_rendered_screen, self._last_size
        columns = self.output.get_size().columns
        if screen and drawn and columns < drawn.columns:
            more = rows_above(screen, self._cursor_pos.y, self._cursor_pos.x, columns) - self._cursor_pos.y
            self.output.cursor_up(more)
        super().erase(leave_alternate_screen)
