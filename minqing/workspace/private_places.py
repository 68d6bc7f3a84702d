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
from minqing.text.source import LARGEST
from minqing.workspace.files import read_bytes
from minqing.workspace.find import SETTINGS_FILE
from minqing.workspace.opened import Workspace
from minqing.workspace.scan import scan

PRIVATE = "private"
"""The folder of names and telephone numbers; git never sees it."""

_REPORTER = pattern(r"^[ \t]*(?:-[ \t]+)?(?:反映人|reporter)[ \t]*[:：][ \t]*(?P<name>\S.*?)[ \t\r]*$", re.MULTILINE)


def private_problems(workspace: Workspace) -> list[Problem]:
    """Every personal detail in the diaries and settings, and what is open of the private folder."""
    staff = {person.name for person in workspace.community.people}
    paths = [*scan(workspace.root).paths, SETTINGS_FILE]
    found = [problem for path in paths for problem in _in_file(workspace.root, path, staff)]
    return [*found, *_open_to_others(workspace.root)]


def in_text(text: str, path: str, staff: Collection[str] = ()) -> list[Problem]:
    """Every personal detail in the text of one file, in order."""
    found = [_problem(place, text) for place in places(text, path, staff)]
    return sorted([*found, *_reporters(text, path, staff)], key=lambda p: (p.line, p.column))


def _in_file(root: Path, path: str, staff: Collection[str]) -> list[Problem]:
    try:
        raw = read_bytes(root, path)
    except OSError:
        return []
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
