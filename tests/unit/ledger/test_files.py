"""Files of ledgers, whatever they are: what stands in their cells."""

from __future__ import annotations

import contextlib
import io
import zipfile
from datetime import datetime, time
from pathlib import Path

import openpyxl
import pytest
import xlsxwriter

from minqing.domain.errors import MinqingError
from minqing.ledger.book import read_book
from minqing.ledger.grid import NoValue, Span, filled
from minqing.ledger.texts import decoded, unguarded

HERE = Path(__file__).parent


def workbook(**options: object) -> tuple[io.BytesIO, xlsxwriter.Workbook]:
    out = io.BytesIO()
    return out, xlsxwriter.Workbook(out, options)


def rows_of(raw: bytes, name: str = "a.xlsx", sheet: int = 0) -> list[list[object]]:
    return [cells for _, cells in read_book(raw, name)[sheet].rows()]


def test_values_of_every_kind_are_read_as_they_are() -> None:
    out, made = workbook(in_memory=True)
    sheet = made.add_worksheet("台账")
    day, clock = made.add_format({"num_format": "yyyy年m月d日"}), made.add_format({"num_format": "h:mm"})
    sheet.write_datetime(0, 0, datetime(2019, 7, 2), day)
    sheet.write_number(0, 1, 8.5 / 24, clock)
    sheet.write_number(0, 2, 12)
    sheet.write_number(0, 3, 2.5)
    sheet.write_boolean(0, 4, True)
    sheet.write_rich_string(0, 5, "5号楼", made.add_format({"bold": True}), "路灯")
    sheet.write_string(0, 6, "=cmd|' /C calc'!A0")
    sheet.write_formula(0, 7, "=1+1", value=2)
    sheet.write_formula(2, 1, "=B9", value="=#N/A")
    made.close()
    (first, last) = rows_of(out.getvalue())
    assert first == [datetime(2019, 7, 2), time(8, 30), 12, 2.5, "是", "5号楼路灯", "=cmd|' /C calc'!A0", 2]
    assert last[0] is None


def test_a_formula_without_a_value_and_an_error_have_none() -> None:
    made = openpyxl.Workbook()
    made.active["A1"] = "=TODAY()"
    made.active["B1"] = "#N/A"
    made.active["B1"].data_type = "e"
    out = io.BytesIO()
    made.save(out)
    assert rows_of(out.getvalue()) == [[NoValue("=TODAY()"), NoValue("#N/A")]]


def test_a_workbook_may_count_from_1904() -> None:
    out, made = workbook(date_1904=True)
    made.add_worksheet().write_datetime(0, 0, datetime(2019, 7, 2), made.add_format({"num_format": 14}))
    made.close()
    (sheet,) = read_book(out.getvalue(), "a.xlsx")
    assert sheet.from_1904
    assert rows_of(out.getvalue()) == [[datetime(2019, 7, 2)]]


def test_long_cells_and_control_characters_come_through() -> None:
    out, made = workbook()
    made.add_worksheet().write_row(0, 0, ["长" * 30000, "a\x1bb"])
    made.close()
    assert rows_of(out.getvalue()) == [["长" * 30000, "a\x1bb"]]


def test_an_old_workbook_tells_merged_cells_and_hidden_sheets() -> None:
    book, old = read_book((HERE / "small.xls").read_bytes(), "small.xlsx")
    assert (book.name, book.hidden, old.hidden) == ("台账", False, True)
    assert Span(2, 0, 3, 0) in book.merged
    days = [cells[0] for _, cells in filled(book)]
    assert days[2] == days[3] == datetime(2019, 7, 2)


def test_a_page_of_html_tells_cells_over_rows_and_columns() -> None:
    page = "<table><tr><td rowspan=2>2019-07-02<td colspan=2>路灯</tr><tr><td>井盖<td>响</table>".encode()
    (sheet,) = read_book(page, "a.xls")
    assert [cells for _, cells in filled(sheet)] == [["2019-07-02", "路灯", ""], ["2019-07-02", "井盖", "响"]]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gbk", "gb18030", "utf-16", "utf-16-le", "utf-16-be"])
def test_a_text_is_read_in_every_encoding(encoding: str) -> None:
    assert decoded("日期,事由\n2019-07-02,路灯\n".encode(encoding)) == "日期,事由\n2019-07-02,路灯\n"


@pytest.mark.parametrize(
    ("cell", "text"),
    [("'=1+1", "=1+1"), ("''=1", "'=1"), ("'引号'", "'引号'"), ('="0123"', "0123"), ("'＠绿化队", "＠绿化队")],
)
def test_the_apostrophe_that_guards_a_text_is_taken_off(cell: str, text: str) -> None:
    assert unguarded(cell) == text


def zipped(**parts: bytes) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as made:
        for name, raw in parts.items():
            made.writestr(name.replace("__", "/").replace("_dot_", "."), raw)
    return out.getvalue()


BOMB = b'<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;">]><workbook>&b;</workbook>'


@pytest.mark.parametrize(
    ("raw", "code"),
    [
        (b"PK\x03\x04 cut off", "importing.damaged"),
        (zipped(word__document_dot_xml=b"<w/>"), "importing.no-workbook"),
        (zipped(xl__workbook_dot_xml=BOMB), "importing.damaged"),
        (zipped(xl__workbook_dot_xml=b"<workbook"), "importing.damaged"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 2000, "importing.damaged"),
        (b"\0\0\0\0", "importing.empty-file"),
    ],
)
def test_what_cannot_be_read_is_a_value_with_a_reason(raw: bytes, code: str) -> None:
    with pytest.raises(MinqingError) as refused:
        [list(sheet.rows()) for sheet in read_book(raw, "a.xlsx")]
    assert refused.value.code == code


def test_any_damage_is_said_and_never_a_traceback() -> None:
    made = openpyxl.Workbook()
    made.active.append(["日期", "事由"])
    out = io.BytesIO()
    made.save(out)
    whole = out.getvalue()
    for at in range(0, len(whole), 97):
        spoilt = whole[:at] + b"\xff\x00\xff" + whole[at + 3 :]
        with contextlib.suppress(MinqingError):
            [list(sheet.rows()) for sheet in read_book(spoilt, "a.xlsx")]


@pytest.mark.parametrize(
    ("raw", "line"),
    [(b'[\n{"a": }]', 2), (b'[{"a":' + b"9" * 5000 + b"}]", 1), (b"[" * 100_000, 1)],
    ids=["no JSON", "a number beyond measure", "nested beyond measure"],
)
def test_json_that_cannot_be_read_is_told_by_its_line(raw: bytes, line: int) -> None:
    with pytest.raises(MinqingError) as refused:
        read_book(raw, "a.json")
    assert (refused.value.code, refused.value.params["line"]) == ("importing.json", line)
