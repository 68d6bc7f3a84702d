"""Reading a diary file: bytes to an entry with positions, and every problem of the file by name.

A good file is composed once and walked once. Only where something is odd is the text mended line by line (see
``repair``) and read again; nothing is ever dropped without a problem that says so.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

from minqing.domain.model import Entry
from minqing.domain.patterns import pattern
from minqing.domain.values import dataclass, replace
from minqing.text.fences import Parts, late_fence, parts_of
from minqing.text.plain import read_plain
from minqing.text.problems import Problem
from minqing.text.source import Source, decode, name_of, split_lines

__all__ = ["Reading", "Source", "front_matter_span", "read_entry"]

# What a good file has none of: control characters, a `#` behind text, and what may be an anchor, alias or tag.
_CONTROL = pattern("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u2028\u2029\ufeff\ufffe\uffff]")
_SIGNS = pattern(r"[^ \t\n][ \t]+#|(?:^|[\s\[{,])[&*!]", re.MULTILINE)
_CONFLICT = pattern(r"^(?:<{7}|={7}|>{7}|\|{7})(?=[ \r]|$).*", re.MULTILINE)
_STRAY_ISSUE = pattern(r"^[ \t\u3000]*(?:[-－]\s*)?(?:编号|id)\s*[:：]\s*[\"']?\d{8}-\d", re.MULTILINE | re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Reading:
    """What a file holds: the entry (``None`` when it cannot be counted), every problem, the text as it was read.

    ``repaired`` equals ``source.text`` when nothing had to be recovered, and always has the same lines.
    ``draft`` is as much of the entry as could be read, also where it cannot be counted.
    """

    source: Source | None
    entry: Entry | None
    problems: tuple[Problem, ...]
    repaired: str
    draft: Entry | None = None


def front_matter_span(text: str) -> tuple[int, int]:
    """Where the YAML between the fences starts and ends in ``text``."""
    parts = parts_of(text)
    return parts.start, parts.start + len(parts.front)


def read_entry(raw: bytes, path: str, categories: Mapping[str, str]) -> Reading:
    """Read one diary file. Never raises for what is in it.

    ``path`` is relative to the workspace; its name gives the day and kind. ``categories`` is what
    ``category_words`` makes.
    """
    source, problems = decode(raw, path)
    if source is None:
        return Reading(None, None, tuple(problems), "")
    parts = parts_of(source.text)
    conflicts = _conflicts(source, parts)
    if conflicts or not parts.closing:
        problems += conflicts or [_unfenced(source, parts)]
        return Reading(source, None, tuple(problems), source.text)
    problems += _around(source, parts)
    return _read_front(source, parts, problems, categories)


def _read_front(source: Source, parts: Parts, problems: list[Problem], categories: Mapping[str, str]) -> Reading:
    """The entry between the fences: at once where all is well, else by way of recovery."""
    repaired, entry = parts.front, _at_once(source, parts, categories)
    if entry is None:
        from minqing.text.recover import recover  # a good file needs none of it

        repaired, entry, desk = recover(source.path, parts, categories)
        problems += desk.problems
    whole = _joined(source, parts, repaired)
    if entry and not entry.path:
        entry = replace(entry, path=source.path, body=parts.body)
    left_out = any(p.leaves_out for p in problems)
    ordered = sorted(problems, key=lambda p: (p.line, p.column))
    return Reading(source, None if left_out else entry, tuple(ordered), whole, entry)


def _at_once(source: Source, parts: Parts, categories: Mapping[str, str]) -> Entry | None:
    """The entry of a front matter that has nothing doubtful or wrong about it."""
    if _signs(parts.front):
        return None
    plain = read_plain(source.path, parts, categories)
    return plain or (None if _controls(parts.front) else _composed(source, parts, categories))


def _composed(source: Source, parts: Parts, categories: Mapping[str, str]) -> Entry | None:
    """The entry as YAML has it, where there is nothing wrong with that."""
    from minqing.text.desk import Desk
    from minqing.text.fields import build_entry
    from minqing.text.frontmatter import HANDLER
    from minqing.text.nodes import YAMLError

    try:
        root = HANDLER.load(parts.front)["node"]
    except YAMLError:
        return None
    lines = parts.front.splitlines()
    desk = Desk(source.path, categories, lines, lines, parts.line)
    entry = build_entry(root, name_of(source.path), desk)
    return None if desk.problems else entry


def _signs(front: str) -> bool:
    """Whether a front matter has signs that YAML may read in silence as what was not meant."""
    may = "#" in front or "&" in front or "*" in front or "!" in front
    return may and _SIGNS.search(front) is not None


def _controls(front: str) -> bool:
    """Whether a front matter has characters that may not stand in it."""
    return not front.replace("\n", "").isprintable() and _CONTROL.search(front) is not None


def _joined(source: Source, parts: Parts, front: str) -> str:
    """The whole text with the repaired front matter and plain fences."""
    opening, closing, text = parts.opening, parts.closing, source.text
    if not opening or not closing or (front == parts.front and not (opening.odd or closing.odd)):
        return text
    head = text[: opening.start] + "---" + text[opening.end : parts.start] if opening.odd else text[: parts.start]
    tail = "---" + text[closing.end :] if closing.odd else text[closing.start :]
    return head + front + tail


def _line_at(text: str, offset: int) -> tuple[int, str]:
    """1-based number and text of the line an offset is in."""
    lines = split_lines(text[:offset])[0]
    start = offset - len(lines[-1])
    return len(lines), split_lines(text[start : start + 2000])[0][0]


def _conflicts(source: Source, parts: Parts) -> list[Problem]:
    """Git's conflict markers; a row of ``=`` in the body and outside a conflict is a heading of Markdown."""
    text = source.text
    if "<<<<<<<" not in text and ">>>>>>>" not in text and "=======" not in parts.front:
        return []
    found: list[Problem] = []
    inside, number, at = False, 1, 0
    for mark in _CONFLICT.finditer(text):
        number, at = number + len(split_lines(text[at : mark.start()])[0]) - 1, mark.start()
        opens, closes = mark[0][0] == "<", mark[0][0] == ">"
        if inside or opens or closes or mark.start() < parts.start + len(parts.front):
            shown = split_lines(text[at : at + 2000])[0][0]
            told = {"text": mark[0][:40].strip()}
            found.append(Problem("conflict-marker", source.path, number, 1, shown, told))
        inside = (inside or opens) and not closes
    return found


def _here(code: str, source: Source, offset: int, **params: str) -> Problem:
    number, shown = _line_at(source.text, offset)
    return Problem(code, source.path, number, 1, shown, params)


def _unfenced(source: Source, parts: Parts) -> Problem:
    """Why there is no front matter to read."""
    if parts.opening:
        return _here("fence-open", source, parts.opening.start)
    late = late_fence(source.text)
    first = len(source.text) - len(source.text.lstrip())
    if late is None:
        return _here("front-matter-missing", source, first)
    return _here("fence-late", source, first, line=str(_line_at(source.text, late)[0]))


def _around(source: Source, parts: Parts) -> list[Problem]:
    """What is odd about the fences, and an issue below them, which nobody would count."""
    odd = [fence for fence in (parts.opening, parts.closing) if fence and fence.odd]
    found = [_here("fence-odd", source, f.start, text=source.text[f.start : f.end].strip()) for f in odd]
    body = parts.body
    stray = _STRAY_ISSUE.search(body) if "编号" in body or "id" in body or "ID" in body else None
    if stray:
        found.append(_here("issue-below-fence", source, len(source.text) - len(parts.body) + stray.start()))
    return found
