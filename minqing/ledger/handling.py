"""What a cell tells of the handling, as lines of progress: the diary's own lines, dated pieces, or one text."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date

from minqing.domain.model import Progress
from minqing.domain.values import replace
from minqing.ledger.days import leading_day
from minqing.text.normal import one_line
from minqing.text.progress import parse_line

_PIECES = re.compile(r"[\r\n]+|[;；](?=\s*(?:\d{4}[年./-])?\d{1,2}[月./-]\d{1,2})")


def own_lines(text: str, categories: Mapping[str, str]) -> tuple[Progress, ...] | None:
    """The lines of progress that the diary wrote into a ledger; ``None`` where one of them is none."""
    found = []
    for line in filter(str.strip, text.splitlines()):
        read, odd, _ = parse_line(line, categories)
        if read is None or odd:
            return None
        found.append(read)
    return tuple(found)


def told_lines(text: str, raised: date, today: date, otherwise: date) -> tuple[tuple[Progress, ...], bool]:
    """A free text as notes: each piece on the day it begins with, the rest on ``otherwise``.

    Answers also whether a piece had to take the day of ``otherwise``. A piece without a day belongs to the one before.
    """
    lines: list[Progress] = []
    undated = False
    for piece in filter(None, (one_line(part) for part in _PIECES.split(text))):
        found = leading_day(piece, raised, today)
        if found and found[1]:
            lines.append(_note(found[0], found[1]))
        elif lines:
            lines[-1] = _note(lines[-1].date, f"{lines[-1].text};{piece}")
        else:
            undated = True
            lines.append(_note(otherwise, piece))
    return tuple(lines), undated


def _note(day: date, text: str) -> Progress:
    return Progress(day, "note", None, text)


def safe(line: Progress) -> Progress:
    """A note that reads again as the note it is: one that begins like a closing, or a verb, says whose words it has."""
    if line.verb != "note":
        return line
    read, odd, _ = parse_line(f"{line.date} note {line.text}", {})
    return line if read == line and not odd else replace(line, text=f"台账: {line.text}")
