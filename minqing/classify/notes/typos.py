"""Labels that an input method wrote with a wrong letter of the same sound: 参加人园:, 走仿人员:, 居民反应:.

Only a label before its colon or in brackets is mended, and only to a word there is; the line itself stays in the body
as it was typed. A word of everyday language that sounds like a label (同时, 寻人, 通行) is no slip, and a label of
people is mended only where people stand behind it or nothing does.
"""

from __future__ import annotations

from functools import cache

from minqing.classify.notes.header.labels import LABELS, words_of
from minqing.classify.notes.sections import ISSUE_HEADINGS
from minqing.classify.notes.tables.columns import COLUMNS
from minqing.classify.sentence.people import counted, people_of
from minqing.domain.patterns import pattern

_SOUNDS = (  # noqa: SIM905
    "员园圆元原源 访仿方防坊放 间问件见 期其七奇 映应影英 气汽器 步部布不埠 里理礼力利 录路陆 线限先现 "
    "题提 患换幻焕 诉述素速宿 情请清青 参餐惨叁 加家佳嘉 记计纪技 动东懂 时是事式市 点店典 "
    "责则择 人任仁 处出除初 结节洁 果过 巡寻询循 查察茶插 行形型性 同通桐童 反返犯范 "
    "天田甜 数树输 公工功 程成城 居具 民名明 位味卫 置至治 隐引饮 发法 "
    "单旦 号好 "
).split()
"""Letters that are typed for each other, as they sound alike or nearly so (间 and 问 look alike)."""

_REAL = frozenset(
    (  # noqa: SIM905
        "同时 同是 同市 同形 同型 同性 通行 通走 通去 通事 寻人 询人 巡园 随性 随形 全城 全成 公理 公力 公利 "
        "投宿 店位 位至 部数 不数 用事 用是 是件 市件 是由 时见 门好 房好 "
        "通行人员 通行单位 检察人 检察员 检察人员 检察同志 检察小组"
    ).split()
)
"""Words, or two words that stand together, which mean what they say: never a slip for a label."""

_OF_PEOPLE = frozenset(word for name in ("walkers", "companions") for word in words_of(name) if "单位" not in word)
"""Labels behind which nothing but people stands."""

_LABEL = pattern(
    r"^(?P<before>[\s\W]*(?:[\d一二三四五六七八九十]{1,3}[、.)])?)(?P<word>[\u4e00-\u9fff]{2,6})(?P<behind>\s*[:：\]】])"
)
_OF_ALL = frozenset({"居民", "群众", "住户", "业主"})


@cache
def _known() -> frozenset[str]:
    labels = {word for name in LABELS for word in words_of(name)}
    columns = {word for words in COLUMNS.values() for word in words}
    of_residents = {f"{who}{word}" for who in _OF_ALL for word in ("反映", "诉求", "意见", "投诉")}
    return frozenset(labels | columns | of_residents | {*ISSUE_HEADINGS})


@cache
def _alike() -> dict[str, str]:
    return {letter: letters for letters in _SOUNDS for letter in letters}


def with_label_mended(line: str) -> str:
    """``line`` with the label it opens with as it was meant; any other line as it stands."""
    found = _LABEL.match(line[:_LONGEST])
    meant = _meant(found["word"]) if found else None
    if found is None or meant is None or (meant in _OF_PEOPLE and not _names_people(line[found.end() :])):
        return line
    return f"{found['before']}{meant}{line[found.end('word') :]}"


_FIELD = pattern(r"\s+(?=[\u4e00-\u9fff]{2,6}\s*[:：\d])|[;；。]")
"""Where the value of a label ends and the next fact begins: 张书记、王丽 步数4773."""


def _names_people(value: str) -> bool:
    """Whether people stand behind a label, or nothing does as they follow below."""
    told = _FIELD.split(value.strip(" :：】]\u3000")[:_LONGEST_VALUE], maxsplit=1)[0].strip()
    names, _ = counted(told)
    return not told or bool(people_of(names, ()))


_LONGEST_VALUE = 120


_LONGEST = 40


@cache
def _meant(word: str) -> str | None:
    """The one label that ``word`` is but for a letter or two of the same sound; ``None`` for a word there is."""
    if word in _known() or word in _REAL or not any(letter in _alike() for letter in word):
        return None
    meant = {known for known in _known() if len(known) == len(word) and _sounds_like(word, known)}
    return meant.pop() if len(meant) == 1 else None


_MOST_WRONG = 2


def _sounds_like(word: str, known: str) -> bool:
    wrong = [(typed, meant) for typed, meant in zip(word, known, strict=True) if typed != meant]
    return len(wrong) <= min(_MOST_WRONG, len(word) - 1) and all(b in _alike().get(a, "") for a, b in wrong)
