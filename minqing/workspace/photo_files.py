"""The photographs that lie in a workspace: found for an issue, and compared with what the diaries name."""

from __future__ import annotations

import errno
import os
from collections.abc import Iterable, Iterator
from pathlib import Path

from minqing.domain.errors import DIARY, MinqingError
from minqing.domain.model import Entry
from minqing.text.photos import PHOTOS, photo_path
from minqing.text.private_lines import text_of
from minqing.text.problems import Problem
from minqing.text.source import split_lines
from minqing.workspace.files import inside, read_bytes

PICTURES = (".jpg", ".jpeg", ".png", ".webp", ".gif", ".bmp", ".tif", ".tiff", ".heic", ".heif", ".avif")
"""How the names of pictures end; other files among the photos are nobody's concern."""

OUTSIDE, MISSING = "photo-link", "photo-missing"


def photo_file(root: Path, written: str) -> Path:
    """The file of a photo by its path in a diary.

    Raises ``MinqingError("workspace.outside")`` for one that lies elsewhere, by ``..`` or through a link, and
    ``OSError`` for one that is not there.
    """
    path = photo_path(written)
    place = inside(root, path)
    if not place.is_relative_to(root.resolve() / PHOTOS):
        raise MinqingError("workspace.outside", DIARY, path=path)
    if not place.is_file():
        raise FileNotFoundError(errno.ENOENT, os.strerror(errno.ENOENT), path)
    return place


def photo_bytes(root: Path, written: str) -> bytes | None:
    """What a photo holds, or ``None`` where it is not to be had."""
    try:
        return photo_file(root, written).read_bytes()
    except (OSError, ValueError, MinqingError):
        return None


def photos_of_year(root: Path, year: str) -> list[str]:
    """The paths of all that lies in one year's folder."""
    try:
        return [f"{PHOTOS}/{year}/{name}" for name in os.listdir(inside(root, f"{PHOTOS}/{year}"))]
    except (FileNotFoundError, NotADirectoryError):
        return []


def photo_problems(root: Path, entries: Iterable[Entry], left_out: Iterable[str] = ()) -> list[Problem]:
    """Photos that are named and not there, or not where photos may lie; and pictures that no issue names.

    What a page that cannot be counted names (``left_out`` are their paths) is not called nobody's.
    """
    named: set[str] = set()
    found: list[Problem] = []
    for entry in entries:
        written = [path for issue in entry.issues for path in issue.photos]
        named.update(map(photo_path, written))
        wrong = {path: code for path in written if (code := _what_is_wrong(root, path))}
        found += _located(root, entry, wrong) if wrong else []
    unsure = "\n".join(_text(root, path) for path in left_out)
    return [*found, *(p for p in _unnamed(root, named) if p.file.rpartition("/")[2] not in unsure)]


def _text(root: Path, path: str) -> str:
    try:
        return text_of(read_bytes(root, path))
    except (OSError, MinqingError):
        return ""


def _what_is_wrong(root: Path, written: str) -> str | None:
    try:
        photo_file(root, written)
    except MinqingError:
        return OUTSIDE
    except (OSError, ValueError):
        return MISSING
    return None


def _located(root: Path, entry: Entry, wrong: dict[str, str]) -> Iterator[Problem]:
    """The problems at the lines of the diary that name the photos."""
    lines = split_lines(_text(root, entry.path))[0]
    for issue in entry.issues:
        for path in issue.photos:
            if path in wrong:
                number = next((n for n in range(issue.line, len(lines) + 1) if path in lines[n - 1]), issue.line)
                shown = lines[number - 1] if number <= len(lines) else ""
                params = {"path": photo_path(path), "id": issue.id}
                yield Problem(wrong[path], entry.path, number, max(shown.find(path), 0) + 1, shown, params)


def _unnamed(root: Path, named: set[str]) -> Iterator[Problem]:
    if (root / PHOTOS).is_symlink():
        return
    for place, folders, files in os.walk(root / PHOTOS):
        folders[:] = sorted(folder for folder in folders if not folder.startswith("."))
        below = Path(place).relative_to(root).as_posix()
        for path in sorted(f"{below}/{file}" for file in files if file.lower().endswith(PICTURES)):
            if path not in named:
                yield Problem("photo-orphan", path, params={"path": path})
