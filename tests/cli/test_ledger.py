"""``minqing ledger``: which matters it holds, what it is saved as, and what it must not give away."""

import builtins

import openpyxl
import pytest
from desk import issue_yaml

from minqing.reports.read_back import rows_of

PHONE = "13812345678"


@pytest.fixture
def desk(desk):
    desk.issue("2026-10-12", "2026-10-13 办结 换了灯泡", place="5号楼", reporter="老爷子")
    desk.entry(
        "2026-11-02",
        issues=issue_yaml("20261102-1", f"2026-11-03 联系 打了 {PHONE}", tier="large", place="3号楼", due="2026-11-09")
        + issue_yaml("20261102-2", "2026-11-10 办结 清了", title="门口小广告", category="environment"),
    )
    return desk


def sheet(path):
    book = openpyxl.load_workbook(path)
    return book.worksheets[0]


def ids(path):
    return [row[0] for row in sheet(path).iter_rows(min_row=2, values_only=True)]


def test_everything_without_a_filter(desk, tmp_path):
    answer = desk.ok("ledger", "-o", str(tmp_path / "台账.xlsx"))
    assert ids(tmp_path / "台账.xlsx") == ["20261012-1", "20261102-1", "20261102-2"]
    assert "台账.xlsx" in answer.err
    assert answer.out == ""


@pytest.mark.parametrize("words", [["2026-10"], ["上月"], ["last month"], ["last", "month"]])
def test_a_period_has_what_its_report_counts(desk, tmp_path, words):
    desk.ok("ledger", *words, "-o", str(tmp_path / "l.xlsx"))
    assert ids(tmp_path / "l.xlsx") == ["20261012-1"]


def test_a_period_stands_at_its_end(desk):
    before = {row["id"]: row["state"] for row in desk.json("ledger", "2026-11-01..2026-11-09")["rows"]}
    assert before == {"20261102-1": "办理中", "20261102-2": "办理中"}


def test_a_filter_finds_closed_matters_too(desk):
    assert [row["id"] for row in desk.json("ledger", "本月", "类别:环境卫生")["rows"]] == ["20261102-2"]
    assert [row["id"] for row in desk.json("ledger", "state:open")["rows"]] == ["20261102-1"]
    assert [row["id"] for row in desk.json("ledger", "小广告")["rows"]] == ["20261102-2"]


def test_as_of_a_day(desk):
    rows = desk.json("ledger", "--as-of", "2026-11-05")["rows"]
    assert [row["state"] for row in rows] == ["已办结", "办理中", "办理中"]


def test_a_month_that_does_not_exist_is_no_text(desk):
    answer = desk.run("ledger", "2026-13")
    assert answer.code == 2
    assert "2026-13" in answer.err


def test_numbers_are_masked_everywhere_unless_it_is_internal(desk, tmp_path):
    for name in ("l.xlsx", "l.csv"):
        desk.ok("ledger", "-o", str(tmp_path / name))
    handling = sheet(tmp_path / "l.xlsx").cell(3, 12).value
    assert handling == "2026-11-03 联系 打了 138****5678"
    assert PHONE not in (tmp_path / "l.csv").read_text(encoding="utf-8-sig")
    assert PHONE not in desk.ok("ledger", "--json").out
    desk.ok("ledger", "--internal", "-o", str(tmp_path / "i.csv"))
    assert PHONE in (tmp_path / "i.csv").read_text(encoding="utf-8-sig")
    assert desk.json("ledger", "--internal")["masked"] is False


def test_the_filter_that_was_typed_is_masked_in_the_file(desk, tmp_path):
    desk.ok("ledger", PHONE, "-o", str(tmp_path / "l.xlsx"))
    totals = openpyxl.load_workbook(tmp_path / "l.xlsx")["合计"]
    assert totals["A4"].value == "只含符合条件的事项: 138****5678"
    assert ids(tmp_path / "l.xlsx") == ["20261102-1"]


def test_on_the_screen(desk):
    answer = desk.ok("台账", "本月")
    lines = answer.out.splitlines()
    assert lines[1].split() == ["编号", "日期", "地点", "事由", "层级", "责任", "期限", "状态"]
    assert lines[-1] == "共 2 件;已隐去个人信息"


def test_nothing_found(desk):
    assert desk.ok("ledger", "没有的词").out == "没有符合条件的事项。\n"


def test_an_ending_that_is_not_offered(desk):
    answer = desk.run("ledger", "-o", "台账.xls")
    assert answer.code == 2
    assert ".xlsx" in answer.err


@pytest.mark.parametrize(
    "command", [["ledger", "-o", "l.xlsx"], ["report", "-o", "r.docx"], ["report", "-o", "r.xlsx"]]
)
def test_without_the_office_libraries_one_command_is_named(desk, tmp_path, monkeypatch, command):
    real = builtins.__import__
    missing = ("xlsxwriter", "docx", "openpyxl", "lxml")

    def gone(name):
        if name.partition(".")[0] in missing:
            raise ModuleNotFoundError(f"No module named {name!r}", name=name)

    def absent(name, *rest, **more):
        gone(name)
        return real(name, *rest, **more)

    def absent_module(name, package=None):
        gone(name)
        return real_module(name, package)

    from minqing.workspace import extras

    real_module = extras.import_module
    monkeypatch.setattr(builtins, "__import__", absent)
    monkeypatch.setattr(extras, "import_module", absent_module)
    monkeypatch.chdir(tmp_path)
    answer = desk.run(*command)
    assert answer.code == 2
    assert 'pip install "minqing[office]"' in answer.err
    assert not (tmp_path / command[-1]).exists()


def test_entries_that_are_left_out_are_named(desk, tmp_path):
    desk.write("diaries/2026/2026-11-16.md", "---\n日期: 不是日子\n---\n")
    answer = desk.run("ledger", "-o", str(tmp_path / "l.xlsx"))
    assert answer.code == 1
    assert "2026-11-16.md" in answer.err
    assert len(ids(tmp_path / "l.xlsx")) == 3


def test_a_period_that_has_not_begun_has_no_ledger(desk, tmp_path):
    answer = desk.run("ledger", "2027", "-o", str(tmp_path / "l.xlsx"))
    assert (answer.code, list(tmp_path.glob("*.xlsx"))) == (2, [])
    assert "2027年" in answer.err


@pytest.mark.parametrize("ending", ["docx", "xlsx"])
def test_a_report_of_a_period_that_has_not_begun_is_one_all_the_same(desk, tmp_path, ending):
    desk.ok("report", "2027", "-o", str(tmp_path / f"r.{ending}"))
    rows = rows_of(f".{ending}", (tmp_path / f"r.{ending}").read_bytes())
    assert any("还没有开始" in row for row in rows)
    assert not any("民情分类" in row or "台账-" in row for row in rows)  # nothing that looks like figures of it


@pytest.mark.parametrize("ending", [".xlsx", ".csv"])
def test_a_ledger_without_matters_is_said_to_be_empty(desk, tmp_path, ending):
    place = tmp_path / f"空{ending}"
    assert "没有符合条件" in desk.ok("ledger", "没有的事", "-o", str(place)).err
    assert place.exists()
    assert "没有符合条件" not in desk.ok("ledger", "-o", str(place)).err
