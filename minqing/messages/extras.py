"""What is said where an optional library is missing."""

from __future__ import annotations

TEXTS: dict[str, tuple[str, str]] = {
    "missing": (
        "写 Word、Excel 和处理照片要用到的部件还没有装。装一次就好: {command}",
        "What Word, Excel and pictures are made with is not installed. Install it once: {command}",
    ),
}
