"""A computer with something on it that no clone may touch."""

from __future__ import annotations

import os
import shutil
from pathlib import Path

import pytest
from desk import Desk, desk, fresh_repository, home

__all__ = ["clone", "desk", "fresh_repository", "home", "outside"]


@pytest.fixture
def outside(tmp_path: Path) -> Path:
    """A file of the person, next to the workspace and no part of it."""
    place = tmp_path / "家" / "私事.txt"
    place.parent.mkdir()
    place.write_text("秘密的一行\n", encoding="utf-8")
    return place


@pytest.fixture
def clone(desk: Desk, fresh_repository: Path) -> Desk:
    """A repository as somebody else left it; a test puts into it what it likes."""
    if os.name == "nt":
        pytest.skip("links need a right that not everybody has")
    shutil.rmtree(desk.root)
    shutil.copytree(fresh_repository, desk.root)
    shutil.rmtree(desk.root / ".minqing")
    shutil.rmtree(desk.root / "private")
    desk.issue("2026-11-16", place="5号楼")
    return desk
