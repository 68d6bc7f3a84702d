"""The second way of reading a front matter: mended line by line first, then composed, with every mend named."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from minqing.domain.model import Entry
from minqing.text.desk import Desk, Edit
from minqing.text.fences import Parts
from minqing.text.fields import build_entry
from minqing.text.mends import TAG
from minqing.text.nodes import YAMLError, compose, signs
from minqing.text.problems import Problem
from minqing.text.repair import repair
from minqing.text.sheet import Repair
from minqing.text.source import name_of, split_lines
from minqing.text.syntax import control_character, syntax_problem, too_deep


def recover(path: str, parts: Parts, categories: Mapping[str, str]) -> tuple[str, Entry | None, Desk]:
    """The mended front matter, the entry in it, and the desk with every problem.

    The mended text is what ``check --fix`` writes: as many lines as before, with keys and dates spelled right.
    """
    given, ends = split_lines(parts.front)
    lines, repairs = repair(given)
    desk = Desk(path, categories, lines, given, parts.line)
    entry = _read(desk, path)
    if repairs and " #" not in parts.front and any(p.leaves_out for p in desk.problems):
        untouched = Desk(path, categories, given, given, parts.line)
        as_it_stands = _read(untouched, path)
        if not any(p.leaves_out for p in untouched.problems):
            # the mends have spoiled what YAML reads as it stands (brackets over oddly indented lines)
            lines, repairs, desk, entry = given, [], untouched, as_it_stands
    mended = _edited(lines, desk.edits)
    desk.problems[:0] = [_named(path, r, given, mended, parts.line) for r in repairs]
    desk.problems[:] = _once(desk.problems)
    return "".join(line + end for line, end in zip(mended, ends, strict=True)), entry, desk


def _read(desk: Desk, path: str) -> Entry | None:
    """Compose and build what has been mended, or name why that cannot be."""
    control = control_character(desk.lines)
    if control:
        desk.add_at("control-character", control[0], control[1], character=control[2])
        return None
    deep = too_deep(desk.lines)
    if deep:
        desk.add_at("nested-too-deep", *deep)
        return None
    text = "\n".join(desk.lines)
    for sign in signs(text):
        code = "yaml-anchor" if sign.text[0] in "&*" else "yaml-tag"
        desk.add_at(code, sign.line, sign.column, text=_written(desk, sign.line, sign.column) or sign.text)
    try:
        root = compose(text)
    except YAMLError as error:
        code, line, column, params = syntax_problem(error)
        if "text" in params:
            params["text"] = _written(desk, line, column) or params["text"]
        if code == "yaml-syntax" or not desk.problems:
            desk.add_at(code, line, column, **params)
        return None
    return build_entry(root, name_of(path), desk)


def _written(desk: Desk, line: int, column: int) -> str:
    """An anchor or tag as it is written."""
    rest = desk.lines[line][column:].split() if line < len(desk.lines) else []
    return rest[0][:40] if rest and (rest[0][0] in "&*" or TAG.match(rest[0]) or rest[0][0] == "!") else ""


def _edited(lines: Sequence[str], edits: Sequence[Edit]) -> list[str]:
    """The lines with the mends inside them made, from right to left so that columns hold."""
    mended = list(lines)
    for edit in sorted(edits, key=lambda e: (e.line, -e.start)):
        line = mended[edit.line]
        mended[edit.line] = line[: edit.start] + edit.text + line[edit.end :]
    return mended


def _named(path: str, mend: Repair, given: Sequence[str], mended: Sequence[str], first: int) -> Problem:
    """A mend as the problem it stands for."""
    shown = given[mend.line]
    params = {"text": shown[mend.column :].strip(), "mend": mended[mend.line].strip()}
    return Problem(mend.code, path, mend.line + first + 1, mend.column + 1, shown, params)


def _once(problems: Sequence[Problem]) -> list[Problem]:
    """Each problem of one code and line once."""
    seen: dict[tuple[str, int, int], Problem] = {}
    for problem in problems:
        seen.setdefault((problem.code, problem.line, problem.column), problem)
    return list(seen.values())
