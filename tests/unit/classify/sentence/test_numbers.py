"""Numbers in words and digits."""

from decimal import Decimal

import pytest

from minqing.classify.sentence.numbers import amount, chinese_integer
from minqing.text.normal import aligned


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("十", 10), ("十一", 11), ("二十", 20), ("一百零五", 105), ("一百五", 150), ("五千二", 5200),
        ("四千七百七十三", 4773), ("一万二", 12000), ("一万零二十", 10020), ("两千", 2000), ("三", 3),
    ],
)  # fmt: skip
def test_chinese_numerals(text: str, value: int) -> None:
    assert chinese_integer(text) == value


@pytest.mark.parametrize("text", ["", "一二三", "几千", "4773", "万", "步"])
def test_what_is_no_numeral(text: str) -> None:
    assert chinese_integer(text) is None


@pytest.mark.parametrize(
    ("text", "value"), [("4773", "4773"), ("4,773", "4773"), ("1.2万", "12000"), ("2.9", "2.9"), ("三千", "3000")]
)
def test_amounts(text: str, value: str) -> None:
    assert amount(text) == Decimal(value)


def test_half_width_forms_keep_every_position() -> None:
    text = "５号楼：２．９㎞"
    assert aligned(text) == "5号楼:2.9㎞"
    assert len(aligned(text)) == len(text)
