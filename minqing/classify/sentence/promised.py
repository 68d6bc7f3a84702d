"""By when somebody said that a matter would be seen to: 下礼拜到, 3天内回复, 周五前来修.

Counted from the day the matter was raised, not from that of typing it. A promise names a day and what is done then,
or who says so. What a resident wishes for (希望3天内回复) or means to do (说明天去上访) is none, nor is what has
happened (周三修好了又坏, 10天内修了三回) and how long it lasted (停了3天). Of two in one sentence the later one
counts: 周三量尺寸,下周五装.
"""

from __future__ import annotations

import re
from datetime import date, timedelta
from typing import NamedTuple

from minqing.classify.sentence.numbers import chinese_integer
from minqing.classify.sentence.remarks import complains
from minqing.domain.community import Community
from minqing.domain.errors import MinqingError
from minqing.domain.patterns import pattern
from minqing.text.compiled import compiled
from minqing.text.dates import parse_day
from minqing.text.normal import aligned
from minqing.text.working_days import working_days_after

_N = r"\d{1,2}|两三|三五|[一二两三四五六七八九十]{1,3}"
_LENGTH = (
    rf"(?P<n>{_N})个?(?P<unit>工作日|天|日(?!前)|周|星期|礼拜|月)(?P<within>之?内|以内|之?后|左右)?"
    r"|(?P<half>半个?月)(?:之?内|以内|左右)?"
)
_WEEK = r"(?P<week>(?:[下本这]个?)?(?P<end>周末)|[下本这]个?(?:周|星期|礼拜))(?![一二三四五六日天末])(?:之?内|以内|里)?"
_DAY = (
    r"(?P<day>[下本这]?个?(?:周|星期|礼拜)[一二三四五六日天]|大?后[天儿]|明(?:[天日早儿]|个儿?)|下个?月(?:\d{1,2}|[一二三四五六七八九十]{1,3})[日号]|[本下]?个?月底|年底|"
    r"(?:\d{4}年)?\d{1,2}月\d{1,2}[日号]?|[一二三四五六七八九十]{1,2}月[一二三四五六七八九十]{1,3}[日号]|\d{1,2}[日号](?!楼|院|门|线|路))"
)
_TODAY = r"(?P<today>今[天日晚]|(?<!每天)下午|(?<!每天)(?<!天天)晚上|傍晚)"
_WHEN = rf"(?:{_DAY}|{_WEEK}|{_LENGTH}|{_TODAY})"
_DEED = (
    "到(?!现在|今|期)|来(?!不)|(?<![装报])修|换|装(?!修)|回[复话]|答复|处[理置]|解决|上门|安排|进场|完[工成]|竣工|施工|动工|送|清|拆|搬(?!家)|疏?通(?!知)|交付|"
    "补|弄|整改|办|剪|看看|去看|查看|检查|挖|铺|刷|检修|取样|配|测|联系|谈|协调|调解|给|收(?!费|到)|挪|改|搞|焊|加装|断|关门|派人|有人[来修上看管]|恢复|接(?=[管水线好上])|拉(?:走|$)|发(?![现生臭霉黄黑烧])|"
    "结果|准信|说法|方案|报价|修好|弄好|供暖|供水"
)
_OWN_DEED = (
    "(?<![装报])修|换(?!药)|装(?!修|支架)|拆|搬(?!家|到|去)|清|挪|移走|整改|改[正好掉]|"
    "处[理置]|剪|拉(?:走|$)|收(?:走|拾|起|掉|摊)|弄[走掉好]|拿走|关门|铲|扔|补|封"
)
"""What a resident or a shop that is blamed promises to do; what else they mean to do is their own affair."""

_SAYS = (
    "(?:说|讲|答应|承诺|保证|回[复话]|约[好定了]*|定[在好了]+|预计|大概|估计|最[晚迟]|争取|排[在到了]|限[期时]?)"
    "[^,。;]{0,4}$"
)
_NO_PROMISE = pattern(
    "希望|盼|请求|能不能|能否|要是|如果|[^过]没|未|不来|不管|从|自(?!来水|己|行)|以来|至今|到现在|每|逢|总是|老是|天天|才|都是|"
    "已经|去过|来过|修过|[了过]$|[了过的](?=又|还|可)|上(?:周|个)|停[水电气暖]"
)
_OWN_PLAN = pattern(
    "涨价|涨租|涨费|到期|上访|[去要]信访|起诉|打官司|[去要](?:法院|投诉|举报)|老家|搬家|住院|出院|手术|看病|复查|体检|旅游|探亲|开业|促销|过生日|结婚"
)
"""What somebody means to do that mends nothing: 大爷说明天去上访, 停车场说12月1日涨价."""

_TIMES = "(?:好?几|[两二三四五六七八九十]|\\d{1,2})[次回趟遍]"
_PAST = pattern(
    rf"^.{{0,3}}[修换装铺刷拆补清送搬焊]好?的(?=.)|[修换装铺刷拆补清搬收来坏漏堵停断]好?了(?!就|再|通知|回|给|告)|[了过到]{_TIMES}"
)
"""What follows a day on which something happened: 15日换的灯又坏, 3个月内换了两次灯泡."""

_OFTEN = pattern(_TIMES)
_IS_TROUBLE = pattern("扰民|(?<![清理走除拆搬掉治])占道|噪[音声]|[周期拜]六[周]?日")
"""A clause that says what is wrong, where nobody says that it will be mended: 周六日装修施工扰民."""

_STAFF = "物业|师傅|社区|居委|街道|城管|公司|经理|书记|主任|管家|工程部|维修|厂家|答应|承诺|保证"
_ONLOOKER = pattern(
    "(?:大爷|大妈|大娘|大姐|大哥|老人|老爷子|老太太|老头|阿姨|叔叔|奶奶|爷爷|居民|住户|群众|业主|邻居|家属|家长|租户|租客|房东|"
    rf"商户|店主|老板|超市|饭店|停车场)(?:们|自己|本人|都)?(?:说|讲|称|表示|打算|准备)(?!.*(?:{_STAFF}))"
)
"""Somebody who is no staff says so, and names none who would do it."""

_BARE = pattern(r"^(?:的?时候|之?前|以前|之?内|左右|上午|下午|早上|晚上|就?行|吧|呢|啊)*$")
"""Nothing but the day was named: 物业讲3天内."""

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
    if when is None or _NO_PROMISE.search(said) or _is_history(said, when):
        return None
    told = compiled(_SAYS).search(said[: when.start()])
    onlooker = _ONLOOKER.search(said[: when.start()])
    does = compiled(_OWN_DEED if onlooker else _DEED).search(said, when.end())
    bare = told and not onlooker and _BARE.match(said[when.end() :])
    if not (does or bare) or ((onlooker or not told) and (_IS_TROUBLE.search(said) or _OWN_PLAN.search(said))):
        return None
    if when["end"] and not told:
        return None
    vague = when["today"] or (when["n"] and not when["within"])
    if (vague and complains(said)) or (when["n"] and not when["within"] and not told):
        return None
    due = _day_of(when, raised, community)
    return Promise(due, clause[0]) if due and due >= raised else None


def _is_history(said: str, when: re.Match[str]) -> bool:
    """Whether what follows the day is over, or tells how often it happened within a time."""
    behind = said[when.end() :]
    return bool(_PAST.search(behind) or (when["within"] and _OFTEN.search(behind)))


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
        return parse_day(_TOMORROW.sub("明天", when["day"]).replace("后儿", "后天"), raised, prefer="future")
    except MinqingError:
        return None


_TOMORROW = pattern("明(?:[早儿]|个儿?)")
"""Tomorrow as people say it."""
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
