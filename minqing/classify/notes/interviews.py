"""What residents asked and what they were answered, a line each: ``居民王师傅:楼下改了棋牌室`` – ``答:联系了消防``.

The question is the matter, the answer what came of it; a word of thanks and its courtesy stay in the body.
"""

from __future__ import annotations

from minqing.classify.notes.chats.chat import is_address
from minqing.classify.notes.reading import LONGEST_TITLE, Reading
from minqing.classify.sentence.matters import place_within
from minqing.classify.sentence.places import find_place
from minqing.classify.sentence.remarks import complains, is_remark
from minqing.domain.patterns import pattern
from minqing.text.normal import aligned

_ASKED = pattern(r"\s*(?P<who>[^\s:,。;]{2,14}?)(?:又)?(?:问|说|反映|讲|提出|建议)?\s*:\s*(?=\S)")
_ANSWERED = pattern(r"\s*(?:答复?|回复|回答|解答|我们答)\s*:\s*(?=\S)")
_COURTESY = pattern(r"\s*(?:应该的?|不客气|不谢|谢谢|感谢|没事|别客气|都是.{0,6}应该)")


def of_interview(reading: Reading, number: int, line: str) -> bool:
    """A resident's words with an answer on the next line: one matter, raised by them, with what they were told."""
    found = _ASKED.match(aligned(line[:40]))
    if found is None or reading.sort == "aside" or len(line) > LONGEST_TITLE or not is_address(found["who"]):
        return False
    below = reading.lines[number] if number < len(reading.lines) else ""
    answered = _ANSWERED.match(aligned(below[:20]))
    if answered is None:
        return False
    text, answer = line[found.end() :].strip(), below[answered.end() :].strip()
    reading.close()
    reading.taken.add(number + 1)
    if _COURTESY.match(aligned(answer)) or (is_remark(text) and not complains(text)):
        reading.keep(number, line, mention=False)
        reading.keep(number + 1, below, mention=False)
        return True
    who = line[slice(*found.span("who"))]
    raw = reading.raise_issue(number, line, text, None, reporter=who)
    place = place_within(find_place(who, reading.community), text, reading.community)
    raw.values |= {"place": place} if place else {}
    reading.go_on(number + 1, answer, clause=True)
    reading.open = None
    return True
