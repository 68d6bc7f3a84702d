"""The tables of the index, and which program made them."""

from __future__ import annotations

import os
import sys
from contextlib import suppress

from minqing import __version__

FORMAT = 3
"""Counts up when the tables or the meaning of what is in them change."""

KEY = "\n"
"""What parts the keys of a spot."""

TABLES = """
CREATE TABLE meta (key TEXT PRIMARY KEY, value BLOB) WITHOUT ROWID;
CREATE TABLE folder (path TEXT PRIMARY KEY, listing BLOB);
CREATE TABLE file (
    id INTEGER PRIMARY KEY, path TEXT UNIQUE, day INTEGER, rank INTEGER, number INTEGER, digest BLOB,
    start INTEGER, length INTEGER, checksum INTEGER, errors BLOB
);
CREATE TABLE entry (
    day INTEGER, file INTEGER, walks INTEGER, visits INTEGER, steps INTEGER, km INTEGER, km_parts INTEGER,
    turns INTEGER, cleaned INTEGER, PRIMARY KEY (day, file)
) WITHOUT ROWID;
CREATE TABLE issue (
    file INTEGER, place INTEGER, short INTEGER, number INTEGER, raised INTEGER, settled INTEGER, open INTEGER,
    spot INTEGER, PRIMARY KEY (file, place)
) WITHOUT ROWID;
CREATE TABLE spot (id INTEGER PRIMARY KEY, place TEXT, keys TEXT);
CREATE TABLE kind (id INTEGER PRIMARY KEY, tier TEXT, category TEXT, counts BLOB);
CREATE TABLE share (
    kind INTEGER, days INTEGER, file INTEGER, place INTEGER, since INTEGER, until INTEGER, closed INTEGER,
    households INTEGER, cost INTEGER, cost_parts INTEGER, PRIMARY KEY (kind, days, file, place, since)
) WITHOUT ROWID;
CREATE TABLE twice (number INTEGER PRIMARY KEY);
"""
"""Days are numbers (1 is 0001-01-01).

``file``: every entry by name; ``start``, ``length`` and ``checksum`` tell its page and are ``NULL`` where it cannot
be counted, ``errors`` where it has none. ``issue.settled`` is the day of its last line, ``open`` its state then,
``number`` its id as one number and ``short`` the same without the year. ``spot``: every place as it is written, with
what it is looked up by (``text.spots``); sentences without a place that name the same are one. ``share``: see
``shares``; ``days`` is -1 where nothing is handled. ``twice``: numbers that more than one issue has.
"""

INDEXES = """
CREATE INDEX issue_short ON issue (short, number);
CREATE INDEX issue_settled ON issue (settled, raised, open);
CREATE INDEX issue_open ON issue (settled) WHERE open;
CREATE INDEX issue_spot ON issue (spot);
CREATE INDEX share_file ON share (file);
CREATE INDEX file_left_out ON file (path) WHERE start IS NULL;
CREATE INDEX file_errors ON file (id) WHERE errors IS NOT NULL;
"""
"""Made once the first filling is done."""

_PACKAGES = ("domain", "text", "workspace")


def identity() -> str:
    """The program that makes the index: another one may read the same files in another way.

    Besides its version the times of its own files, so that whoever works on it is never answered by an index that
    a former state of it made.
    """
    here = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
    parts = [str(FORMAT), __version__, sys.version]
    with suppress(OSError):  # run from an archive
        parts += [_state(os.path.join(here, package)) for package in _PACKAGES]
    return "\n".join(parts)


def _state(folder: str) -> str:
    with os.scandir(folder) as items:
        stats = [(item.name, item.stat()) for item in items if item.name.endswith(".py")]
    return " ".join(f"{name}:{stat.st_size}:{stat.st_mtime_ns}" for name, stat in sorted(stats))
