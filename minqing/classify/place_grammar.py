"""The patterns of a place: what may begin one, what joins it, what goes on with it.

They are built of the tables of ``place_words``; they are compiled when the first sentence is read, not at import.
"""

from __future__ import annotations

from minqing.classify.place_words import (
    BESIDE,
    ENDINGS,
    ESTATES,
    GROUNDS,
    HAN,
    HEADS,
    HOUSE_PARTS,
    LANES,
    PLACEISH,
    RELATIONS,
    ROADS,
    SHOPS,
    SIDES,
    STAIRS,
    STOP,
    VERBS,
)

_N = r"(?:[甲乙丙丁]?[0-9]{1,5}|[一二三四五六七八九十百]{1,4}|[A-Za-z][0-9]{0,2}(?![A-Za-z0-9])|[甲乙丙丁])"
_NS = rf"{_N}(?:(?:[、,和与及至到~—–-]|号楼?[、和与及至到~-]|[#栋幢][、和与及至到~-]){_N}){{0,6}}"
_NO_COUNT = (
    r"(?<!(?<!还)有)(?<!(?<!点)多)(?<![几数这那共月0-9A-Za-z零一二三四五六七八九十百第周])(?<!星期)(?<!礼拜)"
    "(?<![了厚薄隔拐连](?=一[层楼]))"
)
_DOOR = "(?:大门|门(?![缝锁禁铃把框卫面诊市窗前]))[口外]?"
_HOUSE = r"[栋幢](?!楼(?![上下前后顶道里门口头旁底])|房子)"
_FLOOR = (
    r"(?:层(?![层油灰土冰毛外厚]|楼(?![道梯顶上下])|半砖)|(?<![0-9]{3})楼)(?:半平台|半(?![夜天]))?(?:以[上下]|及以上)?"
)
_TALL = rf"楼(?=[地顶院前后{SIDES}0-9一二三四五六七八九]|单元|门)"
_BELOW = "(?:地下|负)[一二三四1-4](?:层|楼)|地下层|负[一二三](?=车库|停车|地库)|[Bb][1-4](?=层|车库|停车|地库)层?"
_ROOM = r"(?![0-9个块元人户年月米多余平度件名位路])"
_ROOMS = rf"[0-9]{{3,4}}(?:室|(?=楼[上下]))?{_ROOM}"
_LIVED_IN = "[1-9][0-9]?0[1-9]"
_ENGLISH = (
    r"(?<![A-Za-z])(?i:building|bldg\.?|block)\s?[0-9]{1,3}(?:,?\s?(?i:unit|entrance)\s?[0-9]{1,2})?(?![0-9A-Za-z])"
)
FIRST_NUMBERED = (
    rf"{_NO_COUNT}(?:{_BELOW}|{_NS}(?:号院|号楼|#楼?|{_HOUSE}|(?:支弄|弄)(?=[0-9])|排(?=[0-9]{{1,2}}号)|单元|楼门(?!前)|{_TALL}|{_FLOOR}|号(?={_N}(?:[号栋幢弄门室楼院#-]|单元)))"
    rf"|[0-9]{{1,4}}(?:院|室|座|号?{_DOOR})|[A-Za-z][座区]|[0-9]{{1,3}}-[0-9]{{1,2}}-[0-9]{{3,4}}(?![0-9])"
    rf"|(?<=(?:楼上|楼下|隔壁|对门)){_LIVED_IN}{_ROOM}|{_LIVED_IN}(?=(?:的|家|室)?(?:住户|业主|租户|租客|邻居|那[户家])|的[{HAN}]{{0,2}}(?:女士|先生|阿姨|大爷|大妈|奶奶|老[{HAN}]))|{_LIVED_IN}室?[和跟与、]{_LIVED_IN}室?{_ROOM})|{_ENGLISH}"
)
"""What is a place by its number, wherever it stands: 5号楼, 3单元, 二楼, B座, 12-2-201, 302和402."""

NUMBERED = (
    rf"(?:{_BELOW}|{_NS}(?:号院|号楼|#楼?|号{_DOOR}|{_HOUSE}|座(?![桥山楼房])|支弄|弄|单元|楼门(?!前)|{_TALL}|{_DOOR}|{_FLOOR}|室|区|期|组团|排(?=[0-9]{{1,2}}号|[{SIDES}]|平房)|坊|巷(?![子道])|号(?:车位|网格|之[一二三四五]|附[0-9]{{1,3}}号)?)"
    rf"|(?<=[站口])[A-H][0-9]?口[外内旁]?|(?<=#)[0-9]{{1,2}}-[0-9]{{3,4}}(?![0-9])|\([{SIDES}一二三四五六七八九十A-Z]{{1,2}}[期区院]?\)|顶层|顶楼|底层|[{SIDES}]楼(?!下)|(?<=[栋幢座楼元阁庭])[0-9]{{1,3}}[A-H](?![A-Za-z0-9])"
    rf"|(?<=[元楼栋幢门号层]){_ROOMS}(?:[、和与跟]{_ROOMS})*|(?<=[元楼栋幢层])[零〇一二三四五六七八九]{{3,4}}室?)"
)
"""Numbers that go on with a place."""

PART = (
    rf"(?P<number>的?{NUMBERED})|(?P<stairs>的?(?:{STAIRS}|楼下))|(?P<ground>(?:沿街|临街|底商|街边)?(?:{GROUNDS}|{SHOPS}))|(?P<side>的?(?:{RELATIONS}))"
    rf"|(?P<spot>{HOUSE_PARTS}|居委会)"
    rf"|(?P<head>[^\W\d_{STOP}{VERBS}没漏坏乱脏臭老客餐卫私别户当画满]{{1,2}}(?:{HEADS}))"
)
"""What goes on with a place; the group says what it is."""

OF = "的(?:那[个家块条])?(?!绿地|绿化带|花坛|工地|围墙|(?:无障碍)?坡道|消防通道|公交站牌|早点摊|烧烤摊|平台)"
"""What joins a part to a side of a house: 5号楼对面的快餐店; never 绿地, 花坛 …, which are what is spoken of."""
LANE = rf"{LANES}|[{HAN}]{{1,4}}(?:店|馆|市场)"
"""What may follow a side besides a part: 巷子, a shop."""

LINK = "(?:一直|再)?[和与及、至到跟~-]"
UP_TO = "(?:一直)?[到至](?:小区|社区)?"
BESIDE_NEXT = rf"(?P<thing>[{HAN}]{{2,5}}?)(?=前面|后面|旁边|对面|边上|附近|背后|底下|下面)"
BETWEEN = rf"[和与及到至跟](?:(?!之间|中间|[的,。;])[{HAN}0-9]){{1,10}}?(?:之间|中间)"
"""What joins two places to one."""

NAMED = (
    rf"(?P<estate>{ESTATES}|苑|院(?![子里内长士墙坝]))|(?P<road>{ROADS})|(?P<shop>{SHOPS}|(?<=[{HAN}]{{2}})(?:店|馆)(?![主员长]))"
    r"|(?P<quarter>[一二三四五六七八九十0-9]{1,4}(?:[期区]|[片条里](?=[0-9]|[一二三四五六七八九十]{1,3}(?:号|栋|幢|单元|楼))))"
)
"""The kind of an estate, shop or road, behind its name."""
ENDING = f"(?:[{''.join(ENDINGS)}])(?![民委支子内长士墙坝角阶灯程员主管市乡林丁位椅机])"
_WHO = rf"(?:业主|住户|物业|居民|租户|保安|老[{HAN}]|残疾人|[{HAN}]{{0,2}}(?:大爷|大妈|阿姨|奶奶|先生|女士|师傅|大姐))"
FOLLOWS = (
    r"[东南西北](?:门|区|侧|院|头|边|墙|段)|大门|门口|门前|附近|旁边|对面|斜对|后面|前面|小区|社区|物业|路口|商户|老人|"
    rf"的?{_WHO}|[一二三四五六七八九十A-Za-z]{{1,3}}(?:期|区|号|栋|幢|单元|座|弄)|[0-9]|(?<!里)$"
)
"""What speaks for a place where the name's last character alone says little."""

GATE = f"(?:[东西][南北]|[{SIDES}])(?:大门|侧?门|区(?![域别]))|[正侧后]门(?![槛锁禁铃把牌])"

_CN = "[一二三四五六七八九十两]"
MOMENT = (
    rf"(?:(?<![0-9])[0-9]{{1,2}}:[0-9]{{2}}|[0-9]{{4}}[-/.][0-9]{{1,2}}[-/.][0-9]{{1,2}}|(?:[0-9]{{1,2}}|{_CN}{{1,3}})"
    rf"(?:点(?!心|[赞缀])(?:半|多|钟|整|一刻|三刻|(?:[0-9]{{2}}|{_CN}{{1,3}})(?:分|(?![0-9号栋幢单#层楼弄])))?|月(?:[0-9]{{1,2}}|{_CN}{{1,3}})日|时(?![代光尚])半?)"
    rf"|[0-9]{{1,6}}(?:月(?:份|(?=[0-9])|$)|日|步|次|分钟?|秒|年|[趟遍回户元])|{_CN}{{1,3}}次(?!方))(?:左右|前后|许)?"
)
"""An hour, a date or a count: 8点半, 16:30, 11月16日, 3000步. Numerals spelled in Chinese need more beside them, for
names hold them too: 三月花园, 三步桥; so do some units behind digits: 7天酒店, 5月花城."""

STARTS = (
    r"(?:^|[^\w·]|[在从到往把沿映现告邻靠挨距称诉怨嫌]|(?<!听)说(?!话|是|好)|(?<!居)住(?!宅|户|院|房|处|进)|位于|来自|还有|另外|麻烦|[来请]社区[^,。]{0,3}看看)"
    rf"(?:{MOMENT}|[早晚午](?=[0-9一二三四五六七八九十])|着|到|看到|今天|昨天|前天|今早|昨晚|昨夜|前晚|早上|上午|中午|下午|傍晚|晚上|夜里|半夜|凌晨|最近|近日|近期|这几天|这两天|这阵子|上周|刚才|现在|目前|平时|每天|天天|听说|据说|楼下|隔壁|又|原来|就|也|我们|咱们?|他们|是|家住)*"
)
"""Where a place may begin that only its spot tells: at the start of a clause, after 在, 从, 反映 and the like."""

YARD = f"(?:小区|社区|院子|大院|院)(?:[里内](?=[{HAN}]))?"
BESIDE_THING = rf"(?P<thing>[{HAN}]{{2,6}}?)(?:{BESIDE})"
STRETCH = (
    rf"(?P<stretch>[{HAN}0-9]{{2,8}}?[到至][{HAN}0-9]{{2,8}}?)(?=[这那的]?一?[段截条]路|[这那]一?[段截]|之间|沿线|一路)"
)
"""A stretch of a road by its two ends: 铁路涵洞到水泥厂那段路."""

THERE = (
    rf"(?P<thing>[{HAN}]{{2,6}}?)(?<=[{PLACEISH}站厂校山库棚场房亭店馆])"
    "(?=[这那]一?[块片](?:空地|荒地|地方|区域|草)|[这那](?:边|一带))"
)
"""A thing by which a piece of ground is named: 老粮站那块空地."""

UNHEARD = (
    rf"(?P<name>[{HAN}]{{3,6}}?)(?=有[人户家位几]|门[前口]|楼道|楼下[^邻住水]|烟道|地下停车场|停车场(?=[入出]口)"
    rf"|(?<=[{HAN}]{{4}})(?:物业(?=[不没说收把换停]|一直)|业主|地库|地下车库|停车棚|车棚|凉亭)"
    rf"|(?<=[{PLACEISH}])(?:的{_WHO}|(?:业主|住户|居民)(?=[说称反投来要])))"
)
"""A name of no known kind, by what follows it."""

BOUNDARY = (
    rf"{MOMENT}|"
    r"[^\u4e00-\u9fffA-Za-z0-9·]|[说在的到把是有从被让给跟该这那出送去住问哪个请求帮替找往着了过]|坐(?![标落])|走(?![廊马])|得(?![胜意月利仁福和])|(?<![前新])进|(?<!安)全|(?<![未汽])来(?![水福宾])|本(?!溪|田)|"
    "(?<![汽维])修(?![车理鞋脚配])|(?<![药里桥家墩塘])铺(?!子)|反映|发现|上报|报告|举报|投诉|挨着|紧邻|紧挨|靠近|临近|正对|岁|想上|距|先生|女士|阿姨|师傅|奶奶|爷爷|大爷|大妈|大姐|"
    "大伯|居民|业主|住户|我们|咱们?|孩子|整个|老旧|麻烦|(?<!职)称|反正|朝(?![阳晖霞天])|歪向|通往|对着|看看|瞧瞧|抱怨|吐槽|希望|建议|昨天|今天|前天|昨晚|昨夜|最近|近日|近期|夜里|半夜|早上|晚上|上午|下午|中午|每天|天天|经常|刚才|上次|上周|另外|还没"
)
"""Words before which no name begins."""

PUBLIC = (
    rf"(?:路|街|大道|巷|胡同|桥)(?:[{SIDES}中]{{1,2}}(?:段|侧|头))?"
    rf"(?:上|边|旁边?|附近|口|路口|交口|交叉路?口|交汇处|铁道口)*(?:[{SIDES}]侧)?$"
)
"""The end of a place that is a road, a lane or a crossing."""
