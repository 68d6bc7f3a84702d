"""Whole sentences with the place and the speaker a person would name, and how many are understood.

Each line of a table (``tests/unit/classify/sentence/sentences``) is a sentence, its place and the speaker, or ``-``.
"""

from __future__ import annotations

import re
from pathlib import Path

from minqing.classify.sentence.places import find_place
from minqing.classify.sentence.reporters import find_reporter
from minqing.domain.community import Community
from minqing.text.normal import aligned

TABLES = Path(__file__).parents[2] / "tests" / "unit" / "classify" / "sentence" / "sentences"

Right = tuple[int, int, int]
"""Places and speakers that are as meant, of how many sentences."""


def tables() -> list[str]:
    """The names of all tables."""
    return sorted(path.stem for path in TABLES.glob("*.tsv"))


def sentences(table: str) -> list[str]:
    """The sentences of a table."""
    return [line.split("\t")[0] for line in (TABLES / f"{table}.tsv").read_text(encoding="utf-8").splitlines()]


def understood(table: str) -> Right:
    """How many places and speakers of a table are as meant; a form of address may be told with more or fewer words."""
    rows = [line.split("\t") for line in (TABLES / f"{table}.tsv").read_text(encoding="utf-8").splitlines()]
    found = [_row(*row) for row in rows]
    return sum(place for place, _ in found), sum(who for _, who in found), len(rows)


def _row(text: str, place: str, who: str) -> tuple[bool, bool]:
    found = find_place(text, Community())
    spoken, meant = _bare(find_reporter(text, found)), _bare(who)
    speaker = not spoken if not meant else bool(spoken) and (spoken in meant or meant in spoken)
    return _bare(found) == _bare(place), speaker


def _bare(text: str | None) -> str:
    return re.sub(r"[\W_]", "", aligned(text or ""))
