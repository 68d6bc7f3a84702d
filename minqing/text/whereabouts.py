"""Which places a matter counts under: 三号楼2门, 3栋 and 3号楼门口 are one house, 10号楼和12号楼 are two.

Whatever is counted by place asks here, and so does ``list 地点:=3号楼``: what a figure says can be listed one by one.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from datetime import date

from minqing.domain.community import Community
from minqing.domain.fold import IssueState
from minqing.domain.patterns import pattern
from minqing.text.houses import BUILDING, by_value, houses, in_words
from minqing.text.normal import aligned, folded
from minqing.text.search import holds

_BREAKS = " 、,;"
_AND = f"{_BREAKS}和与及跟"
_OWN = pattern("(?:本|该|我们|咱们?|靠近?|在)*(?:小区|社区|大?院[里内子]*)?")
"""What before a house names no other estate: 小区3号楼."""
_OF_ESTATE = pattern("小区(?=[0-9]+号楼)")
_HALL = pattern("(?:[0-9]+|[A-Za-z][0-9]?)座")


class Whereabouts:
    """The places of a community's matters, by the houses, places and stops of its settings."""

    def __init__(self, community: Community) -> None:
        stops = (stop for route in community.routes.values() for stop in route)
        names = (*(building.name for building in community.buildings), *community.places, *stops)
        self._known = {key: name for name in names if (key := _key(name))}
        self._longest_first = sorted(self._known, key=lambda key: (-len(key), key))
        self._community = folded(community.name or "")
        self._found: dict[str, Mapping[str, str]] = {}

    def of(self, place: str | None) -> Mapping[str, str]:
        """What a place counts under: each key with its spelling there; nothing where there is no place.

        The houses it names, be it by a gate, a floor or a flat of theirs; without a house the names of the settings
        that it holds (西门外 counts under 西门); else the place itself.
        """
        written = (place or "").strip()
        if written not in self._found:
            self._found[written] = self._read(written) if written else {}
        return self._found[written]

    def counts(self, state: IssueState, place: str) -> bool:
        """Whether an issue counts under ``place``, however that is spelled; of several houses under any."""
        return not self.of(state.place).keys().isdisjoint(self.of(place))

    def spelled(self, states: Iterable[IssueState]) -> dict[str, str]:
        """How each place that the issues count under is shown: as most of them have it, of several as the latest.

        No two are shown alike: one whose spelling is another's, too, is shown in full.
        """
        used: dict[str, dict[str, tuple[int, date]]] = {}
        for state in states:
            for key, written in self.of(state.place).items():
                times, latest = used.setdefault(key, {}).get(written, (0, state.raised))
                used[key][written] = times + 1, max(latest, state.raised)
        shown = {key: max(spellings, key=lambda one: (spellings[one], one)) for key, spellings in used.items()}
        often = Counter(shown.values())
        return {key: written if often[written] == 1 else key for key, written in shown.items()}

    def _read(self, written: str) -> Mapping[str, str]:
        key = _key(written)
        if key == written and _is_plain(key):
            return {key: written}
        return dict(self._houses(in_words(aligned(written)))) or dict(self._names(key)) or {key: written}

    def _houses(self, plain: str) -> Iterator[tuple[str, str]]:
        end = 0
        for start, after, each in _rows(plain):
            before = plain[end:start]
            estate = before if not end else before[1:] if before[:1] in (*_AND,) else ""
            yield from (self._house(estate.strip(_BREAKS), *house) for house in each)
            end = after

    def _house(self, estate: str, name: str, written: str) -> tuple[str, str]:
        """A house under its name in the settings, else with the estate before it, if that is not the community."""
        own = _OWN.fullmatch(estate) or _key(estate).removesuffix("小区") in self._community
        whole = (name, written) if own else (_key(estate + name), estate + written)
        for known in self._longest_first:
            if known == whole[0]:
                return whole
            if whole[0].endswith(known) and holds(whole[0], (known,)):
                return known, written if known == name else self._known[known]
        return whole

    def _names(self, key: str) -> Iterator[tuple[str, str]]:
        """The names of the settings in a place, the longest first; one within another does not count."""
        for name in self._longest_first:
            if holds(key, (name,)):
                yield name, self._known[name]
                key = key.replace(name, " ")


def _rows(plain: str) -> list[tuple[int, int, list[tuple[str, str]]]]:
    """Houses that stand together, from where to where, with their names and spellings; without numbers A座 is one."""
    numbered = [(row.start, row.end, [(house.name, house.written) for house in row.each]) for row in houses(plain)]
    return numbered or [(hall.start(), hall.end(), [(folded(hall[0]), hall[0])]) for hall in _HALL.finditer(plain)]


def _key(text: str) -> str:
    """A name as every spelling of it is compared: 幸福里小区三栋 is 幸福里3号楼."""
    if _is_plain(text):
        return text
    return _OF_ESTATE.sub("", "".join(by_value(folded(text)).split()))


def _is_plain(text: str) -> bool:
    """Whether a name is a house as most write it, 3号楼; nothing has to be looked for in it."""
    number = text.removesuffix(BUILDING)
    return number != text and number.isascii() and number.isdigit() and number[0] != "0"
