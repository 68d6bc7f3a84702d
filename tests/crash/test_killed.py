"""Killed at any moment: the old text or the new one, and the next command goes on from there.

Here a part of the steps is tried; ``MINQING_KILLS=all`` tries every one, as ``make trust`` does.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator

import pytest

if sys.platform == "win32":
    pytest.skip("processes are forked here", allow_module_level=True)

from desk import isolate
from killing import DEEDS, Deed, Scene, kills_of, survived

ALL = os.environ.get("MINQING_KILLS") == "all"
TRIED = 2
"""Kills of each command, evenly over its steps; another choice for each command."""


@pytest.fixture(scope="module")
def scene(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Scene]:
    with pytest.MonkeyPatch.context() as patch:
        isolate(tmp_path_factory.mktemp("home"), patch)
        yield Scene(tmp_path_factory.mktemp("kills"))


@pytest.mark.parametrize("deed", DEEDS, ids=lambda deed: deed.name)
def test_a_killed_command_leaves_old_or_new_and_the_next_one_goes_on(scene: Scene, deed: Deed) -> None:
    kills = list(kills_of(scene, deed))
    own = [kill for kill in kills if kill.victims == "minqing"]
    assert len(own) > 8
    every = 1 if ALL else max(1, len(kills) // TRIED)
    for kill in kills[DEEDS.index(deed) % every :: every]:
        try:
            survived(scene, kill)
        except AssertionError as failed:
            raise AssertionError(f"killed: {kill}\n{failed}") from failed
