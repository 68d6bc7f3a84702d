"""Ledgers in text form: CSV with whatever encoding and delimiter, JSON, and HTML that calls itself Excel."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterator
from itertools import islice

from minqing.domain.errors import DIARY, MinqingError
from minqing.ledger.grid import Cell, GridRow, Sheet, Span
from minqing.ledger.measure import MOST_COLUMNS, MOST_ROWS, refuse_wide
from minqing.text.big5 import looks_like_big5
from minqing.text.calculated import csv_meant
from minqing.text.tags import Tag, pieces

DELIMITERS = (",", "\t", ";", "|", "，", "；")
"""What cells of a text are parted by."""

LOOKED_AT = 20
"""Lines by which the delimiter is chosen."""

HEAD = 200_000
"""Characters in which those lines are."""

_MARKS = ((b"\xef\xbb\xbf", "utf-8-sig"), (b"\xff\xfe", "utf-16"), (b"\xfe\xff", "utf-16"))
_LONGEST_CELL = 1 << 24


def decoded(raw: bytes) -> str:
    """The text of a file: by its mark, else UTF-8, else UTF-16 where every other byte is zero, else GB18030.

    Raises ``MinqingError`` for what is no text in any of them, and for what is Big5.
    """
    named = next((encoding for mark, encoding in _MARKS if raw.startswith(mark)), None)
    if named is None and raw[:400].count(0) * 4 > len(raw[:400]):
        named = "utf-16-le" if raw[1:400:2].count(0) > raw[0:400:2].count(0) else "utf-16-be"
    for encoding in (named,) if named else ("utf-8", "gb18030"):
        try:
            text = raw.decode(encoding).lstrip("\ufeff")
        except UnicodeDecodeError:
            continue
        if encoding == "gb18030" and looks_like_big5(raw):
            raise MinqingError("importing.is-big5", DIARY)
        return text
    raise MinqingError("importing.encoding", DIARY)


def read_csv(raw: bytes, name: str) -> list[Sheet]:
    """A text with delimiters as the one sheet it is."""
    text = decoded(raw).replace("\0", "")
    sign = _delimiter(text)
    return [Sheet(name, lambda: _csv_rows(text, sign))]


def _delimiter(text: str) -> str:
    """The sign by which most lines have the same number of cells."""
    head = "".join(islice(io.StringIO(text[:HEAD], newline=""), LOOKED_AT * 3))

    def score(sign: str) -> tuple[int, int]:
        counts = [len(row) for row in _parsed(head, sign) if any(row)][:LOOKED_AT]
        usual = max(counts, key=lambda n: (counts.count(n), n), default=1)
        return (counts.count(usual) if usual > 1 else 0, usual)

    return max(DELIMITERS, key=score)


def _parsed(text: str, sign: str) -> Iterator[list[str]]:
    csv.field_size_limit(_LONGEST_CELL)
    try:
        yield from csv.reader(io.StringIO(text, newline=""), delimiter=sign)
    except csv.Error as damage:
        raise MinqingError("importing.damaged", DIARY, why=str(damage)) from damage


def _csv_rows(text: str, sign: str) -> Iterator[GridRow]:
    for number, row in enumerate(_parsed(text, sign), 1):
        if any(cell.strip() for cell in row):
            yield number, [unguarded(cell) for cell in row]


def unguarded(text: str) -> str:
    """A text without the one apostrophe that keeps a spreadsheet from calculating it; ``="0123"`` is its text."""
    if text.startswith('="') and text.endswith('"'):
        return text[2:-1]
    return csv_meant(text)


def read_json(raw: bytes, name: str) -> list[Sheet]:
    """A list of records, or one under ``rows`` or ``issues`` (what ``ledger --json`` and ``list --json`` answer)."""
    try:
        read = json.loads(decoded(raw))
    except (ValueError, RecursionError) as damage:  # besides what is no JSON: numbers and nesting beyond measure
        line, column = getattr(damage, "lineno", 1), getattr(damage, "colno", 1)
        raise MinqingError("importing.json", DIARY, line=line, column=column) from damage
    records = next((read[key] for key in ("rows", "issues") if key in read), None) if isinstance(read, dict) else read
    if not isinstance(records, list) or not all(isinstance(record, dict) for record in records):
        raise MinqingError("importing.json-shape", DIARY)
    keys = list(dict.fromkeys(str(key) for record in records for key in record))

    def rows() -> Iterator[GridRow]:
        yield 1, list(keys)
        for number, record in enumerate(records, 2):
            try:
                yield number, [_plain(record.get(key)) for key in keys]
            except RecursionError as damage:  # it could be read, but is nested too deep to be written
                raise MinqingError("importing.json", DIARY, line=number, column=1) from damage

    return [Sheet(name, rows, masked=isinstance(read, dict) and read.get("masked") is True)]


def _plain(value: object) -> Cell:
    """A value of JSON as a cell; lines of progress as the diary writes them, other lists with commas between."""
    if isinstance(value, bool):
        return "是" if value else "否"
    if value is None or isinstance(value, str | int | float):
        return value
    if isinstance(value, list):
        lined = all(isinstance(item, dict) and "verb" in item for item in value)
        return "\n".join(map(_line, value)) if lined else "、".join(str(item) for item in value)
    return json.dumps(value, ensure_ascii=False)


def _line(step: dict[str, object]) -> str:
    return " ".join(str(step[key]) for key in ("date", "verb", "argument", "text") if step.get(key))


class _Tables:
    """The tables of a page: rows of cells, and what runs over several of them."""

    def __init__(self) -> None:
        self.rows: list[list[str]] = []
        self.merged: list[Span] = []
        self._running: dict[int, int] = {}
        self._cell: list[str] | None = None
        self._size = (1, 1)

    def take(self, piece: Tag | str) -> None:
        """The next tag or text."""
        if isinstance(piece, str):
            if self._cell is not None:
                self._cell.append(piece)
        elif piece.ends:
            if piece.name in ("td", "th", "tr", "table"):
                self.finish()
        elif piece.name == "tr":
            self._begin_row()
        elif piece.name in ("td", "th") and self.rows:
            self.finish()
            given = piece.given()
            self._cell, self._size = [], (_count(given.get("rowspan")), _count(given.get("colspan")))
        elif piece.name == "br" and self._cell is not None:
            self._cell.append("\n")

    def _begin_row(self) -> None:
        self.finish()
        if len(self.rows) > MOST_ROWS:
            raise MinqingError("importing.too-many-rows", DIARY, most=MOST_ROWS)
        self.rows.append([])

    def finish(self) -> None:
        """Put the cell that has been read in its place, behind those that reach down from above."""
        if self._cell is None:
            return
        number, (down, across) = len(self.rows) - 1, self._size
        row = self.rows[number]
        while self._running.get(len(row), -1) >= number:
            row.append("")
        at = len(row)
        row += ["".join(self._cell).strip(), *[""] * (across - 1)]
        self._running.update(dict.fromkeys(range(at, at + across), number + down - 1))
        refuse_wide(number + 1, len(row) // 2)
        if down > 1 or across > 1:
            self.merged.append(Span(number, at, number + down - 1, at + across - 1))
        self._cell = None


def _count(written: str | None) -> int:
    """Over how many rows or columns a cell runs."""
    digits = written if written and written.isascii() and written.isdigit() else "1"
    return min(int(digits[:9]), MOST_COLUMNS) or 1


def read_html(raw: bytes, name: str) -> list[Sheet]:
    """The tables of a page that calls itself a workbook, as some systems export it."""
    page = _Tables()
    for piece in pieces(decoded(raw)):
        page.take(piece)
    page.finish()
    rows = page.rows
    return [
        Sheet(name, lambda: ((n, list(row)) for n, row in enumerate(rows, 1) if any(row)), merged=tuple(page.merged))
    ]
