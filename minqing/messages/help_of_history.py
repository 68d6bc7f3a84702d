"""The help of the commands about the history: history, audit, verify, undo, redo."""

from __future__ import annotations

TEXTS: dict[str, tuple[str, str]] = {
    "history-usage": ("minqing 历史 [哪件事|时段] [选项]", "minqing history [ISSUE|PERIOD] [OPTIONS]"),
    "history-long": (
        "谁、什么时候、改了什么,由近到远,全部来自 git。不写就列最近 30 次改动;\n"
        "写一件事就看它的全部经过,写时段就看那一段。用别的软件改的也在内,标明“手工改”。",
        "Who changed what and when, newest first, from git alone. Without words the last 30 changes; with an\n"
        "issue all that happened to it, with a period all within it. Changes made by hand are there too.",
    ),
    "history-examples": (
        "minqing 历史\nminqing 历史 路灯\nminqing 历史 上月\nminqing 历史 --by 王丽",
        "minqing history\nminqing history 1116-3\nminqing history 'last month'\nminqing history --by 王丽",
    ),
    "audit-usage": ("minqing 核查 [选项]", "minqing audit [OPTIONS]"),
    "audit-long": (
        "从第一次提交查起: 改过、删过的办理记录,消失的事项和日记,事后改写的层级、期限等,日期与提交相差太多的,\n"
        "没有提交的,历史被改写的,该签名没有签的。有发现时以 1 结束。",
        "From the first commit on: lines of progress that were changed or deleted, issues and entries that vanished,\n"
        "fields rewritten after the fact, dates far from their commits, what is not committed, rewritten history,\n"
        "missing signatures. Ends with 1 when it finds something.",
    ),
    "audit-examples": ("minqing 核查\nminqing 核查 --days 30", "minqing audit\nminqing audit --days 30"),
    "undo-usage": ("minqing 撤回 [选项]", "minqing undo [OPTIONS]"),
    "undo-long": (
        "撤回自己上一次对日记的改动: 记录、办理、编辑、导入、手工改的都可以,再运行一次就再往前一步。\n"
        "撤回本身是一次新的提交,什么都不会丢,随时可以 minqing 重做 恢复。别人的改动不会撤回;\n"
        "同一处后来又被改过时不撤回,什么都不动。",
        "Takes back your last change of the diary, whatever made it: a command, an import, an edit by hand; once more\n"
        "goes one step further. It is a commit of its own: nothing is lost, and minqing redo makes the change again.\n"
        "What others changed is never taken back; where the same lines were changed later, nothing is done.",
    ),
    "undo-examples": ("minqing 撤回\nminqing undo", "minqing undo"),
    "redo-usage": ("minqing 重做 [选项]", "minqing redo [OPTIONS]"),
    "redo-long": (
        "把撤回(minqing 撤回)的改动再做一遍,可以连做几次。撤回之后又有了新的改动,就不能再重做。",
        "Makes again what minqing undo took back, several times over if need be, until something new is changed.",
    ),
    "redo-examples": ("minqing 重做\nminqing redo", "minqing redo"),
    "verify-usage": ("minqing 核对 文件", "minqing verify FILE"),
    "verify-long": (
        "用 minqing 月报 --sealed 出的月报里有一行封签,写明由哪次提交算出。这里从那次提交重新算一遍,\n"
        "逐项比对,说出不一样的数。一样以 0 结束,不一样以 1 结束。",
        "A report made with --sealed names the commit it was counted from. This counts it anew from that commit\n"
        "and names each figure that differs. Ends with 0 when all agree, else with 1.",
    ),
    "verify-examples": ("minqing 核对 十月月报.docx\nminqing 核对 report.json", "minqing verify october.docx"),
}
