"""A run of kills that was stopped goes on where it was, and its parts make each kill once."""

from __future__ import annotations

from pathlib import Path

import pytest

from benchmarks.kills import Kept, Named, Part, carried_on

DEEDS = ("note", "add")


def plan(deed: str) -> list[Named]:
    return [(deed, "minqing", at) for at in range(1, 6)]


def made(folder: Path, part: Part, most: int = 99) -> list[Named]:
    """The kills of a run that is stopped after ``most``; the second step of ``add`` is not survived."""
    done: list[Named] = []

    def survive(kill: Named) -> None:
        done.append(kill)
        if kill == ("add", "minqing", 2):
            raise AssertionError("lost a line")

    for kill, _ in zip(carried_on(Kept.of_this_state(folder), part, DEEDS, plan, survive), range(most), strict=False):
        assert kill == done[-1]
    return done


def test_a_stopped_run_goes_on(tmp_path: Path) -> None:
    first, rest = made(tmp_path, Part(), most=3), made(tmp_path, Part())
    assert sorted({*first, *rest}) == sorted([*plan("note"), *plan("add")])
    assert len(first) + len(rest) == 10
    assert made(tmp_path, Part()) == []
    assert Kept.of_this_state(tmp_path).wrong == {("add", "minqing", 2): "AssertionError: lost a line"}


def test_parts_make_each_kill_once(tmp_path: Path) -> None:
    halves = [made(tmp_path, Part.read(told, float("inf"))) for told in ("1/2", "2/2")]
    assert all(halves)
    assert sorted(halves[0] + halves[1]) == sorted([*plan("note"), *plan("add")])


def test_no_time_left_makes_none(tmp_path: Path) -> None:
    assert made(tmp_path, Part(seconds=-1)) == []


def test_a_part_that_is_none_is_refused() -> None:
    with pytest.raises(ValueError, match="3/2"):
        Part.read("3/2", 1)
