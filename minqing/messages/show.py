"""What ``show`` says."""

from __future__ import annotations

TEXTS: dict[str, tuple[str, str]] = {
    "fact": ("{name}: {value}", "{name}: {value}"),
    "place": ("地点", "place"),
    "reporter": ("反映人", "reporter"),
    "source": ("来源", "source"),
    "category": ("类别", "category"),
    "tier": ("层级", "tier"),
    "owner": ("责任", "owner"),
    "due": ("期限", "due"),
    "households": ("户数", "households"),
    "cost": ("资金(元)", "cost (yuan)"),
    "ticket": ("工单", "ticket"),
    "photos": ("照片", "photos"),
    "time": ("时间", "time"),
    "weather": ("天气", "weather"),
    "route": ("路线", "route"),
    "steps": ("步数", "steps"),
    "km": ("公里", "km"),
    "walkers": ("参加", "walkers"),
    "companions": ("同行", "companions"),
    "visits": ("走访", "visits"),
    "cleaned": ("顺手清理", "cleaned on the way"),
    "progress": ("办理经过", "What happened"),
    "raised-line": ("{day}  提出", "{day}  raised"),
    "open": ("{state},已 {days} 天", "{state} for {days} days"),
    "overdue": ("{state},已 {days} 天,逾期 {late} 天", "{state} for {days} days, {late} days overdue"),
    "closed": ("{state}({closed}),用了 {days} 天", "{state} on {closed} after {days} days"),
    "raised": ("当天提出 {count} 件", "Raised on that day: {count}"),
    "done": ("当天办理 {count} 条", "Done on that day: {count}"),
    "not-yet": ("{id} 到 {day} 还没有提出({raised} 才提出)。", "{id} was raised on {raised}, after {day}."),
    "nothing": (
        "{day} 没有日记,也没有办理记录。",
        "There is no entry for {day}, and nothing was done on it.",
    ),
}
