"""Facts of an entry, and days of what was done, put right: each in its own place, every other byte as it was."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any

from minqing.domain.errors import DIARY, MinqingError
from minqing.domain.model import Progress
from minqing.domain.values import replace
from minqing.text.edit import edited, entry_of, issue_node, new_facts, only_issue, pair_of, with_issue
from minqing.text.nodes import MappingNode, ScalarNode, SequenceNode
from minqing.text.progress import parse_line
from minqing.text.read import Reading
from minqing.text.splice import Change, Page
from minqing.text.vocabulary import ENTRY_KEYS, ISSUE_BY_WORD, Key
from minqing.text.write import Spelling, spelling_of

_NO_VALUE = {"names": "[]"}
"""What stands for no value inside a ``{mapping}``, by the key's type; nothing at all for the others."""


def set_facts(
    reading: Reading,
    facts: Mapping[str, object],
    language: str,
    names: Mapping[str, str],
    categories: Mapping[str, str],
) -> bytes:
    """The file's bytes with ``facts``, by their English keys, instead of what it says; ``None`` and ``()`` go out.

    Raises as ``text.edit.add_progress`` does.
    """
    entry = entry_of(reading)
    intended: dict[str, Any] = dict(facts)
    spelling = spelling_of(language, names)

    def changes(page: Page, root: MappingNode) -> list[Change]:
        keys = [key for key in ENTRY_KEYS if key.id in facts]
        absent = [key for key in keys if pair_of(root, key) is None and facts[key.id] not in (None, ())]
        new = {key: spelling.pair(key, facts[key.id], root.flow_style) for key in absent}
        there = [_instead(page, root, key, facts[key.id], spelling) for key in keys if pair_of(root, key)]
        return [*new_facts(page, root, new), *there]

    return edited(reading, 1, changes, replace(entry, **intended), categories)


def _instead(page: Page, root: MappingNode, key: Key, value: object, spelling: Spelling) -> Change:
    """The change of a fact that stands there; one that goes takes its lines with it."""
    pair = pair_of(root, key)
    assert pair is not None
    word, old = pair
    start, end = page.start(old), max(page.end(old), page.end(word))
    gone = value in (None, ())
    if gone and not root.flow_style:
        return page.without_lines(page.start(word), end)
    text = _NO_VALUE.get(key.type, "") if gone else spelling.behind(key, value, root.flow_style)
    colon = page.repaired.index(":", page.end(word)) + 1
    if start < end and page.line_number(start) == page.line_number(colon):
        return page.inline(start, end, text)
    return page.inline(colon, max(colon, page.end(old)), f" {text}")


_DAY = len("2026-11-16")


def set_day(reading: Reading, issue_id: str, line: Progress, day: date, categories: Mapping[str, str]) -> bytes:
    """The file's bytes with ``day`` as the day of a line of progress; its words stay, and it stays where it is.

    Raises as ``text.edit.add_progress`` does; ``edit.repair-first`` too for a day that is written in another style.
    """
    entry = entry_of(reading)
    issue = only_issue(entry, issue_id)
    at = issue.progress.index(line)
    lines = tuple(replace(one, date=day) if n == at else one for n, one in enumerate(issue.progress))
    intended = with_issue(entry, issue, replace(issue, progress=lines))

    def changes(page: Page, root: MappingNode) -> list[Change]:
        start = list(_days(page, issue_node(page, root, issue), categories))[at]
        if page.repaired[start : start + _DAY] != line.date.isoformat():
            raise MinqingError("edit.repair-first", DIARY, path=page.source.path, line=line.line)
        return [page.inline(start, start + _DAY, day.isoformat())]

    return edited(reading, line.line, changes, intended, categories)


def _days(page: Page, issue: MappingNode, categories: Mapping[str, str]) -> Iterator[int]:
    """Where each line of progress that is read begins with its day."""
    pair = pair_of(issue, ISSUE_BY_WORD["progress"])
    listed = pair[1] if pair else None
    for node in listed.value if isinstance(listed, SequenceNode) else [listed]:
        if isinstance(node, ScalarNode) and parse_line(node.value, categories)[0]:
            yield page.start(node) + (node.style in ("'", '"'))
