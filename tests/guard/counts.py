"""What a command costs, in counts that are the same on every machine, and the table of what it may cost."""

from __future__ import annotations

import ast
import os
import subprocess
import sys
import sysconfig
import textwrap
import tomllib
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path

SOURCES = Path(__file__).resolve().parents[2]
PROBE = Path(__file__).with_name("probe.py")
TABLE = Path(__file__).with_name("counts.toml")

SLACK = 1.15
"""How much more than the table says is let pass."""

OWN = "minqing"
UNCOUNTED = frozenset({"__main__", "importlib", "zipimport"})
"""Calls of the probe itself, and of the import machinery, whose cost the number of modules tells."""

HEADER = """\
# What each command costs on the workspace of tests/guard, as pytest --update-guard wrote it. A test fails when a
# command does 15 % more than stands here; not a single file or process more is let pass. Calls are those of Python and
# C functions, by the module that makes them; instructions are those of a warm list as a multiple of bare Python's.
"""


@dataclass(frozen=True)
class Counts:
    """What one command did. ``calls`` are by own module, else by package."""

    modules: frozenset[str] = frozenset()
    diaries: int = 0
    files: int = 0
    processes: int = 0
    calls: Mapping[str, int] = field(default_factory=dict)

    @property
    def own_calls(self) -> int:
        """The calls that our own modules make: the same under every version of Python."""
        return sum(count for name, count in self.calls.items() if name.startswith(OWN))

    @property
    def all_calls(self) -> int:
        """All calls, those of the standard library and others too."""
        return sum(self.calls.values())


@dataclass(frozen=True)
class Probed:
    """What the probe wrote down of one command."""

    counts: Counts
    diaries: list[str]
    files: list[str]
    processes: list[str]


def environment(home: Path, today: str) -> dict[str, str]:
    """What a probed command gets: our sources and the packages by their paths, nothing of the person's."""
    return {
        "PATH": os.environ["PATH"], "HOME": str(home), "XDG_CONFIG_HOME": str(home / ".config"), "LC_ALL": "C.UTF-8",
        "GIT_CONFIG_NOSYSTEM": "1", "MINQING_TODAY": today, "COLUMNS": "100", "PYTHONHASHSEED": "0",
        "PYTHONPATH": f"{SOURCES}:{sysconfig.get_paths()['purelib']}",
    }  # fmt: skip


def typed(arguments: Iterable[str], root: Path, env: Mapping[str, str]) -> None:
    """One command, uncounted. Fails the test when it fails."""
    done = subprocess.run([sys.executable, "-S", "-m", "minqing", *arguments], cwd=root, env=env, capture_output=True)
    assert done.returncode == 0, done.stderr.decode()


def probed(arguments: Iterable[str], root: Path, env: Mapping[str, str]) -> Probed:
    """One command, counted. Fails the test when it fails."""
    out = Path(env["HOME"]) / "counts"
    command = [sys.executable, "-S", str(PROBE), str(out), *arguments]
    done = subprocess.run(command, cwd=root, env=env, capture_output=True)
    assert done.returncode == 0, done.stderr.decode()
    found = ast.literal_eval(out.read_text(encoding="utf-8"))
    assert found["code"] == 0, done.stderr.decode()
    return _probed(found, root)


def _probed(found: Mapping[str, list[str]], root: Path) -> Probed:
    opened = [name for name in found["opened"] if not name.endswith((".py", ".pyc"))]
    diaries = [name for name in opened if name.endswith(".md")]
    files = [name.replace(str(root), ".") for name in opened if name not in diaries]
    calls: Counter[str] = Counter()
    for name, count in dict(found["calls"]).items():
        package = name.partition(".")[0]
        if package not in UNCOUNTED:
            calls[name if package == OWN else package] += count
    modules = frozenset(found["modules"])
    counts = Counts(modules, len(diaries), len(files), len(found["started"]), dict(calls))
    return Probed(counts, diaries, files, found["started"])


def read_table() -> dict[str, Counts]:
    """The table by command."""
    raw = tomllib.loads(TABLE.read_text(encoding="utf-8"))
    return {name: _counts_of(part) for name, part in raw.items() if isinstance(part, dict)}


def table_python() -> str:
    """The version of Python the table was made with: the standard library's own calls are of that version."""
    return str(tomllib.loads(TABLE.read_text(encoding="utf-8"))["python"])


def table_instructions() -> float:
    """What a warm ``list`` took when the table was made, in multiples of bare Python."""
    return float(tomllib.loads(TABLE.read_text(encoding="utf-8")).get("instructions", 0))


def this_python() -> str:
    """The version of this Python, without its last number."""
    return f"{sys.version_info[0]}.{sys.version_info[1]}"


def _counts_of(part: Mapping[str, object]) -> Counts:
    numbers = {name: int(str(part[name])) for name in ("diaries", "files", "processes")}
    calls = part["calls"]
    assert isinstance(calls, dict)
    return Counts(frozenset(str(part["modules"]).split()), **numbers, calls=calls)


def write_table(table: Mapping[str, Counts], instructions: float) -> None:
    """Keep what was counted as what is allowed."""
    head = f'python = "{this_python()}"\ninstructions = {instructions:.1f}\n'
    parts = [HEADER, head, *(_part(name, counts) for name, counts in table.items())]
    TABLE.write_text("\n".join(parts), encoding="utf-8")


def _part(name: str, counts: Counts) -> str:
    modules = textwrap.fill(" ".join(sorted(counts.modules)), 116, break_long_words=False, break_on_hyphens=False)
    calls = "\n".join(f'"{module}" = {count}' for module, count in sorted(_gathered(counts).items()))
    return (
        f'["{name}"]\ndiaries = {counts.diaries}\nfiles = {counts.files}\nprocesses = {counts.processes}\n'
        f'modules = """\n{modules}\n"""\n["{name}".calls]\n{calls}\n'
    )


def _gathered(counts: Counts) -> Counter[str]:
    """The calls with everything small put together: what is to be seen is what is large."""
    found: Counter[str] = Counter()
    for module, count in counts.calls.items():
        rest = f"{OWN} rest" if module.startswith(OWN) else "rest"
        found[module if count > counts.all_calls / 200 else rest] += count
    return found
