"""The entries: every walk with its steps and walkers, the visits, meetings, and what came in besides."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from datetime import date, timedelta
from decimal import Decimal

from minqing.demo.chance import Chance, shares, weighted
from minqing.demo.days import MONDAYS, is_wet, weather, working_day
from minqing.demo.ground import FIRST, LAST, ROTA, VISITS_SINCE, staff_on, writer_on
from minqing.demo.matters import Matter
from minqing.demo.pages import meeting_page, second_page, visit_page, walk_page
from minqing.domain.model import KINDS, Entry
from minqing.domain.values import dataclass, field, replace
from minqing.workspace.names import EntryName

STEPS = 2_730_000
"""Steps in all, as published."""

KM = Decimal("1640")
"""Kilometres in all, as published."""

SECOND_WALKS = {
    "2010-01-04": "雪停了,路上还滑", "2010-08-02": "晚上居民乘凉,专听白天上班的人说话", "2011-06-27": "傍晚又下大雨",
    "2012-07-23": "大雨过后看地下室排水", "2012-11-05": "半夜一场雪压断了树枝", "2013-09-02": "夜里查地下室",
    "2014-02-10": "节后查烟花皮和消防道", "2015-08-31": "晚上看夜间停车", "2016-07-25": "雨后再看低洼处",
    "2017-11-20": "夜里查出租房和底商", "2018-07-09": "晚上看路灯和噪声", "2019-08-05": "夜里看烧烤摊和广场音响",
    "2019-12-16": "雪后看坡道和台阶", "2020-02-10": "晚上看值守和隔离户的菜", "2020-05-11": "晚上看桶站",
}  # fmt: skip
"""Mondays on which they walked a second time, and why."""

_COMPANIONS = {
    "城管执法队": 10, "社区民警": 12, "物业项目经理": 7, "志愿者": 10, "绿化队": 4, "业委会": 2, "法院院长": 1,
    "消防救援": 3, "共建单位": 5, "街道科室": 5, "人大代表": 2,
}  # fmt: skip


@dataclass(slots=True)
class Sheet:
    """An entry in the making: its facts and page, its matters in the order they were written, who wrote it."""

    entry: Entry
    by: str
    matters: list[Matter] = field(default_factory=list)

    @property
    def is_logged(self) -> bool:
        """Whether it was written as a whole; otherwise matter by matter."""
        return self.entry.kind in ("walk", "visit", "meeting")


def hold_outings(matters: Sequence[Matter]) -> None:
    """Move what came up at a visit or a meeting to the next day on which there was one, or to the last."""
    for kind, days in (("visit", _visit_days()), ("meeting", _meeting_days())):
        mine = [matter for matter in matters if matter.kind == kind]
        told = [matter.day for matter in mine if matter.steps]
        ordered = sorted({*days, *told})
        for matter in mine:
            matter.day = ordered[min(bisect_left(ordered, matter.day), len(ordered) - 1)]


def all_sheets(matters: Sequence[Matter]) -> list[Sheet]:
    """Every entry with its matters, in order of date and name; outings were held before (see above)."""
    sheets = _walks([matter for matter in matters if matter.kind == "walk"])
    for kind, days in (("visit", _visit_days()), ("meeting", _meeting_days())):
        sheets += _outings(kind, [matter for matter in matters if matter.kind == kind], days)
    sheets += _kept_at_the_desk(matters)
    return sorted(sheets, key=lambda sheet: (sheet.entry.date, sheet.entry.path))


def _path(day: date, kind: str, number: int = 1) -> str:
    return EntryName(day, KINDS.index(kind), number).path


# walks


def _walks(matters: Sequence[Matter]) -> list[Sheet]:
    """A walk for every Monday and the second ones; steps and kilometres add up to the published totals."""
    chance = Chance("walks")
    sheets = [sheet for day in MONDAYS for sheet in _walks_of(day, chance)]
    by_day: dict[date, list[Sheet]] = {}
    for sheet in sheets:
        by_day.setdefault(sheet.entry.date, []).append(sheet)
    for matter in matters:
        there = by_day[matter.day]
        there[len(there) > 1 and chance.happens(25)].matters.append(matter)
    _measure(sheets, chance)
    for sheet in sheets:
        sheet.entry = replace(sheet.entry, body=_page(sheet, chance))
    return sheets


def _walks_of(day: date, chance: Chance) -> Iterator[Sheet]:
    sky = weather(chance, day)
    route = _route(chance, sky)
    walkers = _walkers(chance, day, chance.between(5, 9))
    companions = _companions(chance) if chance.happens(38) else ()
    visits = (chance.one(ROTA).name,) if day >= VISITS_SINCE and chance.happens(30) else ()
    cleaned = chance.between(1, 14) if chance.happens(55) else None
    end = 11 * 60 + chance.between(18, 58)
    yield Sheet(
        Entry(
            day, "walk", f"08:30-{end // 60:02}:{end % 60:02}", sky, route, walkers=walkers,
            companions=companions, visits=visits, cleaned=cleaned, path=_path(day, "walk"),
        ),
        _writer(chance, day),
    )  # fmt: skip
    if day.isoformat() in SECOND_WALKS:
        few = _walkers(chance, day, 3)
        entry = Entry(day, "walk", f"19:{chance.between(10, 40)}-20:{chance.between(15, 45)}", walkers=few)
        yield Sheet(replace(entry, path=_path(day, "walk", 2)), _writer(chance, day))


def _route(chance: Chance, sky: str) -> str:
    if is_wet(sky) and chance.happens(70):
        return "雨雪天短线"
    return weighted(chance, {"顺时针一圈": 80, "逆时针一圈": 9, "加走外围": 11})


def _walkers(chance: Chance, day: date, count: int) -> tuple[str, ...]:
    here = [member.name for member in staff_on(day)]
    leads = chance.happens(93)
    return tuple((here[:1] if leads else []) + chance.some(here[1:], count - leads))


def _companions(chance: Chance) -> tuple[str, ...]:
    drawn = (weighted(chance, _COMPANIONS) for _ in range(chance.between(1, 2)))
    return tuple(dict.fromkeys(drawn))


def _writer(chance: Chance, day: date) -> str:
    """Who writes it down: now and then one of the young ones."""
    young = [member.name for member in staff_on(day) if member.name in ("小林", "小宋")]
    return chance.one(young) if young and chance.happens(35) else writer_on(day).name


_LENGTHS = {"顺时针一圈": 1000, "逆时针一圈": 1004, "加走外围": 1090, "雨雪天短线": 890, None: 290}
"""How long a route is, in thousandths of the usual one; a second walk has none."""


def _measure(sheets: Sequence[Sheet], chance: Chance) -> None:
    long = [_LENGTHS[sheet.entry.route] * chance.between(955, 1045) for sheet in sheets]
    steps = shares(STEPS, long)
    hundredths = shares(int(KM * 100), [n * chance.between(984, 1016) for n in steps])
    for sheet, count, length in zip(sheets, steps, hundredths, strict=True):
        sheet.entry = replace(sheet.entry, steps=count, km=Decimal(length).scaleb(-2))


def _page(sheet: Sheet, chance: Chance) -> str:
    entry = sheet.entry
    if entry.route is None or entry.weather is None:
        return second_page(chance, SECOND_WALKS[entry.date.isoformat()], entry.walkers)
    counts = len(sheet.matters), sum(matter.settled is not None for matter in sheet.matters)
    return walk_page(chance, entry.date, entry.weather, entry.route, entry.walkers, counts)


# visits and meetings


def _visit_days() -> list[date]:
    """Once a month, twice from 2016, three times since the fixed visits."""
    chance = Chance("visits")
    days: set[date] = set()
    for year in range(FIRST.year + 1, LAST.year + 1):
        for month in range(1, 13):
            for _ in range(1 if year < 2016 else 2 if year < VISITS_SINCE.year else 3):
                days.add(working_day(date(year, month, chance.between(2, 26))))
    return [day for day in days if day <= LAST]


def _meeting_days() -> list[date]:
    chance = Chance("meetings")
    day, days = FIRST + timedelta(days=80), []
    while day <= LAST:
        days.append(working_day(day))
        day += timedelta(days=chance.between(38, 75))
    return [day for day in days if day <= LAST]


def _outings(kind: str, matters: Sequence[Matter], days: Iterable[date]) -> list[Sheet]:
    """The visits or meetings of ``days`` and of what was told at others, each with its matters."""
    chance = Chance(kind)
    ordered = sorted({*days, *(matter.day for matter in matters)})
    sheets = {day: _outing(kind, day, chance) for day in ordered}
    for matter in matters:
        sheets[matter.day].matters.append(matter)
    return list(sheets.values())


def _outing(kind: str, day: date, chance: Chance) -> Sheet:
    start = chance.between(13, 15)
    walkers = _walkers(chance, day, chance.between(2, 4))
    visits = tuple(v.name for v in chance.some(ROTA, chance.between(1, 2))) if kind == "visit" else ()
    page = visit_page(chance, walkers) if kind == "visit" else meeting_page(chance)
    entry = Entry(
        day, kind, f"{start}:30-{start + 1}:{chance.between(20, 59)}", walkers=walkers, visits=visits,
        path=_path(day, kind), body=page,
    )  # fmt: skip
    return Sheet(entry, _writer(chance, day))


def _kept_at_the_desk(matters: Sequence[Matter]) -> list[Sheet]:
    """An entry for each day and kind in which something was told at the desk, by telephone or by the hotline."""
    chance = Chance("desk")
    sheets: dict[tuple[date, str], Sheet] = {}
    for matter in matters:
        if matter.kind in ("desk", "call", "hotline"):
            key = matter.day, matter.kind
            if key not in sheets:
                sheets[key] = Sheet(Entry(*key, path=_path(*key)), _writer(chance, matter.day))
            sheets[key].matters.append(matter)
    return list(sheets.values())
