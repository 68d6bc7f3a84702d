"""What people say for the fixed words of the format: 大 for 大事, 还行 for 基本满意, 没办完 for 未办结.

Whatever is typed (a filter, a verb's argument, a flag, an answer) and the cells of others' ledgers are read by these
tables. A diary file is not: there the words of ``vocabulary`` alone count.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from minqing.domain.model import TIERS
from minqing.domain.patterns import pattern
from minqing.text.normal import folded
from minqing.text.vocabulary import KINDS_BY_WORD, SATISFACTIONS_BY_WORD, SOURCES_BY_WORD, TIERS_BY_WORD

OPEN, CLOSED, PARKED = "open", "closed", "parked"
REFERRED, DUPLICATE, WITHDRAWN = "referred", "duplicate", "withdrawn"
"""What can be told of a matter: how it stands, or how it was closed."""


def _table(rows: Mapping[str, str]) -> dict[str, str]:
    return {folded(word): id for id, words in rows.items() for word in words.split()}


TIERS_SAID: dict[str, str] = TIERS_BY_WORD | _table(
    {"small": "小 小型", "medium": "中 中型", "large": "大 大型 重大"},
)
"""Any word for a tier."""

KINDS_SAID: dict[str, str] = KINDS_BY_WORD | _table(
    {
        "hotline": "12345热线 市民热线 热线 市民服务热线 热线工单 工单 接诉即办 派单 12345派单 网络12345 市长热线",
        "call": "电话 打电话 电话反映 电话诉求 值班电话",
        "desk": "来访 上门 上门反映 居民来访 来人 窗口 现场接待 接访 面谈 当面反映",
        "visit": "入户 家访 入户走访 上门走访 走访慰问 走访入户",
        "walk": "巡查 巡视 巡逻 走动式 周一走动 现场发现 日常巡查 巡院 网格巡查",
        "meeting": "会议 议事 居民议事会 座谈会 居民会议 议事协商 恳谈会",
    }
)
"""Any word for a kind of entry."""

SOURCES_SAID: dict[str, str] = {**KINDS_SAID, **SOURCES_BY_WORD}
"""Any word for a source: how a walker met a matter, or a kind of entry."""

SATISFACTIONS_SAID: dict[str, str] = SATISFACTIONS_BY_WORD | _table(
    {
        "satisfied": "很满意 非常满意 较满意 十分满意 挺满意 蛮满意 特别满意 相当满意 都满意 表示满意 好 很好 挺好 "
        "蛮好 不错 挺不错 很不错 good",
        "fair": "一般 一般满意 基本 尚可 还行 还好 还可以 可以 行 凑合 过得去 差不多 马马虎虎 将就 勉强 勉强满意 "
        "比较满意 较为满意 还算满意 okay",
        "dissatisfied": "不太满意 不大满意 不怎么满意 不很满意 不是很满意 非常不满意 很不满意 特别不满意 不 不行 "
        "不太行 不好 不太好 不咋样 不怎么样 不高兴 不认可 差 很差 太差 bad",
    }
)
"""Any answer of a follow-up."""

STATES_SAID: dict[str, str] = _table(
    {
        CLOSED: "已办结 办结 已完成 完成 完 完了 已解决 解决 解决了 已结案 结案 已处理 处理完毕 处理完 处理了 处理好了 "
        "已办 办了 办完 办完了 已办完 办好 办好了 办毕 弄好 弄好了 弄完 弄完了 搞定 搞定了 妥 妥了 办妥 办妥了 好了 "
        "修好了 已销号 销号 已落实 已整改 整改完成 当场办结 当日办结 按期办结 逾期办结 "
        "closed solved done finished resolved ok",
        OPEN: "未办结 没办结 办理中 未完成 没完成 未解决 没解决 未处理 没处理 未办 没办 没办完 未办完 还没办 "
        "还没办完 没完 没弄 没弄完 没弄好 还没 还没有 在办 正办 待办 待办理 处理中 进行中 正在办理 正在处理 正在办 "
        "正在弄 在弄 跟进中 持续跟进 协调中 受理中 已受理 未销号 部分解决 逾期 逾期未办结 open pending doing",
        PARKED: "挂账 已挂账 暂缓 暂挂 长期 parked",
        REFERRED: "已转出 转出 已移交 移交 转办 已转办 已转派 转派 referred",
        DUPLICATE: "重复 重复件 重复工单 重复反映 duplicate",
        WITHDRAWN: "已撤销 撤销 撤单 已撤单 作废 无效 withdrawn cancelled",
    }
)
"""Any word for how a matter stands."""

BUCKETS_SAID: dict[str, str] = _table(
    {
        "dispute": "民事纠纷 民间纠纷 纠纷 dispute",
        "environment": "环境问题 环境 environment",
        "unmanaged": "无物业问题 无物业管理问题 无物业管理 无物业 unmanaged",
        "other": "其他 其它 other",
    }
)
"""Any word for a bucket."""

_PARTICLES = "的了吧呀啊呢哦嘛"
_LEAD = pattern(r"^[\s(]*(?:[0-9]{1,2}|[一二三四五六七八九十]{1,2})[\s、.)]+(?=\D)")
_TAIL = pattern(r"(?:类|类别|问题|事项|方面)+$")


def meant(word: str, words: Mapping[str, str]) -> str | None:
    """The id of the fixed word that a person means: by the whole of it, or its beginning where that can be no other."""
    typed = folded(word)
    for said in (typed, typed.rstrip(_PARTICLES)):
        begun = {id for known, id in words.items() if said and known.startswith(said)}
        if said in words or len(begun) == 1:
            return words.get(said) or begun.pop()
    return None


def tier_of(word: str, *, numbers: bool = True) -> str | None:
    """The tier by any word for it, or by its number in the order small, medium, large."""
    found = TIERS_SAID.get(word)
    if found or not numbers:
        return found
    return TIERS[int(word) - 1] if word in ("1", "2", "3") else TIERS_SAID.get(_TAIL.sub("", word))


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
