"""The community's settings as values, with the defaults of the field.

Sources of the defaults: the tiers and the six sub-committees after the published ten-year account of the walks
(December 2019); days for a reply after Beijing's 12345 practice (7 days, 15 for hard cases, 24 hours for water,
power, gas and heat); bodies after 北京市物业管理条例 §98 where it names them; the due dates of small matters and
of disputes are this project's own choice.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from types import MappingProxyType

from minqing.domain.values import dataclass, field


@dataclass(frozen=True, slots=True)
class Building:
    """A building, in walking order. ``managed`` tells whether a property company serves it (``None``: unknown)."""

    name: str
    managed: bool | None = None
    households: int | None = None
    near: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Person:
    """One of the staff, with the part of the community he or she looks after."""

    name: str
    role: str | None = None
    grid: str | None = None
    buildings: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class TierRule:
    """Who takes a tier, and within how many days (``working``: working days, else calendar days).

    ``words`` are the community's own that point to the tier.
    """

    owner: str | None
    days: int
    working: bool = False
    words: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Category:
    """A kind of matter: its bucket, who takes it as a medium and as a large one, words that point to it.

    ``days`` overrides the tier's days when given.
    """

    id: str
    name: str
    bucket: str = "other"
    committee: str | None = None
    body: str | None = None
    days: int | None = None
    words: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class FixedVisit:
    """A fixed visit of the rota: ``every`` is week, month, quarter or year."""

    name: str
    every: str = "month"
    people: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Opening:
    """Totals carried over from the paper diaries up to and including ``as_of``; ``None``: not carried over.

    ``km`` is in kilometres; ``disputes``, ``environment`` and ``unmanaged`` are handled matters of the bucket.
    """

    as_of: date
    mondays: int | None = None
    steps: int | None = None
    km: Decimal | None = None
    disputes: int | None = None
    environment: int | None = None
    unmanaged: int | None = None


@dataclass(frozen=True, slots=True)
class YearOfWorkdays:
    """Days off and make-up workdays of a year that is not announced yet."""

    off: frozenset[date] = frozenset()
    work: frozenset[date] = frozenset()


COMMITTEES: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {
        "beijing": ("共建共治", "治安和调解", "公共卫生", "社会福利", "文体教育", "物业管理"),
        "beijing-1991": ("人民调解", "治安保卫", "公共卫生", "计划生育", "社会福利", "青少年教育保护"),
        "shanghai": (
            "人民调解", "综合治理", "公共卫生与计划生育", "社会保障", "文化体育", "环境和物业管理",
        ),
    }
)  # fmt: skip
"""Presets of the sub-committees by name."""

TIER_RULES: Mapping[str, TierRule] = MappingProxyType(
    {
        "small": TierRule("包院居干", 0),
        "medium": TierRule(None, 7),
        "large": TierRule(None, 15),
    }
)
"""Defaults by tier; without an owner of its own a tier goes to the category's committee or body."""

CATEGORIES: Mapping[str, Category] = MappingProxyType(
    {
        c.id: c
        for c in (
            Category("dispute", "民间纠纷", "dispute", "治安和调解", "派出所", 30),
            Category("environment", "环境卫生", "environment", "公共卫生", "城管执法队"),
            Category("property", "物业服务", "unmanaged", "物业管理", "区住建房管"),
            Category("facility", "公共设施", "unmanaged", "物业管理", "权属单位"),
            Category("safety", "安全治安", "other", "治安和调解", "消防救援"),
            Category("illegal_build", "违建占道", "environment", "共建共治", "城管执法队"),
            Category("welfare", "帮扶助困", "other", "社会福利", "街道民生保障"),
            Category("service", "政务服务", "other", "共建共治", "街道政务服务中心"),
            Category("other", "其他", "other", "文体教育", "街道办事处"),
        )
    }
)
"""The built-in categories; a community adds to or overrides them in its settings."""


_ALIAS_WORDS: Mapping[str, str] = {
    "dispute": "民事纠纷 纠纷 邻里纠纷 邻里 家庭 噪声扰邻 噪声 噪音 扰民 养犬 养狗 漏水到楼下",
    "environment": "环境 卫生 垃圾 小广告 犬粪 狗粪 堆物堆料 堆物 绿化 异味 积水 环境问题",
    "property": "物业 物业管理 停车 门禁 保洁 楼道灯 物业费 房屋修缮 维修资金",
    "facility": "设施 路灯 井盖 道路 电梯 管线 水电气热 健身器材",
    "safety": "安全 治安 消防 消防通道 飞线充电 飞线 高空抛物 盗窃 流浪犬 流浪狗",
    "illegal_build": "违建 违法建设 地锁 占绿 占道 占道经营 开墙打洞",
    "welfare": "帮扶 助困 低保 独居老人 残疾人 就医 助餐",
    "service": "政务 证明 社保 居住证 疫苗 入学 政策咨询",
    "other": "其它",
}
CATEGORY_ALIASES: Mapping[str, str] = MappingProxyType(
    {word: id for id, words in _ALIAS_WORDS.items() for word in words.split()}
)
"""What people write for a category instead of its name (``类别: 绿化``), to the category's id.

The examples of each category of the field. A name given in a community's settings comes before an alias.
"""


@dataclass(frozen=True, slots=True)
class Community:
    """Everything ``minqing.yaml`` can say, with defaults. ``weekday`` is 0 for Monday … 6 for Sunday.

    ``places`` are names that sentences use for a place besides the buildings: estates, shops, corners.
    """

    format: int = 1
    language: str | None = None
    name: str | None = None
    subdistrict: str | None = None
    district: str | None = None
    households: int | None = None
    residents: int | None = None
    units: int | None = None
    area_km2: Decimal | None = None
    buildings: tuple[Building, ...] = ()
    weekday: int = 0
    walk_time: str | None = None
    walk_route: str | None = None
    first_walk: date | None = None
    places: tuple[str, ...] = ()
    routes: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    people: tuple[Person, ...] = ()
    tiers: Mapping[str, TierRule] = field(default_factory=lambda: TIER_RULES)
    categories: Mapping[str, Category] = field(default_factory=lambda: CATEGORIES)
    committees: tuple[str, ...] = COMMITTEES["beijing"]
    rota: tuple[FixedVisit, ...] = ()
    opening: Opening | None = None
    workdays: Mapping[int, YearOfWorkdays] = field(default_factory=dict)
    commit: bool = True
    commit_photos: bool = False
    audit_days: int = 14
    signed_from: date | None = None

    def bucket_of(self, category: str | None) -> str:
        """The bucket a category id counts in; without a category it is ``other``."""
        found = self.categories.get(category or "")
        return found.bucket if found else "other"
