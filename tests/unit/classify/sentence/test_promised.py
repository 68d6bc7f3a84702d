"""Days that somebody promised, counted from the day of the walk."""

from datetime import date

import pytest

from minqing.classify.deadlines import deadline
from minqing.classify.sentence.promised import promise_in
from minqing.classify.suggest import suggest
from minqing.domain.community import Community

MONDAY = date(2026, 11, 16)


@pytest.mark.parametrize(
    ("text", "due"),
    [
        ("门玻璃碎了,下礼拜到", "2026-11-29"),
        ("暖气不热,物业说3天内回复", "2026-11-19"),
        ("门坏,周五前来修", "2026-11-20"),
        ("监控黑屏 报修 物业讲3天内", "2026-11-19"),
        ("玻璃要量尺寸定做,大概3天", "2026-11-19"),
        ("井盖响,约了下周三来装", "2026-11-25"),
        ("周三量尺寸,下周五装", "2026-11-27"),
        ("鸽棚答应月底拆", "2026-11-30"),
        ("三个工作日内答复", "2026-11-19"),
        ("老郭说明天换", "2026-11-17"),
        ("水表箱门下午装", "2026-11-16"),
        ("要求商户3天内拆除", "2026-11-19"),
        ("12月1号前清走", "2026-12-01"),
        ("下礼拜到", "2026-11-29"),
        ("3天内回复", "2026-11-19"),
        ("物业说周五来修", "2026-11-20"),
        ("答应明天搬走", "2026-11-17"),
        ("师傅说后天换", "2026-11-18"),
        ("师傅说后天", "2026-11-18"),
        ("商户说明天搬走", "2026-11-17"),
        ("大爷说周五清走", "2026-11-20"),
        ("居民说物业答应周五来人", "2026-11-20"),
        ("物业说周五清占道杂物", "2026-11-20"),
        ("要换的灯泡下周五到", "2026-11-27"),
        ("联系了师傅周五来", "2026-11-20"),
        ("物业说3天内回复投诉", "2026-11-19"),
        ("物业答应周五处理收费的事", "2026-11-20"),
        ("师傅说周五装好了给回话", "2026-11-20"),
        ("物业说明儿换", "2026-11-17"),
        ("师傅说后儿来修", "2026-11-18"),
        ("自来水公司约周四来换", "2026-11-19"),
        ("补贴说下月十号发", "2026-12-10"),
        ("快递乱堆 限三天清完", "2026-11-19"),
        ("楼上答应周末接管子", "2026-11-22"),
        ("装修垃圾堆花坛 业主说周末拉", "2026-11-22"),
    ],
)
def test_a_promised_day_counts_from_the_walk(text: str, due: str) -> None:
    found = promise_in(text, MONDAY, Community())
    assert found is not None
    assert found.due.isoformat() == due


@pytest.mark.parametrize(
    "text",
    [
        "电梯停了3天",
        "希望3天内回复",
        "周三修好了又坏",
        "每周三停水",
        "晚上施工扰民",
        "下午太吵",
        "上周三来修的",
        "楼道灯坏三天没人修",
        "周五停电检修",
        "周末有人来推销",
        "周末装修",
        "5号楼301漏水",
    ],
)
def test_what_lasted_was_wished_for_or_is_over_is_no_promise(text: str) -> None:
    assert promise_in(text, MONDAY, Community()) is None


@pytest.mark.parametrize(
    "text",
    [
        "3号楼楼道灯3个月内换了两次灯泡",
        "10天内水管修了三回",
        "3天内收到三次罚单",
        "两周内来两趟",
        "15日换的灯又坏",
        "周六日装修施工扰民",
        "超市促销下周六送鸡蛋扰民",
        "居民说周六施工占道",
        "大爷说明天去上访",
        "大妈说明天去找街道",
        "老人说下周回老家",
        "老人说下周到女儿家",
        "停车场说12月1日涨价收费",
        "12月5日合同到期要搬走",
        "物业说周五聚餐",
        "12月1号楼上装修",
        "周六有人砸墙",
        "住户说周五搬去老家",
        "物业说12月1日涨价",
    ],
)
def test_what_happened_before_and_what_others_mean_to_do_is_no_promise(text: str) -> None:
    assert promise_in(text, MONDAY, Community()) is None


def test_the_promise_is_the_due_date_and_the_reason_names_its_words() -> None:
    found = suggest("3号楼楼道灯坏了,物业说下周三来换", community=Community(), today=MONDAY)
    assert found.due == date(2026, 11, 25)
    assert ("due-promise", "物业说下周三来换") in [(code, params.get("words")) for code, params in found.because]


def test_a_danger_does_not_wait_for_a_promise_and_what_was_settled_for_nothing() -> None:
    danger = deadline("large", "facility", MONDAY, Community(), "电线漏电,答应下周来修")
    assert danger is not None
    assert (danger.ground, danger.due) == ("danger", MONDAY)
    done = deadline("small", "facility", MONDAY, Community(), "3天内换", done=True)
    assert done is not None
    assert done.ground == "tier"
