"""A first look at lines that are to be written: whether they may hold something of a person at all.

It costs next to nothing, so that a day's usual change never loads what looks closely (``privacy``).
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

FEWEST_DIGITS = 10
"""A telephone number with its area code; identity numbers and cards have more."""

_NUMERALS = frozenset("〇零○一二三四五六七八九幺壹贰叁肆伍陆柒捌玖")
_LANDLINE_WORDS = ("座机", "固话", "家电话", "家里电话")
_DOORS = (
    "室",
    "楼",
    "栋",
    "幢",
    "座",
    "#",
    "＃",
    "单元",
    "门",
    "-",
    "－",
    "–",
    "—",
    *"隔住家漏渗淹滴流浸泡溢的",
    *"老大阿叔伯奶爷婆师先女小姑医同",
)
"""Signs of a door, and what somebody is called by begins with: 402赵阿姨."""
_RAISED_WITH = ("编号", "id", "工单", "ticket")

_WORDS = (
    "癌|瘤|病|艾滋|HIV|梅毒|肝|肺结核|精神|抑郁|躁郁|双相|焦虑症|自闭|孤独症|智|残疾|透析|尿毒|高血压|脑|中风|瘫|痴呆|阿尔茨海默|"
    "帕金森|癫痫|毒|流产|不孕|诊断书|疗|自杀|自残|阳性|确诊|未成年|儿童|孤儿|早恋|学|少年|猥亵|岁|年级|教|信佛|信主|信耶稣|信基督|"
    "基督|伊斯兰|穆斯林|礼拜|法轮|全能神|矫正|刑|两劳|帮教|假释|保外|监外|前科|取保|牢|劳改|劳教|家暴|失智"
)
SENSITIVE = tuple(_WORDS.split("|"))
"""Without one of these there is no word of health, minors, faith or correction."""


def added_lines(before: str, after: str) -> list[str]:
    """The lines of ``after`` that ``before`` has not, or has less often, in order."""
    left = Counter(before.splitlines())
    added = []
    for line in after.splitlines():
        if left[line] > 0:
            left[line] -= 1
        else:
            added.append(line)
    return added


def may_hold_a_number(lines: Iterable[str]) -> bool:
    """Whether one of ``lines`` may hold a telephone, identity or card number."""
    for line in lines:
        said = _said(line)
        digits = sum(map(str.isdigit, said)) + sum(map(_NUMERALS.__contains__, said))  # ①③⑧ and 𝟏𝟑𝟖 are digits too
        if digits >= FEWEST_DIGITS or (digits > 6 and any(word in line for word in _LANDLINE_WORDS)):
            return True
    return False


def may_hold_more(lines: Iterable[str]) -> bool:
    """Whether one of ``lines`` may hold a door, or a word of what is sensitive."""
    return any(_has_a_door(_said(line)) or any(word in line for word in SENSITIVE) for line in lines)


def _has_a_door(said: str) -> bool:
    run = 0
    for c in said:
        run = run + 1 if c.isdigit() or c in _NUMERALS else 0
        if run == 3:
            return any(sign in said for sign in _DOORS)
    return False


def _said(line: str) -> str:
    """A line without its dates, and nothing of one whose key says that it holds a number of ours."""
    key = line.strip(" -\t").partition(":")[0]
    if key in _RAISED_WITH:
        return ""
    return " ".join(word for word in line.split() if not (len(word) == 10 and word[4] == word[7] == "-"))
