"""A short run of the fuzzer, and every input that once did harm. ``python -m tests.fuzz --minutes 10`` runs longer."""

from __future__ import annotations

import contextlib
import sys
import time
from pathlib import Path

import pytest

if sys.platform == "win32":
    pytest.skip("processes are forked here", allow_module_level=True)

sys.path.append(str(Path(__file__).parents[2]))

from minqing.domain.errors import MinqingError
from tests.fuzz.runner import FOUND, GROWN, LARGEST, SLOWEST, tried
from tests.fuzz.targets import TARGETS


@pytest.mark.parametrize("name", TARGETS)
def test_nothing_brings_a_reader_down(name: str) -> None:
    result = tried(name, seconds=30, seed=1, most=100)  # the same inputs on every machine
    assert result.wrong == {}
    assert result.runs > 0
    assert result.memory < max(LARGEST, result.before + GROWN)  # the process it is forked from counts with it


@pytest.mark.parametrize("place", sorted(FOUND.glob("*.bin")), ids=lambda place: place.name)
def test_what_once_did_harm_does_none_any_more(place: Path) -> None:
    function, _ = TARGETS[place.name.partition("-")[0]]
    begun = time.process_time()
    with contextlib.suppress(MinqingError):  # to be refused in words is an answer
        function(place.read_bytes())
    assert time.process_time() - begun < 2 * SLOWEST  # it is read, mended and compared
