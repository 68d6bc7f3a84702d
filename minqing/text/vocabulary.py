"""The words of the diary format, each with one English and one Chinese spelling, and where it may stand.

Both spellings are always read, also mixed; the community's language decides which one is written.
"""

from __future__ import annotations

from collections.abc import Mapping

from minqing.domain.community import CATEGORY_ALIASES, Community
from minqing.domain.values import dataclass
from minqing.domain.verbs import VERBS
from minqing.text.normal import folded


@dataclass(frozen=True, slots=True)
class Key:
    """One key of an entry or an issue.

    ``type`` is ``text``, ``date``, ``integer``, ``decimal``, ``time``, ``id``, ``kind``, ``source``, ``tier``,
    ``category``, ``names`` (a list of texts), ``issues`` or ``progress``.
    """

    id: str
    zh: str
    type: str


ENTRY_KEYS: tuple[Key, ...] = (
    Key("date", "日期", "date"),
    Key("kind", "类型", "kind"),
    Key("time", "时间", "time"),
    Key("weather", "天气", "text"),
    Key("route", "路线", "text"),
    Key("steps", "步数", "integer"),
    Key("km", "公里", "decimal"),
    Key("walkers", "参加", "names"),
    Key("companions", "同行", "names"),
    Key("visits", "走访", "names"),
    Key("cleaned", "顺手", "integer"),
    Key("issues", "事项", "issues"),
)

ISSUE_KEYS: tuple[Key, ...] = (
    Key("id", "编号", "id"),
    Key("title", "事由", "text"),
    Key("place", "地点", "text"),
    Key("reporter", "反映人", "text"),
    Key("source", "来源", "source"),
    Key("category", "类别", "category"),
    Key("tier", "层级", "tier"),
    Key("owner", "责任", "text"),
    Key("due", "期限", "date"),
    Key("households", "户数", "integer"),
    Key("ticket", "工单", "text"),
    Key("cost", "资金", "decimal"),
    Key("photos", "照片", "names"),
    Key("progress", "办理", "progress"),
)

KIND_WORDS: Mapping[str, str] = {
    "walk": "走动", "visit": "走访", "desk": "接待", "call": "来电", "hotline": "12345", "meeting": "议事会",
}  # fmt: skip
"""English id to Chinese word of the kinds of entry."""

SOURCE_WORDS: Mapping[str, str] = {"seen": "看", "heard": "听", "asked": "问"}
"""English id to Chinese word of the sources of an issue; the kinds of entry are sources too."""

TIER_WORDS: Mapping[str, str] = {"small": "小事", "medium": "中事", "large": "大事"}
"""English id to Chinese word of the tiers."""

SATISFACTION_WORDS: Mapping[str, str] = {"satisfied": "满意", "fair": "基本满意", "dissatisfied": "不满意"}
"""English id to Chinese word of a follow-up's answers."""

VERB_WORDS: Mapping[str, str] = {verb.id: verb.zh for verb in VERBS.values()}
"""English id to Chinese word of the verbs of progress."""


def both_ways(words: Mapping[str, str]) -> dict[str, str]:
    """A lookup from either spelling, folded, to the English id."""
    return {folded(w): id for id, zh in words.items() for w in (id, zh)}


KINDS_BY_WORD = both_ways(KIND_WORDS)
SOURCES_BY_WORD = both_ways({**KIND_WORDS, **SOURCE_WORDS})
TIERS_BY_WORD = both_ways(TIER_WORDS)
SATISFACTIONS_BY_WORD = both_ways(SATISFACTION_WORDS)
VERBS_BY_WORD = both_ways(VERB_WORDS)
ENTRY_BY_WORD: dict[str, Key] = {folded(w): k for k in ENTRY_KEYS for w in (k.id, k.zh)}
ISSUE_BY_WORD: dict[str, Key] = {folded(w): k for k in ISSUE_KEYS for w in (k.id, k.zh)}


def spelled(words: Mapping[str, str], id: str, language: str) -> str:
    """The word of ``id`` in ``language`` (``zh`` or ``en``)."""
    return words[id] if language == "zh" else id


def key_word(key: Key, language: str) -> str:
    """A key's spelling in ``language``."""
    return key.zh if language == "zh" else key.id


def category_words(community: Community) -> dict[str, str]:
    """Every way to write a category, folded, to its id: names and ids first, then what people write instead."""
    known = community.categories
    words = {folded(category.name): id for id, category in known.items()}
    for id in known:
        words.setdefault(folded(id), id)
    for word, id in CATEGORY_ALIASES.items():
        if id in known:
            words.setdefault(folded(word), id)
    return words
