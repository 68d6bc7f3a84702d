"""Signatures, where commits are to be signed: by a date in the settings, or because git is told to sign here."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from fnmatch import fnmatchcase
from pathlib import Path
from typing import TYPE_CHECKING

from minqing.domain.values import dataclass
from minqing.history.findings import Finding, found_in
from minqing.history.git import run
from minqing.history.logbook import Commit, commits
from minqing.history.signers import SSH_KEY, owners_of_keys

if TYPE_CHECKING:
    from minqing.history.audit_cache import Keeping
    from minqing.workspace.opened import Workspace

GOOD = frozenset("GUXY")
"""git's letters for a signature that is good, if of a key not certified or expired since."""


@dataclass(frozen=True, slots=True)
class Verdict:
    """What git says of one signature: its letter, the key, and who made the commit (an address)."""

    letter: str
    key: str = ""
    committer: str = ""

    @property
    def is_good(self) -> bool:
        """Whether it was made with a key that is known here.

        Of a key of ssh ``U`` says that nobody has said whose it is (``gpg.ssh.allowedSignersFile``): anybody can make
        one. Of OpenPGP it says that a key which somebody has taken in here is not certified.
        """
        return self.letter in GOOD and not (self.letter == "U" and self.key.startswith(SSH_KEY))

    def is_of_another(self, owners: Mapping[str, Collection[str]]) -> bool:
        """Whether the key is said to be somebody else's than the committer's; told of addresses alone."""
        known = [name.lower() for name in owners.get(self.key, ()) if "@" in name]
        whose = self.committer.lower()
        return self.is_good and bool(known) and not any(fnmatchcase(whose, name) for name in known)


UNTOLD = Verdict("N")
"""Where git says nothing of a signature."""


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
    asked = [one for one in due if one.id not in verified]
    verdicts = _verdicts(root, [one.id for one in asked if one.id in signed])
    owners = owners_of_keys(root) if verdicts else {}
    good = {id for id, verdict in verdicts.items() if verdict.is_good and not verdict.is_of_another(owners)}
    if good:
        verified |= good
        if keeping.now:
            keeping.keep(*keeping.now, verified)
    found = list(_wrong(asked, signed, verdicts, owners))
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


def _verdicts(root: Path, ids: Sequence[str]) -> dict[str, Verdict]:
    """git's verdict on each signature."""
    if not ids:
        return {}
    form = "--format=%H%x00%G?%x00%GK%x00%ce"
    told = run(root, "log", "--no-walk=unsorted", "--stdin", form, input="\n".join(ids) + "\n")
    parts = (line.split("\0") for line in told.out.split("\n"))
    return {each[0]: Verdict(*each[1:]) for each in parts if len(each) == 4}


def _wrong(
    asked: Iterable[Commit],
    signed: set[str],
    verdicts: Mapping[str, Verdict],
    owners: Mapping[str, Collection[str]],
) -> Iterator[Finding]:
    unknown = []
    for one in asked:
        verdict = verdicts.get(one.id, UNTOLD)
        if one.id not in signed:
            yield found_in(one, "unsigned", "unsigned")
        elif verdict.letter in ("B", "R"):
            yield found_in(one, "unsigned", "bad-signature")
        elif not verdict.is_good:
            unknown.append(one)
        elif verdict.is_of_another(owners):
            signer = ", ".join(owners[verdict.key])
            yield found_in(one, "unsigned", "other-signer", signer=signer, committer=verdict.committer)
    yield from _by_author(unknown, "unknown-key")


def _by_author(all: Sequence[Commit], why: str) -> Iterator[Finding]:
    """One finding for each author, at the first commit."""
    counts: dict[str, list[Commit]] = {}
    for one in all:
        counts.setdefault(one.author, []).append(one)
    for of_author in counts.values():
        yield found_in(of_author[0], "unsigned", why, count=str(len(of_author)))
