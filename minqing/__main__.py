"""The one entry and exit point: console encoding, the language, exit codes, and never a traceback."""

from __future__ import annotations

import errno
import gc
import io
import os
import sys
from collections.abc import Sequence
from typing import TYPE_CHECKING

from minqing.domain.errors import DIARY, INTERRUPTED, MinqingError

if TYPE_CHECKING:
    from typing import TextIO

    from _typeshed import ReadableBuffer

_OBJECTS = 50_000
"""More of them than a usual command makes are looked through for rings that nobody refers to; Python does so at 700."""

_GONE = (errno.EPIPE, errno.EINVAL) if os.name == "nt" else (errno.EPIPE,)
"""What a pipe says whose reader has gone, as after ``| head -1``."""


class _Outlet(io.FileIO):
    """Stdout or stderr: what cannot be said, since the reader has gone or the disk is full, stops no command half-way.

    ``behind`` is the stream that it stands for, kept open by it; ``refused`` the first refusal of the system.
    """

    def __init__(self, stream: TextIO) -> None:
        super().__init__(stream.fileno(), "w", closefd=False)
        self.behind = stream
        self.refused: OSError | None = None

    def write(self, said: ReadableBuffer, /) -> int:
        """Write on; after a refusal, to nowhere."""
        if self.refused is None:
            try:
                return super().write(said)
            except OSError as refused:
                self.refused = refused
        return memoryview(said).nbytes


def main() -> None:
    """Run what was typed and end the process with its exit code."""
    gc.set_threshold(_OBJECTS)
    code = run(sys.argv[1:])
    unsaid = _all_said()
    gc.freeze()  # the system takes it all back: looking through it once more would take as long as a bare Python
    sys.exit(code or unsaid)


def run(arguments: Sequence[str]) -> int:
    """Run what was typed; every failure becomes a sentence on stderr and an exit code."""
    _prepare_streams()
    try:
        from minqing.cli.app import dispatch

        return dispatch(arguments)
    except MinqingError as error:
        return _told(error, arguments)
    except (KeyboardInterrupt, EOFError):
        print(file=sys.stderr)
        return INTERRUPTED
    except OSError as refused:
        return _refused_by_system(refused)
    except Exception as error:
        return _defect(error)


def _prepare_streams() -> None:
    """Let output survive a GBK console (what it cannot show becomes a question mark), closed streams and full disks."""
    for name, mode in (("stdin", "r"), ("stdout", "w"), ("stderr", "w")):
        if getattr(sys, name) is None:
            setattr(sys, name, open(os.devnull, mode, encoding="utf-8"))  # noqa: SIM115
    sys.stdout, sys.stderr = _outlet(sys.stdout), _outlet(sys.stderr)
    for stream in (sys.stdin, sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="replace")


def _outlet(stream: TextIO) -> TextIO:
    """A stream of the system as an outlet; any other, such as the console of Windows, as it is."""
    buffer = getattr(stream, "buffer", None)
    if type(getattr(buffer, "raw", buffer)) is not io.FileIO or not isinstance(stream, io.TextIOWrapper):
        return stream
    stream.flush()
    outlet = _Outlet(stream)
    onward = io.BufferedWriter(outlet) if buffer is not outlet else outlet
    at_once = stream.write_through  # as PYTHONUNBUFFERED wants it: then nothing may wait for the end of the program
    lines = stream.line_buffering or at_once
    return io.TextIOWrapper(onward, stream.encoding, line_buffering=lines, write_through=at_once)


def _all_said() -> int:
    """Say the rest. An answer that nobody wanted to the end is no failure; one that could not be written is."""
    sys.stdout.flush()
    buffer = getattr(sys.stdout, "buffer", None)
    outlet = getattr(buffer, "raw", buffer)
    refused = outlet.refused if isinstance(outlet, _Outlet) else None
    if refused is None or refused.errno in _GONE:
        return 0
    return _told(MinqingError("cli.output", DIARY, why=refused.strerror or ""))


def _told(error: MinqingError, arguments: Sequence[str] = ()) -> int:
    from minqing.cli.refusals import told

    return told(error, arguments)


def _refused_by_system(refused: OSError) -> int:
    """A full disk, a missing right, a name that is too long: no defect of the program, wherever it shows."""
    if refused.errno is not None:
        return _told(MinqingError("cli.system", DIARY, why=refused.strerror or ""))
    return _defect(refused)


def _defect(error: Exception) -> int:
    """A defect of the program itself: told in words, with the details in a file for whoever mends it."""
    if os.environ.get("MINQING_DEBUG"):
        raise error
    from minqing.cli.refusals import told_defect

    told_defect(error)
    return DIARY


if __name__ == "__main__":
    main()
