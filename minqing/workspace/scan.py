"""Which files below ``diaries/`` are entries, and which are there without being one."""

from __future__ import annotations

import errno
import os
import re
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path

from minqing.domain.errors import MinqingError
from minqing.domain.patterns import pattern
from minqing.domain.values import dataclass, field
from minqing.text.problems import Problem
from minqing.workspace.files import inside
from minqing.workspace.names import DIARIES, EntryName, entry_name


@dataclass(slots=True)
class Scan:
    """The names of entries with their paths, and problems of names and places; with a ``day`` those of that day."""

    day: date | None = None
    named: list[tuple[EntryName, str]] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)

    @property
    def paths(self) -> list[str]:
        """The paths of all entries, in order of date, kind and number."""
        return [path for _, path in self.named]

    def of_day(self, day: date) -> list[str]:
        """The paths of the entries of ``day``."""
        return [path for name, path in self.named if name.day == day]

    def misplaced(self, day: date) -> list[str]:
        """The paths of files that are no entries by name or place but begin with ``day``."""
        unread = (p.file for p in self.problems if p.code in ("file-name", "file-nested"))
        return [path for path in unread if path.rpartition("/")[2].startswith(day.isoformat())]


def scan(root: Path, day: date | None = None) -> Scan:
    """Look through ``diaries/`` and the folders in it; deeper ones are named, not read.

    With a ``day`` only names that begin with it are looked at: of a hundred thousand the others take seconds.
    """
    found = Scan(day)
    _look_through(root, DIARIES, found, _scan_year)
    found.named.sort()
    return found


def _scan_year(root: Path, folder: str, found: Scan) -> None:
    _look_through(root, folder, found, _name_nested)


def _look_through(root: Path, folder: str, found: Scan, deeper: Callable[[Path, str, Scan], None]) -> None:
    """Take the files of a folder; ``deeper`` is what is done with the folders in it."""
    for item in _listed(root, folder, found):
        path = f"{folder}/{item.name}"
        if not _stays(root, item, path, found):
            continue
        if item.is_dir():
            deeper(root, path, found)
        else:
            _take(item.name, path, found)


_NEARLY = pattern(r"\d{4}-\d{2}-\d{2}[^~]*\.(?:txt|markdown|text|mdx)", re.IGNORECASE)
"""A diary that an editor saved under another ending (Notepad's ``….md.txt``): named, never passed over."""


def _take(file: str, path: str, found: Scan) -> None:
    """Note a file as an entry, or what is wrong with its name or place."""
    if file.lower() == "readme.md" or not (file.lower().endswith(".md") or _NEARLY.fullmatch(file)):
        return
    name = entry_name(file)
    if name is None:
        found.problems.append(Problem("file-name", path, params={"name": file}))
        return
    found.named.append((name, path))
    if path.rpartition("/")[0] != name.path.rpartition("/")[0]:
        found.problems.append(Problem("file-folder", path, params={"expected": name.path, "name": file}))


def _name_nested(root: Path, folder: str, found: Scan) -> None:
    """Every diary file below a folder that lies too deep is a problem: it would be missed in silence."""
    for place, folders, files in os.walk(root / folder):
        folders[:] = sorted(f for f in folders if not f.startswith("."))
        below = Path(place).relative_to(root).as_posix()
        for file in sorted(f for f in files if entry_name(f)):
            found.problems.append(Problem("file-nested", f"{below}/{file}", params={"name": file}))


def _listed(root: Path, folder: str, found: Scan) -> Iterator[os.DirEntry[str]]:
    """What is in ``folder`` by name, without hidden files."""
    try:
        with os.scandir(inside(root, folder)) as items:
            listed = sorted(filter(_wanted(found.day), items), key=lambda i: i.name)
    except FileNotFoundError:
        return
    except MinqingError:
        found.problems.append(Problem("file-outside", folder, params={"name": folder}))
        return
    except OSError as refusal:
        why = refusal.strerror or str(refusal)
        found.problems.append(Problem("unreadable-file", folder, params={"why": why}))
        return
    yield from listed


def _wanted(day: date | None) -> Callable[[os.DirEntry[str]], bool]:
    """Whether an item is no hidden one, and a folder or named after ``day``; without a day every other one is."""
    if day is None:
        return lambda item: not item.name.startswith(".")
    begins = day.isoformat()
    return lambda item: item.name.startswith(begins) or (not item.name.startswith(".") and item.is_dir())


def _stays(root: Path, item: os.DirEntry[str], path: str, found: Scan) -> bool:
    """Whether ``item`` is to be looked at: no link, or one to a place of the workspace outside the diaries.

    A link to another diary file would count that file twice.
    """
    if not item.is_symlink():
        return True
    try:
        place = inside(root, path)
    except (MinqingError, OSError):
        found.problems.append(Problem("file-outside", path, params={"name": item.name}))
        return False
    if not place.exists():
        found.problems.append(Problem("unreadable-file", path, params={"why": os.strerror(errno.ENOENT)}))
        return False
    return not place.is_relative_to((root / DIARIES).resolve())
