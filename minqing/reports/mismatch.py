"""Where a file differs from what it should say: row by row, the figures above all."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import zip_longest

from minqing.domain.values import dataclass

_FIGURE = re.compile(r"\d")


@dataclass(frozen=True, slots=True)
class Mismatch:
    """A row as it should be and as it stands in the file; empty where there is none on that side."""

    expected: str
    found: str


def mismatches(expected: Sequence[str], found: Sequence[str]) -> list[Mismatch]:
    """Every row that differs, in the order of the file.

    Rows that were added and hold no figure are a remark by whoever hands the report in, and no difference.
    """
    return [one for one in _paired(expected, found) if one.expected or _FIGURE.search(one.found)]


def _paired(expected: Sequence[str], found: Sequence[str]) -> Iterator[Mismatch]:
    from difflib import SequenceMatcher

    for tag, i, j, m, n in SequenceMatcher(None, expected, found, autojunk=False).get_opcodes():
        if tag != "equal":
            for was, now in zip_longest(expected[i:j], found[m:n], fillvalue=""):
                yield Mismatch(was, now)
