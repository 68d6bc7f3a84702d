"""The state of reading a paste: where lines go once it is known what they are."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from itertools import pairwise

from minqing.classify.notes.apart import apart_all
from minqing.classify.notes.chats.chat import is_talk, talkers
from minqing.classify.notes.chats.layouts import layout_of
from minqing.classify.notes.chats.senders import take_messages
from minqing.classify.notes.doors import doors_of
from minqing.classify.notes.gathered import Gathered, Raw, notes_of
from minqing.classify.notes.header.facts import STRONG, Fact, Surroundings
from minqing.classify.notes.header.headers import read_header
from minqing.classify.notes.header.heads import head_facts
from minqing.classify.notes.header.prose import mentioned
from minqing.classify.notes.header.signatures import take_signature
from minqing.classify.notes.header.written_days import take_written_day
from minqing.classify.notes.outcomes import senses_of, take_outcomes
from minqing.classify.notes.paste import Notes
from minqing.classify.notes.placed import Placed, placed_of
from minqing.classify.notes.sections import Sort
from minqing.classify.notes.series import series_of, with_days_written_out, with_numbers_parted
from minqing.classify.notes.smoothing import smoothed, without_pictures
from minqing.classify.notes.stations import take_stations
from minqing.classify.notes.tables.forms import with_labels, with_whole_cells
from minqing.classify.notes.tables.registers import kind_of
from minqing.classify.notes.tables.sheets import Sheet
from minqing.classify.notes.ticks import ticks_of
from minqing.classify.notes.told import take_stories
from minqing.classify.notes.worded import take_at_places, take_worded
from minqing.classify.notes.wraps import (
    NARROWEST,
    goes_on_in_phrase,
    is_broken_evenly,
    is_clause,
    is_cut,
    joined,
    wrap_width,
)
from minqing.classify.sentence.corrections import corrected
from minqing.classify.sentence.endings import is_settled, leaves_open
from minqing.classify.sentence.markers import BOX, Marker, issue_marker
from minqing.classify.sentence.matters import place_within
from minqing.classify.sentence.remarks import complains
from minqing.classify.sentence.splits import LONGEST_SPLIT
from minqing.classify.sentence.states import state_of, with_states_in_brackets
from minqing.classify.sentence.tickets import opens_with_number
from minqing.domain.community import Community
from minqing.domain.patterns import pattern
from minqing.text.normal import aligned, width
from minqing.text.scripts import simplified

LONGEST_TITLE = 500
"""Characters of an issue; a longer line is a text of the body."""


MOST_WRAPPED = 3
"""Lines without number between two numbered issues that still belong to the first of them."""

_SPLIT_WORD = pattern(r"[\u4e00-\u9fff]{1,2}[,。;]")
"""The rest of a word and a comma: what a machine that reads paper broke."""


class Reading:
    """One paste being read: what was read so far, and what the lines above say about the next one.

    ``sort`` is the heading the line stands below, ``chapter`` the number before it (一、), ``settled_here`` whether it
    says that all below it was settled; ``series`` are lists known by their form alone, ``doors``, ``ticks`` and
    ``tickets`` those of doors, of ticks and of the numbers of tickets, ``callers`` who is named with a colon above
    messages, ``talk`` whether people talk a line each behind their names, ``called`` by which words,
    ``ticked_off`` whether boxes before lines are
    ticked; ``row_above`` is the row of a table above this one, ``no_table_before`` the line up to which rows make none,
    ``heard`` how likely the words behind the places of a list are matters, ``taken`` are the lines below that were read
    together with one above; ``open`` is the issue that may go on, ``doubt`` lines that belong to it if a further number
    follows, ``expected`` the next number of the list, ``outer`` that of the list around it.
    """

    def __init__(self, text: str, around: Surroundings, community: Community, sort: Sort = "plain") -> None:
        self.around, self.community = around, community
        self._read_lines(with_whole_cells(text))
        self._find_lists()
        self.done: list[Gathered] = []
        self.walk = Gathered()
        self.sort: Sort = sort
        self.source: str | None = None
        self.settled_here = False
        self.chapter: Marker | None = None
        self.sheet: Sheet | None = None
        self.matrix: Sheet | None = None
        self.row_above: list[str] = []
        self.no_table_before = 0
        self.place: str | None = None
        self.taken: set[int] = set()
        self.expected, self.outer, self.outer_style = 1, 1, ""
        self.blank = False
        self.open: Raw | None = None
        self.doubt: list[tuple[int, str]] = []

    def _read_lines(self, text: str) -> None:
        """The lines as they were pasted, and as they are read: smoothed, labels drawn to their values."""
        around = self.around
        self.pasted = split_lines(text)
        lines = [without_pictures(smoothed(line), around) for line in split_lines(simplified(text))]
        lines = with_states_in_brackets(with_numbers_parted(with_days_written_out(lines, around)))
        lines, drawn = with_labels(lines, around)
        self.sent, clocks = layout_of(lines, around)
        self.drawn = {**drawn, **clocks}
        self.lines = ["" if n in clocks else line for n, line in enumerate(lines, 1)]
        self.spaced = _is_spaced(self.lines)
        least = _FEWEST_BROKEN_APART if self.spaced else 2
        self.broken_at = wrap_width([line for line in self.lines if len(line) < LONGEST_SPLIT], least)

    def _find_lists(self) -> None:
        """The lists that are known only by the form they keep up over all the paste."""
        self.series, self.ticks = series_of(self.lines), ticks_of(self.lines, self.community)
        numbered = {n for n, line in enumerate(self.lines, 1) if opens_with_number(line)}
        self.tickets = numbered if len(numbered) >= _FEWEST_TICKETS else set()
        self.doors = doors_of(self.lines, self.around, self.community, without=self.sent)
        self.talk = is_talk(self.lines, self.around)
        self.called = talkers(self.lines, self.around)
        self.placed = self._places_first()
        self.heard: dict[str, float] = {}
        self.senses = senses_of(self.community)
        self.ticked_off = any((m := issue_marker(line, 1)) and m.style == BOX and m.ticked for line in self.lines)

    def _places_first(self) -> Mapping[int, Placed]:
        """The lines that open with a place each; none where people talk, of those that are known by another form."""
        without = {*self.sent, *self.doors, *self.ticks, *self.tickets}
        return {} if self.talk else placed_of(self.lines, self.around, self.community, without)

    def walks(self) -> tuple[Notes, ...]:
        """Every walk of the paste, in its order; one at least."""
        if self.done and self.walk.is_bare_day:
            self.done[-1].body |= {f.line: f.text for f in self.walk.told}
            self.walk = self.done.pop()
        walks, kind = (*self.done, self.walk), "walk"
        for walk, following in zip(walks, [*walks[1:], None], strict=True):
            end = following.first - 1 if following else None
            take_written_day(walk, self.lines[walk.first - 1 : end], self.around)
            take_signature(walk, self.around)
            walk.issues = apart_all(walk.issues, self.community)
            take_messages(walk, self.around, self.community, self.senses)
            days = len(walks) >= _FEWEST_DAYS
            take_stations(
                walk,
                self.community,
                spaced=self.spaced,
                days=days,
                beside={*self.doors, *self.placed},
                known={*self.placed, *walk.senders},
            )
            take_at_places(walk, self.community)
            take_stories(walk, self.community)
            walk.issues = apart_all(walk.issues, self.community)
            take_worded(walk)
            take_outcomes(walk, self.community, self.senses)
            kind = self._settle_kind(walk, end, kind)
            self._as_pasted(walk)
        return tuple(notes_of(walk, self.around, self.community) for walk in walks)

    def _settle_kind(self, walk: Gathered, end: int | None, above: str) -> str:
        """What kind of entry a walk is, after the one ``above`` it; a register's hours are those of its calls."""
        lines = ["" if n in self.sent else line for n, line in enumerate(self.lines[walk.first - 1 : end], walk.first)]
        walk.kind = kind_of(walk, lines, above)
        if walk.kind != "walk":
            walk.weak.pop("time", None)
        return walk.kind

    def _as_pasted(self, walk: Gathered) -> None:
        """Lines of the body that were only read smoothed stand there as they were pasted.

        A label that was drawn to its value is gone with that, and told of.
        """
        for number in [n for n in walk.body if n in self.drawn and self.drawn[n] not in walk.body]:
            walk.told.append(Fact("label", self.pasted[number - 1].strip(), self.pasted[number - 1].strip(), number))
            del walk.body[number]
        for number, line in walk.body.items():
            if line == self.lines[number - 1]:
                walk.body[number] = self.pasted[number - 1]

    def keep(self, number: int, line: str, *, mention: bool = True) -> None:
        """A line of the body; facts it mentions are taken, outside of what is only planned or said in a meeting."""
        self.walk.body[number] = line
        if self.sort == "aside":
            self.walk.aside.add(number)
        elif mention:
            self.lenient(number, line)

    def lenient(self, number: int, line: str) -> None:
        """Take the facts that a line of the body begins with or mentions."""
        line = corrected(line)
        header = read_header(line, self.around, number)
        facts = header.facts if header and any(f.name in STRONG for f in header.facts) else ()
        told = list(mentioned(line, self.around, number))
        self.walk.mention(fact for fact in told if fact.name == "route")
        self.walk.mention(_only_recent(facts, self.around))
        self.walk.mention(told)
        if not self.walk.issues and len(self.walk.body) <= _HEAD_LINES:
            told = list(head_facts(line, self.around, number)) if not complains(line) else []
            self.walk.mention(_gathered(told))

    def raise_issue(self, number: int, line: str, text: str, marker: Marker | None = None, **said: str) -> Raw:
        """A new issue."""
        state = state_of(text)
        text = f"{state.text.rstrip('。;；')},{state.word}" if state else text
        raw = Raw(text, line, [number], source=self.source, values=dict(said))
        if marker:
            raw.number, raw.ticked, raw.style = marker.number, marker.ticked, marker.style
        raw.stated = state is not None
        raw.settled = state.done if state else self.settled_here and not leaves_open(text)
        if self.place and "place" not in raw.values and (place := place_within(self.place, text, self.community)):
            raw.values["place"] = place
        self.walk.issues.append(raw)
        self.open = raw
        return raw

    def close(self) -> None:
        """No further line goes on with the issue above."""
        self.settle_doubt()
        self.open = None

    def settle_doubt(self, marker: Marker | None = None) -> None:
        """Lines between two numbered issues belong to the first one; those behind the last one to the body."""
        doubt, self.doubt = self.doubt, []
        if not doubt or self.open is None:
            return
        follows = marker is not None and (
            marker.number == (self.open.number or -1) + 1 or marker.number is self.open.number
        )
        follows = follows and not self.blank and len(doubt) <= MOST_WRAPPED
        evenly = is_broken_evenly([self.open.above, *(line for _, line in doubt)])
        for at, line in doubt:
            clause = is_clause(line) or (width(self.open.above.strip()) < NARROWEST and not goes_on_in_phrase(line))
            clause = clause and not is_cut(self.open.above, line)
            broken = bool(_SPLIT_WORD.match(aligned(line))) and is_settled(line)
            if not ((follows or broken) and self.go_on(at, line, clause=clause and not (broken or evenly))):
                self.keep(at, line)

    def go_on(self, number: int, line: str, *, clause: bool | None = None) -> bool:
        """Put a line to the issue above; false where that is too long already.

        ``clause``: the line begins a clause of its own (``None``: as its words say).
        """
        raw = self.open
        if raw is None or len(raw.text) + len(line) > LONGEST_TITLE:
            return False
        raw.text, raw.above = joined(raw.text, line, is_clause(line) if clause is None else clause), line
        raw.lines.append(number)
        return True

    def next_walk(self, first: int, *, same_day: bool = False) -> None:
        """The notes of another walk begin on the line ``first``; ``same_day``: on the day of the one before."""
        self.close()
        self.done.append(self.walk)
        day = self.walk.facts.get("date") if same_day else None
        self.walk = Gathered(first=first)
        self.walk.take([day] if day else [])
        self.sort, self.source, self.sheet, self.place = "plain", None, None, None
        self.settled_here = False
        self.expected = self.outer = 1

    def keep_more(self, number: int, text: str) -> None:
        """A piece of a line that is body; several pieces of one line stay in one line."""
        before = self.walk.body.get(number)
        self.walk.body[number] = f"{before} {text.strip()}" if before else text.strip()


_FEWEST_TICKETS = 2
"""Lines that open with a long number, from which on it is that of a ticket."""

_HEAD_LINES = 4
"""Lines of the body at the beginning of a walk, blank ones too, that may be its head."""


def _gathered(told: list[Fact]) -> list[Fact]:
    """Facts of a head, its people drawn together: 书记带队 小孟跟着."""
    people = [fact for fact in told if fact.name == "walkers"]
    names = tuple(dict.fromkeys(n for f in people for n in (f.value if isinstance(f.value, tuple) else ())))
    rest = [fact for fact in told if fact.name != "walkers"]
    line = people[0].line if people else 0
    return [*rest, Fact("walkers", names, " ".join(f.text for f in people), line, False)] if names else rest


def _only_recent(facts: tuple[Fact, ...], around: Surroundings) -> list[Fact]:
    """The facts of a sentence's beginning, without a day of long ago: 11月20日 下午开会 speaks of one to come."""
    return [
        f for f in facts
        if f.name not in ("title", "half-day", "start")
        and not (isinstance(f.value, date) and not 0 <= (around.today - f.value).days <= 45)
    ]  # fmt: skip


_FEWEST_BROKEN_APART = 3
"""Lines that end at one width, from which on a screen broke them though blank lines stand between them."""

_FEWEST_SPACED = 4
_FEWEST_DAYS = 3
"""Walks of a paste from which on it is a log of days."""


def _is_spaced(lines: Sequence[str]) -> bool:
    """Whether a blank line stands behind nearly every line, as a memo is copied: blanks part nothing then."""
    written = [n for n, line in enumerate(lines) if line.strip()]
    alone = sum(b - a > 1 for a, b in pairwise(written))
    return len(written) > _FEWEST_SPACED and alone >= 0.8 * (len(written) - 1)


def indented(line: str) -> int:
    """The columns a line is set in by."""
    return width(line[: len(line) - len(line.lstrip())].replace("\t", "    "))


def split_lines(text: str) -> list[str]:
    """The lines of a paste from any system."""
    return text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n").split("\n")
