"""Where the time of one row goes: what it imports, and which functions it is in."""

from __future__ import annotations

import io
import pstats
import tempfile
from collections import defaultdict
from pathlib import Path

from benchmarks.measure import Program
from benchmarks.process import run
from benchmarks.rows import Row

SHOWN = 25
"""How many modules and functions are shown."""

CALL = "import sys; from minqing.__main__ import main; sys.argv[0] = 'minqing'; main()"


def profiled(row: Row, place: Path, program: Program) -> str:
    """The dearest imports and functions of a row."""
    return f"{_imports(row, place, program)}\n\n{_functions(row, place, program)}"


def _imports(row: Row, place: Path, program: Program) -> str:
    for number in (1, 2):
        program.typed(row, place, number)
    said = _started(["-X", "importtime", "-c", CALL], row, place, program)
    bare = {name for name, *_ in _timed(_started(["-X", "importtime", "-c", "pass"], None, place, program))}
    own = [item for item in _timed(said) if item[0] not in bare]
    lines = [f"{'self ms':>8} {'all ms':>8}  module ({len(own)} that bare Python does not import)"]
    dearest = sorted(own, key=lambda item: -item[1])[:SHOWN]
    lines += [f"{alone / 1000:8.2f} {below / 1000:8.2f}  {name}" for name, alone, below in dearest]
    lines += ["", f"{'ms':>8} {'modules':>8}  package"]
    packages: dict[str, list[int]] = defaultdict(list)
    for name, alone, _ in own:
        packages[_package(name)].append(alone)
    dear = sorted(packages.items(), key=lambda item: -sum(item[1]))[:SHOWN]
    lines += [f"{sum(times) / 1000:8.2f} {len(times):8}  {name}" for name, times in dear]
    return "\n".join(lines)


def _functions(row: Row, place: Path, program: Program) -> str:
    with tempfile.TemporaryDirectory() as folder:
        kept = Path(folder) / "profile"
        script = Path(folder) / "call.py"
        script.write_text(CALL, encoding="utf-8")
        _started(["-m", "cProfile", "-o", str(kept), str(script)], row, place, program)
        out = io.StringIO()
        pstats.Stats(str(kept), stream=out).sort_stats("tottime").print_stats(SHOWN)
    return out.getvalue().strip()


def _started(options: list[str], row: Row | None, place: Path, program: Program) -> str:
    if row and row.before:
        row.before(place, 0)
    words = [word.format(n=0) for word in row.words] if row else []
    done = run((program.python, *options, *words), str(place), program.env, bool(row and row.terminal))
    return done.output.decode(errors="replace")


def _timed(said: str) -> list[tuple[str, int, int]]:
    """Module, microseconds alone, microseconds with what it imports."""
    found = []
    for line in said.splitlines():
        if line.startswith("import time:") and line.count("|") == 2 and "self [us]" not in line:
            alone, below, name = line.removeprefix("import time:").split("|")
            found.append((name.strip(), int(alone), int(below)))
    return found


def _package(name: str) -> str:
    return ".".join(name.split(".")[:2]) if name.startswith("minqing") else name.partition(".")[0]
