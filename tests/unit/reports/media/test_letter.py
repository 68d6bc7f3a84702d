"""What is told to residents as a Word document: which line is the title, which ones sign."""

import io
from datetime import date

import docx
import pytest
from docx.oxml.ns import qn

from minqing.messages import speaking
from minqing.reports.media.letter import Letter, letter_of, render_letter

NOTICE = """5号楼民情告示

居民朋友们：

本月一共反映了 1 件事。

正在办的（1 件）：
1. 灯坏了
2. 门坏了

幸福里居委会
2026年11月20日
"""


@pytest.mark.parametrize(
    ("text", "letter"),
    [
        (
            NOTICE,
            Letter(
                "5号楼民情告示",
                ("居民朋友们：", "本月一共反映了 1 件事。", "正在办的（1 件）：", "1. 灯坏了", "2. 门坏了"),
                ("幸福里居委会", "2026年11月20日"),
            ),
        ),
        ("您好！灯修好了。\n——幸福里居委会\n", Letter("", ("您好！灯修好了。",), ("幸福里居委会",))),
        ("灯修好了", Letter("", ("灯修好了",), ())),
        ("5号楼居民朋友们：\n\n灯修好了。\n", Letter("", ("5号楼居民朋友们：", "灯修好了。"), ())),
        ("一\n\n\n  \n二。", Letter("一", ("二。",), ())),
    ],
)
def test_the_parts_of_a_text(text: str, letter: Letter):
    assert letter_of(text) == letter


def test_nothing_of_a_text_is_lost():
    """Too long for a signature, or too many lines of it: then it is text like all other."""
    long = "灯" * 30
    assert letter_of(f"灯。\n\n{long}\n\n{long}").lines == ("灯。", long, long)
    assert letter_of("灯。\n\n1\n2\n3\n4").lines == ("灯。", "1", "2", "3", "4")


def test_a_page_for_the_door():
    with speaking("zh"):
        raw = render_letter(NOTICE, "幸福里社区", date(2026, 11, 20))
        assert raw == render_letter(NOTICE, "幸福里社区", date(2026, 11, 20))
    doc = docx.Document(io.BytesIO(raw))
    assert [p.text for p in doc.paragraphs if p.style.style_id == "Title"] == ["5号楼民情告示"]
    signed = [p for p in doc.paragraphs if p.style.style_id == "Signature" and p.text]
    assert [p._p.pPr.find(qn("w:ind")).get(qn("w:rightChars")) for p in signed] == ["450", "400"]
    told = [p for p in doc.paragraphs if p.style.style_id == "Normal"]
    assert [p.paragraph_format.first_line_indent == 0 for p in told] == [True, False, False, False, False]
    assert (doc.core_properties.title, doc.core_properties.author) == ("5号楼民情告示", "幸福里社区")


def test_a_text_without_title_or_signature_opens_as_well():
    doc = docx.Document(io.BytesIO(render_letter("A<b>&\x00", "", date(2026, 11, 20))))
    assert [p.text for p in doc.paragraphs] == ["A<b>&\\x00"]
