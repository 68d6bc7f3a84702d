"""Lines of notes without any number or bullet that may be matters all the same: offered to a person, never taken."""

from __future__ import annotations

from datetime import date

from minqing.classify.notes.chats.chat import envelope, is_thing
from minqing.classify.notes.paste import Notes, surroundings
from minqing.classify.sentence.endings import is_settled
from minqing.classify.sentence.places import find_place
from minqing.classify.sentence.remarks import complains, is_remark
from minqing.domain.community import Community
from minqing.domain.patterns import pattern
from minqing.text.normal import half_width

LONGEST = 60
"""Characters of the longest line that is offered; a longer one is a paragraph of the diary."""

_WORDS = pattern(r"(?:[\u4e00-\u9fff].*){3}|\d.*[\u4e00-\u9fff].*[\u4e00-\u9fff]")
"""The least a matter says: 路灯坏, 5楼灯."""

_NO_MATTER = pattern(r"\s*@|.*:\s*$|.*\d:\d\d\s*[-~—至到]\s*\d")
"""A line that calls on somebody, a heading, a span of time."""


def unmarked_matters(notes: Notes, today: date, community: Community) -> tuple[str, ...]:
    """The lines of the body that may be matters; where the notes have others that are sure, those alone that complain
    of a place.

    A line is one that names a place, complains, or was settled; none that told a fact of the walk, that a messenger
    made, that praises, plans or speaks of the weather.
    """
    told, around = {fact.line for fact in notes.facts}, surroundings(today, community)
    told |= {number for issue in notes.issues for number in issue.lines}
    told |= {news.line for news in notes.news}
    sure = any(not issue.doubted for issue in notes.issues)
    lines = zip(notes.body_lines, filter(str.strip, notes.body.split("\n")), strict=False)
    return tuple(
        line.strip()
        for number, line in lines
        if number not in told
        and not (envelope(line, around) or is_thing(line) or is_remark(line))
        and _may_be_one(line, community)
        and not (sure and not (complains(line) and find_place(line, community)))
    )


def _may_be_one(line: str, community: Community) -> bool:
    plain = half_width(line)
    if len(line) > LONGEST or not _WORDS.search(plain) or _NO_MATTER.match(plain):
        return False
    return bool(find_place(line, community)) or complains(line) or is_settled(line)


def without_lines(body: str, lines: tuple[str, ...]) -> str:
    """``body`` without some of its lines, each taken out once."""
    left, kept = list(lines), []
    for line in body.split("\n"):
        if line.strip() in left:
            left.remove(line.strip())
        else:
            kept.append(line)
    return "\n".join(kept)
