"""What a single value or key of a diary line means, and the text that makes YAML read it so."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from minqing.domain.patterns import pattern
from minqing.domain.values import dataclass
from minqing.text.nodes import MappingNode, ScalarNode, SequenceNode, YAMLError, compose
from minqing.text.normal import folded
from minqing.text.scalar import double_quoted
from minqing.text.vocabulary import ENTRY_BY_WORD, ISSUE_BY_WORD, Key

BLANKS = " \t\u3000\u00a0"
BLOCK_HEADER = pattern(r"[|>][-+0-9]{0,2}[ \t]*(?:#.*)?")
TAG = pattern(r"!(?:![A-Za-z]|<)")
DATED = pattern(r"[0-9０-９]{4}\s?[-/.年－‐–—]\s?[0-9０-９]{1,2}\s?[-/.月－‐–—]\s?[0-9０-９]{1,2}|20\d{6}(?!\d)")
_KEY = pattern(
    rf"(?P<quote>[\"']?)(?P<word>[^\s:：#\"'\[\]{{}}，,]{{1,24}})(?P=quote)"
    rf"(?P<gap>[{BLANKS}]*)(?P<colon>[:：])(?P<rest>.*)",
    re.DOTALL,
)
_FLOW_TOKEN = pattern(
    r"\"(?:[^\"\\]|\\.)*\"|'(?:[^']|'')*'|[ \t]+#.*|[\[\]［］【】]|[,，、;；]|[^\[\]［］【】,，、;；]+"
)
_FLOW_MARKS = {"［": "[", "【": "[", "］": "]", "】": "]", "，": ",", "、": ",", "；": ",", ";": ","}
_COMMENT = pattern(r"[ \t]+#.*")
_ASCII_BLANKS = pattern(r"[ \t\r\n]+")


@dataclass(frozen=True, slots=True)
class KeyAt:
    """A key at the start of a piece of a line: ``key`` is ``None`` for a word the format does not know."""

    word: str
    key: Key | None
    before: str
    colon: str
    rest: str

    @property
    def odd(self) -> str | None:
        """The code of what YAML would not take for a key with its colon and blank."""
        if self.colon == "：" or self.before[-1:] in "\u3000\u00a0" or self.rest[:1] in ("\u3000", "\u00a0"):
            return "full-width"
        return "colon-blank" if self.rest and self.rest[0] not in " \t" else None

    @property
    def mended(self) -> str:
        """The key as YAML takes it, up to where its value starts."""
        if not self.odd:
            return self.before + self.colon + self.rest[: len(self.rest) - len(self.rest.lstrip(" \t"))]
        return self.before.rstrip(BLANKS) + ":" + (" " if self.rest.strip(BLANKS) else "")


def key_at(text: str) -> KeyAt | None:
    """The key ``text`` starts with. A word the format does not know must be followed as a key is."""
    found = _KEY.match(text)
    if not found:
        return None
    word, rest = found["word"], found["rest"]
    key = ISSUE_BY_WORD.get(folded(word)) or ENTRY_BY_WORD.get(folded(word))
    plain = not rest or rest[0] in " \t" or found["colon"] == "："
    if key is None and (not plain or len(word) > 12):
        return None
    return KeyAt(word, key, text[: found.end("gap")], found["colon"], rest)


def is_issue_key(found: KeyAt | None) -> bool:
    """Whether a key belongs to an issue."""
    return bool(found and found.key and ISSUE_BY_WORD.get(folded(found.word)))


def single(prefix: str, lines: Sequence[str]) -> ScalarNode | SequenceNode | MappingNode | None:
    """The one node that ``lines`` are after ``prefix`` (``k: `` or ``- ``), ``None`` where YAML cannot say."""
    text = prefix + "\n".join(lines)
    try:
        root = compose(text + "\n")
    except YAMLError:
        return None
    if isinstance(root, MappingNode):
        return root.value[0][1] if len(root.value) == 1 else None
    return root.value[0] if isinstance(root, SequenceNode) and len(root.value) == 1 else None


_BYTE_ORDER_MARK = "\ufeff"
"""Comes along when texts of several files are put together: YAML reads it, in a diary it is to be seen as an escape."""


def misreading(prefix: str, lines: Sequence[str]) -> str | None:
    """The code of how YAML misreads the text ``lines``, ``None`` where it reads exactly that (or it is quoted)."""
    text = " ".join(line.strip(" \t") for line in lines).strip(" \t")
    if text[:1] in ("&", "*", "!"):
        return "text-unquoted"
    node = single(prefix, lines)
    if not isinstance(node, ScalarNode):
        return "text-unquoted"
    if node.style in ("'", '"'):
        return None
    if node.style:
        return None if node.value.strip() else "text-unquoted"
    value = _ASCII_BLANKS.sub(" ", node.value) if len(lines) > 1 else node.value
    if value == (_ASCII_BLANKS.sub(" ", text) if len(lines) > 1 else text):
        return "text-unquoted" if _BYTE_ORDER_MARK in text else None
    swallowed = text.startswith(value) and text[len(value) :].lstrip().startswith("#")
    return "comment-swallows" if swallowed else "text-unquoted"


def wrapped(lines: Sequence[str]) -> list[str]:
    """The text over ``lines`` in one pair of double quotes, indentation and number of lines kept."""
    filled = [n for n, line in enumerate(lines) if line.strip(" \t")]
    first, last = filled[0], filled[-1]
    return [_quoted_part(line, n == first, n == last) if first <= n <= last else line for n, line in enumerate(lines)]


def without_loose_quotes(text: str) -> str:
    """A dated line without the quote it opens with, and without its partner at the end if that is one too many."""
    inner = text[1:]
    partner = inner.endswith(text[0]) and (text[0] == "'" or inner.count('"') % 2 == 1)
    return inner[:-1] if partner else inner


def _quoted_part(line: str, first: bool, last: bool) -> str:
    bare = line.strip(" \t")
    lead = line[: len(line) - len(line.lstrip(" \t"))]
    return lead + ('"' if first else "") + double_quoted(bare)[1:-1] + ('"' if last else "")


def flow_is_plain(lines: Sequence[str]) -> bool:
    """Whether YAML reads a ``[list]`` as texts, none of them holding a separator an input method typed."""
    node = single("k: ", lines)
    return isinstance(node, SequenceNode) and all(
        isinstance(item, ScalarNode) and (item.style or not re.search("[，、；;]", item.value)) for item in node.value
    )


def flow_mended(line: str) -> str:
    """A line of a ``[list]`` of texts with half-width marks, and quotes around what YAML would misread."""
    parts = _FLOW_TOKEN.findall(line)
    mended = [_flow_part(part, parts[n + 1] if n + 1 < len(parts) else "") for n, part in enumerate(parts)]
    return "".join(mended)


def _flow_part(part: str, following: str) -> str:
    mark = _FLOW_MARKS.get(part, part)
    if mark == ",":
        return "," if following[:1] in (" ", "\t", "") else ", "
    if mark in "[]" or part[:1] in "\"'" or part.lstrip()[:1] in ("#", "&", "*", "!") or not part.strip():
        return mark
    lead, bare = part[: len(part) - len(part.lstrip(BLANKS))], part.strip(BLANKS)
    node = single("k: ", [f"[{bare}]"])
    reads = isinstance(node, SequenceNode) and [getattr(i, "value", None) for i in node.value] == [bare]
    return lead.replace("\u3000", " ") + (bare if reads else double_quoted(bare))


def closed_at(lines: Sequence[str], start: int, stops: Callable[[int], bool]) -> int | None:
    """How many of ``lines`` a quoted text or bracket takes that opens at column ``start`` of the first one.

    ``None`` where it is not closed before a line that ``stops`` (by its number) begins something else, or where
    more than a comment follows it.
    """
    depth, quote, fresh = 0, "", True
    for number, line in enumerate(lines):
        if number and stops(number):
            return None
        column = start if number == 0 else 0
        while column < len(line):
            char = line[column]
            if quote:
                column, quote = _in_quotes(line, column, quote)
            elif char in "'\"" and fresh:
                quote = char
            elif char == "#" and (column == 0 or line[column - 1] in " \t"):
                break
            else:
                depth += (char in "[{［【") - (char in "]}］】")
            fresh = not quote and (char in "[{,:［【，、" or (fresh and char in " \t"))
            column += 1
            if depth <= 0 and not quote:
                return number + 1 if not line[column:].strip(" \t") or _COMMENT.fullmatch(line, column) else None
    return None


def _in_quotes(line: str, column: int, quote: str) -> tuple[int, str]:
    """The column to go on behind, and the quote that is still open, at a character inside quotes."""
    if quote == '"' and line[column] == "\\":
        return column + 1, quote
    if line[column] != quote:
        return column, quote
    if quote == "'" and line[column + 1 : column + 2] == "'":
        return column + 1, quote
    return column, ""
