"""Words of Cantonese and Wu as the words of the common language that the tables know, letter for letter.

What secretaries of Guangzhou or Shanghai type is asked the same questions as any other line; what they wrote stays.
"""

from __future__ import annotations

from minqing.domain.patterns import pattern
from minqing.text.normal import aligned

_LETTERS = str.maketrans("咗嘅唔冇佢嚟喺哋啲攞畀俾瞓睏搵嘈惊啱", "了的不没他来在们些拿给给睡睡找吵怕对")
"""Letters that the common language has no use for, and what stands for them."""

_WORDS = (
    ("唔该", "谢谢"), ("即刻", "立刻"), ("啱啱", "刚刚"), ("而家", "现在"), ("今朝", "今天"),
    ("倾掂", "谈妥"), ("勿曾", "还没"), ("落脱", "脱落"), ("坏脱", "坏了"),
)  # fmt: skip
_FORMS = (
    (pattern(r"(?<!请)(?<!切)勿(?=[晓好要肯来着响滴动通亮灵漏同])"), "不"),
    (pattern(r"(?<=[走好完净清收开])[晒脱](?=$|[,。;!\s])"), "了"),
    (pattern(r"(?<=[修整装换补接])返(?=$|[,。;!好\s])"), "好"),
    (pattern(r"(?<=[生太伯姨叔婆公哥姐嫂])话(?=[^,。;说音费机筒])"), "说"),
)
"""Endings behind a deed (推走晒, 修返), 勿 before what it denies, and who says something (何生话)."""

_ANY = pattern("[咗嘅唔冇佢嚟喺哋啲攞畀俾瞓睏搵嘈掂即啱而朝倾勿脱返话晒得]")


def in_common_words(text: str) -> str:
    """``text`` in half-width forms and in words of the common language; every position stays where it was."""
    plain = aligned(text)
    if not _ANY.search(plain):
        return plain
    for there, here in _WORDS:
        plain = plain.replace(there, here)
    plain = plain.translate(_LETTERS)
    for form, here in _FORMS:
        plain = form.sub(here, plain)
    return plain
