"""What the name of a diary file says: ``2019-10-21.md``, ``2019-10-21-2.md``, ``2019-10-21-desk-2.md``."""

from __future__ import annotations

import re
from datetime import date

from minqing.domain.model import KINDS
from minqing.domain.patterns import pattern
from minqing.domain.values import dataclass
from minqing.text.source import name_of

DIARIES = "diaries"
"""The folder of all entries, one folder a year below it."""

HISTORY = "diary.bundle"
"""The piece of a backup that holds the history, as ``git bundle`` writes it."""

BESIDE = ("private", "photos")
"""The folders that are no part of the history; a backup holds them when they are asked for."""

_ISSUE_ID = pattern(r"(\d{8})-(\d{1,6})(?!\d)", re.ASCII)


@dataclass(frozen=True, slots=True, order=True)
class EntryName:
    """The day, the kind (a walk's name carries none) and the number among entries of that kind and day."""

    day: date
    rank: int
    number: int = 1

    @property
    def kind(self) -> str:
        """The kind of entry the name stands for."""
        return KINDS[self.rank]

    @property
    def file(self) -> str:
        """The file's name."""
        kind = f"-{self.kind}" if self.rank else ""
        number = f"-{self.number}" if self.number > 1 else ""
        return f"{self.day.isoformat()}{kind}{number}.md"

    @property
    def path(self) -> str:
        """Where such an entry belongs, relative to the workspace."""
        return f"{DIARIES}/{self.day.year:04d}/{self.file}"


def entry_name(file: str) -> EntryName | None:
    """What a file's name (without folders) says; ``None`` when it is no name of an entry."""
    name = name_of(file)
    if name is None:
        return None
    number = file[len("2019-10-21") : -len(".md")].rpartition("-")[2]
    return EntryName(name.day, KINDS.index(name.kind), int(number) if number.isdigit() else 1)


def highest_number(text: str, day: date) -> int:
    """The highest N of an issue id ``YYYYMMDD-N`` of ``day`` anywhere in ``text``; 0 where there is none."""
    wanted = f"{day:%Y%m%d}"
    return max((int(n) for found, n in _ISSUE_ID.findall(text) if found == wanted), default=0)
