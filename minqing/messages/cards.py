"""What is said of contact cards."""

from __future__ import annotations

TEXTS: dict[str, tuple[str, str]] = {
    "doing": (
        "“联系卡”后面写 新增、查看、清单 或 删除,不是“{word}”。",
        "After contact-card comes add, show, list or remove, not “{word}”.",
    ),
    "who": ("要写是谁,例如 5号楼老爷子。用法: {usage}", "Say who it is, such as 5号楼老爷子. Usage: {usage}"),
    "ask-phone": ("电话号码:", "Telephone number:"),
    "phone": (
        "要写电话号码,写在名字后面就行(数字、空格和横线都可以)。",
        "A telephone number is wanted, behind the name (digits, blanks and dashes).",
    ),
    "added": (
        "已记下 {who} 的电话,只存在这台电脑上({file}),不进历史,也不进任何导出的文件。",
        "Kept the number of {who} on this computer alone ({file}): in no history, in no file that is handed out.",
    ),
    "there": ("{who} 的这个电话已经记着了。", "That number of {who} is kept already."),
    "removed": ("已删除 {who} 的 {count} 个电话。", "Removed {count} number(s) of {who}."),
    "nobody": (
        "没有“{who}”的联系卡。minqing 联系卡 清单 看全部。",
        "There is no card of “{who}”. minqing contact-card list shows all.",
    ),
    "none": ("还没有联系卡。", "There are no contact cards yet."),
    "no-modes": (
        "这台电脑上的其他 Windows 用户也许能打开 {file};共用电脑时请各用各的账户和文件夹。",
        "Other Windows users of this computer may be able to open {file}; on a shared computer keep it in your own "
        "user folder.",
    ),
    "shown": ("联系卡: {card}", "Contact: {card}"),
}
"""Word to (Chinese, English)."""
