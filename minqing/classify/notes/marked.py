"""A numbered or bulleted line: a matter, a detail of the one above it, the heading of a list, or none of these."""

from __future__ import annotations

from minqing.classify.notes.above import heads_those_below, names_a_field, place_alone
from minqing.classify.notes.at_places import values_of
from minqing.classify.notes.behind_doors import is_nothing
from minqing.classify.notes.clauses import speaker_within
from minqing.classify.notes.plans import Kept, kept_plan
from minqing.classify.notes.reading import LONGEST_TITLE, Reading, indented
from minqing.classify.notes.sections import heading
from minqing.classify.notes.series import CODED, coded_place, is_caption
from minqing.classify.sentence.endings import is_settled
from minqing.classify.sentence.markers import BOX, Marker, issue_marker
from minqing.classify.sentence.places import find_place
from minqing.classify.sentence.remarks import asks_for, complains, is_remark


def of_marked(reading: Reading, number: int, line: str) -> bool:
    """A numbered or bulleted line: an issue, unless it is praise, or below a heading of something else."""
    marker = _marker(reading, line) or reading.series.get(number)
    if marker is None or len(line) > LONGEST_TITLE:
        return False
    reading.settle_doubt(marker)
    text = line[marker.length :]
    if _next_chapter(reading, marker):
        reading.sort = "plain"
    if _is_none(reading, number, marker, text):
        _keep_marked(reading, number, line, marker)
    elif _detail(reading, number, line, marker, text):
        return True
    elif marker.number is None and place_alone(text, reading.community) and _heads_below(reading, number):
        reading.close()
        reading.walk.body[number] = line
    else:
        _raise_marked(reading, number, line, marker)
    return True


def _keep_marked(reading: Reading, number: int, line: str, marker: Marker) -> None:
    """A marked line that is no matter; the list goes on behind it."""
    reading.close()
    reading.keep(number, line)
    reading.expected = (marker.number or reading.expected - 1) + 1


def _raise_marked(reading: Reading, number: int, line: str, marker: Marker) -> None:
    """A marked line as a matter, or as the plan it is, of which nothing came."""
    if marker.number == reading.outer and marker.style == reading.outer_style:
        reading.place, reading.outer = None, 1
    text = line[marker.length :]
    kept = kept_plan(text, reading.community)
    if kept and kept.matter is None:
        _keep_marked(reading, number, line, marker)
        return
    reading.expected = (marker.number or reading.expected - 1) + 1
    said, values = _told(reading, number, marker, text, kept)
    reading.raise_issue(number, line, said, marker, **values).settled |= bool(kept and kept.settled)


def _told(reading: Reading, number: int, marker: Marker, text: str, kept: Kept | None) -> tuple[str, dict[str, str]]:
    """The words of a marked line, and its place or who said it where its form tells them."""
    if marker.style == CODED:
        place, said = coded_place(text)
        return said, {"place": place}
    if kept and kept.place:
        return text, {"place": kept.place}
    if number in reading.placed and (values := values_of(reading.placed[number], text, reading.community)):
        return text, values
    return speaker_within(text, reading)


def _is_none(reading: Reading, number: int, marker: Marker, text: str) -> bool:
    """Whether a marked line is no matter: below a plan, praise, a picture of nothing wrong."""
    ticked = (marker.style == BOX and reading.ticked_off) or number in reading.ticks
    planned = reading.sort == "aside" and not ticked
    if planned:
        return True
    if is_caption(marker.style) and not (complains(text) or is_settled(text) or asks_for(text)):
        return True
    placed = reading.placed.get(number)
    nothing = is_nothing(text) or bool(placed and is_nothing(placed.said(text)))
    return nothing or is_remark(text) or _opens_aside(text)


def _opens_aside(text: str) -> bool:
    """Whether a bulleted line is what is planned or was discussed, by its first word: ➡️ 跟进:约维修公司."""
    found = heading(text)
    return bool(found and found.sort == "aside" and found.end < len(text))


def _next_chapter(reading: Reading, marker: Marker) -> bool:
    """Whether the line opens the chapter behind that of a plan or the like: 二、 below 一、上次问题回头看."""
    before = reading.chapter
    return bool(
        reading.sort == "aside"
        and before
        and marker.style == before.style == "han"
        and marker.number == (before.number or 0) + 1
    )


def _marker(reading: Reading, line: str) -> Marker | None:
    """The number or bullet of a line: the next of its list, of the list around it, or the first below a heading."""
    marker = issue_marker(line, reading.expected) or (issue_marker(line, reading.outer) if reading.outer > 1 else None)
    raw = reading.open
    if (
        marker
        or raw is None
        or raw.number is None
        or len(raw.lines) > 1
        or not names_a_field(raw.text, reading.community)
    ):
        return marker
    return issue_marker(line, 1)


def _detail(reading: Reading, number: int, line: str, marker: Marker, text: str) -> bool:
    """A line below a numbered one: ``1. 5号楼:`` becomes the heading of what follows, else it goes on."""
    raw = reading.open
    if raw is None or reading.blank or raw.lines[-1] != number - 1:
        return False
    set_in = indented(line) > indented(raw.above) or (raw.inner != "" and marker.style == raw.inner)
    inner = marker.number is None or (marker.style != raw.style and (marker.number == 1 or raw.inner == marker.style))
    deeper = raw.number is not None and set_in and inner
    first = marker.number == 1 and raw.number is not None
    heads = heads_those_below(raw.text, reading.community) or (first and names_a_field(raw.text, reading.community))
    if (deeper or first) and heads and len(raw.lines) == 1:
        reading.walk.issues.pop()
        reading.walk.body[raw.lines[0]] = raw.above
        reading.place = find_place(raw.text, reading.community) or None
        reading.outer, reading.outer_style = (raw.number or 0) + 1, raw.style
        reading.open = None
        return False
    if deeper and not heads:
        raw.inner = marker.style
        raw.text = raw.text.rstrip() + ("" if raw.text.rstrip()[-1:] in ",,。;;" else ",")
        return reading.go_on(number, line[marker.length :]) or False
    return False


def _heads_below(reading: Reading, number: int) -> bool:
    """Whether a place in a bulleted line is that of the next one: of a door, or of a line without a mark."""
    below = reading.lines[number] if number < len(reading.lines) else ""
    return number + 1 in reading.doors or (bool(below.strip()) and issue_marker(below, 1) is None)
