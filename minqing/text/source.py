"""A diary file from bytes to text: encodings, line ends, what is no text at all, and what its name says."""

from __future__ import annotations

import re
from datetime import date
from functools import lru_cache

from minqing.domain.model import KINDS
from minqing.domain.patterns import pattern
from minqing.domain.values import dataclass
from minqing.text.problems import Problem
from minqing.text.values import calendar_day
from minqing.text.vocabulary import KIND_WORDS

LARGEST = 8 * 1024 * 1024
"""Bytes; a day's diary page is a few thousand. What is larger got there by mistake."""

_UTF8_MARK = b"\xef\xbb\xbf"
_UTF16_MARKS = (b"\xff\xfe", b"\xfe\xff")
_WIDE_MARKS = (*_UTF16_MARKS, b"\x00\x00\xfe\xff")
_NO_TEXT = pattern("[\x00-\x08\x0e-\x1a\x1c-\x1f\x7f\ue000-\uf8ff]")
_ENDS = pattern(r"(\r\n|\n|\r)")
_KINDS = "|".join((*KINDS[1:], *(word for word in KIND_WORDS.values() if not word.isdigit())))
_NAME = pattern(rf"(?:.*[/\\])?(\d{{4}})-(\d{{2}})-(\d{{2}})(?:-({_KINDS}))?(?:-\d{{1,4}})?\.md", re.ASCII)
_KIND_OF_SUFFIX = {word: id for id, zh in KIND_WORDS.items() for word in (id, zh)}


@dataclass(frozen=True, slots=True)
class Source:
    """A diary file as it stands: ``text`` is decoded, without BOM, line ends as in the file.

    ``encoding`` is ``utf-8``, ``utf-8-sig`` or ``gb18030``; ``newline`` the line end most lines have.
    """

    path: str
    raw: bytes
    text: str
    encoding: str = "utf-8"
    newline: str = "\n"


@dataclass(frozen=True, slots=True)
class Name:
    """What a diary file's name says: the day, and the kind of entry (a walk's name carries none)."""

    day: date
    kind: str


@lru_cache(maxsize=4096)
def name_of(path: str) -> Name | None:
    """What ``path`` says, ``None`` when it is not the name of an entry."""
    found = _NAME.fullmatch(path)
    day = calendar_day(*found.groups()[:3]) if found else None
    if not found or not day:
        return None
    return Name(day, _KIND_OF_SUFFIX[found[4]] if found[4] else "walk")


def split_lines(text: str) -> tuple[list[str], list[str]]:
    """The lines of ``text`` without their ends, and the ends (the last one empty)."""
    parts = _ENDS.split(text)
    return parts[0::2], [*parts[1::2], ""]


def in_utf8(raw: bytes) -> bytes:
    """``raw``, or the same text in UTF-8 where it is UTF-16: what Notepad of Windows calls Unicode.

    Character by character the same; what is damaged, or no text, stays as it is.
    """
    if not raw.startswith(_UTF16_MARKS):
        return raw
    try:
        text = raw.decode("utf-16")
    except UnicodeDecodeError:
        return raw
    return raw if _NO_TEXT.search(text) else text.encode("utf-8")


def without_nul(raw: bytes) -> bytes:
    """``raw``, or without its zero bytes where all else of it is text.

    A file that was being saved when the power failed, or copied when the stick was pulled out, holds some.
    """
    bare = raw.replace(b"\0", b"") if b"\0" in raw else b""
    try:
        return bare if bare.strip() and not _NO_TEXT.search(bare.decode("utf-8")) else raw
    except UnicodeDecodeError:
        return raw


def decode(raw: bytes, path: str) -> tuple[Source | None, list[Problem]]:
    """The text of a file, and what is odd about its encoding; without text one of the problems is an error.

    UTF-8 (with or without BOM), else GB18030, which old Windows editors call ANSI, where it gives real text. UTF-16 is
    named and not read: git takes it for no text, so nobody could be shown what was changed in it.
    """
    refused = _refused(raw)
    if refused:
        return None, [Problem(refused, path, params=_size(raw) if refused == "file-too-large" else {})]
    try:
        marked = raw.startswith(_UTF8_MARK)
        text = (raw[len(_UTF8_MARK) :] if marked else raw).decode("utf-8")
        return Source(path, raw, text, "utf-8-sig" if marked else "utf-8", _newline(text)), []
    except UnicodeDecodeError as error:
        return _not_utf8(raw, path, error)


def _refused(raw: bytes) -> str | None:
    """The code for what is empty or no text file."""
    if raw.strip() in (b"", _UTF8_MARK):
        return "file-empty"
    if len(raw) > LARGEST:
        return "file-too-large"
    if in_utf8(raw) is not raw:
        return "encoding-utf16"
    if without_nul(raw) is not raw:
        return "file-nul"
    if raw.startswith(_WIDE_MARKS) or raw.count(0) * 3 > len(raw) > 3:
        return "encoding-unknown"
    return "file-binary" if b"\0" in raw else None


def _size(raw: bytes) -> dict[str, str]:
    return {"size": str(len(raw) // 1024 // 1024), "largest": str(LARGEST // 1024 // 1024)}


def _not_utf8(raw: bytes, path: str, error: UnicodeDecodeError) -> tuple[Source | None, list[Problem]]:
    """GB18030 where the bytes are that and not Big5, else an error at the first line that cannot be read."""
    line = raw.count(b"\n", 0, error.start) + 1
    shown = raw.split(b"\n")[line - 1].decode("utf-8", "replace").rstrip("\r")
    from minqing.text.big5 import looks_like_big5

    if not _damaged_utf8(raw) and not looks_like_big5(raw):
        try:
            text = raw.decode("gb18030")
        except UnicodeDecodeError:
            text = "\0"
        if not _NO_TEXT.search(text):
            shown = text.splitlines()[line - 1] if line <= len(text.splitlines()) else ""
            return Source(path, raw, text, "gb18030", _newline(text)), [Problem("encoding-gbk", path, line, 1, shown)]
    binary = _looks_binary(raw)
    at = () if binary else (line, 1, shown)
    return None, [Problem("file-binary" if binary else "encoding-unknown", path, *at)]


def _damaged_utf8(raw: bytes) -> bool:
    """Whether nearly all of it is UTF-8 with a few bad bytes; read as GB18030 it would be gibberish."""
    text = raw.decode("utf-8", "replace")
    bad = text.count("\ufffd")
    good = sum(c > "\u07ff" for c in text) - bad
    return good > 2 * bad


def _looks_binary(raw: bytes) -> bool:
    control = sum(raw.count(bytes((c,))) for c in range(32) if c not in (9, 10, 12, 13, 27))
    return control * 50 > len(raw)


def _newline(text: str) -> str:
    """The line end of most lines."""
    windows = text.count("\r\n")
    return "\r\n" if windows * 2 > text.count("\n") else "\n"
