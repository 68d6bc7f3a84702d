"""Reading a diary file: bytes to an entry with positions, and every problem of the file by name.

A good file is composed once and walked once. Only where something is odd is the text mended line by line (see
``repair``) and read again; nothing is ever dropped without a problem that says so.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace

from minqing.domain.community import CATEGORY_ALIASES, Community
from minqing.domain.model import Entry
from minqing.text.fields import Desk, build_entry
from minqing.text.frontmatter import HANDLER, Parts
from minqing.text.nodes import YAMLError, compose
from minqing.text.normal import folded
from minqing.text.problems import Problem
from minqing.text.source import Source, decode, name_of, split_lines

__all__ = ["Reading", "Source", "category_words", "front_matter_span", "read_entry"]


@dataclass(frozen=True, slots=True)
class Reading:
    """What a file holds: the entry (``None`` when it cannot be counted), every problem, the text as it was read.

    ``repaired`` equals ``source.text`` when nothing had to be recovered, and always has the same lines.
    ``draft`` is as much of an entry that cannot be counted as could be read.
    """

    source: Source | None
    entry: Entry | None
    problems: tuple[Problem, ...]
    repaired: str
    draft: Entry | None = None


def category_words(community: Community) -> dict[str, str]:
    """Every way to write a category, folded, to its id: names and ids first, then what people write instead."""
    known = community.categories
    words: dict[str, str] = {}
    for id, category in known.items():
        words[folded(category.name)] = id
    for id in known:
        words.setdefault(folded(id), id)
    for word, id in CATEGORY_ALIASES.items():
        if id in known:
            words.setdefault(folded(word), id)
    return words


def front_matter_span(text: str) -> tuple[int, int]:
    """Where the YAML between the fences starts and ends in the text of a countable entry."""
    parts = HANDLER.parts(text)
    return parts.start, parts.start + len(parts.front)


def read_entry(raw: bytes, path: str, categories: Mapping[str, str]) -> Reading:
    """Read one diary file. Never raises for what is in it.

    ``path`` is relative to the workspace; its name gives the day and kind. ``categories`` as ``category_words``
    makes it.
    """
    source, problems = decode(raw, path)
    if source is None:
        return Reading(None, None, tuple(problems), "")
    parts = HANDLER.parts(source.text)
    lines = split_lines(parts.front)[0]
    desk = Desk(path, categories, lines, lines, parts.line)
    root = compose(parts.front)
    entry = build_entry(root, name_of(path), desk)
    if entry:
        entry = replace(entry, path=path, body=parts.body)
    return Reading(source, entry, tuple(desk.problems), source.text)
