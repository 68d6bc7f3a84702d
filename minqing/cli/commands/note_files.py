"""Where notes come from: a file, standard input, a pipe; what cannot be taken is refused and, if typed, kept."""

from __future__ import annotations

import shutil
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from minqing.cli.commands.common import why_not
from minqing.cli.context import Context
from minqing.domain.errors import MISUSE, MinqingError
from minqing.text.brought import decoded

LARGEST = 500_000
"""Bytes of notes that are read, in some seconds; a walk has a thousand or two, a year of them a hundred thousand."""

STDIN = "-"
"""The name that stands for standard input."""


def read_notes_file(name: str, context: Context | None = None) -> str:
    """The notes of a file or of stdin (``-``). Raises ``MinqingError`` for what is missing, too large or no text.

    With ``context`` what is doubtful of it is said, and what comes over stdin and cannot be taken is kept, as it may
    stand nowhere else.
    """
    raw, keeps = _bytes_of(name), context if name == STDIN else None
    if len(raw) > LARGEST:
        if keeps:
            keep_typed(keeps, raw, more=True)
        raise MinqingError("log.too-large", MISUSE, path=_shown(name), size=LARGEST // 1000)
    try:
        text = decoded(raw, _shown(name))
        if context:
            tell_doubtful(context, raw, text, _shown(name))
        return text
    except MinqingError as refused:
        if keeps:
            keep_typed(keeps, raw, kind="txt" if refused.code == "log.broken-text" else "bin")
        raise


def tell_doubtful(context: Context, raw: bytes, text: str, shown: str) -> None:
    """Say that what was read as GBK may be gibberish; a few words in Big5 are too few to refuse them."""
    from minqing.messages import say
    from minqing.text.big5 import may_be_big5

    if text.isascii() or raw == text.encode("utf-8", "replace"):
        return
    if raw == text.encode("gb18030", "replace") and may_be_big5(raw):
        context.screen.message(say("log.perhaps-big5", path=shown))


def _shown(name: str) -> str:
    """How a message names the notes: a file by its name, what came over a pipe in words."""
    from minqing.messages import say

    return say("log.pasted") if name == STDIN else name


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
def kept_when_refused(context: Context, text: str | None) -> Iterator[None]:
    """Keep ``text`` that came over stdin when it cannot be written: it stands nowhere else."""
    try:
        yield
    except MinqingError:
        if text and text.strip():
            keep_typed(context, text.encode("utf-8", "replace"))
        raise


def keep_typed(context: Context, raw: bytes, *, more: bool = False, kind: str = "txt") -> None:
    """Put typed notes into a draft of their own, and say where: in the workspace, else on another disk, else nowhere.

    ``more``: what is still waiting on stdin goes behind it, piece by piece. ``kind``: the ending of the draft's name.
    """
    from minqing.messages import say

    place = next((place for keep in _KEEPERS if (place := keep(context, raw, kind))), None)
    if place is None:
        context.screen.message(say("log.typed-lost"))
    elif more and not _goes_on(place):
        context.screen.message(say("log.typed-part", draft=place))
    else:
        context.screen.message(say("log.typed-kept", draft=place))


def _goes_on(place: Path) -> bool:
    """Whether what is still waiting on stdin could be put behind it."""
    try:
        with place.open("ab") as file:
            shutil.copyfileobj(sys.stdin.buffer, file)
    except OSError:
        return False
    return True


def _in_workspace(context: Context, raw: bytes, kind: str) -> Path | None:
    from minqing.workspace.files import own_folder, write_atomic

    with suppress(MinqingError, OSError):
        place = _free(own_folder(context.workspace.root, "drafts"), kind)
        write_atomic(context.workspace.root, f".minqing/drafts/{place.name}", raw, 0o600)
        return place
    return None


def _at_home(context: Context, raw: bytes, kind: str) -> Path | None:
    """Beside other programs' data of this user, readable by nobody else."""
    from platformdirs import user_data_path

    from minqing.workspace.files import replace_file

    with suppress(OSError):
        folder = user_data_path("minqing", appauthor=False) / "drafts"
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        place = _free(folder, kind)
        replace_file(place, raw, 0o600)
        return place
    return None


def _for_a_while(context: Context, raw: bytes, kind: str) -> Path | None:
    """Where the system keeps files for a while, readable by nobody else."""
    import os
    from tempfile import mkstemp

    with suppress(OSError):
        handle, name = mkstemp(f".{kind}", "minqing-notes-")
        try:
            with os.fdopen(handle, "wb") as file:
                file.write(raw)
        except OSError:
            os.unlink(name)
            raise
        return Path(name)
    return None


_KEEPERS = (_in_workspace, _at_home, _for_a_while)
"""Where a draft is put, the first that takes it: a workspace that is full or may not be written is no place for it."""


def _free(folder: Path, kind: str) -> Path:
    number = 1
    while (folder / f"notes-{number}.{kind}").exists():
        number += 1
    return folder / f"notes-{number}.{kind}"
