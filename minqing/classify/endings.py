"""Endings of a sentence that say the matter was settled on the spot: 已清理, 当场解决, √."""

from __future__ import annotations

import re

from minqing.text.normal import aligned

_DEEDS = (
    "清理|清除|清走|清掉|清运|清扫|打扫|铲除|捡走|收走|劝离|劝走|劝阻|劝止|劝开|制止|解决|处理|处置|办结|办理|办妥|办好|"
    "修好|修复|修理|维修|移走|移除|移开|挪走|挪开|搬走|恢复|整改|调解|化解|更换|换好|换新|答复|解答|解释|告知|归位|摆好|疏通"
)
_DONE_WELL = "(?:完毕|完成|完|好|干净|妥当|到位|掉|清楚|了)*"
_AT_END = re.compile(
    r"(?:已经?|当场|现场|当即|随手|顺手|即时)(?:就|都|全部|给|予以|进行|将其|已)*"
    rf"(?:{_DEEDS}){_DONE_WELL}$"
)
_WHOLE_CLAUSE = re.compile(
    rf"(?:我们|大家|现|现已|已经?|当场|现场|当即|顺手|随手|马上|立即|就|都|全部?|一起)*(?:{_DEEDS}|拆除|拆掉)"
    r"(?:完毕|完成|完|好|干净|掉)*(?:了|完毕|完成|好)$"
)
_SHORT_CLAUSE = re.compile(r"(?:已经?|当场|现场|当即)(?:拆除|拆掉)$|(?:当场|现场)办结$")
_NOT_DONE = re.compile(r"没|未|不|别|希望|要求|请|何时|什么时候|能否|能不能|可否|是否|怎么|应该|需要?|尽快|吗|才")
_TICK = re.compile(r"\s*(?:[√✓✔☑✅]\ufe0f?|[\[【(]\s*[xX√✓✔]\s*[\]】)])\s*$")
_TAIL = "。.!,;、~ )]】\u3000"
_CLAUSE = re.compile(r"[,。;:!?、\s(\[【]")


def without_tick(text: str) -> tuple[str, bool]:
    """``text`` without a tick (√ ✓ ✔ ☑ [x]) at its end, and whether there was one."""
    found = _TICK.search(text)
    return (text[: found.start()], True) if found else (text, False)


def settled(text: str) -> str | None:
    """The words at the end of ``text`` that say it was settled on the spot, as written, or ``None``.

    What is only wished for or was left undone (希望当场解决, 没人清理了) does not count.
    """
    plain = aligned(text).rstrip(_TAIL)
    start = max((m.end() for m in _CLAUSE.finditer(plain)), default=0)
    if _NOT_DONE.search(plain, start):
        return None
    found = _AT_END.search(plain, start) or _WHOLE_CLAUSE.match(plain, start) or _SHORT_CLAUSE.match(plain, start)
    return text[found.start() : len(plain)] if found else None


def is_settled(text: str) -> bool:
    """Whether ``text`` ends by saying, in words or with a tick, that it was settled on the spot."""
    rest, ticked = without_tick(aligned(text))
    return ticked or settled(rest) is not None
