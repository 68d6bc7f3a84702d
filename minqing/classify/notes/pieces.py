"""Lines that hold several kinds of things at once: labels of facts within a paragraph, a day and its finds.

Each piece is read as a line of its own; what of them is body stays together in the line it came from.
"""

from __future__ import annotations

from collections.abc import Callable
from itertools import pairwise

from minqing.classify.notes.chats.chat import said_by
from minqing.classify.notes.chats.senders import raises
from minqing.classify.notes.header.facts import DATE
from minqing.classify.notes.header.headers import label_at, read_header
from minqing.classify.notes.reading import Reading
from minqing.classify.notes.sections import heading
from minqing.classify.notes.tables.sheets import labelled_row
from minqing.classify.sentence.markers import issue_marker
from minqing.classify.sentence.places import find_place
from minqing.classify.sentence.splits import LONGEST_SPLIT
from minqing.domain.patterns import pattern
from minqing.text.normal import aligned

Take = Callable[[Reading, int, str], None]

_SHORTEST = 8
"""Characters of a line from which on it is looked at for pieces."""

_SHORTEST_PARAGRAPH = 20
_STOP = pattern(r"[。;!,](?=[^\s。;!,:]{2,8}\s?:)")
_SENTENCE_END = pattern(r"[。;!]")
_DAY = rf"\s*(?P<day>{DATE})(?P<more>\s?[(][^()]{{1,4}}[)])?\s?:\s*"
_DAY_ALONE = pattern(_DAY)
_DAY_FIRST = pattern(rf"{_DAY}(?=[\u4e00-\u9fff\d])")
_NO_WALK = pattern(r"[^。;]{0,8}(?:没走|未走|没去|没巡|停走|休息|放假|取消)")
"""Why there was no walk on a day."""


def of_pieces(reading: Reading, number: int, line: str, take: Take) -> bool:
    """A paragraph with labels within it (``…进行走访。参加人员:徐主任、吴丹。主要发现:…``), or a day and its finds."""
    if not _SHORTEST <= len(line) <= LONGEST_SPLIT or reading.sort == "aside" or reading.sheet:
        return False
    if (
        issue_marker(line, reading.expected)
        or number in reading.series
        or labelled_row(line)
        or said_by(line, reading.around, reading.called)
    ):
        return False
    parts = _of_day(line) or _day_and_heading(line) or _labelled(reading, line, number)
    if len(parts) < 2:
        return False
    reading.close()
    _read_first(reading, number, parts[0], take)
    for part in parts[1:]:
        _read(reading, number, part, take)
    return True


def _of_day(line: str) -> list[str]:
    """``16日:走9号楼。11号楼电表箱敞开``: the day, and the sentences behind it."""
    plain = aligned(line)
    found = _DAY_FIRST.match(plain)
    if found is None or _NO_WALK.match(plain, found.end()):
        return []
    ends = [m.end() for m in _SENTENCE_END.finditer(plain, found.end())]
    edges = [found.end(), *ends, len(line)]
    sentences = [line[a:b] for a, b in pairwise(edges) if line[a:b].strip()]
    return [line[: found.end()], *sentences] if len(sentences) > 1 else []


def _day_and_heading(line: str) -> list[str]:
    """``11月16日听到的:``: a day, and a heading of matters."""
    found = _DAY_BEFORE.match(aligned(line))
    titled = heading(line[found.end() :]) if found else None
    if not found or not titled or titled.sort != "issues" or aligned(line).rstrip()[-1:] != ":":
        return []
    return [line[: found.end()], line[found.end() :]]


_DAY_BEFORE = pattern(rf"\s*(?=\d)(?:{DATE})(?![日号])(?=[\u4e00-\u9fff])")


def _labelled(reading: Reading, line: str, number: int) -> list[str]:
    """The pieces of a paragraph within which labels of facts or headings of matters stand behind a stop."""
    plain = aligned(line)
    if len(line) < _SHORTEST_PARAGRAPH:
        return []
    cuts = [m.end() for m in _STOP.finditer(plain) if _opens(plain, line, m.end())]
    header = read_header(line, reading.around, number)
    if not cuts or (header and header.whole):
        return []
    return [line[a:b] for a, b in pairwise([0, *cuts, len(line)])]


def _opens(plain: str, line: str, position: int) -> bool:
    """Whether a label of a fact, or a heading of matters with its colon, stands at ``position``."""
    if label_at(plain, position):
        return True
    found = heading(line[position:])
    return bool(found and found.sort == "issues" and not found.done and plain[: position + found.end][-1:] == ":")


def _read_first(reading: Reading, number: int, part: str, take: Take) -> None:
    """The first piece; of a day with a bracket that is no fact (``16日(停电):``) the words stay in the body."""
    found = _DAY_ALONE.fullmatch(aligned(part))
    if found is None:
        _read(reading, number, part, take)
        return
    day = part[: found.end("more" if found["more"] else "day")]
    header = read_header(day, reading.around, number)
    whole = not found["more"] or bool(header and header.whole)
    _read(reading, number, day if whole else part[: found.end("day")], take)
    if not whole:
        reading.walk.body[number] = part


def _read(reading: Reading, number: int, part: str, take: Take) -> None:
    """One piece, as a line of its own; what stays of it joins what stayed of the pieces before it."""
    walk = reading.walk
    before = walk.body.pop(number, None)
    place = find_place(part, reading.community)
    if place and part.lstrip().startswith(place) and raises(part, reading.community):
        reading.raise_issue(number, part, part.strip().rstrip("。;；")).loose = True
    else:
        take(reading, number, part)
    reading.close()
    if before is not None:
        walk.body[number] = before + (walk.body.get(number, "") if reading.walk is walk else "")
