"""What is said of personal details: what is refused, what is offered instead, what is only warned of."""

from __future__ import annotations

TEXTS: dict[str, tuple[str, str]] = {
    "instead": ("{name}(如“{surname}先生”“{surname}女士”)", "{name} (such as {surname}先生, {surname}女士)"),
    "full-names": (
        "像是居民的全名,写进日记就一直留着,换成称呼好些: {names}。是自己人就不用管。",
        "This looks like a resident's full name, and a diary never forgets; a form of address is better: {names}. "
        "If it is one of you, leave it.",
    ),
    "full-names-written": (
        "像是居民的全名,写成称呼好些: {names}。要改: minqing 编辑 上一件;是自己人就不用管。",
        "This looks like a resident's full name; a form of address is better: {names}. Change: minqing edit last. "
        "If it is one of you, leave it.",
    ),
    "phone": ("手机号码", "mobile number"),
    "landline": ("家里的电话", "number at home"),
    "identity": ("身份证号", "identity number"),
    "card": ("银行卡号", "bank card number"),
    "room": ("门牌号", "room number"),
    "name": ("全名", "full name"),
    "health": ("健康情况", "health"),
    "minor": ("未成年人的情况", "a minor"),
    "faith": ("信仰", "faith"),
    "correction": ("矫正、刑释情况", "community correction"),
    "more": ("  ……还有 {count} 处", "  … and {count} more"),
    "number": (
        "没有写入:里面有居民个人的号码,进了 git 历史就再也删不干净。\n{places}",
        "Nothing was written: it holds a resident's number, and what is in the git history never quite leaves it.\n"
        "{places}",
    ),
    "write-masked": ("改写成掩码后的样子再写入?", "Write it with the number masked?"),
    "not-written": ("没有写入。", "Nothing was written."),
    "type-instead": ("改成掩码就可以写入:\n    {command}", "With the number masked it can be written:\n    {command}"),
    "mask-it": (
        "请把原文里的号码改成上面掩码的样子,再运行一次。",
        "Write the number in the text the way it is masked above, and run it again.",
    ),
    "or-allow": (
        "完整的号码存在这台电脑上:minqing 联系卡 新增 反映人 --phone 号码\n"
        '确实要写进日记:在命令后加 --allow-private "理由",理由会记入历史。',
        "Keep the whole number on this computer: minqing contact-card add WHO --phone NUMBER\n"
        'If it must stand in the diary: add --allow-private "REASON"; the reason goes into the history.',
    ),
    "withheld": (
        "本次改动已完成。手工改过的文件里有居民个人的号码,没有提交:\n{places}\n"
        "请在文件里把号码改成掩码的样子,下一条写入命令就会提交它。",
        "The change itself is done. Files edited by hand hold a resident's number and were not committed:\n{places}\n"
        "Write the number the masked way in the file; the next command that writes commits it.",
    ),
    "caution": (
        "已写入。提醒:这些内容涉及居民隐私,不必要时请写得概括些:\n{places}",
        "Written. Mind: this is private to a resident; put it more generally where it need not be said:\n{places}",
    ),
}
"""Word to (Chinese, English)."""
