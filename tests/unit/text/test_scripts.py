"""Traditional characters read as simplified ones."""

from __future__ import annotations

import pytest

from minqing.text.scripts import _IN_BOTH, _SIMPLIFIED, _TRADITIONAL, simplified


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("5號樓3單元樓道燈壞了", "5号楼3单元楼道灯坏了"),
        ("參加:張書記、王麗", "参加:张书记、王丽"),
        ("著名的于先生", "著名的于先生"),
        ("plain", "plain"),
    ],
)
def test_a_text_is_simplified(text: str, meant: str) -> None:
    assert simplified(text) == meant


def test_every_character_stays_one_character_and_no_result_is_traditional() -> None:
    assert len(_TRADITIONAL) == len(_SIMPLIFIED) == len(set(_TRADITIONAL))
    assert not set(_SIMPLIFIED) & (set(_TRADITIONAL) - _IN_BOTH)
