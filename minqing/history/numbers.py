"""Numbers that made way: two people had given one number to two matters, and one of them got another number."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from minqing.domain.model import Progress
from minqing.domain.values import replace
from minqing.history.findings import Finding
from minqing.history.git import run
from minqing.text.differences import Difference

LOOKED_AT = 20
"""So many merges before a commit are looked at for the one that brought a number a second time."""


def follows_a_number(one: Difference, numbers: Mapping[str, str]) -> bool:
    """Whether a difference does nothing but follow issues to their new numbers (old to new): the names of an
    issue's pictures, what ``duplicate`` refers to."""
    if one.field == "photos" and isinstance(one.old, tuple) and one.issue in numbers:
        return one.new == tuple(path.replace(one.issue, numbers[one.issue]) for path in one.old)
    if one.kind != "line_changed" or not isinstance(one.old, Progress) or one.old.verb != "duplicate":
        return False
    return replace(one.old, argument=numbers.get(one.old.argument or "")) == one.new


def without_ways_made(root: Path, tip: str, findings: Sequence[Finding]) -> list[Finding]:
    """``findings`` without those about numbers that had been given out twice by people who could not know of each
    other: so nothing was rewritten. Whoever writes another matter under a number that only he has given out has no
    such excuse.
    """
    about = [one for one in findings if _is_about_a_number(one)]
    if not about:
        return list(findings)
    twice = _Twice(root, tip)
    excused = {id(one) for one in about if twice.given_out(one.params["old"], str(one.commit))}
    return [one for one in findings if id(one) not in excused]


def _is_about_a_number(one: Finding) -> bool:
    return one.why == "field-changed" and one.params.get("field") == "id"


class _Twice:
    """Looks for two histories that each hold a number, and met without a common commit that holds it."""

    def __init__(self, root: Path, tip: str) -> None:
        self._root = root
        listed = run(root, "rev-list", "--merges", "--parents", tip).out.splitlines()
        self._merges = [line.split(" ") for line in listed]

    def given_out(self, id: str, commit: str) -> bool:
        """Whether ``id``, given up in ``commit``, stood on both sides of a merge and not in what they come from."""
        if not re.fullmatch(r"\d{8}-\d+", id):
            return False
        return any(self._is_double(id, one, other) for one, other in self._meetings(commit))

    def _meetings(self, commit: str) -> Iterator[tuple[str, str]]:
        """The two sides of the merges that may have made a number give way in ``commit``."""
        for _, *parents in self._merges:
            if commit in parents:
                yield from ((f"{commit}^", other) for other in parents if other != commit)
        before = run(self._root, "rev-list", "--merges", "--parents", f"--max-count={LOOKED_AT}", commit)
        for line in before.out.splitlines():
            _, one, other, *_ = line.split(" ")
            yield one, other

    def _is_double(self, id: str, one: str, other: str) -> bool:
        if not (self._stands(one, id) and self._stands(other, id)):
            return False
        base = run(self._root, "merge-base", one, other).out.strip()
        return base not in self._ids(one, other) and not (base and self._stands(base, id))

    def _ids(self, *names: str) -> list[str]:
        return run(self._root, "rev-parse", *names).out.split()

    def _stands(self, commit: str, id: str) -> bool:
        """Whether a page of that day has an issue of this number."""
        year, month, day = id[:4], id[4:6], id[6:8]
        pages = f":(glob)diaries/{year}/{year}-{month}-{day}*.md"
        key = rf"(编号|id)[\"']?[[:blank:]]*(:|：)[[:blank:]]*[\"']?{id}([^0-9]|$)"
        asked = ("grep", "--quiet", "--no-recurse-submodules", "-E", "-e", key, commit, "--", pages)
        return run(self._root, *asked).code == 0
