"""Files that are handed out: saved where the person says, mostly outside the workspace, whole or not at all."""

from __future__ import annotations

import os
from collections.abc import Sequence
from pathlib import Path

from minqing.domain.errors import DIARY, MISUSE, MinqingError
from minqing.domain.values import dataclass
from minqing.text.normal import half_width, near
from minqing.text.photos import PHOTOS
from minqing.workspace.files import OWN_FOLDER, read_bytes, refusals_told, replacing, resolved
from minqing.workspace.given import given_path
from minqing.workspace.names import DIARIES
from minqing.workspace.photo_files import photo_bytes
from minqing.workspace.template_files import FOLDER, own_bytes
from minqing.workspace.windows_names import FORBIDDEN, is_device

STDOUT = "-"
"""As a file name: the answer goes to stdout. ``-.csv`` chooses the form as well."""

PROTECTED = (DIARIES, FOLDER, "photos", OWN_FOLDER, ".git")
"""Folders of a workspace that hold what people wrote; nothing made is saved over that."""

FULL_STOPS = "．。"
"""What an input method types for the full stop before an ending (``月报。docx``)."""


@dataclass(frozen=True, slots=True)
class Target:
    """Where something is saved and in which form: ``ending`` is one of those offered; ``path`` ``None`` is stdout."""

    ending: str
    path: Path | None = None

    @property
    def name(self) -> str:
        """How the person calls it."""
        return str(self.path or STDOUT)


def target(given: str, endings: Sequence[str], root: Path | None = None) -> Target:
    """What ``-o`` names. ``endings`` (``.docx``…) are those offered, the first one that of a bare ``-``.

    Raises ``MinqingError`` before any work is done: for an ending that is not offered (naming the nearest), a folder
    instead of a file, a folder that does not exist, a place among the diaries of the workspace at ``root``.
    """
    if given == STDOUT:
        return Target(endings[0])
    name = _with_plain_stop(given)
    ending = _known_ending(name, endings)
    if name.startswith(STDOUT + ".") and name[1:].lower() == ending:
        return Target(ending)
    path = given_path(name)
    _refuse_folders(path, ending)
    if root is not None:
        _refuse_diaries(path, root)
    return Target(ending, path)


def save(where: Path, content: bytes) -> None:
    """Write the file anew: afterwards it is the old one or the new one, and nothing is left beside it.

    Raises ``MinqingError`` that says why it could not be: open in Excel or Word, no permission, a full disk.
    """
    place = _real(where)
    with refusals_told(str(where)):
        try:
            with replacing(place) as out:
                out.write(content)
        except PermissionError as refusal:
            if _may_be_written(place):
                raise MinqingError("saving.in-use", DIARY, path=str(where)) from refusal
            raise


def own_file(root: Path, path: str) -> bytes | None:
    """The bytes of a file of the workspace that goes into what is handed out, or ``None`` where it cannot be read.

    A photo is taken from among the photos alone, whatever a link there leads to. Raises ``MinqingError`` where a
    template is there and cannot be read: without it the file would not look as it should.
    """
    if path.startswith(f"{PHOTOS}/"):
        return photo_bytes(root, path)
    if path.startswith(f"{FOLDER}/"):
        return own_bytes(root, path)
    try:
        return read_bytes(root, path)
    except (OSError, MinqingError):
        return None


def _with_plain_stop(given: str) -> str:
    """``月报。docx`` as ``月报.docx``."""
    at = max(map(given.rfind, FULL_STOPS))
    tail = half_width(given[at + 1 :])
    return f"{given[:at]}.{tail}" if at >= 0 and tail.isascii() and tail.isalnum() else given


def _known_ending(name: str, endings: Sequence[str]) -> str:
    ending = half_width(Path(name).suffix if name != STDOUT else "").lower()
    if ending in endings:
        return ending
    if Path(name).is_dir() or name.endswith(("/", "\\")):
        raise MinqingError("saving.folder", MISUSE, path=name, ending=endings[0])
    if not ending:
        raise MinqingError("saving.no-ending", MISUSE, path=name, endings=" ".join(endings))
    nearest = near(ending, list(endings)) or next((e for e in endings if e.startswith(ending)), None)
    code = "saving.pdf" if ending == ".pdf" else "saving.ending-near" if nearest else "saving.ending"
    raise MinqingError(code, MISUSE, path=name, ending=ending, nearest=nearest or "", endings=" ".join(endings))


def _refuse_folders(path: Path, ending: str, windows: bool = os.name == "nt") -> None:
    with refusals_told(str(path)):
        if path.is_dir():
            raise MinqingError("saving.folder", MISUSE, path=str(path), ending=ending)
        if windows and FORBIDDEN.intersection(path.name):
            raise MinqingError("saving.bad-name", MISUSE, name=path.name)
        if is_device(path.name) or (path.exists() and not path.is_file()):
            raise MinqingError("saving.no-file", MISUSE, path=str(path))
        if not path.parent.is_dir():
            raise MinqingError("saving.no-folder", MISUSE, path=str(path.parent), file=path.name)


def _refuse_diaries(path: Path, root: Path) -> None:
    place, top = _real(path), _real(root)
    if place.is_relative_to(top) and place.relative_to(top).parts[0].casefold() in PROTECTED:
        raise MinqingError("saving.diary", MISUSE, path=str(path))


def _real(path: Path) -> Path:
    """The file itself where ``path`` is a link to it."""
    with refusals_told(str(path)):
        return resolved(path)


def _may_be_written(place: Path) -> bool:
    """Whether nothing but another program's hold on the file can have been the reason (Windows: open in Excel)."""
    return place.exists() and os.access(place, os.W_OK) and os.access(place.parent, os.W_OK)
