"""The lock: for one program at a time, for the process that has it as often as it likes."""

from __future__ import annotations

from pathlib import Path

import pytest

from minqing.workspace import lock


def test_whoever_has_it_may_take_it_again_and_keeps_it_to_the_end(tmp_path: Path) -> None:
    first = lock.take(tmp_path / "lock", 1)
    lock.take(tmp_path / "lock", 0)()
    assert tmp_path / "lock" in lock._held
    first()
    assert tmp_path / "lock" not in lock._held
    lock.take(tmp_path / "lock", 0)()


def test_another_one_waits_no_longer_than_it_should(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    let_go = lock.take(tmp_path / "lock", 1)
    monkeypatch.setattr(lock, "_held", set())  # as another program sees it
    with pytest.raises(lock.Busy):
        lock.take(tmp_path / "lock", 0.06)
    let_go()
    lock.take(tmp_path / "lock", 0)()


def test_the_library_does_it_where_the_system_has_no_such_call(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(lock, "fcntl", None)
    let_go = lock.take(tmp_path / "lock", 1)
    lock.take(tmp_path / "lock", 0)()
    let_go()


def test_a_place_that_cannot_be_written_is_told(tmp_path: Path) -> None:
    with pytest.raises(OSError, match="nowhere"):
        lock.take(tmp_path / "nowhere" / "lock", 0)
