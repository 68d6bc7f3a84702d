"""Everything that ``minqing check`` finds in the files themselves: the diary, its photos, what is private."""

from __future__ import annotations

from collections.abc import Callable

from minqing.domain.model import Entry
from minqing.text.problems import Problem
from minqing.text.read import Reading
from minqing.workspace.load import look_through
from minqing.workspace.opened import Workspace
from minqing.workspace.photo_files import photo_problems
from minqing.workspace.private_places import besides_entries, in_reading


def every_problem(workspace: Workspace, tell: Callable[[int, int], None] | None = None) -> list[Problem]:
    """The problems of the entries and their photos, and every personal detail; each file is read once.

    ``tell`` is told how many files of how many are read.
    """
    staff = {person.name for person in workspace.community.people}
    pictured: list[Entry] = []
    private: list[Problem] = []

    def look(path: str, reading: Reading) -> None:
        private.extend(in_reading(workspace.root, path, reading, staff))
        if reading.entry and any(issue.photos for issue in reading.entry.issues):
            pictured.append(reading.entry)

    diary = look_through(workspace, look, tell)
    photos = photo_problems(workspace.root, pictured, diary.left_out)
    return [*diary.problems, *photos, *private, *besides_entries(workspace.root, staff)]
