"""What ``undo`` and ``redo`` say."""

from __future__ import annotations

TEXTS: dict[str, tuple[str, str]] = {
    "did": ("撤回了 {day} 的这次改动:", "Taken back, what was done on {day}:"),
    "more": ("… 还有 {count} 项。全部列出: {command}", "… and {count} more. All of them: {command}"),
    "see-day": ("minqing 查看 {day}", "minqing show {day}"),
    "see-history": ("minqing 历史 {day}", "minqing history {day}"),
    "now": ("现在:", "Now:"),
    "gone": ("{id} 不在日记里", "{id} is not in the diary"),
    "gone-several": (
        "{first} 到 {last} 这 {count} 件都不在日记里",
        "{first} to {last}, {count} issues, are not in the diary",
    ),
    "file-gone": ("{path} 没有了", "{path} is gone"),
    "file-back": ("{path} 又有了", "{path} is back"),
    "file": ("{path} 改回来了", "{path} is as it was"),
    "next": (
        "撤错了就 minqing 重做;还要往前撤,再 minqing 撤回 一次。",
        "If that was wrong: minqing redo. One step further back: minqing undo again.",
    ),
    "subject": ("撤回: {subject}", "Undo: {subject}"),
    "nothing": (
        "没有可以撤回的改动:历史里没有 {name} <{email}> 的改动,或者都已经撤回了。别人的改动不撤回。",
        "There is nothing to take back: the history has no change by {name} <{email}> that still stands. "
        "What others did is not taken back.",
    ),
    "beginning": (
        "没有可以撤回的改动了:再往前就是这本日记的第一次提交,那次不撤回。",
        "There is nothing more to take back: before this there is only the commit the diary began with, which stays.",
    ),
    "cut": (
        "再往前的历史不在这台电脑上(浅克隆),所以不能撤回。要取来全部历史,请运行:\n    git fetch --unshallow",
        "The history before this is not on this computer (a shallow clone), so it cannot be taken back. "
        "To get all of it, run:\n    git fetch --unshallow",
    ),
    "off": (
        "设置里写着不提交(git: {{提交: 否}}),改动没有留下历史,所以不能撤回。",
        "The settings say that nothing is committed (git: {{commit: no}}), so there is no history to go back by.",
    ),
    "unclean": (
        "“{path}”里有还没有提交的内容,没有撤回,什么都没有动。\n请先提交它(git commit),或改回原样,再试一次。",
        "“{path}” holds something that is not committed; nothing was taken back, nothing was changed.\n"
        "Commit it first (git commit), or put it back as it was, and try again.",
    ),
    "touched": (
        "不能撤回“{subject}”:同一处后来又改过({where},{author} {day}:{what})。什么都没有动。\n"
        "请用 minqing 编辑 直接改,或先撤回后来那次改动。",
        "“{subject}” cannot be taken back: the same lines were changed later ({where}, {author} {day}: {what}). "
        "Nothing was changed.\nChange the text itself with minqing edit, or take the later change back first.",
    ),
    "number-taken": (
        "不能撤回“{subject}”:会回来的事项编号 {id} 后来已经给了别的事({path})。什么都没有动。\n还要的话请重新记一次。",
        "“{subject}” cannot be taken back: an issue would come back with the number {id}, which has been given to "
        "another one since ({path}). Nothing was changed.\nWrite it down anew where it is wanted.",
    ),
    "touched-unknown": (
        "不能撤回“{subject}”:{where} 已经不是那次改动之后的样子。什么都没有动。\n请用 minqing 编辑 直接改。",
        "“{subject}” cannot be taken back: {where} is not as that change left it. Nothing was changed.\n"
        "Change the text itself with minqing edit.",
    ),
}
"""Word to (Chinese, English)."""
