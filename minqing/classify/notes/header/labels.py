"""What stands before the facts of a walk in notes: labels of forms, and what the notes call themselves."""

from __future__ import annotations

from collections.abc import Mapping

DOINGS = ("走访", "走动", "行走", "巡查", "巡逻", "巡视", "巡检", "检查", "排查", "督查", "入户", "下户", "值班", "巡")
"""What the walk is called in the labels of forms: 走访人员, 巡查里程, 检查时段."""

OF_A_DOING: Mapping[str, tuple[str, ...]] = {
    "day": ("日期", "时间", "时段"),
    "route": ("路线", "线路", "区域", "范围"),
    "steps": ("步数",),
    "km": ("里程", "公里数", "路程"),
    "walkers": ("人员", "人", "员", "同志", "队员", "小组"),
}
"""What stands behind such a word, and with it is a label."""

_WITH_A_SIGN = {"route": r"走(?=\s*[】\]])", "walkers": r"人(?=\s*:)"}
"""Labels of one letter, which are none without their sign: 人:小李, 【走】从南门到北门."""

LABELS: Mapping[str, tuple[str, ...]] = {
    "day": (
        "记录日期", "日期", "起止时间", "活动时间", "用时", "时间及路线", "时间和路线", "时间段", "起止", "时段",
        "时间", "补记", "补录", "追记", "date", "time",
    ),
    "begun": ("开始时间", "起始时间", "出发时间", "集合时间"),
    "ended": ("结束时间", "返回时间", "收工时间"),
    "weather": ("天气情况", "天气", "气温", "weather"),
    "route": ("路线", "线路", "route"),
    "steps": ("微信步数", "运动步数", "今日步数", "总步数", "步数", "计步器", "计步", "手环", "steps"),
    "km": ("总里程", "公里数", "公里", "里程", "路程", "距离", "全程", "km"),
    "walkers": (
        "今天参加的人", "参加走访人员", "参加走访", "参加走动", "参加人员", "参加人", "参加同志", "参加",
        "参与人员", "参与人", "参与", "参走人员",
        "参会人员", "参会人",
        "出席人员", "出席", "一起的", "一块走的", "一块去的", "一块儿去的", "同去的", "跟着的", "一起走的人",
        "一起走的", "同走", "同去", "一起去的", "人员", "成员", "队员",
        "带队", "队友", "同事", "人物", "值班",
        "在场", "来的人", "去的人", "走的人", "walkers", "team",
    ),
    "companions": (
        "同行人员", "同行单位", "同行", "随行人员", "随行", "陪同人员", "陪同单位", "陪同", "参与单位",
        "联合单位", "配合单位", "应邀参加",
        "应邀", "邀请", "companions",
    ),
    "visits": ("走访对象", "固定走访", "走访户", "入户走访", "走访", "入户", "慰问", "看望", "visits"),
}  # fmt: skip
"""What may stand before a fact's value, with a colon, a blank or (for numbers) nothing between."""

TITLES = (
    "民情日记", "走动日记", "走访日记", "走动记录", "走访记录", "巡查记录", "巡查日志", "工作日志",
    "走动式工作法", "走动情况", "走访情况",
    "今日走动", "今天走动", "走动打卡", "周一走动", "每周走动", "社区走动", "夜间巡查", "夜巡",
    "夜访", "夜查", "微信运动", "运动健康", "计步器", "计步",
    "走动", "走访", "巡查", "日记", "记录",
)  # fmt: skip
"""What the head of the notes may be called; it says nothing that the entry does not say."""


def words_of(name: str) -> tuple[str, ...]:
    """Every label of a fact, those of a doing too, the longest first."""
    doings = (doing + word for doing in DOINGS for word in OF_A_DOING.get(name, ()))
    return tuple(sorted({*LABELS[name], *doings}, key=len, reverse=True))


def alternatives(name: str) -> str:
    """The labels of a fact as a pattern."""
    signed = [_WITH_A_SIGN[name]] if name in _WITH_A_SIGN else []
    return "|".join([*words_of(name), *signed])
