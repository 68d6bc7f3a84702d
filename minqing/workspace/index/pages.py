"""The entries themselves, one after the other in a file that only grows; the index knows where each one is."""

from __future__ import annotations

import contextlib
import marshal
import os
import zlib
from pathlib import Path
from typing import Any

from minqing.workspace.index.image import Damaged

PREFIX = "entries-"

_VERSION = 2
"""Of ``marshal``: from 3 on it looks for values that come twice, which takes half the time and saves a tenth."""

Place = tuple[int, int, int]
"""Where a page begins, its length, and its checksum."""


class Pages:
    """One file of pages, for reading and for adding to it."""

    def __init__(self, folder: Path, name: str) -> None:
        self.name = name
        self._place = folder / name
        self._reading: int | None = None

    @classmethod
    def new(cls, folder: Path) -> Pages:
        """An empty one under a name that no index knows."""
        return cls(folder, f"{PREFIX}{os.urandom(6).hex()}.bin")

    def read(self, place: Place) -> Any:
        """The value at ``place``. Raises ``Damaged`` where it is not what was written, ``OSError`` where it is gone."""
        if self._reading is None:
            self._reading = os.open(self._place, os.O_RDONLY | getattr(os, "O_BINARY", 0))
        start, length, checksum = place
        os.lseek(self._reading, start, os.SEEK_SET)
        raw = os.read(self._reading, length)
        if len(raw) != length or zlib.crc32(raw) != checksum:
            raise Damaged(self.name)
        return marshal.loads(raw)

    def adding(self) -> Writer:
        """What adds pages at its end."""
        return Writer(self._place)

    @property
    def size(self) -> int:
        """Bytes of all its pages, those that nobody knows any more too."""
        with contextlib.suppress(OSError):
            return self._place.stat().st_size
        return 0

    def close(self) -> None:
        """Close what was opened for reading."""
        if self._reading is not None:
            os.close(self._reading)
            self._reading = None


class Writer:
    """Adds pages; two programs may do so at once, each at the end that the other one left."""

    def __init__(self, place: Path) -> None:
        self._file = open(place, "ab", buffering=0)  # noqa: SIM115
        self._waiting: list[bytes] = []
        self._length = 0

    def add(self, value: Any) -> tuple[int, int, int]:
        """Keep a value. Its place is told as from where the next ``flush`` begins to write."""
        raw = marshal.dumps(value, _VERSION)
        place = (self._length, len(raw), zlib.crc32(raw))
        self._waiting.append(raw)
        self._length += len(raw)
        return place

    def flush(self) -> int:
        """Write what was added; answers where in the file that begins."""
        raw = b"".join(self._waiting)
        if self._file.write(raw) != len(raw):
            raise OSError("not written in full")
        self._waiting, self._length = [], 0
        return self._file.tell() - len(raw)

    def close(self) -> None:
        """Close the file."""
        self._file.close()


def sweep(folder: Path, kept: str) -> None:
    """Remove the files of pages that an index replaced by this one knew; a program that still reads one reads on."""
    for place in folder.glob(f"{PREFIX}*.bin"):
        if place.name != kept:
            with contextlib.suppress(OSError):
                place.unlink()
