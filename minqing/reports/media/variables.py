"""What every template of the report is given."""

from __future__ import annotations

from typing import Any

from minqing.messages import language
from minqing.reports.handout import Handout
from minqing.reports.summary import brief_lines


def variables_of(handout: Handout) -> dict[str, Any]:
    """The variables by name; they are described in ``docs/templates.md``."""
    return {
        "report": handout.report,
        "document": handout.blocks,
        "brief": brief_lines(handout.report, handout.community),
        "community": handout.community,
        "masked": handout.masked,
        "today": handout.today,
        "language": language(),
    }
