"""What ``set`` says."""

from __future__ import annotations

TEXTS: dict[str, tuple[str, str]] = {
    "usage": (
        "写哪一天、改哪一项、改成什么,如: minqing 更正 11-16 步数 5200。能改的有 {names};改成 - 是去掉。"
        "办结、回访等写错了日子: minqing 更正 1116-3 办结 11-13。",
        "Say which day, which fact and its value: minqing set 11-16 steps 5200. The facts: {names}; - takes one out. "
        "The day of what was done to an issue: minqing set 1116-3 close 11-13.",
    ),
    "day": ("{verb} {was} → {day}", "{verb} {was} → {day}"),
    "no-day": (
        "改成哪一天? 如: minqing 更正 {id} {verb} 11-13\n"
        "同样的有几条,先写它原来的日子: minqing 更正 {id} {verb} 11-20 11-13",
        "Which day is the right one? For instance: minqing set {id} {verb} 11-13\n"
        "Of several lines, the day it has comes first: minqing set {id} {verb} 11-20 11-13",
    ),
    "no-line": (
        "{id} 的办理里没有“{verb}”,没有可改的日子。用 minqing 查看 {id} 看它的经过。",
        "The progress of {id} has no “{verb}” whose day could be put right. See its story: minqing show {id}",
    ),
    "other-days": (
        "{id} 在 {day} 没有“{verb}”;有的是 {days}。",
        "{id} has no “{verb}” of {day}; it has {days}.",
    ),
    "no-effect": (
        "改成 {day} 的话,{id} 的“{verb}”就不起作用了(先后倒了),没有改动。用 minqing 查看 {id} 看它的经过。",
        "With {day} the “{verb}” of {id} would change nothing, as the order would be turned round; nothing was "
        "changed. See its story: minqing show {id}",
    ),
    "no-entry": (
        "{day} 没有日记,没有可改的。最近的几天: {near}。",
        "There is no entry for {day} to be put right. Those near it: {near}.",
    ),
    "nothing": ("{day} 没有日记,没有可改的。", "There is no entry for {day} to be put right."),
    "commit": ("更正 {name} {facts}", "Put right {name} {facts}"),
    "already": ("{path} 已经是 {facts},没有改动。", "{path} says {facts} already; nothing was changed."),
    "reckoned": (
        "{name}原来({was})是按步长算出来的,也重算了;要是量出来的,就再用一次 minqing 更正 改回来。",
        "{name} ({was}) had been reckoned from a step and is reckoned anew; set it again if it was measured.",
    ),
    "reckoned-gone": (
        "{name}原来({was})是按步长算出来的,一起去掉了。",
        "{name} ({was}) had been reckoned from the length of a step and went out with it.",
    ),
    "doubt": (
        "现在是 {steps} 步、{km} 公里,一步合 {length} 米,像是有一个不对;没错就不用管。",
        "Now it is {steps} steps for {km} km, {length} m a step: one of them looks wrong. If both are right, leave it.",
    ),
    "tip": (
        "要是只想改上一篇里写的: 先 minqing 撤回,再 minqing 更正 {day} {facts}",
        "If it was meant to put the first one right: minqing undo, then minqing set {day} {facts}",
    ),
    "ask-which": (
        "改哪一项({offered})? [回车=改好了]",
        "Which one ({offered})? [Enter = done]",
    ),
    "which-number": ("打 1 到 {count} 的数字;改好了就回车。", "Type a number from 1 to {count}; Enter when done."),
    "none": ("(空)", "(empty)"),
}
