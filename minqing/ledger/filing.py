"""Where matters go: into the entry of their day and kind, each with a number of its day."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from datetime import date

from minqing.domain.model import Entry, Issue
from minqing.domain.values import dataclass, replace
from minqing.ledger.rows import Matter


@dataclass(frozen=True, slots=True)
class Page:
    """The matters of one day and kind, in the order of the ledger, with their numbers."""

    day: date
    kind: str
    matters: tuple[Matter, ...]

    @property
    def issues(self) -> tuple[Issue, ...]:
        """What goes into the entry's list."""
        return tuple(matter.issue for matter in self.matters)


def pages_of(matters: Sequence[Matter], taken: Mapping[date, Collection[str]]) -> list[Page]:
    """The matters by day and kind. Each keeps its own id where that is free, else it gets the day's next number.

    ``taken`` are the ids of each day that stand in the diary.
    """
    numbered = _numbered(matters, {day: set(ids) for day, ids in taken.items()})
    pages: dict[tuple[date, str], list[Matter]] = defaultdict(list)
    for matter in sorted(numbered, key=lambda matter: matter.day):
        pages[matter.day, matter.kind].append(matter)
    return [Page(day, kind, tuple(listed)) for (day, kind), listed in pages.items()]


def _numbered(matters: Iterable[Matter], taken: dict[date, set[str]]) -> list[Matter]:
    kept: list[Matter] = []
    for matter in matters:
        ids = taken.setdefault(matter.day, set())
        id = matter.issue.id if matter.issue.id not in ids else ""
        ids |= {id} - {""}
        kept.append(matter if id else replace(matter, issue=replace(matter.issue, id="")))
    return [matter if matter.issue.id else _with_number(matter, taken[matter.day]) for matter in kept]


def _with_number(matter: Matter, ids: set[str]) -> Matter:
    number = 1 + max((int(id.partition("-")[2]) for id in ids), default=0)
    id = f"{matter.day:%Y%m%d}-{number}"
    ids.add(id)
    return replace(matter, issue=replace(matter.issue, id=id))


def remarks_of(page: Page) -> str:
    """What the format has no key for, one line a matter, for the body of the entry; nothing where there is none."""
    lines = (f"- {matter.issue.id} {'; '.join(matter.remarks)}" for matter in page.matters if matter.remarks)
    return "\n".join(lines)


def entry_of(page: Page, path: str) -> Entry:
    """A new entry of the page's matters; what no column told stays unsaid (weather, steps)."""
    return Entry(page.day, page.kind, issues=page.issues, path=path)
