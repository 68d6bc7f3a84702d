"""The shipped examples, and the real sentences that are in no example."""

from __future__ import annotations

import json
from pathlib import Path

from benchmarks.classify.training import Example
from minqing.classify.models.learned import DATA

REAL = Path(__file__).parents[2] / "tests" / "data" / "real-issues.jsonl"
"""Sentences that were really said or written, with where they were found; in no example, but the rules know them."""


def shipped_examples() -> list[Example]:
    """The lines of ``examples.tsv`` that are no comments."""
    lines = (DATA / "examples.tsv").read_text(encoding="utf-8").splitlines()
    return [Example(*line.split("\t")) for line in lines if line and not line.startswith("#")]


def real_sentences(path: Path = REAL) -> list[Example]:
    """Every sentence of a file of JSON lines with ``text``, ``category`` and ``tier``."""
    rows = map(json.loads, path.read_text(encoding="utf-8").splitlines())
    return [Example(row["text"], row["category"], row["tier"]) for row in rows]
