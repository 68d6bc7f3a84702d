"""What of a person stands in the files of a workspace, and whether its private folder is private, as problems."""

from __future__ import annotations

import os
import re
from collections.abc import Collection, Iterator
from pathlib import Path

from minqing.domain.patterns import pattern
from minqing.text.privacy import WORDS, is_full_name
from minqing.text.private_lines import Place, places, text_of
from minqing.text.problems import Problem
from minqing.text.read import Reading
from minqing.text.source import LARGEST
from minqing.workspace.files import read_bytes
from minqing.workspace.find import SETTINGS_FILE

PRIVATE = "private"
"""The folder of names and telephone numbers; git never sees it."""

_REPORTER = pattern(r"^[ \t]*(?:-[ \t]+)?(?:反映人|reporter)[ \t]*[:：][ \t]*(?P<name>\S.*?)[ \t\r]*$", re.MULTILINE)


def in_reading(root: Path, path: str, reading: Reading, staff: Collection[str]) -> list[Problem]:
    """Every personal detail in a file that has just been read, as far as it could be."""
    return _in_bytes(reading.source.raw, path, staff) if reading.source else _in_file(root, path, staff)


def besides_entries(root: Path, staff: Collection[str]) -> list[Problem]:
    """Every personal detail in the settings, and what is open of the private folder."""
    return [*_in_file(root, SETTINGS_FILE, staff), *_open_to_others(root)]


def in_text(text: str, path: str, staff: Collection[str] = ()) -> list[Problem]:
    """Every personal detail in the text of one file, in order."""
    found = [_problem(place, text) for place in places(text, path, staff)]
    return sorted([*found, *_reporters(text, path, staff)], key=lambda p: (p.line, p.column))


def _in_file(root: Path, path: str, staff: Collection[str]) -> list[Problem]:
    try:
        raw = read_bytes(root, path)
    except OSError:
        return []
    return _in_bytes(raw, path, staff)


def _in_bytes(raw: bytes, path: str, staff: Collection[str]) -> list[Problem]:
    return [] if len(raw) > LARGEST else in_text(text_of(raw), path, staff)


def _problem(place: Place, text: str) -> Problem:
    finding = place.finding
    words = text[finding.start : finding.end] if finding.kind in WORDS else finding.masked
    params = {"masked": finding.masked, "words": words}
    return Problem(f"privacy-{finding.kind}", place.path, place.line, place.column, place.shown, params)


def _reporters(text: str, path: str, staff: Collection[str]) -> Iterator[Problem]:
    if "反映人" not in text and "reporter" not in text.lower():
        return
    for found in _REPORTER.finditer(text):
        name = found["name"].strip("\"'")
        if is_full_name(name) and name not in staff:
            start = found.start("name")
            line, column = text.count("\n", 0, start) + 1, start - text.rfind("\n", 0, start)
            yield Problem("privacy-name", path, line, column, found[0].strip("\r"))


def _open_to_others(root: Path) -> Iterator[Problem]:
    """Files of the private folder that other users of this computer can read, where files have modes."""
    if os.name == "nt":
        return
    folder = root / PRIVATE
    for place in sorted(folder.rglob("*")):
        if place.name != ".gitignore" and not place.is_symlink() and place.is_file() and place.stat().st_mode & 0o077:
            path = place.relative_to(root).as_posix()
            yield Problem("privacy-folder-open", path, params={"path": path})
