"""What files held in former commits, read from git many at a time."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import IO

from minqing.domain.errors import GIT, MinqingError
from minqing.history.git import AS_IT_IS, Running
from minqing.text.source import LARGEST

MOST = 32 * 1024 * 1024
"""Bytes that are held at a time, give or take one file."""

AT_ONCE = 200
"""So many ids are asked for before the answers are read; both fit into a pipe."""


class Blobs:
    """Contents by their ids, from two git processes that stay until they are closed."""

    def __init__(self, root: Path) -> None:
        self._root = root
        self._running: dict[str, Running] = {}

    def close(self) -> None:
        """End the processes."""
        for git in self._running.values():
            git.close()

    def read(self, ids: Iterable[str]) -> dict[str, bytes]:
        """The contents of ``ids``; nothing for one that is too large to be a diary or not to be had.

        When they come to more than ``MOST`` bytes the rest is left out.
        """
        wanted = list(dict.fromkeys(ids))
        found: dict[str, bytes] = {}
        for start in range(0, len(wanted), AT_ONCE):
            if sum(map(len, found.values())) > MOST:
                break
            found |= self._some(wanted[start : start + AT_ONCE])
        return found

    def _some(self, ids: Sequence[str]) -> dict[str, bytes]:
        sizes = self._ask("--batch-check", ids)
        found, whole = dict.fromkeys(ids, b""), 0
        usable: list[str] = []
        for id in ids:
            size = _size(sizes.readline())
            whole += size
            if size <= LARGEST and (whole <= MOST or not usable):
                usable.append(id)
            elif size <= LARGEST:
                del found[id]
        answers = self._ask("--batch", usable)
        for id in usable:
            found[id] = answers.read(int(answers.readline().split()[2]))
            answers.read(1)
        return found

    def _ask(self, how: str, ids: Sequence[str]) -> IO[bytes]:
        if how not in self._running:
            self._running[how] = Running(self._root, "cat-file", how, feed=True, variables=AS_IT_IS)
        git = self._running[how]
        try:
            git.into.write("".join(f"{id}\n" for id in ids).encode())
            git.into.flush()
        except OSError as gone:
            raise MinqingError("git.failed", GIT, output=str(gone)) from gone
        return git.out


def _size(said: bytes) -> int:
    """The size in an answer of ``--batch-check``; of what is no file's content more than any diary has."""
    words = said.split()
    return int(words[2]) if len(words) == 3 and words[1] == b"blob" else LARGEST + 1
