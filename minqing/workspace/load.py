"""The whole diary in memory: every entry that can be counted, every problem."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from datetime import date
from pathlib import Path
from typing import NamedTuple

from minqing.domain.fold import progress_warnings
from minqing.domain.ids import number_of
from minqing.domain.model import KINDS, Entry, Issue
from minqing.domain.values import dataclass, replace
from minqing.text.normal import folded
from minqing.text.problems import Problem
from minqing.text.read import Reading, read_entry
from minqing.text.source import split_lines
from minqing.text.vocabulary import category_words
from minqing.workspace.files import read_bytes
from minqing.workspace.names import EntryName, highest_number
from minqing.workspace.opened import Workspace, open_workspace, unreadable
from minqing.workspace.scan import scan

A_WHILE = 100
"""Files that are read before it is told how many are."""

__all__ = ["Diary", "Workspace", "load_diary", "look_through", "open_workspace", "read_one", "reading_of"]


@dataclass(frozen=True, slots=True)
class Diary:
    """Every entry that can be counted, in order of date and name, and all problems by file and line.

    ``left_out`` are the paths of what could not be counted; a total that misses them must say so.
    """

    entries: tuple[Entry, ...] = ()
    problems: tuple[Problem, ...] = ()
    left_out: tuple[str, ...] = ()


def entry_paths(root: Path) -> list[str]:
    """The paths of every file that has the name of an entry, in order of date and name."""
    return list(scan(root).paths)


def read_one(workspace: Workspace, path: str) -> Reading:
    """What the file at ``path`` holds; a file that cannot be read at all is a reading with that problem."""
    return reading_of(workspace.root, path, category_words(workspace.community))


def load_diary(workspace: Workspace) -> Diary:
    """Read every entry. Never raises for what is in the files."""
    entries: list[Entry] = []

    def keep(_: str, reading: Reading) -> None:
        if reading.entry:
            entries.append(reading.entry)

    return replace(look_through(workspace, keep), entries=tuple(entries))


def problems_of(workspace: Workspace) -> tuple[Problem, ...]:
    """Every problem of the diary, by file and line."""
    return look_through(workspace, lambda path, reading: None).problems


def look_through(
    workspace: Workspace, look: Callable[[str, Reading], None], tell: Callable[[int, int], None] | None = None
) -> Diary:
    """Every problem of the diary, without its entries: a hundred thousand are too much to hold.

    ``look`` is shown each file's path and reading, ``tell`` how many files of how many are read.
    """
    found = scan(workspace.root)
    categories, first = category_words(workspace.community), dict[str, tuple[str, int]]()
    tickets: dict[str, list[_Ticketed]] = {}
    problems, steps, twice = list(found.problems), list[Problem](), list[Problem]()
    missing = {p.file for p in found.problems if p.leaves_out}
    for done, path in enumerate(found.paths):
        if tell and done % A_WHILE == 0:
            tell(done, len(found.named))
        reading = reading_of(workspace.root, path, categories)
        problems += reading.problems
        if reading.entry is None:
            missing.add(path)
        steps += _step_problems(reading)
        twice += duplicate_ids((reading,), first)
        _note_tickets(reading, tickets)
        look(path, reading)
    twice += _shared_tickets(workspace.root, categories, tickets)
    ordered = sorted([*problems, *steps, *twice], key=lambda p: (p.file, p.line, p.column))
    return Diary(problems=tuple(ordered), left_out=tuple(sorted(missing)))


def next_issue_number(workspace: Workspace, day: date) -> int:
    """1 + the highest number of an issue over all files of ``day``, those that cannot be counted too."""
    found = scan(workspace.root, day)
    readings = (read_one(workspace, path) for path in (*found.of_day(day), *found.misplaced(day)))
    return 1 + max((_highest(reading, day) for reading in readings), default=0)


def entry_path_for(root: Path, day: date, kind: str, second: bool = False) -> str:
    """The path of a new entry that no file has yet; with ``second`` its name has a number from 2 on."""
    taken = {path.rpartition("/")[2] for path in scan(root, day).of_day(day)}
    number = 2 if second else 1
    while (name := EntryName(day, KINDS.index(kind), number)).file in taken or (root / name.path).exists():
        number += 1
    return name.path


def existing_entry(root: Path, day: date, kind: str) -> str | None:
    """The path of the first entry of ``kind`` on ``day`` by its file's name, if there is one."""
    return next((path for name, path in scan(root, day).named if name.day == day and name.kind == kind), None)


def reading_of(root: Path, path: str, words: Mapping[str, str]) -> Reading:
    """What the file at ``path`` holds; ``words`` are the categories as they may be written."""
    try:
        return read_entry(read_bytes(root, path), path, words)
    except OSError as refusal:
        return Reading(None, None, (unreadable(path, refusal),), "")


def _highest(reading: Reading, day: date) -> int:
    if reading.entry is None:
        return highest_number(reading.source.text if reading.source else "", day)
    return max((highest_number(issue.id, day) for issue in reading.entry.issues), default=0)


def _step_problems(reading: Reading) -> Iterator[Problem]:
    """Lines of progress that change nothing, or close what is closed."""
    for _, entry, issue in _issues((reading,)):
        for code, step in progress_warnings(issue, entry):
            yield _at_line(reading, entry, step.line, code, {"id": issue.id})


def duplicate_ids(readings: Iterable[Reading], first: dict[str, tuple[str, int]] | None = None) -> Iterator[Problem]:
    """Ids that a second issue carries too, told at the second one; ``first`` keeps where each was met first."""
    first = {} if first is None else first
    for reading, entry, issue in _issues(readings):
        if issue.id not in first:
            first[issue.id] = (entry.path, issue.line)
            continue
        file, line = first[issue.id]
        params = {"id": issue.id, "file": file, "line": str(line), "first": f"{file}:{line}"}
        yield _at_line(reading, entry, issue.line, "id-duplicate", params)


class _Ticketed(NamedTuple):
    """An issue with a ticket, and where it stands."""

    id: str
    ticket: str
    path: str
    line: int


def _note_tickets(reading: Reading, seen: dict[str, list[_Ticketed]]) -> None:
    """Put the issues that have a ticket into ``seen``; one that was closed as a duplicate may share it."""
    for _, entry, issue in _issues((reading,)):
        if issue.ticket and not any(step.verb == "duplicate" for step in issue.progress):
            seen.setdefault(folded(issue.ticket), []).append(_Ticketed(issue.id, issue.ticket, entry.path, issue.line))


def _shared_tickets(
    root: Path, categories: Mapping[str, str], seen: Mapping[str, Sequence[_Ticketed]]
) -> Iterator[Problem]:
    """Tickets that a second issue has too, told at the later one by its id, whatever the names of the files are."""
    for several in (found for found in seen.values() if len(found) > 1):
        first, *later = sorted(several, key=lambda one: number_of(one.id))
        for one in (each for each in later if each.id != first.id):
            reading = reading_of(root, one.path, categories)
            if reading.entry:
                params = {"id": one.id, "ticket": one.ticket, "first": first.id}
                yield _at_line(reading, reading.entry, one.line, "ticket-shared", params)


def _issues(readings: Iterable[Reading]) -> Iterator[tuple[Reading, Entry, Issue]]:
    for reading in readings:
        if reading.entry:
            for issue in reading.entry.issues:
                yield reading, reading.entry, issue


def _at_line(reading: Reading, entry: Entry, line: int, code: str, params: dict[str, str]) -> Problem:
    lines = split_lines(reading.source.text)[0] if reading.source else []
    shown = lines[line - 1] if 0 < line <= len(lines) else ""
    column = len(shown) - len(shown.lstrip(" -")) + 1
    return Problem(code, entry.path, line, column, shown, params)
