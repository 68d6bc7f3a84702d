"""The report as a Word document, against the layout of GB/T 9704."""

import io
import zipfile

import docx
import pytest
from docx.oxml.ns import qn
from docx.shared import Mm, Pt
from handouts import CHARTS, handout
from lxml import etree

from minqing.messages import speaking
from minqing.reports.document import Column, Line, Pictures, Row, Table
from minqing.reports.media.word import append_signed, elements, render
from minqing.reports.media.word_blocks import CHARACTER, Looks, Place, balanced, blocks_xml, shared
from minqing.reports.media.word_styles import room


@pytest.fixture(autouse=True)
def chinese():
    with speaking("zh"):
        yield


def document(**how):
    return docx.Document(io.BytesIO(render(handout(**how))))


def part(raw, name):
    return zipfile.ZipFile(io.BytesIO(raw)).read(name)


def texts(doc, style):
    return [p.text for p in doc.paragraphs if p.style.style_id == style]


def fonts(style):
    return style.element.rPr.find(qn("w:rFonts"))


# the page


def test_paper_and_margins():
    first, last = document().sections
    assert (first.page_width.mm, first.page_height.mm) == pytest.approx((210, 297), abs=0.1)
    for side, size in {"top": 37, "bottom": 35, "left": 28, "right": 26}.items():
        assert getattr(first, f"{side}_margin").mm == pytest.approx(size, abs=0.1)
    assert (last.page_width.mm, last.page_height.mm) == pytest.approx((297, 210), abs=0.1)
    assert last.orientation == docx.enum.section.WD_ORIENT.LANDSCAPE


def test_the_grid_has_lines_of_28_95_points():
    for section in document().sections:
        grid = section._sectPr.find(qn("w:docGrid"))
        assert (grid.get(qn("w:type")), grid.get(qn("w:linePitch"))) == ("lines", "579")


def test_page_numbers_stand_outside_between_dashes():
    doc = document()
    assert doc.settings.odd_and_even_pages_header_footer
    for footer, side in ((doc.sections[0].footer, "right"), (doc.sections[0].even_page_footer, "left")):
        (paragraph,) = footer.paragraphs
        assert paragraph.text == "— 1 —"
        assert [i.text.strip() for i in paragraph._p.iter(qn("w:instrText"))] == ["PAGE"]
        assert paragraph._p.pPr.find(qn("w:jc")).get(qn("w:val")) == side
        assert paragraph._p.pPr.find(qn("w:ind")).get(qn(f"w:{side}Chars")) == "100"
    footer = doc.styles["footer"]
    assert (footer.font.size, fonts(footer).get(qn("w:eastAsia"))) == (Pt(14), "宋体")


# the styles


@pytest.mark.parametrize(
    ("name", "font", "size"),
    [
        ("Normal", "仿宋_GB2312", 16),
        ("Title", "方正小标宋简体", 22),
        ("Heading 1", "黑体", 16),
        ("Heading 2", "楷体_GB2312", 16),
    ],
)
def test_fonts(name, font, size):
    style = document().styles[name]
    assert fonts(style).get(qn("w:eastAsia")) == font
    assert style.font.size == Pt(size)


def test_lines_and_indents_of_the_text():
    format = document().styles["Normal"].paragraph_format
    assert format.line_spacing == Pt(28.95)
    assert format.line_spacing_rule == docx.enum.text.WD_LINE_SPACING.EXACTLY
    indent = document().styles["Normal"].element.pPr.find(qn("w:ind"))
    assert indent.get(qn("w:firstLineChars")) == "200"
    assert document().styles["Title"].paragraph_format.alignment == docx.enum.text.WD_ALIGN_PARAGRAPH.CENTER


def test_no_theme_has_a_say_and_chinese_is_chinese():
    raw = render(handout())
    styles = part(raw, "word/styles.xml").decode()
    assert "Theme" not in styles
    assert 'w:eastAsia="zh-CN"' in styles
    assert not any("theme" in name for name in zipfile.ZipFile(io.BytesIO(raw)).namelist())


def test_fonts_that_a_computer_lacks_have_stand_ins():
    names = part(render(handout()), "word/fontTable.xml").decode()
    assert '<w:font w:name="仿宋_GB2312"><w:altName w:val="仿宋"/>' in names


# the text


def test_prose_has_chinese_marks_and_cells_are_as_typed():
    doc = document()
    prose = [p.text for p in doc.paragraphs if p.style.style_id in ("Normal", "Caption", "Heading1")]
    assert not [text for text in prose if any(mark in text for mark in ",;()")]
    cells = {cell.text for table in doc.tables for row in table.rows for cell in row.cells}
    assert any("(" in text for text in cells)


def test_numbers_and_days_are_not_broken_beside_a_long_text():
    columns = (Column("编号"), Column("事由", flexible=True), Column("期限"))
    row = Row(("20201019-13", "楼道里的灯灭了好几天没有人来修" * 6, "2020-10-26"))
    number, text, day = (int(c.get(qn("w:w"))) for c in drawn_table(Table(columns, (row,))).iter(qn("w:gridCol")))
    assert number >= 11 * CHARACTER
    assert day >= 10 * CHARACTER
    assert text > number + day


def drawn_table(block):
    place = Place(Looks(), room(), lambda chart: "", lambda pictures: "")
    (table, *_) = [e for e in elements(blocks_xml([block], place)) if e.tag == qn("w:tbl")]
    return table


def test_a_line_stays_with_the_table_it_introduces():
    lines = (Line("到期 2 件:"), Table((Column("编号"),), (Row(("1",)),)), Line("其他。"))
    place = Place(Looks(), room(), lambda chart: "", lambda pictures: "")
    first, *_, last = [e for e in elements(blocks_xml(lines, place)) if e.tag == qn("w:p")]
    assert first.pPr.find(qn("w:keepNext")) is not None
    assert last.pPr.find(qn("w:keepNext")) is None


def test_headings_are_native_and_numbered_as_the_field_does():
    doc = document()
    assert texts(doc, "Title") == ["幸福里社区 民情日记月报 2026年11月"]
    assert texts(doc, "Heading1")[:2] == ["一、总体情况", "二、民情分类"]
    assert texts(doc, "Note") == ["（已隐去个人信息）"]


def test_it_is_signed_with_name_and_day_one_above_the_other():
    name, day = texts(document(), "Signature")[-2:]
    assert (name, day) == ("幸福里社区", "2026年12月20日")
    rights = [
        p._p.pPr.find(qn("w:ind")).get(qn("w:rightChars")) for p in document().paragraphs if p.text in (name, day)
    ]
    assert rights == ["500", "400"]


def before_the_signature(block):
    """The paragraphs of a block (in tables: by rows), and whether each is kept on the page of what follows."""
    place = Place(Looks(), room(), lambda chart: "", lambda pictures: ("<w:r><w:drawing/></w:r>", ["前后对比"]))
    doc = docx.Document()
    body = doc.element.body
    body.clear_content()
    append_signed(body, blocks_xml([Line("其他。"), block], place), ["幸福里社区", "2026年12月20日"])
    return [bool(p.pPr.keepNext.val) if p.pPr.keepNext is not None else False for p in body.iter(qn("w:p"))]


def test_a_signature_never_stands_on_a_page_by_itself():
    # the line before, the block itself, (an empty line below a table,) an empty line, the name; the day is the last
    signature = [True, True, False]
    assert before_the_signature(Line("没有更多。")) == [False, True, *signature]
    assert before_the_signature(Pictures(("photos/a.png",))) == [False, True, True, *signature]
    rows = tuple(Row((str(n),)) for n in range(20))
    assert before_the_signature(Table((Column("编号"),), rows)) == [True, True, *[False] * 19, True, True, *signature]


def test_tables_repeat_their_heading_and_are_not_torn():
    (first, *_), raw = document().tables, render(handout())
    head, *rows = first._tbl.tr_lst
    assert head.trPr.find(qn("w:tblHeader")) is not None
    assert all(row.trPr.find(qn("w:cantSplit")) is not None for row in (head, *rows))
    widths = [int(cell.tcPr.find(qn("w:tcW")).get(qn("w:w"))) for cell in head.tc_lst]
    assert sum(widths) == pytest.approx(Mm(156).twips, abs=2)
    assert first.style.name == "Table Grid"
    assert 'w:snapToGrid w:val="0"' in part(raw, "word/styles.xml").decode()


def test_rows_of_a_small_table_stay_together():
    table = Table((Column("层级"), Column("件", right=True)), (Row(("小事", "1")), Row(("中事", "2"))), "层级")
    doc = document(more=[table])
    (made,) = [t for t in doc.tables if t.cell(1, 0).text == "小事" and len(t.columns) == 2]
    kept = [bool(row.cells[0].paragraphs[0]._p.pPr.findall(qn("w:keepNext"))) for row in made.rows]
    assert kept == [True, True, False]
    assert "层级" in texts(doc, "Caption")


def test_the_ledger_is_attached_on_turned_pages():
    doc = document()
    assert texts(doc, "Attachment") == ["附：民情台账"]
    ledger = doc.tables[-1]
    assert [cell.text for cell in ledger.rows[0].cells][:3] == ["编号", "日期", "地点"]
    assert len(ledger.rows) == 6
    assert ledger.cell(1, 9).text == "2026-09-10 办结 换了灯泡\n2026-10-12 重开\n2026-11-16 办结 换了灯罩"


def test_text_of_residents_cannot_break_the_document():
    line = Line("<w:p> & \x00\x1b]\ufffe 灯 \u202e")
    assert "<w:p> & \\x00\\x1b]\\ufffe 灯 \\u202e" in texts(document(more=[line]), "Normal")


# charts


def test_charts_are_native_with_their_figures_beside_them():
    raw = render(handout(charts=CHARTS))
    names = zipfile.ZipFile(io.BytesIO(raw)).namelist()
    assert [n for n in names if n.startswith("word/charts/chart")] == [f"word/charts/chart{n}.xml" for n in (1, 2, 3)]
    chart = etree.fromstring(part(raw, "word/charts/chart1.xml"))
    space = {"c": "http://schemas.openxmlformats.org/drawingml/2006/chart"}
    assert [v.text for v in chart.findall(".//c:val//c:v", space)] == ["3", "1", "4", "1", "5", "9"]
    assert [v.text for v in chart.findall(".//c:cat//c:v", space)][:2] == ["1月", "2月"]
    external = chart.find("c:externalData", space).get(qn("r:id"))
    relations = part(raw, "word/charts/_rels/chart1.xml.rels").decode()
    assert f'Id="{external}"' in relations
    assert "embeddings/Microsoft_Excel_Sheet1.xlsx" in relations


def test_the_figures_of_a_chart_are_a_workbook():
    import openpyxl

    raw = render(handout(charts=CHARTS[:1]))
    sheet = openpyxl.load_workbook(io.BytesIO(part(raw, "word/embeddings/Microsoft_Excel_Sheet1.xlsx"))).active
    assert [[c.value for c in row] for row in sheet.iter_rows(max_row=3)] == [[None, "提出"], ["1月", 3], ["2月", 1]]


def test_a_chart_says_in_words_what_it_shows():
    doc = document(charts=CHARTS)
    described = [p.get("descr") for p in doc.element.body.iter(qn("wp:docPr"))]
    assert described == ["六月最多,九件", "层级与类别", "步数"]
    assert "五号楼三月最多" in texts(doc, "Normal")  # no map stands there, so none is announced


# the whole


def test_the_same_report_is_the_same_bytes():
    assert render(handout(charts=CHARTS)) == render(handout(charts=CHARTS))


def test_an_internal_document_says_so():
    doc = document(masked=False)
    assert texts(doc, "Note") == ["（内部资料，含个人信息，请勿外传）"]
    assert "含个人信息" in doc.core_properties.comments


def test_in_english():
    with speaking("en"):
        doc = document()
    assert texts(doc, "Heading1")[0] == "1. Overall"
    assert texts(doc, "Signature")[-1] == "20 December 2026"


def test_a_long_title_breaks_between_words():
    assert balanced("很长很长的名字社区(合成数据) 民情日记月报 2019年10月") == [
        "很长很长的名字社区(合成数据)",
        "民情日记月报 2019年10月",
    ]
    assert balanced("幸福里社区 民情日记月报 2026年11月") == ["幸福里社区 民情日记月报 2026年11月"]


def test_widths_add_up_to_the_room():
    assert sum(shared([3.3, 7.7, 11.1], 8845)) == 8845


def picture():
    from PIL import Image

    out = io.BytesIO()
    Image.new("RGB", (40, 30), "gray").save(out, "PNG")
    return out.getvalue()


def test_photographs_stand_side_by_side():
    own = {"photos/a.png": picture(), "photos/b.png": picture(), "photos/broken.png": b"no picture"}
    pair = Pictures(("photos/a.png", "photos/b.png", "photos/missing.png", "photos/broken.png"), "前后对比")
    doc = document(own=own, more=[pair])
    assert [shape.width.mm for shape in doc.inline_shapes] == pytest.approx([72, 72], abs=0.1)
    assert doc.inline_shapes[0].height.mm == pytest.approx(54, abs=0.1)
    (paragraph,) = {shape._inline.getparent().getparent().getparent() for shape in doc.inline_shapes}
    assert paragraph.getnext().text == "前后对比"


def test_without_a_picture_nothing_is_said_of_it():
    assert "前后对比" not in texts(document(more=[Pictures(("photos/missing.png",), "前后对比")]), "Caption")
