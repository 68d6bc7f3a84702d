"""Whether a matter came up before: the same thing at the same place.

The numbers of a place are compared exactly (``text.spots``), words loosely. What is spoken of is compared by the tables
of ``alike``; where they do not know a sentence, by the pairs of characters it shares with the other.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence
from datetime import date
from functools import cached_property, lru_cache
from operator import attrgetter
from typing import Protocol

from minqing.classify.models.alike import ALWAYS, Sense, same_matter, sense_of
from minqing.classify.sides import are_others, stand_apart
from minqing.domain.fold import IssueState
from minqing.domain.patterns import pattern
from minqing.domain.values import dataclass, replace
from minqing.text.normal import aligned
from minqing.text.spots import Sighting, Sightings, Spot, same_place, spot_of, spot_of_place, without_numbers

LIKE = 0.4
"""Part of the shorter sentence's pairs of characters that the other one must hold too."""

VERY_LIKE = 0.6
"""The part that is asked for where no place is named, or only a single pair is shared."""

IN_THE_SAME_WORDS = 5
"""Tenths of a sentence from which on it tells the matter in the same words as the other."""

NOT_COUNTED = ("duplicate", "withdrawn")
"""Closings of what was no matter of its own."""

KEPT = 80_000
"""So many earlier matters are kept ready to be compared, those of the places that were asked for last."""

FEW = 20
"""So many matters are compared one by one."""

NOWHERE = Spot((), "")
"""Where a sentence is that names no place: it is compared with all others that name none."""

_FILLERS = pattern(
    "老爷子|老太太|阿姨|大爷|大妈|奶奶|爷爷|师傅|先生|女士|居民|住户|业主|反映|反应|希望|要求|建议|"
    "[的了说又也很都在有把被是就和与还再没人家们个着，。、；：,.;:!?！？()（）\"'“”\\s]"
)


@dataclass(frozen=True, slots=True)
class Repeat:
    """How often the matter was raised before. ``states`` are those earlier issues, the newest first; of one
    day those in the same words go before. ``alike`` says of each how much of its sentence is the same, in tenths."""

    states: tuple[IssueState, ...]
    alike: tuple[int, ...]

    @property
    def count(self) -> int:
        """The number of this time: 3 for what was raised twice before."""
        return len(self.states) + 1

    @property
    def last(self) -> IssueState:
        """The newest of the earlier ones."""
        return self.states[0]

    @property
    def open(self) -> IssueState | None:
        """The one that is still open and most alike, else the newest of several: a note to it may do instead."""
        still = [(-alike, at) for at, (state, alike) in enumerate(zip(self.states, self.alike, strict=True))
                 if state.is_open]  # fmt: skip
        return self.states[min(still)[1]] if still else None


class Past(Protocol):
    """The matters there are, asked by their places."""

    def near(self, spot: Spot, placed: bool) -> Sequence[Sighting]:
        """Those that may be where ``spot`` is (see ``text.spots.may_meet``), in any order."""

    def standing_of(self, seen: Sequence[Sighting], today: date) -> Iterable[IssueState]:
        """The issues of these sightings as they stand today."""


class _Listed(Sightings):
    """A past of issues in memory."""

    def __init__(self, states: Iterable[IssueState]) -> None:
        self._states = tuple(states)
        told = enumerate(self._states)
        super().__init__(Sighting(s.title, s.place, s.raised, s.entry, at) for at, s in told)

    def near(self, spot: Spot, placed: bool) -> list[Sighting]:
        """See ``Past``; in the order of the issues."""
        return sorted(super().near(spot, placed), key=attrgetter("at"))

    def standing_of(self, seen: Sequence[Sighting], today: date) -> Iterable[IssueState]:
        """See ``Past``."""
        return (self._states[one.at] for one in seen)


class _Told:
    """An earlier matter and what it tells of, which is worked out once."""

    def __init__(self, seen: Sighting) -> None:
        self.seen = seen

    @cached_property
    def spot(self) -> Spot:
        """Where it was."""
        return spot_of_place(self.seen.place) if self.seen.place else spot_of(self.seen.title)

    @cached_property
    def sense(self) -> Sense:
        """What it tells of."""
        return _sense(self.seen.title, self.seen.place)

    @cached_property
    def pairs(self) -> frozenset[str]:
        """The pairs of characters of its sentence."""
        return _pairs(self.seen.title, self.seen.place)


class _Near:
    """What was raised at one place; ``nowhere``: what names none, which is compared by its words alone."""

    def __init__(self, seen: Iterable[Sighting], nowhere: bool) -> None:
        self.told = [_Told(one) for one in seen]
        self.nowhere = nowhere

    @cached_property
    def _holders(self) -> dict[str, list[int]]:
        """Which of ``told`` hold a pair of characters, by the pair."""
        found: dict[str, list[int]] = {}
        for n, told in enumerate(self.told):
            for pair in told.pairs:
                found.setdefault(pair, []).append(n)
        return found

    def like(self, new: _Told) -> Iterator[_Told]:
        """Those that tell the same matter, in their order; of many without a place only those are looked at that share
        a pair of characters with it."""
        among = self.told
        if self.nowhere and len(among) > FEW:
            shared = {n for pair in new.pairs for n in self._holders.get(pair, ())}
            among = [self.told[n] for n in sorted(shared)]
        return (told for told in among if _is_repeat(new, told))


class Earlier:
    """The issues there are, ready for being asked again and again while a person types.

    They are ``states``, or those of a whole diary (``past``): then only what was at a place is read, when the place is
    asked for.
    """

    def __init__(self, states: Iterable[IssueState] = (), *, past: Past | None = None, today: date = date.max) -> None:
        self._past: Past = past or _Listed(states)
        self._today = today
        self._kept: dict[tuple[Spot, bool], _Near] = {}

    def of(
        self, title: str, place: str | None, day: date | None = None, without: Collection[str] = ()
    ) -> Repeat | None:
        """The issues of the same matter at the same place, raised up to ``day``; ``None`` where there are none.

        A walk of some days ago that is written down only now does not repeat what was raised since. ``without`` are
        the ids of issues that are passed over.
        """
        new = _Told(Sighting(title, place or None, day or self._today, "", 0))
        alike = [seen for seen in self._alike(new) if day is None or seen.raised <= day]
        stands = self._past.standing_of(alike, self._today) if alike else ()
        found = {s.id: s for s in stands if s.outcome not in NOT_COUNTED and s.id not in without}
        if not found:
            return None
        tenths = {state.id: _tenths_alike(new, state) for state in found.values()}
        newest = sorted(
            found.values(), key=lambda s: (s.raised, tenths[s.id] >= IN_THE_SAME_WORDS, len(s.id), s.id), reverse=True
        )
        return Repeat(tuple(newest), tuple(tenths[state.id] for state in newest))

    def first(self, title: str, place: str | None, day: date, before: int) -> int | None:
        """Which of the ``states``, of the first ``before`` of them, is the first that tells the same matter."""
        new = _Told(Sighting(title, place or None, day, "", 0))
        found = next((seen.at for seen in self._alike(new) if seen.raised <= day or seen.at >= before), before)
        return found if found < before else None

    def _alike(self, new: _Told) -> Iterator[Sighting]:
        near = self._near(new.spot, bool(new.seen.place))
        return (told.seen for told in near.like(new))

    def _near(self, spot: Spot, placed: bool) -> _Near:
        """What was raised there; kept, as the next letter of a sentence mostly asks for the same."""
        nowhere = not (placed or spot.keys)
        asked = (NOWHERE, False) if nowhere else (spot, placed)
        if asked not in self._kept:
            found = _Near(self._past.near(*asked), nowhere)
            while self._kept and len(found.told) + sum(len(near.told) for near in self._kept.values()) > KEPT:
                del self._kept[next(iter(self._kept))]
            self._kept[asked] = found
        return self._kept[asked]


def _is_repeat(new: _Told, old: _Told) -> bool:
    if are_others(new.seen.title, old.seen.title):
        return False
    placed = bool(new.seen.place and old.seen.place)
    if new.spot.keys or placed:
        apart = stand_apart(new.spot, old.spot, placed)
        return not apart and same_place(new.spot, old.spot) and _same_words(new, old)
    return not (new.seen.place or old.seen.place) and _like(new, old, VERY_LIKE)


def _same_words(new: _Told, old: _Told) -> bool:
    """Whether both tell of one matter: by what the tables know of them, else by their letters."""
    known = same_matter(new.sense, old.sense) if new.sense and old.sense else None
    return known if known is not None else _like(new, old, LIKE)


def _sense(title: str, place: str | None) -> Sense:
    """What a title tells of; a thing that is a place as well (楼顶) counts where no other is told, 消防通道 always."""
    rest, whole = sense_of(_bare(title, place)), sense_of(_bare(title, None))
    return (
        replace(rest, things=rest.things | (whole.things & ALWAYS), kinds=whole.kinds, parts=whole.parts)
        if rest.things
        else whole
    )


def _like(new: _Told, old: _Told, least: float) -> bool:
    """Whether the sentences, without their places, share enough pairs of characters."""
    shared, shorter = len(new.pairs & old.pairs), min(len(new.pairs), len(old.pairs))
    return bool(shorter) and shared / shorter >= (least if shared > 1 else VERY_LIKE)


def _tenths_alike(new: _Told, state: IssueState) -> int:
    """How much of the sentence is the same; figures that tell how many or which one count for nothing."""
    ours, theirs = (
        {pair for pair in pairs if pair.isalpha()} for pairs in (new.pairs, _pairs(state.title, state.place))
    )
    shorter = min(len(ours), len(theirs))
    return 10 * len(ours & theirs) // shorter if shorter else 0


@lru_cache(maxsize=8192)
def _pairs(title: str, place: str | None) -> frozenset[str]:
    chunks = _FILLERS.sub(" ", _bare(title, place)).split()
    return frozenset(chunk[i : i + 2] for chunk in chunks for i in range(len(chunk) - 1))


@lru_cache(maxsize=8192)
def _bare(title: str, place: str | None) -> str:
    """A title in half-width forms without its place and without numbers of places."""
    plain = aligned(title)
    if place:
        plain = plain.replace(aligned(place), " ")
    return without_numbers(plain)
