"""One renderer a medium: each makes the bytes of a file of a handout. Only the one that runs is imported.

A renderer draws and decides nothing: what is said, masked and left out was decided before.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from minqing.reports.handout import Handout

MEDIA: Mapping[str, str] = {
    ".md": "markdown",
    ".txt": "text",
    ".html": "html",
    ".docx": "word",
    ".xlsx": "excel",
    ".csv": "sheet",
    ".json": "data",
}
"""The ending of a file to the module of this package that renders it; the first is what ``-o -`` gives."""

ENDINGS = tuple(MEDIA)
"""Every ending a report can be saved with."""


def render(ending: str, handout: Handout) -> bytes:
    """The bytes of the file. ``ending`` is one of ``ENDINGS``.

    Raises ``MinqingError`` for a broken template, and where the extra for office files is not installed.
    """
    renderer: Callable[[Handout], bytes] = import_module(f"{__name__}.{MEDIA[ending]}").render
    return renderer(handout)
