"""What a checker asks of the history of a diary: does everything that was committed still stand?

The commits are judged once (see ``judging``); what they left to know is kept below ``.minqing`` and only an
accelerator. What can change without a commit - the folder, the remote, keys - is looked at each time.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from contextlib import closing
from datetime import date
from itertools import chain, groupby
from pathlib import Path
from typing import TYPE_CHECKING

from minqing.domain.errors import GIT, MinqingError
from minqing.domain.values import dataclass
from minqing.history import audit_cache
from minqing.history.findings import Finding
from minqing.history.git import head, is_shallow, repository_of, run
from minqing.history.judged import Judged
from minqing.history.judging import Judge
from minqing.history.logbook import commits, is_diary
from minqing.history.numbers import without_ways_made
from minqing.history.published import published
from minqing.history.signing import signing
from minqing.history.status import changed
from minqing.history.versions import Versions
from minqing.text.telling import Telling
from minqing.text.vocabulary import category_words
from minqing.workspace.find import SETTINGS_FILE
from minqing.workspace.names import DIARIES

if TYPE_CHECKING:
    from minqing.workspace.opened import Workspace

Tell = Callable[[int, int], None]
"""Told how many of how many commits are judged."""


@dataclass(frozen=True, slots=True)
class Audit:
    """``findings`` and ``notes`` (what a checker should know and is no finding), the newest first; how many
    commits there are, and how many days a date may lie from its commit."""

    findings: tuple[Finding, ...]
    notes: tuple[Finding, ...]
    commits: int
    days: int


def audit(
    workspace: Workspace, clock: date, *, days: int | None = None, cached: bool = True, tell: Tell | None = None
) -> Audit:
    """Judge the whole history. ``clock`` is today by the clock; ``days`` overrides the setting.

    Raises ``MinqingError`` (exit code 4) where there is no repository or git refuses.
    """
    root = workspace.root
    if repository_of(root) is None:
        raise MinqingError("git.no-history", GIT, root=str(root))
    allowed = workspace.community.audit_days if days is None else days
    words = category_words(workspace.community)
    names = {category.id: category.name for category in workspace.community.categories.values()}
    telling = Telling(workspace.language, names)
    tip = head(root)
    with closing(Versions(root, words)) as versions:
        keeping = audit_cache.Keeping(root, allowed, words, telling, cached)
        judged, verified = _judged(root, tip, versions, keeping, clock, tell) if tip else (Judged(), set[str]())
        gone = list(_unreadable(judged, versions))
    told, beside = published(root) if tip else ([], [])
    unsigned = signing(workspace, verified, keeping) if tip else []
    standing = without_ways_made(root, tip, judged.findings) if tip else []
    found = [*_uncommitted(root), *told, *unsigned, *gone, *_newest_first(standing)]
    notes = [*beside, *reversed(judged.notes)]
    return Audit(tuple(found), tuple(notes), len(judged.days), allowed)


def _judged(
    root: Path, tip: str, versions: Versions, keeping: audit_cache.Keeping, clock: date, tell: Tell | None
) -> tuple[Judged, set[str]]:
    """Everything up to the commit ``tip``: from what is kept, and what has been committed since."""
    kept = keeping.restored(clock.toordinal())
    if kept is not None and not _follows(root, tip, kept.tip):
        kept = None
    judged, verified = (kept.judged, kept.verified) if kept else (Judged(), set[str]())
    if kept is None or kept.tip != tip:
        _judge_all(root, tip, kept.tip if kept else None, versions, keeping, judged, clock, tell)
        keeping.keep(tip, judged, verified)
    keeping.now = (tip, judged)
    return judged, verified


def _newest_first(findings: Iterable[Finding]) -> Iterator[Finding]:
    """The commits turned round, the findings of each in the order of the file."""
    groups = [list(of_commit) for _, of_commit in groupby(findings, key=lambda one: one.commit)]
    return chain.from_iterable(reversed(groups))


def _follows(root: Path, tip: str, earlier: str) -> bool:
    return tip == earlier or run(root, "merge-base", "--is-ancestor", earlier, tip).code == 0


def _judge_all(
    root: Path,
    tip: str,
    since: str | None,
    versions: Versions,
    keeping: audit_cache.Keeping,
    judged: Judged,
    clock: date,
    tell: Tell | None,
) -> None:
    judge = Judge(
        versions, keeping.telling, judged, days=keeping.days, today=clock.toordinal(), is_shallow=is_shallow(root)
    )
    span = (tip, f"^{since}") if since else (tip,)
    total = int(run(root, "rev-list", "--count", *span).out or 0) if tell else 0
    listed = commits(root, "--reverse", "--topo-order", *span, sparse=True)
    for done, commit in enumerate(versions.ahead(listed)):
        judge.take(commit)
        if tell and done % 100 == 0:
            tell(done, total)


def _unreadable(judged: Judged, versions: Versions) -> Iterator[Finding]:
    """Lines of progress that are not to be found in a file that cannot be read now."""
    for path, (last, was, now) in judged.broken.items():
        before = versions.side(last, was)
        text, source = versions.raw(now).decode("utf-8", "replace"), before.text.splitlines()
        for issue in before.entry.issues if before.entry else ():
            for line in issue.progress:
                shown = source[line.line - 1].strip(" -\t")
                if shown not in text:
                    yield Finding("line_deleted", "line-deleted", file=path, line=line.line, issue=issue.id or None,
                                  params={"old": shown, "new": ""})  # fmt: skip


def _uncommitted(root: Path) -> Iterator[Finding]:
    """Diaries and settings that differ from the last commit."""
    for one in changed(root, (DIARIES, SETTINGS_FILE)):
        if is_diary(one.path) or one.path == SETTINGS_FILE:
            there = (root / one.path).exists()
            why = "changed" if there and one.head else "new" if there else "deleted"
            yield Finding("uncommitted", f"uncommitted-{why}", file=one.path)
