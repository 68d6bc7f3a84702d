"""The help of the commands about residents: contact-card, notice, reply, purge-private."""

from __future__ import annotations

TEXTS: dict[str, tuple[str, str]] = {
    "notice-usage": ("minqing 告示 楼 [时段] [-o 文件]", "minqing notice BUILDING [PERIOD] [-o FILE]"),
    "notice-long": (
        "这栋楼最近90天(或写明的时段)反映了什么、办好了什么、正在办什么。已隐去个人信息。\n"
        "-o 存成 .docx(Word)、.txt 或 .md。\n"
        "用自己的写法: 把模板放到 templates/notice.zh.txt.j2。",
        "What was raised at a building in the last 90 days (or the period), what is done, what is in hand. Masked.\n"
        "-o saves it as .docx (Word), .txt or .md.\n"
        "Your own wording: a template of the name templates/notice.en.txt.j2.",
    ),
    "notice-examples": (
        "minqing 告示 5号楼\nminqing 告示 5号楼 上月 -o 告示.docx",
        "minqing notice 5号楼\nminqing notice 5号楼 2026-10 -o notice.docx",
    ),
    "reply-usage": ("minqing 答复 哪件事 [-o 文件]", "minqing reply ISSUE [-o FILE]"),
    "reply-long": (
        "按这件事现在的进展写好一段话,可以发给居民。已隐去个人信息。\n"
        "-o 存成 .docx(Word)、.txt 或 .md。\n"
        "用自己的写法: 把模板放到 templates/reply.zh.txt.j2。",
        "What to tell whoever raised it, as it stands today. Masked.\n"
        "-o saves it as .docx (Word), .txt or .md.\n"
        "Your own wording: a template of the name templates/reply.en.txt.j2.",
    ),
    "reply-examples": (
        "minqing 答复 路灯\nminqing 答复 路灯 -o 答复.docx",
        "minqing reply 1116-3\nminqing reply 1116-3 -o reply.docx",
    ),
    "contact-card-usage": (
        "minqing 联系卡 新增|查看|清单|删除 [谁] [号码]",
        "minqing contact-card add|show|list|remove [WHO] [NUMBER]",
    ),
    "contact-card-long": (
        "新增、查看、列出(清单)、删除居民的电话。存在 private/contacts.txt,\n"
        "不进 git,不进任何导出的文件;minqing 查看 看一件事时会显示反映人的电话。",
        "Keep, show, list or remove residents' telephone numbers. They are in private/contacts.txt, in no history and\n"
        "in no file that is handed out; minqing show tells those of whoever raised an issue.",
    ),
    "contact-card-examples": (
        "minqing 联系卡 新增 5号楼老爷子 号码 --note 女儿的手机\nminqing 联系卡 查看 5号楼老爷子",
        "minqing contact-card add 5号楼老爷子 NUMBER\nminqing contact-card list",
    ),
    "purge-private-usage": ("minqing 清理号码 [号码]", "minqing purge-private [NUMBER]"),
    "purge-private-long": (
        "在整个 git 历史里找居民的号码(或写明的那一个,也可以写掩码后的样子),讲清楚怎么办,\n"
        "并准备好清理用的脚本。它自己不改写历史。",
        "Looks for residents' numbers in the whole git history (or the one named, masked or not), tells what to do,\n"
        "and prepares the script for it. It rewrites nothing itself.",
    ),
    "purge-private-examples": ("minqing 清理号码\nminqing 清理号码 '138****5678'", "minqing purge-private"),
}
