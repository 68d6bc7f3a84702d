"""What ``redo`` says of its own."""

from __future__ import annotations

TEXTS: dict[str, tuple[str, str]] = {
    "did": ("重做了撤回过的这次改动:", "Made again, what had been taken back:"),
    "next": ("要再撤回: minqing 撤回。", "To take it back again: minqing undo."),
    "subject": ("重做: {subject}", "Redo: {subject}"),
    "nothing": (
        "没有可以重做的改动:没有撤回过什么,或者撤回之后又有了新的改动。",
        "There is nothing to make again: nothing was taken back, or something new was changed since.",
    ),
    "touched": (
        "不能重做“{subject}”:同一处后来又改过({where},{author} {day}:{what})。什么都没有动。\n"
        "请用 minqing 编辑 直接改。",
        "“{subject}” cannot be made again: the same lines were changed later ({where}, {author} {day}: {what}). "
        "Nothing was changed.\nChange the text itself with minqing edit.",
    ),
    "number-taken": (
        "不能重做“{subject}”:事项编号 {id} 后来已经给了别的事({path})。什么都没有动。\n还要的话请重新记一次。",
        "“{subject}” cannot be made again: the number {id} has been given to another issue since ({path}). "
        "Nothing was changed.\nWrite it down anew where it is wanted.",
    ),
    "touched-unknown": (
        "不能重做“{subject}”:{where} 已经不是撤回之后的样子。什么都没有动。\n请用 minqing 编辑 直接改。",
        "“{subject}” cannot be made again: {where} is not as taking it back left it. Nothing was changed.\n"
        "Change the text itself with minqing edit.",
    ),
}
"""Word to (Chinese, English)."""
