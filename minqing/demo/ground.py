"""The invented community: its buildings and places, the people who walk, and its settings as they were on a day.

The numbers (44 buildings, 32 of them without property management, 4548 households, 12 930 people, 75 units,
1.7 square kilometres) are the published ones of the community that the method comes from; all else is made up.
"""

from __future__ import annotations

from datetime import date, timedelta
from functools import cache

from minqing.demo.chance import shares
from minqing.domain.values import dataclass

NAME = "示例社区"
MARK = "(合成数据)"
"""What every name of a sample ends with."""

HOUSEHOLDS = 4548
TOWERS = frozenset(range(33, 45))
MANAGED = frozenset((17, 18, 27, 28, 33, 34, 35, 36, 39, 40, 41, 42))

SPOTS = ("东门", "小花园", "文化广场", "健身园", "南门", "菜站", "西侧自行车棚", "小学门口", "北门")
"""Places between the buildings, about where the walk passes them."""

FIRST, LAST = date(2009, 12, 14), date(2020, 11, 23)
"""The first and the last Monday: 572 without a gap."""

TIERS_SINCE = date(2019, 1, 7)
"""From here on every matter gets its tier, and the hotline's tickets come every week."""

VISITS_SINCE = date(2018, 1, 8)
"""From here on the fixed visits of every month."""


@dataclass(frozen=True, slots=True)
class House:
    """A building: its number, households, units (staircases), whether a company manages it."""

    number: int
    households: int
    units: int
    managed: bool

    @property
    def name(self) -> str:
        """As it is written in the diary."""
        return f"{self.number}号楼"

    @property
    def tall(self) -> bool:
        """Whether it has lifts."""
        return self.number in TOWERS


def _houses() -> tuple[House, ...]:
    numbers = range(1, 45)
    sizes = shares(HOUSEHOLDS, [(9 if n in TOWERS else 4) * 10 + n * 7 % 11 for n in numbers])
    units = [2 if n in TOWERS else 3 + n % 3 for n in numbers]
    return tuple(House(n, size, u, n in MANAGED) for n, size, u in zip(numbers, sizes, units, strict=True))


HOUSES = _houses()
UNMANAGED = tuple(house for house in HOUSES if not house.managed)


@dataclass(frozen=True, slots=True)
class Member:
    """One of the staff: what he or she is called, from when until when, for which buildings and categories."""

    name: str
    role: str
    mail: str
    start: date = FIRST
    end: date = date.max
    houses: tuple[int, int] | None = None
    duties: tuple[str, ...] = ()

    def serves(self, day: date) -> bool:
        """Whether he or she is here on ``day``."""
        return self.start <= day <= self.end


STAFF: tuple[Member, ...] = (
    Member("张书记", "社区党委书记", "zhang", duties=("illegal_build",)),
    Member("陈主任", "居委会主任", "chen", end=date(2016, 6, 30), duties=("service", "other")),
    Member("刘主任", "居委会主任", "liu", start=date(2016, 7, 4), duties=("service", "other")),
    Member("孙委员", "治安和调解委员", "sun", end=date(2015, 9, 30), duties=("dispute", "safety")),
    Member("谢委员", "治安和调解委员", "xie", start=date(2015, 10, 12), duties=("dispute", "safety")),
    Member("何委员", "公共卫生委员", "he", duties=("environment",)),
    Member("高委员", "物业管理委员", "gao", start=date(2011, 3, 7), duties=("property", "facility")),
    Member("赵委员", "社会福利委员", "zhao", end=date(2018, 12, 28), duties=("welfare",)),
    Member("罗委员", "社会福利委员", "luo", start=date(2019, 1, 7), duties=("welfare",)),
    Member("马姐", "社区工作者", "ma", end=date(2013, 6, 28)),
    Member("王丽", "社区工作者", "wangli", start=date(2013, 3, 4)),
    Member("小林", "社区工作者", "lin", start=date(2017, 7, 3)),
    Member("小宋", "社区工作者", "song", start=date(2018, 9, 3)),
    Member("李楼长", "楼院长", "li", houses=(1, 9)),
    Member("周楼长", "楼院长", "zhou", end=date(2017, 12, 29), houses=(10, 18)),
    Member("褚楼长", "楼院长", "chu", start=date(2018, 1, 8), houses=(10, 18)),
    Member("吴楼长", "楼院长", "wu", start=date(2010, 4, 12), houses=(19, 28)),
    Member("郑楼长", "楼院长", "zheng", houses=(29, 36)),
    Member("钱楼长", "楼院长", "qian", end=date(2014, 5, 30), houses=(37, 44)),
    Member("冯楼长", "楼院长", "feng", start=date(2014, 6, 9), houses=(37, 44)),
    Member("杨支书", "第二党支部书记", "yang", start=date(2012, 2, 6)),
)
"""Everybody who ever walked here, by role; the addresses are at example.org."""


@cache
def staff_on(day: date) -> tuple[Member, ...]:
    """Who is there on a day."""
    return tuple(member for member in STAFF if member.serves(day))


def writer_on(day: date) -> Member:
    """Who keeps the diary."""
    name = "马姐" if day <= date(2013, 6, 28) else "王丽"
    return next(member for member in STAFF if member.name == name)


def in_charge(category: str, day: date) -> Member:
    """Who looks after a category on a day; the secretary where nobody does."""
    return next((m for m in staff_on(day) if category in m.duties), STAFF[0])


def steward(house: House | None, day: date) -> Member | None:
    """The steward of a building on a day, if it has one."""
    for member in staff_on(day) if house else ():
        if house and member.houses and member.houses[0] <= house.number <= member.houses[1]:
            return member
    return None


@dataclass(frozen=True, slots=True)
class Visit:
    """A fixed visit of the rota, every month, and whom it goes to."""

    name: str
    people: tuple[str, ...] = ()


ROTA: tuple[Visit, ...] = (
    Visit("高龄党员家和困难党员户", people=("高龄党员", "困难党员")),
    Visit("辖区共建单位"),
    Visit("易出安全事故的地方"),
    Visit("六小门店"),
    Visit("经常打12345的居民户"),
)
"""The five fixed visits of the method's second version."""

ROUTES: dict[str, tuple[str, ...]] = {
    "顺时针一圈": ("1号楼", "9号楼", "小花园", "18号楼", "东门", "28号楼", "南门", "36号楼", "菜站", "44号楼", "北门"),
    "逆时针一圈": ("北门", "44号楼", "菜站", "36号楼", "南门", "28号楼", "东门", "18号楼", "小花园", "9号楼", "1号楼"),
    "雨雪天短线": ("1号楼", "小花园", "18号楼", "南门", "36号楼", "北门"),
    "加走外围": ("东门外", "南侧小街", "小学门口", "西墙根", "北门外便道"),
}
"""Routes by name, with places on them in order."""

_HEAD = """# 合成数据:这个社区是示例,楼号、称呼、事情都由程序编成,没有一件是真事。
# Synthetic data: a sample made by `minqing init --demo`; no person and no matter in it is real.
# 自己的日记本请用 minqing init 另建一个。

格式: 1
语言: zh
社区: {name}
街道: 示例街道
区: 示例区
户数: 4548
人口: 12930
单位数: 75
面积: 1.7
"""


def settings_text(day: date, name: str = NAME) -> str:
    """``minqing.yaml`` as it stood on ``day``: the people of that day, the tiers and visits once there were."""
    from minqing.text.write import quoted

    parts = [_HEAD.format(name=quoted(name + MARK)), _buildings(), _WALK, _routes(), _people(day)]
    parts += [_TIERS] if day >= TIERS_SINCE else []
    parts += ["委员会: beijing\n", _rota()] if day >= VISITS_SINCE else ["委员会: beijing\n"]
    return "\n".join(parts)


_WALK = "走动: {星期: 周一, 时间: 08:30-11:40, 路线: 顺时针一圈, 首次: 2009-12-14}\n"

_TIERS = """# 小事楼院里办,中事委员会办,大事报街道或社会单位
层级:
  小事: {责任: 包院居干, 天数: 0}
  中事: {天数: 7}
  大事: {天数: 15}
"""


def _buildings() -> str:
    lines = ["# 按走动的先后;32 栋没有物业公司", "楼栋:"]
    lines += [f"  - {{名称: {h.name}, 物业: {'是' if h.managed else '否'}, 户数: {h.households}}}" for h in HOUSES]
    return "\n".join(lines) + "\n"


def _routes() -> str:
    return "\n".join(["路线:", *(f"  {name}: [{', '.join(places)}]" for name, places in ROUTES.items())]) + "\n"


def _people(day: date) -> str:
    return "\n".join(["人员:", *(_person(member) for member in staff_on(day))]) + "\n"


def _person(member: Member) -> str:
    low, high = member.houses or (1, 0)
    houses = ", ".join(f"{n}号楼" for n in range(low, high + 1))
    listed = f", 楼栋: [{houses}]" if houses else ""
    return f"  - {{姓名: {member.name}, 职务: {member.role}{listed}}}"


def _rota() -> str:
    lines = ["# 2.0 版的五个固定走访,每月一遍", "固定走访:"]
    for visit in ROTA:
        people = f", 对象: [{', '.join(visit.people)}]" if visit.people else ""
        lines.append(f"  - {{名称: {visit.name}, 每: 月{people}}}")
    return "\n".join(lines) + "\n"


def settings_days() -> list[date]:
    """The days on which the settings changed after the first one, in order."""
    moves = {m.start for m in STAFF} | {_monday_after(m.end) for m in STAFF if m.end < LAST}
    return sorted(day for day in moves | {TIERS_SINCE, VISITS_SINCE} if FIRST < day <= LAST)


def _monday_after(day: date) -> date:
    return day + timedelta(days=7 - day.weekday())
