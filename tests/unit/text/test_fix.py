"""``check --fix``: one safe mend for what has one, and not a byte more."""

from __future__ import annotations

import pytest
from readings import PATH, WORDS, codes, reading

from minqing.text.fix import fix_entry

BAD = """———
日期：2019.10.21
天汽: 晴 # 热
参加: [张书记，王丽]   # 三人
事项:
  - 编号: 20191021-1
    事由: [急] 灯坏
    地点:5号楼
    户数: １２
    办理：
      - 2019/10/23 跟进 王丽: 看过
      -2019-10-24 延期 2019/11/1 等料 # 三天
———

正文。
"""
GOOD = """---
日期: 2019-10-21
天气: "晴 # 热"
参加: [张书记, 王丽]   # 三人
事项:
  - 编号: 20191021-1
    事由: "[急] 灯坏"
    地点: 5号楼
    户数: １２
    办理:
      - "2019-10-23 跟进 王丽: 看过"
      - "2019-10-24 延期 2019-11-01 等料 # 三天"
---

正文。
"""


def fixed(text: str | bytes) -> bytes | None:
    return fix_entry(text if isinstance(text, bytes) else text.encode(), PATH, WORDS)


@pytest.mark.parametrize("mark", [b"", b"\xef\xbb\xbf"])
@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_everything_at_once(mark: bytes, end: str) -> None:
    assert fixed(mark + BAD.replace("\n", end).encode()) == mark + GOOD.replace("\n", end).encode()


def test_the_mended_file_holds_the_same_entry_without_problems() -> None:
    assert reading(GOOD).entry == reading(BAD).entry
    assert codes(reading(GOOD)) == []


def test_gbk_becomes_utf8() -> None:
    assert fixed(BAD.encode("gb18030")) == GOOD.encode()


RARE = "𠮷㐂😀 é​\u200b\u3000"


@pytest.mark.parametrize("coded", ["utf-16", "utf-16-be"])
def test_what_notepad_calls_unicode_becomes_utf8_character_by_character(coded: str) -> None:
    def in_notepad(text: str) -> bytes:
        return (b"\xfe\xff" if coded == "utf-16-be" else b"") + text.encode(coded)

    windows = GOOD.replace("\n", "\r\n") + RARE
    assert fixed(in_notepad(windows)) == windows.encode()
    assert fixed(in_notepad(BAD)) == GOOD.encode(), "and what else has a safe mend is mended"
    damaged = "---\n日期: 昨天\n---\n"
    assert fixed(in_notepad(damaged)) == damaged.encode(), "what cannot be mended is at least readable"
    assert fixed(in_notepad(windows)[:-1]) is None, "half a character is nothing that could be kept"


def test_zero_bytes_of_a_power_cut_go_and_no_word_does() -> None:
    torn = GOOD.replace("正文", "正\0文").encode() + b"\0" * 3000
    assert fixed(torn) == GOOD.encode()
    assert fixed(b"\xef\xbb\xbf" + torn) == b"\xef\xbb\xbf" + GOOD.encode()
    assert fixed(BAD.encode() + b"\0") == GOOD.encode(), "and what else has a safe mend is mended"
    assert fixed(GOOD.encode()[:-2] + b"\0" * 2) is None, "half a character is nothing that could be kept"


def test_nothing_to_mend() -> None:
    assert fixed(GOOD) is None
    assert fixed("") is None
    assert fixed("没有前言") is None


def test_what_cannot_be_mended_stays_and_the_rest_is_mended() -> None:
    bad = "---\n日期: 2019-10-21\n天气:晴\n心情: 好\n步数: 很多\n---\n"
    assert fixed(bad) == bad.replace("天气:晴", "天气: 晴").encode()


def test_anchors_are_not_mended_away() -> None:
    assert fixed("---\n日期: 2019-10-21\n天气: &w 晴\n路线: *w\n---\n") is None


def test_a_conflict_is_left_to_people() -> None:
    assert fixed(BAD.replace("    户数", "<<<<<<< a\n    户数")) is None
