"""``-o FILE`` of every command that hands something out: one way to name the file, one to save it."""

from __future__ import annotations

import sys
from collections.abc import Callable, Sequence

from minqing.cli.context import Context
from minqing.domain.errors import MISUSE, MinqingError
from minqing.messages import say
from minqing.workspace.saving import Target, save, target

BINARY = (".docx", ".xlsx")
"""Forms that are no text: they go into a file or a pipe, never onto a screen."""


def target_of(context: Context, given: str, endings: Sequence[str]) -> Target:
    """What was typed after ``-o``, checked before any work is done; ``-`` is stdout in the first form offered.

    Raises ``MinqingError`` (exit 2) where nothing can be saved there.
    """
    where = target(given, endings, context.root)
    if where.path is None and where.ending in BINARY and sys.stdout.isatty():
        raise MinqingError("saving.binary-to-terminal", MISUSE, ending=where.ending)
    return where


def hand_out(context: Context, where: Target, made: Callable[[], bytes], said: str = "saving.saved") -> None:
    """Make the file and save it; ``said`` is the sentence that names it afterwards (``path``).

    ``made`` is called first: when it fails, what is there stays as it was.
    """
    content = made()
    if where.path is None:
        _to_stdout(content)
        return
    save(where.path, content)
    context.screen.message(say(said, path=where.name))


def _to_stdout(content: bytes) -> None:
    """The bytes as they are; in a terminal as text, so that a GBK console shows them."""
    if sys.stdout.isatty() or not hasattr(sys.stdout, "buffer"):
        sys.stdout.write(content.decode("utf-8-sig"))
        return
    sys.stdout.flush()
    sys.stdout.buffer.write(content)
    sys.stdout.buffer.flush()
