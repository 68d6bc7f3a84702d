"""The questions in a terminal."""

from __future__ import annotations

TEXTS: dict[str, tuple[str, str]] = {
    "yes-no": ("[回车=是, n=否]", "[Enter = yes, n = no]"),
    "no-yes": ("[y=是, 回车=否]", "[y = yes, Enter = no]"),
    "yes-or-no": ("请回答 y(是)或 n(否):", "Please answer y (yes) or n (no):"),
    "how": (
        "记一次走动。方括号里是默认值,直接回车就用它;打 < 回到上一问,打 - 是不填。\n也可以把手机里的记录整段粘贴进来。",
        "Writing down a walk. Enter takes what is in brackets, < goes back a question, - leaves it empty.\n"
        "Or paste your notes as they are.",
    ),
    "kept": ("上次没有记完的:\n{said}", "Not finished last time:\n{said}"),
    "go-on": ("接着记吗?", "Go on with it?"),
    "date": ("日期?", "Date?"),
    "walkers": ("参加的人(用、隔开)?", "Who walked (separated by commas)?"),
    "companions": ("同行的单位或人?", "Who was called along?"),
    "route": ("路线?", "Route?"),
    "weather": ("天气?", "Weather?"),
    "time": ("时间(如 8:30-11:40)?", "Time (such as 8:30-11:40)?"),
    "steps": ("步数?", "Steps?"),
    "km": ("公里?", "Kilometres?"),
    "issue": ("第{number}件事(没有了就直接回车)?", "Matter {number} (Enter when there are no more)?"),
    "body": ("还想记点什么(可不填)?", "Anything else to write down?"),
}
