"""Plain text that people bring along: notes from a phone, a template saved by an old editor."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from minqing.domain.errors import MISUSE, MinqingError
from minqing.domain.patterns import pattern
from minqing.text.big5 import looks_like_big5

_DOCUMENTS = (b"PK\x03\x04", b"\xd0\xcf\x11\xe0", b"%PDF", b"{\\rtf")
"""How files begin that people take for text: Word, Excel, PDF."""

_MARKS: Mapping[bytes, str] = {b"\xff\xfe": "utf-16", b"\xfe\xff": "utf-16", b"\xef\xbb\xbf": "utf-8-sig"}
_CONTROLS = frozenset(map(chr, range(32))) - frozenset("\t\n\r\f\v\x1b")
_FEW = 0.02
"""The part of a text that may be control characters; a picture that happens to decode has far more."""


def decoded(raw: bytes, name: str) -> str:
    """Text typed on a phone or a PC: by its byte order mark, else UTF-8, else GB18030, else UTF-16.

    Raises ``MinqingError`` for a binary file; for one from Word, Excel or a PDF, in Big5, or with a broken line, it
    says what to do.
    """
    if raw.startswith(_DOCUMENTS):
        raise MinqingError("log.is-document", MISUSE, path=name)
    marked = [encoding for mark, encoding in _MARKS.items() if raw.startswith(mark)]
    if not marked:
        _refuse_broken(raw, name)
    return _read(raw, marked or ("utf-8", "gb18030", *_wide(raw)), name)


_WHOLE = 2
"""Chinese characters that are read as UTF-8 for each that is not: text in another encoding has fewer."""

_BROKEN = pattern("\ufffd+")
"""What is left of a character of which a byte was lost, as Python reads it."""


def _refuse_broken(raw: bytes, name: str) -> None:
    """Raise what is wrong with UTF-8 of which some bytes were lost: as GB18030 all of it would be gibberish."""
    try:
        raw.decode("utf-8")
    except UnicodeDecodeError as refused:
        text = raw.decode("utf-8", "replace")
        broken = len(_BROKEN.findall(text))
        if sum(c >= "\u0800" for c in text) - text.count("\ufffd") >= _WHOLE * broken:
            number = raw.count(b"\n", 0, refused.start)
            shown = text.split("\n")[number].strip()
            raise MinqingError("log.broken-text", MISUSE, path=name, line=number + 1, text=shown) from None


def _wide(raw: bytes) -> tuple[str, ...]:
    """The UTF-16 that bytes without a mark are in: every ASCII character, and there are some, has an empty half."""
    if len(raw) % 2 or b"\0" not in raw:
        return ()
    return ("utf-16-le",) if raw[1::2].count(0) >= raw[::2].count(0) else ("utf-16-be",)


def _read(raw: bytes, encodings: Sequence[str], name: str) -> str:
    for encoding in encodings:
        try:
            text = raw.decode(encoding)
        except UnicodeDecodeError:
            continue
        if encoding == "gb18030" and looks_like_big5(raw):
            raise MinqingError("log.is-big5", MISUSE, path=name)
        if _is_text(text) and (not encoding.startswith("utf-16-") or _is_chinese(text)):
            return text
    raise MinqingError("log.no-text", MISUSE, path=name)


def _is_text(text: str) -> bool:
    return "\0" not in text and sum(map(text.count, _CONTROLS)) <= _FEW * len(text)


_CHINESE = pattern("[\t\r\n -~\u2000-\u206f\u2460-\u24ff\u3000-\u303f\u4e00-\u9fff\uff00-\uffef]")
"""What a text in Chinese consists of; of the characters that a picture decodes to it is a third."""


def _is_chinese(text: str) -> bool:
    return len(_CHINESE.findall(text)) >= 0.9 * len(text)
