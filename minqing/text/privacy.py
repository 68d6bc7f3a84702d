"""What in a text belongs to one person alone: found, named by kind, and shown masked.

After 个人信息保护法 §§6, 28, 51 and 接诉即办条例 §8: a diary names people the way the paper ones did, 5号楼的老爷子.
Numbers, doors and full names do not belong in a history that never forgets, nor into what is handed out.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Collection, Iterable, Iterator
from functools import lru_cache

from minqing.domain.values import dataclass
from minqing.text.normal import aligned
from minqing.text.privacy_names import NAME, name_hidden, names
from minqing.text.privacy_numbers import CARD, IDENTITY, LANDLINE, PHONE, numbers
from minqing.text.privacy_rooms import ROOM, rooms
from minqing.text.privacy_words import CORRECTION, FAITH, HEALTH, MINOR, words

NUMBERS = frozenset({PHONE, LANDLINE, IDENTITY, CARD})
"""Kinds that no commit may hold; the others are only warned of."""

WORDS = frozenset({HEALTH, MINOR, FAITH, CORRECTION})
"""Kinds that are words: they are warned of, and stay in what is handed out, as without them nothing would be said."""

KINDS = (PHONE, LANDLINE, IDENTITY, CARD, ROOM, NAME, HEALTH, MINOR, FAITH, CORRECTION)
"""Every kind of finding, what weighs most first."""


@dataclass(frozen=True, slots=True)
class Finding:
    """Something of a person in a text: its kind (one of ``KINDS``), where, and what is shown instead.

    ``value`` are the plain digits of a number, to tell whether two are the same; it is never shown.
    """

    kind: str
    start: int
    end: int
    masked: str
    value: str = ""


def findings(text: str, staff: Collection[str] = ()) -> tuple[Finding, ...]:
    """Everything of a person in ``text``, in order and without overlaps.

    ``staff`` are the names of people who act for the committee: they are no private matter.
    """
    plain = aligned(text)
    hard = _apart([*_numbers(plain), *_rooms(plain), *_names(plain, staff)])
    return tuple(_apart([*hard, *_sensitive(text, plain, lambda: [(f.start, f.end) for f in hard if f.kind == NAME])]))


def unnamed(text: str, staff: Collection[str] = ()) -> tuple[Finding, ...]:
    """The findings but for full names, which in free text are a guess; several times as fast."""
    plain = aligned(text)
    soft = _sensitive(text, plain, lambda: [(f.start, f.end) for f in _names(plain, staff)])
    return tuple(_apart([*_numbers(plain), *_rooms(plain), *soft]))


def _sensitive(text: str, plain: str, named: Callable[[], Collection[tuple[int, int]]]) -> Iterator[Finding]:
    return (Finding(w.kind, w.start, w.end, text[w.start : w.end]) for w in words(plain, named))


def numbers_in(text: str) -> tuple[Finding, ...]:
    """The numbers of persons in ``text`` alone: what keeps a change from being committed."""
    return tuple(_apart(_numbers(aligned(text))))


def masked(text: str, staff: Collection[str] = ()) -> str:
    """``text`` with its numbers, doors and full names masked; masking twice is masking once."""
    return _masked_for(text, frozenset(staff))


@lru_cache(maxsize=8192)
def _masked_for(text: str, staff: frozenset[str]) -> str:
    """A ledger has the same places, owners and words of handling in row after row."""
    return _until_stable(text, lambda text: _masked_once(text, staff))


def _masked_once(text: str, staff: Collection[str]) -> str:
    plain = aligned(text)
    return _replaced(text, _apart([*_numbers(plain), *_rooms(plain), *_names(plain, staff)]))


def _until_stable(text: str, mask: Callable[[str], str]) -> str:
    """``text`` masked until nothing is left: what is hidden can bring a word nearer to what it tells of."""
    while (hidden := mask(text)) != text:
        text = hidden
    return text


def numbers_masked(text: str) -> str:
    """``text`` with its numbers masked and all else as it is."""
    return _until_stable(text, lambda text: _replaced(text, numbers_in(text)))


def masked_name(name: str, staff: Collection[str] = ()) -> str:
    """Who somebody is, as a field says it: 张建国 → 张**, 5号楼张建国 → 5号楼张**; 老爷子 and 王大爷 stay."""
    return _until_stable(name, lambda name: name_hidden(_masked_once(name, staff), staff))


def is_full_name(name: str) -> bool:
    """Whether a field that says who somebody is holds a full name."""
    return name_hidden(name) != name


def _numbers(plain: str) -> Iterator[Finding]:
    return (Finding(n.kind, n.start, n.end, n.masked, n.digits) for n in numbers(plain))


def _rooms(plain: str) -> Iterator[Finding]:
    return (Finding(ROOM, r.start, r.end, r.masked) for r in rooms(plain))


def _names(plain: str, staff: Collection[str]) -> Iterator[Finding]:
    return (Finding(NAME, n.start, n.end, n.masked) for n in names(plain, staff))


def _apart(found: Iterable[Finding]) -> list[Finding]:
    """The findings in order; of overlapping ones what weighs most, then the longest.

    Numbers weigh the same: what looks like a telephone in the middle of an identity number is none.
    """
    kept: list[Finding] = []
    for one in sorted(found, key=lambda f: (f.kind not in NUMBERS and KINDS.index(f.kind), f.start - f.end, f.start)):
        at = bisect_left(kept, one.start, key=lambda f: f.start)
        free = (at == 0 or kept[at - 1].end <= one.start) and (at == len(kept) or one.end <= kept[at].start)
        if free:
            kept.insert(at, one)
    return kept


def _replaced(text: str, found: Iterable[Finding]) -> str:
    for one in reversed(list(found)):
        text = text[: one.start] + one.masked + text[one.end :]
    return text
