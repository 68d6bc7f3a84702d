"""Nothing of a paste is lost: every run of characters is found again in the walks that were read from it."""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from minqing.classify.notes.paste import Notes, read_paste
from minqing.domain.community import Community
from minqing.text.normal import aligned
from minqing.text.scripts import _SIMPLIFIED, _TRADITIONAL

FRIDAY = date(2026, 11, 20)
SCRIPT = str.maketrans(_TRADITIONAL, _SIMPLIFIED)


def as_read(text: str) -> str:
    """A text in half-width forms, traditional characters as the simplified ones they are read as."""
    return aligned(text).translate(SCRIPT)


PIECES = st.sampled_from(
    [
        "11月16日", "11月17日", "周一", "周二", "晴", "参加:", "张书记", "王丽", "、", " ", "\n", "\n",
        "\n", "8:30-11:40", "4773步", "三千多步", "2.9公里", "1.", "2、", "- ", "③", "(1)", "@王丽", "#绿化",
        "!大事", "已清理", "[x]", "√", "5号楼", "5号楼:", "灯坏", "居民说好", ":", "，", "　", "(",
        "一、", "一是", "二是", "*", "\t", "|", "序号\t问题\t地点", "问题:", "下一步:",
        "王丽 14:03", "————— 2026-11-16 —————", "[图片]",
        "「", "处理:", ";", "明天开会", "✅", "1️⃣", "第一", "步数", "4773000", "民情日记", "->", "。",
        "图1 ", "图2 ", "S1:", "S2:", "S3:", "☀️", "5100🚶", "王丽:", "小李:", "/", "一,", "问题一", "首先,", "最后,",
        "16日:", "不对", "和王大爷一起", "小魏记", "---", "描述:", "状态:", "其次,", "<5号楼>", "✓", "✗", "已加装扶手",
    ]
)  # fmt: skip


def found_again(walks: tuple[Notes, ...]) -> str:
    """Everything the walks hold or state, in half-width forms without anything but letters and digits."""
    texts: list[str] = []
    for notes in walks:
        texts += [notes.body, *(fact.text for fact in notes.facts)]
        for issue in notes.issues:
            texts += [issue.title, issue.owner or "", issue.place or "", issue.reporter or "", issue.category or ""]
            texts.append(issue.ticket or "")
    return "\n".join(in_half_width(text) for text in texts)


KNOWN = ("#绿化", "!大事", "一是", "二是", "第一", "一,", "问题一", "首先,", "其次,", "最后,")
"""Marks that become a tier or a category, and spoken numbers: like ``1.`` they only say where an issue begins."""


@settings(max_examples=150, deadline=None)
@given(st.lists(PIECES, max_size=30))
def test_every_piece_of_a_paste_is_found_again(pieces: list[str]) -> None:
    walks = read_paste("".join(pieces), FRIDAY, Community())
    there = found_again(walks)
    for piece in pieces:
        for run in re.findall(r"[^\W\d_]{2,}", as_read(piece) if piece not in KNOWN else ""):
            assert run in there, (run, pieces, walks)


STYLES = Path(__file__).parents[1] / "unit" / "classify" / "notes" / "styles"
TEXTS = [
    block.partition("\n")[2].partition("\n---\n")[0]
    for table in sorted(STYLES.glob("*.txt"))
    for block in table.read_text(encoding="utf-8").split("=== ")[1:]
]
"""Whole notes in two hundred styles."""

LINES = st.sampled_from([line for text in TEXTS for line in text.split("\n")])
KNOWN_RUNS = re.compile(
    r"#[^\s#]+(?<!接龙)|!大事|(?:首先|其次|再次|再者|再有|最后)(?:呢|就?是)?|工单号(?=\d)|工单\s?\d{1,2}(?=\(编号)|(?<=\()编号|语音转文字|其[一二三四]|第[一二三四\d][个件]?(?:呢?就?是)?|[一二三]是|[①-⑳]|(?:问题|事件|事项|案件|线索)[\d一二三](?=[::】\])])|(?:还有|另外)(?:就是)?(?=[\d一二三四五六七八九十])|(?m:^[看听问答办](?=:))"
)
"""Marks that become a tier or a category, and spoken numbers of a list: they only say where an issue begins."""


def in_half_width(text: str) -> str:
    return re.sub(r"[\W_]", "", as_read(text))


@settings(max_examples=150, deadline=None)
@given(st.lists(LINES, max_size=14))
def test_no_line_of_a_mixture_of_styles_is_lost(lines: list[str]) -> None:
    walks = read_paste("\n".join(lines), FRIDAY, Community())
    accounted = {fact.line for notes in walks for fact in notes.facts}
    accounted |= {n for notes in walks for issue in notes.issues for n in issue.lines}
    accounted |= {n for notes in walks for n in notes.body_lines}
    there = found_again(walks)
    for number, line in enumerate(lines, 1):
        if in_half_width(line):
            assert number in accounted, (line, lines, walks)
        for run in re.findall(r"[\u4e00-\u9fff]{2,}|[a-zA-Z]{2,}|\d{2,}", as_read(KNOWN_RUNS.sub("|", line))):
            assert run in there or all(part in there for part in run), (run, lines, walks)


@settings(max_examples=100, deadline=None)
@given(st.sampled_from(TEXTS), st.sampled_from(TEXTS))
def test_two_notes_in_one_paste_lose_nothing(one: str, other: str) -> None:
    there = found_again(read_paste(f"{one}\n{other}", FRIDAY, Community()))
    letters = set(re.findall(r"[\u4e00-\u9fff]", as_read(KNOWN_RUNS.sub("", f"{one}\n{other}")))) - set("一二三四五")
    assert not {letter for letter in letters if letter not in there}


@settings(max_examples=100, deadline=None)
@given(st.text(max_size=200))
def test_any_text_is_read(text: str) -> None:
    walks = read_paste(text, FRIDAY, Community())
    assert walks
    letters = [c for c in as_read(text) if c.isalpha() and c not in "一二两三四五六七八九十第是"]
    there = found_again(walks)
    assert all(c in there for c in letters if re.fullmatch(r"[\u4e00-\u9fff]", c))
