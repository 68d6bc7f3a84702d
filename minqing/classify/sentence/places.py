"""The place a sentence names, as it is written: 5号楼, 3号楼2单元门口, 10栋和12栋, 彩虹小区西门.

A place starts at an anchor — a building of the settings, a number with 号楼/栋/单元…, an estate, a road, a shop, a
thing that something lies beside — and takes in the numbers, gates and sides that join it directly. Without an anchor a
spot such as 楼道 will do. Ages, counts and people are no places. The words are in ``place_words``, the patterns in
``place_grammar``; what a name may hold, and where one begins, is asked here.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from functools import cache, lru_cache

from minqing.classify.sentence import place_grammar as grammar
from minqing.classify.sentence.corrections import corrected
from minqing.classify.sentence.loose_blanks import without_loose_blanks
from minqing.classify.sentence.place_words import (
    ENDINGS,
    NO_ESTATE,
    NO_ROAD,
    PLACEISH,
    STOP,
    VERBS,
    WEAK_ENDINGS,
)
from minqing.domain.community import Community
from minqing.domain.patterns import pattern
from minqing.text.houses import HOUSE_AND_DOOR
from minqing.text.normal import aligned, aligned_name

Span = tuple[int, int]
"""Where something starts and ends in a sentence."""

_LONGEST_NAME = 10
_NUMBERED_ESTATE = pattern("[0-9]{1,3}小区")
_SAID = "反[映应]|投诉|举报|报告|上报|发现|抱怨|吐槽|埋怨|来电|打电话|求助|告诉|提出|建议"
"""What is said of a matter, and is part of no name: 陈师傅反映车棚."""
_NO_NAME = pattern(
    f"{_SAID}|[{STOP}{VERBS}总家住号天早晚夜午昨今近前后上下外和对两楼门路街车人物房狗树管岁旬证部灯电水费]|邻居|隔壁|居民|业主|住户|小区|社区|"
    "刚才|附近|经常|最近|另外|建议|通知|家住|一位|有位|大爷|大妈|阿姨|许多|部分|不少|热心|老旧|单元|居委|分之"
)
"""What no name holds that is told by nothing but what stands behind it."""
_NO_ENDING = pattern(
    f"[{STOP}]|邻居|隔壁|居民|业主|住户|小区|社区|楼道|单元|物业|大爷|大妈|阿姨|先生|女士|师傅|奶奶|爷爷|电梯|车库|垃圾|堆|扔|停车"
)
_TROUBLE = pattern(f"[{VERBS}漏堵坏爆裂脏臭断塌溢冒乱吵掉响灯管电费狗车房楼家住号冲砸直扒开拆早晚夜午昨今上下里外口]")
"""What is wrong, or of a house: no part of a name."""
_NO_THING = pattern(
    f"{_SAID}|[{STOP}{VERBS}夹家车手身脸头心嘴眼床桌月年窝]|衣柜|书柜|[垫窗台沙发]$|楼[上下]|隔壁|对门|邻居|自己|居民|业主|住户|租户|"
    "大爷|大妈|阿姨|奶奶|师傅|先生|女士|孩子|小孩|老人|衣服|公里|东西|(?<![车总水粮热泵菜电动务生息报气油])站$"
)
"""What lies beside nothing that would be a place: 他家门口, 车后面."""
_NO_CLAUSE = pattern(
    "^(?:隔|大伙|人家|正对|附近|[一二三两几0-9]+[家个处座条排间根]|开家)|[几没不你我他她们]|[上去进了着对]$|^.?[0-9]+$"
)
"""What is no name, though a kind of estate or road stands behind it: 考上大学, 三家药店."""
_BESIDE_A_HOUSE = pattern("[楼栋幢元院][前后旁边里外]$")
"""The way there has no name: 3号楼前路不平."""
_SENT_TO = pattern("(?:告诉|让|叫|建议|领|带|陪)[^,。;]{0,4}[去到上]$")
_BODIES = pattern("医院|派出所|银行|服务中心|养老院|学校")
"""Where somebody was sent is not where the matter lies: 告诉她去社区医院."""
_ASKED = pattern("[要想求托请望盼等找让挂](?:社区|街坊)$|^[要想求请盼找].*(?:社区|街坊)$")
"""The community is asked for something: 想请社区."""
_ON_THE_WAY = pattern(
    "[走夜近挡堵封修迷动拦占让问赶带过绕铺思线电整满逛]条?路$|[颠漏撒洒掉流笛摆车泼梯路柜辆叭没里]一路$|门[口前]路$|"
    "(?:[整满逛]|[整一几二两三四五]条)[街巷胡路]"
)
"""What ends like a road and is none: 走路, 洒一路, 整条街."""
_OFFICES = pattern("派出所|居委会|医院|银行|信用社|邮局|养老院|敬老院")
_SCHOOLS = pattern("学校|小学|中学")
_ACTS = pattern(r"[^\w的里]|$|[生不说要让给来答取收派推叫请问又开报毕上]|登记|通知|那边|老师|放学|工作人员")
"""What an institution does or is asked for, which makes it no place: 学校不给报名."""


def find_place(text: str, community: Community) -> str | None:
    """The place ``text`` names, as written there, or ``None``; of two the first of which is taken back the second."""
    text = without_loose_blanks(corrected(text))
    plain = aligned(text)
    span = _place(plain, _names_of(community))
    return text[slice(*span)].strip(" ,、") or None if span else None


def _names_of(community: Community) -> tuple[str, ...]:
    """The names of places that the settings know."""
    stops = (stop for route in community.routes.values() for stop in route)
    return (*(b.name for b in community.buildings), *community.places, *stops)


@lru_cache(maxsize=1024)
def _place(plain: str, names: tuple[str, ...]) -> Span | None:
    """The first place that is one by name or number; a yard or a thing only before any spot (院里, then 小区大门)."""
    firm = list(_anchors(plain, names))
    anchor = min([*firm, *_by_context(plain)], key=lambda span: (span[0], -span[1]), default=None)
    is_firm = anchor is not None and any(start == anchor[0] for start, _ in firm)
    spot = _bare(plain)
    if anchor is None or (spot and spot[0] < anchor[0] and (not is_firm or spot[1] > anchor[0])):
        return spot
    end = _end(plain, anchor[1], inside=not is_firm)
    return anchor[0], next((far for near, far in firm if near == end + 2 and plain.startswith("靠近", end)), end)


def _bare(plain: str) -> Span | None:
    """The first spot of a house, gate or yard at a point where a place may begin: 楼道, 小区西门, 车棚."""
    for at in _starts(plain):
        if _is_spot(plain, at):
            return at, _end(plain, at, inside=True)
    return None


def _is_spot(plain: str, at: int, of_yard: bool = False) -> bool:
    """Whether a part stands for itself: 楼道, 东门, 南侧门; not 对面, 旁边, 楼下."""
    part = _part(plain, at)
    if part is None or part[0].startswith("的") or _acts(plain, part):
        return False
    if part.lastgroup == "side":
        return of_yard or _is_gate(part[0]) or (_part(plain, part.end()) or part).lastgroup in ("spot", "ground")
    return part.lastgroup in ("spot", "ground", "stairs") and part[0] != "楼下"


def _is_gate(side: str) -> bool:
    """Whether a side is a place of its own: 东门, 北门外, 南墙根, 西区, 西单元; not 东侧."""
    return side[-1] in "门口墙根区元" or side[1:] == "门外"


def _end(plain: str, at: int, inside: bool) -> int:
    """Where a place ends that was read up to ``at``; the stairs of a named house are no part of its name."""
    last = ""
    while True:
        part = _part(plain, at) or _within(plain, at)
        if part and (part.lastgroup != "stairs" or inside or last == "side"):
            at, last = part.end(), "side" if part[0].endswith("口") else str(part.lastgroup)
            continue
        joined = (last == "side" and _of_side(plain, at)) or _joined(plain, at)
        if not joined:
            return at
        at, last = joined, ""


def _of_side(plain: str, at: int) -> int | None:
    """Where what lies at a side ends: 的快餐店 behind 5号楼对面."""
    of = _compiled(grammar.OF).match(plain, at)
    part = of and _part(plain, of.end())
    if of and not (part and part.lastgroup in ("spot", "ground", "stairs") and plain[of.end()] != "的"):
        part = _compiled(grammar.LANE).match(plain, of.end())
    return part.end() if part else None


def _part(plain: str, at: int) -> re.Match[str] | None:
    return _compiled(grammar.PART).match(plain, at)


def _within(plain: str, at: int) -> re.Match[str] | None:
    """The part behind 里, 内, 外, 前 or 后: 小区内小广场."""
    found = _part(plain, at + 1) if plain[at : at + 1] in tuple("里内外前后") else None
    return found if found and not found[0].startswith("的") else None


def _joined(plain: str, at: int) -> int | None:
    """Where a second place begins or ends that is joined to the one before ``at``: 和12栋, 到大门口, 和邮局之间."""
    link = _compiled(grammar.LINK).match(plain, at)
    number = link and _compiled(grammar.FIRST_NUMBERED).match(plain, link.end())
    if number:
        return number.end()
    between = _compiled(grammar.BETWEEN).match(plain, at)
    if between:
        return between.end() - len("之间")
    return _up_to(plain, at) or _next_name(plain, at) or _next_thing(plain, at)


def _up_to(plain: str, at: int) -> int | None:
    """Where the far end of a stretch begins: 到大门口, 到小区南门."""
    far = _compiled(grammar.UP_TO).match(plain, at)
    return far.end() if far and _is_spot(plain, far.end()) else None


def _next_name(plain: str, at: int) -> int | None:
    """Where a second name ends that follows a first one directly: 霍侯路秦壁村, 老村西区."""
    for start in range(at + 1, min(at + 6, len(plain))):
        if not "一" <= plain[start - 1] <= "鿿":
            return None
        kind = _compiled(grammar.NAMED).match(plain, start)
        found = kind if kind and kind.lastgroup in ("estate", "road") else _compiled(grammar.ENDING).match(plain, start)
        if found:
            return found.end() if _is_second(plain, at, found) else None
    return None


def _next_thing(plain: str, at: int) -> int | None:
    """Where a thing ends beside which something lies, named right behind a place: 小区东侧变压器旁边."""
    found = _compiled(grammar.BESIDE_NEXT).match(plain, at)
    return found.end() if found and not _NO_THING.search(found["thing"]) else None


def _is_second(plain: str, at: int, kind: re.Match[str]) -> bool:
    """Whether what stands from ``at`` to a kind is a name right behind another: it holds nothing but a name."""
    name, ending = plain[at : kind.start()], kind[0]
    if ending in WEAK_ENDINGS and ending not in "园桥" and not _compiled(grammar.FOLLOWS).match(plain, kind.end()):
        return False
    if name in NO_ESTATE | NO_ROAD or name.endswith(ENDINGS.get(ending, ())) or not _is_whole(name, ending):
        return False
    return not _NO_NAME.search(name) and not _compiled(grammar.BOUNDARY).search(name)


def _starts(plain: str) -> Iterator[int]:
    """Where a place may begin that only its spot tells."""
    return (m.end() for m in _compiled(grammar.STARTS).finditer(plain))


def _anchors(plain: str, names: tuple[str, ...]) -> Iterator[Span]:
    """Where every anchor starts and ends; ``names`` are those that the settings know."""
    yield from _known(plain, names)
    numbered = _compiled(grammar.FIRST_NUMBERED).search(plain)
    if numbered:
        yield _with_name(plain, numbered.start()), numbered.end()
    yield from _doors(plain)
    yield from _named(plain)
    yield from _by_ending(plain)
    yield from _by_gate(plain)
    yield from _unheard(plain)


_MAY_BE_DOOR = pattern(r"(?<![0-9])[0-9]{1,2}-[0-9]{3,4}")


def _doors(plain: str) -> Iterator[Span]:
    """A house and its door with a stroke between: 3-501水管漏; what is none (电费3-501元) is told as for masking."""
    if _MAY_BE_DOOR.search(plain):
        from minqing.text.privacy_rooms import rooms

        yield from (
            (room.start, room.end) for room in rooms(plain) if HOUSE_AND_DOOR.fullmatch(plain, room.start, room.end)
        )


def _begin(plain: str, end: int) -> int:
    """Where a name may begin that ends at ``end``: behind the last word that is in no name."""
    earliest = max(end - _LONGEST_NAME, 0)
    return max((b.end() for b in _compiled(grammar.BOUNDARY).finditer(plain, earliest, end)), default=earliest)


def _with_name(plain: str, start: int) -> int:
    """Where the name of an estate begins that stands right before its number, as in 南里5号楼; else ``start``."""
    begin = _begin(plain, start)
    name = plain[begin:start]
    known = _NUMBERED_ESTATE.fullmatch(name) or _may_be_name(plain, begin, start)
    return begin if known or name in ("小区", "社区") else start


def _may_be_name(plain: str, begin: int, end: int) -> bool:
    """Whether what stands right before a number or a gate is a name; a longer one may hold words of every day."""
    name = plain[begin:end]
    if len(name) > 1 and not _NO_NAME.search(name):
        return True
    opens = begin == 0 or not plain[begin - 1].isalnum()
    likely = (len(name) > 2 and name[-1] in PLACEISH) or (len(name) > 3 and opens and not _TROUBLE.search(name))
    return likely and len(name) < 8 and not _NO_ENDING.search(name)


def _known(plain: str, names: Iterable[str]) -> Iterator[Span]:
    """Names of the settings that the sentence holds; 15号楼 does not hold 5号楼."""
    for name in filter(None, map(aligned_name, names)):
        found = name in plain and re.search(rf"(?<![0-9A-Za-z一二三四五六七八九十百]){re.escape(name)}", plain)
        if found:
            yield found.span()


def _named(plain: str) -> Iterator[Span]:
    """Estates or roads: the name is what stands between the last boundary word and the kind."""
    for kind in _compiled(grammar.NAMED).finditer(plain):
        begin = _begin(plain, kind.start())
        name = plain[begin : kind.start()]
        refused = NO_ROAD if kind["road"] else NO_ESTATE
        if _BODIES.fullmatch(kind[0]) and _is_sent_to(plain[max(begin - 12, 0) : begin], name):
            continue
        if name and name not in refused and not _NO_CLAUSE.search(name) and _is_whole(name, kind[0]):
            yield begin, kind.end()


def _is_sent_to(before: str, name: str) -> bool:
    """Whether somebody was sent or led to a body whose ``name`` stands behind ``before``: 让闺女领医院去了."""
    return bool(_SENT_TO.search(before)) or name.endswith(("领", "带", "陪", "送"))


def _is_whole(name: str, kind: str) -> bool:
    """Whether name and kind make a name: not 大院, 想请社区, 走路."""
    long_enough = len(name) + len(kind) > 2 or kind in "河湖江"
    long_enough &= not (kind == "路" and _BESIDE_A_HOUSE.search(name))
    return long_enough and not _ASKED.search(name + kind) and not _ON_THE_WAY.search(name + kind)


_ENDS_AS_ROAD = "(?:路|街|胡同|巷|大道|里|苑|园|村|庄|社区|小区)$"


def within_names(text: str, community: Community) -> Callable[[int, int], bool]:
    """Whether a word of ``text`` is part of a name, of the settings, a road, an estate: 大栅栏胡同 tells of no 栅栏."""
    plain = aligned(text)
    spans = _names(plain, _names_of(community))
    return lambda start, end: any(near <= start and end <= far for near, far in spans)


@lru_cache(maxsize=64)
def _names(plain: str, names: tuple[str, ...]) -> tuple[Span, ...]:
    roads = (span for span in _named(plain) if _compiled(_ENDS_AS_ROAD).search(plain, *span))
    return (*_known(plain, names), *roads)


def _by_ending(plain: str) -> Iterator[Span]:
    """Names of estates of which only the last character speaks: 福寿里8号, 御景湾, 丽景名郡."""
    for kind in _compiled(grammar.ENDING).finditer(plain):
        begin = _begin(plain, kind.start())
        followed = kind[0] not in WEAK_ENDINGS or _compiled(grammar.FOLLOWS).match(plain, kind.end())
        if followed and _is_name(plain[begin : kind.start()], kind[0]):
            yield begin, kind.end()


def _is_name(name: str, ending: str) -> bool:
    """Whether ``name`` before an ending that alone says little may be one: 福寿 before 里; not 电动车棚."""
    return 1 < len(name) < 8 and not name.endswith(ENDINGS[ending]) and not _NO_ENDING.search(name)


def _by_gate(plain: str) -> Iterator[Span]:
    """Names of no known kind right before a gate or a quarter: 锦绣江南西门."""
    for gate in _compiled(grammar.GATE).finditer(plain):
        begin = _begin(plain, gate.start())
        if _may_be_name(plain, begin, gate.start()):
            yield begin, gate.start()


def _unheard(plain: str) -> Iterator[Span]:
    """Names of no known kind that are places by what follows them: 中天观澜有人…"""
    for at in _starts(plain):
        name = _compiled(grammar.UNHEARD).match(plain, at)
        if name and not _NO_NAME.search(name["name"]):
            yield name.span("name")


def _by_context(plain: str) -> Iterator[Span]:
    """What is a place only by where it stands in the sentence: 快递柜前面, 小区南门, 过街天桥."""
    for at in _starts(plain):
        for written in (grammar.BESIDE_THING, grammar.THERE):
            thing = _compiled(written).match(plain, at)
            if thing and not _NO_THING.search(thing["thing"]):
                yield thing.span("thing")
        stretch = _compiled(grammar.STRETCH).match(plain, at)
        if stretch and not _NO_THING.search(re.sub("[到至]", "", stretch["stretch"])):
            yield stretch.span("stretch")
        yield from _ground(plain, at)
        yard = _compiled(grammar.YARD).match(plain, at)
        if yard and _is_spot(plain, yard.end(), of_yard=True):
            yield yard.span()


def _ground(plain: str, at: int) -> Iterator[Span]:
    """Public ground or a shop that opens a clause, by its kind alone: 过街天桥, 汽修店; not 派出所来过."""
    found = _part(plain, at)
    if found and found.lastgroup == "ground" and not _acts(plain, found):
        yield found.span()


def _acts(plain: str, found: re.Match[str]) -> bool:
    """Whether those who work there are meant, or somebody goes there: 派出所来过, 在医院守着, 学校不给报名."""
    if _OFFICES.match(found[0]):
        return not (_part(plain, found.end()) or _within(plain, found.end()))
    return bool(_SCHOOLS.match(found[0]) and _ACTS.match(plain, found.end()))


def on_public_ground(place: str | None) -> bool:
    """Whether a place is a road, a lane or a crossing: 沿河路, 景德路和福江路交口; not 建设路5号院."""
    return bool(place and _compiled(grammar.PUBLIC).search(place))


@cache
def _compiled(written: str) -> re.Pattern[str]:
    """The long patterns are compiled when the first sentence is read, not at import."""
    return re.compile(written)
