"""What people say for a fixed word."""

from __future__ import annotations

import pytest

from minqing.text import synonyms
from minqing.text.vocabulary import KINDS_BY_WORD, SATISFACTIONS_BY_WORD, TIERS_BY_WORD


@pytest.mark.parametrize(
    ("table", "word", "id"),
    [
        ("TIERS_SAID", "大", "large"),
        ("TIERS_SAID", "ＭＥＤ", "medium"),
        ("TIERS_SAID", "巨大", None),
        ("KINDS_SAID", "电话", "call"),
        ("KINDS_SAID", "市民热线", "hotline"),
        ("SATISFACTIONS_SAID", "挺满意的", "satisfied"),
        ("SATISFACTIONS_SAID", "还行吧", "fair"),
        ("SATISFACTIONS_SAID", "不太满意", "dissatisfied"),
        ("SATISFACTIONS_SAID", "没人接", None),
        ("STATES_SAID", "没办完", "open"),
        ("STATES_SAID", "妥了", "closed"),
        ("STATES_SAID", "处理", None),
        ("STATES_SAID", "", None),
    ],
)
def test_a_word_is_meant_as_a_whole_or_by_its_beginning(table: str, word: str, id: str | None) -> None:
    assert synonyms.meant(word, getattr(synonyms, table)) == id


def test_every_word_of_the_files_is_understood() -> None:
    for words, said in (
        (TIERS_BY_WORD, synonyms.TIERS_SAID),
        (KINDS_BY_WORD, synonyms.KINDS_SAID),
        (SATISFACTIONS_BY_WORD, synonyms.SATISFACTIONS_SAID),
    ):
        assert words.items() <= said.items()
