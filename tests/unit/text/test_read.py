"""Good files: what an entry holds, in either spelling, typed by the schema and never by YAML."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import frontmatter
import pytest
from readings import EXAMPLE, PATH, codes, entry_of, front, issue_of, raised, reading

from minqing.domain.model import Entry, Issue, Progress
from minqing.text.frontmatter import HANDLER

CONTRACT = EXAMPLE + "\n## 走\n日记。\n"
ENTRY = Entry(
    date(2019, 10, 21),
    "walk",
    "08:30-11:40",
    "晴",
    "顺时针一圈",
    4773,
    Decimal("2.87"),
    ("张书记", "王丽", "李楼长"),
    ("城管执法队",),
    ("高龄党员户",),
    issues=(
        Issue(
            "20191021-1",
            "8号楼的阿姨说家里因为树密晒不到阳光,想晒太阳只能来楼下",
            "8号楼",
            category="environment",
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
)


def test_the_example_of_the_format() -> None:
    found = reading(CONTRACT)
    entry = entry_of(found)
    assert entry == ENTRY
    assert (codes(found), found.repaired) == ([], CONTRACT)
    assert (entry.path, entry.body) == (PATH, "\n## 走\n日记。\n")
    assert (entry.issues[0].line, [line.line for line in entry.issues[0].progress]) == (13, [21, 22, 23])


def test_both_spellings_may_be_mixed() -> None:
    english = (
        CONTRACT.replace("日期:", "date:").replace("类型: 走动", "Kind: WALK").replace("层级: 中事", "tier: medium")
    )
    assert entry_of(reading(english.replace("办理:", "progress:").replace("事由:", "title:"))) == ENTRY


@pytest.mark.parametrize("mark", ["", "\ufeff"])
@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_bom_and_line_ends_are_accepted_without_a_word(mark: str, end: str) -> None:
    found = reading((mark + CONTRACT).replace("\n", end))
    assert (entry_of(found), codes(found)) == (ENTRY, [])
    assert found.source is not None
    assert (found.source.newline, found.source.encoding) == (end, "utf-8-sig" if mark else "utf-8")


@pytest.mark.parametrize(
    "text", ["12:30", "012345", "no", "yes", "~", "null", "1e3", "2019-10-21", "0x1f", "1_000", ".inf", "on"]
)
def test_yaml_guesses_nothing(text: str) -> None:
    found = raised("事由: " + text, "工单: " + text)
    assert (issue_of(found).title, issue_of(found).ticket, codes(found)) == (text, text, [])


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("4773", 4773),
        ("４７７３", 4773),
        ("012345", 12345),
        ("4,773", 4773),
        ("'4773'", 4773),
        ("", None),
        ("~", None),
        ("null", None),
    ],
)
def test_counts(written: str, read: int | None) -> None:
    found = front("步数: " + written)
    assert (entry_of(found).steps, codes(found)) == (read, [])


@pytest.mark.parametrize(
    "written", ["-3", "+3", "1e5", "NaN", ".inf", "4 773", "1_000", "0x10", "四千", "4773步", "2.5", "9" * 5000]
)
def test_what_is_no_count_is_an_error(written: str) -> None:
    found = front("步数: " + written)
    assert found.entry is None
    assert [(p.code, p.line, p.column) for p in found.problems] == [("number-bad", 3, 5)]


@pytest.mark.parametrize("written", ["2,870", "-1", "1e1", "nan", "2.", "1.2.3"])
def test_what_is_no_decimal_is_an_error(written: str) -> None:
    assert codes(front("公里: " + written)) == ["number-bad"]


def test_decimals_keep_their_digits() -> None:
    assert entry_of(front("公里: ２．８７０")).km == Decimal("2.870")


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("张书记、王丽", ("张书记", "王丽")),
        ("张书记，王丽,李楼长;刘主任；老爷子", ("张书记", "王丽", "李楼长", "刘主任", "老爷子")),
        ("[张书记, 王丽]", ("张书记", "王丽")),
        ("['张书记、王丽']", ("张书记、王丽",)),
        ("张书记 # 李楼长请假", ("张书记",)),
        ("[]", ()),
        ("", ()),
    ],
)
def test_lists_of_names(written: str, read: tuple[str, ...]) -> None:
    found = front("参加: " + written)
    assert (entry_of(found).walkers, codes(found)) == (read, [])


def test_names_one_a_line() -> None:
    assert entry_of(front("参加:", "- 张书记", "- 王丽 # 到九点")).walkers == ("张书记", "王丽")


def test_progress_as_a_single_scalar_is_one_line() -> None:
    assert len(issue_of(raised("事由: 灯", "办理: 2019-10-23 跟进 先看,再修;回头说")).progress) == 1


def test_texts_over_several_lines_stay_what_they_are() -> None:
    found = raised("事由: |", "  第一行", "  地点: 5号楼 # 对", "地点: 大门", "  东边", '责任: "张: ', '  书记 # 一"')
    issue = issue_of(found)
    assert (issue.title, issue.place, issue.owner) == ("第一行\n地点: 5号楼 # 对", "大门 东边", "张: 书记 # 一")
    assert codes(found) == []


def test_comments_where_they_belong_say_nothing() -> None:
    found = front(
        "# 一条",
        "步数: 4773 # 手机",
        '天气: "晴" # 热',
        "事项:",
        "  - 编号: 20191021-1",
        "    # 两条",
        "    事由: '灯' # 坏",
    )
    assert (entry_of(found).weather, entry_of(found).steps, codes(found)) == ("晴", 4773, [])


@pytest.mark.parametrize(
    ("name", "lines", "kind", "expected"),
    [
        ("2019-10-21", (), "walk", []),
        ("2019-10-21-2", (), "walk", []),
        ("2019-10-21-desk", (), "desk", []),
        ("2019-10-21-hotline-3", ("类型: 12345",), "hotline", []),
        ("2019-10-21-desk", ("类型: 来电",), "call", ["kind-mismatch"]),
        ("2019-10-21", ("类型: 接待",), "desk", ["kind-mismatch"]),
        ("2019-10-22", (), None, ["date-mismatch"]),
        ("随手记", ("类型: 接待",), "desk", []),
    ],
)
def test_the_name_of_the_file(name: str, lines: tuple[str, ...], kind: str | None, expected: list[str]) -> None:
    found = front(*lines, path=f"diaries/2019/{name}.md")
    assert codes(found) == expected
    assert (found.entry.kind if found.entry else None) == kind


def test_full_width_words_are_the_same_words() -> None:
    found = raised("事由: 灯", "层级: ｓｍａｌｌ", "户数: １２", "来源: 听", "编号２: x")
    assert (issue_of(found).tier, issue_of(found).households, issue_of(found).source) == ("small", 12, "heard")


def test_a_source_may_be_a_kind_of_entry() -> None:
    assert issue_of(raised("事由: 灯", "来源: 12345")).source == "hotline"


def test_times_are_normalised() -> None:
    assert entry_of(front("时间: 8：30—11：40")).time == "08:30-11:40"


def test_the_handler_serves_python_frontmatter_too() -> None:
    metadata, body = frontmatter.parse(CONTRACT, handler=HANDLER)
    assert metadata["node"].value[0][1].value == "2019-10-21"
    assert body.startswith("## 走")
    assert HANDLER.detect(CONTRACT)
    assert not HANDLER.detect("日记")
