"""Plain text that people bring along: notes from a phone, a template saved by an old editor."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from minqing.domain.errors import MISUSE, MinqingError
from minqing.text.big5 import looks_like_big5

_DOCUMENTS = (b"PK\x03\x04", b"\xd0\xcf\x11\xe0", b"%PDF", b"{\\rtf")
"""How files begin that people take for text: Word, Excel, PDF."""

_MARKS: Mapping[bytes, str] = {b"\xff\xfe": "utf-16", b"\xfe\xff": "utf-16", b"\xef\xbb\xbf": "utf-8-sig"}
_CONTROLS = frozenset(map(chr, range(32))) - frozenset("\t\n\r\f\v\x1b")
_FEW = 0.02
"""The part of a text that may be control characters; a picture that happens to decode has far more."""


def decoded(raw: bytes, name: str) -> str:
    """Text typed on a phone or a PC: by its byte order mark, else UTF-8, else GB18030.

    Raises ``MinqingError`` for a binary file; for one from Word, Excel or a PDF, or in Big5, it says what to do.
    """
    if raw.startswith(_DOCUMENTS):
        raise MinqingError("log.is-document", MISUSE, path=name)
    marked = [encoding for mark, encoding in _MARKS.items() if raw.startswith(mark)]
    return _read(raw, marked or ("utf-8", "gb18030"), name)


def _read(raw: bytes, encodings: Sequence[str], name: str) -> str:
    for encoding in encodings:
        try:
            text = raw.decode(encoding)
        except UnicodeDecodeError:
            continue
        if encoding == "gb18030" and looks_like_big5(raw):
            raise MinqingError("log.is-big5", MISUSE, path=name)
        if "\0" not in text and sum(map(text.count, _CONTROLS)) <= _FEW * len(text):
            return text
    raise MinqingError("log.no-text", MISUSE, path=name)
