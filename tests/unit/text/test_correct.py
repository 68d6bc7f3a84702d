"""Facts put right in a front matter change exactly the marked places: «what comes» instead of ‹what goes›."""

from __future__ import annotations

import re
from decimal import Decimal

import pytest

from minqing.text.correct import set_facts
from minqing.text.read import read_entry

PATH = "diaries/2019/2019-10-21.md"
FACTS = {"weather": None, "steps": 5200, "km": Decimal("3.12"), "walkers": ("王丽", "小周")}
TAIL = "---\n\n正文\n"

PUT_RIGHT = {
    "no key": "---\n日期: 2019-10-21\n«步数: 5200\n公里: 3.12\n参加: [王丽, 小周]\n»" + TAIL,
    "beside comments": "---\n日期: 2019-10-21\n‹天气: 晴  # 早上\n›步数: ‹4773›«5200»  # 手机\n公里: ‹2.86›«3.12»\n"
    "参加: ‹[刘敏]›«[王丽, 小周]»\n" + TAIL,
    "lines": "---\n日期: 2019-10-21\n步数: ‹4773›«5200»\n公里:« 3.12»\n参加:«» ‹王丽、刘敏›«[王丽, 小周]»\n"
    "事项:\n  - 编号: 20191021-1\n    事由: 树密\n" + TAIL,
    "a list of lines": "---\n日期: 2019-10-21\n步数: ‹4773›«5200»\n公里: ‹2.86›«3.12»\n"
    "参加:‹\n  - 刘敏\n  - 李楼长›« [王丽, 小周]»\n"
    "同行: [城管]\n" + TAIL,
    "a list that goes": "---\n日期: 2019-10-21\n‹天气: 晴\n›步数: ‹4773›«5200»\n公里: ‹2.86›«3.12»\n"
    "参加: ‹刘敏›«[王丽, 小周]»\n" + TAIL,
    "braces": "---\n{日期: 2019-10-21, 天气: ‹晴›, 步数: ‹4773›«5200», "
    "公里: ‹2.86›«3.12», 参加: ‹[刘敏]›«[王丽, 小周]»}\n" + TAIL,
}


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030"])
@pytest.mark.parametrize("newline", ["\n", "\r\n"])
@pytest.mark.parametrize("sample", PUT_RIGHT.values(), ids=PUT_RIGHT)
def test_what_is_put_right_changes_nothing_else(sample: str, newline: str, encoding: str) -> None:
    sample = sample.replace("\n", newline)
    before = re.sub("[‹›]", "", re.sub("«[^»]*»", "", sample)).encode(encoding)
    new = set_facts(read_entry(before, PATH, {}), FACTS, "zh", {}, {})
    assert new.decode(encoding) == re.sub("[«»]", "", re.sub("‹[^›]*›", "", sample))


def test_all_the_lines_of_a_list_go_with_it() -> None:
    before = "---\n日期: 2019-10-21\n参加:\n  - 刘敏\n  - 王丽\n\n# 谁\n同行: [城管]\n---\n"
    new = set_facts(read_entry(before.encode(), PATH, {}), {"walkers": (), "companions": ()}, "zh", {}, {})
    assert new.decode() == "---\n日期: 2019-10-21\n\n# 谁\n---\n"


def test_an_english_diary_stays_english() -> None:
    new = set_facts(
        read_entry(b"---\ndate: 2019-10-21\nsteps: 9\n---\n", PATH, {}), {"steps": 10, "km": Decimal(1)}, "en", {}, {}
    )
    assert new == b"---\ndate: 2019-10-21\nsteps: 10\nkm: 1\n---\n"
