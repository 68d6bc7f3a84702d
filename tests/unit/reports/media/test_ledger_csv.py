"""The ledger as CSV: Excel reads its Chinese, and calculates nothing of it."""

import csv
import io

import pytest
from diary_factory import raised
from ledgers import extent, states

from minqing.messages import speaking
from minqing.reports.ledger import COLUMNS
from minqing.reports.media.ledger_csv import ledger_csv
from minqing.text.calculated import csv_meant, csv_text


@pytest.fixture(autouse=True)
def chinese():
    with speaking("zh"):
        yield


def rows(entries=None, **more):
    of = extent(**more)
    raw = ledger_csv(states(of, entries) if entries else states(of), of)
    return raw, list(csv.reader(io.StringIO(raw.decode("utf-8-sig"), newline="")))


def test_byte_order_mark_and_line_ends():
    raw, read = rows()
    assert raw.startswith(b"\xef\xbb\xbf")
    assert raw.count(b"\r\n") == len(read) == 6
    assert all(len(row) == len(COLUMNS) for row in read)


def test_days_numbers_and_lines_within_a_cell():
    _, read = rows()
    first = dict(zip(read[0], read[1], strict=True))
    assert (first["日期"], first["资金(元)"], first["户数"], first["逾期天数"]) == ("2026-09-07", "85.50", "12", "")
    assert first["办理情况"].splitlines()[-1] == "2026-11-16 办结 换了灯罩"


def test_the_heading_of_the_reporters_says_whether_they_are_masked():
    assert rows()[1][0][4] == "反映人(已隐去)"
    assert rows(masked=False)[1][0][4] == "反映人(内部)"


@pytest.mark.parametrize("text", ["=cmd|' /C calc'!A0", "+86", "-5", "@x", "\tx", "＝1", "'=1", "''+1"])
def test_what_would_be_calculated_gets_an_apostrophe_that_comes_off_again(text):
    assert rows([raised("2026-11-02", title=text)])[1][1][5] == f"'{text}"
    assert csv_meant(csv_text(text)) == text


@pytest.mark.parametrize("text", ["5号楼", "'quoted'", "1+1", "a=b", "", "-", "'-"])
def test_other_texts_stay_as_they_are(text):
    assert csv_text(text) == csv_meant(text) == text
