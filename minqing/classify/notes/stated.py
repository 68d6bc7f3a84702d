"""Lines that say in their first word what they are: ``【已处理】6号楼纸箱``, ``看:2号楼堆着垃圾``, ``答:暖气不热``."""

from __future__ import annotations

import re
from collections.abc import Mapping

from minqing.classify.notes.chats.chat import is_address
from minqing.classify.notes.chats.senders import is_reply
from minqing.classify.notes.gathered import Raw
from minqing.classify.notes.header.facts import Fact
from minqing.classify.notes.reading import LONGEST_TITLE, Reading
from minqing.classify.notes.sections import heading
from minqing.classify.notes.tables.columns import COLUMNS
from minqing.classify.notes.tables.sheets import NOBODY, ends_well
from minqing.classify.notes.told import dictated_parts
from minqing.classify.sentence.certainty import takes_back
from minqing.classify.sentence.endings import is_settled
from minqing.classify.sentence.markers import issue_marker
from minqing.classify.sentence.marks import marks
from minqing.classify.sentence.matters import place_within
from minqing.classify.sentence.places import find_place
from minqing.classify.sentence.remarks import complains, is_remark
from minqing.classify.sentence.reporters import find_reporter
from minqing.classify.sentence.states import state_of
from minqing.domain.patterns import pattern
from minqing.text.normal import aligned

SOURCES: Mapping[str, str | None] = {"看": "seen", "听": "heard", "答": "asked", "问": "asked", "办": None}
"""The method's words before a colon, and how a matter behind them was found out."""

_METHOD = pattern(r"\s*(?P<word>[看听问答办])(?:到|见)?\s*:\s*(?=\S)")


def of_state(reading: Reading, number: int, line: str) -> bool:
    """``【未处理】2号楼井盖``, ``楼道灯不亮【已报修】``: a matter, and whether it was settled, outside of plans."""
    state = None if reading.sort == "aside" or len(line) > LONGEST_TITLE else state_of(line)
    if state is None or issue_marker(line, reading.expected):
        return False
    if not state.opens and not (complains(state.text) or find_place(state.text, reading.community)):
        return False
    reading.close()
    reading.raise_issue(number, line, line.strip())
    return True


def of_dictation(reading: Reading, number: int, line: str) -> bool:
    """A line spoken without a stop: what stands before the first house stays, each house has its matter."""
    split = None if reading.sort == "aside" else dictated_parts(line, reading.community)
    if split is None:
        return False
    reading.close()
    if split.story or split.before.strip():
        reading.keep(number, line if split.story else split.before)
    for part in split.parts:
        reading.raise_issue(number, line, part.strip()).loose = True
    reading.open = None
    return True


def of_slashed(reading: Reading, number: int, line: str) -> bool:
    """``一号楼/声控灯不灵/已换``: a house, what is wrong there and what was done, between strokes."""
    place, *said = (part.strip() for part in re.split(r"[/／]", line)) if len(line) <= 120 else ("",)
    said = [part for part in said if part]
    if not said or reading.sort == "aside" or not place or find_place(place, reading.community) != place:
        return False
    text = ",".join(said)
    if is_remark(text) or place_within(place, text, reading.community) is None:
        return False
    if not (len(said) > 1 or complains(text) or is_settled(text)):
        return False
    reading.close()
    reading.raise_issue(number, line, text, place=place)
    reading.open = None
    return True


def of_house_list(reading: Reading, number: int, line: str) -> bool:
    """``2号楼:门禁坏、灯不亮``: a house and a row of what is wrong there."""
    house, sign, _ = aligned(line).partition(":")
    parts = [p for p in re.split(r"[、;,]", line[len(house) + 1 :]) if p.strip()] if sign and len(line) <= 120 else []
    if len(parts) < 2 or reading.sort == "aside" or find_place(house, reading.community) != house.strip():
        return False
    if not all(len(p.strip()) <= _LONGEST_PART and (complains(p) or is_settled(p)) for p in parts):
        return False
    reading.close()
    for part in _with_outcomes(parts):
        raw = reading.raise_issue(number, line, part.strip().rstrip("。"))
        raw.values.setdefault("place", line[: len(house)].strip())
        raw.loose = True
    reading.open = None
    return True


_LONGEST_PART = 14


def _with_outcomes(parts: list[str]) -> list[str]:
    """The matters of a row, what was done about one (已由物业修补), or was not after all, with the one before it."""
    matters: list[str] = []
    for part in parts:
        done = matters and is_settled(f"{matters[-1]},{part}") and not complains(part)
        if done or (matters and is_settled(matters[-1]) and takes_back(part)):
            matters[-1] = f"{matters[-1]},{part.strip()}"
        else:
            matters.append(part)
    return matters


def of_place_label(reading: Reading, number: int, line: str) -> bool:
    """``地点:6号楼``: the place of the matter below; the line stays in the body."""
    found = _PLACE.match(aligned(line))
    place = found and line[found.end() :].strip()
    if not place or reading.sort == "aside" or find_place(place, reading.community) != place:
        return False
    reading.close()
    reading.place = place
    reading.walk.body[number] = line
    return True


_TOLD_BESIDE = ("place", "reporter", "owner")
_LABELS = "|".join(word for name in _TOLD_BESIDE for word in COLUMNS[name])
_VALUE = pattern(rf"\s*[【\[]?(?P<label>{_LABELS})[】\]]?\s*:\s*(?=\S)")
_LONGEST_VALUE = 24


def of_value(reading: Reading, number: int, line: str) -> bool:
    """``反映人:陈师傅`` below a matter, as forms have it: a value of that matter."""
    found = _VALUE.match(aligned(line[:40]))
    raw = reading.open
    if raw and _outcome(reading, raw, number, line):
        return True
    if found is None or raw is None or reading.blank or reading.doubt:
        return False
    name = next(n for n in _TOLD_BESIDE if found["label"] in COLUMNS[n])
    value = line[found.end() :].strip().rstrip("。;；")
    if len(value) > _LONGEST_VALUE or name in raw.values:
        return False
    if NOBODY.search(aligned(value)):
        return reading.go_on(number, line, clause=True)
    raw.values[name] = value
    raw.lines.append(number)
    raw.above = line
    reading.walk.told.append(Fact("label", line.strip(), line.strip(), number))
    return True


_OUTCOME = pattern(
    rf"\s*[^\s:,。;]{{0,6}}?(?:{'|'.join(sorted(COLUMNS['outcome'], key=len, reverse=True))})\s*:\s*(?=\S)"
)


def _outcome(reading: Reading, raw: Raw, number: int, line: str) -> bool:
    """``问题1是否解决:是`` below a matter, as forms have it: whether it was settled, in a word or in more."""
    found = _OUTCOME.match(aligned(line[:40]))
    value = line[found.end() :].strip().rstrip("。;；") if found else ""
    if not value or reading.blank:
        return False
    if len(value) > _SHORT_OUTCOME or (value.isalpha() and is_settled(value)):
        of_all = heading(line)
        return not (reading.doubt or (of_all and of_all.sort == "outcomes")) and reading.go_on(
            number, line, clause=True
        )
    raw.ticked = raw.ticked or ends_well(value)
    raw.lines.append(number)
    raw.above = line
    reading.walk.told.append(Fact("label", line.strip(), line.strip(), number))
    return True


_SHORT_OUTCOME = 2
"""Letters of an outcome that is a word alone (是, 否, 无); more of it is a part of the matter's story."""

_QUOTATION = pattern(
    r"\s*(?P<who>[^\s:,。;!?\"“”]{2,14}?)(?:来?说|反映|讲|问|表示|提出)?\s*[:,]?\s*[\"“](?P<text>[^\"“”]{4,200})[\"”](?P<tail>[^\"“”]{0,20})$"
)


def of_quotation(reading: Reading, number: int, line: str) -> bool:
    """``5号楼王大妈说:"楼道灯坏了"``: what a resident said, in their words."""
    found = _QUOTATION.match(aligned(line[:300]))
    if found is None or reading.sort == "aside" or not is_address(found["who"]):
        return False
    text, who = line[slice(*found.span("text"))], line[slice(*found.span("who"))]
    if is_remark(text) or is_reply(text):
        return False
    reading.close()
    said = text.rstrip("。.") + line[slice(*found.span("tail"))].rstrip("。. ")
    raw = reading.raise_issue(number, line, said, reporter=who)
    place = place_within(find_place(who, reading.community), said, reading.community)
    raw.values |= {"place": place} if place else {}
    reading.walk.told.append(Fact("sender", who, line[: found.start("text")].strip(), number))
    raw.loose = True
    reading.open = None
    return True


_PLACE = pattern(r"\s*(?:地点|位置|楼栋|楼号|点位|地址)\s*:\s*(?=\S)")


def of_method(reading: Reading, number: int, line: str) -> bool:
    """``看:…``, ``听:…``, ``答:…`` with something wrong or settled behind it; ``问:热不热?`` is none."""
    found = _METHOD.match(aligned(line[:40]))
    if found is None or reading.sort == "aside" or len(line) > LONGEST_TITLE:
        return False
    text = line[found.end() :]
    answer = text.rfind("答") if found["word"] == "问" else -1
    if answer >= 0 and aligned(text)[answer + 1 : answer + 2] == ":" and _is_matter(text[answer + 2 :], reading):
        reading.close()
        reading.raise_issue(number, line, text[answer + 2 :].strip()).source = SOURCES["答"]
        reading.open = None
        reading.walk.body[number] = line[: found.end() + answer]
        return True
    if found["word"] == "问" and _ASKED.search(aligned(text)):
        return False
    if is_remark(text) or not (is_settled(text) if found["word"] == "办" else _is_matter(text, reading)):
        return False
    reading.close()
    before, reading.source = reading.source, SOURCES[found["word"]] or reading.source
    reading.raise_issue(number, line, text.strip())
    reading.source, reading.open = before, None
    return True


_ASKED = pattern("怎么|什么|几|多少|哪|吗|呢|是否|有没有|[?]")
"""Words of a question of those who walk, with its answer perhaps: 老人吃饭怎么解决——多数自己做."""


def _is_matter(text: str, reading: Reading) -> bool:
    if find_reporter(text) and not is_remark(text):
        return True
    asks = aligned(text).rstrip().endswith("?") or re.search(r"[吗呢么]\s*$", text)
    signs = marks(text, reading.community)
    return not asks and bool(complains(text) or is_settled(text) or signs.category or signs.tier)


def of_signs(reading: Reading, number: int, line: str) -> bool:
    """A line without number that carries ``#绿化`` or ``!大事`` is meant as an issue."""
    if reading.sort == "aside" or len(line) > LONGEST_TITLE or aligned(line).lstrip()[:1] in "#!":
        return False
    read = marks(line, reading.community)
    if read.category is None and read.tier is None:
        return False
    reading.close()
    reading.raise_issue(number, line, line.strip()).loose = True
    reading.open = None
    return True
