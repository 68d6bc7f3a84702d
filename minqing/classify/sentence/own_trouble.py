"""Whether what is told of the person a sentence opens with is that person's trouble: 王大妈家没水, not 王大妈养鸽子.

Nobody says there who raised it. Who is in trouble mostly did; who does something that others complain of did not, and
to take them for the reporter would send the answer to the accused. So only what these tables know as a trouble of
one's own counts, and whatever a person does leaves open who spoke. A table is a list of alternatives, parted by blanks.
"""

from __future__ import annotations

import re

from minqing.domain.patterns import pattern


def _any(words: str) -> str:
    """The alternatives of a pattern."""
    return f"(?:{'|'.join(words.split())})"


_OTHERS = _any("楼[上下] 隔壁 对门 邻居 有人 别人 人家 物业 店 饭馆 工地 施工 [让给叫遭] 被(?![子褥套罩单])")
"""Somebody else, behind whom a deed in the same clause is theirs: 门口被人堆了垃圾."""

_DEEDS = _any(r"""
    乱 堆 捡 私自 私[搭拉接装建] 霸 占 扔 丢(?![了失]) 泼 养(?![老护病残]) 搭 圈 拒 砸 拖(?!了) 敲 剁 围(?![墙巾])
    往[^,。;]{0,6}[倒扔泼抛丢] 倒(?!下|了|在地|退|[^,。;]{0,3}垃圾都)
    把(?!手|[总水]?[阀闸]|电闸|[水电门]关) 放(?:音乐|炮|鞭炮|经|佛|歌) 唱歌
    放在(?:楼道|走廊|过道|门口) 打牌 麻将 打架 打了?(?:孩子|老婆|媳妇|老人|人|儿子|女儿|狗|孙子) 吵(?!得) 骂 偷
    堵(?![了在]|$) 堵[在了][^,。;]{0,20}[道门口路] 抽烟 吸烟 喝酒 种(?!植牙) 喂 遛 带着?狗 牵 拴 拉屎 撒 洒 小便 吐痰
    装修 晾 晒(?![不到]) 烧(?:纸|香|树叶|垃圾|烤|柴) 飞线 充电(?![桩柜口卡器]) 停(?:在|到|车(?![位场费难卡]))
    开(?:饭馆|店|公司|快车) 棋牌室 摆(?!脱) 拆 改(?!造) 挖 锁(?![芯坏眼]) 跳舞 跺 蹦 弹琴 推销 赖 不[让肯听交牵拴] 飙
    逆行 闯 撞[了到] 抢(?!了) 划了 踹 踢 在(?:楼道|走廊|过道|门口|绿地|花坛)[^,。;]{0,2}放 摔(?:东西|门) 刨 焊 砌
    (?:电视|音响|收音机|声音|动静)[^,。;]{0,6}[响大吵] 空调[^,。;]{0,4}滴 外机 油烟 狗[^,。;]{0,4}[叫咬吠吓]
    [猫鸡鸽鸭]子?[^,。;]{0,4}叫
""")
_DEED = pattern(rf"(?:(?!{_OTHERS})[^,。;])*?{_DEEDS}")
"""What a person does to others, in the clause that begins with them."""

_GOES_ON = pattern(
    "[,;](?:(?:还|又|也|老是?|总是?|天天|经常|就|自己|半夜)+(?=[^,。;])|(?=[把往在用拿私养种喂捡堆]|电视|音响))"
)
"""A clause that goes on with the same person: ,还往楼下扔东西."""

_NEIGHBOURS = "楼上|楼下|邻居|隔壁|对门|别人|人家"
_ELSEWHERE = f"{_NEIGHBOURS}|[0-9]{{3,4}}(?![0-9])|[一二三四五六七八九0-9]+[楼层]|过道|楼道|路"
_GRUDGE = "埋怨|抱怨|意见|投诉|不满|受不了|受不住|睡不|举报|报警|劝|嫌|怕|躲"
_BY_THEM = "不|没|老|天天|总|养|装|吵|敲|放|堆|的(?:狗|烟|油|饭|店)"
_UPON_OTHERS = pattern(
    rf"[漏渗滴流淌掉落倒泡淹传伸][^,。;]{{0,4}}[到进了][了到在]?(?:{_ELSEWHERE})|"
    rf"(?:[吵闹吓熏淹泡害挡弄砸咬扰]|影响|连累)[^,。;]{{0,3}}(?:{_NEIGHBOURS}|大家|孩子|居民|街坊|[一二三四五六七八九0-9]+[楼层])|"
    rf"(?<![被让给叫遭])(?:邻居|楼下|楼上|街坊|居民|大家)[^,。;]{{0,5}}(?:{_GRUDGE})|"
    rf"(?:^|[,。;])(?:结果|把)?(?:楼下|邻居|隔壁|对门|街坊|大家|居民|下面|[一二三四五六七八九0-9]+[楼层])(?![^,。;]{{0,6}}(?:{_BY_THEM}))|"
    r"楼下[^,。;]{0,6}(?:湿|淹|泡|漏|渗|遭殃|都是|全是|顶)"
)
"""A trouble that came over others, or that they bear a grudge for: 李大爷家漏水到楼下."""

_MISSED = pattern(
    "[一二两三四五六七八九十几好多半0-9]+(?:天|个?星期|礼拜|周|个月)都?[没不]有?"
    "(?:下楼|下来|出门|出来|见|露面|露头|开门|动静|人影|接电话|吃饭|吃东西)|"
    "没人?[看瞧]?见[着到]?[^,。;]{0,2}[人他她](?=$|[,。;了])|敲门[没不]|没人应|联系不上|打电话[没不]|走[失丢]|失联|去世|过世"
)
"""What others notice of somebody who cannot tell it: 三天没下楼."""

_WISHES = _any("""
    盼 希望 求 请(?!假) 愿 申请 问 托 央 要(?!饭) 担心 怕 着?急 愁 发愁
    来(?!了人|[修换通装清查检弄拆]) 找 念叨 夸 提议 感谢
""")
_WANTS = pattern(
    f"(?:^|[,。;])(?:自己|就|也|都|一直|老|很|特别|现在|今天|这两天|又|来社区|上门|一个人)*{_WISHES}"
    "|想(?![不到起法念])|盼着|来[求问]|[来到去](?:社区|居委会)|^住[^,。;]{1,12},(?:说|反映|抱怨)"
)
"""A wish or a question, which is told by whoever has it."""

_BODY = _any("""
    腿 脚 腰 膝 眼 耳 听力 视力 聋 瞎 盲 瘸 瘫 失能 残疾 骨折 手术 出院 住院 癌 肿瘤 中风 痴呆 脑梗 心脏 血压 糖尿病
    尿毒症 透析 病 疼 头晕 晕倒 摔 跌 崴 扭伤 发烧 感冒 记性 行动不便 不方便 轮椅 拄拐 拐杖 助听器 假牙 岁数大 年纪大
    上了?年纪
""")
_ALONE = _any("""
    一个人住 独居 独自 孤身 孤寡 守寡 空巢 一个人 没人(?:照顾|照料|照看|管[他她饭]|陪|做饭|接|帮|说话|搭理) 儿女 子女
    老伴 没儿 没工作 没收入 没钱 没生活 没饭 低保 困难 失业 下岗 欠薪 被骗 上当
""")
_CANNOT = _any("""
    不会(?!停|拐|管|打招呼|牵|拴|养) 不能自理 不敢 不懂 不清楚 不明白 [弄办领取做用看听打开进洗睡过走]不 找不[着到]
    [够搬上下出起]不 动不了 受不 忘[了带记] 没(?:带|领|办|报|买|收到|拿到|赶上) 丢了 遗失 弄丢 不见了 钱包
    被(?![子褥套]|[^,。;]{0,4}(?:投诉|举报|罚|抓|劝)) 受了?[伤骗冻气] 遭 挨了 绕着?走 绕行 气得 愁 着急 担心 怕 嫌
    吃不[上到] 吵得[^,。;]{0,6}睡 迷路 冻 饿 没有?(?:水|电|气|热水|暖气|网|地方|人管|着落)
""")
_STATE = pattern(f"[^,。;]{{0,10}}?(?:{_BODY}|{_ALONE}|{_CANNOT})")
"""A need or a loss of the person's own, told of them."""

_AT_HOME = _any(r"""
    没有?(?:水|电|气|暖|热水|网|信号|声音|反应) 停[水电气暖] 断[水电气网] 缺 跳闸 坏 漏 渗 返 反[水味] 冒水 跑水 滋水
    爆 积水 进水 潮 湿 霉 墙皮 掉皮 掉渣 裂 塌 断 破 碎 堵 不[亮通热暖响灵转] 不出 不制冷 不来 [打关开推压用冲拧]不
    [上下]不[来去] 一直流 滴答 着不 冷 冰 凉 黑 灭了 闪 松 生锈 报警 老化 短路 被(?![子褥套]) 遭 进贼 丢 没了 正?对着
    挨着 晒不 照不 见不 臭 有味 老鼠 蟑螂 虫 顶层 窗前 楼[上下] 隔壁 水龙头 马桶 下水 水管 暖气片? 热水器 煤气灶 燃气灶
    电闸 插座 门锁
""")
_ROOMS = "厨房|卫生间|厕所|阳台|卧室|客厅"
_HOME = pattern(
    rf"(?:[们的]?(?:家|住|屋里?)(?!长|的[狗猫鸡鸽鸭鹅犬])[^,。;]{{0,14}}?|(?:{_ROOMS})[^,。;]{{0,10}}?){_AT_HOME}"
)
"""What is wrong in somebody's home: 张阿姨家灯坏了."""

_LOSSES = _any("""
    被(?![子褥套]) 遭 丢 不见 找不 没了 没[电报发] 坏 到期 过期 失效 消磁 对不上 不会 不能用 用不 卡住 吞 剪 少了 断 摔
    碎 破 掉线 没到[账帐] 停了 办 补
""")
_BELONGINGS = _any("""
    [老残退医社身居][^,。;]{0,4}?[证卡] 银行卡 存折 退休金 养老金 低保 高龄(?:补贴|津贴) 补贴 津贴 手机 钥匙 轮椅 助听器
    老花镜 电动车 电瓶车 自行车 三轮车? 车
""")
_LOST = pattern(f"(?:家?的[^,。;]{{1,12}}?|{_BELONGINGS}[^,。;]{{0,4}}?){_LOSSES}")
"""What is wrong with somebody's belongings: 陈奶奶的退休证找不着了, 杨大爷高龄补贴没到账."""

_BEAST_LOST = pattern("家?的?[^,。;]{0,3}[狗猫][^,。;]{0,4}(?:丢|不见|被|找不|走失|跑丢)")


def is_own(rest: str, *, aged: bool, called: bool) -> bool:
    """Whether ``rest`` (half-width forms), what is told of the person before it, is a trouble of theirs.

    ``aged``: their age stands with them, as others tell it (82岁的张大爷); then only what they want themselves counts.
    ``called``: they are called by a name (王大妈); how 老人 or 大妈 alone are, others tell.
    """
    if _BEAST_LOST.match(rest):
        return True
    if does_it(rest) or _UPON_OTHERS.search(rest) or _MISSED.search(rest):
        return False
    if aged or _WANTS.search(rest):
        return bool(_WANTS.search(rest))
    return bool(_HOME.match(rest) or _LOST.match(rest) or (called and _STATE.match(rest)))


_OF_THE_HOUSE = frozenset(
    {
        "lamp", "lift", "door", "access", "barrier", "drain", "pipe", "water", "hot_water", "power", "gas", "heat",
        "manhole", "road", "tree", "waste", "wall", "roof", "fitness", "bench", "camera", "rail",
        "window", "mail", "pest",
    }
)  # fmt: skip
"""Things that are nobody's doing, as ``models.alike`` names them: who opens a sentence of them brought it up."""
_MAY_BE_THEIRS = frozenset({"leak", "puddle", "blocked", "cut", "weak", "quality"})
"""Troubles that tell enough where no thing is named: 王大妈 漏水."""
_LAYS_HANDS_ON = pattern(
    "[弄撞碰砸踹踢撬拽掰剪锯拔挖刮扯捅刨扳蹭拆涂浇泼](?!不)|[拉推打拧折划敲按烧轧压][坏断碎破歪掉开]|堵了?(?=[排下水管门井地])"
)
"""Who breaks a thing of the house has it not broken for them: 弄坏单元门."""
_FROM_OTHERS = pattern("家?(?:楼[上下]|隔壁|对门|邻居)")
_WHERE = pattern(
    "(?:家里?|屋里?|厨房|卫生间|厕所|阳台|卧室|楼道|楼梯间?|单元|门口|院里|小区里?|这两天|昨晚|今早|又|还是|楼[上下]|隔壁|对门)*"
)
_OPENS = 4
"""Letters behind where it is, among which the thing or the trouble begins: who does something is told otherwise."""
_LONGEST = 40
"""Letters of a first clause that are looked at."""


def comes_upon_them(told: str) -> bool:
    """Whether ``told`` of somebody is a trouble of the house or the neighbours': 王大妈 楼道灯不亮, 王大妈 楼上太吵."""
    if does_it(told) or _UPON_OTHERS.search(told) or _MISSED.search(told):
        return False
    from minqing.classify.models.alike import sense_of

    where, first = _WHERE.match(told), re.split("[,。;!?]", told[:_LONGEST])[0]
    at = where.end() if where else 0
    if (
        told[at : at + 1] in ("的", "在", "把")
        or _LAYS_HANDS_ON.match(told, at)
        or not sense_of(first[at : at + _OPENS])
    ):
        return False
    sense = sense_of(first)
    if _FROM_OTHERS.match(told):
        return bool(sense.troubles)
    return bool(sense.troubles and sense.things <= _OF_THE_HOUSE if sense.things else sense.troubles & _MAY_BE_THEIRS)


def does_it(rest: str) -> bool:
    """Whether the person does what others complain of, in the first clause or in one that goes on with them."""
    return bool(_DEED.match(rest)) or goes_on_to_do_it(rest)


def goes_on_to_do_it(rest: str) -> bool:
    """Whether a clause behind the first one tells what the person did: 想方便,在窗外搭了个棚."""
    return any(_DEED.match(rest, on.end()) for on in _GOES_ON.finditer(rest))
