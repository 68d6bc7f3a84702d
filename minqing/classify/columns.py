"""What the columns of a pasted table hold, by their headings: the words there are, and how others are made."""

from __future__ import annotations

import re
from collections.abc import Mapping

from minqing.classify.facts import compiled
from minqing.text.normal import aligned

COLUMNS: Mapping[str, tuple[str, ...]] = {
    "date": ("日期", "时间", "发现日期", "走访日期"),
    "number": ("序号", "编号", "号", "no", "no.", "#"),
    "ticket": ("工单编号", "工单号", "工单", "受理编号", "受理号", "单号", "派单号", "诉求编号", "案件编号"),
    "title": (
        "问题", "事项", "事由", "内容", "问题描述", "反映问题", "反映内容", "具体问题", "存在问题", "诉求",
        "诉求内容", "情况", "问题内容",
        "检查内容", "检查情况", "情况说明", "现场情况", "隐患", "隐患描述", "存在隐患", "安全隐患", "发现的问题",
        "反映的问题",
        "居民反映", "群众反映", "群众诉求", "居民诉求", "困难诉求", "诉求及困难", "困难", "需求", "问题及隐患",
        "主要问题",
        "主要内容", "事件", "民情", "反映情况", "具体情况", "情况描述", "发现问题", "描述",
    ),
    "place": ("地点", "位置", "楼号", "楼栋", "地址", "点位", "楼门", "发生地点", "楼", "哪里", "哪儿", "在哪"),
    "unit": ("单元", "单元号", "门栋"),
    "room": ("门牌", "门牌号", "房号", "室号", "户号", "房间号", "房间", "房屋", "室", "门号", "户"),
    "reporter": (
        "反映人", "反映者", "居民", "户主", "住户", "受访人", "走访对象", "反映人员", "投诉人", "求助人", "姓名",
        "诉求人", "来访人", "来电人", "称呼", "被走访人", "被访人", "受访者", "谁说的", "谁反映的", "谁",
    ),
    "owner": (
        "责任人", "责任单位", "责任部门", "责任", "负责人", "承办人", "承办单位", "包片人", "牵头", "经办",
        "经办人",
    ),
    "category": ("类别", "类型", "分类", "问题类别", "问题类型"),
    "tier": ("层级", "级别", "等级"),
    "outcome": (
        "处理情况", "办理情况", "处置情况", "处理结果", "办理结果", "结果", "处理", "办理", "处置",
        "状态", "是否解决", "进展", "解决情况", "处理意见", "落实情况", "完成情况", "整改情况", "是否办结",
        "帮扶措施", "处置措施", "处理措施", "整改措施", "解决措施", "处理方式", "处置方式", "解决方式", "现场处理",
        "现场处置",
        "当前状态", "办理状态", "处理状态",
        "是否完成", "是否整改", "是否处理", "咋办", "怎么办", "怎么处理", "咋处理的", "怎么办的", "办了没",
    ),
}  # fmt: skip
"""What the columns of such a table are called."""

BY_WORD = {word: name for name, words in COLUMNS.items() for word in words}
"""What each heading of the table above is the name of."""

_OF_WHAT = (
    "(?:发现|走访|巡查|检查|巡检|登记|反映|来电|来访|上报|受理|接件|排查|现场|具体|主要|存在|居民|群众|住户|业主|安全|"
    "所在|发生|涉及|入户|摸排|巡逻|的)*"
)
_THING = "(?:问题|隐患|诉求|困难|需求|事项|事件|事由|民情|线索|投诉|矛盾|纠纷)"
_BY_RULE: tuple[tuple[str, str], ...] = (
    ("date", f"{_OF_WHAT}(?:日期|时间)"),
    ("category", f"{_OF_WHAT}{_THING}?(?:类别|类型|分类|性质|种类)"),
    (
        "outcome",
        f"(?:{_THING}|现场)?(?:处理|办理|整改|解决|处置|落实|办结|完成|销号|跟进|化解|答复|反馈|闭环)(?:情况|结果|进展|状态|措施|意见|方式|进度|与否|说明)?",
    ),
    ("outcome", "(?:是否|有无)(?:已经?)?(?:当场|现场)?(?:解决|整改|处理|完成|办结|到位|销号|闭环|答复|化解|修复|清理)"),
    ("owner", "(?:责任|承办|整改|主办|协办|包保|牵头|负责|处理|经办|跟进)(?:人员?|单位|部门|科室|者)"),
    (
        "reporter",
        "(?:反映|诉求|投诉|来电|来访|求助|走访|受访|报修|上访|咨询|提出)(?:居民|群众)?(?:人员?|对象|者)?(?:姓名|称呼)|(?:反映|诉求|投诉|来电|来访|求助|受访|报修|咨询|提出)(?:居民|群众|人员?|者)|(?:居民|户主|业主|住户|主人)(?:姓名|称呼)",
    ),
    ("place", f"{_OF_WHAT}(?:点位|地点|位置|地址|楼栋|楼号|部位|场所|区域|地段|住址)"),
    ("room", f"{_OF_WHAT}(?:门牌号?|房号|室号|户号|房间号)"),
    (
        "title",
        f"{_OF_WHAT}{_THING}?(?:反映|提出)?的?(?:{_THING}|内容|情况|描述)(?:内容|描述|情况|说明|详情|简述|摘要|点|及诉求|和诉求|概述)?",
    ),
)
"""How the headings of tables are made; the first form that fits."""


def column_of(cell: str) -> str:
    """What a column holds, by its heading; ``""`` where that is not known."""
    word = re.sub(r"\s|\(.*\)", "", aligned(cell)).lower()
    return BY_WORD.get(word) or (_ruled(word) if 2 < len(word) <= _LONGEST_HEADING else "")


_LONGEST_HEADING = 10


def _ruled(word: str) -> str:
    return next((name for name, form in _BY_RULE if compiled(form).fullmatch(word)), "")
