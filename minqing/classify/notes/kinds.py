"""What a line of a paste can be: one question a kind, asked in a fixed order; the first that says yes has it."""

from __future__ import annotations

from collections.abc import Callable

from minqing.classify.notes.above import names_a_field, names_what_follows, place_alone
from minqing.classify.notes.at_places import of_placed
from minqing.classify.notes.behind_doors import of_door
from minqing.classify.notes.chats.chat import Sender, envelope, is_thing, said_by
from minqing.classify.notes.chats.senders import raises
from minqing.classify.notes.clauses import of_also, of_heard, of_houses, of_itinerary
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
from minqing.classify.notes.marked import of_marked
from minqing.classify.notes.openings import of_facts
from minqing.classify.notes.paste import Notes
from minqing.classify.notes.pieces import of_pieces
from minqing.classify.notes.reading import LONGEST_TITLE, Reading
from minqing.classify.notes.sections import heading
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
from minqing.classify.sentence.markers import issue_marker
from minqing.classify.sentence.people import looks_like_a_person
from minqing.classify.sentence.remarks import is_remark
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
    before = reading.walk.senders.get(number - 1)
    answers = reading.talk or (before is not None and before.in_line)  # who speaks below a speaker is another one
    if not (answers or marker or is_header(reading, rest, number) or heading(rest) or raises(rest, reading.community)):
        return False
    reading.close()
    _of_sender(reading, number, line, sender)
    return True


def _is_in_a_list(reading: Reading, sender: Sender) -> bool:
    """Whether residents speak in a list below 居民反映:, where each line is a matter that names who raised it."""
    return reading.sort == "issues" and not reading.talk and not looks_like_a_person(sender.who)


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
    of_marked,
    _of_place,
    of_cut,
    _of_continuation,
    of_signs,
    _of_list,
    _of_body,
)
"""What a line is asked, in this order; the first that knows it takes it."""
