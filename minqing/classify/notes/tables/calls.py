"""Lines of what came in by telephone, each a matter by itself.

``9:10 王女士来电 3号楼灯不亮``, ``工单20261116005 东门占道``.
"""

from __future__ import annotations

from minqing.classify.notes.behind_doors import is_called
from minqing.classify.notes.header.facts import DATE, Fact
from minqing.classify.notes.reading import LONGEST_TITLE, Reading
from minqing.classify.sentence.clocks import CLOCK
from minqing.classify.sentence.markers import issue_marker
from minqing.classify.sentence.matters import place_within, sounds_like_one
from minqing.classify.sentence.places import find_place
from minqing.classify.sentence.remarks import is_remark
from minqing.classify.sentence.tickets import ticket_of
from minqing.text.compiled import compiled
from minqing.text.normal import aligned

_CALL = (
    rf"\s*(?:(?:{DATE})[\s,]*)?(?P<when>(?:{CLOCK})?(?:许|左右)?)[\s,、:]*"
    r"(?P<who>[^\s,。;:、!?]{0,12}?)(?:来电(?!登记|记录|台账|汇总|情况|受理|人|号码|时间)|致电|打来电话|来电话|打电话来|打来|电话(?:反映|咨询|投诉|报修|求助))(?:反映|咨询|投诉|报修|求助|称|说|问)?[\s,:、]*(?=\S{2})"
)
"""Who called and when, before what was said."""


def of_call(reading: Reading, number: int, line: str) -> bool:
    """A call or a ticket with what it is about, outside of plans; one in a list is read by its number or bullet."""
    if reading.sort == "aside" or reading.sheet or len(line) > LONGEST_TITLE or issue_marker(line, reading.expected):
        return False
    ticket = ticket_of(line)
    if ticket and not ticket.named and number in reading.tickets:
        reading.close()
        reading.raise_issue(number, line, line[ticket.end :].strip(), None, ticket=ticket.number).loose = True
        return True
    if ticket and ticket.named and not aligned(line).rstrip().endswith(":"):
        reading.close()
        reading.raise_issue(number, line, line.strip()).loose = True
        return True
    return _of_caller(reading, number, line)


def _of_caller(reading: Reading, number: int, line: str) -> bool:
    found = compiled(_CALL).match(aligned(line)) if "电" in line or "打来" in line else None
    said = line[found.end() :] if found else ""
    if found is None or is_remark(said) or not sounds_like_one(said, find_place(said, reading.community)):
        return False
    reading.close()
    who = line[slice(*found.span("who"))]
    place = find_place(who, reading.community)
    caller = who[len(place) :] if place and who.startswith(place) else who
    values = {"reporter": caller} if caller and is_called(caller) else {}
    own = place_within(place, said, reading.community) if place else None
    values |= {"place": own} if own else {}
    raw = reading.raise_issue(number, line, line[found.start("who") :].strip(), None, **values)
    raw.loose = True
    if when := line[: found.start("who")].strip():
        reading.walk.told.append(Fact("label", when, when, number))
    return True
