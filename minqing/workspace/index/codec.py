"""Values of the diary as plain tuples that ``marshal`` can keep, and back."""

from __future__ import annotations

import marshal
from datetime import date
from decimal import Decimal
from operator import itemgetter
from typing import Any

from minqing.domain import community as settings
from minqing.domain.model import Entry, Issue, Progress
from minqing.domain.values import fields
from minqing.text.problems import Problem

Plain = tuple[Any, ...]

ISSUES = 10
"""Where in a plain entry its issues are."""

NAMED_BY = itemgetter(1, 2, 3, 10)
"""What words name a plain issue by: its title, place, reporter and ticket."""


def plain_entry(entry: Entry) -> Plain:
    """An entry without its path, which is kept beside it."""
    return (
        entry.date.toordinal(), entry.kind, entry.time, entry.weather, entry.route, entry.steps,
        _text(entry.km), entry.walkers, entry.companions, entry.visits,
        tuple(_plain_issue(issue) for issue in entry.issues), entry.cleaned, entry.body,
    )  # fmt: skip


def entry_of(plain: Plain, path: str, *, issues: bool = True) -> Entry:
    """The entry of ``plain_entry``; without its ``issues`` where only its facts are needed."""
    day, kind, time, weather, route, steps, km, walkers, companions, visits, inside, cleaned, body = plain
    held = tuple(issue_of(issue) for issue in inside) if issues else ()
    return Entry(
        date.fromordinal(day), kind, time, weather, route, steps, _decimal(km), walkers, companions, visits,
        cleaned, held, path, body,
    )  # fmt: skip


def _plain_issue(issue: Issue) -> Plain:
    return (
        issue.id, issue.title, issue.place, issue.reporter, issue.source, issue.category, issue.tier, issue.owner,
        issue.due and issue.due.toordinal(), issue.households, issue.ticket, _text(issue.cost), issue.photos,
        tuple((p.date.toordinal(), p.verb, p.argument, p.text, p.line) for p in issue.progress), issue.line,
    )  # fmt: skip


def issue_of(plain: Plain) -> Issue:
    """The issue as it was read."""
    id, title, place, reporter, source, category, tier, owner, due, households, ticket, cost, photos, steps, line = (
        plain
    )
    progress = tuple([Progress(date.fromordinal(day), *rest) for day, *rest in steps]) if steps else ()
    return Issue(
        id, title, place, reporter, source, category, tier, owner, due and date.fromordinal(due), households,
        ticket, _decimal(cost), photos, progress, line,
    )  # fmt: skip


def _text(number: Decimal | None) -> str | None:
    return None if number is None else str(number)


def _decimal(text: str | None) -> Decimal | None:
    return None if text is None else Decimal(text)


KEPT = {
    kind.__name__: kind
    for kind in (
        settings.Building, settings.Person, settings.TierRule, settings.Category, settings.FixedVisit,
        settings.Opening, settings.YearOfWorkdays, settings.Community, Problem,
    )
}  # fmt: skip
"""The kinds of value, besides plain ones, that settings and problems are made of."""


def dumped(value: object) -> bytes:
    """Settings or problems as bytes."""
    return marshal.dumps(_plain(value))


def restored(raw: bytes) -> Any:
    """What ``dumped`` was given; mappings come back as ``dict``."""
    return _value(marshal.loads(raw))


def _plain(value: Any) -> Any:
    if value is None or isinstance(value, str | int | float):
        return value
    if isinstance(value, date):
        return ("date", value.toordinal())
    if isinstance(value, Decimal):
        return ("decimal", str(value))
    if isinstance(value, tuple | list | frozenset):
        return (type(value).__name__, *map(_plain, value))
    if type(value).__name__ in KEPT:
        return (type(value).__name__, *(_plain(getattr(value, field.name)) for field in fields(value)))
    return ("dict", *((_plain(key), _plain(item)) for key, item in value.items()))


def _value(plain: Any) -> Any:
    if not isinstance(plain, tuple):
        return plain
    kind, *parts = plain
    if kind in _SCALARS:
        return _SCALARS[kind](parts[0])
    if kind == "dict":
        return {_value(key): _value(item) for key, item in parts}
    values = map(_value, parts)
    return KEPT[kind](*values) if kind in KEPT else _COLLECTIONS[kind](values)


_SCALARS: dict[str, Any] = {"date": date.fromordinal, "decimal": Decimal}
_COLLECTIONS: dict[str, Any] = {"tuple": tuple, "list": list, "frozenset": frozenset}
