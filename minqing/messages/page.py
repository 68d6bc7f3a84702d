"""What a page of HTML says besides the report."""

from __future__ import annotations

TEXTS: dict[str, tuple[str, str]] = {
    "skip": ("跳到正文", "Skip to the report"),
    "contents": ("目录", "Contents"),
    "behind": ("数字依据", "What the figures are made of"),
    "back": ("收起", "Close"),
    "data": ("看数据", "The figures"),
    "why": ("依据:", "What is behind:"),
    "missing": ("这台电脑上没有这张照片", "not on this computer"),
    "footer": (
        "点任何一个数字,就列出它背后的事项编号或日期;编号在台账里都有。本页不联网,也没有脚本。",
        "Click a figure to see the issues or days it is made of; every issue is in the ledger. "
        "This page asks nothing of the network and runs no script.",
    ),
}
