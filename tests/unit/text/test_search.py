"""Words in what people wrote; the numbers of houses by their value."""

from __future__ import annotations

import pytest

from minqing.text.search import holds, words_of


@pytest.mark.parametrize(
    ("word", "text"),
    [
        ("3号楼", "三号楼"),
        ("三号楼", "3号楼2单元"),
        ("３号楼", "三号楼"),
        ("13号楼", "十三号楼"),
        ("二十三号楼", "23号楼门口"),
        ("3号楼二单元", "三号楼2单元"),
        ("301室", "三零一室"),
        ("3号", "三号楼"),
        ("三单元", "周一三单元停水"),
        ("三单元", "一二三单元"),
        ("03号楼", "三号楼"),
        ("楼道", "三楼楼道"),
        ("周一", "周一三单元停水"),
        ("5栋", "5号楼门口"),
        ("5号楼", "5、6号楼停水"),
        ("四栋", "3-5号楼停水"),
        ("5、6号楼", "五号楼和6号楼"),
        ("5号楼", "五幢漏水"),
        ("5#", "5#楼前"),
        ("5号楼", "5幢楼门口"),
        ("三栋楼", "三栋楼都停水"),
    ],
)
def test_a_house_is_found_however_its_number_is_written(word: str, text: str) -> None:
    assert holds(text, words_of(word))


@pytest.mark.parametrize(
    ("word", "text"),
    [
        ("3号楼", "13号楼"),
        ("3号楼", "十三号楼"),
        ("三号楼", "十三号楼"),
        ("三号楼", "二十三号楼"),
        ("十三号楼", "二十三号楼"),
        ("三号楼", "13号楼"),
        ("3号楼", "3单元"),
        ("1单元", "十一单元"),
        ("5栋", "15号楼"),
        ("5号楼", "5楼"),
        ("2号楼", "两栋楼之间"),
        ("3号楼", "三栋楼都停水"),
        ("5号楼", "1-4号楼停水"),
    ],
)
def test_and_never_in_another_number(word: str, text: str) -> None:
    assert not holds(text, words_of(word))
