"""What an audit finds, as plain values that can be kept and told."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from minqing.domain.values import dataclass, field
from minqing.history.logbook import Commit

KINDS = (
    "line_changed", "line_deleted", "field_changed", "issue_vanished", "entry_vanished", "backdated", "postdated",
    "uncommitted", "history_rewritten", "unsigned",
)  # fmt: skip
"""The kinds of finding, the gravest first."""


@dataclass(frozen=True, slots=True)
class Finding:
    """One finding, or one note that is none.

    ``why`` is the word of its sentence, ``params`` fill it. ``date`` is the day of the commit (ISO), ``time`` its
    moment; ``file`` is relative to the workspace and ``line`` that of the file as it was in the commit, for what
    is gone as it was before. What does not apply is ``None``.
    """

    kind: str
    why: str
    commit: str | None = None
    date: str | None = None
    time: str | None = None
    author: str | None = None
    file: str | None = None
    line: int | None = None
    issue: str | None = None
    params: Mapping[str, str] = field(default_factory=dict)


def found_in(
    commit: Commit, kind: str, why: str, file: str = "", line: int = 0, issue: str = "", **params: str
) -> Finding:
    """A finding about what a commit did."""
    day, time = commit.written.day.isoformat(), commit.written.iso
    return Finding(
        kind, why, commit.id, day, time, commit.author, file or None, line or None, issue or None, dict(params)
    )


def finding_of(plain: Mapping[str, Any]) -> Finding:
    """A finding from its fields by name. Raises ``TypeError`` for what is none."""
    return Finding(**plain)
