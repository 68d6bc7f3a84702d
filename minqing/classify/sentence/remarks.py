"""Sentences on the way that are no issue: praise, weather, plans, what was said in the meeting."""

from __future__ import annotations

from functools import lru_cache

from minqing.classify.sentence.ahead import is_plan, is_said_then
from minqing.classify.sentence.dialect import in_common_words
from minqing.text.compiled import compiled
from minqing.text.normal import aligned

_PRAISE = (
    r"表扬|夸|点个?赞|感谢|致谢|锦旗|道谢|谢谢|称赞|赞不绝口|竖起?大拇指|很满意|表示满意|都满意|非常满意|都说好|真好|很好|挺好|不错|真干净|很干净|干净多了|"
    r"干净整洁|焕然一新|[说讲].{0,14}好(?:多了|用|看|极了|得很)?[!。~]*$|越来越好|评价(?:很|较|都|挺|非常)?高|(?<![扫理擦洗拾冲铲弄清刷没不])(?:干净|整洁|整齐|亮堂|清爽)(?:多?了)?[!。~]*$|身体(?:都|很|还|挺)*(?:好|不错|健康|硬朗)|没有发现(?:新)?问题|无异常|一切正常|未发现|情况良好|秩序良好|都正常"
)
_WEATHER = (
    r"^\s*(?:今天|今日|上午|早上|路上|外面|一路)?.{0,2}(?:天气|阳光|"
    r"风很?大|下[着了]?[小大]?[雨雪]|有点冷|降温|太阳(?![能房])|雨停)[^,。;]{0,12}[,。;!~]?(?:[^,。;]{0,8}(?:辛苦|"
    r"冷|热|晒|走)[^,。;]{0,6})?[。!~]*\s*$"
)
_SKY = r"(?:天气|天儿?|太阳|阳光|[大小微东南西北]{0,2}风|阴天?|晴天?|多云|[小中大阵]{0,2}[雨雪]|雾|霾|气温)"
_FEEL = (
    r"(?:有点儿?|[很真挺也又还蛮太更转]|比较|特别|非常){0,2}(?:冷|热|凉[快爽]?|暖[和洋烘]{0,2}|晒|闷热?|[大小]|[高低]|好|不错|晴朗?|阴沉{0,2}|多云|"
    r"舒服|舒适|宜人|刺骨|明媚|停|降温){0,2}[了的吧啊呀着]{0,2}"
)
_SKY_ONLY = (
    rf"^\s*(?:今天|今日|今早|上午|下午|早上|中午|外面|路上|一路){{0,2}}{_SKY}{_FEEL}"
    rf"(?:[,、。;!~\s]+(?:{_SKY})?{_FEEL}(?=[,、。;!~\s]|$)){{0,5}}[。!~]*\s*$"
)
"""Nothing but the sky and how it feels, clause by clause: 天气不错,太阳暖洋洋."""

_MEETING = (
    r"^\s*(?:会上|下午会议|碰头会|例会|会议(?:决定|要求|研究|通过|强调)|"
    r"(?:书记|主任|街道|领导)(?:要求|强调|提出|指示|布置)|大家(?:一致|"
    r"讨论|商量)|议定|决定[:由]|^[^,。;]{0,6}开了?(?:个|一个)?[短小]?会[。!~]*\s*$)"
)
_THANKS = (
    r"^\s*(?:步数|公里数?|里程|天气|时间|参加人?)(?=[^,。;]{0,12}\d)|"
    r"^\s*(?:大家|同志们|各位).{0,6}(?:辛苦|注意)|^\s*(?:收到|好的|"
    r"明白|辛苦了|👍|👌|ok|OK)[。!~]*\s*$|^\s*(?:以上|完毕|就这些|没有?了|"
    r"暂无|无)[。!~]*\s*$"
)
_TROUBLE = (
    r"但|可是|不过|就是|只是|然而|不[^错少愧仅]|没[^有]|没有(?!发现)|坏|漏|渗|灭(?!火)|过期|丢失|脱落|歪|噪|扰民|异味|返味|股[^,。;]{0,5}味|老化|堵|脏|乱|差|臭|吵|太[^好干阳]|破|裂|松动|丢|缺|少[^见]|希望|反映|投诉|建议|要求|"
    r"问题(?!解决)|隐患|占|堆|违|危险|咬|断|锈|卡|掉|塌|脱皮|发黄|发黑|发霉|没证|无证|僵尸|进水|冒泡|涨[价了得]|忘关|养(?=[鸽鸡鸭鹅蜂])|困[人住]|油烟(?!机)|有人(?:往|在|把|乱|老|天天|偷)|螺丝出|出来了|往上反|响(?!应)|晃|翘|冒|摔|绊|滑|碎|弯|[人谁来]管管|呛|枯|返水|返臭|跑水|滴[水答]|淌水|返潮|停[电水气运]|又停|电梯[^,。;]{0,3}停|积水|倒了|挡|老是|总是|跺脚|[敲砸]墙|拖[拽拉]?(?:桌|椅|凳|家具)|楼上的?[^,。;]{0,6}(?:天天|整天|成天|半夜|夜里|晚上|凌晨)|吓人|担心|嫌|怕|正对(?=[她他我咱]们?家|[^,。;]{0,4}(?:窗|卧室|房门|大门|床))|压(?=草|绿[化地]|盲道|着?线|[坏断])|停满|敞[着开](?=$|[,。;!])|亮得[跟像刺]|划[破伤]|凉(?!亭|快|爽|席)|怎么|何时|能否|能不能|[?]"
)
_ASKS_WHETHER = r"([\u4e00-\u9fff])不\1|有没有|没人?提|是不是|没有?(?:什么|啥|新|任何)?问题"
"""Words that ask for a trouble, or say that there is none: 热不热, 没有问题."""

_NOTHING_FOUND = (
    r"^\s*(?:群众|居民|住户|办理)?满意[度率]?\s*:|"
    r"^\s*(?:[^\s,。;:]{1,4}[说讲])?(?:(?:全部?|都|挨家)?(?:走|看|查|转|巡)(?:过|完|遍|了)*了?[,]\s*)?(?:没事|没[啥什]么?(?:大?事儿?|问题|情况)?|平安|无事|都好|一切都?好|都挺好|蛮好)(?:[,。!]|$)|(?:号楼|[栋幢#边座弄])\S{0,3}\s?(?:没啥|没什么(?:大?事|问题|情况)?|"
    r"没事|正常|[挺蛮]好|都好|还好|无情况|平稳)[了的]?[。!]?$|没敲开门?\s*$|没别的(?:事|了)?[。!]?\s*$|[\d家户室里]\s*(?:没人|无人)(?:在家?|应|开门)?\s*$|不在家\s*$|"
    r"(?:别的|其他|其它|剩下的)(?:都|也|就)?(?:没啥|没什么|没事|正常|还好|挺好|还行)|没有发现|(?:无人|没人|没有人|未接到|没接到)(?:反映|投诉|提)|"
    r":\s*(?:OK|ok|正常|无|没事|好|平安(?:无事)?|无事)\s*$|无异常|一切正常|未发现|没有?(?:什么|啥|新|任何)?问题|(?<!有)无(?:任何|明显)?问题"
)


@lru_cache(maxsize=256)
def is_remark(line: str) -> bool:
    """Whether the sentence surely is no issue; one that also complains (很好,但是太吵) is none of these."""
    plain = in_common_words(line[:400])
    if compiled(_SKY_ONLY).match(plain):
        return True
    if compiled(_WEATHER).search(plain) or compiled(_THANKS).search(plain) or compiled(_MEETING).search(plain):
        return True
    if compiled(_NOTHING_FOUND).search(plain) and not compiled("但|不过|就是").search(plain):
        return True
    if complains(line):
        return False
    return bool(compiled(_PRAISE).search(plain) or is_plan(line))


_POINTS_BACK = (
    r"^\s*(?:(?:上(?:次|回|个?月|个?(?:周|礼拜|星期)[一二三四五六日天]?)|昨[天晚]|大?前天|之前|前[几两些]天|早先|头两天|前一?阵子?|前期|往期)"
    r"[^,。;]{0,6}?(?:说|反[映应]|报|提|讲|记|交办|约|登记|答应)(?:过|好|定|到|上来)?的(?!人|时候)"
    r"|(?:上(?:次|回|个?月|个?(?:周|礼拜|星期))|前期)(?:交办|遗留|反映)[^,。;]{0,2}(?:事项|问题))"
)


def points_back(line: str) -> bool:
    """Whether a line is about what was raised before, by its first words: 上周说的门玻璃还没装, 上次反映的地锁拆了."""
    return bool(compiled(_POINTS_BACK).search(aligned(line[:80])))


_ASKS_FOR = (
    r"盼着?|[想要](?:要|装|换|办|开|问|申请|咨询|领|加)|[问说](?:一下|问)?[^,。;]{0,14}(?:啥时候?|"
    r"什么时候|几时|怎么|咋|能不能|有没有|多少|哪)|咨询|打听|申请|求助"
)
_WISHES = (
    r"(?:能不能|能否|可不可以|可否)(?:给|帮|把|也|再|都|请|在|让)?"
    r"[^,。;]{0,6}(?:装|修|换|加|建|设|开|弄|管|清|剪|补|增|搞|解决|处理)"
    r"|(?:啥时候?|什么时候|几时|何时|哪天)(?:能|才|来|给|会|可以)*(?:修|换|装|清|通|弄|解决|处理|拆)"
)


def asks_for(line: str) -> bool:
    """Whether somebody wishes, asks or applies for something: 要开居住证明, 问高龄津贴啥时候发."""
    return bool(compiled(_ASKS_FOR).search(in_common_words(line[:400])))


def wishes(line: str) -> bool:
    """Whether somebody asks for a thing to be put up or done, as a question: 能不能装个直饮水机呀."""
    return bool(compiled(_WISHES).search(aligned(line[:400])))


@lru_cache(maxsize=256)  # several questions about a line begin with it
def complains(line: str) -> bool:
    """Whether the sentence has a word of something that is wrong or wished for."""
    plain = compiled(_ASKS_WHETHER).sub("", in_common_words(line[:400]))
    return bool(compiled(_TROUBLE).search(plain))


def is_promise(line: str) -> bool:
    """Whether a line names no trouble and only says who does something about one, and when: 老郭说明天换."""
    return is_said_then(line) and not complains(line)
