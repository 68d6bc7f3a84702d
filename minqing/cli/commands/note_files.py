"""Where notes come from: a file, standard input, a pipe; what cannot be taken is refused and, if typed, kept."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from minqing.cli.commands.common import why_not
from minqing.cli.context import Context
from minqing.domain.errors import MISUSE, MinqingError

LARGEST = 2_000_000
"""Bytes of notes that are read; a walk has some thousand, a year of them some hundred thousand."""

STDIN = "-"
"""The name that stands for standard input."""

_OFFICE = {b"PK\x03\x04": "log.is-office", b"\xd0\xcf\x11\xe0": "log.is-office", b"%PDF": "log.is-office"}
"""How files begin that people take for text: Word, Excel, PDF."""

_BOMS = {b"\xff\xfe": "utf-16", b"\xfe\xff": "utf-16", b"\xef\xbb\xbf": "utf-8-sig"}
_CONTROLS = frozenset(map(chr, range(32))) - frozenset("\t\n\r\f\v\x1b\0")
_FEW_CONTROLS = 0.02


def read_notes_file(name: str) -> str:
    """The notes of a file or of stdin (``-``). Raises ``MinqingError`` for what is missing, too large or no text."""
    raw = _bytes_of(name)
    if len(raw) > LARGEST:
        raise MinqingError("log.too-large", MISUSE, path=name, size=LARGEST // 1_000_000)
    return decoded(raw, name)


def _bytes_of(name: str) -> bytes:
    """At most one byte more than is read at all: a wrong file must not fill the memory."""
    try:
        if name == STDIN:
            return sys.stdin.buffer.read(LARGEST + 1)
        with Path(name).open("rb") as file:
            return file.read(LARGEST + 1)
    except (OSError, ValueError) as refused:
        why = why_not(refused) if isinstance(refused, OSError) else str(refused)
        raise MinqingError("log.no-file", MISUSE, path=name, why=why) from None


def decoded(raw: bytes, name: str) -> str:
    """Text typed on a phone or a PC: by its byte order mark, else UTF-8, else GB18030.

    Raises ``MinqingError`` for a binary file; one from Word or Excel is told what to do with it.
    """
    for beginning, code in _OFFICE.items():
        if raw.startswith(beginning):
            raise MinqingError(code, MISUSE, path=name)
    for mark, encoding in _BOMS.items():
        if raw.startswith(mark):
            return _read(raw, (encoding,), name)
    return _read(raw, ("utf-8", "gb18030"), name)


def _read(raw: bytes, encodings: tuple[str, ...], name: str) -> str:
    for encoding in encodings:
        try:
            text = raw.decode(encoding)
        except UnicodeDecodeError:
            continue
        if "\0" not in text and sum(c in _CONTROLS for c in text) <= _FEW_CONTROLS * len(text):
            return text
    raise MinqingError("log.no-text", MISUSE, path=name)


def is_piped() -> bool:
    """Whether notes wait on stdin; an open pipe that nobody writes into must not be waited for."""
    import os
    import stat

    try:
        handle = sys.stdin.fileno()
        mode = os.fstat(handle).st_mode
        if stat.S_ISFIFO(mode):
            return _waits_windows(handle) if sys.platform == "win32" else _waits(handle)
    except (OSError, ValueError):
        return False
    return stat.S_ISREG(mode)


PIPE_PATIENCE = 0.2
"""Seconds a pipe is given to hold something."""


def _waits(handle: int) -> bool:
    import select

    return bool(select.select([handle], [], [], PIPE_PATIENCE)[0])


def _waits_windows(handle: int) -> bool:  # pragma: no cover
    """``select`` knows no pipes on Windows: how much waits in one is asked of the system."""
    import _winapi
    import msvcrt
    import time

    pipe = msvcrt.get_osfhandle(handle)  # type: ignore[attr-defined,unused-ignore]
    for _ in range(10):
        if _winapi.PeekNamedPipe(pipe, 0)[0]:  # type: ignore[attr-defined,unused-ignore]
            return True
        time.sleep(PIPE_PATIENCE / 10)
    return False


@contextmanager
def kept_when_refused(context: Context, name: str | None, text: str | None) -> Iterator[None]:
    """Keep what came over stdin when it cannot be written: it stands nowhere else. A file stays where it is."""
    try:
        yield
    except MinqingError:
        if name == STDIN and text and text.strip():
            keep_typed(context, text)
        raise


def keep_typed(context: Context, text: str) -> None:
    """Put typed notes into a draft of their own, and say where; a folder that cannot be written is no new error."""
    from contextlib import suppress

    from minqing.messages import say
    from minqing.workspace.files import own_folder, write_atomic

    with suppress(MinqingError, OSError):
        folder = own_folder(context.workspace.root, "drafts")
        number = 1
        while (folder / f"notes-{number}.txt").exists():
            number += 1
        write_atomic(context.workspace.root, f".minqing/drafts/notes-{number}.txt", text.encode("utf-8", "replace"))
        context.screen.message(say("log.typed-kept", draft=folder / f"notes-{number}.txt"))
