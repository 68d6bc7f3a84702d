"""A line that opens with a day, or an hour, to come: what is done about a matter then, or what is planned for it.

``下周清走`` and ``老郭说明天换`` go on with the matter above; ``明天开会`` is a plan of those who walk, and no matter;
``下周工作`` heads a list of such. Whoever reads lines asks here, so that one line is one thing everywhere. By when
something was promised within a sentence is asked of ``promised``.
"""

from __future__ import annotations

from minqing.domain.patterns import pattern
from minqing.text.normal import aligned

_DAY = "明天|明日|大?后天|下次|下个?(?:周|礼拜|星期)[一二三四五六日天]?"
"""A day to come, by its word."""

_HEADS = "工作|打算|计划|安排|重点|任务|事项|待办|日程|主要|需?要[做办]|继续|[走去]?\\s*$"
"""What makes such a word the heading of a plan: 下周工作安排."""

_OWN = "走访|走动|巡查|选举|开会|例会|值班"
"""What those who walk do on a day to come, whatever the matter above is."""

_OPENS = rf"\s*(?:{_DAY})(?!{_HEADS})"
_TELLS = pattern(_OPENS)
_DONE_THEN = pattern(rf"{_OPENS}(?![^:]*(?:{_OWN}))[^:]*$")


def heads_nothing(line: str) -> bool:
    """Whether a line opens with a day to come and tells what is done or planned then: 下次走访5号楼, no 下周工作."""
    return bool(_TELLS.match(aligned(line)))


def is_done_then(line: str) -> bool:
    """Whether a line opens with a day to come and tells what is done about a matter then: 下周清走; no plan."""
    return bool(_DONE_THEN.match(aligned(line)))


_SOON = (
    r"今天?|[明后]天|今晚|下午|晚上|马上|回头|月底|[本下]?(?:周|礼拜|星期)[一二三四五六日天]?|[\d一两二三几]{1,2}天内?"
)
_SEEN_TO = "换|修|装|来|处理|弄|补|通|清|搬|拆|看|送|回[复话]|解决|答复|施工"
_SAID_THEN = pattern(
    rf"\s*(?:[^\s,。;:]{{1,6}}(?:说|讲|答应|回复)[^,。;:]{{0,5}}?)?(?:{_SOON})[^,。;]{{0,6}}(?:{_SEEN_TO})[^,。;]{{0,4}}[。!]?\s*$"
)


def is_said_then(line: str) -> bool:
    """Whether a line says no more than who does something, and when: 老郭说明天换, 三天内修."""
    return bool(_SAID_THEN.match(aligned(line)))


_PLANNED = "开会|例会|碰头|汇总|培训|学习|走访|回访|再去|再来|去看|联系|召开|组织|召集|安排|检查|值班|活动|宣传"
_WHEN = (
    "明天|后天|下周|下次|下个?月|下午|晚上|今晚|下一步|下步|接下来|周[一二三四五六日](?:上午|下午)?|"
    r"\d{1,2}[日号点](?![楼院门线店])"
)
_PLAN = pattern(
    rf"\s*(?:{_WHEN}).{{0,6}}[^,。;]{{0,10}}(?:{_PLANNED})"
    r"|\s*(?:(?:明天|后天|下周|下个?月|下一步|下步|接下来)(?:我们?|咱们?|居委会)?)?(?:计划|打算|准备|拟)"
    r"|\s*(?i:note to self|to-?do)\s?:"
)


def is_plan(line: str) -> bool:
    """Whether a line opens by saying what those who walk mean to do, on a day to come or at all: 明天开会, 打算…"""
    return bool(_PLAN.match(aligned(line[:400])))
