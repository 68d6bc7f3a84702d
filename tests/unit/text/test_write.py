"""Scalars that every YAML 1.1 reader takes for the same text, and new entries that read back unchanged."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest
import yaml
from hypothesis import example, given, settings
from hypothesis import strategies as st
from readings import EXAMPLE, NASTY

from minqing.domain.errors import MinqingError
from minqing.domain.model import Entry, Issue, Progress
from minqing.text.nodes import ScalarNode, compose
from minqing.text.normal import one_line
from minqing.text.read import read_entry
from minqing.text.write import new_entry, quoted

NAMES = {"greenery": "绿化", "dispute": "民间纠纷", "other": "其他"}
CATEGORIES = {word: id for id, name in NAMES.items() for word in (id, name)}

ENTRY = Entry(
    date=date(2019, 10, 21),
    time="08:30-11:40",
    weather="晴",
    route="顺时针一圈",
    steps=4773,
    km=Decimal("2.87"),
    walkers=("张书记", "王丽", "李楼长"),
    companions=("城管执法队",),
    visits=("高龄党员户",),
    issues=(
        Issue(
            id="20191021-1",
            title="8号楼的阿姨说家里因为树密晒不到阳光,想晒太阳只能来楼下",
            place="8号楼",
            category="greenery",
            tier="medium",
            owner="环境和物业管理委员会",
            due=date(2019, 10, 28),
            progress=(
                Progress(date(2019, 10, 23), "note", None, "联系绿化队,约定周四现场看"),
                Progress(date(2019, 10, 31), "close", None, "修剪了三棵树"),
                Progress(date(2019, 11, 7), "followup", "satisfied", "阿姨说屋里亮堂了"),
            ),
        ),
    ),
    path="diaries/2019/2019-10-21.md",
    body="## 走\n\n一路向东。\n",
)

CHINESE = EXAMPLE + "\n## 走\n\n一路向东。\n"

ENGLISH = """\
---
date: 2019-10-21
kind: walk
time: 08:30-11:40
weather: 晴
route: 顺时针一圈
steps: 4773
km: 2.87
walkers: [张书记, 王丽, 李楼长]
companions: [城管执法队]
visits: [高龄党员户]
issues:
  - id: 20191021-1
    title: 8号楼的阿姨说家里因为树密晒不到阳光,想晒太阳只能来楼下
    place: 8号楼
    category: greenery
    tier: medium
    owner: 环境和物业管理委员会
    due: 2019-10-28
    progress:
      - 2019-10-23 note 联系绿化队,约定周四现场看
      - 2019-10-31 close 修剪了三棵树
      - 2019-11-07 followup satisfied 阿姨说屋里亮堂了
---

## 走

一路向东。
"""

PLAIN = [
    "晴", "8号楼", "王丽", "5号楼#3", "路灯太亮,晚上睡不着", "a-b", "看过：好", "3楼西门", "12345热线",
    "他说\"太吵\"", "2019-10-31 办结 修好了", "http://example.org/x", "😀修好了", "👨‍👩‍👧", "nobody",
    "1.2万步", "a\\b", "10 户", "中\u3000文",
]  # fmt: skip

QUOTED = [
    "", " ", "no", "No", "YES", "y", "n", "on", "off", "true", "null", "~", "<<", "=", ".inf", ".NaN",
    "12:30", "012345", "1e3", "1_000", "0x1F", "0o17", "0b11", "3.14", ".5", "1.", "-1", "+7", "12345",
    "2019-10-21", "2019-10-21 08:30:00", "2019-10-21T08:30:00Z", "08:30-11:40", "190:20:30", "-", "- a", "-a", "? a",
    "?a", ": a", ":a", "a: b", "a:", "a #b", "#a", "&a", "*a", "!a", "|", "> a", "'a'", '"a"', "%a",
    "@绿化队", "`a`", "[急] 灯坏", "{a}", ", a", "] a", " a", "a ", "\u3000a", "a\u3000", "a\tb: c", "a\nb", "a\r\nb",
    "\x1b[31m红", "\ufeffa", "a\u202eb", "a\u2028b", "a\x85b", "\x00", "---", "...", "... a", "a\uffffb",
    "\u200b", "<<<<<<< HEAD", "=======", "1e3 ",
]  # fmt: skip


def loaded(scalar: str) -> list[object]:
    """What readers of every kind make of a scalar standing in the places where scalars stand."""
    block, flow = f"- a: {scalar}\n- {scalar}\n", f"[{scalar}, {{a: {scalar}}}]\n"
    loaders = (yaml.CSafeLoader, yaml.SafeLoader)
    items = [item for loader in loaders for text in (block, flow) for item in yaml.load(text, loader)]
    return [v for item in items for v in (item.values() if isinstance(item, dict) else [item])]


@pytest.mark.parametrize("text", PLAIN)
def test_ordinary_text_stays_without_quotes(text: str) -> None:
    assert quoted(text) == text
    assert yaml.safe_load(f"- {text}") == [text]


@pytest.mark.parametrize("text", QUOTED)
def test_what_yaml_would_guess_at_is_quoted_on_one_line(text: str) -> None:
    scalar = quoted(text)
    assert scalar.startswith('"')
    assert scalar.endswith('"')
    assert len(scalar.splitlines()) == 1
    assert loaded(quoted(text, flow=True)) == [text] * 8


@pytest.mark.parametrize("text", ["a,b", "a，b", "a;b", "a[1]", "a{x}", "a:b", "张三：李四", "a?b", "a、b"])
def test_separators_need_quotes_in_flow_only(text: str) -> None:
    assert quoted(text + "丙") == text + "丙"
    assert quoted(text + "丙", flow=True) == f'"{text}丙"'


def test_escapes_are_short_and_readable() -> None:
    assert quoted('他说: "太吵"\n第二行\\') == '"他说: \\"太吵\\"\\n第二行\\\\"'
    assert quoted("\x1b[31m\u202e\U000e0001") == '"\\x1b[31m\\u202e\\U000e0001"'


def test_a_very_long_line_stays_one_line() -> None:
    text = "长: " + "路灯" * 5000
    assert "\n" not in quoted(text)
    assert yaml.safe_load(f"a: {quoted(text)}") == {"a": text}


anything = st.text(st.characters(exclude_categories=["Cs"]), max_size=40) | st.text(
    "-?:,[]{}#&*!|>'\"%@`=~<. \t\n\\0123456789eExX_+yno灯：，。\u3000\u202e\x1b\ufeff\u200d", max_size=12
)


@given(anything)
@example("0x")
@example("1__0")
@settings(max_examples=400, deadline=None)
def test_any_text_reads_the_same_everywhere(text: str) -> None:
    assert loaded(quoted(text, flow=True)) == [text] * 8
    node = compose(f"a: {quoted(text)}\n")
    assert node is not None
    ((_, value),) = node.value
    assert isinstance(value, ScalarNode)
    assert value.value == text
    assert yaml.safe_load(f"- {quoted(text)}") == [text]


def test_the_layout_is_the_one_of_the_format() -> None:
    assert new_entry(ENTRY, "zh", NAMES).decode() == CHINESE
    assert new_entry(ENTRY, "en", NAMES).decode() == ENGLISH


def test_absent_keys_are_left_out() -> None:
    entry = Entry(date=date(2026, 11, 16), kind="hotline", path="diaries/2026/2026-11-16-hotline.md")
    assert new_entry(entry, "zh", NAMES) == "---\n日期: 2026-11-16\n类型: 12345\n---\n".encode()


def test_every_key_has_its_place() -> None:
    issue = Issue(
        id="20261116-1", title="[急] 灯坏", place="no", reporter="老爷子", source="heard", category="other",
        tier="small", owner="包院居干", due=date(2026, 11, 16), households=12, ticket="012345",
        cost=Decimal("1200.50"), photos=("photos/a b.jpg", "photos/c,d.jpg"),
    )  # fmt: skip
    entry = Entry(date=date(2026, 11, 16), cleaned=3, issues=(issue,), path="diaries/2026/2026-11-16.md")
    assert new_entry(entry, "zh", NAMES).decode() == (
        "---\n日期: 2026-11-16\n类型: 走动\n顺手: 3\n事项:\n"
        '  - 编号: 20261116-1\n    事由: "[急] 灯坏"\n    地点: "no"\n    反映人: 老爷子\n    来源: 听\n'
        "    类别: 其他\n    层级: 小事\n    责任: 包院居干\n    期限: 2026-11-16\n    户数: 12\n"
        '    工单: "012345"\n    资金: 1200.50\n    照片: [photos/a b.jpg, "photos/c,d.jpg"]\n---\n'
    )  # fmt: skip


@pytest.mark.parametrize(
    ("body", "below"),
    [
        ("", ""),
        ("\n\n", ""),
        ("正文", "\n正文\n"),
        ("正文\n\n\n", "\n正文\n"),
        ("\n\n正文\n", "\n\n正文\n"),
        ("前\n---\n后\n---\n日期: 2001-01-01\n", "\n前\n---\n后\n---\n日期: 2001-01-01\n"),
        ("---\n", "\n---\n"),
        ("一\r\n二\r\n", "\n一\r\n二\r\n"),
        ("  缩进,行尾两个空格  \n# 标题 #\n", "\n  缩进,行尾两个空格  \n# 标题 #\n"),
    ],
)
def test_the_body_is_kept(body: str, below: str) -> None:
    entry = Entry(date=date(2026, 11, 16), path="diaries/2026/2026-11-16.md", body=body)
    raw = new_entry(entry, "zh", NAMES)
    assert raw.decode() == "---\n日期: 2026-11-16\n类型: 走动\n---\n" + below
    again = read_entry(raw, entry.path, CATEGORIES)
    assert again.entry == entry
    assert not again.problems


def test_what_would_not_read_back_is_refused() -> None:
    entry = Entry(date=date(2026, 11, 16), time="半天", path="diaries/2026/2026-11-16.md")
    with pytest.raises(MinqingError) as refused:
        new_entry(entry, "zh", NAMES)
    assert refused.value.code == "edit.unsafe"


def test_a_category_whose_name_is_not_its_own_is_written_as_its_id() -> None:
    issue = Issue("20261116-1", "灯坏", category="lamps")
    entry = Entry(date=date(2026, 11, 16), issues=(issue,), path="diaries/2026/2026-11-16.md")
    raw = new_entry(entry, "zh", {**NAMES, "lamps": "其他"})
    assert "    类别: lamps\n" in raw.decode()


def test_half_a_character_is_refused_in_words() -> None:
    entry = Entry(date=date(2026, 11, 16), weather="晴\udcff", path="diaries/2026/2026-11-16.md")
    with pytest.raises(MinqingError) as refused:
        new_entry(entry, "zh", NAMES)
    assert (refused.value.code, refused.value.params["character"]) == ("edit.encoding", "U+DCFF")


line = (st.lists(st.sampled_from(NASTY) | anything, min_size=1, max_size=4).map("".join).map(one_line)).filter(bool)


@given(line, line, line)
@settings(max_examples=300, deadline=None)
def test_any_text_survives_a_new_entry(title: str, name: str, said: str) -> None:
    note = Progress(date(2026, 11, 17), "close", None, said)
    issue = Issue("20261116-1", title, place=name, owner=title, ticket=said, progress=(note,))
    path = "diaries/2026/2026-11-16.md"
    entry = Entry(date(2026, 11, 16), weather=title, walkers=(name, "王丽"), issues=(issue,), path=path)
    for language in ("zh", "en"):
        again = read_entry(new_entry(entry, language, NAMES), entry.path, CATEGORIES)
        assert again.entry == entry
        assert not [p for p in again.problems if p.code != "progress-looks-closed"]
