"""The help of ``classify``."""

from __future__ import annotations

TEXTS: dict[str, tuple[str, str]] = {
    "classify-usage": ("minqing 归类 一句话… | -", "minqing classify TEXT... | -"),
    "classify-long": (
        "一句话会归到哪一类、哪一层级,在哪里,谁反映的,由谁办,哪天到期,为什么。什么也不写进日记。\n"
        "写 - 就从标准输入读,一行一句。没有日记本时按默认设置。",
        "The category, tier, place, reporter, owner and due date that would be suggested, and why. Writes nothing.\n"
        "With - one text a line is read from stdin. Without a workspace the defaults hold.",
    ),
    "classify-examples": (
        "minqing 归类 3号楼2单元门口小广告,已清理\nminqing 归类 5号楼路灯太亮 楼上太吵",
        "minqing classify '3号楼2单元门口小广告,已清理'",
    ),
}
