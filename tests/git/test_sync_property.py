"""Two and three colleagues write and synchronise in any order: nothing committed is lost, and it comes to the same.

``MINQING_LONG=1`` lets three work ten rounds, forty times.
``MINQING_SYNC_SECONDS=600`` goes on for so long and prints how many merges were made and how many lines were lost.
"""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from desk import isolate
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from stories import ACTIONS, Story, content, lost, rounds, teams_in, told_for, told_once
from team import Team

EXAMPLES = int(os.environ.get("MINQING_EXAMPLES", "4"))
LONG = os.environ.get("MINQING_LONG")
SECONDS = float(os.environ.get("MINQING_SYNC_SECONDS", "0"))


@pytest.fixture(scope="module")
def teams(tmp_path_factory: pytest.TempPathFactory) -> dict[int, Team]:
    with pytest.MonkeyPatch.context() as patch:
        isolate(tmp_path_factory.mktemp("home"), patch)
        return teams_in(tmp_path_factory.mktemp("teams"))


steps = st.lists(st.tuples(st.integers(0, 2), st.sampled_from(ACTIONS), st.integers(0, 30)), min_size=3, max_size=9)


@settings(max_examples=EXAMPLES, deadline=None, suppress_health_check=list(HealthCheck))
@given(st.sampled_from((2, 3)), steps)
def test_nothing_is_lost(
    teams: dict[int, Team], tmp_path_factory: pytest.TempPathFactory, size: int, told: list[tuple[int, str, int]]
) -> None:
    told_once(teams[size], tmp_path_factory.mktemp("told"), told)


@settings(max_examples=EXAMPLES // 2, deadline=None, suppress_health_check=list(HealthCheck))
@given(steps, st.permutations((0, 1, 2)))
def test_who_synchronises_first_does_not_matter(
    teams: dict[int, Team],
    tmp_path_factory: pytest.TempPathFactory,
    told: list[tuple[int, str, int]],
    order: list[int],
) -> None:
    written = [(who, what, pick) for who, what, pick in told if what not in ("sync", "due")]
    found = []
    for turn in ((0, 1, 2), order):
        story = Story(teams[3].copied(tmp_path_factory.mktemp("turn") / "alle").people)
        for who, what, pick in written:
            story.act(who, what, pick)
        for who in turn:
            story.act(who, "sync", 0)
        story.settle()
        assert lost(story) == []
        found.append(content(story))
    assert found[0] == found[1]


@pytest.mark.parametrize("seed", range(40 if LONG else 1))
def test_rounds_of_three_at_once(teams: dict[int, Team], tmp_path: Path, seed: int) -> None:
    story = told_once(teams[3], tmp_path, rounds(10 if LONG else 3, seed))
    assert story.merges


@pytest.mark.skipif(not SECONDS, reason="MINQING_SYNC_SECONDS says for how long")
def test_for_a_long_time(teams: dict[int, Team], tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    made = told_for(SECONDS, teams, tmp_path)
    with capsys.disabled():
        print(f"\nmerges made: {made.merges}, in {made.stories} stories; words written: {made.words}; lost: 0")
