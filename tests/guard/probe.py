"""Runs one command in a process of its own and writes down what it did, in counts.

``python -S probe.py OUT ARGUMENT...``: it imports nothing itself, so that whatever is imported was wanted by the
program. What it writes is a Python literal: modules, files opened, processes started, calls by module.
"""

import sys

MODULES_BEFORE = frozenset(sys.modules)

opened: list[str] = []
started: list[str] = []
calls: dict[str, int] = {}


def heard(event: str, args: tuple[object, ...]) -> None:
    """Note what Python's audit events tell of files and processes."""
    if event == "open" and isinstance(args[0], str | bytes):
        opened.append(args[0] if isinstance(args[0], str) else args[0].decode(errors="replace"))
    elif event in ("subprocess.Popen", "os.posix_spawn", "os.exec", "os.system"):
        command = args[1] if len(args) > 1 else args[0]
        started.append(" ".join(map(str, command)) if isinstance(command, list | tuple) else str(command))
    elif event in ("os.fork", "os.forkpty"):
        started.append("fork")


def called(frame, event: str, arg: object) -> None:  # type: ignore[no-untyped-def]
    """Count a call, of Python or of C, for the module it happens in."""
    if event in ("call", "c_call"):
        name = frame.f_globals.get("__name__", "")
        calls[name] = calls.get(name, 0) + 1


def main() -> None:
    """Run the command and write the counts; its exit code goes into them."""
    out, *arguments = sys.argv[1:]
    sys.argv = ["minqing", *arguments]
    sys.addaudithook(heard)
    sys.setprofile(called)
    code = None
    try:
        from minqing.__main__ import main as run

        run()
    except SystemExit as end:
        code = end.code
    finally:
        sys.setprofile(None)
    answer = {
        "code": code,
        "modules": sorted(set(sys.modules) - MODULES_BEFORE),
        "opened": list(opened),
        "started": list(started),
        "calls": calls,
    }
    with open(out, "w", encoding="utf-8") as file:
        file.write(repr(answer))


if __name__ == "__main__":
    main()
