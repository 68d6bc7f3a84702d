"""Every setting of ``minqing.yaml`` in one table: it reads the file, names its problems and documents it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from minqing.domain.values import dataclass


@dataclass(frozen=True, slots=True)
class Setting:
    """One key of the settings.

    ``type`` is a name of ``settings_types``; ``keys`` are the keys below it; ``zh_means`` and ``en_means``
    say what it means; ``default`` is what holds without it, as it would be written; ``field`` the field of
    ``Community`` it fills (of a section: the fields its keys fill are theirs).
    """

    id: str
    zh: str
    type: str
    zh_means: str
    en_means: str
    default: str = ""
    field: str = ""
    keys: tuple[Setting, ...] = ()
    required: bool = False


def _tier(id: str, zh: str, owner: str, days: str, zh_means: str, en_means: str) -> Setting:
    return Setting(
        id,
        zh,
        "section",
        zh_means,
        en_means,
        keys=(
            Setting("owner", "责任", "text", "由谁办理", "who takes it", owner),
            Setting("days", "天数", "integer", "几天内答复", "days for an answer", days),
            Setting("working", "工作日", "yesno", "天数按工作日算", "count working days only", "no"),
            Setting("words", "词", "names", "哪些词说明是这一层级", "words that point to it"),
        ),
    )


_NAME = Setting("name", "名称", "text", "名称", "its name", required=True)

SETTINGS: tuple[Setting, ...] = (
    Setting("format", "格式", "format", "日记格式的版本", "version of the diary format", "1", "format"),
    Setting(
        "language",
        "语言",
        "language",
        "写进日记、说给人看的语言",
        "the language that is written and said",
        field="language",
    ),
    Setting("community", "社区", "text", "社区的名称", "name of the community", field="name"),
    Setting("subdistrict", "街道", "text", "所属街道", "its subdistrict", field="subdistrict"),
    Setting("district", "区", "text", "所属区", "its district", field="district"),
    Setting("households", "户数", "integer", "社区户数", "households in all", field="households"),
    Setting("residents", "人口", "integer", "社区人口", "residents in all", field="residents"),
    Setting("units", "单位数", "integer", "辖区单位数", "companies and institutions in it", field="units"),
    Setting("area_km2", "面积", "decimal", "面积(平方公里)", "area in square kilometres", field="area_km2"),
    Setting(
        "buildings",
        "楼栋",
        "items",
        "楼栋,按走动的先后排",
        "the buildings, in walking order",
        field="buildings",
        keys=(
            _NAME,
            Setting("managed", "物业", "yesno", "有没有物业公司", "whether a property company serves it"),
            Setting("households", "户数", "integer", "本楼户数", "households in it"),
            Setting("near", "相邻", "names", "相邻的楼和地点", "buildings and places beside it"),
        ),
    ),
    Setting(
        "places",
        "地点",
        "names",
        "楼栋以外的地名:小区、店铺、路口、院里的叫法",
        "names of places besides the buildings: estates, shops, corners",
        field="places",
    ),
    Setting(
        "walk",
        "走动",
        "section",
        "每周的走动",
        "the weekly walk",
        keys=(
            Setting("weekday", "星期", "weekday", "星期几走", "the day of the walk", "monday", "weekday"),
            Setting("time", "时间", "time", "几点走", "when it starts, or from when to when", field="walk_time"),
            Setting("route", "路线", "text", "平时走的路线", "the usual route", field="walk_route"),
            Setting("first", "首次", "date", "第一次走动的日期", "date of the first walk", field="first_walk"),
        ),
    ),
    Setting(
        "routes",
        "路线",
        "routes",
        "路线名和它经过的楼栋、地点",
        "routes by name: the buildings and places on them",
        field="routes",
    ),
    Setting(
        "people",
        "人员",
        "items",
        "参加走动和办事的人",
        "the people who walk and handle matters",
        field="people",
        keys=(
            Setting("name", "姓名", "text", "称呼", "what he or she is called", required=True),
            Setting("role", "职务", "text", "职务", "role"),
            Setting("grid", "网格", "text", "负责的网格", "the grid he or she looks after"),
            Setting("buildings", "楼栋", "names", "负责的楼栋", "the buildings he or she looks after"),
        ),
    ),
    Setting(
        "tiers",
        "层级",
        "section",
        "各层级由谁办、几天内答复",
        "who takes a tier, and how soon",
        field="tiers",
        keys=(
            _tier("small", "小事", "包院居干", "0", "当场能办的事", "what can be settled at once"),
            _tier("medium", "中事", "", "7", "委员会职责内的事", "what is within the committee's remit"),
            _tier("large", "大事", "", "15", "要街道或社会单位解决的事", "what is beyond the committee's powers"),
        ),
    ),
    Setting(
        "categories",
        "类别",
        "categories",
        "增加或改写民情的类别",
        "categories to add or to change",
        field="categories",
        keys=(
            Setting("name", "名称", "text", "类别的名称", "the name of the category"),
            Setting("bucket", "口径", "bucket", "计入哪个统计口径", "the figure it counts in", "other"),
            Setting("committee", "委员会", "text", "中事交给哪个委员会", "who takes a medium matter"),
            Setting("body", "单位", "text", "大事报给哪个单位", "who takes a large matter"),
            Setting(
                "days",
                "天数",
                "integer",
                "几天内答复(代替层级的天数)",
                "days for an answer, instead of the tier's",
            ),
            Setting("words", "词", "names", "哪些词说明是这一类", "words that point to it"),
        ),
    ),
    Setting(
        "committees",
        "委员会",
        "committees",
        "下属委员会:一套名称或自己的名单",
        "the sub-committees: a preset, or a list of your own",
        "beijing",
        "committees",
    ),
    Setting(
        "rota",
        "固定走访",
        "items",
        "每隔一段时间要走访的对象",
        "whom to visit regularly",
        field="rota",
        keys=(
            _NAME,
            Setting("every", "每", "every", "多久一次", "how often", "month"),
            Setting("people", "对象", "names", "走访谁", "who is visited"),
        ),
    ),
    Setting(
        "opening",
        "期初",
        "section",
        "从纸质日记接过来的累计数",
        "totals carried over from the paper diaries",
        field="opening",
        keys=(
            Setting("as_of", "截至", "date", "累计到哪一天(含)", "the last day they include", required=True),
            Setting("mondays", "周一", "integer", "走动的天数", "walk days"),
            Setting("steps", "步数", "integer", "步数", "steps"),
            Setting("km", "公里", "decimal", "公里数", "kilometres"),
            Setting("disputes", "民事纠纷", "integer", "调解的民事纠纷", "disputes mediated"),
            Setting("environment", "环境问题", "integer", "解决的环境问题", "environment matters handled"),
            Setting(
                "unmanaged",
                "无物业问题",
                "integer",
                "解决的无物业问题",
                "matters from lacking property management",
            ),
        ),
    ),
    Setting(
        "workdays",
        "调休",
        "workdays",
        "还没有公布的年份的放假和上班",
        "days off and at work of years not announced yet",
        field="workdays",
        keys=(
            Setting("off", "放假", "dates", "放假的日子", "days off"),
            Setting("work", "上班", "dates", "调休上班的日子", "days at work that would be days off"),
        ),
    ),
    Setting(
        "git",
        "git",
        "section",
        "怎样记入 git",
        "what goes into git",
        keys=(
            Setting("commit", "提交", "yesno", "每次改动自动提交", "commit every change", "yes", "commit"),
            Setting("photos", "照片", "yesno", "照片也提交", "commit photos too", "no", "commit_photos"),
            Setting(
                "days",
                "核查天数",
                "integer",
                "日期与提交相差几天以内,核查不算倒签或预签",
                "days that a date may differ from its commit before an audit names it",
                "14",
                "audit_days",
            ),
            Setting(
                "signed",
                "签名",
                "date",
                "从这天起的提交要有签名",
                "from this day on commits are to be signed",
                field="signed_from",
            ),
        ),
    ),
)
"""The settings in the order of the documentation."""


def every_setting(settings: Iterable[Setting]) -> Iterator[Setting]:
    """All ``settings`` and the ones below them, in the order of the table."""
    for setting in settings:
        yield setting
        yield from every_setting(setting.keys)
