"""Notes of many secretaries' styles, and what must be understood of each: the tables in ``notes/``.

A sample is ``=== its name``, the notes, ``---``, then what is expected, a line each: ``d`` date, ``t`` time, ``w``
weather, ``r`` route, ``s`` steps, ``k`` kilometres, ``p`` walkers, ``c`` companions, ``v`` visits, ``n`` cleared on the
way, ``i`` an issue, ``x`` one that is settled, ``b`` a line of the body. What is not expected must not be there either.
``next`` begins the next walk of the same paste.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

import pytest

from minqing.classify.notes.paste import Notes, read_paste
from minqing.domain.community import Community

FRIDAY = date(2026, 11, 20)
FACTS = {"d": "date", "t": "time", "w": "weather", "r": "route", "s": "steps", "k": "km", "n": "cleaned"}
LISTS = {"p": "walkers", "c": "companions", "v": "visits"}
TABLES = sorted(Path(__file__).parent.glob("samples/*.txt"))


@dataclass
class Sample:
    """Notes and what is to be understood, as lines like ``s 4773``, walk by walk."""

    name: str
    text: str
    walks: list[list[str]] = field(default_factory=list)


def samples(table: Path) -> Iterator[Sample]:
    for block in table.read_text(encoding="utf-8").split("=== ")[1:]:
        name, _, rest = block.partition("\n")
        text, _, expected = rest.partition("\n---\n")
        walks = [walk.strip("\n").split("\n") for walk in expected.split("\nnext\n")]
        yield Sample(f"{table.stem}: {name}", text, [[line for line in walk if line] for walk in walks])


def said(notes: Notes) -> list[str]:
    """What was understood, in the words of the tables."""
    told = [f"{k} {value}" for k, name in FACTS.items() if (value := getattr(notes, name)) is not None]
    told += [f"{k} {'、'.join(value)}" for k, name in LISTS.items() if (value := getattr(notes, name))]
    told += [f"{'x' if issue.closed else 'i'} {issue.title}" for issue in notes.issues]
    return told + [f"b {line}" for line in notes.body.splitlines() if line.strip()]


def understood(sample: Sample) -> list[list[str]]:
    return [said(notes) for notes in read_paste(sample.text, FRIDAY, Community())]


ALL = [sample for table in TABLES for sample in samples(table)]


@pytest.mark.parametrize("sample", ALL, ids=lambda sample: sample.name)
def test_a_sample_is_understood(sample: Sample) -> None:
    assert [sorted(walk) for walk in understood(sample)] == [sorted(walk) for walk in sample.walks]


def test_there_are_samples_enough() -> None:
    assert len(ALL) >= 205


@pytest.mark.skipif("NOTES_MEASURED" not in os.environ, reason="counts what of a table is right")
def test_measure() -> None:
    for table in TABLES:
        right = expected = spurious = 0
        for sample in samples(table):
            told = understood(sample)
            for number, walk in enumerate(sample.walks):
                there = list(told[number]) if number < len(told) else []
                expected += len(walk)
                for line in walk:
                    if line in there:
                        there.remove(line)
                        right += 1
                spurious += len(there)
        print(
            f"{table.stem}: {right} of {expected} right ({right / expected:.1%}), {spurious} that should not be there"
        )
