"""Plain text that people bring along: notes from a phone, a template saved by an old editor."""

from __future__ import annotations

from minqing.domain.errors import MISUSE, MinqingError


def decoded(raw: bytes, name: str) -> str:
    """Text typed on a phone or a PC: UTF-8, else GB18030. Raises ``MinqingError`` for a binary file."""
    if b"\0" not in raw:
        for encoding in ("utf-8-sig", "gb18030"):
            try:
                return raw.decode(encoding)
            except UnicodeDecodeError:
                continue
    raise MinqingError("log.no-text", MISUSE, path=name)
