"""The diary's questions, answered from files that have just been read."""

from __future__ import annotations

from datetime import date

from minqing.domain.fold import IssueState, fold_issue
from minqing.domain.ids import number_of, without_year
from minqing.domain.records import Loaded
from minqing.text.problems import Problem
from minqing.workspace.load import load_diary
from minqing.workspace.opened import Workspace


class FreshRecords(Loaded):
    """Every entry of a workspace in memory."""

    def __init__(self, workspace: Workspace) -> None:
        self._diary = load_diary(workspace)
        super().__init__(self._diary.entries, workspace.community)

    def left_out(self) -> tuple[str, ...]:
        """The paths of what cannot be counted."""
        return self._diary.left_out

    def errors(self) -> list[Problem]:
        """Every error of the diary, by file and line."""
        return [problem for problem in self._diary.problems if problem.is_error]

    def standing(self, today: date, since: date | None = None) -> list[IssueState]:
        """Every issue as it stands today; those of entries dated in the future as on their own day."""
        return [
            fold_issue(issue, entry, max(today, entry.date), self._community)
            for entry in self._diary.entries
            for issue in entry.issues
        ]

    def numbered(self, short: int, today: date) -> list[IssueState]:
        """The issues of any year with this month, day and number, as they stand today."""
        return [state for state in self.standing(today) if without_year(number_of(state.id)) == short]
