"""A problem of the diary in words: what is wrong, where with the line shown, and the mend."""

from __future__ import annotations

from collections.abc import Iterable

from minqing.messages import say
from minqing.reports.document import Block, Line
from minqing.text.normal import visible, width
from minqing.text.problems import Problem

LONGEST_SHOWN = 200
"""Characters of a line that are shown; a diary line is seldom longer."""


def sentence(problem: Problem, part: str) -> str:
    """The ``title``, ``detail`` or ``fix`` of a problem in the language in force."""
    params = {name: visible(value) for name, value in problem.params.items()}
    return say(f"problems.{problem.code}.{part}", **params)


def position(problem: Problem) -> str:
    """``file:line:column``; the file alone where the whole file is meant."""
    if not problem.line:
        return problem.file
    return f"{problem.file}:{problem.line}:{problem.column}"


def where_and_what(problem: Problem) -> str:
    """A problem in one line."""
    return f"{position(problem)}: {sentence(problem, 'title')}"


def problem_dict(problem: Problem) -> dict[str, object]:
    """A problem as ``check --json`` gives it."""
    return {
        "code": problem.code,
        "severity": problem.severity,
        "file": problem.file,
        "line": problem.line,
        "column": problem.column,
        **{part: sentence(problem, part) for part in ("title", "detail", "fix")},
    }


def problem_blocks(problems: Iterable[Problem]) -> list[Block]:
    """Problems one after the other, each with its line, a pointer to the column, the cause and the mend."""
    return [block for problem in problems for block in _one(problem)]


def _one(problem: Problem) -> list[Block]:
    tone = "bad" if problem.is_error else "warn"
    severity = say(f"check.{problem.severity}")
    blocks: list[Block] = [Line(f"{position(problem)}: {severity} {sentence(problem, 'title')}", tone)]
    blocks += _shown_line(problem)
    blocks.append(Line(sentence(problem, "detail"), indent=2))
    blocks.append(Line(say("check.mend", fix=sentence(problem, "fix")), "good", indent=2))
    return [*blocks, Line("")]


def _shown_line(problem: Problem) -> list[Block]:
    if not problem.shown.strip():
        return []
    shown = visible(problem.shown[:LONGEST_SHOWN])
    before = width(visible(problem.shown[: max(problem.column - 1, 0)]))
    pointed: list[Block] = [Line(f"| {shown}", "dim", 2)]
    if before < width(shown):
        pointed.append(Line(f"| {' ' * before}^", "dim", 2))
    return pointed
