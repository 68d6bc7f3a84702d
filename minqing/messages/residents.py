"""What is said around notices and replies to residents; their own words are templates."""

from __future__ import annotations

TEXTS: dict[str, tuple[str, str]] = {
    "no-building": (
        "没有一件事写在“{building}”,设置里也没有这栋楼。",
        "No matter is at “{building}”, and the settings have no such building.",
    ),
    "committee": ("社区", "The community"),
}
"""Word to (Chinese, English)."""
