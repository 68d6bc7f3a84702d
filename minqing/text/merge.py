"""The three-way merge of a diary entry by meaning: what two people have written into one file on two computers.

Lines of progress, new issues, names of people and paragraphs of both are kept; of a field the change counts, and
a change counts more than a deletion. A field that both have changed differently is a contradiction: nobody guesses
which one is right. The result is read again and must hold all of it.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from minqing.domain.errors import MinqingError
from minqing.domain.model import Issue, Progress
from minqing.domain.values import dataclass, field, replace
from minqing.domain.verbs import VERBS
from minqing.text.blocks import (
    ENTRY_RANKS,
    ISSUE_RANKS,
    Block,
    Cut,
    cut,
    lines_with_ends,
    progress_blocks,
)
from minqing.text.fences import parts_of
from minqing.text.merge_body import merged_body
from minqing.text.merge_check import is_whole
from minqing.text.read import Reading, read_entry
from minqing.text.sequences import regions, united
from minqing.text.spread import issue_names, spread
from minqing.text.vocabulary import ENTRY_BY_WORD, ISSUE_BY_WORD
from minqing.text.write import Spelling, encoded, new_entry, spelling_of

OURS, THEIRS = "ours", "theirs"
"""The two sides: this computer's, and what the colleagues share already."""

LISTS = frozenset({"issues", "progress"})
"""The keys whose values are merged item by item."""

WHOLE = "text"
"""The field of a contradiction that is about the whole text of a file that cannot be read as an entry."""


@dataclass(frozen=True, slots=True)
class Contradiction:
    """A field that was changed twice, to different values; as it is written on each side (empty: not there).

    ``issue`` is empty for a field of the entry; ``title`` helps to know which issue it is.
    """

    path: str
    issue: str
    field: str
    base: str
    ours: str
    theirs: str
    title: str = ""

    @property
    def key(self) -> tuple[str, str, str]:
        """What a decision about it is known by."""
        return self.path, self.issue, self.field


@dataclass(frozen=True, slots=True)
class Merged:
    """The bytes of the merged file, and the contradictions in which no side was chosen (there it has theirs)."""

    raw: bytes
    contradictions: tuple[Contradiction, ...] = ()


@dataclass(frozen=True, slots=True)
class Manner:
    """How entries are read and written here, and what was decided about contradictions (``ours``, ``theirs``)."""

    categories: Mapping[str, str]
    language: str
    names: Mapping[str, str]
    choices: Mapping[tuple[str, str, str], str] = field(default_factory=dict)

    @property
    def spelling(self) -> Spelling:
        """The words that are written."""
        return spelling_of(self.language, self.names)


def merge_entries(base: bytes | None, ours: bytes, theirs: bytes, path: str, manner: Manner) -> Merged:
    """The merge of two versions of one entry with the one they come from (``None``: each made its own)."""
    if ours == theirs or base == theirs:
        return Merged(ours)
    if base == ours:
        return Merged(theirs)
    readings = [None if raw is None else read_entry(raw, path, manner.categories) for raw in (base, ours, theirs)]
    return _by_meaning(readings, path, manner) or _by_lines(readings, (base, ours, theirs), path, manner)


def _by_meaning(readings: Sequence[Reading | None], path: str, manner: Manner) -> Merged | None:
    """The merge by blocks; ``None`` where a side is no entry or the result would not hold everything."""
    if any(reading is not None and reading.entry is None for reading in readings):
        return None
    wanted = _changed_twice(readings)
    for relaid in (False, True):
        pages = [_page(reading, path, manner, wanted, relaid) for reading in readings]
        if pages[1] is None or pages[2] is None:
            continue
        try:
            merged = Merging(path, manner).pages(pages[0], pages[1], pages[2])
        except NotLaidOut:
            continue
        again = read_entry(merged.raw, path, manner.categories)
        if again.entry and is_whole([r.entry if r else None for r in readings], again.entry):
            return merged
    return None


@dataclass(frozen=True, slots=True)
class _Page:
    """One side: its text cut up, its encoding and line ends."""

    cut: Cut
    encoding: str
    newline: str


def _changed_twice(readings: Sequence[Reading | None]) -> set[str] | None:
    """The issues that each side has made into something else; all of them where there are comments or unknown keys.

    ``None``: not even the list of issues has changed on both sides.
    """
    entries = [r.entry if r else None for r in readings]
    base, ours, theirs = (dict(zip(issue_names(e), e.issues, strict=True)) if e else {} for e in entries)
    if any(_says_more(reading) for reading in readings if reading):
        return {*base, *ours, *theirs}
    if base in (ours, theirs):
        return None
    return {id for id in ours if id in theirs and base.get(id) != ours[id] != theirs[id] != base.get(id)}


def _says_more(reading: Reading) -> bool:
    """Whether the front matter may hold a comment, or holds a key that the format does not know."""
    return "#" in parts_of(reading.repaired).front or any(p.code == "key-unknown" for p in reading.problems)


def _page(reading: Reading | None, path: str, manner: Manner, wanted: set[str] | None, relaid: bool) -> _Page | None:
    """A reading cut up; laid out anew first where its own layout could not be merged."""
    if reading is None or reading.source is None or reading.entry is None:
        return None
    made = _relaid(reading, path, manner) if relaid else spread(reading, wanted, manner.categories)
    found = cut(made) if made else None
    return _Page(found, reading.source.encoding, reading.source.newline) if found else None


def _relaid(reading: Reading, path: str, manner: Manner) -> Reading | None:
    """An entry as the program writes it; ``None`` where that would drop a comment or what the format does not know."""
    if reading.entry is None or _says_more(reading):
        return None
    try:
        return read_entry(new_entry(reading.entry, manner.language, manner.names), path, manner.categories)
    except MinqingError:
        return None


class NotLaidOut(Exception):
    """Issues that are not laid out a key a line, so that they cannot be merged key by key."""


class Merging:
    """One merge of blocks: collects the contradictions on the way. May raise ``NotLaidOut``."""

    def __init__(self, path: str, manner: Manner) -> None:
        self._path = path
        self._manner = manner
        self.found: list[Contradiction] = []

    def pages(self, base: _Page | None, ours: _Page, theirs: _Page) -> Merged:
        """The merged file."""
        empty = Cut((), (), (), "")
        b, o, t = base.cut if base else empty, ours.cut, theirs.cut
        encoding = _one_of(base.encoding if base else None, ours.encoding, theirs.encoding)
        newline = _one_of(base.newline if base else None, ours.newline, theirs.newline)
        blocks = self.level(b.blocks, o.blocks, t.blocks, None)
        body = merged_body(b.body, o.body, t.body, newline)
        text = Cut(_one_of(b.head, o.head, t.head), blocks, _one_of(b.tail, o.tail, t.tail), body).text
        if ours.newline != theirs.newline:
            text = newline.join(line.rstrip("\r\n") for line in lines_with_ends(text)) + newline
        coded = "utf-8" if encoding == "gb18030" and ours.encoding != theirs.encoding else encoding
        return Merged(encoded(text, coded, self._path), tuple(self.found))

    def level(
        self, base: Sequence[Block], ours: Sequence[Block], theirs: Sequence[Block], issue: Issue | None
    ) -> tuple[Block, ...]:
        """The blocks of one level: keys of a mapping (of ``issue``, or of the entry), items of a list."""
        b, o, t = ({block.name: block for block in side} for side in (base, ours, theirs))
        lists = [name for name in b if name in LISTS or _is_list(b[name].value)]
        for name in lists:  # a list that one side has emptied is merged item by item all the same
            for side, other in ((o, t), (t, o)):
                if name not in side and name in other:
                    side[name] = replace(other[name], value=(), inner=())
        known = [name for name in b if not (_outlives(b[name], o.get(name), t.get(name)))]
        order = united(known, list(o), list(t), _rank(issue))
        merged = (self._block(b.get(name), o.get(name), t.get(name), issue) for name in order)
        return tuple(block for block in merged if block.inner != ())

    def _block(self, base: Block | None, ours: Block | None, theirs: Block | None, issue: Issue | None) -> Block:
        if ours is None or theirs is None:
            only = ours or theirs
            assert only is not None
            return only
        comments = _comments(base, ours, theirs)
        inner = base.inner if base else ()
        if ours.inner is not None and theirs.inner is not None and inner is not None:
            about = theirs.value if isinstance(theirs.value, Issue) else issue
            merged = self.level(inner, ours.inner, theirs.inner, about)
            return replace(_layout(base, ours, theirs), comments=comments, inner=merged)
        return replace(self._leaf(base, ours, theirs, issue), comments=comments)

    def _leaf(self, base: Block | None, ours: Block, theirs: Block, issue: Issue | None) -> Block:
        """A key with its value, on both sides."""
        if _same(ours, theirs):
            return _layout(base, ours, theirs)
        if base and (_same(base, theirs) or _same(base, ours)):
            return theirs if _same(base, ours) else ours
        if ours.name == "progress":
            return self._progress(base, ours, theirs, issue)
        if ours.name == "issues" or isinstance(ours.value, Issue):
            raise NotLaidOut
        if _is_list(ours.value) and _is_list(theirs.value):
            return self._names(base, ours, theirs, issue)
        return self._decided(base, ours, theirs, issue)

    def _progress(self, base: Block | None, ours: Block, theirs: Block, issue: Issue | None) -> Block:
        """Lines of progress of which a side is not laid out as a block: laid out anew."""
        like = _layout(base, ours, theirs)
        column = like.column + 2
        spelling = self._manner.spelling
        key = ISSUE_BY_WORD["progress"]
        made = [
            replace(each, lines=(f"{' ' * like.column}{spelling.key(key)}:\n",), inner=_items(each, column, spelling))
            for each in (base or replace(ours, value=(), inner=()), ours, theirs)
        ]
        merged = self.level(made[0].inner or (), made[1].inner or (), made[2].inner or (), issue)
        return replace(like, lines=made[2].lines, inner=merged)

    def _names(self, base: Block | None, ours: Block, theirs: Block, issue: Issue | None) -> Block:
        """A list of names: those both leave standing and those either has added."""
        before = base.value if base else ()
        names = united(_tuple(before), _tuple(ours.value), _tuple(theirs.value), rank=str)
        like = _layout(base, ours, theirs)
        key = (ISSUE_BY_WORD if issue else ENTRY_BY_WORD)[str(like.name)]
        spelling = self._manner.spelling
        line = f"{' ' * like.column}{spelling.key(key)}: {spelling.list(key, names)}\n"
        return replace(like, lines=(line,), value=tuple(names), inner=None if names else ())  # empty: it goes

    def _decided(self, base: Block | None, ours: Block, theirs: Block, issue: Issue | None) -> Block:
        written = [_written(block) for block in (base, ours, theirs)]
        id, title = (issue.id, issue.title) if issue else ("", "")
        one = Contradiction(self._path, id, str(theirs.name), written[0], written[1], written[2], title)
        choice = self._manner.choices.get(one.key)
        if choice is None:
            self.found.append(one)
        return ours if choice == OURS else theirs


def _outlives(base: Block, ours: Block | None, theirs: Block | None) -> bool:
    """Whether one side has deleted what the other one has gone on with: it stays then, as if it were new."""
    other = ours or theirs
    return (ours is None) != (theirs is None) and other is not None and not _same(base, other)


def _same(one: Block, other: Block) -> bool:
    """Whether two blocks mean the same; where the format does not know what, whether they are the same words."""
    if one.value is not None and other.value is not None:
        return bool(one.value == other.value)
    return one.plain == other.plain


_VERB_RANKS = {verb: n for n, verb in enumerate(VERBS)}


def _rank(issue: Issue | None) -> Any:
    """How new blocks at one place are ordered: keys as the format has them, issues by number, lines by date."""

    def rank(name: Any) -> tuple[object, ...]:
        if isinstance(name, str):
            ranks = ISSUE_RANKS if issue else ENTRY_RANKS
            return (ranks.get(name, len(ranks)), name)
        item, count = name
        if isinstance(item, Progress):
            return (item.date, _VERB_RANKS[item.verb], item.argument or "", item.text, count)
        day, _, number = str(item).partition("-")
        return (day, int(number) if number.isdigit() else 0, str(item), count)

    return rank


def _comments(base: Block | None, ours: Block, theirs: Block) -> tuple[str, ...]:
    """The comment lines above a block: the changed ones, or those of both."""
    before = base.comments if base else ()
    if ours.comments in (before, theirs.comments):
        return theirs.comments
    if theirs.comments == before:
        return ours.comments
    return tuple(united(before, ours.comments, theirs.comments, rank=str))


def _layout(base: Block | None, ours: Block, theirs: Block) -> Block:
    """The block whose own lines are taken: the one that was laid out anew, else always the same, whoever asks."""
    chosen = _one_of(base and _look(base), _look(ours), _look(theirs))
    return ours if chosen == _look(ours) else theirs


def _look(block: Block) -> tuple[object, ...]:
    return (block.inner is None, block.plain if block.inner is None else "", block.lines, block.column)


def _one_of(base: Any, ours: Any, theirs: Any) -> Any:
    """What one side changed; where both did always the same of the two, whoever asks."""
    if base in (ours, theirs):
        return theirs if base == ours else ours
    return min(ours, theirs)


def _is_list(value: object) -> bool:
    return isinstance(value, tuple)


def _tuple(value: object) -> tuple[str, ...]:
    return value if isinstance(value, tuple) else ()


def _items(block: Block, column: int, spelling: Spelling) -> tuple[Block, ...]:
    return block.inner if block.inner is not None else progress_blocks(_tuple(block.value), column, spelling)  # type: ignore[arg-type]


def _written(block: Block | None) -> str:
    """What stands behind the key, on one line."""
    if block is None:
        return ""
    text = " ".join(line.strip() for line in block.lines)
    after = text.replace("：", ":", 1).partition(":")[2].strip()
    return after.strip("\"'")


def _by_lines(
    readings: Sequence[Reading | None], raws: tuple[bytes | None, bytes, bytes], path: str, manner: Manner
) -> Merged:
    """The merge of texts of which one is no entry: line by line, and a contradiction where both changed a place."""
    texts = [reading.source.text if reading and reading.source else None for reading in readings]
    if texts[1] is not None and texts[2] is not None and (raws[0] is None or texts[0] is not None):
        found = lines_merged(texts[0] or "", texts[1], texts[2])
        sides = [reading for reading in readings if reading is not None]
        encoding = {reading.source.encoding for reading in sides if reading.source}
        if found is not None and len(encoding) == 1 and raws[0] is not None:
            return Merged(encoded(found, encoding.pop(), path))
    return whole(path, raws[1], raws[2], manner.choices)


def whole(path: str, ours: bytes, theirs: bytes, choices: Mapping[tuple[str, str, str], str]) -> Merged:
    """A file of which only one side or the other can be had."""
    one = Contradiction(path, "", WHOLE, "", _shown(ours), _shown(theirs))
    choice = choices.get(one.key)
    return Merged(ours if choice == OURS else theirs, () if choice else (one,))


def _shown(raw: bytes) -> str:
    return f"{len(raw)} bytes"


def lines_merged(base: str, ours: str, theirs: str) -> str | None:
    """The merge of two texts line by line; ``None`` where both have changed the same place."""
    result: list[str] = []
    for b, o, t in regions(*(lines_with_ends(text) for text in (base, ours, theirs))):
        if o != t and b != o and b != t:
            return None
        result += t if b == o else o
    return "".join(result)
