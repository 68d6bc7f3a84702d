"""Lines without a mark in a list of places: what is wrong there, or that nothing is."""

from __future__ import annotations

import re

from minqing.classify.models.roles import roles
from minqing.classify.notes.behind_doors import is_nothing, told_behind
from minqing.classify.notes.placed import Placed
from minqing.classify.notes.plans import kept_plan
from minqing.classify.notes.reading import Reading
from minqing.classify.sentence.markers import issue_marker
from minqing.classify.sentence.matters import place_within, sounds_like_one
from minqing.classify.sentence.places import find_place
from minqing.classify.sentence.remarks import complains, is_remark
from minqing.classify.sentence.reporters import find_reporter
from minqing.domain.community import Community
from minqing.domain.patterns import pattern
from minqing.text.normal import aligned


def of_placed(reading: Reading, number: int, line: str) -> bool:
    """A line without a mark in a list of places: a matter there, or nothing, which stays in the body."""
    placed = reading.placed.get(number)
    if placed is None or reading.sort in ("aside", "outcomes") or reading.sheet or issue_marker(line, reading.expected):
        return False
    who, said = told_behind(placed.said(line))
    if _is_answer(placed.said(line)) or not _is_matter(said, reading):
        reading.close()
        reading.keep(number, line, mention=False)
        return True
    reading.close()
    unsure = who is not None and (_NAMELESS.fullmatch(who) or who.endswith(("家", "家里")))
    told = placed.said(line) if unsure else said  # 住户反映, 张阿姨家: who it was stays in the words
    who = None if unsure and find_reporter(told) != who else who
    values = values_of(placed, line, reading.community)
    text = told if "place" in values else line
    reading.raise_issue(number, line, text.strip(), None, **({"reporter": who} if who else {}) | values)
    return True


_NAMELESS = pattern("业主|住户|居民|租户|租客|房东|户主|商户|老人家?|(?:小孩|孩子|年轻人|邻居|家长)们?|有人|[男女]的")
"""Whoever is named without a name tells a matter only where it says so: 业主装修噪音 is about one."""


def values_of(placed: Placed, line: str, community: Community) -> dict[str, str]:
    """The place of a matter where its words alone do not tell it, and who is named with the place."""
    told = {"reporter": placed.who} if placed.who else {}
    if find_place(line, community) == placed.place:
        return told
    said = placed.said(line)
    own = find_place(said, community) if placed.known else None
    within = place_within(placed.place, own, community) if own and said.startswith(own) else None
    return told | {"place": within or re.sub(r"\s+", "", placed.place)}


_VISITED = pattern(
    r"\s*(?:慰问|看望|走访|入户|宣传|发放|送了?|回访)(?![^,。;]*(?:说|反映|发现))|.*,(?:去|已|上门)?(?:看望|慰问)(?:了|过)?\s*$"
)
"""What was done for people at a place, and tells of no trouble."""


def _is_matter(said: str, reading: Reading) -> bool:
    """Whether what is told of a place is a matter: something wrong, asked for or settled there."""
    if not said or is_nothing(said) or is_remark(said) or _VISITED.match(aligned(said)):
        return False
    kept = kept_plan(said, reading.community)
    if kept and kept.matter is None:
        return False
    return sounds_like_one(said, None) or _heard(said, reading) >= _LIKELY


def _heard(said: str, reading: Reading) -> float:
    """How likely words are a matter that name no trouble of the tables: all lines of the list are asked together."""
    if said not in reading.heard:
        rows = (told_behind(one.said(reading.lines[n - 1]))[1] for n, one in reading.placed.items())
        texts = list(dict.fromkeys([said, *(row for row in rows if row and not sounds_like_one(row, None))]))
        reading.heard |= {text: role.matter for text, role in zip(texts, roles(texts), strict=True)}
    return reading.heard[said]


_ANSWERS = pattern(
    "(?:听)?(?:物业|师傅|社区|居委会|城管|街道|维修工?|保[安洁]|管家|施工[队方]|[^\\W\\d_]{1,4}公司)[^,。;:]{0,3}?(?:说|讲|答复|回复|表示|称)"
)


def _is_answer(said: str) -> bool:
    """Whether those who see to matters tell what they did or will do, and nothing wrong: 物业说修好了灯."""
    return bool(_ANSWERS.match(aligned(said))) and not complains(said)


_LIKELY = 0.5
"""How likely words are a matter that name no trouble of the tables: 污水井满溢, 保安上班睡觉."""
