"""The diary's questions, answered from files that have just been read."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from datetime import date
from functools import cached_property

from minqing.domain.fold import IssueState, fold_issue
from minqing.domain.ids import number_of, without_year
from minqing.domain.records import Loaded
from minqing.text.naming import Wanted
from minqing.text.problems import Problem
from minqing.text.spots import Sighting, Sightings, Spot, sightings_of
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

    def newest(self, count: int | None, since: date, today: date) -> list[IssueState]:
        """The issues raised since a day, as they stand today; here there are always all of them."""
        return [state for state in self.standing(today) if state.raised >= since]

    def where(self, wanted: Wanted, today: date) -> list[IssueState]:
        """The issues whose words (see ``text.naming``) are ``wanted``, as they stand today."""
        return [s for s in self.standing(today) if wanted(s.title, s.place, s.issue.reporter, s.issue.ticket)]

    def with_ids(self, ids: Collection[str], today: date) -> list[IssueState]:
        """The issues of these ids, as they stand today."""
        return [state for state in self.standing(today) if state.id in ids]

    @cached_property
    def _sightings(self) -> Sightings:
        return Sightings(sightings_of(self._diary.entries))

    def near(self, spot: Spot, placed: bool) -> list[Sighting]:
        """What may have been raised where ``spot`` is (see ``text.spots.may_meet``)."""
        return self._sightings.near(spot, placed)

    def standing_of(self, seen: Sequence[Sighting], today: date) -> list[IssueState]:
        """The issues of these sightings as they stand today."""
        chosen = {(one.path, one.at) for one in seen}
        return [
            fold_issue(issue, entry, max(today, entry.date), self._community)
            for entry in self._diary.entries
            for at, issue in enumerate(entry.issues)
            if (entry.path, at) in chosen
        ]

    def numbered(self, short: int, today: date) -> list[IssueState]:
        """The issues of any year with this month, day and number, as they stand today."""
        return [state for state in self.standing(today) if without_year(number_of(state.id)) == short]
