"""Lines that say in their first word what they are: ``【已处理】6号楼纸箱``, ``看:2号楼堆着垃圾``, ``答:暖气不热``."""

from __future__ import annotations

import re
from collections.abc import Mapping

from minqing.classify.endings import is_settled
from minqing.classify.marks import marks
from minqing.classify.places import find_place
from minqing.classify.reading import LONGEST_TITLE, Reading
from minqing.classify.remarks import complains, is_remark
from minqing.classify.states import state_of
from minqing.classify.told import dictated_parts
from minqing.domain.patterns import pattern
from minqing.text.normal import aligned

SOURCES: Mapping[str, str | None] = {"看": "seen", "听": "heard", "答": "asked", "问": "asked", "办": None}
"""The method's words before a colon, and how a matter behind them was found out."""

_METHOD = pattern(r"\s*(?P<word>[看听问答办])(?:到|见)?\s*:\s*(?=\S)")


def of_state(reading: Reading, number: int, line: str) -> bool:
    """``【未处理】2号楼井盖``: a matter, and whether it was settled, wherever it stands outside of plans."""
    if reading.sort == "aside" or len(line) > LONGEST_TITLE or state_of(line) is None:
        return False
    reading.close()
    reading.raise_issue(number, line, line.strip())
    return True


def of_dictation(reading: Reading, number: int, line: str) -> bool:
    """A line spoken without a stop: what stands before the first house stays, each house has its matter."""
    split = None if reading.sort == "aside" else dictated_parts(line)
    if split is None:
        return False
    reading.close()
    before, parts = split
    if before.strip():
        reading.keep(number, before)
    for part in parts:
        reading.raise_issue(number, line, part.strip())
    reading.open = None
    return True


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


_PLACE = pattern(r"\s*(?:地点|位置|楼栋|楼号|点位|地址)\s*:\s*(?=\S)")


def of_method(reading: Reading, number: int, line: str) -> bool:
    """``看:…``, ``听:…``, ``答:…`` with something wrong or settled behind it; ``问:热不热?`` is none."""
    found = _METHOD.match(aligned(line[:40]))
    if found is None or reading.sort == "aside" or len(line) > LONGEST_TITLE:
        return False
    text = line[found.end() :]
    if is_remark(text) or not (is_settled(text) if found["word"] == "办" else _is_matter(text, reading)):
        return False
    reading.close()
    before, reading.source = reading.source, SOURCES[found["word"]] or reading.source
    reading.raise_issue(number, line, text.strip())
    reading.source, reading.open = before, None
    return True


def _is_matter(text: str, reading: Reading) -> bool:
    asks = aligned(text).rstrip().endswith("?") or re.search(r"[吗呢么]\s*$", text)
    signs = marks(text, reading.community)
    return not asks and bool(complains(text) or is_settled(text) or signs.category or signs.tier)
