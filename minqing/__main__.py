"""The one entry and exit point: console encoding, the language, exit codes, and never a traceback."""

from __future__ import annotations

import contextlib
import gc
import os
import sys
from collections.abc import Sequence

from minqing.domain.errors import DIARY, INTERRUPTED, MinqingError

_OBJECTS = 50_000
"""More of them than a usual command makes are looked through for rings that nobody refers to; Python does so at 700."""


def main() -> None:
    """Run what was typed and end the process with its exit code."""
    gc.set_threshold(_OBJECTS)
    code = run(sys.argv[1:])
    try:
        sys.stdout.flush()
    except BrokenPipeError:
        _drop_stdout()
    except OSError as refused:
        code = _told(MinqingError("cli.output", DIARY, why=refused.strerror or ""))
        _drop_stdout()
    gc.freeze()  # the system takes it all back: looking through it once more would take as long as a bare Python
    sys.exit(code)


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
    except BrokenPipeError:
        _drop_stdout()
        return 0
    except OSError as refused:
        return _refused_by_system(refused)
    except Exception as error:
        return _defect(error)


def _prepare_streams() -> None:
    """Let output survive a GBK console (what it cannot show becomes a question mark) and closed streams."""
    for name, mode in (("stdin", "r"), ("stdout", "w"), ("stderr", "w")):
        if getattr(sys, name) is None:
            setattr(sys, name, open(os.devnull, mode, encoding="utf-8"))  # noqa: SIM115
    for stream in (sys.stdin, sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="replace")


def _told(error: MinqingError, arguments: Sequence[str] = ()) -> int:
    from minqing.cli.refusals import told

    return told(error, arguments)


def _refused_by_system(refused: OSError) -> int:
    """A full disk, a missing right, a name that is too long: no defect of the program, wherever it shows."""
    if refused.errno is not None:
        return _told(MinqingError("cli.output", DIARY, why=refused.strerror or ""))
    return _defect(refused)


def _drop_stdout() -> None:
    """The reader of the pipe has gone; nothing more can be said to it."""
    with contextlib.suppress(OSError, ValueError):
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def _defect(error: Exception) -> int:
    """A defect of the program itself: told in words, with the details in a file for whoever mends it."""
    if os.environ.get("MINQING_DEBUG"):
        raise error
    from minqing.cli.refusals import told_defect

    told_defect(error)
    return DIARY


if __name__ == "__main__":
    main()
