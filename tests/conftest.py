"""Shared by all tests."""

from __future__ import annotations

import gc
import os

import pytest
from hypothesis import settings

os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
"""As the program sets it before it loads numpy; a reader of sheets in the tests may have loaded it first, and threads
that wait at full speed are counted as computing."""

settings.register_profile("same", derandomize=True, deadline=None)
settings.register_profile("new", deadline=None)
settings.load_profile("new" if os.environ.get("MINQING_RANDOM") else "same")
"""A suite answers the same each time it runs; with MINQING_RANDOM=1 it looks for what nobody has tried yet."""


def pytest_addoption(parser: pytest.Parser) -> None:
    """``--update-golden``, ``--update-guard``: what is shown or counted now is what it should be."""
    parser.addoption("--update-golden", action="store_true", help="write the files of tests/golden anew")
    parser.addoption("--update-guard", action="store_true", help="write tests/guard/counts.toml anew")


def pytest_collection_finish() -> None:
    """What the collected tests are made of is not looked through again and again while they run and are timed."""
    gc.collect()
    gc.freeze()
