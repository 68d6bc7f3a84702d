"""Cantonese and Wu in the words of the tables: every position stays, the common language is left alone."""

from __future__ import annotations

import pytest

from minqing.classify.sentence.dialect import in_common_words
from minqing.classify.sentence.endings import is_settled
from minqing.classify.sentence.remarks import complains
from minqing.classify.sentence.reporters import find_reporter


@pytest.mark.parametrize(
    ("said", "common"),
    [
        ("外卖车当场推走晒", "外卖车当场推走了"),
        ("换咗灯胆", "换了灯胆"),
        ("垃圾桶冇盖", "垃圾桶没盖"),
        ("102吵得睏勿着", "102吵得睡不着"),
        ("大门闭门器坏脱", "大门闭门器坏了"),
    ],
)
def test_a_sentence_is_put_letter_for_letter(said: str, common: str) -> None:
    assert in_common_words(said) == common
    assert len(said) == len(common)


@pytest.mark.parametrize("said", ["请勿停车", "门口晒被子", "脱落的墙皮", "返潮", "打电话说灯坏了", "李阿姨话费贵"])
def test_the_common_language_stays(said: str) -> None:
    assert in_common_words(said) == said


@pytest.mark.parametrize(
    "ended", ["单车乱摆,当场同外卖仔讲,全部推走晒", "水管落脱,小陆接好,勿滴了", "楼道灯坏,已经修返"]
)
def test_what_was_settled_is_told_in_dialect_too(ended: str) -> None:
    assert is_settled(ended)


@pytest.mark.parametrize("still", ["有人养鸡,未搞掂", "灯坏脱,勿曾修", "要求爱卫办放药,等紧"])
def test_what_was_not_stays_open(still: str) -> None:
    assert not is_settled(still)


def test_who_says_it_and_what_is_wrong() -> None:
    assert find_reporter("朝早四点就啼,李阿姨话瞓唔到") == "李阿姨"
    assert complains("加装电梯1楼勿同意")
