"""How much of notes in whole styles is understood: a figure, measured, and not allowed to fall.

The notes in ``styles/`` were written after reading how committees, grid workers and property managers write theirs,
before the reader was looked at. Thirty (``work.txt``) were for finding what is amiss; twenty (``held_out.txt``), drawn
by lot, were measured before and after, and nothing was mended for them in between; what they showed was mended then.
Sixty more (``after_walks.txt``, ``after_walks_held_out.txt``) were written the same way later, by somebody who had not
seen the reader: forwarded chats, dictation, tables, traditional characters, English, forms, stories, several walks; and
fifteen (``after_walks_later.txt``) when what those showed was mended.
The tables are written as in ``test_note_samples``, with ``q`` for who an issue was raised by, and are read more
kindly: what counts is what was meant, not the last comma. An issue's line is what its title must hold, ``b`` what the
body must hold somewhere; body that is not named counts neither way. An issue or fact that should not be there counts
as one thing wrong.
"""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path

import pytest

from minqing.classify.notes import Notes, read_paste
from minqing.domain.community import Community
from minqing.text.normal import aligned
from tests.unit.classify.test_note_samples import FACTS, LISTS, Sample, samples

FRIDAY = date(2026, 11, 20)
STYLES = Path(__file__).parent / "styles"
MORE_WORDS = 8
"""How many letters more than what was meant a title may hold: a place in front, what was done behind."""


def bare(text: str) -> str:
    return re.sub(r"[\W_]", "", aligned(text)).lower()


def told(notes: Notes) -> list[str]:
    """The facts and issues of one walk, as lines of the tables."""
    lines = [f"{key} {value}" for key, name in FACTS.items() if (value := getattr(notes, name)) is not None]
    lines += [f"{key} {'、'.join(value)}" for key, name in LISTS.items() if (value := getattr(notes, name))]
    for issue in notes.issues:
        lines.append(f"{'x' if issue.closed else 'i'} {issue.title}")
        lines += [f"q {issue.reporter}"] if issue.reporter else []
    return lines


def meant(expected: str, line: str) -> bool:
    """Whether ``line`` is what was expected: to the letter for a fact, in its words for an issue."""
    if expected[0] != line[0]:
        return False
    if expected[0] not in "ix":
        return expected == line
    core, title = bare(expected[2:]), bare(line[2:])
    return core in title and len(title) <= len(core) + MORE_WORDS


def judged(sample: Sample) -> tuple[list[str], list[str]]:
    """What of ``sample`` was missed, and what was understood that nobody wrote."""
    walks = read_paste(sample.text, FRIDAY, Community())
    missed: list[str] = []
    extra: list[str] = []
    for number, expected in enumerate(sample.walks):
        there = told(walks[number]) if number < len(walks) else []
        body = bare(walks[number].body) if number < len(walks) else ""
        for line in expected:
            found = next((one for one in there if meant(line, one)), None)
            if found is not None:
                there.remove(found)
            elif line[0] != "b" or bare(line[2:]) not in body:
                missed.append(line)
        extra += [line for line in there if not (line[0] == "q" or line == "d 2026-11-20")]
    return missed, extra + [line for notes in walks[len(sample.walks) :] for line in told(notes)]


def share_right(table: str) -> float:
    """Facts understood as meant, of all that were to be understood and all that were made up."""
    wanted = wrong = 0
    for sample in samples(STYLES / f"{table}.txt"):
        missed, extra = judged(sample)
        wanted += sum(len(walk) for walk in sample.walks) + len(extra)
        wrong += len(missed) + len(extra)
    return 1 - wrong / wanted


@pytest.mark.parametrize(
    ("table", "least"),
    [
        ("work", 0.95),
        ("held_out", 0.85),
        ("after_walks", 0.95),
        ("after_walks_held_out", 0.9),
        ("after_walks_later", 0.9),
    ],
)
def test_the_share_of_notes_understood_does_not_fall(table: str, least: float) -> None:
    assert share_right(table) >= least


def test_the_tables_are_whole() -> None:
    assert {path.stem: len(list(samples(path))) for path in STYLES.glob("*.txt")} == {
        "work": 30, "held_out": 20, "after_walks": 30, "after_walks_held_out": 30, "after_walks_later": 15,
    }  # fmt: skip
