"""The whole history as a stream, and back again: what every branch and tag holds, and no configuration, no hooks."""

from __future__ import annotations

import errno
import os
from collections.abc import Iterator, Sequence
from itertools import islice
from pathlib import Path

from minqing.domain.errors import DIARY, MinqingError
from minqing.domain.patterns import pattern
from minqing.history.bombs import refuse_bombs, too_large
from minqing.history.git import Running, git_folder, last_words, readable, repository_of, run

CHUNK = 1 << 20
"""Bytes read at a time."""

ALONE = (
    "-c", "protocol.allow=never", "-c", "protocol.file.allow=always", "-c", f"core.hooksPath={os.devnull}",
    "-c", "submodule.recurse=false", "-c", "fetch.recurseSubmodules=false", "-c", "gc.auto=0",
    "-c", "core.symlinks=false",
)  # fmt: skip
"""Settings for taking in what somebody else may have made: only from the file given, without hooks and links."""

MOST_REFS = 5_000
"""Branches and tags; each of them becomes a file."""

_LINK = "120000 "
"""How git lists a symbolic link; it becomes a small file, and stays one."""

_ID = pattern(r"[0-9a-f]{40}|[0-9a-f]{64}")


class Bundle:
    """What ``git bundle`` writes of all branches and tags. ``refs`` says where they stand: the first lines of it."""

    def __init__(self, root: Path) -> None:
        top = repository_of(root) or root  # below it git takes ``-`` for the name of a file
        self._git = Running(top, "bundle", "create", "--quiet", "-", "HEAD", "--branches", "--tags")
        self._first = b"".join(self._header())
        self.refs = _refs(self._first)

    def _header(self) -> Iterator[bytes]:
        """Up to the empty line; from then on the content is settled, whatever is committed meanwhile."""
        for line in self._git.out:
            yield line
            if line == b"\n":
                return
        self._git.end()

    def chunks(self) -> Iterator[bytes]:
        """The whole bundle. Raises ``MinqingError`` when git breaks off."""
        yield self._first
        while chunk := self._git.out.read(CHUNK):
            yield chunk
        self._git.end()

    def close(self) -> None:
        """End git, if it still runs."""
        self._git.close()


def _refs(header: bytes) -> dict[str, str]:
    """Name to commit."""
    lines = readable(header).splitlines()[1:]
    pairs = (line.partition(" ") for line in lines if line and line[0] not in "-@")
    return {name: id for id, _, name in pairs}


def branch_of(root: Path) -> str | None:
    """The branch HEAD stands on, by its full name; ``None`` on a commit alone."""
    return run(root, "symbolic-ref", "--quiet", "HEAD").out.strip() or None


def size_of(root: Path) -> int:
    """About how many bytes the history takes."""
    said = run(root, "count-objects", "-v").out
    found = dict(line.split(": ", 1) for line in said.splitlines() if ": " in line)
    return 1024 * (int(found.get("size", 0)) + int(found.get("size-pack", 0)))


def shallow_at(root: Path) -> list[str]:
    """The commits at which the history of a shallow clone is cut off."""
    top = repository_of(root)
    folder = git_folder(top) if top else None
    try:
        return (folder / "shallow").read_text("ascii").split() if folder else []
    except (OSError, UnicodeDecodeError):
        return []


def first_commits(root: Path) -> list[str]:
    """The commits the history of HEAD begins with: the same in every copy of one diary."""
    return sorted(run(root, "rev-list", "--max-parents=0", "HEAD").out.split())


def holds(root: Path, commit: str) -> bool:
    """Whether the history of HEAD holds a commit."""
    return bool(_ID.fullmatch(commit)) and run(root, "merge-base", "--is-ancestor", commit, "HEAD").code == 0


def take_in(folder: Path, bundle: Path, head: str, branch: str | None, shallow: Sequence[str]) -> None:
    """Make ``folder`` a repository with what ``bundle`` holds, and check ``head`` out.

    Raises ``MinqingError`` when it is not whole or does not hold ``head`` at ``branch``. No hook runs, no
    configuration is taken over, nothing is fetched from anywhere else.
    """
    _refuse_many_refs(bundle)
    _ask(folder, "init", "--quiet", "--template=")
    if not all(map(_ID.fullmatch, [head, *shallow])) or not (branch or "refs/heads/x").startswith("refs/heads/"):
        raise MinqingError("backup.damaged", DIARY, what="head")
    if shallow:
        (folder / ".git" / "shallow").write_text("".join(f"{id}\n" for id in shallow), "ascii")
    every = ("+refs/heads/*:refs/heads/*", "+refs/tags/*:refs/tags/*")
    alone = () if branch else ("HEAD",)
    _ask(folder, "fetch", "--quiet", "--update-head-ok", str(bundle), *every, *alone)
    (folder / ".git" / "FETCH_HEAD").unlink(
        missing_ok=True
    )  # where the backup lay; not to be written only since git 2.29
    if branch:
        _ask(folder, "symbolic-ref", "HEAD", branch)
    else:
        _ask(folder, "update-ref", "--no-deref", "HEAD", head)
    if _ask(folder, "rev-parse", "--verify", "HEAD^{commit}") != head:
        raise MinqingError("backup.damaged", DIARY, what=branch or "HEAD")
    listed = _listed(folder)
    if any(line.startswith(_LINK) for line in listed.split("\0")):
        _ask(folder, "config", "core.symlinks", "false")
    _ask(folder, "reset", "--quiet", "--hard", "HEAD")


def _refuse_many_refs(bundle: Path) -> None:
    with bundle.open("rb") as file:
        if all(line != b"\n" for line in islice(iter(lambda: file.readline(1000), b""), MOST_REFS)):
            raise MinqingError("backup.damaged", DIARY, what="refs")


def _listed(folder: Path) -> str:
    """The files of HEAD. Raises ``MinqingError`` where a few bytes of a pack would become more than any disk holds."""
    try:
        refuse_bombs(folder, ["HEAD"])
    except MinqingError as bomb:
        raise MinqingError("backup.too-many-files", DIARY, **bomb.params) from None
    large = too_large(folder, "HEAD")
    if large:
        raise MinqingError("backup.too-large", DIARY, name=large[0], size=large[1] >> 20)
    return _ask(folder, "ls-tree", "-r", "-z", "HEAD")


def _ask(folder: Path, *args: str) -> str:
    done = run(folder, *ALONE, *args)
    if done.code and os.strerror(errno.ENOSPC) in done.err:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC), str(folder))
    if done.code:
        raise MinqingError("backup.damaged", DIARY, what=last_words(done.err).strip() or args[0])
    return done.out.strip()
