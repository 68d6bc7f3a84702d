"""``minqing report``: the default period, the balance, what stands beside it, what it names."""

from __future__ import annotations

import pytest
from desk import Desk


@pytest.fixture
def year(desk: Desk) -> Desk:
    desk.issue("2025-11-17", "2025-11-18 close", title="去年的", front="步数: 1\n")
    desk.issue("2026-10-12", "2026-11-03 close", title="上月的", place="5号楼", front="步数: 10\n")
    desk.issue("2026-10-13", "2026-10-14 close", "2026-11-04 reopen", title="重开的", place="5号楼")
    desk.issue("2026-11-02", title="大事一件", tier="large", place="5号楼", due="2026-11-09", front="步数: 100\n")
    desk.issue("2026-11-03", "2026-11-05 close", "2026-11-12 followup 满意 好", title="办好的", place="5号楼")
    desk.issue("2026-11-04", "2026-11-06 refer 法院", title="转走的", place="8号楼")
    return desk


def test_the_keys_are_a_promise(year: Desk) -> None:
    found = year.json("report", "2026-11")
    stats = year.json("stats", "2026-11")
    assert set(found) >= {*stats, "balance", "previous", "year_ago", "hot_places", "overdue", "large", "cases"}
    assert {key: found[key] for key in stats} == stats
    assert set(found["balance"]) >= {"open_at_start", "raised", "reopened", "closed", "open_at_end"}


def test_the_balance_reconciles(year: Desk) -> None:
    assert year.json("report", "2026-11")["balance"] == {
        "open_at_start": 1, "raised": 3, "reopened": 1, "closed": 3, "open_at_end": 2,
    }  # fmt: skip
    for month in ("2025-11", "2025-12", "2026-10", "2026-11", "2026-q4", "2026"):
        b = year.json("report", month)["balance"]
        assert b["open_at_start"] + b["raised"] + b["reopened"] - b["closed"] == b["open_at_end"]


def test_one_months_end_is_the_nexts_start(year: Desk) -> None:
    october, november = (year.json("report", m)["balance"] for m in ("2026-10", "2026-11"))
    assert october["open_at_end"] == november["open_at_start"]


def test_the_last_month_and_the_last_year_stand_beside_it(year: Desk) -> None:
    found = year.json("report", "2026-11")
    assert found["previous"] == {k: v for k, v in year.json("stats", "2026-10").items() if k != "schema"}
    assert found["year_ago"] == {k: v for k, v in year.json("stats", "2025-11").items() if k != "schema"}
    assert (found["previous"]["steps"], found["year_ago"]["steps"]) == (10, 1)


def test_where_no_entry_is_that_early_there_is_null(year: Desk) -> None:
    found = year.json("report", "2025-11")
    assert (found["previous"], found["year_ago"]) == (None, None)
    assert year.json("report", "2026-01")["previous"] is not None


def test_hot_places_most_first(year: Desk) -> None:
    places = year.json("report", "2026-11")["hot_places"]
    assert places == [{"place": "5号楼", "raised": 2}, {"place": "8号楼", "raised": 1}]


def test_overdue_large_and_cases_are_issues(year: Desk) -> None:
    found = year.json("report", "2026-11")
    assert [i["title"] for i in found["overdue"]] == ["大事一件"]
    assert [i["title"] for i in found["large"]] == ["大事一件"]
    assert 1 <= len(found["cases"]) <= 3
    assert {i["title"] for i in found["cases"]} <= {"办好的", "上月的"}
    assert found["cases"][0]["title"] == "办好的"
    assert set(found["overdue"][0]) >= {"id", "progress", "days_open"}


@pytest.mark.parametrize(
    ("today", "start"),
    [
        ("2026-11-20", "2026-10-01"),
        ("2026-11-24", "2026-10-01"),
        ("2026-11-25", "2026-11-01"),
        ("2026-01-03", "2025-12-01"),
    ],
)
def test_by_default_the_last_month_from_the_25th_on_the_current_one(year: Desk, today: str, start: str) -> None:
    assert year.json("report", MINQING_TODAY=today)["from"] == start


@pytest.mark.parametrize(
    ("typed", "title"),
    [
        ("2026-10", "2026年10月"), ("2026-q4", "2026年第四季度"), ("2026上半年", "半年报 2026年上半年"),
        ("2026下半年", "半年报 2026年下半年"), ("2026", "2026"),
    ],
)  # fmt: skip
def test_the_title_names_the_period(year: Desk, typed: str, title: str) -> None:
    assert title in year.ok("report", typed).out.splitlines()[0]


def test_the_report_has_the_sections_a_street_office_expects(year: Desk) -> None:
    out = year.ok("report", "2026-11").out
    sections = ["总体情况", "民情分类", "办理情况", "典型事例", "需街道协调解决的事项", "下月工作打算"]
    places = [out.index(section) for section in sections]
    assert places == sorted(places)
    assert "暂计" in out
    assert "暂计" not in year.ok("report", "2026-10").out


def test_a_period_that_has_not_begun_has_a_sentence_and_no_figures(year: Desk) -> None:
    title, *told = year.ok("report", "2027-03").out.splitlines()
    assert "2027年3月" in title
    assert "还没有开始" in told[-1]
    assert not any("办理情况" in line or "未办结" in line for line in told)


def test_what_is_left_is_told_once(year: Desk) -> None:
    year.issue("2026-11-05", title="树密")
    assert year.ok("report", "2026-11").out.count("其中挂账") <= 1


def test_places_named_once_are_not_often_named(year: Desk) -> None:
    for day, place in (("2026-11-02", "3号楼"), ("2026-11-09", "3号楼"), ("2026-11-16", "9号楼")):
        year.issue(day, title=f"{place}的事", place=place)
    hot = next(line for line in year.ok("report", "2026-11").out.splitlines() if "反映较多" in line)
    assert "3号楼" in hot
    assert "9号楼" not in hot


def test_a_report_as_of_a_day_tells_nothing_later(year: Desk) -> None:
    year.issue("2026-11-05", "2026-11-06 办结 剪了", "2026-11-13 跟进 以后的话", title="树密")
    out = year.ok("report", "2026-11", "--as-of", "11-10").out
    assert "剪了" in out
    assert "以后的话" not in out
    found = year.json("report", "2026-11", "--as-of", "11-10")
    assert found["as_of"] == "2026-11-10"
    assert "以后的话" not in str(found)


def test_the_story_of_a_case_keeps_its_arguments(year: Desk) -> None:
    year.issue("2026-11-05", "2026-11-06 交办 绿化队 先看", "2026-11-07 办结", "2026-11-08 回访 满意", title="树密")
    assert "绿化队" in year.ok("report", "2026-11").out


def test_what_falls_due_after_a_week_is_told_with_its_last_day(book: Desk) -> None:
    book.entry("2025-11-17", issues="  - 编号: 20251117-1\n    事由: 树密\n    类别: 环境卫生\n")
    book.entry("2026-11-16", issues="  - 编号: 20261116-1\n    事由: 路灯\n    期限: 2026-11-30\n"
               "  - 编号: 20261116-2\n    事由: 井盖\n    期限: 2026-12-20\n")  # fmt: skip
    week = book.ok("report", "本周").out
    assert "到 2026-11-30 到期 1 件" in week
    assert "下月" not in week
    assert "到2026-11-30到期1件" in book.ok("report", "本周", "--brief").out
    assert "(2025-11)提出过 1 件" in week
    month = book.ok("report", "本月").out
    assert "到下月底到期 2 件" in month
    assert "到下月底到期2件" in book.ok("report", "本月", "--brief").out


def test_a_report_of_an_empty_diary(desk: Desk) -> None:
    found = desk.json("report", "2026-10")
    assert found["balance"] == {"open_at_start": 0, "raised": 0, "reopened": 0, "closed": 0, "open_at_end": 0}
    assert desk.ok("report", "2026-10").out


def test_an_opening_balance_does_not_touch_a_report(year: Desk) -> None:
    year.settings("期初: {截至: 2026-10-31, 步数: 1000, 民事纠纷: 5}\n")
    found = year.json("report", "2026-11")
    assert (found["opening"], found["steps"]) == (None, 100)


@pytest.mark.parametrize(("count", "listed"), [(6, 6), (7, 5)])
def test_a_list_on_the_screen_is_never_cut_for_one_more_line(book: Desk, count: int, listed: int) -> None:
    book.ok("log", "--date", "11-02", *(word for n in range(count) for word in ("--issue", f"{n + 11}号楼井盖松动")))
    shown = book.ok("report", "2026-11").out
    overdue = shown[shown.index("逾期 ") : shown.index("四、")]
    assert overdue.count("号楼井盖松动") == listed
    assert ("还有 2 件" in overdue) == (count == 7)
