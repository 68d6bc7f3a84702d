"""What the verbs of progress ask and refuse."""

from __future__ import annotations

TEXTS: dict[str, tuple[str, str]] = {
    "before-raised": (
        "{id} 是 {raised} 提出的,办理日期 {day} 不能更早。",
        "{id} was raised on {raised}; progress cannot be dated {day}, before that.",
    ),
    "before-raised-today": (
        "{id} 是 {raised} 提出的,可是电脑上的今天是 {day}。请先调好电脑的日期,或者用 --on 写明是哪天。",
        "{id} was raised on {raised}, but this computer says that today is {day}. Set its date first, or name the day "
        "with --on.",
    ),
    "already": ("已经是这样,没有写入。", "It is so already; nothing was written."),
    "future": (
        "注意: {day} 还没到,到那天才算数。写错了就 minqing 撤回。",
        "Note: {day} has not come yet; the line counts from that day on. If that is a slip: minqing undo.",
    ),
    "ask-due": ("期限改到哪天(原来 {old};不改就直接回车)?", "New due date (it was {old}; Enter keeps it)?"),
    "ask-due-usual": (
        "期限改到哪天(原来 {old},{tier}一般到 {usual};不改打 -)?",
        "New due date (it was {old}; {tier} is usually due {usual}; - keeps the old one)?",
    ),
    "due-past": (
        "注意: 期限 {due} 比办理的日子 {day} 还早。写错了就 minqing 撤回。",
        "Note: the due date {due} is before the day of this line, {day}. If that is a slip: minqing undo.",
    ),
    "stale-owner": (
        "责任没有变,还是{owner};{tier}一般归{usual}。\n  要改: minqing 交办 {id} {usual}",
        "The owner stays {owner}; a {tier} matter is usually with {usual}.\n"
        "  To change it: minqing assign {id} {usual}",
    ),
    "still-closed": (
        "居民不满意,这件还是办结的。没解决的话,要接着办: minqing 重开 {id}",
        "It stays closed. Where it is not settled after all: minqing reopen {id}",
    ),
    "stale-due": (
        "期限没有变,还是 {due};{tier}一般到 {usual}。\n  要改: minqing 延期 {id} {usual}",
        "It is still due {due}; a {tier} matter is usually due {usual}.\n  To change it: minqing extend {id} {usual}",
    ),
    "same-issue": (
        "{id} 不能与它自己重复。请写另一件的编号。",
        "{id} cannot be a duplicate of itself; name the other one.",
    ),
    "duplicates-each-other": (
        "{other} 已经作为 {id} 的重复关掉了,不能再反过来;没有写入。",
        "{other} is closed as a duplicate of {id} already; nothing was written.",
    ),
    "progress-close-closed": (
        "注意: {id} 原来已经办结,现在以这一条为准。",
        "Note: {id} was closed already; this line is now the closing in force.",
    ),
    "closed-later": (
        "注意: {id} 在 {closed} 已经办结,以那一条为准,这一条不改办结的日子。\n"
        "  日子要是 {day} 才对: 先 minqing 撤回,再 minqing 更正 {id} {verb} {day}",
        "Note: {id} was closed on {closed}; that line is the closing in force, and this one moves no day.\n"
        "  If {day} is the right day: minqing undo, then minqing set {id} {verb} {day}",
    ),
    "progress-reopen-open": (
        "{id} 本来就没有办结,不用重开,没有写入。要记一句话请用 minqing 跟进。",
        "{id} is open already; nothing was written. To write something down use note.",
    ),
    "progress-no-effect": (
        "{id} 已经办结,“{verb}”不起作用,没有写入。请先 minqing 重开。",
        "{id} is closed, so “{verb}” would change nothing; nothing was written. reopen it first.",
    ),
    "arg-text": ("要记的内容", "what to write down"),
    "arg-owner": ("交给谁办", "who takes it"),
    "arg-body": ("哪个单位", "which body"),
    "arg-bodies": ("吹哨叫哪些单位", "which bodies are called"),
    "arg-tier": ("层级(小事、中事、大事)", "a tier (small, medium, large)"),
    "arg-category": ("类别", "a category"),
    "arg-date": ("日期", "a date"),
    "arg-issue": ("与哪一件重复", "the issue it repeats"),
    "arg-satisfaction": ("回访结果(满意、基本满意、不满意)", "the answer (satisfied, fair, dissatisfied)"),
    "ask-text": ("记什么?", "What is to be written down?"),
    "ask-owner": ("交给谁办?", "Who takes it?"),
    "ask-body": ("哪个单位?", "Which body?"),
    "ask-bodies": ("吹哨叫哪些单位(用、隔开)?", "Which bodies are called (separated by commas)?"),
    "ask-tier": ("层级(小事、中事、大事)?", "Tier (small, medium, large)?"),
    "ask-category": ("类别?", "Category?"),
    "ask-date": ("哪天(如 下周五、11-30)?", "Which day (such as next friday, 11-30)?"),
    "ask-issue": ("与哪一件重复(编号)?", "Which issue does it repeat (id)?"),
    "ask-satisfaction": (
        "居民怎么说(满意、基本满意、不满意)?",
        "What did the resident say (satisfied, fair, dissatisfied)?",
    ),
}
