"""What a voice takes back: 五号楼哦不对是六号楼, 四千多步说错了五千多步.

Facts are read from the text without what was taken back; the text itself stays as it was typed. A correction is one
only where the value behind it is of the kind of the one before it: 3号楼不对劲 and 不是坏了是没人开 are none.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple

from minqing.classify.sentence.numbers import NUMERAL
from minqing.domain.patterns import pattern
from minqing.text.normal import aligned
from minqing.text.people import SURNAMES, TITLES

_MARKED = pattern("不对|不是|错了|口误|更正|订正|[(（]应|不不|[哦噢啊呃嗯][,，、 ]?[是不]")
"""One of these stands in every correction; a text without any is not looked at further."""

_SOFT = r"[啊呀哦噢嗯呃额哎诶唉吧呢嘛,、。:;!?\s…—-]{0,8}"
_WRONG = (
    r"(?:不对[啊呀]?)+|(?:我)?(?:刚才|刚刚)?(?:又)?(?:说|记|写|打|弄|看|念|讲|报|输)(?:错|岔)了?|口误|错了|更正(?:一下)?|不{2,3}|"
    r"(?<=[哦噢啊呃嗯,])不(?!对|是)"
)
_NUMBER = rf"(?:{NUMERAL})"
_VALUES: tuple[tuple[str, str], ...] = (
    ("house", rf"{_NUMBER}(?:号楼|号院|栋|幢|#楼?|座)"),
    ("lane", rf"{_NUMBER}(?:巷|弄|胡同|组|排)"),
    ("unit", rf"{_NUMBER}单元"),
    ("floor", rf"{_NUMBER}(?:层|楼)"),
    ("door", rf"{_NUMBER}(?:室|门)"),
    ("month", rf"{_NUMBER}月(?!份)"),
    ("day", rf"{_NUMBER}[号日]"),
    ("weekday", r"(?:周|星期|礼拜)[一二三四五六日天]"),
    ("clock", rf"{_NUMBER}点(?:半|{_NUMBER}分?)?"),
    ("steps", rf"{_NUMBER}(?:多|来|余)?步"),
    ("km", rf"{_NUMBER}(?:多|来|余)?(?:公里|千米|里)"),
    ("count", rf"{_NUMBER}(?:多|来|余)?[个户家盏辆处张位人件起条棵根块台袋]"),
    ("number", _NUMBER),
    ("gate", r"(?:[东南西北]{1,2}|[前后侧正])(?:门|侧|边|头|口|区|片|院)"),
    ("person", rf"[{SURNAMES}](?:{TITLES}|书记|主任|[姐哥叔婶姨伯嫂])|[老小][{SURNAMES}]"),
)
"""What can be taken back, by kind; a number whose unit is not said (五,不对,六号楼) is of any kind."""

_VALUE = pattern("|".join(f"(?P<{kind}>{form})" for kind, form in _VALUES))
_LED = r"(?:今天|昨天|在|走了|是在|有)?"
_BACK = pattern(rf"{_SOFT}(?P<wrong>{_WRONG}){_SOFT}(?:(?:应该|应当|应)?[是为])?{_SOFT}{_LED}")
_OH_IT_IS = pattern(r"[,、。\s]{0,4}[哦噢啊呃嗯]{1,4}[,、。\s]{0,4}(?:不是)?是?[,、\s]{0,4}(?<=[是,、\s])")
_IS_NOT = pattern(r"(?P<before>[,、。\s哦噢啊呃嗯]{0,6})不是(?P<behind>[,、。\s啊哦]{0,6}是?[,、。\s啊哦]{0,6})")
_NOT_BUT = pattern(r"不是(?P<first>[^,。;!?、不是]{1,12}?)[,、]?(?:而)?是(?!不)")
_STATES = pattern(r"(?:是|叫|属于|[住在])$")
_FARTHEST = 24
"""Letters before a correction in which the value that is taken back is looked for."""

_MOST = 5
"""Corrections of one text; a voice that goes on with them says nothing sure."""


def corrected(text: str) -> str:
    """``text`` without what its own words take back; ``text`` itself where they take nothing back."""
    return text if _MARKED.search(text) is None else _read(text)[0]


def taken_back(text: str) -> frozenset[int]:
    """The positions of ``text`` that ``corrected`` leaves out: no sentence or clause ends there."""
    return frozenset() if _MARKED.search(text) is None else _read(text)[1]


@lru_cache(maxsize=256)
def _read(text: str) -> tuple[str, frozenset[int]]:
    """The text without what is taken back, and the positions of that."""
    all_of_it = range(len(text))
    text, kept = _exchanged(*_in_brackets(text, list(all_of_it)))
    for _ in range(_MOST):
        cut = _taken_back(aligned(text))
        if cut is None:
            break
        text = text[: cut.start] + text[cut.end : cut.right] + cut.unit + text[cut.right :]
        kept = kept[: cut.start] + kept[cut.end : cut.right] + [-1] * len(cut.unit) + kept[cut.right :]
    return text, frozenset(all_of_it) - frozenset(kept)


_IN_BRACKETS = pattern(
    r"[(](?:更正|订正|应该?[为是]|(?:写|说|记)错了)[为是]?[,::\s]*(?:应该?[为是])?(?P<right>[^()]{1,12})[)]"
)


def _in_brackets(text: str, kept: list[int]) -> tuple[str, list[int]]:
    """``三巷3号(更正:三巷13号)漏水``: what the brackets say for the value before them."""
    found = _IN_BRACKETS.search(aligned(text))
    cut = _same_kind(aligned(text), found.start(), found.start("right")) if found else None
    if found is None or cut is None:
        return text, kept
    start, end = found.span("right")
    return text[: cut.start] + text[start:end] + text[found.end() :], [
        *kept[: cut.start], *kept[start:end], *kept[found.end() :],
    ]  # fmt: skip


_IT_IS = pattern(
    r"[,、。\s]*(?:不对[,、。\s]*)?是(?P<right>[^,。;!?、不是\s]{1,8}?)[,、]?不是(?P<wrong>[^,。;!?、不是\s]{1,8})"
)


def _exchanged(text: str, kept: list[int]) -> tuple[str, list[int]]:
    """``后门堵了,不对,是侧门不是后门``: the words before it with the one that is meant for the one that is not."""
    for found in _IT_IS.finditer(aligned(text)):
        right, wrong = _VALUE.fullmatch(found["right"]), _VALUE.match(found["wrong"])
        if (
            right
            and wrong
            and wrong[0] in text[: found.start()]
            and _alike(str(wrong.lastgroup), str(right.lastgroup))
            and len(wrong[0]) == len(right[0])
        ):
            before = text[: found.start()]
            return before.replace(wrong[0], right[0]) + text[found.end() :], kept[: found.start()] + kept[found.end() :]
    return text, kept


class _Cut(NamedTuple):
    """From where to where a correction reaches; ``unit`` is what the value behind it, up to ``right``, leaves out."""

    start: int
    end: int
    right: int
    unit: str = ""


def _taken_back(plain: str) -> _Cut | None:
    """The first correction of a text: the wrong value, and the words that say so."""
    for found in _BACK.finditer(plain):
        if cut := _same_kind(plain, found.start(), found.end(), gap=len(found[0]) > len(found["wrong"])):
            return cut
    for found in _OH_IT_IS.finditer(plain):
        if cut := _same_kind(plain, found.start(), found.end()):
            return cut
    for found in _IS_NOT.finditer(plain):
        if _is_taken_back(plain, found) and (cut := _same_kind(plain, found.start(), found.end())):
            return cut
    return _not_but(plain)


def _is_taken_back(plain: str, found: re.Match[str]) -> bool:
    """Whether 不是 takes back what stands before it, and does not keep it: 是5号楼不是6号楼 keeps it."""
    if found["before"] or found["behind"]:
        return True
    value = _before(plain, found.start())
    behind = _VALUE.match(plain, found.end())
    ends = behind is None or plain[behind.end() : behind.end() + 1] in ("", *",。;!?、的")
    return not (ends or value is None or _STATES.search(plain, 0, value.start()))


def _not_but(plain: str) -> _Cut | None:
    """``不是5号楼是6号楼``: what it is not, and the word that says what it is."""
    for found in _NOT_BUT.finditer(plain):
        first, second = _VALUE.fullmatch(found["first"]), _VALUE.match(plain, found.end())
        if first and second and _alike(str(first.lastgroup), str(second.lastgroup)):
            return _Cut(found.start(), found.end(), second.end())
    return None


def _same_kind(plain: str, start: int, end: int, *, gap: bool = False) -> _Cut | None:
    """What the value at ``end`` takes the place of: one of its kind that ends at ``start``.

    ``gap``: a few words may stand behind the wrong value (五号楼的灯,不对,六号楼的灯).
    """
    right = _VALUE.match(plain, end)
    if right is None or (right.lastgroup == "number" and plain[right.end() : right.end() + 1].isalnum()):
        return None
    chain = _chain(plain, start, _GAP if gap else 0)
    wrong = next((v for v in reversed(chain) if v.lastgroup == right.lastgroup), None)
    wrong = wrong or next((v for v in chain[-1:] if _alike(str(v.lastgroup), str(right.lastgroup))), None)
    if wrong is None:
        return None
    unit = _UNIT.sub("", wrong[0]) if right.lastgroup == "number" else ""
    return _Cut(wrong.start(), end, right.end(), unit)


_UNIT = pattern(rf"^{_NUMBER}")


_GAP = 6
"""Letters behind a wrong value that are taken back with it."""


def _chain(plain: str, end: int, gap: int) -> list[re.Match[str]]:
    """The values that stand side by side before ``end``: 5号楼2单元."""
    found = list(_VALUE.finditer(plain, max(end - _FARTHEST, 0), end))
    chain: list[re.Match[str]] = []
    for value in reversed(found):
        near = chain[0].start() if chain else end
        between = plain[value.end() : near]
        if len(between) > (0 if chain else gap) or re.search("[,。;!?]", between):
            break
        chain.insert(0, value)
    return chain


def _before(plain: str, end: int) -> re.Match[str] | None:
    chain = _chain(plain, end, 0)
    return chain[0] if chain else None


def _alike(wrong: str, right: str) -> bool:
    """Whether two values are of one kind, as far as their units are said."""
    return wrong == right or ("number" in (wrong, right) and {wrong, right} <= _NUMBERED)


_NUMBERED = frozenset(kind for kind, form in _VALUES if form.startswith(_NUMBER))
