"""What ``check --fix`` writes: the text the reader recovered, where it holds the same entry without the problems."""

from __future__ import annotations

from collections.abc import Mapping

from minqing.text.problems import CODES, Problem
from minqing.text.read import Reading, read_entry
from minqing.text.source import in_utf8, without_nul

_MOST_ROUNDS = 5
"""One mend can lay bare another (a date in a line that had to be quoted); more rounds than this are a defect."""


def fix_entry(raw: bytes, path: str, categories: Mapping[str, str]) -> bytes | None:
    """The file's bytes with everything mended that has one safe mend; ``None`` when there is nothing to mend.

    Also ``None`` where the mended file would not be free of what was mended, would have a problem it had not,
    or would hold another entry. BOM and line ends stay; GB18030 and UTF-16 become UTF-8; zero bytes go.
    """
    fixed = _mended(without_nul(in_utf8(raw)), path, categories)
    return None if fixed is raw else fixed


def _mended(raw: bytes, path: str, categories: Mapping[str, str]) -> bytes:
    """The mended file, or ``raw`` itself where nothing can be mended safely."""
    before = read_entry(raw, path, categories)
    fixed, after = raw, before
    for _ in range(_MOST_ROUNDS):
        if not mendable(after):
            break
        fixed = _written(after)
        after = read_entry(fixed, path, categories)
    return fixed if fixed != raw and _is_safe(before, after) else raw


def mendable(reading: Reading) -> list[Problem]:
    """The problems of a reading that ``check --fix`` mends."""
    return [problem for problem in reading.problems if CODES[problem.code].mended]


def _written(reading: Reading) -> bytes:
    """The recovered text in UTF-8."""
    encoding = reading.source.encoding if reading.source else "utf-8"
    return reading.repaired.encode("utf-8" if encoding == "gb18030" else encoding)


def _is_safe(before: Reading, after: Reading) -> bool:
    """Whether the mended file lost its mendable problems and nothing else."""
    old = {(p.code, p.line) for p in before.problems}
    new = {(p.code, p.line) for p in after.problems}
    same = before.draft == after.draft and (before.entry is None) == (after.entry is None)
    bodies = [reading.draft.body if reading.draft else "" for reading in (before, after)]
    return same and bodies[0] == bodies[1] and new <= old and not mendable(after)
