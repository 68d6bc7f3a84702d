"""Matters one a line, without a walk around them, as ``add`` takes them from standard input."""

from __future__ import annotations

from minqing.classify.notes.gathered import Raw, all_noted
from minqing.classify.notes.header.facts import Fact, Surroundings
from minqing.classify.notes.header.headers import read_header
from minqing.classify.notes.paste import NotedIssue
from minqing.classify.notes.reading import indented, split_lines
from minqing.classify.notes.wraps import bond, is_clause, joined
from minqing.classify.sentence.markers import issue_marker
from minqing.classify.sentence.places import find_place
from minqing.classify.sentence.remarks import asks_for, complains
from minqing.classify.sentence.reporters import find_reporter
from minqing.classify.sentence.tickets import opens_with_number
from minqing.domain.community import Community
from minqing.domain.patterns import pattern

_CUT_OFF = pattern(r"(?:说|反映|特别是|尤其是?|因为|由于|要求|希望|建议|[家的在把被和与跟给让请对从向往看很太还又])$")
"""The end of a line on which no sentence ends."""


def listed(text: str, around: Surroundings, community: Community) -> tuple[NotedIssue, ...]:
    """Every line that has words as an issue, its marker and marks read; those of ``facts_alone`` are none.

    A line that is set in goes on with the one above where that has a number or bullet, or where it plainly tells of
    no matter of its own.
    """
    raws: list[Raw] = []
    expected, marked = 1, False
    for number, line in enumerate(split_lines(text), 1):
        if not any(c.isalnum() for c in line) or _facts_of(line, around, number):
            continue
        marker = issue_marker(line, expected)
        deeper = raws and marker is None and indented(line) > indented(raws[-1].above) + 1
        if deeper and (marked or _goes_on(raws[-1].above, line.strip(), community)):
            raws[-1].text = joined(raws[-1].text, line, is_clause(line))
            raws[-1].lines.append(number)
            continue
        said = line[marker.length :] if marker else line.strip()
        raws.append(Raw(said, line, [number], ticked=bool(marker and marker.ticked)))
        expected, marked = ((marker.number if marker else None) or expected - 1) + 1, marker is not None
    return all_noted(raws, community)


def facts_alone(text: str, around: Surroundings) -> tuple[Fact, ...]:
    """The facts of a walk on lines that say nothing else: ``11月18日 周三 晴``, ``参加:张书记``, ``4773步``."""
    lines = enumerate(split_lines(text), 1)
    return tuple(fact for number, line in lines for fact in _facts_of(line, around, number))


def _facts_of(line: str, around: Surroundings, number: int) -> tuple[Fact, ...]:
    header = read_header(line, around, number)
    return header.facts if header and header.whole and any(f.name != "title" for f in header.facts) else ()


def _goes_on(above: str, line: str, community: Community) -> bool:
    """Whether a line without a marker of its own is the end of the sentence above, and no other matter."""
    if bond(above.strip(), line, listed=True, broken_at=None) == "same" or _CUT_OFF.search(above.rstrip()):
        return True
    if find_place(line, community) or opens_with_number(line):
        return False
    return is_clause(line) or not (find_reporter(line) or complains(line) or asks_for(line))
