"""The free part of an entry: what the walkers wrote under 走, 看, 听, 问, 记 and 办."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date

from minqing.demo import page_words as words
from minqing.demo.chance import Chance
from minqing.demo.days import MONDAYS, is_wet
from minqing.demo.ground import HOUSES, SPOTS

HEADINGS_SINCE = 2013
"""Before, the page was a few sentences without headings."""

_OFTEN = {"看": 70, "听": 66, "问": 36, "记": 60, "办": 62}
"""How often a heading is there, in percent; 走 always is."""


def walk_page(chance: Chance, day: date, sky: str, route: str, walkers: Sequence[str], counts: tuple[int, int]) -> str:
    """The page of a walk; ``counts`` are its matters and those settled on the way."""
    slots = _slots(chance, route, walkers, counts)
    parts = {"走": _walked(chance, day, sky, slots)}
    tables: Mapping[str, Sequence[str]] = {
        "看": words.SIGHTS, "听": words.SMALL_TALK, "问": words.QUESTIONS,
        "记": words.NOTED if counts[0] else words.NOTED_NONE, "办": words.AFTERNOON,
    }  # fmt: skip
    for heading, table in tables.items():
        if chance.happens(_OFTEN[heading] if day.year >= HEADINGS_SINCE else _OFTEN[heading] // 2):
            parts[heading] = chance.phrase(chance.one(table), slots)
    if day.year < HEADINGS_SINCE:
        return "".join(parts.values()) + "\n"
    return "\n\n".join(f"## {heading}\n{text}" for heading, text in parts.items()) + "\n"


def _walked(chance: Chance, day: date, sky: str, slots: Mapping[str, str]) -> str:
    """How it was walked, with what is special about the day or the season."""
    said = [words.SPECIAL.get(day.isoformat(), ""), _milestone(day)]
    said.append(chance.phrase(chance.one(words.WALKED), slots))
    if is_wet(sky) and chance.happens(60):
        said.append(chance.phrase(chance.one(words.WET_WALK), slots))
    elif chance.happens(64):
        said.append(chance.phrase(chance.one(words.SEASONS[day.month - 1]), slots))
    return "".join(said)


def _milestone(day: date) -> str:
    number = MONDAYS.index(day) + 1
    return f"今天是第{number}个周一。" if number % 100 == 0 else ""


def second_page(chance: Chance, what: str, walkers: Sequence[str]) -> str:
    """The page of a second walk of a day."""
    return f"{what},{'、'.join(walkers[:2])}带着{chance.one(('手电', '铁锹', '喇叭', '本子'))}又走了一趟。\n"


def visit_page(chance: Chance, walkers: Sequence[str]) -> str:
    """The page of a visit."""
    return chance.phrase(chance.one(words.VISITED), _slots(chance, "", walkers, (0, 0))) + "\n"


def meeting_page(chance: Chance) -> str:
    """The page of a meeting of residents."""
    return chance.phrase(chance.one(words.MET)) + "\n"


def _slots(chance: Chance, route: str, walkers: Sequence[str], counts: tuple[int, int]) -> dict[str, str]:
    routes = {"雨雪天短线": "走短线", "加走外围": "走完院里又加走外围"}
    return {
        "route": routes.get(route, route), "names": "、".join(chance.some(walkers, 2)), "n": str(counts[0]),
        "done": str(counts[1]), "house": chance.one(HOUSES).name, "spot": chance.one(SPOTS),
        "lead": chance.one(words.LEADS),
    }  # fmt: skip
