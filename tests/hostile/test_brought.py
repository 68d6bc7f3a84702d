"""Ledgers and reports that somebody sends: read as data, in time, within a memory, and nothing of them is obeyed."""

from __future__ import annotations

import io
import json
import os
import time
import tracemalloc
import zipfile
from collections import deque
from collections.abc import Iterable
from itertools import chain
from pathlib import Path

import pytest
from desk import Desk

from minqing.domain.errors import MinqingError
from minqing.ledger.book import read_book
from minqing.ledger.layout import layout_of
from minqing.text.tags import Tag, pieces

XML = (
    'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" '
    'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
)
BOOK = f'<workbook {XML}>{{before}}<sheets><sheet name="{{name}}" sheetId="1" r:id="r1"/></sheets></workbook>'
LINKS = '<Relationships><Relationship Id="r1" Target="{target}"/></Relationships>'
DATES = f'<styleSheet {XML}><cellXfs><xf numFmtId="0"/><xf numFmtId="14"/></cellXfs></styleSheet>'
ENTITY = '<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/hostname">]>'
LAUGHS = "".join(f'<!ENTITY a{n} "{f"&a{n - 1};" * 10}">' for n in range(1, 9))
HARMFUL = frozenset("\x1b\x9b\x07\u202e")


def cell(text: str) -> str:
    return f'<c t="inlineStr"><is><t>{text}</t></is></c>'


HEAD = f"<row>{cell('日期')}{cell('事由')}{cell('地点')}</row>"
ROW = f"<row>{cell('2026-11-16')}{cell('路灯太亮睡不着觉')}{cell('5号楼')}</row>"


def sheet(rows: str, behind: str = "") -> str:
    return f"<worksheet {XML}><sheetData>{rows}</sheetData>{behind}</worksheet>"


def book(page: str | Iterable[bytes] = "", **parts: str | Iterable[bytes]) -> bytes:
    """A workbook of one sheet; ``styles``, ``workbook`` … stand for the part of that name."""
    given: dict[str, str | Iterable[bytes]] = {
        "xl/workbook.xml": BOOK.format(before="", name="台账"),
        "xl/_rels/workbook.xml.rels": LINKS.format(target="worksheets/sheet1.xml"),
        "xl/worksheets/sheet1.xml": page or sheet(HEAD + ROW),
        "xl/styles.xml": DATES,
    }
    given |= {(name if "/" in name else f"xl/{name}.xml"): content for name, content in parts.items()}
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as made:
        for name, content in given.items():
            with made.open(name, "w") as part:
                for piece in [content.encode()] if isinstance(content, str) else content:
                    part.write(piece)
    return out.getvalue()


def megabytes(piece: str, count: int, head: str = "") -> Iterable[bytes]:
    yield head.encode()
    for _ in range(count):
        yield piece.encode() * ((1 << 20) // len(piece))


DAMAGED = {
    "row": sheet(HEAD + f'<row r="abc">{cell("x")}</row>'),
    "superscript": sheet(HEAD + f'<row r="²">{cell("x")}</row>'),
    "cell": sheet(HEAD + '<row><c r="nowhere"><v>1</v></c></row>'),
    "style": sheet(HEAD + '<row><c s="x"><v>1</v></c></row>'),
    "shared": sheet(HEAD + '<row><c t="s"><v>x</v></c></row>'),
    "doctype": ENTITY + sheet(HEAD + ROW.replace("5号楼", "&a;")),
    "merged": sheet(HEAD + ROW, '<mergeCells><mergeCell ref="1:A"/></mergeCells>'),
}


@pytest.mark.parametrize("page", DAMAGED.values(), ids=DAMAGED)
def test_a_sheet_that_is_not_what_it_says(page: str) -> None:
    with pytest.raises(MinqingError) as refused:
        [list(one.rows()) for one in read_book(book(page), "a.xlsx")]
    assert refused.value.code == "importing.damaged"


@pytest.mark.parametrize("written", ["2958465", "-5", "nan", "inf", "1e400", "²", "1" * 5000, "0x10"])
@pytest.mark.parametrize("epoch", ["0", "1"])
def test_days_that_cannot_be_are_values(written: str, epoch: str) -> None:
    row = f'<row><c s="1"><v>{written}</v></c>{cell("路灯太亮睡不着觉")}</row>'
    workbook = BOOK.format(before=f'<workbookPr date1904="{epoch}"/>', name="台账")
    (only,) = read_book(book(sheet(HEAD + row), workbook=workbook), "a.xlsx")
    assert len(list(only.rows())) == 2


def test_a_shared_text_is_never_counted_from_the_end() -> None:
    shared = f"<sst {XML}><si><t>甲</t></si></sst>"
    (only,) = read_book(book(sheet('<row><c t="s"><v>-1</v></c><c><v>7</v></c></row>'), sharedStrings=shared), "a.xlsx")
    assert list(only.rows()) == [(1, [None, 7])]


def test_merged_cells_far_to_the_right_of_the_heading(desk: Desk) -> None:
    merged = '<mergeCells><mergeCell ref="ZZ1:ZZZ1"/><mergeCell ref="A0:B0"/><mergeCell ref="C1:C2"/></mergeCells>'
    second = f"<row>{cell('')}{cell('')}{cell('')}{cell('责任')}</row>"
    (only,) = read_book(book(sheet(HEAD + second + ROW, merged)), "a.xlsx")
    from minqing.domain.community import Community

    found = layout_of(only, Community())
    assert found is not None
    assert [column.field for column in found.columns][:3] == ["raised", "title", "place"]


BEYOND = {
    "styles": (lambda: book(styles=megabytes('<xf numFmtId="14"/>', 40, "<styleSheet><cellXfs>")), "too-large"),
    "shared": (lambda: book(sharedStrings=megabytes("<si/>", 40, "<sst>")), "too-large"),
    "rows": (lambda: book(megabytes("<row/>", 40, "<worksheet><sheetData>")), "too-large"),
    "workbook": (lambda: book(workbook=megabytes('<sheet name="a"/>', 40, "<workbook>")), "too-large"),
    "column": (lambda: book(sheet(HEAD + '<row><c r="ZZZ2"><v>1</v></c></row>')), "too-wide"),
    "cells": (lambda: book(sheet(HEAD + "<row>" + "<c><v>1</v></c>" * 20_000 + "</row>")), "too-wide"),
    "cell": (lambda: book(sheet(HEAD + f"<row>{cell('灯' * 40_000)}</row>")), "long-cell"),
    "sheets": (lambda: book(workbook=BOOK.replace("<sheet ", "<sheet r:id='r1'/>" * 600)), "too-many-sheets"),
    "entities": (
        lambda: book(workbook=f'<!DOCTYPE l [<!ENTITY a0 "x">{LAUGHS}]>' + BOOK.format(before="", name="&a8;")),
        "damaged",
    ),
    "UTF-16": (lambda: book(workbook=(ENTITY + BOOK).encode("utf-16").decode("latin-1")), "damaged"),
    "keys": (lambda: json.dumps([{f"k{n}": 1} for n in range(3000)]).encode(), "too-wide"),
    "colspan": (lambda: b"<table><tr><td colspan=1000>x<td>y", "too-wide"),
    "rowspan": (lambda: b"<table>" + b"<tr><td rowspan=999>x<td rowspan=999>y" * 2000, "too-wide"),
    "html rows": (lambda: b"<table>" + b"<tr>" * 300_000, "too-many-rows"),
    "a quotation mark": (lambda: ('日期,事由\n2026-11-16,"路灯\n' + "2026-11-17,灯坏\n" * 9000).encode(), "long-cell"),
    "CSV": (lambda: ("日期,事由\n" + "2026-11-16,灯坏\n" * 200_001).encode(), "too-many-rows"),
}  # fmt: skip


@pytest.mark.parametrize("name", BEYOND)
def test_what_is_beyond_measure_is_refused_in_time(name: str) -> None:
    made, code = BEYOND[name]
    raw = made()
    begun = time.process_time()
    with pytest.raises(MinqingError) as refused:
        deque(chain.from_iterable(one.rows() for one in read_book(raw, "a.xlsx")), maxlen=0)
    assert refused.value.code == f"importing.{code}"
    assert time.process_time() - begun < 2


def test_memory_of_a_sheet_of_far_cells() -> None:
    rows = "".join(f'<row>{cell("灯")}<c r="ZZZ{n}"><v>1</v></c></row>' for n in range(1, 3000))
    raw = book(sheet(rows))
    tracemalloc.start()
    with pytest.raises(MinqingError):
        [list(one.rows()) for one in read_book(raw, "a.xlsx")]
    assert tracemalloc.get_traced_memory()[1] < 100_000_000
    tracemalloc.stop()


def test_blank_cells_to_the_end_of_the_sheet_are_no_width() -> None:
    (only,) = read_book(("日期,事由\n2026-11-16,灯坏" + "," * 16_382 + "\n").encode(), "a.csv")
    assert list(only.rows())[1] == (2, ["2026-11-16", "灯坏", *[""] * 998])


@pytest.mark.parametrize(
    "target",
    [
        "../../../etc/worksheets/hostname",
        "/etc/worksheets/hostname",
        "file:///etc/worksheets/hostname",
        "\\\\a\\worksheets",
    ],
)
def test_a_workbook_leads_nowhere(target: str) -> None:
    """Parts are looked up by name within the file and never become paths."""
    raw = book(
        **{"xl/_rels/workbook.xml.rels": LINKS.format(target=target), "../../worksheets/x.xml": sheet(HEAD + ROW)}
    )
    assert read_book(raw, "a.xlsx") == []


# pages


@pytest.mark.parametrize(
    "piece", ["<a ", "<", "<!--", "<![CDATA[", "<a b='", '<a b="', "</", "<script>", "&#", "<!", "<?", "<a b='\">"]
)
def test_a_page_that_never_ends_is_read_in_time(piece: str) -> None:
    begun = time.process_time()
    list(pieces(piece * 50_000))
    read_book(f"<table><tr><td>{piece * 50_000}".encode(), "a.xls")
    assert time.process_time() - begun < 2


def test_tags_and_texts_of_a_page() -> None:
    page = '<!DOCTYPE html><TD title="a>b" class=x nowrap>A&amp;B</td><!-- <b> -->1 < 2<script>"<b>"</script><br/>x'
    found = list(pieces(page))
    tags = [piece for piece in found if isinstance(piece, Tag)]
    assert [(tag.name, tag.ends) for tag in tags] == [
        ("td", False), ("td", True), ("script", False), ("script", True), ("br", False)
    ]  # fmt: skip
    assert tags[0].given() == {"title": "a>b", "class": "x", "nowrap": ""}
    texts = "".join(piece for piece in found if isinstance(piece, str))
    assert texts.startswith('A&B1 < 2"<b>"')
    assert list(pieces("&#" + "9" * 5000 + ";")) == ["&#" + "9" * 5000 + ";"]
    assert [tag.name for tag in pieces("<td title=don't><b>") if isinstance(tag, Tag)] == ["td", "b"]


# the commands


@pytest.fixture
def sent(tmp_path: Path) -> Path:
    place = tmp_path / "收到"
    place.mkdir()
    return place


UNREADABLE = ("pipe.xlsx", "zero.csv", "folder.xlsx", "loop.csv", "~$台账.xlsx", "~nobody-here/x.csv", "a\x1b[31m.csv")


@pytest.mark.parametrize("typed", ["import", "verify", "restore"])
def test_what_is_no_file_is_said_and_never_waited_for(
    desk: Desk, sent: Path, monkeypatch: pytest.MonkeyPatch, typed: str
) -> None:
    if os.name == "nt":
        pytest.skip("there are no such files")
    monkeypatch.chdir(sent)
    os.mkfifo("pipe.xlsx")
    os.symlink("/dev/zero", "zero.csv")
    os.mkdir("folder.xlsx")
    os.symlink("loop.csv", "loop.csv")
    for name in UNREADABLE:
        answer = desk.run(typed, name)
        assert answer.code in (1, 2), name
        assert "程序的毛病" not in answer.err, name
        assert not HARMFUL & set(answer.err), name


def test_escapes_and_formulas_in_a_ledger_are_text(clone: Desk, sent: Path) -> None:
    """Names of sheets, headings, cells of every kind; shown, written, and shown again."""
    nasty = "\x1b]0;x\x07路灯\x9b31m太亮\u202e<script>{{ 7*7 }}[red]"
    rows = [["日期", "事由", "地点", nasty], ["2026-11-16", nasty, "=1+1", "@SUM(A1)"], ["2026-13-45", nasty, "x", "y"]]
    (sent / "a.csv").write_text("\n".join(",".join(f'"{each}"' for each in row) for row in rows), encoding="utf-8")
    (sent / "a.json").write_text(json.dumps([dict(zip(rows[0], rows[1], strict=True))]), encoding="utf-8")
    name = BOOK.format(before="", name="&#x9b;31m&#x202e;坏")
    row = ROW.replace("路灯太亮", "路灯_x001B_[31m太亮_x009b_灯_x202e_坏")
    (sent / "a.xlsx").write_bytes(book(sheet(HEAD + row), workbook=name))
    for file in ("a.csv", "a.json", "a.xlsx"):
        for more in (["--dry-run"], ["--rejected", str(sent / "不行.csv"), "--map", str(sent / f"{file}.yaml")]):
            answer = clone.run("import", str(sent / file), "--yes", *more)
            assert not HARMFUL & set(answer.out + answer.err), file
    assert len(clone.json("list")["issues"]) == 3
    for typed in (("list",), ("show", "2026-11-16"), ("history",), ("check",)):
        answer = clone.run(*typed)
        assert not HARMFUL & set(answer.out + answer.err), typed
    assert not [code for code in (p["code"] for p in clone.run("check", "--json").json["problems"]) if "yaml" in code]


def test_an_external_entity_is_not_read(clone: Desk, sent: Path, outside: Path) -> None:
    page = ENTITY.replace("/etc/hostname", str(outside)) + sheet(HEAD + ROW.replace("5号楼", "&a;"))
    (sent / "a.xlsx").write_bytes(book(page))
    answer = clone.run("import", str(sent / "a.xlsx"), "--yes")
    assert answer.code == 1
    assert "秘密" not in answer.out + answer.err + clone.run("list").out


@pytest.mark.parametrize("kind", ["--rejected", "--map"])
def test_nothing_beside_is_written_among_the_diaries(clone: Desk, sent: Path, kind: str) -> None:
    (sent / "a.xlsx").write_bytes(book())
    ending = ".csv" if kind == "--rejected" else ".yaml"
    before = sorted(clone.root.rglob("*"))
    for place in (f"diaries/x{ending}", f".git/x{ending}", f"photos/../diaries/x{ending}", f"private/x{ending}"):
        assert clone.run("import", str(sent / "a.xlsx"), "--yes", kind, str(clone.root / place)).code == 2, place
    assert sorted(clone.root.rglob("*")) == before


def test_the_number_of_a_person_in_the_name_of_a_file_stays_out_of_the_history(clone: Desk, sent: Path) -> None:
    """Words of a commit cannot be mended any more; the diary itself is told by ``check``."""
    (sent / "老爷子13800112233.xlsx").write_bytes(book())
    clone.ok("import", str(sent / "老爷子13800112233.xlsx"), "--yes")
    clone.ok("--allow-private", "他要打13800112233", "add", "老爷子电话 138/0011/2233", "--yes")
    assert "138****2233" in clone.git("log", "--format=%B")
    assert "0011" not in clone.git("log", "--format=%B")


def test_a_picture_in_which_there_are_millions_is_taken_in_at_once(clone: Desk, sent: Path) -> None:
    """Of a GIF only the first is kept, and the others are not counted; what the library says of one is not shown."""
    pytest.importorskip("PIL.Image")
    head = b"GIF89a\1\0\1\0\x80\0\0" + b"\0\0\0\xff\xff\xff"
    frame = b"\x21\xf9\4\0\1\0\0\0" + b"\x2c\0\0\0\0\1\0\1\0\0" + b"\2\2\x44\1\0"
    (sent / "a.gif").write_bytes(head + frame * 300_000 + b";")
    begun = time.process_time()
    answer = clone.ok("photo", "20261116-1", str(sent / "a.gif"))
    assert time.process_time() - begun < 2
    assert "Warning" not in answer.err
