"""Bare lines that no structure makes a matter, and matters that nothing but structure makes: weighed by their words.

Asked once a walk is read, and only of lines that say what is wrong, wished for or done. A line that opens with its
place is taken as it is, before the stories are read; any other is doubted: what is learned of words errs in one of ten.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import islice

from minqing.classify.models.roles import Role, roles
from minqing.classify.notes.gathered import Gathered, Raw
from minqing.classify.notes.scenes import counted_clauses, parts_of
from minqing.classify.notes.stations import without_hour
from minqing.classify.sentence.endings import is_settled
from minqing.classify.sentence.markers import issue_marker
from minqing.classify.sentence.places import find_place
from minqing.classify.sentence.remarks import asks_for, complains, is_promise, is_remark, points_back
from minqing.domain.community import Community
from minqing.domain.patterns import pattern
from minqing.text.normal import aligned

SURE = 0.88
"""How likely a bare line is a matter from which on it is taken for one: of forty in pastes that nothing was learned
from two were none."""

HARDLY = 0.15
"""How likely a matter is one below which a person is asked."""

MOST = 200
"""Lines of a walk that are asked about: ten milliseconds each."""

SHORTEST, LONGEST = 7, 120
"""Letters of a bare line that is asked about; a longer one is a paragraph of the diary."""

_SAYS = pattern(r"(?:[\u4e00-\u9fff].*){5}")
_HEADS = pattern(r".*:\s*$|\s*[@#\[「『]|\s*\d+[^\w\s]")
"""A heading, somebody called on, a quotation, a number before a sign that nobody knows."""


def take_at_places(walk: Gathered, community: Community) -> None:
    """Raise the bare lines of the body that open with their place, come to no other, and most likely are matters."""
    lines = ((n, line) for n, line in _bare_lines(walk) if _is_at_one_place(line, community))
    _raise(walk, lines, doubted=False)


def take_worded(walk: Gathered) -> None:
    """Raise the bare lines that are left and most likely are matters, and doubt the matters that hardly are."""
    told = "\n".join(raw.above for raw in walk.issues if raw.loose)
    _raise(walk, ((n, line) for n, line in _bare_lines(walk) if line not in told), doubted=True)
    _doubt(walk.issues)


def _raise(walk: Gathered, lines: Iterable[tuple[int, str]], *, doubted: bool) -> None:
    asked = list(islice(lines, MOST))
    for (number, line), role in zip(asked, _heard([line for _, line in asked]), strict=False):
        if role.matter >= SURE:
            del walk.body[number]
            walk.issues.append(Raw(line, line, [number], loose=True, doubted=doubted))
    walk.issues.sort(key=lambda raw: raw.lines[0])


def _bare_lines(walk: Gathered) -> Iterator[tuple[int, str]]:
    """The lines that may be matters: of no chat, told no fact of the walk, below no plan, no remark."""
    if walk.senders:
        return
    told = {fact.line for fact in (*walk.told, *walk.facts.values(), *walk.weak.values())}
    told |= walk.aside | {n for raw in walk.issues for n in raw.lines} | {outcome.line for outcome in walk.outcomes}
    for number in sorted(set(walk.body) - told):
        line = walk.body[number].strip()
        if SHORTEST <= len(line) <= LONGEST and _may_be_one(line):
            yield number, line


def _may_be_one(line: str) -> bool:
    """Whether a line says what is wrong, wished for or done, and its form does not make it something else."""
    plain = aligned(without_hour(line))
    if not _SAYS.search(plain) or _HEADS.match(plain) or issue_marker(line, 1) or not _says_what(line):
        return False
    return not (is_remark(line) or is_promise(line) or points_back(line))


def _says_what(text: str) -> bool:
    """Whether the words say what is wrong, wished for or done."""
    return complains(text) or asks_for(text) or is_settled(text)


_SENTENCES = pattern("[。!?;]")
_TOLD_AS_WELL = pattern("[。!?;][他她]?们?(?:还|又)(?:想|要|说|讲|问|反映|提)")
"""A further matter of whoever told the first."""


def _is_at_one_place(line: str, community: Community) -> bool:
    """Whether a line opens with a place, behind the hour perhaps, and no sentence of it comes to another."""
    text = without_hour(line)
    place = find_place(text, community)
    if not place or not text.startswith(place) or counted_clauses(text) or _TOLD_AS_WELL.search(aligned(text)):
        return False
    ends = [found.end() for found in _SENTENCES.finditer(aligned(text))]
    sentences = [text[a:b] for a, b in zip([0, *ends], [*ends, len(text)], strict=True)]
    return sum(part.place is not None for said in sentences for part in parts_of(said, community)) == 1


def _heard(lines: Sequence[str]) -> list[Role]:
    """What lines are, by the ear of the encoder; where it does not run the words above decide alone."""
    found = roles(lines) if lines else []
    return found if all(role.heard for role in found) else []


def _doubt(raws: Sequence[Raw]) -> None:
    """Doubt the matters whose words say nothing that is wrong, wished for or done, and that hardly sound like one."""
    quiet = [raw for raw in raws if not _says_what(raw.text)][:MOST]
    for raw, role in zip(quiet, _heard([raw.text for raw in quiet]), strict=False):
        raw.doubted |= role.matter < HARDLY
