"""The numbers of persons that pass from one computer to another: what colleagues bring in, what would be sent.

A number that is in the history already is looked for no more: a line that is rewritten or moved brings nothing new.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from minqing.domain.errors import PRIVACY, MinqingError
from minqing.domain.values import dataclass, replace
from minqing.history.commit import ACTION
from minqing.history.git import run
from minqing.history.purge import ALLOWED_BY, Leak, Patch, in_patch, patches_of
from minqing.text.privacy import numbers_in
from minqing.text.private_lines import text_of, without_tickets
from minqing.workspace.files import read_bytes

ALLOW = "allow-private"
"""Action of a commit that permits, with its reason, what the commits before it hold."""


@dataclass(frozen=True, slots=True)
class Carried:
    """A number with the commit that brought it, and the line (1-based) in which it stands in the folder now; 0 where
    it is not there any more, which does not take it out of the history."""

    leak: Leak
    line: int


class NotPermitted(MinqingError):
    """What would be sent holds numbers of persons that nobody has permitted; nothing was sent (exit code 5)."""

    def __init__(self, found: Iterable[Carried]) -> None:
        self.found = tuple(found)
        super().__init__("sync.private", PRIVACY, count=len(self.found))


def carried(root: Path, wanted: str, but: str | None) -> list[Carried]:
    """The numbers that the commits of ``wanted`` have brought in that are not in ``but``, oldest first."""
    limits = (wanted, f"^{but}") if but else (wanted,)
    found = list(_brought(root, limits))
    if any(not leak.allowed for leak in found):
        found = list(_with_reasons(root, limits, found))
    return [Carried(leak, _line(root, leak)) for leak in found]


def not_permitted(root: Path, here: str, there: str | None) -> list[Carried]:
    """The numbers that only this computer's commits hold, and for which no reason is given."""
    return [one for one in carried(root, here, there) if not one.leak.allowed]


def _with_reasons(root: Path, limits: Sequence[str], found: Sequence[Leak]) -> Iterator[Leak]:
    """With the reason that a later commit gives for all those before it."""
    listed = run(root, "log", f"--grep=^{ACTION}: {ALLOW}$", f"--format=%H {ALLOWED_BY}", *limits).out.splitlines()
    known: dict[str, str] = {}
    for line in listed:
        commit, _, reason = line.partition(" ")
        before = run(root, "rev-list", commit, *limits[1:]).out.split()
        known |= dict.fromkeys(before, reason.strip())
    for leak in found:
        yield leak if leak.allowed else replace(leak, allowed=known.get(leak.commit, ""))


def _brought(root: Path, limits: Sequence[str]) -> Iterator[Leak]:
    """By commit; of a merge what it brought itself."""
    told: set[tuple[str, str]] = set()
    for patch in patches_of(root, limits):
        for leak in _new(patch):
            if (leak.value, leak.path) not in told:
                told.add((leak.value, leak.path))
                yield leak


def _new(patch: Patch) -> Iterator[Leak]:
    """What a commit has brought more of than it has taken out."""
    gone = Counter(leak.value for leak in in_patch(patch, "-"))
    for leak in in_patch(patch):
        if leak.path and gone[leak.value] > 0:
            gone[leak.value] -= 1
        else:
            yield leak


def _line(root: Path, leak: Leak) -> int:
    try:
        text = without_tickets(text_of(read_bytes(root, leak.path))) if leak.path else ""
    except (OSError, MinqingError):
        return 0
    found = next((one for one in numbers_in(text) if one.value == leak.value), None)
    return text.count("\n", 0, found.start) + 1 if found else 0
