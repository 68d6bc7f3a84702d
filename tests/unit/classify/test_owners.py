"""Who takes a matter."""

from dataclasses import replace

import pytest

from minqing.classify.owners import owner_for
from minqing.domain.community import CATEGORIES, COMMITTEES, TIER_RULES, Community, TierRule


@pytest.mark.parametrize(
    ("tier", "category", "owner"),
    [
        ("small", "dispute", "包院居干"),
        ("medium", "dispute", "治安和调解委员会"),
        ("medium", None, "文体教育委员会"),
        ("large", "dispute", "派出所"),
        ("large", None, "街道办事处"),
        (None, "dispute", None),
    ],
)
def test_the_default_owners(tier: str | None, category: str | None, owner: str | None) -> None:
    assert owner_for(tier, category, Community()) == owner


def test_other_presets_use_their_own_committees() -> None:
    shanghai = Community(committees=COMMITTEES["shanghai"])
    assert owner_for("medium", "environment", shanghai) == "环境和物业管理委员会"
    assert owner_for("medium", "dispute", shanghai) == "人民调解委员会"
    assert owner_for("medium", "welfare", Community(committees=("议事组",))) == "居委会"


def test_the_settings_own_owner_and_committee_win() -> None:
    tiers = {**TIER_RULES, "medium": TierRule("王丽", 7)}
    assert owner_for("medium", "dispute", Community(tiers=tiers)) == "王丽"
    own = replace(CATEGORIES["dispute"], committee="老娘舅工作室")
    community = Community(categories={**CATEGORIES, "dispute": own})
    assert owner_for("medium", "dispute", community) == "老娘舅工作室委员会"
