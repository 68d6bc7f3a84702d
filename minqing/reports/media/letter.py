"""What is told to residents as a Word document: a page for a door or an envelope, in the layout of the report.

A template's words have no marks of a document; what is a title, an address and a signature is told by where it stands.
"""

from __future__ import annotations

import io
from collections.abc import Sequence
from datetime import date

from minqing.domain.values import dataclass
from minqing.messages import say
from minqing.reports.media.ooxml import Look, prose
from minqing.reports.media.word import append_signed, elements, saved
from minqing.reports.media.word_base import FOOTERS, base_document
from minqing.reports.media.word_styles import NO_INDENT, section_xml
from minqing.text.normal import width
from minqing.workspace.extras import needed

DASHES = ("——", "--", "—")
"""How a line begins that says below a message whom it is from."""

SHORT = 40
"""Half-width characters that a title or a line of a signature has at most: about what fits on a line of the page."""

MOST_SIGNERS = 3
"""Lines of a signature: who, in whose name, when."""

_ENDS_A_SENTENCE = "。.!?;,:！？；，："


@dataclass(frozen=True, slots=True)
class Letter:
    """The parts of a text for residents: its title (or nothing), the lines between, who signs it (or nobody)."""

    title: str
    lines: tuple[str, ...]
    signers: tuple[str, ...]


def letter_of(text: str) -> Letter:
    """The parts of a text: a short line alone at the top that is no sentence is its title; the last few short lines,
    by themselves or behind a dash, are its signature."""
    blocks = [block.strip("\n").split("\n") for block in _blocks(text)]
    title = blocks.pop(0)[0] if len(blocks) > 1 and _is_title(blocks[0]) else ""
    signers: list[str] = []
    if len(blocks) > 1 and _is_signature(blocks[-1]):
        signers = blocks.pop()
    elif blocks and len(blocks[-1]) > 1 and blocks[-1][-1].lstrip().startswith(DASHES):
        signers = [blocks[-1].pop().lstrip("—- ")]
    lines = tuple(line.strip() for block in blocks for line in block)
    return Letter(title.strip(), lines, tuple(line.strip() for line in signers))


def _blocks(text: str) -> list[str]:
    """The parts of a text between empty lines."""
    lines = [line.rstrip() for line in text.splitlines()]
    return [block for block in "\n".join(lines).split("\n\n") if block.strip()]


def _is_title(block: Sequence[str]) -> bool:
    return len(block) == 1 and width(block[0]) <= SHORT and not block[0].endswith(tuple(_ENDS_A_SENTENCE))


def _is_signature(block: Sequence[str]) -> bool:
    return len(block) <= MOST_SIGNERS and all(_is_title([line]) for line in block)


def render_letter(text: str, author: str, today: date) -> bytes:
    """The ``.docx`` of a text for residents, masked already. Raises ``MinqingError`` where the library is missing."""
    docx = needed("docx")
    letter = letter_of(text)
    title = letter.title or next(iter(letter.lines), "")
    document = docx.Document(io.BytesIO(base_document(title, say("ledger.masked"), author, today)))
    append_signed(document.element.body, _written(letter), letter.signers)
    document.element.body.extend(elements(section_xml(footers=FOOTERS)))
    return saved(document)


def _written(letter: Letter) -> str:
    """The title, then the lines; one that speaks to somebody (``居民朋友们：``) stands at the edge."""
    heading = prose(letter.title, Look("Title")) if letter.title else ""
    return heading + "".join(
        prose(line, Look("Normal", NO_INDENT if n == 0 and line.endswith(("：", ":")) else ""))
        for n, line in enumerate(letter.lines)
    )
