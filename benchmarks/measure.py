"""Measuring: rows and bare Python in turn, so that whatever slows the machine down slows both."""

from __future__ import annotations

import re
import statistics
import sys
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from benchmarks.places import known_to_git
from benchmarks.process import Run, run
from benchmarks.rows import Row

WARM_UPS = 2
"""Untimed runs before the first timed one: they fill the page cache and the index."""


@dataclass(frozen=True, slots=True)
class Program:
    """What is measured: the command line of the program, of bare Python, and the environment of both."""

    command: tuple[str, ...]
    python: str
    env: Mapping[str, str]

    def bare(self, folder: Path) -> Run:
        """``python -c pass``."""
        return run((self.python, "-c", "pass"), str(folder), self.env)

    def typed(self, row: Row, folder: Path, number: int) -> Run:
        """One run of a row, made ready untimed. Ends the benchmark when the command fails."""
        if row.before:
            row.before(folder, number)
        words = [word.format(n=number) for word in row.words]
        done = run((*self.command, *words), str(folder), self.env, row.terminal)
        if done.code:
            sys.exit(f"{row.name}: exit code {done.code}\n{done.output.decode(errors='replace')}")
        return done


@dataclass(slots=True)
class Result:
    """The runs of one row and those of bare Python next to them."""

    row: Row
    files: int
    runs: list[Run] = field(default_factory=list)
    bare: list[Run] = field(default_factory=list)

    @property
    def milliseconds(self) -> float:
        """The median of the row."""
        return 1000 * statistics.median(r.seconds for r in self.runs)

    @property
    def bare_milliseconds(self) -> float:
        """The median of bare Python."""
        return 1000 * statistics.median(r.seconds for r in self.bare)

    @property
    def value(self) -> float:
        """What the bound is compared with: multiples of bare Python, or milliseconds a file."""
        return self._value(self.milliseconds)

    @property
    def spread(self) -> tuple[float, float]:
        """The lower and upper quartile of ``value``."""
        if len(self.runs) < 4:
            return min(map(self._of, self.runs)), max(map(self._of, self.runs))
        low, _, high = statistics.quantiles(map(self._of, self.runs), n=4, method="inclusive")
        return low, high

    @property
    def peak(self) -> int:
        """The most memory of any run, in bytes."""
        return max(r.peak for r in self.runs)

    @property
    def holds(self) -> bool:
        """Whether the bounds of time and memory are kept, and a long wait shows how far it has come."""
        bound = self.row.bound
        within = (bound is None or self.value <= bound) and self.peak <= (self.row.memory or self.peak)
        return within and not self.is_silent

    @property
    def is_silent(self) -> bool:
        """Whether a person had to wait for the index without being shown how far it had come."""
        return self.row.per_file and not any(shows_progress(r.output) for r in self.runs)

    def _of(self, one: Run) -> float:
        return self._value(1000 * one.seconds)

    def _value(self, milliseconds: float) -> float:
        return milliseconds / (self.files if self.row.per_file else self.bare_milliseconds)


def shows_progress(output: bytes) -> bool:
    """Whether a terminal was shown something that was drawn over again, as a progress bar is."""
    return bool(re.search(rb"\r(?!\r*\n)|\x1b\[\d*[AK]|\x1b\[\?25l", output))


def measured(
    rows: Sequence[Row],
    places: Mapping[str, Path],
    program: Program,
    runs: int,
    told: Callable[[str], None],
) -> list[Result]:
    """Every row ``runs`` times, row after row, bare Python before each; its runs count for all rows."""
    bare: list[Run] = []
    results = [Result(row, _files(places[row.place]), bare=bare) for row in rows]
    for number in range(-WARM_UPS, runs):
        told(f"warming up {number + WARM_UPS + 1} of {WARM_UPS}" if number < 0 else f"run {number + 1} of {runs}")
        for result in results:
            _one_more(result, places[result.row.place], program, number)
        if number == -1:
            for place in set(places.values()):
                known_to_git(place)
    return results


def _one_more(result: Result, place: Path, program: Program, number: int) -> None:
    bare, done = program.bare(place), program.typed(result.row, place, number + WARM_UPS + 1)
    if number >= 0:
        result.bare.append(bare)
        result.runs.append(done)


def measured_at_length(
    rows: Sequence[Row],
    place: Path,
    program: Program,
    runs: int,
    patience: float,
    told: Callable[[str], None],
) -> list[Result]:
    """Each row to its end before the next begins; slow ones less often: no longer than ``patience`` seconds."""
    results = []
    for row in rows:
        told(row.name)
        result = Result(row, _files(place))
        _repeat(result, place, program, runs, patience)
        results.append(result)
    return results


def _repeat(result: Result, place: Path, program: Program, runs: int, patience: float) -> None:
    first = 0 if result.row.before else -1
    spent = 0.0
    for number in range(first, runs):
        bare, done = program.bare(place), program.typed(result.row, place, number + 2)
        spent += done.seconds
        over = spent + done.seconds > patience
        if number >= 0 or over:
            result.bare.append(bare)
            result.runs.append(done)
        if over:
            return


def _files(place: Path) -> int:
    return sum(1 for file in (place / "diaries").rglob("*.md") if file.name != "README.md")
