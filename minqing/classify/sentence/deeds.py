"""What was done and what came of it, as the last clause of a sentence tells it: one table for each question.

A clause is taken apart from its end: *lead* deed *result* 了 *thing*. The lead says who did it, when and with what. A
deed counts for as much as is told with it: beside 已 or 当场 its name is enough; alone in its clause something must
have come of it; behind other words only deeds of those who walk do.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from minqing.domain.patterns import pattern

_WORKS = (
    "清理|清除|清运|清扫|打扫|清洗|收拾|铲除|劝阻|制止|解决|处理|处置|办结|办理|修复|修理|维修|加固|移除|恢复|整改|"
    "调解|化解|更换|归位|疏通|关闭|摘除|整理|复位|挪车|移车|冲洗|冲刷|覆盖|粉刷|消除|排除|送医|驶离|修剪|修补|调和|说和|分拣|归拢|"
    "拆除|拔除|剪除|撤离|交还|归还|退还|送还|疏导|填平|抹平|夯实|放平|重启|熄灭|扑灭|带离|叫停|救出|放出|解救|码齐|重铺|固定|搬离|停止|加装|腾空|清空|找着|开走|驶走"
)
"""Work by its name: 已清理, 当场制止."""
_ANSWERS = "答复|解答|解释|告知|讲解"
"""What settles a question by being said."""
_ON_WHAT = frozenset(
    (  # noqa: SIM905
        "清理 清除 劝离 更换 修复 解决 处理 疏通 铲除 制止 化解 加装 送医 关闭 清扫 打扫 恢复 交还 归还 退还 送还"
    ).split()
)
"""Work behind which its thing may stand: 顺手清理小广告12张; 已告知业主 is not over."""

_HANDS = (
    "清扫铲撕揭搬抬挪移拆推拖拉扶踩填补粘贴抹擦洗冲敲磨捡拾收劝赶拧紧绑剪锯拔钉垫解摘取拿抱运掏抠刮通抽浇灭熄修焊拦锁关盖"
    "添夹撬钩抖立扛接撤腾涂刷围铺装换配架挂系拴调摆码归培撒送领弄办停说讲谈交拎挑压"
)
"""What a hand does, and a word in a quarrel: over by what came of it (搬走, 扶正, 说通)."""
_TENDS = frozenset("拔清扫铲撕揭搬抬挪捡拾扶拆劝灭熄锯抽粘擦洗冲拧剪垫摘掏换补填撒培焊修")
"""Hands' deeds that are over with 了 alone: 扫了, 撒了盐; 贴了, 摆了 and 推了 are also what is wrong."""
_PLACED = frozenset("贴挂装铺摆打绑钉盖撒刷喷锁关")
"""Hands' deeds that count only right behind 已, 当场, 顺手 or 给: 顺手摆了; else they may be the trouble."""
_MOVES = frozenset("搬抬挪移推拖拉扶收送劝换归调领拎运抱码交扛扫")
"""Hands' deeds that are over by where they went: 挪到墙根, 送回家, 换成新的."""
_GIVEN = frozenset("补送交配换领")
"""Hands' deeds that are over by whom it was given to: 补给他了."""
_SAYS = frozenset("说讲谈")
_ELSEWHERE = frozenset("调走 踩空 取空".split())  # noqa: SIM905
"""Told of a person, or of harm."""
_AT_ONCE = frozenset("清撕铲捡扶修换拆搬办剪锯扫擦洗移抬收拖挪运补填拔")
"""Hands' deeds of one letter that are enough behind 已: 已换, 已清."""

_RESULTS = (
    "得干干净净|完事|干净|整齐|齐整|完毕|完成|妥当|到位|清楚|明白|成功|固定|起来|下来|回来|回去|过来|出来|出去|进来|上来|进去|上去|下去|走|掉|开|平|净|正|下|住|紧|"
    "干|完|牢|稳|实|满|好|离|散|止|起|上|回|直|齐|白|乾|光|妥|成|严|死|灭|顺|通|小|低|停|新|固|和"
)
"""What came of it."""

_DEED = pattern(
    rf"(?:(?P<work>{_WORKS}|{_ANSWERS})|(?P<hand>[{_HANDS}]{{1,2}}?))"
    rf"(?:(?P<to>(?:(?:[到进回至]|(?<!收)入)(?![来去]了?$)了?[^,了没到]{{1,5}}|给[^,了没]{{1,4}}|(?<=换)成[^,了没]{{1,5}}|(?<=[送拎抱背抬扛搬提])上[^,了没]{{0,3}}楼))|(?P<result>(?:{_RESULTS}){{0,2}}))"
    r"(?P<le>了?)(?P<thing>[^,了不没未过次分还又中]{0,8})了?$"
)
_LONGEST_DEED = 20
"""Letters at the end of a clause among which its deed begins."""

SAID = pattern(
    "已经?|当场|现场|当面|当即|随手|顺手|即时|现已|均已|都已|全已|(?<!物)业已|马上|立马|立即|立刻|随即|(?<!刚)刚[刚才]?给?(?=$|[清修换解处])"
)
"""Words that say that it is done, and was done here."""

_PEOPLE = (
    "我们?|咱们?|俺们?|大家|救助站|社区|居委会|社工|网格员|楼门长|楼长|门长|志愿者|工作人员|城管|民警|消防|交警|环卫|园林|物业|保洁员?|保安|"
    "师傅|电工|木工|工人|维修[工队]|管道工|绿化队|房主|户主|住户|业主|车主|主人|本人|当事人|商[家户]|店[主家员里]|老板|摊主|家属|家长|家里人|爸爸|妈妈|小伙子?|几个|骑手|"
    "[他她]们?|对方|双方|老人家?|[大老]爷子?|大[妈娘]|阿姨|奶奶|[老小][\u4e00-\u9fff]|大[刘李王张赵陈孙周吴徐马朱胡郭何林罗宋韩冯曹许丁魏董杨]"
)
_MANNER = (
    r"于?(?:当[日天]|今[日天]|今儿个?|上午|中午|下午)|就|也|都|全部?|下[来楼]|去(?=办)|当场|统统|均|一起|一块儿?|自己|自行|主动|及时|一项项|手把手|重新|很快|当时|"
    r"到场|赶到|赶来|过来|来|上门|给予|予以|进行|将其|被|由|\d{1,2}[点:][\d半]{0,2}|[后内便]|(?:半个?小时|一会儿?|几分钟|\d{1,2}分钟)"
)
_BY_MEANS = "[撒喷垫泼][^,了]{1,2}|雇车|找[到着][^,]{1,3}$"
_DEED_BEFORE = rf"[{_HANDS}](?:{_RESULTS})了?|[{''.join(sorted(_TENDS))}]了[^,了又还再没不]|{_BY_MEANS}"
_ASKED_ONCE = (
    "(?:[跟和对][^,。;了说]{1,4}?|敲门)?(?:一[说劝讲]|(?:说|讲|劝|招呼|提醒|打)了?(?:[一几两]?(?:声|下|句)(?:话|招呼)?)|[几两]句话|"
    "(?:提醒|制止|劝[说阻]|劝导|说服)(?:之?后|完)|(?:说|提醒|讲|劝)了(?=就))(?:人家|对方)?"
)
"""A word that was enough: 说一声就推走了, 提醒后收进去了."""
_LEAD = pattern(rf"{SAID.pattern}|{_ASKED_ONCE}|{_PEOPLE}|{_MANNER}|{_DEED_BEFORE}")
"""Words of who did it, when and how, and a deed told before the last one: what may stand before a deed."""
_WITH = pattern("(?:[把将用拿帮替给带陪]|[让叫请喊找](?!人))(?:[着忙了])?|[叫让喊找]人")
"""Words behind which stands whom or what it was done with, of any name."""
_LONGEST_WITH = 5


class Deed(NamedTuple):
    """The parts of a clause; ``at`` is where in the clause the deed begins."""

    lead: str
    word: str
    work: bool
    result: str
    to: str
    past: bool
    thing: str

    @property
    def came_off(self) -> bool:
        """Whether it is told what came of the deed: 搬走, 挪到墙根, 说通."""
        if self.word == "停" or self.word + self.result in _ELSEWHERE:
            return False
        if self.word in _SAYS:
            return bool(self.result) and (self.past or self.result not in "好完")
        given = self.to.startswith("给") and self.word in _GIVEN and self.past
        return bool(self.result or given or (self.to and not self.to.startswith("给") and self.word in _MOVES))


def deeds(clause: str) -> Iterator[Deed]:
    """The ways to read the end of ``clause`` as a deed, the longest first."""
    for at in range(max(0, len(clause) - _LONGEST_DEED), len(clause)):
        if found := _DEED.match(clause, at):
            word = found["work"] or found["hand"]
            past = bool(found["le"]) or (not found["thing"] and clause.endswith("了"))
            parts = (found["result"] or "", found["to"] or "", past, found["thing"])
            yield Deed(clause[:at], word, bool(found["work"]), *parts)


_CORDONED = pattern("[用拿拉放摆设][^,]{0,4}(?:警[示戒告]|隔离|锥桶|路锥|雪糕筒|围[挡栏]|反光)")
"""How people are kept away from a danger that is still there: 已用警示带围起来."""


def told_at(clause: str, alone: bool) -> int | None:
    """Where in ``clause`` the deed begins that puts something right; ``alone``: nothing stands before the clause."""
    if _CORDONED.search(clause):
        return None
    for deed in deeds(clause):
        for form in (_beside_said, _whole, _spoken, _dirt_gone, _moved_away, _of_ours):
            if (at := form(deed, alone)) is not None:
                return at
    return None


_MARKED_THING = 5
_ONLY_SEEN = pattern(
    "看|勘|查|核|测|量|拍|报|登记|记录|取证|统计|评估|派单|派工|受理|签|通知|了解|沟通|交接|移交|转|约|下单|立案|有[^,]{0,4}人|让人"
)
"""What is looked at, written down or passed on, and is as it was."""


def is_only_seen(clause: str) -> bool:
    """Whether ``clause`` tells that something was looked at, written down or passed on."""
    return bool(_ONLY_SEEN.search(clause))


_FAR = 12
"""Letters between 已 and the deed it is said of."""


def _beside_said(deed: Deed, alone: bool) -> int | None:
    """已清理, 当场把砖铺平, 已撒盐: the word before a deed that says that it is done."""
    said = max((m for m in SAID.finditer(deed.lead)), key=lambda m: m.end(), default=None)
    if said is None:
        return None
    only_named = not (deed.past or deed.result)
    if said[0][0] == "刚" and (deed.thing or deed.to or deed.word in _ANSWERS or only_named):
        return None
    between = deed.lead[said.end() :].rpartition("并")[2]
    if deed.work:
        fits = _is_lead(between) and (not deed.thing or deed.word in _ON_WHAT)
    else:
        near = len(between) <= _FAR and not _ONLY_SEEN.search(between)
        fits = near and len(deed.thing) <= _MARKED_THING and _is_over_beside_said(deed, alone)
    return said.start() if fits else None


def _is_over_beside_said(deed: Deed, alone: bool) -> bool:
    if deed.came_off or (deed.past and deed.word in _TENDS) or _is_placed(deed, alone):
        return True
    return (deed.word in _AT_ONCE and not deed.thing) or (not alone and deed.word in _TENDS)


_RIGHT_BEFORE = pattern("(?:已经?|[随顺]手|[现当]场|当面|给)$")
_NOTICE = pattern("[条单告]|通[知告]")


_SHUTS = frozenset("锁关围盖")


def _is_placed(deed: Deed, alone: bool) -> bool:
    """已锁, 顺手摆了, 给刷一下: not 已贴通知."""
    placed = deed.word in _PLACED and _RIGHT_BEFORE.search(deed.lead) and not _NOTICE.search(deed.thing)
    return bool(placed) and not (alone and deed.word in _SHUTS) and len(deed.thing) <= _SMALL_THING


_MOVED = pattern(
    "(?:音量|声音|音响|水泥|淤泥|积雪|雪|冰|枯枝|落叶|积水|地|火|狗|车|线|摊|绳|牌|桌椅?|椅子?|棚|锁|箱子?|杂?物|货|料|柜子?|盆|垫子|"
    "架子|东西|沙发|垃圾|新的)?"
)
_SMALL_THING = 4


_MONEY = ("钱", "款", "费")
_WELL = frozenset("完毕 完成 好 干净 妥当 到位 掉 清楚 明白 走 净 妥 齐 整齐 通 好 回去".split())  # noqa: SIM905


_OF_OWN_WILL = ("自己", "自行", "主动")
_GONE = frozenset("收挪移搬拔拆撤清拖扫擦")


def _thing_gone(deed: Deed) -> bool:
    if deed.result:
        return deed.past or deed.word in "调关"
    return deed.past and deed.word in _GONE and not deed.thing


def _whole(deed: Deed, alone: bool) -> int | None:
    """挪开了, 店家搬走了, 换了灯泡: the clause tells of nothing else."""
    moved = _MOVED.match(deed.lead)
    of_thing = bool(moved and moved.end()) and _is_lead(deed.lead[moved.end() if moved else 0 :])
    if (of_thing or deed.lead.endswith(_OF_OWN_WILL)) and _thing_gone(deed):
        return 0
    if not _is_lead(deed.lead):
        return None
    if deed.work:
        return 0 if not deed.thing and (deed.past or deed.result in _WELL) else None
    if alone and not SAID.search(deed.lead):
        return None
    if _is_placed(deed, alone) and deed.lead:
        return 0
    if deed.came_off:
        return 0 if _MOVED.fullmatch(deed.thing) else None
    small = len(deed.thing) <= _SMALL_THING and not deed.thing.endswith(_MONEY) and "家" not in deed.thing
    return 0 if deed.past and deed.word in _TENDS and small else None


_OF_WALKERS = frozenset(
    (  # noqa: SIM905
        "清理 清除 清走 清掉 铲掉 铲除 撕掉 撕 劝走 劝离 劝散 劝开 劝回 扶正 捡走 换好 修好 装好 "
        "焊好 铺好 接好 补好 疏通好 疏通 拖走 挪走 搬走 清完 浇灭 扑灭 铺平 垫平 扶好 摆齐 摆整齐 钉好 "
        "绑好 粘好 盖好 通开 通好 扫净 铲净 扫完 填平 抹平 补上 添满 装回去 拔光 拔完 清干净 扫干净 "
        "扫 捡 扫掉 扫走 捡完 擦干净 擦掉 捡干净 收拾干净 挪开 挪正 搬开 拧紧 盖掉 关好 "
        "解释清楚 讲明白 讲清楚 说清楚 打扫干净 清理干净"
    ).split()
)
"""Deeds of those who walk, said without 已 and without a comma, as a voice is taken down: 门口摆摊的劝走了."""
_OF_OTHERS = pattern("被|让人|说|谁|自己|总|老是|每|刚|昨|前|上[周次]|以后|之后")
"""Words with which such a deed is told of others or of another day."""


_AWAY = pattern(
    "[到回进](?:旁?边|一[边旁]|边上|路边|墙[根边]|角落|车棚|屋|家|店|院子?里?|库房|仓库|垃圾[桶站点房]|桶|指定|该放|下水口)[^,了]{0,3}$"
)
"""Where what was in the way is out of it; 楼道 and 门口 are where it was."""


def _moved_away(deed: Deed, alone: bool) -> int | None:
    """堵门口的共享单车挪到边上了: out of the way, whoever did it."""
    if deed.word not in "挪搬移抬推扫" or not deed.past or deed.thing or not _AWAY.fullmatch(deed.to):
        return None
    return None if _OF_OTHERS.search(deed.lead) or _WHOSE_MOVE.match(deed.lead) else len(deed.lead)


_WHOSE_MOVE = pattern("[他她](?!的)|有人|谁|居民|住户|邻居|租户|业主")
_EXPLAINS = frozenset({*_ANSWERS.split("|"), "讲", "说"})
_TAKEN_BY = "撕清铲"


def _spoken(deed: Deed, alone: bool) -> int | None:
    """The deed of a walker, of which only the word tells whose it is."""
    if deed.word + deed.result not in _OF_WALKERS or deed.thing or deed.to or not (deed.past or deed.word in _EXPLAINS):
        return None
    of_others = _OF_OTHERS.search(deed.lead) or ("给" in deed.lead and deed.word[0] in _TAKEN_BY)
    return None if of_others else len(deed.lead)


_DIRT = pattern(
    "(?:小?广告|传单|[粪屎]便?|积?雪|冰(?:溜子|坨)?|烟头|杂草|污渍|油污|痰迹?|呕吐物|青苔|落叶|蜘蛛网)(?:都|全|也|已经?)?$"
)
_OFF = frozenset("清铲撕除刮擦冲洗拔")


def _dirt_gone(deed: Deed, alone: bool) -> int | None:
    """小广告铲了, 门口的冰都清了: what nobody misses is gone, whoever took it."""
    if deed.word not in _OFF or deed.thing or deed.to or not deed.past or _OF_OTHERS.search(deed.lead):
        return None
    return len(deed.lead) if _DIRT.search(deed.lead) else None


_OURS = pattern(
    "我们?|咱们?|俺们?|[老小][\u4e00-\u9fff](?=就|当场|顺手|给|帮)|[让叫喊](?!人)|[叫喊]人|(?<![\u4e00-\u9fff])找(?:人|师傅|[\u4e00-\u9fff]?工)|[帮带陪替领](?=.)"
)
_CAUSED = _TENDS | frozenset("停关收撤办教拔拧通")
_NEAR = 6


def _of_ours(deed: Deed, alone: bool) -> int | None:
    """四单元门口有狗屎我给扫了, 摆摊的让他收了: whose deed it is stands before it, where a comma might."""
    if not deed.past or deed.thing or not (deed.work or deed.came_off or deed.word in _CAUSED):
        return None
    whose = max((m for m in _OURS.finditer(deed.lead)), key=lambda m: m.end(), default=None)
    if whose is None or len(deed.lead) - whose.end() > _NEAR:
        return None
    return whose.start() if _is_lead(deed.lead[whose.start() :]) else None


def _is_lead(text: str) -> bool:
    """Whether ``text`` says only who does it, when, how and with what."""
    at, free = 0, 0
    while at < len(text):
        if known := _LEAD.match(text, at):
            at = known.end()
        elif taken := _WITH.match(text, at):
            at, free = taken.end(), _LONGEST_WITH
        elif free:
            at, free = at + 1, free - 1
        else:
            return False
    return True


_MENDED = "(?:路?灯|下水道?|水管|水|电|门禁?|道闸|电梯|暖气|网|马桶|厕所|地漏|管道)"
"""What works again."""
_ENDS_WELL = (
    "(?:不(?:漏|响|堵|晃|滴|臭|吵|闹|闪|冒|挡|滑|松)了|没声了|没事了|没味儿?了|味儿?散了|来[水电气暖]了|恢复(?:了?正常|供[水电暖]|通行|使用)|又?能[^,了]{0,3}了|"
    "门?能关严了?|通了|平了|(?:就|又)?(?:亮|好|好使|凉快|暖和)了|水下去了|[他她]?没意见了|(?<![不])能[过走用开关进出][^,了]{0,2}了)"
)
_GOOD_END = pattern("(?:不(?:漏|响|堵|晃|滴|臭|吵|闹|闪|冒|挡|滑|松)|没(?:声|事|味儿?|(?:有)?意见))了$")
_ENDS_ALONE = pattern("(?:已经?)?(?:办结|完成|搞定|弄好)了?|已经?[好妥]|好了|来[水电气暖]了|ok了?|OK了?")
"""Words of an end that are enough where nothing stands before them."""
_HELPED = (
    "帮(?![^,。;]{0,10}(?:[看催拍量约查写说叫喊想盯留等]|打(?!扫|捞|通|开|气|磨)|找(?![到回])|通知|预))(?:着|忙)?(?:他们?|她们?|老人家?|"
    "老太太|大爷|大妈|阿姨|奶奶|住户|居民|人家)?[^,。;不没未联报登记问转申]{1,4}(?:[了好]|成功)(?:[^,。;不没未]{0,2}了)?"
)
_AGREED = (
    "^都?(?:握手|和解)了$|^[印打写填修办配]好(?:交|送|还)?给[^,。;没不了]{1,4}了$|"
    "(?:[和跟与][^,。;没不]{1,6}?)?(?:谈|商量|协商)[好妥拢](?!了?[^,。;]{0,8}(?:[由来去先再等修换清装拆挪搬]|给他))(?:了[^,。;没不]{0,8}|[^,。;没不了]{0,8})"
    "|握手言和了?|达成(?:一致|协议|和解)|(?:签|赔|退|补交|缴)了(?:协议|钱|款|费|歉)|道了歉|赔(?:了礼|礼(?:道歉)?了)|^和好了?|^了结"
)
_MINUTES = r"(?:半(?:个)?小时|一会儿?|不一会儿?|几分钟|\d{1,2}分钟)"
_REPAIRED = "(?:修|换|清|弄|处理|解决|搞|装|通)(?:好|完|掉|定|开)"
_IN_TIME = (
    rf"(?:{_MINUTES}|当天|下午|中午|上午)(?:后|内|就|便|已)?{_REPAIRED}了"
    rf"|(?<![要会取证约说好力能]){_MINUTES}(?:后|内|就|便|已)?{_REPAIRED}"
)
"""By a time of day it is over only with 了: 下午修好 is yet to come."""
_CARRIED_OUT = (
    rf"(?:已经?|当场|现场|当即)(?![^,。;:]{{0,8}}(?:{_ONLY_SEEN.pattern}))[^,。;:没未不待需请拟]{{1,8}}"
    "(?:(?:完成|完毕|妥当)了?|[弄办搞修装换教](?:好|妥|会|成)了?)|^[清换修拆装铺补][^,了]{1,3}完毕"
)
"""Work of any name that is said to be complete: 现场二次分拣完成; what was only looked at is not: 现场勘查完毕."""
_OVER = {
    "it works again": rf"^(?:现在|已经?|目前|这下|车轮?子?|老人|{_MENDED}(?:也|就|都|现在|已经?)?)?{_ENDS_WELL}",
    "it works since something was done": rf"^[^,。;]{{1,6}}[后了][^,。;]{{0,3}}{_ENDS_WELL}",
    "somebody says that it works": rf"^[^,。;]{{0,4}}说{_ENDS_WELL}",
    "it is finished": "^(?:已经?)?(?:完成|搞定|办结|弄好|搞掂晒?|了结)了?|已经?[好妥]|^(?:ok|OK)了?",
    "they were taught": "^(?:当场|现场)(?:批评)?教育(?:过|后)?|(?:(?<=现场)|(?<=当场)|^)(?:教|教会|指导|示范)了"
    "|^(?:手把手)?教会了?[^,。;没不未]{1,12}",
    "it was done anew": "(?:已|当场|现场|当面)重新[^,。;]{1,4}"
    "|(?<![要得该想再能])重新(?:挂|贴|装|摆|盖|码|放|绑|固定|扎|系|立|接|铺|钉)[^,。;没不]{0,4}",
    "somebody was helped": _HELPED,
    "they agreed": _AGREED,
    "it took so long": _IN_TIME,
    "the work is complete": _CARRIED_OUT,
}
"""The ways in which the whole last clause tells that the trouble is over."""
_ENDS = pattern(f"(?:{'|'.join(_OVER.values())})$")


def over_at(clause: str, alone: bool) -> int | None:
    """Where the clause tells that the trouble is over: 不漏了, 现在没事了, 道了歉."""
    found = _ENDS.search(clause)
    if found is None or (alone and not _ENDS_ALONE.fullmatch(clause) and not SAID.search(clause)):
        return None
    return found.start()


def without_good_end(clause: str) -> str:
    """The clause without the words of a trouble that is over, in which a 不 or 没 denies the trouble: 不漏了."""
    return _GOOD_END.sub("", clause)
