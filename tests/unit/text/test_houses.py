"""The numbers of houses: what each is worth, and which stand together."""

from __future__ import annotations

import time

import pytest

from minqing.text.houses import by_value, houses, in_words


def each(text: str) -> list[str]:
    return [house.name for row in houses(text) for house in row.each]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("三号楼", "3号楼"),
        ("5幢2门", "5号楼"),
        ("03号楼", "3号楼"),
        ("10栋和12栋", "10号楼 12号楼"),
        ("2号楼与3号楼之间", "2号楼 3号楼"),
        ("三、五号楼", "3号楼 5号楼"),
        ("3号、5号楼", "3号楼 5号楼"),
        ("3-5号楼", "3号楼 4号楼 5号楼"),
        ("1—3栋", "1号楼 2号楼 3号楼"),
        ("3号楼到5号楼", "3号楼 4号楼 5号楼"),
        ("三四号楼", "3号楼 4号楼"),
        ("一三号楼", "3号楼"),
        ("5-2号楼", "2号楼"),
        ("1-200号楼", "200号楼"),
        ("两栋楼之间", ""),
        ("3、4栋楼都停水", ""),
        ("一、两栋", ""),
        ("3单元", ""),
        ("5栋楼顶", "5号楼"),
        ("一二号楼、5号楼", "1号楼 2号楼 5号楼"),
        ("12-2026-3号楼", "3号楼"),
    ],
)
def test_the_houses_of_a_text(text: str, found: str) -> None:
    assert each(text) == found.split()


def test_each_house_is_spelled_as_it_stands_there() -> None:
    (row,) = houses("幸福里三、5栋门口")
    assert [house.written for house in row.each] == ["三栋", "5栋"]
    assert (row.start, row.end) == (3, 7)


def test_a_weekday_numbers_no_house() -> None:
    assert by_value("周一三号楼停水") == "周一3号楼停水"


def test_houses_that_stand_together_are_told_one_by_one() -> None:
    assert by_value("三、5栋2门") == "3号楼、5号楼2门"
    assert by_value(by_value("三、5栋2门")) == "3号楼、5号楼2门"


def test_what_numbers_no_house_stays() -> None:
    assert by_value("一直没修,三天两头坏") == "一直没修,三天两头坏"


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("3-2-501漏水", "3号楼2单元501漏水"),
        ("3-501", "3号楼501"),
        ("第3号楼", "3号楼"),
        ("第三栋门口", "三栋门口"),
        ("Building 5, unit 2 lamp", "5号楼2单元 lamp"),
        ("bldg.12", "12号楼"),
        ("3-501漏水", "3-501漏水"),
        ("第一5号楼路灯不亮", "第一5号楼路灯不亮"),
        ("010-62-3456-78", "010-62-3456-78"),
        ("rebuilding 5 walls", "rebuilding 5 walls"),
    ],
)
def test_a_house_told_in_figures_or_in_english_is_one_in_words(text: str, told: str) -> None:
    assert in_words(text) == told


@pytest.mark.parametrize("piece", ["12-2026-", "3号", "三四", "1、", "3号楼到", "building ", "1-2-", "第一"])
def test_a_title_of_nothing_but_numbers_is_read_in_a_moment(piece: str) -> None:
    before = time.perf_counter()
    by_value(piece * 2000)
    assert time.perf_counter() - before < 2
