"""What is read line by line is what YAML makes of the same text, whatever is done to it."""

from __future__ import annotations

import os

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import minqing.text.read as reader
from minqing.domain.community import Community
from minqing.domain.model import Entry
from minqing.text.plain import read_plain
from minqing.text.read import Reading, read_entry
from minqing.text.vocabulary import category_words

PATH = "diaries/2019/2019-10-21.md"
WORDS = category_words(Community())
EXAMPLES = int(os.environ.get("MINQING_EXAMPLES", "150"))

FILE = """---
日期: 2019-10-21
时间: 08:30-11:40
天气: 晴,北风三级
步数: 4773
公里: 2.87
参加: [张书记, 王丽, 李楼长]
同行: 社区民警
顺手: 3
事项:
  - 编号: 20191021-1
    事由: 8号楼的阿姨说树密晒不到太阳
    地点: 8号楼
    来源: 听
    类别: 环境卫生
    层级: 中事
    期限: 2019-10-28
    户数: 12
    资金: 280.5
    照片: [photos/2019/a-1.jpg]
    办理:
      - 2019-10-21 联系 已告知
      - "2019-10-22 跟进 园林说: 下周"
      - 2019-10-24 办结 修好了
  - id: 20191021-2
    title: "12:30 又来说"
    progress:
      - 2019-10-23 escalate 街道办事处 请协调
---

正文
"""
PIECES = [
    "\n", " ", "  ", "    ", "- ", "-", '"', "'", "[", "]", "{", "}", ",", "：", ": ", ":", "|", ">", "、", "\\", "#",
    " #", "\t", "\u3000", "\r\n", "~", "null", "''", '""', "?", "? ", "&a ", "*a", "!", "%", "@", "`", "...", "---",
    "<<: ", "=", "地点: x\n", "    地点: 大门\n", "      - 2019-10-25 办结\n", "天气: 晴\n", "    办理:\n", "事项:\n",
    "  - 编号: 20191021-3\n", "照片: ../x", "5", "/", "；", "\u00e9", "e\u0301", "😀", "\ufeff", "\x85", "\xa0", "１",
]  # fmt: skip


def by_yaml_alone(raw: bytes) -> Reading:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(reader, "read_plain", lambda *_: None)
        return read_entry(raw, PATH, WORDS)


def with_lines(entry: Entry | None) -> object:
    """An entry with all its text, and the lines that are no part of equality."""
    if entry is None:
        return None
    lines = [(issue.line, [step.line for step in issue.progress]) for issue in entry.issues]
    return entry, entry.path, entry.body, lines, [issue.cost and str(issue.cost) for issue in entry.issues]


def compared(text: str) -> None:
    quick, slow = read_entry(text.encode(), PATH, WORDS), by_yaml_alone(text.encode())
    assert quick.problems == slow.problems
    assert with_lines(quick.entry) == with_lines(slow.entry)
    assert quick.repaired == slow.repaired


def words(longest: int) -> st.SearchStrategy[str]:
    return st.text(st.characters(blacklist_categories=["Cs"]), max_size=longest)


changes = st.lists(
    st.tuples(st.integers(0, len(FILE)), st.integers(0, 4), st.sampled_from(PIECES) | words(3)), max_size=3
)


@settings(max_examples=EXAMPLES)
@given(changes)
def test_a_changed_file_is_read_as_yaml_reads_it(changed: list[tuple[int, int, str]]) -> None:
    text = FILE
    for at, gone, put in changed:
        text = text[:at] + put + text[at + gone :]
    compared(text)


@settings(max_examples=EXAMPLES)
@given(
    st.lists(st.tuples(st.integers(0, 40), st.sampled_from(["move", "double", "drop", "indent", "join"])), max_size=4)
)
def test_so_is_one_whose_lines_were_moved_about(moves: list[tuple[int, str]]) -> None:
    lines = FILE.split("\n")
    for place, what in moves:
        at = place % (len(lines) - 4) + 1
        line = lines[at]
        moved = {
            "move": [*lines[:at], lines[at + 1], line, *lines[at + 2 :]],
            "double": [*lines[:at], line, *lines[at:]],
            "drop": [*lines[:at], *lines[at + 1 :]],
            "indent": [*lines[:at], "  " + line, *lines[at + 1 :]],
            "join": [*lines[:at], line + " " + lines[at + 1].strip(), *lines[at + 2 :]],
        }
        lines = moved[what]
    compared("\n".join(lines))


@settings(max_examples=EXAMPLES)
@given(
    st.sampled_from(["事由", "地点", "责任", "期限", "户数", "资金", "照片", "层级", "编号", "办理"]),
    words(12),
)
def test_so_is_any_value(key: str, value: str) -> None:
    title = "" if key == "事由" else "    事由: 灯坏\n"
    id = "" if key == "编号" else "    编号: 20191021-1\n"
    compared(f"---\n日期: 2019-10-21\n事项:\n  - 来源: 看\n{id}{title}    {key}: {value}\n---\n")


@pytest.mark.parametrize("ends", ["\n", "\r\n"])
def test_a_file_as_the_program_writes_it_needs_no_yaml(ends: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(reader, "_composed", lambda *_: pytest.fail("asked YAML"))
    found = read_entry(FILE.replace("\n", ends).encode(), PATH, WORDS)
    assert found.problems == ()
    assert found.entry is not None
    assert [len(issue.progress) for issue in found.entry.issues] == [3, 1]


@pytest.mark.parametrize(
    ("plain", "odd"),
    [
        ("日期: 2019-10-21", "日期: 2019-10-22"),
        ("天气: 晴,北风三级", "天气: 晴: 好"),
        ("天气: 晴,北风三级", "天气: [晴]"),
        ("天气: 晴,北风三级", "气温: 3"),
        ("  - id: 20191021-2", "  - id: 20191022-2"),
        ("2019-10-24 办结", "2019-10-20 办结"),
        ("2019-10-24 办结", "10月24日办结"),
        ("    户数: 12", "      户数: 12"),
        ("    户数: 12", "    户数: 十二"),
        ("    户数: 12", "    地点: 12"),
    ],
)
def test_what_is_not_plain_is_left_to_yaml(plain: str, odd: str) -> None:
    text = FILE.replace(plain, odd)
    assert text != FILE
    assert read_plain(PATH, reader.parts_of(text), WORDS) is None
