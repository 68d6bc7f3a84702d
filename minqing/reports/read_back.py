"""What a report's file says, row by row, whatever form it has: to compare it with what it should say.

Word and Excel files are opened as what they are, ZIP files with XML, so that nothing has to be installed to
check one. A file from anywhere may hold anything: what is too large or damaged is refused.
"""

from __future__ import annotations

import csv
import io
import json
import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import TYPE_CHECKING, Any

from minqing.domain.errors import MISUSE, MinqingError
from minqing.reports.document import Block, Heading, Line, Table
from minqing.text.tags import pieces

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element
    from zipfile import ZipFile

LARGEST = 64 * 1024 * 1024
"""Bytes of a file, and of all that is packed into one."""

_WORD = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_SHEET = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
_ENTITY = re.compile(rb"<!(?:DOCTYPE|ENTITY)", re.IGNORECASE)
_PARTS_ROWS = frozenset(
    {"p", "div", "tr", "li", "h1", "h2", "h3", "h4", "br", "figcaption", "caption", "dt", "dd", "text"}
)
_UNSEEN = frozenset({"script", "style", "head"})


def rows_of(ending: str, raw: bytes) -> list[str]:
    """The rows of a file, blanks made one. Raises ``MinqingError`` (``seal.unreadable``) for what is no such file."""
    read = _READERS.get(ending)
    if read is None or len(raw) > LARGEST:
        raise MinqingError("seal.no-form", MISUSE, ending=ending, known=" ".join(_READERS))
    try:
        return [row for found in read(raw) if (row := " ".join(found.split()))]
    except MinqingError:
        raise
    except Exception as damaged:
        raise MinqingError("seal.unreadable", MISUSE, why=type(damaged).__name__) from damaged


def rows_of_blocks(blocks: Iterable[Block]) -> list[str]:
    """The rows of a report as it stands on the screen."""
    found: list[str] = []
    for block in blocks:
        if isinstance(block, Table):
            found.append(" ".join(column.title for column in block.columns))
            found += [" ".join(row.cells) for row in block.rows]
        elif isinstance(block, Heading | Line):
            found.append(block.text)
    return [row for one in found if (row := " ".join(one.split()))]


def _text(raw: bytes) -> list[str]:
    return raw.decode("utf-8-sig", "replace").splitlines()


def _comma_separated(raw: bytes) -> list[str]:
    return [" ".join(row) for row in csv.reader(io.StringIO(raw.decode("utf-8-sig", "replace"), newline=""))]


def _json(raw: bytes) -> list[str]:
    """One row for each value, led by the keys that lead to it; of the seal its text alone."""
    answer = json.loads(raw.decode("utf-8-sig"))
    seal = answer.pop("seal", None) if isinstance(answer, dict) else None
    rows = list(_leaves(answer, ""))
    return [*rows, str(seal.get("text", ""))] if isinstance(seal, dict) else rows


def _leaves(value: Any, path: str) -> Iterator[str]:
    if isinstance(value, dict):
        for key, item in value.items():
            yield from _leaves(item, f"{path}.{key}" if path else str(key))
    elif isinstance(value, list):
        for number, item in enumerate(value):
            yield from _leaves(item, f"{path}.{number}")
    else:
        yield f"{path}: {json.dumps(value, ensure_ascii=False)}"


def _page(raw: bytes) -> list[str]:
    """The text of a page; each block and each row of a table is a row."""
    rows, unseen = [[""]], ""
    for piece in pieces(raw.decode("utf-8-sig", "replace")):
        if isinstance(piece, str):
            if not unseen:
                rows[-1].append(piece)
        elif unseen:
            unseen = "" if piece.ends and piece.name == unseen else unseen
        elif piece.name in _UNSEEN and not piece.ends:
            unseen = piece.name
        elif piece.name in _PARTS_ROWS:
            rows.append([])
        elif piece.name in ("td", "th") and not piece.ends:
            rows[-1].append(" ")
    return ["".join(row) for row in rows]


def _unpacked(raw: bytes) -> ZipFile:
    from zipfile import ZipFile

    packed = ZipFile(io.BytesIO(raw))
    if sum(part.file_size for part in packed.infolist()) > LARGEST:
        raise MinqingError("seal.unreadable", MISUSE, why="size")
    return packed


def _xml(packed: ZipFile, name: str) -> Element:
    """A part of an office file; one that defines entities is refused, they can grow without end."""
    from xml.etree.ElementTree import fromstring

    raw = packed.read(name)
    if _ENTITY.search(raw):
        raise MinqingError("seal.unreadable", MISUSE, why="DOCTYPE")
    return fromstring(raw)


def _word(raw: bytes) -> list[str]:
    with _unpacked(raw) as packed:
        body = _xml(packed, "word/document.xml").find(f"{_WORD}body")
    return list(_word_rows(body)) if body is not None else []


def _word_rows(part: Element) -> Iterator[str]:
    for one in part:
        if one.tag == f"{_WORD}tr":
            yield " ".join(_word_text(cell) for cell in one.iter(f"{_WORD}tc"))
        elif one.tag == f"{_WORD}p":
            yield _word_text(one)
        else:
            yield from _word_rows(one)


def _word_text(part: Element) -> str:
    signs = {f"{_WORD}tab": " ", f"{_WORD}br": " "}
    return "".join(one.text or "" if one.tag == f"{_WORD}t" else signs.get(one.tag, "") for one in part.iter())


def _workbook(raw: bytes) -> list[str]:
    with _unpacked(raw) as packed:
        names = packed.namelist()
        strings = _strings(_xml(packed, "xl/sharedStrings.xml")) if "xl/sharedStrings.xml" in names else []
        sheets = sorted(
            (n for n in names if re.fullmatch(r"xl/worksheets/sheet\d+\.xml", n)), key=lambda n: (len(n), n)
        )
        return [row for name in sheets for row in _sheet_rows(_xml(packed, name), strings)]


def _strings(part: Element) -> list[str]:
    return ["".join(text.text or "" for text in one.iter(f"{_SHEET}t")) for one in part.iter(f"{_SHEET}si")]


def _sheet_rows(sheet: Element, strings: list[str]) -> Iterator[str]:
    for row in sheet.iter(f"{_SHEET}row"):
        yield " ".join(_cell(cell, strings) for cell in row.iter(f"{_SHEET}c"))


def _cell(cell: Element, strings: list[str]) -> str:
    """What stands in a cell: of a formula the formula, whose cached value may be anything."""
    formula, value = cell.find(f"{_SHEET}f"), cell.find(f"{_SHEET}v")
    if formula is not None:
        return f"={formula.text or ''}"
    if cell.get("t") == "s" and value is not None:
        return strings[int(value.text or 0)]
    if cell.get("t") == "inlineStr":
        return "".join(text.text or "" for text in cell.iter(f"{_SHEET}t"))
    return (value.text or "") if value is not None else ""


_READERS: Mapping[str, Callable[[bytes], list[str]]] = {
    ".md": _text, ".txt": _text, ".csv": _comma_separated, ".json": _json, ".html": _page, ".docx": _word,
    ".xlsx": _workbook,
}  # fmt: skip
