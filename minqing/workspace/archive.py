"""A backup's container: one .zip that holds named pieces and a list of them with their checksums.

It is written as a stream and read with suspicion: whoever hands it over may have made it up. Nothing in it chooses
where it is put, and nothing is taken that the list does not name with its size and SHA-256.
"""

from __future__ import annotations

import contextlib
import json
import os
import stat
import zipfile
from collections.abc import Iterable, Iterator, Mapping
from hashlib import sha256
from pathlib import Path
from typing import IO, Any

from minqing.domain.errors import DIARY, MinqingError
from minqing.domain.values import dataclass
from minqing.workspace.windows_names import fits_windows

MANIFEST = "manifest.json"
"""The list of the pieces, and what the backup is of."""

FORMAT = 1
"""Of the container; a newer one is not read."""

LARGEST_MANIFEST = 64 * 1024 * 1024
"""Bytes; a hundred thousand photos are named in a tenth of it."""

CHUNK = 1 << 20
"""Bytes read at a time."""

Tell = Any


@dataclass(frozen=True, slots=True)
class Piece:
    """One piece: its name, its size in bytes and its SHA-256."""

    name: str
    size: int
    sha256: str


class Writer:
    """Writes pieces one after the other into ``out``, and at the end the list of them; to be used with ``with``."""

    def __init__(self, out: IO[bytes]) -> None:
        self._zip = zipfile.ZipFile(out, "w", zipfile.ZIP_STORED, allowZip64=True)
        self.pieces: list[Piece] = []

    def __enter__(self) -> Writer:
        """Nothing to do."""
        return self

    def __exit__(self, failed: type[BaseException] | None, *_: object) -> None:
        """Write the end of it; after a failure that may fail too."""
        with contextlib.suppress(*((OSError, ValueError) if failed else ())):
            self._zip.close()

    def add(self, name: str, chunks: Iterable[bytes]) -> None:
        """Write one piece."""
        size, seal = 0, sha256()
        with self._zip.open(zipfile.ZipInfo(name), "w", force_zip64=True) as piece:
            for chunk in chunks:
                piece.write(chunk)
                size += len(chunk)
                seal.update(chunk)
        self.pieces.append(Piece(name, size, seal.hexdigest()))

    def finish(self, about: Mapping[str, object], more: Mapping[str, str]) -> None:
        """Write the list with what it is ``about``, and ``more`` texts for whoever opens the file."""
        pieces = [{"name": one.name, "size": one.size, "sha256": one.sha256} for one in self.pieces]
        listed = json.dumps({"format": FORMAT, **about, "pieces": pieces}, ensure_ascii=False, indent=1)
        for name, text in {MANIFEST: listed, **more}.items():
            self._zip.writestr(zipfile.ZipInfo(name), text.encode())


class Archive:
    """An archive that has been looked through: every piece has a plain name and the size that is listed.

    ``about`` is what the list says beside the pieces.
    """

    def __init__(self, opened: zipfile.ZipFile, about: dict[str, Any], pieces: tuple[Piece, ...]) -> None:
        self._zip = opened
        self.about = about
        self.pieces = pieces

    @property
    def size(self) -> int:
        """Bytes of all pieces."""
        return sum(one.size for one in self.pieces)

    def chunks(self, piece: Piece) -> Iterator[bytes]:
        """What a piece holds. Raises ``MinqingError`` when it is not what is listed, no later than at its end."""
        size, seal = 0, sha256()
        with _damage_told(), self._zip.open(piece.name) as opened:
            while chunk := opened.read(CHUNK):
                size += len(chunk)
                if size > piece.size:
                    break
                seal.update(chunk)
                yield chunk
        if size != piece.size or seal.hexdigest() != piece.sha256:
            raise _damaged(piece.name)


@contextlib.contextmanager
def opened(path: Path | IO[bytes]) -> Iterator[Archive]:
    """The archive at ``path``, or in a file that is open already.

    Raises ``MinqingError``: ``backup.not-one``, ``backup.newer``, ``backup.damaged``, ``backup.unsafe``.
    """
    try:
        container = zipfile.ZipFile(path)
    except (zipfile.BadZipFile, EOFError, ValueError, NotImplementedError):
        raise MinqingError("backup.not-one", DIARY, path=str(path)) from None
    with container:
        about = _about(container, path)
        yield Archive(container, about, tuple(_pieces(container, about)))


def _about(container: zipfile.ZipFile, path: Path | IO[bytes]) -> dict[str, Any]:
    try:
        info = container.getinfo(MANIFEST)
        if info.file_size > LARGEST_MANIFEST:
            raise MinqingError("backup.not-one", DIARY, path=str(path))
        with _damage_told(), container.open(info) as opened:
            about = json.loads(opened.read(LARGEST_MANIFEST + 1))
        known = about["format"]
    except (KeyError, ValueError, TypeError, RecursionError):
        raise MinqingError("backup.not-one", DIARY, path=str(path)) from None
    if known != FORMAT:
        raise MinqingError("backup.newer", DIARY, path=str(path), format=str(known))
    return dict(about)


def _pieces(container: zipfile.ZipFile, about: dict[str, Any]) -> Iterator[Piece]:
    """The pieces that are listed, each with a plain name, once, and as large as it says."""
    held = {info.filename: info for info in container.infolist()}
    seen: set[str] = set()
    try:
        listed = [Piece(str(one["name"]), int(one["size"]), str(one["sha256"])) for one in about.pop("pieces")]
    except (KeyError, TypeError, ValueError):
        raise _damaged(MANIFEST) from None
    for piece in listed:
        info = held.get(piece.name)
        if info is None or info.file_size != piece.size:
            raise _damaged(piece.name)
        if not is_plain(piece.name) or _is_special(info) or piece.name.casefold() in seen:
            raise MinqingError("backup.unsafe", DIARY, name=piece.name)
        seen.add(piece.name.casefold())
        yield piece


def is_plain(name: str, windows: bool = os.name == "nt") -> bool:
    """Whether a name is that of a file below a folder: no way up, no control characters, on Windows no drive and
    no device either."""
    steps = name.split("/")
    if not name.isprintable() or any(step in ("", ".", "..") for step in steps):
        return False
    return not windows or all(map(fits_windows, steps))


def _is_special(info: zipfile.ZipInfo) -> bool:
    """Whether it is a link, a device or a folder, or is encrypted."""
    kind = stat.S_IFMT(info.external_attr >> 16)
    return kind not in (0, stat.S_IFREG) or info.is_dir() or bool(info.flag_bits & 1)


@contextlib.contextmanager
def _damage_told() -> Iterator[None]:
    try:
        yield
    except (zipfile.BadZipFile, EOFError, ValueError, NotImplementedError, RuntimeError) as damage:
        raise _damaged(str(damage)) from damage
    except Exception as damage:
        if type(damage).__module__ in ("zlib", "lzma", "_lzma", "bz2"):
            raise _damaged(str(damage)) from damage
        raise


def _damaged(what: str) -> MinqingError:
    return MinqingError("backup.damaged", DIARY, what=what)
