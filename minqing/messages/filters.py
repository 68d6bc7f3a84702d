"""What is said about a filter that cannot be read."""

TEXTS: dict[str, tuple[str, str]] = {
    "key": (
        "筛选条件“{term}”里没有“{key}”这一项,是不是“{nearest}”?",
        "There is no “{key}” to filter by in “{term}”; did you mean “{nearest}”?",
    ),
    "value": (
        "“{key}”不能是“{value}”。可以是:{accepted}。",
        "“{key}” cannot be “{value}”. It can be: {accepted}.",
    ),
    "no-value": (
        "“{key}:”后面少了内容,例如 责任:王丽、地点:5号楼;没有填的写 责任:无。",
        "Something is missing after “{key}:”, for example owner:王丽, place:5号楼; write owner:none for "
        "those without one.",
    ),
    "days": (
        "“{key}”不能是“{value}”。可以写:30(正好 30 天)、30..(30 天以上)、..7(7 天以内)、7..30。",
        "“{key}” cannot be “{value}”. Write 30 (exactly 30 days), 30.. (30 days or more), ..7 (up to 7 days) or 7..30.",
    ),
    "date": (
        "“{key}”看不懂“{value}”。可以写:2026-11、上月、..周五、2026-11-20..、2026-01-01..2026-06-30。",
        "“{key}” cannot read “{value}”. Write for example: 2026-11, last month, ..friday, 2026-11-20.., "
        "2026-01-01..2026-06-30.",
    ),
    "empty": (
        "“{term}”后面少了筛选条件,例如 非:路灯、非:层级:小事、非:逾期。",
        "Something is missing after “{term}”, for example not:路灯, not:tier:small, not:overdue.",
    ),
}
