"""Whether a sentence is a matter at all."""

from __future__ import annotations

import pytest

from minqing.classify.sentence.whether import may_be_none


@pytest.mark.parametrize(
    "title",
    [
        "凉亭那边老人都夸新座椅好",
        "下周准备把南门的坡道铺上",
        "上次反映的路灯已经换了新的",
        "上周说的下水道已经通了",
        "会上决定月底清楼道",
    ],
)
def test_praise_a_plan_and_news_of_what_was_raised_before_may_be_no_matter(title: str) -> None:
    assert may_be_none(title)


@pytest.mark.parametrize(
    "title",
    [
        "5号楼路灯不亮",
        "上次换的路灯又不亮了",
        "上次反映的下水道已经通了,现在又返味",
        "之前说好的扶手一直没装",
        "上周修好的门禁坏了",
        "3号楼的阿姨来问养老金认证怎么办",
        "楼上天天跺脚",
    ],
)
def test_what_is_wrong_again_or_asked_for_is_a_matter(title: str) -> None:
    assert not may_be_none(title)
