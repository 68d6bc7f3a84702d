"""What stands around a chart."""

from __future__ import annotations

TEXTS: dict[str, tuple[str, str]] = {
    "title": ("{title}({unit})", "{title} ({unit})"),
    "comma": ("、", ", "),
    "in-words": ("{title}: {figures}", "{title}: {figures}"),
    "from-to": ("{first} 至 {last}", "{first} to {last}"),
    "raised": ("提出", "raised"),
    "closed": ("办结", "closed"),
    "handled": ("解决", "handled"),
    "in-time": ("未到期", "in time"),
    "overdue": ("逾期", "overdue"),
    "parked": ("挂账", "parked"),
    "issues": ("件", "issues"),
    "outings": ("次", "outings"),
    "trend": ("提出与办结", "Raised and closed"),
    "walks": ("走动走访热图", "Walks and visits"),
    "calendar": ("{weekday}走动日历", "Walks on {weekday}s"),
    "tiers": ("各类别的层级", "Tiers by category"),
    "places": ("地点热图", "Places"),
    "closing": ("办结用时", "Time to close"),
    "ages": ("未办结时长", "Age of open issues"),
    "same-day": ("当天", "same day"),
    "days-from-to": ("{first}-{last}天", "{first}-{last} days"),
    "days-over": ("{last}天以上", "over {last} days"),
    "nth": ("第{number}个", "no. {number}"),
    "sum": ("{name}{total}{unit}", "{name} {total}"),
    "words": ("{sums};最多的是{label}({value}{unit})。", "{sums}; most in {label} ({value})."),
    "most-walks": ("走得最多的是{label}({value}{unit})。", "Most walks and visits: {label} ({value})."),
    "most-places": ("提出最多的地点是{label}({value}{unit})。", "Most were raised at {label} ({value})."),
    "calendar-text": (
        "{days}个{weekday}走了{walked}个,缺{missed}个。",
        "Walked on {walked} of {days} {weekday}s, missed {missed}.",
    ),
    "days": ("{walked} 走了  {missed} 没走", "{walked} walked  {missed} missed"),
}
