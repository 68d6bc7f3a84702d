"""What came up: so many matters of each bucket and fate, each on its day, at its place, in its words."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import date, timedelta

from minqing.demo.chance import Chance, Lots, weighted
from minqing.demo.days import MONDAYS, at_work
from minqing.demo.ground import HOUSES, LAST, SPOTS, TIERS_SINCE, TOWERS, UNMANAGED, House
from minqing.demo.topics import TOPICS, Topic
from minqing.domain.model import Progress
from minqing.domain.values import dataclass, field

HANDLED: Mapping[str, int] = {"dispute": 1018, "environment": 972, "unmanaged": 1580, "other": 438}
"""Matters solved by the last day, by bucket: the first three are the published totals, the fourth is ours."""

OTHER_FATES: Mapping[str, Mapping[str, int]] = {
    "dispute": {"refer": 24, "duplicate": 6, "withdraw": 14, "open": 8, "parked": 1},
    "environment": {"refer": 16, "duplicate": 24, "withdraw": 6, "open": 9, "parked": 3},
    "unmanaged": {"refer": 14, "duplicate": 32, "withdraw": 8, "open": 15, "parked": 7},
    "other": {"refer": 26, "duplicate": 5, "withdraw": 6, "open": 6, "parked": 1},
}
"""How the others stand on the last day."""


@dataclass(frozen=True, slots=True)
class Step:
    """One change of an issue after it was raised: its lines of one day, who writes them."""

    day: date
    lines: tuple[Progress, ...]
    by: str


@dataclass(slots=True)
class Matter:
    """An issue in the making. ``settled`` closes it in the entry that raises it; ``same_as`` is its original."""

    topic: Topic
    bucket: str
    fate: str
    day: date
    kind: str = "walk"
    house: House | None = None
    place: str = ""
    where: str = ""
    what: str = ""
    title: str = ""
    who: str | None = None
    source: str | None = None
    category: str = ""
    tier: str | None = None
    owner: str | None = None
    due: date | None = None
    households: int | None = None
    ticket: str | None = None
    yuan: int | None = None
    settled: Progress | None = None
    steps: list[Step] = field(default_factory=list)
    same_as: Matter | None = None
    id: str = ""

    @property
    def slots(self) -> dict[str, str]:
        """What fills the slots of phrases about it."""
        return {"who": self.who or ("楼门长" if self.house else "居民"), "staff": "居干", "place": self.place}


SLOW = 7
"""Days a topic may take from which on a matter of it can be found open at the end; what is urgent is not left."""

_BUSY = {2009: 8, 2010: 8, 2011: 9, 2012: 10, 2013: 10, 2014: 10, 2015: 10, 2016: 10, 2017: 11, 2018: 11, 2019: 12}
"""How much comes up in a year, in tenths; 2020 follows the months."""

_CLOSED_MONTHS = ((2020, 1), (2020, 2), (2020, 3))
"""Months (0-based) in which people stayed at home."""

_WHO = {
    "老爷子": 10, "大爷": 14, "阿姨": 14, "大妈": 14, "老太太": 9, "大姐": 9, "大哥": 7, "大叔": 5, "小伙子": 4, "姑娘": 4,
    "年轻妈妈": 4, "租户": 4, "退休老师": 3, "老党员": 4, "老两口": 3, "楼门长": 4, "奶奶": 5,
}  # fmt: skip
"""Forms of address, which are all that is told of a resident."""

_SIDES = ("楼前", "楼后", "楼北侧", "楼西侧", "楼东侧", "楼南侧", "楼头")

_OUTSIDE_WALKS = {
    "dispute": {"walk": 60, "desk": 14, "call": 11, "hotline": 6, "visit": 6, "meeting": 3},
    "environment": {"walk": 86, "desk": 2, "call": 5, "hotline": 5, "visit": 1, "meeting": 1},
    "unmanaged": {"walk": 79, "desk": 5, "call": 6, "hotline": 6, "visit": 2, "meeting": 2},
    "other": {"walk": 46, "desk": 26, "call": 8, "hotline": 3, "visit": 15, "meeting": 2},
}
"""By which kind of entry a matter comes in, by bucket."""

_HOTLINE_YEARS = {2018: 130, 2019: 420, 2020: 480}
"""The hotline's weight in percent of the table's; before, a quarter."""


def all_matters(already: Mapping[str, int]) -> list[Matter]:
    """Every matter but the told stories, by day; ``already`` are the matters those solve, by bucket."""
    chance = Chance("matters")
    found: list[Matter] = []
    for bucket, topics in TOPICS.items():
        fates = {"solved": HANDLED[bucket] - already.get(bucket, 0), **OTHER_FATES[bucket]}
        found += _of_bucket(bucket, topics, fates, chance)
    found.sort(key=lambda matter: matter.day)
    titles: set[str] = set()
    for matter in found:
        _placed(matter, chance)
        _worded_anew(matter, chance, titles)
        _graded(matter, chance)
    return found


def _of_bucket(bucket: str, topics: Sequence[Topic], fates: Mapping[str, int], chance: Chance) -> Iterator[Matter]:
    pairs = [(topic, monday) for topic in topics for monday in MONDAYS]
    lots = Lots(pairs, [_weight(*pair) for pair in pairs])
    late = [(topic, monday) for topic, monday in pairs if topic.days[1] >= SLOW and (LAST - monday).days <= 420]
    recent = Lots(late, [_weight(*pair) * _recency(pair[1]) for pair in late])
    for fate, count in fates.items():
        drawn, things = (recent, late) if fate in ("open", "parked") else (lots, pairs)
        for _ in range(count):
            topic, monday = things[drawn.draw(chance)]
            yield _dated(Matter(topic, bucket, fate, monday), chance)


def _weight(topic: Topic, monday: date) -> int:
    """How likely a topic comes up on a Monday."""
    first, last = topic.years
    if not first <= monday.year <= last:
        return 0
    quiet = (monday.year, monday.month - 1) in _CLOSED_MONTHS and topic.id != "virus"
    busy = 5 if quiet else _BUSY.get(monday.year, 12)
    span = min(last - first + 1, 11)
    year = sum(map(int, topic.months))
    return topic.weight * int(topic.months[monday.month - 1]) * 600 // year * busy * (7 if span == 1 else 1)


def _recency(monday: date) -> int:
    """Of what is open at the end, most came up lately."""
    days = (LAST - monday).days
    return 30 if days <= 14 else 16 if days <= 42 else 4 if days <= 120 else 1


def _dated(matter: Matter, chance: Chance) -> Matter:
    """Its kind of entry and its day: the Monday itself for a walk, a working day of that week otherwise."""
    kinds = dict(_OUTSIDE_WALKS[matter.bucket])
    kinds["hotline"] = kinds["hotline"] * _HOTLINE_YEARS.get(matter.day.year, 25)
    matter.kind = weighted(chance, {kind: n * (1 if kind == "hotline" else 100) for kind, n in kinds.items()})
    if matter.kind in ("desk", "call", "hotline"):
        day = matter.day + timedelta(days=chance.below(5 if matter.kind != "hotline" else 7))
        matter.day = day if day <= LAST and (at_work(day) or matter.kind == "hotline") else matter.day
    return matter


def _placed(matter: Matter, chance: Chance) -> None:
    """Where it is: six times in ten at one of the topic's few sore points."""
    topic = matter.topic
    if topic.where == "spot":
        spots = topic.spots or SPOTS
        matter.place = spots[min(chance.below(len(spots)), chance.below(len(spots)))]
        return
    own = Chance(topic.id)
    houses = _houses_of(matter)
    favourites = [own.one(houses) for _ in range(7)]
    matter.house = chance.one(favourites) if chance.happens(45) else chance.one(houses)
    matter.place = matter.house.name


def _houses_of(matter: Matter) -> Sequence[House]:
    if matter.topic.where == "tall":
        return [house for house in HOUSES if house.number in TOWERS and not house.managed]
    return UNMANAGED if matter.bucket == "unmanaged" else HOUSES


def _worded_anew(matter: Matter, chance: Chance, titles: set[str]) -> None:
    """Its title and reporter; a sentence that was said before is said otherwise, if that can be done."""
    for _ in range(9):
        worded(matter, chance)
        if matter.title not in titles:
            break
    titles.add(matter.title)


def worded(matter: Matter, chance: Chance) -> None:
    """Put a matter into words: as the walkers saw it, or as somebody told it."""
    matter.what = chance.phrase(chance.one(matter.topic.what))
    matter.where = _whereabouts(matter, chance)
    matter.who, matter.source = None, None
    if matter.kind in ("walk", "visit") and matter.topic.where != "home" and chance.happens(58):
        matter.source = "seen"
        matter.title = f"{matter.place}{matter.where.removeprefix('楼')}{matter.what}"
    else:
        told_by_somebody(matter, chance)


def told_by_somebody(matter: Matter, chance: Chance) -> None:
    """The title as a resident tells it, with what he adds."""
    topic, what = matter.topic, matter.what
    so = chance.phrase(chance.one(topic.so)) if topic.so and chance.happens(62) else ""
    matter.who = weighted(chance, _WHO)
    home = matter.place if matter.house else chance.one(HOUSES).name
    spot = "" if matter.house else matter.place
    verb = "" if what.startswith(("问", "来开", "想", "夸")) else chance.one(("说", "说", "说", "反映", "提到"))
    matter.title = f"{home}的{matter.who}{verb}{spot}{matter.where}{what}{',' if so else ''}{so}"
    if matter.kind in ("walk", "visit"):
        matter.source = "asked" if chance.happens(30) else "heard"


def _whereabouts(matter: Matter, chance: Chance) -> str:
    """The finer place within a building, as it stands in the title."""
    if matter.topic.where == "stair" and matter.house:
        return f"{chance.between(1, matter.house.units)}单元"
    if matter.topic.where == "front":
        return chance.one(_SIDES)
    return ""


def _graded(matter: Matter, chance: Chance) -> None:
    """Its tier, households, money and ticket. Tiers were seldom written before there was a rule for them."""
    topic, year = matter.topic, matter.day.year
    written = 100 if matter.day >= TIERS_SINCE else 90 if year >= 2016 else 75 if year >= 2012 else 45
    tier = "large" if topic.tier != "small" and topic.outside and chance.happens(6) else topic.tier
    matter.tier = tier if chance.happens(written) else None
    if topic.households[1] and chance.happens(55):
        matter.households = chance.between(*topic.households)
    elif chance.happens(8):
        matter.households = chance.between(1, 2)
    if topic.yuan[1] and chance.happens(30):
        matter.yuan = chance.between(*topic.yuan)
    if matter.kind == "hotline":
        matter.ticket = f"GD{matter.day:%y%m%d}-{chance.between(100, 999)}"
