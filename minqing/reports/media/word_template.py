"""A community's own Word document, filled: its placeholders become the words, tables and charts of the report.

Word splits what was typed over several runs as it pleases; a placeholder is looked for in the text of the whole
paragraph and takes on the look of its first letter.
"""

from __future__ import annotations

import io
import re
from collections.abc import Iterator, Sequence
from copy import deepcopy
from itertools import pairwise
from typing import Any

from minqing.domain.errors import DIARY, MinqingError
from minqing.domain.values import dataclass
from minqing.reports.handout import Handout
from minqing.reports.media.ooxml import Look, tag
from minqing.reports.media.package import unpacked_size
from minqing.reports.media.placeholders import BODY, CHART, LEDGER, SECTION, TABLE, block_asked, words_for
from minqing.reports.media.word import elements, extent_of, saved, sections_of, title_of
from minqing.reports.media.word_blocks import Looks, Place, blocks_xml, ledger_xml
from minqing.reports.media.word_parts import Parts
from minqing.reports.media.word_styles import NO_INDENT, SINGLE, room
from minqing.reports.report_text import CHARTS_OF, TABLES, in_its_place
from minqing.text.normal import folded, near, one_line, visible
from minqing.workspace.extras import needed

LARGEST = 64 * 1024 * 1024
"""Bytes that a document may unpack to."""

_PLACEHOLDER = re.compile(r"[{｛]{2}\s*([^{}｛｝]*?)\s*[}｝]{2}")
_HALF = re.compile(r"[{｛]{2}|[}｝]{2}")

TABLE_SIZE, LEDGER_SIZE = 24, 16
"""Half points that the text of a table and of the ledger has at most, however large the text around it."""

SHOWN = 40
"""Characters of a paragraph that an error shows."""


@dataclass(frozen=True, slots=True)
class Source:
    """The template: its open document, and the path a person finds it under."""

    document: Any
    file: str

    def wrong(self, code: str, paragraph: str, **params: object) -> MinqingError:
        """An error that names the file and the paragraph."""
        where = visible(one_line(paragraph))[:SHOWN]
        return MinqingError(f"word.{code}", DIARY, file=self.file, where=where, **params)


def filled_template(raw: bytes, file: str, handout: Handout) -> bytes:
    """The document with every placeholder filled.

    Raises ``MinqingError`` naming the file: for one that Word could not open, an unknown or unfinished placeholder, one
    that must stand alone and does not, a document without any.
    """
    source = Source(_opened(raw, file), file)
    filling = _Filling(source, handout)
    body = source.document.element.body
    for root in (body, *_beside(source.document)):
        for paragraph in list(root.iter(tag("p"))):
            filling.fill(paragraph, root is body)
    if not filling.filled:
        raise MinqingError("word.none", DIARY, file=file)
    return saved(source.document)


def _opened(raw: bytes, file: str) -> Any:
    docx = needed("docx")
    try:
        if unpacked_size(raw) > LARGEST:
            raise ValueError("a few bytes that unpack to more than any document")
        document = docx.Document(io.BytesIO(raw))
        if document.element.body is None:
            raise ValueError("no body")
    except Exception as broken:
        raise MinqingError("word.broken", DIARY, file=file) from broken
    return document


def _beside(document: Any) -> Iterator[Any]:
    """The headers and footers."""
    for relation in document.part.rels.values():
        if relation.reltype.endswith(("/header", "/footer")):
            yield relation.target_part.element


class _Filling:
    """The filling of one document."""

    def __init__(self, source: Source, handout: Handout) -> None:
        self.source, self.handout = source, handout
        self.words = words_for(handout, title_of(handout.blocks))
        self.parts = Parts(source.document, handout.own_file)
        self.filled = 0

    def fill(self, paragraph: Any, in_body: bool) -> None:
        """Fill the placeholders of one paragraph."""
        texts = _texts(paragraph)
        whole = "".join(text.text or "" for text in texts)
        if not _HALF.search(whole):
            return
        found = list(_PLACEHOLDER.finditer(whole))
        if _HALF.search(_PLACEHOLDER.sub("", whole)):
            raise self.source.wrong("open", whole)
        for placeholder in reversed(found):
            self._one(paragraph, texts, placeholder, whole, in_body)
        self.filled += len(found)

    def _one(self, paragraph: Any, texts: list[Any], found: re.Match[str], whole: str, in_body: bool) -> None:
        name = folded(found[1])
        asked = block_asked(name)
        if asked is None:
            _put(texts, found.start(), found.end(), self._words(name, found[0], whole))
        elif whole.strip() != found[0] or not in_body:
            raise self.source.wrong("not-alone", whole, shown=found[0])
        else:
            self._replace(paragraph, self._content(*asked, _place(paragraph, self.parts), found[0], whole))

    def _words(self, name: str, shown: str, whole: str) -> str:
        if name in self.words:
            return self.words[name]
        nearest = near(name, list(self.words))
        code = "placeholder-near" if nearest else "placeholder"
        known = "{{ title }}、{{ raised }}、{{ section:1 }}"
        raise self.source.wrong(code, whole, shown=shown, nearest=f"{{{{ {nearest} }}}}", known=known)

    def _content(self, kind: str, number: int, place: Place, shown: str, whole: str) -> str:
        """The XML that a placeholder becomes."""
        if kind == LEDGER:
            return ledger_xml(self.handout.ledger(), extent_of(self.handout), place)
        sections = sections_of(self.handout.blocks)
        if kind == BODY:
            return blocks_xml([block for section in sections for block in section], place)
        if kind == SECTION:
            found = sections[number - 1][1:] if 0 < number <= len(sections) else None
        else:
            block = in_its_place(self.handout.blocks, kind, number)
            found = [block] if block else None
        if found is None:
            known = f"{{{{ {kind}:1 }}}} - {{{{ {kind}:{_most(kind, sections)} }}}}" if sections else "{{ body }}"
            raise self.source.wrong("placeholder", whole, shown=shown, known=known)
        return blocks_xml(found, place)

    def _replace(self, paragraph: Any, content: str) -> None:
        """Put XML in the place of a paragraph; one that ends a section or a cell stays, empty."""
        for element in elements(content):
            paragraph.addprevious(element)
        if _must_stay(paragraph):
            for run in paragraph.findall(tag("r")):
                paragraph.remove(run)
        else:
            paragraph.getparent().remove(paragraph)


def _most(kind: str, sections: Sequence[object]) -> int:
    """The last number that a placeholder of the kind may have."""
    return {SECTION: len(sections), TABLE: len(TABLES), CHART: sum(map(len, CHARTS_OF))}[kind]


def _texts(paragraph: Any) -> list[Any]:
    """The texts of a paragraph in order, without those of a text box in it."""
    return [text for text in paragraph.iter(tag("t")) if next(text.iterancestors(tag("p"))) is paragraph]


def _put(texts: Sequence[Any], start: int, end: int, words: str) -> None:
    """Put words in the place of the characters from ``start`` to ``end`` of the texts together."""
    edges = [0]
    for text in texts:
        edges.append(edges[-1] + len(text.text or ""))
    for text, (left, right) in zip(texts, pairwise(edges), strict=True):
        if right <= start or left >= end:
            continue
        old = text.text or ""
        text.text = old[: max(0, start - left)] + words + old[max(0, min(end, right) - left) :]
        text.set("{http://www.w3.org/XML/1998/namespace}space", "preserve")
        words = ""


def _must_stay(paragraph: Any) -> bool:
    ends_section = paragraph.find(f"{tag('pPr')}/{tag('sectPr')}") is not None
    return ends_section or (paragraph.getparent().tag == tag("tc") and paragraph.getnext() is None)


# where blocks are drawn, and how they look there


def _place(paragraph: Any, parts: Parts) -> Place:
    return Place(_looks(paragraph), _room(paragraph), parts.drawing, parts.photographs)


def _looks(paragraph: Any) -> Looks:
    """Text looks like the placeholder; headings stand out by being bold, tables are no larger than they should be."""
    run = _first(paragraph, "r", "rPr")
    style = paragraph.find(f"{tag('pPr')}/{tag('pStyle')}")
    name = style.get(tag("val")) if style is not None else ""
    text = Look(name, _inner(_first(paragraph, "pPr"), without=("pStyle", "sectPr", "rPr")), _inner(run))
    bold = Look(text.style, text.paragraph, _inner(_bold(run)))
    small, tiny = (_inner(_sized(run, size)) for size in (TABLE_SIZE, LEDGER_SIZE))
    cell = SINGLE + NO_INDENT
    figure = Look(name, cell + '<w:jc w:val="center"/>', text.run)
    return Looks(
        title=bold, heading=bold, part=bold, text=text, note=text, caption=Look(name, figure.paragraph, small),
        figure=figure, table_head=Look(name, cell, small), table_text=Look(name, cell, small),
        ledger_head=Look(name, cell, tiny), ledger_text=Look(name, cell, tiny), table_style="",
    )  # fmt: skip


def _first(paragraph: Any, *names: str) -> Any:
    """The first element under these names, or an empty one."""
    found = paragraph.find("/".join(map(tag, names)))
    return found if found is not None else paragraph.makeelement(tag(names[-1]), {})


def _inner(element: Any, without: Sequence[str] = ()) -> str:
    """The XML within an element, with its namespaces."""
    serialised = needed("lxml.etree").tostring
    left_out = {tag(name) for name in without}
    return "".join(serialised(child, encoding="unicode") for child in element if child.tag not in left_out)


def _bold(run: Any) -> Any:
    """The properties of a run, bold: ``w:b`` stands right behind the fonts."""
    made = deepcopy(run)
    for old in made.findall(tag("b")):
        made.remove(old)
    at = sum(child.tag in (tag("rStyle"), tag("rFonts")) for child in made)
    made.insert(at, made.makeelement(tag("b"), {}))
    return made


_BEHIND_SIZE = ("highlight", "u", "effect", "bdr", "shd", "fitText", "vertAlign", "rtl", "cs", "em", "lang")


def _sized(run: Any, most: int) -> Any:
    """The properties of a run with a size of at most so many half points; a table in a size of the style keeps it."""
    made = deepcopy(run)
    if made.find(tag("sz")) is None and most == TABLE_SIZE:
        return made
    had = [int(size.get(tag("val"), most)) for size in made.findall(tag("sz")) if size.get(tag("val"), "").isdigit()]
    for name in ("sz", "szCs"):
        for old in made.findall(tag(name)):
            made.remove(old)
    behind = {tag(name) for name in _BEHIND_SIZE}
    at = sum(child.tag not in behind for child in made)
    for name in ("szCs", "sz"):
        made.insert(at, made.makeelement(tag(name), {tag("val"): str(min([most, *had]))}))
    return made


def _room(paragraph: Any) -> int:
    """The width of the text there in twips: of the cell, else of the page between its margins."""
    cell = next(paragraph.iterancestors(tag("tc")), None)
    if cell is not None:
        width = cell.find(f"{tag('tcPr')}/{tag('tcW')}")
        return _number(width, "w") - 216 if width is not None and _number(width, "w") > 1000 else room()
    section = _section(paragraph)
    size, margins = (section.find(tag(name)) if section is not None else None for name in ("pgSz", "pgMar"))
    if size is None or margins is None:
        return room()
    return max(2000, _number(size, "w") - _number(margins, "left") - _number(margins, "right"))


def _section(paragraph: Any) -> Any:
    """The properties of the section a paragraph is in: they stand at its end."""
    top = paragraph
    while top.getparent() is not None and top.getparent().tag != tag("body"):
        top = top.getparent()
    for element in (top, *top.itersiblings()):
        found = element if element.tag == tag("sectPr") else element.find(f"{tag('pPr')}/{tag('sectPr')}")
        if found is not None:
            return found
    return None


def _number(element: Any, name: str) -> int:
    value = element.get(tag(name), "0")
    return int(value) if value.lstrip("-").isdigit() else 0
