"""The whole history as a stream, and back again: what every branch and tag holds, and no configuration, no hooks."""

from __future__ import annotations

import errno
import os
import shutil
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import IO, TYPE_CHECKING

from minqing.domain.errors import DIARY, GIT, MinqingError
from minqing.domain.patterns import pattern
from minqing.history.git import SETTINGS, environment, git_folder, last_words, readable, repository_of, run

if TYPE_CHECKING:
    from subprocess import Popen

CHUNK = 1 << 20
"""Bytes read at a time."""

LARGEST_FILE = 1 << 30
"""Bytes; no file of a diary comes near it, a photo neither."""

ALONE = (
    "-c", "protocol.allow=never", "-c", "protocol.file.allow=always", "-c", f"core.hooksPath={os.devnull}",
    "-c", "submodule.recurse=false", "-c", "fetch.recurseSubmodules=false", "-c", "gc.auto=0",
    "-c", "core.symlinks=false",
)  # fmt: skip
"""Settings for taking in what somebody else may have made: only from the file given, without hooks and links."""

_LINK = "120000 "
"""How git lists a symbolic link; it becomes a small file, and stays one."""

_ID = pattern(r"[0-9a-f]{40}|[0-9a-f]{64}")


class Bundle:
    """What ``git bundle`` writes of all branches and tags. ``refs`` says where they stand: the first lines of it."""

    def __init__(self, root: Path) -> None:
        from subprocess import DEVNULL, PIPE, Popen
        from tempfile import TemporaryFile

        options = [word for setting in SETTINGS for word in ("-c", setting)]
        asked = ["bundle", "create", "--quiet", "-", "HEAD", "--branches", "--tags"]
        top = repository_of(root) or root  # below it git takes ``-`` for the name of a file
        self._said: IO[bytes] = TemporaryFile()  # noqa: SIM115 - closed with the process
        self._git: Popen[bytes] = Popen(
            ["git", "-C", str(top), *options, *asked], stdin=DEVNULL, stdout=PIPE, stderr=self._said, env=environment()
        )
        self._first = b"".join(self._header())
        self.refs = _refs(self._first)

    def _header(self) -> Iterator[bytes]:
        """Up to the empty line; from then on the content is settled, whatever is committed meanwhile."""
        assert self._git.stdout is not None
        for line in self._git.stdout:
            yield line
            if line == b"\n":
                return
        self._end()

    def chunks(self) -> Iterator[bytes]:
        """The whole bundle. Raises ``MinqingError`` when git breaks off."""
        assert self._git.stdout is not None
        yield self._first
        while chunk := self._git.stdout.read(CHUNK):
            yield chunk
        self._end()

    def _end(self) -> None:
        code = self._git.wait()
        self._said.seek(0)
        said = readable(self._said.read())
        self.close()
        if code:
            raise MinqingError("git.failed", GIT, output=last_words(said))

    def close(self) -> None:
        """End git, if it still runs."""
        if self._git.poll() is None:
            self._git.kill()
        if self._git.stdout:
            self._git.stdout.close()
        self._git.wait()
        self._said.close()


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
    _ask(folder, "init", "--quiet", "--template=")
    if not all(map(_ID.fullmatch, [head, *shallow])) or not (branch or "refs/heads/x").startswith("refs/heads/"):
        raise MinqingError("backup.damaged", DIARY, what="head")
    if shallow:
        (folder / ".git" / "shallow").write_text("".join(f"{id}\n" for id in shallow), "ascii")
    every = ("+refs/heads/*:refs/heads/*", "+refs/tags/*:refs/tags/*")
    alone = () if branch else ("HEAD",)
    _ask(folder, "fetch", "--quiet", "--update-head-ok", "--no-write-fetch-head", str(bundle), *every, *alone)
    if branch:
        _ask(folder, "symbolic-ref", "HEAD", branch)
    else:
        _ask(folder, "update-ref", "--no-deref", "HEAD", head)
    if _ask(folder, "rev-parse", "--verify", "HEAD^{commit}") != head:
        raise MinqingError("backup.damaged", DIARY, what=branch or "HEAD")
    listed = _ask(folder, "ls-tree", "-r", "-l", "-z", "HEAD")
    _refuse_bomb(folder, listed)
    if any(line.startswith(_LINK) for line in listed.split("\0")):
        _ask(folder, "config", "core.symlinks", "false")
    _ask(folder, "reset", "--quiet", "--hard", "HEAD")


def _ask(folder: Path, *args: str) -> str:
    done = run(folder, *ALONE, *args)
    if done.code and os.strerror(errno.ENOSPC) in done.err:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC), str(folder))
    if done.code:
        raise MinqingError("backup.damaged", DIARY, what=last_words(done.err).strip() or args[0])
    return done.out.strip()


def _refuse_bomb(folder: Path, listed: str) -> None:
    """A few bytes of a pack can become more than any disk holds."""
    sizes = _sizes(listed)
    largest = max(sizes.items(), key=lambda one: one[1], default=("", 0))
    if largest[1] > LARGEST_FILE or sum(sizes.values()) > shutil.disk_usage(folder).free:
        raise MinqingError("backup.too-large", DIARY, name=largest[0], size=sum(sizes.values()) >> 20)


def _sizes(listed: str) -> Mapping[str, int]:
    found = {}
    for line in filter(None, listed.split("\0")):
        words, _, path = line.partition("\t")
        size = words.split()[-1]
        found[path] = int(size) if size.isdigit() else 0
    return found
