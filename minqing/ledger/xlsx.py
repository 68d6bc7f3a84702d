"""Workbooks (.xlsx) read as they stream by: values, days, merged cells and hidden sheets, nothing else of them.

Formulas are never calculated: the value that was stored with them is taken. Reading needs the standard library
alone, and keeps no more in memory than the texts that cells share (decision 0026).
"""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Callable, Iterator, Mapping
from datetime import datetime, time, timedelta
from typing import Any
from xml.parsers import expat

from minqing.domain.errors import DIARY, MinqingError
from minqing.domain.patterns import pattern
from minqing.ledger.grid import HANDED_OUT, Cell, GridRow, NoValue, Sheet, Span, is_blank
from minqing.ledger.measure import MOST_CELLS, MOST_COLUMNS, MOST_ROWS, refuse_wide

LARGEST_PART = 256 << 20
"""Bytes of XML that a sheet, or all of them that are read for merged cells, may have; 200 000 rows are about that."""

LARGEST_TEXTS = 128 << 20
"""Bytes of XML that the shared texts may have: these are kept in memory."""

LARGEST_STYLES = 32 << 20
"""Bytes of XML that styles, or the list of the sheets, may have."""

BOMB = 32 << 20, 100
"""A part of so many bytes that was packed to less than one in a hundred was made to be unpacked, not to be read."""

_CHUNK = 1 << 17
_DATE_FORMATS = frozenset((*range(14, 23), *range(27, 37), *range(45, 48), *range(50, 59)))
_LITERAL = pattern(r'"[^"]{0,100}"|\[[^\]]{0,100}\]|\\.|_.')
_DATE_LETTERS = pattern(r"[ymdhsYMDHS年月日]")
_REFERENCE = pattern(r"\$?([A-Z]{1,3})\$?(\d{1,7})")
_DAY_ZERO, _DAY_ZERO_1904 = datetime(1899, 12, 30), datetime(1904, 1, 1)


def read_xlsx(raw: bytes) -> list[Sheet]:
    """The sheets of a workbook in order. Raises ``MinqingError`` for a damaged file and for one beyond measure."""
    try:
        return _sheets(zipfile.ZipFile(io.BytesIO(raw)))
    except (zipfile.BadZipFile, KeyError, ValueError, EOFError, NotImplementedError) as damage:
        raise MinqingError("importing.damaged", DIARY, why=str(damage)) from damage


def _sheets(book: zipfile.ZipFile) -> list[Sheet]:
    names = {name.lower(): name for name in book.namelist()}
    if "xl/workbook.xml" not in names:
        raise MinqingError("importing.no-workbook", DIARY)
    listed = _elements(book, names["xl/workbook.xml"], "workbookPr", "sheet")
    from_1904 = any(given.get("date1904") in ("1", "true") for name, given in listed if name == "workbookPr")
    targets = _targets(book, names)
    texts, dates = _shared_texts(book, names), _date_styles(book, names)
    found: list[Sheet] = []
    size = 0
    for sheet in (given for name, given in listed if name == "sheet"):
        path = names.get(targets.get(_relation(sheet), "").lower())
        if path and "worksheets" in path.lower():
            size += book.getinfo(path).file_size
            _refuse_more(size, LARGEST_PART)
            rows = _RowReader(book, path, texts, dates, from_1904)
            hidden = sheet.get("state", "visible") != "visible"
            name = sheet.get("name") or ""
            found.append(Sheet(name, rows, hidden, from_1904, _merged(book, path), masked=name in HANDED_OUT))
    return found


def _relation(sheet: Mapping[str, str]) -> str:
    """The id of the relation that leads to a sheet; its prefix may be any."""
    return next((value for name, value in sheet.items() if name.endswith(":id")), "")


def _elements(book: zipfile.ZipFile, path: str, *wanted: str) -> list[tuple[str, dict[str, str]]]:
    """The elements of a part that have one of these names, whatever their prefix, with what they are given.

    ``a/b`` is a ``b`` that stands right in an ``a``.
    """
    found: list[tuple[str, dict[str, str]]] = []
    above = [""]

    def start(name: str, given: dict[str, str]) -> None:
        name = name.rpartition(":")[2]
        if name in wanted or f"{above[-1]}/{name}" in wanted:
            found.append((name, given))
        above.append(name)

    def end(_: str) -> None:
        above.pop()

    parser = _parser(start, end, lambda _: None)
    for chunk in _chunks(book, path, LARGEST_STYLES):
        _parse(parser, chunk)
    _parse(parser, b"", last=True)
    return found


def _chunks(book: zipfile.ZipFile, path: str, most: int = LARGEST_PART) -> Iterator[bytes]:
    said = book.getinfo(path)
    large, times = BOMB
    _refuse_more(said.file_size, large if said.file_size > times * said.compress_size else most)
    try:
        with book.open(path) as part:
            while chunk := part.read(_CHUNK):
                yield chunk
    except (RuntimeError, OSError, EOFError) as damage:  # encrypted in itself, or cut off
        raise MinqingError("importing.damaged", DIARY, why=str(damage)) from damage
    except Exception as damage:
        if type(damage).__name__ not in ("error", "BadZipFile", "LZMAError"):
            raise
        raise MinqingError("importing.damaged", DIARY, why=str(damage)) from damage


def _refuse_more(size: int, most: int) -> None:
    if size > most:
        raise MinqingError("importing.too-large", DIARY, size=most >> 20)


def _targets(book: zipfile.ZipFile, names: Mapping[str, str]) -> dict[str, str]:
    """The path of each part by the id of its relation to the workbook."""
    path = names.get("xl/_rels/workbook.xml.rels")
    if path is None:
        return {}
    found = {}
    for _, relation in _elements(book, path, "Relationship"):
        target = relation.get("Target") or ""
        found[relation.get("Id") or ""] = target.lstrip("/") if target.startswith("/") else f"xl/{target}"
    return found


def _date_styles(book: zipfile.ZipFile, names: Mapping[str, str]) -> frozenset[int]:
    """The styles in which a number is a day or a time."""
    path = names.get("xl/styles.xml")
    if path is None:
        return frozenset()
    listed = _elements(book, path, "numFmt", "cellXfs/xf")
    own = {int(f.get("numFmtId") or 0): f.get("formatCode") or "" for name, f in listed if name == "numFmt"}
    ids = [int(style.get("numFmtId") or 0) for name, style in listed if name == "xf"]
    return frozenset(n for n, id in enumerate(ids) if (_shows_day(own[id]) if id in own else id in _DATE_FORMATS))


def _shows_day(code: str) -> bool:
    bare = _LITERAL.sub("", code)
    return "general" not in bare.lower() and _DATE_LETTERS.search(bare) is not None


def _merged(book: zipfile.ZipFile, path: str) -> tuple[Span, ...]:
    """The merged cells, which stand behind all rows of a sheet."""
    found, rest = [], b""
    for chunk in _chunks(book, path):
        piece = rest + chunk
        found += re.findall(rb'<(?:\w+:)?mergeCell ref="([A-Z0-9:$]{2,30})"', piece)
        if len(found) > MOST_ROWS:
            raise MinqingError("importing.too-many-rows", DIARY, most=MOST_ROWS)
        rest = piece[-40:] if b"mergeCell" in piece[-40:] and not piece[-40:].rstrip().endswith(b"/>") else piece[-14:]
    spans = (ref.decode().split(":") for ref in dict.fromkeys(found))
    return tuple(Span(*_place(span[0]), *_place(span[-1])) for span in spans)


def _place(reference: str) -> tuple[int, int]:
    """Row and column from 0 on: ``B3`` is (2, 1)."""
    found = _REFERENCE.fullmatch(reference)
    if not found:
        raise ValueError(reference)
    return int(found[2]) - 1, _column(found[1])


def _column(letters: str) -> int:
    number = 0
    for letter in letters:
        number = number * 26 + ord(letter) - 64
    return number - 1


def _parser(start: Callable[[str, Any], None], end: Callable[[str], None], text: Callable[[str], None]) -> Any:
    """A parser that knows names without their prefix and takes no document type: entities could grow without end."""

    def refused(*_: object) -> None:
        raise ValueError("DOCTYPE")

    made = expat.ParserCreate()
    made.buffer_text = True
    made.StartElementHandler = start
    made.EndElementHandler = end
    made.CharacterDataHandler = text
    made.StartDoctypeDeclHandler = refused
    return made


def _shared_texts(book: zipfile.ZipFile, names: Mapping[str, str]) -> list[str]:
    """The texts that cells share; how Chinese characters are pronounced is left out."""
    path = names.get("xl/sharedstrings.xml")
    if path is None:
        return []
    texts: list[str] = []
    parts: list[str] = []
    inside = {"t": False, "rPh": False}

    def start(name: str, _: Any) -> None:
        name = name.rpartition(":")[2]
        if name in inside:
            inside[name] = True

    def end(name: str) -> None:
        name = name.rpartition(":")[2]
        if name in inside:
            inside[name] = False
        elif name == "si":
            texts.append(_unescaped("".join(parts)))
            parts.clear()
            if len(texts) > MOST_CELLS:
                raise MinqingError("importing.too-many-rows", DIARY, most=MOST_ROWS)

    def text(piece: str) -> None:
        if inside["t"] and not inside["rPh"]:
            parts.append(piece)

    parser = _parser(start, end, text)
    for chunk in _chunks(book, path, LARGEST_TEXTS):
        _parse(parser, chunk)
    return texts


def _parse(parser: Any, chunk: bytes, last: bool = False) -> None:
    """Parse on. Where a number is to stand anything may, and whatever a part says of another may be wrong."""
    try:
        parser.Parse(chunk, last)
    except (expat.ExpatError, ValueError, IndexError, OverflowError) as damage:
        raise MinqingError("importing.damaged", DIARY, why=str(damage)[:80]) from damage


def _unescaped(text: str) -> str:
    """``_x000D_`` as the character it stands for."""
    if "_x" not in text:
        return text
    return re.sub("_x([0-9A-Fa-f]{4})_", lambda found: chr(int(found[1], 16)), text)


class _RowReader:
    """The rows of one sheet; calling it begins anew."""

    def __init__(
        self, book: zipfile.ZipFile, path: str, texts: list[str], dates: frozenset[int], from_1904: bool
    ) -> None:
        self._book, self._path = book, path
        self._texts, self._dates = texts, dates
        self._zero = _DAY_ZERO_1904 if from_1904 else _DAY_ZERO

    def __call__(self) -> Iterator[GridRow]:
        ready: list[GridRow] = []
        state = _CellState(self._value, ready)
        parser = _parser(state.start, state.end, state.text)
        for chunk in _chunks(self._book, self._path):
            _parse(parser, chunk)
            yield from ready
            ready.clear()

    def _value(self, kind: str, style: int, written: str, formula: str | None) -> Cell:
        """What stands in a cell of a kind (``s`` shared text, ``str`` a formula's text, ``n`` number …)."""
        if formula is not None and not written and kind != "str":
            return NoValue(f"={formula}")
        if not written:
            return None
        if kind == "s":
            return self._texts[int(written)] if 0 <= int(written) < len(self._texts) else None
        if kind in ("str", "inlineStr"):
            return _unescaped(written)
        if kind == "b":
            return "是" if written == "1" else "否"
        return NoValue(written) if kind == "e" else self._number(written, style, kind)

    def _number(self, written: str, style: int, kind: str) -> Cell:
        try:
            if kind == "d":
                return datetime.fromisoformat(written.removesuffix("Z"))
            number = float(written)
            if style in self._dates and 0 <= number < 2958466:
                return _moment(number, self._zero)
            return int(written) if written.isdigit() else number
        except (ValueError, OverflowError):  # no number, one of thousands of digits, a day after the year 9999
            return written


def _moment(number: float, zero: datetime) -> datetime | time:
    """A day, or a time of day where there is no day."""
    moment = zero + timedelta(days=int(number), seconds=round((number - int(number)) * 86400))
    return moment.time() if number < 1 else moment


class _CellState:
    """Where the parser stands in a sheet, and the row that is being read."""

    def __init__(self, value: Callable[[str, int, str, str | None], Cell], ready: list[GridRow]) -> None:
        self._value, self._ready = value, ready
        self._row, self._cells, self._at = 0, list[Cell](), -1
        self._kind, self._style = "n", 0
        self._into: str | None = None
        self._written: list[str] = []
        self._formula: list[str] | None = None

    def start(self, name: str, given: Mapping[str, str]) -> None:
        name = name.rpartition(":")[2]
        if name == "c":
            reference = given.get("r", "")
            self._at = _place(reference)[1] if reference else self._at + 1
            self._kind, self._style = given.get("t", "n"), int(given.get("s", 0))
            self._written, self._formula = [], None
        elif name in ("v", "t"):
            self._into = "v"
        elif name == "f":
            self._into, self._formula = "f", []
        elif name == "row":
            self._row = int(given["r"]) if "r" in given else self._row + 1
            self._cells, self._at = [], -1
        elif name == "rPh":
            self._into = "none"

    def text(self, piece: str) -> None:
        if self._into == "v":
            self._written.append(piece)
        elif self._into == "f" and self._formula is not None:
            self._formula.append(piece)

    def end(self, name: str) -> None:
        name = name.rpartition(":")[2]
        if name in ("v", "t", "f"):
            self._into = None
        elif name == "c":
            self._keep()
        elif name == "row" and self._cells:
            self._ready.append((self._row, self._cells))

    def _keep(self) -> None:
        formula = "".join(self._formula) if self._formula is not None else None
        value = self._value(self._kind, self._style, "".join(self._written), formula)
        if value is None or value == "" or (self._at >= MOST_COLUMNS and is_blank(value)):
            return
        refuse_wide(self._row, self._at + 1)
        self._cells.extend([None] * (self._at + 1 - len(self._cells)))
        self._cells[self._at] = value
