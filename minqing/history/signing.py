"""Signatures, where commits are to be signed: by a date in the settings, or because git is told to sign here."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from minqing.history.findings import Finding, found_in
from minqing.history.git import run
from minqing.history.logbook import Commit, commits

if TYPE_CHECKING:
    from minqing.history.audit_cache import Keeping
    from minqing.workspace.opened import Workspace

GOOD = frozenset("GUXY")
"""git's letters for a signature that is good, if of a key not certified or expired since."""


def signing(workspace: Workspace, verified: set[str], keeping: Keeping) -> list[Finding]:
    """Commits without a signature, with one that is wrong, and authors nobody knows; nothing where none is due.

    ``verified`` are commits whose signature was found good before; it is added to and kept.
    """
    root, since = workspace.root, workspace.community.signed_from
    if since is None and run(root, "config", "--type=bool", "commit.gpgsign").out.strip() != "true":
        return []
    signed = _signed(root)
    judged = list(commits(root, "--reverse", "--topo-order", "HEAD", sparse=True))
    due = _due(judged, signed, lambda one: since is not None and one.recorded.day >= since, since is not None)
    letters = _letters(root, [one.id for one in due if one.id in signed and one.id not in verified])
    good = {id for id, letter in letters.items() if letter in GOOD}
    if good:
        verified |= good
        if keeping.now:
            keeping.keep(*keeping.now, verified)
    found = list(_wrong(due, signed, letters))
    people = {person.name for person in workspace.community.people}
    strangers = [one for one in due if people and one.author not in people]
    return [*reversed(found), *_by_author(strangers, "unknown-author")]


def _signed(root: Path) -> set[str]:
    """The commits that carry a signature of whatever worth."""
    told = run(root, "rev-list", "--header", "HEAD").out
    heads = (one.lstrip("\n").partition("\n\n")[0] for one in told.split("\0"))
    return {head[:64].split("\n")[0] for head in heads if "\ngpgsig" in head}


def _due(all: Sequence[Commit], signed: set[str], by_date: Callable[[Commit], bool], dated: bool) -> Sequence[Commit]:
    """The commits that should be signed: from the setting's date on, else from the first one that is."""
    if dated:
        return [one for one in all if by_date(one)]
    first = next((at for at, one in enumerate(all) if one.id in signed), 0)
    return all[first:]


def _letters(root: Path, ids: Sequence[str]) -> dict[str, str]:
    """git's verdict on each signature."""
    if not ids:
        return {}
    told = run(root, "log", "--no-walk=unsorted", "--stdin", "--format=%H %G?", input="\n".join(ids) + "\n")
    return {line[:-2]: line[-1] for line in told.out.splitlines() if line[-2:-1] == " "}


def _wrong(due: Iterable[Commit], signed: set[str], letters: dict[str, str]) -> Iterator[Finding]:
    unknown = []
    for one in due:
        if one.id not in signed:
            yield found_in(one, "unsigned", "unsigned")
        elif letters.get(one.id, "G") in ("B", "R"):
            yield found_in(one, "unsigned", "bad-signature")
        elif letters.get(one.id, "G") not in GOOD:
            unknown.append(one)
    yield from _by_author(unknown, "unknown-key")


def _by_author(all: Sequence[Commit], why: str) -> Iterator[Finding]:
    """One finding for each author, at the first commit."""
    counts: dict[str, list[Commit]] = {}
    for one in all:
        counts.setdefault(one.author, []).append(one)
    for of_author in counts.values():
        yield found_in(of_author[0], "unsigned", why, count=str(len(of_author)))
