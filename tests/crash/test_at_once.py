"""Real processes: a few killed at random, ten writing at once. ``make trust`` kills five hundred."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

if sys.platform == "win32":
    pytest.skip("processes are forked here", allow_module_level=True)

from at_once import killed_at_random, written_together
from desk import isolate
from killing import NOTE, Deed, Scene

KILLS = int(os.environ.get("MINQING_RANDOM_KILLS", "6"))


@pytest.fixture
def root(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    isolate(tmp_path / "home", monkeypatch)
    monkeypatch.setenv("PYTHONPATH", str(Path(__file__).parents[2]))
    return Scene(tmp_path).copy(Deed("note", NOTE))


def test_processes_killed_at_random_lose_nothing_they_said_they_wrote(root: Path) -> None:
    seen = killed_at_random(root, KILLS)
    assert seen.wrong == []
    assert seen.kills == KILLS
    assert seen.ended >= KILLS // 4


@pytest.mark.parametrize("hooks", [False, True])
def test_ten_processes_at_once_all_succeed(root: Path, hooks: bool) -> None:
    if hooks:
        hook = root / ".git" / "hooks" / "pre-commit"
        hook.parent.mkdir(exist_ok=True)
        hook.write_text("#!/bin/sh\ngit diff --cached --quiet; exit 0\n")
        hook.chmod(0o755)
    assert written_together(root, processes=10, writes=1) == []
