"""Whether two sentences tell of one matter in other words: 灯不亮, 路灯坏了 and 照明故障 do, 灯太亮 is another.

Words are compared loosely by two tables: the *thing* a matter is about and its *trouble*. Of each, words of one row
mean the same here; the longest word counts (狗粪 is not 狗, 感应门 is not 感应灯). A trouble without a thing fits any
thing's same trouble (漏水, 屋里渗水), a thing without a trouble any trouble that its row does not except.
"""

from __future__ import annotations

from functools import cache, lru_cache

from minqing.classify.models.words import WordTable
from minqing.domain.values import dataclass
from minqing.text.scripts import simplified

_THINGS = {
    "lamp": "灯 路灯 照明 灯泡 灯管 灯杆 楼道灯 感应灯 声控灯 灯光 太黑 漆黑 昏暗 没亮",
    "lift": "电梯 直梯 升降梯",
    "door": (
        "单元门 防盗门 楼门 楼宇门 铁门 大门 玻璃门 感应门 自动门 闭门器 单元大门 消防门 楼栋门 单元…门坏 门锁 锁芯 "
        "门把手"
    ),
    "": "楼门口 楼门前 楼门外 单元门口 单元门前 单元门外 大门口 大门外 大门前",
    "access": "门禁 门禁卡 刷卡 刷脸 人脸识别 对讲 门铃 呼叫器 可视对讲 单元门禁",
    "barrier": "道闸 抬杆 起落杆 栏杆机 道闸杆 升降杆 闸机",
    "drain": (
        "下水 下水道 下水管 污水 污水管 化粪池 粪水 粪池 排水管 排污 马桶 地漏 管道堵 便池 阴沟 雨水口 雨箅子 "
        "排水沟 返水 返味 反味 反水"
    ),
    "pipe": "水管 管道 管子 上水管 自来水管 水龙头 阀门 管线 主管",
    "water": "自来水 水质 水压 停水 没水 断水 没有水 不来水 水发黄 黄水 水浑",
    "hot_water": "热水 洗澡水 热水器",
    "power": "停电 没电 断电 没有电 跳闸 电压 缺电",
    "wires": "电线 线路 电缆 线缆 网线 光缆 飞线 电线杆 线杆 电表箱 电表 配电箱 变压器 蜘蛛网线",
    "gas": "燃气 天然气 煤气 停气 液化气 燃气味 煤气味 燃气表 燃气管",
    "heat": "暖气 供暖 供热 采暖 暖气片 地暖 取暖 没暖 不暖 屋里冷 室温",
    "manhole": "井盖 窨井 井圈 沙井 马葫芦 盖板",
    "road": (
        "路面 地面 道路 地砖 步道 人行道 便道 砖面 路砖 大坑 有坑 有个坑 坑洼 坑坑洼洼 台阶 坡道 马路 路塌 塌坑 "
        "路不平 路…不平"
    ),
    "tree": "树 树枝 树木 树杈 枝杈 树冠 枯树 死树 枯枝",
    "green": "绿地 绿化 绿化带 草坪 草 花坛 绿植 杂草 花草",
    "waste": "垃圾 垃圾桶 垃圾箱 垃圾站 垃圾房 厨余 果皮箱",
    "rubble": "装修垃圾 建筑垃圾 渣土 砖头 水泥袋 碎砖",
    "bulky": (
        "旧家具 旧沙发 床垫 旧床垫 旧柜子 沙发 大件垃圾 大件 纸箱 杂物 破烂 废品 堆物 堆放 堆东西 堆料 堆杂物 堆了 "
        "东西堆 杂物堆"
    ),
    "ads": "小广告 广告 野广告 牛皮癣 乱涂 乱画 涂鸦 贴广告 传单 乱贴 张贴广告",
    "wall": "墙皮 外墙 墙面 墙砖 瓷砖 外立面 保温层 墙体 掉皮 墙裂",
    "roof": "楼顶 屋顶 房顶 顶层 顶楼 防水 天台 屋面",
    "fitness": "健身 健身器 健身器材 器材 单杠 双杠 漫步机 秋千 滑梯",
    "bench": "长椅 座椅 椅子 凳子 长凳 石凳 石桌 坐凳 休息椅",
    "pavilion": "凉亭 亭子 廊架 长廊",
    "camera": "监控 摄像头 探头",
    "rail": "扶手 楼梯扶手 栏杆 护栏 围栏 栅栏 围墙",
    "window": "窗户 窗玻璃 窗框 玻璃 纱窗 楼道窗",
    "mail": "信箱 信报箱 报箱 邮箱 快递柜 奶箱",
    "board": "广告牌 广告位 广告屏 广告栏 宣传栏 公告栏 展板 橱窗 指示牌 标牌 楼号牌 路牌",
    "bark": (
        "狗叫 犬吠 狗吠 养狗扰民 狗扰民 狗吵 狗…叫得 狗…叫唤 狗…乱叫 狗…叫个不停 狗…夜里叫 狗…半夜叫 狗…晚上叫 "
        "狗…天天叫 狗…一直叫 狗…老叫 狗…总叫 狗…早上叫"
    ),
    "dog": "狗 养狗 犬 大型犬 烈性犬 遛狗 宠物狗 不牵绳 没牵绳 不拴绳 没拴绳",
    "stray_dog": "流浪狗 流浪犬 野狗",
    "dog_mess": "狗粪 狗屎 犬粪 狗便 狗拉屎 狗大便 宠物粪便 狗尿 犬便 粪便",
    "cat": "猫 流浪猫 野猫 喂猫",
    "fowl": "鸽子 鸽粪 养鸽 养鸡 鸡 公鸡 鸭 养鹅 鹅",
    "pest": "蟑螂 老鼠 蚊子 蚊虫 鼠 虫子 白蚁 苍蝇 马蜂 马蜂窝 蜂窝 虫害 有虫 招虫 生虫",
    "charging": "飞线充电 飞线 拉线…充电 充电 给电动车充 给电瓶车充 私拉电线 乱拉电线 接线板…充 从窗户拉线",
    "pile": "充电桩 充电柜 充电棚 充电口",
    "ebike": "电动车 电瓶车 电动自行车 电动三轮 电瓶",
    "bike": "自行车 单车 共享单车 三轮 三轮车 摩托车 童车",
    "zombie": "僵尸车 废弃车 废弃汽车 报废车 报废汽车 长期停放 废旧车 僵尸…车 破车 落灰…车",
    "parking": "乱停车 停车 违停 车辆乱停 乱停 停车位 车位 占车位 机动车 私家车 停满 停满了车 汽车 车辆",
    "lock": "地锁 地桩 私装地锁 占位桩",
    "fire_lane": "消防通道 生命通道 消防车道 疏散通道 消防车",
    "fire_gear": "灭火器 消防栓 消火栓 消防箱 消防水带 消防设施 烟感",
    "illegal": (
        "违建 违章建筑 违法建设 私搭 搭建 私搭乱建 搭违建 彩钢房 阳光房 加盖 私建 盖小房 搭棚 搭了个棚 圈占 圈地 "
        "圈院子"
    ),
    "hole": "开墙打洞 破墙开门 破墙 砸墙 承重墙 打洞 改门",
    "stall": (
        "占道经营 摆摊 支摊 摊支 摊摆 摊贩 摊位 游商 流动商贩 小贩 占道 出摊 早点摊 早餐摊 水果摊 菜摊 地摊 三轮车卖 "
        "卖菜 卖水果 跨门经营 店外经营"
    ),
    "fumes": "油烟 排烟 烧烤 冒烟 油烟味 炒菜味 烟熏 呛人",
    "sound": (
        "噪音 噪声 太吵 吵人 扰民 吵闹 音乐 放音乐 唱歌 音响 声音大 声音太大 动静 吵得 卡拉OK 麻将 打麻将 咚咚 跺脚 "
        "响声 很吵 吵死 喧哗 弹琴 钢琴"
    ),
    "dance": "广场舞 跳舞",
    "renovation": "装修 施工 电钻 工地 冲击钻 打钻 砸地",
    "quarrel": "吵架 打架 打起来 吵起来 打人 骂人 动手 家暴 口角 纠纷",
    "litter_high": "高空抛物 往楼下扔 往下扔 从楼上扔 楼上扔 往窗外扔 抛物 扔烟头 高空…扔",
    "group_rent": "群租 打隔断 隔断出租 隔断间 日租 日租房 短租 民宿 合租",
    "garden": "种菜 开荒 毁绿 种地 菜地",
    "drying": "晾晒 晾衣 晒被子 晾衣绳 晒衣服",
    "burning": "烧纸 焚烧 烧树叶 烧垃圾 放炮 鞭炮 燃放",
    "ac": "空调 空调外机 外机 空调水",
    "jam": "堵车 拥堵 交通拥堵 堵得 车多堵",
    "theft": "被盗 被偷 偷 丢了 失窃 小偷 偷电瓶 偷车",
    "meal": "助餐 老年餐 送餐 饭桌 食堂吃饭 送饭",
    "fund": "维修资金 维修基金 公共维修",
    "fee": "物业费 停车费 水费 电费 卫生费 取暖费",
    "guard": "保安 门卫 岗亭 值班",
    "residence": "居住证 暂住证 户口 落户",
    "dibao": "低保 困难补助 救助金 临时救助",
    "disabled": "残疾证 残疾人证",
    "pension": "养老金 退休金 社保 养老认证",
    "allowance": "高龄津贴 老年证 老年卡",
    "insurance": "医保 报销",
    "birth": "准生证 生育登记",
    "school": "入学 上学 学区 幼升小",
    "vaccine": "疫苗 接种",
}  # fmt: skip
"""What a matter is about. Not here: where it is (楼道, 门口), which the place tells; the row without a name is of words
that are no door."""

_TROUBLES = {
    "fault": (
        "坏 坏了 不亮 灭 灭了 失灵 故障 停运 停用 停了 困人 困住 卡住 卡了 损坏 破损 破 断 断了 断裂 松 松动 松了 "
        "掉了 掉下来 脱落 掉皮 不制冷 打不开 关不上 关不严 没反应 不能用 用不了 不灵 不好使 不好用 黑了 太黑 漆黑 "
        "暗 太暗 昏暗 不够亮 不太亮 没亮 不热 不够热 温度不够 温度低 不暖 凉 冰凉 不通 不响 没声音 抬不起来 抬不起 "
        "不工作 生锈 锈蚀 开裂 裂了 "
        "裂缝 碎 碎了 倒了 歪 歪了 倾斜 翘起 塌 塌陷 塌了 坑 坑洼 大坑 不平 老化 响 异响 哐当 时亮时不亮 闪 "
        "一闪一闪 缺 缺失 丢失 没了 烂 报修 维修 修理 没修 冷 跳闸 抖 晃 "
        "墙皮掉 掉砖 砖掉 冻裂 冻坏 冻住 冻了 少了 没信号"
    ),
    "bright": "太亮 刺眼 晃眼 亮得 亮…睡不 亮…没法睡 光污染 照得 照进",
    "blocks_light": "挡光 遮光 遮挡 晒不到 采光 挡住阳光 挡阳光 太密 遮阳 遮住",
    "overgrown": "刮窗 刮到窗 刮…窗 伸到 伸进 修剪 太高 疯长 蹭窗 打到窗 碰到窗 剪枝 枝杈太长",
    "infested": "马蜂 马蜂窝 蜂窝 有虫 虫害 招虫 生虫 虫子 白蚁",
    "dead": "枯 枯死 死了 要倒 枯树 死树",
    "leak": "漏水 漏雨 渗水 漏 渗 跑水 滴水 冒水 淹 洇 返潮 爆管 爆裂 漏了 渗漏",
    "ice": "结冰 结了冰 有冰 上冻 一层冰 打滑 积雪 扫雪 没扫雪 雪没",
    "puddle": "积水 存水 水坑 进水 倒灌 淹水 水漫 雨水排不",
    "blocked": (
        "堵塞 堵了 堵 堵门 挡门 挡着 不通 返水 反水 外溢 溢 往外冒 冒水 满了 满溢 疏通 冒出来 冒粪 倒灌 溢出 污水横流 "
        "返上来 溢流"
    ),
    "smell": "臭 臭味 异味 味道 气味 返味 反味 呛 难闻 有味 味儿大 味大 熏 燃气味 煤气味 天然气味 闻到",
    "noise": "噪音 噪声 吵 太吵 扰民 响 声音大 音响 叫 嗡嗡 吠 动静 音乐 唱歌 噪",
    "dirty": (
        "没人清 没清 没清理 不清理 没人收 没人倒 没人扫 没扫 脏 脏乱 成堆 遍地 满地 乱扔 乱倒 堆积 清运 不及时 满溢 "
        "满了 卫生差 清理 没人管 乱丢 暴露 到处都是 堆满 爆满 溢出 没打扫 散落 没人打扫"
    ),
    "cut": "停水 没水 断水 停电 没电 断电 停气 没气 停暖 停了 没有水 没有电 不来水 断气 停热",
    "weak": "水压低 水压小 水压不足 水小 水流小 电压低 压力小 压力不足",
    "quality": "发黄 浑浊 浑 有杂质 水质 黄水 水锈 发黑",
    "want": "安装 加装 增设 增加 想装 要装 要求装 建议装 能不能装 新增 希望装 加个 装个 装上 补装 多设 想要 申请",
    "stolen": "被盗 被偷 偷 失窃 丢了 盗",
    "parked": (
        "乱停 停放 违停 乱停乱放 占道 停车 停满 挡路 挡道 堵门 堵住 占用 乱放 被堵 堵塞 占了 被占 挡住 停了车 挡门 挡着"
    ),
    "charging": "充电",
    "bites": "咬 扑人 追人 伤人",
    "trampled": "踩 踩秃 秃 占 毁 破坏 斑秃",
    "slow": "太慢 很慢 运行慢 等半天 等很久 久等",
    "price": "涨价 贵 费用 收费 不交 拖欠 没交",
    "absent": "不在岗 没人值守 态度 不管事 脱岗 睡觉 没人值班 不负责",
    "moved": "走失 失踪",
    "made": "私装 装了 安了 私自 又装",
}  # fmt: skip
"""What is wrong with it, or wanted."""

_KINDS = {
    "cabin": "电梯灯 电梯里…灯 电梯…灯不 电梯…灯坏 电梯…灯灭 轿厢灯 轿厢…灯",
    "street": "路灯 灯杆 庭院灯 草坪灯 太阳能灯 高杆灯 景观灯",
    "hall": "楼道灯 楼梯灯 感应灯 声控灯 门厅灯 门灯 门洞灯 走廊灯 楼道路灯 楼道…灯 楼梯间…灯 单元门口…灯",
    "shed": "车棚灯 车棚…灯 棚子…灯 车库灯 车库…灯 地库灯 地库…灯 地下室…灯",
}
"""Lamps that are not each other: a lamp of no told kind may be any of them but that of a lift."""

_PARTS = {
    "buttons": "按键 按钮 楼层键 按不动 按不亮 按了",
    "light": "灯不亮 灯坏 灯灭 灯闪 没灯 轿厢灯 电梯灯",
    "display": "显示屏 屏幕 不显示 显示不 花屏 黑屏",
    "shutting": "关不上 关不严 关不住 合不上 锁不上 电梯门 轿厢门 夹人 夹住 夹了",
    "running": "异响 太响 响声 哐当 咣当 吱 声音大 声音太大 噪音 嗡嗡 抖 晃 颠",
    "stopped": "停运 停了 停用 停梯 停在 困人 困住 卡住 卡了 不动 不走 不运行",
    "signal": "信号",
    "glass": "玻璃",
    "card": "刷卡 刷脸 人脸 读卡 门卡 门禁卡",
    "voice": "喇叭 没声音 听不见 听不清 呼叫 通话 对讲",
    "rust": "生锈 锈蚀 锈了 掉漆",
    "missing": "少了 缺 丢 没了 不见了",
}
"""What of a thing is at fault: two faults of one lift are two matters where each tells another part of it."""

_NEEDS_THE_SAME = frozenset(
    {"bright", "want", "stolen", "blocks_light", "bites", "price", "absent", "moved", "cut", "slow"}
)
"""Troubles that are a matter of their own: a thing told without any trouble is not simply taken to mean them."""

_TELLING = frozenset(
    {"leak", "puddle", "smell", "noise", "blocked", "cut", "weak", "ice", "dirty", "charging", "stolen"}
)
"""Troubles that say enough where one of the sentences names no thing."""

_THEMSELVES = (
    "ads bark stall charging zombie lock illegal hole litter_high group_rent pest dog_mess stray_dog fire_lane "
    "jam dance fowl garden drying burning meal bulky fumes cat manhole"
)
ALWAYS = frozenset(_THEMSELVES.split())
"""Things that are the trouble themselves: what else is said of them makes no difference, but for what is wanted."""


@dataclass(frozen=True, slots=True)
class Sense:
    """What a sentence tells of: rows of the two tables, which kinds of a thing, and what of it is at fault."""

    things: frozenset[str]
    troubles: frozenset[str]
    kinds: frozenset[str] = frozenset()
    parts: frozenset[str] = frozenset()

    def __bool__(self) -> bool:
        """Whether the tables know any of it."""
        return bool(self.things or self.troubles)


@lru_cache(maxsize=8192)
def sense_of(plain: str) -> Sense:
    """What a sentence in half-width forms tells of."""
    told = simplified(plain)
    return Sense(*(frozenset(found.rule for found in table.find(told) if found.rule) for table in _tables()))


def same_matter(a: Sense, b: Sense) -> bool | None:
    """Whether both tell of one thing with one trouble; ``None`` where only one of them tells a trouble of its own kind.

    So it is while a sentence is being typed: 5号楼窗前路灯 may become 路灯太亮.
    """
    shared = a.things & b.things
    if (a.kinds and b.kinds and not a.kinds & b.kinds) or "cabin" in a.kinds ^ b.kinds:
        shared -= {"lamp"}
    if shared & ALWAYS:
        return ("want" in a.troubles) == ("want" in b.troubles)
    if shared and _apart(a, b):
        return False
    if shared:
        return _same_trouble(a.troubles, b.troubles)
    return not (a.things and b.things) and bool(a.troubles & b.troubles & _TELLING)


def _apart(a: Sense, b: Sense) -> bool:
    """Whether another part of a thing is at fault, or what is the trouble itself is told beside one thing only."""
    itself = (a.things ^ b.things) & ALWAYS - {"pest"}
    untold = bool(a.troubles or b.troubles) and not a.troubles & b.troubles
    return bool((a.parts and b.parts and not a.parts & b.parts) or (itself and untold))


def _same_trouble(a: frozenset[str], b: frozenset[str]) -> bool | None:
    if a and b:
        return bool(a & b) and ("want" in a) == ("want" in b)
    return None if (a | b) & _NEEDS_THE_SAME else True


@cache
def _tables() -> tuple[WordTable[str], ...]:
    """The tables of things, troubles, kinds and parts, compiled when the first sentence is compared."""
    tables = (_THINGS, _TROUBLES, _KINDS, _PARTS)
    return tuple(WordTable((row, words.split()) for row, words in table.items()) for table in tables)
