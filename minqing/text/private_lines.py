"""What of a person stands in a file of a diary, line by line, and the same file with its new numbers masked."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Iterator

from minqing.domain.patterns import pattern
from minqing.domain.values import dataclass
from minqing.text.privacy import NUMBERS, Finding, numbers_in, unnamed
from minqing.text.source import in_utf8, split_lines

_TICKET = pattern(r"(?:^|[\s{,])(?:工单|ticket)[ \t]*[:：]\s*(?P<value>[^\s,}\]]+)", re.MULTILINE | re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Place:
    """A finding and where it stands: 1-based line and column, the line as it may be shown (its numbers masked)."""

    finding: Finding
    path: str
    line: int
    column: int
    shown: str


def text_of(raw: bytes) -> str:
    """The text of a file, however it is encoded; what is no text at all gives no numbers either."""
    raw = in_utf8(raw)
    try:
        return raw.decode("utf-8-sig")
    except UnicodeDecodeError:
        return raw.decode("gb18030", "replace")


def without_tickets(text: str) -> str:
    """``text`` with the numbers of 12345 tickets blotted out, every position as it was.

    Only in the front matter, where they have a key of their own.
    """
    end = text.find("\n---", 3)
    front, rest = (text[:end], text[end:]) if end > 0 else (text, "")
    if "工单" not in front and "ticket" not in front.lower():
        return text
    return _TICKET.sub(_blotted, front) + rest


def without_ticket_line(line: str) -> str:
    """One line of a file, with the number of a ticket blotted out."""
    return _TICKET.sub(_blotted, line)


def _blotted(found: re.Match[str]) -> str:
    return found[0][: found.start("value") - found.start()] + "·" * len(found["value"])


def new_numbers(before: bytes | None, after: bytes, path: str) -> tuple[Place, ...]:
    """The numbers of persons that ``after`` holds and ``before`` does not, or less often, in order."""
    had = Counter(one.value for one in numbers_in(without_tickets(text_of(before or b""))))
    text = text_of(after)
    new = []
    for one in numbers_in(without_tickets(text)):
        if had[one.value] > 0:
            had[one.value] -= 1
        else:
            new.append(one)
    return tuple(_placed(text, new, path))


def places(text: str, path: str, staff: Collection[str] = ()) -> tuple[Place, ...]:
    """Everything of a person in a file's text but full names, in order."""
    return tuple(_placed(text, unnamed(without_tickets(text), staff), path))


def new_cautions(before: bytes | None, after: bytes, path: str) -> tuple[Place, ...]:
    """The doors and sensitive words that ``after`` holds and ``before`` does not: told, not refused."""
    old, text = text_of(before or b""), text_of(after)
    had = Counter(_said(old, one) for one in unnamed(without_tickets(old)))
    new = []
    for place in places(text, path):
        said = _said(text, place.finding)
        had[said] -= 1
        if had[said] < 0 and place.finding.kind not in NUMBERS:
            new.append(place)
    return tuple(new)


def _said(text: str, one: Finding) -> tuple[str, str]:
    return one.kind, text[one.start : one.end]


def with_masked(after: bytes, hidden: Collection[Place]) -> bytes:
    """The file with those findings masked, in its own encoding."""
    marked = after.startswith(b"\xef\xbb\xbf")
    text = text_of(after)
    for one in sorted(hidden, key=lambda place: -place.finding.start):
        text = text[: one.finding.start] + one.finding.masked + text[one.finding.end :]
    return text.encode("utf-8-sig" if marked else "utf-8")


def _placed(text: str, found: Collection[Finding], path: str) -> Iterator[Place]:
    if not found:
        return
    lines, ends = split_lines(text)
    starts = [0]
    for line, end in zip(lines, ends, strict=True):
        starts.append(starts[-1] + len(line) + len(end))
    number = 0
    for one in found:
        while starts[number + 1] <= one.start:
            number += 1
        shown = _shown(lines[number], starts[number], found)
        yield Place(one, path, number + 1, one.start - starts[number] + 1, shown)


def _shown(line: str, start: int, found: Collection[Finding]) -> str:
    """The line with its numbers masked: a list of problems is shown around."""
    for one in sorted(found, key=lambda one: -one.start):
        if one.kind in NUMBERS and start <= one.start < start + len(line):
            line = line[: one.start - start] + one.masked + line[one.end - start :]
    return line
