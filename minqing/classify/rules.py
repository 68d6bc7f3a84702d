"""The words that point to a category or a tier, with their weights: tables to read, argue about and extend.

A word is found anywhere in the sentence; ``…`` stands for up to ten characters within one clause. A word inside
a longer word of any rule does not count (in 下水管 there is no 水管). Words that a community adds in its settings
weigh ``COMMUNITY_WEIGHT``. Weights say how surely a word alone decides: 6 nearly always, 4 mostly, 2 a hint.
The tiers follow the three tests of the field: settled at once; within the committee's remit but needing a
procedure; beyond its powers.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

COMMUNITY_WEIGHT = 8.0
"""Weight of a word from the settings: the community knows its own."""


class CategoryRule(NamedTuple):
    """Words that point to a category."""

    category: str
    weight: float
    words: str


class TierRule(NamedTuple):
    """Words that point to a tier, among matters of some categories (none given: of any)."""

    tier: str
    weight: float
    words: str
    among: frozenset[str] = frozenset()


NEUTRAL_WORDS = (
    "单元门口 单元门前 垃圾站旁 垃圾站旁边 垃圾桶旁 路灯下 路灯旁 停车场旁 停车场门口 花坛边 "
    "花坛旁 绿化队 物业办公室 社保所"
)
"""Words of places and people that point to no category, though a shorter word in them would."""

CATEGORY_RULES: tuple[CategoryRule, ...] = (
    CategoryRule(
        "dispute",
        6,
        "邻里纠纷 家庭纠纷 纠纷 吵架 打架 打起来 吵起来 说不拢 谈不拢 调解 劝架 家暴 婆媳 离婚 赡养 "
        "分家 争遗产 骂人 对骂 震楼器 漏到楼下 漏水到楼下 楼上…漏水 楼上…渗水 楼上…漏下来 楼上…滴水 "
        "滴水到楼下 泡了楼下 阳台…渗水 广场舞 炸街",
    ),
    CategoryRule(
        "dispute",
        5,
        "噪声 噪音 扰民 扰邻 太吵 吵人 吵得 吵闹 很吵 还吵 真吵 又吵 大声 唱歌 弹琴 练琴 音响 打麻将 "
        "麻将 跺脚 拖椅子 敲墙 钻墙 装修…吵 施工…吵 狗叫 狗…叫 狗吠 养狗 养犬 遛狗 狗…不拴 没拴绳 "
        "狗咬 养鸡 养鸽 鸽子 空调…滴水 空调外机",
    ),
    CategoryRule(
        "dispute",
        3,
        "矛盾 吵 不配合 互不相让 两家 两边 堵…家门 不肯 赔偿 邻居…争",
    ),
    CategoryRule(
        "dispute",
        2,
        "睡不好 睡不着 没法睡 不让人睡",
    ),
    CategoryRule(
        "dispute",
        1.5,
        "邻居 隔壁 对门 楼上 楼下邻居",
    ),
    CategoryRule(
        "environment",
        6,
        "小广告 狗粪 狗屎 犬粪 狗便 粪便 垃圾 堆物 堆物堆料 卫生死角 建筑垃圾 装修垃圾 大件垃圾 "
        "垃圾桶 垃圾站 绿化 树枝 树密 修剪 剪树 树…阳光 树…挡 树木遮挡 杂草 枯枝 枯树 除草 杨絮 落叶 "
        "油烟 异味 臭味 恶臭 污水 脏水 化粪池…溢 下水道…臭 下水道…味",
    ),
    CategoryRule(
        "environment",
        4,
        "杂物 乱扔 乱丢 乱堆 堆放 堆积 堆着 堆满 堆土 堆了 破烂 废料 废品 旧家具 臭 气味 难闻 积水 "
        "老鼠 鼠患 蟑螂 蚊子 蚊虫 苍蝇 大小便 小便 扬尘 焚烧 烧纸 贴满 张贴 涂鸦 草坪 花坛 绿地 "
        "树太高 补种 黄土 卫生 烧烤 黑烟 露天烧烤",
    ),
    CategoryRule(
        "environment",
        2,
        "脏 树 蛇 灰尘 雪",
    ),
    CategoryRule(
        "property",
        6,
        "物业费 停车费 停车难 停车位 车位 门禁 保洁 楼道灯 楼道…灯 单元…灯不亮 声控灯 感应灯 "
        "维修资金 维修基金 大修基金 业委会 业主委员会 物业不作为 物业不管 没物业 无物业 没有物业 "
        "换物业 物业撤 选聘物业 物业服务 物业态度 监控 对讲 单元门 单元门锁 楼道…没人扫 没人打扫 "
        "没人扫 掉皮 墙皮 粉刷 信报箱 收支公示",
    ),
    CategoryRule(
        "property",
        5,
        "停车 乱停 乱停车 车乱停 占车位 堵车 共享单车 单车 僵尸车 屋顶漏 楼顶漏 顶楼…漏 顶层…漏 "
        "房屋漏雨 房子漏雨 屋里漏雨 外墙渗水 外墙漏水 房屋修缮 防盗门 门锁 保安 公示",
    ),
    CategoryRule(
        "property",
        2,
        "物业 楼道 门卫",
    ),
    CategoryRule(
        "facility",
        6,
        "路灯 井盖 电梯 装电梯 加装电梯 停水 停电 停气 停暖 没水 没电 断水 断电 跳闸 暖气 供暖 供热 "
        "燃气管 天然气 煤气管 水管 下水管 自来水 水压 管道 管线 爆管 健身器材 健身器械 健身设施 路面 "
        "塌陷 坑洼 变压器 电线杆 灯杆 路灯杆 红绿灯 斑马线 减速带 充电桩 充电口 没地方充电 公共厕所 "
        "公厕 下水道堵 下水…堵 下水道 雨水篦子",
    ),
    CategoryRule(
        "facility",
        4,
        "道路 路…坑 坑多 地砖 台阶 坡道 扶手 护栏 凉亭 长椅 座椅 凳子 滑梯 滑滑梯 秋千 游乐设施 "
        "宣传栏 快递柜 公交站 路牌 指示牌 晾衣 无障碍坡道 无障碍设施 石板 铺路 修路 冒水",
    ),
    CategoryRule(
        "facility",
        2,
        "坏了 破损 损坏 裂了 松动 没人修 不平 年久失修",
    ),
    CategoryRule("safety", 9, "消防通道 高空抛物 飞线充电"),
    CategoryRule(
        "safety",
        6,
        "消防柜 消防栓 消火栓 灭火器 消防 飞线 私拉电线 拉线…充 拉电线 电线…充 "
        "窗户…充 楼道…充电 上楼充电 电动车…进楼 电动车进电梯 高空抛物 往楼下扔 往下扔 楼上扔 砸着 "
        "砸到 砸伤 脱落 瓷砖…掉 墙砖 掉砖 掉石 坠落 被盗 盗窃 小偷 偷 偷车 撬锁 撬门 撬 流浪狗 "
        "流浪犬 野狗 咬人 液化气罐 煤气罐 着火 着了火 起火 冒烟 火灾 逃生 诈骗 骗子 传销 赌博 尾随 "
        "群租 打伤 漏电 丢了…电瓶 电瓶…丢",
    ),
    CategoryRule(
        "safety",
        4,
        "安全隐患 隐患 危险 电线…垂 电线…裸 楼道…停…电动车 楼梯间…电动车 过道…电动车 陌生人 可疑 溺水 防盗 燃气泄漏",
    ),
    CategoryRule(
        "safety",
        2,
        "电瓶 充电 走廊…堆 楼道…堆 过道…堆",
    ),
    CategoryRule(
        "illegal_build",
        8,
        "违建 违法建设 违章建筑 违章搭建 私搭乱建 私搭 乱搭 搭建 地锁 占道 占道经营 店外经营 "
        "出店经营 摆摊 摊贩 摊位 游商 流动商贩 小贩 占绿 毁绿 圈地 圈占 圈进 开墙打洞 加盖 扩建 "
        "阳光房 彩钢房 简易棚 简易房 私自砌墙 砌墙 毁绿种菜 种菜 破墙开店",
    ),
    CategoryRule(
        "illegal_build",
        5,
        "搭…棚 搭…房 盖…房 被人圈 围起来 占用公共 占公共 私占 占地",
    ),
    CategoryRule(
        "welfare",
        6,
        "低保 独居 残疾 智残 残疾人 失能 助餐 送餐 老年餐 老年食堂 困难户 特困 救助 临时救助 慰问 "
        "孤寡 空巢 失独 五保 大病 重病 癌症 瘫痪 卧床 孤儿 留守 没退休金 没有退休金 没医保 没有医保 "
        "没收入 没有收入 生活困难 家庭困难 下岗 失业 没人照顾 没人照料 理发 腿脚不便 行动不便 "
        "行动不方便",
    ),
    CategoryRule(
        "welfare",
        5,
        "一个人住 照顾 照料 护理 就医 看病 买药 开药 住院 送医院 陪…医院 去医院 提不上楼 上不了楼 "
        "下不了楼 搬不动 提不动 做不动饭 做不了饭 日间照料 轮椅 走失 没人带 孩子…在家 看孩子 托管 "
        "智能手机 不舒服 孤独 捐 助学 帮把手 聋 盲",
    ),
    CategoryRule(
        "welfare",
        2,
        "老人 困难 生病 残 老伴",
    ),
    CategoryRule(
        "service",
        7,
        "证明 社保 医保 居住证 居住登记 身份证 户口 户籍 疫苗 入学 上户口 退休金 养老金 养老认证 "
        "老年证 老年卡 高龄补贴 高龄津贴 认证 年审 准生证 生育登记 生育津贴 公租房 廉租房 保障房 "
        "政策 咨询 手续 怎么办理 盖章 公证 档案 组织关系 选民登记 申请表 就业登记 退役军人 优待证 "
        "流动人口",
    ),
    CategoryRule(
        "service",
        3,
        "办理 材料 办证 开个证 登记 补贴",
    ),
)
"""Words by category; every weight of a matching word is added up, the highest sum is suggested."""

_NUISANCE = frozenset({"dispute", "environment"})
_WORKS = frozenset({"facility", "safety", "property"})

USUAL_TIER: Mapping[str, tuple[str, float]] = {
    "dispute": ("medium", 3),
    "environment": ("medium", 3),
    "property": ("medium", 3),
    "facility": ("medium", 2.5),
    "safety": ("medium", 2.5),
    "illegal_build": ("large", 3),
    "welfare": ("medium", 2.5),
    "service": ("medium", 2),
    "other": ("medium", 1),
}
"""Where a matter of a category goes when nothing else is said, with the weight of that."""

TIER_RULES: tuple[TierRule, ...] = (
    TierRule(
        "small",
        4,
        "小广告 狗粪 狗屎 犬粪 狗便",
        frozenset({"environment"}),
    ),
    TierRule(
        "small",
        4,
        "理发 提不上楼 提不动 搬不动 帮把手 帮忙搬 买药 开药 取药 送医院 去医院 不舒服 智能手机 "
        "不会用 不会弄 弄不了 不会操作 换灯泡 读信 量血压",
        frozenset({"service", "welfare"}),
    ),
    TierRule(
        "small",
        3,
        "年审 认证 怎么开 怎么办理 怎么办 问一下 问能不能 咨询 政策 填表",
        frozenset({"service"}),
    ),
    TierRule(
        "small",
        4,
        "挪车 挪一下 往楼下扔 单车 忘带钥匙 没关好",
        frozenset({"dispute", "property", "safety"}),
    ),
    TierRule(
        "medium",
        4,
        "地锁 种菜",
        frozenset({"illegal_build"}),
    ),
    TierRule(
        "medium",
        1,
        "小区里 楼道 单元",
        frozenset({"facility"}),
    ),
    TierRule(
        "large",
        4,
        "马路 主干道 大街 大道 公路 人行道 交口 路口 交叉口 高架 天桥 公交站 红绿灯 斑马线 护栏 路面 "
        "塌陷 市政 井盖 路灯杆 灯杆 电线杆 变压器 加装电梯 装电梯 装不了电梯 电梯 停水 停电 停气 "
        "停暖 没电 供电 供暖 供热 自来水公司 燃气公司 热力 自来水",
        frozenset({"facility"}),
    ),
    TierRule(
        "large",
        3,
        "道路 路…坑 坑多 修路 街…路灯 路…路灯杆 大道…路灯 胡同…路灯",
        frozenset({"facility"}),
    ),
    TierRule(
        "large",
        4,
        "烧烤 饭店 餐馆 饭馆 餐厅 酒吧 歌厅 KTV 网吧 店铺 商铺 底商 门店 商户 工地 施工 工厂 厂房 "
        "大货车 渣土车 摩托 炸街 高架 铁路 地铁",
        _NUISANCE,
    ),
    TierRule(
        "large",
        4,
        "违建 违法建设 违章 私搭乱建 彩钢房 开墙打洞 占道经营 摆摊 摊贩",
        frozenset({"illegal_build"}),
    ),
    TierRule(
        "large",
        4,
        "偷 被盗 盗窃 小偷 撬锁 撬门 丢了…电瓶 诈骗 传销 赌博 消防通道…封 消防通道…占 消防通道…堵 "
        "脱落 瓷砖…掉 掉石 墙砖 掉砖",
        frozenset({"safety"}),
    ),
    TierRule(
        "large",
        4,
        "屋顶漏 楼顶漏 顶楼…漏 顶层…漏 外墙渗水 外墙漏水 房屋漏雨 危房",
        _WORKS,
    ),
    TierRule(
        "large",
        2,
        "几十户 上百户 十几户 整栋楼 全楼 全小区 多年 好几年 推来推去 踢皮球 互相推",
    ),
)
"""Words by tier, read after the category is known."""

DESK_ADVICE_WEIGHT = 1.0
"""A question of public service asked at the desk or on the telephone is mostly answered there and then."""
