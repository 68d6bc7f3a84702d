"""The numbers of houses: what each is worth, and which stand together."""

from __future__ import annotations

import pytest

from minqing.text.houses import by_value, houses


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
