"""``stats --by``: the same figures side by side."""

from dataclasses import replace

import pytest
from diary_factory import COMMUNITY, day, entry, issue, raised

from minqing.domain.community import Opening
from minqing.domain.period import Period
from minqing.reports.figures import figures
from minqing.reports.groups import group_dict, groups

TODAY = day("2026-12-20")
ENTRIES = [
    raised(
        "2026-09-07",
        "2026-09-10 close",
        "2026-10-12 reopen",
        "2026-11-16 close",
        tier="small",
        owner="李楼长",
        place="5号楼",
        category="facility",
    ),
    raised("2026-10-12", "2026-10-20 close", "2026-12-01 followup fair", tier="large", place="5号楼"),
    entry("2026-11-02", issue(due="2026-11-09", place="3号楼"), issue(), kind="walk", steps=4000, km="2.5"),
    entry("2026-11-03", issue(category="dispute"), kind="desk"),
]


def by(kind, period=None, as_of=None, entries=ENTRIES, community=COMMUNITY):
    return [group_dict(group) for group in groups(kind, entries, period, as_of, TODAY, community)]


@pytest.mark.parametrize(
    ("kind", "keys"),
    [
        ("month", ["2026-09", "2026-10", "2026-11", "2026-12"]),
        ("quarter", ["2026-q3", "2026-q4"]),
        ("year", ["2026"]),
    ],
)
def test_groups_of_time_run_from_the_first_entry_to_the_last_day(kind, keys):
    assert [group["key"] for group in by(kind)] == keys


def test_each_month_has_the_figures_of_that_month():
    for group in groups("month", ENTRIES, None, None, TODAY, COMMUNITY):
        year, month = map(int, group.key.split("-"))
        assert group.figures == figures(ENTRIES, Period.month(year, month), None, TODAY, COMMUNITY)


def test_months_of_a_period_stop_at_the_last_day():
    months = by("month", Period.year(2026), as_of=day("2026-10-31"))
    assert [group["key"] for group in months][-1] == "2026-10"
    assert [group["issues"]["open"] for group in months][-1] == 1


def test_a_matter_handled_twice_is_in_both_months_and_said_so():
    months = {group["key"]: group for group in by("month")}
    assert (months["2026-09"]["handled"], months["2026-11"]["handled"]) == (1, 1)
    assert (months["2026-09"]["handled_again"], months["2026-11"]["handled_again"]) == (0, 1)


def test_the_opening_balance_belongs_to_no_group():
    community = replace(COMMUNITY, opening=Opening(day("2026-01-01"), steps=5, mondays=9))
    assert sum(group["steps"] for group in by("weekday", community=community)) == 4000
    assert {group["opening"] for group in by("month", community=community)} == {None}


def test_tiers_are_all_there_and_none_comes_last():
    tiers = by("tier")
    assert [group["key"] for group in tiers] == ["small", "medium", "large", "none"]
    assert tiers[0] == {"key": "small", "raised": 1, "handled": 1, "closed": 2, "open": 0, "overdue": 0}
    assert tiers[3] == {"key": "none", "raised": 3, "handled": 0, "closed": 0, "open": 3, "overdue": 1}


def test_places_come_with_the_most_raised_first():
    assert [(g["key"], g["raised"]) for g in by("place")] == [("5号楼", 2), ("3号楼", 1), ("none", 2)]
    assert [group["key"] for group in by("owner")] == ["李楼长", "none"]


def test_spellings_of_a_house_are_one_place_and_several_houses_count_for_each():
    spelled = ("三号楼", "3号楼2门", "3号楼", "3、5号楼", "5栋", "西门", None)
    found = by("place", entries=[entry("2026-11-02", *(issue(place=place) for place in spelled))])
    assert [(g["key"], g["raised"], g["open"]) for g in found] == [
        ("3号楼", 4, 4), ("5栋", 2, 2), ("西门", 1, 1), ("none", 1, 1),
    ]  # fmt: skip


def test_categories_come_in_the_order_of_the_settings():
    assert [group["key"] for group in by("category")] == ["dispute", "facility", "none"]


def test_groups_of_a_period_count_what_happened_in_it():
    places = {group["key"]: group for group in by("place", Period.month(2026, 11))}
    assert places["5号楼"] == {
        "key": "5号楼",
        "raised": 0,
        "handled": 1,
        "closed": 1,
        "open": 0,
        "overdue": 0,
    }


def test_weekdays_count_entries_and_walks():
    monday, tuesday, *others = by("weekday")
    assert monday == {
        "key": "monday", "entries": 3, "walks": 3, "visits": 0, "steps": 4000, "km": 2.5, "raised": 4,
    }  # fmt: skip
    assert (tuesday["key"], tuesday["entries"], tuesday["walks"], tuesday["raised"]) == ("tuesday", 1, 0, 1)
    assert len(others) == 5


def test_nothing_written_yet_has_no_months():
    assert by("month", entries=[]) == []
