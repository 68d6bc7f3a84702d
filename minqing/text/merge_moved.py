"""An issue that one side has moved to another file while the other side went on with it where it was."""

from __future__ import annotations

from minqing.domain.model import Entry, Issue
from minqing.domain.values import dataclass, replace
from minqing.text.blocks import Block, Cut, cut
from minqing.text.merge import Contradiction, Manner, Merging, NotLaidOut
from minqing.text.read import Reading, read_entry
from minqing.text.write import encoded


@dataclass(frozen=True, slots=True)
class Reunited:
    """The file the issue has left, the one it has moved to, and what contradicts in it."""

    left: bytes
    moved: bytes
    contradictions: tuple[Contradiction, ...]


def reunited(
    id: str, base: Reading | None, left: Reading | None, moved: Reading | None, manner: Manner
) -> Reunited | None:
    """The issue ``id`` in the file it has moved to alone, with what was done in the one it has left.

    ``None`` where the files are not laid out so that this can be done.
    """
    readings = [base, left, moved]
    cuts = [cut(reading) if reading else None for reading in readings]
    blocks = [_issue(page, id) for page in cuts]
    if left is None or moved is None or cuts[1] is None or cuts[2] is None or None in blocks:
        return None
    path = moved.source.path if moved.source else ""
    merging = Merging(path, manner)
    one = [(block,) for block in blocks if block]
    try:
        merged = merging.level(one[0], one[2], one[1], None)
    except NotLaidOut:
        return None
    new = _written(cuts[2], id, merged, moved, manner)
    old = _written(cuts[1], id, (), left, manner)
    return Reunited(old, new, tuple(merging.found)) if old and new else None


def _issue(page: Cut | None, id: str) -> Block | None:
    """The block of an issue, where it has one of its own and the number stands once."""
    blocks = page.blocks if page else ()
    listed = next((block for block in blocks if block.name == "issues"), None)
    found = [block for block in (listed.inner or () if listed else ()) if _is(block, id)]
    return found[0] if len(found) == 1 else None


def _is(block: Block, id: str) -> bool:
    return isinstance(block.value, Issue) and block.value.id == id


def _written(page: Cut, id: str, instead: tuple[Block, ...], reading: Reading, manner: Manner) -> bytes | None:
    """The file with ``instead`` where the issue stood; ``None`` where it would not read as that."""
    source, entry = reading.source, reading.entry
    if source is None or entry is None:
        return None
    blocks = tuple(_replaced(block, id, instead) for block in page.blocks)
    kept = tuple(block for block in blocks if block.inner != ())
    raw = encoded(Cut(page.head, kept, page.tail, page.body).text, source.encoding, source.path)
    again = read_entry(raw, source.path, manner.categories).entry
    return raw if again and _others(again, id) == _others(entry, id) else None


def _replaced(block: Block, id: str, instead: tuple[Block, ...]) -> Block:
    if block.name != "issues" or block.inner is None:
        return block
    inner = tuple(new for each in block.inner for new in (instead if _is(each, id) else (each,)))
    return replace(block, inner=inner)


def _others(entry: Entry, id: str) -> Entry:
    return replace(entry, issues=tuple(issue for issue in entry.issues if issue.id != id))
