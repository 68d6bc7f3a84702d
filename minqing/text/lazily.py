"""Patterns that are compiled when they are first used: a command that meets nothing doubtful compiles none."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import cache


def lazily(pattern: str, flags: int = 0) -> Callable[[], re.Pattern[str]]:
    """What answers ``pattern`` compiled, which is done once, when it is first asked for."""
    return cache(lambda: re.compile(pattern, flags))
