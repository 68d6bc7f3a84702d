"""The community's own decisions teach the suggestions, corrected ones most."""

from __future__ import annotations

from datetime import date
from time import perf_counter

import pytest

from minqing.classify.experience import REMEMBERED, Confirmed, Experience
from minqing.classify.suggest import NOTHING_KNOWN, suggest
from minqing.domain.community import Community

PILED = "8号楼楼道里堆着纸箱,不好走"


def category(text: str, experience: Experience) -> str:
    return suggest(text, community=Community(), today=date(2026, 11, 16), experience=experience).category


def test_nothing_known_changes_nothing() -> None:
    assert NOTHING_KNOWN.neighbours(PILED) == []
    assert category(PILED, NOTHING_KNOWN) == "environment"


def test_a_corrected_matter_counts_for_the_next_one_like_it() -> None:
    others = [Confirmed("西门口路灯不亮", "facility", "medium"), Confirmed("楼上半夜放音乐", "dispute", "medium")]
    corrected = Confirmed("3号楼楼道里堆着纸箱,不好走路", "safety", "large", corrected=True)
    found = suggest(PILED, community=Community(), today=date(2026, 11, 16), experience=Experience([*others, corrected]))
    assert (found.category, found.tier) == ("safety", "large")


def test_one_matter_that_nobody_corrected_weighs_less() -> None:
    accepted = Confirmed("3号楼楼道里堆着旧纸箱,走路碍事", "service", "small")
    assert category(PILED, Experience([accepted])) == "environment"


def test_house_numbers_and_forms_of_address_make_nothing_alike() -> None:
    matters = [
        Confirmed(f"{n}号楼的阿姨说{what}", "welfare", "small") for n, what in enumerate(["腿疼", "头晕", "眼花"])
    ]
    assert Experience(matters).neighbours("2号楼的阿姨说下水道堵了") == []


def test_the_reason_names_the_matter_it_is_like() -> None:
    earlier = Confirmed("东墙根的大缸又满了", "environment", "medium", corrected=True)
    found = suggest(
        "东墙根的大缸又满了", community=Community(), today=date(2026, 11, 16), experience=Experience([earlier])
    )
    assert found.because[0] == (
        "category-like",
        {"title": earlier.title, "category": "environment", "category_name": "环境卫生"},
    )


def test_a_category_that_is_gone_from_the_settings_votes_for_nothing() -> None:
    gone = Confirmed(PILED, "ebike", "medium", corrected=True)
    assert category(PILED, Experience([gone])) == "environment"


def test_a_long_diary_is_learned_from_quickly_and_only_its_newest_part() -> None:
    matters = [Confirmed(f"{n % 40}号楼{n}单元有人反映第{n}件事情没有办", "other", "medium") for n in range(12_000)]
    started = perf_counter()
    experience = Experience(matters)
    assert perf_counter() - started < 3
    assert len(experience._matters) == REMEMBERED
    assert experience._matters[-1] == matters[-1]


@pytest.mark.parametrize(("corrected", "tier"), [(False, "medium"), (True, "small")])
def test_what_came_back_often_outgrows_what_it_was_unless_somebody_said_so(corrected: bool, tier: str) -> None:
    text = "4号楼门口有狗屎"
    before = Experience([Confirmed(text, "environment", "small", corrected=corrected)] * 3)
    found = suggest(text, community=Community(), today=date(2026, 11, 16), experience=before, repeats=3)
    assert found.tier == tier
