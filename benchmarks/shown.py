"""The results as a table for people and as JSON for programs."""

from __future__ import annotations

import json
import os
import platform
from collections.abc import Sequence
from pathlib import Path

from benchmarks.measure import Program, Result
from benchmarks.rows import Score

TITLES = ("", "ms", "ratio", "quartiles", "bound", "runs", "MB", "")
WIDTHS = (28, 9, 9, 17, 9, 5, 9, 7)


def table(results: Sequence[Result]) -> str:
    """One line a row: median, ratio, its spread, the bound, the most memory, and whether it holds."""
    return "\n".join(_line(cells) for cells in (TITLES, *map(_cells, results)))


def _cells(result: Result) -> tuple[str, ...]:
    unit = " ms" if result.row.per_file else "x"
    low, high = result.spread
    return (
        result.row.name,
        f"{result.milliseconds:.1f}",
        f"{result.value:.2f}{unit}",
        f"{low:.2f}-{high:.2f}",
        "" if result.row.bound is None else f"{result.row.bound:g}{unit}",
        str(len(result.runs)),
        _memory(result),
        "" if result.holds else "SILENT" if result.is_silent else "OVER",
    )


def verdict(results: Sequence[Result]) -> str:
    """Which bounds are kept, in one line."""
    bounded = [result for result in results if result.row.bound is not None or result.row.memory]
    over = [result.row.name for result in bounded if not result.holds]
    kept = f"{len(bounded) - len(over)} of {len(bounded)} bounds are kept"
    return f"{kept}; not: {', '.join(over)}" if over else kept


def scored(score: Score) -> tuple[str, bool]:
    """A line that tells a score, and whether its bound is kept."""
    right, of = score.count()
    share = 100 * right / of if of else 0.0
    holds = score.bound is None or share >= score.bound
    asked = "" if score.bound is None else f"at least {score.bound:g} %"
    return f"{score.name:28} {right} of {of}, {share:.1f} %  {asked}{'' if holds else '  UNDER'}".rstrip(), holds


def _memory(result: Result) -> str:
    floor = "<" if result.peak <= max(run.floor for run in result.runs) else ""
    bound = f"/{result.row.memory / 1e6:.0f}" if result.row.memory else ""
    return f"{floor}{result.peak / 1e6:.0f}{bound}"


def _line(cells: Sequence[str]) -> str:
    first, *rest = (c.ljust(w) if i == 0 else c.rjust(w) for i, (c, w) in enumerate(zip(cells, WIDTHS, strict=True)))
    return " ".join((first, *rest)).rstrip()


def write_json(path: Path, program: Program, results: Sequence[Result]) -> None:
    """Everything that was measured, run by run."""
    answer = {
        "program": [Path(word).name for word in program.command],
        "python": platform.python_version(),
        "system": platform.system(),
        "processors": os.cpu_count(),
        "rows": [_row(result) for result in results],
    }
    path.write_text(json.dumps(answer, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")


def _row(result: Result) -> dict[str, object]:
    return {
        "name": result.row.name,
        "words": list(result.row.words),
        "unit": "ms a file" if result.row.per_file else "times bare python",
        "value": round(result.value, 3),
        "quartiles": [round(value, 3) for value in result.spread],
        "bound": result.row.bound,
        "holds": result.holds,
        "memory": result.peak,
        "memory_bound": result.row.memory,
        "ms": [round(1000 * run.seconds, 2) for run in result.runs],
        "bare_ms": [round(1000 * run.seconds, 2) for run in result.bare],
    }
