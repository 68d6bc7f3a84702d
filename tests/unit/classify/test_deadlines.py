"""By when a matter is due."""

from dataclasses import replace
from datetime import date

import pytest

from minqing.classify.deadlines import deadline, due_date
from minqing.domain.community import CATEGORIES, TIER_RULES, Community, TierRule, YearOfWorkdays
from minqing.text.working_days import working_days_after

MONDAY = date(2026, 11, 16)


@pytest.mark.parametrize(
    ("tier", "category", "text", "due"),
    [
        ("small", "environment", "", date(2026, 11, 16)),
        ("small", "dispute", "", date(2026, 11, 16)),
        ("medium", "environment", "", date(2026, 11, 23)),
        ("medium", None, "", date(2026, 11, 23)),
        ("large", "facility", "", date(2026, 12, 1)),
        ("medium", "dispute", "", date(2026, 12, 16)),
        ("large", "facility", "3号楼停水", date(2026, 11, 17)),
        ("small", "facility", "3号楼停水", date(2026, 11, 16)),
        ("large", "facility", "电线漏电", date(2026, 11, 16)),
        ("large", "facility", "怕漏电", date(2026, 12, 1)),
    ],
)
def test_the_default_days(tier: str, category: str | None, text: str, due: date) -> None:
    assert due_date(tier, category, MONDAY, Community(), text) == due


@pytest.mark.parametrize(
    "text",
    [
        "3号楼有人高空抛物,差点砸到人", "8号楼高空抛物没人管", "楼上往下扔烟头", "有人从阳台往楼下扔垃圾",
        "高空坠物砸了车", "院墙快塌", "围墙要倒了", "大树快倒了",
    ],
)  # fmt: skip
def test_what_falls_from_above_or_is_about_to_fall_cannot_wait(text: str) -> None:
    assert due_date("large", "safety", MONDAY, Community(), text) == MONDAY


@pytest.mark.parametrize(
    "text",
    [
        "怕有人高空抛物",
        "想装摄像头防高空抛物",
        "建议装高空抛物摄像头",
        "开展高空抛物宣传",
        "宣传高空抛物的危害",
        "树要倒着修剪",
    ],
)
def test_what_is_feared_or_preached_against_is_no_danger(text: str) -> None:
    assert due_date("large", "safety", MONDAY, Community(), text) == date(2026, 12, 1)


def test_without_a_tier_nothing_is_due() -> None:
    assert due_date(None, "dispute", MONDAY, Community()) is None


def test_the_settings_days_are_followed() -> None:
    quick = replace(CATEGORIES["environment"], days=3)
    community = Community(categories={**CATEGORIES, "environment": quick})
    assert due_date("medium", "environment", MONDAY, community) == date(2026, 11, 19)


def working(**tiers: TierRule) -> Community:
    return Community(tiers={**TIER_RULES, **tiers})


def test_working_days_know_the_holidays_and_make_up_days() -> None:
    community = working(medium=TierRule(None, 3, working=True))
    # National Day 2020: 1-8 October off, Saturday 10 October worked.
    assert due_date("medium", None, date(2020, 9, 30), community) == date(2020, 10, 12)


def test_a_year_not_announced_counts_monday_to_friday_and_says_so() -> None:
    assert working_days_after(date(2031, 10, 1), 2, Community()) == (date(2031, 10, 3), True)


def test_days_written_in_the_settings_come_first() -> None:
    year = YearOfWorkdays(off=frozenset({date(2031, 10, 2)}), work=frozenset({date(2031, 10, 4)}))
    community = Community(workdays={2031: year})
    assert working_days_after(date(2031, 10, 1), 2, community) == (date(2031, 10, 4), False)


def test_the_ground_is_told() -> None:
    found = deadline("large", "facility", MONDAY, Community(), "全楼没电")
    assert found is not None
    assert (found.ground, found.days) == ("outage", 1)
