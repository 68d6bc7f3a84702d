"""Single words: verbs, states, tiers, kinds, weekdays, months."""

from __future__ import annotations

WEEKDAYS = (
    ("一", "Monday"),
    ("二", "Tuesday"),
    ("三", "Wednesday"),
    ("四", "Thursday"),
    ("五", "Friday"),
    ("六", "Saturday"),
    ("日", "Sunday"),
)

MONTHS = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip

TEXTS: dict[str, tuple[str, str]] = {
    "none": ("未定", "none"),
    "open": ("办理中", "open"),
    "parked": ("挂账", "parked"),
    "solved": ("已办结", "closed"),
    "referred": ("已转出", "referred"),
    "withdrawn": ("已撤销", "withdrawn"),
    # a closed issue's outcome and the verb share the word
    "duplicate": ("重复", "duplicate"),
    "small": ("小事", "small"),
    "medium": ("中事", "medium"),
    "large": ("大事", "large"),
    "satisfied": ("满意", "satisfied"),
    "fair": ("基本满意", "fair"),
    "dissatisfied": ("不满意", "dissatisfied"),
    "walk": ("走动", "walk"),
    "visit": ("走访", "visit"),
    "desk": ("接待", "desk"),
    "call": ("来电", "call"),
    "hotline": ("12345", "hotline"),
    "meeting": ("议事会", "meeting"),
    "seen": ("看", "seen"),
    "heard": ("听", "heard"),
    "asked": ("问", "asked"),
    "note": ("跟进", "note"),
    "contact": ("联系", "contact"),
    "assign": ("交办", "assign"),
    "escalate": ("上报", "escalate"),
    "whistle": ("吹哨", "whistle"),
    "regrade": ("改级", "regrade"),
    "reclassify": ("改类", "reclassify"),
    "extend": ("延期", "extend"),
    "promise": ("承诺", "promise"),
    "park": ("挂账", "park"),
    "close": ("办结", "close"),
    "refer": ("转出", "refer"),
    "withdraw": ("撤销", "withdraw"),
    "reopen": ("重开", "reopen"),
    "followup": ("回访", "followup"),
    **{f"weekday-{n}": (f"周{zh}", en[:3]) for n, (zh, en) in enumerate(WEEKDAYS)},
    **{en.lower(): (f"周{zh}", en) for zh, en in WEEKDAYS},
    **{f"walk-days-{n}": (f"周{zh}", f"{en}s") for n, (zh, en) in enumerate(WEEKDAYS)},
    **{f"walk-day-{n}": (f"周{zh}", en) for n, (zh, en) in enumerate(WEEKDAYS)},
    **{f"month-{n}": (f"{n}月", en) for n, en in enumerate(MONTHS, 1)},
}
