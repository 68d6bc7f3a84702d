"""What stands before an issue in notes: ``1.`` ``2、`` ``③`` ``1)`` ``（1）`` ``一、`` ``第一,`` and bullets."""

from __future__ import annotations

from functools import lru_cache
from typing import NamedTuple

from minqing.classify.sentence.numbers import chinese_integer
from minqing.domain.patterns import pattern
from minqing.text.normal import aligned

_OPENING = 80
"""Characters of a line that are looked at; a marker is far shorter."""


class Marker(NamedTuple):
    """A number or bullet at the start of a line: how long it is, its number, whether its box is ticked, its kind.

    ``style`` is the same for ``1.`` and ``2.``, another one for ``(1)``.
    """

    length: int
    number: int | None
    ticked: bool = False
    style: str = ""


BOX = "box"
"""The style of a line that opens with a box, ticked or not."""

_HAN = "[一二三四五六七八九十]{1,3}"
_CIRCLED = {chr(code): code - first + 1 for first in (0x2460, 0x2474, 0x2488) for code in range(first, first + 20)}
_CIRCLED |= {
    chr(code): code - first + 1
    for first in (0x2776, 0x2780, 0x278A, 0x24F5, 0x3220, 0x3280)
    for code in range(first, first + 10)
}
_PLACE = r"(?=\d+(?:-\d+)?\s?(?:号|栋|幢|单元|楼|门|院|层|座|区|期|#))"
_MEASURE = r"(?!\d+\s?(?:公里|千米|km|里|万|元|米|度|℃|%|平|倍|[-./:]))"
_FACT = (
    r"\d[\d,.]*[万千wWkK]?\s*(?:步|公里|千米|km|里|万|元|米|度|:)|[周晴阴雨雪雾]|多云|星期|参加|人员|上午|下午|[走巡]|时间|天气|步数|公里|千米|km|"
    r"[小中大阵]雨|[万元米度/|]|[\u2600-\u26ff\U0001f300-\U0001f5ff]"
)
"""What stands behind a date such as 11.9, and not behind the number 1.1 of an issue."""
_WORDS_OF_A_LINE = (
    "楼(?:[道梯顶下上前后里内长体板洞]|门[口禁])|门(?:[口前后铃锁卫洞厅窗框头面外内牌房边坏]|禁)|院(?:[子内里墙长]|门)|天(?:[台井棚沟]|然气)|点位|"
    "家(?:[里长属具中门]|电)|张(?:大[爷妈姐哥娘伯叔]|阿姨|奶奶|爷爷|师傅|先生|女士|书记|主任|老|贴|[姐哥姨叔])|人(?:[行防家]|员)|户(?:[外内主]|门)|条[件例]|位[置于]|"
    "步(?:[行梯]|道)|里[面弄边]|个别|月季|日(?:杂|照|光)|年(?:久|底|轻)|分类|号码|度假|元旦"
)
"""Words that begin like a unit and are none: 楼道, 门禁, 张大爷, 人行道."""

_UNIT = "号|栋|幢|楼|单元|门|院|层|[月日天年点时分]|步|公里|千米|里|米|[个户人件次圈位家条张度元万千百]"
COUNTED = rf"(?!{_WORDS_OF_A_LINE})(?:{_UNIT})|\d+\s?[步:.]"
"""What stands behind a number that counts, and not behind the number 1 of an issue written without a dot."""

_NO_ORDER = "(?:期|次|天|年|栋|幢|单元|层|季度|周|小学|中学|医院|幼儿园|届|名|组|网格|小组|步|站)"
"""What is itself the first, second …: 第一 单元, 第二 网格 are no marks of a list."""

_BLANK = r"[^\S\n]*"
_NUMBERED = pattern(
    rf"{_BLANK}(?:\d{{1,2}}\.(?P<sub>\d{{1,2}})(?=\s+(?!{_FACT}))"
    rf"|(?P<dot>\d{{1,3}})\.(?:(?!\d)|{_PLACE})|(?P<next>\d{{1,3}})\.{_MEASURE}(?=\d)"
    rf"|(?P<comma>\d{{1,3}}) ?、(?P<digit>(?=\d))?|(?P<closed>\d{{1,3}})\)|[(\[【](?P<round>\d{{1,3}})[)\]】]"
    rf"|(?P<han>{_HAN})[、.)]|(?P<spelt>{_HAN}),|[(](?P<han_round>{_HAN})[)]|(?P<colon>\d{{1,2}}):(?!\d\d)|#(?P<hash>\d{{1,2}})(?=\s)|(?P<letter>[a-hA-H])[.)](?=\s?[\u4e00-\u9fff\d])"
    rf"|第(?P<nth>{_HAN}|\d{{1,3}})[个件项条]?(?:问题|事情?)?(?:就?是)?[、,:.]|其(?P<other>[一二三四五六七八九])[、,:]"
    rf"|第(?P<bare>{_HAN})(?:[个件项条])?(?:[^\S\n]+(?!{_NO_ORDER})|(?=\d{{1,3}}(?:-\d+)?\s?(?:号|栋|幢|单元|楼|门|院|座|区|期|#)))"
    rf"|第(?P<spoken>{_HAN})[个件](?:问题|事情?)?(?:呢|嘛|啊|吧)?[,、]?就?是"
    rf"|[【\[(]?(?:问题|事件|事项|案件|线索)\s?(?P<problem>\d{{1,2}}|{_HAN})\s*(?:[】\])]\s*:?|[:、.])"
    rf"|(?P<word>首先|其次|再次|再者|再有|最后)(?:[、,:]|(?:呢|就?是)[、,:]?)|(?P<also>还有|另外)(?:就是)?(?=(?:\d{{1,3}}|{_HAN})(?:号楼|栋|幢|单元))|(?P<gap>\d{{1,2}})[^\S\n]+(?=[\u4e00-\u9fff\d])(?!{COUNTED})){_BLANK}"
)
_BULLET = pattern(
    rf"{_BLANK}(?:×(?=\s)|[-–—−](?![-–—−])(?!\d+(?:度|℃|°))|[•·●○▪▫■□◆◇◦‧・※➢►▶▸▹☆★◎✦➤➡👉📌🔸🔹🔴🟡🟢⚪⭕📍❗⚠✘✗✖❌❎🚩🔺🔻🔷🔶🟠🔵▪](?:\ufe0f)?|\*(?!\*)|\+(?=\s)){_BLANK}"
)
_BOX = pattern(rf"\[(?P<tick>[ xX√✓✔]?)\]{_BLANK}|(?P<sign>[√✓✔☑✅])\ufe0f?{_BLANK}|(?P<empty>[☐□]){_BLANK}")


@lru_cache(maxsize=256)  # several questions about a line begin with it
def issue_marker(line: str, expected: int) -> Marker | None:
    """The marker ``line`` opens with, when words follow it; ``expected`` is the number that would come next.

    ``2、3号楼`` is the second issue where a second one is expected, else two buildings; ``1.5号楼`` is the first
    issue, ``2.9公里`` a distance.
    """
    plain = aligned(line[:_OPENING])
    marker = _circled(line) or _keycap(line) or _numbered(plain, expected) or _bullet(plain)
    if marker is None:
        blank = len(plain) - len(plain.lstrip())
        if not _BOX.match(plain, blank):
            return None
        marker = Marker(blank, None)
    box = _BOX.match(plain, marker.length)
    if box:
        ticked = bool((box["tick"] or "").strip() or box["sign"])
        marker = Marker(box.end(), marker.number, ticked, marker.style or (BOX if marker.number is None else ""))
    return marker if any(c.isalnum() for c in line[marker.length :]) else None


def _circled(line: str) -> Marker | None:
    start = len(line) - len(line.lstrip())
    number = _CIRCLED.get(line[start : start + 1])
    if number is None:
        return None
    rest = line[start + 1 :]
    return Marker(len(line) - len(rest.lstrip(" \t\u3000、.．")), number, style="circled")


def _keycap(line: str) -> Marker | None:
    """A number on a key, as telephones offer it: 1️⃣."""
    found = _KEYCAP.match(line) if "\u20e3" in line else None
    return Marker(found.end(), int(found[1]), style="key") if found else None


_KEYCAP = pattern(r"\s*(\d)\ufe0f?\u20e3\s*[.、]?\s*")


def _numbered(plain: str, expected: int) -> Marker | None:
    found = _NUMBERED.match(plain)
    if found is None:
        return None
    style, written = next((n, v) for n, v in found.groupdict().items() if v and n != "digit")
    number = _value(style, written, expected)
    certain = not (style in _ONLY_NEXT or found["digit"] is not None)
    style = {"next": "dot", "comma": "dot", "spelt": "han", "bare": "nth"}.get(style, style)
    return Marker(found.end(), number, style=style) if certain or number == expected else None


_ONLY_NEXT = frozenset({"spelt", "bare", "letter", "next", "colon", "gap", "word", "also"})
"""Forms that count as a number only where it is the next one."""


def _value(style: str, written: str, expected: int) -> int | None:
    """The number a marker stands for; 其次 and 最后 are the next one, whichever that is."""
    if style == "letter":
        return ord(written.lower()) - ord("a") + 1
    if style in ("word", "also"):
        return 1 if written == "首先" else max(expected, 2)
    return int(written) if written.isdigit() else chinese_integer(written)


def _bullet(plain: str) -> Marker | None:
    found = _BULLET.match(plain)
    return Marker(found.end(), None) if found else None
