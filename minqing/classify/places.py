"""The place a sentence names, as it is written: 5号楼, 3号楼2单元门口, 10栋和12栋, 彩虹小区西门.

A place starts at an anchor — a building of the settings, a number with 号楼/栋/单元…, an estate, a road — and
takes in the numbers, gates and directions that join it directly. Without an anchor a spot such as 楼道 will do.
Ages, counts and people are no places.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cache

from minqing.domain.community import Community
from minqing.text.normal import aligned, aligned_name

_N = r"(?:[甲乙丙丁]?[0-9]{1,5}|[一二三四五六七八九十百]{1,4}|[A-Za-z][0-9]{0,2}(?![A-Za-z0-9])|[甲乙丙丁])"
_NS = rf"{_N}(?:(?:[、,和与及至到~—–-]|号楼?[、和与及至到~-]){_N}){{0,6}}"
_NO_COUNT = r"(?<!(?<!还)有)(?<![几数多这那共0-9A-Za-z零一二三四五六七八九十百第周])(?<!星期)(?<!礼拜)"
_DOOR = "门(?![缝锁禁铃把框卫面诊市窗])口?"
_ENGLISH = (
    r"(?<![A-Za-z])(?i:building|bldg\.?|block)\s?[0-9]{1,3}(?:,?\s?(?i:unit|entrance)\s?[0-9]{1,2})?(?![0-9A-Za-z])"
)
_FIRST_NUMBERED = (
    rf"{_NO_COUNT}(?:{_NS}(?:号院|号楼|#楼?|栋|幢|单元|楼门|层(?![油灰土冰])|楼|号(?={_N}))"
    rf"|[0-9]{{1,4}}(?:院|室|座|号?{_DOOR})|[A-Za-z][座区]|[0-9]{{1,3}}-[0-9]{{1,2}}-[0-9]{{3,4}}(?![0-9]))"
    rf"|{_ENGLISH}"
)
_NUMBERED = (
    rf"(?:{_NS}(?:号院|号楼|#楼?|号{_DOOR}|栋|幢|座|单元|楼门|{_DOOR}|层|(?<![0-9]{{3}})楼|室|区|期|号(?:车位)?)"
    r"|(?<=#)[0-9]{1,2}-[0-9]{3,4}(?![0-9])|地下[一二三四12]?层|负[一二三四12]层|顶层"
    r"|(?<=[元楼栋幢门号层])[0-9]{3,4}(?:室|(?=楼[上下]))?(?![0-9个块元人户年月]))"
)

_SIDES = "东南西北"
_SHOPS = (
    "便利店|小卖部|快餐店|餐馆|饭店|饭馆|餐厅|面馆|小吃店|烧烤店|火锅店|水果店|菜店|药店|理发店|美容店|洗衣店|洗车店|洗车行|修车铺|五金店|"
    "宠物店|彩票站|麻将馆|棋牌室|网吧|健身房|驿站|快递点|卫生站|卫生所|诊所|服务站|服务中心|活动中心|食堂|门面房|门脸房|门店|商铺|商户|店铺|"
    "早点铺|包子铺|废品站|棋牌馆|托管班|培训班|洗浴中心|旅馆|酒店|宾馆|酒吧|歌厅"
)
"""Shops and the like by their kind; a name may stand before it."""

_SPOTS = (
    "大门口?|门口|公厕|厕所|卫生间|楼道|过道|走廊|楼梯间|楼梯口|楼梯|大堂|大厅|电梯间|电梯口|地下室|地下车库|车库|车棚|自行车棚|楼顶|屋顶|天台|平台|"
    "院子里|院子|院里|院内|小广场|广场|(?:小|街心|社区|中心)?花园|地库|地铁站|地铁口|凉亭|亭子|花坛|花池|绿地|绿化带|草坪|垃圾站|垃圾桶站|停车场|健身区|健身点|(?:老年|文化)?活动室|活动站|"
    "出入口|入口|出口|无障碍通道|消防通道|幼儿园|学校|菜市场|农贸市场|便民市场|干休所|敬老院|公交站|超市|公园|足球场|篮球场|单元门口|西墙|东墙|围墙[外里内]?|(?:老年|文化)活动中心|变电箱|派出所|岗亭|传达室|门卫室|保安室|(?:小区|社区)大门口?|小学|中学|居委会(?=门|楼|院|[旁对])|(?:楼下|沿街|临街|底商|街边)?(?:"
    + _SHOPS
    + ")"
)
_RELATIONS = (
    "门前|门外|楼(?=[前后][边身面侧头])[前后][边身面侧头]|[前后]边|后身|楼前|楼后|楼下|楼间(?!距)|斜?对面|附近|旁边|边上|周边|周围|前面|后面|里面|外面|之间|中间|交叉口|交口|路口|拐角处?|转角处?|(?<=[身前后侧])空地|"
    f"[{_SIDES}中]{{1,2}}(?:侧门|侧|边|面|头|段|口|围墙[外里内]?|外墙外?|墙根|立面|山墙|角|出口|入口|门口?|单元)|后门|交汇处|铁道口|高架桥?|垃圾中转站|"
    f"向[{_SIDES}]|第[一二三]个路口|[0-9]{{1,4}}多?米(?:处|左右)*|墙根|旁|(?<=[路街巷同])口|(?<=楼)[前后](?![年天来面])|(?<=[厦园苑路城庭湾])小区"
)
_INSIDE = rf"(?<=.)(?:的?(?:楼道|过道|走廊|楼梯间|楼梯|楼下)(?:拐角|边上|旁边|绿地)?|的(?:{_SPOTS}))+$"
"""What of a named house is spoken of, not where it stands: two matters of one house have one place."""
_WITHIN = rf"[里内外前后](?={_SPOTS}|{_RELATIONS}|{_NUMBERED})"
_TAIL = rf"(?:的?(?:{_NUMBERED}|{_RELATIONS}|{_SPOTS}|居委会|{_WITHIN}))*"
_JOINED_TAIL = rf"{_TAIL}(?:[和与及、至到~-]{_FIRST_NUMBERED}{_TAIL})*"
_BARE = (
    r"(?:^|(?<=[^\u4e00-\u9fffA-Za-z0-9])|(?<=[在说映把从往到告现邻靠挨]))"
    rf"(?:(?:小区|社区|院子|院)(?:[{_SIDES}]{{1,2}}(?:侧|边|角|头|墙|围墙)?(?:门口?|外|里)?(?:的(?:垃圾[房站桶]|{_SPOTS}))?|门口)|[{_SIDES}]{{1,2}}侧(?={_SPOTS})|[{_SIDES}](?:侧?门|出口|入口|出入口)口?|{_SPOTS}){_TAIL}"
)

_ESTATES = re.compile(
    "小区|家园|(?<!小)(?<!心)花园|嘉园|佳园|花苑|雅苑|名苑|公寓|新村|新居|新城|家属院|家属楼|宿舍楼?|大院|山庄|公馆|庄园|豪园|华庭|大厦|社区|"
    f"干休所|[{_SIDES}](?:里(?![面头边])|区(?![域别]))|苑|院(?![子里内长士])|村(?![民里])|湾|公园|市场|医院|学校|小学|中学|幼儿园|超市|商场|银行|车站|广场|"
    rf"{_SHOPS}|(?<=[\u4e00-\u9fff]{{2}})(?:店|馆|铺)(?![主铺长员老])|"
    rf"[一二三四五六七八九十0-9]+(?:[期区]|[片条里](?={_FIRST_NUMBERED}|[0-9]))"
)
_ROADS = re.compile("大街|大道|胡同|路(?![灯面人障况费线由上过边])|街(?![道坊])|巷")
_LONGEST_NAME = 10
_NUMBERED_ESTATE = re.compile("[0-9]{1,3}小区")
_UNHEARD = re.compile(r"([\u4e00-\u9fff]{3,6}?)(?=有[人户家位几]|门[前口]|楼道|楼下[^邻住]|烟道)")
"""A name of no known kind with which a sentence opens, by what follows it."""
_NO_NAME = re.compile(
    "[在从到家我你您他她咱谁们说天早晚夜午昨今明近前后上下外和与或对找听帮等请想要不没老每几两各还又得只楼门路街车人物房狗树管灯电水费]|"
    "邻居|隔壁|居民|业主|住户|小区|社区|刚才|附近|经常|最近|另外|建议|通知|家住|一位|有位|大爷|大妈|阿姨"
)
_BOUNDARY = re.compile(
    r"[^\u4e00-\u9fffA-Za-z0-9]|[说在的到把是有从被让给跟全本该这那进出送去住修铺问哪个]|来(?!水)|反映|发现|上报|报告|举报|挨着|紧邻|紧挨|岁|想上|距|先生|女士|阿姨|师傅|奶奶|爷爷|大爷|大妈|"
    r"大伯|居民|业主|住户|我们|咱们?|孩子|这个|那个|整个|老旧"
)
_NO_NAMES_OF_ESTATES = (
    "法 医 住 出 入 养老 敬老 福利 电影 剧 农 民办 公办 公立 私立 附近 小 大 旁边 门口 前 后 里 外 "
    "沿街 临街 楼下 底商 路边 街边 老年 某 一家"
)
_NO_ESTATE = frozenset(_NO_NAMES_OF_ESTATES.split())
_NO_ROAD = frozenset(
    "马 道 走 公 铁 条 过 修 小 近 一 线 电 水 门前 院里 沿 逛 上 半条 大半条 条小 带 堵 占 拦 主 通 迷 问 楼下".split()  # noqa: SIM905
)


def find_place(text: str, community: Community) -> str | None:
    """The place ``text`` names, as written there, or ``None``."""
    plain = aligned(text)
    anchor = min(_anchors(plain, community), key=lambda span: (span[0], -span[1]), default=None)
    tail = _compiled(_JOINED_TAIL).match(plain, anchor[1]) if anchor else _compiled(_BARE).search(plain)
    if tail is None:
        return None
    start = anchor[0] if anchor else tail.start()
    found = plain[start : tail.end()]
    inside = _compiled(_INSIDE).search(found) if anchor else None
    return text[start : start + (inside.start() if inside else len(found))].strip(" ,、") or None


def _anchors(plain: str, community: Community) -> Iterator[tuple[int, int]]:
    """Where every anchor starts and ends."""
    yield from _known(plain, (b.name for b in community.buildings))
    yield from _known(plain, community.places)
    yield from _known(plain, (stop for route in community.routes.values() for stop in route))
    numbered = _compiled(_FIRST_NUMBERED).search(plain)
    if numbered:
        yield _with_name(plain, numbered.start()), numbered.end()
    unheard = _UNHEARD.match(plain)
    if unheard and not _NO_NAME.search(unheard[1]):
        yield unheard.span(1)
    yield from _named(plain, _ESTATES, _NO_ESTATE)
    yield from _named(plain, _ROADS, _NO_ROAD)


def _with_name(plain: str, start: int) -> int:
    """Where the name of an estate begins that stands right before its number, as in 南里5号楼; else ``start``."""
    earliest = max(start - _LONGEST_NAME, 0)
    begin = max((b.end() for b in _BOUNDARY.finditer(plain, earliest, start)), default=earliest)
    name = plain[begin:start]
    known = _NUMBERED_ESTATE.fullmatch(name) or (len(name) > 1 and not _NO_NAME.search(name))
    return begin if known else start


def _known(plain: str, names: Iterable[str]) -> Iterator[tuple[int, int]]:
    """Names of the settings that the sentence holds; 15号楼 does not hold 5号楼."""
    for name in filter(None, map(aligned_name, names)):
        found = name in plain and re.search(rf"(?<![0-9A-Za-z一二三四五六七八九十百]){re.escape(name)}", plain)
        if found:
            yield found.span()


def _named(plain: str, kinds: re.Pattern[str], refused: frozenset[str]) -> Iterator[tuple[int, int]]:
    """Estates or roads: the name is what stands between the last boundary word and the kind."""
    for kind in kinds.finditer(plain):
        earliest = max(kind.start() - _LONGEST_NAME, 0)
        begin = max((b.end() for b in _BOUNDARY.finditer(plain, earliest, kind.start())), default=earliest)
        name = plain[begin : kind.start()]
        if name and name not in refused and not name[-1].isdigit() and len(name) + len(kind[0]) > 2:
            yield begin, kind.end()


_PUBLIC = (
    rf"(?:路|街|大道|巷|胡同|桥)(?:[{_SIDES}中]{{1,2}}(?:段|侧|头))?"
    rf"(?:上|边|旁边?|附近|口|路口|交口|交叉路?口|交汇处|铁道口)*(?:[{_SIDES}]侧)?$"
)


def on_public_ground(place: str | None) -> bool:
    """Whether a place is a road, a lane or a crossing: 沿河路, 景德路和福江路交口; not 建设路5号院."""
    return bool(place and _compiled(_PUBLIC).search(place))


@cache
def _compiled(pattern: str) -> re.Pattern[str]:
    """The long patterns are compiled when the first sentence is read, not at import."""
    return re.compile(pattern)
