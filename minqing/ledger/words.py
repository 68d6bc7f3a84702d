"""The words in a ledger's cells: states, tiers, categories, channels, satisfaction, as offices write them."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from minqing.domain.model import TIERS
from minqing.domain.patterns import pattern
from minqing.text.normal import folded
from minqing.text.vocabulary import (
    KINDS_BY_WORD,
    SATISFACTIONS_BY_WORD,
    SOURCES_BY_WORD,
    TIERS_BY_WORD,
)

OPEN, CLOSED, PARKED = "open", "closed", "parked"
REFERRED, DUPLICATE, WITHDRAWN = "referred", "duplicate", "withdrawn"
"""What can be told of a matter: how it stands, or how it was closed."""


def _table(rows: Mapping[str, str]) -> dict[str, str]:
    return {folded(word): id for id, words in rows.items() for word in words.split()}


_STATES = _table(
    {
        CLOSED: "已办结 办结 已完成 完成 已解决 解决 是 √ ✓ ✔ ☑ 对 y yes true 1 已结案 结案 已处理 处理完毕 已办 办毕 "
        "已销号 销号 已落实 已整改 整改完成 当场办结 当日办结 按期办结 逾期办结 closed solved done finished resolved",
        OPEN: "办理中 否 × x ✗ ✘ n no false 0 未办结 未完成 未解决 未处理 未办 在办 待办 待办理 处理中 进行中 "
        "正在办理 正在处理 跟进中 持续跟进 协调中 受理中 已受理 未销号 部分解决 逾期 逾期未办结 open pending doing",
        PARKED: "挂账 已挂账 暂缓 暂挂 长期 parked",
        REFERRED: "已转出 转出 已移交 移交 转办 已转办 已转派 转派 referred",
        DUPLICATE: "重复 重复件 重复工单 重复反映 duplicate",
        WITHDRAWN: "已撤销 撤销 撤单 已撤单 作废 无效 withdrawn cancelled",
    }
)
_NEGATED = pattern(r"未|没|不|待|正在|尚|中$|部分")
_DONE = pattern(r"办结|完成|解决|结案|办毕|销号|处理完|完毕")

_TIERS = _table({"small": "小 小型", "medium": "中 中型", "large": "大 大型 重大"})
_SATISFIED = _table(
    {
        "satisfied": "很满意 非常满意 较满意 十分满意 是 √ ✓ 好 good",
        "fair": "一般 基本 尚可 还行 比较满意",
        "dissatisfied": "不 否 × 不太满意 非常不满意 很不满意 差 bad",
    }
)
_KINDS = _table(
    {
        "hotline": "12345热线 市民热线 热线 市民服务热线 热线工单 工单 接诉即办 派单 12345派单 网络12345 市长热线",
        "call": "电话 来电 电话反映 打电话 电话诉求 值班电话",
        "desk": "来访 接待 上门 上门反映 居民来访 来人 窗口 现场接待 接访 面谈 当面反映",
        "visit": "入户 家访 入户走访 上门走访 走访慰问 走访入户",
        "walk": "巡查 巡视 巡逻 走动式 周一走动 现场发现 日常巡查 巡院 网格巡查",
        "meeting": "会议 议事 居民议事会 座谈会 居民会议 议事协商 恳谈会",
    }
)
_LEAD = pattern(r"^[\s(]*(?:[0-9]{1,2}|[一二三四五六七八九十]{1,2})[\s、.)]+(?=\D)")
_TAIL = pattern(r"(?:类|类别|问题|事项|方面)+$")


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
    word = _bare(text)
    found = TIERS_BY_WORD.get(word) or _TIERS.get(word)
    if found or not numbers:
        return found
    return TIERS[int(word) - 1] if word in ("1", "2", "3") else TIERS_BY_WORD.get(_TAIL.sub("", word))


def category_of(text: str, known: Mapping[str, str], ids: Sequence[str] = ()) -> str | None:
    """The category by its name, its id, what people write instead, or by its number among ``ids``.

    ``known`` are the words of ``vocabulary.category_words``.
    """
    plain = folded(text)
    bare = _LEAD.sub("", plain)
    found = next((known[w] for w in (plain, bare, _TAIL.sub("", bare)) if w in known), None)
    if found or not (plain.isdigit() and len(plain) < 3):
        return found
    return ids[int(plain) - 1] if 0 < int(plain) <= len(ids) else None


def satisfaction_of(text: str) -> str | None:
    """What a follow-up answered."""
    word = _bare(text)
    return SATISFACTIONS_BY_WORD.get(word) or _SATISFIED.get(word)


def kind_of(text: str) -> tuple[str, str | None] | None:
    """The kind of entry a channel stands for and, where a walker met the matter, its source."""
    word = _bare(text)
    kind = KINDS_BY_WORD.get(word) or _KINDS.get(word)
    if kind:
        return kind, None
    source = SOURCES_BY_WORD.get(word)
    if source:
        return "walk", source
    within = next((id for known, id in _KINDS.items() if len(known) > 1 and known in word), None)
    return (within, None) if within and len(word) <= 12 else None
