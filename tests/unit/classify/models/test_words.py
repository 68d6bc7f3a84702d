"""Words with a gap are found wherever they begin, in the order of the sentence."""

from __future__ import annotations

from time import process_time

from minqing.classify.models.words import WordTable


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


def test_only_a_longer_word_without_a_gap_hides_another() -> None:
    assert found("灯都坏了", "灯…了", "都坏", "坏") == [("灯…了", 0), ("都坏", 1)]
    assert found("消防通道", "消防", "防通", "消防通", "通道") == [("消防通", 0), ("通道", 2)]


def test_a_pasted_book_takes_time_in_proportion_to_its_length() -> None:
    def taken(text: str) -> float:
        start = process_time()
        found(text, "路灯", "灯", "路灯坏")
        return process_time() - start

    one, ten = (min(taken("路灯坏了," * 800 * many) for _ in range(3)) for many in (1, 10))
    assert ten < 40 * one  # a hundred times where each word is compared with all
