"""Other names where two people have taken the same one: for issues, pictures, and files that cannot be merged."""

from __future__ import annotations

import re
from collections.abc import Collection

from minqing.text.photos import PHOTOS, next_number
from minqing.text.source import decode

LONGEST = 40
"""Characters of a person's name in the name of a file."""

_PICTURE = re.compile(r"(?P<id>\d{8}-\d+)-\d{1,6}(?P<told>(?!\d).*)", re.DOTALL)
_UNFIT = re.compile(r"[\x00-\x1f\x7f\\/:*?\"<>|\s.]+")
"""What some system does not take in a name, and dots, which would end its stem."""


class Numbers:
    """New numbers: by file and old number, and by old number alone for whatever refers to them."""

    def __init__(self) -> None:
        self.new: dict[tuple[str, str], str] = {}
        self.everywhere: dict[str, str] = {}

    def add(self, path: str, old: str, new: str) -> None:
        """An issue of a file gets another number."""
        self.new[path, old] = new
        self.everywhere[old] = new

    def in_name(self, path: str) -> str:
        """The name of a picture with the new number of its issue in it."""
        for old, new in self.everywhere.items():
            if re.search(rf"{old}(?!\d)", path):
                return path.replace(old, new)
        return path

    @property
    def paths(self) -> set[str]:
        """The files that hold such issues."""
        return {path for path, _ in self.new}


def picture_apart(path: str, taken: Collection[str]) -> str:
    """The next free name for a picture whose own a colleague's has: the next number of its issue, where it has one."""
    folder, _, file = path.rpartition("/")
    found = _PICTURE.fullmatch(file)
    if found is None:
        return beside(path, "", taken)
    number = next_number(found["id"], taken)
    return f"{folder}/{found['id']}-{number}{found['told']}"


def beside(path: str, who: str, taken: Collection[str]) -> str:
    """A free name for another version of a file, which tells whose it is: ``report-王丽.docx``."""
    folder, slash, file = path.rpartition("/")
    stem, dot, ending = file[1:].partition(".")
    name = _UNFIT.sub(" ", who).strip()[:LONGEST].strip()
    first = f"{folder}{slash}{file[0]}{stem}{f'-{name}' if name else ''}"
    made, number = f"{first}{dot}{ending}", 2
    while made in taken or made == path:
        made, number = f"{first}-{number}{dot}{ending}", number + 1
    return made


def is_picture(path: str) -> bool:
    """Whether a file of the workspace lies among the pictures."""
    return path.startswith(f"{PHOTOS}/")


def picture_renamed(raw: bytes, old: str, new: str) -> bytes:
    """A page with another name for a picture, in whatever encoding it is written."""
    source, _ = decode(raw, "")
    if source is None:
        return raw
    before, after = (path.rpartition("/")[2].encode(source.encoding, "ignore") for path in (old, new))
    return raw.replace(before, after)
