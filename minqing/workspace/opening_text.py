"""The opening balance written into ``minqing.yaml``: its lines alone, everything else byte for byte as it was."""

from __future__ import annotations

import re
from collections.abc import Sequence
from decimal import Decimal

from minqing.domain.community import Opening
from minqing.domain.errors import DIARY, MinqingError
from minqing.domain.values import replace
from minqing.text.nodes import MappingNode, Node, ScalarNode, entries
from minqing.text.normal import folded
from minqing.text.problems import Problem
from minqing.text.source import decode, split_lines
from minqing.text.write import encoded
from minqing.workspace.find import SETTINGS_FILE
from minqing.workspace.settings import read_settings
from minqing.workspace.settings_table import SETTINGS
from minqing.workspace.settings_text import composed, settings_text

_SETTING = next(setting for setting in SETTINGS if setting.id == "opening")


def with_opening(raw: bytes, opening: Opening | None, language: str) -> bytes:
    """The settings in ``raw`` with this opening balance, or without one; comments in and behind its lines stay.

    Raises ``MinqingError`` where the settings cannot be read, or would not hold exactly this change afterwards.
    """
    source, _ = decode(raw, SETTINGS_FILE)
    if source is None and raw.strip():
        raise MinqingError("opening.settings", DIARY)
    text, newline = (source.text, source.newline) if source else ("", "\n")
    lines, ends = split_lines(text)
    first, last = _place(text, len(lines))
    old = lines[first:last]
    new = _block(opening, language, old) if opening else [line for line in old if line.lstrip().startswith("#")]
    if first == last == len(lines) and lines and not lines[-1]:
        first, last = first - 1, last - 1
    made = [line + (ends[n] or newline) for n, line in enumerate(lines) if n < first]
    made += [line + newline for line in new]
    made += [line + ends[n] for n, line in enumerate(lines) if n >= last]
    result = encoded("".join(made), source.encoding if source else "utf-8", SETTINGS_FILE)
    _refuse_otherwise(raw, result, opening)
    return result


def _refuse_otherwise(raw: bytes, new: bytes, opening: Opening | None) -> None:
    before, problems = read_settings(raw)
    after, now = read_settings(new)
    if after != replace(before, opening=opening) or len(now) > len(problems):
        raise MinqingError("opening.settings", DIARY)


def _place(text: str, end: int) -> tuple[int, int]:
    """The lines that hold the balance, the first one and the one behind; where there is none, the end of the file."""
    root = composed(settings_text(text)) if text.strip() else None
    if isinstance(root, Problem):
        raise MinqingError("opening.settings", DIARY)
    for key, value in entries(root) if isinstance(root, MappingNode) else ():
        if isinstance(key, ScalarNode) and folded(key.value) in (_SETTING.id, _SETTING.zh):
            return int(key.start_mark.line), _last_line(value) + 1
    return end, end


def _last_line(node: Node) -> int:
    """The last line on which a value has text."""
    if isinstance(node, MappingNode) and not node.flow_style and node.value:
        return _last_line(node.value[-1][1])
    mark = node.end_mark
    return int(mark.line) - (1 if mark.column == 0 and mark.line > node.start_mark.line else 0)


def _block(opening: Opening, language: str, old: Sequence[str]) -> list[str]:
    """The balance as lines, with the comments that stood among the old ones."""
    zh = language == "zh"
    behind = _comments(old)
    lines = [f"{_SETTING.zh if zh else _SETTING.id}:{behind.get('opening', '')}"]
    lines += [line for line in old if line.lstrip().startswith("#")]
    for key in _SETTING.keys:
        value = getattr(opening, key.id)
        if value is not None:
            shown = format(value, "f") if isinstance(value, Decimal) else str(value)
            lines.append(f"  {key.zh if zh else key.id}: {shown}{behind.get(key.id, '')}")
    return lines


def _comments(old: Sequence[str]) -> dict[str, str]:
    """The comment behind each key's line, by the key's id."""
    ids = {folded(word): key.id for key in (_SETTING, *_SETTING.keys) for word in (key.id, key.zh)}
    found = {}
    for line in old:
        match = re.match(r"\s*([^\s:：#{]+)\s*[:：].*?(\s+#.*)$", line)
        if match and folded(match[1]) in ids:
            found[ids[folded(match[1])]] = match[2]
    return found
