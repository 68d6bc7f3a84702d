"""Which matters of a ledger stand in the diary already: a ledger may be read twice and adds nothing the second time.

A matter is known by what it was raised with, which no command ever rewrites: its day, its sentence and its place, or
its day and ticket. So nothing has to be kept beside the diary, and rows may be in any order (decision 0026).
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from datetime import date

from minqing.domain.model import Entry, Issue
from minqing.domain.values import dataclass
from minqing.ledger.rows import Matter
from minqing.text.normal import folded

_SIGNS = re.compile(r"[\W_]+")

Key = tuple[date, str]


@dataclass(frozen=True, slots=True)
class Sorted:
    """Matters of a ledger that are new, and those that stand in the diary, each with the id it has there."""

    new: tuple[Matter, ...]
    known: tuple[tuple[Matter, str], ...]


def sort_out(matters: Sequence[Matter], entries: Iterable[Entry]) -> Sorted:
    """Tell new matters from known ones. Two rows that say the same are two matters where the diary has only one."""
    diary = _Diary(entries)
    tickets = Counter((matter.day, matter.issue.ticket or "") for matter in matters)
    found = [(matter, diary.taken(matter, tickets[matter.day, matter.issue.ticket or ""] == 1)) for matter in matters]
    return Sorted(tuple(m for m, id in found if id is None), tuple((m, id) for m, id in found if id is not None))


def squeezed(text: str | None) -> str:
    """A text without blanks and punctuation, which people and programs change."""
    return _SIGNS.sub("", folded(text or ""))


class _Diary:
    """The issues of the diary by what they are known by; each stands for one row only."""

    def __init__(self, entries: Iterable[Entry]) -> None:
        self._by_words: dict[Key, list[Issue]] = defaultdict(list)
        self._by_ticket: dict[Key, list[Issue]] = defaultdict(list)
        self._gone: set[int] = set()
        for entry in entries:
            for issue in entry.issues:
                self._by_words[entry.date, squeezed(issue.title)].append(issue)
                if issue.ticket:
                    self._by_ticket[entry.date, folded(issue.ticket)].append(issue)

    def taken(self, matter: Matter, alone: bool) -> str | None:
        """The id of the issue that the matter is, which is then no other row's; ``alone``: no row shares its ticket."""
        same = self._same_words(matter) or (self._same_ticket(matter) if alone else [])
        if not same:
            return None
        issue = next((i for i in same if i.id == matter.issue.id), same[0])
        self._gone.add(id(issue))
        return issue.id

    def _same_words(self, matter: Matter) -> list[Issue]:
        found = self._free(self._by_words.get((matter.day, squeezed(matter.issue.title)), ()))
        if not matter.placed:
            return found
        place = squeezed(matter.issue.place)
        return [issue for issue in found if squeezed(issue.place) == place]

    def _same_ticket(self, matter: Matter) -> list[Issue]:
        ticket = matter.issue.ticket
        found = self._free(self._by_ticket.get((matter.day, folded(ticket)), ())) if ticket else []
        return found if len(found) == 1 else []

    def _free(self, issues: Iterable[Issue]) -> list[Issue]:
        return [issue for issue in issues if id(issue) not in self._gone]
