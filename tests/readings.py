"""Short ways to read a diary file in tests."""

from __future__ import annotations

from minqing.domain.community import Community
from minqing.domain.model import Entry, Issue
from minqing.text.read import Reading, read_entry
from minqing.text.vocabulary import category_words

WORDS = category_words(Community())
PATH = "diaries/2019/2019-10-21.md"

EXAMPLE = """\
---
日期: 2019-10-21
类型: 走动
时间: 08:30-11:40
天气: 晴
路线: 顺时针一圈
步数: 4773
公里: 2.87
参加: [张书记, 王丽, 李楼长]
同行: [城管执法队]
走访: [高龄党员户]
事项:
  - 编号: 20191021-1
    事由: 8号楼的阿姨说家里因为树密晒不到阳光,想晒太阳只能来楼下
    地点: 8号楼
    类别: 绿化
    层级: 中事
    责任: 环境和物业管理委员会
    期限: 2019-10-28
    办理:
      - 2019-10-23 跟进 联系绿化队,约定周四现场看
      - 2019-10-31 办结 修剪了三棵树
      - 2019-11-07 回访 满意 阿姨说屋里亮堂了
---
"""
"""The front matter that the format shows."""

NASTY = (
    "[red]急[/red]",
    "\x1b[31m红",
    "\u202e反",
    "- 灯",
    "a: b",
    "x #y",
    "'",
    '"',
    "@队",
    "no",
    "012345",
    "😀",
    "---",
    "：",
    "，",
    "、",
    "｛",
    "［",
    "#",
    "日期: ",
    "办理:",
    "20191021-1",
    "20261116-1",
    "\u200d",
)
"""Pieces of text that mean something to YAML, a terminal, a diary or an input method."""


def reading(text: str | bytes, path: str = PATH) -> Reading:
    raw = text if isinstance(text, bytes) else text.encode()
    return read_entry(raw, path, WORDS)


def front(*lines: str, path: str = PATH) -> Reading:
    """The reading of a file with this front matter below its date."""
    return reading("\n".join(("---", "日期: 2019-10-21", *lines, "---", "")), path)


def raised(*lines: str) -> Reading:
    """The reading of a file with one issue that has these lines below its id."""
    return front("事项:", "  - 编号: 20191021-1", *("    " + line for line in lines))


def codes(found: Reading) -> list[str]:
    return [problem.code for problem in found.problems]


def entry_of(found: Reading) -> Entry:
    assert found.entry is not None, found.problems
    return found.entry


def issue_of(found: Reading) -> Issue:
    (issue,) = entry_of(found).issues
    return issue
