"""``minqing import``: ledgers of every layout, row by row."""

from __future__ import annotations

import io
import json
import os
from collections.abc import Callable
from datetime import date, datetime
from pathlib import Path

import openpyxl
import pytest
from desk import Desk

HEAD = ["序号", "反映时间", "诉求内容", "来电人", "责任人", "办理情况", "办结时间", "是否办结", "满意度"]
LAMP = [1, "2019.7.2", "5号楼窗前的路灯太亮", "5号楼的老爷子", "李楼长", "加了灯罩", "2019.7.9", "是", "满意"]
TREE = [2, "2019年10月21日", "8号楼树密晒不到阳光", "8号楼的阿姨", "绿化队", "", "", "否", ""]


def book(*rows: list[object], shape: Callable[[openpyxl.Workbook], None] | None = None) -> bytes:
    """A workbook of these rows, changed by ``shape``."""
    made = openpyxl.Workbook()
    sheet = made.active
    assert sheet is not None
    for row in rows:
        sheet.append(row)
    if shape:
        shape(made)
    out = io.BytesIO()
    made.save(out)
    return out.getvalue()


def csv_of(*rows: list[object], sign: str = ",", encoding: str = "utf-8") -> bytes:
    lines = (
        sign.join(f'"{cell}"' if sign in str(cell) or "\n" in str(cell) else str(cell) for cell in row) for row in rows
    )
    return "\r\n".join(lines).encode(encoding)


def imported(desk: Desk, raw: bytes, *options: str, name: str = "台账.xlsx", code: int = 0) -> dict:
    """The JSON of an import that must end with ``code``."""
    (desk.root.parent / name).write_bytes(raw)
    answer = desk.run("import", str(desk.root.parent / name), "--json", *options)
    assert answer.code == code, answer.err
    return answer.json


def issues(desk: Desk) -> list[dict]:
    return sorted(desk.json("list", "state:all")["issues"], key=lambda issue: issue["id"])


def test_a_row_becomes_a_matter_with_its_whole_story(book_: Desk) -> None:
    found = imported(book_, book(HEAD, LAMP, TREE))
    assert (found["imported"], found["rejected"]) == (2, [])
    lamp, tree = issues(book_)
    assert lamp["id"] == "20190702-1"
    assert (lamp["title"], lamp["place"], lamp["reporter"]) == ("5号楼窗前的路灯太亮", "5号楼", "5号楼的老爷子")
    assert (lamp["owner"], lamp["closed"], lamp["satisfaction"]) == ("李楼长", "2019-07-09", "satisfied")
    assert [(p["verb"], p["text"]) for p in lamp["progress"]] == [("close", "加了灯罩"), ("followup", "")]
    assert (tree["state"], tree["owner"], tree["walk"]) == ("open", "绿化队", "diaries/2019/2019-10-21-desk.md")


def test_all_of_it_is_one_commit(book_: Desk) -> None:
    before = book_.commits
    imported(book_, book(HEAD, LAMP, TREE))
    assert book_.commits == before + 1
    assert book_.trailers("Minqing-Action") == ["import"]
    assert book_.status() == []
    assert book_.ok("check").code == 0


def test_a_second_time_adds_nothing_even_when_sorted_otherwise_and_worked_on(book_: Desk) -> None:
    imported(book_, book(HEAD, LAMP, TREE))
    book_.ok("办结", "树密", "修剪了")
    before = book_.commits
    again = imported(book_, book(HEAD, TREE, LAMP, [3, "2019-11-01", "门口小广告", "", "", "", "", "", ""]))
    assert (again["imported"], len(again["known"])) == (1, 2)
    assert imported(book_, book(HEAD, TREE, LAMP))["imported"] == 0
    assert book_.commits == before + 1


def test_rows_that_say_the_same_are_two_matters_once(book_: Desk) -> None:
    assert imported(book_, book(HEAD, LAMP, LAMP))["imported"] == 2
    assert imported(book_, book(HEAD, LAMP, LAMP))["imported"] == 0


def test_a_dry_run_writes_nothing(book_: Desk) -> None:
    before = book_.commits
    found = imported(book_, book(HEAD, LAMP), "--dry-run")
    assert (found["imported"], len(found["new"])) == (0, 1)
    assert (book_.commits, issues(book_)) == (before, [])


@pytest.fixture(name="book_")
def _book(book: Desk) -> Desk:
    return book


RECORDS = [dict(zip(HEAD, row, strict=True)) for row in (LAMP, TREE)]

LAYOUTS: dict[str, tuple[bytes, str]] = {
    "gbk csv": (csv_of(HEAD, LAMP, TREE, encoding="gbk"), "a.csv"),
    "csv with a mark": (csv_of(HEAD, LAMP, TREE, encoding="utf-8-sig"), "a.csv"),
    "utf-16 with tabs": (csv_of(HEAD, LAMP, TREE, sign="\t", encoding="utf-16"), "a.txt"),
    "semicolons": (csv_of(HEAD, LAMP, TREE, sign=";"), "a.csv"),
    "bars": (csv_of(HEAD, LAMP, TREE, sign="|"), "a.csv"),
    "titles above": (
        book(["幸福里社区2019年民情台账"], [None], ["填报单位:幸福里", None, "第1页"], HEAD, LAMP, TREE), "a.xlsx"),
    "totals, blanks, signatures, the heading again": (
        book(HEAD, LAMP, [None] * 9, ["小计", None, 1], HEAD, TREE, ["合计", None, "2件"], ["填表人:王丽"]),
        "a.xlsx",
    ),
    "days of excel": (
        book(HEAD, [*LAMP[:1], datetime(2019, 7, 2, 8, 30), *LAMP[2:6], date(2019, 7, 9), *LAMP[7:]],
             [2, 43759, *TREE[2:]]), "a.xlsx"),
    "days as numbers and digits": (
        book(HEAD, [1, 43648, *LAMP[2:6], "20190709", *LAMP[7:]], [2, "2019/10/21 08:30:00", *TREE[2:]]), "a.xlsx"),
    "a year above": (
        book(["2019年台账"], HEAD, [1, "7月2日", *LAMP[2:6], "7.9", *LAMP[7:]], [2, "10.21", *TREE[2:]]), "a.xlsx"),
    "a workbook that says it is old": (book(HEAD, LAMP, TREE), "a.xls"),
    "a page of html": (
        ("<html><meta charset=utf-8><table><tr>" + "</tr><tr>".join(
            "".join(f"<td>{cell}</td>" for cell in row) for row in (HEAD, LAMP, TREE)) + "</tr></table>").encode(),
        "a.xls"),
    "json": (json.dumps(RECORDS, ensure_ascii=False).encode(), "a.json"),
    "json under rows": (json.dumps({"rows": RECORDS}).encode(), "a.json"),
    "english words": (
        book(["No", "Date", "Matter", "Reporter", "Owner", "Progress", "Closed", "Status", "Satisfaction"], LAMP,
             [*TREE[:7], "open", ""]), "a.xlsx"),
    "other names": (
        book(["序", "受理时间", "反映的主要问题", "反映人姓名", "承办单位", "处理结果", "办结日期(年月日)",
              "办结状态", "回访结果"],
             [*LAMP[:7], "√", "非常满意"], [*TREE[:7], "×", ""]), "a.xlsx"),
    "columns in another order": (book(HEAD[::-1], LAMP[::-1], TREE[::-1]), "a.xlsx"),
    "full-width": (book(HEAD, [1, "２０１９．７．２", *LAMP[2:]], TREE), "a.xlsx"),
}  # fmt: skip


@pytest.mark.parametrize("name", LAYOUTS)
def test_every_layout_says_the_same(desk: Desk, name: str) -> None:
    raw, file = LAYOUTS[name]
    found = imported(desk, raw, name=file)
    assert (found["imported"], found["rejected"]) == (2, [])
    lamp, tree = issues(desk)
    assert (lamp["raised"], lamp["title"], lamp["owner"]) == ("2019-07-02", "5号楼窗前的路灯太亮", "李楼长")
    assert (lamp["reporter"], lamp["closed"], lamp["satisfaction"]) == ("5号楼的老爷子", "2019-07-09", "satisfied")
    assert [p["text"] for p in lamp["progress"] if p["verb"] == "close"] == ["加了灯罩"]
    assert (tree["raised"], tree["state"], tree["reporter"]) == ("2019-10-21", "open", "8号楼的阿姨")


def test_cells_merged_over_rows_count_for_each_and_a_heading_may_have_two_rows(desk: Desk) -> None:
    def shape(made: openpyxl.Workbook) -> None:
        sheet = made.active
        assert sheet is not None
        for cells in ("A1:A2", "B1:B2", "C1:D1", "A3:A4"):
            sheet.merge_cells(cells)

    raw = book(
        ["日期", "事由", "办理", None], [None, None, "责任人", "办结时间"],
        ["2019-07-02", "路灯太亮", "李楼长", "2019-07-03"],
        [None, "井盖响", "物业", None], shape=shape,
    )  # fmt: skip
    imported(desk, raw)
    lamp, lid = issues(desk)
    assert (lamp["owner"], lamp["closed"]) == ("李楼长", "2019-07-03")
    assert (lid["raised"], lid["owner"], lid["closed"]) == ("2019-07-02", "物业", None)


def test_hidden_sheets_are_told_and_several_ledgers_are_to_be_named(desk: Desk, tmp_path: Path) -> None:
    def shape(made: openpyxl.Workbook) -> None:
        for name, row in (("2018年", [1, "7月2日", "井盖响", *[None] * 6]), ("草稿", LAMP)):
            sheet = made.create_sheet(name)
            sheet.append(HEAD)
            sheet.append(row)
        made["草稿"].sheet_state = "hidden"

    raw = book(HEAD, TREE, shape=shape)
    file = tmp_path / "多表.xlsx"
    file.write_bytes(raw)
    refused = desk.run("import", str(file))
    assert refused.code == 2
    assert "2018年" in refused.err
    assert "草稿" in refused.err
    assert imported(desk, raw, "--sheet", "2018年")["new"][0]["date"] == "2018-07-02"
    assert imported(desk, raw, "--sheet", "all")["imported"] == 1


REFUSED = {
    "no-date": [1, "", *LAMP[2:]],
    "not-a-day": [1, "7/2/2019", *LAMP[2:]],
    "no-year": [1, "7月2日", *LAMP[2:]],
    "no-title": [1, "2019-07-02", "", *LAMP[3:]],
    "future": [1, "2029-07-02", *LAMP[2:6], "", "否", ""],
    "unknown-state": [*LAMP[:7], "另议", ""],
    "before-raised": [*LAMP[:6], "2019-06-01", "是", ""],
    "open-and-closed": [*LAMP[:7], "否", ""],
}


@pytest.mark.parametrize("code", REFUSED)
def test_a_row_that_cannot_be_understood_is_told_with_its_reason(desk: Desk, tmp_path: Path, code: str) -> None:
    found = imported(desk, book(HEAD, TREE, REFUSED[code]), "--rejected", str(tmp_path / "退回.csv"), code=1)
    assert found["imported"] == 1
    (row,) = found["rejected"]
    assert row["row"] == 3
    assert code in [why["code"] for why in row["why"]]
    saved = (tmp_path / "退回.csv").read_bytes().decode("utf-8-sig").splitlines()
    assert len(saved) == 2
    assert row["why"][0]["text"] in saved[1]


def test_numbers_of_persons_never_reach_the_diary(book_: Desk) -> None:
    head = ["日期", "事由", "姓名", "联系电话", "身份证号", "住址"]
    row = ["2019-07-02", "路灯太亮,请回电13812345678", "张建国", "13812345678", "11010519491231002X", "5号楼3单元502室"]
    imported(book_, book(head, row), "--contacts")
    (issue,) = issues(book_)
    text = (book_.root / issue["walk"]).read_text(encoding="utf-8")
    for secret in ("13812345678", "张建国", "11010519491231002X", "502"):
        assert secret not in text
    assert (issue["reporter"], issue["place"]) == ("张**", "5号楼")
    (kept,) = (book_.root / "private").glob("*.csv")
    assert all(secret in kept.read_text(encoding="utf-8-sig") for secret in ("13812345678", "张建国", issue["id"]))
    assert book_.status() == []


def test_a_mapping_is_written_and_used_again(desk: Desk, tmp_path: Path) -> None:
    mapping = tmp_path / "对照.yaml"
    raw = book([*HEAD, "流水"], [*TREE, "A"])
    imported(desk, raw, "--map", str(mapping))
    text = mapping.read_text(encoding="utf-8")
    assert "诉求内容: 事由" in text
    mapping.write_text(text.replace("流水: 备注", "流水: 不要") + "值:\n  状态:\n    是: 办理中\n", encoding="utf-8")
    imported(desk, book([*HEAD, "流水"], [*LAMP[:6], "", *LAMP[7:], "A"]), "--map", str(mapping))
    lamp, tree = issues(desk)
    assert lamp["state"] == "open"
    assert ("流水" in desk.read(tree["walk"]), "流水" in desk.read(lamp["walk"])) == (True, False)


def test_a_trial_writes_no_file_at_all(desk: Desk, tmp_path: Path) -> None:
    rows, mapping, refused = tmp_path / "a.xlsx", tmp_path / "对照.yaml", tmp_path / "退回.csv"
    rows.write_bytes(book(HEAD, LAMP, [2, "改天", *TREE[2:]]))
    answer = desk.run(
        "import", str(rows), "--map", str(mapping), "--rejected", str(refused), "--dry-run", LANG="zh_CN.UTF-8"
    )
    assert answer.code == 1
    assert str(mapping) in answer.err
    assert str(refused) in answer.err
    assert sorted(path.name for path in tmp_path.glob("*.*")) == ["a.xlsx"]


SPOKEN = (
    "啥时候,谁说的,在哪,说的啥,谁管,咋办的,办完没\n四月七号,王阿姨,3号楼,楼道灯坏了没人修,李楼长,换了灯泡,完\n"
    "4月8号,张大爷,5号楼2门,下水道堵了,物业,疏通了,妥了\n4.9,老李,西门,门禁坏了打不开,王丽,报给物业了,没完\n"
    "十一月十号,居民,8号楼,树枝挡光,绿化队,剪了,弄好了\n"
)


def test_the_sheet_of_a_colleague_is_read_by_its_everyday_words(desk: Desk) -> None:
    found = imported(desk, SPOKEN.encode(), "--yes", "--year", "2026年", name="a.csv")
    assert (found["imported"], found["rejected"]) == (4, [])
    assert [(i["raised"], i["place"], i["reporter"], i["state"]) for i in issues(desk)] == [
        ("2026-04-07", "3号楼", "王阿姨", "closed"), ("2026-04-08", "5号楼2门", "张大爷", "closed"),
        ("2026-04-09", "西门", "老李", "open"), ("2026-11-10", "8号楼", "居民", "closed"),
    ]  # fmt: skip


@pytest.mark.parametrize("head", ["甲,乙,丙,丁,戊,己,庚\n", ""])
def test_without_headings_that_tell_anything_the_cells_do(desk: Desk, head: str) -> None:
    raw = head + SPOKEN.partition("\n")[2].replace("4月8号", "2026年4月8号")
    imported(desk, raw.encode(), "--year", "2026", name="a.csv")
    assert [(i["raised"], i["place"], i["reporter"], i["state"]) for i in issues(desk)][:2] == [
        ("2026-04-07", "3号楼", "王阿姨", "closed"), ("2026-04-08", "5号楼2门", "张大爷", "closed"),
    ]  # fmt: skip


def test_days_without_a_year_are_told_in_a_trial_and_refused_where_nobody_agreed(desk: Desk, tmp_path: Path) -> None:
    file = tmp_path / "a.csv"
    file.write_text(SPOKEN, encoding="utf-8")
    trial = desk.ok("import", str(file), "--dry-run")
    assert ("2026-04-07" in trial.out, "--year" in trial.err) == (True, True)
    refused = desk.run("import", str(file))
    assert (refused.code, refused.err.count("--year") > 0, issues(desk)) == (1, True, [])
    assert desk.run("import", str(file), "--year", "今年").code == 2
    assert desk.ok("import", str(file), "--yes").code == 0
    assert {issue["raised"][:4] for issue in issues(desk)} == {"2026"}


def test_a_mapping_may_have_the_colons_of_an_input_method(desk: Desk, tmp_path: Path) -> None:
    mapping = tmp_path / "对照.yaml"
    written = "列：\n  甲：日期\n  乙：　事由\n  丙：不要\n值：\n  状态：\n    答了：已办结\n年份：2019\n"
    mapping.write_text(written, encoding="utf-8")
    imported(desk, "甲,乙,丙\n7月2日,路灯太亮,保密\n".encode(), "--map", str(mapping), name="a.csv")
    (lamp,) = issues(desk)
    assert (lamp["raised"], lamp["title"]) == ("2019-07-02", "路灯太亮")
    assert "保密" not in desk.read(lamp["walk"])


def test_rows_of_other_communities_are_left_out(book_: Desk) -> None:
    raw = book(["日期", "事由", "社区"], ["2019-07-02", "路灯太亮", "幸福里"], ["2019-07-02", "井盖响", "和平里社区"])
    found = imported(book_, raw)
    assert (found["imported"], [row["kind"] for row in found["passed_over"]]) == (1, ["community"])


BROKEN: dict[str, tuple[bytes, str]] = {
    "empty": (b"", "空文件"),
    "a broken zip": (book(HEAD, LAMP)[:-200], "损坏"),
    "a password": (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600 + "EncryptedPackage".encode("utf-16-le"), "密码"),
    "no table": (b"%PDF-1.4 ...", "PDF"),
    "no ledger": (book(["姓名", "年龄"], ["张三", 70]), "找不到台账"),
    "an empty sheet": (book(), "没有内容"),
    "no text": (b"\x81\xff\x00\x01" * 50, "编码"),
    "broken json": (b'[{"a": ', "JSON"),
}


@pytest.mark.parametrize("name", BROKEN)
def test_what_is_no_ledger_is_said_in_one_sentence(desk: Desk, tmp_path: Path, name: str) -> None:
    raw, words = BROKEN[name]
    (tmp_path / "a.xlsx").write_bytes(raw)
    answer = desk.run("import", str(tmp_path / "a.xlsx"))
    assert answer.code in (1, 2)
    assert words in answer.err
    assert issues(desk) == []


OWN_WALK = """\
  - 编号: 20191021-1
    事由: 树密
    地点: 8号楼
    层级: 小事
    期限: 2019-10-28
    办理:
      - 2019-10-23 跟进 联系绿化队
      - 2019-10-24 改级 中事
      - 2019-10-31 办结 修剪了
      - 2019-11-07 回访 满意 =很亮堂
"""
OWN_DESK = """\
  - 编号: 20191021-2
    事由: "@绿化队: 树"
    来源: 问
"""


def test_our_own_ledger_comes_back_as_it_was(book_: Desk, desk: Desk, tmp_path: Path) -> None:
    book_.entry("2019-10-21", "参加: [王丽]\n", OWN_WALK)
    book_.entry("2019-10-21", "类型: 接待\n", OWN_DESK, name="2019-10-21-desk")
    book_.commit_all()
    before = book_.json("ledger", "--internal")
    for ending in ("xlsx", "csv"):
        file = tmp_path / f"台账.{ending}"
        book_.ok("ledger", "--internal", "-o", str(file))
        other = tmp_path / ending
        book_.anywhere("--lang", "zh", "init", str(other))
        answer = book_.anywhere("-C", str(other), "import", str(file), "--yes")
        assert answer.code == 0, answer.err
        book_.patch.setenv("MINQING_HOME", str(other))
        after = json.loads(book_.anywhere("-C", str(other), "ledger", "--internal", "--json").out)
        assert after["rows"] == before["rows"]


@pytest.mark.parametrize("language", ["zh", "en"])
@pytest.mark.parametrize("form", ["csv", "xlsx", "json"])
def test_a_ledger_made_for_handing_out_is_known_whatever_its_form(
    book_: Desk, tmp_path: Path, form: str, language: str
) -> None:
    book_.issue("2019-10-21", title="8号楼树密", reporter="阿姨")
    for internal, options in ((False, ()), (True, ("--internal",))):
        file = tmp_path / str(internal) / f"台账.{form}"
        file.parent.mkdir()
        if form == "json":
            file.write_text(book_.ok("ledger", *options, "--json").out, "utf-8")
        else:
            book_.ok("--lang", language, "ledger", *options, "-o", str(file))
        told = book_.ok("--lang", "zh", "import", str(file), "--dry-run").err
        assert ("这是对外版台账" in told) is not internal


def test_an_id_of_another_issue_is_not_given_out_again(desk: Desk) -> None:
    desk.issue("2019-07-02", title="另一件事")
    raw = book(
        ["编号", "日期", "事由"], ["20190702-1", "2019-07-02", "路灯太亮"], ["20190702-7", "2019-07-02", "井盖响"]
    )
    (desk.root.parent / "a.xlsx").write_bytes(raw)
    answer = desk.ok("import", str(desk.root.parent / "a.xlsx"))
    assert {issue["id"]: issue["title"] for issue in issues(desk)} == {
        "20190702-1": "另一件事",
        "20190702-7": "井盖响",
        "20190702-8": "路灯太亮",
    }
    assert "下一个编号" in answer.err


def test_matters_go_into_the_entry_that_is_there_and_change_nothing_of_it(book_: Desk) -> None:
    path = book_.entry("2019-07-02", "类型: 接待  # 王丽记\n", body="\n居民很高兴\n", name="2019-07-02-desk")
    book_.commit_all()
    before = book_.read(path)
    imported(book_, book(["日期", "事由", "备用号"], ["2019-07-02", "路灯太亮", "A7"]))
    after = book_.read(path)
    assert [line for line in before.splitlines() if line not in after.splitlines()] == []
    assert "20190702-1 备用号: A7" in after
    assert book_.ok("check").code == 0


@pytest.mark.skipif("MINQING_LONG" not in os.environ, reason="takes half a minute: MINQING_LONG=1")
@pytest.mark.parametrize("form", ["xlsx", "csv", "json"])
def test_the_ledger_of_eleven_years_comes_back_as_it_was(desk: Desk, tmp_path: Path, form: str) -> None:
    source, other, file = tmp_path / "source", tmp_path / "other", tmp_path / f"台账.{form}"
    desk.anywhere("init", str(source), "--demo")
    before = desk.anywhere("-C", str(source), "ledger", "--internal", "--json")
    if form == "json":
        file.write_text(before.out, encoding="utf-8")
    else:
        desk.anywhere("-C", str(source), "ledger", "--internal", "-o", str(file))
    desk.anywhere("init", str(other), "--name", "南里社区")
    (other / "minqing.yaml").write_bytes((source / "minqing.yaml").read_bytes())
    assert desk.anywhere("-C", str(other), "import", str(file), "--yes").code == 0
    after = desk.anywhere("-C", str(other), "ledger", "--internal", "--json")
    assert len(after.json["rows"]) > 4000
    assert after.json["rows"] == before.json["rows"]


def test_visits_and_bare_numbers_of_buildings_are_understood(desk: Desk) -> None:
    raw = book(["走访日期", "楼号", "存在问题", "落实时间"], ["2020.3.1", 3, "水管漏水", "2020.3.5"])
    found = imported(desk, raw)
    (issue,) = issues(desk)
    assert (issue["source"], issue["place"], issue["closed"]) == ("visit", "3号楼", "2020-03-05")
    assert any("走访" in text for text in found["remarks"])


def test_what_sounds_settled_without_a_state_stays_open_and_is_told(book_: Desk) -> None:
    said = ["居民满意,办结", "物业已修好", "已解决", "办结。", "未解决", "正在协调,待物业修好", "联系了物业"]
    head = ["日期", "事由", "地点", "办理情况"]
    rows = [[f"2019-07-{day:02}", f"路灯{day}号坏了", "5号楼", text] for day, text in enumerate(said, 1)]
    path = book_.root.parent / "台账.xlsx"
    path.write_bytes(book(head, *rows))
    answer = book_.run("import", str(path), "--yes")
    assert answer.code == 0, answer.err
    assert "2 行的“办理情况”听起来已经办完" in answer.err
    assert "“状态”" in answer.err
    assert "2 行写着办结(“办理情况”)" in answer.err
    states = {issue["title"]: issue["state"] for issue in issues(book_)}
    assert [states[f"路灯{day}号坏了"] for day in range(1, 8)] == ["open"] * 2 + ["closed"] * 2 + ["open"] * 3
