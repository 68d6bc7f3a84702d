"""Lines that are names and no more: who walked, at the head of the notes or at their end."""

from __future__ import annotations

import re

from minqing.classify.notes.header.facts import NAMES, PICTURES, Fact
from minqing.classify.notes.reading import Reading
from minqing.classify.sentence.people import is_titled, looks_like_a_person, people_of
from minqing.domain.patterns import pattern
from minqing.text.normal import aligned

_LONGEST_NAMES = 60


_PICTURES = pattern(f"[{PICTURES}]")
_CALLS = pattern(r"\s*(?P<label>[\u4e00-\u9fff]{1,6})\s?:\s?")


def _called(listed: str, line: str, reading: Reading) -> tuple[str, ...]:
    """The names of a line of names; each behind an @ is one as it stands."""
    words = line.split()
    called = [word[1:] for word in words if word[:1] in "@＠" and 1 < len(word) <= _LONGEST_CALLED]
    if called and len(called) == len(_TOGETHER.sub("", line).split()):
        return tuple(called)
    return people_of(listed, reading.around.people)


_LONGEST_CALLED = 9
_TOGETHER = pattern(r"[\s,，]*(?:一起走?的?|同行|一同|一道|走的|参加)[。.]?\s*$")
_OTHER_PEOPLE = pattern(
    "联系|负责|责任|值班|电话|请假|缺|感谢|表扬|反映|记录|填|汇报|报送|审|签|抄|收|通知|找|问|谢|访|看望|慰问|户|困难|来|会"
)
"""What stands before names of people who did not walk."""


def _more_below(reading: Reading, number: int) -> bool:
    """Whether anything stands below a line."""
    return any(line.strip() for line in reading.lines[number:])


def _is_known(names: tuple[str, ...], reading: Reading) -> bool:
    """Whether one of the words is a person by the settings or by a title."""
    return any(name in reading.around.people or is_titled(name) for name in names)


def of_names(reading: Reading, number: int, line: str) -> bool:
    """Two names and more alone on a line at the head of the notes or at their end: who walked.

    Who is written as 我 is not known from that; the line stays then. So it does where nothing but their letters makes
    the words names: 石子、黄沙 may be a matter.
    """
    walk, written = reading.walk, line
    line = _PICTURES.sub(" ", line).strip()
    if len(line) > _LONGEST_NAMES or reading.sort == "aside" or NAMES & {*walk.facts, *walk.weak}:
        return False
    label = _CALLS.match(aligned(line))
    if label and (_OTHER_PEOPLE.search(label[0]) or looks_like_a_person(label["label"])):
        return False
    listed = _TOGETHER.sub("", line[label.end() if label else 0 :].replace("@", " ")).strip(" 。.、,，")
    names = _called(listed, line, reading)
    themselves = sum("我" in part for part in re.split(r"[\s、,，+和跟与]", listed))
    if len(names) + themselves < 2 or not names or (walk.issues and _more_below(reading, number)):
        return False
    reading.close()
    sure = bool(label) or listed != line.strip(" 。.、,，") or _is_known(names, reading)
    whole = not themselves and sure and line == written.strip()
    walk.take([Fact("walkers", names, line, number, whole)])
    if not whole:
        walk.body[number] = written
    return True
