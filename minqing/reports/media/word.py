"""The report as a Word document in the layout of GB/T 9704; or in the community's own, where it has one."""

from __future__ import annotations

import io
from collections.abc import Iterable, Sequence
from datetime import date
from typing import Any

from minqing.domain.values import replace
from minqing.messages import language, say
from minqing.reports.document import Block, Heading
from minqing.reports.handout import Handout
from minqing.reports.ledger import Extent, report_extent
from minqing.reports.media.ooxml import NAMESPACES, Look, paragraph, prose
from minqing.reports.media.package import settled
from minqing.reports.media.word_base import FOOTERS, base_document
from minqing.reports.media.word_blocks import Looks, Place, blocks_xml, ledger_xml
from minqing.reports.media.word_parts import Parts
from minqing.reports.media.word_styles import room, section_xml
from minqing.text.normal import width
from minqing.workspace.extras import needed

OWN_TEMPLATE = "templates/report.docx"
"""The community's own document with placeholders; where it exists it is filled instead."""


def render(handout: Handout) -> bytes:
    """The ``.docx``. Raises ``MinqingError`` for a broken template and where the library is not installed."""
    own = handout.own_file(OWN_TEMPLATE)
    if own is not None:
        from minqing.reports.media.word_template import filled_template

        return filled_template(own, OWN_TEMPLATE, handout)
    return _drawn(handout)


def _drawn(handout: Handout) -> bytes:
    docx = needed("docx")
    extent = extent_of(handout)
    author = handout.community.name or ""
    base = base_document(title_of(handout.blocks), extent.openness, author, handout.today)
    document = docx.Document(io.BytesIO(base))
    parts = Parts(document, handout.own_file)
    looks = Looks()
    upright = Place(looks, room(), parts.drawing, parts.photographs)
    turned = Place(looks, room(landscape=True), parts.drawing, parts.photographs)
    append(
        document.element.body,
        _front(handout, upright, extent)
        + signature_xml(handout, section_xml(footers=FOOTERS))
        + _attachment(handout, turned, extent)
        + section_xml(landscape=True, footers=FOOTERS),
    )
    return saved(document)


def saved(document: Any) -> bytes:
    """The bytes of an open document, the same for the same content."""
    out = io.BytesIO()
    document.save(out)
    return settled(out.getvalue())


def append(body: Any, content: str) -> None:
    """Add XML at the end of a document's body."""
    body.extend(elements(content))


def elements(content: str) -> list[Any]:
    """XML as elements that python-docx knows.

    Each is parsed by itself: lxml takes seconds to move a long table out of the element that declares its names.
    """
    parse, written = needed("docx.oxml").parse_xml, needed("lxml.etree").tostring
    return [parse(written(each)) for each in parse(f"<w:body {NAMESPACES}>{content}</w:body>")]


def extent_of(handout: Handout) -> Extent:
    """What the ledger beside the report is about."""
    return report_extent(handout.report, handout.community, internal=not handout.masked)


def title_of(blocks: Sequence[Block]) -> str:
    """The title of the whole report."""
    return next((block.text for block in blocks if isinstance(block, Heading) and block.level == 1), "")


def _front(handout: Handout, place: Place, extent: Extent) -> str:
    """The title, whether personal data is covered, and all sections; the last line stays with the signature."""
    blocks = list(handout.blocks)
    first = 1 if blocks and isinstance(blocks[0], Heading) else 0
    note = prose(say("word.openness", openness=extent.openness), place.looks.note)
    last = replace(place, looks=replace(place.looks, text=place.looks.text.with_paragraph("<w:keepNext/>")))
    body = blocks_xml(blocks[first:-1], place) + blocks_xml(blocks[first:][-1:], last)
    return blocks_xml(blocks[:first], place) + note + body


def _attachment(handout: Handout, place: Place, extent: Extent) -> str:
    """附:民情台账, on turned pages."""
    named = prose(say("word.attachment"), Look("Attachment"))
    title = prose(extent.title, Look("Caption"))
    return named + title + ledger_xml(handout.ledger(), extent, place)


# 落款: who signs, and when


def signature_xml(handout: Handout, section: str = "") -> str:
    """The community and the day, each centred over the other, four characters from the right edge.

    ``section`` are the properties of the section that ends with it.
    """
    name, day = handout.community.name or "", day_in_words(handout.today)
    name_right, day_right = _rights(width(name) / 2, width(day) / 2)
    gap = paragraph("", Look("Signature", "<w:keepNext/>"))
    signed = prose(name, Look("Signature", "<w:keepNext/>" + _from_right(name_right))) if name else ""
    return gap + signed + paragraph(day, Look("Signature", _from_right(day_right) + section))


def _rights(name: float, day: float) -> tuple[float, float]:
    """How far name and day stand from the right edge, in characters (GB/T 9704: 成文日期右空四字)."""
    if name <= day:
        return 4 + (day - name) / 2, 4
    return 2, 2 + (name - day) / 2


def _from_right(characters: float) -> str:
    return f'<w:ind w:rightChars="{round(characters * 100)}" w:right="{round(characters * 320)}"/>'


def day_in_words(day: date) -> str:
    """A day as it is signed: 2019年11月4日."""
    if language() == "zh":
        return f"{day.year}年{day.month}月{day.day}日"
    return f"{day.day} {say(f'words.month-{day.month}')} {day.year}"


def sections_of(blocks: Iterable[Block]) -> list[list[Block]]:
    """The sections of a report, each with its heading; what stands before the first is none."""
    found: list[list[Block]] = []
    for block in blocks:
        if isinstance(block, Heading) and block.level == 2:
            found.append([])
        if found:
            found[-1].append(block)
    return found
