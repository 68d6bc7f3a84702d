"""Names of files as git tells them."""

from __future__ import annotations


def unquoted(name: str) -> str:
    """A name without git's quotation marks and escapes, which it puts where a name holds a quote or a control
    character (never for Chinese: ``core.quotepath`` is off)."""
    if not name.startswith('"'):
        return name
    return name[1:-1].encode("latin-1", "backslashreplace").decode("unicode-escape")


def quoted(name: str) -> str:
    """A name in one line, for ``unquoted``."""
    return f'"{name.encode("unicode-escape").decode()}"'
