"""Punctuation as it is printed: a Chinese document has full-width marks (GB/T 15834), whatever was typed."""

from __future__ import annotations

import re

from minqing.messages import language

_FULL = {",": "，", ";": "；", ":": "：", "?": "？", "!": "！"}
_CHINESE = "\u3001-\u303f\u4e00-\u9fff\uff01-\uff60"
_BESIDE_CHINESE = re.compile(
    rf"(?<=[{_CHINESE}])[,;:?!](?![,;:?!\d]) ?|[,;:?!](?=[{_CHINESE}])|(?<=[{_CHINESE}])[,;](?=\d)"
)
_BRACKETS = str.maketrans("()", "（）")


def as_printed(text: str) -> str:
    """``text`` with the marks of a Chinese document, when Chinese is spoken; times (8:30) and numbers stay."""
    if language() != "zh":
        return text
    marked = text.translate(_BRACKETS)
    return _BESIDE_CHINESE.sub(lambda found: _FULL[found[0].strip()], marked)
