"""Deeds at the end of a sentence that are the trouble itself: 把路拦住了, 业主把承重墙拆掉了, 物业换了密码.

They are told in the same words as what settles a matter. To leave a matter open that was settled costs a glance, to
close one that was not costs the resident: what is in doubt stays open.
"""

from __future__ import annotations

from minqing.domain.patterns import pattern

_OUTSIDERS = "有人|某人|开发商|施工队|施工方|施工单位|装修队|包工头"
_RESIDENTS = "业主|住户|租户|租客|邻居|房东|楼上|楼下|对门|隔壁|[一二三四五六七八九十顶]楼(?![道梯顶])|那家|他家|她家"
_WRONGDOER = pattern(rf"{_OUTSIDERS}|{_RESIDENTS}")
"""Whose own deed is rather what is complained about."""
_DOES = pattern(rf"^(?:{_OUTSIDERS}|(?:[^,]{{0,4}})?(?:业主|住户|租户|租客)(?!家|门口|楼道))")

_COMMITTEE = "我们?(?!家)|咱们?|大家|社区|居委会|社工|网格员|志愿者|楼门?长|工作人员|城管|民警|消防|园林"
_AT_ONCE = "已|当场|现场|当面|当即|随手|顺手"
_BY_US = pattern(rf"{_COMMITTEE}|{_AT_ONCE}")
"""Who puts public things right, and words with which a deed is told that was done on the walk."""
_BY_US_OR_MANAGEMENT = pattern(rf"{_COMMITTEE}|{_AT_ONCE}|物业|保洁|保安|师傅|电工|工人|维修工")
_IN_GOOD_WILL = pattern(
    rf"{_AT_ONCE}|自行|主动|自觉|自己|配合|劝|提醒|沟通|教育|要求|联系|协调|通知|[让叫请]|[^,]后[^,门面墙院]{{0,4}}$"
)
"""What says of a resident's deed that it puts right what was wrong."""

_SHUT = pattern(r"(?:[锁围拦封堵]{1,2}(?:住|起来?|上|死|牢)|[围拦封堵])了?[^,。;了]{0,3}$")
_COVERED = pattern("(?:[水风]口|井)[^,]{0,2}[盖捂糊]住了?$")
_IN_THE_WAY = pattern(
    "[推搬挪扔倒堆拖](?:到|进|在|入)(?:了)?(?:雨|楼道|通道|盲道|人行道|便道|马路|路中|绿地|别人|人家|邻居|我)"
)
"""What was moved to where it is in the way of others."""
_STOOD_OPEN = pattern("敞|没[关锁]|未[关锁]|开着|虚掩|忘[关锁]")
_SHUT_OUT = pattern("[打进出走过开]不[开去来通了]|不通|不让[进过走]|占")
"""What makes a door or a way that is shut the trouble."""

_PUBLIC = (
    "路|路口|道路|小路|马路|通道|楼道|步道|盲道|坡道|绿地|绿化带?|绿植|草坪|草地|花坛|花池|大?树木?|竹子|承重墙|围墙|外墙|隔墙|墙|"
    "车位|停车位|广场|空地|消防门|防火门|单元门|大门|栏杆|护栏|扶手|长椅|座椅|健身器材|路灯|监控|井盖"
)
_RUINED = "[拆砍铲锯剪锁围拦封堵挖占推填砸卸撬锄拔圈]"
_PUBLIC_RUINED = pattern(
    rf"(?:[把将][^,。;]{{0,6}}?(?:{_PUBLIC}),?(?:都|全|也|就|给)*{_RUINED}[^,。;]{{0,4}}$"
    rf"|(?:^|[,。;])[^,。;]{{0,12}}(?:{_PUBLIC}),(?:都|全|也|就|给)*{_RUINED}[^,。;]{{0,4}}$"
    rf"|{_RUINED}(?:掉|平|断|除|光|倒|住|起来?)?了?(?:{_PUBLIC})$)"
)
"""What belongs to everybody and is gone or shut since."""
_NEVER_A_MEND = pattern(
    "密码|装[好了上]*地锁|地锁装|换了?[^,]{0,3}(?:号码|手机号?|电话|老板)"
    "|(?:贴张?(?:纸|条|通知|告示)|签字表|封条|公告|告知书)[^,]{0,6}撕(?:了|掉了?)$|隔断[^,]{0,2}装(?:好|上)了$|(?:物业|保安|保洁)[^,]{0,2}撤走?了$|都[装绑砌搭盖焊抹浇](?:好|上|起来)了$"
)
_MOVED_OUT = pattern(
    "^[^让叫请劝使帮]*(?:人|(?<!商)户|(?<![商店])家|公司|邻居|对门|楼[上下]?|的都|原来的|早)[^,让叫请劝自主当现提]{0,8}搬[走离]了?$|的(?:邻居|对门)搬[走离]了$"
)
"""People who could bear it no more, or are gone: 一楼那户都搬走了, 帮她取钱的邻居搬走了."""
_TAKEN = pattern("[让叫](?:他们?|她们?|保安|物业|邻居|城管)(?:给|全|都){0,2}[拿取抱扛]走了?$")
_BY_SOMEBODY = pattern(r"(?<=[\u4e00-\u9fff])(?<![我们业区上当已也就给])[让叫]人(?:给|全|都)?[拔拆换砍刨占锯剪撬砸]")
"""What somebody unnamed did to a thing that stands right before: 锁叫人换了; 灯坏,叫人换了 is a mend."""
_DONE_TO = pattern(
    r"^\w{1,12}(?<![我们业傅工主])给[掐关停断拔锯砍拆锁浇踩毁砸刮偷撤][^,。;]{0,2}了$|"
    "^(?:(?![枯死歪倒断病])[^,。;]){0,6}(?<![枯死歪倒断病])树[^,。;]{0,2}[砍刨][^,。;]{0,2}了$"
)
"""What was done to a thing, where nothing else is told: 水给关了, 树砍完了."""
_ONLY_A_PLACE = pattern(r"^[^,。;\s]{0,6}(?:楼|栋|幢|单元|院|门|号)[ ,]*$")
_TAKEN_AWAY = pattern(
    "^(?:(?![堵挡占的歪倒坏破旧])[^,。;]){0,6}(?:公交站牌?|站牌|邮筒|信箱|快递柜|充电[桩柜]|早餐车|菜站|健身器材|长椅|取款机|体重秤)"
    "(?:都|全|也|就|给|被)*[挪撤搬拆拔][走掉光]?了$"
)
"""What people need and is gone."""
_WORSE = pattern("了(?:却|反而|反倒|更|太|老|总)[^,。;]{1,6}$")
"""What came of a deed: 新灯装上了太亮."""
_WALLED_UP = pattern("(?:抹|砌|浇|糊|焊|封)上了?(?:水泥|砖头?|铁[板网皮]|石头)了?$")
"""What may be a mend or the trouble: which, only a clause before it tells."""
_WITH_OBJECT = pattern("^(?:又|还|就|直接)*[把将]")
_OBJECT_BEFORE = pattern("[把将][^,]{1,8},$")
_SENTENCE = pattern("[。;!?\n]")


def is_the_trouble(plain: str, start: int) -> bool:
    """Whether the deed in the clause of ``plain`` (half-width forms) from ``start`` on is what is complained about."""
    clause, before = plain[start:], _SENTENCE.split(plain[:start])[-1]
    blamed = _blamed(clause, before)
    if _TAKEN.search(clause) and (not start or clause[0] not in "让叫"):
        return True
    if _BY_SOMEBODY.search(clause) or _WORSE.search(clause) or _TAKEN_AWAY.search(clause):
        return True
    if (not start or _ONLY_A_PLACE.match(before)) and (_WALLED_UP.search(clause) or _DONE_TO.search(clause)):
        return True
    if _COVERED.search(clause) or _IN_THE_WAY.search(clause):
        return True
    if _NEVER_A_MEND.search(clause) or _MOVED_OUT.search(clause) or (blamed and not _IN_GOOD_WILL.search(clause)):
        return True
    if _PUBLIC_RUINED.search(before + clause):
        return blamed or not _BY_US.search(clause)
    return _shut(clause, before, blamed)


def _blamed(clause: str, before: str) -> bool:
    """Whether somebody who does not put things right does it; 把 goes on with who was told in the clause before."""
    if _DOES.search(clause):
        return True
    return bool(
        (_WITH_OBJECT.search(clause) or _OBJECT_BEFORE.search(before))
        and _WRONGDOER.search(before)
        and not _BY_US_OR_MANAGEMENT.search(clause)
        and not _BEFORE_US.search(before)
    )


_BEFORE_US = pattern("(?:当着[^,]{0,6}面|当面)[^,]*,$")
"""What was done in the presence of those who had asked for it: 他当着我们的面把线收了,车也推走了."""


def _shut(clause: str, before: str, blamed: bool) -> bool:
    """Whether something was shut or fenced off that should be open, or nobody says by whom."""
    if not _SHUT.search(clause) or _STOOD_OPEN.search(before):
        return False
    return blamed or bool(_SHUT_OUT.search(before)) or not _BY_US_OR_MANAGEMENT.search(clause)
