"""Addresses down to the door: 5号楼2单元301室, 3栋1201, 5-2-301. A building or an entrance alone tells of nobody.

A number alone is a door where its neighbours say so (楼上502, 漏到302, 301室的阿姨, 402赵阿姨家), or where it stands
beside a door that has been told (12号楼402和302). Building and room alone (2-501) are one where the number can be a
door's and nothing says that it is another: no unit behind it, no figure, file or device before it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from minqing.domain.patterns import pattern
from minqing.domain.values import dataclass
from minqing.text.people import COMPOUND_SURNAMES, SELDOM_SURNAMES, SURNAMES, TITLES

ROOM = "room"
"""The kind of what is found here."""


@dataclass(frozen=True, slots=True)
class Room:
    """An address down to the door: where it stands, and the same with its building alone."""

    start: int
    end: int
    masked: str


_N = "(?:[0-9]{1,3}|[一二三四五六七八九十百]{1,4}|[A-Za-z甲乙丙丁])"
_BLANK = "[ \\t\u3000]?"
_UNIT = rf"{_N}{_BLANK}(?:单元|门洞?|楼门|梯)(?!口|前|外|里|禁|厅|诊|卫|房|锁|坏|铃|道)"
_FLOOR = rf"{_N}{_BLANK}(?:层|楼(?![上下前后道梯门长]))"
_DIGITS = "0123456789〇零一二三四五六七八九"
_NUMBER = r"(?<![0-9])(?:[A-Za-z]-?)?[0-9]{3,4}(?![0-9*])|[一二三四五六七八九][〇零一二三四五六七八九]{2,3}"
_ENDING = r"(?:室|号房|房间|房|号(?![楼院门])|户(?=主|老[人太爷]|阿姨|大[爷妈]|[爷奶][爷奶]))"
_ROOM_WORD = pattern("室|号房|房间")
_WHO = "住户|居民|业主|租户|户主|阿姨|大爷|大妈|大姐|大哥|大娘|叔叔|老爷子|老太太|老人|老两口|奶奶|爷爷|先生|女士"
"""Whoever lives behind a door."""
_SOMEBODY = (
    rf"(?:(?!路)(?:{COMPOUND_SURNAMES}|[{SURNAMES}{SELDOM_SURNAMES}])(?:{TITLES}|医生|大夫|小姐|同志|家属|老汉|老太|\*{{1,2}})"
    rf"|(?:{COMPOUND_SURNAMES}|[{SURNAMES}])家(?=$|[^\u4e00-\u9fff]|[的里住漏])"
    rf"|[老小](?:{COMPOUND_SURNAMES}|[{SURNAMES}])(?=$|[^\u4e00-\u9fff]|[家说的反来]))"
)
"""Somebody as a diary names people: 周女士, 赵阿姨, 老李家, 周** (hidden already); 路 behind a number is a bus."""
_COUNTED = pattern(
    r"[ \t]*(?:户|人|家|个|元|块|米|平|年|月|日|次|盏|棵|株|辆|步|级|分|点|条|根|件|只|台|层|栋|楼|单元|门(?![口前外])|"
    r"多|余|左右|来|度|斤|吨|册|页|公里|秒|天|路|万|张|份|袋|桶|箱|套|把|盆|组|位|名|毫?升|厘米|公分|车次|%|/|:|-[0-9]|\.[0-9])"
)
_BUILDING = (
    rf"(?P<building>(?:{_N}{_BLANK}号院{_BLANK})?{_N}{_BLANK}"
    rf"(?:号楼|栋|幢|座|#楼?|号(?=[0-9]{{1,2}}单元|[0-9]{{1,2}}门)|楼(?=[0-9]{{1,2}}单元))){_BLANK}"
)
_SPELLED = pattern(
    rf"{_BUILDING}(?P<unit>(?:{_UNIT}|-?[0-9]{{1,2}}-){_BLANK}|-(?=[0-9]{{3}}))?(?P<floor>{_FLOOR}{_BLANK})?的?"
    rf"(?P<number>{_NUMBER}){_BLANK}(?P<ending>{_ENDING})?"
)
_SIGNS = ("楼", "栋", "幢", "座", "#", "单元", "门")
_DASH = "[-‐‑–—−]"
_FREE = "(?<![0-9A-Za-z*./-])(?<![0-9]:)"
_THREE = pattern(
    rf"{_FREE}(?P<building>[0-9]{{1,2}})(?:{_DASH}[0-9]{{1,2}}{_DASH}|/[0-9]{{1,2}}/(?=[0-9]+室))(?P<number>[0-9]{{3,4}})"
    rf"(?![0-9*]|{_DASH}[0-9]|[.:/][0-9]){_BLANK}(?P<ending>室|号房|号(?!楼))?"
)
_AT_HOME = "漏|渗|反映|投诉|来电|报修|求助|楼[上下]|厨房|卫生间|厕所|阳台|厨卫"
"""What is told of a home: 2-501漏水."""
_TWO = pattern(
    rf"{_FREE}(?P<building>[0-9]{{1,2}}){_DASH}(?P<number>[0-9]{{3,4}})"
    rf"(?:室|号房|(?=[ \t)]*(?:的?(?:{_WHO}|家|{_SOMEBODY})|[两三]家|{_AT_HOME}"
    rf"|[、和与及跟][0-9]{{1,2}}{_DASH}[0-9]{{3,4}}[ \t]*(?:[两三]家|{_AT_HOME}|{_SOMEBODY}))))"
)
_MAY_BE_TWO = pattern(
    rf"{_FREE}(?P<building>[1-9][0-9]?){_DASH}(?P<number>[1-9][0-9]{{2,3}})(?![0-9A-Za-z*/.:]|{_DASH}[0-9A-Za-z])"
)
_NO_HOUSE = pattern(
    r"(?:[图表页条款章版批卷盒架路线车图标]|附件|合同|型号|规格|尺寸|价格?|比分|温度|度数|读数|时间|上午|下午|早上|晚上?|中午|栓|井|灯|杆|箱|柜|册)"
    r"(?:编?号)?[ \t:#为是从在约]*$"
)
"""Before two numbers that are no house and door: a figure, a device, a price, hours."""
_PLACE_KEY = r"(?:^[ \t-]*(?:地点|place)[ \t]*:[ \t]*|\A[ \t]*)"
_AS_A_PLACE = pattern(
    rf"(?m:{_PLACE_KEY}(?P<room>(?:(?P<building>[0-9]{{1,2}}){_DASH})?(?P<number>[1-9][0-9]{{2,3}})(?P<ending>室)?)"
    r"(?=[ \t]*$))"
)
"""A room that is all a place says; a number without a building and without 室 is nothing but a number."""
_ENTRANCE = pattern(rf"(?<![0-9A-Za-z]){_UNIT}{_BLANK}(?P<number>{_NUMBER}){_BLANK}(?P<ending>{_ENDING})?")
_HIS = pattern(
    rf"(?<![0-9]:)(?<![0-9A-Za-z*./#〇零一二三四五六七八九十百千万])(?<![0-9][-‐‑–—−])"
    rf"(?P<number>[1-9][0-9]{{2,3}}|[一二三四五六七八九]{{1,2}}[〇零][一二三四五六七八九])(?=[ \t)]?的?{_SOMEBODY})"
)
_AT_THE_START = pattern(
    rf"(?m:^|(?<=[,。;、]))[ \t-]*(?P<number>[1-9][0-9]{{2,3}})"
    rf"(?=[ \t]?(?:{_AT_HOME}|{_WHO}|暖气|地暖|不干了|水管|下水|家里|没人))"
)
"""A door at the beginning of what is told of a home: 101 暖气不热."""
_PERSON = pattern(rf"[ \t]?{_SOMEBODY}")
_A_NUMBER_OF = pattern(r"(?:编号|工单|单号|号码|热线|电话|拨打|文号|档号|第|No\.?)[ \t:]*$", re.IGNORECASE)
_BARE = pattern(r"(?<![0-9A-Za-z*.:/#])(?<![0-9][-‐‑–—−])[0-9]{3,4}(?![0-9A-Za-z*]|[-‐‑–—−.:/][0-9])")
_AT = r"(?:的|了|家|楼下|楼上)?[ \t]?$"
_DOOR_FOLLOWS = pattern(rf"(?:楼上|楼下|对门|隔壁|住在?|家在|[漏渗淹滴流浸泡溢]水?(?:到|给|至|进|下|了){{1,2}}){_AT}")
_BESIDE = pattern(rf"(?:[、和与跟及同到给往至找向被让请问]|影响|连累|殃及){_AT}")
_ITS_PEOPLE = pattern(rf"(?:室|号房)的?(?:{_WHO})|的(?:{_WHO})")
_ANY_PEOPLE = pattern(rf"(?:{_WHO})")
_A_TOTAL = pattern("[共约近有达每超余足]$")
_NO_DOOR = pattern(
    r"[ \t]*(?:号[楼院门]|中学|小学|医院|厂|所|[国省县]道|环|[栋幢座]|"
    "(?:便利|小|商|连锁)?店|便利|(?:生鲜|大|小)?超市|路公交|地震)"
)
"""Behind the number of a building, a school, a road, a shop, or of a day that everybody knows."""
_EMERGENCY = frozenset({"110", "119", "120", "122"})
_HOTLINES = frozenset({"114", "315"})
_DIGIT_OF = {"〇": "0", "零": "0"} | {numeral: str(n) for n, numeral in enumerate("零一二三四五六七八九") if n}
_YEARS = range(1949, 2100)
_TOP_FLOOR, _MOST_DOORS = 60, 40
_MOST_HOUSES = 60
"""Of a community whose houses have numbers."""
_FEW_DOORS = 20
"""On a floor, where no building is named beside the number: 1130 is rather half past eleven."""


def rooms(plain: str) -> Iterator[Room]:
    """Every address down to the door in ``plain`` (half-width forms), in no order; they may overlap."""
    told: list[Room] = [*_as_a_place(plain)]
    if any(sign in plain for sign in _SIGNS):
        told += _spelled(plain)
        told += _entrances(plain)
    if any(dash in plain for dash in "-‐‑–—−/"):
        told += _dashed(plain)
    yield from told
    yield from _before_somebody(plain)
    yield from _bare(plain, beside=bool(told) or "*室" in plain)


def _spelled(plain: str) -> Iterator[Room]:
    for found in _SPELLED.finditer(plain):
        if _is_door(found["number"], found["ending"], plain, found.end("number")):
            parts = [
                found["building"].strip(),
                "*单元" if found["unit"] else "",
                "*层" if found["floor"] else "",
                "*室",
            ]
            yield Room(found.start(), found.end(), "".join(parts))


def _dashed(plain: str) -> Iterator[Room]:
    for found in _THREE.finditer(plain):
        if _is_door(found["number"], found["ending"], plain, found.end()) and not _is_year(found):
            yield Room(found.start(), found.end(), f"{found['building']}-*-*")
    for found in (*_TWO.finditer(plain), *_MAY_BE_TWO.finditer(plain)):
        if _is_house_and_door(found, plain):
            yield Room(found.start(), found.end(), f"{found['building']}-*")


def _is_house_and_door(found: re.Match[str], plain: str) -> bool:
    """Whether 2-501 is a door: where it is said to be one, and where nothing says that it is something else."""
    if found.re is _TWO:
        return _is_door(found["number"], "室", plain, found.end())
    before = plain[max(found.start() - 8, 0) : found.start()]
    other = any(words.search(before) for words in (_NO_HOUSE, _A_NUMBER_OF, _A_TOTAL))
    return not other and int(found["building"]) <= _MOST_HOUSES and _may_be_door(found["number"], plain, found.end())


def _as_a_place(plain: str) -> Iterator[Room]:
    for found in _AS_A_PLACE.finditer(plain):
        if (found["building"] or found["ending"]) and _is_door(found["number"], found["ending"], "", 0):
            yield Room(*found.span("room"), f"{found['building']}-*" if found["building"] else "*室")


def _entrances(plain: str) -> Iterator[Room]:
    """Doors behind an entrance whose building is told elsewhere: 2单元501, 三单元五零一."""
    for found in _ENTRANCE.finditer(plain):
        person = _PERSON.match(plain, found.end("number"))
        if found["ending"] or (_may_be_door(found["number"], "" if person else plain, found.end("number"))):
            yield Room(found.start(), found.end(), "*单元*室")


def _before_somebody(plain: str) -> Iterator[Room]:
    """Doors told by their number alone, and whose they are or what is wrong there: 402赵阿姨家, 101 暖气不热."""
    for found in (*_HIS.finditer(plain), *_AT_THE_START.finditer(plain)):
        before = plain[max(found.start() - 8, 0) : found.start()]
        if _A_TOTAL.search(before) or _A_NUMBER_OF.search(before):
            continue
        if _may_be_door(found["number"], "", 0):
            yield Room(*found.span("number"), "*室")


def _bare(plain: str, *, beside: bool) -> Iterator[Room]:
    """Doors of which the number alone is told; ``beside`` tells whether another one is told in full."""
    for found in _BARE.finditer(plain):
        before = plain[max(found.start() - 8, 0) : found.start()]
        told = _DOOR_FOLLOWS.search(before) or _ITS_PEOPLE.match(plain, found.end())
        near = beside and (_BESIDE.search(before) or _ANY_PEOPLE.match(plain, found.end()))
        if (told or near) and not _A_TOTAL.search(before) and _may_be_door(found[0], plain, found.end()):
            ending = _ROOM_WORD.match(plain, found.end())
            yield Room(found.start(), ending.end() if ending else found.end(), "*室")


def _may_be_door(number: str, plain: str, end: int) -> bool:
    digits = _digits(number)
    few = 1 <= int(digits[-2:]) <= _FEW_DOORS and digits not in _HOTLINES
    return few and not _NO_DOOR.match(plain, end) and _is_door(number, None, plain, end)


def _digits(number: str) -> str:
    """A number's digits, told in Chinese or not: 五零一 is 501."""
    return "".join(_DIGIT_OF.get(c, c) for c in number if c in _DIGITS)


def _is_year(found: re.Match[str]) -> bool:
    return not found["ending"] and int(found["number"]) in _YEARS


def _is_door(number: str, ending: str | None, plain: str, end: int) -> bool:
    """Whether a number behind a building is a door: 301 and 1203 are, 102 in 102户, 2019 and 500 are not."""
    digits = _digits(number)
    if not 3 <= len(digits) <= 4:
        return False
    if ending:
        return True
    if digits in _EMERGENCY or _COUNTED.match(plain, end):
        return False
    return 1 <= int(digits[:-2]) <= _TOP_FLOOR and 1 <= int(digits[-2:]) <= _MOST_DOORS and int(digits) not in _YEARS
