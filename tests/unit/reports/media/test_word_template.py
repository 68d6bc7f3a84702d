"""A community's own Word document: its placeholders are found however Word split them, and wrong ones are named."""

import io

import docx
import pytest
from docx.oxml.ns import qn
from docx.shared import Pt
from handouts import CHARTS, handout

from minqing.domain.errors import MinqingError
from minqing.messages import say, speaking
from minqing.reports.media.placeholders import FACTS, FIGURES
from minqing.reports.media.word import OWN_TEMPLATE, render


@pytest.fixture(autouse=True)
def chinese():
    with speaking("zh"):
        yield


def template(*paragraphs, make=lambda document: None):
    """A document as Word would save it; a paragraph given as a list is split over runs like that."""
    document = docx.Document()
    for paragraph in paragraphs:
        made = document.add_paragraph()
        for text in [paragraph] if isinstance(paragraph, str) else paragraph:
            made.add_run(text)
    make(document)
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


def filled(*paragraphs, make=lambda document: None, **how):
    own = {OWN_TEMPLATE: template(*paragraphs, make=make)}
    return docx.Document(io.BytesIO(render(handout(own=own, **how))))


def told(document):
    return [paragraph.text for paragraph in document.paragraphs]


def refused(*paragraphs, make=lambda document: None):
    with pytest.raises(MinqingError) as caught:
        filled(*paragraphs, make=make)
    error = caught.value
    return error.code, say(error.code, **error.params)


def test_words():
    assert told(filled("{{ title }}", "{{社区}}本月提出{{ 提出 }}件,办结{{closed}}件")) == [
        "幸福里社区 民情日记月报 2026年11月",
        "幸福里社区本月提出3件,办结2件",
    ]


def test_a_placeholder_split_over_runs_by_word():
    document = filled(["共 {", "{ rai", "sed", " }", "} 件"], ["{{", "title", "}}"])
    assert told(document)[0] == "共 3 件"
    assert told(document)[1].startswith("幸福里社区")


def test_a_placeholder_takes_the_look_of_its_first_letter():
    def make(document):
        run = document.add_paragraph().add_run("{{ raised }}")
        run.bold, run.font.size = True, Pt(20)

    (run,) = filled("x", make=make).paragraphs[-1].runs
    assert (run.text, run.bold, run.font.size) == ("3", True, Pt(20))


def test_full_width_braces_of_an_input_method():
    assert told(filled("{{提出}}、｛｛ 解决 ｝｝、{{ ＲＡＩＳＥＤ }}")) == ["3、1、3"]


def test_figures_of_earlier_periods():
    assert told(filled("{{ previous:raised }} {{ 上期:提出 }} {{ year_ago:raised }}")) == ["1 1 -"]


def test_headers_tables_and_text_boxes_are_filled():
    def make(document):
        document.sections[0].header.paragraphs[0].text = "{{ community }}"
        document.add_table(1, 2).cell(0, 1).text = "{{ open }}"

    document = filled("{{ title }}", make=make)
    assert document.sections[0].header.paragraphs[0].text == "幸福里社区"
    assert document.tables[0].cell(0, 1).text == "2"


def test_a_section_becomes_paragraphs_and_tables_where_it_stood():
    document = filled("前", "{{ section:1 }}", "后")
    body = list(document.element.body)
    assert (told(document)[0], told(document)[-1]) == ("前", "后")
    assert "一、总体情况" not in told(document)
    kinds = [element.tag for element in body]
    assert qn("w:tbl") in kinds[1:-2]


def test_the_whole_body_and_the_ledger():
    document = filled("{{ 正文 }}", "{{ 台账 }}")
    assert "一、总体情况" in told(document)
    assert document.tables[-1].cell(0, 0).text == "编号"
    assert len(document.tables[-1].rows) == 6


def test_a_chart_of_the_report():
    document = filled("{{ 图:1 }}", charts=CHARTS)
    names = [str(part.partname) for part in document.part.package.iter_parts()]
    assert "/word/charts/chart1.xml" in names


def test_a_chart_keeps_its_number_where_others_have_nothing_to_show():
    document = filled(
        "{{ 图:1 }}", "{{ 图:5 }}", "{{ 图:6 }}", charts=[each for each in CHARTS if each.name != "trend"]
    )
    assert told(document) == ["本期没有可画成图的数。", "五号楼三月最多", "本期没有可画成图的数。"]


def test_a_table_keeps_its_number_where_others_have_nothing_to_list():
    document = filled("{{ 表:2 }}", "{{ 表:6 }}")
    assert document.tables[0].cell(0, 0).text == "类别"
    assert told(document)[-1] == "本期没有可列的事项。"


def test_a_block_in_a_cell_leaves_the_cell_whole():
    def make(document):
        document.add_table(1, 1).cell(0, 0).text = "{{ section:5 }}"

    cell = filled("x", make=make).tables[0].cell(0, 0)
    assert cell._tc[-1].tag == qn("w:p")


def test_every_placeholder_of_the_table_has_words():
    names = [f"{{{{ {fact.name} }}}}" for fact in (*FACTS, *FIGURES)] + [
        f"{{{{ {f.zh} }}}}" for f in (*FACTS, *FIGURES)
    ]
    for said in told(filled(*names)):
        assert "{" not in said


def test_an_unknown_placeholder_is_named_with_its_place_and_the_nearest():
    code, said = refused("本月提出 {{ rased }} 件")
    assert code == "word.placeholder-near"
    assert "templates/report.docx" in said
    assert "本月提出 {{ rased }} 件" in said
    assert "{{ raised }}" in said


@pytest.mark.parametrize("name", ["{{ 什么东西 }}", "{{ section:9 }}", "{{ table:99 }}", "{{ section:x }}", "{{ }}"])
def test_what_is_not_there_is_no_blank(name):
    code, said = refused(name)
    assert code.startswith("word.placeholder")
    assert name in said


def test_an_unfinished_placeholder_is_named():
    code, said = refused("提出 {{ raised } 件")
    assert code == "word.open"
    assert "{{ raised } 件" in said


@pytest.mark.parametrize("text", ["见 {{ section:1 }}", "{{ table:1 }}{{ table:2 }}"])
def test_what_becomes_paragraphs_must_stand_alone(text):
    assert refused(text)[0] == "word.not-alone"


def test_blocks_do_not_go_into_headers():
    def make(document):
        document.sections[0].header.paragraphs[0].text = "{{ body }}"

    assert refused("{{ title }}", make=make)[0] == "word.not-alone"


def test_a_document_without_placeholders_would_hand_in_nothing():
    assert refused("月报")[0] == "word.none"


@pytest.mark.parametrize("raw", [b"", b"PK\x03\x04", b"\xd0\xcf\x11\xe0 old .doc", b"<html>"])
def test_what_is_no_word_document(raw):
    with pytest.raises(MinqingError) as caught:
        render(handout(own={OWN_TEMPLATE: raw}))
    assert caught.value.code == "word.broken"
    assert caught.value.params["file"] == "templates/report.docx"
