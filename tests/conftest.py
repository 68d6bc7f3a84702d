"""Shared by all tests."""

from __future__ import annotations

import pytest


def pytest_addoption(parser: pytest.Parser) -> None:
    """``--update-golden``: keep what is shown now as what is to be shown (``tests/golden``)."""
    parser.addoption("--update-golden", action="store_true", help="write the files of tests/golden anew")
