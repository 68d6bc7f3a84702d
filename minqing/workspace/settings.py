"""The community's settings: ``minqing.yaml`` to a ``Community``, never raising for what is written in it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from minqing.domain.community import (
    CATEGORIES,
    TIER_RULES,
    Building,
    Category,
    Community,
    FixedVisit,
    Opening,
    Person,
    YearOfWorkdays,
)
from minqing.domain.values import replace
from minqing.text.problems import Problem
from minqing.text.source import decode
from minqing.workspace.find import SETTINGS_FILE
from minqing.workspace.language import settings_language
from minqing.workspace.settings_reader import Found, SettingsReader
from minqing.workspace.settings_table import SETTINGS
from minqing.workspace.settings_text import composed, settings_text

__all__ = ["read_settings", "settings_language"]


def read_settings(raw: bytes) -> tuple[Community, tuple[Problem, ...]]:
    """The settings in ``raw`` with defaults for what is missing or wrong, and every problem by line."""
    found, odd = decode(raw, SETTINGS_FILE)
    if found is None:
        return Community(), tuple(p for p in odd if p.code != "file-empty")
    source = settings_text(found.text)
    problems = [*(replace(p, code="settings-encoding") for p in odd), *source.punctuation()]
    root = composed(source)
    if root is None or isinstance(root, Problem):
        return Community(), (*problems, *([root] if root else []))
    reader = SettingsReader(source)
    community = _community(reader.section(root, SETTINGS))
    return community, tuple(sorted([*problems, *reader.problems], key=lambda p: (p.line, p.column)))


def _community(found: Found) -> Community:
    """The values by field: those of sections with fields of their own are taken out of their section."""
    values: Found = {}
    for setting in SETTINGS:
        if setting.field and setting.id in found:
            shape = _SHAPED.get(setting.id)
            values[setting.field] = shape(found[setting.id]) if shape else found[setting.id]
        for key in setting.keys:
            if key.field and key.id in found.get(setting.id, {}):
                values[key.field] = found[setting.id][key.id]
    return Community(**values)


def _tiers(found: Found) -> Mapping[str, object]:
    """The built-in tiers, overridden key by key."""
    return {id: replace(rule, **found.get(id, {})) for id, rule in TIER_RULES.items()}


def _categories(found: Found) -> Mapping[str, Category]:
    """The built-in categories, overridden key by key, and the community's own after them."""
    own = {id: Category(**{"id": id, "name": id, **given}) for id, given in found.items() if id not in CATEGORIES}
    return {id: replace(category, **found.get(id, {})) for id, category in CATEGORIES.items()} | own


_SHAPED: Mapping[str, Callable[[Any], object]] = {
    "buildings": lambda items: tuple(Building(**item) for item in items),
    "people": lambda items: tuple(Person(**item) for item in items),
    "rota": lambda items: tuple(FixedVisit(**item) for item in items),
    "tiers": _tiers,
    "categories": _categories,
    "opening": lambda found: Opening(**found),
    "workdays": lambda years: {int(year): YearOfWorkdays(**given) for year, given in years.items()},
}
