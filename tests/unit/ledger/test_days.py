"""Days as ledgers write them."""

from __future__ import annotations

from datetime import date, datetime

import pytest

from minqing.ledger.days import lacks_year, leading_day, read_day, year_in

JULY = date(2019, 7, 2)


@pytest.mark.parametrize(
    "cell",
    [
        "2019-07-02", "2019.7.2", "2019/7/2", "2019年7月2日", "2019年7月2日上午", "20190702", 20190702,
        43648, 43648.35, "43648",
        "2019-07-02 08:30:15", "2019-07-02T08:30:15Z", "2019.7.2 (周二)", "19.7.2", "二〇一九年七月二日",
        datetime(2019, 7, 2, 9),
        "２０１９．７．２", "2019年7月2日8时30分",
    ],
)  # fmt: skip
def test_a_day_is_read_in_every_style(cell: object) -> None:
    assert read_day(cell) == JULY


@pytest.mark.parametrize("cell", ["7/2/2019", "2019.7", "2019-02-30", "昨天", "7月2日", "12345", "2019-7-2至", "", 3])
def test_what_has_no_one_reading_is_none(cell: object) -> None:
    assert read_day(cell) is None


def test_a_year_from_elsewhere_completes_a_day() -> None:
    assert read_day("7月2日", 2019) == read_day("7.2", 2019) == JULY
    assert lacks_year("7月2日")
    assert not lacks_year("2019-02-30")


def test_old_macs_count_from_1904() -> None:
    assert read_day(42186, from_1904=True) == JULY


@pytest.mark.parametrize(
    ("text", "year"), [("2019年民情台账", 2019), ("2019", 2019), ("2019年7月2日", None), ("台账", None)]
)
def test_a_heading_tells_its_year(text: str, year: int | None) -> None:
    assert year_in(text) == year


def test_a_piece_of_handling_begins_with_its_day() -> None:
    assert leading_day("10.23联系绿化队", JULY, date(2020, 1, 1)) == (date(2019, 10, 23), "联系绿化队")
    assert leading_day("1月5日 修剪", JULY, date(2020, 2, 1)) == (date(2020, 1, 5), "修剪")
    assert leading_day("3.5米高的树", JULY, date(2019, 8, 1)) is None
