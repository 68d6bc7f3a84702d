"""A ledger's file, read by what is in it; its ending may say something else."""

from __future__ import annotations

from pathlib import PurePath

from minqing.domain.errors import DIARY, MinqingError
from minqing.ledger.grid import Sheet
from minqing.ledger.measure import measured

_OLD = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_LOCKED = "EncryptedPackage".encode("utf-16-le")
_OTHERS = ((b"%PDF", "PDF"), (b"\x89PNG", "PNG"), (b"\xff\xd8\xff", "JPEG"), (b"{\\rtf", "RTF"), (b"Rar!", "RAR"))


def read_book(raw: bytes, name: str) -> list[Sheet]:
    """The sheets of the file ``name``.

    Raises ``MinqingError`` for what is empty, damaged, locked by a password, no ledger at all, or larger than any.
    """
    return measured(_sheets(raw, name))


def _sheets(raw: bytes, name: str) -> list[Sheet]:
    stem = PurePath(name).stem
    start = raw[:4096].lstrip(b"\xef\xbb\xbf \r\n\t")
    if not raw.strip(b"\0 \r\n\t\xef\xbb\xbf"):
        raise MinqingError("importing.empty-file", DIARY, name=name)
    if raw.startswith(b"PK"):
        return _zipped(raw, name)
    if raw.startswith(_OLD):
        if _LOCKED in raw:
            raise MinqingError("importing.password", DIARY, name=name)
        from minqing.ledger.xls import read_xls

        return read_xls(raw)
    other = next((kind for sign, kind in _OTHERS if start.startswith(sign)), None)
    if other:
        raise MinqingError("importing.other-file", DIARY, name=name, kind=other)
    return _text(raw, start, stem, name)


def _zipped(raw: bytes, name: str) -> list[Sheet]:
    from minqing.ledger.xlsx import read_xlsx

    return read_xlsx(raw)


def _text(raw: bytes, start: bytes, stem: str, name: str) -> list[Sheet]:
    from minqing.ledger import texts

    low = start.lower()
    if b"urn:schemas-microsoft-com:office:spreadsheet" in low:
        raise MinqingError("importing.other-file", DIARY, name=name, kind="XML 2003")
    if b"<table" in low or b"<html" in low or low.startswith(b"<!doctype html"):
        return texts.read_html(raw, stem)
    if low[:1] in (b"{", b"["):
        return texts.read_json(raw, stem)
    return texts.read_csv(raw, stem)
