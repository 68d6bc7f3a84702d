"""The layout of an official document after GB/T 9704-2012 (党政机关公文格式), without a red head.

A4, 22 lines a page, three-size 仿宋 (16 pt) on lines of exactly 28.95 pt, first lines indented by two characters,
the title in two-size 小标宋 (22 pt), headings 黑体 and 楷体. Everything is a native style,
so that Word and WPS edit it.
"""

from __future__ import annotations

from collections.abc import Mapping

from minqing.domain.values import dataclass
from minqing.reports.media.ooxml import NAMESPACES, twips

PAGE = (210, 297)
"""Width and height of A4 in millimetres."""

TOP, BOTTOM, LEFT, RIGHT = 37, 35, 28, 26
"""Margins in millimetres: 天头, 地脚, 订口, 切口."""

FOOTER = 23
"""From the edge of the page to the page number, so that it stands 7 mm below the text."""

LINE = 579
"""28.95 pt in twips: 22 lines fill the 225 mm of a page."""

FANGSONG, XIAOBIAOSONG, HEITI, KAITI, SONG = "仿宋_GB2312", "方正小标宋简体", "黑体", "楷体_GB2312", "宋体"
LATIN = "Times New Roman"

STAND_INS: Mapping[str, str] = {FANGSONG: "仿宋", XIAOBIAOSONG: "宋体", KAITI: "楷体"}
"""What Word takes where a computer lacks the font (``w:altName``): new Windows has only the fonts on the right."""


@dataclass(frozen=True, slots=True)
class Style:
    """A paragraph style: its id and native name, its font for Chinese, its size in half points.

    ``paragraph`` and ``run`` are further properties as XML, in the order of the schema, around those made of the
    other fields; ``level`` is the heading's level in the outline, counted from 0.
    """

    id: str
    name: str
    font: str = FANGSONG
    size: int = 32
    keep: str = ""
    paragraph: str = ""
    bold: bool = False
    level: int | None = None


NO_INDENT = '<w:ind w:firstLineChars="0" w:firstLine="0"/>'
SINGLE = '<w:snapToGrid w:val="0"/><w:spacing w:before="0" w:after="0" w:line="240" w:lineRule="auto"/>'
EXACT = f'<w:spacing w:before="0" w:after="0" w:line="{LINE}" w:lineRule="exact"/>'
TITLE_LINES = f'<w:spacing w:before="0" w:after="{LINE}" w:line="{LINE}" w:lineRule="exact"/>'
TWO_CHARACTERS = '<w:ind w:firstLineChars="200" w:firstLine="640"/>'
JC = '<w:jc w:val="{}"/>'
KEEP = "<w:keepNext/><w:keepLines/>"

LANGUAGES = '<w:lang w:val="en-US" w:eastAsia="zh-CN"/>'
"""What text is checked as: Chinese characters are Chinese in any report, digits and letters break as words."""

STYLES: tuple[Style, ...] = (
    Style("Normal", "Normal", paragraph=EXACT + TWO_CHARACTERS + JC.format("both")),
    Style("Title", "Title", XIAOBIAOSONG, 44, KEEP, TITLE_LINES + NO_INDENT + JC.format("center")),
    Style("Heading1", "heading 1", HEITI, 32, KEEP, EXACT + TWO_CHARACTERS, level=0),
    Style("Heading2", "heading 2", KAITI, 32, KEEP, EXACT + TWO_CHARACTERS, level=1),
    Style("Heading3", "heading 3", FANGSONG, 32, KEEP, EXACT + TWO_CHARACTERS, bold=True, level=2),
    Style("Note", "Note", KAITI, 28, "", EXACT + NO_INDENT + JC.format("center")),
    Style("Caption", "caption", HEITI, 24, KEEP, EXACT + NO_INDENT + JC.format("center")),
    Style("Figure", "Figure", FANGSONG, 24, "", SINGLE + NO_INDENT + JC.format("center")),
    Style("TableHead", "Table Head", HEITI, 24, "", SINGLE + NO_INDENT),
    Style("TableText", "Table Text", FANGSONG, 24, "", SINGLE + NO_INDENT),
    Style("LedgerHead", "Ledger Head", HEITI, 16, "", SINGLE + NO_INDENT),
    Style("LedgerText", "Ledger Text", FANGSONG, 16, "", SINGLE + NO_INDENT),
    Style("Signature", "Signature", FANGSONG, 32, "<w:keepLines/>", EXACT + NO_INDENT + JC.format("right")),
    Style("Attachment", "Attachment", HEITI, 32, KEEP, EXACT + NO_INDENT),
    Style("Footer", "footer", SONG, 28, "", SINGLE + NO_INDENT),
)  # fmt: skip
"""Every paragraph style, the first one the default."""


def styles_xml() -> str:
    """The part of styles: no theme fonts, so that Chinese stands in the fonts asked for."""
    return (
        f'<w:styles {NAMESPACES}><w:docDefaults><w:rPrDefault><w:rPr>{fonts(FANGSONG)}<w:sz w:val="32"/>'
        f'<w:szCs w:val="32"/>{LANGUAGES}</w:rPr></w:rPrDefault><w:pPrDefault/></w:docDefaults>'
        f"{''.join(_style(style) for style in STYLES)}{TABLES}</w:styles>"
    )


def fonts(chinese: str, latin: str = LATIN) -> str:
    """The fonts of a run by name; a theme has no say."""
    return f'<w:rFonts w:ascii="{latin}" w:eastAsia="{chinese}" w:hAnsi="{latin}" w:cs="{latin}"/>'


def _style(style: Style) -> str:
    default = ' w:default="1"' if style is STYLES[0] else ""
    based = "" if default else '<w:basedOn w:val="Normal"/>'
    level = f'<w:outlineLvl w:val="{style.level}"/>' if style.level is not None else ""
    latin = LATIN if style.font != SONG else SONG
    bold = "<w:b/><w:bCs/>" if style.bold else ""
    return (
        f'<w:style w:type="paragraph"{default} w:styleId="{style.id}"><w:name w:val="{style.name}"/>{based}<w:qFormat/>'
        f"<w:pPr>{style.keep}{style.paragraph}{level}</w:pPr><w:rPr>{fonts(style.font, latin)}{bold}"
        f'<w:color w:val="000000"/><w:kern w:val="2"/><w:sz w:val="{style.size}"/><w:szCs w:val="{style.size}"/>'
        "</w:rPr></w:style>"
    )


TABLES = (
    '<w:style w:type="table" w:default="1" w:styleId="TableNormal"><w:name w:val="Normal Table"/>'
    '<w:tblPr><w:tblCellMar><w:left w:w="108" w:type="dxa"/><w:right w:w="108" w:type="dxa"/></w:tblCellMar></w:tblPr>'
    '</w:style><w:style w:type="table" w:styleId="TableGrid"><w:name w:val="Table Grid"/>'
    '<w:basedOn w:val="TableNormal"/><w:tblPr/></w:style>'
)


def font_table_xml() -> str:
    """The fonts with what stands in for them."""
    names = (
        f'<w:font w:name="{name}"><w:altName w:val="{other}"/><w:charset w:val="86"/></w:font>'
        for name, other in STAND_INS.items()
    )
    return f"<w:fonts {NAMESPACES}>{''.join(names)}</w:fonts>"


def section_xml(*, landscape: bool = False, footers: str = "") -> str:
    """The properties of a section: paper, margins, and the grid of lines. A landscape page is a turned one."""
    wide, high = (PAGE[1], PAGE[0]) if landscape else PAGE
    top, bottom, left, right = (LEFT, RIGHT, BOTTOM, TOP) if landscape else (TOP, BOTTOM, LEFT, RIGHT)
    turned = ' w:orient="landscape"' if landscape else ""
    foot = min(FOOTER, bottom - 8)
    return (
        f'<w:sectPr>{footers}<w:pgSz w:w="{twips(wide)}" w:h="{twips(high)}"{turned}/>'
        f'<w:pgMar w:top="{twips(top)}" w:right="{twips(right)}" w:bottom="{twips(bottom)}" w:left="{twips(left)}" '
        f'w:header="{twips(15)}" w:footer="{twips(foot)}" w:gutter="0"/>'
        f'<w:docGrid w:type="lines" w:linePitch="{LINE}"/></w:sectPr>'
    )


def room(*, landscape: bool = False) -> int:
    """The width of the text in twips."""
    return twips((PAGE[1] - TOP - BOTTOM) if landscape else (PAGE[0] - LEFT - RIGHT))
