"""How often a sentence is rightly taken to say that its matter was settled on the spot.

Each line of ``open.tsv`` (``tests/unit/classify/sentence/closings``) is ``closed`` or ``open``, and a sentence by
somebody who had not seen the reader. It was looked at while the reader was made: it shows what is lost, not how good
the reader is with words it never met. ``later.tsv`` was measured before its
sentences were looked at, and is no longer unseen either. The examples that tiers are learned from show more: a medium
or large matter is hardly ever settled on the spot.
"""

from __future__ import annotations

from collections import Counter
from pathlib import Path
from typing import NamedTuple

from benchmarks.classify.data import shipped_examples
from minqing.classify.sentence.endings import is_settled

TABLES = Path(__file__).parents[2] / "tests" / "unit" / "classify" / "sentence" / "closings"
TABLE, LATER = TABLES / "open.tsv", TABLES / "later.tsv"


class Closings(NamedTuple):
    """Labelled sentences by what became of them; one that is wrongly closed is forgotten, one wrongly open is asked."""

    right: int
    wrongly_closed: int
    wrongly_open: int


def closings(table: Path = TABLE) -> Closings:
    """What the reader makes of the sentences of a table."""
    rows = [line.split("\t") for line in table.read_text(encoding="utf-8").splitlines() if line]
    found = Counter((label == "closed", is_settled(text)) for label, text in rows)
    return Closings(found[True, True] + found[False, False], found[False, True], found[True, False])


def closed_by_tier() -> dict[str, tuple[int, int]]:
    """Of the examples of each tier, how many say that they were settled, and how many there are."""
    examples = shipped_examples()
    closed = Counter(e.tier for e in examples if is_settled(e.text))
    return {tier: (closed[tier], number) for tier, number in Counter(e.tier for e in examples).items()}
