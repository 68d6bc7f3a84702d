"""An empty document in the layout of ``word_styles``: what a report is written into."""

from __future__ import annotations

from datetime import date

from minqing.reports.media.ooxml import NAMESPACES, Look, field, filled_paragraph, text_run
from minqing.reports.media.package import PACKAGE, archive, content_types, escaped, relations, xml
from minqing.reports.media.word_styles import font_table_xml, styles_xml
from minqing.text.normal import fit_for_files

_WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml"
_KINDS = {
    "word/document.xml": f"{_WORD}.document.main+xml",
    "word/styles.xml": f"{_WORD}.styles+xml",
    "word/settings.xml": f"{_WORD}.settings+xml",
    "word/fontTable.xml": f"{_WORD}.fontTable+xml",
    "word/footer1.xml": f"{_WORD}.footer+xml",
    "word/footer2.xml": f"{_WORD}.footer+xml",
    "docProps/core.xml": "application/vnd.openxmlformats-package.core-properties+xml",
}

ODD, EVEN = "rIdOdd", "rIdEven"
FOOTERS = f'<w:footerReference w:type="default" r:id="{ODD}"/><w:footerReference w:type="even" r:id="{EVEN}"/>'
"""The footers of a section: odd pages (the default ones) and even pages."""


def base_document(title: str, openness: str, author: str, today: date) -> bytes:
    """A ``.docx`` without a paragraph: styles, fonts, page numbers, and properties that say what it is."""
    document = f"<w:document {NAMESPACES}><w:body/></w:document>"
    return archive(
        {
            "[Content_Types].xml": content_types(
                {"rels": "application/vnd.openxmlformats-package.relationships+xml", "xml": "application/xml"}, _KINDS
            ),
            "_rels/.rels": relations(
                [
                    ("rId1", "officeDocument", "word/document.xml"),
                    ("rId2", f"{PACKAGE}/relationships/metadata/core-properties", "docProps/core.xml"),
                ]
            ),
            "word/document.xml": xml(document),
            "word/_rels/document.xml.rels": relations(
                [
                    ("rIdStyles", "styles", "styles.xml"),
                    ("rIdSettings", "settings", "settings.xml"),
                    ("rIdFonts", "fontTable", "fontTable.xml"),
                    (ODD, "footer", "footer1.xml"),
                    (EVEN, "footer", "footer2.xml"),
                ]
            ),
            "word/styles.xml": xml(styles_xml()),
            "word/settings.xml": xml(_settings()),
            "word/fontTable.xml": xml(font_table_xml()),
            "word/footer1.xml": xml(_footer('<w:ind w:rightChars="100" w:right="280"/><w:jc w:val="right"/>')),
            "word/footer2.xml": xml(_footer('<w:ind w:leftChars="100" w:left="280"/><w:jc w:val="left"/>')),
            "docProps/core.xml": xml(_properties(title, openness, author, today)),
        }
    )


def _settings() -> str:
    """Odd and even pages differ; text keeps to the grid as in Chinese Word; fields are not asked about."""
    return (
        f'<w:settings {NAMESPACES}><w:zoom w:percent="100"/><w:bordersDoNotSurroundHeader/>'
        "<w:bordersDoNotSurroundFooter/>"
        '<w:defaultTabStop w:val="420"/><w:evenAndOddHeaders/><w:drawingGridVerticalSpacing w:val="579"/>'
        '<w:characterSpacingControl w:val="compressPunctuation"/><w:compat><w:spaceForUL/>'
        "<w:balanceSingleByteDoubleByteWidth/>"
        "<w:doNotLeaveBackslashAlone/><w:ulTrailSpace/><w:doNotExpandShiftReturn/><w:adjustLineHeightInTable/>"
        '<w:useFELayout/><w:compatSetting w:name="compatibilityMode" w:uri="http://schemas.microsoft.com/office/word" '
        'w:val="15"/></w:compat><w:themeFontLang w:val="en-US" w:eastAsia="zh-CN"/></w:settings>'
    )


def _footer(aligned: str) -> str:
    """The page number between two dashes: to the outer side, one character from the edge of the text."""
    content = text_run("— ") + field("PAGE", "1") + text_run(" —")
    return f"<w:ftr {NAMESPACES}>{filled_paragraph(content, Look('Footer', aligned))}</w:ftr>"


def _properties(title: str, openness: str, author: str, today: date) -> str:
    made = f"{today.isoformat()}T00:00:00Z"
    fields = {"dc:title": title, "dc:creator": author, "dc:description": openness, "cp:contentStatus": openness}
    said = "".join(f"<{key}>{escaped(fit_for_files(value))}</{key}>" for key, value in fields.items())
    times = "".join(
        f'<dcterms:{word} xsi:type="dcterms:W3CDTF">{made}</dcterms:{word}>' for word in ("created", "modified")
    )
    return (
        f'<cp:coreProperties xmlns:cp="{PACKAGE}/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/" '
        'xmlns:dcterms="http://purl.org/dc/terms/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">'
        f"{said}{times}</cp:coreProperties>"
    )
