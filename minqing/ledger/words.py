"""The words in a ledger's cells: states, tiers, categories, channels, satisfaction, as offices write them."""

from __future__ import annotations

import re

from minqing.domain.patterns import pattern
from minqing.text import synonyms
from minqing.text.normal import folded
from minqing.text.synonyms import CLOSED, KINDS_SAID, OPEN, REFERRED, SATISFACTIONS_SAID, STATES_SAID
from minqing.text.vocabulary import SOURCES_BY_WORD

_TICKS = {
    **dict.fromkeys(("是", "√", "✓", "✔", "☑", "对", "y", "yes", "true", "1"), CLOSED),
    **dict.fromkeys(("否", "×", "x", "✗", "✘", "n", "no", "false", "0"), OPEN),
}
"""What a cell says to the question of its heading: 是否办结, 是否满意."""
_STATES = STATES_SAID | _TICKS
_SATISFIED = SATISFACTIONS_SAID | dict.fromkeys("是√✓", "satisfied") | dict.fromkeys("否×", "dissatisfied")
_FIRST = ("hotline", "call", "desk", "visit", "walk", "meeting")
_CHANNELS = sorted(
    ((word, id) for word, id in KINDS_SAID.items() if len(word) > 1 and not word.isascii()),
    key=lambda channel: _FIRST.index(channel[1]),
)
_NEGATED = pattern(r"未|没|不|待|正在|尚|中$|部分")
_DONE = pattern(r"办结|完成|解决|结案|办毕|销号|处理完|完毕")


def state_of(text: str, *, exact: bool = False) -> str | None:
    """How a matter stands by what a cell says; ``exact``: only words that say nothing else."""
    word = _bare(text)
    found = _STATES.get(word)
    if found or exact:
        return found
    if word.startswith(("已转", "转")):
        return REFERRED
    if _NEGATED.search(word):
        return OPEN if len(word) <= 12 else None
    return CLOSED if _DONE.search(word) and len(word) <= 12 else None


_SETTLED_WORDS = pattern("已?(?:办结|完成|解决|结案|销号)|已(?:处理|办|整改|落实)|处理完毕|办毕|整改完成")
_SOUNDS_DONE = pattern(
    r"办结|办毕|完成|解决了?|结案|销号|完毕|完工|修好|修复|换好|装好|弄好|清理?完|清走|疏通了|恢复(?:正常|供)|已(?:经)?(?:修|换|清|装|拆|处理|整改|落实)|满意"
)
_NOT_DONE = pattern(
    r"未|没(?!有?(?:异议|问题|意见))|不(?!再)|待|正在|尚|将|拟|计划|预计|争取|准备|部分|如果|等.{0,6}后|协调中|处理中|才能|希望|要求|请求|[何怎]"
)
_CLAUSES = pattern("[,，。;；!！\\s]+")


def is_settled_word(text: str) -> bool:
    """Whether a cell is, as a whole, a standard word for a closed matter: 已解决, 办结; 是 or √ need a heading."""
    return _SETTLED_WORDS.fullmatch(_bare(text)) is not None


def sounds_settled(text: str) -> bool:
    """Whether words of the handling sound as if the matter were over: 物业已修好, 居民满意,办结; 未解决 does not."""
    clauses = [clause for clause in _CLAUSES.split(folded(text)) if clause]
    return not any(map(_NOT_DONE.search, clauses)) and any(map(_SOUNDS_DONE.search, clauses))


def _bare(text: str) -> str:
    return re.sub(r"[\s。.!,,;;]+", "", folded(text))


def tier_of(text: str, *, numbers: bool = True) -> str | None:
    """The tier by its name, or by its number in the order small, medium, large."""
    return synonyms.tier_of(_bare(text), numbers=numbers)


def satisfaction_of(text: str) -> str | None:
    """What a follow-up answered."""
    return _SATISFIED.get(_bare(text))


def kind_of(text: str) -> tuple[str, str | None] | None:
    """The kind of entry a channel stands for and, where a walker met the matter, its source."""
    word = _bare(text)
    kind = KINDS_SAID.get(word)
    if kind:
        return kind, None
    source = SOURCES_BY_WORD.get(word)
    if source:
        return "walk", source
    within = next((id for known, id in _CHANNELS if known in word), None)
    return (within, None) if within and len(word) <= 12 else None
