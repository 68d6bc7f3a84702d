"""Ledgers in text form: CSV with whatever encoding and delimiter, JSON, and HTML that calls itself Excel."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterator
from html.parser import HTMLParser

from minqing.domain.errors import DIARY, MinqingError
from minqing.ledger.grid import Cell, GridRow, Sheet, Span
from minqing.text.calculated import csv_meant

DELIMITERS = (",", "\t", ";", "|", "，", "；")
"""What cells of a text are parted by."""

LOOKED_AT = 20
"""Lines by which the delimiter is chosen."""

_MARKS = ((b"\xef\xbb\xbf", "utf-8-sig"), (b"\xff\xfe", "utf-16"), (b"\xfe\xff", "utf-16"))
_LONGEST_CELL = 1 << 24


def decoded(raw: bytes) -> str:
    """The text of a file: by its mark, else UTF-8, else UTF-16 where every other byte is zero, else GB18030.

    Raises ``MinqingError`` for what is no text in any of them.
    """
    named = next((encoding for mark, encoding in _MARKS if raw.startswith(mark)), None)
    if named is None and raw[:400].count(0) * 4 > len(raw[:400]):
        named = "utf-16-le" if raw[1:400:2].count(0) > raw[0:400:2].count(0) else "utf-16-be"
    for encoding in (named,) if named else ("utf-8", "gb18030"):
        try:
            return raw.decode(encoding).lstrip("\ufeff")
        except UnicodeDecodeError:
            continue
    raise MinqingError("importing.encoding", DIARY)


def read_csv(raw: bytes, name: str) -> list[Sheet]:
    """A text with delimiters as the one sheet it is."""
    text = decoded(raw).replace("\0", "")
    sign = _delimiter(text)
    return [Sheet(name, lambda: _csv_rows(text, sign))]


def _delimiter(text: str) -> str:
    """The sign by which most lines have the same number of cells."""
    head = "".join(text.splitlines(keepends=True)[: LOOKED_AT * 3])

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
            yield number, [_plain(record.get(key)) for key in keys]

    return [Sheet(name, rows)]


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


class _Tables(HTMLParser):
    """The tables of a page: rows of cells, and what runs over several of them."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.rows: list[list[str]] = []
        self.merged: list[Span] = []
        self._cell: list[str] | None = None
        self._size = (1, 1)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag == "tr":
            self._finish()
            self.rows.append([])
        elif tag in ("td", "th") and self.rows:
            self._finish()
            given = dict(attrs)
            self._cell, self._size = [], (_count(given.get("rowspan")), _count(given.get("colspan")))
        elif tag == "br" and self._cell is not None:
            self._cell.append("\n")

    def handle_endtag(self, tag: str) -> None:
        if tag in ("td", "th", "tr", "table"):
            self._finish()

    def handle_data(self, data: str) -> None:
        if self._cell is not None:
            self._cell.append(data)

    def _finish(self) -> None:
        if self._cell is None:
            return
        row, (down, across) = len(self.rows) - 1, self._size
        at = len(self.rows[row])
        while any(s.top < row <= s.bottom and s.left <= at <= s.right for s in self.merged):
            self.rows[row].append("")
            at += 1
        self.rows[row] += ["".join(self._cell).strip(), *[""] * (across - 1)]
        if down > 1 or across > 1:
            self.merged.append(Span(row, at, row + down - 1, at + across - 1))
        self._cell = None


def _count(written: str | None) -> int:
    return min(int(written), 1000) if written and written.isdigit() and int(written) else 1


def read_html(raw: bytes, name: str) -> list[Sheet]:
    """The tables of a page that calls itself a workbook, as some systems export it."""
    page = _Tables()
    page.feed(decoded(raw))
    page.close()
    rows = page.rows
    return [
        Sheet(name, lambda: ((n, list(row)) for n, row in enumerate(rows, 1) if any(row)), merged=tuple(page.merged))
    ]
