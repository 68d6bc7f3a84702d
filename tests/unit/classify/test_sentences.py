"""Whole sentences as residents say them: how often the place and the speaker are those a person would name.

Each line of ``sentences/`` is a sentence, its place and who speaks (``-``: none), written before the rules were looked
at. Eighty (``work.tsv``) were for finding what was amiss; forty (``held_out.tsv``) were measured before and after, and
nothing was mended for them in between.
"""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from minqing.classify.places import find_place
from minqing.classify.reporters import find_reporter
from minqing.domain.community import Community
from minqing.text.normal import aligned

TABLES = Path(__file__).parent / "sentences"


def bare(text: str | None) -> str:
    return re.sub(r"[\W_]", "", aligned(text or ""))


def right(table: str) -> tuple[int, int, int]:
    """Places and speakers as meant, of how many; a form of address may be told with more or fewer words."""
    places = speakers = rows = 0
    for line in (TABLES / f"{table}.tsv").read_text(encoding="utf-8").splitlines():
        text, place, who = line.split("\t")
        found = find_place(text, Community())
        spoken = bare(find_reporter(text, found))
        places += bare(found) == bare(place)
        speakers += not spoken if who == "-" else bool(spoken) and (spoken in bare(who) or bare(who) in spoken)
        rows += 1
    return places, speakers, rows


@pytest.mark.parametrize(("table", "least"), [("work", (76, 79, 80)), ("held_out", (34, 39, 40))])
def test_the_share_of_sentences_understood_does_not_fall(table: str, least: tuple[int, int, int]) -> None:
    assert all(found >= floor for found, floor in zip(right(table), least, strict=True))
