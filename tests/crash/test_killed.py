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

from deeds import DEEDS, SAMPLE, Deed
from desk import isolate
from killing import Kill, Scene, kills_of, survived

ALL = os.environ.get("MINQING_KILLS") == "all"


def _one(scene: Scene, deed: Deed) -> Iterator[Kill]:
    """One kill of a command: early, in the middle or late, another one for each command."""
    steps = scene.steps(deed)
    yield Kill(deed, "minqing", 1 + SAMPLE.index(deed) * (steps - 1) // (len(SAMPLE) - 1))


@pytest.fixture(scope="module")
def scene(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Scene]:
    with pytest.MonkeyPatch.context() as patch:
        isolate(tmp_path_factory.mktemp("home"), patch)
        yield Scene(tmp_path_factory.mktemp("kills"))


@pytest.mark.parametrize("deed", DEEDS if ALL else SAMPLE, ids=lambda deed: deed.name)
def test_a_killed_command_leaves_old_or_new_and_the_next_one_goes_on(scene: Scene, deed: Deed) -> None:
    assert scene.steps(deed) > 8
    for kill in kills_of(scene, deed) if ALL else _one(scene, deed):
        try:
            survived(scene, kill)
        except AssertionError as failed:
            raise AssertionError(f"killed: {kill}\n{failed}") from failed
