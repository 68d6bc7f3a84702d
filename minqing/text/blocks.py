"""A diary's front matter cut into blocks of lines: keys, issues, lines of progress, each with its comments.

A merge takes whole blocks from one text or the other, so comments, quoting and layout come along. What is not
laid out as a block (a ``{mapping}``, a ``[list]``) stays one block, and is laid out anew only where it must be.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence

from minqing.domain.model import Entry, Issue, Progress
from minqing.domain.patterns import pattern
from minqing.domain.values import dataclass, replace
from minqing.text.fences import parts_of
from minqing.text.nodes import MappingNode, Node, ScalarNode, SequenceNode, compose
from minqing.text.normal import folded
from minqing.text.read import Reading
from minqing.text.vocabulary import ENTRY_BY_WORD, ENTRY_KEYS, ISSUE_BY_WORD, ISSUE_KEYS, Key
from minqing.text.write import Spelling

_ENDS = pattern(r"[^\r\n]*(?:\r\n|\n|\r)|[^\r\n]+\Z")
_DASH = pattern(r"([ \t]*)-([ \t]+)(?=\S)")
_COMMENT = pattern(r"[ \t]*(?:#.*)?[\r\n]*\Z")

ISSUE_RANKS = {key.id: n for n, key in enumerate(ISSUE_KEYS)}
ENTRY_RANKS = {key.id: n for n, key in enumerate(ENTRY_KEYS)}


@dataclass(frozen=True, slots=True)
class Block:
    """Some lines (with their ends) that belong together.

    ``name`` is what it is known by among its neighbours: the English key (an unknown one with ``?`` before it), an
    issue's id, a line of progress word for word. ``comments`` are the comment lines and blank lines above it.
    ``value`` is what it means; ``inner`` are the blocks of a list or an issue, whose dash is taken out.
    """

    name: object
    comments: tuple[str, ...]
    lines: tuple[str, ...]
    value: object = None
    inner: tuple[Block, ...] | None = None
    column: int = 0

    @property
    def plain(self) -> str:
        """The text without comments, line ends and indentation, for comparing."""
        own = "\n".join(line.strip() for line in self.lines)
        return own if self.inner is None else "\n".join((own, *(block.plain for block in self.inner)))

    @property
    def remarks(self) -> tuple[str, ...]:
        """The comments above it and inside it."""
        mine = tuple(line.strip() for line in self.comments if line.strip())
        return mine if self.inner is None else (*mine, *(r for block in self.inner for r in block.remarks))


@dataclass(frozen=True, slots=True)
class Cut:
    """A diary's text cut up: what stands up to the front matter, its blocks, what follows them, the body."""

    head: tuple[str, ...]
    blocks: tuple[Block, ...]
    tail: tuple[str, ...]
    body: str

    @property
    def text(self) -> str:
        """The whole text again."""
        lines = (*self.head, *_all_lines(self.blocks), *self.tail)
        return "".join(_ended(lines)) + self.body


def lines_with_ends(text: str) -> list[str]:
    """The lines of ``text``, each with its own end."""
    return _ENDS.findall(text)


def cut(reading: Reading) -> Cut | None:
    """The text of a reading cut up; ``None`` where it has no front matter in the layout of a block."""
    source, entry = reading.source, reading.entry or reading.draft
    if source is None or entry is None:
        return None
    parts = parts_of(source.text)
    root = compose(parts_of(reading.repaired).front)
    if not isinstance(root, MappingNode):
        return None
    lines = lines_with_ends(parts.front)
    body_at = len(source.text) - len(parts.body)
    blocks = _keys(root, lines, 0, len(lines), entry, _Level(ENTRY_BY_WORD, parts.line))
    if blocks is None:
        return None
    head = tuple(lines_with_ends(source.text[: parts.start]))
    tail = tuple(lines_with_ends(source.text[parts.start + len(parts.front) : body_at]))
    return Cut(head, blocks, tail, parts.body)


@dataclass(frozen=True, slots=True)
class _Level:
    """The keys of a level, and the 0-based line in the file of the first line of the front matter."""

    words: dict[str, Key]
    first: int


def _keys(
    mapping: MappingNode, lines: Sequence[str], start: int, end: int, record: Entry | Issue, level: _Level
) -> tuple[Block, ...] | None:
    """The blocks of a mapping that lies in ``lines[start:end]``; ``None`` where two keys share a line."""
    starts = [key.start_mark.line for key, _ in mapping.value]
    if mapping.flow_style or len(set(starts)) != len(starts) or not starts or starts != sorted(starts):
        return None
    bounds = _bounds(lines, start, starts, end)
    seen: Counter[str] = Counter()
    blocks = []
    for (key, node), (above, at, stop) in zip(mapping.value, bounds, strict=True):
        known = level.words.get(folded(key.value)) if isinstance(key, ScalarNode) else None
        word = known.id if known else f"?{folded(str(key.value))}"
        seen[word] += 1
        name = word if seen[word] == 1 else f"{word}#{seen[word]}"
        value = getattr(record, word) if known and name == word else None
        plain = Block(name, tuple(lines[above:at]), tuple(lines[at:stop]), value, None, key.start_mark.column)
        blocks.append(_with_items(plain, node, lines, (at, stop), level))
    return tuple(blocks)


def _bounds(lines: Sequence[str], start: int, starts: Sequence[int], end: int) -> list[tuple[int, int, int]]:
    """Where the comments above each block start, where it starts itself and where it ends."""
    found = []
    above = start
    for n, at in enumerate(starts):
        stop = starts[n + 1] if n + 1 < len(starts) else end
        last = stop
        while n + 1 < len(starts) and last > at + 1 and _COMMENT.match(lines[last - 1]):
            last -= 1
        found.append((above, at, last))
        above = last
    return found


def _with_items(block: Block, node: Node, lines: Sequence[str], span: tuple[int, int], level: _Level) -> Block:
    """The block of ``issues`` or ``progress`` with a block of its own for each item."""
    if block.name not in ("issues", "progress") or not isinstance(node, SequenceNode) or node.flow_style:
        return block
    at, stop = span
    starts = [item.start_mark.line for item in node.value]
    if not starts or starts[0] == at or len(set(starts)) != len(starts) or starts[0] > stop:
        return block
    make = _issue_block if block.name == "issues" else _progress_block
    items: list[Block] = []
    for item, (above, first, last) in zip(
        node.value, _bounds(lines, _lead(lines, at, starts[0]), starts, stop), strict=True
    ):
        made = make(item, tuple(lines[above:first]), lines, (first, last), block.value, level)
        if made is None:
            return block
        items.append(made)
    named = _numbered(items)
    return replace(block, lines=tuple(lines[at : _lead(lines, at, starts[0])]), inner=named)


def _lead(lines: Sequence[str], at: int, first: int) -> int:
    """Where the comments above the first item start, behind the line of the key."""
    while first > at + 1 and _COMMENT.match(lines[first - 1]):
        first -= 1
    return first


def _numbered(items: Iterable[Block]) -> tuple[Block, ...]:
    """Blocks of one name told apart by which of them it is."""
    seen: Counter[object] = Counter()
    found = []
    for item in items:
        found.append(replace(item, name=(item.name, seen[item.name])))
        seen[item.name] += 1
    return tuple(found)


def _issue_block(
    node: Node, above: tuple[str, ...], lines: Sequence[str], span: tuple[int, int], value: object, level: _Level
) -> Block | None:
    first, last = span
    issue = _at_line(value, first + level.first + 1)
    if not isinstance(node, MappingNode) or not isinstance(issue, Issue):
        return None
    name = issue.id or f"?{issue.title}"
    dash = _DASH.match(lines[first])
    whole = Block(name, above, tuple(lines[first:last]), issue, None, len(dash[1]) if dash else 0)
    if not dash or node.flow_style or node.start_mark.column != dash.end():
        return whole
    without = list(lines)
    without[first] = f"{dash[1]} {dash[2]}{lines[first][dash.end() :]}"
    inner = _keys(node, without, first, last, issue, _Level(ISSUE_BY_WORD, level.first))
    return whole if inner is None else replace(whole, lines=(), inner=inner)


def _progress_block(
    node: Node, above: tuple[str, ...], lines: Sequence[str], span: tuple[int, int], value: object, level: _Level
) -> Block | None:
    first, last = span
    dash = _DASH.match(lines[first])
    found = _at_line(value, first + level.first + 1)
    if found is None and isinstance(node, ScalarNode) and node.style in ("|", ">"):
        found = _at_line(value, first + level.first + 2)
    if not dash or not isinstance(found, Progress):
        return None
    return Block(found, above, tuple(lines[first:last]), found, None, len(dash[1]))


def _at_line(value: object, line: int) -> object:
    records = value if isinstance(value, tuple) else ()
    return next((record for record in records if record.line == line), None)


def progress_blocks(lines: Iterable[Progress], column: int, spelling: Spelling) -> tuple[Block, ...]:
    """Lines of progress as the program writes them, as blocks."""
    blank = " " * column
    return _numbered(Block(line, (), (f"{blank}- {spelling.line(line)}\n",), line, None, column) for line in lines)


def _all_lines(blocks: Iterable[Block]) -> list[str]:
    return [line for block in blocks for line in (*block.comments, *block.lines, *_inner_lines(block))]


def _inner_lines(block: Block) -> list[str]:
    if block.inner is None:
        return []
    if isinstance(block.value, Issue):
        return _with_dash(block.inner, block.column)
    column = block.inner[0].column if block.inner else 0
    return [line for item in block.inner for line in _all_lines([_shifted(item, column - item.column)])]


def _with_dash(keys: Sequence[Block], column: int) -> list[str]:
    """The lines of an issue, with the dash back before its first key."""
    inset = keys[0].column
    lines = [line for key in keys for line in _all_lines([_shifted(key, inset - key.column)])]
    first = len(keys[0].comments)
    if first:  # a comment above the first key goes above the dash
        lines[:first] = [" " * column + line.lstrip() if line.strip() else line for line in lines[:first]]
    lines[first] = f"{' ' * column}-{lines[first][column + 1 :]}"
    return lines


def _shifted(block: Block, by: int) -> Block:
    """A block moved ``by`` columns."""
    if not by:
        return block
    inner = None if block.inner is None else tuple(_shifted(each, by) for each in block.inner)
    lines = tuple(_moved(line, by) for line in block.lines)
    comments = tuple(_moved(line, by) for line in block.comments)
    return replace(block, lines=lines, comments=comments, inner=inner, column=block.column + by)


def _moved(line: str, by: int) -> str:
    if not line.strip():
        return line
    return " " * by + line if by > 0 else line[min(-by, len(line) - len(line.lstrip(" "))) :]


def _ended(lines: Sequence[str]) -> list[str]:
    """Every line but the last one with an end."""
    return [line if line.endswith(("\n", "\r")) or n + 1 == len(lines) else f"{line}\n" for n, line in enumerate(lines)]
