"""What ``log`` and ``add`` say."""

from __future__ import annotations

TEXTS: dict[str, tuple[str, str]] = {
    "nothing": (
        "没有可记的内容。请给出步数、参加的人或事项,例如:\n"
        "  minqing log --steps 4773 --walker 张书记 --issue 5号楼路灯太亮\n"
        "或把记录放进文件: minqing log 记录.txt(从标准输入读: minqing log -)",
        "There is nothing to write. Give steps, people or matters, such as:\n"
        "  minqing log --steps 4773 --walker 王丽 --issue '5号楼路灯太亮'\n"
        "or put the notes into a file: minqing log notes.txt (from standard input: minqing log -)",
    ),
    "no-file": (
        "打不开记录文件 {path}({why})。请检查文件名;一件事用 --issue 写。",
        "The notes file {path} cannot be opened ({why}). Check its name; a single matter goes into --issue.",
    ),
    "empty-notes": ("{path} 里没有内容,没有写入。", "There is nothing in {path}; nothing was written."),
    "no-text": (
        "{path} 不是文字文件,没有写入任何内容。请存成 UTF-8 或 GBK 的 .txt。",
        "{path} is no text file; nothing was written. Save it as UTF-8 or GBK text.",
    ),
    "ask-date": ("记录里没有认出日期。是哪天?", "No date was found in the notes. Which day?"),
    "ask-matter": ("什么事?", "What is the matter?"),
    "not-added": (
        "没有写入。要改层级、类别: 加上 --tier 大事 --category 绿化 再来一次。",
        "Nothing was written. To change tier or category add --tier large --category facility.",
    ),
    "due-past": (
        "注意: 期限 {due} 比提出的日子 {day} 还早。",
        "Note: the due date {due} is before the day it was raised, {day}.",
    ),
    "undated": (
        "记录里没有认出日期,按今天 {day} 记。",
        "No date was found in the notes; they are taken as of today, {day}.",
    ),
    "date-unread": (
        "“{text}”不是看得懂的日期,没有写入(第一行: {line})。请改好,或加 --date。",
        "“{text}” is no date that can be read; nothing was written (first line: {line}). Mend it, or add --date.",
    ),
    "time": (
        "时间要写成 08:30-11:40 这样,“{value}”看不懂。",
        "The time is written like 08:30-11:40; “{value}” is not understood.",
    ),
    "second": (
        "{day} 已经记过一次({path})。再记成当天第二次走动吗?",
        "{day} already has a walk ({path}). Write this as a second one?",
    ),
    "is-second": ("当天已有一次走动,这次记为 {path}。", "That day had a walk already; this one is {path}."),
    "repeated": (
        "同样的走动已经记在 {path},没有再写一遍。要改它: minqing edit 日期。",
        "The same walk already stands in {path}; it was not written twice. To change it: minqing edit DATE.",
    ),
    "not-written": ("没有写入日记。", "Nothing was written into the diary."),
    "kept": (
        "没有写入日记。回答过的内容都留着,下次 minqing log 可以接着记。",
        "Nothing was written into the diary. What you answered is kept; the next minqing log offers it.",
    ),
    "write-it": ("写入日记吗?", "Write it into the diary?"),
    "on-the-spot": ("当场办结", "settled on the spot"),
    "closed-mark": (" [当场办结]", " [settled]"),
    "no-matter": ("还没有写是什么事。用法: {usage}", "What is the matter? Usage: {usage}"),
    "logged": ("记录", "Log"),
    "added": ("新增", "Add"),
    "steps": ("{steps}步", "{steps} steps"),
    "km": ("{km}公里", "{km} km"),
    "issues": ("{count}件事", "{count} issue(s)"),
}
