"""The help of the command that shares the diary: sync."""

from __future__ import annotations

TEXTS: dict[str, tuple[str, str]] = {
    "sync-usage": ("minqing 同步 [选项]", "minqing sync [OPTIONS]"),
    "sync-long": (
        "取来同事的改动,按意思合并,检查,再把自己的发出去;可以随时重复。两边都记的办理、新事项、正文都保留;\n"
        "编号相同的改号并说明。同一项两边改得不一样时逐处问你,没有人可问就什么都不合并。",
        "Fetches what colleagues have written, merges it by meaning, checks, and sends what was written here;\n"
        "safe to repeat. Lines of progress, new issues and text of both are kept; equal numbers are told apart.\n"
        "Where both changed one thing differently it asks; with nobody to ask nothing is merged.",
    ),
    "sync-examples": ("minqing 同步\nminqing sync", "minqing sync\nminqing sync --mine"),
}
