"""Headings within notes: those that open a list of issues (问题:, 群众反映), and those that open something else."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Literal, NamedTuple

from minqing.classify.notes.header.facts import PICTURES
from minqing.text.compiled import compiled
from minqing.text.normal import aligned

Sort = Literal["issues", "plain", "aside", "outcomes"]

ISSUE_HEADINGS = (
    "问题", "反映", "诉求", "隐患", "事项", "民情", "线索", "投诉",
    "困难", "需求", "求助", "发现", "新增", "意见", "报修", "几件事", "几个事", "看到的", "听到的", "见到的", "issues",
)  # fmt: skip
"""The words that make a heading one of issues; a line each below it is an issue."""

ASIDES: Mapping[str, tuple[str, ...]] = {
    "praise": (
        "表扬", "好人好事", "好事", "好的方面", "亮点", "做得好", "成绩", "好评", "居民评价", "群众评价", "点赞",
        "感谢",
    ),
    "plan": (
        "没走完", "没走的", "没去的",
        "下一步", "下步", "打算", "计划", "安排", "明天", "明日", "本周工作", "下周", "待办", "要办",
        "要做的", "下次", "跟进", "todo", "next week", "next time", "next steps", "tomorrow",
    ),
    "meeting": ("会议", "开会", "议题", "议定", "讨论", "例会", "碰头", "会上", "汇总会", "研判"),
    "earlier": ("回头看", "上次问题", "上周问题", "上回问题", "以前的问题", "往期", "遗留问题跟踪", "前期问题"),
    "thoughts": ("小结", "总结", "心得", "体会", "感想", "感受", "学习", "宣传", "思考", "想法",
        "小确幸", "小美好", "暖心", "花絮", "碎碎念", "随想", "随笔", "心情", "趣事"),
}  # fmt: skip
"""Headings of what is no issue: what is numbered below them is none either."""

PLAIN_HEADINGS = (
    "其他",
    "其它",
    "备注",
    "说明",
    "总的",
    "总的来说",
    "走访情况",
    "走动情况",
    "基本情况",
    "总体情况",
    "工作情况",
    "见闻",
    "走访内容",
    "走动内容",
    "巡查内容",
    "工作内容",
)
"""Headings that end a list of issues without numbers; numbered lines are issues still."""

SOURCES: Mapping[str, str] = {
    "看": "seen",
    "听": "heard",
    "问": "asked",
    "看到的": "seen",
    "见到的": "seen",
    "听到的": "heard",
}
"""Headings after the method's 走看听问记办: what stands below was seen, heard, asked."""

_BEFORE = (
    rf"[\s{PICTURES}]*"
    r"(?:#{1,6}\s*|[■▲◆●★☆▶►※*]{1,2}\s*|(?:\d{1,2}|[一二三四五六七八九十]{1,3})[、.)]\s*|"
    r"[(](?:\d{1,2}|[一二三四五六七八九十]{1,3})[)]\s*|(?:\d|[❶-❿])\s*(?=[\u4e00-\u9fff]))?"
    r"(?P<open>\*\*|[【\[〖《<「]?)\s*"
)
_LEAD = (
    "(?:另外?|还有?|其[他它]|别的|今天|今日|本次|本周|新|这次|现场|主要|居民们?|群众|住户|业主|走访|走动|巡查|大家|需要?|排查|收集|听到|看到|发现|存在|反映|提出|记录|解决|"
    "处理|处置|办理|的|和|与|及|、|/|到|了|上门|新增|有待|待|以下|几个|一些|各类|安全|具体|突出|民生|路上|沿途|我们|所|需协调|重点|社情|入户|上午|下午|共|三|四|五|六|两|有|这么|那么)*"
)
_CORE = f"(?!(?<=处理)意见|(?<=整改)意见|(?<=办理)意见)(?P<core>(?i:{'|'.join(ISSUE_HEADINGS)}))"
_TRAIL = (
    "(?:问题|反映|诉求|隐患|事项|意见|建议|情况|清单|汇总|列表|如下|记录|线索|投诉|的|有|是|主要|包括|及|和|与|、|点|反馈|处理|办理|处置|整改|"
    r"\d{1,3}[条件项个](?:,?(?:其中|当场|已|现场)*(?:解决|办结|处理|整改)\d{1,3}[条件项个])?|[一二两三四五六七八九十]{1,3}[条件项个])*"
)
_SETTLED = "(?:现场|当场|当天|即时|随手|已经?)(?:处理|处置|解决|办结|整改|清理|劝阻|完成)(?:完毕|完成|了)?的?"
_CLOSE = rf"\s*(?P<close>\*\*|[】\]〗》>」]?)\s*(?:[(][^()]{{0,12}}[)])?\s*(?P<colon>:)?\s*(?:[\s{PICTURES}]+$)?"
_ISSUES = rf"{_BEFORE}{_LEAD}{_CORE}{_TRAIL}{_CLOSE}"
_SEEN = rf"{_BEFORE}(?P<source>[看听问])(?:到|见)?(?:的)?(?:情况|问题)?{_CLOSE}"
_DONE = rf"{_BEFORE}(?P<done>{_SETTLED}(?:情况|工作)?|已?办结){_CLOSE}"
_STATE = (
    rf"{_BEFORE}(?:社区|我们|居委会|物业|自己)?(?:(?P<done>已(?:经)?(?:处理|处置|解决|办结|办|整改|完成)的?)"
    rf"|(?:未|没|没有|待|尚未|正在)(?:处理|处置|解决|办结|办理|整改|完成)的?){_TRAIL}{_CLOSE}"
)
"""已完成:, 未解决的: alone on a line: a list of matters, settled or not."""

_DONE_ISSUES = rf"{_BEFORE}(?P<done>{_SETTLED}(?:问题|事项|诉求|隐患|民情|投诉){_TRAIL}){_CLOSE}"
_OUTCOMES = (
    rf"{_BEFORE}(?:群众|问题|现场)?(?:(?:处理|处置|办理|解决|整改|落实|答复|回复|反馈|跟进)(?:及(?:答复|反馈))?(?:情况|结果|意见|措施|进展)|"
    rf"办(?=\s*[】\]]|\s*$)|已?办理|处理|结果|答复)(?:如下)?{_CLOSE}"
)
"""What came of the matters above."""

_EARLIER = (
    rf"{_BEFORE}(?:上(?:次|回|个?月|个?(?:周|礼拜|星期)|期)|前期|往期|此前|以往|前[几两]次)[^\s,。;:!?]{{0,10}}"
    rf"(?:落实|办理|整改|处理|跟进|进展|完成|反馈|回头看|遗留)[^\s,。;:!?]{{0,6}}(?P<stop>。(?=\S))?{_CLOSE}"
)
"""What became of earlier matters, none of which is new: 上周交办事项落实情况。一是…."""

_LAST_TIME = rf"{_BEFORE}(?:上(?:次|回|个?(?:周|礼拜|星期)))(?:[一二三四五六日天]?的|几件事|那几件)?{_CLOSE}"
_THIS_TIME = (
    rf"{_BEFORE}(?:今天|今日|[本这]周|[本这]个?(?:礼拜|星期)|[本这此][次回]|[本此]期)"
    rf"(?:的|新的?|走访|巡查|走动)*(?:情况|内容)?\s*(?P<close>\*\*|[】\]〗》>」]?)\s*(?P<colon>:)\s*$"
)
"""上周: and 本周: as headings: old matters, and those of this walk below them."""

_ASIDE_WORDS = "|".join(word for words in ASIDES.values() for word in words)
_ASIDE = rf"{_BEFORE}[^\s,。;:!?]{{0,6}}?(?i:{_ASIDE_WORDS})[^\s,。;:!?]{{0,6}}{_CLOSE}"
_PLAIN = rf"{_BEFORE}(?:{'|'.join(PLAIN_HEADINGS)}){_CLOSE}"
_TOPIC = r"\s*#\s?(?P<word>[^#\s]{2,8})\s?#\s*"
"""A line that is a topic between two signs, as messages have them: #环境#."""

_CHAPTER = r"\s*[一二三四五六七八九十]{1,3}、"
_OF_CHAPTER = 6
"""Characters more that a heading may have behind 一、: it stands above a list."""

_LONGEST = 40
_SHORT = {"issues": 16, "plain": 8, "aside": 8, "outcomes": 6}
"""Characters of a heading that needs no colon, bracket or mark of its own; those of issues have few words to choose."""


class Heading(NamedTuple):
    """A heading, where it ends, and how what it opens was found out (``seen``, ``heard``, ``asked``), if it says.

    ``done``: what stands below was settled on the spot (现场处理:, 当场解决的问题:).
    """

    sort: Sort
    end: int
    source: str | None = None
    done: bool = False


def heading(line: str) -> Heading | None:
    """The heading ``line`` is or, where it has a colon, begins with."""
    topic = compiled(_TOPIC).fullmatch(aligned(line[:_LONGEST]))
    if topic:
        named = heading(f"{topic['word']}:")
        return Heading(
            named.sort if named and not named.done else "issues", len(line), None, bool(named and named.done)
        )
    plain = aligned(line[: _LONGEST * 2])
    for pattern, sort in _FORMS:
        found = compiled(pattern).match(plain)
        if found and len(found[0]) <= _LONGEST and _is_heading(found, plain, line, sort):
            said = found.groupdict()
            source = SOURCES.get(said.get("source") or said.get("core") or "")
            return Heading(sort, found.end(), source, bool(said.get("done")))
    return None


_FORMS: tuple[tuple[str, Sort], ...] = (
    (_EARLIER, "aside"), (_LAST_TIME, "aside"), (_THIS_TIME, "plain"),
    (_DONE_ISSUES, "issues"), (_STATE, "issues"), (_DONE, "plain"), (_ISSUES, "issues"), (_SEEN, "plain"),
    (_OUTCOMES, "outcomes"),
    (_ASIDE, "aside"), (_PLAIN, "plain"),
)  # fmt: skip


def _is_heading(found: re.Match[str], plain: str, line: str, sort: Sort) -> bool:
    if found["colon"] or found.groupdict().get("stop"):
        return True
    whole = found.end() == len(plain) == len(line)
    marked = bool(found["open"] or found["close"]) or plain.lstrip()[:1] in "#■▲◆★☆▶►※"
    room = _OF_CHAPTER if compiled(_CHAPTER).match(plain) else 0
    worded = "source" not in found.groupdict() and len(found[0].strip()) <= _SHORT[sort] + room
    return whole and (marked or worded)
