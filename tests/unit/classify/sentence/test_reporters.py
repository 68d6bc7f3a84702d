"""Who a sentence says brought its matter up: before it, behind it, in brackets, for somebody else."""

from __future__ import annotations

from time import perf_counter

import pytest

from minqing.classify.sentence.places import find_place
from minqing.classify.sentence.reporters import find_reporter
from minqing.domain.community import Community
from minqing.text.privacy import is_full_name


def told(text: str) -> str | None:
    return find_reporter(text, find_place(text, Community()))


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("门铃按了没声音，老费说的，报修了没来人", "老费"),
        ("快递柜把消防通道挡了一半（Coco妈妈反馈）", "Coco妈妈"),
        ("地沟盖板缺一块，居民老佟报告。险情", "老佟"),
        ("3号楼灯不亮(王姐报的)", "王姐"),
        ("花坛塌了一角，是老周反映的", "老周"),
        ("水管漏了，听彭姨讲有半个月了", "彭姨"),
        ("井盖响，三楼小于媳妇说的。得找排水公司", "小于媳妇"),
        ("路灯坏了（卖菜的刘嫂说）", "刘嫂"),
        ("5号楼门禁失灵 孙婶报", "孙婶"),
    ],
)
def test_who_told_it_may_stand_behind_the_matter(text: str, who: str) -> None:
    assert told(text) == who


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("4号楼 老高太太说她家窗户缝进风", "老高太太"),
        ("广场舞太吵，老李头嫌闹心", "老李头"),
        ("老韩(物业)说3号楼泵房进水", "老韩"),
        ("二组的淑珍说水管漏了", "淑珍"),
        ("3号楼的淑珍说楼道灯不亮", "淑珍"),
        ("3号楼秀英反映楼道灯不亮", "秀英"),
        ("灯胆烧晒，陈师奶话夜晚黑麻麻", "陈师奶"),
        ("篮网烂了，班后生仔投诉", "后生仔"),
        ("7号楼底商油烟大，楼上几户都来说", "几户"),
        ("老人的女儿反映老人走失", "女儿"),
        ("保安代收快递问题居民抱怨", "居民"),
    ],
)
def test_neighbours_are_named_in_many_ways(text: str, who: str) -> None:
    assert told(text) == who


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("张阿姨帮李奶奶反映暖气不热", "张阿姨"),
        ("隔壁秦姐替婆婆来问补贴的事", "秦姐"),
        ("李楼长代201反映水压小", "李楼长"),
        ("居民代表高老师提出，变压器响", "高老师"),
        ("保安替业主发现门口漏水", "保安"),
        ("身份证快到期，儿子代老人来问能不能上门照相", "儿子"),
    ],
)
def test_whoever_told_it_for_somebody_else_is_the_one_who_told_it(text: str, who: str) -> None:
    assert told(text) == who


@pytest.mark.parametrize("name", ["王芳", "王桂芳", "桂芳"])
@pytest.mark.parametrize("where", ["二组的", "3号楼的", "3号楼"])
def test_a_full_name_and_what_check_takes_for_one_is_no_reporter(where: str, name: str) -> None:
    assert is_full_name(name)
    assert told(f"{where}{name}说水管漏了") is None


@pytest.mark.parametrize(
    "text",
    [
        "6号楼王大妈 楼道灯不亮",
        "6号楼王大妈,楼道灯不亮",
        "405王大妈楼道灯不亮",
        "6号楼王大妈 漏水",
        "6号楼王大妈 楼上太吵",
        "6号楼王大妈 暖气不热",
    ],
)
def test_who_opens_a_sentence_of_the_house_brought_it_up(text: str) -> None:
    assert told(text) == "王大妈"


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("赵姨家马桶返水弄一屋", "赵姨"),
        ("刘叔家暖气跑水 把阀门关了", "刘叔"),
        ("老赵家墙皮往下掉", "老赵"),
        ("住户老吴车被划了 调监控", "老吴"),
        ("杨大爷高龄补贴没到帐", "杨大爷"),
        ("小张钥匙断在单元锁眼里", "小张"),
        ("物业费涨了没通知 几户业主要个说法", "业主"),
        ("物业前台态度不好 张女士要投诉", "张女士"),
        ("暖气费退没退 刘阿姨打听", "刘阿姨"),
    ],
)
def test_neighbours_in_trouble_of_their_own_are_named_as_they_are_called(text: str, who: str) -> None:
    assert told(text) == who


@pytest.mark.parametrize(
    "text",
    [
        "6号楼王大妈 楼道堆物",
        "清河苑5#2-301的老赵家漏水",
        "老赵家漏水到楼下",
        "赵姨家漏水漏到301",
        "张师傅来修灯了",
        "几个邻居堵着车主要说法",
        "6号楼王大妈 狗叫",
        "6号楼王大妈 把垃圾扔楼道",
        "6号楼王大妈 三天没下楼",
        "6号楼王大妈 弄坏单元门",
        "6号楼王大妈 剪断电线",
        "6号楼李师傅 路灯修好",
        "王大妈在井盖边上绊倒了",
        "李大爷的围墙堵了后屋的排水",
        "能不能帮老人想想办法",
    ],
)
def test_who_may_be_the_culprit_or_needs_help_did_not(text: str) -> None:
    assert told(text) is None


@pytest.mark.parametrize(
    "text",
    [
        "跟老孙说了两回他不听",
        "让小陈去说了",
        "找老赵说了,他同意搬走",
        "下水堵了，老韩说明天来通",
        "小广告说是办证的",
        "老是说没钱",
        "两口子为孩子说话太重吵起来",
    ],
)
def test_who_is_spoken_to_or_promises_something_has_not_told_it(text: str) -> None:
    assert told(text) is None


@pytest.mark.parametrize(
    "text",
    [
        "3号楼的物业说没钱修灯",
        "3号楼的收费说贵",
        "5号楼的施工队说下月完工",
        "7号楼的烟感报,没人管",
        "二组的物业说没钱",
        "三巷的广播说个不停",
        "志愿者帮老人提的菜洒了一地",
        "保安代收快递没人管，问了也没用",
        "儿子说不管老人",
    ],
)
def test_the_accused_and_things_have_not_told_it(text: str) -> None:
    assert told(text) is None


@pytest.mark.parametrize(
    ("text", "place", "who"),
    [("3号楼门长转达:201漏水", "3号楼", "楼门长"), ("3号楼门口说话声大", "3号楼门口", None)],
)
def test_who_heads_a_house_is_told_with_it_and_its_door_is_nobody(text: str, place: str, who: str | None) -> None:
    assert (find_place(text, Community()), told(text)) == (place, who)


def test_a_row_of_one_word_is_read_in_no_time() -> None:
    def took(times: int) -> float:
        begun = perf_counter()
        find_reporter("王大妈" + "堵了" * times)
        return perf_counter() - begun

    took(10)
    assert took(4000) < 12 * max(took(1000), 0.002)


def test_a_long_number_is_read_in_no_time() -> None:
    begun = perf_counter()
    assert find_reporter("1011" * 12 + "了") is None
    assert perf_counter() - begun < 2
    assert find_reporter("12位居民反映灯坏") == "居民"
