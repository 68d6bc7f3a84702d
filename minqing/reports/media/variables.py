"""What every template of the report is given."""

from __future__ import annotations

from typing import Any

from minqing.messages import language
from minqing.reports.document import Heading
from minqing.reports.handout import Handout
from minqing.reports.ledger_blocks import with_annex
from minqing.reports.summary import brief_lines


def variables_of(handout: Handout) -> dict[str, Any]:
    """The variables by name; they are described in ``docs/templates.md``."""
    heading = next((block.text for block in handout.blocks if isinstance(block, Heading)), "")
    return {
        "title": heading,
        "report": handout.report,
        "document": with_annex(handout),
        "brief": brief_lines(handout.report, handout.community),
        "community": handout.community,
        "masked": handout.masked,
        "today": handout.today,
        "language": language(),
    }
