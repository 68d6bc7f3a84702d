"""Reading ``minqing.yaml`` by its table: values by key, and every problem with its line and column."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Any

from minqing.domain.community import CATEGORIES, COMMITTEES
from minqing.domain.patterns import pattern
from minqing.domain.values import dataclass, field
from minqing.text.nodes import MappingNode, Node, ScalarNode, SequenceNode, entries
from minqing.text.normal import folded, half_width, near
from minqing.text.problems import Problem
from minqing.workspace.settings_table import Setting
from minqing.workspace.settings_text import SettingsText
from minqing.workspace.settings_types import NUMBERS, SCALARS, expected, without_unit

Found = dict[str, Any]
"""Values by the English key; what is missing or wrong is not in it."""

_SPLIT = pattern(r"[、，,;；]")
_LONGEST_SHOWN = 60


@dataclass(slots=True)
class SettingsReader:
    """One reading of the settings; ``problems`` grows while values are taken."""

    source: SettingsText
    problems: list[Problem] = field(default_factory=list)

    def section(self, node: Node, keys: Sequence[Setting], above: str = "") -> Found:
        """The values of a mapping with fixed ``keys``; an unknown key is a warning."""
        known = {folded(word): setting for setting in keys for word in (setting.id, setting.zh)}
        found: Found = {}
        for key, value, word in self.pairs(node, lambda word: getattr(known.get(word), "id", word)):
            setting = known.get(folded(word))
            if setting is None:
                self._unknown(key, word, known, keys)
                continue
            taken = self.value(value, setting, above + word)
            if taken is not None:
                found[setting.id] = taken
        return found

    def pairs(self, node: Node, same: Callable[[str], str]) -> Iterator[tuple[Node, Node, str]]:
        """Key node, value node and the key's text; of keys that mean the ``same`` the first counts."""
        seen: dict[str, Node] = {}
        for key, value in entries(node) if isinstance(node, MappingNode) else []:
            word = half_width(key.value) if isinstance(key, ScalarNode) else self.source.excerpt(key)
            first = seen.setdefault(same(folded(word)), key)
            if first is key:
                yield key, value, word
            else:
                line = str(first.start_mark.line + 1)
                self.problem("settings-key-duplicate", key, key=word, first=line)

    def value(self, node: Node, setting: Setting, path: str) -> Any | None:
        """The value of one setting; ``None`` when nothing is written there, or a wrong value (a problem)."""
        if isinstance(node, ScalarNode) and not node.value.strip():
            return None
        if setting.type in SCALARS:
            return self._scalar(node, setting.type, path, setting.id)
        return _CONTAINERS[setting.type](self, node, setting, path)

    def wrong(self, node: Node, type: str, path: str, missing: bool = False) -> Any:
        """Note that ``node`` is no value of ``type``, or that one is ``missing`` in it; answers ``None``."""
        zh, en = expected(type)
        code = "settings-format" if type == "format" else "settings-value"
        value = "" if missing else self.source.excerpt(node)[:_LONGEST_SHOWN]
        self.problem(code, node, key=path, value=value, expected_zh=zh, expected_en=en)
        return None

    def problem(self, code: str, node: Node, **params: str) -> None:
        """Note a problem at the start of ``node``."""
        self.problems.append(self.source.problem(code, node.start_mark.line, node.start_mark.column, **params))

    def _scalar(self, node: Node, type: str, path: str, setting: str = "") -> Any | None:
        if isinstance(node, ScalarNode):
            try:
                return SCALARS[type].read(without_unit(node.value, setting) if type in NUMBERS else node.value)
            except ValueError:
                pass
        return self.wrong(node, type, path)

    def _unknown(self, key: Node, word: str, known: Mapping[str, Setting], keys: Sequence[Setting]) -> None:
        nearest = known.get(near(folded(word), list(known)) or "")
        offered = [nearest] if nearest else keys
        names = ", ".join(f"{s.id} {s.zh}" if s.id != s.zh else s.id for s in offered)
        self.problem("settings-key", key, key=word, near=names)

    def texts(self, node: Node, type: str, path: str) -> tuple[str, ...]:
        """The items of a list of single values of ``type``; a plain text is split at commas."""
        if isinstance(node, ScalarNode):
            return tuple(part.strip() for part in _SPLIT.split(node.value) if part.strip())
        if not isinstance(node, SequenceNode):
            self.wrong(node, type, path)
            return ()
        items = [self._scalar(item, "text", path) for item in node.value]
        return tuple(text for text in items if text)


def _section(reader: SettingsReader, node: Node, setting: Setting, path: str) -> Any:
    if not isinstance(node, MappingNode):
        return reader.wrong(node, setting.type, path)
    return _complete(reader, node, setting, path, reader.section(node, setting.keys, path + "."))


def _complete(reader: SettingsReader, node: MappingNode, setting: Setting, path: str, found: Found) -> Any:
    """``found``, unless a key without which the rest means nothing is missing from it."""
    for key in setting.keys:
        if key.required and key.id not in found:
            word = key.id if path.isascii() else key.zh
            return None if _written(node, key) else reader.wrong(node, key.type, f"{path}.{word}", missing=True)
    return found


def _written(node: MappingNode, setting: Setting) -> bool:
    """Whether ``setting`` is there with a value, if a wrong one, which is a problem already."""
    words = {folded(setting.id), folded(setting.zh)}
    return any(folded(str(key.value)) in words and not _blank(value) for key, value in entries(node))


def _items(reader: SettingsReader, node: Node, setting: Setting, path: str) -> Any:
    """A list whose items are mappings, or bare names."""
    if isinstance(node, ScalarNode):
        return tuple({"name": name} for name in reader.texts(node, setting.type, path))
    if not isinstance(node, SequenceNode):
        return reader.wrong(node, setting.type, path)
    items = (_item(reader, item, setting, path) for item in node.value)
    return tuple(item for item in items if item)


def _item(reader: SettingsReader, node: Node, setting: Setting, path: str) -> Any:
    if isinstance(node, ScalarNode):
        name = reader.value(node, setting.keys[0], path)
        return {"name": name} if name else None
    return _section(reader, node, setting, path)


def _names(reader: SettingsReader, node: Node, setting: Setting, path: str) -> tuple[str, ...]:
    return reader.texts(node, setting.type, path)


def _dates(reader: SettingsReader, node: Node, setting: Setting, path: str) -> frozenset[Any]:
    if isinstance(node, ScalarNode):
        days = [_try_date(part) for part in reader.texts(node, setting.type, path)]
        if None in days:
            reader.wrong(node, "date", path)
        return frozenset(day for day in days if day)
    items = node.value if isinstance(node, SequenceNode) else [node]
    taken = (reader._scalar(item, "date", path) for item in items)
    return frozenset(day for day in taken if day)


def _try_date(text: str) -> Any | None:
    try:
        return SCALARS["date"].read(text)
    except ValueError:
        return None


def _routes(reader: SettingsReader, node: Node, setting: Setting, path: str) -> Any:
    if not isinstance(node, MappingNode):
        return reader.wrong(node, setting.type, path)
    pairs = reader.pairs(node, str)
    return {word: reader.texts(value, "names", f"{path}.{word}") for _, value, word in pairs}


CATEGORY_IDS = {folded(word): c.id for c in CATEGORIES.values() for word in (c.id, c.name)}
"""Built-in categories by either spelling: an override may be given by the Chinese name."""


def _categories(reader: SettingsReader, node: Node, setting: Setting, path: str) -> Any:
    if not isinstance(node, MappingNode):
        return reader.wrong(node, setting.type, path)
    found: Found = {}
    for _, value, word in reader.pairs(node, lambda word: CATEGORY_IDS.get(word, word)):
        given = _section(reader, value, setting, f"{path}.{word}") if not _blank(value) else {}
        if given is not None:
            found[CATEGORY_IDS.get(folded(word), word)] = given
    return found


def _workdays(reader: SettingsReader, node: Node, setting: Setting, path: str) -> Any:
    """Days off and at work by year; a key that is no year is a wrong value."""
    if not isinstance(node, MappingNode):
        return reader.wrong(node, setting.type, path)
    found: Found = {}
    for key, value, word in reader.pairs(node, str):
        given = _section(reader, value, setting, f"{path}.{word}") if not _blank(value) else None
        if not re.fullmatch(r"[12]\d{3}", word, re.ASCII):
            reader.wrong(key, setting.type, path)
        elif given is not None:
            found[word] = given
    return found


def _committees(reader: SettingsReader, node: Node, setting: Setting, path: str) -> Any:
    if not isinstance(node, ScalarNode):
        return reader.texts(node, setting.type, path) or None
    names = reader.texts(node, setting.type, path)
    preset = COMMITTEES.get(folded(node.value))
    return preset or (names if len(names) > 1 else reader.wrong(node, setting.type, path))


def _blank(node: Node) -> bool:
    return isinstance(node, ScalarNode) and not node.value.strip()


_CONTAINERS: Mapping[str, Callable[[SettingsReader, Node, Setting, str], Any]] = {
    "section": _section,
    "items": _items,
    "names": _names,
    "dates": _dates,
    "routes": _routes,
    "categories": _categories,
    "workdays": _workdays,
    "committees": _committees,
}
