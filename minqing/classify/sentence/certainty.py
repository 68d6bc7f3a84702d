"""When, how surely and how far something was done: what is only wished for, planned, supposed or half done is open.

Everything in the notes that keeps a matter open, or opens it again, stands here: in the clause of the deed, in the rest
of its sentence, and at the beginning of what is told behind it.
"""

from __future__ import annotations

import re

from minqing.classify.sentence.numbers import amount
from minqing.domain.patterns import pattern
from minqing.text.normal import aligned

_STAFF = (
    "保洁|物业|师傅|维修|维保|电工|水工|管道工|木工|工人|工程|施工|"
    "环卫|城管|绿化|园林|市政|保安|管家|厂家|电力|消防|民警|交警|人来"
)
"""Who sees to a thing when asked."""
_DENIED = "没(?!意见|事)|未|不|别"
_WISHED = (
    rf"希望|要求|请(?![^,。;]{{1,4}}来|(?:{_STAFF})[^,。;把]*了$)|何时|什么时候|能否|能(?=[擦收修换清])|能不能|请(?=[取清挪搬收])|(?<!应)该(?=[换修清扫剪拆])|得(?=[换修清找拆装补弄加等报]|重新)|可否|是否|怎么|应该|需要?|尽快|吗|想[让叫请]|求[劝让]|[帮让到]我(?!们)|建议|"
    "[了好走掉]吧$|了?(?:得了|算了)$|叫(?=[清挪拆搬收移补])|赶紧(?![^,]*了)|[让叫喊请][^,了]{0,4}来(?![^,]*了)"
)
_ASK = (
    "(?:(?<![互各退谦礼不转相避])让(?![步座路开出])|(?<![狗犬鸡猫鸟吠乱嚎喊])叫(?![停醒开住来到])|喊(?![停话])|催|派(?![发送出])|"
    "嘱咐?|叮嘱|吩咐|交[代待]|告诉|提醒(?!之?后|完|过|[他她其]?们?后)|找(?=人|师傅|物业|[^,。;]{0,3}工|[车户业]主|主人|房东|楼[上下])|"
    "(?:说|讲|打|招呼|提醒)(?:一?声|一下)(?:招呼)?)"
)
"""Words by which somebody is asked to do a thing."""
_YET = "(?=[^,。;了]*$)(?![^,。;]*(?:当场|现场|当面|已))"
_ASKED = (
    rf"(?<!已经)(?<!已)(?<!当场)(?<!现场)(?<!当面){_ASK}{_YET}|{_ASK}[^,。;了]{{0,4}}?(?:{_STAFF}){_YET}|"
    "[跟和给对向同][^,。;了]{1,6}[说讲](?:过|好|了)?(?![一就通妥开和服]|清楚|明白)(?=[^,。;了]*$)|"
    rf"(?<!已)安排(?![^,。;]*了)|(?<=已)安排(?![^,。;]*(?:了|完|净|毕|妥|成|到位))|请(?={_STAFF})(?![^,。;]*了)"
)
"""A request is no deed, whatever is to come of it: 让物业修好, 已催保洁清走; 让物业修好了 is one. What residents were
told, with a word that it happened, they did: 已经让住户搬走."""
_YET_TO_COME = (
    "准备|打算|计划|约定|承诺|答应|将(?!其)|待|拟|明[天日]|下周|过几天|正在|开始|要去|已经?约|"
    "(?:马上|立刻)(?=就?(?:来|去|到|安排|派|处理|解决|[维整]?修|换|整改|清[理除]|疏通|更换))(?![^,。;]*了)|"
    r"[让叫请劝][^,。;]{0,6}?(?:\d{1,2}|[一二三四五六七八九十]{1,3})点半?[以之]?[后前]|"
    "(?:说|表示|同意|答应|承诺|会|要)就?(?:马上|立[即刻])(?![^,。;]*了)|(?<![很赶尽加])快(?:要)?(?=[修清弄搬拆换补]|解决|处理)|"
    "[让请叫令](?=[^,。;了]*$)[^,。;]*(?:今晚|晚上|下午|明早|周末|[日天月周节班]前|赶紧|赶快|抓紧|限[期时]|天之?内|保证|考虑)"
)
_ARRANGED = (
    "(?:下午|晚上|今晚|傍晚|中午|明早|稍后|待会|一会|回头|改天|周[一二三四五六日])"
    "[^,。;了]{0,8}(?:来|再去)[^,。;了]{0,8}$"
)
"""Somebody comes to do it later: 师傅下午来修好."""
_PASSED_ON = "联系|通知|责[令成]|上报|督促|催促|协调|反映|投诉|报修|转"
_UNDER_WAY = (
    "[递报交]上去|递交|提交|送审|报批|记(?:在|到)?(?:小?本|账)|推[到给](?:社区|街道|物业|区里|居委会?|开发商)|"
    "(?:拿|送|拉|卸)[^,。;了]{0,3}去?[修配检](?:理|查|测)?(?:去)?了$|[修配]去了$|看[完了过][^,。;]{0,3}走了$|进场|开工|动工|脚手架|"
    "^(?:还|又|也)?[没未][^,。;]{0,3}[净完好成到修来动拆搬换](?:$|了?$)"
)
"""What was passed on, taken away to be mended, begun: 材料递上去了, 送去修了, 看完走了."""
_IN_PART = (
    "[用拿找][^,。;]{0,3}(?:板子?|布|纸|膜|桶|盆)[^,。;]{0,2}[盖挡遮接]|"
    "才|(?<![优首事预率])先(?![后生进锋捡])|头一?[遍回次]|"
    "一半|了层|^都把|了半(?!袋|筐|车|桶)|部分|大半|过[又还再]|暂时|临时(?!工|停|摊|占|搭|堆|摆|施|安)"
)
_IN_VAIN = (
    r"多次|过$|照旧|照样|依旧|仍|无法|难以|(?<!第)[好几两三四五六七八九十\d][回趟次]|到(?:天黑|哪)|一[春夏秋冬]天?|倒(?:是)?(?=[修换装])|"
    "被(?:人|他|她)|[让叫](?:人|坏人|大?风)(?:给)?(?:[拿取偷抱扛]走|[焊撬砸冒抠剪锯糊刮])|了[一二两三四五六七八九十几好多半\\d]{1,3}个?(?:天|年|月|小时|钟头|久|礼拜|星期)"
)
_CAME_BACK = (
    "复发|卷土重来|死灰复燃|"
    "(?:^|(?<=[,;]))又[^,。;干净]{0,2}[搬拉推摆放停堆贴装支占搭挂插养](?![^,。;]*走)|又(?=[^,。;干净]{0,3}(?:贴|堆|装[回上]|坏|漏|堵|冒|满|占|犯|出现|不[亮热通灵]|裂|乱|脏|停[水电]|倒[了下]|掉))"
)
"""What was over has begun again: 上次解决现在又装回来."""
_SUPPOSED = "本[该应]|早[该应]|理[该应]|照理|按理|好像|可能|大概|估计|也许|貌似|应当|据说|听说|看样子"
_KEEPS_OPEN = pattern(
    "|".join(
        (
            _DENIED,
            _WISHED,
            _ASKED,
            _YET_TO_COME,
            _ARRANGED,
            _PASSED_ON,
            _UNDER_WAY,
            _IN_PART,
            _IN_VAIN,
            _CAME_BACK,
            _SUPPOSED,
        )
    )
)


def keeps_open(clause: str) -> bool:
    """Whether a clause (half-width forms) says of its deed that it is not done, not yet, not wholly or not surely."""
    return bool(_KEEPS_OPEN.search(clause))


_STILL_TO_DO = pattern("|".join((_WISHED, _ASKED, _YET_TO_COME, _UNDER_WAY, _CAME_BACK)))


def is_still_to_do(clause: str) -> bool:
    """Whether a clause tells what somebody wishes for, was asked to do or means to do, and not that it was done."""
    return bool(_STILL_TO_DO.search(clause))


_UNTICKED = pattern(r"[☐□]|(?<=[☐□])|(?<=[☐□]\s)|(?<=\[\])|(?<=\[\s\])|(?<=\[\s\]\s)|(?<=\[\]\s)")
"""A box before a state that nobody ticked: □已处理, [ ] 已清理."""
_COUNT = pattern(r"(?P<n>\d{1,4}|[一二两三四五六七八九十百]{1,4})(?P<of>[处个辆户块盏张堆件起条根家])")


def is_unticked(plain: str, start: int) -> bool:
    """Whether the clause from ``start`` on stands behind a box that nobody ticked."""
    return bool(_UNTICKED.match(plain, start))


def is_part(plain: str, start: int) -> bool:
    """Whether the deed is told of fewer than there are: 楼道堆物5处,已清理3处."""
    done = _COUNT.search(plain, start)
    if done is None:
        return False
    there = [found for found in _COUNT.finditer(plain[:start]) if found["of"] == done["of"]]
    return bool(there) and (amount(there[-1]["n"]) or 0) > (amount(done["n"]) or 0)


_LEFT_OPEN = pattern(
    "没(?!有?人)|未|希望|尽快|联系|上报|已报|报(?:修|物业|街道|市政|社区|城管|消防|电力|热力|燃气|自来水)|转|待|拒|不(?:同意|肯|听|愿|配合|理)|催|"
    "等(?=物业|师傅|配件|厂家|[^,。;]{1,6}(?:来|修|换|处理|回复|通知))|明[天日]|下周"
)
"""What says of one matter in a list of settled ones that it was not."""
_LONGEST = 600


def leaves_open(text: str) -> bool:
    """Whether ``text`` says that something was left undone, wished for or passed on."""
    return bool(_LEFT_OPEN.search(aligned(text[-_LONGEST:])))


_BUT = "(?:但|可|不过|结果)?"
_AGAIN = "又|仍|依旧|照样|没(?!人|有)|未"
_TAKES_BACK = pattern(rf"\s*(?:{_BUT}|居民说|住户说|大家说)(?:{_AGAIN}|还(?!有))")
_STILL_SO = pattern(rf"^(?:{_AGAIN.partition('|没')[0]}|还(?!好)|照旧|反弹)|[,;。]\s*(?:{_BUT}(?:{_AGAIN}|还[没是在]))")


def takes_back(told: str) -> bool:
    """Whether ``told`` begins by taking back what was said before it: 没修好, 结果又堵了."""
    return bool(_TAKES_BACK.match(aligned(told)))


def still_so(came: str) -> re.Match[str] | None:
    """What in ``came`` of a look found the old trouble, or took back that it was over: 又拉上了; 拆了,又拉上了."""
    return _STILL_SO.search(aligned(came))
