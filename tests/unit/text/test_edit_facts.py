"""Facts put into a front matter change exactly the marked places: «what is added»; all else keeps its bytes."""

from __future__ import annotations

import re

import pytest

from minqing.text.edit import add_facts
from minqing.text.read import read_entry

PATH = "diaries/2019/2019-10-21.md"
FACTS = {"weather": "晴", "steps": 7032, "walkers": ("刘敏", "小周")}
TAIL = "---\n\n正文\n"

ADDED = {
    "no key": "---\n日期: 2019-10-21\n«天气: 晴\n步数: 7032\n参加: [刘敏, 小周]\n»" + TAIL,
    "keys around them": "---\n日期: 2019-10-21  # 周一\n"
    "«天气: 晴\n»路线: 一圈\n«步数: 7032\n»公里: 3\n«参加: [刘敏, 小周]\n»"
    "事项:\n  - 编号: 20191021-1\n    事由: 树密\n" + TAIL,
    "empty keys": "---\n日期: 2019-10-21\n天气:« 晴»\n步数:« 7032» \n参加:« [刘敏, 小周]»\n" + TAIL,
    "a list of lines": "---\n日期: 2019-10-21\n"
    "天气:« 晴»\n步数:« 7032»\n参加:\n  - 王丽  # 组长\n«  - 刘敏\n  - 小周\n»" + TAIL,
    "a list in brackets": "---\n日期: 2019-10-21\n«天气: 晴\n步数: 7032\n»参加: [王丽«, 刘敏, 小周»]\n" + TAIL,
    "braces": "---\n{日期: 2019-10-21, 路线: 一圈«, 天气: 晴, 步数: 7032, 参加: [刘敏, 小周]»}\n" + TAIL,
    "braces with a last comma": "---\n{日期: 2019-10-21«, 天气: 晴, 步数: 7032, 参加: [刘敏, 小周]»,}\n" + TAIL,
}


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030"])
@pytest.mark.parametrize("newline", ["\n", "\r\n"])
@pytest.mark.parametrize("sample", ADDED.values(), ids=ADDED)
def test_facts_change_nothing_else(sample: str, newline: str, encoding: str) -> None:
    sample = sample.replace("\n", newline)
    before = re.sub("«[^»]*»", "", sample).encode(encoding)
    new = add_facts(read_entry(before, PATH, {}), FACTS, "zh", {}, {})
    assert new.decode(encoding) == re.sub("[«»]", "", sample)
