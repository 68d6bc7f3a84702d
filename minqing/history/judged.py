"""What the commits judged so far have left to know for judging the next ones; it can be kept between two audits."""

from __future__ import annotations

from typing import Any

from minqing.domain.values import asdict
from minqing.history.findings import Finding, finding_of
from minqing.history.logbook import Commit
from minqing.history.taken_back import Steps


class Judged:
    """The findings so far, and for the commits to come

    * ``days``: the day (ordinal) each commit counts as made on, see ``day_of``;
    * ``lost``: keys of what was taken away and is told, so that a merge does not tell it again;
    * ``gone``: issues that vanished, with content id and path where they stood last;
    * ``broken``: files that cannot be read now, with content id and path of the last state that could be, the
      content id now, and the commit's id;
    * ``steps``: what each author may take back.

    ``waking`` is the first day (ordinal) on which a commit dated in the future will have to be judged anew.
    """

    def __init__(self) -> None:
        self.days: dict[str, int] = {}
        self.lost: set[str] = set()
        self.gone: dict[str, list[str]] = {}
        self.broken: dict[str, list[str]] = {}
        self.steps = Steps()
        self.findings: list[Finding] = []
        self.notes: list[Finding] = []
        self.waking: int | None = None

    def day_of(self, commit: Commit, today: int) -> int:
        """The day a commit counts as made on: the later of its two dates, and no earlier than its parents'.

        So a clock set back, or a date given by hand, moves nothing back. A date after ``today`` does not count:
        it would make everything that follows look old.
        """
        before = max((self.days.get(parent, 0) for parent in commit.parents), default=0)
        own = max(commit.written.day, commit.recorded.day).toordinal()
        if own > today + 1:
            self.waking = min(self.waking or own, own)
            own = before or today
        self.days[commit.id] = found = max(before, own)
        return found

    def plain(self) -> dict[str, Any]:
        """Everything, for JSON."""
        return {
            "days": self.days,
            "lost": sorted(self.lost),
            "gone": self.gone,
            "broken": self.broken,
            "done": self.steps.done,
            "undone": self.steps.undone,
            "findings": [asdict(one) for one in self.findings],
            "notes": [asdict(one) for one in self.notes],
            "waking": self.waking,
        }


def judged_of(plain: dict[str, Any]) -> Judged:
    """What ``Judged.plain`` gave. Raises ``KeyError``, ``TypeError`` or ``ValueError`` for what is not that."""
    found = Judged()
    found.days, found.lost = dict(plain["days"]), set(plain["lost"])
    found.gone, found.broken = dict(plain["gone"]), dict(plain["broken"])
    found.steps = Steps(dict(plain["done"]), dict(plain["undone"]))
    found.findings = [finding_of(one) for one in plain["findings"]]
    found.notes = [finding_of(one) for one in plain["notes"]]
    found.waking = plain["waking"]
    return found
