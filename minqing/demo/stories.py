"""Matters with a story of their own: two sentences that are on record, and large matters told over months.

The sentences of 2 July 2018 and 21 October 2019 are the published ones; how they went on, and every other
story here, is made up.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from minqing.demo.ground import writer_on
from minqing.demo.matters import Matter, Step
from minqing.demo.topics.topic import Topic
from minqing.domain.community import Community
from minqing.domain.model import Progress
from minqing.text.progress import parse_line
from minqing.text.vocabulary import category_words


@dataclass(frozen=True, slots=True)
class Story:
    """A matter as it was raised on ``day``, and its lines of progress as they stand in the diary."""

    day: str
    kind: str
    title: str
    place: str
    category: str
    tier: str | None
    owner: str | None
    due: str | None
    lines: str
    who: str | None = None
    source: str | None = None
    households: int | None = None
    yuan: int | None = None


STORIES: tuple[Story, ...] = (
    Story(
        "2018-07-02",
        "walk",
        "5号楼的老爷子说窗前的路灯太亮,晚上睡不着觉",
        "5号楼",
        "facility",
        "medium",
        "物业管理委员会",
        "2018-07-09",
        who="老爷子",
        source="heard",
        households=1,
        lines="""
2018-07-03 联系 给老爷子回了话,晚上去看灯
2018-07-04 跟进 晚上九点到窗前看,灯正照着床头
2018-07-06 办结 请电工加了灯罩,光只往路面照
2018-07-11 回访 满意 老爷子说这几天睡得踏实""",
    ),
    Story(
        "2019-10-21",
        "walk",
        "8号楼的阿姨说家里因为树密晒不到阳光,想晒太阳只能来楼下",
        "8号楼",
        "environment",
        "medium",
        "公共卫生委员会",
        "2019-10-28",
        who="阿姨",
        source="heard",
        households=6,
        lines="""
2019-10-22 联系 告诉阿姨这周请绿化队来看
2019-10-24 吹哨 园林绿化、街道办事处 现场看了,休眠期修剪,不伤树
2019-10-25 延期 2019-11-08 等落叶后修剪,和阿姨说好了
2019-11-06 办结 修剪了三棵,二楼三楼都见着光
2019-11-13 回访 满意 阿姨搬了把椅子在阳台上晒着
2019-12-04 回访 满意 冬天屋里也亮堂""",
    ),
    Story(
        "2018-04-16",
        "walk",
        "14号楼六层的大妈说腿做过手术,爬楼要歇三回,盼着加装电梯",
        "14号楼",
        "facility",
        "large",
        "产权单位",
        "2018-05-01",
        who="大妈",
        source="asked",
        households=30,
        lines="""
2018-04-19 联系 上门听了两个小时,同单元还有四位老人下不了楼
2018-05-03 跟进 请做过工程的退休老师看了图,西侧能装
2018-05-14 上报 街道办事处 附三十户名单和草图,请列入计划
2018-05-14 延期 2018-07-31
2018-06-21 吹哨 产权单位、区住建房管、街道办事处 三家到现场,管线要先改
2018-07-12 跟进 楼里第一次议事会,一层两户怕挡光不同意
2018-08-02 挂账 2018-10-31 一层的两户没谈通,先不催
2018-09-20 跟进 一层的大爷去看了邻近小区装好的,松了口
2018-10-25 跟进 第二次议事会,同意的到了九成八
2018-11-05 承诺 2019-11-30 贴了施工计划,明年入冬前用上
2019-03-18 跟进 管线改移开工,给一层装了新排水
2019-06-10 跟进 井道基础完工,每周公示一次进度
2019-09-23 跟进 电梯吊装,老人们下楼看了一上午
2019-11-18 办结 验收合格,当天试乘,六层的大妈自己下的楼
2019-11-25 回访 满意 大妈说三年没去过的公园又去了
2019-12-19 回访 满意 电费按层分摊,都交了""",
    ),
    Story(
        "2014-03-10",
        "walk",
        "21号楼后彩钢房占了半边绿地,越接越长,楼上说下雨像敲鼓",
        "21号楼",
        "illegal_build",
        "large",
        "城管执法队",
        "2014-03-25",
        source="seen",
        households=24,
        lines="""
2014-03-12 跟进 量了,长十一米宽四米,没有任何手续
2014-03-17 上报 城管执法队 附照片和二十四户签名
2014-03-17 延期 2014-04-15
2014-04-10 跟进 城管下了限期拆除通知,本人不在家,留了送达
2014-05-15 挂账 2014-07-15 当事人提出复议,等结果
2014-07-17 跟进 复议维持原决定
2014-08-21 办结 本人拆了一半,答应月底拆完
2014-09-15 重开 剩下的一半又苫上了布,没拆
2014-09-15 延期 2014-10-31
2014-10-23 跟进 书记带楼长第五次上门,找到他单位老领导一起劝
2014-10-30 办结 城管和当事人一起拆净,清走六车,补种月季
2014-11-06 回访 满意 楼上大妈说下雨安静了""",
    ),
    Story(
        "2017-04-10",
        "walk",
        "北门底商六家开墙打洞,承重墙上掏了门,楼上裂了缝",
        "北门底商",
        "illegal_build",
        "large",
        "街道办事处",
        "2017-04-25",
        source="seen",
        households=60,
        lines="""
2017-04-12 跟进 挨户登记,两家有照四家没有
2017-04-17 上报 街道办事处 楼上六十户担心安全,请先鉴定
2017-04-17 延期 2017-06-30
2017-05-11 跟进 鉴定单位测了,两处要加固
2017-06-08 联系 和房东们开会,先封没照的四家
2017-07-06 跟进 封了四家,早点铺搬进菜站里
2017-08-17 跟进 剩下两家租期到月底
2017-09-07 办结 六处都砌回窗户,墙体加固验收
2017-09-14 回访 基本满意 住户说清静了,就是买早点远了一点""",
    ),
    Story(
        "2016-05-16",
        "walk",
        "30号楼轮椅上的大爷说门口四级台阶,出门得两个人抬",
        "30号楼",
        "facility",
        "large",
        "区残联",
        "2016-05-31",
        who="大爷",
        source="heard",
        households=4,
        yuan=6800,
        lines="""
2016-05-18 联系 量了台阶,够砌一条缓坡
2016-05-23 上报 区残联 请列入无障碍改造
2016-05-23 延期 2016-08-31
2016-06-16 跟进 残联来人定了样子,要占半个花池
2016-07-07 跟进 一层住户怕车冲进屋,加一道矮栏
2016-08-25 延期 2016-10-15 雨多,水泥活往后排
2016-10-13 办结 坡道两边都有扶手,大爷自己推着出的门
2016-10-20 回访 满意 大爷每天下楼下棋""",
    ),
    Story(
        "2012-11-19",
        "walk",
        "7号楼的老太太说暖气从来没热过,屋里十四度,老伴穿着棉袄看电视",
        "7号楼",
        "facility",
        "large",
        "热力公司",
        "2012-11-20",
        who="老太太",
        source="heard",
        households=28,
        lines="""
2012-11-20 联系 上门测温十四度二,送了电暖气
2012-11-26 上报 热力公司 整单元二十八户都不到十六度
2012-11-26 延期 2012-12-10
2012-12-10 跟进 热力说老管结垢,冲洗过,升了一度
2012-12-24 挂账 2013-04-15 冬天不能停暖换管,等供暖结束
2013-04-18 跟进 热力排进夏天的换管计划
2013-08-15 跟进 换了立管,二十八户都进去看过
2013-09-12 办结 打压试水合格
2013-11-18 重开 供暖第四天,三层以上还是凉
2013-11-18 延期 2013-11-29
2013-11-20 跟进 是阀门没开全,又排了气
2013-11-21 办结 顶层二十度一,老两口脱了棉袄
2013-11-28 回访 满意 老太太端来一盘枣""",
    ),
    Story(
        "2011-06-27",
        "walk",
        "23号楼地下室返水没过脚脖子,四个楼的污水都往这儿走",
        "23号楼",
        "facility",
        "large",
        "排水集团",
        "2011-07-12",
        source="seen",
        households=96,
        lines="""
2011-06-28 跟进 抽了一天水,沙袋挡门
2011-07-04 上报 排水集团 主管细,一下大雨就倒灌
2011-07-04 延期 2011-07-31
2011-07-28 办结 疏通主管,清出半车泥
2012-07-23 重开 大雨后又倒灌,比去年还深
2012-07-23 延期 2012-08-31
2012-08-09 跟进 街道开了协调会,换粗管列入明年汛前
2012-08-20 挂账 2013-05-31 等汛前换管
2013-05-23 办结 换了四十米粗管,加了防倒灌阀
2013-07-18 回访 满意 下了两场大雨,地下室是干的""",
    ),
    Story(
        "2015-03-23",
        "meeting",
        "19号楼和20号楼之间停车打架,居民想自己管起来",
        "20号楼",
        "dispute",
        "medium",
        "治安和调解委员会",
        "2015-04-22",
        households=70,
        lines="""
2015-03-30 跟进 登记车辆九十一台,车位五十八个
2015-04-13 跟进 选了七位车主代表,起草公约
2015-04-20 延期 2015-06-30 公约要挨户征求意见
2015-05-21 跟进 七十户签了六十三户
2015-06-15 跟进 划了线,外来车一律登记
2015-06-25 办结 停车自管小组成立,每月收支贴在楼门
2015-07-02 回访 满意 一个月没吵过架
2016-03-14 重开 收费涨不涨两边又吵起来
2016-03-14 延期 2016-04-15
2016-04-07 跟进 把账摊开算了一晚上
2016-04-12 办结 表决不涨,节余装了两盏灯""",
    ),
    Story(
        "2013-09-02",
        "walk",
        "44号楼地下室隔成二十多间出租,住了五十多人,烟味顶上一层",
        "44号楼",
        "safety",
        "large",
        "派出所",
        "2013-09-17",
        source="seen",
        households=120,
        lines="""
2013-09-05 跟进 和民警一起登记,隔间二十三个,电线像蛛网
2013-09-09 上报 派出所 火灾隐患,请联合清理
2013-09-09 延期 2013-10-15
2013-10-10 跟进 房主签了限期,给租户留两周找房
2013-10-28 办结 隔间拆净,电线剪掉,门上了锁
2013-11-04 回访 满意 一层说呛人的味儿没了""",
    ),
    Story(
        "2019-03-11",
        "walk",
        "12号楼飞线充电十几根,从六层拉到花池,夏天最怕着火",
        "12号楼",
        "safety",
        "large",
        "消防救援",
        "2019-03-26",
        source="seen",
        households=80,
        lines="""
2019-03-12 联系 挨户问了,不是不想去棚里,是没插口
2019-03-18 吹哨 供电公司、消防救援、街道办事处 选了三个点,先增容
2019-03-18 延期 2019-05-31
2019-04-18 承诺 2019-06-10 六月前充电口投用
2019-06-06 办结 三处装了三十个口,线都剪了
2019-06-13 回访 满意 一块钱充六小时,都愿意来
2019-07-04 回访 基本满意 周末要排一会儿队""",
    ),
    Story(
        "2020-05-11",
        "walk",
        "21号楼桶站紧挨一层窗户,苍蝇往屋里飞,两边住户都不让挪到自己窗下",
        "21号楼",
        "dispute",
        "medium",
        "治安和调解委员会",
        "2020-06-10",
        source="heard",
        who="大姐",
        households=18,
        lines="""
2020-05-12 联系 先加盖除味,一天冲两遍
2020-05-18 跟进 带两边住户一起量距离,看了四个点
2020-05-26 吹哨 环卫、城管执法队、街道办事处 挪到东侧围墙边,做硬化
2020-06-05 办结 新桶站带洗手池,两边都签了字
2020-06-12 回访 满意 大姐说窗户能开了""",
    ),
    Story(
        "2019-05-13",
        "visit",
        "33号楼的独居老太太说一顿饭做一天吃,盼社区有个老年餐桌",
        "33号楼",
        "welfare",
        "large",
        "街道民生保障",
        "2019-05-28",
        who="老太太",
        source="asked",
        households=65,
        lines="""
2019-05-15 联系 老太太愿意每天中午下楼吃
2019-05-20 上报 街道民生保障 摸底六十五位老人想订餐
2019-05-20 延期 2019-07-31
2019-07-18 跟进 街道来看活动室后院,能改厨房
2019-07-25 挂账 2019-12-31 消防审批没过,要改后门
2020-01-06 挂账 2020-06-30 等改造资金
2020-07-06 跟进 先由邻近餐厅送餐,三十一位老人订上
2020-07-13 挂账 2021-03-31 厨房改造列入明年,到时再议""",
    ),
    Story(
        "2020-06-22",
        "walk",
        "11号楼顶层三户漏雨,屋里摆了五个盆,防水二十年没动过",
        "11号楼",
        "property",
        "large",
        "区住建房管",
        "2020-07-07",
        source="seen",
        households=12,
        lines="""
2020-06-23 联系 先苫了塑料布,答应三户跑维修资金
2020-07-06 上报 区住建房管 申请应急维修资金,附鉴定
2020-07-06 延期 2020-08-31
2020-08-20 跟进 材料补了两次,差一户签字
2020-09-10 联系 在外地的房主寄来了委托书
2020-10-15 挂账 2021-04-15 入冬不能做防水,开春第一批施工""",
    ),
    Story(
        "2017-10-16",
        "walk",
        "北门外便道是谁的说不清,坑了没人补,一下雨就是一片泥",
        "北门外便道",
        "facility",
        "large",
        "城管委",
        "2017-10-31",
        source="seen",
        households=150,
        lines="""
2017-10-19 跟进 查了规划图,红线正好从便道中间过
2017-10-30 上报 城管委 请明确养护单位
2017-10-30 延期 2017-12-31
2017-12-21 挂账 2018-06-30 两家都说不是自己的,等市里普查
2018-07-05 挂账 2019-03-31 普查没排到,先用碎砖垫平
2019-04-11 吹哨 城管委、产权单位、街道办事处 三家到场,还要发函确认
2019-04-18 挂账 2019-12-31 等书面答复
2020-01-09 挂账 2020-10-31 街道代为立项,等资金
2020-08-27 跟进 又垫了一次碎砖,两位老人在这儿崴过脚""",
    ),
    Story(
        "2010-03-01",
        "walk",
        "2号楼两家为一堵隔断墙争了八年,见面就吵,今天又动了手",
        "2号楼",
        "dispute",
        "medium",
        "治安和调解委员会",
        "2010-03-31",
        source="heard",
        who="楼门长",
        households=2,
        lines="""
2010-03-02 联系 分头坐了一个下午,都有委屈
2010-03-11 跟进 翻出当年的房屋图,墙是单位分房时砌的
2010-03-22 跟进 请单位退休的老科长来作证
2010-03-29 办结 两家签了协议,墙留着,各开各的门
2010-04-12 回访 满意 两家大妈一起买菜回来""",
    ),
)
"""The stories, in no particular order."""


def story_matters(community: Community) -> list[Matter]:
    """The stories as matters that are placed, worded and lived already."""
    categories = category_words(community)
    return [_matter(story, categories, community) for story in STORIES]


def _matter(story: Story, categories: dict[str, str], community: Community) -> Matter:
    lines = [_line(text, categories) for text in story.lines.split("\n") if text]
    closed = [line.verb for line in lines if line.verb in ("close", "reopen", "park")]
    topic = Topic(story.place, story.category, 0, "spot", (), (), (), ())
    return Matter(
        topic, community.bucket_of(story.category), "solved" if closed and closed[-1] == "close" else "parked",
        date.fromisoformat(story.day), story.kind, place=story.place, title=story.title, who=story.who,
        source=story.source, category=story.category, tier=story.tier, owner=story.owner,
        due=date.fromisoformat(story.due) if story.due else None, households=story.households,
        yuan=story.yuan, steps=_steps(lines),
    )  # fmt: skip


def _line(text: str, categories: dict[str, str]) -> Progress:
    line, problem, _ = parse_line(text, categories)
    if line is None or problem:
        raise ValueError(text)
    return line


def _steps(lines: Sequence[Progress]) -> list[Step]:
    """One change a line; a new due date belongs to the change that made the old one stale."""
    steps: list[Step] = []
    for line in lines:
        if line.verb == "extend" and not line.text and steps and steps[-1].day == line.date:
            steps[-1] = Step(line.date, (*steps[-1].lines, line), steps[-1].by)
        else:
            by = "张书记" if line.verb in ("escalate", "whistle", "promise") else writer_on(line.date).name
            steps.append(Step(line.date, (line,), by))
    return steps


def solved(matters: Iterable[Matter]) -> dict[str, int]:
    """How many of ``matters`` count as handled, by bucket."""
    found: dict[str, int] = {}
    for matter in matters:
        found[matter.bucket] = found.get(matter.bucket, 0) + (matter.fate == "solved")
    return found
