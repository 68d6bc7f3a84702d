"""By when somebody said that a matter would be seen to: 下礼拜到, 3天内回复, 周五前来修.

Counted from the day the matter was raised, not from that of typing it. A promise names a day and what is done then,
or who says so; what a resident wishes for (希望3天内回复), what has happened (周三修好了又坏) and how long it
lasted (停了3天) are none. Of two in one sentence the later one counts: 周三量尺寸,下周五装.
"""

from __future__ import annotations

import re
from datetime import date, timedelta
from typing import NamedTuple

from minqing.classify.deadlines import working_days_after
from minqing.classify.facts import compiled
from minqing.classify.numbers import chinese_integer
from minqing.classify.remarks import complains
from minqing.domain.community import Community
from minqing.domain.errors import MinqingError
from minqing.domain.patterns import pattern
from minqing.text.dates import parse_day
from minqing.text.normal import aligned

_N = r"\d{1,2}|两三|三五|[一二两三四五六七八九十]{1,3}"
_LENGTH = (
    rf"(?P<n>{_N})个?(?P<unit>工作日|天|日(?!前)|周|星期|礼拜|月)(?P<within>之?内|以内|之?后|左右)?"
    r"|(?P<half>半个?月)(?:之?内|以内|左右)?"
)
_WEEK = r"(?P<week>[下本这]个?(?:周|星期|礼拜))(?![一二三四五六日天末])(?:之?内|以内|里)?"
_DAY = (
    r"(?P<day>[下本这]?个?(?:周|星期|礼拜)[一二三四五六日天]|大?后天|明[天日早]|[本下]?个?月底|年底|"
    r"(?:\d{4}年)?\d{1,2}月\d{1,2}[日号]?|[一二三四五六七八九十]{1,2}月[一二三四五六七八九十]{1,3}[日号]|\d{1,2}[日号](?!楼|院|门|线|路))"
)
_TODAY = r"(?P<today>今[天日晚]|(?<!每天)下午|(?<!每天)(?<!天天)晚上|傍晚)"
_WHEN = rf"(?:{_DAY}|{_WEEK}|{_LENGTH}|{_TODAY})"
_DEED = (
    "到(?!现在|今)|来(?!不)|修|换|装|回[复话]|答复|处[理置]|解决|上门|安排|进场|完[工成]|竣工|施工|动工|送|清|拆|搬|疏?通(?!知)|交付|补|弄|整改|办|剪|看看|"
    "去看|查看|检查|挖|铺|刷|检修|取样|配|测|联系|谈|协调|调解|给|收|挪|改|搞|焊|加装|断|关门"
)
_SAYS = (
    r"(?:说|讲|答应|承诺|保证|回[复话]|约[好定了]*|定[在好了]+|预计|大概|估计|最[晚迟]|争取|排[在到了])[^,。;]{0,4}$"
)
_NO_PROMISE = pattern(
    "希望|盼|请求|能不能|能否|要是|如果|[^过]没|未|不来|不管|从|自|以来|至今|到现在|每|逢|总是|老是|天天|才|都是|已经|去过|来过|修过|[了过]$|[了过的](?=又|还|可)|上(?:周|个)|停[水电气暖]"
)
_ARRANGED = pattern("(?<=[约定说应排])了")
_CLAUSE = pattern(r"[^,。;!?\s→>)(]+")
_LONGEST = 400


class Promise(NamedTuple):
    """The day that was promised, and the words that say so."""

    due: date
    words: str


def promise_in(text: str, raised: date, community: Community) -> Promise | None:
    """What was promised for a matter raised on ``raised``; ``None`` where nobody named a day."""
    plain = aligned(text[:_LONGEST])
    if not compiled(_WHEN).search(plain):
        return None
    found = [_of_clause(clause, raised, community) for clause in _CLAUSE.finditer(plain)]
    promises = [promise for promise in found if promise]
    return promises[-1] if promises else None


def _of_clause(clause: re.Match[str], raised: date, community: Community) -> Promise | None:
    """The promise of one clause; its trouble (晚上施工扰民) is none."""
    said = _ARRANGED.sub("", clause[0])
    when = compiled(_WHEN).search(said)
    if when is None or _NO_PROMISE.search(said):
        return None
    told = compiled(_SAYS).search(said[: when.start()])
    does = compiled(_DEED).search(said, when.end())
    vague = when["today"] or (when["n"] and not when["within"])
    if not (told or does) or (vague and complains(said)) or (when["n"] and not when["within"] and not told):
        return None
    due = _day_of(when, raised, community)
    return Promise(due, clause[0]) if due and due >= raised else None


def _day_of(when: re.Match[str], raised: date, community: Community) -> date | None:
    if when["today"]:
        return raised
    if when["week"]:
        return raised + timedelta(days=(13 if when["week"][0] == "下" else 6) - raised.weekday())
    if when["half"]:
        return raised + timedelta(days=15)
    if when["n"]:
        return _after(when["n"], when["unit"], raised, community)
    try:
        return parse_day(when["day"].replace("明早", "明天"), raised, prefer="future")
    except MinqingError:
        return None


_DAYS = {"天": 1, "日": 1, "周": 7, "星期": 7, "礼拜": 7, "月": 30}
_ABOUT = {"两三": 3, "三五": 5}
_FARTHEST = 366


def _after(number: str, unit: str, raised: date, community: Community) -> date | None:
    """So many days, weeks or working days after ``raised``; nothing is promised for longer than a year."""
    count = int(number) if number.isdigit() else _ABOUT.get(number) or chinese_integer(number) or 0
    if unit == "工作日":
        return working_days_after(raised, count, community)[0]
    days = count * _DAYS[unit]
    return raised + timedelta(days=days) if 0 < days <= _FARTHEST else None
