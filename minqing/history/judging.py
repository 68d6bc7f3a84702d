"""The commits of a diary, oldest first, before the judge: what was committed must stand.

What a commit took away, rewrote or dated far from its own day is a finding, whatever its words say. A merge is
judged for what it lost of either side; each loss is told once.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from pathlib import PurePosixPath

from minqing.domain.model import Entry, Issue, Progress
from minqing.domain.values import dataclass
from minqing.history.findings import Finding, found_in
from minqing.history.fingerprint import came, lost
from minqing.history.judged import Judged
from minqing.history.logbook import Commit, FileChange
from minqing.history.numbers import follows_a_number
from minqing.history.versions import Versions, diaries
from minqing.text.differences import Difference, Side, between, issue_differences
from minqing.text.source import name_of
from minqing.text.telling import Telling
from minqing.workspace.find import SETTINGS_FILE

IMPORT = "import"
"""Action of a commit that brings in an older ledger: its new issues are old on purpose."""

ALLOWED = "Minqing-Allow-Private"
"""Trailer: a telephone number or the like was committed knowingly, and why."""

FILLED_LATER = frozenset({"due"})
"""Fields that count as rewritten even where nothing stood before: a date set afterwards makes a matter in time."""

LOSING = frozenset(
    {"line_changed", "line_deleted", "line_moved", "field_changed", "issue_vanished", "issue_moved", "entry_vanished"}
)
"""Differences that take something away or turn it into something else."""


@dataclass(frozen=True, slots=True)
class Case:
    """A commit with what it changed against each parent, what it brought itself, and its files by path."""

    commit: Commit
    day: int
    pairs: tuple[tuple[Difference, ...], ...]
    own: tuple[Difference, ...]
    after: dict[str, Side]

    @property
    def losses(self) -> list[Difference]:
        """What is missing or different, of a merge against any of its parents."""
        return [one for pair in self.pairs for one in pair if one.kind in LOSING]

    @property
    def numbers(self) -> dict[str, str]:
        """The issues that got another number, old to new."""
        losses = (one for pair in self.pairs for one in pair)
        return {str(one.old): str(one.new) for one in losses if one.field == "id"}

    def brought_issue(self, id: str) -> bool:
        """Whether an issue of this number is the commit's own and no parent's."""
        return all(any(one.kind == "issue_added" and one.issue == id for one in pair) for pair in self.pairs)

    def has_issue(self, id: str) -> bool:
        """Whether a file of the commit holds an issue of this number."""
        return any(issue.id == id for side in self.after.values() if side.entry for issue in side.entry.issues)


class Judge:
    """Judges commit by commit; what it knows is in ``judged``.

    ``days`` is how far a date may lie from its commit; ``today`` (an ordinal) is the day by the clock, after which
    no commit can have been made. ``is_shallow`` tells that commits without parents are where the history was cut.
    """

    def __init__(
        self, versions: Versions, telling: Telling, judged: Judged, *, days: int, today: int, is_shallow: bool = False
    ) -> None:
        self._versions = versions
        self._telling = telling
        self._judged = judged
        self._days = days
        self._today = today
        self._is_shallow = is_shallow

    def take(self, commit: Commit) -> None:
        """Judge one commit; its parents have been judged before."""
        opening = not commit.parents and (not self._judged.days or self._is_shallow)
        case = self._case(commit)
        self._note(case, opening)
        back = not commit.is_merge and self._judged.steps.takes_back(commit, case.own)
        for one in case.losses:
            self._lose(case, one, back)
        self._opening_balance(case)
        if not opening:
            self._of_its_own_day(case)
            self._come(case, case.own, back)

    def _case(self, commit: Commit) -> Case:
        after: dict[str, Side] = {}
        pairs = tuple(self._differences(changes, after) for changes in commit.changes)
        day = self._judged.day_of(commit, self._today)
        return Case(commit, day, pairs, _own(commit, pairs), after)

    def _differences(self, changes: Sequence[FileChange], after: dict[str, Side]) -> tuple[Difference, ...]:
        sides = [self._readable(one) for one in diaries(changes)]
        after.update((new.path, new) for _, new in sides)
        return between(sides)

    def _readable(self, change: FileChange) -> tuple[Side, Side]:
        """A text that cannot be read is passed over: its next readable state is compared with the last one."""
        before, after = self._versions.pair(change)
        known = self._judged.broken.pop(before.path, None)
        last = (known[0], known[1]) if known is not None and before.is_broken else (change.old, change.old_path)
        before = self._versions.side(*last)
        if after.is_broken and before.entry is not None:
            self._judged.broken[after.path] = [last[0] or "", last[1], change.new or ""]
            return before, before
        return before, after

    # what was taken away

    def _lose(self, case: Case, one: Difference, back: bool) -> None:
        key = lost(one)
        if key in self._judged.lost and case.commit.is_merge:
            return
        self._judged.lost.add(key)
        if back or not self._is_loss(case, one):
            return
        if one.kind == "issue_vanished":
            self._judged.gone[one.issue] = [self._blob(case, one.old_file), one.old_file]
        self._judged.findings.append(self._of_loss(case.commit, one))

    def _blob(self, case: Case, path: str) -> str:
        changes = (change for changes in case.commit.changes for change in changes)
        return next((change.old for change in changes if change.old_path == path and change.old), "")

    def _is_loss(self, case: Case, one: Difference) -> bool:
        """Whether a difference is more than a filled field, a longer list or a move within the day."""
        if one.kind == "issue_moved":
            return _day(one.old_file) != _day(one.new_file)
        if follows_a_number(one, case.numbers):
            return False
        if one.kind != "field_changed":
            return True
        if one.field == "id":  # two walkers had given one number to two matters, and the other one has kept it
            return not case.has_issue(str(one.old)) or case.brought_issue(str(one.old))
        if one.old is None or one.old == ():
            return one.field in FILLED_LATER
        if isinstance(one.old, tuple) and isinstance(one.new, tuple):
            return not set(one.old) <= set(one.new)
        return True

    def _of_loss(self, commit: Commit, one: Difference) -> Finding:
        said = {"old": self._telling.value(one.field, one.old), "new": self._telling.value(one.field, one.new)}
        if one.kind == "field_changed":
            file, line = one.new_file or one.old_file, one.new_line or one.old_line
            return found_in(commit, one.kind, "field-changed", file, line, one.issue, field=one.field, **said)
        if one.kind == "issue_moved":
            days = {"old": str(_day(one.old_file)), "new": str(_day(one.new_file))}
            return found_in(commit, "field_changed", "raised", one.new_file, one.new_line, one.issue, **days)
        if one.kind == "entry_vanished":
            said["old"] = PurePosixPath(one.old_file).name
        kind = "line_changed" if one.kind == "line_moved" else one.kind
        return found_in(commit, kind, one.kind.replace("_", "-"), one.old_file, one.old_line, one.issue, **said)

    # what came

    def _come(self, case: Case, own: Sequence[Difference], back: bool) -> None:
        imported = IMPORT in case.commit.actions
        new_files = {one.new_file for one in own if one.kind == "entry_added"}
        brought = 0
        for one in own:
            if one.new is None:
                continue
            again = came(one) in self._judged.lost
            self._judged.lost.discard(came(one))
            if again and one.kind == "issue_added":
                self._again(case, one)
            elif imported and one.kind in ("entry_added", "issue_added"):
                brought += one.kind == "issue_added"
            elif not back and not again:
                self._check_dates(case, one, new_files)
        if brought:
            self._judged.notes.append(found_in(case.commit, "imported", "imported", count=str(brought)))

    def _again(self, case: Case, one: Difference) -> None:
        """An issue that had vanished is there again: it is to be what it was."""
        if one.issue not in self._judged.gone or not isinstance(one.new, Issue):
            return
        before = self._versions.side(*self._judged.gone.pop(one.issue))
        was = next((issue for issue in before.entry.issues if issue.id == one.issue), None) if before.entry else None
        if was is None:
            return
        found = tuple(issue_differences(before, was, case.after[one.new_file], one.new))
        for other in found:
            if other.kind in LOSING:
                self._lose(case, other, back=False)
        self._come(case, found, back=False)

    def _check_dates(self, case: Case, one: Difference, new_files: Iterable[str]) -> None:
        """The dates of a line, an entry or an issue that came, beside the day it came on.

        The day an issue was raised is its entry's; it is told once where both came together.
        """
        if isinstance(one.new, Progress) and one.kind == "line_added":
            self._check_day(case, "line", one.new.date, one, one.new)
        elif isinstance(one.new, Entry):
            self._check_day(case, "entry", one.new.date, one)
        elif isinstance(one.new, Issue) and one.kind == "issue_added":
            raised = _day(one.new_file)
            if raised and one.new_file not in new_files:
                self._check_day(case, "issue", raised, one)
            for line in one.new.progress:
                self._check_day(case, "line", line.date, one, line)

    def _check_day(self, case: Case, what: str, dated: date, one: Difference, line: Progress | None = None) -> None:
        apart = case.day - dated.toordinal()
        if abs(apart) <= self._days:
            return
        kind = "backdated" if apart > 0 else "postdated"
        text = self._telling.value("", line or one.new)
        at = line.line if line else one.new_line
        said = {"days": str(abs(apart)), "text": text}
        self._judged.findings.append(found_in(case.commit, kind, f"{kind}-{what}", one.new_file, at, one.issue, **said))

    def _of_its_own_day(self, case: Case) -> None:
        """A commit dated long before the one it follows, or after today."""
        commit = case.commit
        own = max(commit.written.day, commit.recorded.day).toordinal()
        if own > self._today + 1:
            kind, apart = "postdated", own - self._today
        else:
            kind, apart = "backdated", case.day - own
        if kind == "postdated" or apart > self._days:
            self._judged.findings.append(found_in(commit, kind, f"{kind}-commit", days=str(apart)))

    # beside the entries

    def _note(self, case: Case, opening: bool) -> None:
        """What a checker should know and is no finding."""
        for reason in case.commit.trailers(ALLOWED):
            self._judged.notes.append(found_in(case.commit, "private", "private", reason=reason))
        count = sum(one.kind == "entry_added" for one in case.own)
        if opening and count:
            self._judged.notes.append(found_in(case.commit, "first", "first", count=str(count)))

    def _opening_balance(self, case: Case) -> None:
        """The opening balance is part of every total; once committed it is not to change."""
        from minqing.workspace.settings import read_settings

        for change in (change for changes in case.commit.changes for change in changes):
            if change.new_path != SETTINGS_FILE or not change.old or not change.new:
                continue
            was, now = (read_settings(self._versions.raw(id))[0].opening for id in (change.old, change.new))
            key = f"opening {change.old}"
            if was is not None and was != now and key not in self._judged.lost:
                self._judged.lost.add(key)
                self._judged.findings.append(found_in(case.commit, "field_changed", "opening", SETTINGS_FILE))


def _own(commit: Commit, pairs: Sequence[tuple[Difference, ...]]) -> tuple[Difference, ...]:
    """What the commit itself changed; of a merge what came that no parent has."""
    if not commit.is_merge:
        return tuple(one for pair in pairs for one in pair)
    if len(pairs) < len(commit.parents):
        return ()
    keys = [{came(one) for one in pair if one.kind.endswith("_added")} for pair in pairs]
    new = [one for one in pairs[0] if one.kind.endswith("_added")]
    return tuple(one for one in new if all(came(one) in known for known in keys))


def _day(path: str) -> date | None:
    """The day a file's name tells."""
    name = name_of(path)
    return name.day if name else None
