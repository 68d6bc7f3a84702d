"""Whether a merged entry holds everything: worked out from the entries alone, not from how they are written."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import Any

from minqing.domain.model import Entry, Issue
from minqing.text.merge_body import pieces
from minqing.text.sequences import counted
from minqing.text.vocabulary import ENTRY_KEYS, ISSUE_KEYS

_LISTS = ("names",)


def is_whole(sides: Sequence[Entry | None], merged: Entry) -> bool:
    """Whether ``merged`` is what the rules say of ``sides`` (base, ours, theirs): nothing lost, nothing made up."""
    base, ours, theirs = sides
    assert ours is not None
    assert theirs is not None
    fields = all(
        _field_stands(key.type, [getattr(side, key.id) if side else None for side in sides], getattr(merged, key.id))
        for key in ENTRY_KEYS
        if key.id != "issues"
    )
    return fields and _issues_stand(base, ours, theirs, merged) and _body_stands(base, ours, theirs, merged)


def _issues_stand(base: Entry | None, ours: Entry, theirs: Entry, merged: Entry) -> bool:
    maps = [_by_id(entry.issues) if entry else {} for entry in (base, ours, theirs, merged)]
    before, mine, other, now = maps
    expected = {id for id in {**mine, **other} if _stands(before.get(id), mine.get(id), other.get(id))}
    if expected != set(now) or len(now) != len(merged.issues):
        return False
    return all(_issue_stands([before.get(id), mine.get(id), other.get(id)], now[id]) for id in expected)


def _by_id(issues: Sequence[Issue]) -> dict[Any, Issue]:
    names = counted(issue.id or f"?{issue.title}" for issue in issues)
    return dict(zip(names, issues, strict=True))


def _stands(base: object, ours: object, theirs: object) -> bool:
    """Whether something stands after a merge: unless one side took it away and the other left it as it was."""
    if ours is not None and theirs is not None:
        return True
    other = ours if theirs is None else theirs
    return other is not None and (base is None or other != base)


def _issue_stands(sides: Sequence[Issue | None], merged: Issue) -> bool:
    if sides[1] is None or sides[2] is None:
        return merged == (sides[1] or sides[2])
    fields = all(
        _field_stands(key.type, [getattr(side, key.id) if side else None for side in sides], getattr(merged, key.id))
        for key in ISSUE_KEYS
        if key.id != "progress"
    )
    lines = [set(counted(side.progress)) if side else set() for side in sides]
    expected = Counter(line for line, _ in _together(*lines))
    return fields and Counter(merged.progress) == expected


def _field_stands(type: str, sides: Sequence[Any], merged: Any) -> bool:
    base, ours, theirs = sides
    if type in _LISTS:
        return set(merged) == _together(set(base or ()), set(ours), set(theirs))
    if ours == theirs:
        return bool(merged == ours)
    kept = [value for value in (ours, theirs) if value not in (base, None)]
    return merged in kept if kept else merged is None


def _together(base: set[Any], ours: set[Any], theirs: set[Any]) -> set[Any]:
    return (base & ours & theirs) | (ours - base) | (theirs - base)


def _body_stands(base: Entry | None, ours: Entry, theirs: Entry, merged: Entry) -> bool:
    sets = [_said(entry.body) if entry else set() for entry in (base, ours, theirs, merged)]
    return sets[3] >= _together(*sets[:3])


def _said(body: str) -> set[str]:
    return {piece.strip() for piece in pieces(body) if piece.strip()}
