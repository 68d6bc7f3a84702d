"""Whether what was shared still stands: the history here and on the remote, as git remembers both."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from minqing.history.findings import Finding, found_in
from minqing.history.git import run
from minqing.history.logbook import Commit, commits


def published(root: Path) -> tuple[list[Finding], list[Finding]]:
    """Findings and notes about the history against the branch of the remote that this one follows.

    Commits that were on the remote and are not any more were rewritten there; commits of the remote that this
    branch had and has not any more were rewritten here. Commits of colleagues that were only fetched are neither.
    """
    branch = run(root, "symbolic-ref", "--quiet", "HEAD").out.strip()
    remote = _followed(root, branch)
    if not branch or not remote:
        return [], [Finding("unpublished", "no-remote")]
    found = _dropped(root, _listed(root, _remembered(root, remote), (remote,)), "remote")
    missing = _listed(root, (remote,), ("HEAD",))
    if not missing:
        return found, []
    had = set(missing) - set(_listed(root, (remote,), ("HEAD", *_remembered(root, branch))))
    had |= _twins(root, remote)
    if had:
        return found + _dropped(root, [id for id in missing if id in had], "local"), []
    return found, [Finding("behind", "behind", params={"count": str(len(missing))})]


def _followed(root: Path, branch: str) -> str:
    """The remote's branch as it was last seen, by its full name; empty where there is none."""
    name = branch.removeprefix("refs/heads/")
    for asked in ("@{upstream}", f"refs/remotes/origin/{name}"):
        told = run(root, "rev-parse", "--verify", "--quiet", "--symbolic-full-name", asked)
        if told.code == 0 and told.out.strip():
            return told.out.strip()
    return ""


def _remembered(root: Path, ref: str) -> list[str]:
    """Every commit that ``ref`` has stood on, as far as git remembers."""
    told = run(root, "log", "--walk-reflogs", "--format=%H", ref, "--")
    return list(dict.fromkeys(told.out.split())) if told.code == 0 else []


def _listed(root: Path, wanted: Sequence[str], but: Sequence[str]) -> list[str]:
    """Commits reachable from ``wanted`` and not from ``but``, newest first."""
    if not wanted:
        return []
    lines = [*wanted, *(f"^{one}" for one in but)]
    told = run(root, "rev-list", "--topo-order", "--ignore-missing", "--stdin", input="\n".join(lines) + "\n")
    return told.out.split() if told.code == 0 else []


def _twins(root: Path, remote: str) -> set[str]:
    """Commits of the remote that stand here under another id: same author, same moment, same words."""
    here = {_known_by(one) for one in commits(root, "HEAD", f"^{remote}", sparse=True)}
    there = commits(root, remote, "^HEAD", sparse=True)
    return {one.id for one in there if _known_by(one) in here}


def _known_by(commit: Commit) -> tuple[str, int]:
    return commit.email, commit.written.seconds


def _dropped(root: Path, ids: Sequence[str], where: str) -> list[Finding]:
    """One finding for all of them, at the oldest: there the rewriting begins."""
    for commit in commits(root, "--no-walk", ids[-1], sparse=True) if ids else ():
        return [found_in(commit, "history_rewritten", f"rewritten-{where}", count=str(len(ids)))]
    return []
