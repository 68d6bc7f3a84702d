"""WordprocessingML by hand: paragraphs, runs, tables and fields as XML texts.

Written as text because a table of a few hundred rows, built object by object, takes longer than all the rest.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from minqing.domain.values import dataclass, replace
from minqing.reports.media.package import escaped, quoted
from minqing.reports.media.printed import as_printed
from minqing.text.normal import fit_for_files

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
NAMESPACES = f'xmlns:w="{W}" xmlns:r="{R}"'

MM = 1440 / 25.4
"""Twentieths of a point in a millimetre."""

EMU = 36_000
"""English metric units in a millimetre: what drawings are measured in."""


def tag(name: str) -> str:
    """The name of an element of a document as lxml spells it: ``p`` with its namespace."""
    return f"{{{W}}}{name}"


def twips(millimetres: float) -> int:
    """A length as Word counts it, in twentieths of a point."""
    return round(millimetres * MM)


@dataclass(frozen=True, slots=True)
class Look:
    """How a paragraph looks: the inner XML of its properties and of those of its runs.

    ``style`` is the id of its style; ``paragraph`` and ``run`` are direct properties, in the order of the schema.
    """

    style: str = ""
    paragraph: str = ""
    run: str = ""

    def with_paragraph(self, xml: str) -> Look:
        """The same with other direct properties of the paragraph."""
        return replace(self, paragraph=xml)


def text_run(text: str, run: str = "") -> str:
    """A run; line breaks in the text stay line breaks."""
    properties = f"<w:rPr>{run}</w:rPr>" if run else ""
    parts = (f'<w:t xml:space="preserve">{escaped(part)}</w:t>' for part in fit_for_files(text).split("\n"))
    return f"<w:r>{properties}{'<w:br/>'.join(parts)}</w:r>"


def paragraph(text: str, look: Look) -> str:
    """A paragraph of one run."""
    return filled_paragraph(text_run(text, look.run) if text else "", look)


def prose(text: str, look: Look) -> str:
    """A paragraph of running text, with the punctuation of a document; cells of a table stay as they were typed."""
    return paragraph(as_printed(text), look)


def filled_paragraph(content: str, look: Look) -> str:
    """A paragraph of runs that are XML already."""
    style = f"<w:pStyle w:val={quoted(look.style)}/>" if look.style else ""
    return f"<w:p><w:pPr>{style}{look.paragraph}</w:pPr>{content}</w:p>"


def field(code: str, shown: str, run: str = "") -> str:
    """A field that Word keeps up to date, such as ``PAGE``, and what stands there until it does."""
    properties = f"<w:rPr>{run}</w:rPr>" if run else ""
    mark = "<w:r>{}<w:fldChar w:fldCharType={}/></w:r>"
    return (
        mark.format(properties, '"begin"')
        + f'<w:r>{properties}<w:instrText xml:space="preserve"> {code} </w:instrText></w:r>'
        + mark.format(properties, '"separate"')
        + text_run(shown, run)
        + mark.format(properties, '"end"')
    )


@dataclass(frozen=True, slots=True)
class Grid:
    """A table to be drawn: widths of its columns in twips, looks of heading and cells, which columns hold numbers."""

    widths: Sequence[int]
    head: Look
    cell: Look
    right: Sequence[bool] = ()
    style: str = ""


BORDERS = "".join(
    f'<w:{side} w:val="single" w:sz="4" w:space="0" w:color="000000"/>'
    for side in ("top", "left", "bottom", "right", "insideH", "insideV")
)
MARGINS = '<w:tblCellMar><w:left w:w="60" w:type="dxa"/><w:right w:w="60" w:type="dxa"/></w:tblCellMar>'
KEPT_TOGETHER = 14
"""Tables of up to so many rows are not split between pages."""

ALIGNED = '<w:jc w:val="{}"/>'


def table(titles: Sequence[str], rows: Iterable[Sequence[str]], grid: Grid) -> str:
    """A table of fixed widths; its heading row is repeated on every page and no row is split between two."""
    style = f"<w:tblStyle w:val={quoted(grid.style)}/>" if grid.style else ""
    columns = "".join(f'<w:gridCol w:w="{width}"/>' for width in grid.widths)
    right = [*grid.right, *([False] * (len(grid.widths) - len(grid.right)))]
    looks = [_aligned(grid.cell, "right" if each else "left") for each in right]
    heads = [kept(_aligned(grid.head, "center"))] * len(grid.widths)
    listed = list(rows)
    together = [*map(kept, looks)] if len(listed) <= KEPT_TOGETHER else looks
    last = len(listed) - 1
    body = "".join(_row(cells, together if n < last else looks, grid.widths) for n, cells in enumerate(listed))
    return (
        f'<w:tbl><w:tblPr>{style}<w:tblW w:w="{sum(grid.widths)}" w:type="dxa"/><w:jc w:val="center"/>'
        f'<w:tblBorders>{BORDERS}</w:tblBorders><w:tblLayout w:type="fixed"/>{MARGINS}'
        f'<w:tblLook w:val="0020" w:firstRow="1"/></w:tblPr><w:tblGrid>{columns}</w:tblGrid>'
        f"{_row(titles, heads, grid.widths, '<w:tblHeader/>')}{body}</w:tbl>"
    )


def _aligned(look: Look, side: str) -> Look:
    return look.with_paragraph(look.paragraph + ALIGNED.format(side))


def kept(look: Look) -> Look:
    """A look that keeps a paragraph, or a row, on the page of the next one."""
    return look.with_paragraph("<w:keepNext/>" + look.paragraph)


def _row(cells: Sequence[str], looks: Sequence[Look], widths: Sequence[int], more: str = "") -> str:
    filled = "".join(
        f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/><w:vAlign w:val="center"/></w:tcPr>'
        f"{paragraph(text, look)}</w:tc>"
        for text, look, width in zip(cells, looks, widths, strict=True)
    )
    return f"<w:tr><w:trPr><w:cantSplit/>{more}</w:trPr>{filled}</w:tr>"
