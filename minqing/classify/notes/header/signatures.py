"""The day beside a title of any name, or in the signature at the end: ``居委会 2026年11月16日``, ``—— 王丽 11.16``."""

from __future__ import annotations

from minqing.classify.notes.gathered import Gathered
from minqing.classify.notes.header.facts import DATE, WEEKDAY, Fact, Surroundings, read_date
from minqing.classify.sentence.people import people_of
from minqing.domain.patterns import pattern
from minqing.text.normal import aligned

_SIGNED = pattern(rf"\s*(?P<stroke>[-—–―]*)\s*(?P<who>[^,。;!?]{{0,24}}?)[\s:,]*[(]?(?P<day>{DATE})[)]?\s*$")
_TITLED = pattern(
    rf"\s*[【\[《<]?[^\d,。;:!?]{{2,16}}(?:[】\]》>\s]\s*[(]?|[(])(?P<day>{DATE})(?:\s?{WEEKDAY})"
    rf"?[)]?\s*$"
)
"""A title of any name and a day: 【网格日报】2026-11-17."""

_BODY = pattern(r"居委会|社区|委员会|党支部|党委|工作站|服务站|记录|填报|填表|整理|汇报|报送|日期")
_LAST_LINES = 2
_LONGEST = 60
"""Letters of a title or signature; what is longer is not looked at."""


def take_signature(walk: Gathered, around: Surroundings) -> None:
    """Take the day a walk's notes are signed with, where no header tells it; the line stays in the body."""
    if "date" in walk.facts or "weekday" in walk.facts:
        return
    numbers = sorted(n for n, line in walk.body.items() if line.strip())
    for number in numbers[:1]:
        found = _TITLED.match(_short(walk.body[number]))
        day = read_date(found["day"], around) if found else None
        if found and day:
            walk.weak["date"] = Fact("date", day, found["day"], number, False)
            return
    last_issue = max((raw.lines[-1] for raw in walk.issues), default=0)
    for number in [n for n in numbers if n > last_issue][-_LAST_LINES:]:
        found = _SIGNED.match(_short(walk.body[number]))
        day = read_date(found["day"], around) if found and _signs(found["stroke"], found["who"], around) else None
        if found and day:
            walk.weak["date"] = Fact("date", day, found["day"], number, False)


def _short(line: str) -> str:
    """A line that may be a title or a signature, without the blanks it is set in by; nothing for a longer one."""
    plain = aligned(line).strip()
    return plain if len(plain) <= _LONGEST else ""


def _signs(stroke: str, who: str, around: Surroundings) -> bool:
    """Whether a day stands behind a stroke, a body or a person, as below a letter."""
    name = who.strip(" :")
    return bool(stroke or _BODY.search(name) or people_of(name, around.people))
