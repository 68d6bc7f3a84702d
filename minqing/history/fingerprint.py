"""Differences as short keys: to know one again later in the history, in whatever line it then stands."""

from __future__ import annotations

from collections.abc import Iterable
from hashlib import sha256
from typing import Any

from minqing.domain.model import Entry, Issue, Progress
from minqing.text.differences import ENTRY_FIELDS, ISSUE_FIELDS, Difference, Value

DIGITS = 24
"""Hexadecimal digits of a key: nobody finds two texts with the same 96 bits by trying."""


def lost(one: Difference) -> str:
    """What a difference took away, whatever it put there instead."""
    where = one.issue or one.old_file
    what = one.field if one.kind == "field_changed" else one.kind.partition("_")[0]
    return short(what, where, plain(None if what in ("issue", "entry") else one.old))


def came(one: Difference) -> str:
    """What a difference brought: the key under which it is lost again."""
    return lost(one.reversed)


def digest(differences: Iterable[Difference]) -> str:
    """All differences of a commit, in whatever order."""
    return short(*sorted(_whole(one) for one in differences))


def _whole(one: Difference) -> str:
    file = one.new_file or one.old_file if not one.issue else ""
    return short(one.kind, one.issue, one.field, plain(one.old), plain(one.new), file)


def plain(value: Value) -> Any:
    """A value without the place it stands in."""
    if isinstance(value, Progress):
        return (value.date.isoformat(), value.verb, value.argument, value.text)
    if isinstance(value, Issue):
        return (value.id, *(str(getattr(value, name)) for name in ISSUE_FIELDS), *map(plain, value.progress))
    if isinstance(value, Entry):
        return (*(str(getattr(value, name)) for name in ENTRY_FIELDS), value.body)
    return None if value is None else str(value)


def short(*parts: object) -> str:
    """A few hexadecimal digits for the parts."""
    return sha256(repr(parts).encode("utf-8", "surrogatepass")).hexdigest()[:DIGITS]
