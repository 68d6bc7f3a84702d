"""Chance that falls the same way everywhere, and the phrases it composes."""

from __future__ import annotations

import pytest

from minqing.demo.chance import Chance, Lots, fitting, shares


def test_a_name_gives_the_same_numbers_on_every_machine() -> None:
    chance = Chance("walks")
    assert [chance.below(1000) for _ in range(6)] == [728, 0, 660, 769, 728, 276]


def test_another_name_gives_other_numbers() -> None:
    assert Chance("a").below(1 << 30) != Chance("b").below(1 << 30)


def test_below_and_between_keep_their_bounds() -> None:
    chance = Chance("bounds")
    drawn = {chance.between(3, 6) for _ in range(200)}
    assert drawn == {3, 4, 5, 6}
    assert {chance.below(2) for _ in range(50)} == {0, 1}


def test_some_keeps_the_order_and_never_repeats() -> None:
    chance = Chance("some")
    for count in range(7):
        picked = chance.some("abcde", count)
        assert picked == sorted(set(picked))
        assert len(picked) == min(count, 5)


def test_a_phrase_has_one_word_of_each_choice() -> None:
    chance = Chance("phrase")
    made = {chance.phrase("{楼上|隔壁}{半夜|{天不亮|午休时}}吵") for _ in range(200)}
    assert made == {a + b + "吵" for a in ("楼上", "隔壁") for b in ("半夜", "天不亮", "午休时")}


def test_slots_of_a_phrase_are_filled() -> None:
    assert Chance("x").phrase("$who说{好}", {"who": "阿姨"}) == "阿姨说好"


@pytest.mark.parametrize(
    ("about", "wanted"),
    [("单元门玻璃碎了", ["换玻璃"]), ("门禁不响", ["修门禁"]), ("门关不上", ["校正"])],
)
def test_a_closing_fits_what_was_wrong(about: str, wanted: list[str]) -> None:
    assert fitting(("玻璃>换玻璃", "对讲/门禁>修门禁", "校正"), about) == wanted


def test_where_nothing_is_said_for_anything_the_special_phrases_stand_in() -> None:
    assert fitting(("玻璃>换玻璃",), "门") == ["换玻璃"]


def test_shares_add_up_exactly() -> None:
    parts = shares(1000, [3, 3, 3, 0])
    assert parts == [333, 333, 334, 0]


def test_a_lot_without_weight_is_never_drawn() -> None:
    chance = Chance("lots")
    lots = Lots("abc", [1, 0, 3])
    assert {lots.draw(chance) for _ in range(100)} == {0, 2}
