"""How often the program and two people agree on real sentences that nothing was tuned on.

``real-issues-later.jsonl`` holds 182 matters of 170 public reports, abridged as the first 92 are, which were measured
once, by the program as it stood, before anybody saw what it says of them. They were 220 at first; 38 that resemble an
example (three tenths of their pairs of characters), maybe retold from the same report, were left out. Two people who
knew the policy of ``docs/classify.md`` and the 92 labelled each apart: ``category`` and ``tier`` are the first one's,
``…_second_reader`` the second's where it differs, ``…_also_fair`` what either of them called fair as well.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from benchmarks.classify.data import REAL
from minqing.classify.suggest import Asked, suggest_all
from minqing.domain.community import Community

LATER = REAL.with_name("real-issues-later.jsonl")
TODAY = date(2026, 11, 16)


@dataclass(frozen=True, slots=True)
class Agreement:
    """Shares (0 to 1) of ``name`` ("category" or "tier") over all sentences, and over those with one reading.

    ``readers``: the two with each other; ``first``: the program with the first; ``fair``: the program with one of the
    readings that somebody called fair; ``one``: the program over the ``of_one`` sentences that both read in one way.
    """

    name: str
    readers: float
    first: float
    fair: float
    one: float
    of_one: int


def agreements(path: Path = LATER) -> tuple[Agreement, Agreement]:
    """What ``path`` tells of the categories and of the tiers."""
    rows = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]
    found = suggest_all([Asked(row["text"], TODAY) for row in rows], community=Community())
    category, tier = (_agreement(name, rows, [getattr(one, name) for one in found]) for name in ("category", "tier"))
    return category, tier


def _agreement(name: str, rows: Sequence[dict[str, Any]], said: Sequence[str]) -> Agreement:
    readings = [_readings(name, row) for row in rows]
    right = [choice == fair[0] for choice, fair in zip(said, readings, strict=True)]
    alone = [ok for ok, fair in zip(right, readings, strict=True) if len(fair) == 1]
    return Agreement(
        name,
        readers=_share([f"{name}_second_reader" not in row for row in rows]),
        first=_share(right),
        fair=_share([choice in fair for choice, fair in zip(said, readings, strict=True)]),
        one=_share(alone),
        of_one=len(alone),
    )


def _readings(name: str, row: dict[str, Any]) -> list[str]:
    """Every reading that somebody gave or called fair, the first reader's first."""
    second = [row[key]] if (key := f"{name}_second_reader") in row else []
    return [row[name], *second, *row.get(f"{name}_also_fair", ())]


def _share(answers: Sequence[bool]) -> float:
    return sum(answers) / len(answers)
