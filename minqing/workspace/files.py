"""Reading and replacing files of the workspace: whole or not at all, one program at a time, never outside."""

from __future__ import annotations

import contextlib
import errno
import os
import stat
import sys
import time
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from pathlib import Path
from typing import IO

from minqing.domain.errors import DIARY, MinqingError

TEMPORARY = ".minqing-tmp-"
"""How the names of half-written files begin; git and the loader ignore them."""

BEGUN = 5
"""Seconds within which who began a half-written file may not hold it yet."""

ABANDONED = 600
"""Seconds after which nobody is writing a half-written file any more."""

OWN_FOLDER = ".minqing"
"""Index, drafts, locks: deletable, and never seen by git."""

LOCK_SECONDS = 30.0
"""How long a command waits for another one to finish."""

HELD_SECONDS = 1.0 if os.name == "nt" else 0.0
"""How long a new file waits for who has the old one open. Only Windows lets nothing take the place of such a file: a
command that reads it, a scanner for viruses or a search that looks into what was just written, gives it up at once."""

AT_ONCE = 100
"""Files that are put on the disk together; each is open meanwhile, and macOS gives a program 256."""

MANY = 20
"""From so many files on it is worth having the system write them out in one go first."""

REFUSALS = {
    errno.ENOSPC: "workspace.disk-full",
    errno.EDQUOT: "workspace.disk-full",
    errno.EROFS: "workspace.read-only",
    errno.EACCES: "workspace.not-allowed",
    errno.EPERM: "workspace.not-allowed",
}
"""What the system refused, and the sentence that says so; any other refusal is ``workspace.cannot-write``."""


def read_bytes(root: Path, path: str) -> bytes:
    """The bytes of the file at ``path`` (relative, forward slashes).

    Raises ``MinqingError`` for a path that leaves the workspace, ``OSError`` where the file cannot be read.
    """
    place = inside(root, path)
    if not stat.S_ISREG(place.stat().st_mode):
        raise OSError(errno.EINVAL, "not a regular file", path)
    return place.read_bytes()


def inside(root: Path, path: str) -> Path:
    """Where ``path`` really lies, symbolic links followed.

    Raises ``MinqingError`` when that is outside the workspace.
    """
    top = _top(root) if root.is_absolute() else root.resolve()
    place = resolved(top / path)
    if not place.is_relative_to(top):
        raise MinqingError("workspace.outside", DIARY, path=path)
    return place


@lru_cache(maxsize=8)
def _top(root: Path) -> Path:
    """Where a workspace really lies: asked with every file, and the same as long as a command runs."""
    return root.resolve()


def resolved(place: Path) -> Path:
    """A place with every link followed. Raises ``OSError`` for links in a circle, on every Python."""
    try:
        return place.resolve()
    except RuntimeError as loop:  # links in a circle, before Python 3.13
        raise OSError(errno.ELOOP, os.strerror(errno.ELOOP), str(place)) from loop


def write_atomic(root: Path, path: str, new: bytes, mode: int | None = None, *, settle: bool = True) -> None:
    """Make ``new`` the content of the file at ``path``; after a crash it is the old file or the new one.

    The file keeps its mode unless one is given; folders are made. Without ``settle`` the new name survives a power cut
    only after ``settle_folders``: for who writes many files. Raises ``MinqingError`` when it cannot be written, with
    the old file untouched and nothing left beside it.
    """
    with refusals_told(path):
        place = inside(root, path)
        _make_folder(place.parent)
        replace_file(place, new, mode, settle=settle)


def write_together(root: Path, files: Iterable[tuple[str, bytes]], written: list[str]) -> None:
    """Make each content that of the file at its path, as ``write_atomic`` does; ``written`` gets the paths in order.

    Some at a time are on the disk before the first of them has its name, which is far quicker than one by one. The
    names survive a power cut only after ``settle_folders``. Raises ``MinqingError`` where a file cannot be written:
    those in ``written`` are then the new ones, all others untouched, with nothing left beside them.
    """
    waiting = list(files)
    for start in range(0, len(waiting), AT_ONCE):
        with contextlib.ExitStack() as half:
            some = waiting[start : start + AT_ONCE]
            opened = [half.enter_context(_put(root, path, new, written)) for path, new in reversed(some)]
            write_out(opened)


@contextlib.contextmanager
def _put(root: Path, path: str, new: bytes, written: list[str]) -> Iterator[IO[bytes]]:
    """A file that is written and at the end takes its place."""
    with refusals_told(path):
        place = inside(root, path)
        _make_folder(place.parent)
        with _in_its_place(place, None, settle=False) as out:
            out.write(new)
            out.flush()
            yield out
    written.append(path)


def write_out(files: Sequence[IO[bytes]]) -> None:
    """Have the system write out in one go what it holds back of ``files``, so that settling each finds little to do.

    Only the disk they are on: the copy of a film onto a stick is not waited for. Where there is no such call, or it
    fails, settling them does all of it, and tells what went wrong.
    """
    if len(files) >= MANY and sys.platform == "linux":
        import ctypes

        with contextlib.suppress(OSError, AttributeError):
            ctypes.CDLL(None).syncfs(files[0].fileno())


def settle_folders(root: Path, paths: Iterable[str]) -> None:
    """Make the names of files just written survive a power cut, each folder once."""
    for folder in dict.fromkeys(inside(root, path).parent for path in paths):
        settle_folder(folder)


def settle_tree(top: Path) -> None:
    """Make a folder with all in it survive a power cut: what other programs have written there too.

    The system is told to write everything out at once where it can be; thousands of files one by one take longer.
    """
    if hasattr(os, "sync"):
        os.sync()
        return
    for folder, _, files in os.walk(top):
        for name in files:
            with contextlib.suppress(OSError), open(os.path.join(folder, name), "rb+") as file:
                os.fsync(file.fileno())


def remove(root: Path, path: str, *, settle: bool = True) -> None:
    """Remove the file at ``path``, where there is one, for good; without ``settle`` only after ``settle_folders``.

    Raises ``MinqingError`` when it may not be.
    """
    with refusals_told(path):
        place = inside(root, path)
        place.unlink(missing_ok=True)
        if settle:
            settle_folder(place.parent)


def sweep(folder: Path, beginning: str = TEMPORARY, older_than: float = 0) -> None:
    """Remove half-written files that killed programs left in ``folder``: those unchanged for so many seconds.

    One that a program still holds stays. What is not held while it is written is to be swept where no other program can
    be writing (under the lock), or with an age no writing takes.
    """
    from minqing.workspace.lock import is_held

    before = time.time() - older_than
    with contextlib.suppress(OSError):
        for place in folder.glob(f"{beginning}*"):
            with contextlib.suppress(OSError):
                if place.lstat().st_mtime <= before and not is_held(place):
                    place.unlink()


def own_folder(root: Path, *parts: str) -> Path:
    """The folder ``.minqing`` (or one below it), made on demand together with what hides it from git.

    What a clone brought along instead of it is not followed: links in it are removed, as it never has any. Raises
    ``MinqingError`` where it is a link itself, or cannot be made.
    """
    top = unlinked(root, OWN_FOLDER)
    folder = inside(root, "/".join((OWN_FOLDER, *parts)))
    with refusals_told(str(top)):
        folder.mkdir(parents=True, exist_ok=True)
        for place in {top, folder}:
            _remove_links(place)
        hide_from_git(top)
    return folder


def unlinked(root: Path, folder: str) -> Path:
    """A folder of the workspace that only this computer knows. Raises ``MinqingError`` where it is a link."""
    if (root / folder).is_symlink():
        raise MinqingError("workspace.outside", DIARY, path=folder)
    return root / folder


def _remove_links(folder: Path) -> None:
    with os.scandir(folder) as items:
        links = [item.path for item in items if item.is_symlink()]
    for link in links:
        os.unlink(link)


def hide_from_git(folder: Path) -> None:
    """Put a ``.gitignore`` with ``*`` into ``folder``; another one that a clone brought is replaced."""
    ignore = folder / ".gitignore"
    with contextlib.suppress(FileNotFoundError):
        if not ignore.is_symlink() and ignore.read_bytes() == b"*\n":
            return
        if ignore.is_symlink():
            ignore.unlink()
    with replacing(ignore) as out:
        out.write(b"*\n")


def made_here(root: Path) -> str:
    """What nobody can know who was not at this computer: put into what is believed without reading the diary.

    A clone may bring a folder ``.minqing`` with an index or an audit's findings of somebody's choice. Which file of
    the disk hides that folder from git, and when it was made, is known here alone.
    """
    try:
        found = os.lstat(root / OWN_FOLDER / ".gitignore")
    except OSError:
        return ""
    return f"{found.st_dev}-{found.st_ino}-{found.st_ctime_ns}"


@contextlib.contextmanager
def locked(root: Path, seconds: float = LOCK_SECONDS) -> Iterator[None]:
    """Keep other minqing commands from writing meanwhile; waits up to ``seconds`` for one that does.

    May be entered again by the process that holds it. Raises ``MinqingError`` when the wait was in vain.
    """
    from minqing.workspace.lock import Busy, take

    folder = own_folder(root)
    with refusals_told(str(folder)):
        try:
            let_go = take(folder / "lock", seconds)
        except Busy:
            who = _holder(folder)
            raise MinqingError("workspace.locked", DIARY, seconds=f"{seconds:g}", who=who) from None
    try:
        _sign(folder)
        yield
    finally:
        let_go()


@contextlib.contextmanager
def refusals_told(path: str) -> Iterator[None]:
    """Turn what the system refuses into words about ``path``."""
    try:
        yield
    except OSError as refusal:
        code = REFUSALS.get(refusal.errno or 0, "workspace.cannot-write")
        raise MinqingError(code, DIARY, path=path, why=refusal.strerror or str(refusal)) from refusal


def replace_file(
    place: Path, new: bytes, mode: int | None = None, *, settle: bool = True, durable: bool = True
) -> None:
    """Make ``new`` the content of the file at ``place``, whole or not at all; it keeps its mode unless one is
    given.

    What is not ``durable`` is whole for whoever reads it now, and may be lost in a power cut: for what costs little
    to do again. Raises ``OSError`` with the old file untouched and nothing left beside it.
    """
    with _in_its_place(place, mode, settle, durable) as out:
        out.write(new)


@contextlib.contextmanager
def replacing(place: Path) -> Iterator[IO[bytes]]:
    """As ``replace_file``, with what is written meanwhile: at the end it is the file, or nothing of it is left.

    What programs that were killed have left beside it is removed, as nobody else comes there to do so; not what was
    begun this moment, which another program may not hold yet.
    """
    sweep(place.parent, older_than=BEGUN)
    with _in_its_place(place, None) as out:
        yield out


@contextlib.contextmanager
def _in_its_place(place: Path, mode: int | None, settle: bool = True, durable: bool = True) -> Iterator[IO[bytes]]:
    """A new file beside ``place`` that takes its place at the end, on the disk by then if it is to be ``durable``.

    It is held until then: one that nobody holds was left by a program that was killed.
    """
    from minqing.workspace.lock import kept

    mode = _mode(place) if mode is None else mode
    temporary = place.with_name(TEMPORARY + os.urandom(6).hex())
    flags = os.O_RDWR | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0)
    try:
        out = os.fdopen(os.open(temporary, flags, 0o666 if mode is None else mode), "w+b")
        with kept(out.fileno()):
            with out:
                yield out
                if durable:
                    out.flush()
                    os.fsync(out.fileno())
            if mode is not None:
                os.chmod(temporary, mode)
            _put_in_place(temporary, place)
    except BaseException:
        with contextlib.suppress(OSError):
            temporary.unlink()
        raise
    if settle and durable:
        settle_folder(place.parent)


def _put_in_place(new: Path, place: Path) -> None:
    end = time.monotonic() + HELD_SECONDS
    while True:
        try:
            return os.replace(new, place)
        except PermissionError:
            if time.monotonic() >= end:
                raise
        time.sleep(0.02)


def _mode(place: Path) -> int | None:
    """The mode to keep; a file its owner made read-only is not silently replaced."""
    try:
        mode = stat.S_IMODE(place.stat().st_mode)
    except FileNotFoundError:
        return None
    if not os.access(place, os.W_OK):
        if hasattr(os, "statvfs") and os.statvfs(place).f_flag & os.ST_RDONLY:
            raise OSError(errno.EROFS, os.strerror(errno.EROFS), str(place))
        raise PermissionError(errno.EACCES, os.strerror(errno.EACCES), str(place))
    return mode


def _make_folder(folder: Path) -> None:
    """Make a folder and those above it, each of which survives a power cut before anything is put into it."""
    if not folder.is_dir():
        _make_folder(folder.parent)
        folder.mkdir(exist_ok=True)
        settle_folder(folder.parent)


def settle_folder(folder: Path) -> None:
    """Make the new name itself survive a power cut, where the system can do that for a folder."""
    if os.name == "nt":
        return
    with contextlib.suppress(OSError):
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)


def _sign(folder: Path) -> None:
    with contextlib.suppress(OSError):
        (folder / "lock-holder").write_text(str(os.getpid()), encoding="ascii")


def _holder(folder: Path) -> str:
    try:
        return (folder / "lock-holder").read_text(encoding="ascii").strip() or "?"
    except (OSError, UnicodeDecodeError):
        return "?"
