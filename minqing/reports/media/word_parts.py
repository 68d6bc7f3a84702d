"""What is put into a document besides its text: native charts with their figures, and photographs."""

from __future__ import annotations

import io
from collections.abc import Callable
from typing import Any

from minqing.reports.document import Chart, Pictures
from minqing.reports.media.native_chart import chart_size, native_chart
from minqing.reports.media.ooxml import EMU
from minqing.reports.media.package import quoted
from minqing.reports.media.photographs import photograph
from minqing.text.normal import fit_for_files
from minqing.workspace.extras import needed

CHART_KIND = "application/vnd.openxmlformats-officedocument.drawingml.chart+xml"
BOOK_KIND = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
_RELATION = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_DRAWING = "http://schemas.openxmlformats.org/drawingml/2006"

PHOTO_WIDTH, PHOTO_HEIGHT = 72, 60
"""Millimetres of a photograph at most, so that two stand side by side: before and after."""

GAP = '<w:r><w:t xml:space="preserve">  </w:t></w:r>'
"""Between two photographs: what shows the same spot twice would else look like one picture."""

BETWEEN = "　" * 4
"""Between what stands below two photographs: each is about half a line wide."""

OwnFile = Callable[[str], bytes | None]


class Parts:
    """Adds parts to the package of an open document (of python-docx)."""

    def __init__(self, document: Any, own_file: OwnFile) -> None:
        self._document, self._own_file = document, own_file
        self._number = 0

    def drawing(self, chart: Chart) -> str:
        """The run that shows a native chart; the chart and its workbook become parts of the document."""
        made = native_chart(chart)
        package = self._document.part.package
        part = _part(package, "/word/charts/chart%d.xml", CHART_KIND, made.xml)
        book = _part(package, "/word/embeddings/Microsoft_Excel_Sheet%d.xlsx", BOOK_KIND, made.workbook)
        part.relate_to(book, f"{_RELATION}/package")
        id = self._document.part.relate_to(part, f"{_RELATION}/chart")
        wide, high = chart_size(chart)
        graphic = (
            f'<a:graphic xmlns:a="{_DRAWING}/main"><a:graphicData uri="{_DRAWING}/chart">'
            f'<c:chart xmlns:c="{_DRAWING}/chart" r:id={quoted(id)}/></a:graphicData></a:graphic>'
        )
        return self._inline(graphic, wide * EMU, high * EMU, chart.text or chart.title)

    def photographs(self, pictures: Pictures) -> tuple[str, list[str]]:
        """The runs that show photographs side by side, and the lines that stand below them.

        One that is missing or no picture is passed over.
        """
        drawn = [self._photograph(path, pictures.told(place)) for place, path in enumerate(pictures.paths)]
        captions = [caption for run, caption in zip(drawn, pictures.captions, strict=False) if run]
        return GAP.join(filter(None, drawn)), [line for line in (BETWEEN.join(captions), pictures.text) if line]

    def _photograph(self, path: str, text: str) -> str:
        taken = photograph(self._own_file, path)
        if taken is None:
            return ""
        id, _ = self._document.part.get_or_add_image(io.BytesIO(taken.jpeg))
        scale = min(PHOTO_WIDTH * EMU / taken.wide, PHOTO_HEIGHT * EMU / taken.high)
        wide, high = round(taken.wide * scale), round(taken.high * scale)
        picture = (
            f'<a:graphic xmlns:a="{_DRAWING}/main"><a:graphicData uri="{_DRAWING}/picture">'
            f'<pic:pic xmlns:pic="{_DRAWING}/picture"><pic:nvPicPr><pic:cNvPr id="0" name="photo"/><pic:cNvPicPr/>'
            f"</pic:nvPicPr><pic:blipFill><a:blip r:embed={quoted(id)}/><a:stretch><a:fillRect/></a:stretch>"
            f'</pic:blipFill><pic:spPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="{wide}" cy="{high}"/></a:xfrm>'
            '<a:prstGeom prst="rect"><a:avLst/></a:prstGeom></pic:spPr></pic:pic></a:graphicData></a:graphic>'
        )
        return self._inline(picture, wide, high, text)

    def _inline(self, graphic: str, wide: int, high: int, text: str) -> str:
        self._number += 1
        described = quoted(fit_for_files(text))
        return (
            f'<w:r><w:drawing><wp:inline xmlns:wp="{_DRAWING}/wordprocessingDrawing" distT="0" distB="0" distL="0" '
            f'distR="0"><wp:extent cx="{wide}" cy="{high}"/><wp:docPr id="{9000 + self._number}" '
            f'name="minqing {self._number}" descr={described}/><wp:cNvGraphicFramePr/>{graphic}</wp:inline>'
            "</w:drawing></w:r>"
        )


def _part(package: Any, name: str, kind: str, content: bytes) -> Any:
    """A new part of the package under the first free name."""
    made = needed("docx.opc.part").Part
    return made(package.next_partname(name), kind, content, package)
