"""``minqing list``: the keys, the order, the whole filter grammar."""

from __future__ import annotations

import pytest
from desk import Desk, issue_yaml

KEYS = {
    "id", "title", "place", "reporter", "source", "category", "bucket", "tier", "state", "owner", "raised", "due",
    "overdue", "days_open", "contacted", "closed", "outcome", "satisfaction", "households", "cost", "ticket", "photos",
    "walk", "line", "progress",
}  # fmt: skip


def test_the_keys_are_a_promise(desk: Desk) -> None:
    desk.issue("2026-11-16", "2026-11-17 note 看过")
    found = desk.json("list")
    assert set(found) >= {"schema", "today", "issues"}
    (issue,) = found["issues"]
    assert set(issue) >= KEYS
    assert set(issue["progress"][0]) >= {"date", "verb", "argument", "text"}


def test_absent_is_null(desk: Desk) -> None:
    desk.issue("2026-11-16")
    (issue,) = desk.json("list")["issues"]
    empty = {key for key in KEYS if issue[key] is None}
    assert empty == {
        "place", "reporter", "category", "tier", "owner", "due", "contacted", "closed", "outcome", "satisfaction",
        "households", "cost", "ticket",
    }  # fmt: skip
    assert (issue["photos"], issue["progress"], issue["bucket"], issue["source"]) == ([], [], "other", "walk")


def test_every_field_of_an_issue(desk: Desk) -> None:
    fields = {
        "title": "路灯太亮", "地点": "5号楼", "反映人": "老爷子", "来源": "看", "类别": "公共设施", "层级": "大事",
        "责任": "街道", "期限": "2026-11-18", "户数": "１２", "工单": "012345", "资金": "1500.50",
        "照片": "[a.jpg, b/c.jpg]",
    }  # fmt: skip
    desk.issue("2026-11-16", "2026-11-17 联系 电话", **fields)
    (issue,) = desk.json("list")["issues"]
    assert issue == {
        "id": "20261116-1", "title": "路灯太亮", "place": "5号楼", "reporter": "老爷子", "source": "seen",
        "category": "facility", "bucket": "unmanaged", "tier": "large", "state": "open", "owner": "街道",
        "raised": "2026-11-16", "due": "2026-11-18", "overdue": True, "days_open": 4, "contacted": "2026-11-17",
        "closed": None, "outcome": None, "satisfaction": None, "households": 12, "cost": 1500.5, "ticket": "012345",
        "photos": ["a.jpg", "b/c.jpg"], "walk": "diaries/2026/2026-11-16.md", "line": 4,
        "progress": [{"date": "2026-11-17", "verb": "contact", "argument": None, "text": "电话"}],
    }  # fmt: skip


@pytest.mark.parametrize("typed", ["看", "听", "问", "seen", "heard", "asked", "接待", "hotline"])
def test_the_source_as_written_or_the_entrys_kind(desk: Desk, typed: str) -> None:
    english = {"看": "seen", "听": "heard", "问": "asked", "接待": "desk"}.get(typed, typed)
    desk.issue("2026-11-16", 来源=typed)
    desk.issue("2026-11-17", front="kind: call\n", name="2026-11-17-call")
    assert [i["source"] for i in desk.json("list")["issues"]] == [english, "call"]


def test_what_is_most_urgent_comes_first(desk: Desk) -> None:
    desk.issue("2026-11-02", title="没有期限")
    desk.issue("2026-11-03", due="2026-12-01")
    desk.issue("2026-11-04", due="2026-11-19")
    desk.issue("2026-11-05", due="2026-11-10")
    desk.issue("2026-11-06", "2026-11-07 park 2026-11-25", due="2026-11-08")
    desk.issue("2026-11-09", due="2026-11-20")
    desk.issue("2026-11-10", "2026-11-12 close")
    desk.issue("2026-11-11", "2026-11-13 close")
    ids = [id[4:8] for id in desk.ok("list", "--json").ids]
    assert ids == ["1105", "1104", "1109", "1103", "1102", "1106"]
    all_ids = [id[4:8] for id in desk.ok("list", "state:all", "--json").ids]
    assert all_ids == [*ids, "1111", "1110"]


@pytest.fixture
def street(desk: Desk) -> Desk:
    """Six issues: A to E open (C parked, D overdue), F closed."""
    desk.entry(
        "2026-11-16",
        issues=issue_yaml(
            "20261116-1", title="A 路灯太亮", place="5号楼", reporter="老爷子", tier="large", category="facility",
            owner="街道办事处", due="2026-11-27",
        )
        + issue_yaml(
            "20261116-2", "2026-11-17 跟进 问了物业经理", title="B 小广告", place="3号楼", tier="small",
            category="environment", owner="包院居干", due="2026-11-20",
        )
        + issue_yaml("20261116-3", "2026-11-18 挂账 2026-12-31", title="C 加装电梯", tier="large", place="5号楼"),
    )  # fmt: skip
    desk.entry(
        "2026-10-12",
        issues=issue_yaml(
            "20261012-1",
            title="D 楼上漏水 Water",
            tier="medium",
            category="dispute",
            due="2026-10-19",
            owner="治安和调解",
        ),
    )
    desk.issue("2026-11-19", title="E 8:30 才开门", front="kind: desk\n", name="2026-11-19-desk")
    desk.issue("2026-10-19", "2026-10-26 办结", title="F 树密", tier="medium", place="8号楼")
    return desk


ABCDE = {"A", "B", "C", "D", "E"}


@pytest.mark.parametrize(
    ("terms", "found"),
    [
        ([], ABCDE),
        (["路灯"], {"A"}),
        (["5号楼"], {"A", "C"}),
        (["5号楼", "电梯"], {"C"}),
        (["5号楼 电梯"], {"C"}),
        (["老爷子"], {"A"}),
        (["经理"], {"B"}),
        (["water"], {"D"}),
        (["ＷＡＴＥＲ"], {"D"}),
        (["8:30"], {"E"}),
        (["没有这回事"], set()),
        (["tier:large"], {"A", "C"}),
        (["层级:大事"], {"A", "C"}),
        (["tier:大事"], {"A", "C"}),
        (["TIER:Large"], {"A", "C"}),
        (["not:tier:small"], {"A", "C", "D", "E"}),
        (["非:层级:小事"], {"A", "C", "D", "E"}),
        (["category:facility"], {"A"}),
        (["类别:公共设施"], {"A"}),
        (["bucket:dispute"], {"D"}),
        (["口径:环境问题"], {"B"}),
        (["bucket:other"], {"C", "E"}),
        (["state:open"], {"A", "B", "D", "E"}),
        (["state:parked"], {"C"}),
        (["状态:挂账"], {"C"}),
        (["state:closed"], {"F"}),
        (["state:all"], {*ABCDE, "F"}),
        (["owner:街道"], {"A"}),
        (["责任:居干"], {"B"}),
        (["place:5号楼"], {"A", "C"}),
        (["地点:8号楼", "state:all"], {"F"}),
        (["raised:2026-11"], {"A", "B", "C", "E"}),
        (["raised:上月"], {"D"}),
        (["提出:2026-11-16"], {"A", "B", "C"}),
        (["closed:上月"], {"F"}),
        (["closed:2026-11"], set()),
        (["due:..周五"], {"B", "D"}),
        (["due:..周五", "not:overdue"], {"B"}),
        (["due:2026-11-20.."], {"A", "B", "C"}),
        (["due:2026-11-20..2026-11-30"], {"A", "B"}),
        (["期限:下周五"], {"A"}),
        (["days:30.."], {"D"}),
        (["days:..3"], {"E"}),
        (["days:1..4"], {"A", "B", "C", "E"}),
        (["days:1"], {"E"}),
        (["overdue"], {"D"}),
        (["逾期"], {"D"}),
        (["not:overdue"], {"A", "B", "C", "E"}),
        (["非:逾期", "tier:large"], {"A", "C"}),
        (["not:路灯"], {"B", "C", "D", "E"}),
        (["tier:large", "not:state:parked"], {"A"}),
    ],
    ids=lambda value: " ".join(value) if isinstance(value, list) else "",
)
def test_filters(street: Desk, terms: list[str], found: set[str]) -> None:
    assert {i["title"][0] for i in street.json("list", *terms)["issues"]} == found


@pytest.mark.parametrize(
    ("term", "named"),
    [
        ("teir:large", "tier"),
        ("tire:large", "tier"),
        ("onwer:x", "owner"),
        ("dues:周五", "due"),
        ("层极:大事", "层级"),
        ("categry:facility", "category"),
        ("noot:tier:small", "not"),
    ],
)
def test_a_typo_of_a_key_is_an_error_that_names_it(street: Desk, term: str, named: str) -> None:
    answer = street.run("list", term)
    assert (answer.code, answer.out) == (2, "")
    assert named in answer.err


@pytest.mark.parametrize(
    "term",
    ["tier:huge", "state:lost", "bucket:x", "category:天气", "days:x", "days:5..1", "due:soon", "raised:", "not:"],
)
def test_a_value_that_cannot_be_read_is_an_error(street: Desk, term: str) -> None:
    answer = street.run("list", term)
    assert (answer.code, answer.out) == (2, "")
    assert answer.err


@pytest.mark.parametrize("term", ["12:00", "http://x", "他说:太吵", "备注:急"])
def test_any_other_colon_is_text(street: Desk, term: str) -> None:
    street.issue("2026-11-20", title=f"'有人说 {term} 的话'")
    assert street.ok("list", term, "--json").ids == ["20261120-1"]


def test_filters_look_at_the_present_values(desk: Desk) -> None:
    desk.issue("2026-11-16", "2026-11-17 改级 大事", "2026-11-17 交办 街道", "2026-11-17 改类 民间纠纷", tier="small")
    for term in ("tier:large", "owner:街道", "category:dispute", "bucket:dispute"):
        assert desk.ok("list", term, "--json").ids == ["20261116-1"]
    assert desk.ok("list", "tier:small", "--json").ids == []


def test_filters_as_of_a_day_see_that_day(desk: Desk) -> None:
    desk.issue("2026-11-02", "2026-11-10 跟进 问了物业", "2026-11-12 办结", due="2026-11-09")
    assert desk.ok("list", "物业", "--as-of", "11-05", "--json").ids == []
    assert desk.ok("list", "overdue", "--as-of", "11-10", "--json").ids == ["20261102-1"]
    assert desk.ok("list", "state:closed", "--as-of", "11-10", "--json").ids == []


def test_parked_issues_are_in_the_list_and_marked(street: Desk) -> None:
    out = street.ok("list", "电梯").out
    assert "挂账" in out


def test_the_table_names_id_due_tier_matter_owner(street: Desk) -> None:
    out = street.ok("list", "路灯").out
    for piece in ("20261116-1", "2026-11-27", "大事", "A 路灯太亮", "街道办事处"):
        assert piece in out


@pytest.mark.parametrize(
    ("typed", "told"),
    [("大事", "层级:大事"), ("层级=大事", "层级:大事"), ("挂账", "状态:挂账"), ("全部", "状态:全部"),
     ("上月", "提出:上月"),
     ("民间纠纷", "类别:民间纠纷"), ("接待", "类型:接待"), ("没办完", "状态:没办完"), ("最近7天", "提出:最近7天")],
)  # fmt: skip
def test_a_word_that_found_nothing_tells_the_filter_it_may_be(book: Desk, typed: str, told: str) -> None:
    book.entry("2026-11-16", issues="  - 编号: 20261116-1\n    事由: 路灯\n")
    answer = book.ok("list", typed)
    assert "没有符合条件" in answer.out
    assert f"写: {told}" in answer.err
    assert "写:" not in book.ok("list", told).err


def test_words_that_are_text_get_no_hint(book: Desk) -> None:
    book.entry("2026-11-16", issues="  - 编号: 20261116-1\n    事由: 大事小情\n")
    assert book.ok("list", "大事").err == ""
    assert book.ok("list", "井盖", "没有").err == ""


@pytest.mark.parametrize("typed", ["3号楼", "三号楼", "地点:3号楼", "地点:三号楼"])
def test_a_building_is_found_however_its_number_is_written(desk: Desk, typed: str) -> None:
    for day, place in zip(range(10, 14), ("三号楼", "3号楼2单元", "13号楼", "十三号楼"), strict=True):
        desk.issue(f"2026-11-{day}", title="灯坏了", place=place)
    assert {issue["place"] for issue in desk.json("list", typed)["issues"]} == {"三号楼", "3号楼2单元"}
