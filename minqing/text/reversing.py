"""A file without one earlier change, exactly: every other line stays as it is, or nothing is done at all.

Git's own merging is not used: it leaves markers in the text, and goes by places alone. Here what comes out is read
again, and must differ from what stood before by what is taken back and by nothing else.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence

from minqing.domain.values import dataclass
from minqing.text.differences import Difference, Side, between
from minqing.text.read import read_entry


class Touched(Exception):
    """A later change touched the same lines; ``line`` is the first of them now (0: the file itself came or went)."""

    def __init__(self, line: int = 0) -> None:
        super().__init__(line)
        self.line = line


@dataclass(frozen=True, slots=True)
class Hunk:
    """Lines ``start`` to before ``end`` (from 0) of a text that became ``lines``, which stand at ``at``."""

    start: int
    end: int
    at: int
    lines: tuple[bytes, ...]


def taken_back(
    path: str, before: bytes | None, after: bytes | None, now: bytes | None, words: Mapping[str, str] | None
) -> bytes | None:
    """What the file holds ``now`` without the change of ``before`` into ``after``; ``None`` is no file.

    ``words`` are the categories as written, for an entry; ``None`` for any other file. Raises ``Touched`` where a
    later change stands in the way.
    """
    if now == after:
        return before
    if before is None or after is None or now is None:
        raise Touched
    result = b"".join(_without(_lines(before), _lines(after), _lines(now), apart=words is None))
    if words is not None and not _is_exact(path, before, after, now, result, words):
        raise Touched(next((hunk.at + 1 for hunk in hunks(_lines(result), _lines(now))), 0))
    return result


def _lines(raw: bytes) -> list[bytes]:
    return raw.splitlines(keepends=True)


def _without(before: Sequence[bytes], after: Sequence[bytes], now: Sequence[bytes], *, apart: bool) -> Iterator[bytes]:
    """The lines of ``now`` with every hunk between ``after`` and ``before`` put back.

    With ``apart`` a later change next to one of them is in the way too: nothing reads the result again.
    """
    later = list(hunks(after, now))
    done = 0
    for back in hunks(after, before):
        for other in later:
            if _clash(back, other, apart):
                raise Touched(other.at + 1)
        shift = sum(len(one.lines) - (one.end - one.start) for one in later if _is_before(one, back))
        yield from now[done : back.start + shift]
        yield from back.lines
        done = back.end + shift
    yield from now[done:]


def _is_before(one: Hunk, back: Hunk) -> bool:
    """Whether a later hunk stands before the one put back; lines that came just before it do, those behind do not."""
    return one.end <= back.start and one.start < max(back.end, back.start + 1)


def _clash(back: Hunk, other: Hunk, apart: bool) -> bool:
    """Whether two changes of one text are of the same lines, or came to the same place."""
    if apart:
        return back.start <= other.end and other.start <= back.end
    if back.start == back.end or other.start == other.end:
        return (back.start == back.end == other.start == other.end) or (
            other.start < back.start < other.end or back.start < other.start < back.end
        )
    return back.start < other.end and other.start < back.end


def hunks(old: Sequence[bytes], new: Sequence[bytes]) -> Iterator[Hunk]:
    """What changed between two texts line by line."""
    from difflib import SequenceMatcher

    front = next((n for n, (a, b) in enumerate(zip(old, new, strict=False)) if a != b), min(len(old), len(new)))
    back = 0
    while back < min(len(old), len(new)) - front and old[-1 - back] == new[-1 - back]:
        back += 1
    was, now = old[front : len(old) - back], new[front : len(new) - back]
    for tag, i, j, m, n in SequenceMatcher(None, was, now, autojunk=len(was) + len(now) > _LONG).get_opcodes():
        if tag != "equal":
            yield Hunk(front + i, front + j, front + m, tuple(now[m:n]))


_LONG = 5000
"""Lines from which on an exact comparison would take too long."""


def _is_exact(path: str, before: bytes, after: bytes, now: bytes, result: bytes, words: Mapping[str, str]) -> bool:
    """Whether ``now`` became ``result`` by exactly the reverse of what ``before`` became ``after`` by."""
    sides = {raw: Side(path, read_entry(raw, path, words)) for raw in (before, after, now, result)}
    if sides[result].is_broken and not sides[now].is_broken:
        return False
    wanted = between(((sides[after], sides[before]),))
    done = between(((sides[now], sides[result]),))
    return _meaning(wanted) == _meaning(done)


def _meaning(found: Sequence[Difference]) -> Counter[object]:
    """Differences without their places; of a body only that it changed, as the rest of it may be another one now."""
    return Counter(
        (one.kind, one.issue, one.field, *((one.old, one.new) if one.kind != "body_changed" else ())) for one in found
    )
