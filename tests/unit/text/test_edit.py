"""Edits change exactly the marked places of a file: «what is added», ‹what goes›."""

from __future__ import annotations

import re
from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from readings import NASTY

from minqing.domain.errors import MinqingError
from minqing.domain.model import Issue, Progress
from minqing.text.edit import add_issues, add_progress
from minqing.text.normal import one_line
from minqing.text.read import Reading, read_entry

PATH = "diaries/2019/2019-10-21.md"
NAMES = {"greenery": "绿化", "other": "其他"}
CATEGORIES = {word: id for id, name in NAMES.items() for word in (id, name)}
ID = "20191021-1"
NOTE = Progress(date(2019, 11, 2), "note", None, "回来看过")
LAMP = Issue("20191021-2", "路灯坏了", place="5号楼", category="other")


def before(sample: str) -> str:
    return re.sub("«[^»]*»", "", sample).replace("‹", "").replace("›", "")


def after(sample: str) -> str:
    return re.sub("‹[^›]*›", "", sample).replace("«", "").replace("»", "")


def reading(text: str | bytes) -> Reading:
    return read_entry(text if isinstance(text, bytes) else text.encode(), PATH, CATEGORIES)


def with_note(text: str | bytes, *lines: Progress, id: str = ID) -> bytes:
    return add_progress(reading(text), id, lines or (NOTE,), "zh", NAMES, CATEGORIES)


def with_lamp(text: str | bytes) -> bytes:
    return add_issues(reading(text), [LAMP], "zh", NAMES, CATEGORIES)


def issue(lines: str) -> str:
    """A diary file with one issue whose further lines are given."""
    head = "---\n日期: 2019-10-21\n事项:\n  - 编号: 20191021-1\n    事由: 树密晒不到阳光\n"
    return f"{head}{lines}---\n\n正文\n"


PROGRESS = {
    "block list": issue("""\
    办理:
      - 2019-10-23 跟进 约了周四
«      - 2019-11-02 跟进 回来看过
»"""),
    "two items, quoted last one": issue("""\
    办理:
      - 2019-10-23 跟进 约了周四
      - "2019-10-24 跟进 他说: \\"太吵\\""
«      - 2019-11-02 跟进 回来看过
»"""),
    "not indented under its key": issue("""\
    办理:
    - 2019-10-23 跟进 约了周四
«    - 2019-11-02 跟进 回来看过
»"""),
    "deeply indented": issue("""\
    办理:
            - 2019-10-23 跟进 约了周四
«            - 2019-11-02 跟进 回来看过
»"""),
    "wide dash": issue("""\
    办理:
      -   2019-10-23 跟进 约了周四
«      - 2019-11-02 跟进 回来看过
»"""),
    "comment on the last line": issue("""\
    办理:
      - 2019-10-23 跟进 约了周四   # 已核
«      - 2019-11-02 跟进 回来看过
»"""),
    "comments and blank lines behind": issue("""\
    办理:
      - 2019-10-23 跟进 约了周四
«      - 2019-11-02 跟进 回来看过
»
      # 还要去一次

    # 事项完
"""),
    "comments between": issue("""\
    办理: # 见台账
      # 第一次
      - 2019-10-23 跟进 约了周四

      # 第二次
      - 2019-10-24 跟进 没约上
«      - 2019-11-02 跟进 回来看过
»"""),
    "a key behind it": issue("""\
    办理:
      - 2019-10-23 跟进 约了周四
«      - 2019-11-02 跟进 回来看过
»    地点: 8号楼
"""),
    "an issue behind it": issue("""\
    办理:
      - 2019-10-23 跟进 约了周四
«      - 2019-11-02 跟进 回来看过
»
  # 下一件
  - 编号: 20191021-2
    事由: 灯
    办理:
      - 2019-10-23 跟进 约了周四
"""),
    "plain text over several lines": issue("""\
    办理:
      - 2019-10-23 跟进 约了
        周四
         现场看
«      - 2019-11-02 跟进 回来看过
»"""),
    "double quoted over several lines": issue("""\
    办理:
      - "2019-10-23 跟进 约了
        周四: # 不是注释
   现场看"  # 注释
«      - 2019-11-02 跟进 回来看过
»"""),
    "single quoted over several lines": issue("""\
    办理:
      - '2019-10-23 跟进 他说''好''
        周四'
«      - 2019-11-02 跟进 回来看过
»"""),
    "literal block": issue("""\
    办理:
      - |
        2019-10-23 跟进 约了
        # 不是注释
«      - 2019-11-02 跟进 回来看过
»
      # 注释
"""),
    "folded block, kept": issue("""\
    办理:
      - 2019-10-22 跟进 先看
      - >+
        2019-10-23 跟进 约了

        周四
«      - 2019-11-02 跟进 回来看过
»
"""),
    "flow list": issue("""\
    办理: [2019-10-23 跟进 约了周四«, 2019-11-02 跟进 回来看过»]
"""),
    "flow list with a trailing comma and a comment": issue("""\
    办理: [2019-10-23 跟进 约了周四«, 2019-11-02 跟进 回来看过», ]  # 完
"""),
    "flow list over several lines": issue("""\
    办理: [
      2019-10-23 跟进 约了周四,   # 一
      "2019-10-24 跟进 没约上, 再约"«, 2019-11-02 跟进 回来看过»   # 二 ]
    ]
"""),
    "empty flow list": issue("""\
    办理:‹ []›
«      - 2019-11-02 跟进 回来看过
»"""),
    "empty flow list with a comment": issue("""\
    办理:‹   [ ]›  # 还没办
«      - 2019-11-02 跟进 回来看过
»    地点: 8号楼
"""),
    "empty flow list over two lines": issue("""\
    办理: [ # 还没办
    «2019-11-02 跟进 回来看过»]
"""),
    "null": issue("""\
    办理:
«      - 2019-11-02 跟进 回来看过
»    地点: 8号楼
"""),
    "null with blanks, comment and a comment below": issue("""\
    办理:   # 还没办
«      - 2019-11-02 跟进 回来看过
»    # 地点未核
    地点: 8号楼
"""),
    "absent": issue("""\
    地点: 8号楼
«    办理:
      - 2019-11-02 跟进 回来看过
»"""),
    "absent, comment and blank line behind": issue("""\
    地点: 8号楼  # 东侧
«    办理:
      - 2019-11-02 跟进 回来看过
»
    # 责任未定
"""),
    "absent behind a list and a null": issue("""\
    照片:
      - photos/a.jpg
      - photos/b.jpg
    地点:
«    办理:
      - 2019-11-02 跟进 回来看过
»"""),
    "absent behind a folded text": issue("""\
    地点: >-
      8号楼
      东侧
«    办理:
      - 2019-11-02 跟进 回来看过
»

"""),
    "one line instead of a list": issue("""\
    办理:‹ ›«
      - »2019-10-23 跟进 约了周四  # 一
«      - 2019-11-02 跟进 回来看过
»    地点: 8号楼
"""),
    "one quoted line instead of a list": issue("""\
    办理:‹   ›«
      - »"2019-10-23 跟进 他说: 好"
«      - 2019-11-02 跟进 回来看过
»"""),
    "one line below the key": issue("""\
    办理:
‹      ›«    - »2019-10-23 跟进 约了周四
«    - 2019-11-02 跟进 回来看过
»"""),
    "one wrapped line instead of a list": issue("""\
    办理:‹ ›«
    - »2019-10-23 跟进 约了
      周四
«    - 2019-11-02 跟进 回来看过
»"""),
    "English keys": """\
---
date: 2019-10-21
issues:
- id: 20191021-1
  title: 树密
«  办理:
    - 2019-11-02 跟进 回来看过
»---
""",
    "issue as a flow mapping": """\
---
日期: 2019-10-21
事项:
  - {编号: 20191021-1, 事由: 树密, 办理: [2019-10-23 跟进 约了«, 2019-11-02 跟进 回来看过»]}
---
""",
    "issue as a flow mapping without progress": """\
---
日期: 2019-10-21
事项: [{编号: 20191021-1, 事由: 树密«, 办理: [2019-11-02 跟进 回来看过]»}, {编号: 20191021-2, 事由: 灯}]
---
""",
    "issue as a flow mapping with a null": """\
---
日期: 2019-10-21
事项: [{编号: 20191021-1, 事由: 树密, 办理: «[2019-11-02 跟进 回来看过]»}]
---
""",
    "issue as a flow mapping with one line": """\
---
日期: 2019-10-21
事项: [{编号: 20191021-1, 事由: 树密, 办理: «[»2019-10-23 跟进 约了«, 2019-11-02 跟进 回来看过]»}]
---
""",
    "issue as a flow mapping over several lines": """\
---
日期: 2019-10-21
事项:
  - {
      编号: 20191021-1,  # 号
      事由: 树密,
      地点:
    « , 办理: [2019-11-02 跟进 回来看过]»}
---
""",
    "everything in a flow mapping": """\
---
{日期: 2019-10-21, 事项: [{编号: 20191021-1, 事由: 树密«, 办理: [2019-11-02 跟进 回来看过]»}]}
---
""",
    "closed with dots": """\
---
日期: 2019-10-21
事项:
- 编号: 20191021-1
  事由: 树密
  办理:
  - 2019-10-23 跟进 约了
«  - 2019-11-02 跟进 回来看过
»...
正文
""",
    "fences of dashes": """\
———
日期: 2019-10-21
事项:
- 编号: 20191021-1
  事由: 树密
  办理:
  - 2019-10-23 跟进 约了
«  - 2019-11-02 跟进 回来看过
»———

正文 --- 里
---
""",
    "no line break at the end": """\
---
日期: 2019-10-21
事项:
- 编号: 20191021-1
  事由: 树密
  办理:
  - 2019-10-23 跟进 约了
«  - 2019-11-02 跟进 回来看过
»---""",
    "full-width colons and unquoted text": """\
---
日期：2019-10-21
事项：
  - 编号：20191021-1
    事由: [急] 灯坏
    办理：
      - 2019-10-23 跟进 王丽: 看过: 好
      - 2019-10-24 跟进 他说: "太吵", 要处理
«      - 2019-11-02 跟进 回来看过
»---
""",
    "full-width colon after a key without a value": issue("""\
    办理：
«      - 2019-11-02 跟进 回来看过
»"""),
    "a slip of the pen in the key": issue("""\
    办里:
      - 2019-10-23 跟进 约了周四
«      - 2019-11-02 跟进 回来看过
»"""),
    "items out of line and without a blank": issue("""\
    办理:
      - 2019-10-23 跟进 约了周四
       - 2019-10-24 跟进 没约上
      -2019-10-25 跟进 再约
«      - 2019-11-02 跟进 回来看过
»"""),
    "full-width colons, key absent": issue("""\
    地点：8号楼
«    办理:
      - 2019-11-02 跟进 回来看过
»"""),
}


@pytest.mark.parametrize("sample", PROGRESS.values(), ids=PROGRESS.keys())
def test_a_line_of_progress_changes_nothing_else(sample: str) -> None:
    assert with_note(before(sample)).decode() == after(sample)


@pytest.mark.parametrize("sample", PROGRESS.values(), ids=PROGRESS.keys())
def test_windows_files_keep_their_line_endings_and_bom(sample: str) -> None:
    raw = b"\xef\xbb\xbf" + before(sample).replace("\n", "\r\n").encode()
    assert with_note(raw) == b"\xef\xbb\xbf" + after(sample).replace("\n", "\r\n").encode()


@pytest.mark.parametrize("sample", PROGRESS.values(), ids=PROGRESS.keys())
def test_gbk_files_stay_gbk(sample: str) -> None:
    assert with_note(before(sample).encode("gb18030")) == after(sample).encode("gb18030")


@pytest.mark.parametrize("sample", PROGRESS.values(), ids=PROGRESS.keys())
def test_a_second_edit_follows_the_first(sample: str) -> None:
    twice = with_note(with_note(before(sample)), Progress(date(2019, 11, 3), "close", None, "修剪了"))
    entry = reading(twice).entry
    assert entry is not None
    assert [line.text for line in entry.issues[0].progress][-2:] == ["回来看过", "修剪了"]


ISSUES = {
    "block list": issue("""\
    办理:
      - 2019-10-23 跟进 约了
«  - 编号: 20191021-2
    事由: 路灯坏了
    地点: 5号楼
    类别: 其他
»
  # 完
"""),
    "not indented": """\
---
日期: 2019-10-21
事项:
- 编号: 20191021-1
  事由: 树密
«- 编号: 20191021-2
  事由: 路灯坏了
  地点: 5号楼
  类别: 其他
»天气: 晴
---
""",
    "absent": """\
---
日期: 2019-10-21
天气: 晴   # 有风
«事项:
  - 编号: 20191021-2
    事由: 路灯坏了
    地点: 5号楼
    类别: 其他
»
# 没有事项
---
正文
""",
    "null": """\
---
日期: 2019-10-21
事项:   # 没有
«  - 编号: 20191021-2
    事由: 路灯坏了
    地点: 5号楼
    类别: 其他
»天气: 晴
---
""",
    "empty": """\
---
日期: 2019-10-21
事项:‹ []›
«  - 编号: 20191021-2
    事由: 路灯坏了
    地点: 5号楼
    类别: 其他
»---
""",
    "flow list": """\
---
日期: 2019-10-21
事项: [{编号: 20191021-1, 事由: 树密}«, {编号: 20191021-2, 事由: 路灯坏了, 地点: 5号楼, 类别: 其他}»]
---
""",
    "flow mapping": """\
---
{日期: 2019-10-21, 天气: 晴«, 事项: [{编号: 20191021-2, 事由: 路灯坏了, 地点: 5号楼, 类别: 其他}]»}
---
""",
}


@pytest.mark.parametrize("sample", ISSUES.values(), ids=ISSUES.keys())
def test_an_issue_changes_nothing_else(sample: str) -> None:
    assert with_lamp(before(sample)).decode() == after(sample)


@pytest.mark.parametrize("sample", ISSUES.values(), ids=ISSUES.keys())
def test_an_issue_in_a_windows_file(sample: str) -> None:
    raw = b"\xef\xbb\xbf" + before(sample).replace("\n", "\r\n").encode()
    assert with_lamp(raw) == b"\xef\xbb\xbf" + after(sample).replace("\n", "\r\n").encode()


def test_two_issues_with_progress_in_one_edit() -> None:
    text = "---\ndate: 2019-10-21\n---\n"
    full = Issue(
        "20191021-3", "- no: 'x'", photos=("photos/a,b.jpg",), households=3, cost=Decimal("12.5"),
        ticket="no", due=date(2019, 10, 21),
        progress=(NOTE, Progress(date(2019, 11, 3), "followup", "fair", "还行")),
    )  # fmt: skip
    raw = add_issues(reading(text), [LAMP, full], "en", NAMES, CATEGORIES)
    assert raw.decode() == (
        "---\ndate: 2019-10-21\nissues:\n"
        "  - id: 20191021-2\n    title: 路灯坏了\n    place: 5号楼\n    category: other\n"
        "  - id: 20191021-3\n    title: \"- no: 'x'\"\n    due: 2019-10-21\n"
        '    households: 3\n    ticket: "no"\n    cost: 12.5\n'
        '    photos: ["photos/a,b.jpg"]\n    progress:\n      - 2019-11-02 note 回来看过\n'
        "      - 2019-11-03 followup fair 还行\n---\n"
    )


def test_several_lines_at_once_stand_in_their_order() -> None:
    added = "«      - 2019-11-02 上报 街道办事处 请求协调\n      - 2019-11-02 延期 2019-11-17\n»"
    sample = issue(f"    办理:\n{added}")
    lines = (
        Progress(date(2019, 11, 2), "escalate", "街道办事处", "请求协调"),
        Progress(date(2019, 11, 2), "extend", "2019-11-17"),
    )
    assert with_note(before(sample), *lines).decode() == after(sample)


def test_nothing_to_add_changes_nothing() -> None:
    text = issue("")
    assert add_progress(reading(text), ID, [], "zh", NAMES, CATEGORIES) == text.encode()
    assert add_issues(reading(text), [], "zh", NAMES, CATEGORIES) == text.encode()


def test_each_line_keeps_its_own_ending() -> None:
    raw = (
        b"---\n" + "日期: 2019-10-21\r\n事项:\n  - 编号: 20191021-1\r\n    事由: 树密\n    办理:\n".encode()
        + "      - 2019-10-23 跟进 约了\r\n---\n正文\n".encode()
    )  # fmt: skip
    new = "      - 2019-11-02 跟进 回来看过\r\n".encode()
    assert with_note(raw) == raw.replace(b"---\n" + "正文".encode(), new + b"---\n" + "正文".encode())


def test_the_issue_meant_is_the_one_changed() -> None:
    """The id may stand in a title, a comment or another issue's progress as well."""
    text = issue("""\
    # 编号: 20191021-2
    办理:
      - 2019-10-23 重复 20191021-2
  - 编号: 20191021-2
    事由: 见 20191021-1
""")
    new = "    办理:\n      - 2019-11-02 跟进 回来看过\n"
    assert with_note(text, id="20191021-2").decode() == text.replace("\n---\n\n正文", f"\n{new}---\n\n正文")


def refused(text: str | bytes, *lines: Progress, id: str = ID) -> MinqingError:
    with pytest.raises(MinqingError) as caught:
        with_note(text, *lines, id=id)
    return caught.value


def test_inside_a_line_that_needs_mending_nothing_is_inserted() -> None:
    error = refused(issue("    办理： [2019-10-23 跟进 约了]\n"))
    assert error.code == "edit.repair-first"
    assert error.params == {"path": PATH, "line": 6}


def test_a_list_that_starts_with_a_tab_is_mended_first() -> None:
    error = refused(issue("    办理:\n\t\t- 2019-10-23 跟进 约了\n"))
    assert error.code == "edit.repair-first"
    assert error.params == {"path": PATH, "line": 7}


def test_an_entry_with_errors_is_not_changed() -> None:
    assert refused("---\n日期: 很久以前\n---\n").code == "edit.unreadable"


def test_an_issue_that_is_not_there() -> None:
    assert refused(issue(""), id="20191021-7").code == "edit.no-issue"


def test_an_id_that_stands_twice() -> None:
    error = refused(issue("  - 编号: 20191021-1\n    事由: 灯\n"))
    assert error.code == "edit.twice"
    assert error.params["line"] == 6


def test_half_a_character_is_refused_in_words() -> None:
    assert refused(issue(""), Progress(date(2019, 11, 2), "note", None, "\udcb2")).code == "edit.encoding"


def test_what_would_read_differently_is_refused() -> None:
    unwritable = Progress(date(2019, 11, 2), "close", "办结不带参数", "好")
    error = refused(issue(""), unwritable)
    assert error.code == "edit.unsafe"
    assert error.params == {"path": PATH, "line": 4}


ODD = st.text(st.characters(exclude_categories=["Cs"]), max_size=30) | st.sampled_from(NASTY)
TEXT = st.lists(ODD, min_size=1, max_size=4).map("".join).map(one_line).filter(bool)


@given(TEXT, st.sampled_from(list(PROGRESS.values())))
@settings(max_examples=300, deadline=None)
def test_any_text_survives_being_added(text: str, sample: str) -> None:
    was = before(sample)
    raw = with_note(was, Progress(date(2019, 11, 2), "close", None, text))
    entry, old = reading(raw).entry, reading(was).entry
    assert entry is not None
    assert old is not None
    assert entry.issues[0].progress[:-1] == old.issues[0].progress
    assert entry.issues[0].progress[-1] == Progress(date(2019, 11, 2), "close", None, text)
    assert entry.body == old.body


ODD_IN_COMMENTS = ["Cs", "Cc", "Zl", "Zp", "Cn"]
COMMENT = st.text(st.characters(exclude_categories=ODD_IN_COMMENTS, exclude_characters="\ufeff"), max_size=20)


@given(st.lists(st.tuples(st.integers(0, 8), COMMENT), max_size=6), st.booleans())
@settings(max_examples=200, deadline=None)
def test_random_comments_and_blank_lines_stay(comments: list[tuple[int, str]], windows: bool) -> None:
    two_issues = issue("    办理:\n      - 2019-10-23 跟进 约了\n  - 编号: 20191021-2\n    事由: 灯\n")
    lines = two_issues.split("\n")[1:-4]
    for place, words in comments:
        lines.insert(min(place, len(lines)), " " * (place % 5) + f"# {words}" if words else "")
    text = "\n".join(["---", *lines, "---", "", "正文", ""]).replace("\n", "\r\n" if windows else "\n")
    ending = "\r\n" if windows else "\n"
    new = f"      - 2019-11-02 跟进 回来看过{ending}"
    anchor = f"      - 2019-10-23 跟进 约了{ending}"
    assert with_note(text).decode() == text.replace(anchor, anchor + new)
