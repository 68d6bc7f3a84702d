"""What says at the end of a sentence that a matter was settled on the spot, and what only sounds like it."""

from __future__ import annotations

from time import perf_counter

import pytest

from benchmarks.classify.closings import LATER, closed_by_tier, closings
from minqing.classify.sentence.certainty import leaves_open, still_so, takes_back
from minqing.classify.sentence.endings import is_settled, settled
from minqing.classify.sentence.likely import likely_ending

SETTLED = [
    "小广告清了",
    "3号楼门口狗粪铲了",
    "台阶上的冰都铲了",
    "把门口的雪清了",
    "楼道堆物已清走又扫干净了",
    "门口又堆满纸箱,当场清走了",
    "小广告又贴,已清理",
    "一楼门口腌菜缸挡道,当面挪开了",
    "20号楼前新栽的树被车撞歪,扶起来培了土",
    "电瓶车进梯→拦下了",
    "平台漏水,去看了,胶条老化,已重新打胶,不漏了",
    "商铺门前结冰,已撒盐",
    "河边:有人钓鱼甩杆危险,劝走",
    "有租客在楼道给电动车充电,断电+教育,线收了",
    "4号楼化粪池盖换好了(周一那个)",
    "12号楼宠物粪便,提醒后主人清理了",
    "共享单车倒了一排,顺手摆了",
    "Bldg 9: dog poop everywhere, cleaned up",
    "和平里路15号店外经营(当场规劝收回)",
    "石墩挡路,抬到一边了",
    "门口台阶结冰,铲了冰撒了盐",
    "窨井冒水,疏通好了,现在没事了",
    "楼道堆了纸箱,房主自己搬走了",
    "楼上拖椅子响,给贴了防撞垫,楼下说没声了",
    "井盖响,垫了胶皮不响了",
    "小区北门车辆乱停——回复:已加装隔离桩",
    "反映门前车挡窗户 联系车主当场挪走",
    "四单元门口有狗屎我给扫了",
    "摆摊修鞋的占了盲道,让他挪到墙根了",
    "16号楼暖气漏水,让物业来看了,下午修好了",
    "老人手机不会用,帮着弄好了",
    "快递柜被砸错取件,双方换回来了",
    "路沿石缺口,拿水泥抹平了,车轮子能过了",
    "水龙头没关,关上了,地也拖了",
    "花池边的蚂蜂,物业喷药灭了",
    "水箱盖被风掀开,盖严压牢",
    "灭火器过期,换成新的了",
    "账目说不清,一项项解释清楚,没意见了",
    "占道的水果摊——收进店里了",
    "雪糕筒占车位,自己收了",
    "来水了 谢谢",
    "收走了,辛苦",
    "杂物堆门口,收走了,辛苦大家了",
    "楼道纸箱,让他拿走了",
    "门锁坏了,物业把门锁换了",
    "坑洼,已经抹上水泥",
    "垃圾成堆,已安排保洁清走了",
    "已安排专人清理完毕",
    "灯坏,下午师傅来修好了",
    "小广告，党员先锋队清掉了",
    "门口垃圾，我先捡走了",
    "积水，中午到现场抽干",
]

OPEN = [
    "井盖碎了,已用警示带围起来",
    "路面塌了,已放锥桶",
    "围墙要倒,已拉警戒线围住",
    "草坪铲了",
    "大娘不会取钱,帮她取的邻居搬走了",
    "6号楼去年已解决的漏水复发",
    "2号楼地锁上次当场解决现在又装回来",
    "3号楼小广告刚清理完又贴上了",
    "9号楼垃圾本该已清理",
    "10号楼说好已解决的漏水昨晚复发",
    "让他拿走了",
    "快递让他拿走了",
    "叫保安抱走了",
    "已经抹上水泥",
    "物业把门锁换了",
    "马上清理",
    "路灯坏了 谢谢",
    "麻烦修一下 谢谢",
    "收走了",
    "锁鼻断了,用铁丝先拧住",
    "井水浑,今天洗了头一遍",
    "连廊门让人焊死了",
    "架空层的线叫人剪了",
    "水带被人剪了",
    "楼梯扶手断了,拿绳子绑着",
    "天天上门劝,劝了三天",
    "梯子老停,用了十五年该换了",
    "杂物堆满天台,叫清走",
    "主干道窨井没盖,赶紧给补上",
    "装修垃圾堆在绿地,已责成业主当天清运",
    "轮椅挡了车位,他把轮椅推到雨里",
    "底商搭棚,把排水口都盖住了",
    "柱子凿了洞,补了层灰",
    "补办还要盖章,人已调走",
    "洗车的占车位,物业收了他的钱",
    "线拖了一地",
    "新路,刚修好就成这样",
    "老向说他马上喊人来焊",
    "小广告,撕了又贴上了",
    "物业不干,物业撤了",
    "复查5号楼飞线,又拉上了",
    "地锁两个/拆了一个",
    "门口共享单车没人摆",
    "说好了周末拔掉",
    "已让物业来看",
    "路灯亮了一夜",
    "菜店关了买菜远",
    "物业换了三家都不管",
    "井盖被偷走了",
    "王阿姨家水管修了三次",
    "灯泡换了又坏了",
    "树枝把电线压断了",
    "他家空调外机摆了个花盆",
    "墙皮掉了",
    "护栏拆了",
    "沙发扔楼道里了",
    "水管裂了,先关了阀",
    "下水道堵了,物业说明天修",
    "路灯不亮,已三天",
    "树倒了,已挡住路",
    "没人管,已成垃圾场",
    "群租,已与房东谈话",
    "危墙倾斜,已设围挡",
    "僵尸车,已张贴限期清理告知书",
    "疑似传销,已移交派出所",
    "6号楼漏水,现场勘查完毕",
    "6号楼漏水,已登记完毕",
    "6号楼漏水,帮阿姨打电话了",
    "6号楼漏水,帮着拍照了",
    "6号楼漏水,帮着约好了",
    "6号楼漏水,物业说下午修好",
    "6号楼漏水,物业会当天修好",
    "6号楼漏水,争取半小时修好",
    "6号楼漏水,物业刚告知",
    "路面坑洼,路面要重新铺",
    "防水要重新铺",
    "垃圾没人清,要联系物业清走",
    "6号楼漏水,商量好由物业修",
    "6号楼漏水,协商好楼上修",
    "门坏了,已报给物业",
    "车挡路,明天联系车主挪走",
    "灯坏,没联系师傅换好",
    "路灯灭了,打算联系物业马上处理",
    "路灯灭了,物业说马上修好",
    "路灯灭了,物业马上处理",
    "花桶摆在盲道上,老板说马上搬开",
    "井盖响,好像已修好",
    "井盖响,据说已经解决了",
    "墙缝,快修好了",
    "栏杆松动,临时加固好了",
    "地砖翘,暂时修好了",
    "杂物,已让他今晚搬走",
    "摊位占道,当场让其限期搬走",
    "暖气不热,已约师傅修好",
    "楼道堆物5处,已清理3处",
    "墙角漏水,修了三回照旧",
    "垃圾点冒油,自己掏了好几回",
    "一下雨就冒水,已经换了三回沙子",
    "纸箱堵路,想让它挪走",
    "婴儿车横在坡道口,帮我挪下",
    "把垃圾推到我门口",
    "路灯不亮,隔壁那条倒修好了",
    "两家合用厨房,劝说后仍无法达成一致",
    "门口有一泡狗屎,踩了一脚",
    "楼道堆物 □已处理",
    "楼道堆物(☐已处理)",
    "楼道堆物 [ ] 已清理",
    "楼道堆物 □未清理 □已清理",
    "三辆僵尸车,已拖走两辆",
    "5号楼漏水,已安排维修",
    "3号楼堆物，社区已安排人员清走",
    "灯坏了,已安排物业维修",
    "垃圾成堆,已让保洁清走",
    "灯坏,师傅下午来修好",
    "盖板缺一块,临时盖住,正式的未到,挂账",
    "暖气不热,电话热力站,答复明日上门。未结。",
    "杂物搬入楼道",
    "一天来十几个人要收入证明",
    "水管漏，物业来看了一眼，完事了",
    "水管漏，物业拍了照，完事",
    "楼上漏水，吵了一架，完事儿了",
    "老人手机欠费，销号了",
    "王大爷低保，销号了",
    "陈奶奶老年卡。已销号",
    "水管冻住，结了",
    "水表冻。结。",
    "装修款拖着，已结",
    "灯坏，师傅说等配件。结。",
    "灯坏，物业来看过。妥",
    "灯坏，结了",
]

THE_TROUBLE = [
    "顶楼业主占了公共通道,用铁门锁住了",
    "3号楼消防门打不开,锁住了",
    "3号楼消防门打不开,已锁住",
    "5号楼西侧小路走不通,围住了",
    "车库门口装了地锁,把路拦住了",
    "车位被占,业主把车位围起来了",
    "单元门禁进不去,物业换了密码",
    "二楼业主在外墙打洞,把承重墙拆掉了",
    "开发商把绿地,铲平了",
    "施工队把树,砍掉了",
    "有人半夜砸门,把门锁换了",
    "楼前的草坪没了,物业把树拔了",
    "投诉装修,业主已把承重墙拆掉了",
    "没法停车,开发商把地锁拆走了",
    "没法停车,车主把地锁装好了",
    "消防通道门已锁",
    "3号楼消防门锁上了",
    "消防通道已封",
    "夜里放哀乐,有人已经搬走了",
    "粪水灌楼梯间,一楼那户都搬走了",
    "狗叫臭味大,楼下那户搬走了",
    "工资拖欠,老板换了手机号",
    "夜里拖椅子,楼下贴纸条他撕了",
    "通风口凿开,卷帘门都装好了",
    "灭火器箱子空的,瓶子让人拿走了",
]
"""Told in the words of a deed, and what is complained about."""

RIGHTED = [
    "酸菜缸堵路。户主听劝,搬入屋内。结。",
    "电线拉到门外,店主当面拔除",
    "轮椅刹车坏 大刘修好",
    "广告屏音量过大,老秦当场调至静音,业主无异议",
    "牛杂档占道,讲咗两句,搞掂",
    "垃圾满,环卫拉走。已销号",
    "药没冰箱放,借隔壁冰箱,妥",
    "灯坏，换了灯泡，完事",
    "灯坏，当场换了灯泡，完事了",
    "灯坏 已结",
    "灯坏。结案。",
    "灯坏，修好了，销号",
    "水管冻住，烤开了，妥了",
    "配电箱敞着门,锁上了",
    "路面塌陷,我们当场围起来了",
    "楼道堆杂物,提醒后业主清走了",
    "楼道堆杂物,业主自行搬走了",
    "树枝挡路,把树枝剪掉了",
    "路上有冰,把路上的冰铲掉了",
    "门锁坏了,把门锁换了",
    "有人乱贴广告,已撕掉",
    "地锁挡路,城管当场把护栏拆掉了",
    "快递堆门口,物业很快清走了",
    "临时停放的车已挪走",
    "门口摆的货,店家搬走了",
    "6号楼一层堆纸箱,已经让住户搬走",
    "乱贴的纸条撕了",
    "楼道堆物5处,已清理5处",
    "3号楼堆物,已清理2处",
    "楼道堆物 ☑已处理",
    "楼道堆物 [x]已处理",
    "楼道堆物 ■已处理 ",
    "狗粪,保洁马上清走了",
    "花桶摆在盲道上,提醒后马上搬开",
    "车挡路,居民反映后联系车主当场挪走",
]
"""Near to them, and yet settled."""


REQUESTS = [
    "门坏 让物业修好",
    "楼道堆物,让他清走",
    "井盖响 联系市政换掉",
    "小广告 喊保洁铲掉",
    "门口砖头 让施工队拉走",
    "电梯按键没了 让维保换好",
    "漏水 让楼上修好",
    "门坏 叫修好",
    "已让物业修好",
    "当场让物业修好",
    "已催物业修好",
    "已联系车主挪走",
    "大件堵门 通知业主搬走",
    "大狗拴在滑梯上,找主人领走",
    "灯不亮 派人修好",
    "灯不亮 安排师傅换好",
    "垃圾成堆 已经跟保洁说了清走",
    "门口摆摊,说一声收走",
    "灯坏 给换了吧",
    "树挡光 剪了算了",
    "麻将馆扰民 让十点后关了",
    "电表箱门掉了 用铁丝绑上了 得换新的",
    "骂楼长贪污,楼长要他公开赔礼",
    "楼道堆物,通知几次都没人清走了",
    "楼道堆物,督促后仍没搬走了",
    "楼道堆物,通知车主答应挪走了",
    "楼道堆物,收到通知要拆掉了",
    "两家争地,协调不成就拆掉了",
]
"""What somebody was asked to do, or wishes for."""

DONE_BY_OTHERS = [
    "门坏 让物业修好了",
    "门坏 叫人换了",
    "下水堵了 叫人通了",
    "下水堵了 找人通了",
    "树枝 找人锯了",
    "让他清走了",
    "请保洁清走了",
    "大件堵门 通知业主搬走了",
    "井盖松 联系市政换好了",
    "违停,让司机当场开走",
    "水果三轮堵在巷口 跟他一说就推走了",
    "门前灯箱挡路,提醒后收进去了",
    "帮阿姨把米扛上楼了",
    "小孩往楼下扔水球 家长赔礼了",
    "老人不会用手机 手把手教会了大爷挂号",
]
"""The same once it was done."""

GLAD = [
    "灯坏 给换了一个,老爷子乐够呛",
    "给换了一个,老爷子乐够呛",
    "给拧紧了,阿姨高兴得不得了",
    "灯不亮,给换了个灯泡,大妈直夸",
    "轮椅卡住,给抬上去了,老人直说谢谢",
    "老太太迷路 给送回家了 家属感激得很",
]
"""How glad they were of it changes nothing of the deed before."""

BY_SOMEBODY = [
    "锁叫人换了",
    "花叫人拔了",
    "围栏叫人拆了",
    "楼前的树让人砍了",
    "水给关了",
    "3号楼 水给关了",
    "3号楼水给关了",
    "菜给拔了",
    "树砍完了",
    "邮筒撤走了",
    "3号楼门口长椅拆走了",
]
"""What somebody unnamed did to a thing."""

NOT_YET_WELL = [
    "新灯装上了太亮",
    "低保 材料递上去了",
    "井盖丢了 拿板子盖上了",
    "门坏 卸下来修去了",
    "水泵坏 送去修了",
    "灯坏 师傅看完走了",
    "找物业 推到社区了",
    "外墙掉砖 脚手架搭上了",
    "堆物 搬了 又搬回来了",
    "垃圾 清是清了 没清净",
]
"""Something was done, and the matter goes on."""


@pytest.mark.parametrize("text", [*REQUESTS, *BY_SOMEBODY, *NOT_YET_WELL])
def test_a_request_is_no_end_whatever_is_to_come_of_it(text: str) -> None:
    assert not is_settled(text)
    assert not likely_ending(text)


@pytest.mark.parametrize("text", [*DONE_BY_OTHERS, *GLAD])
def test_what_others_did_when_asked_settles(text: str) -> None:
    assert is_settled(text)


@pytest.mark.parametrize("text", THE_TROUBLE)
def test_a_deed_that_is_the_trouble_settles_nothing(text: str) -> None:
    assert not is_settled(text)


@pytest.mark.parametrize("text", RIGHTED)
def test_what_puts_right_the_same_things_settles(text: str) -> None:
    assert is_settled(text)


@pytest.mark.parametrize("text", SETTLED)
def test_a_deed_settles(text: str) -> None:
    assert is_settled(text)


@pytest.mark.parametrize("text", OPEN)
def test_what_was_left_undone_passed_on_or_tells_of_the_trouble_settles_nothing(text: str) -> None:
    assert not is_settled(text)


def test_the_words_of_the_deed_are_told_as_written() -> None:
    assert settled("门口台阶结冰,铲了冰撒了盐。") == "铲了冰撒了盐"


def test_the_deed_of_the_management_is_told_whole() -> None:
    assert settled("居民称物业已清理") == "已清理"


def test_of_the_labelled_sentences_none_is_wrongly_closed() -> None:
    found = closings()
    assert found.wrongly_closed == 0
    assert found.wrongly_open <= 18


def test_of_those_written_later_one_is_wrongly_closed() -> None:
    found = closings(LATER)
    assert found.wrongly_closed <= 1
    assert found.wrongly_open <= 60


def test_matters_beyond_the_spot_are_hardly_ever_closed() -> None:
    closed = {tier: share[0] for tier, share in closed_by_tier().items()}
    assert closed["medium"] + closed["large"] <= 3
    assert closed["small"] >= 400


@pytest.mark.parametrize(("told", "taken"), [("没修好", True), ("结果又堵了", True), ("没人受伤", False)])
def test_what_takes_back_an_end_is_told_by_its_beginning(told: str, *, taken: bool) -> None:
    assert takes_back(told) is taken


@pytest.mark.parametrize(("came", "still"), [("又拉上了", True), ("拆了,又拉上了", True), ("还好", False)])
def test_an_old_trouble_that_a_look_found_again(came: str, *, still: bool) -> None:
    assert bool(still_so(came)) is still


@pytest.mark.parametrize(
    ("text", "is_open"), [("已报修", True), ("等物业来修", True), ("没有人受伤", False), ("清了", False)]
)
def test_what_was_passed_on_leaves_a_matter_open(text: str, *, is_open: bool) -> None:
    assert leaves_open(text) is is_open


@pytest.mark.parametrize(
    "word",
    [
        "把",
        "帮",
        "用",
        "已",
        "给",
        "让",
        "将",
        "当场由",
        "现已",
        "搬走",
        "搬",
        "换了灯",
        "我给",
        "干净",
        "刚",
        "已经请并",
    ],
)
def test_a_word_again_and_again_is_read_in_no_time(word: str) -> None:
    begun = perf_counter()
    for times in (400, 20_000):
        is_settled("5号楼灯坏," + word * times)
        is_settled(word * times + "了")
    assert perf_counter() - begun < 1


def test_a_row_of_remarks_behind_a_deed_is_answered() -> None:
    assert settled("螺丝松,拧紧了" + ",门开了" * 2) is not None
    assert settled("螺丝松,拧紧了" + ",门开了" * 5000) is None
