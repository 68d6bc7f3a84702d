"""Git's conflict markers in a diary: the texts that lie between them, and marks around what nobody may guess."""

from __future__ import annotations

from collections.abc import Sequence
from difflib import SequenceMatcher

from minqing.domain.patterns import pattern
from minqing.domain.values import dataclass, field
from minqing.text.blocks import lines_with_ends

_MARK = pattern(r"([<|=>])\1{6,}(?=[ \r\n]|$)")
_ANY = 0


@dataclass(slots=True)
class _Conflict:
    """A conflict: its sides, and its base where git wrote that down; each a list of lines and inner conflicts."""

    ours: list[str | _Conflict] = field(default_factory=list)
    base: list[str | _Conflict] | None = None
    theirs: list[str | _Conflict] = field(default_factory=list)


_Part = str | _Conflict


@dataclass(frozen=True, slots=True)
class Sides:
    """The versions of a text that conflict markers hold apart (two or more), the one they come from if that is
    written there, and the lines outside all markers."""

    versions: tuple[str, ...]
    base: str | None
    common: str


def sides_of(text: str) -> Sides | None:
    """The versions in a text with conflict markers, nested ones too; ``None`` where the markers do not pair up."""
    lines = lines_with_ends(text)
    parts, at = _parts(lines, 0, "")
    if at != len(lines) or not any(isinstance(part, _Conflict) for part in parts):
        return None
    count = _leaves(parts)
    versions = tuple(dict.fromkeys(_version(parts, n) for n in range(count)))
    return Sides(versions, _base(parts), "".join(part for part in parts if isinstance(part, str)))


def _mark(line: str, size: int = _ANY) -> str:
    """Which marker a line is, if any; of just so many characters where ``size`` says so."""
    found = _MARK.match(line)
    return found[1] if found and size in (_ANY, len(found[0])) else ""


def _parts(lines: Sequence[str], at: int, stops: str, size: int = _ANY) -> tuple[list[_Part], int]:
    """Lines and conflicts up to a marker that ends this side; ``at`` is past the end where there is none."""
    found: list[_Part] = []
    while at < len(lines):
        mark = _mark(lines[at], size)
        if mark and mark in stops:
            return found, at
        if mark == "<":
            conflict, at = _conflict(lines, at + 1)
            if conflict is None:
                return found, len(lines) + 1
            found.append(conflict)
            continue
        if mark and mark in "|>":
            return found, len(lines) + 1
        found.append(lines[at])
        at += 1
    return found, at if not stops else len(lines) + 1


def _conflict(lines: Sequence[str], at: int) -> tuple[_Conflict | None, int]:
    """The conflict whose first marker is above the line ``at``.

    Longer markers in what both come from are those of another merge, and may not pair up within it.
    """
    made, opened = _Conflict(), _MARK.match(lines[at - 1])
    made.ours, at = _parts(lines, at, "|=")
    if at < len(lines) and _mark(lines[at]) == "|":
        made.base, at = _parts(lines, at + 1, "=", len(opened[0]) if opened else _ANY)
    if at >= len(lines):
        return None, at
    made.theirs, at = _parts(lines, at + 1, ">")
    return (made, at + 1) if at < len(lines) else (None, at)


def _leaves(parts: Sequence[_Part]) -> int:
    """How many versions there are to tell apart."""
    inner = [_leaves(p.ours) + _leaves(p.theirs) for p in parts if isinstance(p, _Conflict)]
    return max(inner, default=1)


def _version(parts: Sequence[_Part], number: int) -> str:
    """The text of one version; a conflict with fewer of them gives its last one."""
    out = []
    for part in parts:
        if isinstance(part, str):
            out.append(part)
            continue
        first = _leaves(part.ours)
        out.append(_version(part.ours, number) if number < first else _version(part.theirs, number - first))
    return "".join(out)


def _base(parts: Sequence[_Part]) -> str | None:
    out = []
    for part in parts:
        if isinstance(part, str):
            out.append(part)
        elif part.base is None or any(isinstance(inner, _Conflict) for inner in part.base):
            return None
        else:
            out.append("".join(line for line in part.base if isinstance(line, str)))
    return "".join(out)


def marked(ours: str, theirs: str) -> str:
    """Two texts as one, with markers around the lines in which they differ."""
    left, right = lines_with_ends(ours), lines_with_ends(theirs)
    out: list[str] = []
    for tag, i, j, m, n in SequenceMatcher(None, left, right, autojunk=False).get_opcodes():
        if tag == "equal":
            out += left[i:j]
        else:
            out += ["<<<<<<< ours\n", *_ended(left[i:j]), "=======\n", *_ended(right[m:n]), ">>>>>>> theirs\n"]
    return "".join(out)


def _ended(lines: Sequence[str]) -> list[str]:
    return [line if line.endswith(("\n", "\r")) else f"{line}\n" for line in lines]
