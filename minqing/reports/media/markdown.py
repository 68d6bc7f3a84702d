"""The report as Markdown, from ``report.md.j2``."""

from __future__ import annotations

import re

from minqing.reports.handout import Handout
from minqing.reports.media.variables import variables_of
from minqing.text.normal import visible

_MARKS = re.compile(r"([\\`*_\[\]<>|#~])")


def render(handout: Handout) -> bytes:
    """The report as UTF-8 Markdown. Raises ``MinqingError`` where the template is broken."""
    handout.templates.allow({"md": escaped})
    return handout.templates.filled("report.md.j2", **variables_of(handout)).encode()


def escaped(text: str) -> str:
    """Text of residents in Markdown: what would be a mark there is written as it stands."""
    return _MARKS.sub(r"\\\1", visible(text))
