"""What a column of a ledger can mean, and what ledgers call it."""

from __future__ import annotations

import re
from collections.abc import Mapping

from minqing.domain.patterns import pattern
from minqing.domain.values import dataclass
from minqing.ledger.spoken import spoken_field
from minqing.text.normal import folded

DAY, WORD, TEXT, COUNT, MONEY, NOTHING = "day", "word", "text", "count", "money", "nothing"
"""Kinds of field. ``nothing``: known, and computed anew rather than read."""


@dataclass(frozen=True, slots=True)
class Field:
    """One thing that a row can tell: its ``id``, what it is called in Chinese, the names that columns have for it.

    The first name is the one that is written into a mapping. ``many``: several columns may tell parts of it.
    """

    id: str
    kind: str
    words: tuple[str, ...]
    many: bool = False

    @property
    def zh(self) -> str:
        """Its Chinese name."""
        return self.words[0]


def _field(id: str, kind: str, words: str, *, many: bool = False) -> Field:
    return Field(id, kind, tuple(words.split()), many)


REMARK, LEAVE = "remark", "leave"
"""A column whose words are kept beside the matter, and one that is left out."""

FIELDS: tuple[Field, ...] = (
    _field("id", TEXT, "编号 事项编号 民情编号 id no."),
    _field("raised", DAY, "日期 反映时间 反映日期 登记时间 登记日期 受理时间 受理日期 来电时间 来电日期 来访时间 来访日期 "
           "接访时间 接访日期 接待时间 接待日期 提出时间 提出日期 发现时间 发现日期 诉求时间 诉求日期 派单时间 派单日期 "
           "接单时间 接单日期 收件日期 收到日期 记录日期 记录时间 走访时间 走访日期 巡查时间 巡查日期 上报日期 上报时间 "
           "发生时间 发生日期 创建时间 提交时间 时间 date raised day reported"),
    _field("source", WORD, "来源 诉求来源 来源渠道 受理渠道 反映渠道 反映方式 受理方式 诉求渠道 问题来源 信息来源 渠道 "
           "途径 方式 类型 source channel kind"),
    _field("place", TEXT, "地点 位置 楼号 楼栋 楼院 小区 小区名称 楼栋号 楼门 所在楼 点位 发生地点 问题地点 具体位置 "
           "事发地点 所在位置 place location building where", many=True),
    _field("reporter", TEXT, "反映人 来电人 来访人 诉求人 姓名 反映人姓名 居民姓名 居民 当事人 联系人 报事人 投诉人 申请人 "
           "来电人姓名 群众姓名 反映者 户主 reporter name resident caller"),
    _field("phone", TEXT, "电话 联系电话 手机 手机号 手机号码 联系方式 来电号码 电话号码 反映人电话 来电电话 联系号码 "
           "phone telephone mobile tel"),
    _field("identity", TEXT, "身份证 身份证号 身份证号码 证件号码 证件号 identity idcard"),
    _field("address", TEXT, "住址 家庭住址 详细地址 地址 门牌 门牌号 房号 房间号 居住地址 address room"),
    _field("title", TEXT, "事由 诉求内容 问题描述 反映内容 诉求 事项 内容 问题 主要内容 民情内容 反映问题 反映事项 "
           "具体内容 工单内容 来电内容 诉求事项 事件描述 情况描述 问题内容 民情 事件 主要诉求 诉求描述 反映的问题 "
           "来访事由 主题 标题 事项内容 matter title subject issue problem description content"),
    _field("category", WORD, "类别 分类 诉求类别 问题类别 诉求分类 问题分类 问题类型 诉求类型 事项类别 事项类型 民情类别 "
           "民情分类 大类 一级分类 category"),
    _field("tier", WORD, "层级 级别 事项层级 大小事 三事 分级 难易程度 等级 tier level size"),
    _field("owner", TEXT, "责任 责任人 负责人 承办人 承办单位 责任单位 办理人 办理单位 主办单位 经办人 处理人 责任部门 "
           "承办部门 包片人 包楼干部 网格员 受理人 接待人 owner responsible handler assignee"),
    _field("due", DAY, "期限 办理期限 办结期限 截止日期 截止时间 到期日 限办日期 办结时限 要求办结时间 规定办结时间 办理时限 "
           "due deadline"),
    _field("contacted", DAY, "答复日期 答复时间 联系时间 联系日期 回复时间 回复日期 首次联系时间 反馈时间 反馈日期 "
           "answered contacted replied"),
    _field("handling", TEXT, "办理情况 处理情况 办理结果 处理结果 办理过程 处理过程 落实情况 解决情况 办理进展 进展情况 "
           "处置情况 处理意见 答复内容 答复情况 处理措施 解决措施 结果 办理 处理 进展 办理进度 工作进展 handling progress "
           "result action", many=True),
    _field("state", WORD, "状态 是否办结 办结情况 是否解决 办理状态 完成情况 是否完成 处理状态 是否办理 工单状态 "
           "当前状态 办结 办结状态 state status closed? done?"),
    _field("closed", DAY, "办结日期 办结时间 完成时间 完成日期 解决时间 解决日期 结案时间 结案日期 办毕时间 完结时间 完结日期 办完时间 办完日期 处理时间 "
           "处理日期 销号时间 销号日期 落实时间 落实日期 办理时间 办理日期 closed finished"),
    _field("satisfaction", WORD, "回访 满意度 是否满意 回访结果 回访情况 满意情况 群众满意度 居民满意度 满意与否 "
           "follow-up satisfaction satisfied"),
    _field("followed_up", DAY, "回访日期 回访时间 followedup"),
    _field("households", COUNT, "户数 涉及户数 惠及户数 影响户数 受益户数 households"),
    _field("cost", MONEY, "资金 花费 费用 金额 经费 投入资金 资金投入 cost amount"),
    _field("ticket", TEXT, "工单 工单号 工单编号 12345工单号 热线工单号 诉求编号 诉求工单号 案件编号 案件号 单号 "
           "派单号 受理编号 受理单号 热线编号 ticket"),
    _field("photos", TEXT, "照片 photos"),
    _field("community", TEXT, "社区 所属社区 社区名称 居委会 所在社区 村居 村社区 community"),
    _field("first_due", DAY, "原期限 firstdue"),
    _field(REMARK, TEXT, "备注 说明 其他说明 remark remarks note notes comment", many=True),
    _field("ignored", NOTHING, "序号 序 行号 项次 逾期天数 是否逾期 是否超期 超期天数 剩余天数 口径 期初未办结 "
           "办结次数 重开次数 月份 年度 年份 街道 街道名称 星期 逾期 超期 overdue daysoverdue countedas bucket openatstart "
           "timesclosed closings timesreopened reopenings index", many=True),
)  # fmt: skip
"""Every field, the likelier first where a name could be taken for two."""

BY_ID: Mapping[str, Field] = {field.id: field for field in FIELDS}

_BRACKETS = pattern(r"[(\[【〔<][^)\]】〕>]{0,100}[)\]】〕>]")
_BETWEEN = pattern(r"[\s_*:;,.、。/\\|#\-]+")


def plain(heading: str) -> str:
    """A heading as it is compared: half-width, without blanks, brackets and what stands in them."""
    text = folded(heading)
    bare = _BETWEEN.sub("", _BRACKETS.sub("", text))
    return bare or _BETWEEN.sub("", text)


BY_WORD: Mapping[str, Field] = {
    plain(word): field for field in reversed(FIELDS) for word in (*field.words, field.id)
}  # reversed: the first field to have a word keeps it

_LOOSE = sorted((word for word in BY_WORD if len(word) >= 2 and not word.isascii()), key=len, reverse=True)
_WRONG_END = re.compile("人数|次数|件数|天数|率$|总数|合计|电话|号码")


def field_named(heading: str) -> tuple[Field, int] | None:
    """The field that a heading names and how surely: 3 to the letter, 2 as its end, 1 somewhere in it."""
    name = plain(heading)
    exact = BY_WORD.get(name)
    if exact:
        inside = _told_in_brackets(heading) if exact.id == REMARK else None
        return (inside, 2) if inside else (exact, 3)
    spoken = spoken_field(name)
    if spoken:
        return BY_ID[spoken], 2
    if not name or len(name) > 20 or _WRONG_END.search(name):
        found = next((w for w in _LOOSE if w in ("电话", "号码") and w in name), None) if len(name) <= 20 else None
        return (BY_WORD[found], 1) if found else None
    ending = next((word for word in _LOOSE if name.endswith(word)), None)
    within = ending or next((word for word in _LOOSE if word in name), None)
    return (BY_WORD[within], 2 if ending else 1) if within else None


def _told_in_brackets(heading: str) -> Field | None:
    """What a column of remarks is said to hold: 备注(是否满意) is no remark."""
    said = (BY_WORD.get(plain(found[0][1:-1])) for found in _BRACKETS.finditer(folded(heading)))
    return next((field for field in said if field), None)


def field_meant(word: str) -> str | None:
    """The id of the field that a person means by a word: its name, its id, a name columns have for it."""
    if plain(word) in ("不要", "跳过", "忽略", "leave", "skip", "不导入"):
        return LEAVE
    found = BY_WORD.get(plain(word))
    return found.id if found else spoken_field(plain(word))
