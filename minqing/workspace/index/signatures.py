"""Which files changed since they were read, told by what the system knows of them, without opening any."""

from __future__ import annotations

import errno
import os
import stat
from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path
from typing import cast

DIARIES = "diaries"

Signature = tuple[int, int, int, int]
"""Time of change, size, inode and time of change of the inode; only compared as equal or not.

The last one is what catches a copy that keeps the old times, and two edits within one tick of a coarse clock
are caught by never trusting a young one.
"""

Listing = dict[str, Signature | tuple[str, ...] | None]
"""What a folder holds: diary files with their signatures (``None``: not to be trusted), deeper folders with the
diary files in them."""

YOUNG = 2 * 10**9
"""Nanoseconds within which a file may change again without its signature telling; FAT keeps times this coarse."""


_PIECE = 1 << 20


class NotFit(Exception):
    """These folders cannot be watched (links, or one that may not be read): the files themselves must answer."""


def look(root: Path) -> dict[str, Listing]:
    """The listing of ``diaries`` and of each folder in it. Raises ``NotFit``."""
    try:
        top, folders = _listed(os.path.join(root, DIARIES))
    except FileNotFoundError:
        return {}
    except OSError as refusal:
        raise NotFit from refusal
    found = {DIARIES: top}
    for name, path in folders:
        try:
            inside, deeper = _listed(path)
        except OSError as refusal:
            raise NotFit from refusal
        inside.update({f"{below}/": _deep(place) for below, place in deeper})
        found[f"{DIARIES}/{name}"] = inside
    return found


def _listed(folder: str) -> tuple[Listing, list[tuple[str, str]]]:
    """The diary files of a folder, and the folders in it with their places."""
    if os.path.islink(folder):
        raise NotFit(folder)
    with ExitStack() as opened:
        items = opened.enter_context(os.scandir(_handle(folder, opened)))
        return _sorted_out(folder, (item for item in items if not item.name.startswith(".")))


def _handle(folder: str, opened: ExitStack) -> str:
    """The folder as a handle where the system takes one: a file in it is then found without its whole path."""
    if os.scandir not in os.supports_fd:
        return folder
    handle = os.open(folder, os.O_RDONLY)
    opened.callback(os.close, handle)
    return cast(str, handle)


def _sorted_out(folder: str, items: Iterator[os.DirEntry[str]]) -> tuple[Listing, list[tuple[str, str]]]:
    files: Listing = {}
    folders: list[tuple[str, str]] = []
    for item in items:
        name = item.name
        if name[-3:].lower() == ".md":
            told = _told(item)
            if stat.S_ISREG(told.st_mode):
                files[name] = (told.st_mtime_ns, told.st_size, told.st_ino, told.st_ctime_ns)
                continue
        if item.is_symlink():
            raise NotFit(name)
        if item.is_dir():
            folders.append((name, os.path.join(folder, name)))
        elif name[-3:].lower() == ".md":
            raise NotFit(name)
    return files, folders


def _told(item: os.DirEntry[str]) -> os.stat_result:
    """What the system knows of a file. On Windows its folder tells no inode, and as the time of change that of its
    making, which a file that takes another one's name inherits there: the file itself is asked, a moment each.
    """
    return os.lstat(item.path) if os.name == "nt" else item.stat(follow_symlinks=False)


def _deep(folder: str) -> tuple[str, ...]:
    """The paths of what lies too deep to be counted; it is a problem that must be told."""
    found = [os.path.join(at, name) for at, _, names in os.walk(folder) for name in names]
    return tuple(sorted(path for path in found if path.lower().endswith(".md")))


def trusted(listing: Listing, now: int) -> Listing:
    """The listing to keep: a signature that is younger than ``YOUNG``, or lies in the future, is not trusted."""
    until = now - YOUNG
    return {name: kept if name.endswith("/") or _is_old(kept, until) else None for name, kept in listing.items()}


def _is_old(signature: object, until: int) -> bool:
    return isinstance(signature, tuple) and max(signature[0], signature[3]) <= until


def bytes_of(place: str) -> bytes:
    """The bytes of a file; where there are links nobody comes here. Raises ``OSError``."""
    handle = os.open(place, os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0))
    try:
        told = os.fstat(handle)
        if not stat.S_ISREG(told.st_mode):
            raise OSError(errno.EINVAL, "not a regular file", place)
        return _all_of(handle, told.st_size)
    finally:
        os.close(handle)


def _all_of(handle: int, size: int) -> bytes:
    """What is left to read, in one piece where it is as long as the system says."""
    parts = [os.read(handle, size + 1)]
    while len(parts[-1]) > 0 and (len(parts) > 1 or len(parts[0]) != size):
        parts.append(os.read(handle, _PIECE))
    return b"".join(parts) if len(parts) > 1 else parts[0]


def digest(raw: bytes) -> bytes:
    """What tells the bytes of a file from any others."""
    try:
        from _blake2 import blake2b  # without what ``hashlib`` loads besides
    except ImportError:
        from hashlib import blake2b

    return blake2b(raw, digest_size=16).digest()


def changed_paths(kept: dict[str, Listing], found: dict[str, Listing]) -> list[str]:
    """Paths that are new, gone or not as they were kept."""
    paths: list[str] = []
    for folder in kept.keys() | found.keys():
        old, new = kept.get(folder, {}), found.get(folder, {})
        if old != new:
            names = old.keys() | new.keys()
            paths += [f"{folder}/{name}" for name in names if old.get(name) is None or old.get(name) != new.get(name)]
    return sorted(paths)


def same_names(kept: dict[str, Listing], found: dict[str, Listing]) -> bool:
    """Whether no file or folder has come, gone or changed its place, so that every name means what it did."""
    if kept.keys() != found.keys():
        return False
    return all(
        kept[folder] == found[folder]
        or (
            kept[folder].keys() == found[folder].keys()
            and all(kept[folder][name] == found[folder][name] for name in found[folder] if name.endswith("/"))
        )
        for folder in found
    )
