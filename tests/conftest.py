"""Shared by all tests."""

from __future__ import annotations

import os

import pytest
from hypothesis import settings

settings.register_profile("same", derandomize=True, deadline=None)
settings.register_profile("new", deadline=None)
settings.load_profile("new" if os.environ.get("MINQING_RANDOM") else "same")
"""A suite answers the same each time it runs; with MINQING_RANDOM=1 it looks for what nobody has tried yet."""


def pytest_addoption(parser: pytest.Parser) -> None:
    """``--update-golden``, ``--update-guard``: what is shown or counted now is what it should be."""
    parser.addoption("--update-golden", action="store_true", help="write the files of tests/golden anew")
    parser.addoption("--update-guard", action="store_true", help="write tests/guard/counts.toml anew")
