"""``python -m benchmarks``: measure, and print a table of ratios to bare Python."""

from __future__ import annotations

import argparse
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path

from benchmarks import places
from benchmarks.measure import Program, Result, measured, measured_at_length
from benchmarks.plain import is_editable, plain_environment, this_environment
from benchmarks.rows import DEMO, LARGE, SCORES, Row

RUNS, QUICK_RUNS = 15, 9


def main() -> int:
    """Measure what was asked for; with ``--strict`` the exit code is 1 when a bound is not kept."""
    options = _options()
    if options.classify:
        from benchmarks.classify.__main__ import main as classify

        return classify()
    cache: Path = options.cache
    cache.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(dir=cache) as scratch:
        program = _program(options, Path(scratch))
        rows = [row for row in _asked(options) if not options.rows or any(word in row.name for word in options.rows)]
        if options.profile:
            return _profile(options.profile, program, cache, Path(scratch))
        results = _measure(rows, program, options, Path(scratch))
    _show(results, program, options)
    kept = _scored(options) and all(result.holds for result in results)
    return 1 if options.strict and not kept else 0


def _scored(options: argparse.Namespace) -> bool:
    """Tell the scores; answers whether all their bounds are kept."""
    from benchmarks.shown import scored

    asked = [s for s in SCORES if not options.rows or any(word in s.name for word in options.rows)]
    told = [scored(score) for score in asked]
    for line, _ in told:
        print(line)
    return all(holds for _, holds in told)


def _options() -> argparse.Namespace:
    asking = argparse.ArgumentParser(prog="python -m benchmarks", description=__doc__)
    asking.add_argument("--large", action="store_true", help="measure 97 000 walks with 600 000 issues too")
    asking.add_argument(
        "--quick", action="store_true", help=f"{QUICK_RUNS} runs a row instead of {RUNS}, nothing large"
    )
    asking.add_argument("--runs", type=int, help="how often each row is run")
    asking.add_argument("--patience", type=float, default=60, help="seconds spent on a row of the large diary (60)")
    asking.add_argument("--rows", nargs="+", metavar="WORD", help="only rows whose name holds one of these")
    asking.add_argument("--profile", metavar="ROW", help="instead of measuring: where the time of one row goes")
    asking.add_argument("--json", type=Path, metavar="FILE", help="write every run as JSON too")
    asking.add_argument("--cache", type=Path, default=places.default_cache(), metavar="DIR", help="keeps the diaries")
    asking.add_argument("--here", action="store_true", help="measure this environment even where it is editable")
    asking.add_argument("--classify", action="store_true", help="instead: how often suggestions are right")
    asking.add_argument("--strict", action="store_true", help="exit code 1 when a bound is not kept")
    return asking.parse_args()


def _program(options: argparse.Namespace, scratch: Path) -> Program:
    editable = is_editable() and not options.here
    command, python = plain_environment(options.cache) if editable else this_environment()
    return Program(command, python, places.environment(scratch / "home"))


def _asked(options: argparse.Namespace) -> Sequence[Row]:
    return (*DEMO, *LARGE) if options.large and not options.quick else DEMO


def _measure(rows: Sequence[Row], program: Program, options: argparse.Namespace, scratch: Path) -> list[Result]:
    runs = options.runs or (QUICK_RUNS if options.quick else RUNS)
    small, large = [r for r in rows if r in DEMO], [r for r in rows if r in LARGE]
    results: list[Result] = []
    if small:
        _told("writing the sample of eleven years")
        original = places.demo(options.cache, list(program.command), dict(program.env))
        made = places.copies(original, scratch, dict.fromkeys(r.place for r in small))
        results += measured(small, made, program, runs, _told)
    if large:
        _told("writing the large diary")
        place = places.large(options.cache, list(program.command), dict(program.env))
        places.known_to_git(place)
        results += measured_at_length(large, place, program, runs, options.patience, _told)
    return results


def _profile(name: str, program: Program, cache: Path, scratch: Path) -> int:
    from benchmarks.profile import profiled

    row = next((r for r in (*DEMO, *LARGE) if r.name == name), None)
    if row is None:
        sys.exit(f"no such row: {name}; there are: {'; '.join(r.name for r in (*DEMO, *LARGE))}")
    command, env = list(program.command), dict(program.env)
    if row in LARGE:
        place = places.large(cache, command, env)
    else:
        place = places.copies(places.demo(cache, command, env), scratch, [row.place])[row.place]
    print(profiled(row, place, program))
    return 0


def _show(results: Sequence[Result], program: Program, options: argparse.Namespace) -> None:
    from benchmarks.shown import table, verdict, write_json

    print(f"measured: {' '.join(program.command)}")
    print(f"against:  {program.python} -c pass, {results[0].bare_milliseconds:.1f} ms" if results else "no such row")
    print(table(results))
    print(verdict(results))
    if options.json:
        write_json(options.json, program, results)


def _told(text: str) -> None:
    if sys.stderr.isatty():
        sys.stderr.write(f"\r\x1b[K{text} ")
        sys.stderr.flush()


if __name__ == "__main__":
    sys.exit(main())
