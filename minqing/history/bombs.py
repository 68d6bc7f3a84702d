"""Commits made to be unpacked: a few small objects that say they are millions of files, or one that fills any disk.

Folders that hold the same folders many times over are counted without being walked: each of them is read once.
"""

from __future__ import annotations

import shutil
from collections.abc import Iterable, Iterator
from contextlib import closing
from pathlib import Path

from minqing.domain.errors import GIT, MinqingError
from minqing.history.git import Running, run

MOST_FILES = 200_000
"""Files of one commit; eleven years of a community have two thousand, with their pictures twenty thousand."""

DEEPEST = 60
"""Folders in folders."""

LARGEST_FILE = 1 << 30
"""Bytes; no file of a diary comes near it, a photo neither."""

LARGEST_FOLDER = 64 << 20
"""Bytes of git's list of one folder."""


def refuse_bombs(root: Path, commits: Iterable[str]) -> None:
    """Raise ``MinqingError("git.too-many-files")`` where a commit holds more files than any diary has."""
    trees = run(root, "log", "--no-walk", "--stdin", "--format=%T", input="\n".join(commits)).out.split()
    with closing(_Folders(root)) as folders:
        for tree in dict.fromkeys(trees):
            folders.files(tree)


def too_large(root: Path, commit: str, here: str | None = None) -> tuple[str, int] | None:
    """The largest file of a commit and how many bytes all have, where there is no room for them; to be asked after
    ``refuse_bombs``.

    What is there already, of the commit ``here``, needs no more room.
    """
    sizes = _sizes(root, commit)
    name, most = max(sizes.items(), key=lambda one: one[1], default=("", 0))
    more = sum(sizes.values()) - (sum(_sizes(root, here).values()) if here else 0)
    return (name, sum(sizes.values())) if most > LARGEST_FILE or more > shutil.disk_usage(root).free else None


def _sizes(root: Path, commit: str) -> dict[str, int]:
    """Bytes of each file; a link has a few, a repository within this one has none."""
    found = {}
    for line in filter(None, run(root, "ls-tree", "-r", "-l", "-z", "--full-tree", commit).out.split("\0")):
        words, _, path = line.partition("\t")
        size = words.split()[-1]
        found[path] = int(size) if size.isdigit() else 0
    return found


class _Folders:
    """How many files folders hold, by their ids; read from a git process that stays until it is closed."""

    def __init__(self, root: Path) -> None:
        self._git = Running(root, "--no-replace-objects", "cat-file", "--batch", feed=True)
        self._known: dict[str, int] = {}

    def close(self) -> None:
        """End the process."""
        self._git.close()

    def files(self, id: str, depth: int = 0) -> int:
        """The files in and below a folder. Raises ``MinqingError`` for too many of them."""
        if id not in self._known:
            within = (self.files(one, depth + 1) if is_folder else 1 for is_folder, one in self._held(id))
            self._known[id] = sum(within) if depth < DEEPEST else MOST_FILES + 1
        if self._known[id] > MOST_FILES:
            raise MinqingError("git.too-many-files", GIT, most=MOST_FILES)
        return self._known[id]

    def _held(self, id: str) -> Iterator[tuple[bool, str]]:
        """What stands right in a folder: whether it is one itself, and its id."""
        raw, at, length = self._read(id), 0, len(id) // 2
        while at < len(raw):
            end = raw.index(b"\0", at) + 1
            yield raw.startswith(b"40000 ", at), raw[end : end + length].hex()
            at = end + length

    def _read(self, id: str) -> bytes:
        self._git.into.write(f"{id}\n".encode())
        self._git.into.flush()
        words = self._git.out.readline().split()
        if len(words) != 3 or words[1] != b"tree":
            return b""  # not to be had, as in a clone that fetches what it needs when it needs it
        if int(words[2]) > LARGEST_FOLDER:
            raise MinqingError("git.too-many-files", GIT, most=MOST_FILES)
        raw = self._git.out.read(int(words[2]))
        self._git.out.read(1)
        return raw
