"""Every counting rule of the format, on a small diary counted by hand, as ``stats --json`` tells it."""

from __future__ import annotations

from typing import Any

import pytest
from desk import Desk, issue_yaml


def stats(desk: Desk, *typed: str) -> Any:
    return desk.json("stats", *typed)


def test_the_keys_are_a_promise(desk: Desk) -> None:
    found = stats(desk)
    assert set(found) >= {
        "schema", "as_of", "from", "to", "provisional", "opening", "entries", "walks", "visits", "mondays", "steps",
        "km", "walker_turns", "cleaned", "issues", "by_tier", "by_category", "by_bucket", "disputes_mediated",
        "environment_handled", "unmanaged_handled", "handled", "handled_again", "households_helped", "cost",
        "median_days_to_close", "rates",
    }  # fmt: skip
    assert set(found["issues"]) >= {"raised", "reopened", "closed", "open", "overdue", "parked"}
    assert set(found["by_tier"]) >= {"small", "medium", "large"}
    assert set(found["by_tier"]["small"]) >= {"raised", "closed", "open"}
    assert set(found["by_bucket"]) >= {"dispute", "environment", "unmanaged", "other"}
    assert set(found["by_bucket"]["other"]) >= {"raised", "handled"}
    assert set(found["rates"]) >= {"on_time", "contacted", "solved", "satisfied"}
    assert found["rates"]["solved"] == {"n": 0, "of": 0}
    assert (found["opening"], found["median_days_to_close"]) == (None, None)


# walks


def test_walks_visits_and_what_was_walked(desk: Desk) -> None:
    desk.entry("2026-11-16", "步数: 4773\n公里: 2.87\n参加: [甲, 乙, 丙]\n顺手: 3\n")
    desk.entry("2026-11-16", "步数: 1000\n公里: 0.13\n参加: 甲、乙\n", name="2026-11-16-2")
    desk.entry("2026-11-17", "步数: ２００\n")
    desk.entry("2026-11-09", "类型: 走访\n步数: 500\n公里: 1\n参加: [甲]\n", name="2026-11-09-visit")
    desk.entry("2026-11-02", "类型: 接待\n步数: 9999\n公里: 99\n参加: [甲]\n顺手: 2\n", name="2026-11-02-desk")
    found = stats(desk)
    assert (found["entries"], found["walks"], found["visits"]) == (5, 3, 1)
    assert found["mondays"] == 1
    assert (found["steps"], found["km"]) == (6473, 4)
    assert (found["walker_turns"], found["cleaned"]) == (6, 5)
    assert (found["from"], found["to"], found["as_of"]) == ("2026-11-02", "2026-11-20", "2026-11-20")


def test_the_sentence_does_not_give_the_mondays_the_steps_of_other_outings(desk: Desk) -> None:
    desk.entry("2026-11-16", "步数: 4000\n")
    assert "1个周一,走了4000步。" in desk.ok("stats", "--lang", "zh").out
    desk.entry("2026-11-17", "步数: 300\n")
    assert "1个周一和另外1次走动或走访,一共走了4300步。" in desk.ok("stats", "--lang", "zh").out
    desk.entry("2026-11-09", "类型: 走访\n步数: 500\n", name="2026-11-09-visit")
    assert "1个周一和另外2次走动、走访,一共走了4800步。" in desk.ok("stats", "--lang", "zh").out
    assert "1 Monday and 2 other walks and visits, 4800 steps in all." in desk.ok("stats", "--lang", "en").out


def test_walk_days_follow_the_configured_weekday(desk: Desk) -> None:
    for day in ("2026-11-16", "2026-11-17", "2026-11-10"):
        desk.entry(day)
    assert stats(desk)["mondays"] == 1
    desk.settings("走动: {星期: 周二}\n")
    assert stats(desk)["mondays"] == 2
    desk.settings("walk: {weekday: tuesday}\n")
    assert stats(desk)["mondays"] == 2


def test_kilometres_are_added_without_binary_dust(desk: Desk) -> None:
    for day in ("2026-11-16", "2026-11-17", "2026-11-18"):
        desk.entry(day, "公里: 0.1\n")
    assert '"km": 0.3' in desk.ok("stats", "--json").out


# the window


def test_what_lies_in_the_future_is_not_counted_yet(desk: Desk) -> None:
    desk.issue("2026-11-16", "2026-11-25 办结", front="步数: 1\n")
    desk.issue("2026-11-23", front="步数: 10\n")
    found = stats(desk)
    assert (found["steps"], found["issues"]["raised"], found["issues"]["closed"]) == (1, 1, 0)
    assert stats(desk, "本月")["steps"] == 1


def test_a_period_that_is_not_over_is_provisional(desk: Desk) -> None:
    desk.issue("2026-10-12")
    month = stats(desk, "2026-11")
    assert (month["from"], month["to"], month["as_of"], month["provisional"]) == (
        "2026-11-01", "2026-11-30", "2026-11-20", True,
    )  # fmt: skip
    month = stats(desk, "2026-10")
    assert (month["as_of"], month["provisional"]) == ("2026-10-31", False)
    month = stats(desk, "2026-10", "--as-of", "10-15")
    assert (month["as_of"], month["to"], month["provisional"]) == ("2026-10-15", "2026-10-31", True)
    assert stats(desk, "2026-10", "--as-of", "11-15")["as_of"] == "2026-10-31"


def test_as_of_in_the_future_is_today(desk: Desk) -> None:
    assert stats(desk, "--as-of", "2027-01-01")["as_of"] == "2026-11-20"


def test_june_printed_in_august_is_junes(desk: Desk) -> None:
    desk.issue("2026-06-08", "2026-07-06 办结", due="2026-06-15")
    june = stats(desk, "2026-06")
    assert (june["issues"]["open"], june["issues"]["overdue"], june["handled"]) == (1, 1, 0)
    assert stats(desk, "2026-06", "--as-of", "2026-06-30") == june


# raised, closed, reopened


def test_raised_is_the_entrys_date_not_the_ids(desk: Desk) -> None:
    desk.entry("2026-11-02", issues=issue_yaml("20261026-9", title="树"))
    assert stats(desk, "2026-11")["issues"]["raised"] == 1
    assert stats(desk, "2026-10")["issues"]["raised"] == 0


def test_closed_and_reopened_count_changes_of_state(desk: Desk) -> None:
    desk.issue(
        "2026-11-02", "2026-11-03 close", "2026-11-04 close", "2026-11-05 refer 法院", "2026-11-06 reopen",
        "2026-11-07 reopen", "2026-11-08 park 2026-12-31", "2026-11-09 reopen", "2026-11-10 withdraw",
    )  # fmt: skip
    found = stats(desk)["issues"]
    assert (found["closed"], found["reopened"], found["open"]) == (2, 1, 0)


def test_closed_by_tier_sums_to_closed(desk: Desk) -> None:
    desk.issue("2026-11-02", "2026-11-03 close", "2026-11-04 reopen", "2026-11-05 close", tier="small")
    desk.issue("2026-11-03", "2026-11-04 refer 法院", "2026-11-05 改级 大事", tier="medium")
    desk.issue("2026-11-04", "2026-11-05 duplicate 20261102-1")
    found = stats(desk)
    assert {tier: c["closed"] for tier, c in found["by_tier"].items()} == {
        "small": 2, "medium": 0, "large": 1, "none": 1,
    }  # fmt: skip
    assert found["issues"]["closed"] == 4


# handled


@pytest.mark.parametrize(("line", "handled"), [
    ("close", 1), ("refer 法院", 0), ("duplicate 20261102-9", 0), ("withdraw", 0), ("note 好", 0),
])  # fmt: skip
def test_handled_is_closed_as_solved(desk: Desk, line: str, handled: int) -> None:
    desk.issue("2026-11-02", f"2026-11-03 {line}")
    assert stats(desk)["handled"] == handled


def test_a_closing_in_force_is_the_last_one(desk: Desk) -> None:
    desk.issue("2026-11-02", "2026-11-03 close", "2026-11-04 refer 法院")
    desk.issue("2026-11-03", "2026-11-04 refer 法院", "2026-11-10 close")
    found = stats(desk)
    assert (found["handled"], found["median_days_to_close"]) == (1, 7)


def test_handled_again_is_why_months_add_up_to_more(desk: Desk) -> None:
    desk.issue("2026-10-05", "2026-10-12 close", "2026-11-02 reopen", "2026-11-09 close")
    desk.issue("2026-10-06", "2026-10-12 refer 法院", "2026-11-02 close")
    desk.issue("2026-10-07", "2026-10-12 close", "2026-11-03 close")
    october, november, all = stats(desk, "2026-10"), stats(desk, "2026-11"), stats(desk)
    assert (october["handled"], october["handled_again"]) == (2, 0)
    assert (november["handled"], november["handled_again"]) == (3, 2)
    assert (all["handled"], all["handled_again"]) == (3, 0)
    assert october["handled"] + november["handled"] - november["handled_again"] == all["handled"]


def test_an_issue_closed_twice_within_the_month_is_not_handled_again(desk: Desk) -> None:
    desk.issue("2026-11-02", "2026-11-03 close", "2026-11-04 reopen", "2026-11-05 close")
    assert stats(desk, "2026-11")["handled_again"] == 0


def test_buckets_by_the_category_of_the_day(desk: Desk) -> None:
    desk.issue("2026-11-02", "2026-11-03 close", category="dispute")
    desk.issue("2026-11-03", "2026-11-04 改类 民间纠纷", "2026-11-05 close", category="environment")
    desk.issue("2026-11-04", "2026-11-05 close", category="environment")
    desk.issue("2026-11-05", "2026-11-06 close", category="illegal_build")
    desk.issue("2026-11-06", "2026-11-07 close", category="property")
    desk.issue("2026-11-07", "2026-11-08 close", category="facility")
    desk.issue("2026-11-08", "2026-11-09 close")
    found = stats(desk)
    assert (found["disputes_mediated"], found["environment_handled"], found["unmanaged_handled"]) == (2, 2, 2)
    assert found["by_bucket"]["other"] == {"raised": 1, "handled": 1}
    assert found["by_bucket"]["dispute"] == {"raised": 2, "handled": 2}
    assert found["handled"] == 7
    assert found["by_category"]["dispute"] == {"raised": 2, "handled": 2, "open": 0}
    assert found["by_category"]["none"] == {"raised": 1, "handled": 1, "open": 0}
    assert stats(desk, "--as-of", "11-03")["by_bucket"]["environment"]["raised"] == 1


def test_a_community_has_categories_of_its_own(desk: Desk) -> None:
    desk.settings("类别:\n  绿植: {名称: 绿化, 口径: environment}\n  dispute: {口径: other}\n")
    desk.issue("2026-11-02", "2026-11-03 close", category="绿化")
    desk.issue("2026-11-03", "2026-11-04 close", category="dispute")
    found = stats(desk)
    assert (found["environment_handled"], found["disputes_mediated"]) == (1, 0)
    assert found["by_category"]["绿植"]["handled"] == 1


def test_households_and_cost_over_handled_issues(desk: Desk) -> None:
    desk.issue("2026-11-02", "2026-11-03 close", households="10", cost="1200.5")
    desk.issue("2026-11-03", "2026-11-04 close", cost="0.5")
    desk.issue("2026-11-04", households="99", cost="99")
    found = stats(desk)
    assert (found["households_helped"], found["cost"]) == (10, 1201)


def test_the_median_of_an_even_count_is_the_mean_of_the_middle_two(desk: Desk) -> None:
    desk.issue("2026-11-02", "2026-11-02 close")
    desk.issue("2026-11-03", "2026-11-06 close")
    assert stats(desk)["median_days_to_close"] == 1.5
    desk.issue("2026-11-04", "2026-11-14 close")
    assert stats(desk)["median_days_to_close"] == 3


# overdue, parked


def test_overdue_is_open_not_parked_and_past_its_day(desk: Desk) -> None:
    desk.issue("2026-11-02", due="2026-11-19")
    desk.issue("2026-11-03", due="2026-11-20")
    desk.issue("2026-11-04")
    desk.issue("2026-11-05", "2026-11-06 park 2026-11-20", due="2026-11-05")
    desk.issue("2026-11-06", "2026-11-07 park 2026-11-19", due="2026-11-05")
    desk.issue("2026-11-09", "2026-11-19 close", due="2026-11-10")
    found = stats(desk)["issues"]
    assert (found["open"], found["overdue"], found["parked"]) == (5, 2, 1)
    states = {i["id"][4:8]: (i["state"], i["overdue"]) for i in desk.json("list")["issues"]}
    assert states == {
        "1102": ("open", True), "1103": ("open", False), "1104": ("open", False),
        "1105": ("parked", False), "1106": ("open", True),
    }  # fmt: skip


@pytest.mark.parametrize("line", ["extend 2026-12-15", "promise 2026-12-15", "reopen", "close", "withdraw"])
def test_what_ends_the_parking(desk: Desk, line: str) -> None:
    desk.issue("2026-11-02", "2026-11-03 park 2026-12-31", f"2026-11-04 {line}", "2026-11-05 note 后来")
    (issue,) = desk.json("list", "state:all")["issues"]
    assert issue["state"] == ("closed" if line in ("close", "withdraw") else "open")
    assert issue["due"] == ("2026-12-15" if "12-15" in line else "2026-12-31")


@pytest.mark.parametrize("line", ["park 2026-12-15", "extend 2026-12-15", "promise 2026-12-15"])
def test_a_new_date_on_a_closed_issue_changes_nothing(desk: Desk, line: str) -> None:
    desk.issue("2026-11-02", "2026-11-03 close", f"2026-11-04 {line}", due="2026-11-09")
    (issue,) = desk.json("list", "state:all")["issues"]
    assert (issue["state"], issue["due"]) == ("closed", "2026-11-09")


# answered


@pytest.mark.parametrize(
    ("line", "answered"),
    [
        ("contact", True), ("note 看过", True), ("看过现场", True), ("whistle 城管", True), ("escalate 街道", True),
        ("promise 2026-12-01", True), ("close", True), ("refer 法院", True), ("duplicate 20261103-1", True),
        ("withdraw", True), ("assign 绿化队", False), ("extend 2026-12-01", False), ("park 2026-12-01", False),
        ("regrade 大事", False), ("reclassify 其他", False), ("reopen", False), ("followup 满意", False),
    ],
)  # fmt: skip
def test_what_answers_the_resident(desk: Desk, line: str, answered: bool) -> None:
    desk.issue("2026-11-02", f"2026-11-04 {line}")
    (issue,) = desk.json("list", "state:all")["issues"]
    assert issue["contacted"] == ("2026-11-04" if answered else None)


def test_answered_is_the_first_such_day(desk: Desk) -> None:
    desk.issue("2026-11-02", "2026-11-09 close", "2026-11-05 contact", "2026-11-04 assign 甲")
    assert desk.json("list", "state:all")["issues"][0]["contacted"] == "2026-11-05"


# early lines


def test_a_line_before_its_entry_counts_on_the_entrys_day(desk: Desk) -> None:
    desk.issue("2026-11-02", "2026-10-20 close", due="2026-11-09")
    answer = desk.run("stats", "2026-11", "--json")
    assert answer.code == 1
    assert answer.json["issues"]["closed"] == 1
    assert answer.json["handled"] == 1
    assert answer.json["median_days_to_close"] == 0
    assert desk.run("stats", "2026-10", "--json").json["issues"]["closed"] == 0
    (issue,) = desk.run("list", "state:all", "--json").json["issues"]
    assert (issue["closed"], issue["contacted"], issue["days_open"]) == ("2026-11-02", "2026-11-02", 0)


def test_early_lines_sort_as_if_on_the_entrys_day(desk: Desk) -> None:
    desk.issue("2026-11-02", "2026-11-02 assign 先", "2026-10-01 assign 后")
    assert desk.run("list", "--json").json["issues"][0]["owner"] == "后"


def test_equal_dates_apply_in_file_order(desk: Desk) -> None:
    desk.issue("2026-11-02", "2026-11-04 reopen", "2026-11-03 close", "2026-11-04 close")
    (issue,) = desk.json("list", "state:all")["issues"]
    assert (issue["state"], issue["closed"]) == ("closed", "2026-11-04")
    assert stats(desk)["issues"] == {"raised": 1, "reopened": 1, "closed": 2, "open": 0, "overdue": 0, "parked": 0}


# the opening balance


OPENING = "期初: {截至: 2026-10-31, 周一: 100, 步数: 1000, 民事纠纷: 5, 无物业问题: 0}\n"


@pytest.fixture
def carried(desk: Desk) -> Desk:
    desk.settings(OPENING)
    desk.issue("2026-10-26", "2026-10-30 close", category="dispute", front="步数: 500\n公里: 2\n")
    desk.issue("2026-10-27", "2026-11-02 close", category="dispute")
    desk.issue("2026-11-02", "2026-11-03 close", category="dispute", front="步数: 600\n公里: 3\n")
    desk.issue("2026-10-28", "2026-10-30 close", category="environment")
    desk.issue("2026-10-29", "2026-10-31 close", category="property")
    return desk


def test_an_opening_balance_is_added_key_by_key(carried: Desk) -> None:
    found = stats(carried)
    assert found["mondays"] == 101
    assert found["steps"] == 1600
    assert found["km"] == 5
    assert found["disputes_mediated"] == found["by_bucket"]["dispute"]["handled"] == 7
    assert found["environment_handled"] == 1
    assert found["unmanaged_handled"] == 0
    assert found["opening"]["as_of"] == "2026-10-31"
    assert found["opening"]["steps"] == 1000
    assert found["opening"]["km"] is None


def test_issues_are_never_dropped_for_an_opening_balance(carried: Desk) -> None:
    found = stats(carried)
    assert (found["issues"]["raised"], found["issues"]["closed"], found["issues"]["open"]) == (5, 5, 0)
    assert found["by_bucket"]["dispute"]["raised"] == 3
    assert found["entries"] == 5


def test_a_period_has_no_opening_balance(carried: Desk) -> None:
    for typed in (["2026"], ["2026-10"]):
        found = stats(carried, *typed)
        assert found["opening"] is None
    assert stats(carried, "2026")["steps"] == 1100
    assert stats(carried, "2026")["disputes_mediated"] == 3


def test_before_its_day_there_is_no_opening_balance(carried: Desk) -> None:
    eve, day = stats(carried, "--as-of", "2026-10-30"), stats(carried, "--as-of", "2026-10-31")
    assert (eve["opening"], eve["steps"], eve["disputes_mediated"]) == (None, 500, 1)
    assert (day["steps"], day["mondays"], day["disputes_mediated"]) == (1000, 100, 5)


# rates


def test_on_time(desk: Desk) -> None:
    desk.issue("2026-11-02", "2026-11-09 close", due="2026-11-09")
    desk.issue("2026-11-03", "2026-11-10 close", due="2026-11-09")
    desk.issue("2026-11-04", "2026-11-05 extend 2026-11-15", "2026-11-15 close", due="2026-11-05")
    desk.issue("2026-11-05", "2026-11-06 close")
    desk.issue("2026-11-06", "2026-11-07 refer 法院", due="2026-11-09")
    assert stats(desk)["rates"]["on_time"] == {"n": 2, "of": 3}


def test_contacted_goes_by_the_due_date_as_raised(desk: Desk) -> None:
    desk.issue("2026-11-02", "2026-11-10 contact", due="2026-11-10")  # in time
    desk.issue("2026-11-03", "2026-11-12 contact", due="2026-11-10")  # late
    desk.issue("2026-11-04", due="2026-11-15")  # never, and past
    desk.issue("2026-11-05", due="2026-11-20")  # never, and due today
    desk.issue("2026-11-06", due="2026-11-25")  # still has time
    desk.issue("2026-11-09", "2026-11-18 note 看过", due="2026-11-25")  # in time already
    desk.issue("2026-11-10", "2026-11-11 contact")  # without a due date
    desk.issue("2026-11-11", "2026-11-12 extend 2026-12-01", "2026-11-14 contact", due="2026-11-13")  # late
    desk.issue("2026-11-12", "2026-11-13 extend 2026-11-30", due="2026-11-14")  # past as raised
    desk.issue("2026-10-12", "2026-11-02 contact", due="2026-10-19")  # of another month
    assert stats(desk, "2026-11")["rates"]["contacted"] == {"n": 2, "of": 7}
    assert stats(desk)["rates"]["contacted"] == {"n": 2, "of": 8}


def test_solved(desk: Desk) -> None:
    desk.issue("2026-11-02", "2026-11-03 close")
    desk.issue("2026-11-03", "2026-11-04 refer 法院")
    desk.issue("2026-11-04", "2026-11-05 duplicate 20261102-1")
    desk.issue("2026-11-05", "2026-11-06 withdraw")
    desk.issue("2026-11-06", "2026-11-07 close", "2026-11-08 reopen")
    desk.issue("2026-10-05", "2026-10-06 refer 法院", "2026-11-09 close")
    assert stats(desk, "2026-11")["rates"]["solved"] == {"n": 2, "of": 3}


def test_satisfied_goes_by_the_last_follow_up_whatever_the_state(desk: Desk) -> None:
    desk.issue("2026-11-02", "2026-11-03 close", "2026-11-09 followup 满意")
    desk.issue("2026-11-03", "2026-11-04 close", "2026-11-09 followup 基本满意")
    desk.issue("2026-11-04", "2026-11-05 close", "2026-11-09 followup 满意", "2026-11-10 followup 不满意")
    desk.issue("2026-11-05", "2026-11-06 close", "2026-11-09 followup 满意", "2026-11-10 reopen")
    desk.issue("2026-10-05", "2026-10-06 close", "2026-10-12 followup 满意")
    desk.issue("2026-10-06", "2026-10-07 close", "2026-10-12 followup 满意", "2026-11-03 followup 不满意")
    desk.issue("2026-11-06", "2026-11-07 close", "2026-11-08 回访 没人接")
    assert stats(desk, "2026-11")["rates"]["satisfied"] == {"n": 3, "of": 5}
    assert stats(desk, "2026-10")["rates"]["satisfied"] == {"n": 2, "of": 2}
    assert stats(desk)["rates"]["satisfied"] == {"n": 4, "of": 6}


def test_every_rate_is_printed_with_both_counts(desk: Desk) -> None:
    desk.issue("2026-11-02", "2026-11-09 close", "2026-11-16 followup 满意", due="2026-11-05")
    out = desk.ok("stats").out
    assert out.count("/1)") == 4
    assert "自评" in out


# groups


@pytest.mark.parametrize(
    ("typed", "keys"),
    [
        ("month", ["2026-09", "2026-10", "2026-11"]),
        ("月", ["2026-09", "2026-10", "2026-11"]),
        ("quarter", ["2026-q3", "2026-q4"]),
        ("year", ["2026"]),
        ("tier", ["small", "medium", "large", "none"]),
        ("place", ["5号楼", "none"]),
        ("owner", ["居干", "none"]),
        ("责任人", ["居干", "none"]),
        ("按级别", ["small", "medium", "large", "none"]),
        ("category", ["dispute", "none"]),
    ],
)
def test_groups(desk: Desk, typed: str, keys: list[str]) -> None:
    desk.issue("2026-09-14", tier="small", place="5号楼", owner="居干", category="dispute")
    desk.issue("2026-11-16", "2026-11-17 close")
    groups = stats(desk, "--by", typed)["groups"]
    assert [g["key"] for g in groups if g["key"] != "none" or typed != "x"] == keys


def test_what_is_counted_at_a_place_can_be_listed_one_by_one(desk: Desk) -> None:
    written = ("三号楼", "3号楼2门", "3、5号楼", "5栋", "13号楼", "西门", "3号楼西门", "西门外")
    for day, place in enumerate(written, 10):
        desk.issue(f"2026-11-{day}", title="灯坏了", place=place)
    groups = stats(desk, "--by", "place")["groups"]
    assert [(g["key"], g["raised"]) for g in groups] == [
        ("3号楼", 4), ("5栋", 2), ("13号楼", 1), ("西门", 1), ("西门外", 1),
    ]  # fmt: skip
    for group in groups:
        listed = desk.json("list", f"地点:={group['key']}", "state:all")["issues"]
        assert len(listed) == group["raised"]
    hot = {place["place"]: place["raised"] for place in desk.json("report", "2026-11")["hot_places"]}
    assert hot == {group["key"]: group["raised"] for group in groups}
    assert {i["place"] for i in desk.json("list", "地点:五号楼")["issues"]} == {"3、5号楼", "5栋"}
    told = desk.ok("stats", "--by", "地点").out
    assert "合计多 1" in told
    assert "地点:=3号楼" in told


def test_a_figure_of_a_place_is_asked_for_by_any_spelling(desk: Desk) -> None:
    desk.issue("2026-11-02", place="3号楼")
    desk.issue("2026-11-03", place="13号楼")
    assert "20261102-1" in desk.ok("report", "2026-11", "--explain", "三栋").out


def test_months_add_up(desk: Desk) -> None:
    desk.issue("2026-09-14", "2026-10-05 close", front="步数: 100\n")
    desk.issue("2026-11-16", front="步数: 10\n")
    groups = stats(desk, "--by", "month")["groups"]
    assert [g["steps"] for g in groups] == [100, 0, 10]
    assert [g["handled"] for g in groups] == [0, 1, 0]
    assert [g["issues"]["open"] for g in groups] == [1, 0, 1]


def test_groups_by_tier_and_owner_have_their_counts(desk: Desk) -> None:
    desk.issue("2026-11-02", "2026-11-03 close", tier="small", owner="居干")
    desk.issue("2026-11-03", tier="large", owner="街道", due="2026-11-09")
    tiers = {g["key"]: g for g in stats(desk, "--by", "层级")["groups"]}
    assert (tiers["small"]["raised"], tiers["small"]["closed"], tiers["small"]["open"]) == (1, 1, 0)
    owners = {g["key"]: g for g in stats(desk, "--by", "责任")["groups"]}
    assert (owners["街道"]["raised"], owners["街道"]["open"]) == (1, 1)


def test_groups_by_weekday(desk: Desk) -> None:
    desk.entry("2026-11-16")
    desk.issue("2026-11-17")
    groups = {g["key"]: g for g in stats(desk, "--by", "weekday")["groups"]}
    assert groups["monday"]["walks"] == 1
    assert groups["tuesday"]["raised"] == 1


def test_groups_of_a_period(desk: Desk) -> None:
    desk.issue("2026-09-14")
    assert [g["key"] for g in stats(desk, "三季度", "--by", "month")["groups"]] == ["2026-07", "2026-08", "2026-09"]


# the sentence


def test_before_the_first_walk_nothing_is_said_to_have_gone_on(desk: Desk) -> None:
    desk.entry("2026-11-16", "类型: 接待\n", name="2026-11-16-desk")
    out = desk.ok("stats", "--lang", "zh").out
    assert "还没有走动记录。" in out
    assert "周来" not in out
    assert "类别" not in out  # a table of nothing
    desk.entry("2026-11-17", "步数: 4773\n", "  - 编号: 20261117-1\n    事由: 路灯\n    类别: 公共设施\n")
    out = desk.ok("stats", "--lang", "zh").out
    assert "走了4773步" in out
    assert "类别" in out


def test_the_newspapers_sentence(desk: Desk) -> None:
    desk.settings(
        "走动: {首次: 2009-12-14}\n期初: {截至: 2020-11-23, 周一: 572, 步数: 2730000, 公里: 1640, 民事纠纷: 1018, "
        "环境问题: 972, 无物业问题: 1580}\n"
    )
    out = desk.ok("stats", "--as-of", "2020-11-23", "--lang", "zh", MINQING_TODAY="2020-11-30").out
    for piece in ("572个周一", "1640公里", "1018", "972", "1580"):
        assert piece in out
