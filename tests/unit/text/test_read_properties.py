"""Nothing a person writes is lost in silence, whatever it is."""

from __future__ import annotations

from hypothesis import example, given
from hypothesis import strategies as st
from readings import PATH, WORDS, reading

from minqing.text.fences import parts_of
from minqing.text.fix import fix_entry
from minqing.text.recover import recover

ODD = " \t:：#'\"-?@%&*!|>{}[],，、`~\\=<.\u3000\u00a0\u2028\x85\x1b\ufeff灯坏王丽事由地点编号办理2019-10/年月日abc"
characters = st.sampled_from(ODD) | st.characters(blacklist_categories=["Cs"], blacklist_characters="\n\r\0")
texts = st.text(characters, min_size=1, max_size=25)
FILE = """---
日期: 2019-10-21
参加: [张书记, 王丽]
事项:
  - 编号: 20191021-1
    事由: 灯坏
    地点: {place}
    责任: 物业
    办理:
      - 2019-10-23 跟进 {line}
      - 2019-10-24 办结 修好
---

正文
"""


@given(texts)
@example("!")
@example(">")
@example("!!急")
@example('""')
@example("大\ufeff门")
def test_a_text_is_read_as_it_is_written_or_named(text: str) -> None:
    found = reading(FILE.format(place=text, line="看过"))
    written = text.strip()
    place = found.draft.issues[0].place if found.draft else None
    if written[:1] in ("'", '"') and len(written) > 1:
        assert place is not None or written in ("''", '""')  # quotes around nothing say nothing
        return
    assert (place or "") == written or any(p.code == "yaml-tag" for p in found.problems)
    assert found.draft is None or found.draft.issues[0].owner == "物业"


@given(texts)
@example("看\ufeff过")
def test_so_is_a_line_of_progress_and_the_lines_around_it(text: str) -> None:
    found = reading(FILE.format(place="大门", line=text))
    assert found.draft is not None
    first, second = found.draft.issues[0].progress
    assert (first.verb, first.text, second.verb) == ("note", text.strip(), "close")


@given(st.lists(st.tuples(st.integers(0, len(FILE)), st.integers(0, 3), texts), min_size=1, max_size=4))
def test_damage_never_raises_and_mends_are_safe(damages: list[tuple[int, int, str]]) -> None:
    text = FILE.format(place="大门", line="看过")
    for at, gone, put in damages:
        text = text[:at] + put[:5] + text[at + gone :]
    found = reading(text)
    assert found.entry is not None or any(p.leaves_out for p in found.problems)
    assert all(0 <= p.line <= text.count("\n") + 1 for p in found.problems)
    mended = fix_entry(text.encode(), PATH, WORDS)
    if mended is not None:
        assert reading(mended).draft == found.draft
        assert fix_entry(mended, PATH, WORDS) is None


PLAIN = """---
日期: 2019-10-21
参加: [张书记,
  王丽]
事项:
  - 编号: 20191021-1
    事由: >-
      灯坏
      门坏
    地点: "大门: 东
  侧"
    办理: [
      2019-10-23 跟进 看过,
    ]
  - {编号: 20191021-2, 事由: 门,
    办理: [2019-10-23 办结 好]}
  -
    编号: 20191021-3
    事由: 树
      枝
    办理:

    - |
      2019-10-23 跟进 地点: 一
---

正文
"""
PIECES = [
    "\n",
    " ",
    "  ",
    "- ",
    "-",
    '"',
    "'",
    "[",
    "]",
    "{",
    "}",
    ",",
    "：",
    ": ",
    "|",
    ">",
    "、",
    "\\",
    "地点: x\n",
    "事由",
]
PIECES += ["2019-10-23 跟进 x\n", "- 2019-10-23 跟进 y", "    地点: 大门\n", "      - 2019-10-25 办结\n", "天气: 晴\n"]


@given(st.lists(st.tuples(st.integers(0, len(PLAIN)), st.integers(0, 2), st.sampled_from(PIECES)), max_size=3))
def test_recovery_leaves_alone_what_yaml_reads_as_it_stands(changes: list[tuple[int, int, str]]) -> None:
    text = PLAIN
    for at, gone, put in changes:
        text = text[:at] + put + text[at + gone :]
    found = reading(text)
    if found.problems or found.entry is None:
        return
    front = parts_of(text)
    recovered, entry, desk = recover(PATH, front, WORDS)
    assert (recovered, entry, desk.problems) == (front.front, found.entry, [])


@given(st.binary(max_size=300))
def test_any_bytes_are_read_without_a_crash(raw: bytes) -> None:
    found = reading(raw)
    assert found.entry is None or found.problems == ()
