"""The ledger as a workbook: real dates and numbers, texts that stay texts, totals that are formulas and right."""

import zipfile
from dataclasses import replace
from datetime import datetime
from io import BytesIO
from tempfile import TemporaryDirectory

import pytest
from diary_factory import day, raised
from ledgers import ENTRIES, NAMED, NOVEMBER, TODAY, extent, opened, states

from minqing.domain.community import Opening
from minqing.messages import speaking
from minqing.reports.figures import figures
from minqing.reports.ledger import COLUMNS, PLACES
from minqing.reports.media.ledger_book import ledger_xlsx
from minqing.reports.report import build_report


@pytest.fixture(autouse=True)
def chinese():
    with speaking("zh"):
        yield


def made(of=None, entries=ENTRIES):
    of = of or extent()
    with TemporaryDirectory() as folder:
        return ledger_xlsx(states(of, entries), of, TODAY, folder)


def cell(sheet, row, id):
    return sheet.cell(row, PLACES[id] + 1)


def totals(raw):
    """Name to the values behind it, of the whole sheet of totals."""
    sheet = opened(raw, data_only=True)["合计"]
    return {
        row[0].value: [c.value for c in row[1:] if c.value is not None] for row in sheet.iter_rows() if row[0].value
    }


def test_dates_and_numbers_are_what_they_look_like():
    sheet = opened(made())["台账"]
    assert [c.value for c in sheet[1]] == [column.title for column in COLUMNS]
    assert cell(sheet, 2, "raised").value == datetime(2026, 9, 7)
    assert cell(sheet, 2, "raised").number_format == "yyyy-mm-dd"
    assert (cell(sheet, 2, "cost").value, cell(sheet, 2, "households").value) == (85.5, 12)
    assert cell(sheet, 4, "overdue").value == 21
    assert cell(sheet, 2, "handling").value.count("\n") == 2


def test_the_sheet_is_ready_to_filter_and_to_print():
    sheet = opened(made())["台账"]
    assert sheet.freeze_panes == "B2"
    assert sheet.auto_filter.ref == "A1:Z6"
    assert sheet.print_title_rows == "$1:$1"
    assert (sheet.page_setup.orientation, sheet.page_setup.paperSize) == ("landscape", 9)
    assert sheet.sheet_properties.pageSetUpPr.fitToPage
    assert sheet.page_setup.fitToHeight == 0
    assert sheet.print_area == "'台账'!$A$1:$T$6"
    assert "幸福里社区民情台账(2026年11月)" in sheet.oddHeader.center.text
    assert sheet.column_dimensions["F"].width > 25


def test_overdue_matters_are_coloured_by_a_rule():
    ((rules, (rule,)),) = [(r.sqref, r.rules) for r in opened(made())["台账"].conditional_formatting]
    assert str(rules) == "A2:T6"
    assert rule.formula == ["N($O2)>0"]


@pytest.mark.parametrize(
    "text", ["=cmd|' /C calc'!A0", "+1", "-1", "@SUM(A1)", "\t=1", "＝1+1", "=5号楼漏水", "12345", "http://a.b", "1e5"]
)
def test_a_text_is_never_a_formula_a_number_or_a_link(text):
    raw = made(entries=[raised("2026-11-02", title=text, place=text)])
    sheet = opened(raw)["台账"]
    for id in ("title", "place"):
        assert (cell(sheet, 2, id).value, cell(sheet, 2, id).data_type) == (text, "s")
        assert cell(sheet, 2, id).hyperlink is None
    assert b"<f>" not in zipfile.ZipFile(BytesIO(raw)).read("xl/worksheets/sheet1.xml")


def test_a_text_that_could_be_calculated_stays_text_when_it_is_typed_again():
    raw = made(entries=[raised("2026-11-02", title="=1+1", place="5号楼")])
    sheet = opened(raw)["台账"]
    assert cell(sheet, 2, "title").quotePrefix
    assert not cell(sheet, 2, "place").quotePrefix


def test_what_xml_forbids_is_written_out():
    raw = made(entries=[raised("2026-11-02", title="灯\x00坏\x1b[31m了\uffff\u202e倒", place="_x0041_")])
    sheet = opened(raw)["台账"]
    assert cell(sheet, 2, "title").value == "灯\\x00坏\\x1b[31m了\\uffff\\u202e倒"
    # how Excel is told that no character is meant
    assert b">_x005F_x0041_<" in zipfile.ZipFile(BytesIO(raw)).read("xl/worksheets/sheet1.xml")


def test_a_text_too_long_for_a_cell_says_how_much_is_missing():
    sheet = opened(
        made(entries=[raised("2026-11-02", title="长" * 40_000), raised("2026-11-03", title="长" * 30_000)])
    )["台账"]
    cut, whole = cell(sheet, 2, "title").value, cell(sheet, 3, "title").value
    assert len(cut) <= 32_767
    assert "还有 7433 个字" in cut
    assert "minqing 查看 20261102-1" in cut
    assert len(whole) == 30_000


def test_numbers_that_a_spreadsheet_would_round_stay_texts():
    sheet = opened(made(entries=[raised("2026-11-02", households=12345678901234567)]))["台账"]
    assert cell(sheet, 2, "households").value == "12345678901234567"


def test_the_totals_are_those_of_the_report():
    found = totals(made())
    report = build_report(ENTRIES, NOVEMBER, None, TODAY, NAMED)
    f, b = report.figures, report.balance
    assert found["台账件数"] == [5]
    assert [found[n][0] for n in ("期初未办结", "提出", "重开", "办结", "期末未办结", "核对(应为 0)")] == [
        b.open_at_start, b.raised, b.reopened, b.closed, b.open_at_end, 0,
    ]  # fmt: skip
    assert [found[n][0] for n in ("其中挂账", "逾期", "解决", "惠及(户)", "资金(元)", "办结用时中位数(天)")] == [
        f.issues.parked, f.issues.overdue, f.handled, f.households_helped, f.cost, f.median_days_to_close,
    ]  # fmt: skip
    rates = {
        "按期办结率": f.rates.on_time,
        "响应率": f.rates.contacted,
        "解决率": f.rates.solved,
        "满意率": f.rates.satisfied,
    }
    assert {name: found[name][:2] for name in rates} == {name: [r.n, r.of] for name, r in rates.items()}
    by_tier = [f.by_tier[t] for t in ("small", "medium", "large")]
    assert [(found[n][0], found[n][2], found[n][3]) for n in ("小事", "中事", "大事")] == [
        (t.raised, t.closed, t.open) for t in by_tier
    ]


def test_the_totals_are_formulas_over_the_ledger():
    sheet = opened(made())["合计"]
    values = {row[0].value: row[1].value for row in sheet.iter_rows(min_row=9, max_row=16)}
    assert all(str(value).startswith("=") for value in values.values())
    assert values["提出"] == "=COUNTIFS('台账'!$B$2:$B$6,\">=\"&$B$5)"


def test_what_was_carried_over_is_added_where_everything_is_counted():
    opening = Opening(day("2026-10-31"), disputes=100, environment=7)
    community = replace(NAMED, opening=opening)
    of = extent(None, community)
    found = totals(made(of))
    all_time = figures(ENTRIES, None, None, TODAY, community)
    assert found["解决"] == [all_time.handled]
    assert found["民事纠纷"][1:] == [all_time.by_bucket["dispute"].handled, 100]
    assert found["环境问题"][1:] == [7, 7]


def test_an_empty_ledger_is_a_ledger():
    raw = made(entries=[])
    assert opened(raw)["台账"].max_row == 1
    assert totals(raw)["台账件数"] == [0]


def test_the_file_says_whether_it_is_masked():
    masked, internal = opened(made()), opened(made(extent(masked=False)))
    assert masked.sheetnames == ["台账", "合计"]
    assert internal.sheetnames == ["台账(内部)", "合计"]
    assert masked["合计"]["A2"].value == "已隐去个人信息"
    assert "含个人信息" in internal["合计"]["A2"].value
    assert "已隐去" in masked["台账"].oddFooter.left.text


def test_the_same_ledger_is_the_same_bytes():
    assert made() == made()


def test_in_english():
    with speaking("en"):
        raw = made()
    book = opened(raw, data_only=True)
    assert book.sheetnames == ["ledger", "totals"]
    assert cell(book["ledger"], 1, "title").value == "matter"
    found = {row[0].value: row[1].value for row in book["totals"].iter_rows() if row[0].value}
    assert (found["raised"], found["large"]) == (3, 1)


def test_a_long_ledger_is_never_in_memory_as_a_whole(tmp_path):
    """A row at a time: however many matters there are, little more is held than for a few."""
    import tracemalloc

    of = extent(None)
    few = states(of)

    def peak(count):
        tracemalloc.start()
        ledger_xlsx((few[n % len(few)] for n in range(count)), of, TODAY, str(tmp_path))
        most = tracemalloc.get_traced_memory()[1]
        tracemalloc.stop()
        return most

    peak(10)
    assert peak(1200) < 2 * peak(300)
    assert list(tmp_path.iterdir()) == []


def test_nothing_is_left_behind_when_it_fails(tmp_path):
    def failing():
        yield states(extent())[0]
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt), TemporaryDirectory(dir=tmp_path) as folder:
        ledger_xlsx(failing(), extent(), TODAY, folder)
    assert list(tmp_path.iterdir()) == []
