"""The report as JSON: what ``report --json`` answers, for handing on to another program."""

from __future__ import annotations

import json

from minqing.reports.handout import Handout
from minqing.reports.report import report_dict


def render(handout: Handout) -> bytes:
    """The report as UTF-8 JSON; ``masked`` tells whether personal details were taken out."""
    answer = {**report_dict(handout.report), "masked": handout.masked}
    return (json.dumps(answer, ensure_ascii=False, indent=1) + "\n").encode()
