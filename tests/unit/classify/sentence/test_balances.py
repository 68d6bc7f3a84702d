"""The opening balance as people say it."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from time import perf_counter

import pytest

from minqing.classify.sentence.balances import read_balances
from minqing.domain.errors import MinqingError

TODAY = date(2026, 11, 23)


@pytest.mark.parametrize(
    "text",
    [
        "520个周一 273万多步 1643公里 纠纷1018",
        "五百二十个周一,二百七十三万多步,一千六百四十三公里,纠纷一千零一十八起",
        "走动 520\t步数:2,730,000\n里程 1643   民事纠纷共1018件",
    ],
)
def test_the_sentence_of_the_newspaper_is_read(text: str) -> None:
    assert read_balances(text, TODAY) == {
        "mondays": 520,
        "steps": 2_730_000,
        "km": Decimal(1643),
        "disputes": 1018,
    }


@pytest.mark.parametrize("row", ["1", "一", " ", "1,", "一点"])
def test_a_long_row_is_answered_at_once(row: str) -> None:
    began = perf_counter()
    with pytest.raises(MinqingError):
        read_balances(row * 1500 + "?", TODAY)
    assert perf_counter() - began < 3
