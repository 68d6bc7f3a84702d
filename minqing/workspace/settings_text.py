"""The text of ``minqing.yaml`` on its way to nodes: encoding, full-width punctuation, what YAML refuses."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from minqing.text.nodes import MappingNode, Node, ScalarNode, SequenceNode, YAMLError, compose, entries
from minqing.text.normal import folded
from minqing.text.problems import Problem
from minqing.text.source import split_lines
from minqing.workspace.find import SETTINGS_FILE
from minqing.workspace.settings_table import SETTINGS, every_setting

DEEPEST = 50
"""How deep brackets, or list marks on one line, may be nested; libyaml crashes on many thousands."""

LONGEST_SHOWN = 200
"""How many characters of a line a problem shows."""

_KEY = re.compile(r"([ \u3000]*(?:-[ \u3000]+)?)([^\s\"'#\[\]{},:：]+)([ \u3000]*)([:：])(.*)")
_FLOW = re.compile(r"[\[{][^\"'\[\]{}#]*[\]}]")
_FULL_COLON = re.compile(r"(?<!\d)：[ \u3000]?")
_DASHES = re.compile(rf"\s*(?:[-?]\s+){{{DEEPEST}}}")
_QUOTED_OR_COMMENT = re.compile(r"\"(?:[^\"\\\n]|\\.)*\"|'[^'\n]*'|(?:^|\s)#.*", re.MULTILINE)
_BEGINNINGS = ("simple key", "quoted scalar", "flow sequence", "flow mapping")
_CONTROL = re.compile(r"[^\t\x20-\x7e\x85\xa0-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")

KEY_WORDS = frozenset(folded(word) for setting in every_setting(SETTINGS) for word in (setting.id, setting.zh))
"""Every key of the settings in both spellings, folded."""


@dataclass(frozen=True, slots=True)
class SettingsText:
    """The settings as they stand in the file (``original``) and as they are composed (``text``)."""

    original: tuple[str, ...]
    text: str

    def problem(self, code: str, mark: Any, **params: str) -> Problem:
        """A problem at a mark of the composed text, placed in the original."""
        line = min(mark.line, max(len(self.original) - 1, 0))
        column = self._original_column(line, mark.column) if line == mark.line else 0
        return Problem(code, SETTINGS_FILE, line + 1, column + 1, self._line(line)[:LONGEST_SHOWN], params)

    def excerpt(self, node: Node) -> str:
        """The text of a node as it is composed."""
        if isinstance(node, ScalarNode):
            return str(node.value)
        return self.text[node.start_mark.index : node.end_mark.index].strip()

    def punctuation(self) -> Iterator[Problem]:
        """A warning for each line whose full-width punctuation was read as the half-width one."""
        for number, (old, new) in enumerate(zip(self.original, self.text.split("\n"), strict=False)):
            if old != new:
                column = next((i for i, (a, b) in enumerate(zip(old, new, strict=False)) if a != b), 0)
                yield Problem("settings-punctuation", SETTINGS_FILE, number + 1, column + 1, old[:LONGEST_SHOWN])

    def _line(self, number: int) -> str:
        return self.original[number] if number < len(self.original) else ""

    def _original_column(self, number: int, column: int) -> int:
        """``column`` without what was put in before it: blanks after colons, second halves of wide blanks."""
        new = self.text.split("\n")[number]
        old = _widened(self._line(number))
        at = 0
        for i in range(min(column, len(new))):
            put_in = new[i] == " " and new[i - 1 : i] == ":" and old[at : at + 1] not in (" ", "\u3000")
            at += not put_in
        return at - (len(old) - len(self._line(number)))


def settings_text(text: str) -> SettingsText:
    """``text`` by lines, with full-width punctuation of YAML made half-width; no line moves."""
    lines = tuple(split_lines(text)[0])
    return SettingsText(lines, "\n".join(_mended(line) for line in lines))


def composed(source: SettingsText) -> MappingNode | Problem | None:
    """The root mapping; a problem where it is none; ``None`` when nothing is written."""
    deep = _too_deep(source.text)
    if deep is not None:
        return Problem("nested-too-deep", SETTINGS_FILE, deep + 1, 1, source.original[deep][:LONGEST_SHOWN])
    try:
        root = compose(source.text)
    except YAMLError as error:
        return _syntax(source, error)
    if root is None or (isinstance(root, ScalarNode) and not root.value.strip()):
        return None
    refused = next(_anchors_and_tags(source, root), None)
    if refused:
        return refused
    if isinstance(root, MappingNode):
        return root
    return source.problem("settings-syntax", root.start_mark, why="no mapping")


def _mended(line: str) -> str:
    """``line`` with the full-width colons, commas and blanks made half-width where YAML wants them so."""
    return line if line.isascii() and not _KEY.match(line) else _FLOW.sub(_mended_flow, _mended_key(line))


def _mended_key(line: str) -> str:
    """``line`` with a half-width colon and a blank after its key; a text with a colon in it is no key."""
    match = _KEY.fullmatch(line)
    if not match:
        return line
    lead, key, gap, colon, rest = match.groups()
    full_width = colon == "：" or rest.startswith("\u3000")
    plain = not full_width and (rest[:1] in ("", " ", "\t")) and "\u3000" not in lead + gap
    if plain or (folded(key) not in KEY_WORDS and ("-" in lead or not full_width)):
        return line
    rest = rest[1:] if rest[:1] in (" ", "\u3000") else rest
    return f"{_widened(lead)}{key}{gap.replace(chr(0x3000), ' ')}: {rest}".rstrip(" " if not rest else "")


def _mended_flow(match: re.Match[str]) -> str:
    before = match.string[: match.start()]
    if before.count("'") % 2 or before.count('"') % 2 or " #" in before:
        return match[0]
    text = match[0].replace("，", ",")
    return _FULL_COLON.sub(": ", text) if text.startswith("{") else text


def _widened(line: str) -> str:
    """``line`` indented with half-width blanks: a full-width one looks like two."""
    bare = line.lstrip(" \u3000")
    return line[: len(line) - len(bare)].replace("\u3000", "  ") + bare


def _too_deep(text: str) -> int | None:
    """The first line on which brackets or list marks are nested deeper than settings ever are."""
    depth = 0
    bare = _QUOTED_OR_COMMENT.sub("", text)
    for number, line in enumerate(bare.split("\n")):
        depth = max(0, depth + sum(line.count(c) for c in "[{") - sum(line.count(c) for c in "]}"))
        if depth > DEEPEST or _DASHES.match(line):
            return number
    return None


def _anchors_and_tags(source: SettingsText, node: Node) -> Iterator[Problem]:
    """What YAML could do but settings never need; an anchored node is told before it is looked into."""
    sign = source.text[node.start_mark.index : node.start_mark.index + 1]
    if sign in ("&", "!"):
        code = "yaml-anchor" if sign == "&" else "yaml-tag"
        yield source.problem(code, node.start_mark, **_sign_params(source, node))
    if isinstance(node, SequenceNode):
        for item in node.value:
            yield from _anchors_and_tags(source, item)
    elif isinstance(node, MappingNode):
        for key, value in entries(node):
            yield from _anchors_and_tags(source, key)
            yield from _anchors_and_tags(source, value)


def _sign_params(source: SettingsText, node: Node) -> dict[str, str]:
    word = source.text[node.start_mark.index :].split(maxsplit=1)[0]
    return {"anchor": word, "tag": word, "value": word, "text": word}


def _syntax(source: SettingsText, error: YAMLError) -> Problem:
    """What YAML stumbled over, at the place where it began rather than where it was noticed."""
    mark = getattr(error, "problem_mark", None)
    if any(word in (getattr(error, "context", None) or "") for word in _BEGINNINGS):
        mark = getattr(error, "context_mark", mark)
    if mark is None:
        return _control_character(source)
    why = str(getattr(error, "problem", None) or "")
    code = "yaml-anchor" if "alias" in why else "settings-syntax"
    return source.problem(code, mark, why=why)


def _control_character(source: SettingsText) -> Problem:
    for number, line in enumerate(source.original):
        found = _CONTROL.search(line)
        if found:
            params = {"why": f"U+{ord(found[0]):04X}"}
            return Problem(
                "settings-syntax", SETTINGS_FILE, number + 1, found.start() + 1, line[:LONGEST_SHOWN], params
            )
    return Problem("settings-syntax", SETTINGS_FILE, 1, 1, source.original[0], {"why": "?"})
