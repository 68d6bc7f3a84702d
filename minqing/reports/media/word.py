"""The report as a Word document in the layout of GB/T 9704; or in the community's own, where it has one."""

from __future__ import annotations

import io
from collections.abc import Iterable, Sequence
from datetime import date
from typing import Any

from minqing.messages import language, say
from minqing.reports.document import Block, Heading
from minqing.reports.handout import Handout
from minqing.reports.ledger import Extent, report_extent
from minqing.reports.media.ooxml import NAMESPACES, Look, paragraph, prose, tag
from minqing.reports.media.package import settled
from minqing.reports.media.word_base import FOOTERS, base_document
from minqing.reports.media.word_blocks import KEEP_WITH_NEXT, Looks, Place, blocks_xml, ledger_xml
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
    signers = [name for name in (handout.community.name, day_in_words(handout.today)) if name]
    append_signed(document.element.body, _front(handout, upright, extent), signers, section_xml(footers=FOOTERS))
    attached = _attachment(handout, turned, extent) + section_xml(landscape=True, footers=FOOTERS)
    document.element.body.extend(elements(attached))
    return saved(document)


def saved(document: Any) -> bytes:
    """The bytes of an open document, the same for the same content."""
    out = io.BytesIO()
    document.save(out)
    return settled(out.getvalue())


def append_signed(body: Any, content: str, signers: Sequence[str], section: str = "") -> None:
    """Add XML at the end of a document's body, and who signs it (see ``signature_xml``).

    A signature never stands on a page by itself: what is said last goes over with it. Without signers there is none.
    """
    said = elements(content)
    _keep_last(said)
    body.extend(said)
    if signers:
        body.extend(elements(signature_xml(signers, section)))


def _keep_last(said: Sequence[Any]) -> None:
    """Keep what is said last, be it a line, pictures or the last row of a table, on the page of what follows."""
    paragraph = needed("docx.text.paragraph").Paragraph
    for element in reversed(said):
        for each in _at_the_end(element):
            paragraph(each, None).paragraph_format.keep_with_next = True
        if element.tag == tag("tbl") or element.find(tag("r")) is not None:
            return


def _at_the_end(element: Any) -> list[Any]:
    """The paragraphs at the end of a part of the body: itself, or the last row of a table."""
    if element.tag != tag("tbl"):
        return [element]
    return list(element.findall(tag("tr"))[-1].iter(tag("p")))


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
    """The title, whether personal data is covered, and all sections."""
    blocks = list(handout.blocks)
    first = 1 if blocks and isinstance(blocks[0], Heading) else 0
    note = prose(say("word.openness", openness=extent.openness), place.looks.note)
    return blocks_xml(blocks[:first], place) + note + blocks_xml(blocks[first:], place)


def _attachment(handout: Handout, place: Place, extent: Extent) -> str:
    """附:民情台账, on turned pages."""
    named = prose(say("word.attachment"), Look("Attachment"))
    title = prose(extent.title, Look("Caption"))
    return named + title + ledger_xml(handout.ledger(), extent, place)


# 落款: who signs, and when


def signature_xml(signers: Sequence[str], section: str = "") -> str:
    """Who signs and, in the last line, the day: each centred over the other, four characters from the right edge.

    Where a name is longer than the day it stands two characters from the edge (GB/T 9704: 成文日期右空四字).
    ``section`` are the properties of the section that ends with it.
    """
    widths = [width(line) / 2 for line in signers]
    edge = 4 if widths[-1] == max(widths) else 2
    looks = [_from_right(edge + (max(widths) - each) / 2) for each in widths]
    gap = paragraph("", Look("Signature", KEEP_WITH_NEXT))
    above = (
        prose(line, Look("Signature", KEEP_WITH_NEXT + look)) for line, look in zip(signers[:-1], looks, strict=False)
    )
    return gap + "".join(above) + paragraph(signers[-1], Look("Signature", looks[-1] + section))


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
