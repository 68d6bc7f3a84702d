"""Words with a gap are found wherever they begin, in the order of the sentence."""

from __future__ import annotations

from minqing.classify.words import WordTable


def found(text: str, *listed: str) -> list[tuple[str, int]]:
    return [(match.word, match.start) for match in WordTable([("rule", listed)]).find(text)]


def test_a_gap_holds_up_to_ten_characters_of_one_clause() -> None:
    assert found("楼道里的灯坏了", "灯…坏", "楼道…坏") == [("楼道…坏", 0), ("灯…坏", 4)]
    assert found("楼道里的灯,坏了", "楼道…坏") == []


def test_a_word_may_begin_with_the_gap() -> None:
    assert found("楼道里的灯坏了", "…坏了") == [("…坏了", 0)]


def test_words_of_one_place_keep_the_order_of_the_table() -> None:
    assert [word for word, _ in found("灯都坏了", "灯…了", "灯…坏")] == ["灯…了", "灯…坏"]


def test_a_word_in_a_longer_one_is_left_out() -> None:
    assert found("消防通道", "通道", "消防通道") == [("消防通道", 0)]
