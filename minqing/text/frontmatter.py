"""The front matter of a diary file for python-frontmatter: a handler that knows our fences and keeps positions."""

from __future__ import annotations

from typing import Any

from frontmatter.default_handlers import BaseHandler

from minqing.text.fences import FENCE, parts_of
from minqing.text.nodes import compose


class DiaryHandler(BaseHandler):
    """Front matter between ``---`` and dashes an input method makes of them (``———``), as nodes with positions."""

    FM_BOUNDARY = FENCE
    START_DELIMITER = END_DELIMITER = "---"

    def detect(self, text: str) -> bool:
        """Whether ``text`` starts with a fence."""
        return parts_of(text).opening is not None

    def split(self, text: str) -> tuple[str, str]:
        """The front matter and the body; raises ``ValueError`` where a fence is missing."""
        parts = parts_of(text)
        if not parts.closing:
            raise ValueError("no front matter between two fences")
        return parts.front, parts.body

    def load(self, fm: str) -> dict[str, Any]:
        """The front matter as its root node; nothing is constructed from it."""
        return {"node": compose(fm)}


HANDLER = DiaryHandler()
