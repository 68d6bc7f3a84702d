"""What a line of a paste can be: one question a kind, asked in a fixed order; the first that says yes has it."""

from __future__ import annotations

from collections.abc import Callable

from minqing.classify.notes.above import heads_those_below, names_a_field, names_what_follows, place_alone
from minqing.classify.notes.at_places import of_placed, values_of
from minqing.classify.notes.behind_doors import is_nothing, of_door
from minqing.classify.notes.chats.chat import Sender, envelope, is_thing, said_by
from minqing.classify.notes.chats.senders import raises
from minqing.classify.notes.clauses import of_also, of_heard, of_houses, of_itinerary, speaker_within
from minqing.classify.notes.gone_through import of_tick
from minqing.classify.notes.header.called import of_names
from minqing.classify.notes.header.facts import Fact, Surroundings
from minqing.classify.notes.interviews import of_interview
from minqing.classify.notes.listing import (
    is_header,
    is_of_the_walk,
    of_cut,
    of_heading,
    of_outcome,
    of_row,
    of_state_below,
)
from minqing.classify.notes.openings import of_facts
from minqing.classify.notes.paste import Notes
from minqing.classify.notes.pieces import of_pieces
from minqing.classify.notes.plans import Kept, kept_plan
from minqing.classify.notes.reading import LONGEST_TITLE, Reading, indented
from minqing.classify.notes.sections import heading
from minqing.classify.notes.series import CODED, coded_place, is_caption
from minqing.classify.notes.stated import (
    of_dictation,
    of_house_list,
    of_method,
    of_place_label,
    of_quotation,
    of_signs,
    of_slashed,
    of_state,
    of_value,
)
from minqing.classify.notes.tables.calls import of_call
from minqing.classify.notes.tables.cards import of_card
from minqing.classify.notes.tables.matrix import of_matrix
from minqing.classify.notes.tables.rows import of_pairs, of_table
from minqing.classify.notes.wraps import bond
from minqing.classify.sentence.endings import is_settled
from minqing.classify.sentence.markers import BOX, Marker, issue_marker
from minqing.classify.sentence.people import looks_like_a_person
from minqing.classify.sentence.places import find_place
from minqing.classify.sentence.remarks import asks_for, complains, is_remark
from minqing.classify.sentence.splits import LONGEST_SPLIT
from minqing.domain.community import Community
from minqing.text.normal import aligned


def read_walks(text: str, around: Surroundings, community: Community) -> tuple[Notes, ...]:
    """Every walk of a paste, in its order; one at least."""
    reading = Reading(text, around, community)
    for number, line in enumerate(reading.lines, 1):
        if number in reading.taken:
            continue
        if line.strip():
            _take(reading, number, line)
        else:
            reading.walk.body[number] = line
        reading.blank = not (line.strip() or reading.spaced)
    reading.settle_doubt()
    return reading.walks()


def _take(reading: Reading, number: int, line: str) -> None:
    next(question for question in QUESTIONS if question(reading, number, line))


def _too_long(reading: Reading, number: int, line: str) -> bool:
    if len(line) <= LONGEST_SPLIT:
        return False
    reading.close()
    reading.walk.body[number] = line
    return True


def _of_messenger(reading: Reading, number: int, line: str) -> bool:
    alone = reading.sent.get(number)
    found = alone or envelope(line, reading.around)
    if found is None:
        if is_thing(line):
            reading.close()
            reading.keep(number, line, mention=False)
            return True
        return False
    reading.close()
    reading.expected = 1 if alone else reading.expected
    fact = Fact("date", found.day, line.strip(), number, found.rule) if found.day else None
    if fact and found.rule:
        _begin_walk_of(reading, fact)
        reading.walk.take([fact])
        return True
    reading.walk.sent = reading.walk.sent or fact
    _of_sender(reading, number, line, found.sender)
    return True


def _of_sender(reading: Reading, number: int, line: str, sender: Sender | None) -> None:
    """The line of a sender; what stands behind it in the same line is read as a line of its own."""
    if sender is None or not line[sender.end :].strip():
        reading.walk.body[number] = line
    else:
        _take(reading, number, line[sender.end :])
        said = reading.walk.body.get(number)
        reading.walk.body[number] = line if said is not None else line[: sender.end].strip()
    if sender:
        reading.walk.senders[number] = sender


def _begin_walk_of(reading: Reading, fact: Fact) -> None:
    """A date that is not this walk's begins the next one."""
    known = reading.walk.facts.get("date")
    if reading.walk.has_content and known and known.value != fact.value:
        reading.next_walk(fact.line)


def _of_speaker(reading: Reading, number: int, line: str) -> bool:
    """``王丽: 1. 路灯坏了``: who said it is kept, what was said is read."""
    sender = said_by(line, reading.around, reading.called)
    if sender is None or reading.sort == "aside" or _is_in_a_list(reading, sender):
        return False
    rest = line[sender.end :]
    marker = issue_marker(rest, reading.expected)
    if not (
        reading.talk or marker or is_header(reading, rest, number) or heading(rest) or raises(rest, reading.community)
    ):
        return False
    reading.close()
    _of_sender(reading, number, line, sender)
    return True


def _is_in_a_list(reading: Reading, sender: Sender) -> bool:
    """Whether residents speak in a list below 居民反映:, where each line is a matter that names who raised it."""
    return reading.sort == "issues" and not reading.talk and not looks_like_a_person(sender.who)


def _of_marked(reading: Reading, number: int, line: str) -> bool:
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


_SHORT_FIELD = 4
"""Letters of the field that ends the lists of houses: 公共."""


def _of_place(reading: Reading, number: int, line: str) -> bool:
    """``5号楼:`` alone, or ``5号楼`` above bullets: the place of the issues below; the line stays in the body."""
    elsewhere = reading.place is not None and names_a_field(line, reading.community, _SHORT_FIELD)
    if elsewhere and _bullet_below(reading, number):  # 公共, behind houses of which each has its list
        reading.close()
        reading.place, reading.walk.body[number] = None, line
        return True
    heads_a_list = aligned(line).rstrip().endswith(":") or _bullet_below(reading, number)
    place = place_alone(line, reading.community) if heads_a_list else None
    if place is None:
        return False
    reading.close()
    reading.place, reading.expected = place, 1
    reading.walk.body[number] = line
    return True


def _heads_below(reading: Reading, number: int) -> bool:
    """Whether a place in a bulleted line is that of the next one: of a door, or of a line without a mark."""
    below = reading.lines[number] if number < len(reading.lines) else ""
    return number + 1 in reading.doors or (bool(below.strip()) and issue_marker(below, 1) is None)


def _bullet_below(reading: Reading, number: int) -> bool:
    """Whether the next line opens a list."""
    below = reading.lines[number] if number < len(reading.lines) else ""
    marker = issue_marker(below, 1)
    return marker is not None and marker.number in (None, 1)


def _of_continuation(reading: Reading, number: int, line: str) -> bool:
    if reading.open is None or reading.blank or is_remark(line) or names_what_follows(line):
        return False
    if reading.doubt:
        reading.doubt.append((number, line))
        return True
    placed = reading.open.number is None and reading.open.lines[0] in reading.placed
    listed_here = placed or (reading.open.number is None and reading.sort == "issues" and _is_listed(reading))
    broken_at = None if placed and (reading.broken_at or 0) < _BROKEN_LIST else reading.broken_at
    found = bond(reading.open.above, line, listed=listed_here, broken_at=broken_at)
    if found in ("same", "broken"):
        return reading.go_on(number, line, clause=None if found == "same" else False)
    if found == "perhaps":
        reading.doubt.append((number, line))
        return True
    return False


_BROKEN_LIST = 36
"""Columns below which lines that open with places end there by themselves, and no screen broke them."""


def _is_listed(reading: Reading) -> bool:
    """Whether the open issue is a line without number or bullet."""
    first = reading.lines[reading.open.lines[0] - 1] if reading.open else ""
    return bool(first) and issue_marker(first, reading.expected) is None


def _of_list(reading: Reading, number: int, line: str) -> bool:
    """A line below 问题:, without number."""
    if reading.sort != "issues" or is_remark(line) or len(line) > LONGEST_TITLE:
        return False
    if reading.open is not None and not _is_listed(reading) and not reading.blank:
        return False
    reading.close()
    if not any(c.isalnum() for c in line) or aligned(line).rstrip().endswith(":") or is_of_the_walk(reading, number):
        return False
    reading.raise_issue(number, line, line.strip())
    return True


def _of_pieces(reading: Reading, number: int, line: str) -> bool:
    return of_pieces(reading, number, line, _take)


def _of_body(reading: Reading, number: int, line: str) -> bool:
    reading.close()
    reading.keep(number, line)
    if aligned(line).rstrip().endswith(":"):
        reading.expected = 1
    return True


Question = Callable[[Reading, int, str], bool]

QUESTIONS: tuple[Question, ...] = (
    _too_long,
    of_matrix,
    of_table,
    of_pairs,
    of_door,
    of_tick,
    of_call,
    of_card,
    _of_pieces,
    of_value,
    of_quotation,
    of_interview,
    _of_messenger,
    _of_speaker,
    of_state_below,
    of_heading,
    of_row,
    of_facts,
    of_outcome,
    of_itinerary,
    of_state,
    of_method,
    of_heard,
    of_place_label,
    of_house_list,
    of_houses,
    of_slashed,
    of_dictation,
    of_names,
    of_also,
    of_placed,
    _of_marked,
    _of_place,
    of_cut,
    _of_continuation,
    of_signs,
    _of_list,
    _of_body,
)
"""What a line is asked, in this order; the first that knows it takes it."""
