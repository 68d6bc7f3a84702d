"""Who takes a matter."""

from dataclasses import replace

import pytest

from minqing.classify.bodies import body_for
from minqing.classify.owners import managed_building, owner_for
from minqing.domain.community import CATEGORIES, COMMITTEES, TIER_RULES, Building, Community, TierRule


@pytest.mark.parametrize(
    ("tier", "category", "owner"),
    [
        ("small", "dispute", "包院居干"),
        ("medium", "dispute", "治安和调解委员会"),
        ("medium", None, "文体教育委员会"),
        ("large", "dispute", "派出所"),
        ("large", None, "街道办事处"),
        (None, "dispute", None),
    ],
)
def test_the_default_owners(tier: str | None, category: str | None, owner: str | None) -> None:
    assert owner_for(tier, category, Community()) == owner


def test_other_presets_use_their_own_committees() -> None:
    shanghai = Community(committees=COMMITTEES["shanghai"])
    assert owner_for("medium", "environment", shanghai) == "环境和物业管理委员会"
    assert owner_for("medium", "dispute", shanghai) == "人民调解委员会"
    assert owner_for("medium", "welfare", Community(committees=("议事组",))) == "居委会"


@pytest.mark.parametrize(
    ("category", "text", "body"),
    [
        ("safety", "3号楼2单元装修砸承重墙,整栋楼都担心", "区住建房管"),
        ("safety", "8号楼外墙瓷砖往下掉,差点砸到人", "区住建房管"),
        ("safety", "5号楼的阳台板开裂,钢筋都露出来了", "区住建房管"),
        ("safety", "8号楼外墙保温层着火", "消防救援"),
        ("safety", "消防通道被违停的车堵死", "消防救援"),
        ("safety", "最近小区丢了三辆电动车,撬锁偷的", "派出所"),
        ("safety", "有人高空抛物,砸坏两辆车", "派出所"),
        ("safety", "高压线离阳台只有一米", "权属单位"),
        ("safety", "6号楼楼顶的广告牌松了", "城管执法队"),
        ("safety", "说不清是什么的危险", "消防救援"),
        ("safety", "6号楼三层防盗网锈断,阳台要掉下来", "区住建房管"),
        ("safety", "外墙掉砖,正在抢修", "区住建房管"),
        ("dispute", "工地夜里两点还在打桩", "城管执法队"),
        ("dispute", "隔壁理发店太吵", "城管执法队"),
        ("dispute", "网吧半夜吵", "城管执法队"),
        ("dispute", "宠物店狗叫", "城管执法队"),
        ("dispute", "美发店音响声太大", "城管执法队"),
        ("dispute", "变压器嗡嗡响,离卧室五米", "权属单位"),
        ("dispute", "兄弟三人为母亲遗产闹上门", "司法所"),
        ("dispute", "广场舞音响太大", "派出所"),
        ("environment", "楼下饭馆油烟直排", "城管执法队"),
        ("environment", "垃圾三天没人清运", "环卫"),
        ("environment", "大树枯死了,随时会倒", "园林绿化"),
        ("property", "全楼都没有产权证", "区住建房管"),
        ("property", "单位宿舍楼没人管", "产权单位"),
        ("facility", "马路上自来水管爆了", "权属单位"),
        ("facility", "市政路灯一整排不亮", "城管委"),
        ("welfare", "没有老年餐桌", "街道民生保障"),
    ],
)
def test_among_the_bodies_of_a_category_the_thing_decides(category: str, text: str, body: str) -> None:
    assert body_for(text, owner_for("large", category, Community()), category) == body


def test_a_body_that_the_settings_chose_stays() -> None:
    own = replace(CATEGORIES["safety"], body="平安办")
    owner = owner_for("large", "safety", Community(categories={**CATEGORIES, "safety": own}))
    assert body_for("装修砸承重墙", owner, "safety") == "平安办"


def test_the_settings_own_owner_and_committee_win() -> None:
    tiers = {**TIER_RULES, "medium": TierRule("王丽", 7)}
    assert owner_for("medium", "dispute", Community(tiers=tiers)) == "王丽"
    own = replace(CATEGORIES["dispute"], committee="老娘舅工作室")
    community = Community(categories={**CATEGORIES, "dispute": own})
    assert owner_for("medium", "dispute", community) == "老娘舅工作室"


def test_a_name_of_the_communitys_own_stays_as_it_is_written() -> None:
    community = Community(committees=("环境委", "调解室", "物业委"))
    owners = [owner_for("medium", category, community) for category in ("environment", "dispute", "property")]
    assert owners == ["环境委", "调解室", "物业委"]


def test_what_the_settings_say_of_a_category_goes_before_what_they_say_of_a_tier() -> None:
    own = replace(CATEGORIES["safety"], body="南湖派出所", committee="平安组")
    tiers = {**TIER_RULES, "large": TierRule("南湖街道办", 15), "medium": TierRule("王丽", 7)}
    community = Community(tiers=tiers, categories={**CATEGORIES, "safety": own})
    assert [owner_for(tier, "safety", community) for tier in ("medium", "large")] == ["平安组", "南湖派出所"]
    assert [owner_for(tier, "dispute", community) for tier in ("medium", "large")] == ["王丽", "南湖街道办"]


@pytest.mark.parametrize(
    ("place", "managed"),
    [("8号楼", True), ("八号楼2单元", True), ("8栋", True), ("８幢门口", True), ("18号楼", False), ("5号楼", False),
     ("十八栋", False), ("", False), (None, False), ("南门", False)],
)  # fmt: skip
def test_a_building_is_known_however_its_number_is_written(place: str | None, managed: bool) -> None:
    community = Community(buildings=(Building("5号楼"), Building("8号楼", managed=True)))
    assert (managed_building(place, community) is not None) is managed


@pytest.mark.parametrize(
    ("place", "managed"),
    [
        ("2号楼", True),
        ("2号楼门口", True),
        ("小区2号楼", True),
        ("海棠花园2号楼", True),
        ("南里2号楼", True),
        ("海棠轩2号楼", False),
        ("2号楼对面", False),
        ("2号楼旁边", False),
        ("2号楼与5号楼之间", False),
    ],
)
def test_what_lies_beside_a_managed_building_or_in_another_estate_is_not_its_company_s(
    place: str, managed: bool
) -> None:
    community = Community(name="南里社区", buildings=(Building("2号楼", managed=True),), places=("海棠花园",))
    assert (managed_building(place, community) is not None) is managed
