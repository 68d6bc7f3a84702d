"""Numbers that made way: two people had given one number to two matters, and one of them got another number."""

from __future__ import annotations

import re
from collections.abc import Sequence
from pathlib import Path

from minqing.history.findings import Finding
from minqing.history.git import run


def without_ways_made(root: Path, tip: str, findings: Sequence[Finding]) -> list[Finding]:
    """``findings`` without those about a number that now stands for the other matter: so nothing was rewritten."""
    given_up = {one.params["old"] for one in findings if _is_about_a_number(one)}
    stand = {id for id in given_up if re.fullmatch(r"\d{8}-\d+", id) and _stands(root, tip, id)}
    return [one for one in findings if not (_is_about_a_number(one) and one.params["old"] in stand)]


def _is_about_a_number(one: Finding) -> bool:
    return one.why == "field-changed" and one.params.get("field") == "id"


def _stands(root: Path, tip: str, id: str) -> bool:
    """Whether a page of that day has an issue of this number."""
    year, month, day = id[:4], id[4:6], id[6:8]
    pages = f":(glob)diaries/{year}/{year}-{month}-{day}*.md"
    key = rf"(编号|id)[\"']?[[:blank:]]*(:|：)[[:blank:]]*[\"']?{id}([^0-9]|$)"
    return run(root, "grep", "--quiet", "--no-recurse-submodules", "-E", "-e", key, tip, "--", pages).code == 0
