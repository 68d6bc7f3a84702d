"""What two people have each set by a line of progress: a due date put off to this day by one, to that by the other.

Lines never contradict each other (see docs/sync.md): both stay, and the later one holds. Nobody chose it, though, so it
is told.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from minqing.domain.fold import effective_lines
from minqing.domain.model import Entry, Issue, Progress
from minqing.domain.values import dataclass
from minqing.domain.verbs import VERBS

TOLD = frozenset({"due", "owner", "tier", "category"})
"""The fields of which a person wants to know which value holds; how content residents are is asked anew each time."""


@dataclass(frozen=True, slots=True)
class SetTwice:
    """A field of an issue that both sides have set since, and to what; ``holds`` is what it is by the lines of both."""

    path: str
    issue: str
    title: str
    field: str
    ours: str
    theirs: str
    holds: str


def set_twice(path: str, versions: Sequence[Entry | None]) -> Iterator[SetTwice]:
    """The fields that lines of both sides have set differently, issue by issue.

    ``versions`` are what both come from, this computer's, the colleagues' and the merged one.
    """
    entries = [entry for entry in versions if entry is not None]
    if len(entries) < len(versions):
        return
    merged = entries[-1]
    before, mine, other = ({issue.id: issue for issue in entry.issues} for entry in entries[:3])
    for issue in merged.issues:
        if issue.id in before and issue.id in mine and issue.id in other:
            shared = before[issue.id].progress
            first, second = (_set(side[issue.id], merged, shared) for side in (mine, other))
            now = _set(issue, merged, ())
            for field in sorted(first.keys() & second.keys()):
                if first[field] != second[field]:
                    yield SetTwice(path, issue.id, issue.title, field, first[field], second[field], now[field])


def _set(issue: Issue, entry: Entry, shared: tuple[Progress, ...]) -> dict[str, str]:
    """What the lines of an issue that are not ``shared`` set, the last one counting."""
    found = {}
    for line in effective_lines(issue, entry):
        field = VERBS[line.verb].sets
        if field in TOLD and line.argument and line not in shared:
            found[field] = line.argument
    return found
