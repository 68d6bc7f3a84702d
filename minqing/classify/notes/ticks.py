"""Lists with a tick or a cross at each line; what the two mean is told by the form the list keeps up.

Behind what is looked at every time (``门禁 ×``, ``井盖 √``) a tick says that it is in order and a cross that it is not:
the first is no matter, the second an open one. Behind a told trouble (``5号楼小广告 √``) a tick says that it was
settled, a cross that it was not. A legend (``√正常 ×异常``) says which of the two a list is.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from itertools import pairwise
from typing import Literal

from minqing.classify.sentence.endings import is_settled
from minqing.classify.sentence.markers import BOX, issue_marker
from minqing.classify.sentence.places import find_place
from minqing.classify.sentence.remarks import asks_for, complains, is_remark
from minqing.domain.community import Community
from minqing.domain.patterns import pattern
from minqing.domain.values import dataclass
from minqing.text.normal import aligned

TICKS, CROSSES = "√✓✔☑✅", "×✗✘❌✖"
_SIGN = f"[{TICKS}{CROSSES}]\ufe0f?"
_HAS_SIGN = pattern(f"[{TICKS}{CROSSES}]|\\[[xX√✓✔]\\]")
_BEHIND = pattern(
    rf"\s*(?P<thing>[^{TICKS}{CROSSES}]*[^\s{TICKS}{CROSSES}:(])\s?:?\s*[(]?(?P<sign>[{TICKS}{CROSSES}])\ufe0f?[)]?(?P<rest>[^{TICKS}{CROSSES}]*)"
)
_BEFORE = pattern(
    rf"\s*(?P<sign>[{TICKS}{CROSSES}]|\[[xX√✓✔]\])\ufe0f?\s*(?P<thing>[^\s{TICKS}{CROSSES}][^{TICKS}{CROSSES}]*?)(?P<rest>)\s*"
)
_ONE_OF_ROW = pattern(
    rf"(?P<thing>[^\s,、;:|/(){TICKS}{CROSSES}]{{1,12}})\s?:?\s?(?P<sign>[{TICKS}{CROSSES}])\ufe0f?(?P<rest>\([^()]{{1,20}}\))?[\s,、;|/。]*"
)
_LEGEND = pattern(
    rf"[{TICKS}]\ufe0f?\s?(?:为|是|代表|表示|即|=|:|-)?\s?(?:(?P<order>正常|完好|良好|合格|没问题|无问题|达标|有$|齐全|好)|(?P<done>已?(?:办|解决|处理|完成|整改|清理|落实|销号)\S?))"
)
_LEGEND_OF_NO = pattern(
    rf"[{CROSSES}]\ufe0f?\s?(?:为|是|代表|表示|即|=|:|-)?\s?(?:异常|有问题|损坏|不|没|未|无|坏|缺|差|待|需)"
)
_LEGEND_IN_WORDS = pattern(
    r"打[了上]?[勾钩√✓](?:的|为|是|表示|代表|就是|都)*(?:(?P<order>没问题|正常|完好|合格|好的|无问题|达标|没事)|已?(?:办|解决|处理|完成|整改|清理))"
)
_SUMS = pattern(r"[\d一二三四五六七八九十]+(?:号楼|号院|[栋幢座#]楼?|单元|层|楼)|[\d\W_]")
_DEVICE = pattern(
    "灭火[器箱毯瓶弹]?|灭[蚊虫鼠][灯器]?|漏电(?:保护器?|开关|断路器|检测)|断路器|防[滑漏火盗堵坠撞夹鼠雨踏][\u4e00-\u9fff]{0,2}|挡[车鼠雨][器板棚]|"
    "危险品|消防水带|破拆工具|断电|堵漏|排[污堵]|臭气|垃圾[桶站房箱亭]"
)
"""Things whose names hold a word of what is wrong elsewhere: 灭火器, 漏电保护器."""

_NAMES_TROUBLE = pattern(
    "小广告|野广告|牛皮癣|垃圾(?![桶站房箱分亭点车池投])|[狗犬猫](?:屎|粪|便)|杂物(?!间)|纸箱|积水|油污|落叶|烟头|飞线|拉线|僵尸|违建|违章|"
    "地锁|噪[音声]|污水|异味|遮挡|纠纷|堆|乱|涂鸦|杂草|裂缝|漏|坑洼|坑$|扰民|占道"
)
_DEED = pattern(
    "清|送|修(?!理|车|剪)|报(?![警栏刊])|换(?!热)|通知|联系|贴|撕|铲|挪|搬|扶(?!手)|劝|找|问|催|办(?!公)|买|装(?!置|修|饰)|登记|回访|走访|看望|打电话|交(?!通)|领|发(?!电)|填|补|协调|约|取|谈|喂|查一?下"
)
_WELL = pattern(r".*(?<![不未])(?:正常|完好|良好|合格|达标|齐全|无异常|没问题|无问题)")
_LONGEST_THING = 8
"""Letters of the longest name of what is looked at every time, without its house: 消防疏散通道."""

_LONGEST = 60
_FEWEST = 2


@dataclass(frozen=True, slots=True)
class Ticked:
    """A thing with a tick or a cross: its words, what is told right behind the sign, where its words begin.

    ``done``: a tick; ``bare``: nothing but a thing is named; ``before``: the sign stands before it.
    """

    thing: str
    rest: str
    start: int
    done: bool
    bare: bool
    before: bool = False


Sort = Literal["order", "amiss", "told", "row", "listed", "boxed", "legend", "words"]
"""In order; not in order; a trouble and what came of it; several things in a line; a matter by its company; one by
that of boxes; what the signs mean; a matter whose words and sign are read like those of any other line."""


@dataclass(frozen=True, slots=True)
class Tick:
    """A line of a list of ticks: what it is, and the thing or things of it.

    ``order``: in its list a tick behind a thing means that it is in order.
    """

    sort: Sort
    things: tuple[Ticked, ...] = ()
    order: bool = False


def ticks_of(lines: Sequence[str], community: Community) -> Mapping[int, Tick]:
    """The lines (from 1) that are lists of ticks, as far as their signs say more than that a matter was settled."""
    return {**_below_boxes(lines, community), **_signed(lines)}


def _below_boxes(lines: Sequence[str], community: Community) -> dict[int, Tick]:
    """Lines without a box right below a list of boxes, each at its place: what was added in a hurry."""
    markers = {n: marker for n, line in enumerate(lines, 1) if (marker := issue_marker(line, 1))}
    boxes = [n for n, marker in markers.items() if marker.style == BOX]
    found: dict[int, Tick] = {}
    for box in boxes if len(boxes) >= _FEWEST else []:
        above, number = lines[box - 1][markers[box].length :], box + 1
        while number <= len(lines) and _is_next(lines[number - 1], above, community):
            found[number] = Tick("boxed")
            above, number = lines[number - 1], number + 1
    return found


def _is_next(line: str, above: str, community: Community) -> bool:
    """Whether a line opens with a place and tells a matter there; what was done at the place above is none."""
    place = find_place(line, community) if len(line) <= _LONGEST else None
    if not place or not line.strip().startswith(place) or issue_marker(line, 1):
        return False
    return _is_matter(line) or (
        is_settled(line) and "," in aligned(line) and place != find_place(above, community) and not is_remark(line)
    )


def _signed(lines: Sequence[str]) -> dict[int, Tick]:
    """The lines of lists whose form is kept up by ticks and crosses."""
    signed = {n: line for n, line in enumerate(lines, 1) if len(line) <= _LONGEST and _HAS_SIGN.search(line)}
    if not signed:
        return {}
    said = (_legend(line) if n in signed else _in_words(line) for n, line in enumerate(lines, 1))
    legend = next((meant for meant in said if meant is not None), None)
    legends = {n for n, line in signed.items() if _legend(line) is not None}
    rows = {n: row for n, line in signed.items() if n not in legends and (row := _row(line))}
    order = _is_checklist([one for row in rows.values() for one in row], legend)
    found = {n: Tick("row", row, order) for n, row in rows.items()} | {n: Tick("legend") for n in legends}
    single = {n: one for n, line in signed.items() if n not in found and (one := _one(line))}
    for before in (False, True):
        group = {n: one for n, one in single.items() if one.before == before}
        if len(group) >= _FEWEST:
            found |= _sorted(group, legend, lines)
    return found


def _legend(line: str) -> bool | None:
    """Whether a legend says that a tick means in order; ``None`` for a line that is none."""
    found = _LEGEND.search(line) if sum(sign in line for sign in TICKS + CROSSES) > 1 else None
    return None if found is None or not _LEGEND_OF_NO.search(line) else bool(found["order"])


def _in_words(line: str) -> bool | None:
    """The same of a line such as 打勾的没问题."""
    found = _LEGEND_IN_WORDS.search(line[:_LONGEST]) if "打" in line[:_LONGEST] else None
    return bool(found["order"]) if found else None


def _one(line: str) -> Ticked | None:
    """The one thing of a line, with its sign before or behind it."""
    plain = aligned(line)
    before = _BEFORE.fullmatch(plain)
    marker = None if before else issue_marker(line, 1)
    start = marker.length if marker else len(plain) - len(plain.lstrip())
    found = before or _BEHIND.fullmatch(plain, start)
    if found is None or not any(c.isalpha() for c in found["thing"]):
        return None
    return _ticked(found, line, start=start, before=before is not None)


def _ticked(found: re.Match[str], line: str, *, start: int, before: bool = False) -> Ticked:
    thing, rest = (line[slice(*found.span(name))].strip(" ,，:：") for name in ("thing", "rest"))
    return Ticked(thing, rest, start, found["sign"][0] in f"{TICKS}[", _is_bare(thing), before)


def _is_bare(thing: str) -> bool:
    """Whether words name a thing and nothing that is wrong or was done: 门禁, 1号楼灯."""
    bare = _SUMS.sub("", aligned(thing))
    if _WELL.fullmatch(thing):
        return True
    words = _DEVICE.sub("", bare)
    if len(bare) > _LONGEST_THING or complains(words) or is_settled(thing) or asks_for(thing):
        return False
    return not (_NAMES_TROUBLE.search(words) or _DEED.search(words))


def _row(line: str) -> tuple[Ticked, ...]:
    """The things of a line that holds several, each with its sign: 门禁√ 路灯× 电梯√."""
    plain = aligned(line)
    found = list(_ONE_OF_ROW.finditer(plain))
    if len(found) < _FEWEST or found[-1].end() < len(plain.rstrip()):
        return ()
    first, joined = found[0].start(), all(a.end() == b.start() for a, b in pairwise(found))
    if not joined or (plain[:first].strip() and plain[first - 1] not in " :)】]\u3000"):
        return ()
    return tuple(_ticked(m, line, start=first) for m in found)


def _is_checklist(things: Sequence[Ticked], legend: bool | None) -> bool:
    """Whether a list goes through things; by its legend, else by what most of its lines name."""
    return legend if legend is not None else 2 * sum(one.bare for one in things) > len(things)


def _sorted(group: Mapping[int, Ticked], legend: bool | None, lines: Sequence[str]) -> dict[int, Tick]:
    """What each line of one list is; a settled or open matter whose sign ends it is read like any other line."""
    order = _is_checklist([*group.values()], legend)
    ticked = any(one.done for one in group.values())
    found: dict[int, Tick] = {}
    for n, one in group.items():
        if one.done and ((order and (one.bare or legend) and not _tells(one.rest)) or _WELL.fullmatch(one.thing)):
            found[n] = Tick("order", (one,), order=True)
        elif order and not one.done and (ticked or not one.before):
            found[n] = Tick("amiss", (one,), order=True)
        elif one.rest and not one.before:
            found[n] = Tick("told", (one,))
        elif ticked:
            found[n] = Tick("words", (one,))
    return found if order else found | _beside(group, lines)


def _tells(rest: str) -> bool:
    """Whether what stands behind the sign says more than that all is well."""
    return bool(rest) and not (_WELL.fullmatch(rest) or is_remark(rest))


def _beside(group: Mapping[int, Ticked], lines: Sequence[str]) -> dict[int, Tick]:
    """Lines without a sign right beside those of a list of matters: what is wrong and nobody has seen to."""
    near = {n + step for n in group for step in (-1, 1) if 0 < n + step <= len(lines)} - {*group}
    return {n: Tick("listed") for n in near if _is_matter(lines[n - 1])}


def tells_trouble(line: str) -> bool:
    """Whether a line says what is wrong, be it by naming the thing alone: 6号楼垃圾多."""
    return complains(line) or bool(_NAMES_TROUBLE.search(aligned(line)))


def _is_matter(line: str) -> bool:
    plain = aligned(line).strip()
    if not 4 <= len(plain) <= _LONGEST or plain.endswith(":") or issue_marker(line, 1):
        return False
    return tells_trouble(line) and not is_remark(line)
