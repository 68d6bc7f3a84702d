"""The text of ``minqing.yaml`` on its way to nodes: encoding, full-width punctuation, what YAML refuses."""

from __future__ import annotations

import re
from collections.abc import Iterator

from minqing.domain.patterns import pattern
from minqing.text.nodes import MappingNode, Node, ScalarNode, YAMLError, compose, signs
from minqing.text.normal import folded
from minqing.text.problems import Problem
from minqing.text.source import split_lines
from minqing.text.syntax import control_character, syntax_problem, too_deep
from minqing.workspace.find import SETTINGS_FILE
from minqing.workspace.settings_table import SETTINGS, every_setting

LONGEST_SHOWN = 200
"""How many characters of a line a problem shows."""

_KEY = pattern(r"([ \u3000]*(?:-[ \u3000]+)?)([^\s\"'#\[\]{},:：]+)([ \u3000]*)([:：])(.*)")
_FLOW = pattern(r"[\[{][^\"'\[\]{}#]*[\]}]")
_FULL_COLON = pattern(r"(?<!\d)：[ \u3000]?")
_CODES = {"yaml-syntax": "settings-syntax"}

KEY_WORDS = frozenset(folded(word) for setting in every_setting(SETTINGS) for word in (setting.id, setting.zh))
"""Every key of the settings in both spellings, folded."""


class SettingsText:
    """The settings as they stand in the file (``original``) and as they are composed (``text``)."""

    __slots__ = ("_composed", "original", "text")

    def __init__(self, original: tuple[str, ...], text: str) -> None:
        self.original, self.text = original, text
        self._composed = text.split("\n")

    def problem(self, code: str, line: int, column: int, /, **params: str) -> Problem:
        """A problem at a 0-based place of the composed text, told where that is in the original."""
        column = self._original_column(line, column) if line < len(self.original) else 0
        line = min(line, len(self.original) - 1)
        return Problem(code, SETTINGS_FILE, line + 1, column + 1, self._line(line)[:LONGEST_SHOWN], params)

    def excerpt(self, node: Node) -> str:
        """The text of a node as it is composed."""
        if isinstance(node, ScalarNode):
            return str(node.value)
        return self.text[node.start_mark.index : node.end_mark.index].strip()

    def punctuation(self) -> Iterator[Problem]:
        """A warning for each line whose full-width punctuation was read as the half-width one."""
        for number, (old, new) in enumerate(zip(self.original, self._composed, strict=False)):
            if old != new:
                column = next((i for i, (a, b) in enumerate(zip(old, new, strict=False)) if a != b), 0)
                yield Problem("settings-punctuation", SETTINGS_FILE, number + 1, column + 1, old[:LONGEST_SHOWN])

    def _line(self, number: int) -> str:
        return self.original[number] if number < len(self.original) else ""

    def _original_column(self, number: int, column: int) -> int:
        """``column`` without what was put in before it: blanks after colons, second halves of wide blanks."""
        new = self._composed[number]
        old = _widened(self._line(number))
        at = 0
        for i in range(min(column, len(new))):
            put_in = new[i] == " " and new[i - 1 : i] == ":" and old[at : at + 1] not in (" ", "\u3000")
            at += not put_in
        return at - (len(old) - len(self._line(number)))


_MARK = pattern(r"(?:<{7}|={7}|>{7})(?![<=>])")


def settings_text(text: str) -> SettingsText:
    """``text`` by lines, with full-width punctuation of YAML made half-width; no line moves."""
    lines = tuple(split_lines(text)[0])
    return SettingsText(lines, "\n".join(_mended(line) for line in lines))


def composed(source: SettingsText) -> MappingNode | Problem | None:
    """The root mapping; a problem where it is none; ``None`` when nothing is written."""
    refused = _refused(source)
    if refused:
        return refused
    try:
        root = compose(source.text)
    except YAMLError as error:
        code, line, column, params = syntax_problem(error)
        return source.problem(_CODES.get(code, code), line, column, **params)
    if root is None or isinstance(root, MappingNode):
        return root
    if isinstance(root, ScalarNode) and not root.value.strip():
        return None
    return source.problem("settings-syntax", 0, 0, why_zh="不是“名称: 值”", why_en="it is not `key: value`")


def _refused(source: SettingsText) -> Problem | None:
    """What YAML must not be given, or could do but settings never need."""
    lines = source.text.split("\n")
    mark = next((n for n, line in enumerate(lines) if _MARK.match(line)), None)
    if mark is not None:
        return source.problem("conflict-marker", mark, 0, text=lines[mark][:40].strip())
    control = control_character(lines)
    if control:
        return source.problem("control-character", control[0], control[1], character=control[2])
    deep = too_deep(lines)
    if deep:
        return source.problem("nested-too-deep", *deep)
    sign = next(iter(signs(source.text)), None)
    if sign:
        code = "yaml-anchor" if sign.text[0] in "&*" else "yaml-tag"
        return source.problem(code, sign.line, sign.column, text=sign.text)
    return None


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
