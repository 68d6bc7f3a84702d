"""Nothing of a paste is lost: every run of characters is found again in the walks that were read from it."""

from __future__ import annotations

import re
from datetime import date

from hypothesis import given, settings
from hypothesis import strategies as st

from minqing.classify.notes import Notes, read_paste
from minqing.domain.community import Community
from minqing.text.normal import aligned

FRIDAY = date(2026, 11, 20)
PIECES = st.sampled_from(
    [
        "11月16日", "11月17日", "周一", "周二", "晴", "参加:", "张书记", "王丽", "、", " ", "\n", "\n",
        "\n", "8:30-11:40", "4773步", "三千多步", "2.9公里", "1.", "2、", "- ", "③", "(1)", "@王丽", "#绿化",
        "!大事", "已清理", "[x]", "√", "5号楼", "5号楼:", "灯坏", "居民说好", ":", "，", "　", "(",
        "一、", "一是", "二是", "*", "\t", "|", "序号\t问题\t地点", "问题:", "下一步:",
        "王丽 14:03", "————— 2026-11-16 —————", "[图片]",
        "「", "处理:", ";", "明天开会", "✅", "1️⃣", "第一", "步数", "4773000", "民情日记", "->", "。",
    ]
)  # fmt: skip


def found_again(walks: tuple[Notes, ...]) -> str:
    """Everything the walks hold or state, in half-width forms without anything but letters and digits."""
    texts: list[str] = []
    for notes in walks:
        texts += [notes.body, *(fact.text for fact in notes.facts)]
        for issue in notes.issues:
            texts += [issue.title, issue.owner or "", issue.place or "", issue.reporter or "", issue.category or ""]
    return "\n".join(re.sub(r"[\W_]", "", aligned(text)) for text in texts)


KNOWN = ("#绿化", "!大事", "一是", "二是", "第一")
"""Marks that become a tier or a category, and spoken numbers: like ``1.`` they only say where an issue begins."""


@settings(max_examples=150, deadline=None)
@given(st.lists(PIECES, max_size=30))
def test_every_piece_of_a_paste_is_found_again(pieces: list[str]) -> None:
    walks = read_paste("".join(pieces), FRIDAY, Community())
    there = found_again(walks)
    for piece in pieces:
        for run in re.findall(r"[^\W\d_]{2,}", aligned(piece) if piece not in KNOWN else ""):
            assert run in there, (run, pieces, walks)


@settings(max_examples=100, deadline=None)
@given(st.text(max_size=200))
def test_any_text_is_read(text: str) -> None:
    walks = read_paste(text, FRIDAY, Community())
    assert walks
    letters = [c for c in aligned(text) if c.isalpha() and c not in "一二两三四五六七八九十第是"]
    there = found_again(walks)
    assert all(c in there for c in letters if re.fullmatch(r"[\u4e00-\u9fff]", c))
