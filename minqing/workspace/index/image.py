"""The file of the index: an SQLite database that is replaced as a whole, never changed in place.

A checksum over all of it stands behind its last page and is compared before anything is read from it, so that
a damage is a damage and never a wrong answer. As nobody writes into it, nobody needs to lock it either.
"""

from __future__ import annotations

import contextlib
import os
import sqlite3
import zlib
from collections.abc import Callable
from pathlib import Path, PurePath

from minqing.workspace import files

INDEX_FILE = "index.sqlite"

HALF = f"{files.TEMPORARY}index-"
"""How the names of indexes begin that are being made."""

MARK = b"MQINDEX1"
TAIL = len(MARK) + 4
_CHUNK = 1 << 20


class Damaged(Exception):
    """What was kept is not what was written."""


def opened(folder: Path, written: os.stat_result | None = None) -> sqlite3.Connection:
    """The database as it lies in ``folder``, for reading; with ``written`` it must be the one just written.

    Raises ``OSError`` where there is none, ``Damaged`` where it is not whole.
    """
    place = folder / INDEX_FILE
    with open(place, "rb", buffering=0) as file:
        checked = os.fstat(file.fileno())
        if written is None:
            _verify(file.fileno(), checked.st_size, _seed(folder))
        elif not os.path.samestat(written, checked):
            raise Damaged("replaced by another program, which may have looked at the files earlier")
        address = f"{_address(place.absolute())}?mode=ro&immutable=1"
        connection = sqlite3.connect(address, uri=True, isolation_level=None)
        if not os.path.samestat(os.stat(place), checked):
            connection.close()
            raise Damaged("replaced meanwhile")
    return connection


def _address(place: PurePath) -> str:
    """A file as SQLite opens it: one on another computer (a shared drive) has its name in the path, not before it."""
    address = place.as_uri()
    return address if address.startswith("file:///") else "file://" + address.removeprefix("file:")


def _seed(folder: Path) -> int:
    """Where the checksum begins: no index that came with a clone has the right one, and none is opened without."""
    return zlib.crc32(files.made_here(folder.parent).encode())


def _verify(handle: int, size: int, seed: int) -> None:
    length = size - TAIL
    if length <= 0:
        raise Damaged("too short")
    checksum = _checksum(handle, length, seed)
    if os.read(handle, TAIL) != MARK + checksum.to_bytes(4, "big"):
        raise Damaged("wrong checksum")


def _checksum(handle: int, length: int, seed: int) -> int:
    checksum = seed
    buffer = memoryview(bytearray(min(_CHUNK, length)))
    with os.fdopen(os.dup(handle), "rb", buffering=0) as file:
        while length:
            got = file.readinto(buffer[:length])
            if not got:
                raise Damaged("too short")
            checksum = zlib.crc32(buffer[:got], checksum)
            length -= got
    return checksum


def replaced(folder: Path, change: Callable[[sqlite3.Connection], None], *, anew: bool) -> sqlite3.Connection:
    """A copy of the database (an empty one: ``anew``) with ``change`` made to it, put in its place and opened.

    Raises ``OSError`` and ``sqlite3.Error`` when it cannot be written; the former one stays then.
    """
    files.sweep(folder, HALF, files.ABANDONED)
    temporary = folder / f"{HALF}{os.urandom(6).hex()}"
    try:
        if not anew:
            _copy(folder / INDEX_FILE, temporary)
        _change(temporary, change)
        _sign(temporary, _seed(folder))
        written = os.stat(temporary)
        os.replace(temporary, folder / INDEX_FILE)
    except BaseException:
        with contextlib.suppress(OSError):
            temporary.unlink()
        raise
    return opened(folder, written)


def _copy(place: Path, target: Path) -> None:
    """A copy without the checksum behind the last page."""
    with open(place, "rb") as old, open(target, "xb") as new:
        left = os.fstat(old.fileno()).st_size - TAIL
        while left > 0 and (chunk := old.read(min(_CHUNK, left))):
            new.write(chunk)
            left -= len(chunk)


def _change(place: Path, change: Callable[[sqlite3.Connection], None]) -> None:
    connection = sqlite3.connect(place, isolation_level=None)
    try:
        # a file that nobody else knows of yet needs no journal, and a torn one is told by its checksum
        connection.execute("PRAGMA journal_mode=OFF")
        connection.execute("PRAGMA synchronous=OFF")
        connection.execute("BEGIN")
        change(connection)
        connection.execute("COMMIT")
    finally:
        connection.close()


def _sign(place: Path, seed: int) -> None:
    with open(place, "r+b", buffering=0) as file:
        size = os.fstat(file.fileno()).st_size
        checksum = _checksum(file.fileno(), size, seed)
        file.seek(size)
        file.write(MARK + checksum.to_bytes(4, "big"))
