"""Endings of a sentence that say the matter was settled on the spot: 已清理, 当场解决, √."""

from __future__ import annotations

import re

from minqing.classify.corrections import corrected
from minqing.classify.numbers import amount
from minqing.classify.wrongdoing import is_the_trouble
from minqing.domain.patterns import pattern
from minqing.text.normal import aligned

_DEEDS = (
    "清理|清除|清走|清掉|清运|清扫|清完|清净|打扫|铲除|铲掉|铲|撕掉|撕|捡走|捡起|捡|拾走|收走|劝离|劝走|劝阻|劝止|劝开|劝散|劝停|劝回|制止|解决|处理|处置|"
    "办结|办理|办妥|办好|修好|修复|修理|维修|拧紧|加固|扶正|移走|移除|移开|移至|挪走|挪开|搬走|搬开|拉走|运走|恢复|整改|调解|化解|更换|"
    "换好|换新|换上|换了|换|答复|解答|解释|告知|归位|摆好|疏通|铺好|填平|补好|盖好|关好|关闭|锁好|取下|摘除|拿走|扔掉|倒掉|整理|复位|挪车|移车|冲洗|冲刷|擦掉|擦净|"
    "覆盖|粉刷|消除|排除|取走|送回|送到|送医|找到|领走|开走|驶离|修剪|剪掉|剪短|修补|调和|说和|分拣|拖走|拖离|摆齐|摆整齐|码齐|归拢|卸下|劝散|救出|放出|解救"
)
_DONE_WELL = "(?:完毕|完成|完|好|干净|妥当|到位|掉|清楚|了|走|净|妥)*"
_AT_ONCE = "已经?|当场|现场|当即|随手|顺手|即时|即刻|现已|均已|都已|全已|(?<!物)业已|马上|立即|立刻"
_BY_WHOM = (
    "(?:由?(?:我们?|大家|物业|保洁员?|社工|网格员|楼门长|楼长|志愿者|"
    "城管|民警|师傅|工作人员|居民自行|商户自行|自行|车主)?(?:已经?|"
    "当场|现场|当即|立即)?)?"
)
_THING = "(?:了)?(?:[^,。;!?没不未过次半分还再又]{1,8})?"
_AT_END = re.compile(
    rf"(?:{_AT_ONCE})(?:于(?:当日|当天|今日|今天)|就|都|全部|给|予以|进行|将其|已|被|帮忙|帮|协助|自行){{0,6}}(?:由[^,。;]{{1,6}}?)?(?:已|就|全部)?"
    rf"(?:(?:{_DEEDS}){_DONE_WELL}$|(?:清理|清除|劝离|劝走|更换|修好|修复|换|解决|处理|疏通|移走|挪走|搬走|撕掉|铲除|制止|化解|扶正)了?{_THING}$)"
    rf"|(?:{_AT_ONCE}|我们?)?[让请叫][^,。让请]{{1,6}}?(?:搬走|搬开|清走|清理|挪走|挪开|移走|移开|收走|拿走|取走|撕掉|清掉|拉走|运走|开走|搬离|撤走|收摊|停了|关了|拔了|拔掉|灭了|熄了)了?$"
    rf"|(?<=[→>—])\s?(?:已|当场)?(?:{_DEEDS}){_DONE_WELL}$"
    r"|(?:已经?|当场|现场|当即|均已|都已)(?:拆除|拆掉|清|撕|铲|捡|扶|修|换|拆|搬|办|剪|锯|扫|擦|洗|移|抬|收|拖|挪|运|补|填|拔)了?$"
)
_WHOLE_CLAUSE = re.compile(
    rf"{_BY_WHOM}(?:我们|大家|现|已经?|当场|现场|当即|顺手|随手|马上|立即|就|都|全部?|一起)*(?:{_DEEDS}|拆除|拆掉)"
    r"(?:完毕|完成|完|好|干净|掉|走|妥)*(?:了|完毕|完成|好)$"
)
_SHORT_CLAUSE = re.compile(
    r"(?:已经?|当场|现场|当即|均已|都已)(?:拆除|拆掉|清|撕|铲|捡|扶|修|换|拆|搬|办|剪)$|(?:当场|现场)办结$|(?:已经?)?(?:办结|完成|搞定|搞定了|解决了|弄好了?|好了)$|已经?[好妥]$"
)
_PASSIVE = re.compile(
    rf"被?(?:物业|保洁员?|社工|网格员|楼门长|楼长|志愿者|城管|民警|师傅|工作人员|我们|大家)(?:已经?|当场|现场|当即|立即|马上|随即)(?:{_DEEDS}){_DONE_WELL}$"
)
_JUST_NOW = pattern(
    rf"(?:物业|保洁员?|社工|师傅|电工|工人|志愿者|我们?|他们?|刚|刚刚|刚才|才刚)刚(?:刚|才|给)?(?![告解答])(?:{_DEEDS}){_DONE_WELL}$"
)
"""Who has done it this minute: 物业刚修好."""

_ONLY_SEEN = (
    "看|勘|查|核|测|量|拍|报|登记|记录|取证|统计|评估|派单|派工|受理|签|通知|了解|沟通|交接|移交|转|约|下单|立案"
)
"""Words of what is looked at, written down or passed on, and is as it was."""

_CARRIED_OUT = pattern(
    rf"(?:已经?|当场|现场|当即)(?![^,。;:]{{0,8}}(?:{_ONLY_SEEN}))[^,。;:没未不待需请拟]{{1,8}}(?:(?:完成|完毕|妥当)了?|[弄办搞修装换教](?:好|妥|会)了)$"
)
"""Work of any name that is said to be complete: 当场教会了; what was only looked at is not: 现场勘查完毕."""

_SPOKEN = re.compile(
    r"(?:清理|清除|清走|清掉|清运走|铲掉|铲除|撕掉|撕|劝走|劝离|劝散|劝开|劝回|扶正|捡走|换好|修好|装好|焊好|铺好|接好|补好|疏通好|疏通|拖走|挪走|搬走|清完|浇灭|扑灭|铺平|垫平|扶好|摆齐|摆整齐|钉好|绑好|粘好|盖好|通开|通好)(?:干净)?了$"
)
"""Deeds of those who walk, said without 已 and without a comma, as a voice is taken down: 门口摆摊的劝走了."""

_HANDLES = (
    "[清扫铲撕搬抬挪移拆推扶踩填补粘贴擦洗冲敲磨捡拾收劝赶拧紧绑剪锯砍钉垫解摘抱运掏疏通抽浇扑灭修拦锁盖撤腾拔涂刷围"
    "焊铺]"
)
_TENDS = "[清扫铲搬抬挪扶填补粘擦洗冲捡拾拧剪锯垫摘掏换撒培焊修]"
"""Deeds that only whoever puts something right does: 撒了盐, 换了灯泡; 贴了 and 摆了 are also what is wrong."""

_COMES_OFF = (
    "(?:走|掉|开|平|净|正|下来?|住|紧|干净?|完|牢|稳|好|离|固|散|起来?|上|回去?|出去|回来|空|直|齐|白|乾|和|起)"
)
_OWNER_OF_IT = (
    "(?:房主|户主|住户|业主|车主|主人|本人|当事人|商[家户]|店[主家]|老板|摊主|家属|保洁员?来?|物业|"
    "师傅|志愿者|电工|工人|维修工|城管|保安|交警|环卫|园林|维修队|楼长|门长|民警|他们?|她|对方)"
)
_ADVERBS = (
    rf"(?:我们?|大家|{_OWNER_OF_IT}|当场|现场|当面|当即|当时|顺手|随手|到场|赶到|赶来|过来|上门|已经?|也|就|立即|马上|都|全部?|又|"
    r"给(?:他|她|老人|住户)?|自己|自行|主动|\d{1,2}[点:][\d半]{0,2}){0,6}"
)
_FIRST = rf"{_ADVERBS}(?:(?:把|将)[^,。;]{{1,6}}?|帮[^,。;]{{0,4}}?|[用拿][^,。;]{{1,4}}?)?{_ADVERBS}"
"""Who did it, when and with what: all that may stand before a deed in its clause."""

_THING_MOVED = "(?:车|线|摊|绳|牌|桌椅?|椅子?|棚|锁|箱子?|杂?物|货|料|柜子?|盆|垫子|架子|东西|沙发|垃圾)"
_GONE = (
    "(?:不(?:漏|响|堵|晃|滴|臭|吵|闪|冒|挡|滑|松)了|没声了|没事了|没味儿?了|恢复(?:了?正常|供水|"
    "供电|供暖|通行|使用)|(?:又)?能用了|通了|(?:就|又)?(?:亮|好)了)"
)
_HANDS = re.compile(
    rf"{_FIRST}(?:{_HANDLES}{{1,2}}{_COMES_OFF}(?:固定好)?了?(?:{_THING_MOVED})?|[关调]小了?|"
    rf"(?:[清扫铲撕搬抬挪捡扶拆劝灭熄锯抽]|(?<=[他她己])[停关拔收])了|[换补装配]了(?:新的?)?(?:一?[把个块盏根扇副张条])?新?的?|"
    rf"(?:{_HANDLES}{_COMES_OFF}了?)?(?:{_TENDS}了[^,。;了不没又还]{{1,4}})+|(?!捡到){_HANDLES}到[^,。;]{{1,4}}了?|"
    rf"(?:疏通|重启|修好|修完|更换|处理|调试)[^,。;]{{0,3}}?{_GONE}|"
    rf"(?<=[已手场面给])[贴挂装铺摆打绑钉盖撒刷喷](?![条单告通])(?:了[^,。;]{{0,4}}|[^,。;了]{{1,3}})|"
    rf"规?劝[走离散开停回止]了?|拦[下住]了?|[说讲]和了|调解好了?|弄好了?|熄灭了?|(?:换新|换好|修好|疏通|抽干)了?|(?:教|教会|指导|示范)了)$"
)
"""A deed of the hands and what came of it, as the whole last clause: 挪走了, 清走, 铲了冰撒了盐."""

_MENDED = "(?:路?灯|下水道?|水管|水|电|门禁?|道闸|电梯|暖气|网|马桶|厕所|地漏|管道)"
_OVER = re.compile(
    rf"{_THING_MOVED}(?:(?:也|都|已|就)?[收挪移搬拔拆撤清]|(?:也|都|就)(?:推|拖|骑|开|抬|{_HANDLES}){_COMES_OFF})了$"
    rf"|(?:现在|已经?|目前|这下)?(?:{_MENDED}(?:也|就|都|现在|已经?)?)?{_GONE}$|[^,。;]{{1,6}}[后了][^,。;]{{0,3}}{_GONE}$|[^,。;]{{0,4}}说{_GONE}$"
    rf"|(?:当场|现场)(?:批评)?教育(?:过|后)?$|(?:ok|OK)了?$"
    rf"|(?:我们?|当时|当场|就|马上|赶紧|立即|又|也|先){{0,4}}[让请叫喊][^,。;让请]{{1,6}}?{_HANDLES}(?:{_COMES_OFF}了|[到进回][^,。;]{{1,5}}了?)$"
)
"""What was moved, and the trouble that is over, as the whole last clause: 线收了, 垫了胶皮不响了."""

_WITHIN = re.compile(
    rf"(?:已经?|当场|现场|当面|顺手)(?:重新)?[^,。;]{{0,12}}?{_HANDLES}{{1,2}}{_COMES_OFF}(?:了[^,。;]{{0,5}})?$"
    rf"|(?:已|当场|现场|当面)重新[^,。;]{{1,4}}$"
    rf"|(?:已|当场|现场)(?:口头)?(?:规?劝|劝导?)[其他她]?(?:搬离|搬走|挪开|挪走|停止|收起|收回|离开)$"
)
"""Deeds behind 已 and the like, wherever in the last clause: 已解下, 已粘好, 已重新打胶."""

_OF_OTHERS = re.compile(r"被|让人|说|给.*[撕清铲]|谁|自己|总|老是|每|刚|昨|前|上[周次]|以后|之后")
"""Words with which such a deed is told of others or of another day."""

_NOT_DONE = re.compile(
    r"没|未|不|别|希望|要求|请(?![^,。;]{1,4}来)|何时|什么时候|能否|能不能|可否|是否|怎么|应该|需要?|尽快|吗|才|多次|一半|部分|大半|过$|过[又还再]|准备|打算|计划|联系|通知|"
    r"上报|督促|催促|协调|约定|承诺|答应|将(?!其)|待|拟|明[天日]|下周|过几天|正在|开始|反映|投诉|报修|转"
)
_UNSURE = pattern(
    r"好像|可能|大概|估计|也许|貌似|应当|据说|听说|看样子|(?<![很赶尽加])快(?:要)?(?=[修清弄搬拆换补]|解决|处理)"
    r"|暂时|临时(?!工|停|摊|占|搭|堆|摆|施|安)|(?:马上|立刻)(?=就?(?:来|去|到|安排|派|处理|解决|[维整]?修|换|整改|清[理除]|疏通|更换))(?![^,。;]*了)"
    r"|(?:说|表示|同意|答应|承诺|会|要)就?(?:马上|立[即刻])(?![^,。;]*了)"
    r"|已经?约|[让请叫令](?=[^,。;了]*$)[^,。;]*(?:今晚|晚上|下午|明早|周末|[日天月周节班]前|赶紧|赶快|抓紧|限[期时]|保证|考虑)"
)
"""What is only supposed, done for the time being, or to be done by and by: 好像修好了, 临时垫平了, 让他今晚搬走."""

_NO_END = pattern(
    r"照旧|照样|依旧|仍|无法|难以|(?<!第)[好几两三四五六七八九十\d][回趟次]|到(?:天黑|哪)|一[春夏秋冬]天?|倒(?:是)?(?=[修换装])"
    r"|想[让叫请]|求[劝让]|[帮让到]我(?!们)|让人(?:给)?[拿取偷抱扛]走|要去"
)
"""What was done in vain, again and again or elsewhere, and what somebody asks for or suffers: 修了三回, 帮我挪下."""

_UNTICKED = pattern(r"[☐□]|(?<=[☐□])|(?<=[☐□]\s)|(?<=\[\])|(?<=\[\s\])|(?<=\[\s\]\s)|(?<=\[\]\s)")
"""A box before a state that nobody ticked: □已处理, [ ] 已清理."""

_LEFT_OPEN = re.compile(
    "没(?!有?人)|未|希望|尽快|联系|上报|已报|报(?:修|物业|街道|市政|社区|城管|消防|电力|热力|燃气|自来水)|转|待|拒|不(?:同意|肯|听|愿|配合|理)|催|"
    "等(?=物业|师傅|配件|厂家|[^,。;]{1,6}(?:来|修|换|处理|回复|通知))|明[天日]|下周"
)
"""What says of one matter in a list of settled ones that it was not."""

_CONTENT = re.compile(
    r"[,。;、]\s*(?:居民|老人|双方|当事人|阿姨|大爷|老爷子|商户|业主|大家|对方|车主|他|她)?们?(?:都|均|也|已)?(?:表示|感到)?(?:[很非常]{0,2})?"
    r"(?:满意|理解|感谢|认可|接受|同意|道谢|高兴|配合|谢谢|和好|和解)了?$"
)
_BESIDES = pattern(
    r"[,。;、]\s*(?:就)?(?:不用(?:再)?管了?|你?(?:多)?留[点个]?心[了吧]?|你放心|请放心|放心吧?|再留意|继续(?:留意|观察|关注)|注意保持|"
    r"下不为例|(?:已|并)?拍照留存|(?:已|并)?留了?照片|照片发群里?了?|特此告知)$"
)
"""What is said behind the deed and changes nothing of it: 已经拖了,不用管."""

_AND_TOLD = re.compile(r"(?<=[\u4e00-\u9fff])[并且](?:口头)?(?:提醒|告知|叮嘱|嘱咐|教育|宣传|劝导|警告)[^,。;]{0,8}$")
"""What was said besides to whoever had caused it."""

_TICK = re.compile(r"(?<!\s)\s*(?:[√✓✔☑✅]\ufe0f?|[\[【(]\s*[xX√✓✔]\s*[\]】)])\s*$")
_TAIL = "。.!,;、~ )]】\u3000👌👍💪✌😄😊🎉👏\ufe0f"
_SOFTENED = pattern("[啦喽咯咧嘞]$")
"""了 as a voice softens it: 拖走啦."""

_CLAUSE = re.compile("[,。;:!?、\\s(\\[【→>/+|\U0001f300-\U0001faff]")
_LONGEST = 600
"""Characters at the end of a text that are looked at."""


def without_tick(text: str) -> tuple[str, bool]:
    """``text`` without a tick (√ ✓ ✔ ☑ [x]) at its end, and whether there was one."""
    found = _TICK.search(text, max(0, len(text) - 40))
    return (text[: found.start()], True) if found else (text, False)


def settled(text: str) -> str | None:
    """The words at the end of ``text`` that say it was settled on the spot, as written, or ``None``.

    What is only wished for or was left undone (希望当场解决, 没人清理了), done in part or once before (已反映多次,
    已清理过), passed on (已联系物业) or itself the trouble (把路拦住了) does not count. Contentment behind it
    (已清理,居民满意) changes nothing.
    """
    text = corrected(text)
    plain = _without_what_followed(text)
    beside = _BESIDE.search(plain, max(0, len(plain) - 20))
    if beside and not _NOT_DONE.search(beside[0]) and (before := settled(text[: beside.start()])):
        return before
    start = max((m.end() for m in _CLAUSE.finditer(plain, max(0, len(plain) - _LONGEST))), default=0)
    clause = plain[start:]
    if _NOT_DONE.search(_GONE_CLAUSE.sub("", clause)) or _UNTICKED.match(plain, start):
        return None
    if _UNSURE.search(clause) or _NO_END.search(clause):
        return None
    found = _deed(plain, start)
    if found is None or is_the_trouble(plain, start) or _is_part(plain, start):
        return None
    return text[found : len(plain)]


_COUNT = pattern(r"(?P<n>\d{1,4}|[一二两三四五六七八九十百]{1,4})(?P<of>[处个辆户块盏张堆件起条根家])")


def _is_part(plain: str, start: int) -> bool:
    """Whether the deed is told of fewer than there are: 楼道堆物5处,已清理3处."""
    done = _COUNT.search(plain, start)
    if done is None:
        return False
    there = [found for found in _COUNT.finditer(plain[:start]) if found["of"] == done["of"]]
    return bool(there) and (amount(there[-1]["n"]) or 0) > (amount(done["n"]) or 0)


def _without_what_followed(text: str) -> str:
    """``text`` in half-width forms up to the deed: without contentment, a word of warning, who was called in."""
    plain = _SOFTENED.sub("了", aligned(text).rstrip(_TAIL))
    besides = _BESIDES.search(plain, max(0, len(plain) - 30))
    plain = plain[: besides.start()].rstrip(_TAIL) if besides else plain
    also = _AND_TOLD.search(plain, max(0, len(plain) - 30))
    plain = plain[: also.start()] if also else plain
    content = _CONTENT.search(plain, max(0, len(plain) - 30))
    plain = plain[: content.start()].rstrip(_TAIL) if content else plain
    return _CALLED_IN.sub(_without_call, plain)


def _without_call(called: re.Match[str]) -> str:
    """Blanks for who was called in; the words as they stand where the clause says that nobody was called yet."""
    before = _CLAUSE.split(called.string[max(0, called.start() - _LONGEST_CALL) : called.start()])[-1]
    return called[0] if _NOT_CALLED.search(before) else " " * len(called[0])


def _deed(plain: str, start: int) -> int | None:
    """Where the deed begins that the clause from ``start`` on tells of."""
    forms = (
        _AT_END.search,
        _WHOLE_CLAUSE.match,
        _SHORT_CLAUSE.match,
        _PASSIVE.search,
        _JUST_NOW.search,
        _CARRIED_OUT.search,
    )
    found = _IN_ENGLISH.search(plain) or next((m for form in forms if (m := form(plain, start))), None)
    by_hand = found.start() if found else _came_off(plain, start)
    if by_hand is not None:
        return by_hand
    found = _PUT_RIGHT.match(plain, start) if start else None
    if found is None and not _OF_OTHERS.search(plain, start):
        found = _SPOKEN.search(plain, start)
    found = found or _BY_ME.search(plain, start)
    return found.start() if found else None


def _came_off(plain: str, start: int) -> int | None:
    """Where the last clause says what was done by hand; ``None`` where it is the whole of the text: 搬走了 of whom?"""
    if not start and not _DONE_BY_US.search(plain):
        return None
    if _HANDS.match(plain, start) or _OVER.match(plain, start):
        return start
    within = _WITHIN.search(plain, start)
    return within.start() if within else None


_MENDS = (
    "叫停|带离|制止|劝(?!说)|加(?=[装固盖锁油高宽盐])|装(?!修)|换|补(?!报|录)|焊|修(?!订|建|改)|拆|清(?!楚|点|查)|疏|通(?![知报告])|剪|扫|铲|移(?!交)|搬|挪|运(?!行)|送(?![审检修]|通知)|退|赔|缴|抽(?!查)|排(?=[除水空完干])|填(?!表|报)|铺|"
    "刷|涂|盖|锁|关(?!注)|捅|掏|垫|调(?=[低小整好正])|取(?=[缔下走消])|救|陪|帮|签|复位|恢复|和(?=[解好])|化解|消(?=[除杀毒])|归|扶|固|绑|打(?=[胶药扫通])|封|洗|擦|抹|喷|洒|灭|拔|撤|收(?![到集])"
)
"""What puts something right, by the beginning of the word."""

_PUT_RIGHT = re.compile(
    rf"[^,。;:]{{0,6}}?(?:(?<![早久])已经?|现已|均已)(?:全部|重新|当日|当天|及时|自行|主动)?(?:{_MENDS})(?![^,。;]*(?:告知|单$|条$|过半|一半|等|待|但))[^,。;了]{{0,9}}了?(?:[^,。;了]{{1,4}}了)?$"
)
"""已 and what was done, whatever it was: 已加装隔离桩."""

_MINUTES = r"(?:半(?:个)?小时|一会儿?|不一会儿?|几分钟|\d{1,2}分钟)"
_REPAIRED = "(?:修|换|清|弄|处理|解决|搞|装|通)(?:好|完|掉|定|开)"
"""By a time of day it is over only with 了: 下午修好 is yet to come."""

_BY_ME = re.compile(
    r"(?:我们?|咱们?)(?:给|就|都|也|顺手|随手|当场)*[^,。;]{0,3}?[扫清捡撕铲扶拔擦冲拖挪搬拧]了$"
    r"|(?:当场|就|已)?让(?:他们?|她|其|主人|住户)?[收停撤挪搬拆拿清移关]了$"
    r"|帮(?![^,。;]{0,10}(?:[看催拍量约查写说叫喊想盯留等]|打(?!扫|捞|通|开|气|磨)|找(?![到回])|通知|预))(?:着|忙)?(?:他们?|她们?|老人家?|老太太|大爷|大妈|阿姨|奶奶|住户|居民|人家)?[^,。;不没未联报登记问转申]{1,4}[了好](?:[^,。;不没未]{0,2}了)?$"
    r"|(?:[和跟与][^,。;没不]{1,6}?)?(?:谈|商量|协商)[好妥拢](?!了?[^,。;]{0,8}(?:[由来去先再等修换清装拆挪搬]|给他))(?:了[^,。;没不]{0,8}|[^,。;没不了]{0,8})$|握手言和了?$|达成(?:一致|协议|和解)$"
    rf"|(?:{_MINUTES}|当天|下午|中午|上午)(?:后|内|就|便|已)?{_REPAIRED}了$|(?<![要会取证约说好力能]){_MINUTES}(?:后|内|就|便|已)?{_REPAIRED}$"
    r"|(?:带|陪|领|替|帮)[^,。;不没]{1,4}?(?:去)?办(?:好|完|妥)?了$"
    rf"|(?:让|叫|请)(?:物业|维修队|师傅|工人|电工|保洁员?|保安|管道工|绿化队|环卫)[^,。;让请没不]{{0,4}}?{_HANDLES}{_COMES_OFF}了$"
    r"|(?:签|赔|退|补交|缴)了(?:协议|钱|款|费|歉)$|道了歉$|重新[^,。;]{1,4}过了?$|(?<![要得该想再能])重新(?:挂|贴|装|摆|盖|码|放|绑|固定|扎|系|立|接|铺|钉)[^,。;没不]{0,4}$"
    r"|[老小][\u4e00-\u9fff](?:就|当场|顺手)?(?:给|帮忙?)[^,。;没不]{0,3}?(?:换|修|补|装|接|扫|清|搬|扶|挂|贴|通|拧|焊|钉|锁|关)[好上掉走开通]?了$"
)
"""Deeds of whoever writes, without a comma before them; and how a quarrel ends."""

_DONE_BY_US = re.compile("已|当场|现场|当面|顺手|随手")
_CALLED_IN = re.compile(
    rf"(?<![要想得该再去])联系[^,。;\s]{{1,8}}?(?=当场|现场|已|马上|立即|(?:摆整?|码|挪|搬|清|移|收|拖|换|修|扶|关|锁)(?:{_COMES_OFF}|好|整?齐)了?$)"
)
"""Who was called and came at once: 联系车主当场挪走."""

_NOT_CALLED = pattern(
    "没|未|不|别|[需待等拟请让说能会该]|可以|希望|要求|建议|打算|计划|准备|尽快|答应|[明后][天日早晚]|下周|今晚|晚上|周末|月底"
)
_LONGEST_CALL = 20
"""Letters before a call in which its clause says whether it was made: 明天联系车主挪走."""

_BESIDE = re.compile(r"(?<=[\u4e00-\u9fff])\([^()]{2,10}$")
"""A remark in brackets behind the end of a matter; its closing bracket is off already."""

_GONE_CLAUSE = re.compile(rf"{_GONE}$")
_IN_ENGLISH = re.compile(
    r"\b(?<!not )(?<!be )(?:cleaned(?: up)?|moved|removed|fixed|repaired|solved|cleared|taken away|ok|done)$",
    re.IGNORECASE,
)


def leaves_open(text: str) -> bool:
    """Whether ``text`` says that something was left undone, wished for or passed on."""
    return bool(_LEFT_OPEN.search(aligned(text[-_LONGEST:])))


def is_settled(text: str) -> bool:
    """Whether ``text`` ends by saying, in words or with a tick, that it was settled on the spot."""
    rest, ticked = without_tick(aligned(text))
    return ticked or settled(rest) is not None
