"""Shared by all tests."""

from __future__ import annotations

import pytest


def pytest_addoption(parser: pytest.Parser) -> None:
    """``--update-golden``, ``--update-guard``: what is shown or counted now is what it should be."""
    parser.addoption("--update-golden", action="store_true", help="write the files of tests/golden anew")
    parser.addoption("--update-guard", action="store_true", help="write tests/guard/counts.toml anew")
