"""What was learned before the program was shipped: the words of ``data/rules.yaml``, the weights of the examples.

``data/learned.json`` is made from ``data/rules.yaml`` and ``data/examples.tsv`` by ``make model``, so that nothing
has to be parsed or trained when a sentence is read.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any

DATA = Path(__file__).parents[1] / "data"
"""Where the rules and the examples lie."""


@cache
def learned() -> Mapping[str, Any]:
    """The content of ``learned.json``: ``rules`` and ``model`` (see there)."""
    found: Mapping[str, Any] = json.loads((DATA / "learned.json").read_text(encoding="utf-8"))
    return found
