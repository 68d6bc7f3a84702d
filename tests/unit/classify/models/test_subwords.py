"""A sentence is cut into the subwords that together are likeliest."""

from __future__ import annotations

from minqing.classify.models.subwords import cut, normal

LIKELY = {"▁": -2.0, "路": -5.0, "灯": -5.0, "路灯": -8.0, "灯坏": -3.0, "坏": -4.0, "了": -1.0}


def test_text_is_written_as_the_vocabulary_writes_it() -> None:
    assert normal(" Ａ座　路灯，坏了 ") == "▁a座▁路灯,坏了"


def test_the_likeliest_cut_wins_over_the_longest_first_subword() -> None:
    assert cut("▁路灯坏了", LIKELY, -20.0) == ["▁", "路", "灯坏", "了"]
    assert cut("▁路灯坏了", LIKELY | {"路灯": -3.0}, -20.0) == ["▁", "路灯", "坏", "了"]


def test_a_character_no_subword_holds_stands_alone() -> None:
    assert cut("路龘灯", LIKELY, -20.0) == ["路", "龘", "灯"]


def test_nothing_is_cut_into_nothing() -> None:
    assert cut("", LIKELY, -20.0) == []
