"""What ``list`` says, and the titles of issue tables."""

from __future__ import annotations

TEXTS: dict[str, tuple[str, str]] = {
    "number": ("序", "no"),
    "id": ("编号", "id"),
    "due": ("期限", "due"),
    "tier": ("层级", "tier"),
    "title": ("事由", "matter"),
    "place": ("地点", "place"),
    "reporter": ("反映人", "raised by"),
    "owner": ("责任", "owner"),
    "state": ("状态", "state"),
    "category": ("类别", "category"),
    "overdue-days": ("逾期{days}天", "{days} d late"),
    "none": ("没有未办结的事项。", "No open issues."),
    "none-filtered": ("没有符合条件的事项。", "No issues match."),
    "meant": (
        "“{typed}”是当作文字找的。要按{key}找,写: {key}:{value}",
        "“{typed}” was looked for as text. For the {key} type: {key}:{value}",
    ),
    "footer": (
        "共 {count} 件,逾期 {overdue} 件,挂账 {parked} 件",
        "{count} in all, {overdue} overdue, {parked} parked",
    ),
}
