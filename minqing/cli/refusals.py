"""Saying what was refused: the sentence on stderr, the exit code back."""

from __future__ import annotations

import os
import sys
import tempfile
import traceback
from collections.abc import Iterable, Sequence

from minqing.domain.errors import MinqingError
from minqing.messages import say
from minqing.text.normal import visible

WIDEST_CANDIDATES = 10
"""How many of several matching issues are shown."""


def told(error: MinqingError, arguments: Sequence[str] = ()) -> int:
    """Say the sentence of ``error`` and the candidates it carries; answer its exit code.

    ``arguments`` are what was typed: a refusal for privacy tells how to type it instead.
    """
    if "places" in error.params:
        from minqing.cli.withheld import refused_in_words

        print(refused_in_words(error, arguments), file=sys.stderr)
        return error.exit_code
    params = {name: shown(value) for name, value in error.params.items()}
    _print(say(error.code, **params))
    candidates = error.params.get("candidates")
    if isinstance(candidates, Iterable):
        for line in candidate_lines(list(candidates)):
            _print(line)
    return error.exit_code


def _print(text: str) -> None:
    """Say it on stderr, whatever has become of stdout."""
    from minqing.cli.screen import Screen

    print(Screen(os.environ).said(text), file=sys.stderr)


def shown(value: object) -> object:
    """A parameter as it may be printed: resident text without control characters."""
    return "\n".join(map(visible, value.split("\n"))) if isinstance(value, str) else value


def candidate_lines(candidates: list[object]) -> list[str]:
    """The issues a name could mean, one a line."""
    lines = [f"  {getattr(c, 'id', '')}  {visible(getattr(c, 'title', ''))}" for c in candidates]
    more = len(lines) - WIDEST_CANDIDATES
    return lines[:WIDEST_CANDIDATES] + ([say("cli.more", count=more)] if more > 0 else [])


def told_defect(error: Exception) -> None:
    """Say that the program has a defect and where its details were written."""
    handle, path = tempfile.mkstemp(prefix="minqing-", suffix=".log")
    with os.fdopen(handle, "w", encoding="utf-8") as log:
        traceback.print_exception(error, file=log)
    print(say("cli.defect", what=f"{type(error).__name__}: {visible(str(error))}", path=path), file=sys.stderr)
