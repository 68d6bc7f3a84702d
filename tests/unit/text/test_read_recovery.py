"""What hands and input methods write and YAML misreads: read as meant, named, and never lost."""

from __future__ import annotations

import pytest
from readings import codes, entry_of, front, issue_of, raised

UNREADABLE = [
    "王丽: 看过: 好",
    '他说: "太吵", 要处理',
    "王丽: @绿化队",
    "[急] 灯坏",
    "@物业",
    "%三成",
    "&老爷子",
    "*重要",
    "!急",
    "| 竖线",
    "> 大于",
    "'半个引号",
    '"半个引号',
    "{待定}",
    "[待定",
    "]",
    "`灯`",
    "- 灯坏",
    "? 谁的",
    ": 冒号",
    "-",
    "|",
    ">",
    "'好'的",
    '"好"的',
    "灯坏 #3灯杆",
    "#3灯杆",
    "看过:",
    "!!急!!",
    "a\x1b[31mb",
    "a\u2028b",
    "C:\\灯 # x",
    '"C:\\灯"',
]


@pytest.mark.parametrize("text", UNREADABLE)
def test_a_text_yaml_cannot_read_is_recovered(text: str) -> None:
    found = raised("事由: 灯", "地点: " + text, "责任: 物业")
    issue = issue_of(found)
    assert (issue.place, issue.owner) == (text, "物业")
    assert [(p.line, p.severity) for p in found.problems] == [(6, "warning")]
    assert found.problems[0].code in ("text-unquoted", "comment-swallows")


@pytest.mark.parametrize(
    "text", ["王丽: 看过: 好", '他说: "太吵", 要处理', "王丽: @绿化队", "看过 # 张书记确认", "看过:", "a\tb # c"]
)
def test_so_is_a_line_of_progress(text: str) -> None:
    found = raised("事由: 灯", "办理:", f"  - 2019-10-23 跟进 {text}", "  - 2019-10-24 办结")
    first, second = issue_of(found).progress
    assert (first.text, second.verb) == (text, "close")
    assert [p.line for p in found.problems] == [7]


@pytest.mark.parametrize(
    ("written", "text"),
    [
        ('"2019-10-23 跟进 他说"太吵""', '他说"太吵"'),
        ('"2019-10-23 跟进 他说"太吵"', '他说"太吵"'),
        ('"2019-10-23 跟进 看过', "看过"),
        ("'2019-10-23 跟进 it's'", "it's"),
    ],
)
def test_a_line_of_progress_in_loose_quotes(written: str, text: str) -> None:
    found = raised("事由: 灯", "办理:", f"  - {written}", "  - 2019-10-24 办结")
    assert (issue_of(found).progress[0].text, codes(found)) == (text, ["text-unquoted"])


def test_names_are_recovered_too() -> None:
    found = front("参加: [张书记，@王丽、李楼长]", "同行:", "  - 绿化队: 老李", "  - 城管", "走访： ［老党员户］")
    entry = entry_of(found)
    assert entry.walkers == ("张书记", "@王丽", "李楼长")
    assert (entry.companions, entry.visits) == (("绿化队: 老李", "城管"), ("老党员户",))
    assert set(codes(found)) == {"full-width", "text-unquoted"}


def test_a_text_over_two_lines_is_recovered_as_one() -> None:
    found = raised("事由: 阿姨说", "  王丽: 看过 # 对", "地点: 5号楼")
    assert (issue_of(found).title, issue_of(found).place) == ("阿姨说 王丽: 看过 # 对", "5号楼")


def test_a_text_below_its_key_is_recovered() -> None:
    assert issue_of(raised("事由:", "  王丽: 看过", "地点: 5号楼")).title == "王丽: 看过"


@pytest.mark.parametrize(
    ("line", "code"),
    [
        ("天气:晴", "colon-blank"),
        ("天气：晴", "full-width"),
        ("天气： 晴", "full-width"),
        ("天气:\u3000晴", "full-width"),
    ],
)
def test_colons(line: str, code: str) -> None:
    found = front(line)
    assert (entry_of(found).weather, codes(found)) == ("晴", [code])


def test_indentation_by_tabs_and_full_width_blanks() -> None:
    found = front(
        "事项:",
        "\t- 编号: 20191021-1",
        "\t\u3000事由: 灯",
        "\t\u3000办理:",
        "\t\t－ 2019-10-23 跟进",
        "\t\t-2019-10-24 办结",
    )
    assert [line.verb for line in issue_of(found).progress] == ["note", "close"]
    assert set(codes(found)) == {"indent-odd", "full-width", "dash-blank", "progress-empty"}


def test_lines_out_of_column() -> None:
    found = front(
        " 天气: 晴",
        "事项:",
        "  - 编号: 20191021-1",
        "    事由: 灯",
        "     地点: 5号楼",
        "    办理:",
        "      - 2019-10-23 跟进 一",
        "        - 2019-10-24 跟进 二",
        "     - 2019-10-25 办结 三",
        "   - 编号: 20191021-2",
        "     事由: 门",
    )
    first, second = entry_of(found).issues
    assert (entry_of(found).weather, first.place, second.title) == ("晴", "5号楼", "门")
    assert [line.text for line in first.progress] == ["一", "二", "三"]
    assert set(codes(found)) == {"indent-odd"}


def test_forgotten_list_marks_of_progress() -> None:
    found = raised("事由: 灯", "办理:", "  2019-10-23 跟进 一", "  2019-10-24 办结 二")
    assert [line.verb for line in issue_of(found).progress] == ["note", "close"]
    assert codes(found) == ["dash-blank", "dash-blank"]


@pytest.mark.parametrize(
    ("line", "key"),
    [
        ("天汽: 晴", "天气"),
        ("wether: 晴", "weather"),
        ("天氣: 晴", "天气"),
        ("气天：晴", "天气"),
        ("_天气_: 晴", "天气"),
    ],
)
def test_a_misspelt_key_is_read_as_what_was_meant(line: str, key: str) -> None:
    found = front(line)
    assert entry_of(found).weather == "晴"
    assert next(p for p in found.problems if p.code == "key-typo").params["mend"] == key


@pytest.mark.parametrize("line", ["人数: 5", "心情: 好", "wether: 雨", "setp: 很多", "备注: 王丽: 看过: 好", "天汽:"])
def test_other_unknown_keys_are_named_and_not_used(line: str) -> None:
    found = front("weather: 晴", line)
    assert "key-unknown" in codes(found)
    assert (entry_of(found).weather, entry_of(found).steps) == ("晴", None)


def test_an_unknown_key_may_hold_anything() -> None:
    found = front("备注:", "  地点: 5号楼", "  列表:", "    - 事由: 门", "天气: 晴")
    assert (codes(found), entry_of(found).weather) == (["key-unknown"], "晴")


@pytest.mark.parametrize(
    "written", ["2019/10/28", "2019.10.28", "2019年10月28日", "2019-10-28", "２０１９-１０-２８", "20191028"]
)
def test_dates_in_other_styles(written: str) -> None:
    found = raised("事由: 灯", "期限: " + written)
    due = issue_of(found).due
    assert due is not None
    assert due.isoformat() == "2019-10-28"
    assert codes(found) == ([] if written == "2019-10-28" else ["date-style"])


def test_recovery_of_one_text_does_not_touch_the_rest() -> None:
    found = raised(
        "事由: [急] 灯", "层级: 中事 # 对", "地点: >-", "  大门", "  东边", "办理:", '  - "2019-10-23 跟进: a # b" # 对'
    )
    issue = issue_of(found)
    assert (issue.title, issue.tier, issue.place) == ("[急] 灯", "medium", "大门 东边")
    assert issue.progress[0].text == "a # b"
    assert codes(found) == ["text-unquoted"]


def test_a_suspicious_continuation_is_named() -> None:
    found = raised("事由: 灯", "  地点：5号楼")
    assert issue_of(found).title == "灯 地点：5号楼"
    assert [(p.code, p.line) for p in found.problems] == [("lines-joined", 6)]
