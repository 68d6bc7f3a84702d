"""The verbs: one line of progress, its effect, the answer; in both languages."""

from __future__ import annotations

from typing import Any

import pytest
from desk import Desk

from minqing.domain.verbs import VERBS

ID = "20261116-1"
FILE = "diaries/2026/2026-11-16.md"


@pytest.fixture
def lamp(desk: Desk) -> Desk:
    desk.issue(
        "2026-11-16", place="5号楼", tier="medium", category="facility", owner="物业管理委员会", due="2026-11-23"
    )
    return desk


def lines(desk: Desk) -> list[str]:
    """The lines of progress as they stand in the file."""
    return [line.strip()[2:] for line in desk.read(FILE).splitlines() if line.startswith("      - ")]


EFFECTS: list[tuple[list[str], str, dict[str, Any]]] = [
    (["note", "看过"], "2026-11-20 跟进 看过", {"state": "open", "contacted": "2026-11-20"}),
    (["contact", "电话"], "2026-11-20 联系 电话", {"state": "open", "contacted": "2026-11-20"}),
    (["contact"], "2026-11-20 联系", {"contacted": "2026-11-20"}),
    (["assign", "绿化队", "先看现场"], "2026-11-20 交办 绿化队 先看现场", {"owner": "绿化队", "contacted": None}),
    (
        ["escalate", "街道办事处", "超出权限"],
        "2026-11-20 上报 街道办事处 超出权限",
        {"owner": "街道办事处", "tier": "large", "due": "2026-11-23", "contacted": "2026-11-20"},
    ),
    (
        ["whistle", "城管、消防", "周五到场"],
        "2026-11-20 吹哨 城管、消防 周五到场",
        {"state": "open", "owner": "物业管理委员会", "contacted": "2026-11-20"},
    ),
    (["whistle", "城管,消防"], "2026-11-20 吹哨 城管,消防", {"state": "open"}),
    (["regrade", "小事"], "2026-11-20 改级 小事", {"tier": "small", "due": "2026-11-23", "contacted": None}),
    (["regrade", "large"], "2026-11-20 改级 大事", {"tier": "large"}),
    (
        ["reclassify", "环境卫生"],
        "2026-11-20 改类 环境卫生",
        {"category": "environment", "bucket": "environment", "contacted": None},
    ),
    (["reclassify", "dispute"], "2026-11-20 改类 民间纠纷", {"category": "dispute", "bucket": "dispute"}),
    (["extend", "12-01", "等配件"], "2026-11-20 延期 2026-12-01 等配件", {"due": "2026-12-01", "contacted": None}),
    (["promise", "月底"], "2026-11-20 承诺 2026-11-30", {"due": "2026-11-30", "contacted": "2026-11-20"}),
    (
        ["park", "2026-12-31", "等资金"],
        "2026-11-20 挂账 2026-12-31 等资金",
        {"state": "parked", "due": "2026-12-31", "closed": None, "contacted": None},
    ),
    (
        ["close", "已加灯罩"],
        "2026-11-20 办结 已加灯罩",
        {"state": "closed", "outcome": "solved", "closed": "2026-11-20", "days_open": 4, "contacted": "2026-11-20"},
    ),
    (["close"], "2026-11-20 办结", {"outcome": "solved"}),
    (["refer", "仲裁委"], "2026-11-20 转出 仲裁委", {"state": "closed", "outcome": "referred"}),
    (["withdraw", "记错了"], "2026-11-20 撤销 记错了", {"state": "closed", "outcome": "withdrawn"}),
]


@pytest.mark.parametrize(("typed", "line", "effect"), EFFECTS, ids=[" ".join(e[0]) for e in EFFECTS])
def test_a_verb_appends_its_line_and_takes_effect(
    lamp: Desk, typed: list[str], line: str, effect: dict[str, Any]
) -> None:
    verb, *rest = typed
    before = lamp.read(FILE)
    answer = lamp.ok(verb, ID, *rest, "--json")
    assert lines(lamp) == [line]
    assert lamp.read(FILE).replace(f"    办理:\n      - {line}\n", "") == before
    assert answer.json["entry"] == FILE
    assert {key: answer.issue[key] for key in effect} == effect
    assert answer.issue["progress"][0]["verb"] == verb
    assert lamp.json("list", "state:all")["issues"] == [answer.issue]


@pytest.mark.parametrize("verb", list(VERBS))
def test_the_chinese_verb_is_a_command_too(lamp: Desk, verb: str) -> None:
    other = lamp.issue("2026-11-17")
    rest = {
        "owner": "绿化队", "body": "街道", "bodies": "城管", "tier": "大事", "category": "环境卫生", "date": "12-01",
        "issue": other, "satisfaction": "满意", None: "话",
    }[VERBS[verb].argument]  # fmt: skip
    if verb == "reopen":
        lamp.ok("close", ID)
    answer = lamp.ok(VERBS[verb].zh, ID, rest, "--json")
    assert answer.issue["progress"][-1]["verb"] == verb


@pytest.mark.parametrize(
    ("typed", "english"),
    [("满意", "satisfied"), ("基本满意", "fair"), ("不满意", "dissatisfied"), ("Fair", "fair")],
)
def test_followup_in_both_languages(lamp: Desk, typed: str, english: str) -> None:
    lamp.ok("close", ID)
    answer = lamp.ok("followup", ID, typed, "阿姨说好", "--json").issue
    assert (answer["satisfaction"], answer["state"]) == (english, "closed")
    assert answer["progress"][1] == {"date": "2026-11-20", "verb": "followup", "argument": english, "text": "阿姨说好"}


@pytest.mark.parametrize(
    ("typed", "written"),
    [
        (["挺满意"], "满意 挺满意"),
        (["好"], "满意 好"),
        (["还行,灯不晃了"], "基本满意 还行 灯不晃了"),
        (["可以的"], "基本满意 可以的"),
        (["不太满意", "又坏了"], "不满意 不太满意 又坏了"),
        (["不行"], "不满意 不行"),
    ],
)
def test_an_answer_in_the_residents_own_words_counts_and_stays_in_the_line(
    lamp: Desk, typed: list[str], written: str
) -> None:
    lamp.ok("close", ID)
    lamp.ok("回访", ID, *typed)
    assert f"2026-11-20 回访 {written}" in lamp.read(FILE)


def test_a_resident_who_is_not_content_is_answered_with_how_to_reopen(lamp: Desk) -> None:
    lamp.ok("办结", ID)
    assert f"minqing 重开 {ID}" in lamp.ok("回访", ID, "不满意", "又太亮了").err
    assert "重开" not in lamp.ok("回访", ID, "满意").err
    assert lamp.ok("followup", ID, "不满意", "--json").err == ""
    lamp.ok("重开", ID)
    assert "重开" not in lamp.ok("回访", ID, "不满意", "还是亮").err


@pytest.mark.parametrize("typed", ["满意,谢谢", "满意:谢谢", "满意，谢谢", "满意。谢谢", "满意 谢谢"])
def test_an_argument_ends_at_a_blank_or_a_separator(lamp: Desk, typed: str) -> None:
    lamp.ok("close", ID)
    written = lamp.ok("followup", ID, typed, "--json").issue["progress"][1]
    assert (written["argument"], written["text"]) == ("satisfied", "谢谢")


def test_reopening_keeps_the_due_date_and_the_satisfaction(lamp: Desk) -> None:
    lamp.ok("close", ID)
    lamp.ok("followup", ID, "不满意")
    found = lamp.ok("reopen", ID, "又亮了", "--json").issue
    assert (found["state"], found["outcome"], found["closed"]) == ("open", None, None)
    assert (found["due"], found["satisfaction"]) == ("2026-11-23", "dissatisfied")


@pytest.mark.parametrize("typed", [["escalate", "街道"], ["regrade", "大事"], ["reopen"]], ids=" ".join)
def test_verbs_that_make_the_due_date_stale_take_a_new_one(book: Desk, typed: list[str]) -> None:
    book.issue("2026-11-16", "2026-11-17 close" if typed[0] == "reopen" else "2026-11-17 note x", due="2026-11-23")
    book.commit_all()
    before = book.commits
    answer = book.ok(typed[0], ID, *typed[1:], "--due", "下周五", "--json")
    assert answer.issue["due"] == "2026-11-27"
    assert [p["verb"] for p in answer.issue["progress"][1:]] == [typed[0], "extend"]
    assert book.commits == before + 1


@pytest.mark.parametrize(
    ("typed", "raised", "told"),
    [
        (["regrade", "大事"], {}, ["minqing 交办 20261116-1 区住建房管", "minqing 延期 20261116-1 2026-12-05"]),
        (["regrade", "大事", "--due", "月底"], {}, ["minqing 交办 20261116-1 区住建房管"]),
        (["regrade", "大事"], {"owner": "李楼长", "due": "2026-12-01"}, []),
        (["escalate", "街道办事处"], {}, ["minqing 延期 20261116-1 2026-12-05"]),
        (["reopen"], {}, ["minqing 延期 20261116-1 2026-11-27"]),
        (["assign", "李楼长"], {}, []),
    ],
    ids=lambda each: " ".join(each),
)
def test_what_was_only_usual_for_the_former_tier_stays_and_is_told(
    desk: Desk, typed: list[str], raised: dict[str, str], told: list[str]
) -> None:
    """What somebody chose stays without a word; nothing but the line asked for is written."""
    usual = {"tier": "medium", "category": "property", "owner": "物业管理委员会", "due": "2026-11-23"} | raised
    done = ["2026-11-17 close"] if typed[0] == "reopen" else []
    desk.issue("2026-11-16", *done, **usual, title="6号楼的阿姨说楼道灯不亮")
    answer = desk.ok(typed[0], ID, *typed[1:])
    assert [line.removeprefix("  要改: ") for line in answer.err.splitlines()[1::2]] == told
    issue = desk.json("list")["issues"][0]
    assert len(issue["progress"]) == len(done) + 1 + ("--due" in typed)
    assert issue["owner"] == (typed[1] if typed[0] in ("escalate", "assign") else usual["owner"])


@pytest.mark.parametrize(
    ("typed", "line"),
    [
        (["regrade", ID, "大"], "2026-11-20 改级 大事"),
        (["regrade", ID, "med", "查过"], "2026-11-20 改级 中事 查过"),
        (["followup", ID, "不满:还是亮"], "2026-11-20 回访 不满意 还是亮"),
        (["followup", ID, "基本"], "2026-11-20 回访 基本满意"),
    ],
    ids=lambda each: " ".join(each) if isinstance(each, list) else "",
)
def test_the_beginning_of_a_fixed_word_will_do_where_it_can_be_no_other(
    lamp: Desk, typed: list[str], line: str
) -> None:
    lamp.ok(*typed)
    assert lines(lamp) == [line]


@pytest.mark.parametrize(
    "typed", [["extend", "昨天"], ["promise", "11-19"], ["park", "昨天"], ["regrade", "大", "--due", "昨天"]]
)
def test_a_due_date_that_is_over_already_is_told_and_written(lamp: Desk, typed: list[str]) -> None:
    answer = lamp.ok(typed[0], ID, *typed[1:])
    assert "2026-11-19" in answer.err
    assert "撤回" in answer.err
    assert lamp.json("list")["issues"][0]["due"] == "2026-11-19"
    assert "2026-11-20" not in lamp.ok("extend", ID, "今天").err


def test_undo_is_not_offered_for_a_line_that_was_refused(lamp: Desk) -> None:
    answer = lamp.run("extend", ID, "昨天", "老爷子电话13812345678")
    assert (answer.code, "撤回" in answer.err) == (5, False)


def test_on_dates_the_line(lamp: Desk) -> None:
    assert lamp.ok("close", ID, "--on", "昨天", "--json").issue["closed"] == "2026-11-19"
    assert lamp.ok("show", ID, "--json").issue["days_open"] == 3


def test_a_line_dated_before_its_entry_is_refused(lamp: Desk) -> None:
    before = lamp.read(FILE)
    answer = lamp.run("close", ID, "--on", "2026-11-15")
    assert answer.code == 2
    assert "2026-11-16" in answer.err
    assert lamp.read(FILE) == before


def test_a_backdated_line_goes_to_the_end_and_applies_in_date_order(lamp: Desk) -> None:
    lamp.ok("assign", ID, "绿化队")
    found = lamp.ok("assign", ID, "物业", "--on", "11-18", "--json").issue
    assert lines(lamp) == ["2026-11-20 交办 绿化队", "2026-11-18 交办 物业"]
    assert found["owner"] == "绿化队"
    assert [p["argument"] for p in found["progress"]] == ["物业", "绿化队"]


def test_a_closing_may_be_dated_before_an_extension(lamp: Desk) -> None:
    lamp.ok("extend", ID, "12-01")
    found = lamp.ok("close", ID, "补记", "--on", "11-18", "--json").issue
    assert (found["state"], found["closed"]) == ("closed", "2026-11-18")


def test_a_closing_of_a_closed_issue_replaces_it_and_is_told(lamp: Desk) -> None:
    lamp.ok("close", ID, "--on", "11-18")
    answer = lamp.ok("refer", ID, "法院", "--json")
    assert (answer.issue["outcome"], answer.issue["closed"]) == ("referred", "2026-11-20")
    assert ID in answer.err


@pytest.mark.parametrize(
    "typed",
    [
        ["reopen", ID],
        ["extend", ID],
        ["extend", ID, "soon"],
        ["extend", ID, "2026-02-30"],
        ["park", ID],
        ["assign", ID],
        ["assign", ID, ""],
        ["whistle", ID],
        ["regrade", ID, "巨大"],
        ["regrade", ID],
        ["reclassify", ID, "天气"],
        ["followup", ID],
        ["followup", ID, "没人接"],
        ["duplicate", ID],
        ["note", ID],
        ["close", ID, "--due", "12-01"],
    ],
    ids=" ".join,
)
def test_what_would_change_nothing_or_cannot_be_read_is_refused(lamp: Desk, typed: list[str]) -> None:
    before = lamp.read(FILE)
    answer = lamp.run(*typed)
    assert (answer.code, answer.out) == (2, "")
    assert lamp.read(FILE) == before


@pytest.mark.parametrize(
    ("typed", "due"),
    [
        (("挂账", "明年3月", "等供暖结束"), "2027-03-01"),
        (("挂账", "3月"), "2027-03-01"),
        (("延期", "下周"), "2026-11-29"),
        (("承诺", "11月30日", "换灯"), "2026-11-30"),
        (("改级", "大事", "--due", "12月"), "2026-12-31"),
    ],
    ids=str,
)
def test_what_is_put_off_may_be_put_off_to_a_period_to_come(lamp: Desk, typed: tuple[str, ...], due: str) -> None:
    found = lamp.ok(typed[0], ID, *typed[1:], "--json").issue
    assert found["due"] == due
    assert [line["text"] for line in found["progress"] if line["text"]] in ([], [typed[-1]])


def test_a_day_at_hand_is_not_read_as_last_years(lamp: Desk) -> None:
    told = lamp.ok("办结", ID, "--on", "11月30日")
    assert "2026-11-30 还没到" in told.err
    assert "已办结" not in told.out
    refused = lamp.run("log", "--date", "11月30日", "--steps", "4000", "--yes")
    assert (refused.code, "2026-11-30 还没到" in refused.err) == (2, True)


@pytest.mark.parametrize("verb", ["extend", "promise", "park"])
def test_a_new_due_date_for_a_closed_issue_is_refused(lamp: Desk, verb: str) -> None:
    lamp.ok("close", ID)
    assert lamp.run(verb, ID, "12-01").code == 2


def test_the_answer_says_id_title_and_new_state(lamp: Desk) -> None:
    for lang, word in (("zh", "挂账"), ("en", "parked")):
        out = lamp.ok("park", ID, "12-31", "--lang", lang).out
        assert ID in out
        assert "窗前的路灯太亮" in out
        assert word in out


def test_the_words_of_a_text_need_no_quotes(lamp: Desk) -> None:
    assert lamp.ok("note", ID, "看过", "现场", "了", "--json").issue["progress"][0]["text"] == "看过 现场 了"


def test_what_was_written_can_be_read_by_check(lamp: Desk) -> None:
    for typed, _, _ in EFFECTS[:-4]:
        lamp.ok(typed[0], ID, *typed[1:])
    assert lamp.json("check")["problems"] == []


def test_comments_quotes_and_line_endings_stay(desk: Desk) -> None:
    before = (
        "\ufeff---\r\n日期: 2026-11-16  # 周一\r\n事项:\r\n  - 编号: 20261116-1\r\n    事由: '路灯: 太亮'\r\n"
        "    办理:\r\n      - 2026-11-17 跟进 看过   # 下午\r\n    层级: 中事\r\n---\r\n\r\n## 走  \r\n"
    )
    desk.write(FILE, before)
    desk.ok("close", ID, "好了")
    was = "看过   # 下午\r\n"
    assert desk.read(FILE) == before.replace(was, was + "      - 2026-11-20 办结 好了\r\n")


@pytest.mark.parametrize(
    ("typed", "word"),
    [(["regrade", "中事"], "层级: 中事"), (["改类", "物业服务"], "类别: 物业服务")],
    ids=["tier", "category"],
)
def test_what_an_issue_has_already_is_said_and_not_written_again(desk: Desk, typed: list[str], word: str) -> None:
    desk.issue("2026-11-16", tier="medium", category="property")
    before = desk.read("diaries/2026/2026-11-16.md")
    answer = desk.ok(typed[0], ID, *typed[1:])
    assert "已经是这样,没有写入" in answer.err
    assert word in answer.out
    assert desk.json(typed[0], ID, *typed[1:], "--json")["commit"] is None
    assert desk.read("diaries/2026/2026-11-16.md") == before


def test_a_tier_that_is_confirmed_with_a_reason_or_a_due_date_is_written(desk: Desk) -> None:
    desk.issue("2026-11-16", tier="medium")
    desk.ok("regrade", ID, "中事", "两栋楼都有")
    desk.ok("regrade", ID, "中事", "--due", "12-5")
    assert "改级 中事 两栋楼都有" in desk.read("diaries/2026/2026-11-16.md")
    assert "延期 2026-12-05" in desk.read("diaries/2026/2026-11-16.md")


def test_the_tier_of_a_former_day_may_be_written_in_between(desk: Desk) -> None:
    desk.issue("2026-11-16", "2026-11-19 regrade large", tier="medium")
    desk.ok("regrade", ID, "大事", "--on", "11-18")
    assert "2026-11-18 改级 大事" in desk.read("diaries/2026/2026-11-16.md")


def test_the_words_behind_a_day_are_the_text_of_a_promise(lamp: Desk) -> None:
    lamp.ok("promise", "路灯", "周五前", "修好")
    assert "修好" in lamp.read("diaries/2026/2026-11-16.md")
