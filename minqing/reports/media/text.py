"""The report as a message for WeChat: plain lines, always under 500 characters, from ``report.txt.j2``."""

from __future__ import annotations

from minqing.reports.handout import Handout
from minqing.reports.media.variables import variables_of
from minqing.text.normal import visible

MOST = 499
"""Characters of a message: longer ones are folded away on a phone and nobody unfolds them."""


def render(handout: Handout) -> bytes:
    """The message as UTF-8. Raises ``MinqingError`` where the template is broken."""
    return message(handout).encode()


def message(handout: Handout) -> str:
    """The message; lines that no longer fit are left out from the end, a first line alone that is too long is cut."""
    return fitted(handout.templates.filled("report.txt.j2", **variables_of(handout)))


def fitted(text: str, most: int = MOST) -> str:
    """As many whole lines as have ``most`` characters together."""
    lines = [visible(line).rstrip() for line in text.strip().splitlines()]
    while len(lines) > 1 and len("\n".join(lines)) + 1 > most:
        lines.pop()
    kept = "\n".join(lines)
    return (kept if len(kept) < most else kept[: most - 2] + "…") + "\n"
