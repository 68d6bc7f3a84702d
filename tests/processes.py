"""Commands in a process of their own, every step of which can be counted, and at which it can be killed.

The process is forked, so that a test can afford hundreds. An audit hook counts every step that touches a file or starts
a program, and at the step that was asked for the process kills itself with SIGKILL: no ``finally``, no flushed buffer,
nothing of Python runs any more.
"""

from __future__ import annotations

import io
import os
import signal
import sys
from dataclasses import dataclass
from pathlib import Path

from minqing.__main__ import run

CHANGING = frozenset(
    [
        "os.rename",
        "os.remove",
        "os.mkdir",
        "os.rmdir",
        "os.chmod",
        "os.truncate",
        "os.link",
        "os.symlink",
        "fcntl.flock",
    ]
)
"""Audit events that change something on the disk, or take a lock."""

STARTING = frozenset(["subprocess.Popen", "os.posix_spawn", "os.exec", "os.system"])
"""Audit events that start a program."""


@dataclass(frozen=True)
class Ended:
    """How a process ended: its exit code (negative: the signal), what it said, how many steps it took."""

    code: int
    out: str
    err: str
    steps: int

    @property
    def was_killed(self) -> bool:
        return self.code == -signal.SIGKILL


def ended(
    typed: list[str],
    folder: Path,
    kill_at: int | None = None,
    env: dict[str, str] | None = None,
    largest: int | None = None,
) -> Ended:
    """Run a command in a process and a process group of its own; it is killed at its step ``kill_at``.

    ``largest`` bytes are all that a file may hold that it writes below the workspace.
    """
    out, err, counted = (folder / f".{name}" for name in ("out", "err", "steps"))
    child = os.fork()
    if not child:
        _become(typed, (out, err, counted), kill_at, env or {}, largest)
    code = os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])
    steps = len(counted.read_bytes())
    return Ended(code, out.read_text(encoding="utf-8"), err.read_text(encoding="utf-8"), steps)


def _become(
    typed: list[str], files: tuple[Path, ...], kill_at: int | None, env: dict[str, str], largest: int | None
) -> None:
    """The child: nothing here returns."""
    code = 70
    try:
        os.setsid()
        os.environ.update(env)
        sys.dont_write_bytecode = True
        sys.stdin = open(os.devnull, encoding="utf-8")  # noqa: SIM115
        sys.stdout, sys.stderr = (place.open("w", encoding="utf-8") for place in files[:2])
        _count(os.open(files[2], os.O_WRONLY | os.O_CREAT | os.O_TRUNC), kill_at)
        if largest is not None:
            _narrow(largest)
        code = run(typed)
        sys.stdout.flush()
        sys.stderr.flush()
    finally:
        os._exit(code)


def _narrow(largest: int) -> None:
    """Let no file of this process and of those it starts grow beyond so many bytes."""
    import resource

    # what is said goes through a pipe's worth of memory: it is no file of the workspace
    sys.stdout, sys.stderr = io.StringIO(), io.StringIO()
    resource.setrlimit(resource.RLIMIT_FSIZE, (largest, largest))


def _count(counted: int, kill_at: int | None) -> None:
    """Count steps from now on, one byte a step in a file; kill this process at one of them."""
    here = os.getpid()
    taken = 0

    def step() -> None:
        nonlocal taken
        taken += 1
        os.write(counted, b".")
        if taken == kill_at:
            os.kill(here, signal.SIGKILL)

    def heard(event: str, args: tuple[object, ...]) -> None:
        if event in CHANGING or event in STARTING or (event == "open" and _writes(args)):
            step()

    real = os.fsync

    def fsync(handle: int) -> None:
        step()
        real(handle)

    os.fsync = fsync
    sys.addaudithook(heard)


def _writes(args: tuple[object, ...]) -> bool:
    flags = args[2] if len(args) > 2 else 0
    return isinstance(flags, int) and bool(flags & (os.O_WRONLY | os.O_RDWR | os.O_CREAT))
