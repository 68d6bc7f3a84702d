"""Our values behave as the standard library's dataclasses do, in everything that is used of them."""

from __future__ import annotations

import copy
import dataclasses
import pickle
from typing import Any

import pytest

from minqing.domain import values


def made(module: Any) -> Any:
    """The same class by both makers."""

    @module.dataclass(frozen=True, slots=True, order=True)
    class Walk:
        day: int
        steps: int = 0
        names: list[str] = module.field(default_factory=list)
        line: int = module.field(default=0, compare=False)

        def __post_init__(self) -> None:
            if self.steps < 0:
                raise ValueError("steps")

        @property
        def far(self) -> bool:
            return self.steps > 4000

    return Walk


OURS, THEIRS = made(values), made(dataclasses)


@pytest.mark.parametrize("given", [((1,), {}), ((1, 2), {"line": 3}), ((), {"day": 1, "names": ["王丽"]})], ids=str)
def test_made_shown_and_taken_apart_alike(given: tuple[tuple[int, ...], dict[str, Any]]) -> None:
    ours, theirs = OURS(*given[0], **given[1]), THEIRS(*given[0], **given[1])
    assert repr(ours) == repr(theirs)
    assert values.asdict(ours) == dataclasses.asdict(theirs)
    assert values.replace(ours, day=7) == OURS(7, ours.steps, ours.names)
    assert dataclasses.replace(ours, day=7) == values.replace(ours, day=7)


def test_compared_without_what_is_left_out() -> None:
    assert OURS(1, 2, line=3) == OURS(1, 2, line=4)
    assert OURS(1, 2) != OURS(1, 3)
    assert OURS(1) != THEIRS(1)
    assert OURS(1) < OURS(2)
    assert hash(values.replace(OURS(1), names=())) == hash(values.replace(OURS(1, line=9), names=()))


def test_frozen_slotted_and_each_with_its_own_list() -> None:
    with pytest.raises(AttributeError, match="steps"):
        OURS(1).steps = 2
    assert not hasattr(OURS(1), "__dict__")
    assert OURS(1).names is not OURS(1).names


@pytest.mark.parametrize("call", [(), (1, 2, [], 0, 5)], ids=["too few", "too many"])
def test_wrong_calls_are_refused(call: tuple[Any, ...]) -> None:
    with pytest.raises(TypeError):
        OURS(*call)
    with pytest.raises(ValueError, match="steps"):
        OURS(1, steps=-1)


def test_copied() -> None:
    walk = OURS(1, 4773, ["王丽"], 5)
    assert walk.far
    assert copy.copy(walk) == copy.deepcopy(walk) == walk
    assert [each.name for each in values.fields(walk)] == ["day", "steps", "names", "line"]


def test_kept_and_brought_back() -> None:
    from minqing.domain.model import Issue

    issue = Issue("20261116-1", "灯坏", line=4)
    assert pickle.loads(pickle.dumps(issue)) == issue
