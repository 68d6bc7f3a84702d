"""Who brought a matter up, as a form of address: 老爷子, 李阿姨, 居民. Never whoever it is about."""

from __future__ import annotations

import re

from minqing.text.normal import aligned
from minqing.text.people import COMPOUND_SURNAMES, SURNAMES, TITLES

_GROUPS = (
    "居民代表|居民|住户|业主|租户|租客|房东|商户|店主|市民|网友|来电人|反映人|街坊们?|邻居们|大家|楼门长|楼院长|楼栋长|楼组长|楼长|"
    "网格员|志愿者|老党员|党员|保安"
)
_SPEECH = (
    "(?:们|都|又|来|多次|一直|打电话|上门|找到?居委会|到?居委会|向居委会|在群里|在电话里|也|还|就|今天|老)*"
    "(?:说|反映|反应|称|问|投诉|求助|打电话|要求|希望|建议|想|提出|讲|抱怨|觉得|担心|报修|来电|来访|咨询|诉说|提到|告诉|嫌|怕|发现|:)"
)
_SPEAKER = re.compile(rf"(?P<who>(?:(?:{COMPOUND_SURNAMES}|[{SURNAMES}])?(?:{TITLES})|{_GROUPS}))(?={_SPEECH})")
_PERSON = re.compile(rf"(?:住[^,。]{{0,8}}的)?(?P<who>(?:{COMPOUND_SURNAMES}|[{SURNAMES}])?(?:{TITLES}))")
_CULPRIT = re.compile(
    r"[^,。;]{0,8}(?:乱|堆|捡|私|霸|占|扔|丢|泼|养了|搭|圈|拒|砸|拖|敲|剁|放音乐|唱歌|打牌|吵|骂|堵|偷)"
)
_SPOKEN_TO = re.compile(r"(?:和|跟|与|被|让|把|给|对|向|找|劝|告诉|通知|提醒)(?:楼上|楼下|隔壁|对门|邻居|老)?的?$")


def find_reporter(text: str, place: str | None = None) -> str | None:
    """The form of address of whoever speaks: before 说, 反映…, or opening the sentence after the place.

    Somebody who is spoken to or complained about (跟楼上王大爷说, 被邻居, 一楼老太太捡废品) is none.
    """
    plain = aligned(text)
    for match in _SPEAKER.finditer(plain):
        if not _SPOKEN_TO.search(plain, max(match.start() - 12, 0), match.start()):
            return text[slice(*match.span("who"))]
    opening = _PERSON.match(plain, _after_place(text, place))
    if opening is None or _CULPRIT.match(plain, opening.end()):
        return None
    return text[slice(*opening.span("who"))]


def _after_place(text: str, place: str | None) -> int:
    """Where the sentence goes on after a place it opens with, past a joining 的 or 住户."""
    if not place or not text.startswith(place):
        return 0
    end = len(place)
    return end + (text[end : end + 1] == "的")
